//! Words of harm and rescue that tell none here, or another: cartridges that are picked up, the missing who are
//! accounted for, what a river carries off.

use super::super::draft::Draft;
use super::Roles;
use super::hurt::ILLNESSES;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    /// "carried off": by a river, by an illness or by people, as the words in front tell.
    pub(super) fn carried_off(&self, draft: &Draft, verb: usize, role: Role) -> Option<Role> {
        const PLAGUES: Listed = Listed::of(&[
            "epidemic", "outbreak", "illness", "famine", "hunger", "cold", "heat", "heatwave",
        ]);
        let near = verb.saturating_sub(8)..verb;
        let any = |found: &dyn Fn(usize) -> bool| near.clone().any(found);
        if self.is_thing(draft) {
            return Some(Role::Destroyed).filter(|_| any(&|at| self.is_water(at)));
        }
        if !self.is_of_people(draft) {
            return None;
        }
        Some(if any(&|at| self.is_water(at)) {
            Role::Missing
        } else if any(&|at| {
            self.atoms.is_listed(at, &ILLNESSES) || self.atoms.is_listed(at, &PLAGUES)
        }) {
            Role::Killed
        } else {
            role
        })
    }

    /// "80 cartridge cases were picked up".
    pub(super) fn is_of_rounds(&self, draft: &Draft) -> bool {
        let rounds = &[
            "cartridge",
            "cartridges",
            "shell",
            "casings",
            "bullet",
            "bullets",
        ];
        let noun = draft.noun.map(|noun| noun.first..noun.end);
        noun.is_some_and(|mut noun| noun.any(|at| self.atoms.is_any(at, rounds)))
    }

    /// "we have accounted for 128", where three are missing.
    pub(super) fn is_accounted_for(&self, verb: usize) -> bool {
        let near = verb.saturating_sub(4)..verb;
        self.atoms.is(verb, "accounted")
            && !near
                .into_iter()
                .any(|at| self.atoms.is_any(at, &["not", "yet", "never"]))
    }

    /// "12 ambulances took the injured to hospital".
    pub(super) fn is_to_ward(&self, draft: &Draft) -> bool {
        (draft.tail..draft.tail + 10).any(|at| {
            self.atoms
                .is_any(at, &["hospital", "hospitals", "clinic", "clinics"])
        })
    }
}
