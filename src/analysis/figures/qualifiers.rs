//! Words that say how exact a number is.

use super::atoms::{Atoms, Kind};
use super::phrase::Phrase;
use super::tables::{Flag, LONGEST_PHRASE, Numeric, Tables};
use crate::analysis::listed::Listed;
use crate::briefing::{Qualifier, QualifierKind};

/// Words that may stand between a qualifier and its number: "at least another 12".
const BETWEEN: Listed = Listed::of(&[
    "a",
    "an",
    "another",
    "additional",
    "further",
    "the",
    "their",
    "its",
    "his",
    "her",
    "only",
    "of",
    "whopping",
    "some",
    "that",
]);

/// What is told of a value that moved: "edged up to 2.8 percent" bounds nothing.
const MOVED: Listed = Listed::of(&[
    "edged", "crept", "ticked", "inched", "nudged", "went", "climbed", "rose", "shot", "gone",
    "jumped",
]);

/// What people have over something: "the dispute over 130 job cuts" bounds nothing.
const QUARRELS: Listed = Listed::of(&[
    "dispute",
    "disputes",
    "row",
    "rows",
    "anger",
    "outrage",
    "protest",
    "protests",
    "concern",
    "concerns",
    "charges",
    "charge",
    "fears",
    "talks",
    "controversy",
    "lawsuit",
    "lawsuits",
    "quarrel",
    "standoff",
    "feud",
    "clash",
    "clashes",
    "trial",
    "questioned",
    "uproar",
    "struck",
    "strike",
    "strikes",
    "walkout",
    "tools",
]);

/// The qualifier in front of a number, and the atom that it begins at.
pub(super) fn before(atoms: &Atoms<'_>, first: usize) -> Option<(Qualifier, usize)> {
    let found = ending_at(atoms, first);
    let mut end = first;
    let mut best = found;
    for _ in 0..3 {
        let Some(word) = end.checked_sub(1) else {
            break;
        };
        if !atoms.is_listed(word, &BETWEEN) {
            break;
        }
        end = word;
        // "centres around the 37m skeleton", "over their two years"
        let definite = atoms.is_any(word, &["the", "its", "their", "his", "her", "that"]);
        // "under a 33-storey tower"
        // "over a five- to 10-year period"
        let hyphen = atoms.is_mark(first + 1, '-') && !atoms.gap(first + 1);
        let place = atoms.is_any(word, &["a", "an"]) && hyphen;
        let is_place =
            |kind| place && matches!(kind, QualifierKind::LessThan | QualifierKind::MoreThan);
        // "passed a 15 percent levy"
        let law = atoms.is_any(word, &["a", "an"])
            && atoms.is_any(end.wrapping_sub(1), &["passed", "pass", "topped"]);
        if let Some(further) = ending_at(atoms, end)
            .filter(|(qualifier, at)| *at + 1 < end || !definite && !is_place(qualifier.kind))
            .filter(|_| !law)
        {
            let weak = best
                .as_ref()
                .is_none_or(|(qualifier, _)| qualifier.kind == QualifierKind::About);
            if weak {
                best = Some(further);
            }
        }
    }
    best
}

/// The longest phrase of a qualifier that ends before an atom.
fn ending_at(atoms: &Atoms<'_>, end: usize) -> Option<(Qualifier, usize)> {
    let last = end.checked_sub(1)?;
    if let Some(Kind::Mark(mark @ ('~' | '≈' | '<' | '>' | '≥' | '≤'))) = atoms.kind(last) {
        let kind = match mark {
            '<' => QualifierKind::LessThan,
            '>' => QualifierKind::MoreThan,
            '≥' => QualifierKind::AtLeast,
            '≤' => QualifierKind::UpTo,
            _ => QualifierKind::About,
        };
        let span = atoms.span(last);
        return Some((Qualifier { kind, span }, last));
    }
    if let Some(first) = last.checked_sub(1).filter(|_| atoms.is_mark(last, '=')) {
        let kind = match atoms.mark(first)? {
            '<' => QualifierKind::UpTo,
            '>' => QualifierKind::AtLeast,
            _ => return None,
        };
        let span = atoms.span(first).join(atoms.span(last));
        return Some((Qualifier { kind, span }, first));
    }
    if !atoms.has(last, Flag::QualifierEnd) && atoms.mark(last).is_none() {
        return None;
    }
    let mut best = None;
    let mut words = Phrase::new();
    for first in (end.saturating_sub(LONGEST_PHRASE)..end).rev() {
        if !matches!(atoms.kind(first), Some(Kind::Word | Kind::Mark('-'))) {
            break;
        }
        let known = atoms.has(first, Flag::QualifierPart) || !atoms.is_word(first);
        let joint = words.is_empty() || first + 1 < end && !atoms.gap(first + 1);
        let space = if joint { "" } else { " " };
        let fits = known && words.push_lower_front(space).is_some();
        if !fits || words.push_lower_front(atoms.text(first)).is_none() {
            break;
        }
        if let Some(kind) = Tables::english().qualifier(words.bytes()) {
            let span = atoms.span(first).join(atoms.span(last));
            best = Some((Qualifier { kind, span }, first));
        }
    }
    best.filter(|&(_, first)| !is_other_sense(atoms, first, last))
}

