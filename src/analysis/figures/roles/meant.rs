//! What an idiom means of those of whom it is told.

use super::super::draft::Draft;
use super::Roles;
use super::told::is_outcome;
use crate::briefing::Role;

impl Roles<'_> {
    /// "seven others, lightly hurt, were bandaged": a word between commas right behind those counted.
    pub(super) fn described_between(&self, draft: &Draft, comma: usize) -> Option<Role> {
        if comma != draft.tail || !self.atoms.is_mark(comma, ',') {
            return None;
        }
        let adverb = self.atoms.text(comma + 1).ends_with("ly");
        let at = comma + 1 + usize::from(adverb);
        let closed = self.atoms.is_mark(at + 1, ',');
        self.atoms
            .word(at)
            .after
            .filter(|&role| closed && matches!(role, Role::Injured | Role::Sick | Role::Missing))
    }

    /// "21 villagers had climbed onto a roof and were saved": what the clause tells behind its first verb.
    pub(super) fn second_predicate(&self, verb: usize, end: usize) -> Option<usize> {
        let was = &["were", "later", "had"];
        if self.atoms.is_any(verb + 2, &["not", "never"]) {
            return None;
        }
        if self.atoms.is(verb, "and") && self.atoms.is_any(verb + 1, was) {
            return Some(verb + 1);
        }
        let near = verb + 1..end.min(verb + 10);
        let mut clause = near.take_while(|&at| self.atoms.is_word(at));
        clause
            .find(|&at| self.atoms.is(at, "and") && self.atoms.is_any(at + 1, was) && at > verb + 1)
            .map(|and| and + 1)
    }

    /// What an idiom here tells of those counted, or what it came to in the end.
    pub(super) fn idiom_told(&self, draft: &Draft, at: usize, end: usize) -> Option<Role> {
        let role = self
            .idiom_after(at)
            .filter(|_| !self.is_told_of_other(draft.tail, at))?;
        // "crowded into 82 shelters", and not into a bus
        let crammed = &["crowded", "packed", "crammed", "squeezed"];
        if self.atoms.is_any(at, crammed) && !self.is_into_refuge(at) {
            return None;
        }
        let role = self.of_idiom(draft, at, role);
        let later = self.told_later(draft, at, end, role);
        later
            .filter(|&later| is_outcome(role, later))
            .or(Some(role))
    }

    /// "two banks are unlikely to survive", "9,000 families have yet to return to the valley": what is told
    /// of those who are hurt or missing, where it is told of others.
    fn of_homeless_or_idle(&self, draft: &Draft, at: usize, role: Role) -> Option<Role> {
        let unlikely = role == Role::Injured && self.atoms.is_any(at, &["unlikely", "not"]);
        if unlikely && draft.noun.is_some() && !self.is_of_people(draft) {
            return Some(Role::Other);
        }
        // "all 40 are believed to be accounted for"
        let believed = &["believed", "thought", "said", "known", "reported"];
        let safe = self.atoms.is(at, "to") && self.atoms.is(at + 2, "accounted");
        if role == Role::Missing && safe && self.atoms.is_any(at.wrapping_sub(1), believed) {
            return Some(Role::Rescued);
        }
        let settled = &["families", "households", "residents", "villagers"];
        let return_home = self.atoms.is(at, "yet") && self.atoms.is(at + 2, "return");
        (role == Role::Missing && return_home && self.counts(draft, settled))
            .then_some(Role::Displaced)
    }

    /// What an idiom tells, once it is seen whom it is told of.
    pub(super) fn of_idiom(&self, draft: &Draft, at: usize, role: Role) -> Role {
        let people = draft.noun.is_some() && self.is_of_people(draft);
        if let Some(role) = self.of_homeless_or_idle(draft, at, role) {
            return role;
        }
        match role {
            // "were taken away in ambulances"
            Role::Detained
                if (at + 2..at + 5).any(|at| {
                    self.atoms
                        .is_any(at, &["ambulance", "ambulances", "stretchers"])
                }) =>
            {
                Role::Injured
            }
            // "the family were wiped out"
            Role::Destroyed
                if people
                    && self
                        .atoms
                        .is_any(at, &["wiped", "blown", "torn", "ripped", "cut"]) =>
            {
                Role::Killed
            }
            // "five were knocked down by a van"
            Role::Destroyed if self.atoms.is(at, "knocked") && (people || draft.noun.is_none()) => {
                Role::Injured
            }
            // "two banks went under", and no homes
            Role::Destroyed
                if self.atoms.is(at + 1, "under")
                    && self.atoms.is_any(at, &["went", "gone", "go"])
                    && !self.is_thing(draft) =>
            {
                Role::Other
            }
            // "85 were brought down on sledges"
            Role::Destroyed
                if self.atoms.is(at, "brought")
                    && draft.noun.is_none()
                    && self.atoms.is_any(at + 2, &["on", "from", "safely"]) =>
            {
                Role::Rescued
            }
            // "six climbers were brought down": no thing that was shot at
            Role::Destroyed if people && self.atoms.is(at, "brought") => Role::Rescued,
            // "four were carried off by the flood"
            Role::Detained | Role::Destroyed
                if !self.is_thing(draft) && self.is_of_water(at + 1) =>
            {
                Role::Missing
            }
            // "171 have gone home": patients do so; others come back to where they live
            Role::Rescued if self.atoms.is(at, "walked") && self.is_captive(draft) => {
                Role::Released
            }
            // "40 deputies walked out": nobody held them
            Role::Released
                if self.atoms.is(at, "walked")
                    && self.atoms.is(at + 1, "out")
                    && !self.atoms.is(at + 2, "of")
                    && !self.is_captive(draft) =>
            {
                Role::Other
            }
            Role::Released if self.is_homecoming(at) && !self.is_of_patients(draft) => Role::Other,
            role => role,
        }
    }

    /// "15 families of people killed in the raid": whose kin they are tells nothing of them.
    pub(super) fn is_kin_of(&self, draft: &Draft) -> bool {
        let kin = &[
            "families",
            "relatives",
            "parents",
            "widows",
            "friends",
            "colleagues",
        ];
        let of = draft
            .noun
            .filter(|noun| self.atoms.is_any(noun.end - 1, kin));
        of.is_some_and(|noun| {
            self.atoms.is(noun.end, "of")
                && self.atoms.is_any(
                    noun.end + 1,
                    &["people", "those", "the", "victims", "men", "children"],
                )
        })
    }
}
