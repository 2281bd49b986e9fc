//! "No deaths", "nobody was hurt": figures of none.

use super::atoms::Atoms;
use super::draft::Draft;
use super::nouns::Noun;
use super::numerals::{Form, Numeral};
use super::tables::Flag;
use crate::analysis::reading::Reading;
use crate::briefing::Role;

/// The figures of none in a sentence.
pub(super) fn find(atoms: &Atoms, reading: &Reading<'_>, drafts: &[Draft]) -> Vec<Draft> {
    (0..atoms.len())
        .filter(|&at| {
            !drafts
                .iter()
                .any(|draft| (draft.numeral.first..draft.numeral.end).contains(&at))
        })
        .filter_map(|at| none_at(atoms, reading, at))
        .collect()
}

fn none_at(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> Option<Draft> {
    if atoms.is(reading, at, "no") && !atoms.is(reading, at + 1, "one") {
        return no_noun(atoms, at);
    }
    let no_one = atoms.is(reading, at, "no") && atoms.is(reading, at + 1, "one");
    if no_one || atoms.is_any(reading, at, &["nobody", "none"]) {
        let end = at + 1 + usize::from(no_one);
        let role = told(atoms, reading, end)?;
        return Some(draft(atoms, at, end, None, role));
    }
    None
}

/// "no deaths", "no civilian casualties", "no reports of injuries".
fn no_noun(atoms: &Atoms, at: usize) -> Option<Draft> {
    let counted = (at + 1..at + 5).find(|&index| atoms.word(index).noun.is_some());
    let noun = counted.filter(|&noun| {
        (at + 1..noun).all(|index| atoms.is_word(index) && !atoms.has(index, Flag::Verb))
    })?;
    let role = atoms
        .word(noun)
        .noun
        .filter(|&role| role <= Role::Missing)?;
    let noun = Noun {
        first: noun,
        end: noun + 1,
        plural: true,
    };
    Some(draft(atoms, at, at + 1, Some(noun), role))
}

/// What did not happen to anybody.
fn told(atoms: &Atoms, reading: &Reading<'_>, from: usize) -> Option<Role> {
    for at in from..from + 6 {
        let word = atoms.word(at);
        if let Some(role) = word.after {
            return (role <= Role::Sick).then_some(role);
        }
        let light = word.is(Flag::Auxiliary)
            || word.is(Flag::Adverb)
            || atoms.is_any(reading, at, &["of", "the", "them", "aboard", "on", "board"]);
        if !light {
            return None;
        }
    }
    None
}

fn draft(atoms: &Atoms, first: usize, end: usize, noun: Option<Noun>, role: Role) -> Draft {
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
        per: None,
    }
}
