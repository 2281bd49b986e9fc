//! Two numbers that are one figure: ranges, movements, shares such as "one in five", and scores, which are none.

use super::atoms::Atoms;
use super::measure::{Measure, Measurer};
use super::nouns;
use super::numerals::{Form, Numeral};
use super::tables::{Flag, UnitKind};
use crate::analysis::reading::Reading;
use crate::briefing::{Change, Direction};

/// A number or two that were joined.
#[derive(Debug, Clone)]
pub(super) struct Joined {
    pub numeral: Numeral,
    pub change: Option<Change>,
    pub votes: bool,
}

enum Link {
    Range,
    /// From the first to the second.
    Movement,
    /// The first is now what the second was.
    Back,
    Share,
    Votes,
    /// Two numbers that are no figure.
    Score,
}

pub(super) struct Joiner<'a> {
    pub atoms: &'a Atoms,
    pub reading: &'a Reading<'a>,
    pub measurer: &'a Measurer<'a>,
}

impl Joiner<'_> {
    /// Joins what belongs together, in order.
    pub(super) fn join(&self, numerals: &[Numeral]) -> Vec<Joined> {
        let mut joined: Vec<Joined> = Vec::with_capacity(numerals.len());
        let mut at = 0;
        while let Some(&first) = numerals.get(at) {
            let link = numerals
                .get(at + 1)
                .and_then(|second| Some((self.link(&first, second)?, *second)));
            let Some((link, second)) = link else {
                joined.push(single(first));
                at += 1;
                continue;
            };
            at += 2;
            match link {
                Link::Score => {}
                Link::Votes => joined.push(Joined {
                    votes: true,
                    ..single(range(first, second))
                }),
                Link::Share => joined.push(single(share(first, second))),
                Link::Back => joined.push(Joined {
                    change: Some(movement(second.low, first.low)),
                    ..single(first)
                }),
                Link::Movement => {
                    // "rose from 24 to 33-35 billion": what it rose to may be a range itself.
                    let third = numerals
                        .get(at)
                        .filter(|third| matches!(self.link(&second, third), Some(Link::Range)));
                    at += usize::from(third.is_some());
                    let (from, to) = spread(first, second);
                    let mut numeral = third.map_or(to, |&third| range(to, third));
                    numeral.first = first.first;
                    numeral.digits = first.digits;
                    numeral.span = first.span.join(numeral.span);
                    joined.push(Joined {
                        change: Some(movement(from.low, numeral.low)),
                        ..single(numeral)
                    });
                }
                Link::Range => {
                    let mut numeral = range(first, second);
                    while let Some(third) = numerals.get(at).filter(|third| {
                        matches!(self.link(&numerals[at - 1], third), Some(Link::Range))
                            && self.atoms.is_joint(numerals[at - 1].end)
                    }) {
                        numeral = range(numeral, *third);
                        at += 1;
                    }
                    joined.push(single(numeral));
                }
            }
        }
        joined
    }

    fn link(&self, first: &Numeral, second: &Numeral) -> Option<Link> {
        if first.form == Form::Vague || second.form == Form::Vague || second.first < first.end {
            return None;
        }
        let measure = self.measurer.measure(first);
        let unit_end = measure.as_ref().map_or(first.end, |measure| measure.end);
        let other = self.measurer.measure(second);
        [first.end, unit_end]
            .into_iter()
            .find_map(|end| self.link_at(first, second, end, measure.as_ref(), other.as_ref()))
            .or_else(|| self.far_link(first, second, unit_end, measure.as_ref(), other.as_ref()))
    }

    fn link_at(
        &self,
        first: &Numeral,
        second: &Numeral,
        end: usize,
        one: Option<&Measure>,
        other: Option<&Measure>,
    ) -> Option<Link> {
        let gap = second.first.checked_sub(end)?;
        let same = are_alike(one, other);
        let word = |words: &[&str]| self.atoms.is_any(self.reading, end, words);
        let dash = matches!(
            self.atoms.mark(end),
            Some('-' | '–' | '—' | '~' | '\u{2011}')
        );
        let skip = self.over_qualifier(end + 1);
        let next = second.first == end + 1 || second.first == skip;
        if gap == 2 && dash && self.atoms.is(self.reading, end + 1, "to") && same {
            return Some(Link::Range);
        }
        if gap == 2 && word(&["out"]) && self.atoms.is(self.reading, end + 1, "of")
            || gap == 2 && word(&["in"]) && self.atoms.is(self.reading, end + 1, "every")
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
    fn dash(&self, first: &Numeral, second: &Numeral, end: usize) -> Option<Link> {
        let tight = !self.atoms.gap(end) && !self.atoms.gap(end + 1);
        let spaced = self.atoms.gap(end) && self.atoms.gap(end + 1);
        if !tight && !spaced && !self.atoms.is_mark(end, '~') {
            return None;
        }
        let measured = self.measurer.measure(second).is_some() || first.money.is_some();
        let noun = nouns::find(self.atoms, self.reading, second.end, false);
        let counted = measured || noun.is_some_and(|noun| noun.plural);
        let low = first.low.abs() < 200.0
            && second.low.abs() < 200.0
            && first.scale == 1.0
            && second.scale == 1.0;
        if spaced {
            return (second.low > first.low && first.form == Form::Digits).then_some(Link::Range);
        }
        if !low || counted {
            return (second.low > first.low
                || counted && second.low * second.scale.max(1.0) > first.low)
                .then_some(Link::Range);
        }
        let near = first.first.saturating_sub(8)..second.end + 6;
        if near.clone().any(|at| self.atoms.has(at, Flag::Vote)) {
            return Some(Link::Votes);
        }
        Some(Link::Score)
    }

    fn word_link(
        &self,
        first: &Numeral,
        second: &Numeral,
        end: usize,
        one: Option<&Measure>,
        other: Option<&Measure>,
    ) -> Option<Link> {
        let word = |words: &[&str]| self.atoms.is_any(self.reading, end, words);
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
        if led(&["from"]) && moved && !self.is_time(other) {
            return Some(Link::Movement);
        }
        if led(&["from", "between"]) {
            return Some(Link::Range);
        }
        if second.low <= first.low && second.scale == 1.0 {
            return None;
        }
        let by = led(&["by"]) && second.low > 3.0 * first.low;
        (bare && !by
            || !self.is_moved_directly(first.first) && !bare && !led(&["by"])
            || bare && other.is_some())
        .then_some(Link::Range)
    }

    /// "from $36,040 at noon to $34,935", "to 291 from 340", "48, up from 31".
    fn far_link(
        &self,
        first: &Numeral,
        second: &Numeral,
        unit_end: usize,
        one: Option<&Measure>,
        other: Option<&Measure>,
    ) -> Option<Link> {
        if second.first > unit_end + 12 || !are_alike(one, other) {
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
            && !self.atoms.is_any(self.reading, before, &["from"])
        {
            let range = !self.is_moved(first.first);
            let noun = between.clone().all(|at| self.atoms.mark(at) != Some(','));
            return noun.then_some(if range { Link::Range } else { Link::Movement });
        }
        let from = self.is_led(second.first, &["from"]);
        let way = between
            .clone()
            .any(|at| self.atoms.is_any(self.reading, at, &["up", "down"]));
        let to = self.is_led(first.first, &["to", "at"]) && self.is_moved(first.first);
        (from
            && (way || to)
            && second.first <= unit_end + 7
            && !other.is_some_and(|measure| measure.kind == UnitKind::Time))
        .then_some(Link::Back)
    }

    /// Whether one of the words stands in front of a number, over its qualifier.
    fn is_led(&self, first: usize, words: &[&str]) -> bool {
        let mut at = first;
        for _ in 0..5 {
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            if self.atoms.is_any(self.reading, before, words) {
                return true;
            }
            let word = self.atoms.word(before);
            let light = self.atoms.is_any(
                self.reading,
                before,
                &[
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
                ],
            );
            if !light || word.is(Flag::Verb) {
                return false;
            }
            at = before;
        }
        false
    }

    /// Whether a word of movement stands in the clause in front.
    fn is_moved(&self, first: usize) -> bool {
        for at in (first.saturating_sub(12)..first).rev() {
            if self.atoms.is_any(
                self.reading,
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
                || self.atoms.is_any(
                    self.reading,
                    at,
                    &["revised", "went", "gone", "changed", "updated"],
                )
            {
                return true;
            }
        }
        false
    }

    fn is_moved_directly(&self, first: usize) -> bool {
        (first.saturating_sub(3)..first)
            .any(|at| self.atoms.has(at, Flag::Up) || self.atoms.has(at, Flag::Down))
    }

    fn is_time(&self, measure: Option<&Measure>) -> bool {
        measure.is_some_and(|measure| measure.kind == UnitKind::Time)
    }

    /// The atom behind words such as "about" or "up to".
    fn over_qualifier(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + 3
            && self.atoms.is_any(
                self.reading,
                end,
                &[
                    "about", "around", "some", "nearly", "almost", "up", "to", "even", "as",
                    "many", "the", "us", "at", "least",
                ],
            )
        {
            end += 1;
        }
        end
    }

    /// "one in five", "two out of three": small whole numbers, the first the smaller.
    fn is_share(&self, first: &Numeral, second: &Numeral) -> bool {
        let whole = first.low.fract() == 0.0
            && second.low.fract() == 0.0
            && first.low >= 1.0
            && first.scale == 1.0
            && first.money.is_none();
        let timed = self.measurer.measure(second).is_some();
        whole
            && !timed
            && first.low < second.low
            && second.low <= 10_000.0
            && (first.low < 10.0 || self.atoms.is(self.reading, first.end, "out"))
    }
}

fn are_alike(one: Option<&Measure>, other: Option<&Measure>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one.name == other.name
                || one.kind == other.kind
                    && (one.rate
                        || other.rate
                        || one.age != other.age
                        || one.kind == UnitKind::Measure && other.name.starts_with(&one.name))
        }
        (Some(_), None) | (None, Some(_)) | (None, None) => true,
    }
}

