//! Whoever tells a figure with a verb that announces no words: "witnesses spoke of 20 dead".

use super::constructions::{Clause, NEAR};
use super::deeds::PLACED;
use super::voices::bodily;
use crate::analysis::attribution::PREDICATE;
use crate::analysis::listed::Listed;
use crate::analysis::people::Mention;
use crate::briefing::{Claimant, Role};
use crate::language::{Class, Classes};

/// What stands behind a count that is the subject of its clause.
const BEHIND: Listed = Listed::of(&[
    "stood", "stands", "rose", "is", "was", "reached", "has", "had", "of", "at",
]);

/// Verbs by which somebody claims what follows.
const CLAIMING: Classes =
    Classes::of(&[Class::ReportingVerb, Class::ClaimVerb, Class::TellingVerb]);

impl Clause<'_> {
    /// "Witnesses spoke of 20 dead", "the opposition claims the number is above 1,000".
    pub(super) fn teller(&self, role: Role) -> Option<Claimant> {
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let noun = |at: usize| {
            // "the official count": a verb of one such subject would end in "s"
            let one = at > 0
                && self.is_word(at - 1)
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
            // "puts vaccine coverage at 81 percent"
            let rated = || {
                matches!(role, Role::Share | Role::Rate | Role::Cost)
                    && self.is(at, &["put", "puts"])
                    && self.is(self.from - 1, &["at"])
            };
            let sets = || {
                rated()
                    || classes.has(Class::SettingVerb)
                        && ((at..self.from).any(|at| self.is_count(at))
                            || self.is_set_to(at)
                            || at + 2 == self.from
                                && (self.until..self.until + 3).any(|at| self.is_count(at)))
            };
            (classes.meets(CLAIMING)
                || sets()
                || self.is_pledge(at, role)
                || self.is_of_list(at)
                || self.is_held_to(at, role))
                && !noun(at)
                && !self.all.is_no_voice(at, role)
                && !self.all.comes_upon_some(at)
                && !self.all.is_spelled_so(at)
                && !self.all.is_written(at)
        })?;
        let clear = (verb + 1..self.from)
            .all(|at| !self.is(at, &[",", ":", "—", "–", "(", "who", "after"]));
        if !clear
            || self.is_of_writing(verb)
            || self.is_of_other_sense(verb, role) && !self.is_held_to(verb, role)
            || self.is_behind_relative(verb)
        {
            return None;
        }
        let source = match self.antecedent(verb) {
            Some(head) => self.all.of_mention(head)?,
            None => self.subject(verb).or_else(|| self.subject_of_both(verb))?.0,
        };
        let source = self.all.apposed(source.mention).unwrap_or(source);
        let heard = self.all.is_told_to(verb, &(self.from..self.until));
        let placed = self.is(verb, PLACED) && !self.all.is_set_at(verb + 1, self.from..self.until);
        let tells = !heard
            && !placed
            && (self.all.may_tell(source.mention) || self.all.may_be_name(source.mention))
            && !self.all.is_admission(verb, source.mention)
            && !self.all.is_demand(verb);
        tells.then_some(source)
    }

    /// "said in a note that was shared 2,000 times": what is told of the note.
    fn is_of_writing(&self, verb: usize) -> bool {
        let told = |at: usize| {
            self.is(at, &["that", "which"])
                && (self.has(at + 1, Class::WasVerb) || self.has(at + 1, Class::HasVerb))
        };
        self.has(verb + 1, Class::Preposition) && (verb + 2..self.from).any(told)
    }

    /// "the man who admitted the theft was given 30 years": what the sentence goes on to tell of him.
    fn is_behind_relative(&self, verb: usize) -> bool {
        let who = verb
            .checked_sub(1)
            .filter(|&at| at > 0 && self.is(at, &["who"]));
        who.is_some_and(|who| !self.is(who - 1, &[","]))
            && !self.is(verb + 1, &["that"])
            && (verb + 1..self.from).any(|at| self.all.reading.classes(at).meets(PREDICATE))
    }

    /// "has claimed 73 lives", "claimed by a group", "claiming allegiance": verbs that tell no figure.
    fn is_of_other_sense(&self, verb: usize, role: Role) -> bool {
        const OWNED: &[&str] = &[
            "allegiance",
            "responsibility",
            "credit",
            "victory",
            "asylum",
        ];
        let thing = self.is(verb, &["added"]) && self.is(verb + 1, &["a", "an"]);
        let paid = matches!(role, Role::Cost | Role::Duration)
            && self.is(verb, &["gave", "give", "gives", "given"]);
        // "mothers who are given treatment"
        let being = &["are", "were", "is", "was", "been", "being", "be"];
        let passive = self.is(verb, &["given"]) && self.is(verb.wrapping_sub(1), being);
        // "accused of killing 12"
        let of = self.is(verb + 1, &["by", "of"])
            && !self.is(verb, &["spoke", "spoken", "speak", "speaks", "talked"]);
        let lives = self.is(verb, &["claimed", "claims", "claim", "claiming"])
            && (self.until..self.until + 2).any(|at| self.is(at, &["lives", "victims"]));
        // "had logged 6,100 flying hours"
        let flown = self.is(verb, &["logged", "logs", "logging", "clocked"])
            && (self.until..self.until + 3)
                .any(|at| self.is(at, &["hours", "miles", "laps", "kilometres"]));
        flown || of || paid || passive || thing || lives || self.is(verb + 1, OWNED)
    }

    /// "cut the list of missing to six", "lowered to 38 the number of dead".
    pub(super) fn is_count(&self, at: usize) -> bool {
        self.has(at, Class::CountNoun) || self.is(at, &["number", "list"])
    }

    /// "the army says 12 died but fears dozens more": whoever the verb before is of.
    pub(super) fn shared(&self) -> Option<Claimant> {
        let verb = self.start + usize::from(self.has(self.start, Class::Adverb));
        let tells = [Class::TellingVerb, Class::CueVerb, Class::ReportingVerb];
        let tied = self.start > self.floor && self.is(self.start - 1, &["but"]);
        if !tied || self.from > verb + 5 || !self.all.reading.classes(verb).has_any(&tells) {
            return None;
        }
        let wide = Clause {
            start: self.floor,
            ..*self
        };
        let cue = (self.floor..self.start - 1)
            .rev()
            .find(|&at| self.has(at, Class::CueVerb))?;
        wide.subject(cue).map(|(source, _)| source)
    }

    /// "described six villages as gone and spoke of 300 dead": the subject of the verb before.
    fn subject_of_both(&self, verb: usize) -> Option<(Claimant, usize)> {
        let and = verb
            .checked_sub(1)
            .filter(|&and| and > self.start && self.is(and, &["and"]))?;
        let verbs = Classes::of(&[Class::CueVerb, Class::TellingVerb, Class::ReportingVerb]);
        let first = (self.start.max(and.saturating_sub(NEAR))..and)
            .find(|&at| self.all.reading.classes(at).meets(verbs))?;
        self.subject(first)
    }

    /// "promised $2,500 to each family": whoever will pay says how much.
    pub(super) fn is_pledge(&self, verb: usize, role: Role) -> bool {
        const PLEDGES: Listed = Listed::of(&[
            "promised",
            "promises",
            "pledged",
            "pledges",
            "offered",
            "offers",
            "appealed",
            "appeals",
            "earmarked",
        ]);
        role == Role::Cost && self.is_listed(verb, &PLEDGES)
    }

    /// "parents drew up a list of 67".
    pub(super) fn is_of_list(&self, verb: usize) -> bool {
        const MADE: Listed = Listed::of(&[
            "drew",
            "drawn",
            "compiled",
            "published",
            "issued",
            "released",
            "kept",
            "keeps",
            "made",
        ]);
        let last = self.from.saturating_sub(2);
        self.is(last + 1, &["of"])
            && self.from <= verb + 8
            && (self.is_listed(verb, &MADE) && self.is(last, &["list", "register", "tally", "record"])
                // "the ombudsman has the names of sixteen"
                || self.has(verb, Class::HasVerb) && self.is(last, &["names"]))
    }

    /// "the commander insists on four", "the army stands by 18": a toll that somebody keeps to.
    fn is_held_to(&self, verb: usize, role: Role) -> bool {
        let ties = || {
            self.is(verb, &["insists", "insist", "insisted"]) && self.is(verb + 1, &["on"])
                || self.is(verb, &["stands", "stand", "stood"]) && self.is(verb + 1, &["by"])
                || self.is(verb, &["sticks", "stick", "stuck", "keeps", "kept"])
                    && self.is(verb + 1, &["to"])
        };
        bodily(role) && self.from <= verb + 5 && ties()
    }

    /// "survivors said, as the coastguard raised the number of dead to 29": whoever sets a toll in a clause of
    /// their own, whatever others say in the sentence.
    pub(super) fn set_meanwhile(&self) -> Option<Claimant> {
        if !self.holds(Class::SettingVerb) {
            return None;
        }
        let floor = self.start.max(self.from.saturating_sub(NEAR));
        let sets = |&at: &usize| {
            self.has(at, Class::SettingVerb) && (at..self.from).any(|at| self.is_count(at))
        };
        let verb = (floor..self.from).rev().find(sets)?;
        let (source, first) = self.subject(verb)?;
        let border = first.checked_sub(1)?;
        let apart = self.is(border, &["as", "while", "when"])
            && self.is(border.wrapping_sub(1), &[","])
            && self.is(self.from - 1, &["to", "at"]);
        (apart && self.all.may_tell(source.mention)).then_some(source)
    }

    /// "later revised that to seven": a number told before.
    pub(super) fn is_set_to(&self, verb: usize) -> bool {
        self.is(verb + 1, &["it", "that", "this", "them", "those"])
            && self.is(verb + 2, &["to"])
            && self.from <= verb + 6
    }

    /// "the minister, who gave a figure of 10, told": whom a clause with "who" is about.
    pub(super) fn antecedent(&self, verb: usize) -> Option<&Mention> {
        // "who had earlier spoken of 23 deaths"
        let light = (self.start..verb)
            .rev()
            .take(3)
            .take_while(|&at| {
                self.has(at, Class::Auxiliary)
                    || self.has(at, Class::Adverb)
                    || self.is(at, &["earlier"])
            })
            .count();
        let who = verb
            .checked_sub(1 + light)
            .filter(|&at| at > self.start && self.is(at, &["who", "which"]))?;
        let comma = self.is(who - 1, &[","]);
        let head = who - usize::from(comma);
        let head = self.mention(|mention| mention.end_token == head);
        // "the account of the navy, which speaks of 65"
        head.filter(|head| self.is(who, &["who"]) || comma && self.all.may_tell(head.span))
    }
}
