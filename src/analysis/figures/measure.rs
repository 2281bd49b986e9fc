//! What a number measures: money, units, shares, ages, and so much for each of something.

use super::atoms::{Atoms, Kind};
use super::names::magnitudes::is_magnitude;
use super::nouns;
use super::numerals::{Form, Numeral};
use super::phrase::Phrase;
use super::tables::{Flag, Tables, Unit, UnitKind};

/// The unit of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    pub kind: UnitKind,
    pub name: &'static str,
    /// What it is for each of: "month".
    pub per: Option<&'static str>,
    /// Whether it is a length of a life: "54-year-old".
    pub age: bool,
    /// Whether it is so much for each of something.
    pub rate: bool,
    /// The atom behind the unit.
    pub end: usize,
    /// Whether the unit is a sign that belongs to the number: "%".
    pub sign: bool,
}

impl Measure {
    /// An age in years that no word for years stands behind; `end` is the atom behind it.
    pub(super) fn of_age(end: usize) -> Self {
        Self {
            kind: UnitKind::Time,
            name: "year",
            per: None,
            age: true,
            rate: false,
            end,
            sign: false,
        }
    }

    /// The name in a briefing: "dollar per month", "year of age".
    pub(super) fn unit(self) -> String {
        match self.per {
            Some(per) => format!("{} per {per}", self.name),
            None if self.age => format!("{} of age", self.name),
            None => self.name.to_owned(),
        }
    }
}

pub(super) struct Measurer<'a> {
    pub atoms: &'a Atoms<'a>,
    pub tables: &'static Tables,
}

