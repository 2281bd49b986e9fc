//! Weekdays and months that are names of persons.

use super::{Runs, STOPS};
use crate::document::TokenKind;
use crate::language::Class;

impl Runs<'_, '_> {
    /// "Mr. Sunday Aigbe", "spokesman Friday Okoro said": a weekday in front of a name, behind a word for a
    /// person. Behind the words for an office the name has to end at once, as in no "president Friday Orland
    /// officials said".
    pub(super) fn is_named_by_day(&self, at: usize) -> bool {
        let reading = self.reading;
        let point = usize::from(at > 0 && reading.word(at - 1) == ".");
        let Some(before) = at.checked_sub(1 + point) else {
            return false;
        };
        let classes = reading.classes(before);
        let office = classes.has_any(&[Class::Title, Class::RoleNoun]);
        let many = [
            Class::GroupNoun,
            Class::RoleNoun,
            Class::OrgNoun,
            Class::Title,
        ];
        let ends = !reading.is_capital(at + 2) && !reading.classes(at + 2).has_any(&many);
        let called = classes.has(Class::Honorific) || point == 0 && office && ends;
        called && self.begins_name(at + 1)
    }

    /// "April Ruiz said", "Jan Ruiz": a month that is a given name, before a name that is no month.
    pub(super) fn is_given_month(&self, at: usize) -> bool {
        let given = [Class::Male, Class::Female];
        self.reading.classes(at).has_any(&given) && self.begins_name(at + 1)
    }

    /// Whether a word with a capital is no word of time or grammar.
    fn begins_name(&self, at: usize) -> bool {
        let classes = self.reading.classes(at);
        self.reading.is_capital(at)
            && self.reading.token(at).map(|token| token.kind) == Some(TokenKind::Word)
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
