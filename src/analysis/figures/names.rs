//! Numbers that name something and count nothing: pages, flights, roads, models, telephone numbers.

pub(super) mod bores;
pub(super) mod codes;
pub(super) mod magnitudes;
mod roads;
mod things;

use self::bores::{is_bore, is_bore_in_inches};
use self::codes::{
    bar_abroad, bar_addresses, bar_groups, is_code, is_counting, is_day_of_name, is_dialled,
    is_item_or_case, is_picture, is_telephone,
};
use self::magnitudes::is_level;
use self::roads::is_road;
use self::things::{is_headed, is_index, is_line, is_model_of_counted, is_told_of_thing};
use super::atoms::{Atoms, Kind};
use super::tables::{Flag, Numeric, Tables};

/// Bars the atoms of numbers that are names.
pub(super) fn bar(atoms: &mut Atoms<'_>) {
    if atoms.held.addressed {
        bar_addresses(atoms);
    }
    let mut place = 0;
    while let Some(at) = atoms.opener(place) {
        place += 1;
        if is_bore_in_inches(atoms, at) {
            atoms.bar(at);
            atoms.bar(at + 1);
        }
        bar_groups(atoms, at);
        if atoms.barred(at) || !is_number(atoms, at) {
            continue;
        }
        if is_label(atoms, at)
            || is_in_name(atoms, at)
            || is_name(atoms, at)
            || is_road(atoms, at)
            || is_code(atoms, at)
            || is_item_or_case(atoms, at)
            || is_day_of_name(atoms, at)
            || is_picture(atoms, at)
            || is_level(atoms, at)
            || is_model_of_counted(atoms, at)
            || is_index(atoms, at)
            || is_line(atoms, at)
            || is_bore(atoms, at)
        {
            atoms.bar(at);
            if at > 1 && atoms.is_joint(at - 1) && atoms.is_digits(at - 2) {
                atoms.bar(at - 2);
            }
            bar_list(atoms, at);
            // "level 4 of 5"
            if atoms.is(at + 1, "of") && is_number(atoms, at + 2) {
                atoms.bar(at + 2);
            }
            // "rated 3 out of 5"
            if atoms.is(at + 1, "out") && atoms.is(at + 2, "of") && is_number(atoms, at + 3) {
                atoms.bar(at + 3);
            }
        }
        bar_abroad(atoms, at);
        if is_telephone(atoms, at) {
            atoms.bar(at);
            atoms.bar(at + 2);
        }
    }
}

fn is_number(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_digits(at) || matches!(atoms.numeric(at), Numeric::Unit(_) | Numeric::Tens(_))
}

/// "page 12", "No. 5", "article 27", "week 31".
fn is_label(atoms: &Atoms<'_>, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else {
        return false;
    };
    if before > 0 && atoms.is_mark(before, '.') && !atoms.gap(before) {
        before -= 1;
    }
    if is_dialled(atoms, before) {
        return true;
    }
    // "COVID -19"
    if before > 0 && atoms.is_mark(before, '-') && atoms.is(before - 1, "covid") {
        return true;
    }
    let of = at > 1
        && atoms.is(before, "of")
        && atoms.is_any(at - 2, &["group", "gang", "rule", "article"])
        && atoms.capital(at - 2);
    // "update no. 2", but "there was no. 2 died"
    let number =
        before + 1 < at && atoms.is(before, "no") && !atoms.gap(before + 1) && atoms.gap(at);
    // "under Law 29664", and not "under the law 40 were freed"
    let named = atoms.capital(before) && atoms.is_any(before, &["law", "bore"]);
    let strong = atoms.has(before, Flag::Label) || of || number || named;
    if !strong && !atoms.has(before, Flag::WeakLabel) || atoms.barred(before) {
        return false;
    }
    // "5 km 200", but "at kilometre 47".
    if atoms.has(before, Flag::UnitStart) && before > 0 && is_number(atoms, before - 1) {
        return false;
    }
    let title = atoms.capital(before) && atoms.is_digits(at);
    let many = atoms.text(at).contains(',') && !atoms.capital(before);
    let spelled = !atoms.is_digits(at) && !atoms.capital(at);
    // "a level three alert", "a category five storm"
    let degrees = &["level", "category", "grade", "stage", "phase", "tier"];
    if spelled && atoms.is_any(before, degrees) && is_adjectival(atoms, before, at + 1) {
        return true;
    }
    // "passed the bill 61-48"
    let sides = atoms.is_any(before, &["bill", "measure", "motion", "resolution"])
        && !atoms.capital(before)
        && atoms.is_joint(at + 1)
        && atoms.is_digits(at + 2);
    if many
        || sides
        || is_counting(atoms, before)
        || is_summed(atoms, at + 1) && !(strong && title && !atoms.gap(at + 1))
        || !strong && !title && is_told_of(atoms, before, at + 1)
        || spelled && atoms.is_word(at + 1) && !atoms.has(at + 1, Flag::Stop)
    {
        return false;
    }
    strong
        && (atoms.is_digits(at) || !is_counted(atoms, at + 1))
        && !atoms.has(at + 1, Flag::Plural)
        || title && !atoms.has(at + 1, Flag::Plural)
        || !is_counted(atoms, at + 1)
}

