//! Whom a pronoun stands for: the one who stands out most before it.
//!
//! Each mention adds to the weight of its entity, most as a subject; with each sentence all weights
//! are halved, and with each paragraph they lose a little more (after Lappin and Leass 1994, with
//! weights for news: who speaks stands out, and a paragraph keeps to its own subject).

mod active;
mod nominal;
mod weights;

use self::active::Active;
use self::weights::CLAUSE_SUBJECT;
use super::chunks::Chunk;
use super::names::{Table, clash, span_of};
use super::{EntityKind, Form, Gender, Mention};
use crate::analysis::reading::Reading;
use crate::document::Span;
use crate::language::Class;

/// Who is out of the first so many is forgotten.
const MOST_ACTIVE: usize = 12;

struct Resolver<'r, 'd, 't> {
    reading: &'r Reading<'d>,
    table: &'t mut Table<'r, 'd>,
    active: Vec<Active>,
    sentence: usize,
    /// Whether the sentence has had its subject.
    has_subject: bool,
    /// The end and the entity of the phrase before.
    last: Option<(usize, usize)>,
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
        last: None,
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
            Form::Name => match self.body_in_brackets(chunk) {
                Some(body) => (Some(body), 95),
                None => self.name(chunk),
            },
            Form::Nominal => self.nominal(chunk, before, chunks.get(index + 1)),
            Form::Pronoun => self.pronoun(chunk),
        };
        self.last = entity.map(|entity| (chunk.tokens.end, entity));
        if let Some(entity) = entity.filter(|_| !chunk.quoted && !self.is_nobody(chunk)) {
            let weight = self.weight(chunk);
            self.raise(entity, weight, chunk);
        }
        Mention {
            span: span_of(self.reading, &chunk.tokens),
            entity,
            form: chunk.form,
            first_token: chunk.tokens.start,
            end_token: chunk.tokens.end,
            owner: chunk.owner,
            owned_by: self.owner_of(chunk, entity),
            quoted: chunk.quoted,
            plural: chunk.plural,
            confidence,
        }
    }

    /// "MANILA (Agency) —", "no meal": the place and the agency of a dateline are not what the report is about,
    /// and nobody is what there is none of.
    fn is_nobody(&self, chunk: &Chunk) -> bool {
        let dateline = self.reading.document.dateline();
        let inside = |dateline: Span| dateline.contains(span_of(self.reading, &chunk.tokens));
        dateline.is_some_and(inside) || self.reading.is(chunk.tokens.start, "no")
    }

    /// Whose "her statement" is.
    ///
    /// Whoever stands out far enough to own something takes the gender of the pronoun.
    fn owner_of(&mut self, chunk: &Chunk, entity: Option<usize>) -> Option<(usize, u8)> {
        if chunk.form != Form::Nominal || chunk.quoted {
            return None;
        }
        let (gender, plural) = possessive(self.reading.word(chunk.tokens.start))?;
        let pronoun = Chunk {
            form: Form::Pronoun,
            gender,
            plural,
            ..chunk.clone()
        };
        let (owner, sure, clear) = self.candidate(&pronoun, entity)?;
        if let Some(gender) = gender.filter(|_| clear) {
            self.table.set_gender(owner, gender);
        }
        Some((owner, sure))
    }

    fn next_sentence(&mut self, sentence: usize) {
        let paragraph = |at: usize| Some(self.reading.document.sentences().get(at)?.paragraph);
        let same = paragraph(self.sentence) == paragraph(sentence);
        self.sentence = sentence;
        self.has_subject = false;
        for active in &mut self.active {
            *active = active.weighing(active.weight() / 8 * if same { 4 } else { 2 });
        }
    }

    fn name(&mut self, chunk: &Chunk) -> (Option<usize>, u8) {
        let (entity, confidence) = self.table.link_name(chunk);
        for token in chunk.tokens.start..chunk.name.start {
            self.table.set_role(token, chunk.tokens.start, entity);
        }
        (Some(entity), confidence)
    }

    /// "the Disaster Response Council (NDRC)": the body whose short name this is.
    fn body_in_brackets(&mut self, chunk: &Chunk) -> Option<usize> {
        let (start, end) = (chunk.tokens.start, chunk.tokens.end);
        let short = self.reading.word(start);
        let enclosed =
            self.reading.word(start.checked_sub(1)?) == "(" && self.reading.word(end) == ")";
        let letters = end == start + 1 && short.len() > 1 && !short.chars().any(char::is_lowercase);
        let (before, body) = self.last.filter(|_| enclosed && letters)?;
        (before + 1 == start && self.table.is_named_body(body)).then(|| {
            self.table.set_short_name(body, short);
            body
        })
    }

    fn pronoun(&mut self, chunk: &Chunk) -> (Option<usize>, u8) {
        if let Some(body) = self.speaker_of(chunk) {
            return (Some(body), 90);
        }
        let without = self.subject_of(chunk);
        let Some((entity, sure, clear)) = self.candidate(chunk, without) else {
            return (None, 0);
        };
        if let Some(gender) = chunk.gender.filter(|_| clear) {
            self.table.set_gender(entity, gender);
        }
        (Some(entity), sure)
    }

    /// "the commission said it had counted seven": the body right before the verb, whoever was called before.
    fn speaker_of(&self, chunk: &Chunk) -> Option<usize> {
        let it = chunk.tokens.start;
        let that = usize::from(it > 0 && self.reading.is(it - 1, "that"));
        let verb = it.checked_sub(1 + that)?;
        let says = self.reading.is(it, "it") && self.reading.has(verb, Class::SayVerb);
        let (end, entity) = self.last.filter(|_| says)?;
        let kind = self.table.entity(entity)?.kind;
        (end == verb && kind != EntityKind::Person).then_some(entity)
    }

    /// Whose deed is done to "him" or "her": the phrase before it in the sentence, never the same person.
    fn subject_of(&self, chunk: &Chunk) -> Option<usize> {
        let object = self
            .reading
            .is_any(chunk.tokens.start, &["him", "her", "them"]);
        let (end, entity) = self.last.filter(|_| object)?;
        let sentence = self.reading.document.sentences().get(chunk.sentence)?;
        (sentence.tokens().start < end && end + 4 > chunk.tokens.start).then_some(entity)
    }

    /// Whom a pronoun stands for, how sure that is, and whether nobody else comes near; never for the
    /// one that is left out.
    fn candidate(&self, chunk: &Chunk, without: Option<usize>) -> Option<(usize, u8, bool)> {
        let thing = chunk.gender.is_none() && !chunk.plural;
        if thing && !self.reading.is_any(chunk.tokens.start, &["it", "its"]) {
            return None;
        }
        let speaks = thing && (self.speaks(chunk) || self.thinks(chunk));
        let tag = chunk.gender.is_some() && self.is_tag(chunk);
        let fits =
            |active: &&Active| without != Some(active.entity) && self.fits(active, chunk, speaks);
        let mut best: Option<Active> = None;
        let mut second = 0;
        for active in self
            .active
            .iter()
            .filter(fits)
            .map(|active| self.weighed(active, chunk))
            .map(|active| self.behind_claim(active, chunk, tag))
        {
            if best.is_none_or(|best| active.rank > best.rank) {
                second = best.map_or(0, Active::weight);
                best = Some(active);
            } else {
                second = second.max(active.weight());
            }
        }
        let best = best?;
        // "Funes begged the driver to stop because he was tired": either of the two
        let start = self.start_of(chunk.sentence);
        let rival = self.active.iter().any(|other| {
            other.last() > best.last().max(start) && other.entity != best.entity && fits(&other)
        });
        let clear = best.weight() > 2 * second && !rival;
        let sure = if clear {
            80
        } else if best.weight() * 2 > 3 * second {
            70
        } else {
            60
        };
        Some((best.entity, sure, clear))
    }

    /// Whether a pronoun may stand for somebody: one person for "she", a body for "it".
    fn fits(&self, active: &Active, chunk: &Chunk, speaks: bool) -> bool {
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
        match entity.kind {
            EntityKind::Organisation | EntityKind::Place => !speaks || !self.is_mute(entity.name),
            EntityKind::Unnamed => {
                !speaks || self.is_body(active.entity) && !self.is_in_passing(active, chunk)
            }
            EntityKind::Person => false,
        }
    }

    /// The first token of a sentence.
    fn start_of(&self, sentence: usize) -> u32 {
        let sentence = self.reading.document.sentences().get(sentence);
        sentence.map_or(0, |it| u32::try_from(it.tokens().start).unwrap_or(u32::MAX))
    }

    /// "They died before they could reach a clinic, it said": nobody speaks of whom they only name in
    /// passing as the source.
    fn is_in_passing(&self, active: &Active, chunk: &Chunk) -> bool {
        let tag = chunk.tokens.start.checked_sub(1);
        let tag = tag.is_some_and(|at| self.reading.word(at) == ",");
        tag && active.weight() < CLAUSE_SUBJECT && active.last() > self.start_of(chunk.sentence)
    }

    /// The weight for "he" and "she": who has a name before who has none, and a known gender counts.
    fn weighed(&self, active: &Active, chunk: &Chunk) -> Active {
        let entity = self.table.entity(active.entity);
        let person = entity.is_some_and(|entity| entity.kind == EntityKind::Person);
        let told = entity.is_some_and(|entity| entity.gender.is_some());
        let weight = match (chunk.gender.is_some(), person, told) {
            (true, true, true) if active.chained => active.weight() / 2 * 3,
            (true, true, true) => active.weight() + active.weight() / 4,
            (true, false, _) => active.weight() / 4 * 3,
            _ if chunk.plural && !self.table.is_plural(active.entity) => active.weight() / 2,
            _ if self.is_medium(active.entity) => active.weight() / 8,
            _ => active.weight(),
        };
        active.weighing(weight)
    }

    /// "..., he said.": the tag of a claim.
    fn is_tag(&self, chunk: &Chunk) -> bool {
        let at = chunk.tokens.start;
        let comma = at.checked_sub(1).map_or("", |at| self.reading.word(at));
        comma == "," && self.reading.has(chunk.tokens.end, Class::SayVerb)
    }

    /// "Hasek hid two guns, he said": who speaks seldom calls himself by his name, so that whoever spoke
    /// before comes first.
    fn behind_claim(&self, active: Active, chunk: &Chunk, tag: bool) -> Active {
        let named = tag && !active.chained && active.last() >= self.start_of(chunk.sentence);
        if named {
            active.weighing(active.weight() / 5 * 2)
        } else {
            active
        }
    }

    /// Whether an unnamed entity is one person: "a witness", not "officials" or "the report".
    fn is_one_person(&self, entity: usize) -> bool {
        let head = self.table.entity(entity).and_then(|entity| entity.head);
        head.is_some_and(|head| {
            let office = [Class::Title, Class::RoleNoun];
            self.reading.classes(head).has_any(&office)
                && !self.is_corps(head)
                && !self.reading.is(head, "count")
        })
    }

    /// "the coast guard": a body, though a guard is a person.
    fn is_corps(&self, head: usize) -> bool {
        const WHOSE: &[&str] = &[
            "coast",
            "national",
            "revolutionary",
            "civil",
            "border",
            "home",
        ];
        let before = head.checked_sub(1);
        self.reading.is(head, "guard") && before.is_some_and(|at| self.reading.is_any(at, WHOSE))
    }

    /// "the ferry line said in a statement": what somebody speaks by, so that "it said" is the line.
    fn is_medium(&self, entity: usize) -> bool {
        const BEFORE: &[&str] = &["in", "issued", "released", "sent", "published"];
        const FARTHEST: usize = 4;
        let entity = self.table.entity(entity);
        let head = entity.filter(|it| it.kind == EntityKind::Unnamed);
        let Some(head) = head.and_then(|entity| entity.head) else {
            return false;
        };
        let article = (head.saturating_sub(FARTHEST)..head)
            .rfind(|&at| self.reading.is_any(at, &["a", "an"]));
        let before = article.and_then(|at| at.checked_sub(1));
        self.reading.has(head, Class::DocumentNoun)
            && before.is_some_and(|at| self.reading.is_any(at, BEFORE))
    }

    /// Whether an unnamed entity is a body or something written: "the agency", "the report".
    fn is_body(&self, entity: usize) -> bool {
        let head = self.table.entity(entity).and_then(|entity| entity.head);
        head.is_some_and(|head| {
            self.reading
                .classes(head)
                .has_any(&[Class::OrgNoun, Class::DocumentNoun])
        })
    }

    fn raise(&mut self, entity: usize, weight: u32, chunk: &Chunk) {
        let last = u32::try_from(chunk.tokens.start).unwrap_or(u32::MAX);
        let chained = chunk.form == Form::Pronoun;
        if !self.table.is_active(entity) {
            self.active.push(Active::new(entity, weight, last, chained));
            self.table.set_active(entity, true);
            if self.active.len() > MOST_ACTIVE {
                let weakest = self.active.swap_remove(self.weakest());
                self.table.set_active(weakest.entity, false);
            }
            return;
        }
        let mut active = self.active.iter_mut();
        if let Some(active) = active.find(|active| active.entity == entity) {
            let raised = active.weight().max(weight / 2).saturating_add(weight / 2);
            *active = Active::new(entity, raised.max(weight), last, chained);
        }
    }

    /// The place of whoever stands out least.
    fn weakest(&self) -> usize {
        let mut weakest = (u64::MAX, 0);
        for (at, active) in self.active.iter().enumerate() {
            if active.rank < weakest.0 {
                weakest = (active.rank, at);
            }
        }
        weakest.1
    }
}

/// The gender that "his" and "her" tell, and whether "their" stands for many.
fn possessive(word: &str) -> Option<(Option<Gender>, bool)> {
    if !matches!(
        word.as_bytes(),
        [b'h' | b'H' | b'i' | b'I', _, _] | [b't' | b'T', _, _, _, _]
    ) {
        return None;
    }
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    match () {
        () if is("his") => Some((Some(Gender::Male), false)),
        () if is("her") => Some((Some(Gender::Female), false)),
        () if is("their") => Some((None, true)),
        () if is("its") => Some((None, false)),
        () => None,
    }
}
