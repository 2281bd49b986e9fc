//! Claims whose verb is that of the claim before, and claims that two make together.

use super::constructions::Clause;
use super::{Claimants, GIVEN};
use crate::analysis::attribution::Source;
use crate::briefing::Claimant;
use crate::document::{Span, TokenKind};
use crate::language::Class;

/// Words between a claimant and its figure: "the army at least 19".
const BETWEEN: &[&str] = &[
    "at", "least", "most", "only", "just", "more", "fewer", "less", "than", "about", "around",
    "nearly", "some", "over", "almost", "up", "to",
];

/// What may be told of a figure whose verb is left out.
const TOLD: &[&str] = &["dead", "wounded", "injured", "missing", "deaths", "killed"];

impl Clause<'_> {
    /// "The ministry said 310 had died, the Red Cross 277": the verb is left out where it is the same.
    pub(super) fn gapped(&self) -> Option<Claimant> {
        let mut end = self.from;
        while end > self.start && self.is(end - 1, BETWEEN) {
            end -= 1;
        }
        let kind = |at: usize| self.all.reading.token(at).map(|token| token.kind);
        let ends =
            |at: usize| at >= self.end || kind(at).is_none_or(|kind| kind == TokenKind::Mark);
        let closed = ends(self.until) || self.is(self.until, TOLD) || self.is(self.until, &["and"]);
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
        let verb = (self.floor..border).find(|&at| {
            self.has(at, Class::CueVerb) || self.has(at, Class::ClaimVerb) || self.is(at, GIVEN)
        })?;
        let before = (verb + 1..border).any(counted) && !self.is_told_of(verb);
        (linked && before && self.all.may_tell(source.mention)).then_some(source)
    }

    /// "said the army had lost 310 men, the rebels 200": what is left out is the verb of those spoken of.
    fn is_told_of(&self, verb: usize) -> bool {
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
    /// Both of "both the ministry and the Red Cross said", of whom the second stands at the verb.
    pub(super) fn joint(&self, source: &Source) -> Option<Claimant> {
        let reading = self.reading;
        let tokens = reading.document.tokens_in(source.mention);
        let and = tokens.start.checked_sub(1)?;
        let article = usize::from(reading.has(and, Class::Determiner));
        let and = and
            .checked_sub(article)
            .filter(|&at| reading.is(at, "and"))?;
        let both = (and.saturating_sub(8)..and)
            .rev()
            .take_while(|&at| {
                reading
                    .token(at)
                    .is_some_and(|token| token.kind != TokenKind::Mark)
            })
            .find(|&at| reading.is(at, "both"))?;
        let first = reading.token(both + 1).filter(|_| both + 1 < and)?.span;
        let span = Span::new(first.start(), source.mention.end());
        Some(Claimant {
            name: span,
            mention: span,
        })
    }
}
