//! What is counted: the noun phrase behind a number.

mod inner;
mod sizes;

pub(super) use self::sizes::{is_size, is_size_of_place};

use crate::analysis::listed::Listed;

mod singular;

pub(super) use self::singular::singular;

use self::inner::{is_bracketed, is_initials, is_tied};
use super::atoms::{Atoms, Kind};
use super::names::bores::behind_bore;
use super::phrase;
use super::tables::{Flag, Numeric};

/// No counted noun phrase has more atoms.
const LONGEST: usize = 8;

/// What somebody spends.
const TIMES: Listed = Listed::of(&[
    "hours", "days", "weeks", "months", "years", "nights", "the", "a", "their", "several", "at",
]);

/// A noun phrase, as atoms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noun {
    pub first: usize,
    pub end: usize,
    /// Whether it ends in a plural.
    pub plural: bool,
}

/// What "last" and "next" go with, where no number is of them: "9,000 last winter".
const SEASONS: &[&str] = &[
    "winter", "summer", "spring", "autumn", "season", "weekend", "night",
];

/// The noun phrase that a number counts. `single` says that the number is one, or joined by a hyphen.
pub(super) fn find(atoms: &Atoms<'_>, at: usize, single: bool) -> Option<Noun> {
    // "six of our own people"
    // "two 120mm mortars"
    let at = behind_bore(atoms, at);
    // "thirty-odd people"
    let odd = atoms.is_joint(at) && atoms.is(at + 1, "odd");
    let at = if odd { at + 2 } else { at };
    let first = at + usize::from(atoms.is_joint(at) || atoms.is(at, "own"));
    let first = first + behind_number(atoms, first);
    let mut end = first;
    let mut plural = false;
    for index in first..first + LONGEST {
        match atoms.kind(index) {
            Some(Kind::Word)
                if atoms.has(index, Flag::NearTime)
                    && (index > first
                        || atoms.has(index + 1, Flag::Rate)
                        || atoms.has(index + 1, Flag::Weekday)
                        || atoms.is_any(index + 1, SEASONS)) =>
            {
                break;
            }
            // "twenty walked free": what is told of them
            Some(Kind::Word) if index == first && is_told_from(atoms, index) => break,
            // "burnt-out vehicles"
            Some(Kind::Word) if index > first && atoms.is_joint(index - 1) => {}
            Some(Kind::Word) if goes_on(atoms, index, first) => {}
            Some(Kind::Word) if single && is_hurt_person(atoms, index, first) => {}
            Some(Kind::Word) if !single && is_joined(atoms, index, first) => continue,
            Some(Kind::Name) => {}
            Some(Kind::Word) if is_initials(atoms, index) => {}
            // "two Islamic State (IS) bombers"
            Some(Kind::Word) if index > first && is_bracketed(atoms, index - 1) => continue,
            Some(Kind::Mark('(')) if index > first && is_bracketed(atoms, index) => continue,
            Some(Kind::Mark(')')) if index > first && is_bracketed(atoms, index - 2) => continue,
            // "two new 737 Max jets"
            Some(Kind::Digits)
                if index > first
                    && atoms.barred(index)
                    && (atoms.capital(index + 1) || atoms.is(index - 1, "fiscal")) =>
            {
                continue;
            }
            Some(Kind::Possessive) if index > first => continue,
            Some(Kind::Mark(_) | Kind::Digits) if index > first && is_tied(atoms, index) => {
                continue;
            }
            _ => break,
        }
        if atoms.gap(index) && single && index > first && is_verb_like(atoms, index) {
            break;
        }
        end = index + 1;
        if is_plural(atoms, index) && !(single && index == first) && !atoms.is_joint(index + 1) {
            plural = true;
            let pair = atoms.gap(index + 1)
                && atoms.has(index, Flag::Plural)
                && is_plural(atoms, index + 1)
                && goes_on(atoms, index + 1, first);
            if !pair && !is_of_name(atoms, index) {
                break;
            }
        }
    }
    let doing = !single && !plural && end == first + 1 && is_doing(atoms, first);
    (end > first && !doing).then_some(Noun { first, end, plural })
}

/// "14 women and girls from two villages": behind both whom a number counts.
pub(super) fn behind_pair(atoms: &Atoms<'_>, noun: Noun) -> usize {
    // "killed 46 people and wounded 12"
    let told = |at: usize| atoms.word(at).after.is_some() || atoms.word(at).before.is_some();
    let people = |at: usize| atoms.has(at, Flag::People) && is_plural(atoms, at) && !told(at);
    let pair = people(noun.end - 1) && atoms.is(noun.end, "and") && people(noun.end + 1);
    noun.end + 2 * usize::from(pair)
}

/// Whether a word begins what is told: "twenty walked free", "three spent days in a coma", and not "146 spent
/// casings".
fn is_told_from(atoms: &Atoms<'_>, at: usize) -> bool {
    let spent =
        atoms.is(at, "spent") && (atoms.is_listed(at + 1, &TIMES) || !atoms.is_word(at + 1));
    spent || phrase::begins_idiom(atoms, at)
}

