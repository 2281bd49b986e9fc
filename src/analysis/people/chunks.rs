//! Noun phrases that may name somebody: "House Speaker Ana Ruiz", "the ministry's spokesman", "she".

use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::words::{is_capital, key};
use super::{Form, Gender};
use crate::analysis::reading::Reading;
use crate::document::TokenKind;
use crate::language::Class;

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
    /// Whether it opens with "the", "this" or "that".
    pub definite: bool,
    pub plural: bool,
    /// Whether it owns the phrase that follows: "Ruiz" in "Ruiz's aide". That phrase covers it.
    pub owner: bool,
    pub sentence: usize,
    pub quoted: bool,
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

/// No phrase is longer, in tokens; what follows is read as another one.
const LONGEST_PHRASE: usize = 40;

/// Classes that no noun phrase goes over.
const STOPS: &[Class] = &[
    Class::Preposition,
    Class::Conjunction,
    Class::Auxiliary,
    Class::Pronoun,
    Class::Adverb,
];
const NOUNS: &[Class] = &[
    Class::Title,
    Class::RoleNoun,
    Class::GroupNoun,
    Class::OrgNoun,
    Class::DocumentNoun,
];
const VERBS: &[Class] = &[
    Class::CueVerb,
    Class::WeakCue,
    Class::ClaimVerb,
    Class::Verb,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Capital,
    Lower,
    Determiner,
    Number,
    Owner,
    /// A point or hyphen inside.
    Joint,
}

/// All noun phrases of a text, in order; an owner comes before the phrase that covers it.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Chunk> {
    let mut chunker = Chunker {
        reading,
        known: known_names(reading),
        chunks: Vec::with_capacity(reading.document.tokens().len() / 6),
        parts: Vec::new(),
        sentence: 0,
        end: 0,
        headline: false,
    };
    for (index, sentence) in reading.document.sentences().iter().enumerate() {
        chunker.sentence = index;
        chunker.headline = sentence.paragraph == 0;
        chunker.read(sentence.tokens());
    }
    chunker.chunks
}

/// Words with a capital where no sentence begins.
fn known_names(reading: &Reading<'_>) -> HashSet<u64, FixedState> {
    let mut known = HashSet::with_hasher(FixedState::default());
    for sentence in reading.document.sentences() {
        for at in sentence.tokens().skip(1) {
            if is_capital(reading, at) && !opens(reading, at) {
                known.insert(key(reading.word(at)));
            }
        }
    }
    known
}

/// Whether a token stands where any word gets a capital: first, after a mark that opens.
fn opens(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| reading.token(before)) else {
        return true;
    };
    before.kind == TokenKind::Mark
        && matches!(
            reading.document.slice(before.span),
            "“" | "\""
                | "‘"
                | "'"
                | ":"
                | "«"
                | "„"
                | "."
                | "”"
                | "—"
                | "–"
                | "•"
                | "?"
                | "!"
                | "…"
        )
}

struct Chunker<'r, 'd> {
    reading: &'r Reading<'d>,
    known: HashSet<u64, FixedState>,
    chunks: Vec<Chunk>,
    /// The parts of the run being read; kept to save allocations.
    parts: Vec<Part>,
    sentence: usize,
    end: usize,
    headline: bool,
}

impl Chunker<'_, '_> {
    fn read(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        self.end = tokens.end;
        while at < tokens.end {
            if self.pronoun(at) {
                at += 1;
                continue;
            }
            let end = self.run(at);
            if end == at {
                at += 1;
                continue;
            }
            at = self.phrase(at, end).max(at + 1);
        }
    }

