//! Which names belong to one person or body.

mod roles;

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use self::roles::Role;
use super::chunks::{Chunk, Guess};
use super::words::key;
use super::{Entity, EntityKind, Form, Gender};
use crate::analysis::reading::Reading;
use crate::document::Span;

/// So many entities with one last word are kept apart; a further one joins the first.
const MOST_NAMESAKES: usize = 8;

/// An entity while it is put together.
#[derive(Debug)]
struct Known {
    entity: Entity,
    first: u64,
    words: usize,
    /// How often the full name stands in the text.
    count: usize,
    /// The number of the last mention so far; 0 for none yet.
    seen: usize,
    /// Whether it is many: "officials".
    plural: bool,
    /// Whether it is among those who stand out.
    active: bool,
    /// The next one with the same last word.
    namesake: Option<usize>,
}

/// The entities, and the words they are found by.
pub(super) struct Table<'r, 'd> {
    reading: &'r Reading<'d>,
    known: Vec<Known>,
    /// The first entity with a last word.
    by_last: HashMap<u64, usize, FixedState>,
    by_first: HashMap<u64, usize, FixedState>,
    by_initials: HashMap<u64, usize, FixedState>,
    /// The last entity that held a role: "mayor".
    by_role: HashMap<u64, Role, FixedState>,
    clock: usize,
}

impl<'r, 'd> Table<'r, 'd> {
    /// Gathers the full names of a text.
    pub(super) fn new(reading: &'r Reading<'d>, chunks: &[Chunk]) -> Self {
        // A guess that spares most articles to fill their tables anew; a long one has no more for its length.
        let names = (chunks.len() / 4).min(256);
        let mut table = Self {
            reading,
            known: Vec::with_capacity(chunks.len() * 3 / 4),
            by_last: HashMap::with_capacity_and_hasher(names, FixedState::default()),
            by_first: HashMap::with_capacity_and_hasher(names, FixedState::default()),
            by_initials: HashMap::default(),
            by_role: HashMap::with_capacity_and_hasher(chunks.len() / 2, FixedState::default()),
            clock: 0,
        };
        let full = |chunk: &&Chunk| {
            chunk.form == Form::Name && !chunk.loose && table_words(reading, &chunk.name) >= 2
        };
        for chunk in chunks.iter().filter(full) {
            table.gather(chunk);
        }
        table
    }

    pub(super) fn into_entities(self) -> Vec<Entity> {
        self.known.into_iter().map(|known| known.entity).collect()
    }

    pub(super) fn entity(&self, index: usize) -> Option<&Entity> {
        self.known.get(index).map(|known| &known.entity)
    }

    /// Whether an entity is a body with a name of more than a word, which is surely one.
    pub(super) fn is_named_body(&self, index: usize) -> bool {
        let known = self.known.get(index);
        known.is_some_and(|k| k.entity.kind == EntityKind::Organisation && k.words > 1)
    }

    pub(super) fn is_plural(&self, index: usize) -> bool {
        self.known.get(index).is_some_and(|known| known.plural)
    }

    /// Whether an entity is among those who stand out.
    pub(super) fn is_active(&self, index: usize) -> bool {
        self.known.get(index).is_some_and(|known| known.active)
    }

    pub(super) fn set_active(&mut self, index: usize, active: bool) {
        if let Some(known) = self.known.get_mut(index) {
            known.active = active;
        }
    }

    fn span(&self, tokens: &Range<usize>) -> Span {
        span_of(self.reading, tokens)
    }

    /// The last word of a name, without "Jr" and the like.
    fn last(&self, name: &Range<usize>) -> u64 {
        let suffix = |at: &usize| {
            let word = self.reading.word(*at);
            matches!(word, "Jr" | "Sr" | "II" | "III" | "IV" | ".") || !self.reading.is_capital(*at)
        };
        let last = name.clone().rev().find(|at| !suffix(at));
        self.reading.key(last.unwrap_or(name.start))
    }

