use super::terms::{Term, Terms, real};
use super::weights::Weights;
use crate::analysis::census::Census;
use crate::analysis::reading::Reading;
use crate::analysis::vocabulary;
use crate::document::{Document, TokenKind};
use crate::language::Class;

/// What there is to know of each sentence before any is chosen.
pub(super) struct Scores {
    pub terms: Terms,
    /// The score of each sentence.
    pub each: Vec<f32>,
    /// The words and numbers of each sentence.
    pub words: Vec<usize>,
    /// For each stem, whether it stands in the headline.
    pub in_title: Vec<bool>,
}

impl Scores {
    pub(super) fn of(reading: &Reading<'_>, weights: &Weights) -> Self {
        let document = reading.document;
        let terms = Terms::of_reading(reading);
        let title = title_of(document).unwrap_or_default();
        let (in_title, size) = marked_title(reading, title);
        let overlap = Overlap {
            in_title: &in_title,
            size,
        };
        let traits = Traits::of_all(reading);
        let scores = score_all(document, &terms, &traits, &overlap, weights);
        Self {
            each: scores,
            words: traits.iter().map(|traits| traits.words).collect(),
            terms,
            in_title,
        }
    }
}

/// For each stem of the terms whether it stands in a headline, and how many stems that has.
fn marked_title(reading: &Reading<'_>, title: &str) -> (Vec<bool>, usize) {
    let mut in_title = vec![false; reading.term_stems()];
    let words = title.split(|c: char| !c.is_alphanumeric());
    let size = vocabulary::with(reading.lexicon, |vocabulary| {
        let stems = words.filter_map(|word| vocabulary.content_stem(reading.lexicon, word));
        let stems: Vec<u32> = stems.collect();
        let of_title = vocabulary.stems_anew();
        for stem in stems {
            of_title.meet(stem);
        }
        for (form, term) in reading.forms().iter().zip(reading.terms_of_forms()) {
            let shared = form.stem.and_then(|stem| of_title.get(stem));
            if let (Some(_), Some(term)) = (shared, term) {
                in_title[term as usize] = true;
            }
        }
        of_title.count()
    });
    (in_title, size)
}

/// The headline, when it is not made from the lede.
fn title_of(document: &Document) -> Option<&str> {
    let title = &document.article().title;
    if !title.derived && !title.text.trim().is_empty() {
        return Some(&title.text);
    }
    document.headline().map(|headline| document.slice(headline))
}

/// The words of the headline, to compare sentences with.
struct Overlap<'a> {
    in_title: &'a [bool],
    size: usize,
}

impl Overlap<'_> {
    /// The share of the headline's words that the terms hold; 0 when there is no headline.
    fn of(&self, terms: &[Term]) -> f32 {
        let shared = terms
            .iter()
            .filter(|term| self.in_title[term.stem as usize]);
        real(shared.count()) / real(self.size.max(1))
    }
}

/// What can be seen of a sentence without the others.
#[derive(Debug, Default)]
struct Traits {
    words: usize,
    quoted: usize,
    number: bool,
    amount: bool,
    question: bool,
}

impl Traits {
    fn of_all(reading: &Reading<'_>) -> Vec<Self> {
        let sentences = reading.document.sentences().iter().zip(reading.census());
        sentences
            .map(|(sentence, census)| Self::of(reading, sentence.tokens(), census))
            .collect()
    }

    fn of(reading: &Reading<'_>, tokens: std::ops::Range<usize>, census: &Census) -> Self {
        Self {
            words: census.words + census.numbers,
            quoted: census.quoted_words + census.quoted_numbers,
            number: census.numbers > 0,
            amount: census.sign_of_amount || census.classes.has(Class::Magnitude),
            question: asks(reading, tokens),
        }
    }
}

