//! Whose word it is: the subject of a verb of speech.

use std::ops::Range;

use super::items::{Item, Items};
use super::{Attribution, Source, Strength, strength_of};
use crate::analysis::people::{EntityKind, Form};
use crate::language::Class;

/// A cue with its source, before it is known what it announces.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    pub source: Option<Source>,
    /// The items of the cue itself: "according to", "told reporters" without the hearers.
    pub items: Range<usize>,
    /// The items of the source and the cue together.
    pub whole: Range<usize>,
    pub strength: Strength,
    pub inherited: bool,
    /// Whether source and cue stand after what was said: "said Ruiz", "according to Ruiz".
    pub inverted: bool,
}

/// The steps back over words that belong to the verb, and over the parts of a noun phrase.
const MOST_STEPS: usize = 40;
/// So many items of "the head of the office of ..." are one phrase.
const LONGEST_CHAIN: usize = 12;

/// The cue at an item, if there is one. `before` are the attributions of the same sentence so far.
pub(super) fn cue_at(
    items: &Items<'_>,
    unit: Range<usize>,
    at: usize,
    before: &[Attribution],
) -> Option<Cue> {
    let token = items.token(at)?;
    if items.is(at, "according") && items.is(at + 1, "to") {
        return according(items, unit, at);
    }
    if items.is(at, ":") {
        return colon(items, unit, at);
    }
    let strength = strength_of(items.reading, token).or_else(|| reports(items, at))?;
    verb(items, unit, at, strength, before)
}

/// A verb that is in no list, but has "that" and a clause behind it: "Ruiz sniped that".
fn reports(items: &Items<'_>, at: usize) -> Option<Strength> {
    let word = items.word(at);
    let past = word.len() > 3 && (word.ends_with("ed") || word.ends_with('s'));
    let that = items.is(at + 1, "that") && at > 0 && items.phrase(at - 1).is_some();
    (past && that && !items.has(at, Class::Auxiliary)).then_some(Strength::Weak)
}

/// "according to Ruiz".
fn according(items: &Items<'_>, unit: Range<usize>, at: usize) -> Option<Cue> {
    let first = at + 2;
    items.phrase(first)?;
    let last = extent(items, &unit, first);
    let source = source_of(items, first, first..last, 90);
    Some(Cue {
        source: Some(source),
        items: at..first,
        whole: at..last,
        strength: Strength::Speech,
        inherited: false,
        inverted: true,
    })
}

/// "Ruiz: “...”", and "... surprises Ruiz: “...”".
fn colon(items: &Items<'_>, unit: Range<usize>, at: usize) -> Option<Cue> {
    let last = at
        .checked_sub(1)
        .filter(|&last| last >= unit.start && items.is_marked(at + 1))?;
    let first = head_of(items, &unit, last);
    let phrase = items.phrase(first)?;
    let alone = first == unit.start;
    if !alone && !is_person_name(items, first) || phrase.form == Form::Pronoun {
        return None;
    }
    Some(Cue {
        source: Some(source_of(
            items,
            first,
            first..at,
            if alone { 85 } else { 65 },
        )),
        items: at..at + 1,
        whole: first..at + 1,
        strength: Strength::Weak,
        inherited: false,
        inverted: false,
    })
}

/// The item after a noun phrase and what is tied to it by "of", "for" and the like.
pub(super) fn extent(items: &Items<'_>, unit: &Range<usize>, first: usize) -> usize {
    let mut end = first + 1;
    while end + 1 < unit.end.min(first + LONGEST_CHAIN)
        && matches!(
            items.word(end),
            "of" | "for" | "at" | "from" | "in" | "with" | "on"
        )
        && items
            .phrase(end + 1)
            .is_some_and(|p| p.form != Form::Pronoun)
    {
        end += 2;
    }
    end
}

