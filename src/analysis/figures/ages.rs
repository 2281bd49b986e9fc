//! Bare numbers that are a person's age.

pub(super) mod decades;
mod groups;
mod pairs;

use super::atoms::{Atoms, Kind};
use super::measure::Measure;
use super::nouns;
use super::numerals::{Form, Numeral};
use super::tables::{Flag, Numeric};
use crate::analysis::listed::Listed;

pub(super) struct Ages<'a> {
    pub atoms: &'a Atoms<'a>,
}

/// Words between "aged" and a number.
const LEADING: Listed = Listed::of(&[
    "of", "between", "at", "from", "to", "and", "about", "around", "just", "only", "under", "over",
    "ranged", "ranging", "range",
]);

/// Words right behind an age that is told.
const BEHIND: Listed = Listed::of(&[
    "when", "by", "at", "and", "or", "in", "on", "years", "next", "this", "but", "raising", "from",
    "with", "to", "alive", "dead", "who", "whose", "has", "have", "had", "was", "were", "is",
    "are",
]);

/// Of whom so many are a part: "searchers, 62 of them with dogs".
const OF_THEM: &[&str] = &[
    "them", "whom", "those", "these", "the", "its", "their", "our",
];

/// Those whose ages are told one by one.
const KIN: &[&str] = &[
    "sons",
    "daughters",
    "children",
    "brothers",
    "sisters",
    "boys",
    "girls",
    "twins",
    "cousins",
    "nephews",
    "nieces",
    "grandchildren",
    "women",
    "men",
    "teenagers",
    "siblings",
    "victims",
    "parents",
    "couple",
];

