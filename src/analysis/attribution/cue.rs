//! Words that announce a claim, and whose claim it is.

use std::ops::Range;

use super::inherited::taken_over;
use super::items::Items;
use super::phrases::{extent, goes_with_verb, is_be, is_judged, source_of};
use super::subject::{head_of, inverted_subject, is_person_name, subject_before};
use super::voice::{can_speak, is_time};
use super::{Attribution, MOST_STEPS, Source, Strength, noun, strength_of};
use crate::analysis::listed::Listed;
use crate::analysis::people::Form;
use crate::document::TokenKind;
use crate::language::{Class, Classes};

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

/// Whether a token may be a cue or begin one, whatever stands beside it. Most can not.
pub(in crate::analysis) fn may_be_cue(text: &str, classes: Classes) -> bool {
    const CUES: Classes = Classes::of(&[Class::CueVerb, Class::ClaimVerb, Class::WeakCue]);
    // A verb that is in no list: "and", "was" and "would" are none.
    let ends_as_verb = text.len() > 3 && (text.ends_with("ed") || text.ends_with('s'));
    let phrasal = || matches!(text, "shot" | "hit" | "cut" | "broke" | "went" | "spoke");
    let other = || text == ":" || text.eq_ignore_ascii_case("according");
    classes.meets(CUES) || ends_as_verb || phrasal() || other()
}

/// The cue at an item that may be one, if it is. `before` are the attributions of the same sentence so far.
#[inline(never)] // Most items may be no cue: the walk over them is quicker without this in its way.
pub(super) fn cue_at(
    items: &Items<'_>,
    unit: &Range<usize>,
    at: usize,
    before: &[Attribution],
) -> Option<Cue> {
    let Some(token) = items.token(at) else {
        return noun::owned(items, unit, at, before);
    };
    let word = items.reading.word(token);
    if word == ":" {
        return colon(items, unit, at, before);
    }
    if items.is(at, "according") && items.is(at + 1, "to") {
        return according(items, unit, at);
    }
    let listed = strength_of(items.reading, token);
    if matches!(word, "chants" | "cries" | "shouts")
        && let Some(cue) = noun::chant(items, unit, at)
    {
        return Some(cue);
    }
    if listed.is_some() && (is_counted_noun(items, token) || is_other_verb(items, unit, at, word)) {
        return None;
    }
    if listed.is_none() && !may_be_unlisted(items, at) {
        return None;
    }
    let strength = phrasal(items, at, word)
        .or(listed)
        .or_else(|| reports(items, at, word))
        .or_else(|| tags(items, unit, at, word))?;
    verb(items, unit, at, strength, before)
}

/// Whether there stands beside an item what makes a cue of a word that is in no list. Beside nearly all
/// there is nothing of it.
fn may_be_unlisted(items: &Items<'_>, at: usize) -> bool {
    let next = items.word(at + 1);
    matches!(next, "back" | "in" | "on" | "up")
        || next.eq_ignore_ascii_case("that")
        || at
            .checked_sub(1)
            .is_some_and(|before| items.is_marked(before))
        || items.is_marked(at + 2)
}

/// Whether a token that could be a verb is a noun behind its number: "rose by 0.5 percentage points
/// to 4".
fn is_counted_noun(items: &Items<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let reading = items.reading;
    if reading.word(token) != "points" {
        return false;
    }
    let measured = reading.is(before, "percentage") || reading.is(before, "basis");
    measured || reading.token(before).map(|token| token.kind) == Some(TokenKind::Number)
}

/// A verb that says nothing here: "showed up", and "given" at the head of a clause.
fn is_other_verb(items: &Items<'_>, unit: &Range<usize>, at: usize, word: &str) -> bool {
    match word {
        "Given" | "given" => at == unit.start || items.is(at - 1, ","),
        "state" => {
            items.is(at + 1, "-")
                || at > unit.start && items.has(at - 1, Class::Determiner)
                || items
                    .phrase(at + 1)
                    .is_some_and(|p| items.reading.has(p.first_token, Class::OrgNoun))
        }
        "known" => items.is(at + 1, "as"),
        "open" | "opens" | "opened" | "opening" => items.is(at + 1, "fire"),
        "report" | "reports" | "reported" => is_arrival(items, at),
        "show" | "shows" | "showed" | "gave" | "made" | "held" => items.is(at + 1, "up"),
        _ => false,
    }
}

/// "reported to a jail", "reported for duty": somebody came, and said nothing.
fn is_arrival(items: &Items<'_>, at: usize) -> bool {
    const PLACES: Listed = Listed::of(&[
        "jail", "prison", "court", "custody", "camp", "barracks", "base", "station", "unit",
        "work", "duty",
    ]);
    let Some(verb) = items.token(at) else {
        return false;
    };
    let reading = items.reading;
    let place = (verb + 2..verb + 6).find(|&near| reading.is_listed(near, &PLACES));
    let led = reading.is(verb + 1, "to") || reading.is(verb + 1, "for");
    led && place.is_some_and(|place| (verb + 2..place).all(|near| !reading.is(near, "that")))
}

/// "shot back", "chimed in", "went on": a verb that speaks by the word behind it, beside marks.
fn phrasal(items: &Items<'_>, at: usize, word: &str) -> Option<Strength> {
    let known = match items.word(at + 1) {
        "back" => matches!(
            word,
            "shot" | "shoots" | "hit" | "hits" | "fired" | "fires" | "snapped" | "snaps"
        ),
        "in" => matches!(
            word,
            "chimed" | "chimes" | "weighed" | "weighs" | "cut" | "cuts" | "butted" | "broke"
        ),
        "on" => matches!(word, "went" | "goes" | "carried"),
        "up" => matches!(word, "piped" | "spoke" | "summed" | "sums"),
        _ => false,
    };
    if !known {
        return None;
    }
    let next = at + 2 + usize::from(items.word(at + 2).ends_with("ly"));
    let mark = matches!(items.word(next), "," | ":");
    let after = items.is_marked(next + usize::from(mark));
    let before = at.checked_sub(2).is_some_and(|back| items.is_marked(back));
    (after || before).then_some(Strength::Speech)
}

