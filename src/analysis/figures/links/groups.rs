//! What is counted by the words for a group: "nineteen of the dead", "of the drones, 118", "26 of them children".

use super::super::atoms::{Atoms, Kind};
use super::super::draft::Draft;
use super::super::measure::Measure;
use super::super::nouns::{self, Noun};
use super::super::numerals::Form;
use super::super::tables::{Flag, UnitKind};
use crate::analysis::listed::Listed;
use crate::document::Span;

/// People named by what happened to them, as a plural.
const GROUPS: Listed = Listed::of(&[
    "dead",
    "deceased",
    "injured",
    "wounded",
    "hurt",
    "missing",
    "displaced",
    "detained",
    "arrested",
    "infected",
    "rescued",
    "trapped",
    "sick",
    "homeless",
    "fallen",
    "accused",
]);

/// What happened to those whom a number without a noun of its own counts: "nineteen of the dead". It is no unit:
/// "19 dead" are people.
pub(super) fn hurt(atoms: &Atoms<'_>, draft: &Draft) -> Option<Span> {
    let open = draft.noun.is_none();
    open.then(|| behind(atoms, draft).or_else(|| in_front(atoms, draft, group)))
        .flatten()
}

/// Whether a number is of the dead, whatever else is told of them: "nine of those killed had been shot".
pub(super) fn is_of_dead(atoms: &Atoms<'_>, draft: &Draft) -> bool {
    let of = draft.numeral.end;
    let dead = &["dead", "killed", "deceased", "slain"];
    draft.is_count()
        && draft.numeral.form != Form::Fraction
        && atoms.is(of, "of")
        && atoms.is_any(of + 1, &["the", "those"])
        && atoms.is_any(of + 2, dead)
        && group(atoms, of + 1).is_some()
}

/// Whether a noun names people by what happened to them: "dead".
pub(super) fn is_group(noun: &str) -> bool {
    GROUPS.has(noun) || noun.starts_with("those ")
}

/// What a number without a noun of its own counts: "of the drones, 118".
pub(super) fn of_these(atoms: &Atoms<'_>, draft: &Draft) -> Option<Span> {
    let open = draft.noun.is_none() && draft.is_count();
    open.then(|| in_front(atoms, draft, things)).flatten()
}

/// "26 of them children": what they are, and not what they did.
pub(super) fn apposed(atoms: &Atoms<'_>, draft: &Draft) -> Option<Span> {
    let of = draft.numeral.end;
    let whose = draft.noun.is_none()
        && draft.is_count()
        && atoms.is(of, "of")
        && atoms.is_any(of + 1, &["them", "whom"]);
    let noun = whose
        .then(|| nouns::find(atoms, of + 2, false))
        .flatten()
        .filter(|noun| noun.plural)?;
    let closed = match atoms.kind(noun.end) {
        Some(Kind::Word) => {
            atoms.is_any(noun.end, &["under", "aged", "in", "from", "who", "still"])
        }
        _ => true,
    };
    closed.then(|| span(atoms, noun))
}

/// "nineteen of the dead", "95 percent of those killed".
fn behind(atoms: &Atoms<'_>, draft: &Draft) -> Option<Span> {
    let at = draft
        .measure
        .as_ref()
        .map_or(draft.numeral.end, |measure| measure.end);
    let share = |measure: &Measure| measure.kind == UnitKind::Percent;
    let counts = draft.measure.as_ref().is_none_or(share);
    (counts && atoms.is(at, "of"))
        .then(|| group(atoms, at + 1))
        .flatten()
        .map(|group| span(atoms, group))
}

/// "Of the drones, 118 were shot down", "Of those rescued, nine".
fn in_front(
    atoms: &Atoms<'_>,
    draft: &Draft,
    whom: fn(&Atoms<'_>, usize) -> Option<Noun>,
) -> Option<Span> {
    let comma = draft.head.checked_sub(1)?;
    if !draft.is_count() || !atoms.is_mark(comma, ',') {
        return None;
    }
    let of = (comma.saturating_sub(6)..comma)
        .rev()
        .take_while(|&at| atoms.mark(at).is_none())
        .find(|&at| atoms.is(at, "of"))?;
    let opens = of == 0 || atoms.mark(of - 1).is_some_and(|mark| mark != ',');
    let found = whom(atoms, of + 1)?;
    (opens && found.end == comma).then(|| span(atoms, found))
}

/// "the dead", "those infected": the words from an article or a pronoun on.
fn group(atoms: &Atoms<'_>, at: usize) -> Option<Noun> {
    let word = at + 1;
    let those = atoms.is(at, "those");
    let article = atoms.is_any(at, &["the", "these", "its", "their"]);
    let is_group = atoms.is_listed(word, &GROUPS) && (those || !is_led_on(atoms, word + 1));
    let told = those && atoms.word(word).after.is_some();
    let first = if those { at } else { word };
    ((those || article) && (is_group || told)).then_some(Noun {
        first,
        end: word + 1,
        plural: true,
    })
}

/// "the drones".
fn things(atoms: &Atoms<'_>, at: usize) -> Option<Noun> {
    let article = atoms.is_any(at, &["the", "these", "those"]);
    let noun = article.then(|| nouns::find(atoms, at + 1, false));
    let noun = noun.flatten().filter(|noun| noun.plural)?;
    // "of the town's mills"
    let owner = (noun.first..noun.end).rfind(|&at| atoms.kind(at) == Some(Kind::Possessive));
    Some(Noun {
        first: owner.map_or(noun.first, |owner| owner + 1),
        ..noun
    })
}

/// "of the missing miners": the word belongs to a noun.
fn is_led_on(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.gap(at)
        && atoms.is_word(at)
        && !atoms.has(at, Flag::Stop)
        && !atoms.has(at, Flag::Verb)
        && !atoms.has(at, Flag::Adverb)
        && atoms.word(at).after.is_none()
}

fn span(atoms: &Atoms<'_>, noun: Noun) -> Span {
    atoms.span(noun.first).join(atoms.span(noun.end - 1))
}
