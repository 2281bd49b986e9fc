//! Nouns that are spelled as verbs of speech.

use super::Claimants;
use crate::analysis::listed::Listed;
use crate::document::TokenKind;
use crate::language::Class;

/// Nouns for many, which as verbs would follow one who speaks; and the same of "forecast".
const MANY: Listed = Listed::of(&[
    "claims",
    "states",
    "reports",
    "estimates",
    "counts",
    "posts",
    "demands",
    "forecasts",
    "forecast",
    "notes",
    "records",
    "documents",
    "projects",
    "lists",
    "warnings",
    "comments",
    "remarks",
]);

/// Nouns for one, which as verbs would follow many, "they" or a verb that helps.
const ONE: Listed = Listed::of(&[
    "claim", "state", "report", "estimate", "count", "post", "demand", "note", "record",
    "document", "project", "list", "comment", "remark",
]);

/// Nouns that are spelled as participles.
const ACTS: Listed = Listed::of(&["warning", "finding", "reporting", "telling", "writing"]);

/// What stands before a verb of speech.
const SPEAKERS: &[Class] = &[
    Class::GroupNoun,
    Class::RoleNoun,
    Class::Title,
    Class::OrgNoun,
    Class::DocumentNoun,
    Class::PeopleNoun,
    Class::Pronoun,
    Class::Conjunction,
    Class::Auxiliary,
    Class::Adverb,
];

impl Claimants<'_> {
    /// "jobless claims", "surrounding states", "the United States", "a stark warning": a noun where a verb of
    /// speech is spelled so.
    pub(super) fn is_spelled_so(&self, cue: usize) -> bool {
        let reading = self.reading;
        let Some(before) = cue.checked_sub(1) else {
            return false;
        };
        if reading.is_listed(cue, &MANY) {
            return !self.speaks(before) && !self.is_owned(cue) || self.is_capital_inside(cue);
        }
        if reading.is_listed(cue, &ONE) {
            // "researchers at the university estimate that 1,430 died"
            let many = reading.is(cue + 1, "that") && self.is_of_many(cue);
            return !(many || self.agrees(before));
        }
        let led = |at: usize| reading.has(at, Class::Determiner);
        reading.is_listed(cue, &ACTS)
            && (led(before) || !self.speaks(before) && before.checked_sub(1).is_some_and(led))
    }

    /// Whether a word may be whoever speaks, or stand between them and the verb.
    fn speaks(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.is_capital(at)
            || reading.classes(at).has_any(SPEAKERS)
            || reading.word(at).ends_with("ly")
            || reading.token(at).map(|token| token.kind) != Some(TokenKind::Word)
    }

    /// Whether a phrase for many with a place behind it ends here: "researchers at the university".
    fn is_of_many(&self, verb: usize) -> bool {
        let reading = self.reading;
        let tie = (verb.saturating_sub(7)..verb)
            .rev()
            .find(|&at| reading.is_any(at, &["at", "in", "from", "with", "for", "of"]));
        tie.and_then(|tie| tie.checked_sub(1)).is_some_and(|many| {
            reading.word(many).ends_with('s') && reading.has(many, Class::GroupNoun)
        })
    }

    /// Whether the bare form of a verb may follow a word: "they state", "officials report", "will report".
    fn agrees(&self, before: usize) -> bool {
        const BARE: &[Class] = &[
            Class::GroupNoun,
            Class::Pronoun,
            Class::Auxiliary,
            Class::Conjunction,
            Class::Adverb,
        ];
        let word = self.reading.word(before);
        word.ends_with('s')
            || word.chars().all(char::is_uppercase)
            || self.reading.classes(before).has_any(BARE)
    }

    /// "has cut its growth forecast": whose it is says it.
    fn is_owned(&self, noun: usize) -> bool {
        let owners = &["its", "their", "his", "her"];
        (noun.saturating_sub(4)..noun).any(|at| self.reading.is_any(at, owners))
    }

    /// Whether a word has a capital and does not open a sentence or quotation.
    fn is_capital_inside(&self, at: usize) -> bool {
        let before = self.reading.token(at.wrapping_sub(1));
        self.reading.is_capital(at) && before.is_some_and(|token| token.kind != TokenKind::Mark)
    }
}