/// A verb that is in no list, right behind words that end with a comma: "“...,” remembered Ruiz", or
/// between a speaker and the words: "Ruiz cracked, “...”".
fn tags(items: &Items<'_>, unit: &Range<usize>, at: usize, word: &str) -> Option<Strength> {
    let verb = word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase);
    let before = at
        .checked_sub(1)
        .filter(|&before| verb && before >= unit.start)?;
    let behind = items.is_marked(before) && items.comma_inside(before) && can_speak(items, at + 1);
    let ahead = can_speak(items, before)
        && matches!(items.word(at + 1), "," | ":")
        && items.is_marked(at + 2)
        && items.opens_sentence(at + 2);
    (behind || ahead).then_some(Strength::Weak)
}

/// A verb that is in no list, but has "that" and a clause behind it: "Ruiz sniped that".
fn reports(items: &Items<'_>, at: usize, word: &str) -> Option<Strength> {
    let past = word.len() > 3 && (word.ends_with("ed") || word.ends_with('s'));
    let that = past && at > 0 && items.phrase(at - 1).is_some() && items.is(at + 1, "that");
    (that && !items.has(at, Class::Auxiliary)).then_some(Strength::Weak)
}

/// "according to Ruiz".
fn according(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<Cue> {
    let first = at + 2;
    items.phrase(first)?;
    let last = extent(items, unit, first);
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
fn colon(items: &Items<'_>, unit: &Range<usize>, at: usize, before: &[Attribution]) -> Option<Cue> {
    let last = at
        .checked_sub(1)
        .filter(|&last| last >= unit.start && items.is_marked(at + 1))?;
    let first = head_of(items, unit, last);
    let phrase = items.phrase(first)?;
    let alone = first == unit.start;
    let spoken = before
        .iter()
        .rev()
        .take(MOST_STEPS)
        .any(|a| a.strength == Strength::Speech);
    let last_named = is_person_name(items, first) && !spoken;
    if !alone && !last_named || phrase.form == Form::Pronoun {
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

fn verb(
    items: &Items<'_>,
    unit: &Range<usize>,
    at: usize,
    strength: Strength,
    before: &[Attribution],
) -> Option<Cue> {
    if items
        .token(at)
        .is_some_and(|verb| is_judged(items.reading, verb))
    {
        return None;
    }
    let (left, passive) = verb_start(items, unit, at);
    let form = items.word(at).ends_with("ing");
    if passive && !form {
        return by_agent(items, unit, at, strength);
    }
    let participle = form && !passive;
    let own = |source: Source, whole: Range<usize>, inverted: bool| Cue {
        source: Some(source),
        items: at..at + 1,
        whole,
        strength,
        inherited: false,
        inverted,
    };
    if let Some(first) = inverted_subject(items, unit, at, left) {
        let last = extent(items, unit, first);
        return Some(own(
            source_of(items, first, first..last, 95),
            at..last,
            true,
        ));
    }
    let subject = subject_before(items, unit, left, participle);
    if let Some((first, end)) = subject.filter(|&(first, _)| !is_time(items, first)) {
        let sure = if end == left { 95 } else { 85 };
        if let Some((first, source)) = pair_of(items, unit, first, sure) {
            return Some(own(source, first..at + 1, false));
        }
        return Some(own(
            source_of(items, first, first..end, sure),
            first..at + 1,
            false,
        ));
    }
    Some(Cue {
        inherited: true,
        ..own(
            taken_over(items, unit, at, participle, before)?,
            left..at + 1,
            false,
        )
    })
}

/// The first item of a verb with what stands before it ("has also"), and whether it is passive.
fn verb_start(items: &Items<'_>, unit: &Range<usize>, at: usize) -> (usize, bool) {
    let mut left = at;
    let mut passive = false;
    while left > unit.start && at - left < MOST_STEPS && goes_with_verb(items, left - 1) {
        passive |= is_be(items, left - 1);
        left -= 1;
    }
    (left, passive)
}

/// "Ruiz and Arden said": two who speak together at the head of a clause.
pub(super) fn pair_of(
    items: &Items<'_>,
    unit: &Range<usize>,
    second: usize,
    sure: u8,
) -> Option<(usize, Source)> {
    let first = second.checked_sub(2).filter(|&first| first >= unit.start)?;
    let named = |at: usize| {
        items
            .phrase(at)
            .is_some_and(|phrase| phrase.form == Form::Name)
    };
    let heads = first == unit.start || items.is(first - 1, ",") || items.is_marked(first - 1);
    if !(items.is(second - 1, "and") && named(first) && named(second) && heads) {
        return None;
    }
    let span = items.span(first).join(items.span(second));
    let source = source_of(items, first, first..first + 1, sure);
    Some((
        first,
        Source {
            mention: span,
            name: span,
            ..source
        },
    ))
}

/// "was reported by the agency".
fn by_agent(items: &Items<'_>, unit: &Range<usize>, at: usize, strength: Strength) -> Option<Cue> {
    let by = (at + 1..unit.end.min(at + 8)).find(|&by| items.is(by, "by"))?;
    items.phrase(by + 1)?;
    let last = extent(items, unit, by + 1);
    Some(Cue {
        source: Some(source_of(items, by + 1, by + 1..last, 80)),
        items: at..at + 1,
        whole: at..last,
        strength,
        inherited: false,
        inverted: true,
    })
}