impl Ages<'_> {
    /// A bare number that is a person's age: "Salma Idris, 54,", "aged 12".
    pub(super) fn age(&self, numeral: &Numeral) -> Option<Measure> {
        let young = numeral.low > 0.0
            && numeral.high < 120.0
            && numeral.scale == 1.0
            && numeral.low.fract() == 0.0
            && numeral.money.is_none();
        let form = matches!(numeral.form, Form::Digits | Form::Spelled);
        if !young
            || !form
            || !(self.is_aged(numeral)
                || self.is_age_aside(numeral)
                || self.is_of_two(numeral)
                || self.is_just(numeral)
                || self.is_age_told(numeral)
                || self.is_of_group(numeral))
        {
            return None;
        }
        Some(Measure::of_age(numeral.end))
    }

    /// "aged 54", "age 87", "the ages of 5 and 11".
    pub(super) fn is_aged(&self, numeral: &Numeral) -> bool {
        // "aged 19 to 64 and two of them were porters"
        if self.atoms.is(numeral.end, "of") && self.atoms.is_any(numeral.end + 1, OF_THEM) {
            return false;
        }
        let mut at = numeral.first;
        for _ in 0..6 {
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            if self.atoms.has(before, Flag::AgeBefore) {
                return !nouns::find(self.atoms, numeral.end, false)
                    .is_some_and(|noun| noun.plural);
            }
            let light = self.atoms.is_listed(before, &LEADING);
            let other = at != numeral.first
                && (self.atoms.is_digits(before)
                    || self.closes(numeral.end)
                        && matches!(self.atoms.numeric(before), Numeric::Unit(_)));
            if !(light || other || self.atoms.is_mark(before, ',') && self.is_listed(before)) {
                return false;
            }
            at = before;
        }
        false
    }

    /// "the driver was 54", "the children were 4, 7 and 11".
    fn is_said_of(&self, numeral: &Numeral) -> bool {
        let number = |at: usize| {
            self.atoms.is_digits(at) || matches!(self.atoms.numeric(at), Numeric::Unit(_))
        };
        let tie = |at: usize| self.atoms.is_mark(at, ',') || self.atoms.is(at, "and");
        // No family is longer; the bound keeps a long list of numbers from being read anew for each.
        let mut first = numeral.first;
        for _ in 0..10 {
            if first <= 2 || !tie(first - 1) || !number(first - 2) {
                break;
            }
            first -= 2;
        }
        let listed = first < numeral.first || tie(numeral.end) && number(numeral.end + 1);
        let word = |back: usize, words: &[&str]| {
            first
                .checked_sub(back)
                .is_some_and(|at| self.atoms.is_any(at, words))
        };
        let owners = &["the", "her", "his", "their", "my", "whose"];
        let the = word(3, owners);
        let was = word(1, &["was", "is"]);
        // "The boy, known to his friends as Max, was 11"
        let aside = was && first > 4 && self.atoms.is_mark(first - 2, ',');
        let open = || {
            (first.saturating_sub(14)..first - 2)
                .rev()
                .find(|&at| self.atoms.is_mark(at, ','))
        };
        let led = |comma: usize| {
            comma > 1
                && self.atoms.has(comma - 1, Flag::Person)
                && self.atoms.is_any(comma - 2, owners)
        };
        if aside && open().is_some_and(led) {
            return true;
        }
        let one = was
            && first
                .checked_sub(2)
                .is_some_and(|at| self.atoms.has(at, Flag::Person));
        the && (one || listed && word(1, &["were", "are"]) && word(2, KIN))
    }

    /// Whether the clause, or the aside, ends behind a number.
    fn closes(&self, end: usize) -> bool {
        self.atoms.kind(end).is_none() || self.atoms.mark(end).is_some()
    }

    /// "aged three, seven and nine": a comma between two numbers.
    fn is_listed(&self, comma: usize) -> bool {
        let number = |at: usize| {
            self.atoms.is_digits(at) || matches!(self.atoms.numeric(at), Numeric::Unit(_))
        };
        comma > 0 && number(comma - 1) && number(comma + 1)
    }

    /// "In Orsk, 14 were killed": so many in a place, and no name with an age.
    fn is_led_by_place(&self, mark: usize, end: usize) -> bool {
        const VERBS: &[&str] = &["died", "were", "was", "had", "have", "has"];
        let leads = |at: usize| {
            self.atoms
                .is_any(at, &["in", "at", "near", "around", "outside"])
        };
        let mut name = (mark.saturating_sub(4)..mark)
            .rev()
            .take_while(|&at| self.atoms.capital(at) || leads(at));
        self.atoms.is_any(end, VERBS) && name.any(leads)
    }

    /// A number between commas or in brackets, behind a name or a person.
    pub(super) fn is_age_aside(&self, numeral: &Numeral) -> bool {
        let Some(mark) = numeral.first.checked_sub(1) else {
            return false;
        };
        // "the brothers, both 9,", "Anna Reth, now 57,"
        let light = mark > 0
            && self
                .atoms
                .is_any(mark, &["both", "all", "also", "now", "then"]);
        let mark = mark - usize::from(light);
        // "their son, eight, and his sister", "Olaf, then nine,"
        let spelled = numeral.form == Form::Spelled
            && mark > 0
            && (self.atoms.has(mark - 1, Flag::Person)
                || self.atoms.is_any(mark + 1, &["now", "then"]))
            && self.atoms.is_mark(mark, ',')
            && self.atoms.is_mark(numeral.end, ',');
        if numeral.form != Form::Digits && !spelled {
            return false;
        }
        let opened = matches!(self.atoms.mark(mark), Some(',' | '('));
        let closed =
            self.atoms.mark(numeral.end).is_none_or(|mark| {
                matches!(mark, ',' | ')' | '.' | ';' | '—' | '–' | '-' | '?' | ':')
            }) && (self.atoms.kind(numeral.end).is_none()
                || self.atoms.mark(numeral.end).is_some()
                || self.atoms.is_listed(
                    numeral.end,
                    const {
                        &Listed::of(&[
                            "of", "and", "was", "were", "who", "after", "is", "told", "said",
                            "died", "from", "has", "had", "shot", "in", "with",
                        ])
                    },
                ));
        // "nine dead in Georgia, 4 in Alabama": so many in each place
        let placed = self.atoms.is_any(numeral.end, &["in", "at"])
            && (mark.saturating_sub(4)..mark).any(|at| self.atoms.is_any(at, &["in", "at"]));
        if placed || self.is_led_by_place(mark, numeral.end) {
            return false;
        }
        let named = mark
            .checked_sub(1)
            .is_some_and(|name| self.is_of_somebody(name, numeral));
        let comma_list = self.atoms.is_digits(numeral.end + 1)
            && self.atoms.is_mark(numeral.end, ',')
            && self.atoms.is_mark(mark, ',')
            && !self.atoms.gap(numeral.end + 1);
        // "Firefighters, 62 of them with hoses"
        let part = self.atoms.is(numeral.end, "of")
            && (self.atoms.is_any(numeral.end + 1, OF_THEM)
                || self.atoms.is_digits(numeral.end + 1));
        opened && closed && named && !comma_list && !part
    }

    /// Whether a name or a person ends here, of whom a number behind the mark that follows may tell the years.
    fn is_of_somebody(&self, name: usize, numeral: &Numeral) -> bool {
        // "Park Do-yun, 27,"
        let first = name - 2 * usize::from(name > 1 && self.atoms.is_joint(name - 1));
        let month = self.atoms.has(name, Flag::Month) && first == name;
        let own = self.atoms.kind(name) == Some(Kind::Word)
            && (self.atoms.capital(first) || self.atoms.capital(name))
            && !self.atoms.has(name, Flag::Weekday)
            && (!month || name > 0 && self.atoms.capital(name - 1));
        let many =
            self.atoms.is_any(name + 2, &["both", "all"]) && nouns::is_plural(self.atoms, name);
        own || many
            || self.atoms.has(name, Flag::Person)
            || self.is_the_person(name, numeral.end)
            || matches!(self.atoms.mark(name), Some('.' | '”' | '"'))
    }

    /// "were over 65", "children under five": a bound on the years of those spoken of.
    fn is_age_bound(&self, numeral: &Numeral) -> bool {
        let Some(before) = numeral.first.checked_sub(2) else {
            return false;
        };
        // "seven of them under 18"
        let of_them = self.atoms.is_any(before, &["them", "whom"])
            && before > 0
            && self.atoms.is(before - 1, "of")
            && numeral.high < 100.0;
        // "four, all over 70, died"
        let all = self.atoms.is_any(before, &["all", "both", "most"])
            && before > 0
            && self.atoms.is_mark(before - 1, ',')
            && numeral.high < 100.0;
        // "there were over 50"
        let there = before > 0 && self.atoms.is(before - 1, "there");
        // "the real figure was above 60"
        let counted = there || before > 0 && self.atoms.has(before - 1, Flag::Toll);
        self.atoms
            .is_any(before + 1, &["over", "under", "below", "above"])
            && !counted
            && (all
                || self
                    .atoms
                    .is_any(before, &["were", "are", "was", "is", "those", "anyone"])
                || of_them
                || self.atoms.has(before, Flag::People))
    }

    /// "The judge, 71, fined": one who was told of before, and the years between commas.
    fn is_the_person(&self, noun: usize, end: usize) -> bool {
        let article = |the: usize| {
            self.atoms
                .is_any(the, &["the", "a", "an", "his", "her", "their"])
        };
        let the = noun.checked_sub(1).is_some_and(|the| {
            // "the chief minister, 66,"
            article(the)
                || the > 0
                    && article(the - 1)
                    && self.atoms.is_word(the)
                    && !self.atoms.has(the, Flag::Stop)
                    && !self.atoms.has(the, Flag::Toll)
        });
        let owned = noun > 0 && self.atoms.is_any(noun - 1, &["his", "her"]);
        // "a cashier and her manager, 52."
        let closed = self.atoms.is_mark(end, ',')
            || owned && (self.atoms.is_mark(end, '.') || self.atoms.kind(end).is_none());
        the && closed
            && self.atoms.is_word(noun)
            && !self.atoms.has(noun, Flag::Toll)
            && !self.atoms.has(noun, Flag::Thing)
            && !nouns::is_plural(self.atoms, noun)
    }

    /// "At 14, she was the youngest": an age that opens a sentence.
    fn is_at_head(&self, numeral: &Numeral) -> bool {
        numeral.first == 1
            && self.atoms.is(0, "at")
            && self.atoms.is_mark(numeral.end, ',')
            && self.atoms.is_any(numeral.end + 1, &["he", "she"])
    }

    /// "put the dead at 45", "put Orland's dead at 45": how many, and not how old.
    fn is_of_dead(&self, numeral: &Numeral) -> bool {
        let set = &["put", "puts", "putting", "placed"];
        let tolled = (numeral.first.saturating_sub(8)..numeral.first)
            .any(|at| self.atoms.has(at, Flag::Toll) || self.atoms.is_any(at, set));
        let third = numeral.first.checked_sub(3);
        tolled || third.is_some_and(|at| self.atoms.is_any(at, &["the", "of"]))
    }

    /// "He will be 35 by the year's end", "she was 54", "a boy of 12".
    pub(super) fn is_age_told(&self, numeral: &Numeral) -> bool {
        let next = self.atoms.mark(numeral.end).is_some()
            || self.atoms.kind(numeral.end).is_none()
            || self.atoms.is_listed(numeral.end, &BEHIND)
            || self.atoms.has(numeral.end, Flag::Verb);
        // "an apprentice of 19 fell"
        let next = next || self.is_of_one(numeral) && self.atoms.word(numeral.end).after.is_some();
        // "children under five account for"
        let young = !next && !self.atoms.capital(numeral.end) && self.is_of_young(numeral);
        let plural = || nouns::find(self.atoms, numeral.end, false).is_some_and(|noun| noun.plural);
        if !next && !young || !self.is_of_one(numeral) && plural() {
            return false;
        }
        if young || self.is_at_head(numeral) || self.is_of_one(numeral) {
            return true;
        }
        let at = |back: usize, words: &[&str]| {
            numeral
                .first
                .checked_sub(back)
                .is_some_and(|at| self.atoms.is_any(at, words))
        };
        let person = |back: usize| at(back, &["he", "she", "who", "i"]);
        let person_of = at(1, &["of"])
            && numeral
                .first
                .checked_sub(2)
                .is_some_and(|at| self.atoms.has(at, Flag::Person))
            && !at(
                2,
                &["he", "she", "who", "mother", "father", "husband", "wife"],
            );
        let is = at(1, &["was", "is", "turned", "am", "'s"])
            && (person(2) || at(2, &["just", "only"]) && person(3))
            || self.is_said_of(numeral);
        // "none of the victims was older than 12"
        if at(1, &["than"]) && at(2, &["older", "younger"]) && !self.atoms.is_word(numeral.end) {
            return true;
        }
        // "they were both 27"
        let both = at(1, &["both", "all"]) && at(2, &["were", "are"]) && at(3, &["they", "who"]);
        if both && !self.atoms.is_word(numeral.end) {
            return true;
        }
        // "the youngest of them just 14"
        let light = usize::from(at(1, &["just", "only", "aged"]));
        let among = at(1 + light, &["them", "whom"]) && at(2 + light, &["of"]);
        if among && at(3 + light, &["youngest", "oldest", "eldest"]) {
            return true;
        }
        // "the youngest victim was six"
        let eldest = at(1, &["was", "is"])
            && (numeral.first.saturating_sub(7)..numeral.first)
                .any(|at| self.atoms.is_any(at, &["youngest", "oldest", "eldest"]));
        // "four women, the youngest 19, were hurt"
        let eldest = eldest || at(1, &["youngest", "oldest", "eldest"]);
        let be = at(1, &["be"]) && at(2, &["will", "would"]) && person(3);
        let died = at(1, &["at"]) && at(2, &["dies", "dead", "died"]) && !self.is_of_dead(numeral);
        person_of
            || is
            || eldest
            || self.is_of_middle(numeral)
            || be
            || died
            || self.is_age_bound(numeral)
    }
}