/// Whether a question mark ends a sentence, or stands before the marks that close it.
fn asks(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> bool {
    let last = tokens
        .rev()
        .filter_map(|at| reading.known(at))
        .find(|form| match form.kind {
            TokenKind::Mark => !matches!(form.text, "\"" | "”" | "’" | "'" | ")" | "]"),
            TokenKind::Possessive => false,
            TokenKind::Word | TokenKind::Number => true,
        });
    last.is_some_and(|form| form.text == "?")
}

fn score_all(
    document: &Document,
    terms: &Terms,
    traits: &[Traits],
    title: &Overlap<'_>,
    weights: &Weights,
) -> Vec<f32> {
    let forward = forward(terms);
    let repeated = repeated(terms);
    let mass: f32 = repeated.iter().copied().map(real).sum();
    let mass = mass.max(1.0);
    let body = document
        .sentences()
        .partition_point(|sentence| sentence.paragraph < document.body());
    let lede = lede_strength(body, terms, title, &forward);
    let mut paragraph = usize::MAX;
    let mut scores = Vec::with_capacity(traits.len());
    for (index, (traits, sentence)) in traits.iter().zip(document.sentences()).enumerate() {
        let opens = std::mem::replace(&mut paragraph, sentence.paragraph) != sentence.paragraph;
        let own = terms.of_sentence(index);
        let at = real(index.saturating_sub(body));
        let cover = own.iter().map(|term| repeated[term.stem as usize]);
        let cover: usize = cover.sum();
        let score = weights.lede.value * lede * (-at / weights.lede_fade.value).exp()
            + weights.early.value * (-at / weights.early_fade.value).exp()
            + weights.forward.value * forward[index]
            + weights.cover.value * real(cover) / mass
            + weights.title.value * title.of(own)
            + if opens {
                weights.opens_paragraph.value
            } else {
                0.0
            }
            + score_of_traits(traits, weights);
        scores.push(score);
    }
    scores
}

fn score_of_traits(traits: &Traits, weights: &Weights) -> f32 {
    const FEW_WORDS: usize = 8;
    const PART: f32 = 20.0;
    const MOST_PARTS: f32 = 1.5;
    let words = real(traits.words);
    let when = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
    when(traits.number, weights.number.value)
        + when(traits.amount, weights.amount.value)
        + when(traits.words < FEW_WORDS, weights.short.value)
        + when(traits.question, weights.question.value)
        + weights.length.value * (words / PART).min(MOST_PARTS)
        + weights.quoted.value * real(traits.quoted) / words.max(1.0)
}

/// How surely the lede tells the news, from 0 to 1: by the headline's words in it, or, with no
/// headline, by how much of the later text is like it, against the best sentence.
fn lede_strength(body: usize, terms: &Terms, title: &Overlap<'_>, forward: &[f32]) -> f32 {
    if title.size > 0 {
        return title.of(terms.of_sentence(body));
    }
    let most = forward.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    forward.get(body).map_or(0.0, |lede| lede / most)
}

/// For each stem how often it stands in the article, if in more than one sentence, and else 0.
fn repeated(terms: &Terms) -> Vec<usize> {
    let stems = terms.counts.iter().zip(&terms.spread);
    let repeats = stems.map(|(&count, &spread)| if spread > 1 { count as usize } else { 0 });
    repeats.collect()
}

/// For each sentence the sum of its cosines to all later ones, in parts of the largest sum in either
/// direction. The vectors are summed up on the way, so no pair is compared and the work is linear.
fn forward(terms: &Terms) -> Vec<f32> {
    let count = terms.sentences();
    let mut sum = vec![0.0; terms.counts.len()];
    let mut most = f32::MIN_POSITIVE;
    for sentence in 0..count {
        most = most.max(take(&mut sum, terms.of_sentence(sentence)));
    }
    sum.fill(0.0);
    let mut forward = vec![0.0; count];
    for sentence in (0..count).rev() {
        forward[sentence] = take(&mut sum, terms.of_sentence(sentence));
        most = most.max(forward[sentence]);
    }
    for value in &mut forward {
        *value /= most;
    }
    forward
}

/// The product of a sentence with the sum of others; then the sentence joins the sum.
fn take(sum: &mut [f32], terms: &[Term]) -> f32 {
    let mut product = 0.0;
    for term in terms {
        let sum = &mut sum[term.stem as usize];
        product += term.weight * *sum;
        *sum += term.weight;
    }
    product
}
