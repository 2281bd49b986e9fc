//! A document as the finders read it: word by word, with what is known of each.

mod forms;

use std::num::NonZero;
use std::ops::Range;

pub(super) use self::forms::{Form, Forms};
use super::census::Census;
use super::figures::Piece;
use super::imprint::{Imprint, is_any_word, is_word};
use super::listed::Listed;
use super::marks::{self, Marked};
use crate::document::{Document, Token, TokenKind};
use crate::language::{Class, Classes, CueWord, Lexicon};

/// A document, its tokens with their forms, and what stands between quotation marks.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub lexicon: &'a Lexicon,
    forms: &'a Forms<'a>,
    /// The form of each token. All parts of the analysis look here all the time: a row of the forms
    /// themselves saves them the way over a number.
    row: Vec<&'a Form<'a>>,
    marked: Vec<Marked>,
    /// For each token one more than the index of the marked stretch it lies in, 0 outside.
    marked_at: Vec<u32>,
    /// For each sentence what it is made of.
    census: Vec<Census>,
}

impl<'a> Reading<'a> {
    /// Reads the document of some forms.
    pub(super) fn new(forms: &'a Forms<'a>) -> Self {
        let document = forms.document;
        let all = &forms.all[..];
        let row = forms.numbers.iter().map(|&number| &all[number as usize]);
        let marked = marks::find(document);
        let mut marked_at = vec![0; document.tokens().len()];
        for (number, marked) in (1..).zip(&marked) {
            if let Some(tokens) = marked_at.get_mut(marked.tokens.clone()) {
                tokens.fill(number);
            }
        }
        let mut reading = Self {
            document,
            lexicon: forms.lexicon,
            forms,
            row: row.collect(),
            marked,
            marked_at,
            census: Vec::new(),
        };
        reading.census = reading.take_census();
        reading
    }

    /// Counts what each sentence is made of. Most have no quotation marks, and none are looked for in them.
    fn take_census(&self) -> Vec<Census> {
        let mut next = self.marked.iter().peekable();
        let mut marked_until = 0;
        let sentences = self.document.sentences().iter();
        let census = sentences.map(|sentence| {
            let tokens = sentence.tokens();
            while let Some(marked) = next.next_if(|it| it.tokens.start < tokens.end) {
                marked_until = marked_until.max(marked.tokens.end);
            }
            Census::of(self, tokens.clone(), marked_until > tokens.start)
        });
        census.collect()
    }

    /// What each sentence is made of, in the order of the text.
    pub(super) fn census(&self) -> &[Census] {
        &self.census
    }

    /// The forms, in the order of their numbers.
    pub(super) fn forms(&self) -> &[Form<'a>] {
        &self.forms.all
    }

    /// The numbers of the forms of some tokens, in their order.
    #[inline]
    pub(super) fn form_numbers(&self, tokens: Range<usize>) -> &[u32] {
        self.forms.numbers.get(tokens).unwrap_or_default()
    }

    /// The forms of some tokens, in their order: quicker than to ask for each token.
    #[inline]
    pub(super) fn forms_of(&self, tokens: Range<usize>) -> impl Iterator<Item = &'a Form<'a>> {
        let forms = self.row.get(tokens).unwrap_or_default();
        forms.iter().copied()
    }

    /// Some tokens with their forms: quicker than two rows side by side.
    #[inline]
    pub(super) fn forms_at(
        &self,
        tokens: Range<usize>,
    ) -> impl Iterator<Item = (usize, &'a Form<'a>)> {
        let first = tokens.start;
        let forms = self.forms_of(tokens).enumerate();
        forms.map(move |(place, form)| (first + place, form))
    }

    /// What is known of a token's form; nothing past the last.
    #[inline]
    pub(super) fn known(&self, index: usize) -> Option<&'a Form<'a>> {
        self.row.get(index).copied()
    }

    /// What some tokens look like and what they are to the figures, in their order.
    pub(super) fn pieces(
        &self,
        tokens: Range<usize>,
    ) -> impl Iterator<Item = (&'a Form<'a>, &Piece)> {
        let pieces = &self.forms.pieces[..];
        let numbers = self.form_numbers(tokens.clone()).iter();
        let pieces = numbers.map(|&number| &pieces[number as usize]);
        self.forms_of(tokens).zip(pieces)
    }

    /// For each form, by its number, what it is to the phrases of the cues for sections.
    pub(super) fn cue_words(&self) -> &[CueWord] {
        &self.forms.cue_words
    }

    /// The terms of some tokens, in their order, by the numbers of their stems here, from 0 in the order of
    /// the text, but from 1: those of words and numbers, but not of stop words and single letters.
    pub(super) fn terms(&self, tokens: Range<usize>) -> impl Iterator<Item = Option<NonZero<u32>>> {
        let terms = &self.forms.terms[..];
        let forms = self.form_numbers(tokens).iter();
        forms.map(|&form| terms[form as usize])
    }

    /// For each form its term, by the number of its stem here, from 0.
    pub(super) fn terms_of_forms(&self) -> impl Iterator<Item = Option<u32>> {
        let terms = self.forms.terms.iter();
        terms.map(|term| term.map(|term| term.get() - 1))
    }

    /// How many stems the terms have: their numbers are below.
    pub(super) fn term_stems(&self) -> usize {
        self.forms.term_stems
    }

    /// Whether a token may be a cue or begin one.
    #[inline]
    pub(super) fn may_cue(&self, index: usize) -> bool {
        self.known(index).is_some_and(|form| form.may_cue)
    }

    /// The number of a token as a part of a name, the same whatever the case of its ASCII letters.
    #[inline]
    pub(super) fn key(&self, index: usize) -> u64 {
        self.known(index).map_or(0, |form| form.key)
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

    /// The first of some tokens that stands between quotation marks; their end when none does.
    pub(super) fn quiet_until(&self, tokens: Range<usize>) -> usize {
        let marked = self.marked_at.get(tokens.clone()).unwrap_or_default();
        let first = marked.iter().position(|&number| number != 0);
        first.map_or(tokens.end, |first| tokens.start + first)
    }

    /// The first of some tokens that does not stand between the same marks as the first of all, or outside as
    /// it does; their end when all do.
    pub(super) fn alike_until(&self, tokens: Range<usize>) -> usize {
        let marked = self.marked_at.get(tokens.clone()).unwrap_or_default();
        let other = marked.iter().position(|it| Some(it) != marked.first());
        other.map_or(tokens.end, |other| tokens.start + other)
    }

    /// How many of some tokens, of one kind, stand between quotation marks.
    pub(super) fn count_marked(&self, tokens: Range<usize>, kind: TokenKind) -> usize {
        let marked = self.marked_at.get(tokens.clone()).unwrap_or_default();
        let forms = self.forms_of(tokens).zip(marked);
        let inside = forms.filter(|(form, number)| **number != 0 && form.kind == kind);
        inside.count()
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
        let form = self.known(index);
        form.is_some_and(|it| it.imprint == Imprint::of(word) && is_word(it.text, word))
    }

    /// Whether a token is one of these words, in any case of their ASCII letters.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the imprints of the words are constants only where the words are"
    )]
    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let Some(form) = self.known(index) else {
            return false;
        };
        form.imprint.may_be_any(words) && is_any_word(form.text, words)
    }

    /// Whether a token is one of many words, in any case of their ASCII letters.
    #[inline]
    pub(super) fn is_listed(&self, index: usize, words: &Listed) -> bool {
        let form = self.known(index);
        form.is_some_and(|it| words.may_have(it.imprint) && words.has(it.text))
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
