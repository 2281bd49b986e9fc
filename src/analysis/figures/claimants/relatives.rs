//! Subjects parted from their verb by a clause that describes them.

use super::Claimants;
use super::constructions::{Clause, NEAR};
use crate::briefing::Claimant;
use crate::language::Class;

/// What is done with a writing before it tells anything.
const GIVEN_OUT: &[&str] = &[
    "issued",
    "released",
    "published",
    "circulated",
    "posted",
    "compiled",
    "obtained",
    "seen",
];

impl Claimants<'_> {
    /// "UNHCR has verified nine deaths": such letters name a body wherever they stand.
    pub(super) fn is_initials(&self, at: usize) -> bool {
        let letters = self
            .reading
            .token(at)
            .map_or("", |token| self.reading.document.slice(token.span));
        letters.len() > 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

impl Clause<'_> {
    /// "Rebels who control the north put", "a memo issued at noon had spoken of": where the subject ends
    /// whose clause ends here, and where it begins.
    pub(super) fn before_relative(&self, end: usize) -> Option<(usize, usize)> {
        let floor = self.start.max(end.saturating_sub(NEAR));
        // "a rights group that tracks the war said"
        let body = |at: usize| {
            let bodies = [Class::OrgNoun, Class::GroupNoun];
            self.is(at, &["that", "which"]) && self.all.reading.classes(at - 1).has_any(&bodies)
        };
        let opens = |at: usize| self.is(at, &["who"]) || self.is(at, GIVEN_OUT) || body(at);
        let head = (floor + 1..end).rev().find(|&at| opens(at))?;
        let plain = (head + 1..end).all(|at| {
            self.is_word(at)
                && !self.has(at, Class::CueVerb)
                && !self.has(at, Class::WasVerb)
                && !self.has(at, Class::IsVerb)
                && !self.is(at, &["that", "and", "have", "had", "has"])
        });
        if !plain {
            return None;
        }
        let mention = self.mention(|mention| mention.end_token == head);
        // "Rebels who": a bare plural opens the clause
        let bare = (head == self.start + 1 && self.is_word(self.start)).then_some(self.start);
        let first = mention
            .map(|mention| mention.first_token)
            .or_else(|| self.phrase_before(head))
            .or(bare)?;
        Some((head, first))
    }

    /// "a figure that management puts at 60 percent": whoever does so, whatever was said before.
    pub(super) fn puts_at(&self) -> Option<Claimant> {
        let at = self
            .from
            .checked_sub(1)
            .filter(|&at| self.is(at, &["at"]))?;
        let verb = at
            .checked_sub(1)
            .filter(|&verb| self.is(verb, &["put", "puts"]))?;
        let floor = self.start.max(verb.saturating_sub(5));
        let that = (floor..verb)
            .rev()
            .take_while(|&at| self.is_word(at))
            .find(|&at| self.is(at, &["that", "which"]))?;
        if that + 1 == verb || !self.is_count(that.checked_sub(1)?) {
            return None;
        }
        let called =
            self.mention(|mention| mention.end_token == verb && mention.first_token > that);
        called.map_or_else(
            || self.raw(that + 1, verb),
            |mention| self.all.of_mention(mention),
        )
    }
}
