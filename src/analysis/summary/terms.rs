use std::num::NonZero;
use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::document::{Document, Sentence, TokenKind};

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
    /// The terms of an article that was read.
    pub(super) fn of_reading(reading: &Reading<'_>) -> Self {
        let mut found = Self::with_room(reading.document);
        found.make_room(reading.term_stems());
        let mut own = Vec::new();
        for sentence in reading.document.sentences() {
            let tokens = sentence.tokens();
            own.resize(tokens.len(), 0);
            let mut count = 0;
            // Each is written, and the next one over what is no term: which are can not be foreseen.
            for term in reading.terms(tokens) {
                own[count] = term.map_or(0, NonZero::get).wrapping_sub(1);
                count += usize::from(term.is_some());
            }
            found.add(&mut own[..count]);
        }
        found
    }

    /// The terms of a document; `stem` is asked for the stem of each word and number, by its index, and
    /// gives none for a stop word.
    pub(super) fn of(document: &Document, mut stem: impl FnMut(usize) -> Option<u32>) -> Self {
        let mut found = Self::with_room(document);
        let mut own = Vec::new();
        for tokens in document.sentences().iter().map(Sentence::tokens) {
            own.clear();
            let kinds = document.tokens().get(tokens.clone()).unwrap_or_default();
            for (index, token) in tokens.zip(kinds) {
                if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                    own.extend(stem(index));
                }
            }
            found.make_room(own.iter().max().map_or(0, |&last| last as usize + 1));
            found.add(&mut own);
        }
        found
    }

    /// None yet, with room for those of a document.
    fn with_room(document: &Document) -> Self {
        Self {
            all: Vec::with_capacity(document.tokens().len() / 2),
            ends: Vec::with_capacity(document.sentences().len()),
            ..Self::default()
        }
    }

    /// Makes room for so many stems to be counted.
    fn make_room(&mut self, stems: usize) {
        self.counts.resize(self.counts.len().max(stems), 0);
        self.spread.resize(self.spread.len().max(stems), 0);
    }

    /// Adds the next sentence, for whose stems there is room.
    fn add(&mut self, sentence: &mut [u32]) {
        sentence.sort_unstable();
        let first = self.all.len();
        for same in sentence.chunk_by(|a, b| a == b) {
            let stem = same[0];
            let count = u32::try_from(same.len()).unwrap_or(u32::MAX);
            self.counts[stem as usize] += count;
            self.spread[stem as usize] += 1;
            // Nearly all stand there once, and the logarithm of 1 is 0.
            let weight = match same.len() {
                1 => 1.0,
                more => 1.0 + real(more).ln(),
            };
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
    use crate::analysis::stems::Stems;
    use crate::document::Article;
    use crate::language::Lexicon;

    fn terms(text: &str) -> Terms {
        let document = Document::new(Article {
            text: text.to_owned(),
            ..Article::default()
        });
        let mut stems = Stems::default();
        Terms::of(&document, |index| {
            stems.of_content(
                Lexicon::english(),
                document.slice(document.tokens()[index].span),
            )
        })
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