    /// Adds a full name, or counts one that is known.
    fn gather(&mut self, chunk: &Chunk) {
        let last = self.last(&chunk.name);
        let first = self.reading.key(chunk.name.start);
        let words = table_words(self.reading, &chunk.name);
        let same = self.namesakes(last).find(|&at| {
            let known = &self.known[at];
            known.first == first && clash(known.entity.gender, chunk.gender).is_none()
        });
        let span = self.span(&chunk.name);
        if let Some(at) = same {
            let known = &mut self.known[at];
            known.count += 1;
            if words > known.words && known.entity.kind == EntityKind::Person {
                known.words = words;
                known.entity.name = span;
            }
            known.entity.gender = known.entity.gender.or(chunk.gender);
            if chunk.kind == Guess::Person
                && known.entity.kind != EntityKind::Person
                && chunk.tokens.start < chunk.name.start
            {
                known.entity.kind = EntityKind::Person;
            }
            return;
        }
        self.add(chunk, last, first, words);
    }

    fn add(&mut self, chunk: &Chunk, last: u64, first: u64, words: usize) -> usize {
        let index = self.known.len();
        let kind = match chunk.kind {
            Guess::Person => EntityKind::Person,
            Guess::Organisation | Guess::Unclear => EntityKind::Organisation,
            Guess::Place => EntityKind::Place,
            Guess::Nominal => EntityKind::Unnamed,
        };
        let tokens = if kind == EntityKind::Unnamed || chunk.name.is_empty() {
            &chunk.tokens
        } else {
            &chunk.name
        };
        self.known.push(Known {
            entity: Entity {
                name: self.span(tokens),
                kind,
                head: chunk.head.filter(|_| kind == EntityKind::Unnamed),
                gender: chunk.gender,
            },
            first,
            words,
            count: 1,
            seen: 0,
            plural: chunk.plural,
            active: false,
            namesake: None,
        });
        if kind == EntityKind::Unnamed {
            return index;
        }
        self.add_namesake(last, index);
        if words > 1 {
            self.by_first.entry(first).or_insert(index);
            if kind != EntityKind::Person {
                let initials = self.initials(&chunk.name);
                self.by_initials.entry(initials).or_insert(index);
            }
        }
        index
    }

    /// The entities with a last word, in the order they were met.
    fn namesakes(&self, last: u64) -> impl Iterator<Item = usize> {
        let first = self.by_last.get(&last).copied();
        std::iter::successors(first, |&at| self.known[at].namesake)
    }

    fn add_namesake(&mut self, last: u64, index: usize) {
        let (mut count, mut end) = (0, None);
        for at in self.namesakes(last) {
            (count, end) = (count + 1, Some(at));
        }
        match end {
            None => drop(self.by_last.insert(last, index)),
            Some(end) if count < MOST_NAMESAKES => self.known[end].namesake = Some(index),
            Some(_) => {}
        }
    }

    /// A number for the capitals of a name: of "HRANA" and "Human Rights Activists News Agency" the
    /// same.
    fn initials(&self, name: &Range<usize>) -> u64 {
        let mut capitals = [0; 8];
        let mut count = 0;
        for at in name
            .clone()
            .filter(|&at| self.reading.is_capital(at))
            .take(8)
        {
            capitals[count] = self
                .reading
                .word(at)
                .as_bytes()
                .first()
                .copied()
                .unwrap_or_default();
            count += 1;
        }
        key(std::str::from_utf8(&capitals[..count]).unwrap_or_default())
    }

    /// The entity of a name, a new one if need be, and how sure that is.
    pub(super) fn link_name(&mut self, chunk: &Chunk) -> (usize, u8) {
        self.clock += 1;
        let last = self.last(&chunk.name);
        let first = self.reading.key(chunk.name.start);
        let words = table_words(self.reading, &chunk.name);
        let told = told_gender(chunk, words);
        let found = self.namesake(chunk, (last, first), words, told);
        let found = found.or_else(|| self.in_headline(chunk));
        let (index, confidence) = match found {
            Some(found) => found,
            None if chunk.loose => (self.add_unfound(chunk), 60),
            None => (self.add(chunk, last, first, words), 90),
        };
        let known = &mut self.known[index];
        known.seen = self.clock;
        known.entity.gender = known.entity.gender.or(told);
        if chunk.kind == Guess::Person
            && words == 1
            && known.entity.kind == EntityKind::Organisation
            && known.words == 1
        {
            known.entity.kind = EntityKind::Person;
        }
        (index, confidence)
    }

