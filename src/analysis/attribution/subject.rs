//! Which phrase is the subject of a verb.

use std::ops::Range;

use super::MOST_STEPS;
use super::items::{Item, Items};
use super::phrases::{
    LONGEST_CHAIN, after_preposition, apposed_in_tag, before_bracket, before_dashes, extent,
    goes_with_verb, is_quantity, is_verb, over_both, over_participle, over_unread, ties,
};
use super::relative::{antecedent, clause_with_who, is_bare_office, over_adjective};
use super::voice::{can_speak, is_count, is_time};
use crate::analysis::people::{EntityKind, Form};
use crate::language::Class;

/// "“...,” said Ruiz": the phrase after the verb, when the claim ends right before it.
pub(super) fn inverted_subject(
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
    if items.phrase(first).is_none() && before.is_some_and(|before| before >= unit.start) {
        first = over_unread(items, unit, first);
    }
    let phrase = items.phrase(first).filter(|_| first < unit.end)?;
    let hearer =
        matches!(items.word(at), "told" | "asked" | "tells") && phrase.form == Form::Pronoun;
    let object = items.reading.document.slice(phrase.span) == "it" || is_object(items, first);
    (!hearer && !object).then_some(first)
}

/// "him", "them": a pronoun that is never a subject.
fn is_object(items: &Items<'_>, at: usize) -> bool {
    let word = items.reading.document.slice(items.span(at));
    matches!(word, "him" | "them" | "her" | "me" | "us")
}

/// "The storm grew, said Ruiz.": nothing but the source after the verb, and no subject before it.
pub(super) fn ends_claim(items: &Items<'_>, unit: &Range<usize>, at: usize, comma: usize) -> bool {
    // "thirty people reached the bank, said the ministry": an object, which says nothing
    let object = |head: usize| {
        let from = clause_start(items, unit, comma);
        (from..head).any(|at| is_verb(items, at))
    };
    let apposed = !is_person_name(items, over_unread(items, unit, at + 1))
        && over_commas(items, unit, comma).is_some_and(|(head, _)| !object(head));
    if !matches!(items.word(at), "said" | "says") || apposed {
        return false;
    }
    let end = extent(items, unit, over_unread(items, unit, at + 1));
    end >= unit.end
        || matches!(
            items.word(end),
            "." | "," | ";" | "who" | "whose" | "released" | "issued" | "on" | "late"
        )
}

/// The phrase before a verb that is its subject: its first item, and the item after it.
pub(super) fn subject_before(
    items: &Items<'_>,
    unit: &Range<usize>,
    left: usize,
    participle: bool,
) -> Option<(usize, usize)> {
    let left = before_bracket(items, unit, left);
    let described = (!participle).then(|| over_participle(items, unit, left));
    if let Some(subject) = described.flatten() {
        return Some(subject);
    }
    if let Some(who) = clause_with_who(items, unit, left).filter(|_| !participle) {
        return antecedent(items, unit, who).map(|(head, _)| (head, left));
    }
    let last = left.checked_sub(1).filter(|&last| last >= unit.start)?;
    match items.get(last)? {
        Item::Phrase(_) if is_object(items, last) && !items.is(last.wrapping_sub(1), "of") => None,
        Item::Phrase(_) if participle => participle_subject(items, unit, last),
        Item::Phrase(_) => Some(phrase_subject(items, unit, last, left)),
        Item::Marked(_) => None,
        _ if matches!(items.word(last), "who" | "which" | "that") => antecedent(items, unit, last),
        _ if items.is(last, ",") && !participle => over_commas(items, unit, last),
        _ if matches!(items.word(last), "-" | "–" | "—" | "--") && !participle => {
            // No further dash is gone over, so that a row of them is read once.
            let open = before_dashes(items, unit, last)?;
            let phrase = open
                .checked_sub(1)
                .filter(|&at| at >= unit.start && items.phrase(at).is_some())?;
            Some(phrase_subject(items, unit, phrase, open))
        }
        Item::Token(_) => None,
    }
}

