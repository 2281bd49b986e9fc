//! What a later figure makes of one before it: a value that is replaced, and a part of what is counted next.

use super::super::changes::is_toll;
use crate::analysis::listed::Listed;
use crate::analysis::reading::Reading;
use crate::briefing::{Direction, Figure};
use crate::document::Span;
use crate::language::Class;

/// A figure is replaced by one that stands at most so many figures behind it.
const WINDOW: usize = 64;

/// No whole is told in more parts.
const MOST_PARTS: usize = 4;

/// So many words at most stand between a part and the whole that follows it.
const NEAR: usize = 8;

/// Marks the values that the same claimant has replaced later.
pub(super) fn supersede(figures: &mut [Figure], reading: &Reading<'_>) {
    for index in 0..figures.len() {
        let floor = index.saturating_sub(WINDOW);
        let before = &figures[floor..index];
        let named = named_before(before, &figures[index], reading);
        let earlier = named.or_else(|| moved_from(before, &figures[index], reading));
        if let Some(earlier) = earlier {
            figures[floor + earlier].superseded_by = Some(index);
        }
    }
}

/// The value that a figure says it came from: "up from 31".
fn named_before(before: &[Figure], later: &Figure, reading: &Reading<'_>) -> Option<usize> {
    let from = later.change.and_then(|change| change.from)?;
    before.iter().position(|figure| {
        figure.role == later.role
            && figure.part_of.is_none()
            && (figure.value.low() - from).abs() < 1e-9
            && (figure.claimed_by.is_none()
                || later.claimed_by.is_none()
                || is_one_claimant(reading, figure, later))
    })
}

/// "At least 31 died, officials said. On Tuesday officials said the toll had risen to 40": the last toll of the
/// same claimant, or else the one number that it gave before, where it moved that way.
fn moved_from(before: &[Figure], later: &Figure, reading: &Reading<'_>) -> Option<usize> {
    let direction = later.change.filter(|_| is_toll(later.role))?.direction;
    if later.part_of.is_some() || !is_whole_toll(reading, later.span) {
        return None;
    }
    let same = |figure: &Figure| {
        figure.role == later.role
            && figure.event == later.event
            && figure.part_of.is_none()
            && !figure.negated
            && is_one_claimant(reading, figure, later)
    };
    let toll = |figure: &Figure| same(figure) && is_whole_toll(reading, figure.span);
    let last = before.iter().rposition(toll);
    // Of several counts of one claimant nobody says which the toll began with.
    let only = || before.iter().filter(|figure| same(figure)).count() == 1;
    let first = || before.iter().position(same).filter(|_| only());
    let earlier = last.or_else(first)?;
    let old = &before[earlier];
    let moved = match direction {
        Direction::Up => old.value.high() < later.value.low(),
        Direction::Down => old.value.high() > later.value.low(),
    };
    let free = old.superseded_by.is_none() && !is_increase(reading, old, later);
    (moved && free).then_some(earlier)
}

/// "pulled 11 bodies from the mud, raising the toll to 29", "another 11": what a toll grew by.
fn is_increase(reading: &Reading<'_>, old: &Figure, later: &Figure) -> bool {
    const MORE: Listed = Listed::of(&[
        "more",
        "other",
        "others",
        "further",
        "additional",
        "new",
        "bodies",
        "body",
        "corpses",
    ]);
    let document = reading.document;
    let words = document.tokens_in(old.span);
    let led = &["another", "further", "additional"];
    let first_count = words.start > 1
        && reading.is(words.start - 1, "of")
        && reading.is_any(words.start - 2, &["count", "toll", "tally", "estimate"]);
    let one = document.sentence_at(old.span.start()) == document.sentence_at(later.span.start());
    one && !first_count
        || reading.is_listed(words.end, &MORE)
        || reading.is_any(words.start.wrapping_sub(1), led)
}

/// "the toll had risen to 40", "a toll of 31", and not "the toll in Darra rose to 40", which may be that of
/// another place.
fn is_whole_toll(reading: &Reading<'_>, span: Span) -> bool {
    let at = reading.document.tokens_in(span).start;
    let to = at
        .checked_sub(1)
        .filter(|&to| reading.is_any(to, &["to", "at", "of"]));
    let toll = to.and_then(|to| {
        let tolls = &["toll", "number", "count", "tally", "total"];
        (to.saturating_sub(NEAR)..to)
            .rev()
            .find(|&at| reading.is_any(at, tolls))
    });
    let document = reading.document;
    let sentence = document
        .sentence_at(span.start())
        .and_then(|it| document.sentences().get(it));
    // "In Darra the toll rose to 40"
    let placed = sentence.is_some_and(|sentence| {
        let first = sentence.tokens().start;
        reading.is_any(first, &["in", "at", "near"]) && reading.is_capital(first + 1)
    });
    !placed && toll.is_some_and(|toll| !reading.is_any(toll + 1, &["in", "at", "on"]))
}

