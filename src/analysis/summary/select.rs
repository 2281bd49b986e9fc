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
        search.extend(0, Told::default());
    }
    let mut best = search.best;
    best.sort_by(|&a, &b| search.alone[b].total_cmp(&search.alone[a]).then(a.cmp(&b)));
    best
}

fn likeness(scores: &Scores, one: &Candidate, other: &Candidate) -> f32 {
    let terms = |line: &Candidate| scores.terms.of_sentence(line.sentence);
    cosine(terms(one), terms(other))
}

/// For each of a small pool those of it that say the same, a bit each. One is compared with all before it at once.
fn alike(scores: &Scores, candidates: &[Candidate], most: f32) -> Vec<u64> {
    if candidates.len() > POOL {
        return Vec::new();
    }
    let count = candidates.len();
    let terms = |line: usize| scores.terms.of_sentence(candidates[line].sentence);
    let mut alike = vec![0; count];
    // For each stem what it weighs in the one.
    let mut weights = vec![0.0; scores.terms.counts.len()];
    for one in 0..count {
        for term in terms(one) {
            weights[term.stem as usize] = term.weight;
        }
        for other in 0..one {
            let shared = terms(other).iter();
            let shared = shared.map(|term| weights[term.stem as usize] * term.weight);
            if shared.sum::<f32>() > most {
                alike[one] |= bit(other);
                alike[other] |= bit(one);
            }
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

/// What is known of the chosen lines, so that a further one is looked at alone.
#[derive(Debug, Default, Clone, Copy)]
struct Told {
    /// The lines, a bit each. Of more than there are bits no sets are compared.
    lines: u64,
    words: usize,
    /// What their terms add.
    gain: f32,
}

struct Search<'a> {
    scores: &'a Scores,
    candidates: &'a [Candidate],
    options: &'a SummaryOptions,
    weights: &'a Weights,
    worth: Vec<f32>,
    /// For each line the others that say the same, a bit each; empty when there are too many candidates to
    /// compare each two.
    alike: Vec<u64>,
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
            let value = search.value(search.with(Told::default(), index));
            search.alone.push(value);
            search.chosen.clear();
        }
        search
    }

    /// Tries all sets that have `chosen` as their beginning, of which is known what is `told`.
    fn extend(&mut self, from: usize, told: Told) {
        for next in from..self.candidates.len() {
            if !self.fits(next, told) {
                continue;
            }
            let with_next = self.with(told, next);
            self.chosen.push(next);
            if self.is_full(with_next) {
                let value = self.value(with_next);
                if value > self.best_value {
                    self.best_value = value;
                    self.best.clone_from(&self.chosen);
                }
            } else {
                self.extend(next + 1, with_next);
            }
            self.chosen.pop();
        }
    }

    /// Whether no other line may join the chosen: who asks for three lines is not given two while a
    /// third is there.
    fn is_full(&self, told: Told) -> bool {
        self.chosen.len() >= self.options.sentences
            || (0..self.candidates.len())
                .all(|line| told.lines & bit(line) != 0 || !self.fits(line, told))
    }

    /// Takes the best that fits, again and again.
    fn one_by_one(&mut self) {
        let mut told = Told::default();
        for next in 0..self.candidates.len() {
            if self.chosen.len() < self.options.sentences && self.fits(next, told) {
                told = self.with(told, next);
                self.chosen.push(next);
            }
        }
        self.best = std::mem::take(&mut self.chosen);
    }

    /// Whether a line may join the chosen: within the words allowed, and saying something else.
    fn fits(&self, next: usize, told: Told) -> bool {
        if self.chosen.is_empty() {
            return true;
        }
        let most = self.options.words;
        let room = most == 0 || told.words + self.words(next) <= most;
        room && !self.is_told(next, told)
    }

    /// Whether one of the chosen lines says the same.
    fn is_told(&self, next: usize, told: Told) -> bool {
        if let Some(alike) = self.alike.get(next) {
            return alike & told.lines != 0;
        }
        let next = &self.candidates[next];
        let chosen = self.chosen.iter().map(|&line| &self.candidates[line]);
        let mut likeness = chosen.map(|line| likeness(self.scores, line, next));
        likeness.any(|likeness| likeness > self.weights.alike.value)
    }

    fn words(&self, line: usize) -> usize {
        self.scores.words[self.candidates[line].sentence]
    }

    /// What is known of the chosen lines when another one joins them.
    fn with(&self, told: Told, line: usize) -> Told {
        let mut gain = told.gain;
        for term in &self.gains[line] {
            // What a line before has told adds nothing; which does can not be foreseen.
            gain += select_unpredictable(term.lines & told.lines == 0, term.value, 0.0);
        }
        Told {
            lines: told.lines | bit(line),
            words: told.words + self.words(line),
            gain,
        }
    }

    /// The value of the chosen lines together.
    fn value(&self, told: Told) -> f32 {
        let worth: f32 = self
            .chosen
            .iter()
            .map(|&line| self.worth[line] - self.cost(line))
            .sum();
        // With no limit of words there is no need to say much in few.
        if self.options.words == 0 {
            return worth;
        }
        let length = real(told.words) + self.weights.gain_words.value;
        worth + self.weights.gain.value * 2.0 * told.gain / length
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