fn verb(
    items: &Items<'_>,
    unit: Range<usize>,
    at: usize,
    strength: Strength,
    before: &[Attribution],
) -> Option<Cue> {
    let mut left = at;
    let mut passive = false;
    let mut steps = 0;
    while left > unit.start && steps < MOST_STEPS && goes_with_verb(items, left - 1) {
        passive |= is_be(items.word(left - 1));
        left -= 1;
        steps += 1;
    }
    let participle = items.word(at).ends_with("ing");
    if passive && !participle {
        return by_agent(items, unit, at, strength);
    }
    let own = |source: Source, whole: Range<usize>, inverted: bool| {
        Some(Cue {
            source: Some(source),
            items: at..at + 1,
            whole,
            strength,
            inherited: false,
            inverted,
        })
    };
    if let Some(first) = inverted_subject(items, &unit, at, left) {
        let last = extent(items, &unit, first);
        return own(source_of(items, first, first..last, 95), at..last, true);
    }
    if let Some((first, end)) = subject_before(items, &unit, left, participle) {
        let sure = if end == left { 95 } else { 85 };
        return own(
            source_of(items, first, first..end, sure),
            first..at + 1,
            false,
        );
    }
    if let Some(last) = before
        .iter()
        .rev()
        .take(MOST_STEPS)
        .find(|a| a.source.is_some() && (a.strength != Strength::Weak || participle))
    {
        return Some(Cue {
            source: last.source.map(|source| Source {
                confidence: source.confidence.min(85),
                ..source
            }),
            items: at..at + 1,
            whole: left..at + 1,
            strength,
            inherited: true,
            inverted: false,
        });
    }
    let subject = main_subject(items, &unit, at)?;
    let end = extent(items, &unit, subject);
    Some(Cue {
        source: Some(source_of(items, subject, subject..end, 70)),
        items: at..at + 1,
        whole: left..at + 1,
        strength,
        inherited: true,
        inverted: false,
    })
}

fn is_be(word: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "being"]
        .iter()
        .any(|be| word.eq_ignore_ascii_case(be))
}

/// Words between a subject and its verb.
fn goes_with_verb(items: &Items<'_>, at: usize) -> bool {
    let classes = items.classes(at);
    let word = items.word(at);
    classes.has(Class::Auxiliary) && !items.is(at, "to")
        || classes.has(Class::Adverb)
        || classes.has(Class::Weekday)
        || word.len() > 4 && word.ends_with("ly")
}

/// "was reported by the agency".
fn by_agent(items: &Items<'_>, unit: Range<usize>, at: usize, strength: Strength) -> Option<Cue> {
    let by = (at + 1..unit.end.min(at + 8)).find(|&by| items.is(by, "by"))?;
    items.phrase(by + 1)?;
    let last = extent(items, &unit, by + 1);
    Some(Cue {
        source: Some(source_of(items, by + 1, by + 1..last, 80)),
        items: at..at + 1,
        whole: at..last,
        strength,
        inherited: false,
        inverted: true,
    })
}

/// "“...,” said Ruiz": the phrase after the verb, when the claim ends right before it.
fn inverted_subject(
    items: &Items<'_>,
    unit: &Range<usize>,
    at: usize,
    left: usize,
) -> Option<usize> {
    let before = left.checked_sub(1).filter(|&before| before >= unit.start);
    let after_claim = match before {
        None => true,
        Some(before) => {
            items.is_marked(before)
                || matches!(items.word(before), "," | "-" | "–" | "—")
                    && before > unit.start
                    && (items.is_marked(before - 1) || ends_claim(items, unit, at, before))
        }
    };
    if !after_claim || items.word(at).ends_with("ing") {
        return None;
    }
    let mut first = at + 1;
    while first < unit.end && items.has(first, Class::Adverb) {
        first += 1;
    }
    let limit = unit.end.min(first + 5);
    if items.phrase(first).is_none() && before.is_some_and(|before| before >= unit.start) {
        let unread = |&at: &usize| {
            items.phrase(at).is_none()
                && !items.is_marked(at)
                && !items.classes(at).has_any(&[
                    Class::Preposition,
                    Class::Conjunction,
                    Class::CueVerb,
                ])
                && !matches!(items.word(at), "." | "," | ":")
        };
        first = (first..limit).find(|at| !unread(at)).unwrap_or(first);
    }
    let phrase = items.phrase(first).filter(|_| first < unit.end)?;
    let hearer =
        matches!(items.word(at), "told" | "asked" | "tells") && phrase.form == Form::Pronoun;
    let object = matches!(
        items.reading.document.slice(phrase.span),
        "it" | "him" | "them" | "her" | "me" | "us"
    );
    (!hearer && !object).then_some(first)
}

/// "The storm grew, said Ruiz.": nothing but the source after the verb, and no subject before it.
fn ends_claim(items: &Items<'_>, unit: &Range<usize>, at: usize, comma: usize) -> bool {
    if !matches!(items.word(at), "said" | "says") || over_commas(items, unit, comma).is_some() {
        return false;
    }
    let end = extent(items, unit, at + 1);
    end >= unit.end || matches!(items.word(end), "." | "," | "who")
}

