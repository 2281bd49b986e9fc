use super::{Atom, Held, Kind, Piece};
use crate::analysis::figures::tables::{Flag, Tables, Word};
use crate::document::Span;

/// Cuts the tokens of a sentence into atoms.
pub(super) struct Filler<'a, 'b> {
    pub text: &'a str,
    pub tables: &'b Tables,
    pub list: &'b mut Vec<Atom<'a>>,
    /// The atoms that a number or a date may begin with.
    pub openers: &'b mut Vec<usize>,
    pub held: Held,
    /// The end of the last atom.
    pub at: usize,
}

impl<'a> Filler<'a, '_> {
    /// Adds an atom that is a part of a token.
    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        let text = self.text.get(start..end).unwrap_or_default();
        let word = match kind {
            Kind::Word => self.tables.word(text),
            _ => Word::default(),
        };
        self.push_piece(Span::new(start, end), text, &Piece::new(text, kind, word));
    }

    #[inline]
    fn push_piece(&mut self, span: Span, text: &'a str, piece: &Piece) {
        let gap = span.start() > self.at || self.list.is_empty();
        self.at = span.end();
        if piece.opens {
            self.openers.push(self.list.len());
        }
        self.held.add(piece);
        self.list.push(Atom {
            span,
            text,
            kind: piece.kind,
            word: piece.word,
            imprint: piece.imprint,
            gap,
            barred: false,
        });
    }

    /// Adds a token.
    #[inline]
    pub(super) fn add(&mut self, span: Span, text: &'a str, piece: &Piece) {
        if piece.whole {
            self.push_piece(span, text, piece);
        } else {
            self.add_word(span, text);
        }
    }

    /// "N4,500", "$A4": whether digits at a byte are grouped, or stand behind a sign of money.
    fn is_large(&self, start: usize) -> bool {
        let digits = self.text.get(start..).unwrap_or_default();
        let (number, rest) = digits.split_at(digits_len(digits));
        let sign = self.list.last().map(|last| last.kind);
        // "R118.40", "R2.1bn"
        let cents = number
            .rsplit_once('.')
            .is_some_and(|(_, cents)| cents.len() == 2);
        let scaled = self.tables.scale(letters_of(rest)).is_some();
        number.contains(',') || cents || scaled || sign == Some(Kind::Mark('$'))
    }

    /// "costs R500, up from R450": words for money stand near before, and lead to it.
    fn is_price(&self, end: usize) -> bool {
        const NEAR: usize = 6;
        const LEADING: [&str; 19] = [
            "costs", "cost", "was", "is", "of", "from", "to", "pay", "paid", "for", "fined",
            "worth", "charged", "up", "down", "at", "about", "over", "under",
        ];
        let led = self.list.last().is_some_and(|last| {
            last.kind == Kind::Word
                && LEADING
                    .iter()
                    .any(|word| last.text.eq_ignore_ascii_case(word))
        });
        // "the price of N95 masks"
        let next = self.text.get(end..).and_then(|rest| rest.strip_prefix(' '));
        let next = letters_of(next.unwrap_or_default());
        let named = next.len() > 3 && next.ends_with('s') && next.starts_with(char::is_lowercase);
        let mut near = self.list.iter().rev().take(NEAR);
        led && !named && near.any(|atom| atom.word.is(Flag::MoneyCue))
    }

    /// "N20 million": whether the word behind a byte makes a number large.
    fn is_scaled(&self, end: usize) -> bool {
        let next = self.text.get(end..).unwrap_or_default();
        [" million", " billion", " trillion"]
            .iter()
            .any(|scale| next.starts_with(scale))
    }

    /// Adds a word that may be cut.
    fn add_word(&mut self, span: Span, word: &'a str) {
        let bytes = word.as_bytes();
        let start = span.start();
        let Some(digit) = bytes.iter().position(u8::is_ascii_digit) else {
            return self.add_parts(start, word);
        };
        let letters = word.get(..digit).unwrap_or_default();
        // "N20 million", but the road "N20"
        let large = || {
            let digits = self.text.get(start + digit..).unwrap_or_default();
            let end = start + digit + digits_len(digits);
            self.is_large(start + digit) || self.is_scaled(end) || self.is_price(end)
        };
        if self.tables.is_code(letters) && (letters.len() > 1 || large()) {
            self.push(start, start + digit, Kind::Word);
            let rest = self.text.get(start + digit..).unwrap_or_default();
            let len = digits_len(rest);
            self.push(start + digit, start + digit + len, Kind::Digits);
            let end = start + digit + len;
            if digit + len < word.len() {
                let rest = word.get(digit + len..).unwrap_or_default();
                self.add_parts(end, rest);
            } else {
                // "R2.1bn" is of several tokens, the last of which is "1bn"
                let scale = letters_of(self.text.get(end..).unwrap_or_default());
                if self.tables.scale(scale).is_some() {
                    self.push(end, end + scale.len(), Kind::Word);
                }
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
        "magnitude-",
        "mid-",
    ]
    .iter()
    .any(|sign| letters.eq_ignore_ascii_case(sign))
}

/// The letters that a text begins with, up to a mark or space.
fn letters_of(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric());
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
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
