//! The sentences that tell most of an article in few words.
//!
//! Each sentence gets a score from its place and its words (`score`); among the best few, the set
//! of lines is taken that is worth most together and can be read alone (`select`, `standing`). The
//! weights stand in `assets/summary.toml`, each with its reason.

mod grouping;
mod places;
mod score;
mod select;
mod standing;
mod story;
mod terms;
mod weights;

use std::cmp::Ordering;
use std::collections::BinaryHeap;

pub use self::grouping::{stories, story};
pub use self::story::story_summary;

use self::score::Scores;
use self::select::Candidate;
use self::weights::Weights;
use super::options::SummaryOptions;
use super::people::People;
use super::reading::Reading;
use crate::briefing::{Label, SummaryLine};
use crate::document::Document;

/// Reads the weights, once.
pub(super) fn prepare() {
    Weights::built_in();
}

/// The lines of the summary, in the order of the text.
pub(super) fn choose(
    reading: &Reading<'_>,
    people: &People,
    labels: &[Label],
    options: &SummaryOptions,
) -> Vec<SummaryLine> {
    if options.sentences == 0 {
        return Vec::new();
    }
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
    let eligible = Eligible::of(document, labels, weights);
    let fit = best_first(&scores.each).filter(|&index| eligible.has(index));
    let mut pool: Vec<usize> = fit.take(size).collect();
    if pool.is_empty() {
        pool = best_first(&scores.each).take(size).collect();
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

/// The sentences, best first. Only so many are put in order as are asked for: of a long article a few.
fn best_first(scores: &[f32]) -> impl Iterator<Item = usize> {
    let ranked = scores.iter().enumerate();
    let ranked = ranked.map(|(sentence, &score)| Ranked { score, sentence });
    let mut heap: BinaryHeap<Ranked> = ranked.collect();
    std::iter::from_fn(move || heap.pop().map(|best| best.sentence))
}

/// A sentence by its score; of equals the first is greater.
struct Ranked {
    score: f32,
    sentence: usize,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_score = self.score.total_cmp(&other.score);
        by_score.then(other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ranked {}

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::analysis::{Options, SummaryOptions, brief};
    use crate::briefing::Briefing;
    use crate::document::{Article, Title};
    use crate::language::Lexicon;

    fn summarise(title: &str, text: &str, sentences: usize, words: usize) -> Briefing {
        let article = Article {
            title: Title {
                text: title.to_owned(),
                derived: false,
            },
            text: text.to_owned(),
            ..Article::default()
        };
        let summary = SummaryOptions { sentences, words };
        let options = Options {
            summary,
            ..Options::default()
        };
        brief(article, Lexicon::english(), &options)
    }

    /// The lines of a summary of so many sentences, with no limit of words.
    #[track_caller]
    fn check(title: &str, text: &str, sentences: usize, expected: &[&str]) {
        let briefing = summarise(title, text, sentences, 0);
        let spans = briefing.summary.iter().map(|line| line.span);
        let found: Vec<&str> = spans.map(|span| briefing.document.slice(span)).collect();
        assert_eq!(found, expected);
    }

    const FERRY: &str = "ORRIN (Agency) — A ferry sank off Orrin and 14 people drowned.\n\
        The ferry sank in heavy seas before divers came to Orrin.\n\
        Read more: all about ferries that sank off Orrin.";

    #[test]
    fn a_dateline_is_left_out_of_a_line() {
        let line = "A ferry sank off Orrin and 14 people drowned.";
        check("Ferry sinks off Orrin", FERRY, 1, &[line]);
    }

    #[test]
    fn the_publishers_own_lines_are_never_taken() {
        let briefing = summarise("Ferry sinks off Orrin", FERRY, 9, 0);
        assert_eq!(briefing.summary.len(), 2);
    }

    #[test]
    fn a_first_line_longer_than_the_limit_is_still_shown() {
        assert_eq!(summarise("", FERRY, 3, 2).summary.len(), 1);
    }

    #[test]
    fn the_gist_is_the_line_of_the_first_rank() {
        let briefing = summarise("Ferry sinks off Orrin", FERRY, 3, 75);
        assert_eq!(briefing.gist().map(|line| line.rank), Some(0));
    }

    #[test]
    fn no_text_and_no_sentences_asked_for_give_no_summary() {
        check("", "", 3, &[]);
        check("", FERRY, 0, &[]);
    }

    proptest! {
        #[test]
        fn a_summary_keeps_its_limits_and_its_order(
            text in "([A-Z][a-z]{1,6} [a-z]{1,6} (14|ferry|“no”|he)[.!?\n]{1,2} ?|\\PC){0,40}",
            sentences in 0_usize..8,
            words in 0_usize..40,
        ) {
            let briefing = summarise("Ferry no 14", &text, sentences, words);
            let lines = &briefing.summary;
            prop_assert!(lines.len() <= sentences);
            prop_assert!(lines.is_sorted_by(|a, b| a.sentence < b.sentence));
            for line in lines {
                let sentence = briefing.document.sentences()[line.sentence].span;
                prop_assert!(sentence.contains(line.span) && line.rank < lines.len());
                prop_assert!(briefing.document.text().get(line.span.range()).is_some());
            }
        }
    }
}
