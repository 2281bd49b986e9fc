//! "No deaths", "nobody was hurt": figures of none.

mod persons;

use self::persons::{no_person, nor_person};
use super::atoms::Atoms;
use super::draft::Draft;
use super::nouns::Noun;
use super::numerals::{Form, Numeral};
use super::tables::Flag;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// The figures of none in a sentence.
pub(super) fn find(atoms: &Atoms<'_>, drafts: &[Draft]) -> Vec<Draft> {
    if !atoms.held.denies {
        return Vec::new();
    }
    let found = atoms.iter().filter(|(_, atom)| may_deny(atom.text));
    found
        .filter_map(|(at, _)| none_at(atoms, at))
        .filter(|none| {
            let taken =
                |draft: &Draft| (draft.numeral.first..draft.numeral.end).contains(&none.head);
            let after = drafts.partition_point(|draft| draft.numeral.first <= none.head);
            !drafts[..after].last().is_some_and(taken)
        })
        .collect()
}

/// Whether a figure of none may begin with an atom.
pub(super) fn may_deny(text: &str) -> bool {
    matches!(text.len(), 2 | 4 | 6)
        && ["no", "none", "nobody"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

fn none_at(atoms: &Atoms<'_>, at: usize) -> Option<Draft> {
    let no_one = atoms.is(at, "no") && atoms.is(at + 1, "one");
    if atoms.is(at, "no") && !no_one {
        // "no lives were lost" tells of deaths, and "no bus passengers were injured" of passengers
        let lives = atoms.is_any(at + 1, &["lives", "life"]);
        let person = (!lives).then(|| no_person(atoms, at)).flatten();
        return person
            .or_else(|| no_noun(atoms, at))
            .or_else(|| no_loss(atoms, at))
            .or_else(|| no_case(atoms, at))
            .or_else(|| nor_person(atoms, at));
    }
    if no_one || atoms.is_any(at, &["nobody", "none"]) {
        // "none of the passengers fell ill"
        let of = atoms.is(at, "none")
            && atoms.is(at + 1, "of")
            && atoms.is_any(
                at + 2,
                &["the", "them", "those", "his", "her", "their", "its"],
            );
        let people = usize::from(of && !atoms.is(at + 2, "them"));
        let end = at + 1 + usize::from(no_one);
        let told_from = end + (1 + people) * usize::from(of);
        let role = spared(atoms, at, end).or_else(|| told(atoms, told_from))?;
        return Some(draft(atoms, at, end, None, role));
    }
    None
}

/// "killed no one", "hurt nobody": those to whom nothing was done.
fn spared(atoms: &Atoms<'_>, at: usize, end: usize) -> Option<Role> {
    let ends = atoms.kind(end).is_none()
        || atoms.mark(end).is_some()
        || atoms.is_any(end, &["but", "and", "in", "on", "as"]);
    let verb = at.checked_sub(1).filter(|_| ends)?;
    let hurt = atoms
        .is_any(verb, &["hurt", "hurting"])
        .then_some(Role::Injured);
    let role = atoms.word(verb).before.or(hurt)?;
    (role <= Role::Injured && !atoms.is_any(verb, &["lost", "lose", "loses", "losing"]))
        .then_some(role)
}

/// "no deaths", "no civilian casualties", "no reports of injuries".
fn no_noun(atoms: &Atoms<'_>, at: usize) -> Option<Draft> {
    // "no more than five casualties"
    if atoms.is_any(at + 1, &["more", "fewer", "less"]) && atoms.is(at + 2, "than") {
        return None;
    }
    let counted = (at + 1..at + 5)
        .find(|&index| atoms.word(index).noun.is_some() || atoms.is(index, "arrest"));
    // "no casualty figures"
    let told = counted.is_some_and(|noun| {
        atoms.is_listed(
            noun + 1,
            const {
                &Listed::of(&[
                    "figure",
                    "figures",
                    "toll",
                    "tolls",
                    "count",
                    "counts",
                    "number",
                    "numbers",
                    "estimate",
                    "estimates",
                    "list",
                    "lists",
                    "data",
                    "statistics",
                    "details",
                    "certificate",
                    "certificates",
                    "threats",
                    "threat",
                    "penalty",
                    "sentence",
                    "sentences",
                ])
            },
        )
    });
    let noun = counted.filter(|&noun| {
        !told && (at + 1..noun).all(|index| atoms.is_word(index) && !atoms.has(index, Flag::Verb))
    })?;
    // "no arrests have been made", "there were no survivors", and no warrants
    let more = || atoms.is_word(noun + 1) && !atoms.has(noun + 1, Flag::Stop);
    let made =
        || atoms.is_any(noun, &["arrests", "arrest"]) && (!more() || is_made(atoms, noun + 1));
    // "no longer looking for survivors" denies another thing
    let survivors = || atoms.is_any(noun, &["survivors", "survivor"]) && noun <= at + 2 && !more();
    let arrest = || atoms.is(noun, "arrest").then_some(Role::Detained);
    let role = atoms
        .word(noun)
        .noun
        .or_else(arrest)
        .filter(|&role| role <= Role::Missing || made() || survivors())?;
    // "no other injured people"
    let people = usize::from(atoms.gap(noun + 1) && atoms.has(noun + 1, Flag::People));
    let noun = Noun {
        first: noun,
        end: noun + 1 + people,
        plural: true,
    };
    Some(draft(atoms, at, at + 1, Some(noun), role))
}

/// "no loss of life".
fn no_loss(atoms: &Atoms<'_>, at: usize) -> Option<Draft> {
    let loss = at + 1 + usize::from(atoms.is_any(at + 1, &["reported", "further", "confirmed"]));
    let life = atoms.is(loss, "loss")
        && atoms.is(loss + 1, "of")
        && atoms.is_any(loss + 2, &["life", "lives"]);
    life.then(|| draft(atoms, at, at + 1, None, Role::Killed))
}

fn is_made(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_any(at, &["made", "followed", "reported"])
}

/// "no new case has been found", "no cholera cases", and no case in a court.
fn no_case(atoms: &Atoms<'_>, at: usize) -> Option<Draft> {
    let noun = (at + 1..at + 5)
        .take_while(|&at| atoms.is_word(at) && !atoms.has(at, Flag::Stop))
        .find(|&at| atoms.is_any(at, &["case", "cases", "infections", "infection"]))?;
    let found = &[
        "detected",
        "found",
        "confirmed",
        "reported",
        "recorded",
        "registered",
        "diagnosed",
    ];
    // "there have been no new cases for three days"
    let there = at > 1
        && atoms.is_any(at - 1, &["been", "were", "are"])
        && (at.saturating_sub(3)..at).any(|at| atoms.is(at, "there"));
    // "the district has reported no cases"
    let before = at > 0 && atoms.is_any(at - 1, found) && !atoms.is(noun + 1, "of");
    let told = there || before || (noun + 1..noun + 6).any(|at| atoms.is_any(at, found));
    let court = (at.saturating_sub(4)..noun + 6)
        .any(|at| atoms.has(at, Flag::Court) && !atoms.is(at, "other"));
    let noun = Noun {
        first: noun,
        end: noun + 1,
        plural: true,
    };
    (told && !court).then(|| draft(atoms, at, at + 1, Some(noun), Role::Sick))
}

/// What did not happen to anybody.
fn told(atoms: &Atoms<'_>, from: usize) -> Option<Role> {
    let from = behind_place(atoms, behind_clause(atoms, from));
    for at in from..from + 8 {
        let word = atoms.word(at);
        // "no soldiers had been among the dead"
        if atoms.is(at, "among") && atoms.is_any(at + 1, &["the", "those"]) {
            let adverb =
                usize::from(atoms.has(at + 2, Flag::Adverb) || atoms.text(at + 2).ends_with("ly"));
            let named = atoms.word(at + 2 + adverb);
            return named
                .noun
                .or(named.after)
                .filter(|&role| role <= Role::Missing);
        }
        // "no one has been heard calling"
        if atoms.is_any(at, &["heard", "seen"]) && atoms.text(at + 1).ends_with("ing") {
            return None;
        }
        // "no tourists fell ill"
        if atoms.is_any(at, &["fell", "fallen", "fall", "became", "become"])
            && atoms.is_any(at + 1, &["ill", "sick", "unwell"])
        {
            return Some(Role::Sick);
        }
        // "no soldiers were lost in the raid"
        if atoms.is(at, "lost") && atoms.is_any(at + 1, &["in", "on", "during", "when"]) {
            return Some(Role::Killed);
        }
        if let Some(role) = word.after {
            let object = atoms.is_any(at + 1, &["them", "him", "her", "it", "the", "us", "me"]);
            // "had been shot dead"
            let dead = atoms.is(at, "shot") && atoms.is(at + 1, "dead");
            let role = if dead { Role::Killed } else { role };
            let harm = role <= Role::Missing || matches!(role, Role::Trapped | Role::Sick);
            // "nobody survived"
            let lived = atoms.is(at, "survived");
            return ((harm || lived) && !object).then_some(role);
        }
        let light = word.is(Flag::Auxiliary)
            || word.is(Flag::Adverb)
            || word.is(Flag::Determiner)
            || word.is(Flag::People)
            || word.is(Flag::Fighter)
            || atoms.is_any(
                at,
                &[
                    "aboard", "on", "board", "believed", "thought", "known", "reported", "listed",
                    "as", "to",
                ],
            );
        if !light {
            return None;
        }
    }
    None
}

/// "no one on the train, which was pulling wagons, was hurt": behind a clause between commas.
fn behind_clause(atoms: &Atoms<'_>, from: usize) -> usize {
    let Some(open) = (from..from + 7).find(|&at| atoms.is_mark(at, ',')) else {
        return from;
    };
    let placed = (from..open).all(|at| atoms.is_word(at) && atoms.word(at).after.is_none());
    if !placed || !atoms.is_any(open + 1, &["which", "who", "whose", "where"]) {
        return from;
    }
    let close = (open + 2..open + 24).find(|&at| atoms.is_mark(at, ','));
    close.map_or(from, |close| close + 1)
}

/// "nobody on the ground was hurt": the verb that helps, behind a place in which nothing is told.
fn behind_place(atoms: &Atoms<'_>, from: usize) -> usize {
    if !atoms.is_any(
        from,
        &["on", "in", "at", "inside", "outside", "near", "from"],
    ) {
        return from;
    }
    let verb = (from + 1..from + 7).find(|&at| atoms.has(at, Flag::Auxiliary));
    let plain = |at: usize| atoms.is_word(at) && atoms.word(at).after.is_none();
    verb.filter(|&verb| (from..verb).all(plain)).unwrap_or(from)
}

fn draft(atoms: &Atoms<'_>, first: usize, end: usize, noun: Option<Noun>, role: Role) -> Draft {
    Draft {
        numeral: Numeral {
            first,
            digits: first,
            end,
            low: 0.0,
            high: 0.0,
            mantissa: 0.0,
            scale: 1.0,
            form: Form::Spelled,
            money: None,
            plus: false,
            span: atoms.span(first).join(atoms.span(end - 1)),
            measure: None,
        },
        measure: None,
        noun,
        qualifier: None,
        head: first,
        tail: noun.map_or(end, |noun| noun.end),
        change: None,
        role: Some(role),
        negated: true,
        part_of: None,
        elliptic: false,
        votes: false,
        former: false,
        per: None,
    }
}
