//! The sentences that tell most of an article in few words.
//!
//! Each sentence gets a score from its place and its words (`score`); among the best few, the set
//! of lines is taken that is worth most together and can be read alone (`select`, `standing`). The
//! weights stand in `assets/summary.toml`, each with its reason.

mod score;
mod select;
mod standing;
mod story;
mod terms;
mod weights;

pub use self::story::story_summary;

use self::score::Scores;
use self::select::Candidate;
use self::weights::Weights;
use super::options::SummaryOptions;
use super::people::People;
use super::reading::Reading;
use crate::briefing::{Label, SummaryLine};
use crate::document::Document;

/// The lines of the summary, in the order of the text.
pub(super) fn choose(
    reading: &Reading<'_>,
    people: &People,
    labels: &[Label],
    options: &SummaryOptions,
) -> Vec<SummaryLine> {
    let weights = Weights::built_in();
    let scores = Scores::of(reading, weights);
    let pool = pool(reading, people, labels, &scores, options, weights);
    let chosen = select::choose(&scores, &pool, options, weights);
    let mut lines: Vec<SummaryLine> = (0..)
        .zip(chosen)
        .filter_map(|(rank, place)| line(reading, people, pool.get(place)?.sentence, rank))
        .collect();
    lines.sort_by_key(|line| line.sentence);
    lines
}

fn line(reading: &Reading<'_>, people: &People, index: usize, rank: usize) -> Option<SummaryLine> {
    let sentence = reading.document.sentences().get(index)?;
    Some(SummaryLine {
        span: standing::shown(reading.document, sentence),
        sentence: index,
        rank,
        stands_for: standing::stands_for(reading, people, sentence),
    })
}

/// The best sentences that may become lines, best first.
fn pool(
    reading: &Reading<'_>,
    people: &People,
    labels: &[Label],
    scores: &Scores,
    options: &SummaryOptions,
    weights: &Weights,
) -> Vec<Candidate> {
    let document = reading.document;
    let size = select::POOL.max(options.sentences.saturating_mul(2));
    let mut best: Vec<usize> = (0..document.sentences().len()).collect();
    best.sort_by(|&a, &b| {
        scores.scores[b]
            .total_cmp(&scores.scores[a])
            .then(a.cmp(&b))
    });
    let eligible = Eligible::of(document, labels, weights);
    let fit = best.iter().copied().filter(|&index| eligible.has(index));
    let mut pool: Vec<usize> = fit.take(size).collect();
    if pool.is_empty() {
        pool = best.into_iter().take(size).collect();
    }
    let candidate = |sentence: usize| {
        let found = &document.sentences()[sentence];
        Candidate {
            sentence,
            leaning: standing::leaning(reading, people, found, weights),
            flaw: standing::flaw(document, found, weights),
        }
    };
    pool.into_iter().map(candidate).collect()
}

/// Tells which sentences belong to the report.
struct Eligible<'a> {
    document: &'a Document,
    labels: &'a [Label],
    /// Whether sections were found at all; then what has none is no part of the report.
    labelled: bool,
    weights: &'a Weights,
}

impl<'a> Eligible<'a> {
    fn of(document: &'a Document, labels: &'a [Label], weights: &'a Weights) -> Self {
        Self {
            document,
            labels,
            labelled: labels.iter().any(|label| label.kind.is_some()),
            weights,
        }
    }

    fn has(&self, index: usize) -> bool {
        let Some(sentence) = self.document.sentences().get(index) else {
            return false;
        };
        let label = self.labels.get(index).and_then(|label| label.kind);
        let report = sentence.paragraph >= self.document.body();
        report
            && (label.is_some() || !self.labelled)
            && !standing::is_boilerplate(self.document, sentence, self.weights)
    }
}
