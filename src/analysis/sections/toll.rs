use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::document::{Sentence, TokenKind};
use crate::language::{Class, Test, Tests};

/// How far before and after a word of harm its number or its people are looked for, in tokens.
const NEAR: usize = 5;

/// Harm that is told of no one but who suffered it: needs neither number nor people beside it.
const SURE_NOUNS: &[&str] = &[
    "casualties",
    "fatalities",
    "injuries",
    "deaths",
    "fatality",
    "casualty",
];

/// Whether a sentence tells deaths, injuries or damage, and how surely.
pub(super) fn tests(reading: &Reading<'_>, sentence: &Sentence) -> Tests {
    let mut tests = Tests::default();
    let tokens = sentence.tokens();
    let (mut strong, mut weak, mut damage, mut none) = (0, 0, 0, 0);
    for at in tokens.clone() {
        let classes = reading.classes(at);
        tests.add_if(classes.has(Class::LegalWord), Test::Legal);
        if classes.has(Class::HarmVerb) {
            match harm_verb(reading, at, &tokens) {
                2.. => strong += 1,
                1 => weak += 1,
                _ => {}
            }
        }
        if classes.has(Class::HarmNoun) {
            match harm_noun(reading, at, &tokens) {
                2.. => strong += 1,
                1 => weak += 1,
                _ => {}
            }
        }
        if classes.has(Class::HarmNoun)
            || classes.has(Class::HarmVerb)
            || is_damage_noun(reading, at)
        {
            none += i32::from(is_denied(reading, at, &tokens));
        }
        damage += i32::from(classes.has(Class::DamageVerb) && damages(reading, at, &tokens));
    }
    tests.add_if(strong > 0, Test::Toll);
    tests.add_if(weak > 0, Test::TollWeak);
    tests.add_if(damage > 0, Test::Damage);
    tests.add_if(none > 0, Test::TollNone);
    if strong + weak + damage > 0 {
        let modal = tokens.clone().any(|at| is_modal(reading, at, sentence));
        tests.add_if(modal, Test::TollModal);
    }
    tests
}

fn is_modal(reading: &Reading<'_>, at: usize, sentence: &Sentence) -> bool {
    let classes = reading.classes(at);
    let modal = classes.has_any(&[Class::WillVerb, Class::WouldVerb, Class::MayVerb]);
    modal && (reading.word(at) != "May" || at == sentence.tokens().start)
}

/// The tokens from so many before to so many after, inside the sentence.
fn around(at: usize, tokens: &Range<usize>, before: usize, after: usize) -> Range<usize> {
    at.saturating_sub(before).max(tokens.start)..(at + after + 1).min(tokens.end)
}

fn any(reading: &Reading<'_>, range: Range<usize>, classes: &[Class]) -> bool {
    range
        .into_iter()
        .any(|at| reading.classes(at).has_any(classes))
}

fn any_word(reading: &Reading<'_>, mut range: Range<usize>, words: &[&str]) -> bool {
    range.any(|at| words.iter().any(|word| reading.is(at, word)))
}

