//! What happened in the end to those of whom a clause tells something else first.

use super::super::draft::Draft;
use super::super::nouns;
use super::super::phrase;
use super::super::tables::Flag;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Verbs that may begin what a main clause tells.
const MAIN: Listed = Listed::of(&[
    "have",
    "has",
    "were",
    "was",
    "had",
    "are",
    "died",
    "succumbed",
    "perished",
]);

impl Roles<'_> {
    /// "33 miners trapped since Tuesday have been found dead", "guards who had been taken hostage were
    /// freed": what happened to them in the end.
    pub(super) fn told_later(
        &self,
        draft: &Draft,
        at: usize,
        end: usize,
        role: Role,
    ) -> Option<Role> {
        // "33 miners trapped", "two of the wounded"
        // "four hikers reported missing"
        let light = &[
            "of", "the", "those", "reported", "listed", "feared", "still", "presumed", "believed",
        ];
        let near = at - draft.tail <= 2 && (draft.tail..at).all(|at| self.atoms.is_any(at, light));
        let clause =
            self.is_behind_who(draft.tail, at) || self.atoms.word(draft.tail).after.is_some();
        if !near && !clause {
            return None;
        }
        // "one of the injured, a girl of six, died later", "three of the sick, all over 80, have died"
        let comma = at + 1;
        let close = || (comma + 1..comma + 9).find(|&at| self.atoms.is_mark(at, ','));
        let behind = close()
            .map(|close| close + 1)
            .filter(|_| near && self.atoms.is_mark(comma, ','))
            .filter(|&verb| verb < end && self.atoms.is_listed(verb, &MAIN));
        let verb = behind.or_else(|| self.main_verb(at + 1, end));
        // "two hikers reported missing turned up at a hut"
        let Some(verb) = verb else {
            // "five to be accounted for": the idiom holds another
            let from = phrase::idiom_at(self.atoms, at).map_or(at, |(_, last)| last) + 1;
            // "held for nine hours in Block 7 by a gang walked free"
            let plain = |at: usize| self.atoms.is_word(at) || self.atoms.is_digits(at);
            let far = if role == Role::Detained { 18 } else { 9 };
            let came = (from..end.min(at + far))
                .take_while(|&at| plain(at) && !self.atoms.is(at, "and"))
                .find_map(|at| self.idiom_after(at));
            return came.filter(|&later| is_outcome(role, later));
        };
        let later = (verb..verb + 4).find_map(|at| {
            let word = self.atoms.word(at).after;
            self.idiom_after(at)
                .or_else(|| word.and_then(|role| self.accept_after(at, role)))
        })?;
        // "who were feared dead have been found alive"
        let feared = &["feared", "presumed", "believed", "thought", "assumed"];
        let alive = later == Role::Rescued && at > 0 && self.atoms.is_any(at - 1, feared);
        (near || alive || is_outcome(role, later)).then_some(later)
    }

    /// "six have collapsed and died", "were hit and killed": what it came to.
    pub(super) fn and_died(&self, at: usize, role: Role) -> Option<Role> {
        // "were trampled or suffocated"
        let or = self.atoms.is(at + 1, "or")
            && self
                .atoms
                .is_any(at + 2, &["suffocated", "crushed", "drowned", "killed"]);
        if or && role == Role::Injured {
            return Some(Role::Killed);
        }
        let and = self.atoms.is(at + 1, "and");
        let light = &["later", "then", "were", "was", "subsequently"];
        let next = at + 2 + usize::from(self.atoms.is_any(at + 2, light));
        // "were convicted and jailed"
        if and && role == Role::Other {
            return self.atoms.word(next).after.filter(|&then| then != role);
        }
        let died =
            and && self.atoms.is_any(
                next,
                &["died", "killed", "drowned", "perished", "succumbed"],
            ) && !self
                .atoms
                .is_any(next + 1, &["a", "an", "the", "his", "her", "their"])
                && !self.atoms.is_digits(next + 1);
        // "were burned beyond recognition"
        let beyond = self.atoms.is(at + 1, "beyond")
            && self
                .atoms
                .is_any(at + 2, &["recognition", "help", "saving"]);
        if (died || beyond) && role != Role::Killed {
            return Some(Role::Killed);
        }
        // "were treated for minor injuries and released"
        let treated = role == Role::Injured && self.atoms.is(at, "treated");
        let mut clause = (at + 1..at + 9).take_while(|&at| self.atoms.is_word(at));
        let and = clause.find(|&at| treated && self.atoms.is(at, "and"))?;
        let next = and + 1 + usize::from(self.atoms.is_any(and + 1, light));
        let home = self.atoms.is_any(next, &["sent", "allowed"]) && self.atoms.is(next + 1, "home");
        (home || self.atoms.is_any(next, &["released", "discharged"])).then_some(Role::Released)
    }

    /// The verb of the main clause behind a word that tells something of those counted.
    fn main_verb(&self, from: usize, end: usize) -> Option<usize> {
        (from..end)
            .take_while(|&at| {
                self.atoms.mark(at).is_none()
                    && !self.atoms.is_listed(
                        at,
                        const {
                            &Listed::of(&[
                                "and", "that", "who", "which", "when", "while", "but", "or",
                                "before", "until", "after",
                            ])
                        },
                    )
            })
            .find(|&at| self.atoms.is_listed(at, &MAIN))
    }

    /// "two patients who had tested positive", "two patients with asthma who had": in a clause about those counted.
    fn is_behind_who(&self, tail: usize, at: usize) -> bool {
        // "eleven of the 32 who were hurt"
        let mut near = (tail..at.min(tail + 6)).take_while(|&at| {
            (self.atoms.is_word(at) || self.atoms.is_digits(at))
                && !self.atoms.has(at, Flag::Verb)
                && (self.atoms.is(at, "who") || !self.atoms.has(at, Flag::Auxiliary))
        });
        near.any(|at| self.atoms.is(at, "who"))
    }

    /// "the remaining seven, who are believed to be trapped": a clause about all of those counted.
    pub(super) fn is_of_them(&self, draft: &Draft, comma: usize) -> bool {
        comma == draft.tail
            && self.atoms.is(comma + 1, "who")
            && !self.atoms.is_any(comma + 2, &["was", "is", "has", "had"])
            && draft.numeral.low > 1.0
    }

    /// "all but three of the injured were out of danger", "40 of the displaced": the group that they are of.
    pub(super) fn of_group(&self, draft: &Draft) -> Option<Role> {
        let of = draft.numeral.end;
        let group = self.atoms.is(of, "of") && self.atoms.is_any(of + 1, &["the", "those"]);
        let word = self.atoms.word(of + 2);
        word.noun
            .or(word.after)
            .filter(|&role| group && role <= Role::Sick && !nouns::is_plural(self.atoms, of + 3))
    }

    /// "could not be saved", "were not hurt".
    pub(super) fn is_denied(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).any(|at| self.atoms.is_any(at, &["not", "never", "n't"]))
            && !self.atoms.is(at, "missing")
    }

    /// "38 of the 112 pupils they abducted", "55 of the 119 people who caught the virus": what a clause tells
    /// of the whole.
    pub(super) fn of_clause(&self, draft: &Draft) -> Option<Role> {
        let at = draft.tail;
        let verb = self.atoms.word(at + 1);
        if self.atoms.is_any(at, &["they", "he", "she", "it"]) {
            return verb.before.or(verb.after);
        }
        let clause =
            (at + 1..at + 6).take_while(|&at| self.atoms.is_word(at) && !self.atoms.is(at, "and"));
        let mut clause = clause.filter(|_| self.atoms.is_any(at, &["who", "that"]));
        clause.find_map(|at| {
            let word = self.atoms.word(at).after;
            self.idiom_after(at)
                .or_else(|| word.and_then(|role| self.accept_after(at, role)))
        })
    }

    /// "two wells in a village that was flooded": a verb in the singular tells nothing of many.
    pub(super) fn is_of_single(&self, draft: &Draft, at: usize) -> bool {
        let many = draft.noun.is_some_and(|noun| noun.plural) && draft.numeral.low > 1.0;
        many && self.atoms.has(at, Flag::Auxiliary) && self.atoms.is_any(at, &["was", "is", "has"])
    }
}

/// Whether the later of two roles is how the first ended.
pub(super) fn is_outcome(first: Role, later: Role) -> bool {
    let open = matches!(
        first,
        Role::Detained
            | Role::Trapped
            | Role::Missing
            | Role::Injured
            | Role::Sick
            | Role::Displaced
            | Role::Rescued
    );
    open && matches!(later, Role::Killed | Role::Released | Role::Rescued)
}
