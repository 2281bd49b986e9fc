//! Those counted at the end of a sentence that begins with what was done to them: "Killed were two miners".

use super::super::draft::Draft;
use super::super::phrase;
use super::super::tables::Flag;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// So far in front of its verb such a sentence begins.
const FARTHEST: usize = 16;

/// What may stand between the verb and the number.
const BETWEEN: Listed = Listed::of(&[
    "a",
    "an",
    "about",
    "around",
    "at",
    "least",
    "some",
    "more",
    "than",
    "nearly",
    "almost",
    "over",
    "estimated",
    "up",
    "to",
    "another",
    "only",
]);

impl Roles<'_> {
    /// What the place of a number in its sentence tells, whatever stands around it.
    pub(super) fn by_place(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        self.placed_alike(drafts, index)
            .or_else(|| self.inverted(&drafts[index]))
    }

    /// "Injured in the blast were 40 others", "Still camped on the dykes are an estimated 8,000 people".
    fn inverted(&self, draft: &Draft) -> Option<Role> {
        let light = (0..draft.head)
            .rev()
            .take(4)
            .take_while(|&at| self.atoms.is_listed(at, &BETWEEN))
            .count();
        let verb = draft.head.checked_sub(1 + light)?;
        if !self.atoms.is_any(verb, &["were", "are"]) {
            return None;
        }
        let start = self.clause_start(verb)?;
        let first = start + usize::from(self.atoms.is_any(start, &["still", "also", "now"]));
        let role = self
            .opening(first)
            .filter(|&role| role <= Role::Destroyed && first < verb)?;
        let ruined = self.is_thing(draft) && matches!(role, Role::Trapped | Role::Missing);
        Some(if ruined {
            Role::Destroyed
        } else {
            self.of_things(draft, role)
        })
    }

    /// What the first word of such a sentence tells.
    fn opening(&self, first: usize) -> Option<Role> {
        let word = self.atoms.word(first);
        let hurt = &["injured", "wounded", "missing", "displaced", "dead"];
        let told = word.noun.is_none() || self.atoms.is_any(first, hurt);
        let idiom = phrase::idiom_at(self.atoms, first).map(|(role, _)| role);
        idiom.or(word.after.or(word.before).filter(|_| told))
    }

    /// The first word of the sentence or of the part behind a semicolon, where no other verb stands before `verb`.
    fn clause_start(&self, verb: usize) -> Option<usize> {
        let floor = verb.saturating_sub(FARTHEST);
        let border = (floor..verb)
            .rev()
            .find(|&at| matches!(self.atoms.mark(at), Some(';' | ':' | '.')));
        let start = border.map_or(floor, |at| at + 1);
        let opens = border.is_some() || floor == 0;
        let other = (start + 1..verb).any(|at| self.atoms.has(at, Flag::Auxiliary));
        (opens && !other).then_some(start)
    }
}
