//! The forms of a document: what its tokens look like, each worked out once.

use std::num::NonZero;

use crate::analysis::attribution::may_be_cue;
use crate::analysis::figures::{Piece, may_be_of_figure};
use crate::analysis::imprint::Imprint;
use crate::analysis::numbering::Numbering;
use crate::analysis::people::{key, may_open_phrase};
use crate::analysis::sections::may_tell;
use crate::analysis::vocabulary::{self, Met};
use crate::document::{Document, Token, TokenKind};
use crate::language::{Class, Classes, CueWord, Lexicon};

/// Words with a capital that are no names.
const NO_NAMES: Classes = Classes::of(&[Class::Weekday, Class::Month, Class::Function]);

/// A document with each of its forms looked up in the lexicon once.
///
/// A form is what some tokens look like, to the letter: a text repeats most of its words, and what only
/// depends on how a word is written is worked out once for all its tokens.
pub(in crate::analysis) struct Forms<'a> {
    pub(super) document: &'a Document,
    pub(super) lexicon: &'a Lexicon,
    /// For each token the number of its form.
    pub(super) numbers: Vec<u32>,
    pub(super) all: Vec<Form<'a>>,
    /// For each form what it is to the figures, which alone ask for it.
    pub(super) pieces: Vec<Piece>,
    /// For each form what it is to the phrases of the cues for sections, which alone ask for it.
    pub(super) cue_words: Vec<CueWord>,
    /// For each form one more than the number of its stem among those of all forms that count as terms; none for a form
    /// that does not.
    pub(super) terms: Vec<Option<NonZero<u32>>>,
    /// How many stems have such a number.
    pub(super) term_stems: usize,
}

/// What some tokens look like, and what only depends on that.
///
/// All parts of the analysis look here for each token, so that a form fills one line of a processor's
/// cache, and no part of a second.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(in crate::analysis) struct Form<'a> {
    pub text: &'a str,
    pub kind: TokenKind,
    pub classes: Classes,
    /// The number of its stem in the vocabulary; none for a single letter.
    pub stem: Option<u32>,
    /// What it looks like at first sight.
    pub imprint: Imprint,
    /// Whether it is a word that begins with a capital.
    pub capital: bool,
    /// Whether it begins with a capital and is no word of time or grammar.
    pub may_name: bool,
    /// Whether a phrase may begin with it.
    pub may_open_phrase: bool,
    /// Whether it may be a cue or begin one, whatever stands beside it.
    pub may_cue: bool,
    /// Its number as a part of a name, the same whatever the case of its ASCII letters.
    pub key: u64,
    /// Whether it may be of a figure, whatever stands beside it.
    pub may_count: bool,
    /// Whether it may be a finite verb, or open or end a clause, whatever stands beside it.
    pub may_tell: bool,
}

impl<'a> Forms<'a> {
    /// The forms of a document.
    pub(in crate::analysis) fn of(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let tokens = document.tokens();
        vocabulary::with(lexicon, |vocabulary| {
            vocabulary.begin(tokens.len());
            let meet = |token: &Token| vocabulary.meet(lexicon, document.text(), token.span);
            let numbers = tokens.iter().map(meet).collect();
            let met = vocabulary.met();
            let form = |it: &Met| Form {
                text: document.slice(it.first),
                ..vocabulary.known(it.word).form
            };
            let known = |it: &Met| vocabulary.known(it.word);
            let mut forms = Self {
                document,
                lexicon,
                numbers,
                all: met.iter().map(form).collect(),
                pieces: met.iter().map(|it| known(it).piece).collect(),
                cue_words: met.iter().map(|it| known(it).cue_word).collect(),
                terms: Vec::new(),
                term_stems: 0,
            };
            forms.number_terms(vocabulary.stems_anew());
            forms
        })
    }

    /// Numbers the stems of the terms.
    fn number_terms(&mut self, stems: &mut Numbering) {
        let term = |form: &Form<'_>| {
            let counts = matches!(form.kind, TokenKind::Word | TokenKind::Number)
                && !form.classes.has(Class::StopWord);
            let stem = form.stem.filter(|_| counts)?;
            NonZero::new(stems.meet(stem).0 + 1)
        };
        self.terms = self.all.iter().map(term).collect();
        self.term_stems = stems.count();
    }
}

impl Form<'static> {
    /// What all tokens that are written so look like, but for their text.
    pub(in crate::analysis) fn unnamed(word: &str, classes: Classes, stem: Option<u32>) -> Self {
        let kind = TokenKind::of(word);
        let is_word = kind == TokenKind::Word;
        let may_cue = may_be_cue(word, classes);
        let classes = if is_word { classes } else { Classes::default() };
        let capital = is_word && begins_with_capital(word);
        Self {
            text: "",
            kind,
            classes,
            imprint: Imprint::of(word),
            may_name: capital && !classes.meets(NO_NAMES),
            may_open_phrase: may_open_phrase(kind, classes, capital),
            may_cue,
            may_count: may_be_of_figure(word, kind, classes),
            may_tell: may_tell(word, kind, classes),
            capital,
            stem,
            key: key(word),
        }
    }
}

fn begins_with_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    }
}
