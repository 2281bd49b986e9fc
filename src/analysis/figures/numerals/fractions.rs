//! Parts of one: "two-thirds", "three twenty-firsts", and those behind a whole number.

use super::super::tables::{Numeric, UnitKind};
use super::{Form, Numeral, Part, Reader, one, scaled};
use crate::analysis::listed::Listed;

impl Reader<'_> {
    /// "and a half", and the scale behind it: "two and a half million", "two-and-a-half million".
    pub(super) fn tail(&self, part: Part) -> Part {
        let joint = usize::from(self.atoms.is_joint(part.end));
        let and = part.end + joint;
        if !self.atoms.is(and, "and") {
            return part;
        }
        let at = and + 1 + joint.min(usize::from(self.atoms.is_joint(and + 1)));
        let spelled = || self.many_parts(at);
        let Some((value, end)) = self.fraction_words(at).or_else(spelled) else {
            return part;
        };
        // "one billion and a half million"
        if let Numeric::Scale(times) = self.atoms.numeric(end)
            && times < part.scale
        {
            return one(part.value + value * times, end + 1);
        }
        // "one million and a half": the half is of the scale.
        let of = if part.scale >= 1e3 { part.scale } else { 1.0 };
        let whole = Part {
            value: part.value + value * of,
            mantissa: part.mantissa + value,
            scale: part.scale,
            end,
        };
        self.scales(whole)
    }

    /// "a week and a half", "the past year and a half": one and a part of what is named between.
    pub(super) fn and_a_half(&self, at: usize, value: f64, end: usize) -> Option<Numeral> {
        let and = at.checked_sub(3).filter(|_| self.atoms.is(at - 1, "and"))?;
        let unit = self.tables.unit(self.atoms.text(and + 1))?;
        let article = self.atoms.is_any(and, &["a", "an", "another"]);
        let led = article || self.atoms.is_any(and, &["past", "last", "next", "first"]);
        let part = value < 1.0 && unit.kind == UnitKind::Time && led;
        let first = if article { and } else { and + 1 };
        part.then(|| self.numeral(first, Form::Spelled, one(1.0 + value, end)))
    }

    /// "a half", "three quarters", "one-third": the value and the atom behind.
    pub(super) fn fraction_words(&self, at: usize) -> Option<(f64, usize)> {
        let upper = match self.atoms.numeric(at) {
            Numeric::Unit(value) => value,
            Numeric::None if self.atoms.is_any(at, &["a", "an"]) => 1.0,
            _ => return None,
        };
        // "one - fourth" too, with a space on either side
        let hyphen = self.atoms.is_joint(at + 1)
            || self.atoms.is_mark(at + 1, '-') && self.atoms.gap(at + 1) && self.atoms.gap(at + 2);
        let lower = at + 1 + usize::from(hyphen);
        if let Some((value, end)) = self.compound_part(lower) {
            return Some((upper / value, end));
        }
        match self.atoms.numeric(lower) {
            Numeric::Part(value) if value > 0.0 => Some((upper / value, lower + 1)),
            _ => None,
        }
    }

    /// The lower number of "three twenty-firsts", "one twenty-fifth of": more often it is an ordinal.
    pub(super) fn compound_part(&self, at: usize) -> Option<(f64, usize)> {
        let Numeric::Tens(tens) = self.atoms.numeric(at) else {
            return None;
        };
        let last = at + 1 + usize::from(self.atoms.is_joint(at + 1));
        let ones = match self.atoms.numeric(last) {
            Numeric::Part(value) if (3.0..10.0).contains(&value) => value,
            _ if self.atoms.is_any(last, &["first", "firsts"]) => 1.0,
            _ => return None,
        };
        let many = self.atoms.text(last).ends_with('s');
        let of = self.atoms.is(last + 1, "of");
        let one = at > 0
            && self.atoms.is_any(at - 1, &["one", "a"])
            && self.atoms.kind(last + 1).is_none();
        (many || of || one).then_some((tens + ones, last + 1))
    }

    /// A number over the ordinal behind it: "twenty-three fifths", "one one-hundred-and-fifth".
    ///
    /// The lower number is the longest ordinal that leaves an upper one: tens belong to the ones of
    /// an ordinal ("a hundred thirty-fifths" are 100/35), unless "and" ties them to what is before
    /// ("a hundred and thirty fifths" are 130/5); and what cannot go on the upper number
    /// begins the lower ("twenty twenty-fifths").
    pub(super) fn over_ordinal(&self, first: usize, upper: Part) -> Option<Part> {
        if let Some((lower, end)) = self.hundredth(upper).or_else(|| self.lower_tens(upper.end)) {
            return Some(one(upper.value / lower, end));
        }
        let lower = self.parts(upper.end)?;
        let end = upper.end + 1 + usize::from(self.atoms.is_joint(upper.end));
        let tens = upper.end - 1;
        let before = tens - usize::from(tens > first && self.atoms.is_joint(tens - 1));
        let tied = before > first && !self.atoms.is(before - 1, "and");
        match self.atoms.numeric(tens) {
            Numeric::Tens(value) if tied && lower < 10.0 => {
                Some(one((upper.value - value) / (value + lower), end))
            }
            _ => Some(one(upper.value / lower, end)),
        }
    }

    /// Whether a number in words goes on as an ordinal: "two hundredth", "one hundred and fifth", "one
    /// hundred and twenty-fifth". A lone "fifth" behind a number may begin a noun: "three fifth graders".
    pub(super) fn is_ordinal(&self, whole: Part) -> bool {
        let step = |at: usize| at + usize::from(self.atoms.is_joint(at));
        let next = step(whole.end);
        let lower = |at: usize| match self.atoms.numeric(at) {
            Numeric::Part(value) if !self.atoms.text(at).ends_with('s') => value,
            _ => 0.0,
        };
        let tens = matches!(self.atoms.numeric(whole.end - 1), Numeric::Tens(_));
        if lower(next) >= 100.0 || whole.value > 100.0 && tens && lower(next) > 2.5 {
            return true;
        }
        let behind = step(next + 1);
        whole.value >= 100.0 && self.atoms.is(next, "and") && lower(behind) > 4.5
    }

    /// "twenty-fifths" behind a number that "twenty" cannot go on.
    fn lower_tens(&self, at: usize) -> Option<(f64, usize)> {
        let at = at + usize::from(self.atoms.is_joint(at));
        let (lower, end) = self.compound_part(at)?;
        let many = self.atoms.text(end - 1).ends_with('s');
        many.then_some((lower, end))
    }

    /// "one hundred and fifth" behind "one".
    fn hundredth(&self, upper: Part) -> Option<(f64, usize)> {
        let at = upper.end + usize::from(self.atoms.is_joint(upper.end));
        if upper.value > 1.0
            || !self.atoms.is(at, "one")
            || !matches!(self.atoms.numeric(at + 1), Numeric::Scale(_))
        {
            return None;
        }
        let whole = self.cardinal(at);
        let last = whole.end + usize::from(self.atoms.is(whole.end, "and"));
        match self.atoms.numeric(last) {
            Numeric::Part(value) if value > 2.5 => Some((whole.value + value, last + 1)),
            _ => None,
        }
    }

    /// "fifty-four hundredths", less than one.
    pub(super) fn many_parts(&self, at: usize) -> Option<(f64, usize)> {
        let Numeric::Tens(_) = self.atoms.numeric(at) else {
            return None;
        };
        let upper = self.cardinal(at);
        let lower = self.parts(upper.end).filter(|&lower| lower > upper.value)?;
        let end = upper.end + 1 + usize::from(self.atoms.is_joint(upper.end));
        Some((upper.value / lower, end))
    }

    /// Whether "fifty-four hundredths" stands here. It reads no number, as those who read one ask it.
    pub(super) fn is_part_of_one(&self, at: usize) -> bool {
        let Numeric::Tens(tens) = self.atoms.numeric(at) else {
            return false;
        };
        let next = at + 1 + usize::from(self.atoms.is_joint(at + 1));
        let (ones, end) = match self.atoms.numeric(next) {
            Numeric::Unit(ones) => (ones, next + 1),
            _ => (0.0, at + 1),
        };
        self.parts(end).is_some_and(|lower| lower > tens + ones)
    }

    /// The lower number of "twenty-three fifths", "two hundredths".
    pub(super) fn parts(&self, at: usize) -> Option<f64> {
        let at = at + usize::from(self.atoms.is_joint(at));
        let plural = self.atoms.text(at).ends_with('s')
            && !self.atoms.is(at, "quarters")
            && !self.atoms.is(at, "halves");
        match self.atoms.numeric(at) {
            Numeric::Part(value) if plural && value > 2.5 => Some(value),
            _ => None,
        }
    }

    /// Whether a fraction that ends here is one: "two-thirds of", and not "a third person".
    pub(super) fn is_share(&self, end: usize) -> bool {
        let last = self.atoms.text(end - 1);
        let half = matches!(self.atoms.numeric(end - 1), Numeric::Part(value) if value < 2.5);
        let hyphen = self.atoms.is_joint(end.saturating_sub(2));
        let quarters = last.eq_ignore_ascii_case("quarters");
        let ends = !self.atoms.is_word(end)
            || matches!(self.atoms.numeric(end), Numeric::Scale(times) if times >= 1e3)
            || self.atoms.is_listed(
                end,
                const {
                    &Listed::of(&[
                        "of", "the", "to", "or", "and", "in", "were", "are", "is", "have", "had",
                        "a", "full", "less", "more", "its", "their", "cup",
                    ])
                },
            );
        if self.atoms.is_joint(end) || self.is_person(end) {
            return false;
        }
        half || ends || (last.ends_with('s') || hyphen) && !quarters
    }

    /// "a fourth, who had broken his leg,": one more of those told of before.
    pub(super) fn is_person(&self, end: usize) -> bool {
        let apposed = || {
            let article = self.atoms.is_any(end + 1, &["a", "an"]);
            (article || self.atoms.capital(end + 1))
                && (end + 2..end + 6).any(|at| self.atoms.is_mark(at, ','))
        };
        self.atoms.is_mark(end, ',') && (self.atoms.is_any(end + 1, &["who", "whose"]) || apposed())
    }

    /// "Half of the crew was dead and a third was in hospital": a share beside a share, where "two died
    /// and a third was hurt" is a third person.
    pub(super) fn is_further_share(&self, at: usize, end: usize) -> bool {
        let was = self
            .atoms
            .is_any(end, &["was", "were", "is", "are", "had", "have"]);
        let part = |at: usize| {
            let of = self.atoms.is_any(at + 1, &["of", "the"]);
            let many = self.atoms.text(at).ends_with('s');
            matches!(self.atoms.numeric(at), Numeric::Part(value) if of && (many || value < 2.5))
        };
        was && (at.saturating_sub(16)..at).any(part)
    }

    /// "about a third had returned", where "a third had returned" may tell of a third person.
    pub(super) fn is_rough_share(&self, at: usize, end: usize) -> bool {
        let rough = &[
            "about",
            "nearly",
            "almost",
            "roughly",
            "around",
            "over",
            "than",
            "least",
            "approximately",
        ];
        let verb = &[
            "was", "were", "is", "are", "had", "have", "has", "remain", "fled", "died", "live",
        ];
        at > 0 && self.atoms.is_any(at - 1, rough) && self.atoms.is_any(end, verb)
    }

    /// "two thirds of a million".
    pub(super) fn of_scale(&self, part: Part) -> Part {
        if let Numeric::Scale(times) = self.atoms.numeric(part.end) {
            return scaled(part, times, part.end + 1);
        }
        let of = self.atoms.is(part.end, "of");
        let article = self.atoms.is(part.end + 1, "a");
        match self.atoms.numeric(part.end + 2) {
            Numeric::Scale(times) if of && article => scaled(part, times, part.end + 3),
            _ => part,
        }
    }
}
