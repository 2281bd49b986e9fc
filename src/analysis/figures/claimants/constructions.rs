//! Words of a clause that tie a figure to a claimant.

use super::Claimants;
use super::place::Place;
use super::stretch::{Held, Stretch};
use crate::analysis::attribution::is_judged;
use crate::analysis::listed::Listed;
use crate::analysis::people::{Form, Mention};
use crate::briefing::{Claimant, Role};
use crate::document::TokenKind;
use crate::language::{Class, Classes};

/// So many tokens may stand between a verb of claiming and its figure.
pub(super) const NEAR: usize = 12;

/// The clause around a figure, as tokens.
pub(super) struct Clause<'a> {
    pub(super) all: &'a Claimants<'a>,
    /// The first token of the sentence, or one that is not too far.
    pub(super) floor: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The first token of the figure, and the token behind it.
    pub(super) from: usize,
    pub(super) until: usize,
    /// The mentions from `floor` on.
    pub(super) mentions: &'a [Mention],
    /// What stands around, within the reach of every rule that looks between `floor` and `end`.
    pub(super) held: Held,
}

impl<'a> Clause<'a> {
    pub(super) fn around(
        all: &'a Claimants<'a>,
        place: Place,
        stretch: &mut Stretch,
    ) -> Option<Self> {
        let bounds = stretch.clause(all.reading, place)?;
        Some(Self {
            all,
            floor: place.floor,
            start: bounds.start,
            end: bounds.end,
            from: place.from,
            until: place.until,
            mentions: all.people.mentions.get(place.mention..)?,
            held: stretch.held,
        })
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the imprints of the words are constants only where the words are"
    )]
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.all.reading.is_any(at, words)
    }

    /// Whether any word around is of one of these classes.
    #[inline]
    pub(super) fn holds_any(&self, classes: Classes) -> bool {
        self.held.classes.meets(classes)
    }

    /// Whether any word around is of a class.
    #[inline]
    pub(super) fn holds(&self, class: Class) -> bool {
        self.held.classes.has(class)
    }

    /// Whether "that" stands anywhere around.
    #[inline]
    pub(super) fn holds_that(&self) -> bool {
        self.held.that
    }

    #[inline]
    pub(super) fn is_listed(&self, at: usize, words: &Listed) -> bool {
        self.all.reading.is_listed(at, words)
    }

    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.all.reading.has(at, class)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.all.reading.token(at).map(|token| token.kind) == Some(TokenKind::Word)
    }

    /// A word with a capital inside the sentence.
    pub(super) fn is_name(&self, at: usize) -> bool {
        at > self.start && self.is_word(at) && self.all.reading.is_capital(at)
    }

    /// Whom the clause cites: "quoted a doctor as saying", "citing police".
    pub(super) fn cited(&self) -> Option<Claimant> {
        if !self.holds(Class::CitingVerb) {
            return None;
        }
        let citing = |at: &usize| {
            self.has(*at, Class::CitingVerb)
                && (self.is(*at, &["citing"])
                    || (*at..at + 12).any(|as_| {
                        self.is(as_, &["as"]) && self.is(as_ + 1, &["saying", "putting"])
                    }))
        };
        let at = (self.start..self.end).find(citing)?;
        if self.is_writing_cited(at + 1) {
            return None;
        }
        self.beginning_at(at + 1)
    }

    /// The claimant by the words of the clause, where it is no attribution.
    pub(super) fn tied(&self, role: Role) -> Option<Claimant> {
        self.according()
            .or_else(|| self.agent())
            .or_else(|| self.tag())
            .or_else(|| self.teller(role))
            .or_else(|| self.needed())
            .or_else(|| self.shared())
            .or_else(|| self.cited())
    }

    /// "according to the provincial governor".
    fn according(&self) -> Option<Claimant> {
        if !self.held.according {
            return None;
        }
        let at = (self.start..self.end)
            .find(|&at| self.is(at, &["according"]) && self.is(at + 1, &["to"]))?;
        self.beginning_at(at + 2)
    }

    /// "was revised to 22 by the governor's office": whoever did so, whatever was told before.
    pub(super) fn revised_by(&self) -> Option<Claimant> {
        let to = self.from.checked_sub(1)?;
        let set = self.is(to, &["to", "at"])
            && to > self.start
            && self.has(to - 1, Class::GivenVerb)
            && self.is(self.until, &["by"]);
        set.then(|| self.beginning_at(self.until + 1)).flatten()
    }

    /// "was put at 1,100 by the Red Cross".
    fn agent(&self) -> Option<Claimant> {
        if !self.holds(Class::GivenVerb) {
            return None;
        }
        if let Some(claimant) = self.agent_before().or_else(|| self.agent_of_second()) {
            return Some(claimant);
        }
        let by = (self.until..self.end.min(self.until + 8)).find(|&at| self.is(at, &["by"]))?;
        let verb = (self.start.max(self.from.saturating_sub(6))..by)
            .find(|&at| self.has(at, Class::GivenVerb))?;
        let number = |at: usize| {
            self.all.reading.token(at).map(|token| token.kind) == Some(TokenKind::Number)
        };
        let plain = (verb..by).all(|at| !self.has(at, Class::HarmVerb) && !self.is(at, &[","]))
            && !(self.until..by).any(number);
        let doer = plain.then(|| self.beginning_at(by + 1)).flatten();
        doer.filter(|doer| {
            let mut words = self.all.reading.document.tokens_in(doer.mention);
            !words
                .next()
                .is_some_and(|at| self.has(at, Class::NumberWord))
        })
    }

    /// "as aid agencies warned that 2 million": a voice of its own inside another's clause.
    pub(super) fn that(&self) -> Option<(Claimant, usize)> {
        if !self.holds_that() || !self.holds(Class::CueVerb) {
            return None;
        }
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let verb = (floor..self.from)
            .rev()
            .find(|&at| self.has(at, Class::CueVerb) && self.is(at + 1, &["that"]))?;
        // "told Reuters, adding that": Reuters adds nothing
        if self.all.reading.word(verb).ends_with("ing") && self.is(verb.wrapping_sub(1), &[","]) {
            return None;
        }
        let (source, _) = self.subject(verb)?;
        let thing =
            self.is(verb, &["imply", "implies", "implied"]) && !self.all.may_tell(source.mention);
        (!thing).then_some((source, verb))
    }

    /// The subject that ends before a verb, and its first token.
    pub(super) fn subject(&self, verb: usize) -> Option<(Claimant, usize)> {
        if is_judged(self.all.reading, verb) {
            return None;
        }
        let mut end = verb;
        while end > self.start && verb - end < 4 && self.goes_with_verb(end - 1) {
            end -= 1;
            if self.has(end, Class::WasVerb)
                || self.has(end, Class::IsVerb)
                || self.is(end, &["been", "being", "not"])
            {
                return None;
            }
        }
        // "a resident reached by telephone said"
        if self.is(end.wrapping_sub(1), &["telephone", "phone"])
            && self.is(end.wrapping_sub(2), &["by"])
            && end > self.start + 3
        {
            end -= 3;
        }
        // "an army spokesman, Col Dan Reeve, told"
        let apposed = end > self.start && self.is(end - 1, &[","]);
        let end = end - usize::from(apposed);
        if let Some((head, first)) = self.before_relative(end) {
            return self.raw(first, head).map(|source| (source, first));
        }
        let mention = self.mention(|mention| {
            mention.end_token == end && (!apposed || mention.form == Form::Name)
        });
        if let Some(mention) = mention.filter(|mention| mention.first_token >= self.start) {
            let mention = self.placed(mention).unwrap_or(mention);
            let source = self.all.of_mention(mention)?;
            return Some((source, mention.first_token));
        }
        if apposed {
            let over = self.over_aside(end)?;
            return Some((self.all.of_mention(over)?, over.first_token));
        }
        let first = self.phrase_before(end)?;
        if let Some(head) = self.over_place(first) {
            return Some((self.all.of_mention(head)?, head.first_token));
        }
        Some((self.raw(first, end)?, first))
    }

    /// "Authorities in the district lowered": those in a place, and not the place.
    fn placed(&self, place: &Mention) -> Option<&'a Mention> {
        let light = usize::from(self.has(place.first_token.wrapping_sub(1), Class::Determiner));
        self.over_place(place.first_token.checked_sub(light)?)
    }

    /// "Witnesses near Gate 2 of the palace": those at a place that begins here.
    fn over_place(&self, first: usize) -> Option<&'a Mention> {
        const PLACED: &[&str] = &["in", "at", "from", "near", "outside", "inside"];
        let mut at = first.checked_sub(1)?;
        // "The mayor of Darra spoke of 41 dead", "a spokesman for the army"
        if self.is(at, &["of", "for"]) {
            let offices = [Class::RoleNoun, Class::Title, Class::PeopleNoun];
            let office = at > 0 && self.all.reading.classes(at - 1).has_any(&offices);
            let head =
                self.mention(|mention| mention.end_token == at && mention.form == Form::Nominal);
            if let Some(head) = head.filter(|_| office) {
                return Some(head);
            }
        }
        if self.is(at, &["of"]) {
            let floor = self.start.max(at.saturating_sub(4));
            at = (floor..at).rev().find(|&at| self.is(at, PLACED))?;
        }
        let head = self.is(at, PLACED).then(|| {
            self.mention(|mention| mention.end_token == at && mention.form != Form::Pronoun)
        });
        head.flatten().filter(|head| self.all.may_tell(head.span))
    }

    fn goes_with_verb(&self, at: usize) -> bool {
        self.is(at, &["on", "by"]) && self.has(at + 1, Class::Weekday)
            || self.has(at, Class::Auxiliary)
            || self.has(at, Class::Adverb)
            || self.has(at, Class::Weekday)
    }

    /// The article of "the opposition", a phrase that is no mention, or of a name without one.
    pub(super) fn phrase_before(&self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1).filter(|&last| last >= self.start)?;
        let plain = |at: usize| {
            let refused = [Class::Preposition, Class::Pronoun, Class::Conjunction];
            self.is_word(at)
                && (!self.all.reading.classes(at).has_any(&refused)
                    || self.all.reading.word(at) == "WHO")
        };
        if !plain(last) {
            return None;
        }
        let floor = self.start.max(end.saturating_sub(5));
        // "Initial reports spoke of 70", "independent estimates run to 1,200"
        if self.is(
            last,
            &[
                "reports",
                "estimates",
                "counts",
                "records",
                "figures",
                "accounts",
            ],
        ) {
            return (floor..=last).rev().take_while(|&at| plain(at)).last();
        }
        let article = (floor..last)
            .rev()
            .take_while(|&at| plain(at))
            .find(|&at| self.has(at, Class::Determiner));
        let name = self.is_name(last) || self.all.is_initials(last);
        article.or(name.then_some(last))
    }

    pub(super) fn ending_at(&self, end: usize) -> Option<Claimant> {
        if let Some(mention) = self.mention(|mention| {
            mention.end_token == end || mention.end_token == end + 1 && mention.owner
        }) {
            return self.all.of_mention(mention);
        }
        let first = self.phrase_before(end)?;
        self.raw(first, end)
    }

    /// The phrase that begins at a token, or behind a few words that describe it.
    pub(super) fn beginning_at(&self, at: usize) -> Option<Claimant> {
        let limit = self.end.min(at + 5);
        let first = (at..limit)
            .take_while(|&at| self.is_word(at))
            .find_map(|at| self.mention(|mention| mention.first_token == at && !mention.owner));
        if let Some(mention) = first {
            return self.all.of_mention(mention);
        }
        let end = (at..limit)
            .take_while(|&at| self.is_word(at) && !self.has(at, Class::Preposition))
            .last()?;
        self.raw(at, end + 1)
    }

    /// A phrase as its own claimant.
    pub(super) fn raw(&self, first: usize, end: usize) -> Option<Claimant> {
        let span = self
            .all
            .reading
            .token(first)?
            .span
            .join(self.all.reading.token(end - 1)?.span);
        self.all.claimant(span, span)
    }

    /// The longest mention near the figure that fits.
    pub(super) fn mention(&self, fits: impl Fn(&Mention) -> bool) -> Option<&'a Mention> {
        let mentions = self.mentions.iter();
        mentions
            .skip_while(|mention| mention.first_token < self.start)
            .take_while(|mention| mention.first_token < self.end)
            .find(|mention| {
                fits(mention) && (mention.form != Form::Pronoun || mention.entity.is_some())
            })
    }
}
