//! Nouns that announce a claim by whose they are: "Ruiz's statement that ...", "her call for ...".

use std::ops::Range;

use super::cue::Cue;
use super::items::{Item, Items};
use super::phrases::{extent, named, source_of};
use super::subject::main_subject;
use super::{Attribution, MOST_STEPS, Source, Strength};
use crate::document::Span;
use crate::language::Class;

/// So many items stand between a noun and the words in quotation marks that it announces.
const NEAR: usize = 8;

/// Whether a phrase may announce a claim by its noun.
pub(super) fn may_announce(items: &Items<'_>, mention: usize) -> bool {
    let noun = items.people.mentions.get(mention);
    let noun = noun.and_then(|phrase| phrase.end_token.checked_sub(1));
    noun.is_some_and(|noun| items.reading.has(noun, Class::CueNoun))
}

/// A noun of speech with an owner, before words in quotation marks.
///
/// Behind a verb of speech a colon is that verb's: "Ruiz said of Arden's request: ...".
pub(super) fn owned(
    items: &Items<'_>,
    unit: &Range<usize>,
    at: usize,
    before: &[Attribution],
) -> Option<Cue> {
    let phrase = items.phrase(at)?;
    let noun = phrase.end_token.checked_sub(1)?;
    let mut nearest = before.iter().rev().take(MOST_STEPS);
    if !items.reading.has(noun, Class::CueNoun) || !announces(items, unit, at + 1, noun) {
        return None;
    }
    if items.is(at + 1, ":") && nearest.any(|a| a.strength == Strength::Speech) {
        return None;
    }
    Some(Cue {
        source: Some(owner(items, at)?),
        items: at..at + 1,
        whole: at..at + 1,
        strength: Strength::Weak,
        inherited: false,
        inverted: false,
    })
}

/// "Supporters broke into chants of ...": who chants without owning it, and nobody where somebody "was
/// met with chants of ...".
pub(super) fn chant(items: &Items<'_>, unit: &Range<usize>, at: usize) -> Option<Cue> {
    let governed = at > unit.start && items.has(at - 1, Class::Preposition);
    if !governed || !items.is(at + 1, "of") || !items.is_marked(at + 2) {
        return None;
    }
    let met = &["met", "greeted", "interrupted", "drowned", "welcomed"];
    let from = at.saturating_sub(NEAR).max(unit.start);
    let passive = (from..at).any(|at| met.contains(&items.word(at)));
    let subject = main_subject(items, unit, at).filter(|_| !passive);
    Some(Cue {
        source: subject.map(|at| source_of(items, at, at..extent(items, unit, at), 70)),
        items: at..at + 1,
        whole: at..at + 1,
        strength: Strength::Speech,
        inherited: false,
        inverted: false,
    })
}

/// Words that tie a noun to what was said, and the nouns that they tie; none for any.
const TIES: &[(&str, &[&str])] = &[
    ("that", &[]),
    (":", &[]),
    (
        "for",
        &[
            "call", "calls", "demand", "demands", "plea", "appeal", "request",
        ],
    ),
    (
        "to",
        &["promise", "promises", "pledge", "vow", "call", "demand"],
    ),
    (
        "of",
        &[
            "chant", "chants", "cry", "cries", "shout", "shouts", "warning", "warnings",
        ],
    ),
    (
        "was",
        &[
            "answer", "response", "reply", "advice", "message", "verdict", "reaction",
        ],
    ),
    (
        "is",
        &[
            "answer", "response", "reply", "advice", "message", "verdict", "reaction",
        ],
    ),
];

/// Whether what stands behind a noun ties it to words in quotation marks.
fn announces(items: &Items<'_>, unit: &Range<usize>, after: usize, noun: usize) -> bool {
    let ties = |(tie, nouns): &(&str, &[&str])| {
        items.is(after, tie)
            && (nouns.is_empty() || nouns.iter().any(|word| items.reading.is(noun, word)))
    };
    let tied = TIES.iter().any(ties);
    let named = &["slogan", "motto", "mantra", "quote", "word", "words"];
    let term = items.reading.is_any(noun, named);
    let comma = !term && items.is(after, ",") && items.is_marked(after + 1);
    let limit = unit.end.min(after + NEAR);
    let close = |at: &usize| items.is_marked(*at) || matches!(items.word(*at), "," | ";" | ".");
    let pause = usize::from(items.is(after + 1, ","));
    let first = (after + pause * 2..limit).find(close);
    comma && items.opens_sentence(after + 1) || tied && first.is_some_and(|at| items.is_marked(at))
}

/// Whose a phrase is: the name in front of it, or whom its pronoun stands for.
fn owner(items: &Items<'_>, at: usize) -> Option<Source> {
    let Some(Item::Phrase(index)) = items.get(at) else {
        return None;
    };
    let mentions = &items.people.mentions;
    let phrase = mentions.get(index)?;
    let before = index.checked_sub(1).and_then(|before| mentions.get(before));
    let covered = before.filter(|b| b.owner && b.first_token == phrase.first_token);
    let (mention, entity, sure) = match (covered, phrase.owned_by) {
        (Some(owner), _) => (owner.span, owner.entity?, owner.confidence),
        (None, Some((entity, sure))) => {
            let pronoun = items.reading.token(phrase.first_token)?.span;
            (pronoun, entity, sure)
        }
        (None, None) => return None,
    };
    Some(of(items, mention, entity, sure.min(85)))
}

fn of(items: &Items<'_>, mention: Span, entity: usize, confidence: u8) -> Source {
    Source {
        mention,
        name: named(items, entity).unwrap_or(mention),
        entity: Some(entity),
        confidence,
    }
}
