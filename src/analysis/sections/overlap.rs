use crate::analysis::reading::Reading;
use crate::document::{Document, Sentence, Token, TokenKind};
use crate::language::{Class, Lexicon};

/// At most so many stems of headline or lede are compared: the bits of a set.
const MOST_STEMS: u32 = 64;

/// The stems of headline and lede, and which words of the article have them.
#[derive(Default)]
pub(super) struct Overlap {
    /// For each stem of headline or lede, by its number, which of them it is.
    bits: Vec<Bits>,
    /// How many stems the headline and the lede have.
    headline: u32,
    lede: u32,
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

impl Overlap {
    /// The stems of the headline, and of the lede where there is one.
    pub(super) fn new(
        reading: &Reading<'_>,
        headline: Option<&Document>,
        lede: Option<&Sentence>,
    ) -> Self {
        let mut overlap = Self::default();
        if let Some(headline) = headline {
            let words = headline.tokens().iter();
            let words = words.filter_map(|token| content(headline, reading.lexicon, token));
            for stem in words.filter_map(|word| reading.stems().of(word)) {
                let bits = slot(&mut overlap.bits, stem);
                add(&mut bits.headline, &mut overlap.headline);
            }
        }
        let content = |at: &usize| is_content(reading, *at);
        let words = lede.into_iter().flat_map(Sentence::tokens).filter(content);
        for stem in words.filter_map(|at| reading.stem(at)) {
            let bits = slot(&mut overlap.bits, stem);
            add(&mut bits.lede, &mut overlap.lede);
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

    fn of_word(&self, reading: &Reading<'_>, at: usize) -> Bits {
        if !is_content(reading, at) {
            return Bits::default();
        }
        let stem = reading
            .stem(at)
            .and_then(|stem| self.bits.get(stem as usize));
        stem.copied().unwrap_or_default()
    }

    /// How much of the headline is shared, in percent; nothing when there is no headline.
    pub(super) fn headline_percent(&self, shared: Shared) -> Option<u32> {
        percent(shared.headline, self.headline)
    }

    /// How much of the lede is shared, in percent.
    pub(super) fn lede_percent(&self, shared: Shared) -> Option<u32> {
        percent(shared.lede, self.lede)
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

/// What is known of a stem.
fn slot(bits: &mut Vec<Bits>, stem: u32) -> &mut Bits {
    let stem = stem as usize;
    bits.resize(bits.len().max(stem + 1), Bits::default());
    &mut bits[stem]
}

/// Gives a stem the next bit, unless it has one or there is none left.
fn add(bit: &mut u64, count: &mut u32) {
    if *bit == 0 && *count < MOST_STEMS {
        *bit = 1 << *count;
        *count += 1;
    }
}

fn percent(shared: u64, all: u32) -> Option<u32> {
    (all > 0).then(|| shared.count_ones() * 100 / all)
}

/// Whether a token is a word of content or a number.
fn is_content(reading: &Reading<'_>, at: usize) -> bool {
    let function = reading.has(at, Class::Function);
    !function && reading.token(at).is_some_and(counts)
}

/// The word, when it is a word of content or a number.
fn content<'a>(document: &'a Document, lexicon: &Lexicon, token: &Token) -> Option<&'a str> {
    let word = document.slice(token.span);
    let function = lexicon.classes(word).has(Class::Function);
    (!function && counts(*token)).then_some(word)
}

fn counts(token: Token) -> bool {
    match token.kind {
        TokenKind::Word => token.span.len() > 1,
        TokenKind::Number => true,
        TokenKind::Possessive | TokenKind::Mark => false,
    }
}
