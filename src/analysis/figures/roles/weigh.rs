//! Where what stands before a number and what stands behind it tell two things of the same people.

use super::super::draft::Draft;
use super::super::nouns;
use super::super::tables::{Flag, UnitKind};
use super::Roles;
use super::hurt::ILLNESSES;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    /// The role that a noun, the words in front and those behind make together, where no single one of
    /// them decides.
    pub(super) fn weigh(
        &self,
        draft: &Draft,
        noun: Option<Role>,
        before: Option<Role>,
        after: Option<Role>,
    ) -> Option<Role> {
        match (noun, before, after) {
            // "four of the wounded were airlifted to the capital"
            (_, _, Some(Role::Rescued))
                if noun.or_else(|| self.of_group(draft)) == Some(Role::Injured)
                    && self.atoms.is(draft.numeral.end, "of")
                    && self.is_moved_on(draft) =>
            {
                Some(Role::Injured)
            }
            // "two of the wounded later died"
            (
                Some(
                    Role::Injured | Role::Missing | Role::Trapped | Role::Rescued | Role::Displaced,
                ),
                _,
                Some(after),
            ) if self.atoms.is(draft.numeral.end, "of") => Some(after),
            // "50 stranded people had been airlifted", "three missing women were found dead"
            (
                Some(Role::Missing | Role::Trapped),
                _,
                Some(after @ (Role::Rescued | Role::Released | Role::Killed)),
            ) => Some(after),
            (Some(Role::Missing | Role::Trapped), Some(Role::Rescued), _) => Some(Role::Rescued),
            // "quake survivors living in tents"
            (Some(Role::Rescued), _, Some(Role::Displaced)) => Some(Role::Displaced),
            // "evacuated ten wounded"
            (None, Some(Role::Displaced | Role::Rescued), Some(Role::Injured))
                if self.atoms.word(draft.tail).noun == Some(Role::Injured) =>
            {
                Some(Role::Injured)
            }
            // "admitted 900 patients with heatstroke"
            (None, Some(Role::Injured), Some(Role::Sick)) => Some(Role::Sick),
            // "saved 50 lives", "50 lives were saved"
            (Some(Role::Killed), Some(Role::Rescued), _)
            | (Some(Role::Killed), _, Some(Role::Rescued))
                if self.counts(draft, &["lives"]) =>
            {
                Some(Role::Rescued)
            }
            (Some(Role::Killed), ..) if self.counts(draft, &["lives"]) && self.may_save(draft) => {
                Some(Role::Rescued)
            }
            // "hopes faded for 38 miners trapped under the ground"
            (None, Some(Role::Missing), Some(Role::Trapped)) => Some(Role::Trapped),
            // "treated 60 cholera patients"
            (None, Some(Role::Injured), _) if self.is_of_illness(draft) => Some(Role::Sick),
            // "of the 27 dead, eight were buried by landslides"
            (None, None, Some(Role::Trapped | Role::Destroyed))
                if self.of_those(draft) == Some(Role::Killed) =>
            {
                Some(Role::Killed)
            }
            // "of the sick, 1,527 were in serious condition"
            (None, None, Some(Role::Injured)) if self.of_those(draft) == Some(Role::Sick) => {
                Some(Role::Sick)
            }
            _ => None,
        }
    }

    /// "could save 2,000 lives a year".
    fn may_save(&self, draft: &Draft) -> bool {
        (draft.head.saturating_sub(3)..draft.head).any(|at| {
            self.atoms
                .is_any(at, &["save", "saves", "saving", "spare", "spared"])
        })
    }

    /// Whether those counted are brought to another place, which saves none of the wounded.
    fn is_moved_on(&self, draft: &Draft) -> bool {
        const MOVED: &[&str] = &[
            "airlifted",
            "flown",
            "evacuated",
            "ferried",
            "taken",
            "driven",
        ];
        (draft.tail..draft.tail + 6).any(|at| self.atoms.is_any(at, MOVED))
    }

    /// "44 got between three and 15 years": the years of a sentence.
    pub(super) fn given_years(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        const GIVEN: Listed =
            Listed::of(&["got", "given", "received", "serving", "sentenced", "handed"]);
        let next = drafts.get(index + 1)?;
        let time = next
            .measure
            .is_some_and(|measure| measure.kind == UnitKind::Time && !measure.age);
        let tail = drafts[index].tail;
        let verb = (tail..next.head)
            .take(5)
            .any(|at| self.atoms.is_listed(at, &GIVEN));
        let years =
            (next.numeral.end..next.tail).any(|at| self.atoms.is_any(at, &["years", "year"]));
        (time && verb && years && next.head - tail.min(next.head) <= 6).then_some(Role::Detained)
    }

    /// "residents of two hamlets have fled": what is told is told of the residents.
    pub(super) fn is_of_others(&self, draft: &Draft) -> bool {
        let people = draft.head > 1
            && self.atoms.is(draft.head - 1, "of")
            && self.atoms.has(draft.head - 2, Flag::People)
            && draft.noun.is_some_and(|noun| noun.plural)
            && !self.is_of_people(draft);
        // "four others in the group of seven dug themselves out"
        let of_group = draft.head > 3
            && self.atoms.is(draft.head - 1, "of")
            && self
                .atoms
                .is_any(draft.head - 2, &["group", "party", "team", "crew"])
            && self.atoms.is(draft.head - 3, "the")
            && self.atoms.is_any(draft.head - 4, &["in", "from"]);
        // "a mother of five who has slept in a barn"
        people || of_group || nouns::is_of_parent(self.atoms, draft.head)
    }

    /// "none of the 62 people aboard survived".
    pub(super) fn of_none(&self, draft: &Draft, role: Role) -> Role {
        match role {
            Role::Rescued if self.is_none_of(draft) => Role::Killed,
            role => role,
        }
    }

    pub(super) fn is_none_of(&self, draft: &Draft) -> bool {
        draft.head > 2
            && self.atoms.is_any(draft.head - 3, &["none", "not"])
            && self.atoms.is(draft.head - 2, "of")
    }

    pub(super) fn counts(&self, draft: &Draft, nouns: &[&str]) -> bool {
        draft
            .noun
            .is_some_and(|noun| self.atoms.is_any(noun.end - 1, nouns))
    }

    fn is_of_illness(&self, draft: &Draft) -> bool {
        draft.noun.is_some_and(|noun| {
            (noun.first..noun.end).any(|at| self.atoms.is_listed(at, &ILLNESSES))
        })
    }
}
