//! A name with what it is behind it: "Medlink, an aid group".

use super::Claimants;
use crate::analysis::listed::Listed;
use crate::analysis::people::{EntityKind, Form};
use crate::briefing::Claimant;
use crate::document::Span;
use crate::language::Class;

/// Words that open a sentence before a comma and are no name.
const OPENERS: Listed = Listed::of(&[
    "meanwhile",
    "however",
    "elsewhere",
    "overall",
    "instead",
    "later",
    "earlier",
    "also",
    "still",
    "then",
    "thus",
    "moreover",
    "nevertheless",
    "nonetheless",
    "besides",
    "overnight",
    "first",
    "second",
    "third",
    "yesterday",
    "today",
    "tomorrow",
    "indeed",
    "again",
    "now",
    "here",
    "there",
    "afterwards",
    "so",
    "yes",
    "no",
    "in",
    "abroad",
    "nationwide",
    "worldwide",
    "tonight",
]);

/// What may stand behind the words that say what a name is.
const BEHIND: Listed = Listed::of(&[
    ",", "which", "that", "who", "based", "in", "for", "of", "at", "said", "says",
]);

impl Claimants<'_> {
    /// "Medlink, an aid group which runs the clinic, counted": the name in front, and not what it is.
    pub(super) fn apposed(&self, mention: Span) -> Option<Claimant> {
        let reading = self.reading;
        let tokens = reading.document.tokens_in(mention);
        let comma = tokens.start.checked_sub(1)?;
        let described = reading.is(comma, ",")
            && reading.is_any(tokens.start, &["a", "an", "the"])
            && reading.is_listed(tokens.end, &BEHIND);
        if !described {
            return None;
        }
        let sentence = reading.document.sentence_at(mention.start())?;
        let start = reading.document.sentences().get(sentence)?.tokens().start;
        let mentions = &self.people.mentions;
        let after = mentions.partition_point(|mention| mention.first_token < comma);
        let name = mentions.get(..after)?.last();
        let bodies = [Class::OrgNoun, Class::GroupNoun];
        let body = reading
            .classes(tokens.end.saturating_sub(1))
            .has_any(&bodies);
        let Some(name) = name.filter(|name| name.end_token == comma) else {
            let closed = reading.is_any(tokens.end, &[",", "which", "that", "who"]);
            let alone = start + 1 == comma && body && closed && self.is_new_name(start);
            let span = reading.token(start)?.span;
            return alone.then(|| self.claimant(span, span)).flatten();
        };
        let entity = name.entity.and_then(|at| self.people.entities.get(at))?;
        let organisation = match entity.kind {
            EntityKind::Place => false,
            EntityKind::Person => body,
            _ => true,
        };
        let named = name.form == Form::Name && start == name.first_token;
        (named && organisation)
            .then(|| self.of_mention(name))
            .flatten()
    }

    /// "said one of them, the baker Jassim Ul": the name behind.
    pub(super) fn one_of_them(&self, mention: Span) -> Option<Claimant> {
        let reading = self.reading;
        let tokens = reading.document.tokens_in(mention);
        let them = reading.is(tokens.start, "one")
            && reading.is(tokens.end.wrapping_sub(1), "them")
            && reading.is(tokens.end, ",");
        let near = tokens.end + 1..tokens.end + 6;
        let mentions = &self.people.mentions;
        let after = mentions.partition_point(|mention| mention.first_token < near.start);
        let named = mentions.get(after..)?.iter();
        let mut named = named.take_while(|mention| mention.first_token < near.end && them);
        self.of_mention(named.find(|mention| mention.form == Form::Name)?)
    }

    /// A word that opens a sentence and may be a name that is met nowhere else.
    fn is_new_name(&self, at: usize) -> bool {
        let reading = self.reading;
        let others = [
            Class::Adverb,
            Class::Conjunction,
            Class::Preposition,
            Class::Weekday,
            Class::Month,
        ];
        reading.is_capital(at)
            && !reading.word(at).ends_with("ly")
            && !reading.is_listed(at, &OPENERS)
            && !reading.classes(at).has_any(&others)
    }
}
