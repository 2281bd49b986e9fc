//! Those whom a mortuary takes in.

use super::super::draft::Draft;
use super::super::nouns::Noun;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    /// "the bodies of a mother and her three daughters".
    pub(super) fn is_of_bodies(&self, draft: &Draft) -> bool {
        let theirs = draft.head > 1
            && self.atoms.is_any(draft.head - 1, &["his", "her", "their"])
            && self.atoms.is(draft.head - 2, "and");
        let bodies = &["bodies", "remains", "corpses"];
        let named = || {
            (draft.head.saturating_sub(9)..draft.head - 2)
                .any(|at| self.atoms.is_any(at, bodies) && self.atoms.is(at + 1, "of"))
        };
        theirs && named()
    }

    /// "the mortuary had received 105 men".
    pub(super) fn in_morgue(&self, draft: &Draft) -> Option<Role> {
        const HOUSES: Listed = Listed::of(&["morgue", "morgues", "mortuary", "mortuaries"]);
        let received = &["received", "took", "taken", "brought", "counted"];
        let near = draft.head.saturating_sub(6)..draft.tail + 6;
        // "had been counted at two mortuaries"
        let houses = |noun: Noun| self.atoms.is_listed(noun.end - 1, &HOUSES);
        if draft.noun.is_some_and(houses) {
            return None;
        }
        // "141 of the 188 victims had been identified"
        let victims = (draft.numeral.end..=draft.tail).any(|at| self.atoms.is(at, "victims"));
        if victims && (draft.tail..draft.tail + 8).any(|at| self.atoms.is(at, "identified")) {
            return Some(Role::Killed);
        }
        let house = near.clone().any(|at| self.atoms.is_listed(at, &HOUSES));
        (house && near.clone().any(|at| self.atoms.is_any(at, received))).then_some(Role::Killed)
    }
}
