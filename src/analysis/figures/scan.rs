//! What stands around each number of a sentence, and what ties them to each other.

mod parts;

use super::ages::Ages;
use super::atoms::{Atoms, Kind};
use super::draft::Draft;
use super::measure::{self, Measure, Measurer};
use super::nouns::{self, Noun};
use super::numerals::{Form, Numeral};
use super::qualifiers;
use super::ranges::Joined;
use super::tables::{Flag, Numeric, UnitKind};
use super::{changes, negations};
use crate::briefing::{Change, Qualifier, QualifierKind};

pub(super) struct Scanner<'a> {
    pub atoms: &'a Atoms<'a>,
    pub measurer: &'a Measurer<'a>,
}

impl Scanner<'_> {
    /// Ties the drafts of a sentence to each other, with those of none among them.
    pub(super) fn tie(&self, drafts: &mut Vec<Draft>) {
        let nones = negations::find(self.atoms, drafts);
        drafts.extend(nones);
        drafts.sort_by_key(|draft| draft.numeral.first);
        self.carry_units(drafts);
        self.carry_joined(drafts);
        self.link(drafts);
        changes::find(self.atoms, drafts);
        self.carry_into_brackets(drafts);
    }

    pub(super) fn draft(&self, joined: &Joined) -> Draft {
        let numeral = joined.numeral;
        let mut measure = numeral
            .measure
            .or_else(|| Ages { atoms: self.atoms }.age(&numeral));
        if let Some(first) = joined.measure {
            let richer = measure
                .as_ref()
                .is_none_or(|measure| first.rate && !measure.rate);
            if richer && !measure.as_ref().is_some_and(|measure| measure.age) {
                let end = measure.as_ref().map_or(numeral.end, |measure| measure.end);
                measure = Some(Measure {
                    end,
                    sign: false,
                    ..first
                });
            }
        }
        if joined.votes {
            measure = None;
        }
        let (noun, elliptic) = self.noun(&numeral, measure.as_ref());
        let unit_end = measure.as_ref().map_or(numeral.end, |measure| measure.end);
        let tail = noun.map_or(unit_end, |noun| {
            nouns::behind_pair(self.atoms, noun).max(unit_end)
        });
        let counted = noun.map_or(numeral.end, |noun| noun.end);
        let per = self
            .measurer
            .per(counted)
            .filter(|(per, _)| measure.is_none() && (noun.is_some() || measure::is_heads(per)));
        let (per, tail) = per.map_or((None, tail), |(name, end)| (Some(name), end));
        let (qualifier, head) = self.qualifier(&numeral, unit_end, tail);
        // "the bill passed 61-48"
        let qualifier = qualifier.filter(|_| !joined.votes);
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
            former: joined.former,
            per,
        }
    }

    fn qualifier(
        &self,
        numeral: &Numeral,
        unit_end: usize,
        tail: usize,
    ) -> (Option<Qualifier>, usize) {
        let before = qualifiers::before(self.atoms, numeral.first);
        let behind = || {
            qualifiers::after(self.atoms, numeral.end)
                .or_else(|| qualifiers::after(self.atoms, unit_end))
                .or_else(|| qualifiers::after(self.atoms, tail))
        };
        match before {
            Some((qualifier, head))
                if !matches!(
                    qualifier.kind,
                    QualifierKind::About | QualifierKind::Exactly
                ) =>
            {
                (Some(qualifier), head)
            }
            Some((qualifier, head)) => (behind().or(Some(qualifier)), head),
            None => (behind(), numeral.first),
        }
    }

    /// The noun counted, and whether it is left to the figure before.
    fn noun(&self, numeral: &Numeral, measure: Option<&Measure>) -> (Option<Noun>, bool) {
        if let Some(measure) = measure {
            return (self.measured(measure), false);
        }
        let at = numeral.end;
        let of = self.atoms.is(at, "of");
        if of {
            if self
                .atoms
                .is_any(at + 1, &["them", "whom", "those", "us", "these", "which"])
            {
                let who = self.atoms.is(at + 1, "those");
                let noun = who
                    .then(|| nouns::find(self.atoms, at + 2, false))
                    .flatten();
                return (noun, true);
            }
            let first = self
                .over_owner(at + 1)
                .unwrap_or_else(|| self.over_articles(at + 1));
            return (nouns::find(self.atoms, first, false), false);
        }
        if matches!(numeral.form, Form::Fraction) {
            let at = self.over_articles(at);
            return (nouns::find(self.atoms, at, false), false);
        }
        let joint = self.atoms.is_joint(at);
        let one = numeral.low == 1.0 && numeral.high == 1.0;
        let mut first = at;
        while self.atoms.is_any(
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
            if self.atoms.is_any(first, &["others", "or"]) {
                break;
            }
            first += 1;
        }
        let others = self.atoms.is(first, "others");
        if let Some(noun) = self.numbered(at) {
            return (Some(noun), false);
        }
        let mut noun = nouns::find(self.atoms, first, one || joint)
            .filter(|_| !nouns::is_reported(self.atoms, first));
        if joint && let Some(noun) = &mut noun {
            noun.end = noun.first + 1;
        }
        let noun = noun.filter(|noun| noun.plural || one || joint || self.is_thing_like(noun));
        let elliptic = others || noun.is_none() && !nouns::is_size(self.atoms, numeral.first);
        (noun, elliptic)
    }

    /// "brings to 38,900 the number of people": what is counted stands behind the words for a count.
    fn numbered(&self, at: usize) -> Option<Noun> {
        if !self.atoms.is(at, "the") {
            return None;
        }
        let count = (at + 1..at + 4).find(|&at| self.atoms.has(at, Flag::Toll))?;
        let of = self.atoms.is(count + 1, "of");
        of.then(|| nouns::find(self.atoms, self.over_articles(count + 2), false))
            .flatten()
    }

    /// Whether words without a plural are still what is counted: "11 member trade agreement", "30 wounded".
    fn is_thing_like(&self, noun: &Noun) -> bool {
        let word = self.atoms.word(noun.first);
        (word.after.is_none() || word.noun.is_some())
            && !nouns::is_size_of_place(self.atoms, noun.first.saturating_sub(1))
    }

    /// "nine of the valley's 14 wells": what is counted stands behind the second number.
    fn over_owner(&self, at: usize) -> Option<usize> {
        let number = (at..at + 6)
            .take_while(|&at| self.atoms.mark(at).is_none())
            .find(|&at| self.atoms.is_digits(at))?;
        let owner = number > at && self.atoms.kind(number - 1) == Some(Kind::Possessive);
        owner.then_some(number + 1)
    }

    /// "of the", "of its", "of all".
    fn over_articles(&self, at: usize) -> usize {
        let light = |at: &usize| {
            self.atoms.has(*at, Flag::Determiner)
                || self.atoms.is_digits(*at)
                || self.atoms.numeric(*at) != Numeric::None
        };
        (at..at + 4)
            .take_while(light)
            .last()
            .map_or(at, |last| last + 1)
    }

    /// What a share or a measure is of: "12% of voters", "3 tonnes of grain".
    fn measured(&self, measure: &Measure) -> Option<Noun> {
        if measure.age || !self.atoms.is(measure.end, "of") {
            return None;
        }
        let month = |noun: &Noun| self.atoms.has(noun.first, Flag::Month);
        nouns::find(self.atoms, self.over_articles(measure.end + 1), false)
            .filter(|noun| !month(noun))
    }

    /// "four-, five- and six-cylinder": what the last is joined to belongs to all.
    fn carry_joined(&self, drafts: &mut [Draft]) {
        for index in (1..drafts.len()).rev() {
            let next = drafts[index].clone();
            let draft = &mut drafts[index - 1];
            let end = draft.numeral.end;
            let open = self.atoms.is_mark(end, '-')
                && !self.atoms.gap(end)
                && (self.atoms.gap(end + 1) || self.atoms.is_mark(end + 1, ','));
            if open && draft.measure.is_none() && next.head <= end + 4 {
                draft.measure = next.measure.map(|measure| Measure {
                    end,
                    sign: false,
                    ..measure
                });
                draft.noun = next.noun;
                draft.elliptic = false;
            }
        }
    }

    /// "more than 7.5 million crowns ($1.1 million)": the same amount in another unit, as exact and as
    /// moved as the first.
    fn carry_into_brackets(&self, drafts: &mut [Draft]) {
        for index in 1..drafts.len() {
            let (before, rest) = drafts.split_at_mut(index);
            let (Some(one), Some(other)) = (before.last(), rest.first_mut()) else {
                continue;
            };
            let (Some(first), Some(second)) = (&one.measure, &other.measure) else {
                continue;
            };
            let open = other.head.checked_sub(1).is_some_and(|mark| {
                self.atoms.is_mark(mark, '(') && mark <= one.tail + 1
                    || self.atoms.is_mark(mark, '/') && mark == one.tail
            });
            let same = first.kind == second.kind
                && first.name != second.name
                && first.kind != UnitKind::Time;
            if open && same && other.qualifier.is_none() && other.change.is_none() {
                other.qualifier = one.qualifier;
                other.change = one.change.map(|change| Change {
                    from: None,
                    ..change
                });
            }
        }
    }

    /// Gives a bare number the unit of the figure beside it: "0.2 % but the index by 1", "from 14-18 mpg to 24".
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
                .is_some_and(|before| self.atoms.is(before, "by"));
            let end = one.measure.as_ref().map_or(0, |measure| measure.end);
            let from = one.numeral.low < one.numeral.high
                && self.atoms.is(end, "to")
                && other.head == end + 1;
            if let Some(measure) = one
                .measure
                .as_ref()
                .filter(|measure| bare && (by || from) && !measure.age)
            {
                let mut measure = *measure;
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
}
