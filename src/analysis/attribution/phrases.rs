//! Phrases with what is tied to them, and the words around them.

use std::ops::Range;

use super::MOST_STEPS;
use super::Source;
use super::items::Items;
use super::subject::{head_of, is_person_name};
use crate::analysis::listed::Listed;
use crate::analysis::people::{Form, is_charge};
use crate::analysis::reading::Reading;
use crate::document::Span;
use crate::language::Class;

/// So many items of "the head of the office of ..." are one phrase.
pub(super) const LONGEST_CHAIN: usize = 12;

/// The item after a noun phrase and what is tied to it by "of", "for" and the like.
pub(super) fn extent(items: &Items<'_>, unit: &Range<usize>, first: usize) -> usize {
    let mut end = first + 1;
    while end + 1 < unit.end.min(first + LONGEST_CHAIN)
        && ties(items, end)
        && items.phrase(end + 1).is_some_and(|p| {
            p.form != Form::Pronoun || end == first + 1 && is_quantity(items, first)
        })
    {
        end += 2;
    }
    end
}

/// Whether an item ties the phrase behind it to the one before: "the head of the office", "an inquiry
/// into the collapse".
pub(super) fn ties(items: &Items<'_>, at: usize) -> bool {
    const LOOK_INTO: Listed = Listed::of(&[
        "inquiry",
        "inquiries",
        "enquiry",
        "investigation",
        "investigations",
        "inquest",
        "inquests",
        "probe",
        "probes",
        "review",
        "report",
        "reports",
        "study",
        "research",
    ]);
    match items.word(at) {
        "for" => !tells_charge(items, at),
        "of" | "at" | "from" | "in" | "with" | "on" => true,
        // "villagers near the bridge", "reporters inside the camp"
        "near" | "outside" | "inside" | "around" | "across" | "along" | "aboard" => {
            at.checked_sub(1).is_some_and(|people| {
                let phrase = items.phrase(people);
                phrase.is_some_and(|it| {
                    let last = it.end_token.saturating_sub(1);
                    items.reading.classes(last).has_any(&[
                        Class::PeopleNoun,
                        Class::GroupNoun,
                        Class::RoleNoun,
                        Class::Title,
                    ])
                })
            })
        }
        "into" => at.checked_sub(1).is_some_and(|noun| {
            let phrase = items.phrase(noun);
            phrase.is_some_and(|it| {
                let last = it.end_token.saturating_sub(1);
                items.reading.is_listed(last, &LOOK_INTO)
            })
        }),
        _ => false,
    }
}

/// "blamed the coast guard for a delay".
fn tells_charge(items: &Items<'_>, tie: usize) -> bool {
    let verb = tie.checked_sub(2).and_then(|verb| items.token(verb));
    verb.is_some_and(|verb| is_charge(items.reading, verb))
}

pub(super) fn after_preposition(items: &Items<'_>, unit: &Range<usize>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= unit.start) else {
        return false;
    };
    let classes = items.classes(before);
    if items.is(before, "of") && before > unit.start && is_quantity(items, before - 1) {
        return false;
    }
    if !classes.has(Class::Conjunction) {
        return classes.has(Class::Preposition);
    }
    let mut next = extent(items, unit, at);
    let limit = unit.end.min(next + 6);
    while next < limit && goes_with_verb(items, next) {
        next += 1;
    }
    classes.has(Class::Preposition) && !is_verb(items, next)
}

