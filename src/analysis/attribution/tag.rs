//! The tag of a claim: who said it, to whom, and when, before or behind what was said.

use std::ops::Range;

use super::cue::Cue;
use super::items::Items;
use crate::analysis::people::Form;
use crate::document::TokenKind;
use crate::language::Class;

/// So many items behind a tag are looked at for its end.
const MOST_AFTER: usize = 12;

/// The item behind those who are told: "told reporters", "told the five-person jury".
pub(super) fn behind_hearers(items: &Items<'_>, unit: &Range<usize>, at: usize) -> usize {
    const MOST_WORDS: usize = 6;
    if items.phrase(at).is_some() {
        return at + 1;
    }
    if !items.has(at, Class::Determiner) || items.is(at, "that") {
        return at;
    }
    let describes = |&at: &usize| {
        let others = [
            Class::Preposition,
            Class::Conjunction,
            Class::Auxiliary,
            Class::Pronoun,
            Class::Determiner,
            Class::Verb,
            Class::PastVerb,
            Class::CueVerb,
        ];
        let word = items.word(at);
        (word == "-" || word.starts_with(char::is_alphanumeric))
            && !items.classes(at).has_any(&others)
    };
    let limit = unit.end.min(at + MOST_WORDS);
    let end = at + 1 + (at + 1..limit).take_while(describes).count();
    // "told the five-person | jury": the noun may be a phrase of its own
    end + usize::from(end < limit && items.phrase(end).is_some())
}

/// Where a tag begins: "..., county executive Mark Orel said", of which only the name was read.
pub(super) fn tag_start(items: &Items<'_>, unit: &Range<usize>, first: usize) -> usize {
    let unread = |at: usize| {
        // "state news agency Mena"
        let office = at + 1 == first
            && items.phrase(at).is_some_and(|phrase| {
                phrase.form == Form::Nominal
                    && !items.reading.has(phrase.first_token, Class::Determiner)
            });
        // "..., state prosecutors said"
        let state = items.is(at, "state") && items.is(at - 1, ",");
        office
            || state
            || items.token(at).is_some()
                && items.word(at).starts_with(char::is_alphabetic)
                && !items.classes(at).has_any(&[
                    Class::Preposition,
                    Class::Conjunction,
                    Class::Pronoun,
                    Class::Auxiliary,
                    Class::Adverb,
                    Class::Determiner,
                    Class::Verb,
                ])
                // "counsel Ana Ruiz"
                && (!items.has(at, Class::CueVerb) || items.has(at, Class::Title))
    };
    let first = over_short_name(items, unit, first);
    let floor = first.saturating_sub(4).max(unit.start + 1);
    let joint = |at: usize| items.is(at, "-") && at + 1 < first;
    let words = (floor..first)
        .rev()
        .take_while(|&at| unread(at) || joint(at))
        .count();
    let start = first - words;
    // "a U.N.-backed panel"
    let article = words > 1 && start > unit.start + 1 && items.has(start - 1, Class::Determiner);
    let start = start - usize::from(article);
    if start > unit.start && items.is(start - 1, ",") {
        start
    } else {
        before_both(items, unit, first)
    }
}

/// "..., medics and witnesses said, while": where the first of both begins, if the claim ends before it.
fn before_both(items: &Items<'_>, unit: &Range<usize>, first: usize) -> usize {
    let both = first.checked_sub(2).filter(|&both| both > unit.start);
    let named = both.filter(|&both| {
        items.is(both + 1, "and") && items.phrase(both).is_some() && items.is(both - 1, ",")
    });
    named.unwrap_or(first)
}

/// Where "the Disaster Agency (NDA)" begins, if its short name in brackets ends before an item.
fn over_short_name(items: &Items<'_>, unit: &Range<usize>, first: usize) -> usize {
    let name = first.checked_sub(4).filter(|&name| name > unit.start);
    let body = name.filter(|&name| {
        items.is(name + 1, "(") && items.is(name + 3, ")") && items.phrase(name).is_some()
    });
    body.unwrap_or(first)
}

/// Whether the claim stands before source and cue: "..., Ruiz said on Monday."
pub(super) fn stands_after_claim(
    items: &Items<'_>,
    unit: &Range<usize>,
    cue: &Cue,
    start: usize,
    after: usize,
) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&before| before >= unit.start) else {
        return false;
    };
    let marked = items.is_marked(before)
        || far_tag(items, unit, before)
        || matches!(items.word(before), "," | "—" | "–" | "-")
            && before > unit.start
            && items.is_marked(before - 1);
    if marked && !cue.inherited {
        return true;
    }
    if cue.inverted {
        return true;
    }
    items.is(before, ",") && end_of_tag(items, unit, after).is_some()
}

/// "“...,” Fight for More director Ruiz said": a name that was not read whole after the marks.
fn far_tag(items: &Items<'_>, unit: &Range<usize>, before: usize) -> bool {
    let floor = before.saturating_sub(8).max(unit.start);
    let plain = |at: usize| {
        !matches!(items.word(at), "," | ":" | ";" | "." | "that") && !items.has(at, Class::CueVerb)
    };
    let Some(marked) = (floor..=before)
        .rev()
        .take_while(|&at| items.is_marked(at) || plain(at))
        .find(|&at| items.is_marked(at))
    else {
        return false;
    };
    items.comma_inside(marked)
}

/// The item that ends the sentence or clause where nothing but circumstances stand before it: "on
/// Monday", "in an interview".
pub(super) fn end_of_tag(items: &Items<'_>, unit: &Range<usize>, mut at: usize) -> Option<usize> {
    let limit = unit.end.min(at + MOST_AFTER);
    while at < limit {
        let word = items.word(at);
        if matches!(word, "." | "," | ";" | "!" | "?" | "—" | "–")
            || matches!(
                word,
                "as" | "while" | "when" | "after" | "before" | "and" | "but"
            )
        {
            return Some(at);
        }
        let classes = items.classes(at);
        let circumstance = classes.has_any(&[
            Class::Preposition,
            Class::Adverb,
            Class::Weekday,
            Class::Month,
        ]);
        // "in a statement", "by phone"
        let noun = items.phrase(at).is_some()
            || word.starts_with(char::is_lowercase) && !items.is(at.wrapping_sub(1), "to");
        let governed = noun && at > 0 && items.has(at - 1, Class::Preposition);
        // "from Camp 6"
        let number = items
            .token(at)
            .and_then(|token| items.reading.token(token))
            .is_some_and(|token| token.kind == TokenKind::Number);
        let numbered = number && items.phrase(at.wrapping_sub(1)).is_some();
        if !circumstance && !governed && !is_time(items, at) && !numbered {
            return None;
        }
        at += 1;
    }
    (at >= unit.end).then_some(at)
}

/// "said last night", "said late on Monday", and "this morning", where it was read as a phrase.
fn is_time(items: &Items<'_>, at: usize) -> bool {
    const TIMES: &[&str] = &[
        "last",
        "late",
        "early",
        "earlier",
        "later",
        "this",
        "yesterday",
        "today",
        "tonight",
        "overnight",
    ];
    const PARTS: &[&str] = &[
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "weekend",
        "month",
        "year",
    ];
    let phrase = items.phrase(at);
    let part = phrase.map(|phrase| phrase.end_token.wrapping_sub(1));
    items.is_any(at, TIMES)
        || items.is_any(at, &PARTS[..7])
        || part.is_some_and(|last| items.reading.is_any(last, PARTS))
}
