//! Noun phrases that may name somebody: "House Speaker Ana Ruiz", "the ministry's spokesman", "she".

mod nominal;
mod runs;
mod titles;

use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::FixedState;

use self::runs::{NOUNS, Part, Parts, Runs, STOPS, last_of};
use self::titles::{Titles, is_title_only};
use super::{Form, Gender};
use crate::analysis::reading::Reading;
use crate::document::TokenKind;
use crate::language::{Class, Classes};

/// A noun phrase, before it is known whom it stands for.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    pub tokens: Range<usize>,
    pub form: Form,
    /// The tokens of the name without titles; empty where there is none.
    pub name: Range<usize>,
    /// The last noun of a nominal phrase.
    pub head: Option<usize>,
    pub kind: Guess,
    pub gender: Option<Gender>,
    pub opening: Opening,
    pub plural: bool,
    /// Whether it owns the phrase that follows: "Ruiz" in "Ruiz's aide". That phrase covers it.
    pub owner: bool,
    pub sentence: usize,
    pub quoted: bool,
    /// Whether it stands in a headline where every word has a capital, so that its ends may be wrong.
    pub loose: bool,
}

/// How a phrase opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// "the", "this", "that", or a title with a capital: somebody already known.
    Definite,
    /// Another article or an owner; or the phrase stands for many and needs none.
    Determined,
    Bare,
}

/// What a name looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    Person,
    Organisation,
    Place,
    /// A single word that may be anything, or no name at all.
    Unclear,
    Nominal,
}

/// All noun phrases of a text, in order; an owner comes before the phrase that covers it.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Chunk> {
    let mut chunker = Chunker {
        reading,
        titles: Titles { reading },
        runs: Runs::new(reading),
        chunks: Vec::with_capacity(reading.document.tokens().len() / 4),
        office_surnames: HashSet::default(),
        sentence: 0,
        loose: false,
    };
    for (index, sentence) in reading.document.sentences().iter().enumerate() {
        chunker.sentence = index;
        chunker.runs.headline = sentence.paragraph == 0;
        chunker.loose = sentence.paragraph == 0 && has_title_case(reading, sentence.tokens());
        chunker.read(sentence.tokens());
    }
    chunker.chunks
}

/// Whether a phrase may begin at a token, at first sight: small words of grammar begin none.
pub(in crate::analysis) fn may_open_phrase(
    kind: TokenKind,
    classes: Classes,
    capital: bool,
) -> bool {
    const OPENERS: Classes = Classes::of(&[Class::Determiner, Class::Pronoun]);
    match kind {
        TokenKind::Word => capital || !classes.meets(STOPS) || classes.meets(OPENERS),
        TokenKind::Number => true,
        TokenKind::Mark | TokenKind::Possessive => false,
    }
}

struct Chunker<'r, 'd> {
    reading: &'r Reading<'d>,
    titles: Titles<'r, 'd>,
    runs: Runs<'r, 'd>,
    chunks: Vec<Chunk>,
    /// The surnames so far that are words for an office: those of James Farmer and Ana King.
    office_surnames: HashSet<u64, FixedState>,
    sentence: usize,
    /// Whether the sentence is a headline where every word has a capital.
    loose: bool,
}

/// Whether hardly a word of some length is without a capital: "Council Votes to Close the Harbour".
fn has_title_case(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let word = |&at: &usize| {
        let classes = reading.classes(at);
        reading.word(at).len() > 2 && !classes.meets(STOPS) && !classes.has(Class::Determiner)
    };
    let (mut words, mut capitals) = (0, 0);
    for at in tokens.filter(word) {
        words += 1;
        capitals += usize::from(reading.is_capital(at));
    }
    words > 3 && capitals + usize::from(words > 7) >= words
}

