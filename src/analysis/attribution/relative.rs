//! Clauses with "who" that stand between a subject and its verb.

use std::ops::Range;

use super::items::Items;
use super::phrases::is_verb;
use super::subject::head_of;
use crate::language::Class;

/// "the worker who runs the camp said": the "who" of a clause between a subject and its verb.
pub(super) fn clause_with_who(
    items: &Items<'_>,
    unit: &Range<usize>,
    left: usize,
) -> Option<usize> {
    let floor = left.saturating_sub(7).max(unit.start + 1);
    let who = (floor..left)
        .rev()
        .take_while(|&at| !matches!(items.word(at), "," | ";" | ":") && !items.is_marked(at))
        .find(|&at| items.is(at, "who"))?;
    let tells = who + 2 < left && is_verb(items, who + 1) && items.phrase(who + 1).is_none();
    let cue = (who + 1..left).any(|at| items.has(at, Class::CueVerb));
    (tells && !cue && items.phrase(who - 1).is_some()).then_some(who)
}

/// "Ruiz, who said": the phrase before the comma and its tail.
pub(super) fn antecedent(
    items: &Items<'_>,
    unit: &Range<usize>,
    relative: usize,
) -> Option<(usize, usize)> {
    let mut last = relative.checked_sub(1)?;
    if items.is(last, ",") {
        last = last.checked_sub(1)?;
    }
    if last < unit.start {
        return None;
    }
    items.phrase(last)?;
    let head = head_of(items, unit, last);
    Some((head, last + 1))
}
