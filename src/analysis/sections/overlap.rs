use std::collections::HashMap;

use foldhash::fast::FixedState;
use frostem::{Algorithm, Stemmer};

use crate::analysis::reading::Reading;
use crate::document::{Document, Sentence, Token, TokenKind};
use crate::language::{Class, Lexicon};

/// At most so many stems of headline or lede are compared: the bits of a set.
const MOST_STEMS: usize = 64;

/// The stems of headline and lede, and which words of the article have them.
pub(super) struct Overlap {
    stemmer: Stemmer,
    headline: Stems,
    lede: Stems,
    /// How the stems begin: few words of a text have to be stemmed.
    heads: Heads,
    /// The stems that each form shares, once it was asked for.
    known: Vec<Option<Bits>>,
    /// What the tokens of the last sentence share, and the index of the first of them.
    tokens: Vec<Bits>,
    first: usize,
}

/// Which stems of the headline and of the lede are there, a bit each.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Bits {
    headline: u64,
    lede: u64,
}

impl Bits {
    fn is_empty(self) -> bool {
        self.headline == 0 && self.lede == 0
    }

    pub(super) fn in_headline(self) -> bool {
        self.headline != 0
    }

    pub(super) fn in_lede(self) -> bool {
        self.lede != 0
    }
}

/// The first two letters of some words: a filter that lets all words with the same stem pass.
#[derive(Debug, Default)]
struct Heads([u64; 16]);

impl Heads {
    fn place(word: &str) -> (usize, u32) {
        let mut letters = word.chars().flat_map(char::to_lowercase);
        let mut letter = || letters.next().map_or(0, u32::from);
        let place = letter().wrapping_mul(31).wrapping_add(letter()) % 1024;
        (place as usize / 64, place % 64)
    }

    fn add(&mut self, word: &str) {
        let (word, bit) = Self::place(word);
        self.0[word] |= 1 << bit;
    }

    fn may_hold(&self, word: &str) -> bool {
        let (word, bit) = Self::place(word);
        self.0[word] & (1 << bit) != 0
    }
}

/// Which stems of the headline and of the lede are there.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Shared {
    headline: u64,
    lede: u64,
    /// Those that are no names in the sentence.
    headline_deeds: u64,
    lede_deeds: u64,
    /// Whether a number is shared.
    number: bool,
}

/// The stems of a few words, each with its bit.
#[derive(Default)]
struct Stems {
    bits: HashMap<Box<str>, u8, FixedState>,
}

impl Overlap {
    /// The stems of the headline, and of the lede where there is one.
    pub(super) fn new(
        reading: &Reading<'_>,
        headline: Option<&Document>,
        lede: Option<&Sentence>,
    ) -> Self {
        let mut overlap = Self {
            stemmer: Stemmer::new(Algorithm::English),
            headline: Stems::default(),
            lede: Stems::default(),
            heads: Heads::default(),
            known: vec![None; reading.count_forms()],
            tokens: Vec::new(),
            first: 0,
        };
        if let Some(headline) = headline {
            let words = headline.tokens().iter();
            let words = words.filter_map(|token| content(headline, reading.lexicon, token));
            for word in words {
                overlap.heads.add(&word);
                overlap.headline.add(overlap.stemmer.stem(&word).as_ref());
            }
        }
        for at in lede.into_iter().flat_map(Sentence::tokens) {
            if let Some(word) = content_at(reading, at) {
                overlap.heads.add(&word);
                overlap.lede.add(overlap.stemmer.stem(&word).as_ref());
            }
        }
        overlap
    }

