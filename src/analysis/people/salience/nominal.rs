//! Whom a phrase without a name stands for: "the mayor", "Ruiz, the mayor,", "Ruiz was the mayor".

use super::super::charges::is_charge;
use super::super::chunks::{Chunk, Guess, Opening};
use super::super::names::span_of;
use super::super::{EntityKind, Form};
use super::Resolver;
use crate::analysis::listed::Listed;
use crate::document::Span;
use crate::language::Class;

/// Nouns that any body may be called by once it is named.
const BODIES: Listed = Listed::of(&[
    "group",
    "organisation",
    "organization",
    "charity",
    "agency",
    "company",
    "firm",
    "union",
    "club",
    "movement",
    "association",
    "network",
    "institute",
]);

impl Resolver<'_, '_, '_> {
    /// A nominal beside a name is what that person is: "Ruiz, the mayor," and "The mayor, Ruiz,".
    pub(super) fn nominal(
        &mut self,
        chunk: &Chunk,
        before: Option<&Chunk>,
        after: Option<&Chunk>,
    ) -> (Option<usize>, u8) {
        let comma = |left: usize, right: usize| left + 1 == right && self.reading.word(left) == ",";
        let person = |other: &&Chunk| {
            other.form == Form::Name && matches!(other.kind, Guess::Person | Guess::Unclear)
        };
        let head = chunk.head.unwrap_or(chunk.tokens.start);
        let has_office = self
            .reading
            .classes(head)
            .has_any(&[Class::Title, Class::RoleNoun]);
        let owner = before
            .filter(|_| has_office)
            .filter(person)
            .filter(|b| {
                let start = chunk.tokens.start;
                // "Milagros Funes, then a student,"
                let light = self
                    .reading
                    .is_any(start.wrapping_sub(1), &["then", "now", "once"]);
                let apposed = comma(b.tokens.end, start - usize::from(light));
                apposed && !chunk.plural && !b.owner
            })
            .filter(|_| !self.acts(chunk) && !self.acts_with(chunk, after));
        if let Some(owner) = owner {
            let (entity, _) = self.table.link_name(owner);
            self.table.set_role(head, chunk.tokens.start, entity);
            if let Some(gender) = chunk.gender {
                self.table.set_gender(entity, gender);
            }
            return (Some(entity), 85);
        }
        let one = has_office && !chunk.plural;
        if let Some(subject) = one.then(|| self.predicate_of(chunk)).flatten() {
            self.table.set_role(head, chunk.tokens.start, subject);
            if let Some(gender) = chunk.gender {
                self.table.set_gender(subject, gender);
            }
            return (Some(subject), 80);
        }
        let named = after
            .filter(person)
            .filter(|a| comma(chunk.tokens.end, a.tokens.start) && !chunk.plural);
        if let Some(named) = named.filter(|_| has_office && chunk.opening != Opening::Bare) {
            let (entity, _) = self.table.link_name(named);
            self.table.set_role(head, chunk.tokens.start, entity);
            if let Some(gender) = chunk.gender {
                self.table.set_gender(entity, gender);
            }
            return (Some(entity), 85);
        }
        if let Some(body) = self.body_of(chunk, head) {
            self.table.set_role(head, chunk.tokens.start, body);
            return (Some(body), 70);
        }
        let (entity, confidence) = self.table.link_nominal(chunk);
        if let Some(tail) = after.filter(|after| self.belongs(chunk, after, entity)) {
            self.table.extend_name(entity, &tail.tokens);
        }
        (Some(entity), confidence)
    }

    /// The named body that "the group" stands for: the one that stands out far before others, where
    /// nothing else was called that.
    fn body_of(&self, chunk: &Chunk, head: usize) -> Option<usize> {
        let plain = chunk.tokens.len() == 2 && chunk.opening == Opening::Definite;
        let plain = plain && self.reading.word(chunk.tokens.end) != "of";
        if !plain || !self.reading.is_listed(head, &BODIES) || self.table.has_role(head) {
            return None;
        }
        let (mut best, mut first, mut second) = (None, 0, 0);
        for active in &self.active {
            if !self.table.is_named_body(active.entity) {
                continue;
            }
            second = second.max(first.min(active.weight()));
            if active.weight() > first {
                (best, first) = (Some(active.entity), active.weight());
            }
        }
        best.filter(|_| first > 2 * second)
    }

    /// Whether a phrase is part of the description before it: "the port" in "a spokesman for the port".
    fn belongs(&self, chunk: &Chunk, after: &Chunk, entity: usize) -> bool {
        let end = chunk.tokens.end;
        let new = self.table.entity(entity).is_some_and(|entity| {
            entity.kind == EntityKind::Unnamed
                && entity.name == span_of(self.reading, &chunk.tokens)
        });
        let tie = matches!(self.reading.word(end), "of" | "for" | "at" | "from");
        let charged = self.reading.word(end) == "for"
            && chunk
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|verb| is_charge(self.reading, verb));
        new && tie
            && !charged
            && after.tokens.start == end + 1
            && after.form != Form::Pronoun
            && !after.owner
    }

    /// Whether a verb stands right behind a phrase.
    fn acts(&self, chunk: &Chunk) -> bool {
        let mut at = chunk.tokens.end;
        while self.reading.has(at, Class::Auxiliary) && at < chunk.tokens.end + 3 {
            at += 1;
        }
        at > chunk.tokens.end
            || self.reading.classes(at).has_any(&[
                Class::CueVerb,
                Class::ClaimVerb,
                Class::Verb,
                Class::PastVerb,
            ])
    }

    /// "off Cape Sarn, a spokesman for the port said": the verb stands behind the rest of the phrase.
    fn acts_with(&self, chunk: &Chunk, after: Option<&Chunk>) -> bool {
        let end = chunk.tokens.end;
        let tie = matches!(
            self.reading.word(end),
            "of" | "for" | "at" | "from" | "with" | "in"
        );
        let tail = after.filter(|after| tie && after.tokens.start == end + 1);
        // "the head of Unicef's mission warned"
        let owned = |tail: &Chunk| {
            let end = tail.tokens.end;
            let plain = |&at: &usize| self.reading.word(at) != ",";
            tail.owner
                && (end + 1..end + 5)
                    .take_while(plain)
                    .any(|at| self.reading.has(at, Class::CueVerb))
        };
        tail.is_some_and(|tail| self.acts(tail) || owned(tail))
    }

    /// The person of whom a phrase is said: "Ruiz was the mayor".
    fn predicate_of(&self, chunk: &Chunk) -> Option<usize> {
        let (end, entity) = self.last?;
        let between = end..chunk.tokens.start;
        let be = |at: usize| {
            self.reading
                .is_any(at, &["is", "was", "are", "were", "became"])
        };
        let ties = between.len() <= 3
            && between.clone().any(be)
            && between.clone().all(|at| {
                be(at)
                    || self
                        .reading
                        .classes(at)
                        .has_any(&[Class::Auxiliary, Class::Adverb])
            });
        let person = self.table.entity(entity)?.kind == EntityKind::Person;
        (ties && person).then_some(entity)
    }

    /// "the Orsk Highway": a thing that says nothing, whatever its name.
    pub(super) fn is_mute(&self, name: Span) -> bool {
        let last = self.reading.document.tokens_in(name).last();
        last.is_some_and(|last| self.reading.has(last, Class::MuteNoun))
    }
}