impl Measurer<'_> {
    /// The unit behind a number, or the sign of money in front of it.
    pub(super) fn measure(&self, numeral: &Numeral) -> Option<Measure> {
        if is_magnitude(self.atoms, numeral.first) {
            return Some(self.magnitude(numeral));
        }
        let found = self
            .unit_at(numeral.end)
            .or_else(|| self.part_of_unit(numeral));
        let mut measure = match (numeral.money, found) {
            // "rmb 10 usd 20": the second code belongs to the second number
            (Some(money), Some((unit, end, _)))
                if unit.kind == UnitKind::Money && unit != money && self.atoms.is_digits(end) =>
            {
                plain(money, numeral.end, false)
            }
            (Some(money), Some((unit, end, _))) if unit.kind == UnitKind::Money => Measure {
                end,
                ..plain(money, numeral.end, false)
            },
            (Some(money), _) => plain(money, self.after_country(numeral.end), false),
            (None, Some((unit, end, sign))) if !self.is_refused(numeral, unit, end) => {
                plain(unit, end, sign)
            }
            (None, _) => return None,
        };
        if measure.kind == UnitKind::Pounds {
            self.weigh(numeral, &mut measure);
        }
        self.age(&mut measure);
        measure.age |= measure.kind == UnitKind::Time && self.is_of_small_child(numeral);
        self.rate(&mut measure);
        Some(measure)
    }

    /// The size of a quake, with the word for it where it stands behind.
    fn magnitude(&self, numeral: &Numeral) -> Measure {
        let word = numeral.end + usize::from(self.atoms.is_joint(numeral.end));
        let unit = Unit {
            kind: UnitKind::Measure,
            name: "magnitude",
        };
        let named = self.atoms.is(word, "magnitude");
        plain(unit, if named { word + 1 } else { numeral.end }, false)
    }

    /// "half an hour", "a quarter of a mile", "a week and a half".
    fn part_of_unit(&self, numeral: &Numeral) -> Option<(Unit, usize, bool)> {
        let inside = numeral.end.checked_sub(4);
        if let Some(unit) = inside.filter(|&unit| {
            numeral.form == Form::Spelled && unit >= numeral.first && self.atoms.is(unit + 1, "and")
        }) {
            let (found, ..) = self.phrase(unit)?;
            return Some((found, numeral.end, false));
        }
        if numeral.form != Form::Fraction {
            return None;
        }
        let of = usize::from(self.atoms.is(numeral.end, "of"));
        let article = self.atoms.is_any(numeral.end + of, &["a", "an"]);
        article.then(|| self.phrase(numeral.end + of + 1)).flatten()
    }

    /// "$76 US", "$31.20 U.S.".
    fn after_country(&self, at: usize) -> usize {
        at + usize::from(self.atoms.is_any(at, &["us", "u.s."]) && self.atoms.capital(at))
    }

    /// The unit that begins at an atom, the atom behind it, and whether it is a sign.
    fn unit_at(&self, at: usize) -> Option<(Unit, usize, bool)> {
        let at = at + usize::from(self.atoms.is_joint(at));
        let bracket = self
            .atoms
            .mark(at)
            .is_some_and(|mark| matches!(mark, '(' | '[' | '{' | '<'));
        if bracket {
            let inner = self.atoms.text(at + 1);
            let closed = self
                .atoms
                .mark(at + 2)
                .is_some_and(|mark| matches!(mark, ')' | ']' | '}' | '>'));
            let unit = self.tables.sign(inner).or_else(|| self.tables.unit(inner));
            return unit.filter(|_| closed).map(|unit| (unit, at + 3, false));
        }
        let glued = !self.atoms.gap(at);
        // `"several hundred" people`, `"at least 35"`: the mark of inches stands behind digits only,
        // and closes no quotation
        let quote = self.atoms.is_mark(at, '"')
            && (self.atoms.is_word(at.wrapping_sub(1))
                || (at.saturating_sub(6)..at).any(|at| self.atoms.is_mark(at, '"')));
        if glued
            && !quote
            && let Some(unit) = self.tables.glued_unit(self.atoms.text(at))
        {
            return Some((unit, at + 1, false));
        }
        self.phrase(at)
    }

    /// The longest unit of up to five atoms.
    fn phrase(&self, at: usize) -> Option<(Unit, usize, bool)> {
        if self.atoms.is_word(at) && !self.atoms.has(at, Flag::UnitStart) {
            return None;
        }
        let (mut written, mut words) = (Phrase::new(), Phrase::new());
        let mut best = None;
        for index in at..at + 5 {
            let text = self.atoms.text(index);
            if text.is_empty() || !self.is_part(index) {
                break;
            }
            let gap = index > at && self.atoms.gap(index);
            let gap = if gap { " " } else { "" };
            let spoken = if self.atoms.is_mark(index, '-') {
                " "
            } else {
                text
            };
            let as_written = written.push(gap).and_then(|()| written.push(text));
            let as_spoken = words.push(gap).and_then(|()| words.push_lower(spoken));
            if as_written.is_none() || as_spoken.is_none() {
                break;
            }
            let sign = self.tables.sign(written.bytes());
            let unit = sign.or_else(|| self.tables.unit(words.bytes()));
            if let Some(unit) = unit {
                let mark = sign.is_some() && self.atoms.mark(at).is_some();
                best = Some((unit, index + 1, mark));
            }
        }
        best
    }

    /// Whether an atom stands in some unit.
    fn is_part(&self, at: usize) -> bool {
        match self.atoms.kind(at) {
            Some(Kind::Word) => self.atoms.has(at, Flag::UnitPart),
            Some(Kind::Mark(mark)) => self.tables.is_in_units(mark),
            _ => true,
        }
    }

    /// Units that are more often plain words: "3 won medals", "5 a side", "two second homes".
    fn is_refused(&self, numeral: &Numeral, unit: Unit, end: usize) -> bool {
        let word = self.atoms.text(end - 1);
        let single = end == numeral.end + 1 + usize::from(self.atoms.is_joint(numeral.end));
        let next =
            self.atoms.gap(end) && self.atoms.is_word(end) && !self.atoms.has(end, Flag::Stop);
        let letter = word.len() == 1 && single && self.atoms.gap(end - 1);
        match unit.name {
            "south korean won" => numeral.low < 100.0,
            "second" if word.eq_ignore_ascii_case("second") && numeral.form == Form::Spelled => {
                numeral.low > 1.0 && !self.atoms.is_joint(numeral.end)
            }
            "quarter" => false,
            // "1,200 day-trippers"
            _ if unit.kind == UnitKind::Time
                && self.atoms.gap(end - 1)
                && self.atoms.is_joint(end) =>
            {
                nouns::is_plural(self.atoms, end + 1) && !self.atoms.is(end + 1, "olds")
            }
            // "800,000 F-Series pickups"
            _ if letter && self.atoms.is_joint(end) => true,
            _ if letter => {
                self.atoms.is_mark(end, '.') && !self.atoms.gap(end) && self.atoms.is_word(end + 1)
                    || numeral.form != Form::Digits
            }
            "stone" | "turn" | "cup" | "krona" | "bit" => next && self.atoms.has(end, Flag::Plural),
            _ => false,
        }
    }

    /// Pounds are money where money is spoken of, else weight.
    fn weigh(&self, numeral: &Numeral, measure: &mut Measure) {
        let near = numeral.first.saturating_sub(8)..measure.end + 4;
        let money = numeral.scale >= 1e3
            || near
                .into_iter()
                .any(|at| self.atoms.has(at, Flag::MoneyCue));
        measure.kind = if money {
            UnitKind::Money
        } else {
            UnitKind::Measure
        };
        if money {
            measure.name = "pound sterling";
        }
    }

    /// "54 years old", "five-year-old", "3 years of age", "87 yo".
    fn age(&self, measure: &mut Measure) {
        if measure.kind != UnitKind::Time {
            return;
        }
        let joint = usize::from(self.atoms.is_joint(measure.end));
        let at = measure.end + joint;
        let old = self.atoms.is_any(at, &["old", "olds"]);
        let of_age = self.atoms.is(at, "of") && self.atoms.is(at + 1, "age");
        if old || of_age {
            measure.age = true;
            measure.end = at + 1 + usize::from(of_age);
        }
    }

    /// "a baby of seven months".
    fn is_of_small_child(&self, numeral: &Numeral) -> bool {
        let child = &[
            "baby", "infant", "newborn", "toddler", "child", "boy", "girl",
        ];
        let first = numeral.first;
        // "a baby girl of five months"
        let baby = first > 3
            && self
                .atoms
                .is_any(first - 3, &["baby", "little", "newborn", "infant"]);
        first > 2
            && self.atoms.is(first - 1, "of")
            && self.atoms.is_any(first - 2, child)
            && self
                .atoms
                .is_any(first - 3 - usize::from(baby), &["a", "an"])
    }

    /// "a month", "per barrel", "-a-day", "/kg".
    fn rate(&self, measure: &mut Measure) {
        if measure.age || measure.kind == UnitKind::Time || measure.kind == UnitKind::Percent {
            measure.rate = measure.kind == UnitKind::Percent
                && self
                    .per(measure.end)
                    .is_some_and(|_| self.atoms.is(measure.end, "per"));
            return;
        }
        if let Some((name, end)) = self.per(measure.end) {
            measure.per = Some(name);
            measure.end = end;
            measure.rate = true;
        }
    }

    /// What a number is for each of, and the atom behind.
    pub(super) fn per(&self, at: usize) -> Option<(&'static str, usize)> {
        let joint = usize::from(self.atoms.is_joint(at));
        let word = at + joint;
        let slash = self.atoms.is_mark(word, '/') && !self.atoms.gap(word);
        if !slash
            && !self
                .atoms
                .is_any(word, &["a", "an", "per", "each", "every"])
        {
            return None;
        }
        let noun = word + 1 + usize::from(self.atoms.is_joint(word + 1));
        let per = self.atoms.is(word, "per") || slash;
        if let Some(heads) = denominator(self.atoms.text(noun)).filter(|_| per && !slash) {
            return Some((heads, noun + 1));
        }
        if let Some((unit, end, _)) = self
            .phrase(noun)
            .filter(|(unit, ..)| per && unit.kind == UnitKind::Measure)
        {
            return Some((unit.name, end));
        }
        if !self.atoms.has(noun, Flag::Rate)
            || self.atoms.is_any(noun + 1, &["ago", "later", "earlier"])
        {
            return None;
        }
        let name = self.tables.rate(self.atoms.text(noun))?;
        Some((name, noun + 1))
    }
}

/// What a rate is counted against: "12 deaths per 100,000 residents" is one figure.
pub(super) fn denominator(text: &str) -> Option<&'static str> {
    Some(match text {
        "1,000" | "1000" | "thousand" => "1,000",
        "10,000" | "10000" => "10,000",
        "100,000" | "100000" => "100,000",
        "million" => "million",
        _ => return None,
    })
}

/// Whether a rate is counted against so many heads.
pub(super) fn is_heads(per: &str) -> bool {
    per.starts_with(|c: char| c.is_ascii_digit()) || per == "million"
}

fn plain(unit: Unit, end: usize, sign: bool) -> Measure {
    Measure {
        kind: unit.kind,
        name: unit.name,
        per: None,
        age: false,
        rate: false,
        end,
        sign,
    }
}
