use crate::analysis::reading::Reading;
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
    /// The first dash.
    pub dash: Option<usize>,
    /// The numbers of its tokens in the phrases of the cues.
    pub cue_words: Vec<WordId>,
}

impl Census {
    /// Counts a sentence; keeps no number of the one before.
    pub(super) fn take(&mut self, reading: &Reading<'_>, sentence: &Sentence) {
        let tokens = sentence.tokens();
        let mut cue_words = std::mem::take(&mut self.cue_words);
        cue_words.clear();
        cue_words.extend(reading.forms_of(tokens.clone()).map(|form| form.cue_word));
        let mut found = Self::default();
        for (at, form) in tokens.clone().zip(reading.forms_of(tokens.clone())) {
            found.classes = found.classes.union(form.classes);
            match form.kind {
                TokenKind::Word => {
                    found.spoken += 1;
                    let name = form.capital && at > tokens.start && !form.classes.meets(NO_NAMES);
                    found.names += usize::from(name);
                }
                TokenKind::Number => found.numbers = true,
                TokenKind::Mark if found.dash.is_none() && is_dash(form.text) => {
                    found.dash = Some(at);
                }
                TokenKind::Mark | TokenKind::Possessive => {}
            }
            found.words += usize::from(form.kind != TokenKind::Mark);
        }
        *self = Self {
            quoted: reading.count_marked(tokens, |kind| kind == TokenKind::Word),
            cue_words,
            ..found
        };
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "\u{2013}" | "\u{2014}")
}
