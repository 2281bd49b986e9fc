//! A sentence in the pieces that numbers are made of.
//!
//! Tokens are cut further than elsewhere: `USD10m` is a code, digits and a scale, and "five-year" is a
//! number, a hyphen and a word.

mod fill;

use memchr::memchr;

use self::fill::Filler;
use super::negations;
use super::tables::{Flag, Numeric, Tables, Word};
use crate::analysis::imprint::{Imprint, is_any_word, is_word};
use crate::analysis::listed::Listed;
use crate::analysis::reading::Reading;
use crate::document::{Sentence, Span, TokenKind};
use crate::language::{Class, Classes};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits with the separators between them.
    Digits,
    Word,
    /// Letters and digits that are one name: "G7", "COVID-19".
    Name,
    /// The ending of a possessive.
    Possessive,
    Mark(char),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Atom<'a> {
    pub span: Span,
    pub text: &'a str,
    pub kind: Kind,
    pub word: Word,
    pub imprint: Imprint,
    /// Whether white space stands in front of it.
    pub gap: bool,
    /// Whether it is part of a date, a clock time or a name, and of no figure.
    pub barred: bool,
}

/// The pieces of one sentence.
#[derive(Debug, Default)]
pub(super) struct Atoms<'a> {
    list: Vec<Atom<'a>>,
    /// The atoms that a number or a date may begin with.
    openers: Vec<usize>,
    pub held: Held,
    /// The text of the whole article.
    source: &'a str,
    /// Whether all its letters are capitals, so that a capital tells nothing.
    pub shouted: bool,
}

/// Room is made for so many atoms at least.
const FEW: usize = 64;

/// Whether a token may be of a figure, whatever stands beside it.
pub(in crate::analysis) fn may_be_of_figure(text: &str, kind: TokenKind, classes: Classes) -> bool {
    match kind {
        TokenKind::Number => true,
        TokenKind::Word => classes.has(Class::FigureWord) || text.len() > 2 && may_hide(text),
        TokenKind::Mark => text.len() > 1 && text.chars().any(char::is_numeric),
        TokenKind::Possessive => false,
    }
}

/// Whether a word may hold a number inside: "five-year", `USD10m`.
fn may_hide(word: &str) -> bool {
    let plain = word.bytes().all(|byte| byte.is_ascii_alphabetic());
    !plain
        && (memchr(b'-', word.as_bytes()).is_some()
            || word
                .as_bytes()
                .last()
                .is_some_and(|last| !last.is_ascii_lowercase())
                && word.bytes().any(|byte| byte.is_ascii_digit())
            || word.as_bytes()[0].is_ascii_uppercase()
                && word.bytes().any(|byte| byte.is_ascii_digit()))
}

/// What a token is as an atom, which only depends on how it is written.
#[derive(Debug, Clone, Copy)]
pub(in crate::analysis) struct Piece {
    kind: Kind,
    word: Word,
    imprint: Imprint,
    /// Whether it is one atom, and never cut further.
    whole: bool,
    /// Whether a number or a date may begin with it.
    opens: bool,
    /// Whether addresses on the web have it.
    addressed: bool,
    /// Whether a figure of none may begin with it: "no", "nobody", "none".
    denies: bool,
}

impl Piece {
    /// What all tokens of a text are.
    pub(in crate::analysis) fn of(text: &str) -> Self {
        let kind = match TokenKind::of(text) {
            TokenKind::Number => Kind::Digits,
            TokenKind::Possessive => Kind::Possessive,
            TokenKind::Word => Kind::Word,
            TokenKind::Mark => Kind::Mark(text.chars().next().unwrap_or(' ')),
        };
        let word = match kind {
            Kind::Word => Tables::english().word(text),
            _ => Word::default(),
        };
        Self::new(text, kind, word)
    }

    fn new(text: &str, kind: Kind, word: Word) -> Self {
        let (opens, addressed) = match kind {
            Kind::Digits | Kind::Name => (true, false),
            Kind::Word => (word.opens, word.is(Flag::Address)),
            Kind::Mark(mark) => {
                let opens = mark == '.' || !mark.is_ascii();
                (opens, matches!(mark, '@' | '#' | '_' | '/'))
            }
            Kind::Possessive => (false, false),
        };
        Self {
            kind,
            word,
            imprint: Imprint::of(text),
            whole: kind != Kind::Word || word.plain,
            opens,
            addressed,
            denies: negations::may_deny(text),
        }
    }
}

/// What the atoms of a sentence hold: many steps need a word of a kind that most sentences do not have.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Held {
    /// The lists that the words stand in.
    pub words: Word,
    pub digits: bool,
    /// Whether an atom may be of an address on the web.
    pub addressed: bool,
    /// Whether a figure of none may begin with an atom.
    pub denies: bool,
}

impl Held {
    #[inline]
    fn add(&mut self, piece: &Piece) {
        self.words.join_lists(piece.word);
        self.digits |= piece.kind == Kind::Digits;
        self.addressed |= piece.addressed;
        self.denies |= piece.denies;
    }
}

impl<'a> Atoms<'a> {
    /// The atoms that a number or a date may begin with, in rising order: the one of this place.
    pub(super) fn opener(&self, place: usize) -> Option<usize> {
        self.openers.get(place).copied()
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The atoms with their indices.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Atom<'a>)> {
        self.list.iter().enumerate()
    }

