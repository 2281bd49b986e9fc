//! What is done to those counted by words in front that tell it only beside others.

use super::super::draft::Draft;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    /// What a word in front does to those counted only beside other words.
    pub(super) fn done_to(&self, before: usize, draft: &Draft) -> Option<Role> {
        // "unable to save three of the wounded"
        if self.is_refused(before)
            && self
                .atoms
                .is_any(before, &["save", "revive", "resuscitate"])
            && !self.is_thing(draft)
        {
            return Some(Role::Killed);
        }
        if self.is_taken_by_fire(before, draft) || self.is_shelled(before, draft) {
            return Some(Role::Destroyed);
        }
        if self.is_to_be_freed(before) {
            return Some(Role::Trapped);
        }
        if self.is_to_be_let_go(before) {
            return Some(Role::Detained);
        }
        if let Some(role) = self.idiom_before(before, draft) {
            return Some(role);
        }
        if self.is_light(before) {
            return None;
        }
        if self.is_under_order(before) {
            return Some(Role::Displaced);
        }
        if self.took_hostage(before, draft) {
            return Some(Role::Detained);
        }
        // "convicted nine of the 14, cleared three"
        if self
            .atoms
            .is_any(before, &["cleared", "clearing", "clears"])
            && self.is_of_people(draft)
            && (draft.head.saturating_sub(20)..draft.tail + 8).any(|at| {
                let tried = &[
                    "convicted",
                    "jury",
                    "court",
                    "judge",
                    "tribunal",
                    "acquitted",
                ];
                self.atoms.is_any(at, tried)
            })
        {
            return Some(Role::Other);
        }
        // "released 12 women but kept 30 men"
        if self
            .atoms
            .is_any(before, &["kept", "keep", "keeping", "keeps"])
            && self.is_of_people(draft)
            && self.is_of_kidnap(before)
        {
            return Some(Role::Detained);
        }
        if self.atoms.is_any(before, &["hitting", "striking"]) && self.is_of_people(draft) {
            return Some(Role::Injured);
        }
        let ill = self.is_by_illness(before);
        (ill && (draft.noun.is_none() || self.is_of_people(draft))).then_some(Role::Sick)
    }

    /// Whether a sum is what something costs: "is costing $120 million a day".
    pub(super) fn is_of_costing(&self, head: usize) -> bool {
        const FARTHEST: usize = 4;
        let mut before = (head.saturating_sub(FARTHEST)..head)
            .rev()
            .take_while(|&at| self.atoms.mark(at).is_none());
        before.any(|at| {
            self.atoms
                .is_any(at, &["cost", "costs", "costing", "loses", "losing"])
        })
    }

    /// "arrested and charged 12 people": what was done before a trial outweighs it.
    pub(super) fn before_trial(&self, verb: usize, role: Role) -> Role {
        let first = verb
            .checked_sub(2)
            .filter(|&first| self.atoms.is(first + 1, "and"));
        let first = first.filter(|_| role == Role::Other);
        first
            .and_then(|first| self.atoms.word(first).before)
            .unwrap_or(role)
    }

    /// "pirates have taken 38 seafarers", "took the captain and six of his crew".
    pub(super) fn took_hostage(&self, at: usize, draft: &Draft) -> bool {
        self.atoms.is_any(at, &["taken", "took", "taking"])
            && self.is_of_people(draft)
            && self.is_of_kidnap(at)
    }

    /// "rescued by": whoever stands behind it did it.
    pub(super) fn is_doer(&self, by: usize) -> bool {
        let done = |at: usize| {
            let being = &["been", "were", "was", "being", "are", "is"];
            self.atoms.word(at).before.is_some()
                && (self.atoms.text(at).ends_with("ed")
                    || at > 0 && self.atoms.is_any(at - 1, being))
        };
        self.atoms.is(by, "by") && by > 1 && done(by - 1)
    }

    /// "the fire has taken 63 homes": what burned, or went with the water.
    fn is_taken_by_fire(&self, verb: usize, draft: &Draft) -> bool {
        const TAKERS: Listed = Listed::of(&[
            "fire",
            "fires",
            "blaze",
            "wildfire",
            "wildfires",
            "flames",
            "flood",
            "floods",
            "river",
            "sea",
            "storm",
            "tide",
            "waves",
            "waters",
            "winds",
            "landslide",
            "lava",
        ]);
        self.atoms
            .is_any(verb, &["took", "taken", "takes", "taking"])
            && self.is_thing(draft)
            && (verb.saturating_sub(5)..verb).any(|at| self.atoms.is_listed(at, &TAKERS))
    }

    /// "the shelling hit 14 schools".
    fn is_shelled(&self, verb: usize, draft: &Draft) -> bool {
        const ARMS: Listed = Listed::of(&[
            "shelling",
            "shells",
            "rockets",
            "missiles",
            "missile",
            "drones",
            "drone",
            "bombs",
            "bombing",
            "bombardment",
            "strikes",
            "strike",
            "airstrikes",
            "mortars",
            "artillery",
            "debris",
        ]);
        self.atoms
            .is_any(verb, &["hit", "struck", "hitting", "striking"])
            && self.is_thing(draft)
            && (verb.saturating_sub(4)..verb).any(|at| self.atoms.is_listed(at, &ARMS))
    }
}
