//! Counts that somebody keeps: "the ministry's toll of 66", "its figure of seven".

use super::constructions::{Clause, NEAR};
use crate::analysis::people::Form;
use crate::briefing::Claimant;
use crate::document::TokenKind;
use crate::language::Class;

impl Clause<'_> {
    /// "by the army's count", "the ministry's toll of 66", "the UNHCR figure of 42,000".
    pub(super) fn owner(&self) -> Option<Claimant> {
        // "the 150 deaths admitted by the army"
        // "a toll of 19 given earlier by local radio"
        let by = |at: usize| {
            at + 1 + usize::from(self.has(at + 1, Class::Adverb) || self.is(at + 1, &["earlier"]))
        };
        let given = (self.until..self.until + 2)
            .find(|&at| self.has(at, Class::GivenVerb) && self.is(by(at), &["by"]));
        if let Some(claimant) = self.published() {
            return Some(claimant);
        }
        if let Some(verb) = given {
            return self.beginning_at(by(verb) + 1);
        }
        if let Some(claimant) = self.counted_by() {
            return Some(claimant);
        }
        if !self.holds(Class::CountNoun) {
            return None;
        }
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let count = (floor..self.from)
            .rev()
            .find(|&at| self.has(at, Class::CountNoun))?;
        let of = self.is_given_by(count);
        let by = (floor..count).rev().find(|&at| self.is(at, &["by", "on"]));
        if !of && by.is_none() {
            return None;
        }
        // "the ministry's", "the United Nations'"
        let possessive = |at: usize| {
            let kind = self.all.reading.token(at).map(|token| token.kind);
            kind == Some(TokenKind::Possessive)
                || at > floor
                    && self.is(at, &["'", "’"])
                    && self.all.reading.word(at - 1).ends_with('s')
        };
        let owned = (count.saturating_sub(3)..count)
            .rev()
            .find(|&at| possessive(at));
        let before = count.checked_sub(1)?;
        // "the police estimate of 50,000"
        let body = before > floor
            && self.has(before - 1, Class::Determiner)
            && (self.has(before, Class::GroupNoun) || self.has(before, Class::OrgNoun));
        // "with the district administration sticking to its figure of seven"
        if of && self.is(before, &["its", "their"]) {
            return self.last_before(before);
        }
        // "by police estimates, up to 75,000 came"
        let kept = by.is_some_and(|by| by + 2 == count)
            && (self.has(before, Class::GroupNoun) || self.has(before, Class::OrgNoun));
        let end = owned.or((of && (self.is_name(before) || body) || kept).then_some(count))?;
        let owner = (end > floor).then(|| self.ending_at(end)).flatten();
        owner.filter(|owner| owned.is_none() || self.all.may_keep_count(owner.mention))
    }

    /// "according to the defender's office, whose own count stood at 38": whoever the clause is about.
    pub(super) fn own_count(&self) -> Option<Claimant> {
        if !self.holds(Class::CountNoun) {
            return None;
        }
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let mut near = (floor..self.from).rev();
        let count = near.find(|&at| self.has(at, Class::CountNoun) && self.is_given_by(at))?;
        let own = usize::from(count > 0 && self.is(count - 1, &["own"]));
        let whose = count.checked_sub(own + 1)?;
        let comma = whose.checked_sub(1)?;
        if !self.is(whose, &["whose"]) || !self.is(comma, &[","]) {
            return None;
        }
        let near = self.mentions.iter();
        let near = near.take_while(|mention| mention.first_token < comma);
        let described = near.filter(|mention| mention.end_token == comma).last()?;
        self.all.of_mention(described)
    }

    /// Whether the figure is what a count before it amounts to: "the ministry's toll of 66", "the WHO's figure, 700,".
    fn is_given_by(&self, count: usize) -> bool {
        // "the ministry's count on Tuesday stood at 22"
        let day = self.is(count + 1, &["on"]) && self.has(count + 2, Class::Weekday);
        let stood = count + 1 + 2 * usize::from(day);
        // "the WHO's figure, 700, leaves out many"
        let apposed = self.is(count + 1, &[",", ":"]) && self.from == count + 2;
        // "the ministry's toll for the whole country was 528"
        let verbs = &["was", "is", "stood", "stands"];
        let later = self.from - count <= 8
            && (count + 1..self.from).all(|at| self.is_word(at))
            && (count + 1..self.from).any(|at| self.is(at, verbs))
            && self.has(count + 1, Class::Preposition);
        // "WHO's figures are higher: 81 dead"
        let behind_colon = self.is(self.from - 1, &[":"])
            && self.from - count <= 6
            && (count + 1..self.from - 1).all(|at| self.is_word(at));
        apposed
            || later
            || behind_colon
            || self.is(stood, &["of", "is", "was", "stands", "stood"])
                && (self.from - stood <= 4
                    // "stood at 49 cases and 28 deaths"
                    || self.from - stood <= 8 && self.is(self.from - 1, &["and"]))
    }

    /// "killing 38 people by the count of the doctors' union": whose count it is.
    fn counted_by(&self) -> Option<Claimant> {
        if !self.holds(Class::CountNoun) {
            return None;
        }
        let of = |&at: &usize| {
            self.is(at, &["by"])
                && self.is(at + 1, &["the"])
                && self.has(at + 2, Class::CountNoun)
                && self.is(at + 3, &["of"])
        };
        let behind = (self.until..self.until + 4).find(of);
        // "by the count of the doctors' union 38 people died"
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let alone = |&at: &usize| !(at..self.from).any(|at| self.is(at, &["and"]));
        let before = || (floor..self.from).rev().find(of).filter(alone);
        match behind.or_else(before) {
            Some(at) => self.beginning_at(at + 4),
            None => self.by_its_count(),
        }
    }

    /// "swept away 1,200 homes, by Danish tallies", "5 percent by the Treasury's own reckoning", "by official figures".
    fn by_its_count(&self) -> Option<Claimant> {
        const LONGEST: usize = 6;
        let by = (self.until..self.end.min(self.until + 5)).find(|&at| self.is(at, &["by"]))?;
        let count = (by + 1..by + LONGEST)
            .take_while(|&at| {
                self.has(at, Class::CountNoun) || !self.is(at, &[",", ".", "at", "of"])
            })
            .find(|&at| self.has(at, Class::CountNoun) && !self.is_word(at + 1))?;
        // "swelled, by police estimates, to 9,000": of the number behind
        if self.is(count + 1, &[","]) && self.is(count + 2, &["to", "from"]) {
            return None;
        }
        let owner = (by + 1..count).find(|&at| {
            self.all.reading.token(at).map(|it| it.kind) == Some(TokenKind::Possessive)
        });
        if let Some(owner) = owner {
            return self.ending_at(owner);
        }
        let kept = self.has(count - 1, Class::GroupNoun) || self.has(count - 1, Class::OrgNoun);
        let named = self.has(count - 1, Class::Demonym) || self.is(count - 1, &["official"]);
        match (kept, named) {
            (true, _) => self.raw(by + 1, count),
            (_, true) => self.raw(by + 1, count + 1),
            _ => None,
        }
    }

    /// "was put at 40 million by the insurer and 65 million by the state": the verb is that of the sum before.
    pub(super) fn agent_of_second(&self) -> Option<Claimant> {
        let by = self.until..self.until + 3;
        let by = by.into_iter().find(|&at| self.is(at, &["by"]))?;
        let floor = self.start.max(self.from.saturating_sub(NEAR + 4));
        let first = (floor..self.from).rev().find(|&at| self.is(at, &["by"]))?;
        let and = (first..self.from).any(|at| self.is(at, &["and", "but"]));
        let put =
            (floor..first).any(|at| self.has(at, Class::GivenVerb) && self.is(at + 1, &["at"]));
        (and && put).then(|| self.beginning_at(by + 1)).flatten()
    }

    /// "has been put by the operator, Moravan, at 95 million".
    pub(super) fn agent_before(&self) -> Option<Claimant> {
        let at = self
            .from
            .checked_sub(1)
            .filter(|&at| self.is(at, &["at"]))?;
        let floor = self.start.max(at.saturating_sub(NEAR));
        let by = (floor..at).rev().find(|&at| self.is(at, &["by"]))?;
        let verb = by
            .checked_sub(1)
            .filter(|&verb| self.has(verb, Class::GivenVerb))?;
        let be = verb.checked_sub(1)?;
        let passive = self.has(be, Class::WasVerb) || self.is(be, &["been", "is", "are"]);
        passive.then(|| self.beginning_at(by + 1)).flatten()
    }

    /// "seven deaths reported in some media".
    pub(super) fn published(&self) -> Option<Claimant> {
        const PRESS: &[&str] = &["media", "press", "newspapers", "outlets", "papers"];
        let verb = (self.until..self.until + 2).find(|&at| self.has(at, Class::GivenVerb))?;
        let first = verb + 2;
        let press = (first..first + 3).find(|&at| self.is(at, PRESS))?;
        let plain = self.is(verb + 1, &["in", "by"]) && (first..press).all(|at| self.is_word(at));
        plain.then(|| self.raw(first, press + 1)).flatten()
    }

    /// The last of those before a token who may tell something.
    pub(super) fn last_before(&self, end: usize) -> Option<Claimant> {
        let mentions = self.mentions.iter();
        let near = mentions
            .skip_while(|mention| mention.first_token < self.start)
            .take_while(|mention| mention.end_token < end);
        let told = near.filter(|mention| {
            mention.form != Form::Pronoun && !mention.owner && self.all.may_tell(mention.span)
        });
        self.all.of_mention(told.last()?)
    }
}
