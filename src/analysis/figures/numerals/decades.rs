//! Ages told by their decade: "a woman in her 70s".

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
        let mut numeral = self.numeral(at, Form::Digits, one(first, at + 2));
        numeral.high = first + REST;
        numeral.measure = Some(Measure::of_age(at + 2));
        Some(numeral)
    }
}