/// The phrase before a verb that is its subject: its first item, and the item after it.
fn subject_before(
    items: &Items<'_>,
    unit: &Range<usize>,
    left: usize,
    participle: bool,
) -> Option<(usize, usize)> {
    let last = left.checked_sub(1).filter(|&last| last >= unit.start)?;
    match items.get(last)? {
        Item::Phrase(_) if participle => participle_subject(items, unit, last),
        Item::Phrase(_) => {
            let head = head_of(items, unit, last);
            let bare = items
                .phrase(head)
                .is_some_and(|p| p.form == Form::Nominal && !p.plural)
                && !items.reading.has(
                    items.phrase(head).map_or(0, |p| p.first_token),
                    Class::Determiner,
                );
            let apposed = head > unit.start && matches!(items.word(head - 1), "," | "and");
            let owner = (bare && apposed)
                .then(|| over_commas(items, unit, left))
                .flatten();
            Some(owner.unwrap_or((head, left)))
        }
        Item::Marked(_) => None,
        _ if matches!(items.word(last), "who" | "which" | "that") => antecedent(items, unit, last),
        _ if items.is(last, ",") && !participle => over_commas(items, unit, last),
        _ if items.is(last, ")") => {
            let open = (unit.start..last)
                .rev()
                .take(MOST_STEPS)
                .find(|&at| items.is(at, "("))?;
            subject_before(items, unit, open, participle)
        }
        _ => None,
    }
}

/// "with Ruiz saying", "supporters chanting": a participle right after its phrase.
fn participle_subject(
    items: &Items<'_>,
    unit: &Range<usize>,
    last: usize,
) -> Option<(usize, usize)> {
    let head = head_of(items, unit, last);
    let phrase = items.phrase(head)?;
    let with = head > unit.start && items.is(head - 1, "with");
    let noun = phrase.end_token.saturating_sub(1);
    let written = items
        .reading
        .classes(noun)
        .has_any(&[Class::DocumentNoun, Class::CueNoun]);
    let people = phrase.plural && !after_preposition(items, unit, head);
    (with || people && !written).then_some((head, last + 1))
}

/// The first item of "a spokesman for the port" from its last.
fn head_of(items: &Items<'_>, unit: &Range<usize>, last: usize) -> usize {
    let mut head = last;
    while head >= unit.start + 2
        && head + LONGEST_CHAIN > last
        && matches!(
            items.word(head - 1),
            "of" | "for" | "at" | "from" | "in" | "with" | "on"
        )
        && items
            .phrase(head - 2)
            .is_some_and(|p| p.form != Form::Pronoun)
    {
        head -= 2;
    }
    let office = |at: usize| {
        items.phrase(at).is_some_and(|p| {
            p.form == Form::Nominal
                && items
                    .reading
                    .has(p.end_token.saturating_sub(1), Class::Title)
                && !items.reading.has(p.first_token, Class::Determiner)
        })
    };
    if head < last && office(head) && is_person_name(items, last) {
        return last;
    }
    head
}

/// Whether an item is a person's name.
fn is_person_name(items: &Items<'_>, at: usize) -> bool {
    items.phrase(at).is_some_and(|phrase| {
        let entity = phrase
            .entity
            .and_then(|entity| items.people.entities.get(entity));
        phrase.form == Form::Name && entity.is_some_and(|e| e.kind == EntityKind::Person)
    })
}

/// "Ruiz, who said": the phrase before the comma and its tail.
fn antecedent(items: &Items<'_>, unit: &Range<usize>, relative: usize) -> Option<(usize, usize)> {
    let mut last = relative.checked_sub(1)?;
    if items.is(last, ",") {
        last = last.checked_sub(1)?;
    }
    if last < unit.start {
        return None;
    }
    items.phrase(last)?;
    let head = head_of(items, unit, last);
    Some((head, last + 1))
}

/// "Ruiz, the mayor of the town, said": the phrase at the head of the clause that a comma follows.
fn over_commas(items: &Items<'_>, unit: &Range<usize>, comma: usize) -> Option<(usize, usize)> {
    let floor = clause_start(items, unit, comma);
    let mut at = floor;
    while at < comma {
        if items.phrase(at).is_some() && !after_preposition(items, unit, at) {
            let end = extent(items, unit, at);
            if items.is(end, ",")
                || items.is(end, "(")
                || matches!(items.word(end), "who" | "—" | "–" | "-")
            {
                let nominal = items.phrase(at).is_some_and(|p| p.form == Form::Nominal);
                let named = end + 1 < comma && is_person_name(items, end + 1);
                if nominal && named && extent(items, unit, end + 1) == comma {
                    return Some((end + 1, comma));
                }
                if end <= comma {
                    return Some((at, end));
                }
            }
            at = end;
        }
        at += 1;
    }
    None
}

pub(super) fn after_preposition(items: &Items<'_>, unit: &Range<usize>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= unit.start) else {
        return false;
    };
    let classes = items.classes(before);
    if items.is(before, "of") && before > unit.start && is_quantity(items, before - 1) {
        return false;
    }
    let both = classes.has(Class::Conjunction);
    classes.has(Class::Preposition) && (!both || items.is(extent(items, unit, at), ","))
}

