//! Telephone numbers, postcodes and addresses on the web.

use super::super::atoms::{Atoms, Kind};
use super::super::tables::{Flag, Tables};
use super::is_counted;
use crate::analysis::listed::Listed;

/// Digits inside "https://..." or "name@host" count nothing.
pub(super) fn bar_addresses(atoms: &mut Atoms<'_>) {
    let mut start = 0;
    while start < atoms.len() {
        let mut end = start + 1;
        let mut address = is_address_mark(atoms, start);
        while end < atoms.len() && !atoms.gap(end) {
            address |= is_address_mark(atoms, end);
            end += 1;
        }
        if address {
            (start..end).for_each(|index| atoms.bar(index));
        }
        start = end;
    }
}

fn is_address_mark(atoms: &Atoms<'_>, at: usize) -> bool {
    match atoms.kind(at) {
        Some(Kind::Mark('@' | '#' | '_')) => !atoms.gap(at + 1),
        Some(Kind::Mark('/')) => atoms.is_mark(at + 1, '/'),
        Some(Kind::Word) => atoms.has(at, Flag::Address),
        _ => false,
    }
}

/// "1. Look after your heart": the number of a list; "a 401(k)", "Dunn v. Marn (121717)".
pub(super) fn is_item_or_case(atoms: &Atoms<'_>, at: usize) -> bool {
    let text = atoms.text(at);
    if !atoms.is_digits(at) || text.contains([',', '.']) {
        return false;
    }
    let close = matches!(atoms.mark(at + 1), Some('.' | ')')) && !atoms.gap(at + 1);
    let item = at == 0
        && text.len() < 3
        && close
        && (atoms.kind(at + 2).is_none() || atoms.gap(at + 2) && atoms.capital(at + 2));
    let plan = atoms.is_mark(at + 1, '(') && !atoms.gap(at + 1) && atoms.is_mark(at + 3, ')');
    let case = text.len() > 4 && at > 0 && atoms.is_mark(at - 1, '(') && atoms.is_mark(at + 1, ')');
    // "section 13(1)"
    let part = text.len() < 3
        && at > 1
        && atoms.is_mark(at - 1, '(')
        && !atoms.gap(at - 1)
        && atoms.is_digits(at - 2)
        && atoms.is_mark(at + 1, ')');
    item || part || plan && text.len() == 3 && atoms.text(at + 2).len() == 1 || case
}

/// "Hide Caption 3 of 25 Photos:": a picture of a gallery, whose number stands before "of".
pub(super) fn is_picture(atoms: &Atoms<'_>, at: usize) -> bool {
    let pictures = &["photos", "images", "pictures", "slides"];
    let of = atoms.is_digits(at) && atoms.is(at + 1, "of") && atoms.is_digits(at + 2);
    let named = || atoms.is_any(at + 3, pictures) && atoms.capital(at + 3);
    of && (named() || at > 0 && atoms.is(at - 1, "caption"))
}

/// "the Stade du 5-Juillet", "Avenida 9 de Julio": a day in the name of a place.
pub(super) fn is_day_of_name(atoms: &Atoms<'_>, at: usize) -> bool {
    let of = &["du", "de", "del", "di", "da"];
    let day = atoms.is_digits(at) && atoms.text(at).len() <= 2;
    let led = at > 0 && (atoms.is_any(at - 1, of) || atoms.capital(at - 1) && at > 1);
    let joined = atoms.is_joint(at + 1) && !atoms.gap(at + 2) && atoms.capital(at + 2);
    let named = at > 0 && atoms.is_any(at - 1, of) && joined;
    day && (named || led && atoms.is_any(at + 1, of) && atoms.capital(at + 2))
}

/// "PA 23456", "call 911", "top-secret 007".
pub(super) fn is_code(atoms: &Atoms<'_>, at: usize) -> bool {
    let text = atoms.text(at);
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let state = atoms.text(before);
    let zip = text.len() == 5
        && !text.contains([',', '.'])
        && state.len() == 2
        && atoms.capital(before)
        && state.bytes().all(|byte| byte.is_ascii_uppercase())
        && !Tables::english().is_code(state);
    // "Python-3.12", of which the first digits belong to the word
    let version = before > 0
        && atoms.is_mark(before, '.')
        && !atoms.gap(before)
        && !atoms.gap(at)
        && atoms.kind(before - 1) == Some(Kind::Name);
    let zeros = !atoms.is_digits(before)
        && text.len() > 1
        && text.starts_with('0')
        && !text.contains('.')
        && atoms.is_digits(at);
    // "98.3 FM", "Radio Mapou 102.5"
    let station = (at.saturating_sub(3)..at).any(|at| atoms.is_any(at, &["radio", "fm"]));
    let wave = station && atoms.capital(before) && text.contains('.');
    if wave || atoms.is_any(at + 1, &["fm", "mhz"]) {
        return true;
    }
    // "the 2 Division headquarters"
    let units = &[
        "division",
        "brigade",
        "battalion",
        "regiment",
        "corps",
        "squadron",
    ];
    if atoms.is_any(at + 1, units) && atoms.capital(at + 1) {
        return true;
    }
    // "Rescue 1122 spokesman": a service that is called by its number
    let service = (3..=4).contains(&text.len())
        && atoms.capital(before)
        && atoms.is_any(before, &["rescue", "helpline", "hotline", "emergency"])
        && atoms.is_word(at + 1)
        && !super::super::nouns::is_plural(atoms, at + 1);
    service || zip || is_emergency(atoms, at) || version || zeros
}

