//! Whether a number may go on with what one before counted.

use super::super::atoms::Atoms;
use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Links;
use crate::analysis::listed::Listed;
use crate::briefing::Figure;

impl Links<'_> {
    /// Whether a number of another sentence may go on with what one before counted: it is told soon after,
    /// and is no other kind of number, as in "pays out 11 billion", "retire at 62".
    pub(super) fn may_go_on(&self, atoms: &Atoms<'_>, draft: &Draft, before: &Figure) -> bool {
        let toll =
            || (draft.head.saturating_sub(10)..draft.head).any(|at| atoms.has(at, Flag::Toll));
        let far_larger = draft.numeral.low > before.value.high().max(1.0) * LARGER;
        let at = draft.head > 0 && atoms.is(draft.head - 1, "at");
        let sentence = |at: usize| self.reading.document.sentence_at(at);
        let here = sentence(draft.numeral.span.start());
        let there = sentence(before.span.start());
        let soon = here
            .zip(there)
            .is_some_and(|(here, there)| here.saturating_sub(there) <= SOON);
        soon && (toll() || !far_larger && !at)
    }
}

/// So many sentences behind what it goes on with a number stands at most.
const SOON: usize = 4;

/// Who goes on counting the same does not come to so many times as many.
const LARGER: f64 = 1e5;

/// "forcing hundreds to jump", "drew thousands": something else was done to those.
pub(in super::super) fn is_governed(atoms: &Atoms<'_>, head: usize) -> bool {
    const VERBS: Listed = Listed::of(&[
        "forcing",
        "forced",
        "sending",
        "sent",
        "prompting",
        "prompted",
        "drawing",
        "drew",
        "bringing",
        "brought",
        "causing",
        "caused",
        "attracting",
        "attracted",
        "allowing",
        "allowed",
        "urging",
        "urged",
        "telling",
        "asking",
        "asked",
        "employing",
        "employed",
        "hiring",
        "hired",
        "terrifying",
        "awakening",
        "waking",
    ]);
    head > 0 && atoms.is_listed(head - 1, &VERBS)
}
