//! The figures of one sentence.

use super::atoms::{Atoms, Kind};
use super::draft::Draft;
use super::filter::Filter;
use super::measure::{Measure, Measurer};
use super::nouns::{self, Noun};
use super::numerals::{Form, Numeral, Reader};
use super::qualifiers;
use super::ranges::{Joined, Joiner};
use super::roles::Roles;
use super::tables::{Flag, Tables, UnitKind};
use super::{changes, names, negations, times};
use crate::analysis::reading::Reading;
use crate::briefing::{Qualifier, QualifierKind};
use crate::document::Sentence;

/// Finds the figures of a sentence. `atoms` is scratch space, filled anew.
pub(super) fn sentence(
    reading: &Reading<'_>,
    sentence: &Sentence,
    atoms: &mut Atoms,
) -> Vec<Draft> {
    let tables = Tables::english();
    atoms.fill(reading, tables, sentence);
    times::bar(atoms, reading);
    names::bar(atoms, reading);
    let atoms = &*atoms;
    let mut numerals = Vec::new();
    Reader {
        atoms,
        reading,
        tables,
    }
    .read_all(&mut numerals);
    let measurer = Measurer {
        atoms,
        reading,
        tables,
    };
    let filter = Filter {
        atoms,
        reading,
        measurer: &measurer,
    };
    let joiner = Joiner {
        atoms,
        reading,
        measurer: &measurer,
    };
    let scanner = Scanner {
        atoms,
        reading,
        measurer: &measurer,
    };
    let joined = joiner.join(&numerals);
    let mut drafts: Vec<Draft> = joined
        .into_iter()
        .filter(|joined| filter.keeps(&joined.numeral))
        .map(|joined| scanner.draft(joined))
        .collect();
    drafts.extend(negations::find(atoms, reading, &drafts));
    drafts.sort_by_key(|draft| draft.numeral.first);
    scanner.carry_units(&mut drafts);
    scanner.link(&mut drafts);
    changes::find(atoms, reading, &mut drafts);
    Roles { atoms, reading }.assign(&mut drafts);
    drafts
}

struct Scanner<'a> {
    atoms: &'a Atoms,
    reading: &'a Reading<'a>,
    measurer: &'a Measurer<'a>,
}

