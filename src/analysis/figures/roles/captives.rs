//! Words behind a number that tell of those held and let go.

use super::super::draft::Draft;
use super::super::tables::{Flag, Numeric};
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    /// "which leaves 13 at large", "six are still at large".
    pub(super) fn is_free(&self, draft: &Draft) -> bool {
        let light = |&at: &usize| {
            self.atoms.has(at, Flag::Auxiliary)
                || self.atoms.has(at, Flag::Adverb)
                || self.atoms.is_any(at, &["remain", "remained", "still"])
        };
        let at = draft.tail + (draft.tail..draft.tail + 4).take_while(light).count();
        self.atoms.is(at, "at") && self.atoms.is(at + 1, "large")
            || self.atoms.is(at, "on")
                && self.atoms.is(at + 1, "the")
                && self.atoms.is(at + 2, "run")
    }

    /// Words of those held or let go.
    pub(super) fn of_captives(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        const FALLEN: Listed = Listed::of(&[
            "firemen",
            "firefighters",
            "rescuers",
            "divers",
            "rubble",
            "wreckage",
            "debris",
            "ruins",
            "mud",
            "lift",
            "cabins",
        ]);
        let is = |words: &[&str]| self.atoms.is_any(at, words);
        let next = |words: &[&str]| self.atoms.is_any(at + 1, words);
        // "declared an emergency in three provinces and released $40 million": what else was done
        if is(&["released", "freed"]) && !was {
            let sum = self.atoms.is_digits(at + 1)
                || self
                    .atoms
                    .mark(at + 1)
                    .is_some_and(|mark| matches!(mark, '$' | '€' | '£'))
                || next(&["the", "a", "an", "its", "their", "his", "her"]);
            return (!sum).then_some(role);
        }
        // "who were held", not "held talks".
        if is(&["held", "seized", "captured", "charged"]) {
            // "60 had been beaten and 73 held": the verb that helps is left out
            let numbered = at > 0
                && (self.atoms.is_digits(at - 1) || self.atoms.numeric(at - 1) != Numeric::None);
            if numbered && (self.atoms.kind(at + 1).is_none() || self.atoms.mark(at + 1).is_some())
            {
                return Some(role);
            }
            let held = &["in", "by", "captive", "hostage", "with", "at"];
            return (was || next(held)).then_some(role);
        }
        // "90 were caught and sent back", not "caught in the crossfire"
        if is(&["caught"]) {
            let by = next(&["by"]) && self.atoms.is_any(at + 2, &["surprise", "a", "an", "the"]);
            return (was && !by && !next(&["in", "up", "on", "off", "between", "under"]))
                .then_some(role);
        }
        // "in pirate hands"
        if is(&["hands"]) {
            let whose = at.saturating_sub(3)..at;
            let own = &["own", "good", "safe", "our", "my", "bare"];
            return (whose.clone().any(|at| self.atoms.is(at, "in"))
                && !whose.clone().any(|at| self.atoms.is_any(at, own)))
            .then_some(role);
        }
        // "three defendants were cleared", and no streets
        if is(&["cleared"]) {
            let ends = self.atoms.kind(at + 1).is_none() || self.atoms.mark(at + 1).is_some();
            let people = self.atoms.has(at.saturating_sub(2), Flag::People);
            return (was && people && (ends || next(&["of", "by", "on"]))).then_some(role);
        }
        // "swapped for 240 prisoners", not "swapped stories"
        if is(&["swapped", "exchanged", "traded"]) {
            return was.then_some(role);
        }
        // "freed from the wreckage", "freed by firemen"
        let fallen = (at + 1..at + 6).any(|at| self.atoms.is_listed(at, &FALLEN));
        Some(if is(&["freed"]) && fallen {
            Role::Rescued
        } else {
            role
        })
    }
}
