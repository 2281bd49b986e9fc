//! What a number amounts to: its value, its unit, and where the two stand.

use super::super::atoms::Atoms;
use super::super::draft::Draft;
use super::super::measure::Measure;
use super::super::nouns;
use super::super::numerals::Form;
use super::super::tables::{Flag, Tables, UnitKind};
use crate::analysis::reading::Reading;
use crate::briefing::Value;
use crate::document::Span;

pub(super) fn value(draft: &Draft) -> Value {
    let (low, high) = (draft.numeral.low, draft.numeral.high);
    if low < high {
        Value::Range(low, high)
    } else {
        Value::Exact(low)
    }
}

/// The unit behind the number, from the end of its span on.
pub(super) fn unit_words(atoms: &Atoms<'_>, draft: &Draft) -> Option<Span> {
    let end = match &draft.measure {
        Some(measure) => measure.end,
        // "three hot meals a day"
        None => draft.per.map(|_| draft.tail)?,
    };
    let from = span(atoms, draft).end();
    let until = atoms.span(end.checked_sub(1)?).end();
    (from < until).then(|| Span::new(from, until))
}

/// The number with its sign.
pub(super) fn span(atoms: &Atoms<'_>, draft: &Draft) -> Span {
    // "half an hour" is one number in its words
    let article = |measure: &&Measure| {
        draft.numeral.form == Form::Fraction
            && atoms.is_any(draft.numeral.end, &["a", "an"])
            && measure.end == draft.numeral.end + 2
    };
    let sign = draft
        .measure
        .as_ref()
        .filter(|measure| measure.sign || article(measure));
    sign.map_or(draft.numeral.span, |measure| {
        draft.numeral.span.join(atoms.span(measure.end - 1))
    })
}

/// The measure, or the noun counted in the singular.
pub(super) fn unit(reading: &Reading<'_>, draft: &Draft, noun: Option<Span>) -> Option<String> {
    if let Some(measure) = &draft.measure {
        return Some(measure.unit());
    }
    if draft.numeral.form == Form::Fraction && draft.noun.is_none() {
        return None;
    }
    let unit = noun.map(|noun| unit_of(reading.document.slice(noun)));
    match (unit, draft.per) {
        (Some(unit), Some(per)) => Some(format!("{unit} per {per}")),
        (None, Some(per)) => Some(format!("per {per}")),
        (unit, None) => unit,
    }
}

/// "rushing yards" are yards and "previous years" are years; all else is counted by its own name.
pub(super) fn unit_of(noun: &str) -> String {
    let last = noun.rsplit(' ').next().unwrap_or_default();
    if last.starts_with(char::is_uppercase) {
        return nouns::singular(noun);
    }
    if !noun.contains(' ') {
        return nouns::singular(noun);
    }
    let last = last.to_ascii_lowercase();
    let tables = Tables::english();
    let first = noun.split(' ').next().unwrap_or_default();
    let near = tables.word(first).is(Flag::NearTime);
    let unit = tables
        .unit(&last)
        .filter(|unit| unit.kind == UnitKind::Measure || unit.kind == UnitKind::Time && near);
    unit.map_or_else(|| nouns::singular(noun), |unit| unit.name.to_owned())
}
