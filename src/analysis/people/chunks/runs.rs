//! Runs of words that may be one noun phrase, word by word.

mod dated;
mod joints;
mod modals;
mod parts;
mod verbs;

use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::FixedState;

use self::modals::ModalNames;
pub(super) use self::parts::{Part, Parts, last_of};
use crate::analysis::listed::Listed;
use crate::analysis::reading::{Form as WordForm, Reading};
use crate::document::TokenKind;
use crate::language::{Class, Classes};

/// No phrase is longer, in tokens, one for each bit of [`Parts`]; what follows is read as another one.
const LONGEST_PHRASE: usize = 40;

/// Classes that no noun phrase goes over.
pub(super) const STOPS: Classes = Classes::of(&[
    Class::Preposition,
    Class::Conjunction,
    Class::Auxiliary,
    Class::Pronoun,
    Class::Adverb,
]);
/// Classes of words in small letters that end a phrase.
const ENDS: Classes = STOPS.union(Classes::of(&[Class::Weekday]));
pub(super) const NOUNS: Classes = Classes::of(&[
    Class::Title,
    Class::RoleNoun,
    Class::GroupNoun,
    Class::OrgNoun,
    Class::DocumentNoun,
]);
const VERBS: Classes = Classes::of(&[
    Class::CueVerb,
    Class::WeakCue,
    Class::ClaimVerb,
    Class::Verb,
    Class::PastVerb,
]);

/// Reads runs of words.
pub(super) struct Runs<'r, 'd> {
    reading: &'r Reading<'d>,
    known: HashSet<u64, FixedState>,
    /// Whether somebody here is called Will, and whether somebody is called May.
    given: ModalNames,
    /// The parts of the run being read.
    parts: Parts,
    /// The end of the sentence.
    end: usize,
    /// Tokens that stand between the same marks, or all outside.
    alike: Range<usize>,
    /// Whether the sentence is in the first paragraph, where every word may have a capital.
    pub(super) headline: bool,
}

impl<'r, 'd> Runs<'r, 'd> {
    pub(super) fn new(reading: &'r Reading<'d>) -> Self {
        let (known, given) = known_names(reading);
        Self {
            reading,
            known,
            given,
            parts: Parts::default(),
            end: 0,
            alike: 0..0,
            headline: false,
        }
    }

    /// Begins a sentence.
    pub(super) fn begin(&mut self, tokens: &Range<usize>) {
        self.end = tokens.end;
        self.alike = tokens.start..tokens.start;
    }

    /// Whether a token stands where any word gets a capital.
    pub(super) fn opens(&self, at: usize) -> bool {
        opens(self.reading, at)
    }

    /// Reads the parts of a run of words that may be one phrase.
    pub(super) fn run(&mut self, start: usize) -> Parts {
        self.parts = Parts::default();
        if !self.alike.contains(&start) {
            self.alike = start..self.reading.alike_until(start..self.end);
        }
        let limit = self.alike.end.min(start + LONGEST_PHRASE);
        let mut last = None;
        for at in start..limit {
            let Some(part) = self.part(start, at, last) else {
                break;
            };
            self.parts.push(part);
            last = Some(part);
        }
        let open = self.parts.places(Part::Joint) | self.parts.places(Part::Owner);
        match self.parts.count_last(open) {
            0 => self.parts,
            open => self.parts.first(self.parts.len() - open),
        }
    }

    fn part(&self, start: usize, at: usize, last: Option<Part>) -> Option<Part> {
        let form = self.reading.known(at)?;
        // Nearly all are words, so that is asked first.
        if form.kind == TokenKind::Word {
            return self.word_part(form, start, at, last);
        }
        match form.kind {
            TokenKind::Number => {
                (at == start || last == Some(Part::Determiner)).then_some(Part::Number)
            }
            TokenKind::Possessive => (at > start).then_some(Part::Owner),
            TokenKind::Mark => (last.is_some() && self.joint(at, last)).then_some(Part::Joint),
            TokenKind::Word => None,
        }
    }

