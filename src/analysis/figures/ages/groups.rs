//! Ages of whoever is meant: "men older than 45", "women as young as 50", "those 18 and under", "came at 16".

use super::super::nouns;
use super::super::numerals::Numeral;
use super::super::tables::{Flag, Numeric};
use super::Ages;
use crate::analysis::listed::Listed;

/// Words that close the years of a group or of a time of life.
const CLOSING: Listed = Listed::of(&[
    "and", "or", "but", "who", "as", "with", "after", "because", "when", "to", "are", "were", "is",
    "was", "have", "had", "has", "on", "in", "can", "could", "may", "will", "would",
]);

/// What people do at an age.
const TURNS: Listed = Listed::of(&[
    "came",
    "moved",
    "left",
    "married",
    "joined",
    "began",
    "started",
    "retired",
    "arrived",
    "fled",
    "emigrated",
    "enlisted",
    "graduated",
    "orphaned",
    "widowed",
    "dropped",
]);

/// So many atoms before an age of a group its share is told: "half of the patients are at least 65".
const SHARE: usize = 16;

impl Ages<'_> {
    /// "an apprentice of 19", "a girl of about six", "two boys of 17": people by an article or number of few.
    pub(super) fn is_of_one(&self, numeral: &Numeral) -> bool {
        let light = |at: usize| self.atoms.is_any(at, &["about", "around", "just", "only"]);
        let first = numeral.first;
        let first = first - usize::from(first > 3 && light(first - 1));
        first > 2
            && self.atoms.is(first - 1, "of")
            && (self.atoms.has(first - 2, Flag::Person)
                && self.atoms.is_any(first - 3, &["a", "an"])
                || self.are_few(first - 2))
            && !nouns::is_of_parent(self.atoms, first)
    }

    /// "two boys", "three girls".
    fn are_few(&self, people: usize) -> bool {
        const YOUNG: &[&str] = &[
            "boys",
            "girls",
            "youths",
            "brothers",
            "sisters",
            "women",
            "men",
            "teenagers",
        ];
        people > 0
            && self.atoms.is_any(people, YOUNG)
            && matches!(self.atoms.numeric(people - 1), Numeric::Unit(_))
    }

    /// Whether a number tells the years of a group, or at which somebody did something.
    pub(super) fn is_of_group(&self, numeral: &Numeral) -> bool {
        let at = numeral.first;
        let than = self.before(at, 1, &["than"]) && self.before(at, 2, &["older", "younger"]);
        let young = self.before(at, 1, &["as"])
            && self.before(at, 2, &["young", "old"])
            && self.before(at, 3, &["as"]);
        if self.is_up_or_down(numeral) || self.is_beside_years(numeral) || self.is_by_now(numeral) {
            return true;
        }
        let closed = self.closes(numeral.end) || self.atoms.is_listed(numeral.end, &CLOSING);
        let age = than || young || self.is_at_turn(numeral) || self.is_least(numeral);
        closed && age && !nouns::find(self.atoms, numeral.end, false).is_some_and(|it| it.plural)
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the imprints of the words are constants only where the words are"
    )]
    fn before(&self, at: usize, back: usize, words: &[&str]) -> bool {
        let before = at.checked_sub(back);
        before.is_some_and(|at| self.atoms.is_any(at, words))
    }

    /// "Dann, 16 years old at the time and now 28,", "Averl is now 55.": somebody by name.
    fn is_by_now(&self, numeral: &Numeral) -> bool {
        if !self.before(numeral.first, 1, &["now"]) || !self.closes(numeral.end) {
            return false;
        }
        let at = numeral.first - 1;
        let named = self.before(at, 1, &["is"])
            && at > 1
            && (self.atoms.capital(at - 2) && at - 2 > 0
                || self.before(at, 2, &["he", "she", "who"]));
        let was = self.before(at, 1, &["and"])
            && (at.saturating_sub(12)..at).any(|at| self.atoms.is(at, "old"));
        // "the then director, now 67, was"
        let aside = at > 1
            && self.atoms.is_mark(at - 1, ',')
            && self.atoms.is_mark(numeral.end, ',')
            && self.is_somebody(at - 2)
            && (12.0..=110.0).contains(&numeral.low);
        named || was || aside
    }

    /// A name, or a word for one person: "the director".
    fn is_somebody(&self, at: usize) -> bool {
        let word = self.atoms.text(at);
        let agent = ["er", "or", "ist", "ian", "ant"];
        self.atoms.has(at, Flag::Person)
            || self.atoms.capital(at)
            || !self.atoms.has(at, Flag::Toll) && agent.iter().any(|end| word.ends_with(end))
    }

    /// "married at 11 and 12 years old": the years of the second number.
    fn is_beside_years(&self, numeral: &Numeral) -> bool {
        let next = numeral.end + 1;
        let second = self.atoms.is_any(numeral.end, &["and", "or"]) && self.atoms.is_digits(next);
        let joint = usize::from(self.atoms.is_joint(next + 1));
        let unit = next + 1 + joint;
        second
            && self.atoms.is_any(unit, &["year", "years"])
            && self
                .atoms
                .is(unit + 1 + usize::from(self.atoms.is_joint(unit + 1)), "old")
    }

    /// "men 45 and older", "those 18 and under".
    fn is_up_or_down(&self, numeral: &Numeral) -> bool {
        let bounds = &["older", "over", "above", "up", "younger", "under", "below"];
        let people = |at: usize| {
            self.atoms.has(at, Flag::People)
                || self.atoms.has(at, Flag::Person)
                || self.atoms.is_any(
                    at,
                    &[
                        "those", "anyone", "everyone", "men", "adults", "are", "is", "were",
                    ],
                )
        };
        self.atoms.is_any(numeral.end, &["and", "or"])
            && self.atoms.is_any(numeral.end + 1, bounds)
            && numeral.first.checked_sub(1).is_some_and(people)
    }

    /// "who came to the city at 16 as a visitor".
    fn is_at_turn(&self, numeral: &Numeral) -> bool {
        if !self.before(numeral.first, 1, &["at"]) || numeral.low < 5.0 {
            return false;
        }
        let at = numeral.first - 1;
        let verb = (at.saturating_sub(6)..at)
            .rev()
            .take_while(|&at| self.atoms.mark(at).is_none())
            .find(|&at| self.atoms.is_listed(at, &TURNS));
        // "the number of women and girls left homeless at fourteen"
        let left = |verb: usize| self.atoms.word(verb + 1).after.is_some();
        verb.filter(|&verb| !left(verb)).is_some_and(|verb| {
            (verb.saturating_sub(3)..verb)
                .any(|at| self.atoms.is_any(at, &["he", "she", "who", "i", "and"]))
        })
    }

    /// "half of the patients are at least 65": a bound on years where a share of people is told.
    fn is_least(&self, numeral: &Numeral) -> bool {
        let be = |back: usize| self.before(numeral.first, back, &["are", "were"]);
        let least = self.before(numeral.first, 1, &["least"]) && be(3)
            || self.before(numeral.first, 1, &["than"])
                && self.before(numeral.first, 2, &["more", "less"])
                && be(3);
        let near = numeral.first.saturating_sub(SHARE)..numeral.first;
        least
            && near.clone().any(|at| {
                self.atoms.is_mark(at, '%')
                    || self
                        .atoms
                        .is_any(at, &["percent", "cent", "half", "third", "most"])
            })
            && near.clone().any(|at| self.atoms.has(at, Flag::People))
            && !near.clone().any(|at| self.atoms.has(at, Flag::Toll))
    }

    /// "children under five", "adults over 60": before any verb.
    pub(super) fn is_of_young(&self, numeral: &Numeral) -> bool {
        const GROUPS: Listed = Listed::of(&[
            "children",
            "adults",
            "people",
            "women",
            "men",
            "boys",
            "girls",
            "those",
            "patients",
            "infants",
            "persons",
            "residents",
            "workers",
        ]);
        let bound = |at: usize| self.atoms.is_any(at, &["under", "over", "below", "above"]);
        numeral.first > 1
            && bound(numeral.first - 1)
            && self.atoms.is_listed(numeral.first - 2, &GROUPS)
            && self.atoms.is_word(numeral.end)
            && !self.atoms.has(numeral.end, Flag::UnitStart)
    }
}
