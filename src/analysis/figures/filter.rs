//! Numbers that count nothing, once they are read: "one" as a pronoun, digits with unknown letters, points in time.

mod one;

use super::atoms::{Atoms, Kind};
use super::measure::{self, Measure, Measurer};
use super::names::codes;
use super::nouns;
use super::numerals::{Form, Numeral};
use super::tables::{Flag, UnitKind};
use crate::analysis::listed::Listed;

/// What is done for those who are not found yet: "the search for the last four".
const SOUGHT: Listed = Listed::of(&[
    "search",
    "searching",
    "searched",
    "digging",
    "looking",
    "hunting",
    "hunt",
    "hope",
    "hopes",
    "fading",
    "faded",
]);

pub(super) struct Filter<'a> {
    pub atoms: &'a Atoms<'a>,
    pub measurer: &'a Measurer<'a>,
}

impl Filter<'_> {
    pub(super) fn keeps(&self, numeral: &Numeral) -> bool {
        let measure = numeral.measure;
        let stretch = numeral.form == Form::Fraction
            && numeral.first.checked_sub(1).is_some_and(|before| {
                self.atoms.has(before, Flag::NearTime) || self.atoms.is(before, "eleven")
            });
        !(stretch
            || self.is_of_scale(numeral)
            || self.is_denominator(numeral)
            || self.is_operand(numeral)
            || self.is_pronoun(numeral)
            || self.is_ranked(numeral)
            || self.is_place_in_ranking(numeral)
            || self.is_tiebreak(numeral)
            || self.is_year_in_words(numeral)
            || self.is_stretch(numeral)
            || self.is_model(numeral, measure.as_ref())
            || self.is_glued(numeral, measure.as_ref())
            || self.is_in_word(numeral)
            || measure.is_some_and(|measure| self.is_marker(&measure))
            || measure
                .as_ref()
                .is_some_and(|measure| self.is_point_in_time(numeral, measure)))
    }

    /// "four on the five-point scale": how far a scale goes.
    fn is_of_scale(&self, numeral: &Numeral) -> bool {
        self.atoms.is_joint(numeral.end)
            && self.atoms.is(numeral.end + 1, "point")
            && self.atoms.is(numeral.end + 2, "scale")
    }

    /// "310 cases per 100,000": what a rate is counted against.
    fn is_denominator(&self, numeral: &Numeral) -> bool {
        let per = numeral
            .first
            .checked_sub(1)
            .is_some_and(|before| self.atoms.is(before, "per"));
        per && measure::denominator(self.atoms.text(numeral.digits)).is_some()
    }

    /// "<>30", "=>30", "=<30": an operator of some notation, and nothing that is counted.
    fn is_operand(&self, numeral: &Numeral) -> bool {
        let Some(last) = numeral.first.checked_sub(1).filter(|&last| last > 0) else {
            return false;
        };
        let other = self.atoms.mark(last - 1).filter(|_| !self.atoms.gap(last));
        matches!(
            (other, self.atoms.mark(last)),
            (Some('<'), Some('>')) | (Some('='), Some('>' | '<'))
        )
    }

    /// "in two thousand and five".
    fn is_year_in_words(&self, numeral: &Numeral) -> bool {
        let year = numeral.form == Form::Spelled && (1900.0..2100.0).contains(&numeral.low);
        let led = numeral.first.checked_sub(1).is_some_and(|before| {
            self.atoms
                .is_any(before, &["in", "since", "by", "of", "until"])
        });
        let word = self.atoms.is_word(numeral.end)
            && !self.atoms.has(numeral.end, Flag::Stop)
            && !self.atoms.has(numeral.end, Flag::Verb);
        year && led && !word
    }

    /// "the 3 next weeks", "5 previous years", and not "sold 300 last year".
    fn is_stretch(&self, numeral: &Numeral) -> bool {
        if !self.atoms.has(numeral.end, Flag::NearTime) {
            return false;
        }
        let unit = self.atoms.text(numeral.end + 1).to_ascii_lowercase();
        unit.ends_with('s')
            && !self.atoms.has_near(numeral.end, "worth")
            && self
                .measurer
                .tables
                .unit(&unit)
                .is_some_and(|unit| unit.kind == UnitKind::Time)
    }

    /// "the bottom three": a rank, where nothing is counted behind.
    fn is_ranked(&self, numeral: &Numeral) -> bool {
        let before = numeral.first.checked_sub(1);
        // "the toll could top 1,300"
        let verb = |top: usize| {
            top > 0
                && self.atoms.is_any(
                    top - 1,
                    &["to", "would", "could", "will", "may", "might", "can"],
                )
        };
        let ranked = before.is_some_and(|before| {
            self.atoms
                .is_any(before, &["bottom", "final", "last", "first"])
                || self.atoms.is(before, "top") && !verb(before)
        });
        // "the search for the last four", "the last two were pulled out"
        let sought = || {
            let first = numeral.first.saturating_sub(3);
            // "freeing the last four of the eleven guards"
            let of = self.atoms.is(numeral.end, "of")
                && self.atoms.is_any(numeral.end + 1, &["the", "its", "their"]);
            self.atoms.is(numeral.first - 1, "last")
                && self.atoms.is(numeral.first.wrapping_sub(2), "the")
                && (self.is_told(numeral.end)
                    || of
                    || self.atoms.is(first, "for")
                        && (first.saturating_sub(3)..first)
                            .any(|at| self.atoms.is_listed(at, &SOUGHT)))
        };
        ranked
            && !sought()
            && numeral.scale == 1.0
            && numeral.measure.is_none()
            && nouns::find(self.atoms, numeral.end, false).is_none()
    }

    /// "world number two Karla Vesely", "the party's number three".
    fn is_place_in_ranking(&self, numeral: &Numeral) -> bool {
        let label = numeral.first.checked_sub(1);
        label.is_some_and(|label| {
            self.atoms.is(label, "number") && !codes::is_counting(self.atoms, label)
        }) && numeral.form == Form::Spelled
            && numeral.low <= 20.0
            && numeral.scale == 1.0
            && numeral.measure.is_none()
    }

    /// "7-6 (8)": the points of a set that ran on.
    fn is_tiebreak(&self, numeral: &Numeral) -> bool {
        let open = numeral.first.checked_sub(4);
        open.is_some_and(|games| {
            self.atoms.is_mark(games + 3, '(')
                && self.atoms.is_mark(numeral.end, ')')
                && self.atoms.is_digits(games)
                && self.atoms.is_joint(games + 1)
                && self.atoms.is_digits(games + 2)
        })
    }

    /// "11 Pro", "787 Dreamliner": digits before a name in the singular.
    fn is_model(&self, numeral: &Numeral, measure: Option<&Measure>) -> bool {
        // "the 12718 Coastal Express"
        let the = numeral
            .first
            .checked_sub(1)
            .is_some_and(|the| self.atoms.is(the, "the"));
        let most = if the { 100_000.0 } else { 10_000.0 };
        let plain = numeral.form == Form::Digits
            && measure.is_none()
            && numeral.scale == 1.0
            && numeral.low.fract() == 0.0
            && numeral.high < most
            && !self.atoms.text(numeral.digits).contains(',');
        // "32 were Kenyan, 18 Canadian and eight American"
        let people = ["an", "ese", "ish"]
            .iter()
            .any(|ending| self.atoms.text(numeral.end).ends_with(ending))
            && (self.atoms.is(numeral.end + 1, "and")
                || self.atoms.mark(numeral.end + 1).is_some());
        if !plain || people || !self.atoms.capital(numeral.end) || !self.atoms.gap(numeral.end) {
            return false;
        }
        nouns::find(self.atoms, numeral.end, false).is_some_and(|noun| {
            !noun.plural
                && !(noun.first..noun.end).any(|at| {
                    self.atoms.word(at).after.is_some()
                        || self.atoms.word(at).noun.is_some()
                        || self.atoms.has(at, Flag::Light)
                })
        }) && !self.atoms.has(numeral.end, Flag::Plural)
    }

    /// "one was killed": something happened to one.
    pub(super) fn is_told(&self, at: usize) -> bool {
        (at..at + 4).any(|at| self.atoms.word(at).after.is_some())
    }

    /// Letters behind digits that are neither unit nor scale: "777F", "11ish".
    fn is_glued(&self, numeral: &Numeral, measure: Option<&Measure>) -> bool {
        let glued = matches!(self.atoms.kind(numeral.end), Some(Kind::Word | Kind::Name))
            && !self.atoms.gap(numeral.end);
        let behind_name = numeral.first.checked_sub(1).is_some_and(|before| {
            !self.atoms.gap(numeral.first)
                && matches!(
                    self.atoms.kind(before),
                    Some(Kind::Name | Kind::Digits | Kind::Word)
                )
        });
        glued && (measure.is_none() || numeral.form == Form::Spelled)
            || behind_name
            || measure.is_some_and(|measure| self.is_cut(measure))
    }

    /// Whether a word goes on right behind the unit.
    fn is_cut(&self, measure: &Measure) -> bool {
        matches!(
            self.atoms.kind(measure.end),
            Some(Kind::Word | Kind::Name | Kind::Digits)
        ) && !self.atoms.gap(measure.end)
    }

    /// "near the 114-kilometre post": where something stands along a road.
    fn is_marker(&self, measure: &Measure) -> bool {
        measure.kind == UnitKind::Measure
            && self.atoms.is_any(
                measure.end,
                &["post", "marker", "mark", "milestone", "stone"],
            )
    }

    /// A part of a longer name: "Catch-22", "one-sided", "4x4".
    fn is_in_word(&self, numeral: &Numeral) -> bool {
        let before = numeral.first.checked_sub(1).is_some_and(|before| {
            self.atoms.is_joint(before)
                && before > 0
                && matches!(self.atoms.kind(before - 1), Some(Kind::Word | Kind::Name))
                && !self.atoms.is_listed(
                    before - 1,
                    const { &Listed::of(&[
                        "sub", "plus", "minus", "negative", "to", "now", "pre", "mid", "a", "magnitude",
                    ]) },
                )
                && !matches!(
                    self.atoms.numeric(before - 1),
                    super::tables::Numeric::Unit(_) | super::tables::Numeric::Tens(_)
                )
                // "A330-200"
                || before > 1
                    && self.atoms.is_joint(before)
                    && self.atoms.is_digits(before - 1)
                    && !self.atoms.gap(before - 1)
                    && self.atoms.is_word(before - 2)
        });
        let slash = self.atoms.is_mark(numeral.end, '/')
            && !self.atoms.gap(numeral.end)
            && self.atoms.is_digits(numeral.end + 1)
            && numeral.form == Form::Digits;
        let ratio = self.atoms.is_mark(numeral.end, ':')
            && !self.atoms.gap(numeral.end)
            && self.atoms.is_digits(numeral.end + 1)
            && !self.atoms.gap(numeral.end + 1);
        // "the 6-foot-2 striker"
        let height = self.atoms.is_joint(numeral.end)
            && self.atoms.text(numeral.end + 1).starts_with("foot-");
        before || slash || ratio || height || self.is_of_a_kind(numeral)
    }

    /// "four-legged", "two-way", "a four-alarm fire": what kind of thing it is.
    fn is_of_a_kind(&self, numeral: &Numeral) -> bool {
        const KINDS: Listed = Listed::of(&[
            "alarm",
            "star",
            "way",
            "horse",
            "ply",
            "fold",
            "wheel",
            "tier",
            "stroke",
            "letter",
            "dimensional",
            "step",
        ]);
        let kind = numeral.end + 1;
        let shaped = self.atoms.text(kind).ends_with("ed") && !self.atoms.has(kind, Flag::Verb);
        self.atoms.is_joint(numeral.end)
            && numeral.form == Form::Spelled
            && numeral.low < 13.0
            && numeral.measure.is_none()
            && (shaped || self.atoms.is_listed(kind, &KINDS))
    }

    /// "two weeks ago", "in the last three months", "three days from now".
    fn is_point_in_time(&self, numeral: &Numeral, measure: &Measure) -> bool {
        if measure.kind != UnitKind::Time || measure.age {
            return false;
        }
        let end = measure.end;
        let past = self.atoms.has(end, Flag::Past)
            || self
                .atoms
                .is_any(end, &["from", "after", "before", "since"])
                && self.is_day_word(end + 1);
        // "2 weeks and 2 days ago"
        let time = |at: usize| {
            let unit = self.atoms.text(at).to_ascii_lowercase();
            let unit = self.measurer.tables.unit(&unit);
            unit.is_some_and(|unit| unit.kind == UnitKind::Time)
        };
        let past = past
            || self.atoms.is(end, "and") && self.atoms.has(end + 3, Flag::Past) && time(end + 2);
        let near = numeral
            .first
            .checked_sub(1)
            .is_some_and(|before| self.atoms.has(before, Flag::NearTime))
            || self.atoms.has(numeral.end, Flag::NearTime);
        // "in the last nine days of May": how long, and of what
        let near = near && !(self.atoms.is(end, "of") && self.atoms.has(end + 1, Flag::Month));
        let into = numeral.first.checked_sub(1).is_some_and(|before| {
            self.atoms.is_any(before, &["in", "within"]) && !self.is_amount_before(before)
        }) && numeral.low < numeral.high + 0.5
            && (self
                .atoms
                .mark(end)
                .is_some_and(|mark| mark != '-' && mark != '(')
                || self.atoms.kind(end).is_none()
                || self.atoms.is_any(end, &["on", "or", "since", "and"]));
        past || near || into && self.is_to_come(numeral.first)
    }

    /// "to earn $10,000 in three years": an amount for a stretch, which is no day to come.
    fn is_amount_before(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.atoms.is_digits(before) && !self.atoms.barred(before))
    }

    /// "will be back in two weeks" points at a day; "fired 47 shots in 90 seconds" measures.
    fn is_to_come(&self, first: usize) -> bool {
        (first.saturating_sub(20)..first).any(|at| {
            self.atoms.has(at, Flag::Future)
                || self.atoms.is_listed(
                    at,
                    const {
                        &Listed::of(&[
                            "ll", "want", "wants", "can", "could", "would", "might", "may",
                            "going", "should", "to", "is", "are",
                        ])
                    },
                )
                || self.atoms.text(at).ends_with("'ll")
                || self.atoms.text(at).ends_with("’ll")
        })
    }

    fn is_day_word(&self, at: usize) -> bool {
        self.atoms.has(at, Flag::Daytime)
            || self.atoms.has(at, Flag::Weekday)
            || self.atoms.has(at, Flag::Month)
            || self.atoms.barred(at)
            || self
                .atoms
                .is_any(at, &["now", "next", "christmas", "easter", "new"])
    }
}