/// Whether a degree describes a single thing: "a level three alert".
fn is_adjectival(atoms: &Atoms<'_>, label: usize, next: usize) -> bool {
    label > 0
        && atoms.is_any(label - 1, &["a", "the", "its", "this"])
        && atoms.is_word(next)
        && !atoms.has(next, Flag::Stop)
        && !atoms.has(next, Flag::Verb)
        && !super::nouns::is_plural(atoms, next)
}

/// "At the depot 12 were killed", "in the hall 40 died": a place, and the number of those in it.
fn is_told_of(atoms: &Atoms<'_>, label: usize, next: usize) -> bool {
    let placed = label > 0 && atoms.is_any(label - 1, &["the", "a", "this", "that", "another"]);
    placed && is_told(atoms, next)
}

/// "the Three Gorges Dam": a number with a capital inside a sentence.
fn is_in_name(atoms: &Atoms<'_>, at: usize) -> bool {
    !atoms.is_digits(at)
        && at > 0
        && atoms.capital(at)
        && (atoms.is_word(at - 1) && (atoms.capital(at + 1) || atoms.capital(at - 1)))
        && !atoms.is_any(at, &["hundred", "thousand"])
}

/// "iPhone 11", "Big 12": a number behind a name, with nothing behind it that could be counted.
fn is_name(atoms: &Atoms<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let text = atoms.text(at);
    // "IMO 9234567"
    let code = atoms.text(before).len() > 1
        && atoms
            .text(before)
            .bytes()
            .all(|byte| byte.is_ascii_uppercase())
        && !atoms.shouted;
    let longest = if code { 9 } else { 4 };
    let plain = atoms.is_digits(at) && text.len() <= longest && !text.contains(',');
    if !plain || !atoms.gap(at) || matches!(atoms.mark(at + 1), Some('%' | '°')) {
        return false;
    }
    let named = match atoms.kind(before) {
        Some(Kind::Name) => true,
        Some(Kind::Word) => {
            // "the S&P 500": one letter is no code by itself
            let word = atoms.text(before);
            is_proper(atoms, before) && (word.len() == 1 || !Tables::english().is_code(word))
        }
        _ => false,
    };
    // "Train ICE 704 had been late", "the 737 MAX 8 had"
    if named
        && code
        && before > 0
        && (atoms.has(before - 1, Flag::Label) || atoms.is_digits(before - 1) && atoms.gap(before))
    {
        return true;
    }
    // "the MV Santana 7 left port"
    let ship =
        before > 0 && atoms.is_any(before - 1, &["mv", "ms", "ss", "hms", "uss", "mt", "fv"]);
    if named && ship && atoms.capital(before - 1) {
        return true;
    }
    // "iPhone 11 Pro cameras": no counted noun follows such a name
    let product = atoms
        .text(before)
        .starts_with(|c: char| c.is_ascii_lowercase())
        && is_proper(atoms, before)
        && atoms.capital(at + 1);
    if product && !is_summed(atoms, at + 1) {
        return true;
    }
    named
        && !is_claimed(atoms, at)
        && !is_summed(atoms, at + 1)
        && (!is_told(atoms, at + 1) || is_told_of_thing(atoms, at) || at == 1 && is_headed(atoms))
        && !is_counted(atoms, at + 1)
}

/// "said 310 had died, the Red Cross 277": the count of another, whose verb is that of the count before.
fn is_claimed(atoms: &Atoms<'_>, at: usize) -> bool {
    let closed = atoms.kind(at + 1).is_none() || atoms.mark(at + 1).is_some();
    let first = (at.saturating_sub(6)..at)
        .rev()
        .take_while(|&at| {
            atoms.is_word(at) && (atoms.capital(at) || atoms.is_any(at, &["the", "of", "for"]))
        })
        .last();
    let link = first
        .and_then(|first| first.checked_sub(1))
        .filter(|&link| {
            matches!(atoms.mark(link), Some(',' | ';'))
                || atoms.is_any(link, &["and", "but", "while"])
        });
    let Some(link) = link.filter(|_| closed) else {
        return false;
    };
    let reports = &[
        "said",
        "says",
        "say",
        "put",
        "puts",
        "reported",
        "reports",
        "counted",
        "claimed",
        "confirmed",
        "estimated",
        "recorded",
        "gave",
    ];
    let verb = (link.saturating_sub(24)..link).find(|&verb| atoms.is_any(verb, reports));
    let near = atoms.is_mark(link, ',') && !atoms.is(link + 1, "the");
    let behind = |verb: usize| (verb + 1..link).any(|at| is_number(atoms, at) && !atoms.barred(at));
    verb.is_some_and(behind) && !(near && atoms.text(at).len() < 3)
}

