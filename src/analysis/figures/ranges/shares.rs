//! Two numbers that are one share: "one in five", "two out of three".

use super::super::nouns;
use super::super::numerals::{Form, Numeral};
use super::super::tables::Flag;
use super::{Joiner, Link};

impl Joiner<'_> {
    /// "one child in three is hungry", "four adults in five use it", where nothing is counted behind: "one
    /// nurse in three villages".
    pub(super) fn share_over_noun(&self, first: &Numeral, second: &Numeral) -> Option<Link> {
        let preposition = first.end + 1;
        let every = usize::from(self.atoms.is(preposition + 1, "every"));
        let next = self.atoms.is(preposition, "in") && second.first == preposition + 1 + every;
        let spelled = first.form == Form::Spelled && second.form == Form::Spelled;
        let fits = first.low == 1.0 || nouns::is_plural(self.atoms, first.end);
        if !next || !spelled || !fits || !self.is_share(first, second) {
            return None;
        }
        self.counts_nothing(second.end).then_some(Link::Share)
    }

    /// Whether no noun that a number before could count stands at a place: "in five use it".
    fn counts_nothing(&self, at: usize) -> bool {
        if let Some(mark) = self.atoms.mark(at) {
            return mark != '-';
        }
        let counted = |at| nouns::is_plural(self.atoms, at) && !self.atoms.has(at, Flag::Auxiliary);
        let plain = !self.atoms.capital(at) && !counted(at) && !counted(at + 1);
        plain || self.atoms.is_any(at, &["in", "of", "across"])
    }

    /// "one in five", "two out of three": small whole numbers, the first the smaller.
    pub(super) fn is_share(&self, first: &Numeral, second: &Numeral) -> bool {
        let whole = first.low.fract() == 0.0
            && second.low.fract() == 0.0
            && first.low.abs() >= 1.0
            && first.scale == 1.0
            && first.money.is_none();
        let timed = second.measure.is_some();
        whole
            && !timed
            && first.low < second.low
            && second.low <= 10_000.0
            && (first.low < 10.0 || self.atoms.is(first.end, "out"))
    }
}
