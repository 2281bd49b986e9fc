//! The table of key figures.

use std::fmt::Write as _;

use super::super::passages::claims;
use super::super::phrases::{amount, change, claimant};
use super::escape::cell;
use crate::briefing::{Briefing, Figure};
use crate::document::Span;

/// A column: its heading, and what stands in it; nothing when the figure has no such thing.
type Column = (&'static str, fn(&Briefing, &Figure) -> Option<String>);

const COLUMNS: &[Column] = &[
    ("Role", |_, figure| Some(figure.role.name().to_owned())),
    ("Qualifier", |briefing, figure| {
        Some(words(briefing, figure.qualifier?.span))
    }),
    ("As written", |briefing, figure| {
        let between = figure.between(&briefing.document);
        let written = between.into_iter().chain([figure.span]);
        let written: Vec<_> = written.map(|span| words(briefing, span)).collect();
        Some(written.join(" "))
    }),
    ("Value", |briefing, figure| {
        Some(amount(&briefing.document, figure))
    }),
    ("Counted", |briefing, figure| {
        Some(words(briefing, figure.counted?))
    }),
    ("Claimed by", |briefing, figure| {
        Some(claimant(&briefing.document, figure.claimed_by?))
    }),
    ("Of another event", |briefing, figure| {
        Some(words(briefing, figure.event?))
    }),
    ("As of", |_, figure| Some(figure.as_of?.to_string())),
    ("Change", |_, figure| change(figure)),
    ("Part of", |briefing, figure| {
        other(briefing, figure.part_of)
    }),
    ("Superseded by", |briefing, figure| {
        other(briefing, figure.superseded_by)
    }),
];

/// The figures as a table, claims on one thing together; a column with nothing in it is left out.
/// Empty when there are no figures.
pub(super) fn figures(briefing: &Briefing, link: impl Fn(Span) -> String) -> String {
    let order = claims(briefing);
    let figures = order
        .iter()
        .filter_map(|&index| briefing.figures.get(index));
    let figures: Vec<&Figure> = figures.collect();
    if figures.is_empty() {
        return String::new();
    }
    let used = |(_, fill): &&Column| {
        figures
            .iter()
            .any(|figure| fill(briefing, figure).is_some())
    };
    let columns: Vec<&Column> = COLUMNS.iter().filter(used).collect();
    let mut out = String::new();
    for (heading, _) in &columns {
        let _ = write!(out, "| {heading} ");
    }
    let _ = writeln!(out, "| Where |\n|{}", " --- |".repeat(columns.len() + 1));
    for figure in figures {
        for (_, fill) in &columns {
            let filled = fill(briefing, figure).unwrap_or_default();
            let _ = write!(out, "| {} ", cell(&filled));
        }
        let _ = writeln!(out, "| {} |", link(figure.span));
    }
    out
}

fn words(briefing: &Briefing, span: Span) -> String {
    briefing.document.slice(span).to_owned()
}

/// Another figure as written.
fn other(briefing: &Briefing, index: Option<usize>) -> Option<String> {
    let other = briefing.figures.get(index?)?;
    Some(words(briefing, other.span))
}