/// Whether the words from `first` to `last` bound nothing: "handed over 14 soldiers", "buried under eight metres
/// of snow".
fn is_other_sense(atoms: &Atoms<'_>, first: usize, last: usize) -> bool {
    let led = |words: &[&str]| atoms.is_any(last.wrapping_sub(1), words);
    let over = [
        "hand",
        "hands",
        "handed",
        "handing",
        "turned",
        "turning",
        "spread",
        "strewn",
        "scattered",
        "declared",
    ];
    let under = [
        "lay", "lie", "lies", "lying", "buried", "trapped", "stuck", "found",
    ];
    // "won over four waverers"
    let over = || {
        led(&over)
            || led(&["won", "wins", "winning"])
            || atoms.is_listed(last.wrapping_sub(1), &QUARRELS)
            || is_during(atoms, last)
    };
    // "edged back up to 2.8 percent"
    let back = usize::from(atoms.is(first.wrapping_sub(1), "back"));
    let up_to = first + 1 == last
        && atoms.is(first, "up")
        && atoms.is(last, "to")
        && atoms.is_listed(first.wrapping_sub(1 + back), &MOVED);
    up_to
        || is_depth(atoms, last)
        || first == last
            && (atoms.is(last, "over") && over() || atoms.is(last, "under") && led(&under))
}

/// "were under 1.5 metres of water": how deep.
fn is_depth(atoms: &Atoms<'_>, under: usize) -> bool {
    const DEEP: &[&str] = &[
        "metres",
        "metre",
        "meters",
        "meter",
        "feet",
        "foot",
        "inches",
        "centimetres",
    ];
    const COVERS: &[&str] = &[
        "water", "mud", "snow", "rubble", "ash", "sand", "earth", "debris", "silt",
    ];
    atoms.is(under, "under")
        && (under + 2..under + 5).any(|at| {
            atoms.is_any(at, DEEP) && atoms.is(at + 1, "of") && atoms.is_any(at + 2, COVERS)
        })
}

/// "called 112 witnesses over seven months": as long as it took.
fn is_during(atoms: &Atoms<'_>, over: usize) -> bool {
    const TIMES: &[&str] = &["hours", "days", "weeks", "months", "years", "decades"];
    let many = over.checked_sub(1).is_some_and(|noun| {
        atoms.has(noun, Flag::Plural)
            || atoms.has(noun, Flag::People)
            || atoms.text(noun).ends_with('s')
                && !atoms.has(noun, Flag::Stop)
                && !atoms.has(noun, Flag::Verb)
                && !atoms.has(noun, Flag::Auxiliary)
    });
    many && atoms.is_any(over + 2, TIMES)
}

/// The qualifier right behind a number: "or more".
pub(super) fn after(atoms: &Atoms<'_>, at: usize) -> Option<Qualifier> {
    // "thirty-odd people"
    if atoms.is_joint(at) && atoms.is(at + 1, "odd") {
        let (kind, span) = (QualifierKind::About, atoms.span(at + 1));
        return Some(Qualifier { kind, span });
    }
    // "dozens of miners nearly 800 metres below": it qualifies what follows
    let next = atoms.is_digits(at + 1) || atoms.numeric(at + 1) != Numeric::None;
    if !atoms.has(at, Flag::QualifierStart) || next {
        return None;
    }
    let mut best = None;
    let mut words = Phrase::new();
    for index in at..at + 4 {
        let joint = if words.is_empty() { "" } else { " " };
        let text = atoms.text(index);
        let fits = atoms.is_word(index) && words.push(joint).is_some();
        if !fits || words.push_lower(text).is_none() {
            break;
        }
        // "5000 or less than 6000": the words belong to the number behind them
        let than = atoms.is(index + 1, "than")
            && (atoms.is_digits(index + 2) || atoms.numeric(index + 2) != Numeric::None);
        if than {
            return best;
        }
        if let Some(kind) = Tables::english().qualifier_after(words.bytes()) {
            let span = atoms.span(at).join(atoms.span(index));
            best = Some(Qualifier { kind, span });
        }
    }
    best
}
