use std::hint::select_unpredictable;

use super::score::Scores;
use super::terms::{Term, cosine, real};
use super::weights::Weights;
use crate::analysis::options::SummaryOptions;

/// Sets of lines are compared only among so many of the best sentences: 92 sets of up to three.
pub(super) const POOL: usize = 8;

/// With more lines than this there are too many sets; then the best are taken one by one.
const MOST_COMPARED: usize = 4;

/// A sentence that may become a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub sentence: usize,
    /// What is taken from its worth unless the sentence before it is a line, too.
    pub leaning: f32,
    /// What is taken from its worth in any case.
    pub flaw: f32,
}

/// Chooses among candidates, which stand best first. Gives their places, best line first.
pub(super) fn choose(
    scores: &Scores,
    candidates: &[Candidate],
    options: &SummaryOptions,
    weights: &Weights,
) -> Vec<usize> {
    if options.sentences == 0 || candidates.is_empty() {
        return Vec::new();
    }
    let mut search = Search::new(scores, candidates, options, weights);
    if options.sentences > MOST_COMPARED {
        search.one_by_one();
    } else {
        search.extend(0);
    }
    let mut best = search.best;
    best.sort_by(|&a, &b| search.alone[b].total_cmp(&search.alone[a]).then(a.cmp(&b)));
    best
}

fn likeness(scores: &Scores, one: &Candidate, other: &Candidate) -> f32 {
    let terms = |line: &Candidate| scores.terms.of_sentence(line.sentence);
    cosine(terms(one), terms(other))
}

/// Compares each two of a small pool, one with all before it at once.
fn alike(scores: &Scores, candidates: &[Candidate], most: f32) -> Vec<bool> {
    if candidates.len() > POOL {
        return Vec::new();
    }
    let count = candidates.len();
    let terms = |line: usize| scores.terms.of_sentence(candidates[line].sentence);
    let mut alike = vec![false; count * count];
    // For each stem what it weighs in the one.
    let mut weights = vec![0.0; scores.terms.counts.len()];
    for one in 0..count {
        for term in terms(one) {
            weights[term.stem as usize] = term.weight;
        }
        for other in 0..one {
            let shared = terms(other).iter();
            let shared = shared.map(|term| weights[term.stem as usize] * term.weight);
            let is_alike = shared.sum::<f32>() > most;
            alike[one * count + other] = is_alike;
            alike[other * count + one] = is_alike;
        }
        for term in terms(one) {
            weights[term.stem as usize] = 0.0;
        }
    }
    alike
}

/// What a term of a candidate adds to a set of lines.
#[derive(Debug, Clone, Copy)]
struct Gain {
    value: f32,
    /// The candidates that have the term, a bit each. Of more than there are bits no sets are compared.
    lines: u64,
}

/// The bit of a candidate, by its place.
fn bit(line: usize) -> u64 {
    1_u64.wrapping_shl(u32::try_from(line).unwrap_or_default())
}

/// What the terms of each candidate add to a set of lines.
fn gains(scores: &Scores, candidates: &[Candidate], weights: &Weights) -> Vec<Vec<Gain>> {
    let terms = |line: &Candidate| scores.terms.of_sentence(line.sentence);
    let mut lines = vec![0; scores.terms.counts.len()];
    for (at, line) in candidates.iter().enumerate() {
        for term in terms(line) {
            lines[term.stem as usize] |= bit(at);
        }
    }
    let gain = |term: &Term| Gain {
        value: gain_of(scores, term.stem, weights),
        lines: lines[term.stem as usize],
    };
    let of_line = |line| terms(line).iter().map(gain).collect();
    candidates.iter().map(of_line).collect()
}

struct Search<'a> {
    scores: &'a Scores,
    candidates: &'a [Candidate],
    options: &'a SummaryOptions,
    weights: &'a Weights,
    worth: Vec<f32>,
    /// Which two different lines say the same, `alike[a * candidates + b]`; empty when there are too many
    /// candidates to compare each two.
    alike: Vec<bool>,
    /// For each line what its terms add.
    gains: Vec<Vec<Gain>>,
    /// The value of each as the only line.
    alone: Vec<f32>,
    chosen: Vec<usize>,
    best: Vec<usize>,
    best_value: f32,
}

