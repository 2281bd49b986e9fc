//! The years of two, told one behind the other, and those in the middle of many.

use super::super::numerals::Numeral;
use super::super::tables::{Flag, Numeric};
use super::{Ages, KIN};

impl Ages<'_> {
    /// "women of 54 and 61", "her two sons, nine and 12,": the years of two.
    pub(super) fn is_of_two(&self, numeral: &Numeral) -> bool {
        let number = |at: usize| {
            self.atoms.is_digits(at) || matches!(self.atoms.numeric(at), Numeric::Unit(_))
        };
        let opened = |at: usize| {
            at > 1
                && (self.atoms.is(at - 1, "of") || self.atoms.is_mark(at - 1, ','))
                && (self.atoms.is_any(at - 2, KIN)
                    || self.atoms.is_mark(at - 1, ',')
                        && self.atoms.capital(at - 2)
                        && at > 2
                        && self.atoms.capital(at - 3)
                        && self.atoms.is_digits(at))
        };
        let (at, end) = (numeral.first, numeral.end);
        let first = opened(at)
            && self.atoms.is(end, "and")
            && number(end + 1)
            && (self.atoms.mark(end + 2).is_some() || self.atoms.has(end + 2, Flag::Auxiliary));
        let second = at > 3
            && self.atoms.is(at - 1, "and")
            && number(at - 2)
            && opened(at - 2)
            && (self.closes(end) || self.atoms.has(end, Flag::Auxiliary));
        first || second
    }

    /// "Reth was just 18, and Quist only 15": a small number of one who is named.
    pub(super) fn is_just(&self, numeral: &Numeral) -> bool {
        if numeral.first < 3 {
            return false;
        }
        let just = numeral.first - 1;
        let named = |at: usize| self.atoms.is_word(at) && self.atoms.capital(at);
        let was = self.atoms.is(just - 1, "was") && named(just - 2);
        let gapped = named(just - 1)
            && self.atoms.is(just - 2, "and")
            && (just.saturating_sub(8)..just).any(|at| self.atoms.is_any(at, &["just", "only"]));
        self.atoms.is_any(just, &["just", "only", "barely"])
            && self.closes(numeral.end)
            && (was || gapped)
    }

    /// "the median age of the patients is 34", "a life expectancy of 61": the years of many.
    pub(super) fn is_of_middle(&self, numeral: &Numeral) -> bool {
        let verb = numeral.first.saturating_sub(1);
        let middle = &["median", "average", "mean"];
        let expectancy = (numeral.first.saturating_sub(10)..numeral.first)
            .any(|at| self.atoms.is(at, "expectancy"));
        expectancy
            || self.atoms.is_any(verb, &["is", "was"])
                && (verb.saturating_sub(6)..verb)
                    .any(|at| self.atoms.is_any(at, middle) && self.atoms.is(at + 1, "age"))
    }
}
