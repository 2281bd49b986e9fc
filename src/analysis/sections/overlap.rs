use std::ops::Range;

use crate::analysis::numbering::Numbering;
use crate::analysis::reading::{Form, Reading};
use crate::analysis::vocabulary;
use crate::document::{Document, Sentence, Token, TokenKind};
use crate::language::{Class, Classes};

/// At most so many stems of headline or lede are compared: the bits of a set.
const MOST_STEMS: u32 = 64;

/// The stems of headline and lede, and which words of the article have them.
pub(super) struct Overlap {
    /// For each form of the article, by its number, what it shares.
    forms: Vec<Bits>,
    /// How many stems the headline and the lede have.
    headline: u32,
    lede: u32,
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
        let headline = headline.map(|headline| stems_of(reading, headline));
        let lede = lede.into_iter().flat_map(Sentence::tokens);
        let lede = lede.filter_map(|at| content(reading.known(at)?));
        vocabulary::with(reading.lexicon, |vocabulary| {
            let mut slots = Slots::new(vocabulary.stems_anew());
            let (mut headlines, mut ledes) = (0, 0);
            for stem in headline.into_iter().flatten() {
                slots.add(stem, &mut headlines, |bits| &mut bits.headline);
            }
            for stem in lede {
                slots.add(stem, &mut ledes, |bits| &mut bits.lede);
            }
            let forms = reading.forms().iter();
            let shared = |form| content(form).map_or(Bits::default(), |stem| slots.of(stem));
            Self {
                forms: forms.map(shared).collect(),
                headline: headlines,
                lede: ledes,
            }
        })
    }

    /// What the words of a sentence share with headline and lede.
    pub(super) fn of(&self, reading: &Reading<'_>, sentence: &Sentence) -> Shared {
        let mut shared = Shared::default();
        for &form in reading.form_numbers(sentence.tokens()) {
            let bits = self.form(form);
            if bits.is_empty() {
                continue;
            }
            shared.headline |= bits.headline;
            shared.lede |= bits.lede;
            let word = reading.forms().get(form as usize).map_or("", |it| it.text);
            if word.starts_with(char::is_lowercase) {
                shared.headline_deeds |= bits.headline;
                shared.lede_deeds |= bits.lede;
            }
            shared.number |= word.starts_with(|c: char| c.is_ascii_digit());
        }
        shared
    }

    /// What one token shares.
    pub(super) fn token(&self, reading: &Reading<'_>, at: usize) -> Bits {
        let form = reading.form_numbers(at..at + 1).first();
        form.map_or(Bits::default(), |&form| self.form(form))
    }

    /// Whether one of some tokens shares a stem with the headline.
    pub(super) fn retells(&self, reading: &Reading<'_>, tokens: Range<usize>) -> bool {
        let mut forms = reading.form_numbers(tokens).iter();
        forms.any(|&form| self.form(form).in_headline())
    }

    /// What the tokens of a form share.
    #[inline]
    fn form(&self, number: u32) -> Bits {
        let bits = self.forms.get(number as usize);
        bits.copied().unwrap_or_default()
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

/// The stems of headline and lede, and which of them they are.
struct Slots<'v> {
    /// For each stem of theirs the index of its bits.
    of: &'v mut Numbering,
    bits: Vec<Bits>,
}

impl<'v> Slots<'v> {
    fn new(of: &'v mut Numbering) -> Self {
        let bits = Vec::new();
        Self { of, bits }
    }

    fn of(&self, stem: u32) -> Bits {
        let slot = self.of.get(stem);
        slot.map_or(Bits::default(), |slot| self.bits[slot as usize])
    }

    /// Gives a stem the next bit, unless it has one or there is none left.
    fn add(&mut self, stem: u32, count: &mut u32, pick: fn(&mut Bits) -> &mut u64) {
        if *count >= MOST_STEMS {
            return;
        }
        let (slot, first) = self.of.meet(stem);
        if first {
            self.bits.push(Bits::default());
        }
        let bit = pick(&mut self.bits[slot as usize]);
        if *bit == 0 {
            *bit = 1 << *count;
            *count += 1;
        }
    }
}

/// The stems of the words of content of a headline, by their numbers in the vocabulary.
fn stems_of(reading: &Reading<'_>, headline: &Document) -> Vec<u32> {
    vocabulary::with(reading.lexicon, |vocabulary| {
        let stem = |token: &Token| {
            let word = headline.slice(token.span);
            let number = vocabulary.number(reading.lexicon, word);
            let known = &vocabulary.known(number).form;
            let counts = is_content(token.kind, word, known.classes);
            known.stem.filter(|_| counts)
        };
        headline.tokens().iter().filter_map(stem).collect()
    })
}

fn percent(shared: u64, all: u32) -> Option<u32> {
    (all > 0).then(|| shared.count_ones() * 100 / all)
}

/// The stem of a word of content or a number.
fn content(form: &Form<'_>) -> Option<u32> {
    let counts = is_content(form.kind, form.text, form.classes);
    form.stem.filter(|_| counts)
}

fn is_content(kind: TokenKind, word: &str, classes: Classes) -> bool {
    match kind {
        TokenKind::Word => word.len() > 1 && !classes.has(Class::Function),
        TokenKind::Number => true,
        TokenKind::Possessive | TokenKind::Mark => false,
    }
}
