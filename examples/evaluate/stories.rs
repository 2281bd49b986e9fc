//! Which articles tell of one event: B-cubed precision and recall over the articles.
//!
//! A gold line has `title`, `text`, `date` or `published`, and `story`, the name of its event.

use nutgraf::analysis::{Options, SummaryOptions, brief, stories};
use nutgraf::briefing::Briefing;
use nutgraf::document::{Article, Published, Title};
use nutgraf::language::Lexicon;
use serde_json::{Value as Json, json};

use super::{Outcome, Request};

pub(super) fn measure(request: &Request) -> Outcome {
    let briefings: Vec<Briefing> = request.gold.iter().map(briefing).collect();
    let all: Vec<&Briefing> = briefings.iter().collect();
    let mut found: Vec<usize> = (0..all.len()).collect();
    for story in stories(&all, &SummaryOptions::default()) {
        for &article in &story.articles {
            found[article] = story.articles[0];
        }
    }
    let gold: Vec<&Json> = request.gold.iter().map(|line| &line["story"]).collect();
    let (precision, recall) = (b_cubed(&found, &gold), b_cubed(&gold, &found));
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    let line = |(at, line): (usize, &Json)| json!({"id": line["id"], "story": found[at]});
    Outcome {
        report: format!(
            "articles {}\nB-cubed precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}\n",
            all.len()
        ),
        predictions: request.gold.iter().enumerate().map(line).collect(),
    }
}

/// Of the articles that stand with one in the first grouping, the share that do so in the second,
/// averaged over all articles.
fn b_cubed<A: PartialEq, B: PartialEq>(first: &[A], second: &[B]) -> f64 {
    let share = |at: usize| {
        let beside = (0..first.len()).filter(|&other| first[other] == first[at]);
        let (all, right) = beside.fold((0, 0), |(all, right), other| {
            (all + 1, right + usize::from(second[other] == second[at]))
        });
        f64::from(u32::try_from(right).unwrap_or(0)) / f64::from(u32::try_from(all).unwrap_or(1))
    };
    (0..first.len()).map(share).sum::<f64>() / first.len().max(1) as f64
}

fn briefing(line: &Json) -> Briefing {
    let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let date = text(if line["date"].is_string() {
        "date"
    } else {
        "published"
    });
    let article = Article {
        title: Title {
            text: text("title"),
            derived: false,
        },
        text: text("text"),
        published: Some(Published {
            date: date.get(..10).and_then(|day| day.parse().ok()),
            text: date,
        }),
        ..Article::default()
    };
    brief(article, Lexicon::english(), &Options::default())
}