impl<'a> Search<'a> {
    fn new(
        scores: &'a Scores,
        candidates: &'a [Candidate],
        options: &'a SummaryOptions,
        weights: &'a Weights,
    ) -> Self {
        let score = |candidate: &Candidate| scores.each[candidate.sentence];
        let top = candidates.first().map_or(0.0, score);
        let worth = candidates.iter();
        let worth =
            worth.map(|candidate| (weights.contrast.value * (score(candidate) - top)).exp());
        let mut search = Self {
            scores,
            candidates,
            options,
            weights,
            worth: worth.collect(),
            alike: alike(scores, candidates, weights.alike.value),
            gains: gains(scores, candidates, weights),
            alone: Vec::new(),
            chosen: Vec::new(),
            best: Vec::new(),
            best_value: f32::NEG_INFINITY,
        };
        for index in 0..candidates.len() {
            search.chosen.push(index);
            let value = search.value();
            search.alone.push(value);
            search.chosen.clear();
        }
        search
    }

    /// Tries all sets that have `chosen` as their beginning.
    fn extend(&mut self, from: usize) {
        for next in from..self.candidates.len() {
            if !self.fits(next) {
                continue;
            }
            self.chosen.push(next);
            if self.is_full() {
                let value = self.value();
                if value > self.best_value {
                    self.best_value = value;
                    self.best.clone_from(&self.chosen);
                }
            } else {
                self.extend(next + 1);
            }
            self.chosen.pop();
        }
    }

    /// Whether no other line may join the chosen: who asks for three lines is not given two while a
    /// third is there.
    fn is_full(&self) -> bool {
        self.chosen.len() >= self.options.sentences
            || (0..self.candidates.len())
                .all(|line| self.chosen.contains(&line) || !self.fits(line))
    }

    /// Takes the best that fits, again and again.
    fn one_by_one(&mut self) {
        for next in 0..self.candidates.len() {
            if self.chosen.len() < self.options.sentences && self.fits(next) {
                self.chosen.push(next);
            }
        }
        self.best = std::mem::take(&mut self.chosen);
    }

    /// Whether a line may join the chosen: within the words allowed, and saying something else.
    fn fits(&self, next: usize) -> bool {
        if self.chosen.is_empty() {
            return true;
        }
        let words: usize = self.chosen.iter().map(|&line| self.words(line)).sum();
        let alike = |&line: &usize| self.are_alike(line, next);
        let room = self.options.words == 0 || words + self.words(next) <= self.options.words;
        room && !self.chosen.iter().any(alike)
    }

    fn are_alike(&self, line: usize, next: usize) -> bool {
        let known = self.alike.get(line * self.candidates.len() + next);
        known.copied().unwrap_or_else(|| {
            let (line, next) = (&self.candidates[line], &self.candidates[next]);
            likeness(self.scores, line, next) > self.weights.alike.value
        })
    }

    fn words(&self, line: usize) -> usize {
        self.scores.words[self.candidates[line].sentence]
    }

    /// The value of the chosen lines together.
    fn value(&self) -> f32 {
        let worth: f32 = self
            .chosen
            .iter()
            .map(|&line| self.worth[line] - self.cost(line))
            .sum();
        // With no limit of words there is no need to say much in few.
        if self.options.words == 0 {
            return worth;
        }
        worth + self.gain()
    }

    fn cost(&self, line: usize) -> f32 {
        let candidate = self.candidates[line];
        let before = candidate.sentence.checked_sub(1);
        let follows = self
            .chosen
            .iter()
            .any(|&other| Some(self.candidates[other].sentence) == before);
        candidate.flaw + if follows { 0.0 } else { candidate.leaning }
    }

    /// What the words of the chosen lines cover, for their length.
    fn gain(&self) -> f32 {
        let (mut sum, mut words, mut before) = (0.0, 0, 0);
        for &line in &self.chosen {
            words += self.words(line);
            for gain in &self.gains[line] {
                // What a line before has told adds nothing; which does can not be foreseen.
                sum += select_unpredictable(gain.lines & before == 0, gain.value, 0.0);
            }
            before |= bit(line);
        }
        self.weights.gain.value * 2.0 * sum / (real(words) + self.weights.gain_words.value)
    }
}

/// What a term adds: nearer to 1 the more often the article repeats it, more if in the headline.
fn gain_of(scores: &Scores, stem: u32, weights: &Weights) -> f32 {
    let again = real(scores.terms.counts[stem as usize] as usize) - 1.0;
    let title = if scores.in_title[stem as usize] {
        weights.gain_title.value
    } else {
        0.0
    };
    again / (again + weights.gain_half.value) + title
}
