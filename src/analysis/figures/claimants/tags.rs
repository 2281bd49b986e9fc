//! Who speaks at the end of a sentence: "..., UNICEF said on May 3."

use super::constructions::Clause;
use crate::briefing::Claimant;
use crate::document::TokenKind;
use crate::language::Class;

impl Clause<'_> {
    /// "..., UNICEF said on May 3."
    pub(super) fn tag(&self) -> Option<Claimant> {
        // "Asked about reports of 30 dead, the minister said"
        if !self.holds(Class::CueVerb) || self.is(self.start, &["asked"]) {
            return None;
        }
        let verbs = (self.until..self.end).rev().take(16);
        verbs
            .filter(|&at| {
                self.has(at, Class::CueVerb)
                    && !self.has(at, Class::CountNoun)
                    && !self.all.is_spelled_so(at)
            })
            .find_map(|verb| self.tag_at(verb))
    }

    /// "the 25 metres that engineers say is needed": whoever says it behind the figure.
    pub(super) fn needed(&self) -> Option<Claimant> {
        if !self.holds(Class::CueVerb) {
            return None;
        }
        let near = self.until..self.end.min(self.until + 6);
        let that = near
            .take_while(|&at| self.is_word(at))
            .find(|&at| self.is(at, &["that", "which"]))?;
        let verb = (that + 2..self.end.min(that + 7))
            .take_while(|&at| self.is_word(at))
            .find(|&at| self.has(at, Class::CueVerb))?;
        let (source, first) = self.subject(verb)?;
        (first > that && self.all.may_tell(source.mention)).then_some(source)
    }

    fn tag_at(&self, verb: usize) -> Option<Claimant> {
        let (source, first) = self.subject(verb)?;
        // "said on Monday, in the largest raid of the year": circumstances may follow
        let comma = (verb + 1..self.end).find(|&at| self.is(at, &[","]));
        let clause = comma.is_none_or(|comma| {
            self.is(comma + 1, &["in", "with", "hours", "days", "after"])
                && (comma + 1..self.end).all(|at| !self.is(at, &[","]))
        });
        let ends = clause && (verb + 1..self.end).all(|at| !self.is(at, &["that"]));
        let start = self.first_of_two(first).unwrap_or(first);
        let head = self.behind_comma(start).filter(|_| ends)?;
        // "the district collector", of which only the last word was read
        let linked = (head..start).any(|at| self.is(at, &["and"]));
        let whole =
            start < first || linked || source.name == source.mention && self.is_article(head);
        let start = if linked { head } else { start.min(head) };
        let span = self.all.reading.token(start)?.span;
        let both = Claimant {
            name: span.join(source.mention),
            mention: span.join(source.mention),
            known: true,
        };
        Some(if whole { both } else { source })
    }

    /// The first word of a tag: behind the comma that closes the claim, and behind "both".
    fn behind_comma(&self, first: usize) -> Option<usize> {
        let plain = |at: usize| {
            let refused = [
                Class::Preposition,
                Class::Conjunction,
                Class::Pronoun,
                Class::CueVerb,
                Class::Auxiliary,
            ];
            // "the state police command"
            let state = self.is(at, &["state"]) && self.has(at.wrapping_sub(1), Class::Determiner);
            self.is_word(at) && (state || !self.all.reading.classes(at).has_any(&refused))
        };
        // "the region's fire and rescue service"
        let inside = |at: usize| {
            self.is(at, &["both", "and"])
                || self.all.reading.token(at).map(|token| token.kind) == Some(TokenKind::Possessive)
        };
        let floor = first.saturating_sub(6).max(self.until);
        let comma = (floor..first)
            .rev()
            .find(|&at| self.is(at, &[","]) || !plain(at) && !inside(at))?;
        let both = usize::from(self.is(comma + 1, &["both"]));
        let voice = self.is(comma, &[","]) && !self.is(comma + 1, &["and"]);
        voice.then_some(comma + 1 + both)
    }

    /// Where the first of two begins: "the army and the police said".
    fn first_of_two(&self, first: usize) -> Option<usize> {
        let and = first
            .checked_sub(1)
            .map(|at| at - usize::from(self.is_article(at)).min(at))
            .filter(|&at| self.is(at, &["and"]))?;
        let other = self.mention(|mention| mention.end_token == and)?;
        let start = other.first_token;
        let article = start
            .checked_sub(1)
            .filter(|&at| self.is_article(at) && !self.is(at, &["both"]))
            .unwrap_or(start);
        (self.all.may_tell(other.span) && article > self.until).then_some(article)
    }

    fn is_article(&self, at: usize) -> bool {
        self.has(at, Class::Determiner)
    }
}