    fn pronoun(&mut self, at: usize) -> bool {
        let reading = self.reading;
        if !reading.has(at, Class::Pronoun) || reading.marked_at(at).is_some() {
            return false;
        }
        let word = reading.word(at);
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
            definite: true,
            plural,
            owner: false,
            sentence: self.sentence,
            quoted: false,
        });
        true
    }

    /// Whether a word can be owned: "her aide" but not "her on Monday".
    fn owns_next(&self, at: usize) -> bool {
        let classes = self.reading.classes(at);
        self.reading
            .token(at)
            .is_some_and(|t| t.kind == TokenKind::Word)
            && !classes.has_any(STOPS)
            && !classes.has(Class::Determiner)
            && !classes.has(Class::Weekday)
    }

    /// Reads the parts of a run of words that may be one phrase; gives its end.
    fn run(&mut self, start: usize) -> usize {
        self.parts.clear();
        let inside = self.reading.marked_at(start);
        let mut at = start;
        let limit = self.end.min(start + LONGEST_PHRASE);
        while at < limit && self.reading.marked_at(at) == inside {
            let Some(part) = self.part(start, at) else {
                break;
            };
            self.parts.push(part);
            at += 1;
        }
        while matches!(self.parts.last(), Some(Part::Joint | Part::Owner)) {
            self.parts.pop();
            at -= 1;
        }
        at
    }

    fn part(&self, start: usize, at: usize) -> Option<Part> {
        let token = self.reading.token(at)?;
        let last = self.parts.last().copied();
        match token.kind {
            TokenKind::Number => {
                (at == start || last == Some(Part::Determiner)).then_some(Part::Number)
            }
            TokenKind::Possessive => (at > start).then_some(Part::Owner),
            TokenKind::Mark => self.joint(at, last).then_some(Part::Joint),
            TokenKind::Word => self.word_part(start, at, last),
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
        let capital_next = at + 1 < self.end && is_capital(reading, at + 1);
        match reading.document.slice(mark.span) {
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

    fn word_part(&self, start: usize, at: usize, last: Option<Part>) -> Option<Part> {
        let classes = self.reading.classes(at);
        let first = at == start;
        if classes.has(Class::Determiner) {
            return first.then_some(Part::Determiner);
        }
        if is_capital(self.reading, at) {
            return self.capital_part(at, last);
        }
        if classes.has(Class::NameParticle) && last == Some(Part::Capital) {
            let next = is_capital(self.reading, at + 1)
                || self.reading.has(at + 1, Class::NameParticle)
                    && is_capital(self.reading, at + 2);
            return next.then_some(Part::Capital);
        }
        if self.joins_name(at, last) {
            return Some(Part::Capital);
        }
        if classes.has_any(STOPS) {
            return None;
        }
        if self.is_verb(at, last) || self.reading.has(at, Class::Weekday) {
            return None;
        }
        Some(Part::Lower)
    }

    fn capital_part(&self, at: usize, last: Option<Part>) -> Option<Part> {
        let reading = self.reading;
        let classes = reading.classes(at);
        if classes.has(Class::Weekday) {
            return None;
        }
        if classes.has(Class::Month) {
            let name = last == Some(Part::Capital) || reading.has(at + 1, Class::CueVerb);
            return name.then_some(Part::Capital);
        }
        let acronym =
            reading.word(at).len() > 1 && !reading.word(at).chars().any(char::is_lowercase);
        if classes.has_any(STOPS) && !(acronym && reading.is(at, "us")) {
            return None;
        }
        if self.headline && classes.has(Class::CueVerb) && last.is_some() {
            return None;
        }
        let single = last.is_none() && opens(reading, at);
        if single && self.only_opens(at) {
            return (!classes.has_any(VERBS) || classes.has_any(NOUNS))
                .then_some(Part::Lower)
                .filter(|_| {
                    !classes.has(Class::NotName) || classes.has_any(NOUNS) || self.is_adjective(at)
                });
        }
        Some(Part::Capital)
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
        if self.known.contains(&key(reading.word(at))) {
            return false;
        }
        !(is_capital(reading, at + 1) && !reading.classes(at + 1).has_any(STOPS))
    }

    /// "of" in "Ministry of Health", "for" in "Centre for Peace", "and" after these.
    fn joins_name(&self, at: usize, last: Option<Part>) -> bool {
        let reading = self.reading;
        if last != Some(Part::Capital) || !is_capital(reading, at + 1) {
            return false;
        }
        let before = at - 1;
        let body = reading
            .classes(before)
            .has_any(&[Class::OrgNoun, Class::Title]);
        let long = self.parts.len() >= 3;
        match reading.word(at) {
            "of" => body,
            "for" | "on" => reading.has(before, Class::OrgNoun),
            "and" => long && matches!(reading.word(at - 2), "of" | "for" | "on"),
            _ => false,
        }
    }

    /// Whether a word that may be a verb is one here.
    fn is_verb(&self, at: usize, last: Option<Part>) -> bool {
        let reading = self.reading;
        let classes = reading.classes(at);
        if classes.has_any(VERBS) {
            if matches!(last, Some(Part::Determiner | Part::Owner)) {
                return classes.has(Class::Verb)
                    && !classes.has_any(NOUNS)
                    && !classes.has(Class::CueNoun);
            }
            let before = at.wrapping_sub(1);
            let person = reading.classes(before).has_any(&[
                Class::Title,
                Class::RoleNoun,
                Class::GroupNoun,
                Class::OrgNoun,
                Class::DocumentNoun,
            ]);
            let noun = classes.has_any(NOUNS) || classes.has(Class::CueNoun);
            return !noun
                || last.is_none()
                || person
                || last == Some(Part::Capital) && !classes.has_any(NOUNS);
        }
        let word = reading.word(at);
        if word.ends_with("ly") && word.len() > 4 && !classes.has_any(NOUNS) {
            return true;
        }
        matches!(last, Some(Part::Capital))
            && word.len() > 4
            && (word.ends_with("ed") || word.ends_with("ing"))
    }

    /// Makes the first phrase of a run; gives the token after it.
    fn phrase(&mut self, start: usize, end: usize) -> usize {
        let parts = std::mem::take(&mut self.parts);
        let after = self.phrase_of(start, end, &parts);
        self.parts = parts;
        after
    }

    fn phrase_of(&mut self, start: usize, end: usize, parts: &[Part]) -> usize {
        let part = |at: usize| parts.get(at - start).copied();
        let owner = (start..end).rev().find(|&at| {
            part(at) == Some(Part::Owner) || part(at) == Some(Part::Joint) && self.is_apostrophe(at)
        });
        let core = owner.map_or(start, |at| at + 1);
        if let Some(owner) = owner {
            let inner = self.phrase_of(start, owner, &parts[..owner - start]);
            if inner == owner {
                if let Some(last) = self.chunks.last_mut() {
                    last.owner = true;
                }
            }
        }
        let is_name = |at: &usize| matches!(part(*at), Some(Part::Capital));
        let Some(first) = (core..end).find(is_name) else {
            return self.nominal(start, core, end, owner.is_some(), parts);
        };
        let in_name = |at: usize| {
            part(at) == Some(Part::Capital)
                || part(at) == Some(Part::Joint) && part(at + 1) == Some(Part::Capital)
        };
        let first_end = (first..end).find(|&at| !in_name(at)).unwrap_or(end);
        let noun = self.noun_after(first_end, end, parts, start);
        let Some(noun) = noun else {
            return self.named(start, core, first, first_end, owner.is_some());
        };
        let second = noun + 1;
        if second < end
            && part(second) == Some(Part::Capital)
            && self
                .reading
                .classes(noun)
                .has_any(&[Class::Title, Class::RoleNoun])
        {
            let second_end = (second..end).find(|&at| !in_name(at)).unwrap_or(end);
            return self.named(start, core, second, second_end, true);
        }
        self.push_nominal(start, noun + 1, noun, start < first);
        noun + 1
    }

    fn is_apostrophe(&self, at: usize) -> bool {
        matches!(self.reading.word(at), "'" | "’")
    }

    /// The last noun for a person or body right after a name: "manager" in "Ruiz campaign manager".
    fn noun_after(&self, from: usize, end: usize, parts: &[Part], start: usize) -> Option<usize> {
        let mut noun = None;
        for at in from..end.min(from + 4) {
            if parts.get(at - start) != Some(&Part::Lower) {
                break;
            }
            if self.reading.classes(at).has_any(NOUNS) {
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
            && !is_capital(reading, first - 1);
        let lower_before =
            first > core && !is_capital(reading, core) && !reading.has(core, Class::Determiner);
        let begin = if role_before || covers {
            start
        } else if lower_before {
            first
        } else {
            core
        };
        let core_name = self.core_of_name(first, end);
        let titled = core_name.start > first || role_before;
        let body = self.is_body(first, end, &core_name);
        let determiner = reading.has(start, Class::Determiner) && begin == start && !role_before;
        let kind = self.guess(&core_name, titled, body, determiner);
        let only_title = reading.classes(end - 1).has_any(&[Class::Title])
            && core_name.start == first
            && kind != Guess::Organisation
            && !self.is_given(first)
            && !(end - first == 2
                && !reading.classes(first).has_any(&[
                    Class::Title,
                    Class::OrgNoun,
                    Class::Demonym,
                    Class::Place,
                ])
                && !is_title_only(reading, end - 1));
        if only_title || self.is_group(first, end) {
            self.push_nominal(begin, end, end - 1, true);
            return end;
        }
        let gender = self.gender(begin, &core_name);
        self.chunks.push(Chunk {
            tokens: begin..end,
            form: Form::Name,
            name: core_name,
            head: role_before.then(|| first - 1),
            kind,
            gender,
            definite: determiner,
            plural: false,
            owner: false,
            sentence: self.sentence,
            quoted: reading.marked_at(begin).is_some(),
        });
        end
    }

    /// "Republicans", "U.S. Officials".
    fn is_group(&self, first: usize, end: usize) -> bool {
        let last = self.reading.classes(end - 1);
        last.has(Class::GroupNoun) && !last.has(Class::Title) && !self.is_given(first)
    }

    fn is_given(&self, at: usize) -> bool {
        self.reading
            .classes(at)
            .has_any(&[Class::Male, Class::Female])
    }

    /// The name without titles and adjectives in front.
    fn core_of_name(&self, first: usize, end: usize) -> Range<usize> {
        let reading = self.reading;
        let title = (first..end.saturating_sub(1)).rev().find(|&at| {
            reading
                .classes(at)
                .has_any(&[Class::Title, Class::Honorific])
                && is_capital(reading, at)
                && !(at > first && self.is_given(at - 1) && !reading.has(at - 1, Class::Title))
        });
        if let Some(title) = title {
            let mut begin = title + 1;
            while begin + 1 < end && !is_capital(reading, begin) {
                begin += 1;
            }
            if reading.word(title + 1) == "of" {
                return self.after_office(title, end).unwrap_or(first..end);
            }
            let suffix = matches!(reading.word(begin), "Jr" | "Sr" | "II" | "III" | "IV");
            if begin < end && is_capital(reading, begin) && !suffix {
                return begin..end;
            }
        }
        let mut begin = first;
        while begin + 2 < end
            && reading
                .classes(begin)
                .has_any(&[Class::Demonym, Class::OrgNoun])
            && !reading.has(end - 1, Class::OrgNoun)
            && !self.is_given(begin)
        {
            begin += 1;
        }
        begin..end
    }

    /// The name after "Secretary of State": what follows from the first given name on.
    fn after_office(&self, title: usize, end: usize) -> Option<Range<usize>> {
        let given = (title + 2..end.saturating_sub(1)).find(|&at| self.is_given(at));
        given.map(|at| at..end)
    }

    fn is_body(&self, first: usize, end: usize, core: &Range<usize>) -> bool {
        let reading = self.reading;
        let last = reading.classes(end - 1);
        let word = reading.word(end - 1);
        let short = word.trim_end_matches('.').chars().count();
        let acronym =
            core.len() == 1 && (2..=6).contains(&short) && !word.chars().any(char::is_lowercase);
        let opens_body = end - first > 2
            && reading.has(first, Class::OrgNoun)
            && matches!(reading.word(first + 1), "of" | "for" | "on");
        let inner = core.clone().any(|at| {
            matches!(reading.word(at), "of" | "for" | "on" | "&")
                && reading.classes(at.wrapping_sub(1)).has(Class::OrgNoun)
        });
        last.has(Class::OrgNoun) || acronym && !last.has(Class::Place) || opens_body || inner
    }

    fn guess(&self, core: &Range<usize>, titled: bool, body: bool, determiner: bool) -> Guess {
        let reading = self.reading;
        if body && !titled {
            return Guess::Organisation;
        }
        if titled {
            return Guess::Person;
        }
        let last = reading.classes(core.end - 1);
        let given = self.is_given(core.start);
        if last.has(Class::Place) && !(given && core.len() > 1) || self.is_state(core) {
            return Guess::Place;
        }
        if determiner {
            return Guess::Organisation;
        }
        if core.len() == 1 {
            return if given { Guess::Person } else { Guess::Unclear };
        }
        Guess::Person
    }

    /// "United States", "New York", "Saudi Arabia": two words that are a place.
    fn is_state(&self, core: &Range<usize>) -> bool {
        let word = |at: usize| self.reading.word(at);
        core.len() == 2
            && matches!(
                (word(core.start), word(core.start + 1)),
                ("United", _)
                    | ("Saudi", "Arabia")
                    | ("White", "House")
                    | ("Hong", "Kong")
                    | ("Los", "Angeles")
                    | (
                        "North" | "South" | "West" | "East" | "New" | "San" | "Santa",
                        _
                    )
            )
    }

    fn gender(&self, begin: usize, core: &Range<usize>) -> Option<Gender> {
        let reading = self.reading;
        for at in (begin..core.start).rev() {
            if let Some(gender) = gender_of(reading, at) {
                return Some(gender);
            }
        }
        if core.len() < 2 && begin == core.start {
            return gender_of(reading, core.start);
        }
        gender_of(reading, core.start)
    }

    /// A phrase without a name.
    fn nominal(
        &mut self,
        start: usize,
        core: usize,
        end: usize,
        owned: bool,
        parts: &[Part],
    ) -> usize {
        let reading = self.reading;
        let lower = |at: usize| matches!(parts.get(at - start), Some(Part::Lower));
        let last_lower = (core..end).rev().find(|&at| lower(at));
        let determiner = reading.has(start, Class::Determiner);
        let Some(last) = last_lower else {
            if determiner && end == start + 1 && reading.classes(start).has(Class::GroupNoun) {
                self.push_nominal(start, end, start, false);
            }
            return end;
        };
        let noun = (core..end)
            .rev()
            .find(|&at| lower(at) && reading.classes(at).has_any(NOUNS));
        let head = match noun {
            Some(noun) if noun + 2 >= last || !(determiner || owned) => noun,
            _ if determiner || owned => last,
            _ if self.before_cue(end) => last,
            _ => return end,
        };
        self.push_nominal(start, head + 1, head, determiner);
        head + 1
    }

    fn before_cue(&self, mut at: usize) -> bool {
        let limit = at + 3;
        while at < limit
            && self
                .reading
                .classes(at)
                .has_any(&[Class::Auxiliary, Class::Adverb])
        {
            at += 1;
        }
        self.reading.has(at, Class::CueVerb)
    }

    fn push_nominal(&mut self, start: usize, end: usize, head: usize, determiner: bool) {
        let reading = self.reading;
        if reading.marked_at(start).is_some() {
            return;
        }
        let word = reading.word(start);
        let definite = determiner
            && ["the", "this", "that", "these", "those"]
                .iter()
                .any(|w| word.eq_ignore_ascii_case(w))
            || is_capital(reading, head) && reading.has(head, Class::Title);
        let classes = reading.classes(head);
        self.chunks.push(Chunk {
            tokens: start..end,
            form: Form::Nominal,
            name: start..start,
            head: Some(head),
            kind: Guess::Nominal,
            gender: gender_of(reading, head),
            definite,
            plural: classes.has(Class::GroupNoun),
            owner: false,
            sentence: self.sentence,
            quoted: false,
        });
    }
}

fn is_title_only(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.word(at),
        "President"
            | "Minister"
            | "Secretary"
            | "Senator"
            | "Director"
            | "Governor"
            | "General"
            | "Officer"
            | "Ambassador"
            | "Leader"
            | "Commissioner"
    )
}

/// The gender that a word tells.
pub(super) fn gender_of(reading: &Reading<'_>, at: usize) -> Option<Gender> {
    let classes = reading.classes(at);
    match (classes.has(Class::Male), classes.has(Class::Female)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
