//! What stands between a subject and its verb: clauses with "who", and what a name is.

use std::ops::Range;

use super::cue::Cue;
use super::items::Items;
use super::phrases::is_verb;
use super::subject::head_of;
use crate::analysis::people::Form;
use crate::language::{Class, Classes};

/// What the predicate of a clause begins with, where nobody speaks.
pub(in crate::analysis) const PREDICATE: Classes = Classes::of(&[
    Class::IsVerb,
    Class::WasVerb,
    Class::HasVerb,
    Class::HadVerb,
    Class::WillVerb,
    Class::WouldVerb,
    Class::MayVerb,
    Class::CanVerb,
    Class::PastVerb,
]);

/// "the worker who runs the camp said": the "who" of a clause between a subject and its verb.
pub(super) fn clause_with_who(
    items: &Items<'_>,
    unit: &Range<usize>,
    left: usize,
) -> Option<usize> {
    let floor = left.saturating_sub(7).max(unit.start + 1);
    let who = (floor..left)
        .rev()
        .take_while(|&at| !matches!(items.word(at), "," | ";" | ":") && !items.is_marked(at))
        .find(|&at| items.is(at, "who"))?;
    let tells = who + 2 < left && is_verb(items, who + 1) && items.phrase(who + 1).is_none();
    let cue = (who + 1..left).any(|at| items.has(at, Class::CueVerb));
    (tells && !cue && items.phrase(who - 1).is_some()).then_some(who)
}

/// "Ruiz, who said": the phrase before the comma and its tail.
pub(super) fn antecedent(
    items: &Items<'_>,
    unit: &Range<usize>,
    relative: usize,
) -> Option<(usize, usize)> {
    let mut last = relative.checked_sub(1)?;
    if items.is(last, ",") {
        last = last.checked_sub(1)?;
    }
    if last < unit.start {
        return None;
    }
    items.phrase(last)?;
    let head = head_of(items, unit, last);
    Some((head, last + 1))
}

/// "the man who admitted the theft was given 30 years": what is told in a clause with "who" ends at the verb
/// of the whole sentence. Behind "that" and "said" another clause with its own verb goes first.
pub(super) fn end_of_clause(items: &Items<'_>, cue: &Cue, from: usize, until: usize) -> usize {
    let who = cue.items.start.wrapping_sub(1);
    // "unlike the council, which reports 12 deaths, the opposition speaks of 30"
    if items.is_any(who, &["which", "who"]) && items.is(who.wrapping_sub(1), ",") {
        let main = |at: &usize| {
            items.is(*at, ",") && items.phrase(at + 1).is_some() && is_verb(items, at + 2)
        };
        return (from..until).find(main).unwrap_or(until);
    }
    if !items.is(who, "who") || items.is(who.wrapping_sub(1), ",") {
        return until;
    }
    let verb = items.word(cue.items.start);
    let pronoun = items
        .phrase(from)
        .is_some_and(|it| it.form == Form::Pronoun);
    let telling =
        pronoun || matches!(verb, "said" | "says" | "say" | "claims") || items.is(from - 1, "that");
    let finite = |at: usize| items.classes(at).meets(PREDICATE);
    let verbs = (from..until).filter(|&at| finite(at) && !finite(at - 1));
    verbs.into_iter().nth(usize::from(telling)).unwrap_or(until)
}

/// "mayor of Lomo" in "Ana Ruiz, mayor of Lomo, said": an office without an article, which may describe a
/// name in front of it. A body speaks for itself: "a mine, local radio said".
pub(super) fn is_bare_office(items: &Items<'_>, head: usize) -> bool {
    items.phrase(head).is_some_and(|phrase| {
        let noun = phrase.end_token.saturating_sub(1);
        phrase.form == Form::Nominal
            && !phrase.plural
            && !items.reading.has(phrase.first_token, Class::Determiner)
            && !items.reading.has(noun, Class::OrgNoun)
    })
}

/// "a source close to the talks", "a person familiar with the matter": whoever is so, for what they are close to.
pub(super) fn over_adjective(items: &Items<'_>, unit: &Range<usize>, head: usize) -> usize {
    const NEAR: &[&str] = &[
        "close", "familiar", "briefed", "privy", "opposed", "loyal", "allied", "linked",
    ];
    let who = head.checked_sub(3).filter(|&who| who >= unit.start);
    let tied = who.filter(|&who| {
        items.is_any(who + 1, NEAR)
            && (items.is(who + 2, "to") || items.has(who + 2, Class::Preposition))
            && items
                .phrase(who)
                .is_some_and(|phrase| phrase.form == Form::Nominal)
    });
    tied.map_or(head, |who| head_of(items, unit, who))
}
