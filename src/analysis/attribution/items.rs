//! A text as a row of noun phrases, quotations and single words.

use std::ops::Range;

use crate::analysis::people::{Mention, People};
use crate::analysis::reading::Reading;
use crate::document::Span;
use crate::language::{Class, Classes};

/// So many items stand between the commas after a name.
const LONGEST_APPOSITION: usize = 14;

/// A part of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::analysis) enum Item {
    /// A noun phrase: the index of its mention.
    Phrase(usize),
    /// What stands in quotation marks: the index of its marked stretch.
    Marked(usize),
    /// One token.
    Token(usize),
}

/// The items of a text, and where its sentences end; a sentence is never cut inside marks.
pub(in crate::analysis) struct Items<'a> {
    pub reading: &'a Reading<'a>,
    pub people: &'a People,
    row: Vec<Item>,
    /// Which items are marked stretches.
    marked: Vec<usize>,
    /// The first item of each unit, and the number of items at the end.
    starts: Vec<usize>,
}

impl<'a> Items<'a> {
    pub(in crate::analysis) fn new(reading: &'a Reading<'a>, people: &'a People) -> Self {
        let mut items = Self {
            reading,
            people,
            row: Vec::with_capacity(reading.document.tokens().len() * 3 / 4),
            marked: Vec::with_capacity(reading.marked().len()),
            starts: vec![0],
        };
        items.fill();
        items.join_tags();
        items
    }

    /// The units: sentences, with the quotations in them whole.
    pub(in crate::analysis) fn units(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.starts.windows(2).map(|pair| pair[0]..pair[1])
    }

    /// The items of a unit, in their order.
    pub(in crate::analysis) fn of(&self, unit: Range<usize>) -> &[Item] {
        self.row.get(unit).unwrap_or_default()
    }

    /// The items that are stretches in quotation marks, in their order.
    pub(in crate::analysis) fn marked(&self) -> &[usize] {
        &self.marked
    }

    pub(in crate::analysis) fn get(&self, at: usize) -> Option<Item> {
        self.row.get(at).copied()
    }

    /// The token of an item that is a single one.
    pub(in crate::analysis) fn token(&self, at: usize) -> Option<usize> {
        match self.get(at)? {
            Item::Token(token) => Some(token),
            _ => None,
        }
    }

