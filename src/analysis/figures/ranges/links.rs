//! Whether two numbers belong together.

use super::super::measure::Measure;
use super::super::nouns;
use super::super::numerals::{Form, Numeral};
use super::super::qualifiers;
use super::super::tables::{Flag, UnitKind};
use super::{FARTHEST, Joiner, Link};
use crate::analysis::listed::Listed;
use crate::briefing::QualifierKind;

/// Words of a qualifier in front of a number.
const QUALIFYING: Listed = Listed::of(&[
    "about", "around", "some", "nearly", "almost", "up", "to", "even", "as", "many", "the", "us",
    "at", "least",
]);

/// Words that may stand between a number and what leads to it: "from an estimated 40".
const LIGHT: Listed = Listed::of(&[
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "roughly",
    "up",
    "an",
    "estimated",
    "at",
    "least",
    "more",
    "than",
    "the",
    "us",
    "as",
    "many",
    "high",
    "just",
    "only",
    "a",
    "earlier",
    "previous",
    "initial",
]);

impl Joiner<'_> {
    /// "5 feet 2 inches", "3 dollars and 50 cents".
    pub(super) fn compound(&self, first: &Numeral, second: &Numeral) -> Option<Link> {
        if let Some(link) = self.bare_compound(first, second) {
            return Some(link);
        }
        let (one, other) = (first.measure?, second.measure?);
        let and = usize::from(self.atoms.is(one.end, "and"));
        let parts = match (one.name, other.name) {
            ("foot", "inch") => 12.0,
            ("dollar" | "euro", "cent") | ("pound sterling", "penny") => 100.0,
            _ => return None,
        };
        let near = second.first == one.end + and && second.low < parts && second.scale < 2.0;
        (near && first.low == first.high && one.per.is_none()).then_some(Link::Compound(parts))
    }

    /// "5 ft 2 in", "15 dollars and 50": the second has no unit that could be read alone.
    fn bare_compound(&self, first: &Numeral, second: &Numeral) -> Option<Link> {
        let one = first.measure.filter(|_| second.measure.is_none())?;
        let and = usize::from(self.atoms.is(one.end, "and"));
        if second.first != one.end + and
            || first.low < first.high
            || second.scale > 1.0
            || one.per.is_some()
        {
            return None;
        }
        let ends = |at: usize| self.atoms.kind(at).is_none() || self.atoms.mark(at).is_some();
        let inches = one.name == "foot"
            && self.atoms.is(second.end, "in")
            && second.low < 12.0
            && (ends(second.end + 1)
                || self
                    .atoms
                    .is_any(second.end + 1, &["tall", "long", "high", "or", "more"]));
        if inches {
            return Some(Link::Compound(12.0));
        }
        let coins = matches!(one.name, "dollar" | "euro" | "pound sterling")
            && first.money.is_none()
            && first.scale == 1.0
            && (10.0..100.0).contains(&second.low)
            && second.low.fract() == 0.0
            && (ends(second.end) || self.atoms.is(second.end, "more"))
            && !self.atoms.is_mark(second.end, ',');
        coins.then_some(Link::Compound(100.0))
    }

    pub(super) fn link_at(
        &self,
        first: &Numeral,
        second: &Numeral,
        end: usize,
        one: Option<&Measure>,
        other: Option<&Measure>,
    ) -> Option<Link> {
        let gap = second.first.checked_sub(end)?;
        let same = are_alike(one, other);
        let word = |words: &[&str]| self.atoms.is_any(end, words);
        let dash = matches!(
            self.atoms.mark(end),
            Some('-' | '–' | '—' | '~' | '\u{2011}')
        );
        let skip = self.over_qualifier(end + 1);
        let next = second.first == end + 1 || second.first == skip;
        let to_dash = dash && self.atoms.is(end + 1, "to")
            || word(&["to"]) && self.atoms.is_mark(end + 1, '-');
        if gap == 2 && to_dash && same {
            return Some(Link::Range);
        }
        if gap == 2 && word(&["out"]) && self.atoms.is(end + 1, "of")
            || gap == 2 && word(&["in", "of"]) && self.atoms.is(end + 1, "every")
            || gap == 1 && word(&["in"])
            || gap == 1 && word(&["over"])
        {
            return self.is_share(first, second).then_some(Link::Share);
        }
        if !next || !same {
            return None;
        }
        if dash && gap == 1 {
            return self.dash(first, second, end);
        }
        if gap <= 3 && word(&["to", "and", "through", "till", "until", "or"]) {
            return self.word_link(first, second, end, one, other);
        }
        None
    }

    /// "2-0", "6-3", "5-10W".
    pub(super) fn dash(&self, first: &Numeral, second: &Numeral, end: usize) -> Option<Link> {
        let tight = !self.atoms.gap(end) && !self.atoms.gap(end + 1);
        let spaced = self.atoms.gap(end) && self.atoms.gap(end + 1);
        if !tight && !spaced && !self.atoms.is_mark(end, '~') {
            return None;
        }
        let measured = second.measure.is_some() || first.money.is_some();
        let noun = nouns::find(self.atoms, second.end, false);
        // "the side, 41-38 winners last weekend"
        let sides = &["winners", "victors", "losers"];
        let counted = measured
            || noun.is_some_and(|noun| noun.plural && !self.atoms.is_any(noun.end - 1, sides));
        let low = first.low.abs() < 200.0
            && second.low.abs() < 200.0
            && first.scale == 1.0
            && second.scale == 1.0;
        if spaced {
            return (second.low > first.low && first.form == Form::Digits).then_some(Link::Range);
        }
        let near = first.first.saturating_sub(8)..second.end + 6;
        let voted = || near.clone().any(|at| self.atoms.has(at, Flag::Vote));
        let sides = first.low.max(second.low) < 1000.0 && first.form == Form::Digits && tight;
        if sides && !counted && voted() {
            return Some(Link::Votes);
        }
        if !low || counted || self.atoms.is_mark(end, '~') {
            return (second.low > first.low
                || counted && second.low * second.scale.max(1.0) > first.low)
                .then_some(Link::Range);
        }
        Some(Link::Score)
    }

    pub(super) fn word_link(
        &self,
        first: &Numeral,
        second: &Numeral,
        end: usize,
        one: Option<&Measure>,
        other: Option<&Measure>,
    ) -> Option<Link> {
        let word = |words: &[&str]| self.atoms.is_any(end, words);
        let led = |words: &[&str]| self.is_led(first.first, words);
        let bare = end == first.end && first.money.is_none() && one.is_none();
        if word(&["and"]) {
            return led(&["between"]).then_some(Link::Range);
        }
        if word(&["or"]) {
            let close = first.low < second.low
                && (second.low - first.low) <= first.low.max(1.0)
                && bare
                && second.first == end + 1;
            return (close && second.end > end).then_some(Link::Range);
        }
        let moved = self.is_moved(first.first);
        // "cut the number of people believed to have died of it from 41 to 36": no range falls
        let falls =
            bare && other.is_none() && second.low < first.low && second.scale >= first.scale;
        if led(&["from"]) && (moved || falls && word(&["to"])) && !Self::is_time(other) {
            return Some(Link::Movement);
        }
        if led(&["from", "between"]) {
            return Some(Link::Range);
        }
        // "taking the toll in ten days to 41"
        if Self::is_time(one) && other.is_none() && led(&["in"]) {
            return None;
        }
        if second.low <= first.low && second.scale == 1.0 {
            // "1.3 amperes to 0.03 amperes": from the top of a scale
            let measured = one.zip(other).is_some_and(|(one, other)| {
                one.kind == UnitKind::Measure && one.name == other.name
            });
            let falls = measured && second.low < first.low && !moved && word(&["to"]);
            return falls.then_some(Link::Range);
        }
        let by = led(&["by"]) && second.low > 3.0 * first.low;
        (bare && !by
            || !self.is_moved_directly(first.first) && !bare && !led(&["by"])
            || bare && other.is_some())
        .then_some(Link::Range)
    }

    /// "from $36,040 at noon to $34,935", "to 291 from 340", "48, up from 31".
    pub(super) fn far_link(
        &self,
        first: &Numeral,
        second: &Numeral,
        unit_end: usize,
        one: Option<&Measure>,
        other: Option<&Measure>,
    ) -> Option<Link> {
        if second.first > unit_end + FARTHEST || !are_alike(one, other) {
            return None;
        }
        let before = second.first.checked_sub(1)?;
        let between = unit_end..second.first;
        if between.clone().any(|at| {
            self.atoms
                .mark(at)
                .is_some_and(|mark| matches!(mark, ';' | '—'))
        }) {
            return None;
        }
        let led = self.is_led(first.first, &["from"]);
        if led
            && self.is_led(second.first, &["to"])
            && second.low > 0.0
            && !self.atoms.is_any(before, &["from"])
        {
            let range = !self.is_moved(first.first);
            // "from 5,000 by police to 20,000 by the organisers", "5,000 (police)": two who differ, and no range
            let noun = between.clone().all(|at| {
                !matches!(self.atoms.mark(at), Some(',' | '(' | '['))
                    && !self.atoms.is_any(at, &["by", "according", "from"])
            });
            return noun.then_some(if range { Link::Range } else { Link::Movement });
        }
        let from = (before.saturating_sub(3)..=before)
            .rev()
            .find(|&at| self.atoms.is(at, "from"))
            .filter(|&from| from >= unit_end)?;
        let led = self.is_led(second.first, &["from"]);
        let way = from > unit_end && self.atoms.is_any(from - 1, &["up", "down"]);
        let to = self.is_led(first.first, &["to", "at"])
            && self.is_moved(first.first)
            && from - unit_end <= 4;
        (led && (way || to) && !Self::is_time(other)).then_some(Link::Back)
    }

    /// "at most 100 and at least 20", "above 10 but below 30".
    pub(super) fn bounds(
        &self,
        first: &Numeral,
        second: &Numeral,
        unit_end: usize,
    ) -> Option<Link> {
        let joins =
            |at: usize| self.atoms.is_any(at, &["and", "but"]) || self.atoms.is_mark(at, ',');
        if !joins(unit_end) && !joins(first.end) {
            return None;
        }
        let (one, _) = qualifiers::before(self.atoms, first.first)?;
        let (other, head) = qualifiers::before(self.atoms, second.first)?;
        let link = head.checked_sub(1)?;
        let near = link == unit_end || link == first.end;
        let upper =
            |kind: QualifierKind| matches!(kind, QualifierKind::LessThan | QualifierKind::UpTo);
        let lower =
            |kind: QualifierKind| matches!(kind, QualifierKind::MoreThan | QualifierKind::AtLeast);
        let rising = lower(one.kind) && upper(other.kind) && first.low < second.low;
        let falling = upper(one.kind) && lower(other.kind) && first.low > second.low;
        (near && joins(link) && (rising || falling)).then_some(Link::Range)
    }

    /// Whether one of the words stands in front of a number, over its qualifier.
    pub(super) fn is_led(&self, first: usize, words: &[&str]) -> bool {
        let mut at = first;
        for _ in 0..5 {
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            if self.atoms.is_any(before, words) {
                return true;
            }
            let word = self.atoms.word(before);
            let light = self.atoms.is_listed(before, &LIGHT);
            // "from up to 252 miles"
            let up_to =
                before > 0 && self.atoms.is(before, "to") && self.atoms.is(before - 1, "up");
            if !(light || up_to) || word.is(Flag::Verb) {
                return false;
            }
            at = before;
        }
        false
    }

    /// Whether a word of movement stands in the clause in front.
    pub(super) fn is_moved(&self, first: usize) -> bool {
        for at in (first.saturating_sub(12)..first).rev() {
            if self.atoms.is_any(
                at,
                &[
                    "range", "ranges", "ranged", "ranging", "anywhere", "between",
                ],
            ) || self.atoms.is_mark(at, ';')
            {
                return false;
            }
            let word = self.atoms.word(at);
            if word.is(Flag::Up)
                || word.is(Flag::Down)
                || word.is(Flag::Toll)
                || self
                    .atoms
                    .is_any(at, &["revised", "went", "gone", "changed", "updated"])
            {
                return true;
            }
        }
        false
    }

    pub(super) fn is_moved_directly(&self, first: usize) -> bool {
        (first.saturating_sub(3)..first)
            .any(|at| self.atoms.has(at, Flag::Up) || self.atoms.has(at, Flag::Down))
    }

    pub(super) fn is_time(measure: Option<&Measure>) -> bool {
        measure.is_some_and(|measure| measure.kind == UnitKind::Time)
    }

    /// The atom behind words such as "about" or "up to".
    pub(super) fn over_qualifier(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + 3 && self.atoms.is_listed(end, &QUALIFYING) {
            end += 1;
        }
        end
    }
}

pub(super) fn are_alike(one: Option<&Measure>, other: Option<&Measure>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one.name == other.name
                || one.kind == other.kind
                    && (one.rate
                        || other.rate
                        || one.age != other.age
                        || one.kind == UnitKind::Measure && other.name.starts_with(one.name))
        }
        (Some(_), None) | (None, _) => true,
    }
}
