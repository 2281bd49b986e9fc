//! Quotes that an attribution of their own sentence covers.

use std::ops::Range;

use super::form::{self, Shape};
use super::{Finder, Found, speaker};
use crate::analysis::attribution::{Attribution, Source, Strength};
use crate::analysis::marks::Marked;
use crate::analysis::people::{EntityKind, Gender};
use crate::briefing::{QuoteKind, Speaker};
use crate::language::Class;

/// So many bytes behind a weak cue a colon no longer belongs to it.
const FAR: usize = 60;

impl Finder<'_> {
    /// "I", "we" and "you" outside the marks name nobody.
    fn is_own_voice(&self, source: &Source) -> bool {
        let word = self.reading.document.slice(source.mention);
        source.entity.is_none()
            && ["i", "we", "you"]
                .iter()
                .any(|w| word.eq_ignore_ascii_case(w))
    }

    /// A stretch that an attribution of its own sentence speaks for.
    pub(super) fn covered(
        &self,
        unit: &Range<usize>,
        at: usize,
        marked: &Marked,
        own: &[Attribution],
        shape: &Shape,
    ) -> Option<Found> {
        let mut covers = own
            .iter()
            .filter(|a| a.scope.contains(marked.outer))
            .collect::<Vec<_>>();
        covers.retain(|a| a.source.is_none_or(|source| !self.is_own_voice(&source)));
        covers.retain(|a| form::accepts(self.items, unit, at, marked, a, shape));
        let distance = |a: &&&Attribution| {
            if a.before {
                a.cue.start().saturating_sub(marked.outer.end())
            } else {
                marked.outer.start().saturating_sub(a.cue.end())
            }
        };
        let inner = self.inner(&covers, marked);
        let outer = covers.iter().filter(|a| a.before).min_by_key(distance);
        let tag = outer.filter(|_| shape.whole);
        let idle = inner.filter(|inner| inner.strength == Strength::Weak && !self.can_say(inner));
        let sure = outer.filter(|outer| idle.is_some() && outer.strength == Strength::Speech);
        let chosen = tag.or(sure).or(inner).or(outer)?;
        if shape.whole && self.is_far_from_colon(at, marked, chosen) {
            return None;
        }
        let via = inner
            .and(outer)
            .filter(|_| tag.is_none() && sure.is_none())
            .and_then(|a| a.source);
        let via = via.filter(|via| chosen.source.is_some_and(|s| s.name != via.name));
        let via = via.filter(|_| outer.is_some_and(|outer| self.passes_on(outer)));
        let kind = if shape.whole {
            QuoteKind::Direct
        } else {
            QuoteKind::Partial
        };
        let same_group = self.last.as_ref().is_some_and(|last| {
            last.unit == unit.start && shape.whole && last.kind == QuoteKind::Direct
        });
        Some(Found {
            kind,
            speaker: chosen.source.map(|source| {
                let ahead = self.named_later(&source, own, marked);
                ahead.unwrap_or_else(|| speaker::of(self.people, &source, chosen))
            }),
            via: via.map(|source| speaker::plain(&source, "passes the words on")),
            cue: Some(chosen.cue),
            same_group,
        })
    }

    /// "..., she told Arden, Quist said later": a pronoun that only the end of the sentence names.
    fn named_later(
        &self,
        source: &Source,
        own: &[Attribution],
        marked: &Marked,
    ) -> Option<Speaker> {
        let word = self.reading.document.slice(source.mention);
        let gender = match () {
            () if word.eq_ignore_ascii_case("he") => Gender::Male,
            () if word.eq_ignore_ascii_case("she") => Gender::Female,
            () => return None,
        };
        let fits = |later: &Source| {
            let entity = self.people.entities.get(later.entity?)?;
            let person = entity.kind == EntityKind::Person;
            let same = entity.gender.is_none_or(|known| known == gender);
            (person && same && later.mention.start() > source.mention.end()).then_some(entity.name)
        };
        let told =
            |a: &Attribution| (a.before && a.cue.start() > marked.outer.end()).then_some(a.source?);
        let name = own.iter().filter_map(told).find_map(|later| fits(&later));
        let name = name.filter(|_| source.entity.is_none())?;
        let found = Source {
            name,
            confidence: 65,
            ..*source
        };
        Some(speaker::plain(
            &found,
            "the end of the sentence names the pronoun",
        ))
    }

    /// Whether the source of an attribution is anybody who can say something.
    fn can_say(&self, attribution: &Attribution) -> bool {
        let Some(entity) = attribution.source.and_then(|source| source.entity) else {
            return true;
        };
        let entity = self.people.entities.get(entity);
        entity.is_none_or(|entity| {
            entity.kind != EntityKind::Unnamed
                || entity.head.is_some_and(|head| {
                    self.reading.classes(head).has_any(&[
                        Class::Title,
                        Class::RoleNoun,
                        Class::GroupNoun,
                        Class::OrgNoun,
                        Class::DocumentNoun,
                    ])
                })
        })
    }

    /// Whether a colon announces a whole utterance, and the only cue is a weak one far before it.
    fn is_far_from_colon(&self, at: usize, marked: &Marked, chosen: &Attribution) -> bool {
        let colon = at
            .checked_sub(1)
            .is_some_and(|colon| self.items.is(colon, ":"));
        let far = marked.outer.start().saturating_sub(chosen.cue.end()) > FAR;
        colon && far && chosen.strength == Strength::Weak && !chosen.before
    }

    /// Whether a cue behind the words hands them on: "according to", "the agency reported"; not
    /// "was denied by the ministry".
    fn passes_on(&self, outer: &Attribution) -> bool {
        let cue = self.reading.document.slice(outer.cue);
        let denies = &["den", "reject", "dismiss", "disput", "refut", "question"];
        outer.strength == Strength::Speech && !denies.iter().any(|stem| cue.starts_with(stem))
    }

    /// Of the attributions before a stretch the nearest, but "said it shows" is the word of who said
    /// it: only another person takes it over by a weak cue.
    fn inner<'b>(
        &self,
        covers: &'b [&'b Attribution],
        marked: &Marked,
    ) -> Option<&'b &'b Attribution> {
        let ahead = |a: &&&Attribution| !a.before;
        let nearest = covers.iter().filter(ahead).max_by_key(|a| a.cue.start())?;
        let thing = |a: &Attribution| {
            let mention = a
                .source
                .map(|source| self.reading.document.slice(source.mention));
            mention == Some("it")
        };
        if nearest.strength == Strength::Speech && !thing(nearest) {
            return Some(nearest);
        }
        let speech = covers
            .iter()
            .filter(ahead)
            .filter(|a| a.strength == Strength::Speech && !thing(a));
        let Some(speech) = speech.max_by_key(|a| a.cue.start()) else {
            return Some(nearest);
        };
        let entity = nearest.source.and_then(|source| source.entity);
        let kind = entity
            .and_then(|entity| self.people.entities.get(entity))
            .map(|e| e.kind);
        let other = entity != speech.source.and_then(|source| source.entity);
        let named = kind == Some(EntityKind::Person) && other && !nearest.inherited;
        let near = marked.outer.start().saturating_sub(nearest.cue.end()) < 60;
        Some(if named && near { nearest } else { speech })
    }
}
