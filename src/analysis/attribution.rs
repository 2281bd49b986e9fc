//! Who says what: a source, a cue, and the clause that it speaks for.
//!
//! Each sentence is read as a row of items: noun phrases, stretches in quotation marks and single
//! words (`items`). A word of speech (`cue`) has a source, its `subject`, and clauses that it speaks
//! for (`scope`).

mod cue;
mod inherited;
mod items;
mod noun;
mod phrases;
mod relative;
mod scope;
mod subject;
mod tag;
mod voice;

pub(super) use self::cue::may_be_cue;
pub(super) use self::items::{Item, Items};
pub(super) use self::phrases::is_judged;
pub(super) use self::relative::PREDICATE;

use super::reading::Reading;
use super::token_span::TokenSpan;
use crate::document::Span;
use crate::language::Class;

/// So many items are looked at around a cue: more than any clause of a readable sentence has.
const MOST_STEPS: usize = 40;

/// A claim that the text gives to somebody, in quotation marks or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribution {
    /// The source as it is called here; `None` when it is not said who.
    pub source: Option<Source>,
    /// The words that announce the claim: "said", "according to".
    pub cue: Span,
    /// Their tokens.
    pub cue_tokens: TokenSpan,
    /// The clauses that are the source's word. It ends at "while", "though", ";" and the like.
    pub scope: Span,
    /// What announces the claim.
    pub strength: Strength,
    /// Whether the claim stands before the cue: "..., she said".
    pub before: bool,
    /// Whether the source was taken over from a verb before: "and added that".
    pub inherited: bool,
}

/// How surely a cue announces a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A word that announces words only where quotation marks stand beside it: "called".
    Weak,
    /// A word by which figures are claimed: "the count shows".
    Claim,
    /// "said", "according to".
    Speech,
}

/// Who makes a claim.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    /// The bytes of the mention: "he", "officials", "the ministry".
    pub mention: Span,
    /// The fullest name that the article gives; the mention itself when there is none.
    pub name: Span,
    /// The index of the entity in [`People::entities`](super::people::People::entities), where it is known.
    pub entity: Option<usize>,
    /// How sure it is, from 0 to 100.
    pub confidence: u8,
}

/// All attributions, in the order of their cues.
///
/// A cue between two parts of a claim ("..., she said, ...") gives two attributions.
pub(super) fn find(items: &Items<'_>) -> Vec<Attribution> {
    let mut found = Vec::with_capacity(items.reading.document.sentences().len());
    for unit in items.units() {
        let from = found.len();
        let mut contrasts = None;
        for (place, item) in items.of(unit.clone()).iter().enumerate() {
            let at = unit.start + place;
            let may_cue = match *item {
                Item::Token(token) => items.reading.may_cue(token),
                Item::Phrase(mention) => noun::may_announce(items, mention),
                Item::Marked(_) => false,
            };
            if !may_cue {
                continue;
            }
            if let Some(cue) = cue::cue_at(items, &unit, at, found.get(from..).unwrap_or_default())
            {
                let contrasts = contrasts.get_or_insert_with(|| scope::Contrasts::of(items, &unit));
                scope::add(items, &unit, contrasts, &cue, &mut found);
            }
        }
    }
    found
}

/// The strength of a word as a cue.
fn strength_of(reading: &Reading<'_>, token: usize) -> Option<Strength> {
    let classes = reading.classes(token);
    if classes.has(Class::CueVerb) {
        return Some(Strength::Speech);
    }
    if classes.has(Class::ClaimVerb) {
        return Some(Strength::Claim);
    }
    classes.has(Class::WeakCue).then_some(Strength::Weak)
}

/// The subject of a sentence, as whoever may speak in the next one.
pub(super) fn main_source(items: &Items<'_>, unit: &std::ops::Range<usize>) -> Option<Source> {
    let subject = subject::main_subject(items, unit, unit.end)?;
    let subject = subject::name_beside(items, unit, subject).unwrap_or(subject);
    let end = phrases::extent(items, unit, subject);
    Some(phrases::source_of(items, subject, subject..end, 60))
}

/// The phrase at an item as a source, so sure.
pub(super) fn source_at(items: &Items<'_>, at: usize, sure: u8) -> Option<Source> {
    items.phrase(at)?;
    Some(phrases::source_of(items, at, at..at + 1, sure))
}
