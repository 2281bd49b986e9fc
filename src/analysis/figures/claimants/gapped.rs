//! Claims whose verb is that of the claim before, and claims that two make together.

use super::Claimants;
use super::constructions::Clause;
use crate::analysis::attribution::{Attribution, Source};
use crate::analysis::listed::Listed;
use crate::analysis::people::{Form, Mention};
use crate::briefing::Claimant;
use crate::document::{Span, TokenKind};
use crate::language::{Class, Classes};

/// Words between a claimant and its figure: "the army at least 19".
const BETWEEN: Listed = Listed::of(&[
    "at", "least", "most", "only", "just", "more", "fewer", "less", "than", "about", "around",
    "nearly", "some", "over", "almost", "up", "to",
]);

/// What may be told of a figure whose verb is left out.
const TOLD: &[&str] = &["dead", "wounded", "injured", "missing", "deaths", "killed"];

impl Clause<'_> {
    /// "The ministry said 310 had died, the Red Cross 277": the verb is left out where it is the same.
    pub(super) fn gapped(&self) -> Option<Claimant> {
        const SHARED: Classes = Classes::of(&[Class::CueVerb, Class::ClaimVerb, Class::GivenVerb]);
        if !self.holds_any(SHARED) {
            return None;
        }
        let mut end = self.from;
        while end > self.start && self.is_listed(end - 1, &BETWEEN) {
            end -= 1;
        }
        let kind = |at: usize| self.all.reading.token(at).map(|token| token.kind);
        let ends =
            |at: usize| at >= self.end || kind(at).is_none_or(|kind| kind == TokenKind::Mark);
        let percent = self.is(self.until, &["per"]) && ends(self.until + 2);
        let closed = ends(self.until)
            || percent
            || self.is(self.until, TOLD)
            || self.is(self.until, &["and"]);
        // "reported 52 cases, the WHO 61 cases"
        let counted = self.all.reading.word(self.until);
        let repeated = ends(self.until + 1)
            && (self.floor..self.from)
                .rev()
                .any(|at| self.is_word(at) && self.is(at, &[counted]));
        if !closed && !repeated {
            return None;
        }
        let (source, first) = self.subject(end)?;
        let border = first.checked_sub(1).filter(|&at| at > self.floor)?;
        let linked = self.is(border, &[",", "and", ";", "but", "while"]);
        let counted =
            |at: usize| kind(at) == Some(TokenKind::Number) || self.has(at, Class::NumberWord);
        let verb = (self.floor..border).find(|&at| self.all.reading.classes(at).meets(SHARED))?;
        let before = (verb + 1..border).any(counted) && !self.is_told_of(verb);
        // "and the storm cost farmers 2 billion": a verb of its own
        let told =
            (first..end).any(|at| self.has(at, Class::HarmVerb) || self.is(at, &["cost", "costs"]));
        (linked && before && !told && self.all.may_tell(source.mention)).then_some(source)
    }

    /// "said the army had lost 310 men, the rebels 200": what is left out is the verb of those spoken of.
    fn is_told_of(&self, verb: usize) -> bool {
        // "put the crowd at 60,000, the organisers at 120,000": what they put is no voice
        if self.is(verb, &["put", "puts", "placed", "estimated"]) {
            return false;
        }
        let that = verb + 1 + usize::from(self.is(verb + 1, &["that"]));
        let first = that + usize::from(self.has(that, Class::Determiner));
        let acts = [Class::GroupNoun, Class::OrgNoun, Class::Place];
        let named = |at: usize| {
            self.is_word(at)
                && (self.all.reading.classes(at).has_any(&acts) || self.all.reading.is_capital(at))
        };
        named(first) || named(first + 1) && first > that
    }
}

impl Claimants<'_> {
    /// Both of "the ministry and the Red Cross said", "according to police and witnesses".
    pub(super) fn joint(&self, attribution: &Attribution) -> Option<Claimant> {
        let source = attribution.source?;
        let (start, end) = (source.mention.start(), source.mention.end());
        let span = if attribution.cue.end() <= start {
            Span::new(start, self.second(attribution, &source)?)
        } else {
            Span::new(self.first(&source)?, end)
        };
        Some(Claimant {
            name: span,
            mention: span,
            known: true,
        })
    }

    /// Where the first of two begins, behind "both" or at the start of the sentence.
    fn first(&self, source: &Source) -> Option<usize> {
        let reading = self.reading;
        let tokens = reading.document.tokens_in(source.mention);
        let and = tokens.start.checked_sub(1)?;
        let article = usize::from(reading.has(and, Class::Determiner));
        let and = and
            .checked_sub(article)
            .filter(|&at| reading.is(at, "and"))?;
        let word = |at: &usize| {
            reading
                .token(*at)
                .is_some_and(|token| token.kind != TokenKind::Mark)
        };
        let both = (and.saturating_sub(8)..and)
            .rev()
            .take_while(word)
            .find(|&at| reading.is(at, "both"))
            .filter(|&both| both + 1 < and);
        if let Some(both) = both {
            return Some(reading.token(both + 1)?.span.start());
        }
        // "..., medics and witnesses said"
        let mentions = &self.people.mentions;
        let until = mentions.partition_point(|it| it.span.start() < source.mention.start());
        let one = mentions[..until].last().filter(|it| it.end_token == and);
        let tagged = |first: usize| first > 0 && reading.is(first - 1, ",");
        if let Some(one) = one.filter(|it| tagged(it.first_token) && self.may_tell(it.span)) {
            return Some(one.span.start());
        }
        let sentence = reading.document.sentence_at(source.mention.start())?;
        let start = reading.document.sentences().get(sentence)?.tokens().start;
        let light = usize::from(reading.has(start, Class::Determiner));
        let opens = self.named_from(start, start + light)?;
        (opens.end_token == and && self.may_tell(opens.span))
            .then(|| reading.token(start).map(|token| token.span.start()))
            .flatten()
    }

    /// Where the second of two ends, whom the clause calls behind "according to".
    fn second(&self, attribution: &Attribution, source: &Source) -> Option<usize> {
        let reading = self.reading;
        let cue = attribution.cue_tokens.range();
        let and = reading.document.tokens_in(source.mention).end;
        if !cue.clone().any(|at| reading.is(at, "according")) || !reading.is(and, "and") {
            return None;
        }
        let light = usize::from(reading.has(and + 1, Class::Determiner));
        let other = self.named_from(and + 1, and + 1 + light)?;
        let closed = reading
            .token(other.end_token)
            .is_none_or(|token| token.kind == TokenKind::Mark);
        (closed && self.may_tell(other.span)).then(|| other.span.end())
    }

    /// The mention that begins at one of two tokens, side by side.
    pub(super) fn named_from(&self, first: usize, last: usize) -> Option<&Mention> {
        let mentions = &self.people.mentions;
        let from = mentions.partition_point(|mention| mention.first_token < first);
        let near = mentions.get(from..)?.iter();
        near.take_while(|mention| mention.first_token <= last)
            .find(|mention| mention.form != Form::Pronoun && !mention.owner)
    }
}