/// "call 911", "two calls to 999", "a 112 operator"; but never "the toll has risen to 112".
fn is_emergency(atoms: &Atoms<'_>, at: usize) -> bool {
    const CALLS: Listed = Listed::of(&[
        "called", "call", "calls", "calling", "ring", "rang", "ringing", "dial", "dialled",
        "dialed", "dialling", "dialing", "phone", "phoned", "phoning",
    ]);
    const ANSWERED: Listed = Listed::of(&[
        "call",
        "calls",
        "caller",
        "dispatcher",
        "dispatchers",
        "emergency",
        "line",
        "lines",
        "number",
        "operator",
        "operators",
        "recording",
        "recordings",
        "service",
        "system",
        "tape",
        "tapes",
    ]);
    // "the emergency line, 112, went unanswered", "the hotline, 1514, received"
    let line = (3..6).contains(&atoms.text(at).len())
        && atoms.is_digits(at)
        && !atoms.text(at).contains([',', '.'])
        && at > 1
        && atoms.is_mark(at - 1, ',')
        && atoms.is_any(at - 2, &["line", "hotline", "helpline", "number"])
        && atoms.mark(at + 1).is_some();
    if line || !matches!(atoms.text(at), "911" | "999" | "112" | "000") {
        return line;
    }
    let called = |before: usize| at >= before && atoms.is_listed(at - before, &CALLS);
    let dialled = called(1) || called(2) && atoms.is(at - 1, "to");
    dialled && !is_counted(atoms, at + 1) || atoms.is_listed(at + 1, &ANSWERED)
}

/// "+44 20-7946-0018".
pub(super) fn bar_abroad(atoms: &mut Atoms<'_>, at: usize) {
    let code = at > 0
        && atoms.is_mark(at - 1, '+')
        && !atoms.gap(at)
        && (atoms.is_digits(at + 1)
            || matches!(atoms.mark(at + 1), Some('-' | '(')) && atoms.is_digits(at + 2));
    let mut end = at;
    while code && (atoms.is_digits(end) || matches!(atoms.mark(end), Some('-' | '(' | ')' | '/'))) {
        atoms.bar(end);
        end += 1;
    }
}

/// "0800 555 0199", "0612-555014": groups of digits behind a group that begins with a nought.
pub(super) fn bar_groups(atoms: &mut Atoms<'_>, at: usize) {
    let text = atoms.text(at);
    if !atoms.is_digits(at) || !text.starts_with('0') || text.len() < 3 || text.contains('.') {
        return;
    }
    // "1 414 021 100": a group of a long number
    if at > 0 && text.len() == 3 && atoms.is_digits(at - 1) && atoms.text(at - 1).len() <= 3 {
        return;
    }
    let joined = atoms.is_joint(at + 1) && !atoms.gap(at + 2);
    let mut end = at + 1 + usize::from(joined);
    while end < at + 5 && atoms.is_digits(end) && atoms.text(end).len() > 1 {
        atoms.bar(end);
        end += 1;
    }
}

/// "555-0134".
pub(super) fn is_telephone(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_digits(at)
        && atoms.text(at).len() == 3
        && atoms.is_joint(at + 1)
        && atoms.is_digits(at + 2)
        && atoms.text(at + 2).len() == 4
        && (atoms.text(at + 2).starts_with('0')
            || at > 0 && (atoms.is_mark(at - 1, ')') || atoms.has(at - 1, Flag::Label)))
}

/// "Hotlines: 1077": what stands behind such a word and a colon is dialled.
pub(super) fn is_dialled(atoms: &Atoms<'_>, colon: usize) -> bool {
    const LINES: Listed = Listed::of(&[
        "hotline",
        "hotlines",
        "helpline",
        "helplines",
        "tel",
        "telephone",
        "phone",
        "fax",
    ]);
    // "call the helpline on 1072"
    let tied = || {
        let number = atoms.text(colon + 1);
        let ends = atoms.kind(colon + 2).is_none()
            || atoms.mark(colon + 2).is_some()
            || atoms.is_any(colon + 2, &["or", "and", "for"]);
        atoms.is_any(colon, &["on", "at", "is"]) && number.len() > 2 && ends
    };
    colon > 0 && (atoms.is_mark(colon, ':') || tied()) && atoms.is_listed(colon - 1, &LINES)
}

/// Whether a word that labels is a verb: "we count 14 boats", "the injured number 28".
pub(in super::super) fn is_counting(atoms: &Atoms<'_>, label: usize) -> bool {
    let Some(subject) = label.checked_sub(1) else {
        return false;
    };
    let word = atoms.word(subject);
    // "to number 14 boats", but "taken to ward 6"
    let to = atoms.is(subject, "to")
        && (atoms.has(label, Flag::Verb)
            || atoms.is_any(
                label,
                &["count", "number", "target", "test", "rank", "mark"],
            ));
    to || atoms.is_any(subject, &["i", "we", "they", "you"])
        || atoms.is(label, "number") && (word.after.is_some() || word.noun.is_some())
}
