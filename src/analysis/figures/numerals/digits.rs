//! Numbers in digits, with their signs, separators, fractions and glued scales.

use super::super::atoms::Kind;
use super::super::tables::{Flag, Numeric, Unit};
use super::value::{fraction_sign, is_plain, parse_digits};
use super::{Form, Numeral, Part, Reader, one, scaled};
use crate::document::Span;

impl Reader<'_> {
    pub(super) fn digits(&self, at: usize) -> Option<Numeral> {
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
        let (part, code) = self.coded_scale(part);
        let money = money.or_else(|| code.map(|unit| (at, unit)));
        let part = self.scales(part);
        let part = self.rest(part, part.scale);
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

    /// Digits, with groups of three behind spaces.
    pub(super) fn mantissa(&self, at: usize) -> Option<Part> {
        if self.atoms.is_mark(at, '.') {
            let digits = self.atoms.text(at + 1);
            let value: f64 = format!("0.{digits}").parse().ok()?;
            return Some(one(value, at + 2));
        }
        let text = self.atoms.text(at);
        let value = parse_digits(text)?;
        let mut groups = 0;
        while groups < 6 && is_plain(text, 3) && self.is_group(at + groups + 1) {
            groups += 1;
        }
        if groups == 0 {
            return Some(one(value, at + 1));
        }
        let mut joined = String::from(text);
        for index in at + 1..=at + groups {
            joined.push_str(self.atoms.text(index));
        }
        Some(one(joined.parse().ok()?, at + groups + 1))
    }

    /// Three digits behind one space: a group of "158 000".
    pub(super) fn is_group(&self, at: usize) -> bool {
        let before = self.atoms.span(at.saturating_sub(1)).end();
        let between = self
            .atoms
            .slice(Span::new(before, self.atoms.span(at).start()));
        let text = self.atoms.text(at);
        let whole = text.split('.').next().unwrap_or_default();
        self.atoms.is_digits(at)
            && !self.atoms.barred(at)
            && matches!(between, " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
            && whole.len() == 3
            && whole.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// "3/4", where it is no date.
    pub(super) fn slash_fraction(&self, at: usize) -> Option<Part> {
        let slash = matches!(self.atoms.mark(at + 1), Some('/' | '\u{2044}'));
        if !slash
            || self.atoms.gap(at + 1)
            || self.atoms.gap(at + 2)
            || !self.atoms.is_digits(at + 2)
        {
            return None;
        }
        let upper = self.atoms.text(at);
        let lower = self.atoms.text(at + 2);
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
    pub(super) fn mixed_fraction(&self, part: Part) -> Part {
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

    /// "3 hundred and 21", "4 thousand 3 hundred": what follows is less than the scale.
    fn rest(&self, part: Part, limit: f64) -> Part {
        let last = part.end.saturating_sub(1);
        let Numeric::Scale(times) = self.atoms.numeric(last) else {
            return part;
        };
        // the scales of India are read on like hundreds: "6 crore and two hundred"
        if times > 1e3 && !self.atoms.is_any(last, &["lakh", "crore"]) {
            return part;
        }
        let and = usize::from(self.atoms.is(part.end, "and"));
        let at = part.end + and;
        if let Some(part) = self.spelled_rest(part, limit, at).filter(|_| and == 1) {
            return part;
        }
        let plain = is_plain(self.atoms.text(at), 3)
            && self.atoms.is_digits(at)
            && !self.atoms.barred(at)
            && self.atoms.gap(at);
        let value = plain.then(|| parse_digits(self.atoms.text(at))).flatten();
        let Some(value) = value.filter(|value| *value > 0.0) else {
            return part;
        };
        let next = self.scales(one(value, at + 1));
        if next.value >= limit || and == 0 && next.scale < 2.0 {
            return part;
        }
        self.rest(one(part.value + next.value, next.end), next.scale)
    }

    /// "3 hundred and one".
    fn spelled_rest(&self, part: Part, limit: f64, at: usize) -> Option<Part> {
        let spelled = matches!(self.atoms.numeric(at), Numeric::Unit(_) | Numeric::Tens(_));
        if !spelled || self.fraction_words(at).is_some() || self.atoms.barred(at) {
            return None;
        }
        let next = self.cardinal(at);
        (next.value < limit && next.scale < 2.0).then(|| one(part.value + next.value, next.end))
    }

    /// "1.3×10^6".
    pub(super) fn power(&self, part: Part) -> Part {
        let glued = self.atoms.text(part.end);
        if let Some((exponent, end)) = self.signed_exponent(part.end) {
            return one(part.value * 10f64.powi(exponent), end);
        }
        let exponent = glued
            .strip_prefix(['e', 'E'])
            .filter(|_| !self.atoms.gap(part.end));
        if let Some(Ok(exponent @ 0..=60)) = exponent.map(str::parse::<i32>) {
            return one(part.value * 10f64.powi(exponent), part.end + 1);
        }
        if self.atoms.is_mark(part.end, '^') && !self.atoms.gap(part.end) {
            let minus = self.atoms.is_mark(part.end + 1, '-');
            let at = part.end + 1 + usize::from(self.atoms.mark(part.end + 1).is_some());
            if let Ok(exponent @ 0..=60) = self.atoms.text(at).parse::<i32>() {
                let exponent = if minus { -exponent } else { exponent };
                return one(part.value.powi(exponent), at + 1);
            }
        }
        if !self.atoms.is_mark(part.end, '×') || !self.atoms.is(part.end + 1, "10") {
            return part;
        }
        let mut at = part.end + 2;
        at += usize::from(self.atoms.is_mark(at, '^'));
        let minus = matches!(self.atoms.mark(at), Some('-' | '−'));
        at += usize::from(minus);
        let exponent: Option<i32> = self.atoms.text(at).parse().ok();
        match exponent {
            Some(exponent @ 0..=60) => {
                let exponent = if minus { -exponent } else { exponent };
                one(part.value * 10f64.powi(exponent), at + 1)
            }
            _ => part,
        }
    }

    /// "e+14", "e-3", "x10^6" right behind digits: the exponent and the atom behind.
    fn signed_exponent(&self, at: usize) -> Option<(i32, usize)> {
        let power = self.atoms.is(at, "x10") && self.atoms.is_mark(at + 1, '^');
        let e = self.atoms.is(at, "e") && self.atoms.mark(at + 1).is_some();
        if self.atoms.gap(at) || self.atoms.gap(at + 1) || !(power || e) {
            return None;
        }
        let mark = at + 1 + usize::from(power);
        let minus = matches!(self.atoms.mark(mark), Some('-' | '−'));
        let sign = minus || self.atoms.is_mark(mark, '+');
        let digits = mark + usize::from(sign);
        let exponent: i32 = self.atoms.text(digits).parse().ok()?;
        let near = (0..=60).contains(&exponent) && !self.atoms.gap(digits);
        near.then_some((if minus { -exponent } else { exponent }, digits + 1))
    }

    /// "75 USD million", "30 MUSD": the unit stands before the scale.
    fn coded_scale(&self, part: Part) -> (Part, Option<Unit>) {
        let at = part.end;
        if let Some(unit) = self.tables.millions(self.atoms.text(at)) {
            return (scaled(part, 1e6, at + 1), Some(unit));
        }
        match self.atoms.numeric(at + 1) {
            Numeric::Scale(times) if self.is_code(at) => {
                let unit = self.tables.unit(self.atoms.text(at).to_ascii_lowercase());
                (scaled(part, times, at + 2), unit)
            }
            _ => (part, None),
        }
    }

    /// "1.2bn", "10k"; "5m" only where it is money or counts something.
    pub(super) fn glued_scale(&self, part: Part, money: bool) -> Part {
        let at = part.end;
        // "2.33 k"
        if self.atoms.gap(at) && self.atoms.is(at, "k") && !self.atoms.is_joint(at + 1) {
            return scaled(part, 1e3, at + 1);
        }
        // "1,674.5 G": so many thousands of them are neither metres nor an acceleration
        let grouped = self.atoms.text(at - 1).contains(',') && !self.atoms.is_word(at + 1);
        if self.atoms.gap(at) && grouped {
            return match self.atoms.text(at) {
                "M" => scaled(part, 1e6, at + 1),
                "G" => scaled(part, 1e9, at + 1),
                _ => part,
            };
        }
        if self.atoms.gap(at) || !self.atoms.is_word(at) {
            return part;
        }
        let letters = self.atoms.text(at);
        // "1.2b": nobody writes a fraction of a bit
        let broken = letters == "b" && self.atoms.text(at - 1).contains('.');
        // "10G" by itself: with words around it is a network or an acceleration
        if letters == "G" && at == 1 && self.atoms.len() == 2 {
            return scaled(part, 1e9, at + 1);
        }
        match self.tables.scale(letters) {
            Some(glued) if !glued.only_money || money || broken || self.counts(at + 1) => {
                scaled(part, glued.times, at + 1)
            }
            _ => part,
        }
    }

    /// Whether a plural noun stands here, one that "m" before it can multiply.
    pub(super) fn counts(&self, at: usize) -> bool {
        let text = self.atoms.text(at);
        self.atoms.is_word(at)
            && self.atoms.gap(at)
            && !self.atoms.has(at, Flag::Stop)
            && (text.ends_with('s') || self.atoms.has(at, Flag::Plural) || self.atoms.is(at, "yen"))
            && !self.atoms.has(at, Flag::Singular)
    }

    pub(super) fn is_code(&self, at: usize) -> bool {
        self.tables.is_code(self.atoms.text(at))
    }

    /// Takes the sign or word of a sign in front of a number.
    pub(super) fn sign(&self, numeral: &mut Numeral) {
        let Some(before) = numeral.digits.checked_sub(1) else {
            return;
        };
        let joint = self.atoms.is_joint(before);
        let word = before - usize::from(joint).min(before);
        if self.atoms.is_any(word, &["minus", "negative"]) {
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
        // "- 1 4/5" and nothing else: no range, and no entry of a list
        let alone = before == 0
            && (self.atoms.kind(numeral.end).is_none() || self.atoms.is_mark(numeral.end, '.'));
        match self.atoms.mark(before) {
            Some('-' | '−' | '–') if glued && free || alone => negate(numeral, before),
            Some('+') if glued && free => {
                numeral.plus = true;
                numeral.first = numeral.first.min(before);
            }
            _ => {}
        }
    }

    /// "15 USD 50": the code belongs to the number in front of it, where that has no other.
    fn is_behind(&self, code: usize) -> bool {
        let number = code.checked_sub(1).filter(|&at| {
            self.atoms.is_word(code)
                && self.atoms.is_digits(at)
                && self.atoms.gap(code)
                && self.atoms.gap(code + 1)
        });
        number.is_some_and(|at| {
            !self.atoms.barred(at)
                && !at.checked_sub(1).is_some_and(|sign| {
                    self.is_code(sign)
                        || self
                            .atoms
                            .mark(sign)
                            .is_some_and(|mark| mark == '$' || !mark.is_ascii())
                })
        })
    }

    /// The sign of money in front of a number: where it begins, and the unit.
    pub(super) fn prefix(&self, at: usize) -> Option<(usize, Unit)> {
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
        if !possible || self.atoms.barred(before) || self.is_behind(before) {
            return None;
        }
        let end = self.atoms.span(before).end();
        let head = self.atoms.text_before(end);
        let written = self.tables.prefixes().iter().find(|prefix| {
            head.ends_with(&*prefix.written) && {
                let rest = head.get(..end - prefix.written.len()).unwrap_or_default();
                let letters = prefix.written.starts_with(char::is_alphabetic);
                // "N20 million", but the road "N20", which is one atom
                if prefix.written.len() == 1 && letters && self.atoms.gap(at) {
                    return false;
                }
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

pub(super) fn negate(numeral: &mut Numeral, first: usize) {
    numeral.low = -numeral.low;
    numeral.high = -numeral.high;
    numeral.first = numeral.first.min(first);
}