    /// A point after a title or initial, a hyphen or "&" between words, the apostrophe of "workers'".
    fn joint(&self, at: usize, last: Option<Part>) -> bool {
        let reading = self.reading;
        let (Some(before), Some(mark)) = (at.checked_sub(1), reading.token(at)) else {
            return false;
        };
        let touches = reading
            .token(before)
            .is_some_and(|t| t.span.end() == mark.span.start());
        let capital_next = at + 1 < self.end && reading.is_capital(at + 1);
        match reading.word(at) {
            "." => {
                let short = reading.word(before).len();
                let title = reading
                    .classes(before)
                    .has_any(&[Class::Title, Class::Honorific]);
                touches
                    && last == Some(Part::Capital)
                    && capital_next
                    && (short == 1 || short <= 5 && title)
            }
            "-" => touches && matches!(last, Some(Part::Number | Part::Lower | Part::Capital)),
            "&" => last == Some(Part::Capital) && capital_next,
            "'" | "’" => touches && last.is_some() && reading.word(before).ends_with('s'),
            _ => false,
        }
    }

    fn word_part(
        &self,
        form: &WordForm<'_>,
        start: usize,
        at: usize,
        last: Option<Part>,
    ) -> Option<Part> {
        let classes = form.classes;
        let first = at == start;
        if classes.has(Class::Determiner) {
            if last == Some(Part::Capital) && self.is_inside_body(at) {
                return Some(Part::Capital);
            }
            let clause = self.reading.is(at, "that")
                && (self.reading.is_capital(at + 1)
                    || self.is_article(at + 1)
                    || self.is_many(at + 1)
                    || self.is_some_people(at + 1)
                    || self.follows_many(at));
            let opens = first || last == Some(Part::Determiner) && self.is_second(at);
            return (opens && !clause).then_some(Part::Determiner);
        }
        if form.capital {
            let joined = || self.joins_name(at, last).then_some(Part::Capital);
            return self.capital_part(at, last).or_else(joined);
        }
        if last == Some(Part::Capital) {
            if classes.has(Class::NameParticle) {
                let next = self.reading.is_capital(at + 1)
                    || self.reading.has(at + 1, Class::NameParticle)
                        && self.reading.is_capital(at + 2);
                return next.then_some(Part::Capital);
            }
            if self.joins_name(at, last) {
                return Some(Part::Capital);
            }
        }
        let ends = classes.meets(ENDS) || self.is_verb(form, at, last);
        (!ends || self.joins_fields(at, last)).then_some(Part::Lower)
    }

    fn capital_part(&self, at: usize, last: Option<Part>) -> Option<Part> {
        let reading = self.reading;
        let classes = reading.classes(at);
        if self.is_who(at) {
            return Some(Part::Capital);
        }
        if classes.has(Class::Weekday) {
            return self.is_named_by_day(at).then_some(Part::Capital);
        }
        if self.given.names(reading, at) {
            return Some(Part::Capital);
        }
        if classes.has(Class::Month) {
            let name = match last {
                Some(Part::Determiner | Part::Owner) => return Some(Part::Lower),
                Some(Part::Capital) => true,
                // "shared since 3 May claims"
                _ if self.is_day(at) || self.is_span_of_time(at) => false,
                _ => reading.has(at + 1, Class::CueVerb) || self.is_given_month(at),
            };
            return name.then_some(Part::Capital);
        }
        let acronym =
            reading.word(at).len() > 1 && !reading.word(at).chars().any(char::is_lowercase);
        if classes.meets(STOPS) && !(acronym && reading.is(at, "us")) {
            return None;
        }
        if self.headline && classes.has(Class::CueVerb) && last.is_some() {
            return None;
        }
        let single = last.is_none() && opens(reading, at);
        if single && self.opens_name(at) {
            return Some(Part::Capital);
        }
        if single && self.only_opens(at) {
            return (!classes.meets(VERBS) || classes.meets(NOUNS))
                .then_some(Part::Lower)
                .filter(|_| {
                    !classes.has(Class::NotName) || classes.meets(NOUNS) || self.is_adjective(at)
                });
        }
        Some(Part::Capital)
    }

    /// Whether a number stands in front of a month.
    fn is_day(&self, month: usize) -> bool {
        let before = month.checked_sub(1).and_then(|at| self.reading.token(at));
        before.is_some_and(|token| token.kind == TokenKind::Number)
    }

    fn is_adjective(&self, at: usize) -> bool {
        self.reading.has(at, Class::NotName)
            && self.reading.classes(at + 1).has_any(&[Class::GroupNoun])
    }