    /// What the words of a sentence share with headline and lede, and what each of its tokens does.
    pub(super) fn of(&mut self, reading: &Reading<'_>, sentence: &Sentence) -> Shared {
        let mut shared = Shared::default();
        self.tokens.clear();
        self.first = sentence.tokens().start;
        for at in sentence.tokens() {
            let bits = self.of_word(reading, at);
            self.tokens.push(bits);
            if bits.is_empty() {
                continue;
            }
            shared.headline |= bits.headline;
            shared.lede |= bits.lede;
            let word = reading.word(at);
            if word.starts_with(char::is_lowercase) {
                shared.headline_deeds |= bits.headline;
                shared.lede_deeds |= bits.lede;
            }
            shared.number |= word.starts_with(|c: char| c.is_ascii_digit());
        }
        shared
    }

    /// What one token of the last sentence shares.
    pub(super) fn token(&self, at: usize) -> Bits {
        let index = at.checked_sub(self.first);
        let bits = index.and_then(|index| self.tokens.get(index));
        bits.copied().unwrap_or_default()
    }

    fn of_word(&mut self, reading: &Reading<'_>, at: usize) -> Bits {
        let Some(token) = reading.token(at).filter(|&token| counts(token)) else {
            return Bits::default();
        };
        if token.kind == TokenKind::Word && reading.has(at, Class::Function) {
            return Bits::default();
        }
        let form = reading.form(at);
        if let Some(Some(known)) = self.known.get(form) {
            return *known;
        }
        let bits = self.of_form(reading.word(at));
        if let Some(known) = self.known.get_mut(form) {
            *known = Some(bits);
        }
        bits
    }

    fn of_form(&self, word: &str) -> Bits {
        if !self.heads.may_hold(word) {
            return Bits::default();
        }
        let word = word.to_lowercase();
        let stem = self.stemmer.stem(&word);
        Bits {
            headline: self.headline.bit(stem.as_ref()),
            lede: self.lede.bit(stem.as_ref()),
        }
    }

    /// How much of the headline is shared, in percent; nothing when there is no headline.
    pub(super) fn headline_percent(&self, shared: Shared) -> Option<u32> {
        percent(shared.headline, &self.headline)
    }

    /// How much of the lede is shared, in percent.
    pub(super) fn lede_percent(&self, shared: Shared) -> Option<u32> {
        percent(shared.lede, &self.lede)
    }
}

impl Shared {
    /// How many words of the headline are no names here.
    pub(super) fn headline_deeds(self) -> u32 {
        self.headline_deeds.count_ones()
    }

    /// How many words of the lede are no names here.
    pub(super) fn lede_deeds(self) -> u32 {
        self.lede_deeds.count_ones()
    }

    pub(super) fn has_number(self) -> bool {
        self.number
    }
}

impl Stems {
    fn add(&mut self, stem: &str) {
        let next = self.bits.len();
        if next < MOST_STEMS && !self.bits.contains_key(stem) {
            self.bits
                .insert(stem.into(), u8::try_from(next).unwrap_or(0));
        }
    }

    fn bit(&self, stem: &str) -> u64 {
        self.bits.get(stem).map_or(0, |&bit| 1 << bit)
    }
}

fn percent(shared: u64, stems: &Stems) -> Option<u32> {
    let all = u32::try_from(stems.bits.len())
        .ok()
        .filter(|&all| all > 0)?;
    Some(shared.count_ones() * 100 / all)
}

/// The word in lower case, when it is a word of content or a number.
fn content_at(reading: &Reading<'_>, at: usize) -> Option<String> {
    let token = reading.token(at)?;
    let function = reading.has(at, Class::Function);
    (!function && counts(token)).then(|| reading.word(at).to_lowercase())
}

fn content(document: &Document, lexicon: &Lexicon, token: &Token) -> Option<String> {
    let word = document.slice(token.span);
    let function = lexicon.classes(word).has(Class::Function);
    (!function && counts(*token)).then(|| word.to_lowercase())
}

fn counts(token: Token) -> bool {
    match token.kind {
        TokenKind::Word => token.span.len() > 1,
        TokenKind::Number => true,
        TokenKind::Possessive | TokenKind::Mark => false,
    }
}