/// A count: a number in digits that is no year, or a number word.
fn any_count(reading: &Reading<'_>, mut range: Range<usize>) -> bool {
    range.any(|at| {
        let number = reading.token(at).map(|it| it.kind) == Some(TokenKind::Number);
        let percent = matches!(reading.word(at + 1), "%" | "percent");
        let dotted = reading.word(at).contains('.');
        number && !percent && !dotted && !is_year(reading.word(at))
            || reading.has(at, Class::NumberWord)
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// How surely a verb of harm tells a toll: 2 surely, 1 perhaps, 0 not.
fn harm_verb(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> u8 {
    let word = reading.word(at).to_lowercase();
    let before = around(at, tokens, NEAR, 0);
    let before = before.start..at;
    let after = at + 1..(at + 1 + NEAR).min(tokens.end);
    let people = |range: Range<usize>| any(reading, range, &[Class::PeopleNoun]);
    let count = |range: Range<usize>| any_count(reading, range);
    let near = at.saturating_sub(3).max(tokens.start)..at;
    let be = any(reading, near.clone(), &[Class::IsVerb, Class::WasVerb])
        || any_word(
            reading,
            near,
            &[
                "be",
                "been",
                "being",
                "left",
                "found",
                "reported",
                "leaving",
                "feared",
                "declared",
                "confirmed",
            ],
        );
    let counted = count(before.clone()) && (people(before.clone()) || be)
        || count(after.clone()) && people(after.clone());
    match word.as_str() {
        "killed" | "injured" | "wounded" | "drowned" | "perished" | "hospitalized"
        | "hospitalised" => {
            let direct = count(at + 1..(at + 4).min(tokens.end));
            if counted || be || direct || people(before) || people(after) {
                2
            } else {
                1
            }
        }
        "killing" | "injuring" | "wounding" | "displacing" => {
            if count(after.clone()) || people(after) {
                2
            } else {
                1
            }
        }
        "died" => 2,
        "dead" => {
            let shot = any_word(
                reading,
                at.saturating_sub(1)..at,
                &[
                    "shot",
                    "found",
                    "pronounced",
                    "were",
                    "was",
                    "left",
                    "people",
                ],
            );
            if shot || counted || count(at.saturating_sub(2).max(tokens.start)..at) {
                2
            } else {
                1
            }
        }
        "missing" | "displaced" | "evacuated" | "trapped" | "stranded" | "homeless" | "buried"
        | "unaccounted" | "rescued" | "sickened" | "infected" => {
            if counted
                || be && (people(before.clone()) || count(before))
                || count(after.clone()) && people(after)
            {
                2
            } else {
                u8::from(be)
            }
        }
        "hurt" => {
            if counted || be && people(before) {
                2
            } else {
                0
            }
        }
        "shot" | "stabbed" | "gunned" | "executed" | "beheaded" | "massacred" | "slain"
        | "electrocuted" | "suffocated" => {
            if be || people(after) || people(before) {
                2
            } else {
                1
            }
        }
        _ => u8::from(counted),
    }
}

/// How surely a noun of harm tells a toll.
fn harm_noun(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> u8 {
    let word = reading.word(at).to_lowercase();
    let near = around(at, tokens, 4, 0).start..at;
    let count = any_count(reading, near.clone());
    if SURE_NOUNS.contains(&word.as_str()) {
        return if count || any_word(reading, near, &["of", "reported", "suffered", "no", "for"]) {
            2
        } else {
            1
        };
    }
    let wide = around(at, tokens, NEAR, NEAR);
    match word.as_str() {
        "toll" => {
            if any_word(reading, near, &["death", "casualty"]) {
                2
            } else {
                0
            }
        }
        "bodies" | "body" | "remains" | "corpse" | "corpses" => {
            let found = [
                "found",
                "recovered",
                "pulled",
                "discovered",
                "retrieved",
                "retrieve",
                "identified",
                "recover",
                "morgue",
            ];
            if any_word(reading, wide, &found) {
                2
            } else {
                0
            }
        }
        "survivors" => u8::from(any_word(
            reading,
            wide,
            &["found", "search", "searching", "rescued", "no"],
        )),
        "victims" | "evacuees" | "wounded" | "injured" => {
            if count {
                2
            } else {
                1
            }
        }
        "death" => 0,
        "dead" => 0,
        _ => u8::from(count),
    }
}

fn is_damage_noun(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, "damage")
}

/// "no one was hurt", "no damage", "without injuries".
fn is_denied(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> bool {
    let before = around(at, tokens, NEAR, 0).start..at;
    any_word(reading, before, &["no", "none", "nobody", "without"])
}

/// Whether a verb of damage stands near a thing.
fn damages(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> bool {
    let near = around(at, tokens, NEAR, NEAR);
    let weak = any_word(
        reading,
        at..at + 1,
        &[
            "cut", "knocked", "blocked", "torn", "ripped", "tore", "burned", "burnt",
        ],
    );
    let thing = any(reading, near, &[Class::Structure]);
    if reading.is(at, "damage") {
        return thing
            || any_word(
                reading,
                at.saturating_sub(3).max(tokens.start)..at,
                &[
                    "no",
                    "caused",
                    "causing",
                    "extensive",
                    "severe",
                    "heavy",
                    "serious",
                    "major",
                    "minor",
                    "suffered",
                ],
            );
    }
    let around = any(reading, around(at, tokens, 3, 3), &[Class::Structure]);
    if weak { around } else { thing }
}
