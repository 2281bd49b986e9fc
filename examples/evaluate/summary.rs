//! How near the summary comes to the editors' highlights, and to the sentences that people chose.
//!
//! The gold gives `text`, `title`, a `reference` with a highlight a line, and for the sentence
//! measure `sentences` and the numbers of the chosen ones, `gold_extract`. ROUGE is F1 of single
//! words, pairs and the longest common subsequence, on Porter's stems of words longer than three
//! letters. (The original Porter stemmer: the one in nltk differs in a few words, by some .02.)

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use frostem::{Algorithm, Stemmer};
use nutgraf::analysis::{Options, SummaryOptions, brief};
use nutgraf::briefing::Briefing;
use nutgraf::document::{Article, Title};
use nutgraf::language::Lexicon;
use serde_json::{Value as Json, json};

use super::{Outcome, Request};

/// Sums of a measure's parts over all articles.
#[derive(Default)]
struct Sums {
    one: f64,
    two: f64,
    longest: f64,
    words: usize,
    sentences: f64,
}

pub(super) fn measure(request: &Request) -> Outcome {
    let stemmer = Stemmer::new(Algorithm::Porter);
    let (mut ours, mut lead) = (Sums::default(), Sums::default());
    let (mut lines, mut changed) = (0, 0);
    let mut predictions = Vec::new();
    for gold in &request.gold {
        let briefing = summarise(gold, &Options::default());
        let text = fold(gold["text"].as_str().unwrap_or_default());
        let chosen = lines_of(&briefing);
        lines += chosen.len();
        changed += chosen
            .iter()
            .filter(|line| !text.contains(&fold(line)))
            .count();
        ours.add(
            &stemmer,
            gold,
            &chosen,
            &lines_of(&summarise(gold, &uncapped())),
        );
        let first: Vec<&str> = first_sentences(&briefing);
        lead.add(&stemmer, gold, &first, &first);
        predictions.push(json!({"id": gold["id"], "summary": chosen.join("\n")}));
    }
    let count = request.gold.len();
    let mut report = String::new();
    for (name, sums) in [("summary", &ours), ("LEAD-3", &lead)] {
        let _ = writeln!(report, "{}", sums.report(name, count));
    }
    let _ = writeln!(report, "lines {lines}, not word for word {changed}");
    Outcome {
        report,
        predictions,
    }
}

fn uncapped() -> Options {
    Options {
        summary: SummaryOptions {
            words: 0,
            ..SummaryOptions::default()
        },
        ..Options::default()
    }
}

fn summarise(gold: &Json, options: &Options) -> Briefing {
    let article = Article {
        title: Title {
            text: gold["title"].as_str().unwrap_or_default().to_owned(),
            derived: false,
        },
        text: gold["text"].as_str().unwrap_or_default().to_owned(),
        ..Article::default()
    };
    brief(article, Lexicon::english(), options)
}

fn lines_of(briefing: &Briefing) -> Vec<&str> {
    let spans = briefing.summary.iter().map(|line| line.span);
    spans.map(|span| briefing.document.slice(span)).collect()
}

fn first_sentences(briefing: &Briefing) -> Vec<&str> {
    let spans = briefing
        .document
        .sentences()
        .iter()
        .take(3)
        .map(|sentence| sentence.span);
    spans.map(|span| briefing.document.slice(span)).collect()
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Sums {
    fn add(&mut self, stemmer: &Stemmer, gold: &Json, lines: &[&str], uncapped: &[&str]) {
        let summary = lines.join("\n");
        let ours = stems(stemmer, &summary);
        let theirs = stems(stemmer, gold["reference"].as_str().unwrap_or_default());
        self.one += overlap(&ours, &theirs, 1);
        self.two += overlap(&ours, &theirs, 2);
        self.longest += f_score(common(&ours, &theirs), ours.len(), theirs.len());
        self.words += summary.split_whitespace().count();
        self.sentences += sentence_score(gold, uncapped);
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn report(&self, name: &str, count: usize) -> String {
        let count = (count as f64).max(1.0);
        let mean = |sum: f64| 100.0 * sum / count;
        format!(
            "{name:8} ROUGE-1 {:.2}  ROUGE-2 {:.2}  ROUGE-L {:.2}  words {:.1}  sentence F1 without a limit of words {:.2}",
            mean(self.one),
            mean(self.two),
            mean(self.longest),
            self.words as f64 / count,
            mean(self.sentences)
        )
    }
}

/// The words in small ASCII letters and digits, stemmed when longer than three letters.
fn stems(stemmer: &Stemmer, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let stem = |word: &str| match word.len() {
        0..=3 => word.to_owned(),
        _ => stemmer.stem(word).into_owned(),
    };
    words.map(stem).collect()
}

/// F1 of the runs of so many words.
fn overlap(ours: &[String], theirs: &[String], size: usize) -> f64 {
    let mut wanted: HashMap<&[String], usize> = HashMap::new();
    for run in theirs.windows(size) {
        *wanted.entry(run).or_default() += 1;
    }
    let mut hits = 0;
    for run in ours.windows(size) {
        if let Some(left) = wanted.get_mut(run).filter(|left| **left > 0) {
            *left -= 1;
            hits += 1;
        }
    }
    let runs = |words: &[String]| (words.len() + 1).saturating_sub(size);
    f_score(hits, runs(ours), runs(theirs))
}

/// The length of the longest common subsequence.
fn common(ours: &[String], theirs: &[String]) -> usize {
    let mut row = vec![0; theirs.len() + 1];
    for word in ours {
        let mut diagonal = 0;
        for (at, other) in theirs.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn f_score(hits: usize, ours: usize, theirs: usize) -> f64 {
    match ours + theirs {
        0 => 0.0,
        all => 2.0 * hits as f64 / all as f64,
    }
}

/// F1 of the lines against the chosen sentences. A line is right when it is one of them, or one holds
/// the other and that is longer than 25 letters.
fn sentence_score(gold: &Json, lines: &[&str]) -> f64 {
    const LONG: usize = 25;
    let numbers = gold["gold_extract"].as_array().into_iter().flatten();
    let sentences = numbers.filter_map(|number| {
        let at = usize::try_from(number.as_u64()?).ok()?;
        gold["sentences"].get(at)?.as_str().map(fold)
    });
    let wanted: HashSet<String> = sentences.collect();
    let lines: Vec<String> = lines.iter().map(|line| fold(line)).collect();
    let same = |line: &String, wanted: &String| {
        line == wanted
            || (line.chars().count() > LONG && wanted.contains(line.as_str()))
            || (wanted.chars().count() > LONG && line.contains(wanted.as_str()))
    };
    let right = lines
        .iter()
        .filter(|line| wanted.iter().any(|wanted| same(line, wanted)))
        .count();
    let found = wanted
        .iter()
        .filter(|wanted| lines.iter().any(|line| same(line, wanted)))
        .count();
    let (precision, recall) = (f_part(right, lines.len()), f_part(found, wanted.len()));
    if right == 0 {
        0.0
    } else {
        2.0 * precision * recall / (precision + recall)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn f_part(part: usize, whole: usize) -> f64 {
    part as f64 / (whole as f64).max(1.0)
}
