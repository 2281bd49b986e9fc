//! Numbers in words, and the scales behind any number.

use super::super::phrase::begins_idiom;
use super::super::tables::{Flag, Numeric};
use super::{Form, Numeral, Part, Reader, one, scaled};

/// No number has more scales in a row: "a hundred thousand million".
const MOST_SCALES: usize = 4;

/// No number has more words.
const MOST_WORDS: usize = 32;

impl Reader<'_> {
    /// Scales in words behind digits: "4 hundred million", "2-million".
    pub(super) fn scales(&self, mut part: Part) -> Part {
        for _ in 0..MOST_SCALES {
            let at = part.end + usize::from(self.atoms.is_joint(part.end));
            match self.atoms.numeric(at) {
                Numeric::Scale(times) => part = scaled(part, times, at + 1),
                Numeric::Vague(times) if times >= 12.0 => part = scaled(part, times, at + 1),
                Numeric::Dozen => part = scaled(part, 12.0, at + 1),
                _ => return part,
            }
        }
        part
    }

    /// A number that begins with a word.
    pub(super) fn words(&self, at: usize) -> Option<Numeral> {
        match self.atoms.numeric(at) {
            Numeric::Unit(_) | Numeric::Tens(_) => self.spelled(at),
            Numeric::Scale(times) => self.bare_scale(at, times),
            Numeric::Vague(times) => self.vague(at, times),
            Numeric::Part(value) if value < 5.0 => self.bare_part(at, value),
            Numeric::Part(_) | Numeric::Dozen => None,
            Numeric::None if self.atoms.is_any(at, &["a", "an"]) => self.with_article(at),
            Numeric::None => None,
        }
    }

    pub(super) fn spelled(&self, at: usize) -> Option<Numeral> {
        if let Some((value, end)) = self
            .fraction_words(at)
            .filter(|&(_, end)| self.is_share(end))
        {
            return Some(self.numeral(at, Form::Fraction, self.of_scale(one(value, end))));
        }
        let part = self.cardinal(at);
        if let Some(fraction) = self.over_ordinal(at, part) {
            let mut numeral = self.numeral(at, Form::Fraction, fraction);
            self.sign(&mut numeral);
            return Some(numeral);
        }
        if self.is_ordinal(part) {
            return None;
        }
        let part = self.point(part);
        let part = self.tail(part);
        let money = self.tables.millions(self.atoms.text(part.end));
        let part = money.map_or(part, |_| scaled(part, 1e6, part.end + 1));
        let mut numeral = self.numeral(at, Form::Spelled, part);
        numeral.money = money;
        self.sign(&mut numeral);
        Some(numeral)
    }

    /// "twenty-one trillion three hundred", "five hundred and twelve", "a hundred and fifty".
    pub(super) fn cardinal(&self, at: usize) -> Part {
        let article = self.atoms.is_any(at, &["a", "an"]);
        let mut total = 0.0;
        let mut current = if article { 1.0 } else { 0.0 };
        let mut scale = f64::INFINITY;
        let mut last_scale = 1.0;
        let mut end = at + usize::from(article);
        while end < at + MOST_WORDS
            && let Some(next) = self.next_numeric(end, at, last_scale)
        {
            match self.atoms.numeric(next) {
                Numeric::Unit(value) if fits(current, value) => current += value,
                Numeric::Tens(value) if current % 100.0 == 0.0 => current += value,
                Numeric::Scale(100.0) if current > 0.0 && current < 100.0 => current *= 100.0,
                Numeric::Scale(times) if times >= 1e3 && times < scale && current > 0.0 => {
                    total += current * times;
                    current = 0.0;
                    scale = times;
                }
                Numeric::Scale(times) if times >= 1e3 && current == 0.0 && total > 0.0 => {
                    total *= times;
                }
                Numeric::Dozen if current > 0.0 => current = dozens(current),
                Numeric::Vague(times) if current > 0.0 && total == 0.0 && times >= 12.0 => {
                    total = if times > 12.0 {
                        current * times
                    } else {
                        dozens(current)
                    };
                    current = 0.0;
                }
                _ => break,
            }
            last_scale = match self.atoms.numeric(next) {
                Numeric::Scale(times) => times,
                _ => 1.0,
            };
            end = next + 1;
        }
        let value = total + current;
        let scale = if scale.is_finite() && current == 0.0 {
            scale
        } else {
            1.0
        };
        Part {
            value,
            mantissa: value / scale,
            scale,
            end: end.max(at + 1),
        }
    }

    /// The next atom of a spelled number: over a hyphen, and over "and" behind a scale.
    pub(super) fn next_numeric(&self, end: usize, first: usize, last_scale: f64) -> Option<usize> {
        if end == first {
            return Some(end);
        }
        if self.atoms.barred(end) {
            return None;
        }
        let next = if self.atoms.is_mark(end, '-') && self.atoms.gap(end) == self.atoms.gap(end + 1)
        {
            end + 1
        } else if self.atoms.is(end, "and") && last_scale > 1.0 {
            let then_scale = matches!(
                self.atoms.numeric(end + 2),
                Numeric::Scale(_) | Numeric::Dozen
            );
            let fits = last_scale <= 1e3 || then_scale;
            let fraction = self.fraction_words(end + 1).is_some() || self.is_part_of_one(end + 1);
            if !fits || fraction {
                return None;
            }
            end + 1
        } else {
            end
        };
        (!matches!(self.atoms.numeric(next), Numeric::None | Numeric::Part(_))).then_some(next)
    }

    /// "nine point nought four".
    pub(super) fn point(&self, part: Part) -> Part {
        if !self.atoms.is(part.end, "point") {
            return part;
        }
        let mut digits = String::from("0.");
        let mut end = part.end + 1;
        loop {
            match self.atoms.numeric(end) {
                Numeric::Unit(value) if value < 100.0 => digits.push_str(&value.to_string()),
                Numeric::Tens(value) => {
                    let unit = end + 1 + usize::from(self.atoms.is_joint(end + 1));
                    if let Numeric::Unit(ones) = self.atoms.numeric(unit) {
                        digits.push_str(&(value + ones).to_string());
                        end = unit;
                    } else {
                        digits.push_str(&value.to_string());
                    }
                }
                _ => break,
            }
            end += 1;
        }
        match digits.parse::<f64>() {
            Ok(value) if end > part.end + 1 => self.scales(one(part.value + value, end)),
            _ => part,
        }
    }

    /// A scale without a number before it: "hundred thousand dollars", "several hundred".
    pub(super) fn bare_scale(&self, at: usize, times: f64) -> Option<Numeral> {
        let before = at.saturating_sub(1);
        if before < at && self.atoms.is_any(before, &["several", "few", "many"]) {
            let mut numeral = self.numeral(
                before,
                Form::Vague,
                self.scales(scaled(one(1.0, at), times, at + 1)),
            );
            numeral.high = numeral.low * 10.0;
            return Some(numeral);
        }
        let more = matches!(self.atoms.numeric(at + 1), Numeric::Scale(_));
        more.then(|| {
            self.numeral(
                at,
                Form::Spelled,
                self.scales(scaled(one(1.0, at), times, at + 1)),
            )
        })
    }

    /// "dozens", "tens of thousands", "hundreds of thousands".
    pub(super) fn vague(&self, at: usize, times: f64) -> Option<Numeral> {
        let of = self.atoms.is(at + 1, "of");
        let second = match self.atoms.numeric(at + 2) {
            Numeric::Vague(times) if of && times >= 1e2 => Some(times),
            Numeric::Scale(times) if of => Some(times),
            _ => None,
        };
        let word = self.atoms.text(at);
        // "scores were hurt", and not "scores were level"
        let told = || {
            self.atoms.has(at + 1, Flag::Auxiliary)
                && (at + 2..at + 5).any(|at| self.atoms.word(at).after.is_some())
        };
        let counted = of
            || self.atoms.word(at + 1).after.is_some()
            || self.atoms.has(at + 1, Flag::Further)
            // "scores needed stitches"
            || begins_idiom(self.atoms, at + 1)
            // "killing 18 recruits and wounding scores, police said"
            || at > 0 && self.atoms.word(at - 1).before.is_some()
            || told();
        if second.is_none()
            && (word.eq_ignore_ascii_case("tens")
                || word.eq_ignore_ascii_case("scores") && !counted)
        {
            return None;
        }
        if self.atoms.is_joint(at + 1) {
            return None;
        }
        let part = match second {
            Some(second) => scaled(one(1.0, at), times * second, at + 3),
            None => scaled(one(1.0, at), times, at + 1),
        };
        let mut numeral = self.numeral(at, Form::Vague, part);
        numeral.high = numeral.low * 10.0;
        Some(numeral)
    }

    /// "half", "half a million", "quarter million".
    pub(super) fn bare_part(&self, at: usize, lower: f64) -> Option<Numeral> {
        let half = lower < 2.5;
        let word = self.atoms.text(at);
        if word.ends_with('s') || !half && !word.eq_ignore_ascii_case("quarter") {
            return None;
        }
        let value = 1.0 / lower;
        let joint = usize::from(self.atoms.is_joint(at + 1));
        let next = at + 1 + joint;
        if let Numeric::Scale(times) = self.atoms.numeric(next) {
            return Some(self.numeral(at, Form::Spelled, scaled(one(value, at), times, next + 1)));
        }
        let of = usize::from(self.atoms.is(next, "of"));
        if self.atoms.is_any(next + of, &["a", "an"]) {
            match self.atoms.numeric(next + of + 1) {
                Numeric::Scale(times) => {
                    return Some(self.numeral(
                        at,
                        Form::Spelled,
                        scaled(one(value, at), times, next + of + 2),
                    ));
                }
                Numeric::Dozen => {
                    return Some(self.numeral(at, Form::Spelled, one(6.0, next + of + 2)));
                }
                _ => {}
            }
        }
        let before = at.checked_sub(1);
        let stretch = before.is_some_and(|before| {
            self.atoms.has(before, Flag::HalfBefore) || self.atoms.is(before, "in")
        });
        let compound = joint > 0 || self.atoms.has(at + 1, Flag::HalfAfter);
        (half && !stretch && !compound && !before.is_some_and(|before| self.atoms.is_joint(before)))
            .then(|| self.numeral(at, Form::Fraction, one(value, at + 1)))
    }

    /// "a million", "a dozen", "a third of".
    pub(super) fn with_article(&self, at: usize) -> Option<Numeral> {
        if let Some((value, end)) = self.fraction_words(at) {
            if let Some(numeral) = self.and_a_half(at, value, end) {
                return Some(numeral);
            }
            let quarter = self.atoms.is(end - 1, "quarter");
            let of = self.atoms.is(end, "of")
                || self.atoms.kind(end).is_none()
                || self.atoms.mark(end).is_some() && !self.is_person(end)
                || self.is_further_share(at, end)
                || self.is_rough_share(at, end);
            let half = matches!(self.atoms.numeric(end - 1), Numeric::Part(value) if value < 2.5);
            return (of && !self.atoms.is_joint(end)
                || half && !quarter && !self.atoms.is_joint(end))
            .then(|| self.numeral(at, Form::Fraction, self.of_scale(one(value, end))));
        }
        let second = at + 1;
        let part = match self.atoms.numeric(second) {
            Numeric::Scale(_) => {
                let part = self.cardinal(at);
                if self.is_ordinal(part) {
                    return None;
                }
                match self.parts(part.end) {
                    Some(value) => one(part.value / value, part.end + 1),
                    None => part,
                }
            }
            Numeric::Dozen => one(12.0, second + 1),
            _ => return None,
        };
        if self.atoms.is_joint(second) {
            return None;
        }
        let part = self.tail(part);
        Some(self.numeral(at, Form::Spelled, part))
    }
}

/// Whether ones fit behind what is already read: "twenty" and "one", not "nineteen" and "one".
pub(super) fn fits(current: f64, value: f64) -> bool {
    let rest = current % 100.0;
    rest == 0.0 || rest >= 20.0 && rest % 10.0 == 0.0 && value < 10.0 && value > 0.0
}

/// "three hundred and two dozen": the dozens are only the last.
pub(super) fn dozens(current: f64) -> f64 {
    let rest = current % 100.0;
    current - rest
        + if rest > 0.0 {
            rest * 12.0
        } else {
            current * 11.0
        }
}