/// "with the two sharing a drink": what they did, and not "three days of mourning".
fn is_doing(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.text(at).ends_with("ing") && !atoms.is(at.wrapping_sub(1), "of")
}

/// "two 12-year-old pupils", "eight of the remaining 10 patients": how many atoms of another number stand
/// before what both count.
fn behind_number(atoms: &Atoms<'_>, first: usize) -> usize {
    let number = |at: usize| {
        atoms.is_digits(at) && !atoms.barred(at) || matches!(atoms.numeric(at), Numeric::Unit(_))
    };
    let aged = number(first)
        && atoms.is_joint(first + 1)
        && atoms.is_any(first + 2, &["year", "month", "week", "day"])
        && atoms.is_joint(first + 3)
        && atoms.is(first + 4, "old");
    let rest = atoms.is_any(
        first,
        &["remaining", "other", "top", "first", "last", "next"],
    ) && number(first + 1)
        && atoms.is_word(first + 2);
    match () {
        () if aged => 5,
        () if rest => 2,
        () => 0,
    }
}

/// "one wounded woman": a word of harm in front of a person.
fn is_hurt_person(atoms: &Atoms<'_>, index: usize, first: usize) -> bool {
    index == first
        && atoms.word(index).after.is_some()
        && atoms.text(index).ends_with("ed")
        && atoms.gap(index + 1)
        && atoms.has(index + 1, Flag::Person)
}

/// "eight Los Angeles police officers", "two Veterans Administration hospitals": a name that looks like many.
fn is_of_name(atoms: &Atoms<'_>, index: usize) -> bool {
    let part = |at: usize| {
        atoms.gap(at)
            && atoms.is_word(at)
            && !atoms.has(at, Flag::Stop)
            && !atoms.has(at, Flag::Verb)
            && !atoms.has(at, Flag::Adverb)
            && !atoms.has(at, Flag::NearTime)
            && atoms.word(at).after.is_none()
    };
    atoms.capital(index)
        && (index + 1..index + 4)
            .take_while(|&at| part(at))
            .any(|at| is_plural(atoms, at) && !atoms.capital(at))
}

/// "left six fighting for their lives": what they do.
fn is_under_way(atoms: &Atoms<'_>, index: usize) -> bool {
    const BEHIND: Listed = Listed::of(&[
        "for", "in", "at", "on", "from", "to", "under", "without", "into",
    ]);
    atoms.text(index).ends_with("ing") && atoms.is_listed(index + 1, &BEHIND)
}

/// What stands behind a verb that looks like a part of a noun phrase: "two wanted a cut", "three drifted ashore".
const BEHIND_VERB: &[&str] = &[
    "a",
    "an",
    "the",
    "to",
    "that",
    "their",
    "his",
    "her",
    "ashore",
    "overboard",
];

/// Whether a word may belong to a noun phrase.
fn goes_on(atoms: &Atoms<'_>, index: usize, first: usize) -> bool {
    let word = atoms.word(index);
    // "the 40 most dangerous"
    let degree = index == first && atoms.is_any(index, &["most", "least"]);
    if word.is(Flag::Stop) || degree && !is_plural(atoms, index + 2) {
        return false;
    }
    // "two were critical and five stable", "16 are confirmed and 11 probable"
    let ends = || {
        let number = |at: usize| atoms.is_digits(at) || atoms.numeric(at) != Numeric::None;
        atoms.kind(index + 1).is_none()
            || atoms.mark(index + 1).is_some()
            || atoms.is(index + 1, "and") && number(index + 2)
    };
    let states = &["stable", "serious", "probable", "confirmed", "suspected"];
    if index == first && atoms.is_any(index, states) && ends() {
        return false;
    }
    // "took 14 lives"
    if index == first && atoms.is(index, "lives") {
        return true;
    }
    let told =
        word.is(Flag::Verb) || word.after.is_some() && word.noun.is_none() || word.is(Flag::Adverb);
    // "in 154 camps": a plural right behind the number is what is counted.
    let plural = (word.after.is_some() || atoms.is(index, "wounds"))
        && atoms.text(index).ends_with('s')
        && !atoms.text(index).ends_with("ss")
        && !atoms.is_any(index, &["dies", "flees", "injuries", "deaths"]);
    // "two wanted a cut": a verb with its object.
    let verb =
        index == first && atoms.text(index).ends_with("ed") && atoms.is_any(index + 1, BEHIND_VERB);
    let doing = index == first && !plural && is_under_way(atoms, index);
    // "none of those 29 subsequently planned an attack"
    let manner = index == first
        && atoms.text(index).ends_with("ly")
        && atoms.text(index + 1).ends_with("ed")
        && atoms.is_any(index + 2, &["a", "an", "the", "or", "to"]);
    if verb && !plural || doing || manner || index == first && is_deed(atoms, index) {
        return false;
    }
    if !told || plural || atoms.is_joint(index + 1) {
        return true;
    }
    // "12 injured people": a participle in front of a plural is part of the phrase.
    let next = index + 1;
    // "80,000 mostly young people"
    if atoms.is_any(index, &["mostly", "mainly", "largely"]) {
        return index == first && (is_plural(atoms, next) || is_plural(atoms, next + 1));
    }
    // "five remained missing"
    let remains = word.after.is_none() && atoms.word(next).after.is_some();
    atoms.is_word(next)
        && !remains
        && !atoms.has(next, Flag::Stop)
        && (is_plural(atoms, next)
            || index == first && is_plural(atoms, next + 1) && !atoms.has(next + 1, Flag::Stop))
        && atoms.word(next).after.is_none_or(|_| {
            (atoms.word(next).noun.is_some() || is_plural(atoms, next)) && index == first
        })
}

