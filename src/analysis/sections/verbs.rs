use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::document::TokenKind;
use crate::language::{Class, Test, Tests};

/// What the verbs of a sentence tell.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Verbs {
    pub tests: Tests,
    /// The token of the telling verb: the full verb where an auxiliary has one after it.
    pub telling: Option<usize>,
}

/// What a finite verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finite {
    Said(Test),
    Tells(Test),
}

/// The auxiliaries, and what a main clause with one of them tells.
const AUXILIARIES: &[(Class, Test)] = &[
    (Class::WillVerb, Test::TellsWill),
    (Class::WouldVerb, Test::TellsWould),
    (Class::MayVerb, Test::TellsMay),
    (Class::CanVerb, Test::TellsCan),
    (Class::ShouldVerb, Test::TellsShould),
    (Class::IsVerb, Test::TellsIs),
    (Class::WasVerb, Test::TellsWas),
    (Class::HasVerb, Test::TellsHas),
    (Class::HadVerb, Test::TellsHad),
];

/// How many tokens after an auxiliary its full verb is looked for.
const REACH: usize = 4;

/// Looks for the telling verb: the first finite verb of a main clause that is no verb of speech.
pub(super) fn read(reading: &Reading<'_>, tokens: Range<usize>) -> Verbs {
    let mut found = Verbs::default();
    let (mut telling, mut fallback) = (None, None);
    let mut aside = false;
    for at in tokens.clone() {
        if ends_clause(reading, at) {
            aside = false;
        }
        aside |= telling.is_none() && opens_aside(reading, at, tokens.start);
        match finite(reading, at, tokens.start) {
            Some(Finite::Said(test)) => {
                found.tests.add(test);
                found.tests.add_if(telling.is_none(), Test::SaidFirst);
                aside = false;
            }
            Some(Finite::Tells(test)) if telling.is_some() => {
                found.tests.add_if(is_modal(test), Test::ModalLater);
            }
            Some(Finite::Tells(test)) if aside => {
                fallback = fallback.or(Some((at, test)));
                aside = false;
            }
            Some(Finite::Tells(test)) => telling = Some((at, test)),
            None => {}
        }
    }
    let Some((at, test)) = telling.or(fallback) else {
        found.tests.add(Test::TellsNothing);
        return found;
    };
    found.tests.add(test);
    found.telling = Some(full_verb(reading, at, test, tokens.end, &mut found.tests));
    found
}

fn is_modal(test: Test) -> bool {
    matches!(test, Test::TellsWill | Test::TellsWould | Test::TellsMay)
}

fn ends_clause(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.word(at),
        "," | ";" | ":" | "\u{2014}" | "\u{2013}" | "\u{201d}" | "\u{201c}" | "\""
    )
}

/// A word that opens a clause beside the main one: its verb does not tell.
fn opens_aside(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    const OPENERS: &[&str] = &[
        "who", "which", "whose", "where", "when", "after", "before", "while", "as", "if",
        "because", "since", "although", "though", "until", "once", "unless", "what", "how", "why",
    ];
    if !reading.has(at, Class::Function) {
        return false;
    }
    let word = reading.word(at);
    if word.eq_ignore_ascii_case("that") {
        return at > first && !reading.has(at - 1, Class::CueVerb);
    }
    OPENERS
        .iter()
        .any(|opener| word.eq_ignore_ascii_case(opener))
}

fn finite(reading: &Reading<'_>, at: usize, first: usize) -> Option<Finite> {
    let token = reading.token(at)?;
    let word = reading.word(at);
    let classes = reading.classes(at);
    if token.kind == TokenKind::Possessive {
        let is = at > first && reading.has(at - 1, Class::Function);
        return is.then_some(Finite::Tells(Test::TellsIs));
    }
    if token.kind != TokenKind::Word || (word == "May" && at > first) {
        return None;
    }
    if classes.has(Class::SayVerb) {
        let past = word.ends_with('d') || word.eq_ignore_ascii_case("wrote");
        return Some(Finite::Said(if past {
            Test::SaidPast
        } else {
            Test::SaidPresent
        }));
    }
    let auxiliary = AUXILIARIES.iter().find(|(class, _)| classes.has(*class));
    if let Some((_, test)) = auxiliary {
        return Some(Finite::Tells(*test));
    }
    let past = classes.has(Class::PastVerb) || is_regular_past(word);
    if past && follows_subject(reading, at, first) {
        return Some(Finite::Tells(Test::TellsPast));
    }
    let present = classes.has(Class::PresentVerb) && follows_subject(reading, at, first);
    present.then_some(Finite::Tells(Test::TellsPresent))
}

fn is_regular_past(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && !word.contains('-')
        && word.starts_with(|c: char| c.is_lowercase())
}

/// Whether the word before may end a subject, so that a verb here is finite.
fn follows_subject(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    const SUBJECTS: &[&str] = &[
        "i", "we", "you", "he", "she", "it", "they", "there", "who", "which", "that", "also",
        "never", "still", "only", "just", "and", "but", "both", "others", "two", "one", "again",
        "these", "this",
    ];
    if at == first {
        return false;
    }
    let before = reading.classes(at - 1);
    let word = reading.word(at - 1);
    if before.has(Class::Function) {
        return SUBJECTS
            .iter()
            .any(|subject| word.eq_ignore_ascii_case(subject));
    }
    let auxiliary = AUXILIARIES.iter().any(|(class, _)| before.has(*class));
    !auxiliary && word != "," && !word.eq_ignore_ascii_case("be")
}

/// The verb that an auxiliary belongs to; adds how the two stand together.
fn full_verb(reading: &Reading<'_>, at: usize, test: Test, end: usize, tests: &mut Tests) -> usize {
    if matches!(test, Test::TellsPast | Test::TellsPresent) {
        return at;
    }
    let of_be = matches!(test, Test::TellsIs | Test::TellsWas);
    let mut been = of_be;
    for next in (at + 1..end).take(REACH) {
        let word = reading.word(next);
        if word.eq_ignore_ascii_case("be") || word.eq_ignore_ascii_case("been") {
            been = true;
            continue;
        }
        let participle = reading.has(next, Class::Participle) || is_regular_past(word);
        let ing = word.len() > 4 && word.ends_with("ing");
        if participle || ing {
            tests.add_if(participle && been, Test::Passive);
            tests.add_if(ing && been, Test::Progressive);
            let has = matches!(test, Test::TellsHas | Test::TellsHad);
            tests.add_if(has && (been || participle), Test::Perfect);
            return next;
        }
        if !passes_over(reading, next) {
            let bare = !of_be && !reading.has(next, Class::Function);
            return if bare { next } else { at };
        }
    }
    at
}

/// Adverbs between auxiliary and verb.
fn passes_over(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    word.ends_with("ly")
        || [
            "not", "also", "still", "now", "never", "always", "already", "since", "yet", "n't",
        ]
        .iter()
        .any(|adverb| word.eq_ignore_ascii_case(adverb))
}
