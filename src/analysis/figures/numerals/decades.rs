//! The numbers of ages told by their decade: "in her 70s", "in their 30s and 40s".

use super::super::ages::decades::is_of_life;
use super::super::measure::Measure;
use super::{Form, Numeral, Reader, one};

/// Years in a decade of a life, behind the first.
const REST: f64 = 9.0;

impl Reader<'_> {
    /// "in her 70s": an age from the first year of the decade to the last.
    pub(super) fn decade(&self, at: usize) -> Option<Numeral> {
        if !is_of_life(self.atoms, at) {
            return None;
        }
        let first: f64 = self.atoms.text(at).parse().ok()?;
        let second = self.second_decade(at + 2);
        let end = second.map_or(at + 2, |(_, end)| end);
        let mut numeral = self.numeral(at, Form::Digits, one(first, end));
        numeral.high = second.map_or(first, |(last, _)| last.max(first)) + REST;
        numeral.measure = Some(Measure::of_age(end));
        Some(numeral)
    }

    /// "in their 30s and 40s": the first year of the second, and the atom behind it.
    fn second_decade(&self, joint: usize) -> Option<(f64, usize)> {
        let text = self.atoms.text(joint + 1);
        let tens = text.len() == 2 && text.ends_with('0');
        let many = self.atoms.is_any(joint, &["and", "or", "to"]) && self.atoms.is(joint + 2, "s");
        let tied = !self.atoms.gap(joint + 2);
        let last = text.parse().ok().filter(|_| tens && many && tied)?;
        Some((last, joint + 3))
    }
}
