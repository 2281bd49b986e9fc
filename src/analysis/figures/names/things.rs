//! Things alone of their kind that bear a number: "Convoy 3", "Col 3", "a 737 Max".

use super::super::atoms::Atoms;
use super::super::tables::{Flag, Numeric};
use super::{is_counted, is_number, is_summed};
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// "Convoy 3 was looted", "Corridor 2 stayed shut": a thing alone with its number at the head of a
/// sentence. A number of people would need a word in front of it: "Some 3 were".
pub(super) fn is_headed(atoms: &Atoms<'_>) -> bool {
    let word = atoms.word(0);
    let role = word.after.or(word.before).or(word.noun).is_some();
    let told = atoms.word(2).after.is_some();
    atoms.is_digits(1)
        && atoms.text(1).len() < 4
        && !word.is(Flag::Light)
        && !word.is(Flag::QualifierEnd)
        && !word.is(Flag::Plural)
        && !role
        && (atoms.is_any(2, &["was", "is", "has", "had"])
            || !told && (atoms.text(2).ends_with("ed") || atoms.has(2, Flag::Verb)))
}

/// "Col 3 buried 12 skiers", "Tower 2 collapsed": what happens to a thing, or what it does, and no place
/// ("in Oru 3 collapsed") of which people are told.
pub(super) fn is_told_of_thing(atoms: &Atoms<'_>, at: usize) -> bool {
    let first = (at.saturating_sub(4)..at)
        .rev()
        .take_while(|&at| atoms.capital(at))
        .last();
    let led = first.and_then(|first| first.checked_sub(1));
    // "a blast at Valve 6 killed 34"
    // "the rescue ship Dawn 4 picked up 90 people"
    let particle = &["up", "off", "out", "away", "down"];
    let object = at + 2 + usize::from(atoms.is_any(at + 2, particle));
    let does = atoms.word(at + 1).before.is_some()
        && (is_number(atoms, object)
            || atoms.is_any(
                object,
                &["at", "more", "a", "an", "the", "about", "some", "dozens"],
            ));
    // "the Sea Cat 3 had 312 people on board"
    let ship = atoms.is_any(at + 1, &["had", "has"])
        && first.is_some_and(|first| {
            first == 0
                || atoms.is_any(first, &["the", "a"])
                || atoms.is_any(first - 1, &["the", "a"])
                || atoms.is_mark(first - 1, '/')
        });
    does || ship
        || atoms.word(at + 1).after == Some(Role::Destroyed)
            && !led.is_some_and(|led| atoms.is_any(led, &["in", "at", "on", "from"]))
}

/// "the 47 bus": a line with its number.
pub(super) fn is_line(atoms: &Atoms<'_>, at: usize) -> bool {
    const VEHICLES: Listed = Listed::of(&[
        "bus",
        "tram",
        "trolleybus",
        "ferry",
        "train",
        "service",
        "express",
    ]);
    // "Bus lines 415 and 607"
    let lines = at > 1
        && atoms.is_any(at - 1, &["lines", "services"])
        && atoms.is_any(at - 2, &["bus", "tram", "train", "rail", "metro", "subway"]);
    let led = at > 0 && atoms.is_any(at - 1, &["the", "a"]);
    lines && atoms.is_digits(at)
        || led
            && atoms.is_digits(at)
            && atoms.text(at).len() < 4
            && atoms.gap(at + 1)
            && atoms.is_listed(at + 1, &VEHICLES)
}

/// "the 500-stock index": of how many an index of a market is made is its name.
pub(super) fn is_index(atoms: &Atoms<'_>, at: usize) -> bool {
    // "the S.& P. 500", of which the tokens stand apart
    let standard = at > 2
        && atoms.is(at, "500")
        && (at - 3..at).any(|at| atoms.is_mark(at, '&'))
        && (at - 3..at).any(|at| atoms.text(at).starts_with('P'));
    if standard {
        return true;
    }
    let made = atoms.is_joint(at + 1)
        && atoms.is_any(at + 2, &["stock", "share", "company", "member", "issue"]);
    made && (at + 3..at + 5)
        .any(|at| atoms.is_any(at, &["index", "average", "gauge", "benchmark", "composite"]))
}

/// "two new 737 Max jets": digits between a number and what it counts are part of the name.
pub(super) fn is_model_of_counted(atoms: &Atoms<'_>, at: usize) -> bool {
    let plain = atoms.is_digits(at) && atoms.text(at).len() == 3 && atoms.capital(at + 1);
    let described = |at: usize| {
        atoms.is_word(at)
            && !atoms.has(at, Flag::Stop)
            && !atoms.has(at, Flag::Verb)
            && !atoms.has(at, Flag::Plural)
            && !atoms.text(at).ends_with('s')
            && atoms.numeric(at) == Numeric::None
    };
    let first = (at.saturating_sub(3)..at)
        .rev()
        .take_while(|&at| described(at))
        .last();
    let number = first.unwrap_or(at).checked_sub(1);
    plain
        && number.is_some_and(|number| {
            number < at - 1 && is_number(atoms, number) && !atoms.barred(number)
        })
        && is_counted(atoms, at + 1)
        && !is_summed(atoms, at + 1)
}