    /// What is known of the word at an index; nothing past the ends and for what is no word.
    #[inline]
    pub(super) fn word(&self, index: usize) -> Word {
        self.list
            .get(index)
            .map_or(Word::default(), |atom| atom.word)
    }

    #[inline]
    pub(super) fn has(&self, index: usize, flag: Flag) -> bool {
        self.word(index).is(flag)
    }

    #[inline]
    pub(super) fn numeric(&self, index: usize) -> Numeric {
        self.word(index).numeric
    }

    #[inline]
    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        self.list.get(index).map(|atom| atom.kind)
    }

    #[inline]
    pub(super) fn is_digits(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Digits)
    }

    #[inline]
    pub(super) fn is_word(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Word)
    }

    #[inline]
    pub(super) fn is_mark(&self, index: usize, mark: char) -> bool {
        self.kind(index) == Some(Kind::Mark(mark))
    }

    #[inline]
    pub(super) fn mark(&self, index: usize) -> Option<char> {
        match self.kind(index) {
            Some(Kind::Mark(mark)) => Some(mark),
            _ => None,
        }
    }

    /// Whether white space stands in front of the atom, or nothing does.
    #[inline]
    pub(super) fn gap(&self, index: usize) -> bool {
        self.list.get(index).is_none_or(|atom| atom.gap)
    }

    #[inline]
    pub(super) fn barred(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|atom| atom.barred)
    }

    pub(super) fn bar(&mut self, index: usize) {
        if let Some(atom) = self.list.get_mut(index) {
            atom.barred = true;
        }
    }

    #[inline]
    pub(super) fn span(&self, index: usize) -> Span {
        self.list
            .get(index)
            .map_or(Span::default(), |atom| atom.span)
    }

    /// The letters of an atom; empty past the ends.
    #[inline]
    pub(super) fn text(&self, index: usize) -> &'a str {
        self.list.get(index).map_or("", |atom| atom.text)
    }

    /// The article's text of a span.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        self.source.get(span.range()).unwrap_or_default()
    }

    /// The article's text up to a byte.
    pub(super) fn text_before(&self, byte: usize) -> &'a str {
        self.source.get(..byte).unwrap_or_default()
    }

    #[inline]
    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        let atom = self.list.get(index);
        atom.is_some_and(|it| it.imprint == Imprint::of(word) && is_word(it.text, word))
    }

    /// Whether an atom is one of a few words, in any case of their ASCII letters.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the imprints of the words are constants only where the words are"
    )]
    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let Some(atom) = self.list.get(index) else {
            return false;
        };
        atom.imprint.may_be_any(words) && is_any_word(atom.text, words)
    }

    /// Whether an atom is one of many words, in any case of their ASCII letters.
    #[inline]
    pub(super) fn is_listed(&self, index: usize, words: &Listed) -> bool {
        let atom = self.list.get(index);
        atom.is_some_and(|it| words.may_have(it.imprint) && words.has(it.text))
    }

    /// Whether a word stands among the eight atoms from here.
    pub(super) fn has_near(&self, at: usize, word: &str) -> bool {
        (at..at + 8).any(|at| self.is(at, word))
    }

    /// Whether the atom is a hyphen or a dash that joins, with no space on either side.
    pub(super) fn is_joint(&self, index: usize) -> bool {
        matches!(self.mark(index), Some('-' | '\u{2010}' | '\u{2011}' | '–'))
            && !self.gap(index)
            && !self.gap(index + 1)
    }

    /// Whether the atom begins with a capital letter that means something.
    pub(super) fn capital(&self, index: usize) -> bool {
        !self.shouted
            && self
                .text(index)
                .chars()
                .next()
                .is_some_and(char::is_uppercase)
    }

    /// Cuts a sentence anew.
    pub(super) fn fill(&mut self, reading: &Reading<'a>, tables: &Tables, sentence: &Sentence) {
        self.source = reading.document.text();
        self.list.clear();
        self.openers.clear();
        // Hardly a token is cut further, and few sentences are longer.
        self.list.reserve(sentence.tokens().len().max(FEW));
        self.openers.reserve(FEW / 4);
        let text = reading.document.slice(sentence.span);
        self.shouted = is_shouted(text);
        let mut filler = Filler {
            text: reading.document.text(),
            tables,
            list: &mut self.list,
            openers: &mut self.openers,
            held: Held::default(),
            at: sentence.span.start(),
        };
        let tokens = reading.document.tokens().get(sentence.tokens());
        let pieces = reading.pieces(sentence.tokens());
        for (token, (form, piece)) in tokens.unwrap_or_default().iter().zip(pieces) {
            if token.span.start() >= filler.at {
                filler.add(token.span, form.text, piece);
            }
        }
        self.held = filler.held;
    }
}

/// Whether a text is set in capitals: hardly any letter is small.
fn is_shouted(text: &str) -> bool {
    let bytes = text.as_bytes();
    // So many small letters are too many, whatever stands behind them.
    let enough = bytes.len() / 8 + 1;
    let (mut small, mut large) = (0, 0);
    for byte in bytes {
        small += usize::from(byte.is_ascii_lowercase());
        large += usize::from(byte.is_ascii_uppercase());
        if small > enough {
            return false;
        }
    }
    large > 8 * small.max(1)
}
