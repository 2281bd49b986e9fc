//! Parts of one: "two-thirds", "three twenty-firsts", and those behind a whole number.

use super::super::tables::Numeric;
use super::{Part, Reader, one, scaled};

impl Reader<'_> {
    /// "and a half", and the scale behind it: "two and a half million".
    pub(super) fn tail(&self, part: Part) -> Part {
        if !self.atoms.is(part.end, "and") {
            return part;
        }
        let spelled = || self.many_parts(part.end + 1);
        let Some((value, end)) = self.fraction_words(part.end + 1).or_else(spelled) else {
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
        let one = at > 0 && self.atoms.is(at - 1, "one") && self.atoms.kind(last + 1).is_none();
        (many || of || one).then_some((tens + ones, last + 1))
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
            || self.atoms.is_any(
                end,
                &[
                    "of", "the", "to", "or", "and", "in", "were", "are", "is", "have", "had", "a",
                    "full", "less", "more", "its", "their", "cup",
                ],
            );
        if self.atoms.is_joint(end) {
            return false;
        }
        half || ends || (last.ends_with('s') || hyphen) && !quarters
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
