//! Numbers as written: digits with separators and scales, words, fractions, dozens, "tens of thousands".

use super::atoms::{Atoms, Kind};
use super::tables::{Flag, Numeric, Tables, Unit};
use crate::analysis::reading::Reading;
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
}

/// Reads the numbers of a sentence.
pub(super) struct Reader<'a> {
    pub atoms: &'a Atoms,
    pub reading: &'a Reading<'a>,
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
        let mut at = 0;
        while at < self.atoms.len() {
            match self.read(at) {
                Some(numeral) => {
                    at = numeral.end.max(at + 1);
                    numerals.push(numeral);
                }
                None => at += 1,
            }
        }
    }

    /// The number that begins at an atom.
    fn read(&self, at: usize) -> Option<Numeral> {
        if self.atoms.barred(at) {
            return None;
        }
        let numeral = match self.atoms.kind(at)? {
            Kind::Digits => self.digits(at),
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

    fn digits(&self, at: usize) -> Option<Numeral> {
        let part = self.mantissa(at)?;
        let mut form = Form::Digits;
        let part = if let Some(fraction) = self.slash_fraction(at) {
            form = Form::Fraction;
            fraction
        } else {
            self.mixed_fraction(part)
        };
        let money = self.prefix(at);
        let part = self.power(part);
        let part = self.glued_scale(part, money.is_some());
        let part = self.scales(part);
        let part = self.tail(part);
        let mut numeral = self.numeral(at, form, part);
        if let Some((first, unit)) = money {
            numeral.first = first;
            numeral.money = Some(unit);
        }
        self.sign(&mut numeral);
        numeral.span = self
            .atoms
            .span(numeral.first)
            .join(self.atoms.span(numeral.end - 1));
        if let Some((first, _)) = money {
            numeral.span = self.atoms.span(first).join(numeral.span);
        }
        Some(numeral)
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
        }
    }

    /// Digits, with groups of three behind spaces.
    fn mantissa(&self, at: usize) -> Option<Part> {
        if self.atoms.is_mark(at, '.') {
            let digits = self.atoms.text(self.reading, at + 1);
            let value: f64 = format!("0.{digits}").parse().ok()?;
            return Some(one(value, at + 2));
        }
        let text = self.atoms.text(self.reading, at);
        let value = parse_digits(text)?;
        let mut groups = 0;
        while is_plain(text, 3) && self.is_group(at + groups + 1) {
            groups += 1;
        }
        if groups == 0 {
            return Some(one(value, at + 1));
        }
        let mut joined = String::from(text);
        for index in at + 1..=at + groups {
            joined.push_str(self.atoms.text(self.reading, index));
        }
        Some(one(joined.parse().ok()?, at + groups + 1))
    }

    /// Three digits behind one space: a group of "158 000".
    fn is_group(&self, at: usize) -> bool {
        let before = self.atoms.span(at.saturating_sub(1)).end();
        let between = self
            .reading
            .document
            .slice(Span::new(before, self.atoms.span(at).start()));
        let text = self.atoms.text(self.reading, at);
        let whole = text.split('.').next().unwrap_or_default();
        self.atoms.is_digits(at)
            && !self.atoms.barred(at)
            && matches!(between, " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
            && whole.len() == 3
            && whole.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// "3/4", where it is no date.
    fn slash_fraction(&self, at: usize) -> Option<Part> {
        let slash = matches!(self.atoms.mark(at + 1), Some('/' | '\u{2044}'));
        if !slash
            || self.atoms.gap(at + 1)
            || self.atoms.gap(at + 2)
            || !self.atoms.is_digits(at + 2)
        {
            return None;
        }
        let upper = self.atoms.text(self.reading, at);
        let lower = self.atoms.text(self.reading, at + 2);
        let further = matches!(self.atoms.mark(at + 3), Some('/' | '-')) && !self.atoms.gap(at + 3);
        if further
            || upper.starts_with('0')
            || lower.starts_with('0')
            || !is_plain(upper, 3)
            || !is_plain(lower, 4)
        {
            return None;
        }
        let (upper, lower): (f64, f64) = (upper.parse().ok()?, lower.parse().ok()?);
        (upper < lower).then(|| one(upper / lower, at + 3))
    }

    /// "2 1/2", "2½".
    fn mixed_fraction(&self, part: Part) -> Part {
        let sign = self.atoms.mark(part.end).and_then(fraction_sign);
        if let Some(value) = sign {
            return one(part.value + value, part.end + 1);
        }
        match self.slash_fraction(part.end) {
            Some(fraction) if self.atoms.is_digits(part.end) && !self.atoms.barred(part.end) => {
                one(part.value + fraction.value, fraction.end)
            }
            _ => part,
        }
    }

    /// "1.3×10^6".
    fn power(&self, part: Part) -> Part {
        if !self.atoms.is_mark(part.end, '×') || !self.atoms.is(self.reading, part.end + 1, "10") {
            return part;
        }
        let mut at = part.end + 2;
        at += usize::from(self.atoms.is_mark(at, '^'));
        let minus = matches!(self.atoms.mark(at), Some('-' | '−'));
        at += usize::from(minus);
        let exponent: Option<i32> = self.atoms.text(self.reading, at).parse().ok();
        match exponent {
            Some(exponent @ 0..=60) => {
                let exponent = if minus { -exponent } else { exponent };
                one(part.value * 10f64.powi(exponent), at + 1)
            }
            _ => part,
        }
    }

    /// "1.2bn", "10k"; "5m" only where it is money or counts something.
    fn glued_scale(&self, part: Part, money: bool) -> Part {
        let at = part.end;
        if self.atoms.gap(at) || !self.atoms.is_word(at) {
            return part;
        }
        let letters = self.atoms.text(self.reading, at);
        match self.tables.scale(letters) {
            Some(glued) if !glued.only_money || money || self.counts(at + 1) => {
                scaled(part, glued.times, at + 1)
            }
            _ => part,
        }
    }

    /// Whether a plural noun stands here, one that "m" before it can multiply.
    fn counts(&self, at: usize) -> bool {
        let text = self.atoms.text(self.reading, at);
        self.atoms.is_word(at)
            && self.atoms.gap(at)
            && !self.atoms.has(at, Flag::Stop)
            && (text.ends_with('s')
                || self.atoms.has(at, Flag::Plural)
                || self.atoms.is(self.reading, at, "yen"))
            && !self.atoms.has(at, Flag::Singular)
    }

    /// Scales in words behind digits: "4 hundred million", "2-million".
    fn scales(&self, mut part: Part) -> Part {
        loop {
            let at = part.end + usize::from(self.atoms.is_joint(part.end));
            match self.atoms.numeric(at) {
                Numeric::Scale(times) => part = scaled(part, times, at + 1),
                Numeric::Vague(times) if times >= 12.0 => part = scaled(part, times, at + 1),
                Numeric::Dozen => part = scaled(part, 12.0, at + 1),
                _ => return part,
            }
        }
    }

    /// "and a half", and the scale behind it: "two and a half million".
    fn tail(&self, part: Part) -> Part {
        if !self.atoms.is(self.reading, part.end, "and") {
            return part;
        }
        let Some((value, end)) = self.fraction_words(part.end + 1) else {
            return part;
        };
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
    fn fraction_words(&self, at: usize) -> Option<(f64, usize)> {
        let upper = match self.atoms.numeric(at) {
            Numeric::Unit(value) => value,
            Numeric::None if self.atoms.is_any(self.reading, at, &["a", "an"]) => 1.0,
            _ => return None,
        };
        let lower = at + 1 + usize::from(self.atoms.is_joint(at + 1));
        match self.atoms.numeric(lower) {
            Numeric::Part(value) if value > 0.0 => Some((upper / value, lower + 1)),
            _ => None,
        }
    }

    /// A number that begins with a word.
    fn words(&self, at: usize) -> Option<Numeral> {
        match self.atoms.numeric(at) {
            Numeric::Unit(_) | Numeric::Tens(_) => Some(self.spelled(at)),
            Numeric::Scale(times) => self.bare_scale(at, times),
            Numeric::Vague(times) => self.vague(at, times),
            Numeric::Part(value) if value < 5.0 => self.bare_part(at, value),
            Numeric::Part(_) | Numeric::Dozen => None,
            Numeric::None if self.atoms.is_any(self.reading, at, &["a", "an"]) => {
                self.with_article(at)
            }
            Numeric::None if self.is_code(at) => None,
            Numeric::None => None,
        }
    }

    fn is_code(&self, at: usize) -> bool {
        self.tables.is_code(self.atoms.text(self.reading, at))
    }

    fn spelled(&self, at: usize) -> Numeral {
        if let Some((value, end)) = self
            .fraction_words(at)
            .filter(|&(_, end)| self.is_share(end))
        {
            return self.numeral(at, Form::Fraction, self.of_scale(one(value, end)));
        }
        let part = self.cardinal(at);
        let part = self.point(part);
        let part = self.tail(part);
        let mut numeral = self.numeral(at, Form::Spelled, part);
        self.sign(&mut numeral);
        numeral
    }

    /// Whether a fraction that ends here is one: "two-thirds of", and not "a third person".
    fn is_share(&self, end: usize) -> bool {
        let last = self.atoms.text(self.reading, end - 1);
        let half = matches!(self.atoms.numeric(end - 1), Numeric::Part(value) if value < 2.5);
        let hyphen = self.atoms.is_joint(end.saturating_sub(2));
        let quarters = last.eq_ignore_ascii_case("quarters");
        let ends = !self.atoms.is_word(end)
            || self.atoms.is_any(
                self.reading,
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

    /// "two thirds of a million".
    fn of_scale(&self, part: Part) -> Part {
        let of = self.atoms.is(self.reading, part.end, "of");
        let article = self.atoms.is(self.reading, part.end + 1, "a");
        match self.atoms.numeric(part.end + 2) {
            Numeric::Scale(times) if of && article => scaled(part, times, part.end + 3),
            _ => part,
        }
    }

    /// "twenty-one trillion three hundred", "five hundred and twelve".
    fn cardinal(&self, at: usize) -> Part {
        let mut total = 0.0;
        let mut current = 0.0;
        let mut scale = f64::INFINITY;
        let mut last_scale = 1.0;
        let mut end = at;
        loop {
            let Some(next) = self.next_numeric(end, at, last_scale) else {
                break;
            };
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
                    total *= times
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
    fn next_numeric(&self, end: usize, first: usize, last_scale: f64) -> Option<usize> {
        if end == first {
            return Some(end);
        }
        if self.atoms.barred(end) {
            return None;
        }
        let next = if self.atoms.is_mark(end, '-') && self.atoms.gap(end) == self.atoms.gap(end + 1)
        {
            end + 1
        } else if self.atoms.is(self.reading, end, "and") && last_scale > 1.0 {
            let then_scale = matches!(
                self.atoms.numeric(end + 2),
                Numeric::Scale(_) | Numeric::Dozen
            );
            let fits = last_scale <= 1e3 || then_scale;
            let fraction = self.fraction_words(end + 1).is_some();
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
    fn point(&self, part: Part) -> Part {
        if !self.atoms.is(self.reading, part.end, "point") {
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
    fn bare_scale(&self, at: usize, times: f64) -> Option<Numeral> {
        let before = at.checked_sub(1)?;
        if self
            .atoms
            .is_any(self.reading, before, &["several", "few", "many"])
        {
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
    fn vague(&self, at: usize, times: f64) -> Option<Numeral> {
        let of = self.atoms.is(self.reading, at + 1, "of");
        let second = match self.atoms.numeric(at + 2) {
            Numeric::Vague(times) if of && times >= 1e2 => Some(times),
            Numeric::Scale(times) if of => Some(times),
            _ => None,
        };
        let word = self.atoms.text(self.reading, at);
        let counted =
            of || self.atoms.word(at + 1).after.is_some() || self.atoms.has(at + 1, Flag::Further);
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
    fn bare_part(&self, at: usize, lower: f64) -> Option<Numeral> {
        let half = lower < 2.5;
        let word = self.atoms.text(self.reading, at);
        if word.ends_with('s') || !half && !word.eq_ignore_ascii_case("quarter") {
            return None;
        }
        let value = 1.0 / lower;
        let joint = usize::from(self.atoms.is_joint(at + 1));
        let next = at + 1 + joint;
        if let Numeric::Scale(times) = self.atoms.numeric(next) {
            return Some(self.numeral(at, Form::Spelled, scaled(one(value, at), times, next + 1)));
        }
        let of = usize::from(self.atoms.is(self.reading, next, "of"));
        if self.atoms.is_any(self.reading, next + of, &["a", "an"]) {
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
            self.atoms.has(before, Flag::HalfBefore) || self.atoms.is(self.reading, before, "in")
        });
        let compound = joint > 0 || self.atoms.has(at + 1, Flag::HalfAfter);
        (half && !stretch && !compound && !before.is_some_and(|before| self.atoms.is_joint(before)))
            .then(|| self.numeral(at, Form::Fraction, one(value, at + 1)))
    }

    /// "a million", "a dozen", "a third of".
    fn with_article(&self, at: usize) -> Option<Numeral> {
        if let Some((value, end)) = self.fraction_words(at) {
            let quarter = self.atoms.is(self.reading, end - 1, "quarter");
            let of = self.atoms.is(self.reading, end, "of")
                || self.atoms.kind(end).is_none()
                || self.atoms.mark(end).is_some();
            let half = matches!(self.atoms.numeric(end - 1), Numeric::Part(value) if value < 2.5);
            return (of && !self.atoms.is_joint(end)
                || half && !quarter && !self.atoms.is_joint(end))
            .then(|| self.numeral(at, Form::Fraction, self.of_scale(one(value, end))));
        }
        let second = at + 1;
        let part = match self.atoms.numeric(second) {
            Numeric::Scale(times) => self.scales(scaled(one(1.0, second), times, second + 1)),
            Numeric::Dozen => one(12.0, second + 1),
            _ => return None,
        };
        if self.atoms.is_joint(second) {
            return None;
        }
        let part = self.tail(part);
        Some(self.numeral(at, Form::Spelled, part))
    }

    /// Takes the sign or word of a sign in front of a number.
    fn sign(&self, numeral: &mut Numeral) {
        let Some(before) = numeral.digits.checked_sub(1) else {
            return;
        };
        let joint = self.atoms.is_joint(before);
        let word = before - usize::from(joint).min(before);
        if self
            .atoms
            .is_any(self.reading, word, &["minus", "negative"])
        {
            negate(numeral, word);
            return;
        }
        let glued = !self.atoms.gap(numeral.digits);
        let free = self.atoms.gap(before)
            || before == 0
            || matches!(
                self.atoms.mark(before - 1),
                Some('(' | '$' | '£' | '€' | '<' | '>' | '=')
            );
        match self.atoms.mark(before) {
            Some('-' | '−' | '–') if glued && free => negate(numeral, before),
            Some('+') if glued && free => {
                numeral.plus = true;
                numeral.first = numeral.first.min(before);
            }
            _ => {}
        }
    }

    /// The sign of money in front of a number: where it begins, and the unit.
    fn prefix(&self, at: usize) -> Option<(usize, Unit)> {
        let mut before = at.checked_sub(1)?;
        if matches!(self.atoms.mark(before), Some('-' | '−' | '+'))
            && before > 0
            && !self.atoms.gap(before)
        {
            before -= 1;
        }
        let possible = match self.atoms.kind(before)? {
            Kind::Mark(mark) => !mark.is_ascii() || matches!(mark, '$' | '=' | '.'),
            Kind::Word => self.is_code(before),
            _ => false,
        };
        if !possible || self.atoms.barred(before) {
            return None;
        }
        let end = self.atoms.span(before).end();
        let head = self.reading.document.text().get(..end)?;
        let written = self.tables.prefixes().iter().find(|prefix| {
            head.ends_with(&*prefix.written) && {
                let rest = head.get(..end - prefix.written.len()).unwrap_or_default();
                let letters = prefix.written.starts_with(char::is_alphabetic);
                !letters || !rest.ends_with(char::is_alphanumeric)
            }
        })?;
        let start = end - written.written.len();
        let mut first = before;
        while first > 0 && self.atoms.span(first).start() > start {
            first -= 1;
        }
        Some((first, written.unit))
    }
}

fn negate(numeral: &mut Numeral, first: usize) {
    numeral.low = -numeral.low;
    numeral.high = -numeral.high;
    numeral.first = numeral.first.min(first);
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

/// Whether ones fit behind what is already read: "twenty" and "one", not "nineteen" and "one".
fn fits(current: f64, value: f64) -> bool {
    let rest = current % 100.0;
    rest == 0.0 || rest >= 20.0 && rest % 10.0 == 0.0 && value < 10.0 && value > 0.0
}

/// "three hundred and two dozen": the dozens are only the last.
fn dozens(current: f64) -> f64 {
    let rest = current % 100.0;
    current - rest
        + if rest > 0.0 {
            rest * 12.0
        } else {
            current * 11.0
        }
}

/// Whether a text is digits only, and not more than so many.
fn is_plain(text: &str, most: usize) -> bool {
    text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of digits with separators; `None` for what is no number ("192.168.1.2").
pub(super) fn parse_digits(text: &str) -> Option<f64> {
    let commas = text.bytes().filter(|&byte| byte == b',').count();
    let points = text.bytes().filter(|&byte| byte == b'.').count();
    if commas == 0 && points <= 1 {
        return text.parse().ok();
    }
    let (separator, decimal) = match (commas, points) {
        (1, 0) if !has_groups(text, ',') => (None, Some(',')),
        (_, 0) => (Some(','), None),
        (0, _) => (Some('.'), None),
        _ if text.rfind('.') > text.rfind(',') => (Some(','), Some('.')),
        _ => (Some('.'), Some(',')),
    };
    let (whole, part) = match decimal {
        Some(mark) => text.split_once(mark)?,
        None => (text, ""),
    };
    if separator.is_some_and(|mark| !has_groups(whole, mark)) || part.contains([',', '.']) {
        return None;
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{digits}.{part}0").parse().ok()
}

/// Whether digits stand in groups of three, or of two and a last of three as in India.
fn has_groups(text: &str, separator: char) -> bool {
    let mut groups = text.split(separator).rev();
    let last = groups.next().is_some_and(|group| group.len() == 3);
    let mut rest: Vec<usize> = groups.map(str::len).collect();
    let first = rest.pop();
    last && first.is_some_and(|len| (1..=3).contains(&len))
        && (rest.iter().all(|&len| len == 3) || rest.iter().all(|&len| len == 2))
}

/// The value of a sign such as "½".
fn fraction_sign(mark: char) -> Option<f64> {
    let (upper, lower) = match mark {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    Some(f64::from(upper) / f64::from(lower))
}
