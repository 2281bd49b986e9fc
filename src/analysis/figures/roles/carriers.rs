//! What carries people, and how many it has in it.

use super::super::draft::Draft;
use super::super::tables::Numeric;
use super::Roles;
use crate::analysis::listed::Listed;

impl Roles<'_> {
    /// "a boat conveying over 90 traders", "a van with five": what a vehicle has in it.
    pub(super) fn is_carried(&self, draft: &Draft) -> bool {
        const CARRYING: Listed = Listed::of(&[
            "with",
            "carrying",
            "conveying",
            "ferrying",
            "transporting",
            "taking",
            "bringing",
            "bearing",
            "holding",
        ]);
        // "with shovels for some 60" carries nobody
        let light = draft.head > 1
            && self
                .atoms
                .is_any(draft.head - 1, &["the", "its", "their", "all", "a"]);
        let verb = draft.head.checked_sub(1 + usize::from(light));
        // "a ferry with 214 passengers and 11 crew ran aground"
        let both = || {
            let and = verb.filter(|&and| self.atoms.is(and, "and"));
            and.is_some_and(|and| {
                let mut near = and.saturating_sub(4)..and;
                near.any(|at| self.atoms.is_listed(at, &CARRYING) && self.is_number(at + 1))
            })
        };
        verb.is_some_and(|at| self.atoms.is_listed(at, &CARRYING)) || both()
    }

    fn is_number(&self, at: usize) -> bool {
        self.atoms.is_digits(at) || self.atoms.numeric(at) != Numeric::None
    }

    /// "coastguards picked up 15 sailors", and not suspects; "lifted 320 villagers off roofs", and no
    /// sanctions.
    pub(super) fn is_brought_away(&self, at: usize) -> bool {
        const AT_SEA: Listed = Listed::of(&[
            "coastguard",
            "tanker",
            "freighter",
            "trawler",
            "coastguards",
            "guard",
            "navy",
            "rescuers",
            "fishermen",
            "ship",
            "ships",
            "boat",
            "boats",
            "vessel",
            "vessels",
            "helicopter",
            "helicopters",
        ]);
        if self.atoms.is(at, "picked") {
            return self.atoms.is(at + 1, "up")
                && (at.saturating_sub(5)..at).any(|at| self.atoms.is_listed(at, &AT_SEA));
        }
        let away = &["off", "roofs", "rooftops", "safety", "aboard"];
        (at + 2..at + 9).any(|at| self.atoms.is_any(at, away))
    }
}