/// "Hundreds" in "hundreds of marchers", where the marchers are the subject.
fn is_quantity(items: &Items<'_>, at: usize) -> bool {
    let span = items.span(at);
    let words = [
        "hundreds",
        "thousands",
        "dozens",
        "scores",
        "some",
        "one",
        "many",
        "most",
        "several",
        "number",
        "group",
        "majority",
        "crowd",
        "crowds",
        "all",
        "none",
        "few",
    ];
    let text = items.reading.document.slice(span);
    words.iter().any(|word| {
        text.eq_ignore_ascii_case(word)
            || text.len() > word.len() && items.phrase(at).is_some() && text.ends_with(word)
    })
}

/// The start of the clause that an item stands in.
pub(super) fn clause_start(items: &Items<'_>, unit: &Range<usize>, at: usize) -> usize {
    let floor = at.saturating_sub(MOST_STEPS).max(unit.start);
    let ends = |&before: &usize| items.is_marked(before) || matches!(items.word(before), ";" | ":");
    (floor..at)
        .rev()
        .find(ends)
        .map_or(floor, |before| before + 1)
}

/// The subject of the sentence up to an item: the first phrase that no preposition governs and that
/// a verb follows, or else the first that none governs.
pub(super) fn main_subject(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<usize> {
    let limit = at.min(unit.start + MOST_STEPS);
    let mut start = unit.start;
    let leads_in = items.has(start, Class::Conjunction)
        && !matches!(
            items.word(start),
            "And" | "But" | "and" | "but" | "That" | "Who" | "or" | "Or"
        );
    if leads_in {
        start = (start..limit)
            .find(|&at| items.is(at, ","))
            .map_or(start, |comma| comma + 1);
    }
    let free = |&at: &usize| {
        items.phrase(at).is_some()
            && !after_preposition(items, unit, at)
            && !is_circumstance(items, unit, at)
    };
    let followed = |&at: &usize| {
        let mut next = extent(items, unit, at);
        let stop = limit.min(next + 6);
        while next < stop && goes_with_verb(items, next) {
            next += 1;
        }
        next < limit && is_verb(items, next)
    };
    (start..limit)
        .filter(free)
        .find(followed)
        .or_else(|| (start..limit).find(free))
        .or_else(|| (unit.start..limit).find(free))
}

fn is_verb(items: &Items<'_>, at: usize) -> bool {
    let verbs = [
        Class::Verb,
        Class::CueVerb,
        Class::WeakCue,
        Class::ClaimVerb,
    ];
    let word = items.word(at);
    items.classes(at).has_any(&verbs)
        || word.len() > 4 && word.ends_with("ed")
        || items.is(at, "who")
}

/// The state after a town ("Ames, Iowa,") and a time ("that month").
fn is_circumstance(items: &Items<'_>, unit: &Range<usize>, at: usize) -> bool {
    let Some(phrase) = items.phrase(at) else {
        return false;
    };
    let last = items.reading.word(phrase.end_token.saturating_sub(1));
    let time = [
        "year",
        "month",
        "week",
        "day",
        "morning",
        "evening",
        "night",
        "afternoon",
        "time",
        "hour",
        "moment",
        "summer",
        "winter",
        "spring",
        "autumn",
        "weekend",
    ];
    if phrase.form == Form::Nominal && time.contains(&last) {
        return true;
    }
    let entity = phrase
        .entity
        .and_then(|entity| items.people.entities.get(entity));
    let place = entity.is_some_and(|e| e.kind == EntityKind::Place);
    place
        && at > unit.start + 1
        && items.is(at - 1, ",")
        && items.phrase(at - 2).is_some()
        && items.is(at + 1, ",")
}

/// The source at a phrase, with the bytes of the items it goes over.
pub(super) fn source_of(items: &Items<'_>, first: usize, whole: Range<usize>, sure: u8) -> Source {
    let Some(phrase) = items.phrase(first) else {
        return Source {
            mention: items.span(first),
            name: items.span(first),
            entity: None,
            confidence: sure / 2,
        };
    };
    let entity = phrase
        .entity
        .and_then(|entity| items.people.entities.get(entity));
    let tail = items.span(whole.end.saturating_sub(1));
    let mention = match phrase.form {
        Form::Nominal if whole.len() > 1 => phrase.span.join(tail),
        _ => phrase.span,
    };
    let name = match entity {
        Some(entity)
            if entity.name.start() == phrase.span.start() && phrase.form == Form::Nominal =>
        {
            mention
        }
        Some(entity) => entity.name,
        None => mention,
    };
    let resolved = if phrase.entity.is_some() {
        phrase.confidence
    } else {
        40
    };
    Source {
        mention,
        name,
        entity: phrase.entity,
        confidence: sure.min(resolved.max(if phrase.form == Form::Pronoun {
            resolved
        } else {
            60
        })),
    }
}
