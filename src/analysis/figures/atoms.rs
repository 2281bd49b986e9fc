//! A sentence in the pieces that numbers are made of.
//!
//! Tokens are cut further than elsewhere: `USD10m` is a code, digits and a scale, and "five-year" is a
//! number, a hyphen and a word.

use memchr::memchr;

use super::tables::{Flag, Numeric, Tables, Word};
use crate::analysis::reading::Reading;
use crate::document::{Sentence, Span, TokenKind};
use crate::language::Class;

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
    /// Whether white space stands in front of it.
    pub gap: bool,
    /// Whether it is part of a date, a clock time or a name, and of no figure.
    pub barred: bool,
}

/// The pieces of one sentence.
#[derive(Debug, Default)]
pub(super) struct Atoms<'a> {
    list: Vec<Atom<'a>>,
    /// What is known of each form of the article's words, once it was asked for.
    forms: Vec<Option<Word>>,
    /// The text of the whole article.
    source: &'a str,
    /// Whether all its letters are capitals, so that a capital tells nothing.
    pub shouted: bool,
}

/// Whether a sentence may hold a figure.
pub(super) fn may_count(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let tokens = reading.document.tokens();
    sentence.tokens().any(|index| {
        let token = tokens[index];
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => {
                reading.has(index, Class::FigureWord)
                    || token.span.len() > 2 && may_hide(reading.word(index))
            }
            TokenKind::Mark => {
                token.span.len() > 1 && reading.word(index).chars().any(char::is_numeric)
            }
            TokenKind::Possessive => false,
        }
    })
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

impl<'a> Atoms<'a> {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.list.len()
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
        self.text(index).eq_ignore_ascii_case(word)
    }

    #[inline]
    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let text = self.text(index);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
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
        self.forms.resize(reading.count_forms(), None);
        let text = reading.document.slice(sentence.span);
        self.shouted = is_shouted(text);
        let mut filler = Filler {
            text: reading.document.text(),
            tables,
            list: &mut self.list,
            forms: &mut self.forms,
            at: sentence.span.start(),
        };
        let tokens = reading.document.tokens();
        for index in sentence.tokens() {
            let token = tokens[index];
            if token.span.start() >= filler.at {
                filler.add(token.span, token.kind, reading.form(index));
            }
        }
    }
}

/// Whether a text is set in capitals: hardly any letter is small.
fn is_shouted(text: &str) -> bool {
    let small = text.bytes().filter(u8::is_ascii_lowercase).count();
    let large = text.bytes().filter(u8::is_ascii_uppercase).count();
    large > 8 * small.max(1)
}

struct Filler<'a, 'b> {
    text: &'a str,
    tables: &'b Tables,
    list: &'b mut Vec<Atom<'a>>,
    forms: &'b mut [Option<Word>],
    /// The end of the last atom.
    at: usize,
}

impl Filler<'_, '_> {
    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        let word = match kind {
            Kind::Word => self
                .tables
                .word(self.text.get(start..end).unwrap_or_default()),
            _ => Word::default(),
        };
        self.push_known(start, end, kind, word);
    }

    fn push_known(&mut self, start: usize, end: usize, kind: Kind, word: Word) {
        let span = Span::new(start, end);
        let slice = self.text.get(span.range()).unwrap_or_default();
        let gap = start > self.at || self.list.is_empty();
        self.list.push(Atom {
            span,
            text: slice,
            kind,
            word,
            gap,
            barred: false,
        });
        self.at = end;
    }

    /// Adds a token of a form.
    fn add(&mut self, span: Span, kind: TokenKind, form: usize) {
        let slice = self.text.get(span.range()).unwrap_or_default();
        match kind {
            TokenKind::Number => self.push(span.start(), span.end(), Kind::Digits),
            TokenKind::Possessive => self.push(span.start(), span.end(), Kind::Possessive),
            TokenKind::Word => self.add_word(span.start(), slice, form),
            TokenKind::Mark => {
                let mark = slice.chars().next().unwrap_or(' ');
                self.push(span.start(), span.end(), Kind::Mark(mark));
            }
        }
    }

    fn add_word(&mut self, start: usize, word: &str, form: usize) {
        let bytes = word.as_bytes();
        if bytes.iter().all(u8::is_ascii_alphabetic) {
            let tables = self.tables;
            let known = self.forms.get_mut(form);
            let known = known.map(|known| *known.get_or_insert_with(|| tables.word(word)));
            let end = start + word.len();
            return self.push_known(start, end, Kind::Word, known.unwrap_or_default());
        }
        let Some(digit) = bytes.iter().position(u8::is_ascii_digit) else {
            return self.add_parts(start, word);
        };
        let letters = word.get(..digit).unwrap_or_default();
        if self.tables.is_code(letters) {
            self.push(start, start + digit, Kind::Word);
            let rest = self.text.get(start + digit..).unwrap_or_default();
            let len = digits_len(rest);
            self.push(start + digit, start + digit + len, Kind::Digits);
            if digit + len < word.len() {
                let rest = word.get(digit + len..).unwrap_or_default();
                self.add_parts(start + digit + len, rest);
            }
        } else if letters.ends_with('-')
            && self
                .list
                .last()
                .is_some_and(|last| last.kind == Kind::Digits)
            || is_sign_word(letters)
        {
            self.add_parts(start, word);
        } else {
            self.push(start, start + word.len(), Kind::Name);
        }
    }

    /// Cuts a word at its hyphens.
    fn add_parts(&mut self, start: usize, word: &str) {
        let mut from = 0;
        for (at, c) in word.char_indices() {
            if matches!(c, '-' | '\u{2010}' | '\u{2011}') {
                self.add_part(start, word, from, at);
                self.push(start + at, start + at + c.len_utf8(), Kind::Mark('-'));
                from = at + c.len_utf8();
            }
        }
        self.add_part(start, word, from, word.len());
    }

    fn add_part(&mut self, start: usize, word: &str, from: usize, to: usize) {
        let part = word.get(from..to).unwrap_or_default();
        let Some(first) = part.chars().next() else {
            return;
        };
        if first.is_ascii_digit() {
            let len = digits_len(part);
            // A point and more digits may follow in the tokens behind: "minus-1.4".
            let rest = self.text.get(start + from..).unwrap_or_default();
            let len = if len == part.len() {
                digits_len(rest)
            } else {
                len
            };
            self.push(start + from, start + from + len, Kind::Digits);
            if from + len < to {
                self.push(start + from + len, start + to, Kind::Word);
            }
        } else {
            let kind = if part.bytes().any(|byte| byte.is_ascii_digit()) {
                Kind::Name
            } else {
                Kind::Word
            };
            self.push(start + from, start + to, kind);
        }
    }
}

/// "minus-", "sub-": a sign or a limit in words, in front of digits.
fn is_sign_word(letters: &str) -> bool {
    [
        "minus-",
        "sub-",
        "plus-",
        "negative-",
        "to-",
        "now-",
        "pre-",
    ]
    .iter()
    .any(|sign| letters.eq_ignore_ascii_case(sign))
}

/// Digits, and a comma or point that has a digit on both sides.
fn digits_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while digit(len) || (len > 0 && matches!(bytes.get(len), Some(b',' | b'.')) && digit(len + 1)) {
        len += 1;
    }
    len
}
