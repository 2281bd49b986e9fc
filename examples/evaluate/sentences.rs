//! How well the borders between sentences are found.
//!
//! The gold gives `text`, its `sentences` in order and word for word, and `paragraph_of` each. A
//! border is the first byte of a sentence; the first of a paragraph is given and does not count.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use nutgraf::document::{Article, Document, Span};
use serde_json::Value as Json;

use super::{Outcome, Request};

pub(super) fn measure(request: &Request) -> Outcome {
    let (mut hits, mut found, mut wanted) = (0, 0, 0);
    let mut errors = String::new();
    let mut shown = 0;
    for article in &request.gold {
        let document = document_of(article);
        let gold = gold_borders(article, document.text());
        let ours = our_borders(&document);
        hits += gold.intersection(&ours).count();
        (found, wanted) = (found + ours.len(), wanted + gold.len());
        for &border in gold.symmetric_difference(&ours) {
            if shown < request.errors {
                let sort = if ours.contains(&border) {
                    "too many"
                } else {
                    "missed"
                };
                let _ = writeln!(errors, "{sort}: {}", around(document.text(), border));
                shown += 1;
            }
        }
    }
    let (precision, recall) = (ratio(hits, found), ratio(hits, wanted));
    let f = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    let report = format!(
        "{errors}borders inside paragraphs: {wanted}\nprecision {precision:.4}\nrecall    {recall:.4}\nF         {f:.4}\n"
    );
    Outcome {
        report,
        ..Outcome::default()
    }
}

fn document_of(article: &Json) -> Document {
    Document::new(Article {
        text: article["text"].as_str().unwrap_or_default().to_owned(),
        ..Article::default()
    })
}

fn gold_borders(article: &Json, text: &str) -> BTreeSet<usize> {
    let sentences = article["sentences"].as_array().into_iter().flatten();
    let paragraphs = article["paragraph_of"].as_array().into_iter().flatten();
    let mut borders = BTreeSet::new();
    let (mut at, mut last) = (0, None);
    for (sentence, paragraph) in sentences.zip(paragraphs) {
        let sentence = sentence.as_str().unwrap_or_default();
        let Some(found) = text.get(at..).and_then(|rest| rest.find(sentence)) else {
            continue;
        };
        if last == Some(paragraph) {
            borders.insert(at + found);
        }
        last = Some(paragraph);
        at += found + sentence.len();
    }
    borders
}

fn our_borders(document: &Document) -> BTreeSet<usize> {
    let pairs = document.sentences().windows(2);
    let inside = pairs.filter(|pair| pair[0].paragraph == pair[1].paragraph);
    inside.map(|pair| pair[1].span.start()).collect()
}

/// Some forty bytes on both sides, with a bar at the border.
fn around(text: &str, border: usize) -> String {
    let mut start = border.saturating_sub(40);
    let mut end = (border + 40).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let slice = |span: Span| text[span.range()].replace('\n', "/");
    format!(
        "{}|{}",
        slice(Span::new(start, border)),
        slice(Span::new(border, end))
    )
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / (whole as f64).max(1.0)
}
