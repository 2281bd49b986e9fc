//! Weekdays and months that are names of persons.

use super::{Runs, STOPS};
use crate::document::TokenKind;
use crate::language::Class;

impl Runs<'_, '_> {
    /// "Mr. Sunday Aigbe", "spokesman Friday Okoro": a weekday behind a word for a person, in front of a name.
    pub(super) fn is_named_by_day(&self, at: usize) -> bool {
        let point = usize::from(at > 0 && self.reading.word(at - 1) == ".");
        let called = [Class::Honorific, Class::Title, Class::RoleNoun];
        let before = at.checked_sub(1 + point);
        let next = self.reading.classes(at + 1);
        before.is_some_and(|before| self.reading.classes(before).has_any(&called))
            && self.reading.is_capital(at + 1)
            && !next.meets(STOPS)
            && !next.has_any(&[Class::Weekday, Class::Month, Class::Determiner])
            && self.reading.token(at + 1).map(|token| token.kind) == Some(TokenKind::Word)
    }

    /// "April Ruiz said", "Jan Ruiz": a month that is a given name, before a name that is no month.
    pub(super) fn is_given_month(&self, at: usize) -> bool {
        let classes = self.reading.classes(at + 1);
        self.reading
            .classes(at)
            .has_any(&[Class::Male, Class::Female])
            && self.reading.is_capital(at + 1)
            && !classes.meets(STOPS)
            && !classes.has_any(&[Class::Weekday, Class::Month, Class::Determiner])
    }

    /// "shared since May claims", "in March said": a month behind a word that leads a time.
    pub(super) fn is_span_of_time(&self, at: usize) -> bool {
        const LEADING: &[&str] = &[
            "since", "in", "until", "till", "during", "last", "this", "next", "early", "late",
            "mid",
        ];
        at > 0 && self.reading.is_any(at - 1, LEADING)
    }
}
