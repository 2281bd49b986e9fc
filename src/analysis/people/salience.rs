//! Whom a pronoun stands for: the one who stands out most before it.
//!
//! Each mention adds to the weight of its entity, most as a subject; with each sentence all weights
//! are halved, and with each paragraph they lose a little more (after Lappin and Leass 1994, with
//! weights for news: who speaks stands out, and a paragraph keeps to its own subject).

use super::chunks::{Chunk, Guess, Opening};
use super::names::{Table, clash, span_of};
use super::{EntityKind, Form, Mention};
use crate::analysis::reading::Reading;
use crate::language::Class;

const SUBJECT: u32 = 8000;
const CLAUSE_SUBJECT: u32 = 6000;
const OBJECT: u32 = 4000;
const AFTER_PREPOSITION: u32 = 2500;
const OWNER: u32 = 2000;
const SPEAKER: u32 = 5000;
/// Who is out of the first so many is forgotten.
const MOST_ACTIVE: usize = 12;

#[derive(Debug, Clone, Copy)]
struct Active {
    entity: usize,
    weight: u32,
    /// Where it was mentioned last, to tell equals apart.
    last: usize,
}

struct Resolver<'r, 'd, 't> {
    reading: &'r Reading<'d>,
    table: &'t mut Table<'r, 'd>,
    active: Vec<Active>,
    sentence: usize,
    /// Whether the sentence has had its subject.
    has_subject: bool,
}

/// Gives each phrase its entity.
pub(super) fn resolve<'r, 'd>(
    reading: &'r Reading<'d>,
    chunks: &[Chunk],
    table: &mut Table<'r, 'd>,
) -> Vec<Mention> {
    let mut resolver = Resolver {
        reading,
        table,
        active: Vec::with_capacity(MOST_ACTIVE + 1),
        sentence: usize::MAX,
        has_subject: false,
    };
    let mentions = chunks.iter().enumerate();
    let mentions = mentions.map(|(index, chunk)| resolver.mention(chunks, index, chunk));
    mentions.collect()
}

