//! Numbers as written: digits with separators and scales, words, fractions, dozens, "tens of thousands".

mod decades;
mod digits;
mod fractions;
mod value;
mod words;

use self::value::fraction_sign;
use super::atoms::{Atoms, Kind};
use super::measure::Measure;
use super::tables::{Tables, Unit};
use crate::document::Span;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Digits,
    Spelled,
    /// A part of one: "two-thirds", "1/4".
    Fraction,
    /// A plural scale: "dozens".
    Vague,
}

/// A number as written, before it is known what it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numeral {
    /// The first atom, with a sign of money in front.
    pub first: usize,
    /// The first atom of the number itself.
    pub digits: usize,
    /// The atom behind the last.
    pub end: usize,
    pub low: f64,
    pub high: f64,
    /// What stands before the scale.
    pub mantissa: f64,
    /// What the scale multiplies by.
    pub scale: f64,
    pub form: Form,
    /// The sign of money in front.
    pub money: Option<Unit>,
    /// Whether a plus sign stands in front.
    pub plus: bool,
    pub span: Span,
    /// The unit, once it is looked for.
    pub measure: Option<Measure>,
}

/// Reads the numbers of a sentence.
pub(super) struct Reader<'a> {
    pub atoms: &'a Atoms<'a>,
    pub tables: &'static Tables,
}

/// A number so far: its value and the atom behind it.
#[derive(Debug, Clone, Copy)]
struct Part {
    value: f64,
    mantissa: f64,
    scale: f64,
    end: usize,
}

impl Reader<'_> {
    /// All numbers in order, one after the other.
    pub(super) fn read_all(&self, numerals: &mut Vec<Numeral>) {
        let (mut place, mut end) = (0, 0);
        while let Some(at) = self.atoms.opener(place) {
            place += 1;
            if at < end {
                continue;
            }
            if let Some(numeral) = self.read(at) {
                end = numeral.end;
                numerals.push(numeral);
            }
        }
    }

    /// The number that begins at an atom.
    fn read(&self, at: usize) -> Option<Numeral> {
        if self.atoms.barred(at) {
            return None;
        }
        let numeral = match self.atoms.kind(at)? {
            Kind::Digits => self.decade(at).or_else(|| self.digits(at)),
            Kind::Mark('.') if self.is_leading_point(at) => self.digits(at),
            Kind::Mark(mark) => fraction_sign(mark)
                .map(|value| self.numeral(at, Form::Fraction, one(value, at + 1))),
            Kind::Word => self.words(at),
            Kind::Name | Kind::Possessive => None,
        }?;
        (numeral.low.is_finite() && numeral.high.is_finite()).then_some(numeral)
    }

    /// ".08", not the end of "no.8".
    fn is_leading_point(&self, at: usize) -> bool {
        self.atoms.is_digits(at + 1) && !self.atoms.gap(at + 1) && self.atoms.gap(at)
    }

    fn numeral(&self, first: usize, form: Form, part: Part) -> Numeral {
        Numeral {
            first,
            digits: first,
            end: part.end,
            low: part.value,
            high: part.value,
            mantissa: part.mantissa,
            scale: part.scale,
            form,
            money: None,
            plus: false,
            span: self.atoms.span(first).join(self.atoms.span(part.end - 1)),
            measure: None,
        }
    }
}

fn one(value: f64, end: usize) -> Part {
    Part {
        value,
        mantissa: value,
        scale: 1.0,
        end,
    }
}

fn scaled(part: Part, times: f64, end: usize) -> Part {
    Part {
        value: part.value * times,
        mantissa: part.mantissa,
        scale: part.scale * times,
        end,
    }
}
