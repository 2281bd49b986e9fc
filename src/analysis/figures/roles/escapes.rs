//! Those who escape, those who are brought away and those who fall.

use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Those whose escape saves nobody.
const FUGITIVES: Listed = Listed::of(&[
    "prisoners",
    "inmates",
    "convicts",
    "suspects",
    "gunmen",
    "attackers",
    "assailants",
    "robbers",
    "rebels",
    "militants",
    "bombers",
    "killers",
    "thieves",
    "fugitives",
    "detainees",
]);

impl Roles<'_> {
    /// "two suspects fled", but "1,200 inmates were evacuated": those who flee, and to whom nothing is done.
    pub(super) fn at_large(&self, draft: &Draft) -> bool {
        let being = &["were", "are", "been", "being"];
        let done = self.counts(draft, &["inmates"])
            && (draft.tail..draft.tail + 12).any(|at| self.atoms.is_any(at, being));
        self.is_hunted(draft) && !done
    }

    /// "escaped through a window", "escaped to the hills", "escaped with bruises", "escaped from jail".
    pub(super) fn escaped(&self, at: usize) -> Option<Role> {
        const HURTS: &[&str] = &[
            "injuries",
            "bruises",
            "cuts",
            "burns",
            "wounds",
            "scratches",
        ];
        const HELD: &[&str] = &[
            "jail",
            "prison",
            "police",
            "custody",
            "punishment",
            "blame",
            "justice",
            "arrest",
            "capture",
            "captivity",
            "prosecution",
            "cell",
            "cells",
            "notice",
            "camp",
        ];
        const AWAY: &[&str] = &[
            "hills",
            "mountains",
            "forest",
            "border",
            "abroad",
            "country",
        ];
        let words = || {
            (at + 1..at + 7).take_while(|&at| self.atoms.is_word(at) || self.atoms.is_digits(at))
        };
        let any = |list: &[&str]| words().any(|at| self.atoms.is_any(at, list));
        let fugitive = (at.saturating_sub(16)..at).any(|at| self.atoms.is_listed(at, &FUGITIVES));
        if any(HELD) || fugitive {
            return None;
        }
        // "escaped and made their way home"
        if (at + 1..at + 9).any(|at| self.atoms.is(at, "home")) {
            return Some(Role::Released);
        }
        Some(if any(HURTS) {
            Role::Injured
        } else if any(AWAY) {
            Role::Displaced
        } else {
            Role::Rescued
        })
    }

    /// "52 had been taken" by gunmen, in a sentence that speaks of them.
    pub(super) fn is_of_kidnap(&self, at: usize) -> bool {
        const TAKERS: Listed = Listed::of(&[
            "gunmen",
            "kidnappers",
            "kidnapped",
            "abducted",
            "abductors",
            "captors",
            "hostage",
            "captive",
            "bandits",
            "militants",
            "insurgents",
            "rebels",
            "raid",
            "raiders",
            "attackers",
            "ransom",
            "pirates",
            "piracy",
        ]);
        let hospital = (at + 1..at + 6).any(|at| {
            self.atoms.is(at, "to") || self.atoms.is_any(at, &["hospital", "hospitals", "morgue"])
        });
        !hospital
            && (at.saturating_sub(16)..at + 12)
                .filter(|&near| near < self.atoms.len())
                .any(|near| self.atoms.is_listed(near, &TAKERS))
    }

    fn is_of_police(&self, at: usize) -> bool {
        const FORCE: &[&str] = &[
            "police",
            "policemen",
            "riot",
            "riots",
            "rioting",
            "protest",
            "curfew",
            "suspects",
            "arrests",
            "custody",
        ];
        const SEA: Listed = Listed::of(&[
            "boat",
            "boats",
            "ship",
            "tanker",
            "trawler",
            "sea",
            "coastguard",
            "water",
            "helicopter",
            "vessel",
            "raft",
        ]);
        let near = || (at.saturating_sub(24)..at + 12).filter(|&at| at < self.atoms.len());
        near().any(|at| self.atoms.is_any(at, FORCE))
            && !near().any(|at| self.atoms.is_listed(at, &SEA))
    }

    /// "hauled off to jail", "dragged out to sea": brought away, and not to safety.
    pub(super) fn carried(&self, at: usize) -> Role {
        let any = |list: &[&str]| {
            (at + 1..at + 5)
                .take_while(|&at| self.atoms.is_word(at))
                .any(|at| self.atoms.is_any(at, list))
        };
        let off = self.atoms.is_any(
            at,
            &["hauled", "dragged", "picked", "taken", "led", "pulled"],
        );
        // "340 have been picked up" in a riot, and no castaways
        let arrest = self.atoms.is(at, "picked") && self.is_of_police(at);
        if arrest || off && any(&["jail", "prison", "police", "custody", "court", "handcuffs"]) {
            Role::Detained
        } else if off && self.atoms.is(at + 1, "out") && any(&["sea"]) {
            Role::Missing
        } else {
            Role::Rescued
        }
    }

    /// "six policemen fell", "four hikers froze", and no prices.
    pub(super) fn fell(&self, at: usize) -> bool {
        let next = at + 1;
        let ends = self.atoms.kind(next).is_none()
            || self.atoms.mark(next).is_some()
            || self
                .atoms
                .is_any(next, &["in", "during", "when", "and", "on", "as", "while"]);
        let by = if self.atoms.is(at, "fallen") {
            // "five soldiers had “fallen”"
            let verb = at.saturating_sub(usize::from(matches!(
                self.atoms.mark(at.wrapping_sub(1)),
                Some('"' | '“')
            )));
            let near = verb.saturating_sub(3)..verb;
            near.clone()
                .any(|at| self.atoms.has(at, Flag::Fighter) && !self.atoms.is(at, "people"))
                && self
                    .atoms
                    .is_any(verb.wrapping_sub(1), &["had", "have", "has"])
        } else if self.atoms.is(at, "fell") {
            self.atoms.has(at.wrapping_sub(1), Flag::Fighter)
                && !self.atoms.is_any(
                    at.wrapping_sub(1),
                    &["people", "children", "members", "crew"],
                )
        } else {
            self.atoms.has(at.wrapping_sub(1), Flag::People)
        };
        by && ends
    }

    /// "police have picked up three men".
    pub(super) fn is_arrest(&self, at: usize) -> bool {
        const FORCE: &[&str] = &[
            "police",
            "soldiers",
            "troops",
            "agents",
            "officers",
            "army",
            "patrols",
            "gunmen",
            "militia",
            "investigators",
            "detectives",
            "intelligence",
        ];
        // "picked up 41 shell casings"
        let people = (at + 2..at + 7).any(|at| {
            self.atoms.has(at, Flag::People)
                || self.atoms.has(at, Flag::Fighter)
                || self.atoms.is(at, "suspects")
        });
        // "investigators, who picked up six suspects"
        let who = at > 2 && self.atoms.is(at - 1, "who") && self.atoms.is_mark(at - 2, ',');
        let end = at - 2 * usize::from(who);
        self.atoms.is(at, "picked")
            && people
            && (end.saturating_sub(5)..end)
                .rev()
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is_any(at, FORCE))
    }
}
