//! What stands beside a count and tells no harm, or all of it: a verb of number, a place left, a crime.

use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Roles;
use crate::briefing::Role;

/// Whoever a verb of number is told of.
const HARMED: &[&str] = &[
    "dead",
    "wounded",
    "injured",
    "missing",
    "displaced",
    "homeless",
    "sick",
];

impl Roles<'_> {
    /// "the wounded number in the hundreds": whoever they are, nothing further off tells of them.
    pub(super) fn numbered(&self, draft: &Draft) -> Option<Role> {
        // "the closure saves 420,000 a year": money without its name
        let saves = ["saves", "save", "saved", "saving"];
        if draft.noun.is_none()
            && self.atoms.is_any(draft.head.wrapping_sub(1), &saves)
            && self.atoms.is_any(draft.tail, &["a", "per"])
            && self.atoms.has(draft.tail + 1, Flag::Rate)
        {
            return Some(Role::Rate);
        }
        // "one out of every 1,000 children"
        if self.atoms.is(draft.head.wrapping_sub(1), "every") {
            return Some(Role::Other);
        }
        let verb = draft.head.checked_sub(3)?;
        let numbered = self.atoms.is(verb + 2, "the")
            && self.atoms.is(verb + 1, "in")
            && self
                .atoms
                .is_any(verb, &["number", "numbers", "numbered", "run", "ran"]);
        if !numbered || draft.noun.is_some() {
            return None;
        }
        let word = self.atoms.word(verb.wrapping_sub(1));
        let harmed = self.atoms.is_any(verb.wrapping_sub(1), HARMED);
        let after = word.after.filter(|_| harmed);
        Some(word.noun.or(after).unwrap_or(Role::Other))
    }

    /// "were evacuated from five buildings": what they were taken out of.
    pub(super) fn is_left_place(&self, draft: &Draft, role: Role) -> bool {
        // "a clinical trial with 40 patients", "the school accommodates 400 girls"
        let tried = ["patients", "volunteers", "participants", "subjects"];
        let guests = [
            "girls",
            "boys",
            "students",
            "pupils",
            "guests",
            "passengers",
            "visitors",
            "patients",
        ];
        // "a plane was carrying nine miners to a camp"
        let crews = [
            "miners",
            "workers",
            "engineers",
            "soldiers",
            "troops",
            "officials",
        ];
        let carried = self
            .atoms
            .is_any(draft.head.wrapping_sub(1), &["carrying", "flying"]);
        if role == Role::Displaced && carried && self.counts(draft, &crews) {
            return true;
        }
        let near = draft.head.saturating_sub(3)..draft.head;
        let accommodated = || {
            near.clone()
                .any(|at| self.atoms.text(at).starts_with("accommodat"))
        };
        if role == Role::Detained && self.counts(draft, &tried)
            || role == Role::Displaced && self.counts(draft, &guests) && accommodated()
        {
            return true;
        }
        // "two of the firms sought protection from creditors"
        if role == Role::Displaced && self.atoms.has_near(draft.tail, "creditors") {
            return true;
        }
        matches!(role, Role::Displaced | Role::Rescued | Role::Released)
            && self.atoms.is(draft.head.wrapping_sub(1), "from")
            && draft.noun.is_some()
            && !self.is_of_people(draft)
    }

    /// "two murder suspects", "11 death threats": of whom a crime is told, and not what befell them.
    pub(super) fn is_of_crime(&self, at: usize, head: usize) -> bool {
        const CRIMES: &[&str] = &[
            "murder",
            "manslaughter",
            "homicide",
            "assassination",
            "death",
            "suicide",
        ];
        self.atoms.is_any(at, CRIMES) && !self.atoms.is_any(head, &["victims", "victim"])
    }
}
