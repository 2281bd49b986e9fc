//! "One" where it counts nothing: "no one", "at one point".

use super::super::nouns;
use super::super::numerals::{Form, Numeral};
use super::super::tables::{Flag, Numeric};
use super::Filter;
use crate::analysis::listed::Listed;

impl Filter<'_> {
    /// "no one", "one another", "the one".
    pub(super) fn is_pronoun(&self, numeral: &Numeral) -> bool {
        if !self.atoms.is(numeral.digits, "one")
            || numeral.end != numeral.digits + 1
            || numeral.form != Form::Spelled
        {
            return false;
        }
        let before = numeral.digits.checked_sub(1);
        let next = numeral.end;
        if numeral.low < 0.0 {
            return false;
        }
        if self.is_done_by_one(before, next) {
            return true;
        }
        // "a one-year-old child"
        let measured = self.atoms.is_joint(next) && numeral.measure.is_some();
        if before.is_some_and(|before| {
            self.atoms.has(before, Flag::OneBefore) && !measured || self.atoms.is_joint(before)
        }) {
            return true;
        }
        if self.atoms.is(next, "of") {
            return self.is_one_of_the_best(next) || self.is_one_apposed(before, next);
        }
        if before.is_some_and(|before| self.is_one_beside(before, next)) {
            return false;
        }
        if self.atoms.has(next, Flag::PronounOne)
            || self.atoms.is_joint(next)
                && !self.atoms.has(next + 1, Flag::Plural)
                && numeral.measure.is_none()
        {
            // "one that got through hit a clinic": a thing that was told of
            return self.atoms.is(next, "that") || !self.is_told(next);
        }
        // "at one point"
        let moment = before.is_some_and(|before| self.atoms.is(before, "at"))
            && self.atoms.is_any(next, &["point", "stage", "time"]);
        if moment {
            return true;
        }
        // "one official said", "one estimate puts it at 40"
        let teller = (next + 1..next + 4).any(|at| {
            self.atoms.is_listed(
                at,
                const {
                    &Listed::of(&[
                        "said", "says", "told", "puts", "put", "recalled", "added", "saw",
                        "counted", "reported",
                    ])
                },
            )
        });
        let told = self.atoms.word(next).noun.is_some();
        if teller && !told && !self.atoms.has(next, Flag::Further) {
            return true;
        }
        // "one remains in a coma", "two came from Serria and one from Toll", "one managed to jump"
        let apart = self.atoms.is_any(next, &["remains", "remained"])
            || self.atoms.is(next, "managed") && self.atoms.is(next + 1, "to")
            || self.atoms.is(next, "from") && before.is_some_and(|and| self.atoms.is(and, "and"));
        let told =
            apart || self.atoms.word(next).after.is_some() || self.atoms.has(next, Flag::Further);
        numeral.measure.is_none() && nouns::find(self.atoms, next, true).is_none() && !told
    }

    /// "let in one by one", "pulled one back", "in 2013 one killed 61 people": one that was told of.
    fn is_done_by_one(&self, before: Option<usize>, next: usize) -> bool {
        let by_one = self.atoms.is(next, "by") && self.atoms.is(next + 1, "one")
            || before.is_some_and(|by| {
                by > 0 && self.atoms.is(by, "by") && self.atoms.is(by - 1, "one")
            });
        let back = self.atoms.is(next, "back")
            && before.is_some_and(|verb| {
                self.atoms
                    .is_any(verb, &["pulled", "pull", "got", "pulling"])
            });
        let count = self.atoms.is_digits(next + 1) || self.atoms.numeric(next + 1) != Numeric::None;
        let killed = count
            && self
                .atoms
                .is_any(next, &["killed", "injured", "wounded", "destroyed"]);
        // "the third fire this winter, after one in November that killed three"
        let dated = self.atoms.is(next, "in")
            && self.atoms.has(next + 1, Flag::Month)
            && self.atoms.is_any(next + 2, &["that", "which", "when"]);
        // "one told interrogators that he heard a shout"
        let speaks = self.atoms.is_any(next, &["told", "said", "says"]);
        by_one || back || killed || dated || speaks
    }

    /// "two are in ruins and one is without water", "three were taken away, one by helicopter", "four deaths,
    /// and said one was that of a nurse": one more, or one of those before.
    fn is_one_beside(&self, before: usize, next: usize) -> bool {
        let that_of = self.atoms.is(next, "was")
            && self.atoms.is(next + 1, "that")
            && self.atoms.is(next + 2, "of");
        let by = self.atoms.is_mark(before, ',')
            && self.atoms.is(next, "by")
            && self.atoms.is_any(
                next + 1,
                &["helicopter", "air", "ambulance", "boat", "plane"],
            );
        let counted = |at: usize| {
            (self.atoms.is_digits(at) || self.atoms.numeric(at) != Numeric::None)
                && self.atoms.is_any(at + 1, &["are", "were", "have", "had"])
        };
        let beside = self.atoms.is(before, "and")
            && self.atoms.is_any(next, &["is", "was", "has"])
            && (before.saturating_sub(8)..before).any(counted);
        // "three drowned on Saturday, two on Sunday and one on Monday"
        let number =
            |at: usize| self.atoms.is_digits(at) || self.atoms.numeric(at) != Numeric::None;
        let daily = self.atoms.is(before, "and")
            && self.atoms.is(next, "on")
            && self.atoms.has(next + 1, Flag::Weekday)
            && (before.saturating_sub(6)..before)
                .any(|at| number(at) && self.atoms.is(at + 1, "on"));
        that_of || by || beside || daily
    }

    /// "in one of the houses", "the buoy, one of five,", "one of them, Anna Reth,": which one is meant, and no
    /// count.
    fn is_one_apposed(&self, before: Option<usize>, of: usize) -> bool {
        let them = self.atoms.is(of + 1, "them");
        if them && self.atoms.is_mark(of + 2, ',') && self.atoms.capital(of + 3) {
            return true;
        }
        let Some(before) = before else {
            return false;
        };
        let placed = self.atoms.is_listed(
            before,
            const {
                &Listed::of(&[
                    "in", "at", "on", "near", "inside", "from", "into", "outside", "below",
                    "above", "behind", "beside", "under", "opposite",
                ])
            },
        ) && self.atoms.is_any(
            of + 1,
            &["the", "its", "their", "them", "these", "those", "several"],
        );
        let number = self.atoms.is_digits(of + 1) || self.atoms.numeric(of + 1) != Numeric::None;
        let single = before > 0
            && self.atoms.is_mark(before, ',')
            && self.atoms.is_word(before - 1)
            && !nouns::is_plural(self.atoms, before - 1)
            && self.atoms.mark(of + 2).is_some();
        placed || single && number
    }

    /// "one of the world's most dangerous standoffs", "one of the few doors": a way to praise, no count.
    fn is_one_of_the_best(&self, of: usize) -> bool {
        // "one of the last to be picked up"
        if self.atoms.is(of + 1, "the")
            && self.atoms.is_any(of + 2, &["last", "first"])
            && self.atoms.is(of + 3, "to")
        {
            return true;
        }
        let end = (of + 1..of + 7)
            .find(|&at| self.atoms.mark(at).is_some() || self.atoms.kind(at).is_none());
        (of + 1..end.unwrap_or(of + 7)).any(|at| {
            let text = self.atoms.text(at);
            let superlative = text.len() > 4
                && text.ends_with("est")
                && !self.atoms.capital(at)
                && !self.atoms.is_listed(
                    at,
                    const {
                        &Listed::of(&[
                            "forest", "guest", "protest", "request", "arrest", "interest",
                            "contest", "harvest", "priest", "conquest", "honest", "chest",
                            "modest",
                        ])
                    },
                );
            superlative
                || self.atoms.is_listed(
                    at,
                    const {
                        &Listed::of(&[
                            "most", "best", "worst", "few", "main", "leading", "key", "least",
                            "top", "only",
                        ])
                    },
                )
        })
    }
}