/// Makes a count a part of the one behind it: "12 of the 118 hurt", "seven children were among the 31 killed".
pub(super) fn tie_parts(figures: &mut [Figure], reading: &Reading<'_>) {
    for index in 1..figures.len() {
        let (part, whole) = (&figures[index - 1], &figures[index]);
        let alike = part.role == whole.role && is_toll(part.role) && part.event == whole.event;
        let less = part.value.high() < whole.value.low() && !part.negated;
        let free =
            part.part_of.is_none() && whole.part_of.is_none() && part.superseded_by.is_none();
        if alike && less && free && leads_to_whole(reading, part.span, whole.span) {
            figures[index - 1].part_of = Some(index);
        }
    }
}

/// Makes the figures behind a colon or comma parts of the one before it where they add up to it: "all 62 on board:
/// 58 passengers and four crew".
pub(super) fn tie_sums(figures: &mut [Figure], reading: &Reading<'_>) {
    for index in 0..figures.len() {
        let count = parts_behind(&figures[index..], reading);
        for part in figures.iter_mut().skip(index + 1).take(count) {
            part.part_of = Some(index);
        }
    }
}

/// How many of the figures behind the first add up to it, in its sentence and of its role.
fn parts_behind(figures: &[Figure], reading: &Reading<'_>) -> usize {
    let Some((whole, behind)) = figures.split_first() else {
        return 0;
    };
    let document = reading.document;
    let opened = behind.first().is_some_and(|part| {
        let between = document.tokens_in(whole.span).end..document.tokens_in(part.span).start;
        // "three drowned on Saturday, two on Sunday and one on Monday": of days of their own
        let dated = between.clone().any(|at| reading.has(at, Class::Weekday));
        between.len() <= NEAR
            && !dated
            && between
                .into_iter()
                .any(|at| reading.is_any(at, &[":", ",", "—", "–"]))
    });
    if !opened || !is_toll(whole.role) || whole.part_of.is_some() {
        return 0;
    }
    let sentence = document.sentence_at(whole.span.start());
    let alike = |part: &&Figure| {
        part.role == whole.role
            && part.part_of.is_none()
            && part.superseded_by.is_none()
            && document.sentence_at(part.span.start()) == sentence
    };
    let mut left = whole.value.high();
    for (count, part) in behind.iter().take(MOST_PARTS).take_while(alike).enumerate() {
        left -= part.value.high();
        if left.abs() < 0.5 {
            return if count > 0 { count + 1 } else { 0 };
        }
    }
    0
}

/// Whether "of the" or "among the" leads from a part to its whole, in one sentence.
fn leads_to_whole(reading: &Reading<'_>, part: Span, whole: Span) -> bool {
    let document = reading.document;
    let (from, to) = (
        document.tokens_in(part).end,
        document.tokens_in(whole).start,
    );
    let one = document.sentence_at(part.start()) == document.sentence_at(whole.start());
    if !one || to < from + 2 || to > from + NEAR {
        return false;
    }
    let the = reading.is_any(to - 1, &["the", "those", "its", "their", "these"]);
    let among = reading.is(to - 2, "among");
    the && (among || reading.is(to - 2, "of") && to <= from + 4)
}

/// Whether two figures have a claimant of one name. Two of whom only "she" is known can be two people.
fn is_one_claimant(reading: &Reading<'_>, one: &Figure, other: &Figure) -> bool {
    let first = |figure: &Figure| {
        let claimant = figure.claimed_by?;
        reading.document.tokens_in(claimant.name).next()
    };
    let known = first(one).is_none_or(|at| !reading.has(at, Class::Pronoun));
    known && name(reading, one).eq_ignore_ascii_case(name(reading, other))
}

fn name<'a>(reading: &Reading<'a>, figure: &Figure) -> &'a str {
    figure
        .claimed_by
        .map_or("", |claimant| reading.document.slice(claimant.name))
}
