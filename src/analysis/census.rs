use std::ops::Range;

use super::reading::{Form, Reading};
use crate::document::TokenKind;
use crate::language::Classes;

/// What a sentence is made of, counted once for all who ask.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Census {
    /// The classes of all its words.
    pub classes: Classes,
    pub words: usize,
    /// Numbers in digits.
    pub numbers: usize,
    /// Possessive endings.
    pub endings: usize,
    /// The words and the numbers between quotation marks.
    pub quoted_words: usize,
    pub quoted_numbers: usize,
    /// Capitalised words after the first token that are no words of time.
    pub names: usize,
    /// Whether there is a sign of money or of a share.
    pub sign_of_amount: bool,
    /// Whether a token may be of a figure.
    pub may_count: bool,
    /// The first dash, counted from its head.
    pub dash: Option<usize>,
    /// The first token that is no mark, counted from its head.
    pub opening: Option<usize>,
}

impl Census {
    /// Counts the tokens of a sentence; `marked` tells whether some may stand between quotation marks.
    pub(super) fn of(reading: &Reading<'_>, tokens: Range<usize>, marked: bool) -> Self {
        let mut forms = reading.forms_of(tokens.clone());
        let mut found = Self {
            opening: forms.position(|form| form.kind != TokenKind::Mark),
            ..Self::default()
        };
        for (at, form) in reading.forms_of(tokens.clone()).enumerate() {
            found.count(at, form);
        }
        if marked {
            let quoted = |kind| reading.count_marked(tokens.clone(), kind);
            found.quoted_words = quoted(TokenKind::Word);
            found.quoted_numbers = quoted(TokenKind::Number);
        }
        found
    }

    /// Counts the token at a place from the head of the sentence.
    #[inline]
    fn count(&mut self, at: usize, form: &Form<'_>) {
        self.may_count |= form.may_count;
        // Nearly all are words, so that is asked first, and none of the kinds is jumped to.
        if form.kind == TokenKind::Word {
            self.words += 1;
            self.classes = self.classes.union(form.classes);
            self.names += usize::from(form.may_name && at > 0);
        } else if form.kind == TokenKind::Mark {
            self.count_mark(at, form.text);
        } else {
            self.numbers += usize::from(form.kind == TokenKind::Number);
            self.endings += usize::from(form.kind == TokenKind::Possessive);
        }
    }

    fn count_mark(&mut self, at: usize, mark: &str) {
        match mark {
            "-" | "\u{2013}" | "\u{2014}" => self.dash = self.dash.or(Some(at)),
            "%" | "$" | "€" | "£" => self.sign_of_amount = true,
            _ => {}
        }
    }
}
