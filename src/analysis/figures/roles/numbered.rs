//! Counts that a verb of number or a rate gives, which tell no harm themselves.

use super::super::draft::Draft;
use super::super::tables::{Flag, UnitKind};
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Those of whom a verb of number tells harm.
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
    /// What a number is by the words right before it, so that nothing further off tells of it.
    pub(super) fn numbered(&self, draft: &Draft) -> Option<Role> {
        if self.is_saved_sum(draft) {
            return Some(Role::Rate);
        }
        if self.is_price(draft) {
            return Some(Role::Cost);
        }
        // "one out of every 1,000 children"
        if self.atoms.is(draft.head.wrapping_sub(1), "every") {
            return Some(Role::Other);
        }
        self.in_the_thousands(draft)
    }

    /// "the fake one was sold for 250": money without its name.
    fn is_price(&self, draft: &Draft) -> bool {
        let sold = &[
            "sold",
            "sell",
            "sells",
            "selling",
            "bought",
            "auctioned",
            "resold",
        ];
        let ends = self.atoms.kind(draft.tail).is_none()
            || self.atoms.mark(draft.tail).is_some()
            || self
                .atoms
                .is_any(draft.tail, &["and", "in", "on", "at", "each", "apiece"]);
        draft.noun.is_none()
            && ends
            && self.atoms.is(draft.head.wrapping_sub(1), "for")
            && self.atoms.is_any(draft.head.wrapping_sub(2), sold)
    }

    /// "the dead's families will get 500,000 rupees, and the injured 50,000": a sum whose verb and money
    /// are those of the figure before.
    pub(super) fn is_paid_alike(&self, one: &Draft, other: &Draft) -> bool {
        const PAID: Listed = Listed::of(&[
            "get", "gets", "got", "receive", "receives", "received", "given", "paid", "pay",
            "offered",
        ]);
        let money = one
            .measure
            .is_some_and(|measure| matches!(measure.kind, UnitKind::Money | UnitKind::Pounds));
        // "will get 900,000 rupees, the minister announced, and the injured 200,000"
        let word = |&at: &usize| self.atoms.is_word(at);
        let near = (one.tail..other.head).rev().take(7).take_while(word);
        let and = near
            .into_iter()
            .find(|&at| self.atoms.is_any(at, &["and", "while"]));
        let bare = money && other.noun.is_none() && other.measure.is_none();
        // "500,000 rupees for each family of the dead and 50,000 for the injured"
        let for_each = |draft: &Draft| self.atoms.is_any(draft.tail, &["for", "to"]);
        if bare && and == other.head.checked_sub(1) && for_each(one) && for_each(other) {
            return true;
        }
        bare && and.is_some_and(|and| self.atoms.is_any(and + 1, &["the", "those"]))
            && (one.head.saturating_sub(5)..one.head).any(|at| self.atoms.is_listed(at, &PAID))
    }

    /// "the closure saves 420,000 a year": money without its name.
    fn is_saved_sum(&self, draft: &Draft) -> bool {
        let saves = &["saves", "save", "saved", "saving"];
        draft.noun.is_none()
            && self.atoms.is_any(draft.head.wrapping_sub(1), saves)
            && self.atoms.is_any(draft.tail, &["a", "per"])
            && self.atoms.has(draft.tail + 1, Flag::Rate)
    }

    /// "the wounded number in the hundreds", "complaints run in the dozens".
    fn in_the_thousands(&self, draft: &Draft) -> Option<Role> {
        const VERBS: &[&str] = &["number", "numbers", "numbered", "run", "ran"];
        let verb = draft.head.checked_sub(3)?;
        let numbered = self.atoms.is(verb + 2, "the")
            && self.atoms.is(verb + 1, "in")
            && self.atoms.is_any(verb, VERBS);
        if !numbered || draft.noun.is_some() {
            return None;
        }
        let subject = verb.wrapping_sub(1);
        let word = self.atoms.word(subject);
        let harmed = self.atoms.is_any(subject, HARMED);
        let after = word.after.filter(|_| harmed);
        Some(word.noun.or(after).unwrap_or(Role::Other))
    }
}
