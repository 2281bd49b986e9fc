//! What a mention adds to the weight of its entity, by its place in the sentence.

use super::super::Form;
use super::super::chunks::Chunk;
use super::Resolver;
use crate::analysis::listed::Listed;
use crate::language::Class;

const SUBJECT: u32 = 8000;
pub(super) const CLAUSE_SUBJECT: u32 = 6000;
const OBJECT: u32 = 4000;
const AFTER_PREPOSITION: u32 = 2500;
const OWNER: u32 = 2000;
const SPEAKER: u32 = 5000;
/// So many tokens stand between the commas after a name.
const LONGEST_APPOSITION: usize = 24;

impl Resolver<'_, '_, '_> {
    /// What a mention adds, by its place in the sentence.
    pub(super) fn weight(&mut self, chunk: &Chunk) -> u32 {
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

    /// The token behind what stands between commas after a subject: "Ruiz, who runs the port, said".
    fn behind_commas(&self, at: usize) -> usize {
        if !matches!(self.reading.word(at), "," | "of" | "for" | "at") {
            return at;
        }
        let limit = at + LONGEST_APPOSITION;
        let mut commas = (at..limit)
            .take_while(|&at| self.reading.word(at) != ".")
            .filter(|&at| self.reading.word(at) == ",");
        commas
            .find_map(|comma| {
                self.reading
                    .has(comma + 1, Class::CueVerb)
                    .then_some(comma + 1)
            })
            .unwrap_or(at)
    }

    /// Whether a verb of speech stands beside a mention.
    pub(super) fn speaks(&self, chunk: &Chunk) -> bool {
        let reading = self.reading;
        let mut at = chunk.tokens.end;
        if !self.has_subject && chunk.form != Form::Pronoun {
            at = self.behind_commas(at);
        }
        // "..., the acting governor, Alexei Orel, told the president"
        let apposed = self.has_subject && chunk.form == Form::Name && reading.word(at) == ",";
        if apposed && reading.word(chunk.tokens.start.wrapping_sub(1)) == "," {
            at += 1;
        }
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

    /// Whether a pronoun expects, plans or wants something, which no thing does: "It expects growth".
    pub(super) fn thinks(&self, chunk: &Chunk) -> bool {
        const VERBS: Listed = Listed::of(&[
            "expects",
            "expected",
            "forecasts",
            "believes",
            "believed",
            "hopes",
            "hoped",
            "plans",
            "planned",
            "sees",
            "wants",
            "wanted",
            "intends",
            "intended",
            "aims",
            "predicts",
            "thinks",
            "fears",
            "feared",
        ]);
        chunk.form == Form::Pronoun && self.reading.is_listed(chunk.tokens.end, &VERBS)
    }
}
