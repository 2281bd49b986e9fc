//! A briefing as plain lines: good for a screen reader, a dumb terminal and a pipe.
//!
//! A heading is a line of its own between blank lines. There are no rules, boxes or escapes, and
//! nothing is said by layout alone.

use std::fmt::Write as _;

use super::passages::{claims, paragraph_number};
use super::phrases::{claim, line, who_said};
use crate::briefing::{Briefing, Outline, SectionKind, SummaryLine};

/// No line has more columns.
const WIDTH: usize = 80;

/// The whole briefing, in lines of at most 80 columns.
#[must_use]
pub fn to_text(briefing: &Briefing, outline: &Outline) -> String {
    let mut out = String::new();
    push_head(&mut out, briefing);
    push_heading(&mut out, "Summary");
    push_all(&mut out, summary_lines(briefing), "no summary");
    for section in outline.of(briefing) {
        push_heading(&mut out, &line(&section.heading));
        let passages = briefing.passages(&section.sentences);
        let words = passages.iter().map(|passage| {
            let text = line(briefing.document.slice(passage.span));
            let unsure = if passage.unsure { " (unsure)" } else { "" };
            format!("{text}{unsure}")
        });
        push_all(&mut out, words, "nothing in the article");
    }
    push_heading(&mut out, "Quotes");
    push_all(&mut out, quote_lines(briefing), "no quotes");
    push_heading(&mut out, "Key figures");
    push_all(&mut out, figure_lines(briefing), "no figures");
    out
}

/// Headline, deck, byline, date and place, each a line of its own.
fn push_head(out: &mut String, briefing: &Briefing) {
    let article = briefing.document.article();
    push_wrapped(out, &line(&article.title.text));
    if let Some(deck) = briefing.document.deck_apart() {
        push_wrapped(out, &line(deck));
    }
    if let Some(byline) = &article.byline {
        push_wrapped(out, &format!("By {}", line(byline)));
    }
    if let Some(dateline) = briefing.document.dateline_apart() {
        push_wrapped(out, &line(dateline));
    }
    if let Some(published) = super::published(article) {
        push_wrapped(out, &format!("Published {}", line(&published)));
    }
    if !article.source.is_empty() {
        push_wrapped(out, &format!("Source: {}", line(&article.source)));
    }
    if let Some(url) = &article.url {
        push_wrapped(out, &line(url));
    }
}

pub(super) fn push_heading(out: &mut String, heading: &str) {
    let _ = write!(out, "\n{heading}\n\n");
}

/// The items with a blank line between them, or in words that there are none.
pub(super) fn push_all(out: &mut String, items: impl IntoIterator<Item = String>, none: &str) {
    let before = out.len();
    for item in items {
        if out.len() > before {
            out.push('\n');
        }
        push_wrapped(out, &item);
    }
    if out.len() == before {
        let _ = writeln!(out, "({none})");
    }
}

fn push_wrapped(out: &mut String, text: &str) {
    for wrapped in textwrap::wrap(text, WIDTH) {
        out.push_str(&wrapped);
        out.push('\n');
    }
}

/// The summary, one sentence a line.
pub(super) fn summary_lines(briefing: &Briefing) -> impl Iterator<Item = String> + '_ {
    let lines = briefing.summary.iter();
    lines.map(|of| summary_line(briefing, of))
}

pub(super) fn summary_line(briefing: &Briefing, of: &SummaryLine) -> String {
    let slice = |span| line(briefing.document.slice(span));
    let mut out = slice(of.span).into_owned();
    if let Some((pronoun, name)) = of.stands_for {
        let _ = write!(out, " [{}: {}]", slice(pronoun), slice(name));
    }
    out
}

/// `Mara Quist (she): “We will rebuild” ... “whatever it takes” (paragraph 3)`, one utterance a line.
pub(super) fn quote_lines(briefing: &Briefing) -> impl Iterator<Item = String> + '_ {
    briefing.utterances().into_iter().map(|utterance| {
        let quotes = utterance.iter().map(|&index| &briefing.quotes[index]);
        let parts = quotes.map(|of| format!("“{}”", line(briefing.document.slice(of.span))));
        let parts: Vec<String> = parts.collect();
        let first = &briefing.quotes[utterance[0]];
        let who = who_said(&briefing.document, first);
        let paragraph = paragraph_number(briefing, first.span);
        format!("{who}: {} (paragraph {paragraph})", parts.join(" ... "))
    })
}

/// `killed: at least 31 people, according to the ministry (paragraph 3)`, one figure a line.
pub(super) fn figure_lines(briefing: &Briefing) -> impl Iterator<Item = String> + '_ {
    claims(briefing).into_iter().map(|index| {
        let figure = &briefing.figures[index];
        let words = claim(&briefing.document, figure, &briefing.figures);
        let paragraph = paragraph_number(briefing, figure.span);
        format!("{}: {words} (paragraph {paragraph})", figure.role.name())
    })
}

/// `announcement: The port was closed. (paragraph 1)`, one passage a line.
pub(super) fn section_lines(briefing: &Briefing, outline: &Outline) -> Vec<String> {
    let mut lines = Vec::new();
    for section in outline.of(briefing) {
        let name = section.kind.map_or("more", SectionKind::name);
        for passage in briefing.passages(&section.sentences) {
            let text = line(briefing.document.slice(passage.span));
            let unsure = if passage.unsure { " (unsure)" } else { "" };
            let paragraph = passage.paragraph + 1;
            lines.push(format!("{name}{unsure}: {text} (paragraph {paragraph})"));
        }
    }
    lines
}

/// Each sentence with its section, the section that came second, and the cues with their weights.
pub(super) fn reason_lines(briefing: &Briefing) -> impl Iterator<Item = String> + '_ {
    let sentences = briefing.document.sentences().iter().zip(&briefing.labels);
    sentences.map(|(sentence, label)| {
        let mut out = String::new();
        let name = |kind: Option<SectionKind>| kind.map_or("none", SectionKind::name);
        let unsure = if label.unsure { " (unsure)" } else { "" };
        let text = line(briefing.document.slice(sentence.span));
        let _ = write!(out, "{}{unsure}: {text}", name(label.kind));
        for side in label.sides(&briefing.cues) {
            let way = if side.favours { "for" } else { "against" };
            let kind = side.kind.map_or("leaving it out", SectionKind::name);
            for reason in side.reasons {
                let _ = write!(
                    out,
                    "\n  {:+.2} {way} {kind}: {}",
                    reason.weight, reason.cue
                );
                if !reason.why.is_empty() {
                    let _ = write!(out, " ({})", line(reason.why));
                }
            }
        }
        if label.runner_up.is_some() {
            let _ = write!(out, "\n  runner-up: {}", name(label.runner_up));
        }
        out
    })
}
