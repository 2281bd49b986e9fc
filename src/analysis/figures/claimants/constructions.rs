//! Words of a clause that tie a figure to a claimant.

use super::Claimants;
use super::deeds::{HEARD, PLACED};
use super::place::{Place, REACH};
use crate::analysis::listed::Listed;
use crate::analysis::people::{Form, Mention};
use crate::briefing::{Claimant, Role};
use crate::document::TokenKind;
use crate::language::{Class, Classes};

/// So many tokens may stand between a verb of claiming and its figure.
pub(super) const NEAR: usize = 12;

/// Verbs by which somebody claims what follows.
const CLAIMING: Classes =
    Classes::of(&[Class::ReportingVerb, Class::ClaimVerb, Class::TellingVerb]);

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
    mentions: &'a [Mention],
}

impl<'a> Clause<'a> {
    pub(super) fn around(all: &'a Claimants<'a>, place: Place) -> Option<Self> {
        let document = all.reading.document;
        let sentence = document.sentences().get(place.sentence)?;
        let limit = sentence.tokens().end.min(place.until + REACH);
        let border = |at: &usize| {
            let Some(form) = all.reading.known(*at) else {
                return false;
            };
            let all_but = || all.reading.is(at.wrapping_sub(1), "all");
            form.text == ";" || form.classes.has(Class::Contrast) && !all_but()
        };
        let start = (place.floor..place.from).rev().find(border);
        Some(Self {
            all,
            floor: place.floor,
            start: start.map_or(place.floor, |at| at + 1),
            end: (place.until..limit).find(border).unwrap_or(limit),
            from: place.from,
            until: place.until,
            mentions: all.people.mentions.get(place.mention..)?,
        })
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.all.reading.is_any(at, words)
    }

