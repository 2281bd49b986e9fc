//! Whether a sentence can be read without those around it.

use super::weights::Weights;
use crate::analysis::people::{Form, People};
use crate::analysis::reading::Reading;
use crate::document::{Document, Sentence, Span, TokenKind};
use crate::language::Class;

/// A pronoun at the head of a line is given a name only when that is at least so sure.
const SURE: u8 = 50;

/// The bytes of a sentence that are shown: without a dateline.
pub(super) fn shown(document: &Document, sentence: &Sentence) -> Span {
    match document.dateline() {
        Some(dateline) if sentence.span.contains(dateline) => {
            Span::new(dateline.end(), sentence.span.end()).trim(document.text())
        }
        _ => sentence.span,
    }
}

/// The pronoun that opens a sentence, and the name it stands for.
pub(super) fn stands_for(
    reading: &Reading<'_>,
    people: &People,
    sentence: &Sentence,
) -> Option<(Span, Span)> {
    let first = opening_word(reading, sentence)?;
    let after = people
        .mentions
        .partition_point(|mention| mention.first_token < first);
    let mention = people.mentions.get(after)?;
    let known = mention.first_token == first
        && mention.form == Form::Pronoun
        && !mention.quoted
        && mention.confidence >= SURE;
    let entity = people.entities.get(mention.entity.filter(|_| known)?)?;
    let pronoun = reading.token(first)?.span;
    (entity.name.start() != pronoun.start()).then_some((pronoun, entity.name))
}

/// The first token of what is shown of a sentence, when it is a word.
fn opening_word(reading: &Reading<'_>, sentence: &Sentence) -> Option<usize> {
    let shown = shown(reading.document, sentence);
    let first = reading.document.tokens_in(shown).next()?;
    (reading.token(first)?.kind == TokenKind::Word).then_some(first)
}

/// How much a sentence leans on the one before it.
pub(super) fn leaning(
    reading: &Reading<'_>,
    people: &People,
    sentence: &Sentence,
    weights: &Weights,
) -> f32 {
    let Some(first) = opening_word(reading, sentence) else {
        return 0.0;
    };
    let connective = reading.has(first, Class::Connective);
    let cost = if connective {
        weights.connective.value
    } else {
        0.0
    };
    let subject = first + usize::from(connective);
    if !reading.has(subject, Class::LeaningWord) {
        return cost;
    }
    let known = stands_for(reading, people, sentence).is_some();
    cost + if known {
        weights.known_pronoun.value
    } else {
        weights.unknown_pronoun.value
    }
}

/// What speaks against a sentence as a line: half a quotation.
pub(super) fn flaw(document: &Document, sentence: &Sentence, weights: &Weights) -> f32 {
    let text = document.slice(sentence.span);
    let opened = text.matches('“').count() != text.matches('”').count();
    let straight = text.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
    if opened || straight {
        weights.half_quote.value
    } else {
        0.0
    }
}

/// Whether a sentence is the publisher's and not the report's.
pub(super) fn is_boilerplate(document: &Document, sentence: &Sentence, weights: &Weights) -> bool {
    /// A longer sentence is never a note of the publisher's.
    const LONGEST_NOTE: usize = 1000;
    if sentence.span.len() > LONGEST_NOTE {
        return false;
    }
    let text = document.slice(sentence.span).to_lowercase();
    weights.boilerplate.any_in(&text)
}
