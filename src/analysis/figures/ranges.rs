//! Two numbers that are one figure: ranges, movements, shares such as "one in five", and scores, which are none.

mod links;
mod shares;

use super::atoms::Atoms;
use super::measure::Measure;
use super::numerals::{Form, Numeral};
use crate::briefing::{Change, Direction};

/// A number or two that were joined.
#[derive(Debug, Clone)]
pub(super) struct Joined {
    pub numeral: Numeral,
    pub change: Option<Change>,
    pub votes: bool,
    /// Whether it is what the number before was earlier: "48, up from 31".
    pub former: bool,
    /// The unit of the first of two numbers, for a second that has none.
    pub measure: Option<Measure>,
}

enum Link {
    Range,
    /// From the first to the second.
    Movement,
    /// The first is now what the second was.
    Back,
    Share,
    /// The second is a part of the unit of the first, by this number: "5 feet 2 inches".
    Compound(f64),
    Votes,
    /// Two numbers that are no figure.
    Score,
}

/// No two numbers that belong together have more atoms between them.
const FARTHEST: usize = 12;

pub(super) struct Joiner<'a> {
    pub atoms: &'a Atoms<'a>,
}

impl Joiner<'_> {
    /// Adds the numbers in order, those joined that belong together.
    pub(super) fn join(&self, numerals: &[Numeral], joined: &mut Vec<Joined>) {
        let mut at = 0;
        while let Some(&first) = numerals.get(at) {
            let link = numerals
                .get(at + 1)
                .and_then(|second| Some((self.link(&first, second)?, *second)))
                .filter(|(link, second)| {
                    !matches!(link, Link::Back) || self.ends(numerals, at + 1, second)
                });
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
                Link::Compound(parts) => joined.push(single(compound(first, second, parts))),
                Link::Back => joined.extend(back(first, second)),
                Link::Movement => {
                    // "rose from 24 to 33-35 billion": what it rose to may be a range itself.
                    let third = numerals
                        .get(at)
                        .filter(|third| matches!(self.link(&second, third), Some(Link::Range)));
                    at += usize::from(third.is_some());
                    let to = third.map_or(second, |&third| range(second, third));
                    let (from, mut numeral) = spread(first, to);
                    numeral.first = first.first;
                    numeral.digits = first.digits;
                    joined.push(Joined {
                        change: Some(movement(from.low, numeral.low)),
                        measure: first.measure,
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
                    joined.push(Joined {
                        measure: first.measure,
                        ..single(numeral)
                    });
                }
            }
        }
    }

    /// Whether a number is not itself the start of a range.
    fn ends(&self, numerals: &[Numeral], at: usize, second: &Numeral) -> bool {
        let third = numerals.get(at + 1);
        !third.is_some_and(|third| {
            matches!(self.link(second, third), Some(Link::Range | Link::Movement))
        })
    }

    fn link(&self, first: &Numeral, second: &Numeral) -> Option<Link> {
        if first.form == Form::Vague || second.form == Form::Vague || second.first < first.end {
            return None;
        }
        let measure = first.measure;
        let unit_end = measure.as_ref().map_or(first.end, |measure| measure.end);
        if second.first > unit_end.max(first.end) + FARTHEST {
            return None;
        }
        let other = second.measure;
        [first.end, unit_end]
            .into_iter()
            .find_map(|end| self.link_at(first, second, end, measure.as_ref(), other.as_ref()))
            .or_else(|| self.share_over_noun(first, second))
            .or_else(|| self.compound(first, second))
            .or_else(|| self.bounds(first, second, unit_end))
            .or_else(|| self.far_link(first, second, unit_end, measure.as_ref(), other.as_ref()))
    }
}

fn single(numeral: Numeral) -> Joined {
    Joined {
        numeral,
        change: None,
        votes: false,
        former: false,
        measure: None,
    }
}

/// "48, up from 31": the number now, and the one that it was earlier.
fn back(now: Numeral, earlier: Numeral) -> [Joined; 2] {
    let now = Joined {
        change: Some(movement(earlier.low, now.low)),
        ..single(now)
    };
    let earlier = Joined {
        former: true,
        ..single(earlier)
    };
    [now, earlier]
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
        measure: second.measure,
        ..first
    }
}

/// "5 feet 2 inches" in feet.
fn compound(first: Numeral, second: Numeral, parts: f64) -> Numeral {
    let value = first.low + second.low / parts;
    let end = second.measure.map_or(second.end, |measure| measure.end);
    Numeral {
        low: value,
        high: value,
        end: second.end,
        span: first.span.join(second.span),
        measure: first.measure.map(|measure| Measure { end, ..measure }),
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
        measure: second.measure,
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