    pub(super) fn is_listed(&self, at: usize, words: &Listed) -> bool {
        self.all.reading.is_listed(at, words)
    }

    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.all.reading.has(at, class)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.all.reading.token(at).map(|token| token.kind) == Some(TokenKind::Word)
    }

    /// "by the army's count", "the ministry's toll of 66", "the UNHCR figure of 42,000".
    pub(super) fn owner(&self) -> Option<Claimant> {
        // "the 150 deaths admitted by the army"
        // "a toll of 19 given earlier by local radio"
        let by = |at: usize| {
            at + 1 + usize::from(self.has(at + 1, Class::Adverb) || self.is(at + 1, &["earlier"]))
        };
        let given = (self.until..self.until + 2)
            .find(|&at| self.has(at, Class::GivenVerb) && self.is(by(at), &["by"]));
        if let Some(verb) = given {
            return self.beginning_at(by(verb) + 1);
        }
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let count = (floor..self.from)
            .rev()
            .find(|&at| self.has(at, Class::CountNoun))?;
        // "the ministry's count on Tuesday stood at 22"
        let day = self.is(count + 1, &["on"]) && self.has(count + 2, Class::Weekday);
        let stood = count + 1 + 2 * usize::from(day);
        // "the WHO's figure, 700, leaves out many"
        let apposed = self.is(count + 1, &[",", ":"]) && self.from == count + 2;
        // "the ministry's toll for the whole country was 528"
        let verbs = ["was", "is", "stood", "stands"];
        let later = self.from - count <= 8
            && (count + 1..self.from).all(|at| self.is_word(at))
            && (count + 1..self.from).any(|at| self.is(at, &verbs))
            && self.has(count + 1, Class::Preposition);
        let of = apposed
            || later
            || self.is(stood, &["of", "is", "was", "stands", "stood"])
                && (self.from - stood <= 4
                    // "stood at 49 cases and 28 deaths"
                    || self.from - stood <= 8 && self.is(self.from - 1, &["and"]));
        let by = (floor..count).rev().find(|&at| self.is(at, &["by", "on"]));
        if !of && by.is_none() {
            return None;
        }
        let possessive = |at: usize| {
            self.all.reading.token(at).map(|token| token.kind) == Some(TokenKind::Possessive)
        };
        let owned = (count.saturating_sub(3)..count)
            .rev()
            .find(|&at| possessive(at));
        let before = count.checked_sub(1)?;
        // "the police estimate of 50,000"
        let body = before > floor
            && self.has(before - 1, Class::Determiner)
            && (self.has(before, Class::GroupNoun) || self.has(before, Class::OrgNoun));
        let end = owned.or((of && (self.is_name(before) || body)).then_some(count))?;
        let owner = (end > floor).then(|| self.ending_at(end)).flatten();
        owner.filter(|owner| owned.is_none() || self.all.may_keep_count(owner.mention))
    }

    /// A word with a capital inside the sentence.
    fn is_name(&self, at: usize) -> bool {
        at > self.start && self.is_word(at) && self.all.reading.is_capital(at)
    }

    /// Whom the clause cites: "quoted a doctor as saying", "citing police".
    pub(super) fn cited(&self) -> Option<Claimant> {
        let citing = |at: &usize| {
            self.has(*at, Class::CitingVerb)
                && (self.is(*at, &["citing"])
                    || (*at..at + 12).any(|as_| {
                        self.is(as_, &["as"]) && self.is(as_ + 1, &["saying", "putting"])
                    }))
        };
        let at = (self.start..self.end).find(citing)?;
        self.beginning_at(at + 1)
    }

    /// The claimant by the words of the clause, where it is no attribution.
    pub(super) fn tied(&self, role: Role) -> Option<Claimant> {
        self.according()
            .or_else(|| self.agent())
            .or_else(|| self.tag())
            .or_else(|| self.teller(role))
            .or_else(|| self.needed())
            .or_else(|| self.cited())
    }

    /// "according to the provincial governor".
    fn according(&self) -> Option<Claimant> {
        let at = (self.start..self.end)
            .find(|&at| self.is(at, &["according"]) && self.is(at + 1, &["to"]))?;
        self.beginning_at(at + 2)
    }

    /// "was put at 1,100 by the Red Cross".
    fn agent(&self) -> Option<Claimant> {
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

    /// "Witnesses spoke of 20 dead", "the opposition claims the number is above 1,000".
    fn teller(&self, role: Role) -> Option<Claimant> {
        const BEHIND: Listed = Listed::of(&[
            "stood", "stands", "rose", "is", "was", "reached", "has", "had", "of", "at",
        ]);
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let noun = |at: usize| {
            // "the official count": a verb of one such subject would end in "s"
            let one = at > 0
                && !self.all.reading.word(at).ends_with('s')
                && !self.all.reading.word(at - 1).ends_with('s')
                && !self.has(at - 1, Class::Pronoun)
                && !self.has(at - 1, Class::GroupNoun);
            let led =
                one || at > 0 && (self.has(at - 1, Class::Determiner) || self.is(at - 1, &["of"]));
            self.has(at, Class::CountNoun) && (led || self.is_listed(at + 1, &BEHIND))
        };
        let verb = (floor..self.from).rev().find(|&at| {
            let classes = self.all.reading.classes(at);
            let sets = || {
                classes.has(Class::SettingVerb)
                    && ((at..self.from).any(|at| self.has(at, Class::CountNoun))
                        || self.is_set_to(at))
            };
            (classes.meets(CLAIMING) || sets())
                && !noun(at)
                && !self.all.is_no_voice(at, role)
                && !self.all.is_spelled_so(at)
        })?;
        let clear = (verb + 1..self.from)
            .all(|at| !self.is(at, &[",", ":", "—", "–", "(", "who", "after"]));
        // "has claimed 73 lives"
        let thing = self.is(verb, &["added"]) && self.is(verb + 1, &["a", "an"]);
        let paid = role == Role::Cost && self.is(verb, &["gave", "give", "gives"]);
        // "claimed by a group", "accused of killing 12"
        let other = self.is(verb + 1, &["by", "of"])
            && !self.is(verb, &["spoke", "spoken", "speak", "speaks", "talked"])
            || paid
            || thing
            || (self.until..self.until + 2).any(|at| self.is(at, &["lives", "victims"]));
        let (source, _) = self.subject(verb).filter(|_| clear && !other)?;
        let heard = verb + 1 == self.from && self.is(verb, HEARD);
        let placed = self.is(verb, PLACED) && !self.all.is_set_at(verb + 1, self.from..self.until);
        let tells = !heard
            && !placed
            && self.all.may_tell(source.mention)
            && !self.all.is_admission(verb, source.mention)
            && !self.all.is_demand(verb);
        tells.then_some(source)
    }

    /// "later revised that to seven": a number told before.
    fn is_set_to(&self, verb: usize) -> bool {
        self.is(verb + 1, &["it", "that", "this", "them", "those"])
            && self.is(verb + 2, &["to"])
            && self.from <= verb + 6
    }

    /// "as aid agencies warned that 2 million": a voice of its own inside another's clause.
    pub(super) fn that(&self) -> Option<(Claimant, usize)> {
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let verb = (floor..self.from)
            .rev()
            .find(|&at| self.has(at, Class::CueVerb) && self.is(at + 1, &["that"]))?;
        let (source, _) = self.subject(verb)?;
        let thing =
            self.is(verb, &["imply", "implies", "implied"]) && !self.all.may_tell(source.mention);
        (!thing).then_some((source, verb))
    }

    /// The subject that ends before a verb, and its first token.
    pub(super) fn subject(&self, verb: usize) -> Option<(Claimant, usize)> {
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
        let mention = self.mention(|mention| {
            mention.end_token == end && (!apposed || mention.form == Form::Name)
        });
        if let Some(mention) = mention.filter(|mention| mention.first_token >= self.start) {
            let source = self.all.of_mention(mention)?;
            return Some((source, mention.first_token));
        }
        if apposed {
            let over = self.over_aside(end)?;
            return Some((self.all.of_mention(over)?, over.first_token));
        }
        let first = self.phrase_before(end)?;
        Some((self.raw(first, end)?, first))
    }

    /// "Ewa Lis, speaking at the scene, gave": whoever stands before an aside that ends here.
    fn over_aside(&self, end: usize) -> Option<&'a Mention> {
        let floor = self.start.max(end.saturating_sub(NEAR));
        let open = (floor..end).rev().find(|&at| self.is(at, &[","]))?;
        let aside = self.is(open + 1, &["who", "which", "in", "for"])
            || self.all.reading.word(open + 1).ends_with("ing");
        let before = |mention: &Mention| mention.end_token == open;
        self.mention(before).filter(|_| aside)
    }

    fn goes_with_verb(&self, at: usize) -> bool {
        self.is(at, &["on", "by"]) && self.has(at + 1, Class::Weekday)
            || self.has(at, Class::Auxiliary)
            || self.has(at, Class::Adverb)
            || self.has(at, Class::Weekday)
    }

    /// The article of "the opposition", a phrase that is no mention, or of a name without one.
    fn phrase_before(&self, end: usize) -> Option<usize> {
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
        let article = (floor..last)
            .rev()
            .take_while(|&at| plain(at))
            .find(|&at| self.has(at, Class::Determiner));
        article.or(self.is_name(last).then_some(last))
    }

    fn ending_at(&self, end: usize) -> Option<Claimant> {
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
    fn raw(&self, first: usize, end: usize) -> Option<Claimant> {
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