/// "14 scrambled out", "80,000 turned up": a verb that is told of those counted before.
fn is_deed(atoms: &Atoms<'_>, index: usize) -> bool {
    const PEOPLE: Listed = Listed::of(&[
        "accused",
        "deceased",
        "disabled",
        "unemployed",
        "handicapped",
        "undecided",
        "hundred",
        "infected",
    ]);
    let text = atoms.text(index);
    text.len() > 5
        && text.ends_with("ed")
        && !atoms.capital(index)
        && !atoms.is_listed(index, &PEOPLE)
        && atoms.word(index).after.is_none()
        && (atoms.has(index + 1, Flag::Stop) || atoms.is_mark(index + 1, '.'))
        && !atoms.is_any(index + 1, &["and", "or", "of", "per", "a", "an"])
        && !atoms.is_joint(index + 1)
}

/// "Kestrel and Harbour officials": "and" between the describing words of one plural.
fn is_joined(atoms: &Atoms<'_>, index: usize, first: usize) -> bool {
    let described = |at: usize| {
        atoms.is_word(at)
            && !atoms.has(at, Flag::Stop)
            && !atoms.has(at, Flag::Verb)
            && atoms.word(at).after.is_none()
    };
    index > first
        && atoms.is(index, "and")
        && described(index - 1)
        && described(index + 1)
        && atoms.numeric(index + 1) == Numeric::None
        && !is_plural(atoms, index + 1)
        && is_plural(atoms, index + 2)
}

/// "asks", "opened": a word behind a singular noun that ends as verbs do.
fn is_verb_like(atoms: &Atoms<'_>, index: usize) -> bool {
    let text = atoms.text(index);
    text.len() > 3
        && !atoms.capital(index)
        && (text.ends_with("ed")
            || text.ends_with('s') && !text.ends_with("ss")
            || text.ends_with("ing"))
}

/// Whether a word is a noun in the plural.
pub(super) fn is_plural(atoms: &Atoms<'_>, index: usize) -> bool {
    if !atoms.is_word(index) || atoms.has(index, Flag::Stop) {
        return false;
    }
    if atoms.has(index, Flag::Plural) {
        return true;
    }
    let text = atoms.text(index);
    // "boatmen"
    if text.len() > 5 && text.ends_with("men") {
        return !atoms.is_any(
            index,
            &["specimen", "regimen", "abdomen", "acumen", "stamen"],
        );
    }
    text.len() > 2
        && text.ends_with(['s', 'S'])
        && !text.ends_with("ss")
        && !text.ends_with("SS")
        && !text.ends_with("ous")
        && !text.ends_with("OUS")
        && !atoms.has(index, Flag::Singular)
}

/// "a mother of five": children, whoever was counted before.
pub(super) fn is_of_parent(atoms: &Atoms<'_>, head: usize) -> bool {
    let parents = &[
        "mother",
        "father",
        "parent",
        "parents",
        "grandmother",
        "grandfather",
        "widow",
        "widower",
    ];
    head > 1 && atoms.is(head - 1, "of") && atoms.is_any(head - 2, parents)
}

/// "26 had been aboard": where they were, which tells of none counted before.
pub(super) fn is_aboard(atoms: &Atoms<'_>, tail: usize) -> bool {
    let inside = |&at: &usize| atoms.mark(at).is_none_or(|mark| matches!(mark, '"' | '”'));
    (tail..tail + 5)
        .take_while(inside)
        .any(|at| atoms.is_any(at, &["aboard", "board"]))
}

/// "the 10,000 estimated by police": words that pass a number on, and none that is counted.
pub(super) fn is_reported(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_listed(
        at,
        const {
            &Listed::of(&[
                "estimated",
                "reported",
                "claimed",
                "announced",
                "given",
                "cited",
                "recorded",
                "feared",
                "counted",
            ])
        },
    ) && atoms.is_any(at + 1, &["by", "earlier", "on", "in", "last", "a"])
}
