//! What carries people, and how many it has in it.

use super::super::draft::Draft;
use super::super::tables::Numeric;
use super::Roles;
use super::hurt::ILLNESSES;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    pub(super) fn is_to_ward(&self, draft: &Draft) -> bool {
        (draft.tail..draft.tail + 10).any(|at| {
            self.atoms
                .is_any(at, &["hospital", "hospitals", "clinic", "clinics"])
        })
    }

    /// "we have accounted for 128", where three are missing.
    pub(super) fn is_accounted_for(&self, verb: usize) -> bool {
        let near = verb.saturating_sub(4)..verb;
        self.atoms.is(verb, "accounted")
            && !near
                .into_iter()
                .any(|at| self.atoms.is_any(at, &["not", "yet", "never"]))
    }

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
