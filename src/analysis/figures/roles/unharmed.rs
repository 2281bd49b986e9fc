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
        if self.is_never_held(draft, role) || self.is_never_driven_out(draft, role) {
            return true;
        }
        if self.is_left_place(draft, role) {
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

    /// "a clinical trial with 40 patients": tried are the drugs.
    fn is_never_held(&self, draft: &Draft, role: Role) -> bool {
        const TRIED: &[&str] = &["patients", "volunteers", "participants", "subjects"];
        // "12 volunteers were arrested"
        let taken = &[
            "arrested",
            "detained",
            "jailed",
            "imprisoned",
            "kidnapped",
            "abducted",
            "seized",
            "hostage",
        ];
        let near = draft.head.saturating_sub(3)..draft.tail + 14;
        role == Role::Detained
            && self.counts(draft, TRIED)
            && !near.into_iter().any(|at| self.atoms.is_any(at, taken))
    }

    /// "the school accommodates 400 girls", "a plane was carrying nine miners to a camp", "two of the firms
    /// sought protection from creditors".
    fn is_never_driven_out(&self, draft: &Draft, role: Role) -> bool {
        const GUESTS: &[&str] = &[
            "girls",
            "boys",
            "students",
            "pupils",
            "guests",
            "passengers",
            "visitors",
            "patients",
        ];
        const CREWS: &[&str] = &[
            "miners",
            "workers",
            "engineers",
            "soldiers",
            "troops",
            "officials",
        ];
        if role != Role::Displaced {
            return false;
        }
        let before = draft.head.wrapping_sub(1);
        let housed = || {
            (draft.head.saturating_sub(3)..draft.head)
                .any(|at| self.atoms.text(at).starts_with("accommodat"))
        };
        self.atoms.is_any(before, &["carrying", "flying"]) && self.counts(draft, CREWS)
            || self.counts(draft, GUESTS) && housed()
            || self.atoms.has_near(draft.tail, "creditors")
    }

    /// "were evacuated from five buildings": what people were taken out of.
    fn is_left_place(&self, draft: &Draft, role: Role) -> bool {
        matches!(role, Role::Displaced | Role::Rescued | Role::Released)
            && self.atoms.is(draft.head.wrapping_sub(1), "from")
            && draft.noun.is_some()
            && !self.is_of_people(draft)
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
