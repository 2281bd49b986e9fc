//! Subjects parted from their verb by a clause that describes them.

use super::Claimants;
use super::constructions::{Clause, NEAR};
use crate::analysis::listed::Listed;
use crate::analysis::people::Mention;
use crate::briefing::Claimant;
use crate::document::Span;
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

/// What an aside between a subject and its verb may begin with.
const ASIDES: &[&str] = &[
    "who",
    "which",
    "in",
    "for",
    "quoted",
    "cited",
    "known",
    "reached",
    "interviewed",
    "contacted",
    "asked",
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

    /// "Those who lived told": the pronoun names nobody without its clause.
    pub(super) fn those_who(&self, mention: Span) -> Option<Claimant> {
        let those = self.reading.document.tokens_in(mention).start;
        if !self.reading.is(those, "those") || !self.reading.is(those + 1, "who") {
            return None;
        }
        let verb = (those + 3..those + NEAR).find(|&at| self.reading.has(at, Class::CueVerb))?;
        let last = (those + 2..verb).rfind(|&at| !self.reading.has(at, Class::Auxiliary))?;
        let whole = mention.join(self.reading.token(last)?.span);
        self.claimant(whole, whole)
    }
}

impl<'a> Clause<'a> {
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

    /// "Ewa Lis, speaking at the scene, gave": whoever stands before an aside that ends here.
    pub(super) fn over_aside(&self, end: usize) -> Option<&'a Mention> {
        let floor = self.start.max(end.saturating_sub(NEAR));
        let open = (floor..end).rev().find(|&at| self.is(at, &[","]))?;
        // "the bulletin, by contrast, gives"
        let light = self.is(open + 1, &["by", "however", "meanwhile", "though"]) && end - open < 5;
        // "the Forum, a charity, puts"
        let named = self.is(open + 1, &["a", "an"]) && end - open < 8;
        // "the Front, set up by lawmakers, puts", "the council, elected in May, puts"
        let done = (self.is(open + 1, &["set", "led", "run", "made"])
            || self.all.reading.word(open + 1).ends_with("ed"))
            && self.has(open + 2, Class::Preposition);
        let aside = light
            || named
            || done
            || self.is(open + 1, ASIDES)
            || self.all.reading.word(open + 1).ends_with("ing");
        let before = |mention: &Mention| mention.end_token == open;
        // "Ewa Lis, head of the council, elected in May, puts": not the council
        let head = |mention: &&Mention| {
            let article = self.has(mention.first_token.wrapping_sub(1), Class::Determiner);
            let led = mention.first_token.wrapping_sub(1 + usize::from(article));
            !done || !self.has(led, Class::Preposition)
        };
        self.mention(before).filter(head).filter(|_| aside)
    }

    /// "citing article 272 of the penal code", "citing text messages from inside", "citing accounts from four
    /// survivors", "citing 21 survivors": what somebody goes by, whose word it stays. A report and a statement
    /// have a voice of their own.
    pub(super) fn is_writing_cited(&self, first: usize) -> bool {
        const WRITINGS: Listed = Listed::of(&[
            "article",
            "articles",
            "section",
            "sections",
            "paragraph",
            "clause",
            "rule",
            "accounts",
            "account",
            "messages",
            "message",
            "texts",
            "footage",
            "recordings",
            "testimony",
            "testimonies",
            "interviews",
            "images",
            "photographs",
            "photos",
        ]);
        const VOICES: Listed = Listed::of(&[
            "report",
            "reports",
            "statement",
            "statements",
            "study",
            "studies",
            "survey",
            "surveys",
        ]);
        let writing = |at: usize| {
            self.is_listed(at, &WRITINGS)
                || self.has(at, Class::DocumentNoun) && !self.is_listed(at, &VOICES)
        };
        let counted = self.has(first, Class::NumberWord) || !self.is_word(first);
        let witnesses = counted && self.is(first + 1, &["survivors", "witnesses"]);
        let mut phrase = (first..first + 4)
            .take_while(|&at| self.is_word(at) && !self.has(at, Class::Preposition));
        witnesses || phrase.any(writing)
    }
}