    /// Whether a capital at the head of a sentence says nothing.
    fn only_opens(&self, at: usize) -> bool {
        let reading = self.reading;
        let classes = reading.classes(at);
        if classes.has_any(&[
            Class::Male,
            Class::Female,
            Class::Place,
            Class::Honorific,
            Class::Demonym,
        ]) {
            return false;
        }
        if classes.has(Class::NotName) {
            return true;
        }
        let owns = reading
            .token(at + 1)
            .is_some_and(|next| next.kind == TokenKind::Possessive);
        let short = classes.has(Class::Title) || reading.word(at).len() == 1;
        let titled = short && reading.word(at + 1) == "." && reading.is_capital(at + 2);
        if owns || titled {
            return false;
        }
        if self.known.contains(&reading.key(at)) || self.is_unknown_speaker(at) {
            return false;
        }
        let without = reading.word(at + 1) == "Without" && reading.is_capital(at + 2);
        !reading.is_capital(at + 1) || reading.classes(at + 1).meets(STOPS) && !without
    }

    /// "Oxmed said": a word that is none of the language's and speaks; plurals may be people of any kind.
    fn is_unknown_speaker(&self, at: usize) -> bool {
        self.reading.classes(at) == Classes::default()
            && self.reading.is_any(at + 1, &["said", "says"])
            && !self.reading.word(at).ends_with('s')
    }

    /// "other" in "two other officials", "two" in "the two officials".
    fn is_second(&self, at: usize) -> bool {
        self.parts.len() < 3 && !self.is_article(at)
    }

    /// "policies that help": whether a plain noun for many stands before a word.
    fn follows_many(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let word = self.reading.word(before);
        word.len() > 4
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !self.reading.classes(before).meets(VERBS)
            && !self.reading.classes(before).meets(STOPS)
    }

    /// "2.6 million people", "several": what "that" cannot point at, so that it opens a clause.
    fn is_many(&self, at: usize) -> bool {
        const MANY: Listed = Listed::of(&[
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both",
            "several", "many", "most", "some",
        ]);
        let number = self.reading.token(at).map(|token| token.kind) == Some(TokenKind::Number);
        number || self.reading.is_listed(at, &MANY)
    }

    /// "found that engineers had warned": "that" cannot point at more than one.
    fn is_some_people(&self, at: usize) -> bool {
        const PEOPLE: Classes = Classes::of(&[
            Class::GroupNoun,
            Class::RoleNoun,
            Class::PeopleNoun,
            Class::Title,
        ]);
        let word = self.reading.word(at);
        word.len() > 4
            && word.ends_with('s')
            && !word.ends_with("ss")
            && self.reading.classes(at).meets(PEOPLE)
    }

    /// The health body, not the pronoun: in capitals among words that are not.
    fn is_who(&self, at: usize) -> bool {
        let loud = |at: usize| {
            let word = self.reading.word(at);
            word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        };
        self.reading.word(at) == "WHO" && !at.checked_sub(1).is_some_and(loud) && !loud(at + 1)
    }

    /// Whether a word opens a phrase and can stand behind no other that does.
    fn is_article(&self, at: usize) -> bool {
        const OPENS: Listed = Listed::of(&[
            "the", "a", "an", "this", "that", "these", "those", "my", "your", "his", "her", "its",
            "our", "their", "no", "each", "every", "any",
        ]);
        self.reading.has(at, Class::Determiner) && self.reading.is_listed(at, &OPENS)
    }
}

/// Words with a capital where no sentence begins, and who is called by a modal.
fn known_names(reading: &Reading<'_>) -> (HashSet<u64, FixedState>, ModalNames) {
    // A guess that spares most articles to fill the table anew.
    let names = reading.document.sentences().len().min(256);
    let mut known = HashSet::with_capacity_and_hasher(names, FixedState::default());
    let mut given = ModalNames::default();
    for sentence in reading.document.sentences() {
        let tokens = sentence.tokens();
        for (at, form) in reading.forms_at(tokens.clone()) {
            if !form.capital {
                continue;
            }
            given.see(reading, sentence, at);
            if at > tokens.start && !opens(reading, at) {
                known.insert(form.key);
            }
        }
    }
    (known, given)
}

/// Whether a token stands where any word gets a capital: first, after a mark that opens.
pub(super) fn opens(reading: &Reading<'_>, at: usize) -> bool {
    const OPENERS: &str = "“\"‘':«„.”—–•?!…";
    let Some(before) = at.checked_sub(1).and_then(|before| reading.known(before)) else {
        return true;
    };
    before.kind == TokenKind::Mark && OPENERS.contains(before.text)
}