    /// The mention of an item that is a noun phrase.
    pub(in crate::analysis) fn phrase(&self, at: usize) -> Option<&'a Mention> {
        match self.get(at)? {
            Item::Phrase(mention) => self.people.mentions.get(mention),
            _ => None,
        }
    }

    pub(in crate::analysis) fn is_marked(&self, at: usize) -> bool {
        matches!(self.get(at), Some(Item::Marked(_)))
    }

    /// The letters of a single token; empty for all else.
    pub(in crate::analysis) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.reading.word(token))
    }

    pub(in crate::analysis) fn is(&self, at: usize, word: &str) -> bool {
        self.token(at)
            .is_some_and(|token| self.reading.is(token, word))
    }

    /// Whether an item is a single token, and one of these words.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the imprints of the words are constants only where the words are"
    )]
    pub(in crate::analysis) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        self.reading.is_any(token, words)
    }

    pub(in crate::analysis) fn classes(&self, at: usize) -> Classes {
        self.token(at)
            .map_or_else(Classes::default, |token| self.reading.classes(token))
    }

    pub(in crate::analysis) fn has(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    /// The bytes of an item.
    pub(in crate::analysis) fn span(&self, at: usize) -> Span {
        match self.get(at) {
            Some(Item::Phrase(mention)) => self.people.mentions.get(mention).map(|m| m.span),
            Some(Item::Marked(marked)) => self.reading.marked().get(marked).map(|m| m.outer),
            Some(Item::Token(token)) => self.reading.token(token).map(|t| t.span),
            None => None,
        }
        .unwrap_or_default()
    }

    /// The tokens of some items, of one at least.
    pub(in crate::analysis) fn tokens(&self, items: &Range<usize>) -> Range<usize> {
        let first = self.tokens_of(items.start);
        first.start..self.tokens_of(items.end.saturating_sub(1)).end
    }

    fn tokens_of(&self, at: usize) -> Range<usize> {
        let tokens = match self.get(at) {
            Some(Item::Phrase(mention)) => {
                let mention = self.people.mentions.get(mention);
                mention.map(|it| it.first_token..it.end_token)
            }
            Some(Item::Marked(marked)) => {
                let marked = self.reading.marked().get(marked);
                marked.map(|it| it.tokens.clone())
            }
            Some(Item::Token(token)) => Some(token..token + 1),
            None => None,
        };
        tokens.unwrap_or_default()
    }

    fn fill(&mut self) {
        let mentions = &self.people.mentions;
        let mut mention = 0;
        for sentence in self.reading.document.sentences() {
            let mut at = sentence.tokens().start;
            let end = sentence.tokens().end;
            let mut quiet_until = at;
            while at < end {
                if let Some(marked) = self.reading.marked_at(at) {
                    self.push_marked(marked);
                    at = self.reading.marked()[marked]
                        .tokens
                        .end
                        .min(end)
                        .max(at + 1);
                    continue;
                }
                if quiet_until <= at {
                    quiet_until = self.reading.quiet_until(at..end);
                }
                while mentions
                    .get(mention)
                    .is_some_and(|m| m.first_token < at || m.owner || m.quoted)
                {
                    mention += 1;
                }
                // All tokens up to the next phrase or mark stand alone.
                let next = mentions.get(mention);
                let until = next.map_or(end, |next| next.first_token).min(quiet_until);
                self.row.extend((at..until).map(Item::Token));
                at = until;
                if let Some(phrase) = next.filter(|it| it.first_token == at && at < quiet_until) {
                    self.row.push(Item::Phrase(mention));
                    at = phrase.end_token.max(at + 1);
                }
            }
            let open = sentence
                .tokens()
                .end
                .checked_sub(1)
                .and_then(|last| self.reading.marked_at(last));
            let inside =
                open.is_some_and(|m| self.reading.marked()[m].tokens.end > sentence.tokens().end);
            if !inside {
                self.end_unit();
            }
        }
        self.end_unit();
    }

    /// Adds a marked stretch, unless it goes on from the sentence before.
    fn push_marked(&mut self, marked: usize) {
        if self.row.last() != Some(&Item::Marked(marked)) {
            self.marked.push(self.row.len());
            self.row.push(Item::Marked(marked));
        }
    }

    fn end_unit(&mut self) {
        if self.starts.last() != Some(&self.row.len()) {
            self.starts.push(self.row.len());
        }
    }

    /// Ends a unit after a quotation that ends a sentence, and takes into it the words that say who
    /// spoke: "“Really?” Ruiz asked."
    fn join_tags(&mut self) {
        let ends = std::mem::take(&mut self.starts);
        let mut starts = Vec::with_capacity(ends.len());
        starts.push(0);
        let mut marked = self.marked.iter().copied().peekable();
        for pair in ends.windows(2) {
            let mut open = false;
            while let Some(at) = marked.next_if(|&at| at < pair[1]) {
                let closes = self.closes_sentence(at);
                let tag = closes && self.tag_after(at, starts.last() == Some(&at));
                if closes && !tag {
                    push_new(&mut starts, at + 1);
                }
                open = tag && at + 1 == pair[1];
            }
            if !open {
                push_new(&mut starts, pair[1]);
            }
        }
        push_new(&mut starts, self.row.len());
        self.starts = starts;
    }

    /// Whether a quotation ends with a mark that ends a sentence.
    fn closes_sentence(&self, at: usize) -> bool {
        let Some(Item::Marked(marked)) = self.get(at) else {
            return false;
        };
        let marked = &self.reading.marked()[marked];
        let inner = self.reading.document.slice(marked.inner);
        !marked.closed || inner.ends_with(['.', '!', '?', '…'])
    }

    /// Whether the words of a quotation end with a comma: an utterance that a tag follows.
    pub(in crate::analysis) fn comma_inside(&self, at: usize) -> bool {
        let Some(Item::Marked(marked)) = self.get(at) else {
            return false;
        };
        let marked = self.reading.marked().get(marked);
        marked.is_some_and(|marked| self.reading.document.slice(marked.inner).ends_with(','))
    }

    /// Whether the words of a quotation end as a sentence does.
    pub(super) fn stop_inside(&self, at: usize) -> bool {
        let Some(Item::Marked(marked)) = self.get(at) else {
            return false;
        };
        let marked = self.reading.marked().get(marked);
        marked.is_some_and(|marked| self.reading.document.slice(marked.inner).ends_with('.'))
    }

    /// Whether the words of a quotation begin as a sentence does.
    pub(in crate::analysis) fn opens_sentence(&self, at: usize) -> bool {
        let Some(Item::Marked(marked)) = self.get(at) else {
            return false;
        };
        let marked = self.reading.marked().get(marked);
        let inner = marked.map_or("", |marked| self.reading.document.slice(marked.inner));
        let first = inner.chars().find(|c| c.is_alphanumeric());
        first.is_some_and(|c| !c.is_lowercase()) || inner.starts_with(['[', '…', '.'])
    }

    /// Whether what follows a quotation says who spoke it.
    fn tag_after(&self, at: usize, opens: bool) -> bool {
        let (Some(Item::Marked(marked)), Some(next)) = (self.get(at), self.get(at + 1)) else {
            return false;
        };
        let marked = &self.reading.marked()[marked];
        if self.paragraph_of(at + 1) != Some(marked.paragraph) {
            return false;
        }
        let point = self.reading.document.slice(marked.inner).ends_with('.');
        match next {
            Item::Marked(_) => false,
            Item::Token(token) => {
                let word = self.reading.word(token);
                let lower = word.chars().next().is_some_and(char::is_lowercase);
                let mark = matches!(word, "," | "-" | "–" | "—");
                mark || lower
                    && (!point
                        || self.reading.has(token, Class::CueVerb)
                        || self
                            .reading
                            .classes(token)
                            .has_any(&[Class::Conjunction, Class::Preposition]))
            }
            Item::Phrase(_) => {
                let start = self.span(at + 1);
                let lower = self
                    .reading
                    .document
                    .slice(start)
                    .chars()
                    .next()
                    .is_some_and(char::is_lowercase);
                let mut cue = at + 2;
                while cue < at + 5
                    && self
                        .classes(cue)
                        .has_any(&[Class::Adverb, Class::Auxiliary])
                {
                    cue += 1;
                }
                let apposed = opens && !point && self.is(cue, ",");
                let far = (cue + 1..cue + LONGEST_APPOSITION)
                    .find(|&at| self.is(at, ","))
                    .filter(|_| apposed);
                let cue = far.map_or(cue, |comma| comma + 1);
                let speech = self.has(cue, Class::CueVerb);
                let ends = matches!(self.word(cue + 1), "." | ",");
                speech && (lower || opens && (ends || !point)) || lower && !point
            }
        }
    }

    pub(in crate::analysis) fn paragraph_of(&self, at: usize) -> Option<usize> {
        self.reading.document.paragraph_at(self.span(at).start())
    }
}

fn push_new(starts: &mut Vec<usize>, start: usize) {
    if starts.last() != Some(&start) {
        starts.push(start);
    }
}
