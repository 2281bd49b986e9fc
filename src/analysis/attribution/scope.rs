//! Which clauses a cue speaks for.

use std::ops::Range;

use super::cue::Cue;
use super::items::{Item, Items};
use super::relative::end_of_clause;
use super::tag::{behind_hearers, end_of_tag, stands_after_claim, tag_start};
use super::{Attribution, Strength};
use crate::document::Span;
use crate::language::Class;

/// So many items are looked at after a cue for the claim to begin.
const MOST_AFTER: usize = 12;

/// So many items behind a "while" are looked at for a quotation.
const FAR: usize = 40;

/// No claim is longer, in items, quotations counted as one.
const LONGEST_CLAIM: usize = 200;

/// The items of a unit that may be a border or a "but". Most units have none, and all their cues look for some.
pub(super) struct Contrasts(Vec<usize>);

impl Contrasts {
    pub(super) fn of(items: &Items<'_>, unit: &Range<usize>) -> Self {
        let contrasts = items.of(unit.clone()).iter().enumerate();
        let contrasts = contrasts.filter(|(_, item)| {
            let token = match item {
                Item::Token(token) => *token,
                Item::Phrase(_) | Item::Marked(_) => return false,
            };
            items.reading.has(token, Class::Contrast) || items.reading.is(token, ";")
        });
        Self(contrasts.map(|(place, _)| unit.start + place).collect())
    }

    /// Those among some items, in their order.
    fn within(&self, items: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        let below = |end: usize| self.0.partition_point(|&at| at < end);
        let within = self.0.get(below(items.start)..below(items.end));
        within.unwrap_or_default().iter().copied()
    }
}

/// Adds the attributions of a cue: one for the claim before it, one for the claim after it.
pub(super) fn add(
    items: &Items<'_>,
    unit: &Range<usize>,
    contrasts: &Contrasts,
    cue: &Cue,
    found: &mut Vec<Attribution>,
) {
    let after = after_cue(items, unit, cue);
    let start = tag_start(items, unit, cue.whole.start);
    let claim_before = stands_after_claim(items, unit, cue, start, after);
    let make = |scope: Span, before: bool| Attribution {
        source: cue.source,
        cue: join(items, &cue.items),
        cue_tokens: items.tokens(&cue.items).into(),
        scope,
        strength: cue.strength,
        before,
        inherited: cue.inherited,
    };
    let mut after = after;
    // "lost 23 men in 2009 and, its owner says, is due to close": of what follows
    let leads = start > unit.start + 1
        && items.is(start - 1, ",")
        && items.is_any(start - 2, &["and", "but", "which", "who"]);
    if claim_before && !cue.inherited && !leads {
        let first = before_start(items, unit, contrasts, start);
        let comma = matches!(items.word(start - 1), "," | "—" | "–" | "-");
        let end = start - usize::from(comma);
        if first < end {
            found.push(make(join(items, &(first..end)), true));
        }
        match claim_behind(items, unit, cue, after) {
            Some(next) => after = next,
            None if is_told_anew(items, unit, cue, start..after) => {}
            None => return,
        }
    }
    while after < unit.end && matches!(items.word(after), "," | ":" | "that") {
        after += 1;
    }
    // "..., an official said, though the ministry gave a toll of 9"
    if claim_before && (is_border(items, after) || is_countered(items, unit, after)) {
        return;
    }
    let end = after_end(items, unit, contrasts, after);
    let end = end_of_clause(items, cue, after, end);
    let end = match items.phrase(cue.items.start) {
        Some(_) => first_marked(items, after, end),
        None => end,
    };
    if after < end {
        let scope = join(items, &(after..end));
        if cue.strength != Strength::Weak || (after..end).any(|at| items.is_marked(at)) {
            found.push(make(scope, false));
        }
    }
}

/// Where the claim goes on behind a tag in its middle: "..., she said, ...".
fn claim_behind(items: &Items<'_>, unit: &Range<usize>, cue: &Cue, after: usize) -> Option<usize> {
    let passive = cue.inverted && items.is(cue.items.end, "by");
    if passive {
        return Some(after);
    }
    if cue.strength == Strength::Weak {
        return None;
    }
    let dash = matches!(items.word(after), "," | "—" | "–" | "-" | ":");
    if items.is_marked(after) || dash && items.is_marked(after + 1) {
        return Some(after);
    }
    let comma = end_of_tag(items, unit, after).filter(|&comma| items.is(comma, ","))?;
    (cue.strength == Strength::Speech && comma + 2 < unit.end).then_some(comma)
}

