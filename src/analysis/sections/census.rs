use crate::analysis::reading::{Form, Reading};
use crate::document::{Sentence, TokenKind};
use crate::language::{Class, Classes, WordId};

/// Words with a capital that are no names.
const NO_NAMES: Classes = Classes::of(&[Class::Weekday, Class::Month, Class::Function]);

/// What a sentence is made of, counted once for all who ask.
#[derive(Debug, Default)]
pub(super) struct Census {
    /// Words, numbers and endings.
    pub words: usize,
    /// Words, and those of them between quotation marks.
    pub spoken: usize,
    pub quoted: usize,
    /// Capitalised words after the first that are no words of time.
    pub names: usize,
    /// Whether there is a number in digits.
    pub numbers: bool,
    /// The classes of all its words.
    pub classes: Classes,
    /// The first dash, counted from its head.
    pub dash: Option<usize>,
    /// The first token that is no mark, counted from its head.
    pub opening: Option<usize>,
    /// The numbers of its tokens in the phrases of the cues.
    pub cue_words: Vec<WordId>,
    /// Those of its tokens that a phrase begins with, counted from its head.
    pub cue_openers: Vec<usize>,
}

impl Census {
    /// Counts a sentence; keeps no number of the one before.
    pub(super) fn take(&mut self, reading: &Reading<'_>, sentence: &Sentence) {
        let tokens = sentence.tokens();
        let mut cue_words = cleared(&mut self.cue_words);
        cue_words.extend(reading.forms_of(tokens.clone()).map(|form| form.cue_word));
        let mut cue_openers = cleared(&mut self.cue_openers);
        let mut found = Self::default();
        for (at, form) in reading.forms_of(tokens.clone()).enumerate() {
            found.count(at, form);
            if form.opens_cue {
                cue_openers.push(at);
            }
        }
        *self = Self {
            quoted: reading.count_marked(tokens, |kind| kind == TokenKind::Word),
            cue_words,
            cue_openers,
            ..found
        };
    }

    /// Counts the token at a place from the head of the sentence.
    fn count(&mut self, at: usize, form: &Form<'_>) {
        self.classes = self.classes.union(form.classes);
        match form.kind {
            TokenKind::Word => {
                self.spoken += 1;
                let name = form.capital && at > 0 && !form.classes.meets(NO_NAMES);
                self.names += usize::from(name);
            }
            TokenKind::Number => self.numbers = true,
            TokenKind::Mark if self.dash.is_none() && is_dash(form.text) => self.dash = Some(at),
            TokenKind::Mark | TokenKind::Possessive => {}
        }
        if form.kind != TokenKind::Mark {
            self.words += 1;
            self.opening = self.opening.or(Some(at));
        }
    }
}

/// An empty row in the room of one that is done with.
fn cleared<T>(row: &mut Vec<T>) -> Vec<T> {
    let mut row = std::mem::take(row);
    row.clear();
    row
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "\u{2013}" | "\u{2014}")
}