impl Scanner<'_> {
    fn draft(&self, joined: Joined) -> Draft {
        let numeral = joined.numeral;
        let mut measure = self
            .measurer
            .measure(&numeral)
            .or_else(|| self.age(&numeral));
        if joined.votes {
            measure = None;
        }
        let (noun, elliptic) = self.noun(&numeral, measure.as_ref());
        let unit_end = measure.as_ref().map_or(numeral.end, |measure| measure.end);
        let tail = noun.map_or(unit_end, |noun| noun.end.max(unit_end));
        let (qualifier, head) = self.qualifier(&numeral, unit_end, tail);
        Draft {
            numeral,
            measure,
            noun,
            qualifier,
            head,
            tail,
            change: joined.change,
            role: None,
            negated: false,
            part_of: None,
            elliptic,
            votes: joined.votes,
        }
    }

    fn qualifier(
        &self,
        numeral: &Numeral,
        unit_end: usize,
        tail: usize,
    ) -> (Option<Qualifier>, usize) {
        let before = qualifiers::before(self.atoms, self.reading, numeral.first);
        let behind = || {
            qualifiers::after(self.atoms, self.reading, numeral.end)
                .or_else(|| qualifiers::after(self.atoms, self.reading, unit_end))
                .or_else(|| qualifiers::after(self.atoms, self.reading, tail))
        };
        match before {
            Some((qualifier, head)) if qualifier.kind != QualifierKind::About => {
                (Some(qualifier), head)
            }
            Some((qualifier, head)) => (behind().or(Some(qualifier)), head),
            None => (behind(), numeral.first),
        }
    }

    /// A bare number that is a person's age: "Salma Idris, 54,", "aged 12".
    fn age(&self, numeral: &Numeral) -> Option<Measure> {
        let young = numeral.low > 0.0
            && numeral.high < 120.0
            && numeral.scale == 1.0
            && numeral.low.fract() == 0.0
            && numeral.money.is_none();
        let form = matches!(numeral.form, Form::Digits | Form::Spelled);
        if !young
            || !form
            || !(self.is_aged(numeral) || self.is_age_aside(numeral) || self.is_age_told(numeral))
        {
            return None;
        }
        Some(Measure {
            kind: UnitKind::Time,
            name: "year of age".to_owned(),
            age: true,
            rate: false,
            end: numeral.end,
            sign: false,
        })
    }

    /// "aged 54", "age 87", "the ages of 5 and 11".
    fn is_aged(&self, numeral: &Numeral) -> bool {
        let mut at = numeral.first;
        for _ in 0..6 {
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            if self.atoms.has(before, Flag::AgeBefore) {
                return !nouns::find(self.atoms, self.reading, numeral.end, false)
                    .is_some_and(|noun| noun.plural);
            }
            let light = self.atoms.is_any(
                self.reading,
                before,
                &[
                    "of", "between", "at", "from", "to", "and", "about", "around", "just", "only",
                    "under", "over",
                ],
            );
            if !light && !(self.atoms.is_digits(before) && at != numeral.first) {
                return false;
            }
            at = before;
        }
        false
    }

    /// A number between commas or in brackets, behind a name or a person.
    fn is_age_aside(&self, numeral: &Numeral) -> bool {
        let Some(mark) = numeral.first.checked_sub(1) else {
            return false;
        };
        if numeral.form != Form::Digits {
            return false;
        }
        let opened = matches!(self.atoms.mark(mark), Some(',' | '('));
        let closed =
            self.atoms.mark(numeral.end).is_none_or(|mark| {
                matches!(mark, ',' | ')' | '.' | ';' | '—' | '–' | '-' | '?' | ':')
            }) && (self.atoms.kind(numeral.end).is_none()
                || self.atoms.mark(numeral.end).is_some()
                || self.atoms.is_any(
                    self.reading,
                    numeral.end,
                    &[
                        "of", "and", "was", "were", "who", "after", "is", "told", "said", "died",
                        "from", "has", "had", "shot", "in", "with",
                    ],
                ));
        let named = mark.checked_sub(1).is_some_and(|name| {
            let own = self.atoms.kind(name) == Some(Kind::Word)
                && self.atoms.capital(self.reading, name)
                && !self.atoms.has(name, Flag::Month);
            let suffix = self.atoms.is_mark(name, '.') || self.atoms.has(name, Flag::Person);
            own || suffix || self.atoms.is_mark(name, '”') || self.atoms.is_mark(name, '"')
        });
        let comma_list = self.atoms.is_digits(numeral.end + 1)
            && self.atoms.is_mark(numeral.end, ',')
            && self.atoms.is_mark(mark, ',')
            && !self.atoms.gap(numeral.end + 1);
        opened && closed && named && !comma_list
    }

    /// "He will be 35 by the year's end", "she was 54", "a boy of 12".
    fn is_age_told(&self, numeral: &Numeral) -> bool {
        let next = self.atoms.mark(numeral.end).is_some()
            || self.atoms.kind(numeral.end).is_none()
            || self.atoms.is_any(
                self.reading,
                numeral.end,
                &[
                    "when", "by", "at", "and", "in", "on", "years", "next", "this", "but",
                    "raising",
                ],
            );
        if !next
            || nouns::find(self.atoms, self.reading, numeral.end, false)
                .is_some_and(|noun| noun.plural)
        {
            return false;
        }
        let at = |back: usize, words: &[&str]| {
            numeral
                .first
                .checked_sub(back)
                .is_some_and(|at| self.atoms.is_any(self.reading, at, words))
        };
        let person = |back: usize| at(back, &["he", "she", "who", "i"]);
        let person_of = at(1, &["of"])
            && numeral
                .first
                .checked_sub(2)
                .is_some_and(|at| self.atoms.has(at, Flag::Person))
            && !at(2, &["he", "she", "who"]);
        let is = at(1, &["was", "is", "turned", "am", "'s"])
            && (person(2) || at(2, &["just", "only"]) && person(3));
        let be = at(1, &["be"]) && at(2, &["will", "would"]) && person(3);
        let expectancy = (numeral.first.saturating_sub(10)..numeral.first)
            .any(|at| self.atoms.is(self.reading, at, "expectancy"));
        let died = at(1, &["at"])
            && numeral.first.checked_sub(2).is_some_and(|before| {
                self.atoms
                    .is_any(self.reading, before, &["dies", "dead", "died"])
            });
        person_of || is || be || expectancy || died
    }

    /// The noun counted, and whether it is left to the figure before.
    fn noun(&self, numeral: &Numeral, measure: Option<&Measure>) -> (Option<Noun>, bool) {
        if let Some(measure) = measure {
            return (self.measured(measure), false);
        }
        let at = numeral.end;
        let of = self.atoms.is(self.reading, at, "of");
        if of {
            if self.atoms.is_any(
                self.reading,
                at + 1,
                &["them", "whom", "those", "us", "these", "which"],
            ) {
                let who = self.atoms.is(self.reading, at + 1, "those");
                let noun = who
                    .then(|| nouns::find(self.atoms, self.reading, at + 2, false))
                    .flatten();
                return (noun, true);
            }
            return (
                nouns::find(self.atoms, self.reading, self.over_articles(at + 1), false),
                false,
            );
        }
        if matches!(numeral.form, Form::Fraction) {
            let at = self.over_articles(at);
            return (nouns::find(self.atoms, self.reading, at, false), false);
        }
        let joint = self.atoms.is_joint(at);
        let one = numeral.low == 1.0 && numeral.high == 1.0;
        let mut first = at;
        while self.atoms.is_any(
            self.reading,
            first,
            &[
                "more",
                "other",
                "others",
                "further",
                "additional",
                "such",
                "or",
            ],
        ) && first < at + 2
        {
            if self.atoms.is_any(self.reading, first, &["others", "or"]) {
                break;
            }
            first += 1;
        }
        let others = self.atoms.is(self.reading, first, "others");
        let noun = nouns::find(self.atoms, self.reading, first, one || joint);
        let noun = noun.filter(|noun| noun.plural || one || joint || self.is_thing_like(noun));
        let elliptic = others || noun.is_none();
        (noun, elliptic)
    }

    /// Whether words without a plural are still what is counted: "11 member trade agreement", "30 wounded".
    fn is_thing_like(&self, noun: &Noun) -> bool {
        self.atoms.word(noun.first).after.is_none() || self.atoms.word(noun.first).noun.is_some()
    }

    /// "of the", "of its", "of all".
    fn over_articles(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + 3
            && self.atoms.is_any(
                self.reading,
                end,
                &[
                    "of", "the", "its", "their", "his", "her", "our", "my", "all", "these",
                    "those", "this", "that", "a", "an", "some", "them",
                ],
            )
        {
            end += 1;
        }
        end
    }

    /// What a share or a measure is of: "12% of voters", "3 tonnes of grain".
    fn measured(&self, measure: &Measure) -> Option<Noun> {
        if measure.age || !self.atoms.is(self.reading, measure.end, "of") {
            return None;
        }
        nouns::find(
            self.atoms,
            self.reading,
            self.over_articles(measure.end + 1),
            false,
        )
    }

    /// Gives a bare number the unit of the figure beside it: "0.2 % but the index by 1".
    fn carry_units(&self, drafts: &mut [Draft]) {
        for index in 1..drafts.len() {
            let (before, rest) = drafts.split_at_mut(index);
            let (Some(one), Some(other)) = (before.last(), rest.first_mut()) else {
                continue;
            };
            let bare = other.measure.is_none()
                && other.noun.is_none()
                && other.numeral.form == Form::Digits
                && !other.votes;
            let by = other
                .head
                .checked_sub(1)
                .is_some_and(|before| self.atoms.is(self.reading, before, "by"));
            if let Some(measure) = one
                .measure
                .as_ref()
                .filter(|measure| bare && by && !measure.age)
            {
                let mut measure = measure.clone();
                measure.end = other.numeral.end;
                measure.sign = false;
                other.measure = Some(measure);
                other.elliptic = false;
            }
        }
    }

    /// Ties subsets to their wholes: "including seven children", "nine of them".
    fn link(&self, drafts: &mut [Draft]) {
        for index in 0..drafts.len() {
            let part = self.is_part(drafts, index);
            let Some(whole) = part else {
                continue;
            };
            drafts[index].part_of = Some(whole);
        }
    }

    fn is_part(&self, drafts: &[Draft], index: usize) -> Option<usize> {
        let draft = drafts.get(index)?;
        let before = index.checked_sub(1)?;
        let one = &drafts[before];
        if !draft.is_count() || !one.is_count() {
            return None;
        }
        let whole = one.part_of.unwrap_or(before);
        let fits = draft.numeral.low <= drafts[whole].numeral.high;
        let from = one.tail.min(draft.head);
        let cue = (from.max(draft.head.saturating_sub(6))..draft.head)
            .any(|at| self.atoms.has(at, Flag::Subset));
        let them = draft.elliptic && self.atoms.is(self.reading, draft.numeral.end, "of");
        let went_on = one.part_of.is_some()
            && draft.head > one.tail
            && draft.head - one.tail <= 3
            && (one.tail..draft.head).all(|at| {
                self.atoms.is_mark(at, ',')
                    || self
                        .atoms
                        .is_any(self.reading, at, &["and", "a", "as", "well"])
            });
        let told = self.atoms.word(draft.tail).after.is_some() && went_on;
        (fits && (cue || them || went_on && !told)).then_some(whole)
    }
}
