//! A verb in front of those counted and words behind them that tell together what happened: "led 30
//! people to safety", "sent 12 men to prison".

use super::super::draft::Draft;
use super::super::nouns;
use super::super::phrase::Phrase;
use super::super::tables::{Flag, LONGEST_PHRASE, Tables};
use super::Roles;
use crate::briefing::Role;

/// So far in front of a number its verb may stand: "forced an estimated further 900 people to flee".
const BACK: usize = 6;

impl Roles<'_> {
    /// The role of a verb and its complement, with those counted between them.
    pub(super) fn framed(&self, draft: &Draft) -> Option<Role> {
        // "sent 74 workers and residents to hospital"
        let both = self.atoms.is(draft.tail, "and") && nouns::is_plural(self.atoms, draft.tail + 1);
        let tail = draft.tail + 2 * usize::from(both);
        if !self.atoms.has(tail, Flag::FrameStart) {
            return None;
        }
        let tables = Tables::english();
        let mut phrase = Phrase::new();
        for index in tail..tail + LONGEST_PHRASE - 1 {
            if !self.atoms.is_word(index) {
                return None;
            }
            if !phrase.is_empty() {
                phrase.push(" ")?;
            }
            phrase.push_lower(self.atoms.text(index))?;
            let role = self.frame_verb(draft, tables.frames(phrase.bytes()));
            if role.is_some() {
                return role;
            }
        }
        None
    }

    /// The nearest of the verbs in front of a number, over light words only.
    fn frame_verb(&self, draft: &Draft, verbs: &[(&'static str, Role)]) -> Option<Role> {
        if verbs.is_empty() {
            return None;
        }
        for at in (draft.head.saturating_sub(BACK)..draft.head).rev() {
            let found = verbs
                .iter()
                .find(|(verb, role)| self.atoms.is(at, verb) && self.suits(draft, *role));
            if let Some((_, role)) = found {
                // "12 men were led to safety, and 30 dogs to a yard"
                let passive = at > 0
                    && self
                        .atoms
                        .is_any(at - 1, &["was", "were", "been", "be", "being"]);
                return (!passive).then_some(*role);
            }
            if !self.is_light(at) && !self.atoms.has(at, Flag::QualifierEnd) {
                return None;
            }
        }
        None
    }

    /// Things are ruined and people are led.
    fn suits(&self, draft: &Draft, role: Role) -> bool {
        let thing = self.is_thing(draft);
        match role {
            Role::Destroyed => thing || !self.is_of_people(draft),
            Role::Rescued => !thing,
            // "cut 14 villages off"
            Role::Trapped => true,
            _ => draft.noun.is_none() || self.is_of_people(draft),
        }
    }

    /// "were taken to the town's only functioning hospital".
    pub(super) fn is_hospitalised(&self, at: usize) -> bool {
        const FARTHEST: usize = 6;
        let verbs = &[
            "taken",
            "rushed",
            "flown",
            "ferried",
            "driven",
            "airlifted",
            "transferred",
        ];
        let mut place = (at + 2..at + 2 + FARTHEST).take_while(|&at| self.atoms.mark(at).is_none());
        self.atoms.is_any(at, verbs)
            && self.atoms.is(at + 1, "to")
            && self.is_done(at)
            && place.any(|at| {
                self.atoms
                    .is_any(at, &["hospital", "hospitals", "clinic", "clinics"])
            })
    }
}
