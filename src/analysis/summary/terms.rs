use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use frostem::{Algorithm, Stemmer};

use crate::document::{Document, Sentence, TokenKind};
use crate::language::{Class, Lexicon};

/// Numbers the stems of words, so that each distinct word is stemmed once.
pub(super) struct Stems<'a> {
    lexicon: &'a Lexicon,
    stemmer: Stemmer,
    words: HashMap<Box<str>, Option<u32>, FixedState>,
    numbers: HashMap<Box<str>, u32, FixedState>,
}

impl<'a> Stems<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            stemmer: Stemmer::new(Algorithm::English),
            words: HashMap::default(),
            numbers: HashMap::default(),
        }
    }

    /// How many stems have been numbered.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The number of a word's stem; none for a stop word or a single letter.
    pub(super) fn of(&mut self, word: &str) -> Option<u32> {
        const LONGEST: usize = 32;
        let mut buffer = [0; LONGEST];
        match buffer.get_mut(..word.len()) {
            Some(lower) if word.is_ascii() => {
                lower.copy_from_slice(word.as_bytes());
                lower.make_ascii_lowercase();
                self.of_lower(std::str::from_utf8(lower).unwrap_or_default())
            }
            _ => self.of_lower(&word.to_lowercase()),
        }
    }

    fn of_lower(&mut self, word: &str) -> Option<u32> {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let letter = word.len() < 2 && !word.starts_with(|c: char| c.is_ascii_digit());
        let number = if letter || self.lexicon.classes(word).has(Class::StopWord) {
            None
        } else {
            let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
            let numbers = &mut self.numbers;
            let stem = |stem: &str| number_of(numbers, stem, next);
            Some(with_stem(self.stemmer, word, stem))
        };
        self.words.insert(word.into(), number);
        number
    }

    /// The distinct stems of a headline.
    pub(super) fn of_title(&mut self, title: &str) -> Vec<u32> {
        let words = title.split(|c: char| !c.is_alphanumeric());
        let mut terms: Vec<u32> = words.filter_map(|word| self.of(word)).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

/// The number of a stem, which is `next` when it has none.
fn number_of(numbers: &mut HashMap<Box<str>, u32, FixedState>, stem: &str, next: u32) -> u32 {
    if let Some(&number) = numbers.get(stem) {
        return number;
    }
    numbers.insert(stem.into(), next);
    next
}

/// So many stems are remembered by each thread, from one article to the next: stemming a word takes
/// ten times as long as finding it again, and articles share most of their words.
const REMEMBERED: usize = 8192;

thread_local! {
    static KNOWN: RefCell<HashMap<Box<str>, Box<str>, FixedState>> = RefCell::default();
}

/// Hands the stem of a word on.
fn with_stem(stemmer: Stemmer, word: &str, then: impl FnOnce(&str) -> u32) -> u32 {
    KNOWN.with_borrow_mut(|known| {
        if let Some(stem) = known.get(word) {
            return then(stem);
        }
        let stem = stemmer.stem(word);
        let number = then(&stem);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(word.into(), stem.as_ref().into());
        number
    })
}

/// A term of a sentence, and its weight in the sentence's vector of length 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    pub stem: u32,
    pub weight: f32,
}

/// The terms of each sentence, by the number of their stem, and how often each stem stands in the
/// article and in how many sentences. A term weighs 1 + ln of its count.
#[derive(Debug, Default)]
pub(super) struct Terms {
    all: Vec<Term>,
    ends: Vec<usize>,
    /// How often each stem stands in the article.
    pub counts: Vec<u32>,
    /// In how many sentences each stem stands.
    pub spread: Vec<u32>,
}

impl Terms {
    /// The terms of a document; `skip` tells the tokens that are known to be stop words.
    pub(super) fn of(
        document: &Document,
        stems: &mut Stems<'_>,
        skip: impl Fn(usize) -> bool,
    ) -> Self {
        let mut found = Self::default();
        let mut sentence = Vec::new();
        for tokens in document.sentences().iter().map(Sentence::tokens) {
            sentence.clear();
            for index in tokens.filter(|&index| !skip(index)) {
                let token = document.tokens()[index];
                if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                    sentence.extend(stems.of(document.slice(token.span)));
                }
            }
            found.add(&mut sentence, stems.len());
        }
        found
    }

    fn add(&mut self, sentence: &mut [u32], stems: usize) {
        self.counts.resize(stems, 0);
        self.spread.resize(stems, 0);
        sentence.sort_unstable();
        let first = self.all.len();
        for same in sentence.chunk_by(|a, b| a == b) {
            let stem = same[0];
            let count = u32::try_from(same.len()).unwrap_or(u32::MAX);
            self.counts[stem as usize] += count;
            self.spread[stem as usize] += 1;
            let weight = 1.0 + real(same.len()).ln();
            self.all.push(Term { stem, weight });
        }
        let new = &mut self.all[first..];
        let length = new.iter().map(|term| term.weight.powi(2)).sum::<f32>();
        let scale = length.sqrt().max(f32::MIN_POSITIVE).recip();
        for term in new {
            term.weight *= scale;
        }
        self.ends.push(self.all.len());
    }

    /// How many sentences there are.
    pub(super) fn sentences(&self) -> usize {
        self.ends.len()
    }

    fn range(&self, sentence: usize) -> Range<usize> {
        let start = sentence
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let end = self.ends.get(sentence).copied().unwrap_or_default();
        start.copied().unwrap_or_default()..end
    }

    /// The distinct terms of a sentence, by the number of the stem.
    pub(super) fn of_sentence(&self, sentence: usize) -> &[Term] {
        self.all.get(self.range(sentence)).unwrap_or_default()
    }
}

/// A count to reckon with.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts far above 2^24 need not be exact"
)]
pub(super) fn real(count: usize) -> f32 {
    count as f32
}

/// The cosine of two sentences.
pub(super) fn cosine(a: &[Term], b: &[Term]) -> f32 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut sum = 0.0;
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        match left.stem.cmp(&right.stem) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                sum += left.weight * right.weight;
                a.next();
                b.next();
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;

    fn terms(text: &str) -> Terms {
        let document = Document::new(Article {
            text: text.to_owned(),
            ..Article::default()
        });
        Terms::of(&document, &mut Stems::new(Lexicon::english()), |_| false)
    }

    #[test]
    fn forms_of_a_word_are_one_term_and_stop_words_are_none() {
        let terms = terms("The ferries sank. A ferry was sinking.");
        assert_eq!(terms.counts, [2, 1, 1]);
        assert_eq!(terms.spread, [2, 1, 1]);
    }

    #[test]
    fn a_sentence_is_wholly_like_itself_and_not_like_a_strange_one() {
        let terms = terms("Old ferries sank. Voters cheered loudly.");
        let (one, two) = (terms.of_sentence(0), terms.of_sentence(1));
        assert!((cosine(one, one) - 1.0).abs() < 1e-5);
        assert!(cosine(one, two).abs() < 1e-5);
    }
}