    /// The entity of a headline's run of capitals: one whose last name stands in it.
    fn in_headline(&self, chunk: &Chunk) -> Option<(usize, u8)> {
        let known = |at: usize| self.by_last.get(&self.reading.key(at)).copied();
        let found = chunk.name.clone().filter(|_| chunk.loose).find_map(known)?;
        Some((found, 75))
    }

    /// Adds an entity that no later name is linked to.
    fn add_unfound(&mut self, chunk: &Chunk) -> usize {
        self.known.push(Known {
            entity: Entity {
                name: self.span(&chunk.name),
                kind: EntityKind::Organisation,
                head: None,
                gender: None,
            },
            first: 0,
            words: 0,
            count: 1,
            seen: 0,
            plural: false,
            active: false,
            namesake: None,
        });
        self.known.len() - 1
    }

    fn namesake(
        &self,
        chunk: &Chunk,
        (last, first): (u64, u64),
        words: usize,
        gender: Option<Gender>,
    ) -> Option<(usize, u8)> {
        let mut candidates = self.namesakes(last);
        if words > 1 {
            let same = candidates.find(|&at| {
                self.known[at].first == first
                    && clash(self.known[at].entity.gender, gender).is_none()
            });
            return same.map(|at| (at, 98));
        }
        let fits = |at: &usize| {
            let known = &self.known[*at];
            clash(known.entity.gender, gender).is_none()
                && (chunk.kind != Guess::Place || known.entity.kind == EntityKind::Place)
        };
        let mut best: Option<usize> = None;
        let mut several = false;
        for at in candidates.filter(|at| fits(at)) {
            several |= best.is_some();
            if best.is_none_or(|best| self.rank(at) > self.rank(best)) {
                best = Some(at);
            }
        }
        if let Some(best) = best {
            return Some((best, if several { 75 } else { 95 }));
        }
        let word = self.reading.word(chunk.name.start);
        if word.len() > 1 && !word.chars().any(char::is_lowercase) {
            let letters = key(&word.replace('.', ""));
            // "the FBI" is nobody whom an article calls by a given name
            return self.by_initials.get(&letters).map(|&at| (at, 90));
        }
        let given = self.by_first.get(&last).copied()?;
        let entity = &self.known[given].entity;
        (entity.kind == EntityKind::Person && chunk.kind != Guess::Place).then_some((given, 85))
    }

    /// People first, then those already met, then the one named most, then the one named last.
    fn rank(&self, at: usize) -> (bool, bool, usize, usize) {
        let known = &self.known[at];
        (
            known.entity.kind == EntityKind::Person,
            known.seen > 0,
            known.count,
            known.seen,
        )
    }

    /// Gives a body the letters that it is called by from here on.
    pub(super) fn set_short_name(&mut self, body: usize, letters: &str) {
        self.by_initials.insert(key(letters), body);
    }

    pub(super) fn set_gender(&mut self, entity: usize, gender: Gender) {
        if let Some(known) = self.known.get_mut(entity) {
            known.entity.gender.get_or_insert(gender);
        }
    }
}

/// The gender that a mention tells of whom it names: a single word that may be a given name ("Scott",
/// "Kelly") may as well be a last one, and then tells nothing.
fn told_gender(chunk: &Chunk, words: usize) -> Option<Gender> {
    let alone = words == 1 && chunk.tokens.start == chunk.name.start;
    chunk.gender.filter(|_| !alone)
}

/// The other gender, where both are known and differ.
pub(super) fn clash(known: Option<Gender>, wanted: Option<Gender>) -> Option<Gender> {
    known.filter(|known| wanted.is_some_and(|wanted| wanted != *known))
}

/// The number of words with a capital.
fn table_words(reading: &Reading<'_>, name: &Range<usize>) -> usize {
    name.clone().filter(|&at| reading.is_capital(at)).count()
}

/// The bytes of some tokens.
pub(super) fn span_of(reading: &Reading<'_>, tokens: &Range<usize>) -> Span {
    let first = reading.token(tokens.start).map(|token| token.span);
    let last = reading
        .token(tokens.end.saturating_sub(1))
        .map(|token| token.span);
    match (first, last) {
        (Some(first), Some(last)) => first.join(last),
        _ => Span::default(),
    }
}
