use super::{STOPS, opens};
use crate::analysis::listed::Listed;
use crate::analysis::reading::Reading;
use crate::document::{Sentence, TokenKind};
use crate::language::Class;

/// Given names that are modals, too: whether somebody in the text has one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ModalNames {
    will: bool,
    may: bool,
}

/// Words before "May" that make it the month.
const BEFORE_MONTH: Listed = Listed::of(&[
    "in", "since", "until", "last", "next", "early", "late", "mid", "of", "by", "from", "this",
    "before", "after", "during",
]);

impl ModalNames {
    /// Whoever is called so is named in full at least once, outside a question: "Will Harper".
    pub(super) fn see(&mut self, reading: &Reading<'_>, sentence: &Sentence, at: usize) {
        let named = || is_full(reading, at) && !asks(reading, sentence);
        match reading.word(at) {
            "Will" => self.will = self.will || named(),
            "May" => self.may = self.may || named(),
            _ => {}
        }
    }

    /// Whether a word is such a name: "Will said", "said Will", "Will Harper".
    pub(super) fn names(self, reading: &Reading<'_>, at: usize) -> bool {
        match reading.word(at) {
            "Will" => self.will && !(opens(reading, at) && leads_question(reading, at)),
            "May" => self.may && !is_month(reading, at) && !leads_question(reading, at),
            _ => false,
        }
    }
}

/// "Will Harper": a capital follows that may be a last name.
fn is_full(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.classes(at + 1);
    let other = [
        Class::Weekday,
        Class::Month,
        Class::Determiner,
        Class::Title,
        Class::Honorific,
        Class::Demonym,
    ];
    reading.is_capital(at + 1)
        && reading.word(at + 1).chars().any(char::is_lowercase)
        && !next.meets(STOPS)
        && !next.has_any(&other)
        && !(reading.word(at) == "May" && is_month(reading, at))
}

/// "in May", "May 3".
fn is_month(reading: &Reading<'_>, at: usize) -> bool {
    let number = reading.token(at + 1).map(|token| token.kind) == Some(TokenKind::Number);
    let before = at.checked_sub(1);
    let led = before.is_some_and(|before| reading.is_listed(before, &BEFORE_MONTH));
    let dated = before
        .and_then(|before| reading.token(before))
        .map(|it| it.kind);
    number || led || dated == Some(TokenKind::Number)
}

/// "Will they", "May the best win": a modal before its subject.
fn leads_question(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .classes(at + 1)
        .has_any(&[Class::Pronoun, Class::Determiner])
}

fn asks(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let last = sentence.tokens().end.saturating_sub(1);
    reading.word(last) == "?"
}
