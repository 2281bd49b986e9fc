//! Words behind a number that tell what happened to those counted.

use super::super::draft::Draft;
use super::super::tables::Flag;
use super::{REACH, Roles};
use crate::briefing::Role;

impl Roles<'_> {
    /// A word behind that tells what happened: "31 people were killed", "12 dead".
    pub(super) fn after(&self, draft: &Draft, until: usize) -> Option<Role> {
        let mut at = draft.tail;
        let end = until.min(draft.tail + REACH);
        while at < end {
            let word = self.atoms.word(at);
            if let Some(mark) = self.atoms.mark(at) {
                match mark {
                    '(' | '[' => at = self.behind_bracket(at, end),
                    ',' if self.is_aside(at + 1) => at = self.behind_aside(at + 1, end),
                    '"' | '“' | '”' | '\'' | '-' | '‘' | '’' => {}
                    _ => return None,
                }
                at += 1;
                continue;
            }
            if let Some(role) = word.after.and_then(|role| self.accept_after(at, role)) {
                return Some(role);
            }
            if word.is(Flag::Boundary) && !word.is(Flag::Auxiliary)
                || self.atoms.is(self.reading, at, "and")
            {
                return None;
            }
            let told = word.is(Flag::Verb) && !word.is(Flag::Auxiliary) && word.after.is_none();
            if told
                && !self.atoms.is_any(
                    self.reading,
                    at,
                    &[
                        "living",
                        "working",
                        "aboard",
                        "wearing",
                        "using",
                        "affected",
                        "available",
                        "suffered",
                        "sustained",
                        "admitted",
                        "live",
                        "need",
                        "needs",
                        "taking",
                        "took",
                        "take",
                        "lost",
                        "lose",
                        "made",
                    ],
                )
            {
                return None;
            }
            at += 1;
        }
        None
    }

    pub(super) fn accept_after(&self, at: usize, role: Role) -> Option<Role> {
        let next =
            |words: &[&str]| (at + 1..at + 5).any(|at| self.atoms.is_any(self.reading, at, words));
        let was = at > 0
            && self.atoms.is_any(
                self.reading,
                at - 1,
                &[
                    "was", "were", "been", "be", "are", "is", "got", "being", "reported", "still",
                    "remain",
                ],
            );
        if self.atoms.is_any(self.reading, at, &["lost", "lose"]) {
            return if next(&["home", "homes", "house", "houses"]) {
                Some(Role::Displaced)
            } else if next(&["life", "lives"]) {
                Some(Role::Killed)
            } else {
                was.then_some(role)
            };
        }
        match role {
            // "who were held", not "held talks".
            Role::Detained
                if self.atoms.is_any(
                    self.reading,
                    at,
                    &["held", "seized", "captured", "charged"],
                ) =>
            {
                (was || self.atoms.is_any(
                    self.reading,
                    at + 1,
                    &["in", "by", "captive", "hostage", "with", "at"],
                ))
                .then_some(role)
            }
            Role::Destroyed
                if self.atoms.is_any(
                    self.reading,
                    at,
                    &["cut", "collapse", "destruction", "damage"],
                ) =>
            {
                None
            }
            Role::Trapped if self.atoms.is(self.reading, at, "cut") => {
                self.atoms.is(self.reading, at + 1, "off").then_some(role)
            }
            Role::Displaced if self.atoms.is_any(self.reading, at, &["leave", "moved"]) => {
                (self.atoms.is(self.reading, at, "moved")
                    || next(&[
                        "home", "homes", "houses", "house", "area", "village", "villages",
                    ]))
                .then_some(role)
            }
            Role::Injured
                if self.atoms.is_any(
                    self.reading,
                    at,
                    &["critical", "hospital", "medical", "shrapnel"],
                ) =>
            {
                Some(role)
            }
            role => Some(role),
        }
    }

    /// "31 people, most of them women, died": an aside between commas.
    pub(super) fn is_aside(&self, at: usize) -> bool {
        self.atoms.is_any(
            self.reading,
            at,
            &[
                "most",
                "mostly",
                "many",
                "some",
                "including",
                "among",
                "all",
                "mainly",
                "both",
                "predominantly",
                "largely",
                "nearly",
                "almost",
                "in",
            ],
        )
    }

    pub(super) fn behind_aside(&self, at: usize, end: usize) -> usize {
        (at..end)
            .find(|&at| self.atoms.is_mark(at, ','))
            .unwrap_or(end)
    }

    pub(super) fn behind_bracket(&self, at: usize, end: usize) -> usize {
        (at..end)
            .find(|&at| matches!(self.atoms.mark(at), Some(')' | ']')))
            .unwrap_or(end)
    }
}
