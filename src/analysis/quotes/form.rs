//! What a stretch in quotation marks looks like: an utterance, a few words, a title.

use std::ops::Range;

use crate::analysis::attribution::{Attribution, Items, Strength};
use crate::analysis::marks::Marked;
use crate::analysis::reading::Reading;
use crate::document::TokenKind;
use crate::language::Class;

/// How a stretch looks and stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// At least a sentence.
    pub whole: bool,
    pub words: usize,
    /// Every word of weight has a capital, as in a title.
    pub titled: bool,
}

/// Whether a stretch says anything.
pub(super) fn has_letters(reading: &Reading<'_>, marked: &Marked) -> bool {
    reading
        .document
        .slice(marked.inner)
        .chars()
        .any(char::is_alphanumeric)
}

/// How a stretch looks and stands in its sentence.
pub(super) fn shape(items: &Items<'_>, unit: &Range<usize>, at: usize, marked: &Marked) -> Shape {
    let reading = items.reading;
    let inner = reading.document.slice(marked.inner);
    let words = words_in(reading, marked);
    let first = inner.chars().find(|c| c.is_alphanumeric());
    let capital = first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
        || inner.starts_with(['[', '…', '.']);
    let terminal = inner.ends_with(['.', '!', '?', '…']) || inner.ends_with(',');
    let at_head = at == unit.start;
    let after_mark = at > unit.start && matches!(items.word(at - 1), "," | ":" | "—" | "–" | "-");
    let after_cue = at > unit.start && items.has(at - 1, Class::CueVerb);
    let titled = titled(reading, marked);
    let whole = (at_head || after_mark || after_cue)
        && (capital || after_mark)
        && (terminal || words > 3 && (at_head || after_mark))
        || marked.paragraph_alone(items);
    Shape {
        whole,
        words,
        titled,
    }
}

impl Marked {
    /// Whether nothing else stands in its paragraph.
    fn paragraph_alone(&self, items: &Items<'_>) -> bool {
        let paragraph = items.reading.document.paragraphs().get(self.paragraph);
        paragraph.is_some_and(|paragraph| self.outer == *paragraph)
    }
}

fn words_in(reading: &Reading<'_>, marked: &Marked) -> usize {
    let word = |at: &usize| {
        reading
            .token(*at)
            .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    };
    marked.tokens.clone().filter(word).count()
}

/// "The Long Way Home": capitals throughout and no end of a sentence; nobody speaks as "I" in one.
fn titled(reading: &Reading<'_>, marked: &Marked) -> bool {
    let mut capitals = 0;
    for at in marked.tokens.clone().take(40) {
        let Some(token) = reading
            .token(at)
            .filter(|token| token.kind == TokenKind::Word)
        else {
            continue;
        };
        if matches!(
            reading.word(at),
            "I" | "I'm" | "I’m" | "I've" | "I’ve" | "I'll" | "I’ll"
        ) {
            return false;
        }
        let small = reading.classes(at).has_any(&[
            Class::Preposition,
            Class::Determiner,
            Class::Conjunction,
            Class::Auxiliary,
        ]);
        let capital = reading
            .document
            .slice(token.span)
            .chars()
            .next()
            .is_some_and(char::is_uppercase);
        if capital {
            capitals += 1;
        } else if !small {
            return false;
        }
    }
    let inner = reading.document.slice(marked.inner);
    capitals > usize::from(inner.ends_with('.')) && !inner.ends_with(['!', '?'])
}

/// Whether a cue gives a thing its name by whoever acts: "calling it".
fn names(items: &Items<'_>, attribution: &Attribution) -> bool {
    let cue = items.reading.document.slice(attribution.cue);
    [
        "call",
        "describ",
        "label",
        "brand",
        "term",
        "dismiss",
        "denounc",
        "deem",
        "characteri",
        "portray",
        "refer",
        "cit",
    ]
    .iter()
    .any(|stem| cue.starts_with(stem))
}

/// Whether a cue gives a thing its name or title: "named the boat", "an article titled".
fn gives_title(items: &Items<'_>, attribution: &Attribution) -> bool {
    let cue = items.reading.document.slice(attribution.cue);
    let naming = &["name", "title", "entitle", "nickname", "christen"];
    attribution.strength == Strength::Weak && naming.iter().any(|stem| cue.starts_with(stem))
}

/// Whether an attribution that covers a stretch makes it a quote.
pub(super) fn accepts(
    items: &Items<'_>,
    unit: &Range<usize>,
    at: usize,
    marked: &Marked,
    attribution: &Attribution,
    shape: &Shape,
) -> bool {
    if gives_title(items, attribution) {
        return false;
    }
    if shape.whole {
        return true;
    }
    let before = at.checked_sub(1).filter(|&before| before >= unit.start);
    let near = attribution.cue.end() <= marked.outer.start()
        && marked.outer.start() - attribution.cue.end() < 2;
    if shape.titled && !near {
        return shape.words == 1 && before.is_none() && attribution.before;
    }
    let term = before.is_some_and(|before| {
        [
            "called",
            "named",
            "dubbed",
            "so-called",
            "titled",
            "entitled",
            "nicknamed",
            "like",
            "term",
            "word",
            "phrase",
        ]
        .iter()
        .any(|word| items.is(before, word))
    });
    if term && shape.words <= 3 && attribution.strength != Strength::Speech {
        return false;
    }
    if attribution.strength == Strength::Weak
        && attribution.inherited
        && shape.words <= 3
        && !names(items, attribution)
    {
        return false;
    }
    if attribution.strength == Strength::Weak && shape.words <= 3 {
        return marked.outer.start().saturating_sub(attribution.cue.end()) < 60;
    }
    true
}