/// A capitalised word that is part of a name, "iPhone" too.
fn is_proper(atoms: &Atoms<'_>, at: usize) -> bool {
    let text = atoms.text(at);
    let word = atoms.word(at);
    // "the MV Sun 5": no Sunday
    let ship = at > 0 && text.len() == 3 && word.is(Flag::Weekday) && atoms.capital(at - 1);
    let inner = text.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) && !atoms.shouted;
    let plain = [
        Flag::Stop,
        Flag::Month,
        Flag::Weekday,
        Flag::Verb,
        Flag::Auxiliary,
        Flag::Adverb,
        Flag::Up,
        Flag::Down,
    ]
    .iter()
    .any(|&flag| {
        word.is(flag) && !ship && !(flag == Flag::Verb && at > 1 && atoms.capital(at - 1))
    });
    let role = word.after.is_some() || word.before.is_some() || word.noun.is_some();
    let one = at == 0 && text.len() > 3 && is_headed(atoms);
    let first = at == 0 && !one
        || at > 0
            && atoms
                .kind(at - 1)
                .is_some_and(|kind| kind == Kind::Mark('“') || kind == Kind::Mark('"'));
    (atoms.capital(at) && !first || inner) && !plain && !role
}

/// Whether a unit or a scale stands here.
fn is_summed(atoms: &Atoms<'_>, at: usize) -> bool {
    let text = atoms.text(at);
    let tables = Tables::english();
    if text.len() > 24 || atoms.is_any(at, &["a", "in"]) {
        return false;
    }
    matches!(atoms.numeric(at), Numeric::Scale(_) | Numeric::Dozen)
        || tables.sign(text).is_some()
        || atoms.has(at, Flag::UnitStart) && tables.unit(text.to_ascii_lowercase()).is_some()
        || !atoms.gap(at) && tables.scale(text).is_some()
        || atoms.is_joint(at)
            && tables
                .unit(atoms.text(at + 1).to_ascii_lowercase())
                .is_some()
}

/// Whether something is told of those counted: "31 were killed", "12 dead".
fn is_told(atoms: &Atoms<'_>, at: usize) -> bool {
    let word = atoms.word(at);
    word.after.is_some()
        || word.noun.is_some()
        || word.is(Flag::Further)
        || atoms.is_any(at, &["were", "are", "have", "had", "of", "civilians"])
        || atoms.is_mark(at, '(') && atoms.is_digits(at + 1)
}

/// Whether a plural noun is counted from here.
pub(super) fn is_counted(atoms: &Atoms<'_>, at: usize) -> bool {
    for index in at..at + 4 {
        if !atoms.is_word(index) || atoms.has(index, Flag::Stop) || index > at && !atoms.gap(index)
        {
            return false;
        }
        if atoms.has(index, Flag::Plural) {
            return true;
        }
        let text = atoms.text(index);
        let plural = text.len() > 3
            && text.ends_with(['s', 'S'])
            && !text.ends_with("ss")
            && !atoms.has(index, Flag::Singular);
        if plural && !atoms.has(index, Flag::Verb) {
            return true;
        }
        if atoms.has(index, Flag::Verb) {
            return false;
        }
    }
    false
}

/// Bars the further numbers of "pages 4 and 5", "articles 3, 4 and 9".
fn bar_list(atoms: &mut Atoms<'_>, at: usize) {
    let mut end = at + 1;
    // "Zones 8 and 9 remain shut"
    let many = at
        .checked_sub(1)
        .is_some_and(|label| atoms.has(label, Flag::Label) && atoms.text(label).ends_with('s'));
    for _ in 0..8 {
        let link = atoms.is_mark(end, ',')
            || atoms.is_any(end, &["and", "to", "or"])
            || atoms.is_joint(end);
        if !link
            || !atoms.is_digits(end + 1)
            || is_counted(atoms, end + 2)
            || is_summed(atoms, end + 2)
        {
            return;
        }
        let told = atoms.is_word(end + 2) && !atoms.has(end + 2, Flag::Stop);
        if atoms.is(end, "and") && told && !many {
            return;
        }
        atoms.bar(end + 1);
        end += 2;
    }
}
