use super::marks::{self, Marked};
use crate::document::{Document, Token, TokenKind};
use crate::language::{Class, Classes, Lexicon};

/// A document with each of its tokens looked up in the lexicon once.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub lexicon: &'a Lexicon,
    classes: Vec<Classes>,
    /// For each token whether it is a word that begins with a capital.
    capitals: Vec<bool>,
    marked: Vec<Marked>,
    /// For each token one more than the index of the marked stretch it lies in, 0 outside.
    marked_at: Vec<u32>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let classes = document.tokens().iter().map(|token| match token.kind {
            TokenKind::Word => lexicon.classes(document.slice(token.span)),
            _ => Classes::default(),
        });
        let classes = classes.collect();
        let capitals = document.tokens().iter().map(|token| {
            token.kind == TokenKind::Word && begins_with_capital(document.slice(token.span))
        });
        let capitals = capitals.collect();
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
            classes,
            capitals,
            marked,
            marked_at,
        }
    }

    /// Whether a token is a word that begins with a capital.
    #[inline]
    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.capitals.get(index).copied().unwrap_or_default()
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
        let token = self.document.tokens().get(index);
        token.map_or("", |token| self.document.slice(token.span))
    }

    /// Whether a token is this word, in any case of its ASCII letters.
    #[inline]
    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        self.word(index).eq_ignore_ascii_case(word)
    }

    /// The classes of a token; none past the last.
    #[inline]
    pub(super) fn classes(&self, index: usize) -> Classes {
        self.classes.get(index).copied().unwrap_or_default()
    }

    /// Whether a token is of a class.
    #[inline]
    pub(super) fn has(&self, index: usize, class: Class) -> bool {
        self.classes(index).has(class)
    }
}

fn begins_with_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    }
}