/// The subject of a clause in which a phrase stands before the verb: the phrase, or whoever it belongs to.
fn phrase_subject(
    items: &Items<'_>,
    unit: &Range<usize>,
    last: usize,
    left: usize,
) -> (usize, usize) {
    let head = over_adjective(items, unit, head_of(items, unit, last));
    let apposed = head > unit.start && matches!(items.word(head - 1), "," | "and");
    let owner = (apposed && is_bare_office(items, head))
        .then(|| over_commas(items, unit, left))
        .flatten();
    let tied = head >= unit.start + 2 && items.phrase(head - 2).is_some();
    let governed = after_preposition(items, unit, head) && !tied;
    let over = governed
        .then(|| main_subject(items, unit, head - 1))
        .flatten();
    let over = over.filter(|&over| !after_preposition(items, unit, over));
    let over = over.map(|over| (over, extent(items, unit, over)));
    owner.or(over).unwrap_or((head, left))
}

/// "with Ruiz saying", "supporters chanting": a participle right after its phrase.
pub(super) fn participle_subject(
    items: &Items<'_>,
    unit: &Range<usize>,
    last: usize,
) -> Option<(usize, usize)> {
    let head = head_of(items, unit, last);
    let phrase = items.phrase(head)?;
    let with = head > unit.start && matches!(items.word(head - 1), "with" | "despite");
    let noun = phrase.end_token.saturating_sub(1);
    let written = items
        .reading
        .classes(noun)
        .has_any(&[Class::DocumentNoun, Class::CueNoun]);
    let people = phrase.plural && !after_preposition(items, unit, head);
    (with || people && !written).then_some((head, last + 1))
}

