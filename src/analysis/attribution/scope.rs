//! Which clauses a cue speaks for.

use std::ops::Range;

use super::cue::Cue;
use super::items::Items;
use super::{Attribution, Strength};
use crate::document::Span;
use crate::language::Class;

/// So many items are looked at after a cue for the claim to begin.
const MOST_AFTER: usize = 12;

/// No claim is longer, in items, quotations counted as one.
const LONGEST_CLAIM: usize = 200;

/// Adds the attributions of a cue: one for the claim before it, one for the claim after it.
pub(super) fn add(items: &Items<'_>, unit: &Range<usize>, cue: &Cue, found: &mut Vec<Attribution>) {
    let after = after_cue(items, unit, cue);
    let claim_before = stands_after_claim(items, unit, cue, after);
    let make = |scope: Span, before: bool| Attribution {
        source: cue.source,
        cue: join(items, &cue.items),
        scope,
        strength: cue.strength,
        before,
        inherited: cue.inherited,
    };
    if claim_before && !cue.inherited {
        let start = before_start(items, unit, cue.whole.start);
        if start < cue.whole.start {
            found.push(make(join(items, &(start..cue.whole.start)), true));
        }
        let goes_on =
            cue.strength == Strength::Speech && items.is(after, ",") && after + 2 < unit.end
                || items.is(after, ",") && items.is_marked(after + 1)
                || items.is_marked(after)
                || matches!(items.word(after), "—" | "–" | "-" | ":") && items.is_marked(after + 1);
        if !goes_on || cue.strength == Strength::Weak {
            return;
        }
    }
    let end = after_end(items, unit, after);
    if after < end {
        let scope = join(items, &(after..end));
        if cue.strength != Strength::Weak || (after..end).any(|at| items.is_marked(at)) {
            found.push(make(scope, false));
        }
    }
}

fn join(items: &Items<'_>, range: &Range<usize>) -> Span {
    if range.is_empty() {
        return Span::default();
    }
    items.span(range.start).join(items.span(range.end - 1))
}

/// The item where the claim after a cue begins: after hearers, days and adverbs.
fn after_cue(items: &Items<'_>, unit: &Range<usize>, cue: &Cue) -> usize {
    let mut at = cue.items.end.max(cue.whole.end);
    let tells = [
        "told", "tell", "tells", "telling", "asked", "asks", "warned", "reminded", "assured",
    ];
    if tells.iter().any(|verb| items.is(cue.items.start, verb)) && items.phrase(at).is_some() {
        at += 1;
    }
    let limit = unit.end.min(at + MOST_AFTER);
    while at < limit && (items.has(at, Class::Adverb) || items.has(at, Class::Weekday)) {
        at += 1;
    }
    at
}

/// Whether the claim stands before source and cue: "..., Ruiz said on Monday."
fn stands_after_claim(items: &Items<'_>, unit: &Range<usize>, cue: &Cue, after: usize) -> bool {
    let Some(before) = cue
        .whole
        .start
        .checked_sub(1)
        .filter(|&before| before >= unit.start)
    else {
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
    items.is(before, ",") && ends_after(items, unit, after)
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

/// Whether nothing but circumstances follow: "on Monday", "in an interview", a mark.
fn ends_after(items: &Items<'_>, unit: &Range<usize>, mut at: usize) -> bool {
    let limit = unit.end.min(at + MOST_AFTER);
    while at < limit {
        if matches!(items.word(at), "." | "," | ";" | "!" | "?" | "—" | "–") {
            return true;
        }
        if matches!(
            items.word(at),
            "as" | "while" | "when" | "after" | "before" | "and" | "but"
        ) {
            return true;
        }
        let classes = items.classes(at);
        let circumstance = classes.has(Class::Preposition)
            || classes.has_any(&[Class::Adverb, Class::Weekday, Class::Month]);
        let governed = items.phrase(at).is_some()
            && at > 0
            && (items.has(at - 1, Class::Preposition) || at == limit);
        if !circumstance && !governed {
            return false;
        }
        at += 1;
    }
    at >= unit.end
}

/// The first item of the claim before a cue.
fn before_start(items: &Items<'_>, unit: &Range<usize>, end: usize) -> usize {
    let ends = |&at: &usize| is_border(items, at) && at + 1 < end;
    let floor = end.saturating_sub(LONGEST_CLAIM).max(unit.start);
    (floor..end)
        .rev()
        .find(ends)
        .map_or(unit.start.max(floor), |at| at + 1)
}

/// The item after the claim after a cue.
fn after_end(items: &Items<'_>, unit: &Range<usize>, from: usize) -> usize {
    let limit = unit.end.min(from + LONGEST_CLAIM);
    (from + 1..limit)
        .find(|&at| is_border(items, at) || is_but(items, at))
        .unwrap_or(limit)
}

/// Whether a new voice may begin: "while", "though", ";".
fn is_border(items: &Items<'_>, at: usize) -> bool {
    items.is(at, ";")
        || ["while", "whereas", "though", "although"]
            .iter()
            .any(|word| items.is(at, word))
}

fn is_but(items: &Items<'_>, at: usize) -> bool {
    items.is(at, "but")
}
