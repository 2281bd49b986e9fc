//! Numbers of others, that a speaker passes on or contradicts.

use super::Claimants;
use super::constructions::{Clause, NEAR};
use crate::analysis::attribution::Attribution;
use crate::analysis::listed::Listed;
use crate::briefing::Claimant;
use crate::document::{Span, TokenKind};
use crate::language::Class;

/// Words by which somebody disowns a claim: "denied that 40 people had died".
const DENIALS: Listed = Listed::of(&[
    "deny",
    "denies",
    "denied",
    "denying",
    "dispute",
    "disputes",
    "disputed",
    "disputing",
    "reject",
    "rejects",
    "rejected",
    "rejecting",
    "dismiss",
    "dismisses",
    "dismissed",
    "dismissing",
    "refute",
    "refutes",
    "refuted",
]);

/// Verbs by which whoever speaks disowns the number behind.
const DISOWNING: Listed = Listed::of(&[
    "disputing",
    "rejecting",
    "denying",
    "dismissing",
    "refuting",
    "contradicting",
    "challenging",
    "correcting",
]);

/// Nouns for what somebody has said.
const REPORTS: Listed = Listed::of(&[
    "report",
    "reports",
    "claim",
    "claims",
    "statement",
    "statements",
    "assertion",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "suggestion",
    "suggestions",
    "post",
    "posts",
    "assertions",
    "speculation",
]);

impl Clause<'_> {
    /// "a report by Geo TV that three people had died".
    pub(super) fn reported(&self) -> Option<Claimant> {
        if !self.holds_that() {
            return None;
        }
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let that = (floor..self.from)
            .rev()
            .find(|&at| self.is(at, &["that"]))?;
        let by = (floor.max(that.saturating_sub(6))..that)
            .rev()
            .find(|&at| self.is(at, &["by"]))
            .filter(|&by| by > floor && self.is_listed(by - 1, &REPORTS))
            // "dismissed a claim by rebels, saying that five had died"
            .filter(|&by| !(by..that).any(|at| self.has(at, Class::CueVerb)))?;
        self.beginning_at(by + 1)
    }

    /// "denied reports that five had died", "dismissed claims on social media that": whose word is contradicted.
    pub(super) fn contradicted(&self) -> Option<Claimant> {
        if !self.holds_that() {
            return None;
        }
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let that = (floor..self.from)
            .rev()
            .take_while(|&at| !self.has(at, Class::CueVerb))
            .find(|&at| self.is(at, &["that"]))?;
        let floor = self.start.max(that.saturating_sub(6));
        let noun = (floor..that)
            .rev()
            .find(|&at| self.is_listed(at, &REPORTS))?;
        let denied =
            (self.start.max(noun.saturating_sub(4))..noun).any(|at| self.is_listed(at, &DENIALS));
        // "dismissed the claim on Friday, saying that five had died": the word of whoever dismisses it
        let own = (noun + 1..that).any(|at| self.has(at, Class::CueVerb));
        if !denied || own {
            return None;
        }
        if self.is(noun + 1, &["by", "from", "on", "in"]) {
            return self.beginning_at(noun + 2);
        }
        // "denied government reports that 60 had been killed"
        let led = noun > self.start
            && self.is_word(noun - 1)
            && !self.is_listed(noun - 1, &DENIALS)
            && !self.has(noun - 1, Class::Determiner)
            && !self.has(noun - 1, Class::Preposition);
        self.raw(noun - usize::from(led), noun + 1)
    }

    /// "dismissed that: “We lost four men.”": a quotation behind a colon, which is the speaker's own word.
    pub(super) fn is_quoted_in_full(&self) -> bool {
        let Some(quote) = self.all.reading.marked_at(self.from) else {
            return false;
        };
        let first = (self.floor..self.from)
            .rev()
            .take_while(|&at| self.all.reading.marked_at(at) == Some(quote))
            .last();
        let first = first.unwrap_or(self.from);
        (1..3).any(|back| self.is(first.wrapping_sub(back), &[":"]))
    }

    /// "disputing an official figure of 95": the number of those whom the speaker contradicts.
    pub(super) fn is_disowned(&self) -> bool {
        // "eight, not six, people had been killed"
        let mark =
            |at: usize| self.all.reading.token(at).map(|it| it.kind) == Some(TokenKind::Mark);
        if self.is(self.from.wrapping_sub(1), &["not"])
            && self.is(self.from.wrapping_sub(2), &[","])
            && mark(self.until)
        {
            return true;
        }
        let floor = self.start.max(self.from.saturating_sub(8));
        let disowns = |at: &usize| {
            self.is_listed(*at, &DISOWNING)
                && at
                    .checked_sub(1)
                    .is_some_and(|at| self.is(at, &[",", "and"]))
        };
        let counts = |at: usize| self.has(at, Class::CountNoun) || self.is_listed(at, &REPORTS);
        // "30 had died, double the official toll of 12"
        let beside = &[
            "double", "twice", "than", "above", "below", "against", "half",
        ];
        let official = self.from >= self.start + 4
            && self.is(self.from - 1, &["of"])
            && counts(self.from - 2)
            && self.is(self.from - 3, &["official"])
            && (self.from.saturating_sub(6)..self.from - 3).any(|at| self.is(at, beside));
        if official {
            return true;
        }
        (floor..self.from)
            .find(disowns)
            .is_some_and(|verb| (verb + 1..self.from).any(counts))
    }
}