fn single(numeral: Numeral) -> Joined {
    Joined {
        numeral,
        change: None,
        votes: false,
    }
}

/// The scale of the second number holds for the first too: "89 to $93 billion".
fn spread(mut first: Numeral, second: Numeral) -> (Numeral, Numeral) {
    if first.scale == 1.0 && second.scale > 1.0 && first.mantissa < second.mantissa {
        first.low *= second.scale;
        first.high *= second.scale;
    }
    (first, second)
}

fn range(first: Numeral, second: Numeral) -> Numeral {
    let (first, second) = spread(first, second);
    Numeral {
        low: first.low.min(second.low),
        high: first.high.max(second.high),
        end: second.end,
        scale: second.scale,
        mantissa: second.mantissa,
        money: first.money.or(second.money),
        form: second.form,
        span: first.span.join(second.span),
        ..first
    }
}

fn share(first: Numeral, second: Numeral) -> Numeral {
    let value = first.low / second.low;
    Numeral {
        low: value,
        high: value,
        end: second.end,
        form: Form::Fraction,
        span: first.span.join(second.span),
        ..first
    }
}

fn movement(from: f64, to: f64) -> Change {
    let direction = if to < from {
        Direction::Down
    } else {
        Direction::Up
    };
    Change {
        direction,
        from: Some(from),
    }
}