impl Chunker<'_, '_> {
    fn read(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        self.runs.begin(&tokens);
        while at < tokens.end {
            let form = self.reading.known(at);
            let Some(form) = form.filter(|form| form.may_open_phrase) else {
                at += 1;
                continue;
            };
            if form.classes.has(Class::Pronoun) && self.pronoun(at, form.text) {
                at += 1;
                continue;
            }
            let parts = self.runs.run(at);
            if parts.is_empty() {
                at += 1;
                continue;
            }
            at = self.phrase(at, parts).max(at + 1);
        }
    }

    /// Adds a phrase for a word of the pronouns, if it is one that stands for somebody.
    fn pronoun(&mut self, at: usize, word: &str) -> bool {
        if self.reading.marked_at(at).is_some() {
            return false;
        }
        let (gender, plural) = match () {
            () if ["he", "him"].iter().any(|w| word.eq_ignore_ascii_case(w)) => {
                (Some(Gender::Male), false)
            }
            () if ["she", "her"].iter().any(|w| word.eq_ignore_ascii_case(w)) => {
                (Some(Gender::Female), false)
            }
            () if ["they", "them"]
                .iter()
                .any(|w| word.eq_ignore_ascii_case(w)) =>
            {
                (None, true)
            }
            () if word.eq_ignore_ascii_case("it") => (None, false),
            () if ["i", "we"].iter().any(|w| word.eq_ignore_ascii_case(w)) => (None, false),
            () => return false,
        };
        if word.eq_ignore_ascii_case("her") && self.owns_next(at + 1) {
            return false;
        }
        self.chunks.push(Chunk {
            tokens: at..at + 1,
            form: Form::Pronoun,
            name: at..at,
            head: Some(at),
            kind: Guess::Nominal,
            gender,
            opening: Opening::Definite,
            plural,
            owner: false,
            sentence: self.sentence,
            quoted: false,
            loose: false,
        });
        true
    }

    /// Whether a word can be owned: "her aide" but not "her on Monday".
    fn owns_next(&self, at: usize) -> bool {
        let classes = self.reading.classes(at);
        self.reading
            .token(at)
            .is_some_and(|t| t.kind == TokenKind::Word)
            && !classes.meets(STOPS)
            && !classes.has(Class::Determiner)
            && !classes.has(Class::Weekday)
    }

    /// Makes the first phrase of a run; gives the token after it.
    fn phrase(&mut self, start: usize, parts: Parts) -> usize {
        let end = start + parts.len();
        let owner = self.last_owner(start, parts);
        let core = owner.map_or(start, |at| at + 1);
        if let Some(owner) = owner {
            let inner = self.phrase(start, parts.first(owner - start));
            let covered = self
                .chunks
                .last_mut()
                .filter(|last| inner == owner && last.tokens.end == owner);
            if let Some(last) = covered {
                last.owner = true;
            }
        }
        let Some(first) = parts.next(core - start, Part::Capital) else {
            return self.nominal(start, core, end, owner.is_some(), parts);
        };
        let (first, first_end) = (start + first, start + parts.name_end(first));
        let noun = self.noun_after(first_end, end, parts, start);
        let Some(noun) = noun else {
            if let Some(last) = self.thing_after(start..end, first..first_end, core, parts) {
                self.push_nominal(start, last + 1, last, true);
                return last + 1;
            }
            return self.named(start, core, first, first_end, owner.is_some());
        };
        let second = noun + 1;
        if second < end
            && parts.is(second - start, Part::Capital)
            && self
                .reading
                .classes(noun)
                .has_any(&[Class::Title, Class::RoleNoun])
        {
            let second_end = start + parts.name_end(second - start);
            return self.named(start, core, second, second_end, true);
        }
        self.push_nominal(start, noun + 1, noun, start < first);
        noun + 1
    }

    /// The last owner in a run, or apostrophe behind one.
    fn last_owner(&self, start: usize, parts: Parts) -> Option<usize> {
        let mut left = parts.places(Part::Owner) | parts.places(Part::Joint);
        while let Some(last) = last_of(left) {
            if parts.is(last, Part::Owner) || self.is_apostrophe(start + last) {
                return Some(start + last);
            }
            left &= !(1 << last);
        }
        None
    }

