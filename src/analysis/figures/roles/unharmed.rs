//! What is counted and suffers nothing, or nothing more.

use super::super::draft::Draft;
use super::super::nouns;
use super::super::tables::Flag;
use super::Roles;
use crate::briefing::Role;

/// No people are so many: "frees about 4 billion tolars" is money, whatever it is called.
const TOO_MANY: f64 = 1e9;

impl Roles<'_> {
    /// "held 70 seats", "freed 300 beds": verbs of a toll, told of what is no toll.
    pub(super) fn suffers_nothing(&self, draft: &Draft, role: Role) -> bool {
        // "a town of 300 was hit"
        let place = || nouns::is_size_of_place(self.atoms, draft.numeral.first);
        if matches!(role, Role::Injured | Role::Destroyed) && place() {
            return true;
        }
        let Some(noun) = draft.noun.filter(|_| role <= Role::Destroyed) else {
            return false;
        };
        // "a list that held only 44 names", "inside four of the cells"
        let names =
            role == Role::Detained && self.atoms.is_any(noun.end - 1, &["names", "cells", "cell"]);
        draft.numeral.low >= TOO_MANY || names || self.atoms.has(noun.end - 1, Flag::NoToll)
    }

    /// "three of the dead were buried under a wall": whatever else is told of them.
    pub(super) fn is_of_the_dead(&self, draft: &Draft) -> bool {
        let of = draft.numeral.end;
        self.atoms.is(of, "of")
            && self.atoms.is_any(of + 1, &["the", "those"])
            && self
                .atoms
                .is_any(of + 2, &["dead", "deceased", "fatalities"])
    }
}
