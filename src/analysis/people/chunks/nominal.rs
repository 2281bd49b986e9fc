//! Phrases without a name: "the mayor", "officials", "the Lorne valley", "one".

use std::ops::Range;

use super::runs::{NOUNS, Part, Parts, last_of};
use super::titles::gender_of;
use super::{Chunk, Chunker, Guess, Opening};
use crate::analysis::listed::Listed;
use crate::analysis::people::Form;
use crate::language::Class;

/// What a body has and is not: "an army base", "a police car".
const PREMISES: Listed = Listed::of(&[
    "base",
    "bases",
    "camp",
    "camps",
    "depot",
    "depots",
    "barracks",
    "post",
    "posts",
    "outpost",
    "outposts",
    "checkpoint",
    "checkpoints",
    "station",
    "stations",
    "building",
    "buildings",
    "compound",
    "convoy",
    "convoys",
    "vehicle",
    "vehicles",
    "car",
    "cars",
    "van",
    "vans",
    "truck",
    "trucks",
    "helicopter",
    "helicopters",
    "plane",
    "planes",
    "boat",
    "boats",
    "positions",
]);

impl Chunker<'_, '_> {
    /// The last noun of "the Lorne valley": what a name behind an article or owner only tells apart.
    pub(super) fn thing_after(
        &self,
        run: Range<usize>,
        name: Range<usize>,
        core: usize,
        parts: Parts,
    ) -> Option<usize> {
        let reading = self.reading;
        let opened = core > run.start || reading.has(run.start, Class::Determiner);
        let plain = name.start <= core + 2 && !reading.has(name.end - 1, Class::Month);
        if !opened || !plain || self.titles.is_titled(&name) {
            return None;
        }
        let body = self.titles.is_body(name.start, name.end, &name);
        let verb = |at: usize| {
            let says = body || matches!(reading.word(at + 1), "," | ":" | "that");
            reading.word(at).ends_with('s') && reading.has(at + 1, Class::Determiner)
                || reading.has(at, Class::CueVerb) && (says || reading.marked_at(at + 1).is_some())
        };
        let noun = |&at: &usize| parts.is(at - run.start, Part::Lower) && !verb(at);
        (name.end..run.end).take_while(noun).take(3).last()
    }

    /// A phrase without a name.
    pub(super) fn nominal(
        &mut self,
        start: usize,
        core: usize,
        end: usize,
        owned: bool,
        parts: Parts,
    ) -> usize {
        let reading = self.reading;
        let past = |at: usize| reading.word(at).ends_with("ed");
        // "which interviewed witnesses": the verb of the clause is no part of its object
        let relative = &["which", "who", "that"];
        let clause = start > 0 && past(start) && reading.is_any(start - 1, relative);
        if clause && end > start + 1 {
            return start + 1;
        }
        let lower = |at: usize| parts.is(at - start, Part::Lower);
        let lowers = parts.places(Part::Lower) >> (core - start);
        let determiner = reading.has(start, Class::Determiner);
        let Some(last) = last_of(lowers).map(|last| core + last) else {
            if determiner && self.stands_alone(end) {
                self.push_nominal(start, end, end - 1, false);
            }
            return end;
        };
        let told = self.runs.is_told_of(last).then_some(last);
        let noun = told.or_else(|| {
            let is_noun = |&at: &usize| lower(at) && reading.classes(at).meets(NOUNS);
            (core..=last).rev().find(is_noun)
        });
        let head = match noun {
            Some(noun) if lower(noun + 1) && reading.is_listed(noun + 1, &PREMISES) => noun + 1,
            Some(noun) if noun + 2 >= last || !(determiner || owned) => noun,
            _ if determiner || owned => last,
            // "a group based abroad said"
            _ if last == start && past(last) => return end,
            _ if self.before_cue(end) && !self.is_compound(end) || self.counted(start) => last,
            _ if last == start && reading.is_capital(start) && self.before_verb(end) => last,
            _ => return end,
        };
        self.push_nominal(start, head + 1, head, determiner || owned);
        head + 1
    }

    /// Whether an article stands for somebody by itself: "one said", "another of them", "several".
    fn stands_alone(&self, end: usize) -> bool {
        let reading = self.reading;
        let pronoun = reading.is_any(
            end - 1,
            &[
                "one", "another", "others", "some", "many", "most", "both", "several",
            ],
        );
        let told = end.checked_sub(2).is_some_and(|cue| {
            reading.has(cue, Class::CueVerb) && matches!(reading.word(end), "," | "." | "who")
        });
        let subject = reading.is(end, "of") || self.before_cue(end) && !reading.is(end, "point");
        reading.has(end - 1, Class::GroupNoun) || pronoun && (told || subject)
    }

    /// "initial reports", "growth forecast": one bare thing speaks no more than it has an article, so
    /// that the form behind it is its noun.
    fn is_compound(&self, end: usize) -> bool {
        self.reading.has(end, Class::VerbNoun) && !self.reading.word(end - 1).ends_with('s')
    }

    /// Whether the phrase is what "hundreds of" counts.
    fn counted(&self, start: usize) -> bool {
        let word = |back: usize| {
            start
                .checked_sub(back)
                .map_or("", |at| self.reading.word(at))
        };
        word(1) == "of"
            && ["hundreds", "thousands", "dozens", "scores"]
                .iter()
                .any(|w| word(2).eq_ignore_ascii_case(w))
    }

    fn before_verb(&self, at: usize) -> bool {
        self.reading
            .classes(at)
            .has_any(&[Class::WeakCue, Class::ClaimVerb, Class::Verb])
    }

    fn before_cue(&self, mut at: usize) -> bool {
        let limit = at + 3;
        while at < limit
            && self
                .reading
                .classes(at)
                .has_any(&[Class::Auxiliary, Class::Adverb])
        {
            at += 1;
        }
        self.reading.has(at, Class::CueVerb)
    }

    pub(super) fn push_nominal(&mut self, start: usize, end: usize, head: usize, determiner: bool) {
        let reading = self.reading;
        if reading.marked_at(start).is_some() {
            return;
        }
        let definite = determiner
            && reading.is_any(start, &["the", "this", "that", "these", "those"])
            || reading.is_capital(head) && reading.has(head, Class::Title);
        let classes = reading.classes(head);
        let owned = self
            .chunks
            .last()
            .is_some_and(|last| last.owner && last.tokens.start == start);
        let opening = match () {
            () if definite => Opening::Definite,
            () if determiner || owned || classes.has(Class::GroupNoun) => Opening::Determined,
            () => Opening::Bare,
        };
        self.chunks.push(Chunk {
            tokens: start..end,
            form: Form::Nominal,
            name: start..start,
            head: Some(head),
            kind: Guess::Nominal,
            gender: gender_of(reading, head),
            opening,
            plural: classes.has(Class::GroupNoun),
            owner: false,
            sentence: self.sentence,
            quoted: false,
            loose: self.loose,
        });
    }
}