impl Resolver<'_, '_, '_> {
    fn mention(&mut self, chunks: &[Chunk], index: usize, chunk: &Chunk) -> Mention {
        if !chunk.quoted && chunk.sentence != self.sentence {
            self.next_sentence(chunk.sentence);
        }
        let before = index.checked_sub(1).and_then(|at| chunks.get(at));
        let (entity, confidence) = match chunk.form {
            Form::Name => self.name(chunk),
            Form::Nominal => self.nominal(chunk, before, chunks.get(index + 1)),
            Form::Pronoun => self.pronoun(chunk),
        };
        if let Some(entity) = entity.filter(|_| !chunk.quoted) {
            let weight = self.weight(chunk);
            self.raise(entity, weight, chunk.tokens.start);
        }
        Mention {
            span: span_of(self.reading, &chunk.tokens),
            entity,
            form: chunk.form,
            first_token: chunk.tokens.start,
            end_token: chunk.tokens.end,
            owner: chunk.owner,
            quoted: chunk.quoted,
            plural: chunk.plural,
            confidence,
        }
    }

    fn next_sentence(&mut self, sentence: usize) {
        let paragraph = |at: usize| Some(self.reading.document.sentences().get(at)?.paragraph);
        let same = paragraph(self.sentence) == paragraph(sentence);
        self.sentence = sentence;
        self.has_subject = false;
        for active in &mut self.active {
            active.weight = active.weight / 8 * if same { 4 } else { 3 };
        }
    }

    fn name(&mut self, chunk: &Chunk) -> (Option<usize>, u8) {
        let (entity, confidence) = self.table.link_name(chunk);
        for token in chunk.tokens.start..chunk.name.start {
            self.table.set_role(token, entity);
        }
        (Some(entity), confidence)
    }

    /// A nominal beside a name is what that person is: "Ruiz, the mayor," and "The mayor, Ruiz,".
    fn nominal(
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
            .filter(person)
            .filter(|b| comma(b.tokens.end, chunk.tokens.start) && !chunk.plural && !b.owner);
        if let Some(owner) = owner.filter(|_| has_office) {
            let (entity, _) = self.table.link_name(owner);
            self.table.set_role(head, entity);
            if let Some(gender) = chunk.gender {
                self.table.set_gender(entity, gender);
            }
            return (Some(entity), 85);
        }
        let named = after
            .filter(person)
            .filter(|a| comma(chunk.tokens.end, a.tokens.start) && !chunk.plural);
        if let Some(named) = named.filter(|_| has_office && chunk.opening != Opening::Bare) {
            let (entity, _) = self.table.link_name(named);
            self.table.set_role(head, entity);
            if let Some(gender) = chunk.gender {
                self.table.set_gender(entity, gender);
            }
            return (Some(entity), 85);
        }
        let (entity, confidence) = self.table.link_nominal(chunk);
        (Some(entity), confidence)
    }

    fn pronoun(&mut self, chunk: &Chunk) -> (Option<usize>, u8) {
        let fits = |active: &&Active| {
            let Some(entity) = self.table.entity(active.entity) else {
                return false;
            };
            if chunk.gender.is_some() {
                let person = match entity.kind {
                    EntityKind::Person => true,
                    EntityKind::Unnamed => self.is_one_person(active.entity),
                    _ => false,
                };
                return person && clash(entity.gender, chunk.gender).is_none();
            }
            if chunk.plural {
                return entity.kind != EntityKind::Place && entity.kind != EntityKind::Person;
            }
            let word = self.reading.word(chunk.tokens.start);
            word.eq_ignore_ascii_case("it")
                && matches!(
                    entity.kind,
                    EntityKind::Organisation | EntityKind::Place | EntityKind::Unnamed
                )
        };
        let mut best: Option<Active> = None;
        let mut second = 0;
        for active in self
            .active
            .iter()
            .filter(fits)
            .map(|active| self.weighed(active, chunk))
        {
            let better =
                best.is_none_or(|best| (active.weight, active.last) > (best.weight, best.last));
            if better {
                second = best.map_or(0, |best| best.weight);
                best = Some(active);
            } else {
                second = second.max(active.weight);
            }
        }
        let Some(best) = best else {
            return (None, 0);
        };
        if let Some(gender) = chunk.gender {
            let known = self
                .table
                .entity(best.entity)
                .is_some_and(|e| e.gender.is_some());
            if !known && best.weight > 2 * second {
                self.table.set_gender(best.entity, gender);
            }
        }
        let sure = if best.weight > 2 * second {
            80
        } else if best.weight * 2 > 3 * second {
            70
        } else {
            60
        };
        (Some(best.entity), sure)
    }

    /// The weight for "he" and "she": who has a name before who has none, and a known gender counts.
    fn weighed(&self, active: &Active, chunk: &Chunk) -> Active {
        let entity = self.table.entity(active.entity);
        let person = entity.is_some_and(|entity| entity.kind == EntityKind::Person);
        let told = entity.is_some_and(|entity| entity.gender.is_some());
        let weight = match (chunk.gender.is_some(), person, told) {
            (true, true, true) => active.weight + active.weight / 4,
            (true, false, _) => active.weight / 2,
            _ => active.weight,
        };
        Active { weight, ..*active }
    }

    /// Whether an unnamed entity is one person: "a witness", not "officials" or "the report".
    fn is_one_person(&self, entity: usize) -> bool {
        let Some(entity) = self.table.entity(entity) else {
            return false;
        };
        let tokens = self.reading.document.tokens_in(entity.name);
        let last = tokens.end.saturating_sub(1);
        self.reading
            .classes(last)
            .has_any(&[Class::Title, Class::RoleNoun])
    }

    fn raise(&mut self, entity: usize, weight: u32, last: usize) {
        if let Some(active) = self
            .active
            .iter_mut()
            .find(|active| active.entity == entity)
        {
            active.weight = active
                .weight
                .max(weight / 2)
                .saturating_add(weight / 2)
                .max(weight);
            active.last = last;
            return;
        }
        self.active.push(Active {
            entity,
            weight,
            last,
        });
        if self.active.len() > MOST_ACTIVE {
            let weakest = self
                .active
                .iter()
                .enumerate()
                .min_by_key(|(_, a)| (a.weight, a.last));
            if let Some((weakest, _)) = weakest {
                self.active.swap_remove(weakest);
            }
        }
    }

    /// What a mention adds, by its place in the sentence.
    fn weight(&mut self, chunk: &Chunk) -> u32 {
        if chunk.owner {
            return OWNER;
        }
        let reading = self.reading;
        let before = chunk.tokens.start.wrapping_sub(1);
        let classes = reading.classes(before);
        let speaks = self.speaks(chunk);
        let speaker = if speaks { SPEAKER } else { 0 };
        if classes.has(Class::Preposition) && !classes.has(Class::Conjunction) && !speaks {
            return AFTER_PREPOSITION;
        }
        if !self.has_subject {
            self.has_subject = true;
            return SUBJECT + speaker;
        }
        if classes.has(Class::Conjunction) || speaks {
            return CLAUSE_SUBJECT + speaker;
        }
        OBJECT
    }

    /// Whether a verb of speech stands beside a mention.
    fn speaks(&self, chunk: &Chunk) -> bool {
        let reading = self.reading;
        let mut at = chunk.tokens.end;
        let limit = at + 3;
        while at < limit
            && reading
                .classes(at)
                .has_any(&[Class::Auxiliary, Class::Adverb])
        {
            at += 1;
        }
        let before = chunk.tokens.start.wrapping_sub(1);
        reading.has(at, Class::CueVerb)
            || reading.has(before, Class::CueVerb)
                && !reading.is_capital(before)
                && (reading.marked_at(before.wrapping_sub(1)).is_some()
                    || reading.word(before.wrapping_sub(1)) == ",")
    }
}