    fn is_apostrophe(&self, at: usize) -> bool {
        matches!(self.reading.word(at), "'" | "’")
    }

    /// The last noun for a person or body right after a name: "manager" in "Ruiz campaign manager".
    fn noun_after(&self, from: usize, end: usize, parts: Parts, start: usize) -> Option<usize> {
        let mut noun = None;
        for at in from..end.min(from + 4) {
            if !parts.is(at - start, Part::Lower) {
                break;
            }
            if self.reading.classes(at).meets(NOUNS) {
                noun = Some(at);
            }
        }
        noun
    }

    /// A phrase that ends in a name.
    fn named(
        &mut self,
        start: usize,
        core: usize,
        first: usize,
        end: usize,
        covers: bool,
    ) -> usize {
        let reading = self.reading;
        let role_before = first > core
            && reading
                .classes(first - 1)
                .has_any(&[Class::Title, Class::RoleNoun])
            && !reading.is_capital(first - 1);
        let lower_before =
            first > core && !reading.is_capital(core) && !reading.has(core, Class::Determiner);
        let unread = role_before && !covers && lower_before && !self.runs.opens(start);
        let begin = if unread {
            first - 1
        } else if role_before || covers {
            start
        } else if lower_before {
            first
        } else {
            core
        };
        let core_name = self.titles.core_of_name(first, end);
        let body = self.titles.is_body(first, end, &core_name);
        // "the broadcaster Tarn News": the word is for a person or a body, and its name tells which
        let of_body = body && first > core && reading.has(first - 1, Class::OrgNoun);
        let titled = core_name.start > first || role_before && !of_body;
        let determiner = reading.has(start, Class::Determiner) && begin == start && !role_before;
        let kind = self.titles.guess(&core_name, titled, body, determiner);
        let name = Name {
            begin,
            words: first..end,
            core: core_name.clone(),
            kind,
        };
        // "the Harris County Sheriff's Office": no name without its owner
        let owned = covers && core_name.len() == 1 && reading.has(core_name.start, Class::OrgNoun);
        if owned || self.is_office(&name) || self.titles.is_group(first, end) {
            self.push_nominal(begin, end, end - 1, true);
            return end;
        }
        if let Some(split) = self.titles.body_before_name(first, end) {
            self.named(start, core, first, split, covers);
            return split;
        }
        if core_name.len() > 1 && reading.has(end - 1, Class::Title) {
            self.office_surnames.insert(reading.key(end - 1));
        }
        let gender = self.titles.gender(begin, &core_name);
        self.chunks.push(Chunk {
            tokens: begin..self.titles.point_after(end),
            form: Form::Name,
            name: core_name,
            head: role_before.then(|| first - 1),
            kind,
            gender,
            opening: Opening::Determined,
            plural: false,
            owner: false,
            sentence: self.sentence,
            quoted: reading.marked_at(begin).is_some(),
            loose: self.loose,
        });
        self.titles.point_after(end)
    }

    /// Whether the words of a name are an office and name nobody: "the President".
    fn is_office(&self, name: &Name) -> bool {
        let reading = self.reading;
        let (first, last) = (name.words.start, name.words.end - 1);
        if !reading.has(last, Class::Title)
            || name.core.start != first
            || self.titles.is_given(first)
        {
            return false;
        }
        if name.words.len() == 1 {
            let known = self.office_surnames.contains(&reading.key(first));
            let body = name.kind == Guess::Organisation && reading.has(first, Class::OrgNoun);
            return !(body || known && name.begin == first);
        }
        let before = [Class::Title, Class::OrgNoun, Class::Demonym, Class::Place];
        let surname = name.words.len() == 2
            && !reading.classes(first).has_any(&before)
            && !is_title_only(reading, last);
        name.kind != Guess::Organisation && !surname
    }
}

/// Words with a capital that may name somebody.
struct Name {
    /// Where the phrase with them begins.
    begin: usize,
    words: Range<usize>,
    /// Without titles.
    core: Range<usize>,
    kind: Guess,
}
