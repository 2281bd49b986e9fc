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
        let mut cue_words = std::mem::take(&mut self.cue_words);
        cue_words.clear();
        *self = Self {
            cue_words,
            ..Self::default()
        };
        let tokens = sentence.tokens();
        let first = tokens.start;
        for at in tokens {
            let Some(form) = reading.known(at) else { break };
            self.cue_words.push(form.cue_word);
            self.classes = self.classes.union(form.classes);
            match form.kind {
                TokenKind::Word => {
                    self.spoken += 1;
                    self.quoted += usize::from(reading.marked_at(at).is_some());
                    let name = form.capital && at > first && !form.classes.meets(NO_NAMES);
                    self.names += usize::from(name);
                }
                TokenKind::Number => self.numbers = true,
                TokenKind::Mark if self.dash.is_none() && is_dash(form.text) => {
                    self.dash = Some(at);
                }
                TokenKind::Mark | TokenKind::Possessive => {}
            }
            self.words += usize::from(form.kind != TokenKind::Mark);
        }
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "\u{2013}" | "\u{2014}")
}
