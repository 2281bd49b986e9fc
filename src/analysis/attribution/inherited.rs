//! The source of a verb that has no subject of its own.

use std::ops::Range;

use super::cue::pair_of;
use super::items::Items;
use super::phrases::{extent, goes_with_verb, is_verb, source_of};
use super::subject::{is_person_name, main_subject, name_beside};
use super::voice::can_speak;
use super::{Attribution, MOST_STEPS, Source, Strength};

/// How the verbs begin by which one speaker answers another.
const ANSWERS: &[&str] = &[
    "disput", "reject", "deni", "deny", "dismiss", "contest", "question", "doubt", "disagree",
    "counter",
];

/// The source of a verb without a subject of its own: of the verb before, or the main subject.
pub(super) fn taken_over(
    items: &Items<'_>,
    unit: &Range<usize>,
    at: usize,
    participle: bool,
    before: &[Attribution],
) -> Option<Source> {
    let usable = |a: &&Attribution| {
        a.source.is_some()
            && (a.strength != Strength::Weak || participle)
            && !(participle && (in_relative(items, a) || leads_in(items, unit, a)))
    };
    let judged = participle.then(|| judge(items, unit, at)).flatten();
    if let Some(subject) = judged {
        let end = extent(items, unit, subject);
        return Some(source_of(items, subject, subject..end, 75));
    }
    if let Some(subject) = countering_subject(items, unit, at) {
        let end = extent(items, unit, subject);
        return Some(source_of(items, subject, subject..end, 75));
    }
    if let Some(source) = before
        .iter()
        .rev()
        .take(MOST_STEPS)
        .find(usable)
        .and_then(|a| a.source)
    {
        let confidence = source.confidence.min(85);
        return Some(Source {
            confidence,
            ..source
        });
    }
    let nearer = participle
        .then(|| nearer_subject(items, unit, at))
        .flatten();
    let subject = nearer.or_else(|| main_subject(items, unit, at))?;
    if let Some((_, both)) = pair_of(items, unit, subject, 70) {
        return Some(both);
    }
    let subject = name_beside(items, unit, subject).unwrap_or(subject);
    let end = extent(items, unit, subject);
    Some(source_of(items, subject, subject..end, 70))
}

/// "said 19 had died, a figure the mayor dismissed, saying": whoever judges what another has said.
fn judge(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<usize> {
    let said = |at: usize| {
        let phrase = items.phrase(at);
        let word = phrase.map_or(items.word(at), |phrase| {
            items.reading.word(phrase.end_token.saturating_sub(1))
        });
        matches!(
            word,
            "figure"
                | "number"
                | "toll"
                | "count"
                | "claim"
                | "charge"
                | "account"
                | "accusation"
                | "allegation"
                | "estimate"
                | "report"
                | "version"
        )
    };
    let floor = at.saturating_sub(MOST_STEPS).max(unit.start) + 2;
    (floor..at).rev().find(|&subject| {
        // "a toll that Israel's military disputed"
        let owned = items.phrase(subject - 1).is_some_and(|owner| owner.owner);
        let first = subject - usize::from(owned);
        let that = first > 1 && matches!(items.word(first - 1), "that" | "which");
        let noun = first.saturating_sub(1 + usize::from(that));
        can_speak(items, subject) && is_verb(items, subject + 1) && said(noun)
    })
}

/// "Ruiz resigned and Arden took over, promising": the subject of the last clause that has one of its
/// own.
fn nearer_subject(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<usize> {
    let floor = at.saturating_sub(MOST_STEPS).max(unit.start);
    let tie = (floor + 1..at)
        .rev()
        .find(|&tie| items.is(tie, "and") || items.is(tie, "but"))?;
    let subject = tie + 1;
    let told = speaks_before(items, unit, subject, at);
    let pair = is_person_name(items, tie - 1) && is_person_name(items, subject);
    let clause = (floor..tie).any(|before| is_verb(items, before));
    (told && clause && !pair).then_some(subject)
}

/// "the UN says 9,000 fled; the army disputes that and says": the subject of the clause that answers.
fn countering_subject(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<usize> {
    let floor = at.saturating_sub(MOST_STEPS).max(unit.start);
    let tie = (floor + 1..at)
        .rev()
        .find(|&tie| items.is_any(tie, &[";", "but", "while"]))?;
    let answers = |at: usize| {
        let word = items.word(at);
        ANSWERS.iter().any(|stem| word.starts_with(stem))
    };
    (speaks_before(items, unit, tie + 1, at) && (tie + 2..at).any(answers)).then_some(tie + 1)
}

/// Whether a phrase may speak and has a verb of its own before an item.
fn speaks_before(items: &Items<'_>, unit: &Range<usize>, subject: usize, at: usize) -> bool {
    let mut next = extent(items, unit, subject);
    while next < at && goes_with_verb(items, next) {
        next += 1;
    }
    can_speak(items, subject) && next < at && is_verb(items, next)
}

/// Whether a cue stands in a clause with "who" in the middle of a sentence: not what the sentence says.
fn in_relative(items: &Items<'_>, attribution: &Attribution) -> bool {
    let cue = attribution.cue_tokens.start();
    let word = |back: usize| {
        cue.checked_sub(back)
            .map_or("", |at| items.reading.word(at))
    };
    word(1) == "who" && word(2) != ","
}

/// Whether a cue stands in a clause before the main one: "While Ruiz counted votes, Arden paced the hall".
fn leads_in(items: &Items<'_>, unit: &Range<usize>, attribution: &Attribution) -> bool {
    let leads = &[
        "while", "as", "when", "after", "before", "once", "because", "since",
    ];
    let limit = unit.end.min(unit.start + MOST_STEPS);
    items.is_any(unit.start, leads)
        && (unit.start..limit)
            .find(|&at| items.is(at, ","))
            .is_some_and(|comma| attribution.cue.end() <= items.span(comma).start())
}
