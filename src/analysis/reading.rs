use std::cell::{RefCell, RefMut};
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::marks::{self, Marked};
use super::stems::Stems;
use crate::document::{Document, Token, TokenKind};
use crate::language::{Class, Classes, Lexicon, WordId};

/// A document with each of its forms looked up in the lexicon once.
///
/// A form is what some tokens look like, to the letter: a text repeats most of its words, and what only
/// depends on how a word is written is worked out once for all its tokens.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub lexicon: &'a Lexicon,
    /// For each token the number of its form.
    numbers: Vec<u32>,
    forms: Vec<Form<'a>>,
    stems: RefCell<FormStems>,
    marked: Vec<Marked>,
    /// For each token one more than the index of the marked stretch it lies in, 0 outside.
    marked_at: Vec<u32>,
}

/// What some tokens look like, and what only depends on that.
struct Form<'a> {
    text: &'a str,
    classes: Classes,
    /// Its number in the phrases of the cues; 0 when it is in none.
    cue_word: WordId,
    /// Whether it is a word that begins with a capital.
    capital: bool,
}

/// The stems of a document, and for each form the number of its stem, once it was asked for.
struct FormStems {
    stems: Stems,
    known: Vec<Stem>,
}

/// What is known of a form's stem.
#[derive(Clone, Copy)]
enum Stem {
    NotAsked,
    None,
    Number(u32),
}

impl<'a> Reading<'a> {
    pub(super) fn new(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let (numbers, forms) = forms(document, lexicon);
        let stems = FormStems {
            stems: Stems::new(),
            known: vec![Stem::NotAsked; forms.len()],
        };
        let marked = marks::find(document);
        let mut marked_at = vec![0; document.tokens().len()];
        for (number, marked) in (1..).zip(&marked) {
            if let Some(tokens) = marked_at.get_mut(marked.tokens.clone()) {
                tokens.fill(number);
            }
        }
        Self {
            document,
            lexicon,
            numbers,
            forms,
            stems: RefCell::new(stems),
            marked,
            marked_at,
        }
    }

    /// The number of a token's form, below [`Self::count_forms`].
    #[inline]
    pub(super) fn form(&self, index: usize) -> usize {
        self.numbers.get(index).map_or(0, |&form| form as usize)
    }

    /// How many forms there are.
    pub(super) fn count_forms(&self) -> usize {
        self.forms.len()
    }

    /// What is known of a token's form; nothing past the last.
    #[inline]
    fn known(&self, index: usize) -> Option<&Form<'a>> {
        self.forms.get(*self.numbers.get(index)? as usize)
    }

    /// The number of a token in the phrases of the cues; 0 when it is in none.
    #[inline]
    pub(super) fn cue_word(&self, index: usize) -> WordId {
        self.known(index).map_or(0, |form| form.cue_word)
    }

    /// The number of a token's stem, from 0 in the order they are asked for; none for a single letter.
    pub(super) fn stem(&self, index: usize) -> Option<u32> {
        let FormStems { stems, known } = &mut *self.stems.borrow_mut();
        let known = known.get_mut(self.form(index))?;
        match *known {
            Stem::Number(stem) => Some(stem),
            Stem::None => None,
            Stem::NotAsked => {
                let stem = stems.of(self.word(index));
                *known = stem.map_or(Stem::None, Stem::Number);
                stem
            }
        }
    }

    /// The stems that have numbers here, to number those of a headline.
    pub(super) fn stems(&self) -> RefMut<'_, Stems> {
        RefMut::map(self.stems.borrow_mut(), |forms| &mut forms.stems)
    }

    /// Whether a token is a word that begins with a capital.
    #[inline]
    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.known(index).is_some_and(|form| form.capital)
    }

    /// All that stands between quotation marks, in the order of the text.
    pub(super) fn marked(&self) -> &[Marked] {
        &self.marked
    }

    /// The index of the marked stretch that a token lies in; its marks belong to it.
    #[inline]
    pub(super) fn marked_at(&self, index: usize) -> Option<usize> {
        let number = self.marked_at.get(index).copied().unwrap_or_default();
        usize::try_from(number).ok()?.checked_sub(1)
    }

    /// The token at an index, if there is one.
    #[inline]
    pub(super) fn token(&self, index: usize) -> Option<Token> {
        self.document.tokens().get(index).copied()
    }

    /// The letters of a token; empty past the last.
    #[inline]
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.known(index).map_or("", |form| form.text)
    }

    /// Whether a token is this word, in any case of its ASCII letters.
    #[inline]
    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        self.word(index).eq_ignore_ascii_case(word)
    }

    /// Whether a token is one of these words, in any case of their ASCII letters.
    #[inline]
    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let found = self.word(index);
        words.iter().any(|word| found.eq_ignore_ascii_case(word))
    }

    /// The classes of a token; none past the last.
    #[inline]
    pub(super) fn classes(&self, index: usize) -> Classes {
        self.known(index)
            .map_or_else(Classes::default, |form| form.classes)
    }

    /// Whether a token is of a class.
    #[inline]
    pub(super) fn has(&self, index: usize, class: Class) -> bool {
        self.classes(index).has(class)
    }
}

/// For each token the number of its form, and what is known of the forms.
fn forms<'a>(document: &'a Document, lexicon: &Lexicon) -> (Vec<u32>, Vec<Form<'a>>) {
    let tokens = document.tokens();
    let mut known = HashMap::with_capacity_and_hasher(tokens.len() / 4, FixedState::default());
    let mut forms = Vec::with_capacity(tokens.len() / 4);
    let numbers = tokens.iter().map(|token| {
        let text = document.slice(token.span);
        *known.entry(text).or_insert_with(|| {
            forms.push(Form::new(text, token.kind, lexicon));
            u32::try_from(forms.len() - 1).unwrap_or(u32::MAX)
        })
    });
    (numbers.collect(), forms)
}

impl<'a> Form<'a> {
    /// Tokens that look the same are of one kind: its first character tells a token's kind.
    fn new(text: &'a str, kind: TokenKind, lexicon: &Lexicon) -> Self {
        let word = kind == TokenKind::Word;
        let (classes, cue_word) = lexicon.look_up(text);
        Self {
            text,
            classes: if word { classes } else { Classes::default() },
            cue_word,
            capital: word && begins_with_capital(text),
        }
    }
}

fn begins_with_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    }
}