/// The first item of "a spokesman for the port" from its last.
pub(super) fn head_of(items: &Items<'_>, unit: &Range<usize>, last: usize) -> usize {
    let mut head = last - over_both(items, unit, last);
    while head >= unit.start + 2
        && head + LONGEST_CHAIN > last
        && ties(items, head - 1)
        && items
            .phrase(head - 2)
            .is_some_and(|p| p.form != Form::Pronoun)
        && (items.phrase(head).is_none_or(|p| p.form != Form::Pronoun)
            || is_quantity(items, head - 2))
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
pub(super) fn is_person_name(items: &Items<'_>, at: usize) -> bool {
    items.phrase(at).is_some_and(|phrase| {
        let entity = phrase
            .entity
            .and_then(|entity| items.people.entities.get(entity));
        phrase.form == Form::Name && entity.is_some_and(|e| e.kind == EntityKind::Person)
    })
}

/// "Ruiz, the mayor of the town, said": the phrase at the head of the clause that a comma follows.
pub(super) fn over_commas(
    items: &Items<'_>,
    unit: &Range<usize>,
    comma: usize,
) -> Option<(usize, usize)> {
    let floor = clause_start(items, unit, comma);
    if let Some(name) = apposed_in_tag(items, unit, floor, comma) {
        return Some((name, comma));
    }
    let mut at = floor;
    while at < comma {
        let end = extent(items, unit, at);
        let after_clause = at > floor + 1
            && items.has(at - 1, Class::Conjunction)
            && is_person_name(items, at)
            && items.is(end, ",");
        if items.phrase(at).is_some() && (after_clause || !after_preposition(items, unit, at)) {
            if items.is(end, ",")
                || items.is(end, "(")
                || matches!(items.word(end), "who" | "whose" | "—" | "–" | "-")
            {
                let nominal = items.phrase(at).is_some_and(|p| p.form == Form::Nominal);
                let next = over_adjectives(items, after_bracket(items, end, comma) + 1);
                let named = next < comma && is_person_name(items, next);
                if nominal && named && extent(items, unit, next) == comma {
                    return Some((next, comma));
                }
                // "Werr visited a camp in Toral, announced": what was visited announces nothing
                let object = end == comma
                    && at > floor
                    && is_verb(items, at - 1)
                    && (!items.has(at - 1, Class::CueVerb) || is_count(items, at));
                if object {
                    let subject = main_subject(items, unit, at - 1);
                    return subject.map(|subject| (subject, extent(items, unit, subject)));
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

/// "The mayor, Ruiz,": the name between commas that says who a phrase is.
pub(super) fn name_beside(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<usize> {
    let nominal = items.phrase(at)?.form == Form::Nominal;
    let comma = after_bracket(items, extent(items, unit, at), unit.end);
    let name = over_adjectives(items, comma + 1);
    let between = items.is(comma, ",") && items.is(extent(items, unit, name), ",");
    (nominal && between && is_person_name(items, name)).then_some(name)
}

/// The item behind "retired" and the like, where a name follows.
fn over_adjectives(items: &Items<'_>, at: usize) -> usize {
    let stops = [
        Class::Preposition,
        Class::Conjunction,
        Class::CueVerb,
        Class::Auxiliary,
        Class::Pronoun,
    ];
    let plain = |&at: &usize| {
        let word = items.word(at);
        // "the agency, known as Sel, said"
        word.starts_with(char::is_lowercase)
            && !matches!(word, "known" | "called" | "quoted" | "cited")
            && !items.classes(at).has_any(&stops)
    };
    let end = at + (at..at + 2).take_while(plain).count();
    if items.phrase(end).is_some() { end } else { at }
}

/// The item after "(Kestrel Herald)", if a bracket opens at an item; else the item.
fn after_bracket(items: &Items<'_>, at: usize, limit: usize) -> usize {
    if !items.is(at, "(") {
        return at;
    }
    let limit = limit.min(at + MOST_STEPS);
    (at..limit)
        .find(|&at| items.is(at, ")"))
        .map_or(at, |close| close + 1)
}

/// The start of the clause that an item stands in.
pub(super) fn clause_start(items: &Items<'_>, unit: &Range<usize>, at: usize) -> usize {
    let floor = at
        .saturating_sub(MOST_STEPS)
        .max(after_dateline(items, unit));
    let ends = |&before: &usize| items.is_marked(before) || matches!(items.word(before), ";" | ":");
    (floor..at)
        .rev()
        .find(ends)
        .map_or(floor, |before| before + 1)
}

/// The item behind "BRENHOLD, Karsavia (Meridian) —" at the head of a sentence, or its first item.
fn after_dateline(items: &Items<'_>, unit: &Range<usize>) -> usize {
    let town = items.reading.document.slice(items.span(unit.start));
    let capitals = town.len() > 2 && !town.contains(char::is_lowercase);
    if !capitals {
        return unit.start;
    }
    let is_dash = |at: &usize| matches!(items.word(*at), "-" | "–" | "—");
    let part = |at: &usize| {
        items.phrase(*at).is_some() || !items.classes(*at).has_any(&[Class::CueVerb, Class::Verb])
    };
    let limit = unit.end.min(unit.start + LONGEST_CHAIN);
    let dash = (unit.start..limit).take_while(part).find(is_dash);
    dash.map_or(unit.start, |dash| {
        (dash..limit).find(|at| !is_dash(at)).unwrap_or(dash)
    })
}

/// The subject of the sentence up to an item: the first phrase that no preposition governs, that can speak
/// and that a verb follows; or else the first that can speak, that a verb follows, or that none governs.
pub(super) fn main_subject(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<usize> {
    let limit = at.min(unit.start + MOST_STEPS);
    let mut start = after_dateline(items, unit);
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
    let followed = |at: usize| {
        let mut next = extent(items, unit, at);
        let stop = limit.min(next + 6);
        let day = |at: usize| items.is(at, "on") && items.has(at + 1, Class::Weekday);
        while next < stop && (goes_with_verb(items, next) || day(next)) {
            next += 1;
        }
        next < limit && is_verb(items, next)
    };
    let (mut speaker, mut told, mut first) = (None, None, None);
    for at in (start..limit).filter(free) {
        let followed = followed(at);
        let speaks = (followed || speaker.is_none()) && can_speak(items, at);
        if followed && speaks {
            return Some(at);
        }
        speaker = speaker.or(speaks.then_some(at));
        told = told.or(followed.then_some(at));
        first = first.or(Some(at));
    }
    let before = || (unit.start..start.min(limit)).find(free);
    speaker.or(told).or(first).or_else(before)
}

/// The state after a town ("Ames, Iowa,") and a time ("that month").
pub(super) fn is_circumstance(items: &Items<'_>, unit: &Range<usize>, at: usize) -> bool {
    let Some(phrase) = items.phrase(at) else {
        return false;
    };
    if is_time(items, at) {
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
