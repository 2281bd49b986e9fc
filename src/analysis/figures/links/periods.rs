//! Totals of a longer time beside the tolls of an event: "44 have been killed since January".

use std::ops::Range;

use super::super::changes::is_toll;
use crate::analysis::listed::Listed;
use crate::analysis::reading::Reading;
use crate::briefing::Figure;
use crate::document::{Sentence, Span, TokenKind};
use crate::language::Class;

/// So many figures in front are looked at for the tolls of the event itself.
const WINDOW: usize = 24;

/// What is counted in a stretch of time.
const STRETCHES: Listed = Listed::of(&[
    "weeks", "months", "years", "year", "season", "decade", "decades",
]);

/// Sets a total apart from the tolls before it: it has a time of its own, and is more than any of them.
pub(super) fn set_apart(figures: &mut [Figure], reading: &Reading<'_>) {
    for index in 1..figures.len() {
        let figure = &figures[index];
        let plain = |it: &Figure| is_toll(it.role) && it.event.is_none() && it.part_of.is_none();
        if !plain(figure) {
            continue;
        }
        let Some(period) = period_of(reading, figure.span) else {
            continue;
        };
        let same = |it: &&Figure| plain(it) && it.role == figure.role;
        let near = figures[index.saturating_sub(WINDOW)..index]
            .iter()
            .filter(same);
        let mut near = near
            .filter(|it| period_of(reading, it.span).is_none())
            .peekable();
        let beside = near.peek().is_some();
        if beside && near.all(|it| it.value.high() < figure.value.low()) {
            figures[index].event = Some(period);
        }
    }
}

/// The words of a sentence that give a longer time: "since January", "this year", "in the past five years".
fn period_of(reading: &Reading<'_>, figure: Span) -> Option<Span> {
    let document = reading.document;
    let sentence = document
        .sentences()
        .get(document.sentence_at(figure.start())?)?;
    let tokens = clause(reading, sentence, figure);
    let mut starts = tokens.clone();
    let (first, last) = starts.find_map(|at| {
        let named = |at: usize| reading.has(at, Class::Month);
        let stretch = |from: usize| (from..from + 3).find(|&at| reading.is_listed(at, &STRETCHES));
        if reading.is(at, "since") && named(at + 1) {
            return Some((at, at + 1));
        }
        if reading.is(at, "this") && reading.is_any(at + 1, &["year", "season"]) {
            return Some((at, at + 1));
        }
        let past = reading.is(at, "the") && reading.is_any(at + 1, &["past", "last"]);
        past.then(|| stretch(at + 2))
            .flatten()
            .map(|last| (at, last))
    })?;
    let inside = tokens.contains(&last);
    let span = reading.token(first)?.span.join(reading.token(last)?.span);
    inside.then_some(span)
}

/// The tokens around a figure up to the marks that end a clause of its own, and no further away than a long
/// sentence goes: a sentence of thousands of figures is not read anew for each.
fn clause(reading: &Reading<'_>, sentence: &Sentence, figure: Span) -> Range<usize> {
    const FARTHEST: usize = 80;
    let whole = sentence.tokens();
    let at = reading.document.tokens_in(figure).start;
    let tokens = whole.start.max(at.saturating_sub(FARTHEST))..whole.end.min(at + FARTHEST);
    let ends = |&at: &usize| {
        reading.token(at).map(|it| it.kind) == Some(TokenKind::Mark)
            && matches!(reading.word(at), ";" | "—")
    };
    let start = (tokens.start..at)
        .rev()
        .find(ends)
        .map_or(tokens.start, |mark| mark + 1);
    let end = (at..tokens.end).find(ends).unwrap_or(tokens.end);
    start..end
}