/// "“We lost all.” The governor said 138 homes had burned.": a sentence of its own behind a quotation that ended.
fn is_told_anew(items: &Items<'_>, unit: &Range<usize>, cue: &Cue, tag: Range<usize>) -> bool {
    let quote = tag.start.checked_sub(1).filter(|&at| at >= unit.start);
    !cue.inverted
        && quote.is_some_and(|at| items.is_marked(at) && items.stop_inside(at))
        && end_of_tag(items, unit, tag.end).is_none()
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
    let tells = &[
        "told", "tell", "tells", "telling", "asked", "asks", "warned", "reminded", "assured",
    ];
    if items.is_any(cue.items.start, tells) {
        at = behind_hearers(items, unit, at);
    }
    let limit = unit.end.min(at + MOST_AFTER);
    while at < limit && (items.has(at, Class::Adverb) || items.has(at, Class::Weekday)) {
        at += 1;
    }
    at
}

/// The first item of the claim before a cue.
fn before_start(
    items: &Items<'_>,
    unit: &Range<usize>,
    contrasts: &Contrasts,
    end: usize,
) -> usize {
    let floor = end.saturating_sub(LONGEST_CLAIM).max(unit.start);
    let last = |over_while: bool| {
        contrasts.within(floor..end).rev().find(|&at| {
            is_border(items, at) && at + 1 < end && !(over_while && items.is(at, "while"))
        })
    };
    // "the toll rose to 42, while one is missing, the ministry said": of both, where nobody else has spoken
    let border = last(false).and_then(|at| {
        let alone = items.is(at, "while") && !(floor..end).any(|at| is_voice(items, at));
        if alone { last(true) } else { Some(at) }
    });
    border.map_or(unit.start.max(floor), |at| at + 1)
}

/// The item after the claim after a cue.
fn after_end(items: &Items<'_>, unit: &Range<usize>, contrasts: &Contrasts, from: usize) -> usize {
    let limit = unit.end.min(from + LONGEST_CLAIM);
    contrasts
        .within(from + 1..limit)
        .find(|&at| (is_border(items, at) || is_but(items, at)) && !goes_on(items, at, limit))
        .unwrap_or(limit)
}

/// "said 52 were held while four had been killed", "said nobody was hurt but a dozen huts are gone": no voice
/// of its own.
fn goes_on(items: &Items<'_>, at: usize, limit: usize) -> bool {
    let mut clause = at + 1..limit.min(at + MOST_AFTER);
    items.is_any(at, &["while", "but"])
        && !clause.any(|at| is_voice(items, at))
        && !is_quoted_behind(items, at, limit)
}

/// Whether a quotation stands behind an item, which may be the word of whoever is called last.
fn is_quoted_behind(items: &Items<'_>, at: usize, limit: usize) -> bool {
    (at..limit.min(at + FAR)).any(|at| items.is_marked(at))
}

/// The item behind the first quotation: a noun announces no more.
fn first_marked(items: &Items<'_>, after: usize, end: usize) -> usize {
    (after..end)
        .find(|&at| items.is_marked(at))
        .map_or(end, |marked| marked + 1)
}

/// Whether a new voice may begin: "while", "though", ";".
fn is_border(items: &Items<'_>, at: usize) -> bool {
    let Some(form) = items.token(at).and_then(|at| items.reading.known(at)) else {
        return false;
    };
    // "drowned while swimming": no clause of its own
    let doing = || {
        items.is(at, "while")
            && items.word(at + 1).ends_with("ing")
            && !is_quoted_behind(items, at, at + FAR)
    };
    form.text == ";" || form.classes.has(Class::Contrast) && !items.is(at, "but") && !doing()
}

fn is_but(items: &Items<'_>, at: usize) -> bool {
    // "all but eight"
    items.has(at, Class::Contrast)
        && items.is(at, "but")
        && !items.is(at + 1, "that")
        && !items.is(at.wrapping_sub(1), "all")
}

/// "the ministry said, but aid groups fear more than 100 have died": another voice behind a tag.
fn is_countered(items: &Items<'_>, unit: &Range<usize>, but: usize) -> bool {
    let limit = unit.end.min(but + FAR);
    is_but(items, but) && !is_quoted_behind(items, but, limit) && !goes_on(items, but, limit)
}

/// Whether somebody else may speak by an item.
fn is_voice(items: &Items<'_>, at: usize) -> bool {
    let verbs = [Class::CueVerb, Class::ClaimVerb, Class::TellingVerb];
    let put = &["according", "put", "puts", "thought", "thinks"];
    items.is_marked(at) || items.classes(at).has_any(&verbs) || items.is_any(at, put)
}