/// Words for how many of those behind "of" there are.
const QUANTITIES: &[&str] = &[
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

/// "Hundreds" in "hundreds of marchers", where the marchers are the subject.
pub(super) fn is_quantity(items: &Items<'_>, at: usize) -> bool {
    let span = items.span(at);
    let text = items.reading.document.slice(span);
    QUANTITIES.iter().any(|word| {
        text.eq_ignore_ascii_case(word)
            || text.len() > word.len() && items.phrase(at).is_some() && text.ends_with(word)
    })
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

/// The fullest name of an entity.
pub(super) fn named(items: &Items<'_>, entity: usize) -> Option<Span> {
    Some(items.people.entities.get(entity)?.name)
}

/// Words between a subject and its verb.
pub(super) fn goes_with_verb(items: &Items<'_>, at: usize) -> bool {
    let classes = items.classes(at);
    let word = items.word(at);
    classes.has(Class::Auxiliary) && !items.is(at, "to")
        || classes.has(Class::Adverb)
        || classes.has(Class::Weekday)
        || word.len() > 4 && word.ends_with("ly")
}

pub(super) fn is_verb(items: &Items<'_>, at: usize) -> bool {
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

pub(super) fn is_be(items: &Items<'_>, at: usize) -> bool {
    items.is_any(at, &["is", "are", "was", "were", "be", "been", "being"])
}

/// "Floods killed 12 people, the mayor of the town, Ruiz, said": the name of whoever a tag calls.
pub(super) fn apposed_in_tag(
    items: &Items<'_>,
    unit: &Range<usize>,
    floor: usize,
    comma: usize,
) -> Option<usize> {
    let name = comma.checked_sub(1).filter(|&name| name > floor + 2)?;
    if !is_person_name(items, name) || !items.is(name - 1, ",") {
        return None;
    }
    let title = items.phrase(name - 2)?;
    let head = head_of(items, unit, name - 2);
    if title.form != Form::Nominal || head < floor + 2 || !items.is(head - 1, ",") {
        return None;
    }
    let told = items.phrase(head - 2);
    told.is_none_or(|told| told.form != Form::Name)
        .then_some(name)
}

/// "an aid worker interviewed by the Post said", "a group based abroad said": the phrase that a
/// participle behind it describes.
pub(super) fn over_participle(
    items: &Items<'_>,
    unit: &Range<usize>,
    left: usize,
) -> Option<(usize, usize)> {
    const HELD: &[&str] = &[
        "based",
        "reached",
        "interviewed",
        "contacted",
        "quoted",
        "cited",
        "questioned",
        "stationed",
        "posted",
        "hired",
        "employed",
        "run",
        "led",
        "backed",
        "funded",
        "headed",
    ];
    let floor = unit.start.max(left.saturating_sub(6));
    let verb = (floor + 1..left)
        .rev()
        .take_while(|&at| !matches!(items.word(at), "," | ";" | ":") && !items.is_marked(at))
        .find(|&at| items.phrase(at).is_none() && HELD.contains(&items.word(at)))?;
    let next = items.word(verb + 1);
    let led = matches!(
        next,
        "by" | "in" | "at" | "on" | "from" | "abroad" | "there" | "outside"
    );
    items.phrase(verb - 1).filter(|_| led)?;
    let head = head_of(items, unit, verb - 1);
    (!after_preposition(items, unit, head)).then_some((head, left))
}

/// "lawyers for the city and the women said": how many items lead from the last of those whom others speak for
/// to the first.
pub(super) fn over_both(items: &Items<'_>, unit: &Range<usize>, last: usize) -> usize {
    const SPEAKING_FOR: &[&str] = &[
        "lawyers",
        "attorneys",
        "representatives",
        "spokesmen",
        "spokespeople",
        "relatives",
        "friends",
        "supporters",
    ];
    let Some(head) = last.checked_sub(4).filter(|&head| head >= unit.start) else {
        return 0;
    };
    let speak = items.is(last - 1, "and")
        && items.is(head + 1, "for") | items.is(head + 1, "of")
        && items.phrase(head + 2).is_some()
        && items.phrase(head).is_some_and(|phrase| {
            items
                .reading
                .is_any(phrase.end_token.saturating_sub(1), SPEAKING_FOR)
        });
    if speak { 2 } else { 0 }
}

/// The item where "(D-Ohio)" begins, if that is what stands before an item; else the item.
pub(super) fn before_bracket(items: &Items<'_>, unit: &Range<usize>, left: usize) -> usize {
    let floor = left.saturating_sub(MOST_STEPS).max(unit.start);
    if left == unit.start || !items.is(left - 1, ")") {
        return left;
    }
    let open = (floor..left).rev().find(|&at| items.is(at, "("));
    open.unwrap_or(left)
}

/// "the director of the port -- an office that weighs threats -- said": where the first dash stands.
pub(super) fn before_dashes(items: &Items<'_>, unit: &Range<usize>, close: usize) -> Option<usize> {
    let dash = |at: usize| matches!(items.word(at), "-" | "–" | "—" | "--");
    let double = usize::from(close > unit.start && dash(close - 1));
    let floor = close.saturating_sub(MOST_STEPS).max(unit.start + 1);
    let open = (floor..close - double).rev().find(|&at| dash(at))?;
    Some(open - usize::from(dash(open - 1)))
}

/// "it is important to note that": a verb that nobody is the subject of.
pub(in crate::analysis) fn is_judged(reading: &Reading<'_>, verb: usize) -> bool {
    const JUDGED: &[&str] = &[
        "important",
        "worth",
        "fair",
        "safe",
        "easy",
        "hard",
        "right",
        "wrong",
        "difficult",
        "possible",
        "good",
    ];
    let Some(to) = verb.checked_sub(1).filter(|&to| reading.is(to, "to")) else {
        return false;
    };
    to.checked_sub(1)
        .is_some_and(|at| reading.is_any(at, JUDGED))
}

/// The phrase behind words that were read as none: "said police chief Mara Dorn".
pub(super) fn over_unread(items: &Items<'_>, unit: &Range<usize>, first: usize) -> usize {
    let unread = |&at: &usize| {
        items.phrase(at).is_none()
            && !items.is_marked(at)
            && !items
                .classes(at)
                .has_any(&[Class::Preposition, Class::Conjunction, Class::CueVerb])
            && !matches!(items.word(at), "." | "," | ":")
    };
    let mut near = first..unit.end.min(first + 5);
    near.find(|at| !unread(at)).unwrap_or(first)
}