impl Claimants<'_> {
    /// "denied that 40 had died", "denied reports that 40 had died".
    pub(super) fn is_denial(&self, attribution: &Attribution) -> bool {
        let cue = attribution.cue_tokens.range();
        let word =
            |at: &usize| self.reading.token(*at).map(|token| token.kind) == Some(TokenKind::Word);
        (cue.start.saturating_sub(2)..cue.end)
            .rev()
            .take_while(word)
            .any(|at| self.reading.is_listed(at, &DENIALS))
    }

    /// "had taken 30 men, a claim the army denied, and burned five tanks": the army speaks of nothing behind,
    /// and not of the 30.
    pub(super) fn is_passing_denial(&self, attribution: &Attribution, figure: usize) -> bool {
        let cue = attribution.cue_tokens.range();
        let aside = || figure < cue.start && self.is_aside(attribution);
        self.is_denial(attribution) && (self.reading.is(cue.end, ",") || aside())
    }

    /// ", a figure Orland dismissed", ", a claim rejected by Orland": what is denied stands before the comma.
    fn is_aside(&self, attribution: &Attribution) -> bool {
        const FARTHEST: usize = 8;
        let cue = attribution.cue_tokens.range().start;
        let comma = (cue.saturating_sub(FARTHEST)..cue).rfind(|&at| self.reading.is(at, ","));
        comma.is_some_and(|comma| self.is_claim_noun(comma + 1))
    }

    /// "a figure", "a claim": what an aside calls that which stands before it.
    fn is_claim_noun(&self, article: usize) -> bool {
        let noun = article + 1;
        self.reading.is_any(article, &["a", "an"])
            && (self
                .reading
                .is_any(noun, &["figure", "number", "toll", "count"])
                || self.reading.is_listed(noun, &REPORTS))
    }

    /// "a toll the government", in "300 died, a toll the government denies, saying that 12 did": the government
    /// claims what stands behind, and not the 300.
    pub(super) fn outside_aside(&self, claimant: Claimant, figure: Span) -> Option<Claimant> {
        let tokens = self.reading.document.tokens_in(claimant.mention);
        let (first, rest) = (tokens.start, tokens.start + 2);
        if rest >= tokens.end || !self.is_claim_noun(first) {
            return Some(claimant);
        }
        let start = self.reading.token(rest)?.span.start();
        let whoever = Span::new(start, claimant.mention.end());
        let behind = figure.start() > whoever.end();
        behind.then(|| self.claimant(whoever, whoever)).flatten()
    }

    /// "denied that anyone had escaped and put the number of the wounded at 12": what whoever denies something
    /// tells himself.
    pub(super) fn told_next(&self, denial: &Attribution, figure: usize) -> Option<Claimant> {
        let tells = [Class::SettingVerb, Class::ClaimVerb, Class::TellingVerb];
        let near = denial.cue_tokens.end()..figure;
        let and = near.rev().find(|&at| self.reading.is(at, "and"))?;
        let told = self.reading.classes(and + 1).has_any(&tells);
        let source = denial.source.filter(|_| told)?;
        self.claimant(source.name, source.mention)
    }
}
