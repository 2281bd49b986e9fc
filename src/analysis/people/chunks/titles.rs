//! What a name is without its titles, and what kind of thing it names.

use std::ops::Range;

use super::super::Gender;
use super::Guess;
use super::runs::opens;
use crate::analysis::listed::Listed;
use crate::analysis::reading::Reading;
use crate::language::Class;

/// Questions about the name in some tokens.
#[derive(Clone, Copy)]
pub(super) struct Titles<'r, 'd> {
    pub(super) reading: &'r Reading<'d>,
}

impl Titles<'_, '_> {
    /// "Republicans", "U.S. Officials".
    pub(super) fn is_group(self, first: usize, end: usize) -> bool {
        let last = self.reading.classes(end - 1);
        last.has(Class::GroupNoun) && !last.has(Class::Title) && !self.is_given(first)
    }

    /// Whether a title or honorific stands among some tokens: "President Ruiz".
    pub(super) fn is_titled(self, name: &Range<usize>) -> bool {
        name.clone().any(|at| {
            self.reading
                .classes(at)
                .has_any(&[Class::Title, Class::Honorific])
        })
    }

    /// The token after the point of "Jr.", "Sr." or a company ("Power Co. said"); else the end itself.
    pub(super) fn point_after(self, end: usize) -> usize {
        let last = self.reading.word(end - 1);
        let next = self.reading.word(end + 1);
        let person = matches!(last, "Jr" | "Sr") && next == ",";
        // "Tarn Power Co. said"
        let company = matches!(last, "Co" | "Corp" | "Inc" | "Ltd" | "Bros")
            && (next == "," || next.starts_with(char::is_lowercase));
        end + usize::from((person || company) && self.reading.word(end) == ".")
    }

    pub(super) fn is_given(self, at: usize) -> bool {
        self.reading
            .classes(at)
            .has_any(&[Class::Male, Class::Female])
    }

    /// The name without titles and adjectives in front.
    pub(super) fn core_of_name(self, first: usize, mut end: usize) -> Range<usize> {
        let reading = self.reading;
        let first = self.behind_compound(first, end);
        while end > first + 2 && is_after_name(reading.word(end - 1)) {
            end -= 1;
        }
        let title = (first..end.saturating_sub(1)).rev().find(|&at| {
            let classes = reading.classes(at);
            // "FBI Special Agent Mara Quist"
            let role = classes.has(Class::RoleNoun) && at > first + 1;
            (role || classes.has_any(&[Class::Title, Class::Honorific]))
                && reading.is_capital(at)
                && !(at > first && self.is_given(at - 1) && !reading.has(at - 1, Class::Title))
        });
        if let Some(title) = title {
            let mut begin = title + 1;
            while begin + 1 < end && !reading.is_capital(begin) {
                begin += 1;
            }
            if reading.word(title + 1) == "of" {
                return self.after_office(title, end).unwrap_or(first..end);
            }
            let suffix = matches!(reading.word(begin), "Jr" | "Sr" | "II" | "III" | "IV");
            if begin < end && reading.is_capital(begin) && !suffix {
                return begin..end;
            }
        }
        let mut begin = first;
        while begin + 2 < end && self.is_in_front(begin, begin == first, end) {
            begin += 1;
        }
        begin..end
    }

    /// Where the name begins behind "Mother-of-two" or "Ex-mayor".
    fn behind_compound(self, first: usize, end: usize) -> usize {
        let word = self.reading.word(first);
        let role = |last: &str| {
            let classes = self.reading.lexicon.classes(last);
            classes.has_any(&[Class::Title, Class::RoleNoun])
        };
        let compound = || {
            let last = word.rsplit_once('-').map(|(_, last)| last);
            word.contains("-of-") || last.is_some_and(role)
        };
        let named = first + 2 < end && self.reading.is_capital(first + 1);
        first + usize::from(named && compound())
    }

    /// Whether a word before a name is none of it: "Iranian", or "Passenger" at the head of a sentence.
    fn is_in_front(self, at: usize, first: bool, end: usize) -> bool {
        let reading = self.reading;
        let classes = reading.classes(at);
        let adjective = classes.has_any(&[Class::Demonym, Class::OrgNoun]) && !self.is_given(at);
        // Son and Man are surnames that come first.
        let long = reading.word(at).len() > 3;
        let role = || first && long && classes.has(Class::RoleNoun) && opens(reading, at);
        // "International Organization for Migration"
        let body = reading.has(at + 1, Class::OrgNoun) || reading.has(end - 1, Class::OrgNoun);
        reading.is_capital(at + 1) && (adjective || role()) && !body
    }

    /// Where a body ends and a person begins: "Refugee Council | Ana Ruiz".
    pub(super) fn body_before_name(self, first: usize, end: usize) -> Option<usize> {
        let reading = self.reading;
        let split =
            (first + 1..end.saturating_sub(2)).find(|&at| reading.has(at, Class::OrgNoun))? + 1;
        let rest = split..end;
        let capitals = rest.clone().all(|at| reading.is_capital(at));
        let governed = first > 0
            && reading
                .classes(first - 1)
                .has_any(&[Class::Preposition, Class::Determiner]);
        let person = !rest.clone().any(|at| {
            reading
                .classes(at)
                .has_any(&[Class::OrgNoun, Class::Title, Class::Honorific])
        });
        (capitals && governed && person && rest.len() <= 3).then_some(split)
    }

    /// The name after "Secretary of State": what follows from the first given name on.
    pub(super) fn after_office(self, title: usize, end: usize) -> Option<Range<usize>> {
        let given = (title + 2..end.saturating_sub(1)).find(|&at| self.is_given(at));
        given.map(|at| at..end)
    }

    pub(super) fn is_body(self, first: usize, end: usize, core: &Range<usize>) -> bool {
        let reading = self.reading;
        let last = reading.classes(end - 1);
        if last.has(Class::OrgNoun) {
            return true;
        }
        let acronym = || {
            let word = reading.word(end - 1);
            let short = word.trim_end_matches('.').chars().count();
            (2..=6).contains(&short) && !word.chars().any(char::is_lowercase)
        };
        let opens_body = || {
            end - first > 2
                && reading.has(first, Class::OrgNoun)
                && matches!(reading.word(first + 1), "of" | "for" | "on")
        };
        let mut inner = core.clone();
        let mut inner = || {
            inner.any(|at| {
                matches!(reading.word(at), "of" | "for" | "on" | "&")
                    && reading.classes(at.wrapping_sub(1)).has(Class::OrgNoun)
            })
        };
        core.len() == 1 && !last.has(Class::Place) && acronym() || opens_body() || inner()
    }

    /// "KESTREL BAY (Agency) —": a dateline names its place, and who reports, and no person.
    fn in_dateline(self, at: usize) -> Option<Guess> {
        let dateline = self.reading.document.dateline()?;
        let name = self.reading.token(at)?.span;
        let kind = if name.start() == dateline.start() {
            Guess::Place
        } else {
            Guess::Organisation
        };
        dateline.contains(name).then_some(kind)
    }

    pub(super) fn guess(
        self,
        core: &Range<usize>,
        titled: bool,
        body: bool,
        determiner: bool,
    ) -> Guess {
        if let Some(kind) = self.in_dateline(core.start) {
            return kind;
        }
        let reading = self.reading;
        if body && !titled {
            return Guess::Organisation;
        }
        if titled {
            return Guess::Person;
        }
        let last = reading.classes(core.end - 1);
        let given = self.is_given(core.start);
        let place = last.has(Class::Place) && !(given && core.len() > 1);
        if place || self.is_state(core) || core.len() > 1 && !given && self.is_of_land(core.end - 1)
        {
            return Guess::Place;
        }
        let trade = reading.is_listed(core.end - 1, &TRADES);
        if core.len() > 1 && (trade || !given && self.is_of_body(core)) {
            return Guess::Organisation;
        }
        let written = last.has_any(&[Class::CueNoun, Class::DocumentNoun]) && core.len() > 1;
        if determiner || written && !given {
            return Guess::Organisation;
        }
        if core.len() == 1 {
            return if given { Guess::Person } else { Guess::Unclear };
        }
        Guess::Person
    }

    /// "United States", "New York", "Saudi Arabia": two words that are a place.
    pub(super) fn is_state(self, core: &Range<usize>) -> bool {
        let word = |at: usize| self.reading.word(at);
        core.len() == 2
            && matches!(
                (word(core.start), word(core.start + 1)),
                (
                    "United" | "North" | "South" | "West" | "East" | "New" | "San" | "Santa",
                    _
                ) | ("Saudi", "Arabia")
                    | ("White", "House")
                    | ("Hong", "Kong")
                    | ("Los", "Angeles")
            )
    }

    /// "Ivory Coast", "Marshall Islands": the last word of a name for a piece of land or water.
    fn is_of_land(self, last: usize) -> bool {
        const LANDS: Listed = Listed::of(&[
            "coast",
            "islands",
            "island",
            "isles",
            "republic",
            "peninsula",
            "valley",
            "province",
            "river",
            "verde",
        ]);
        self.reading.is_listed(last, &LANDS)
    }

    /// "Radio Tavaru", "Save the Children", "Mercy Corps": a name with a word that no person's has.
    fn is_of_body(self, core: &Range<usize>) -> bool {
        const FIRST: Listed = Listed::of(&[
            "banco", "hotel", "save", "feed", "doctors", "action", "islamic", "world",
        ]);
        const ANY: Listed = Listed::of(&[
            "sans",
            "without",
            "against",
            "watch",
            "international",
            "relief",
            "corps",
            "crescent",
            "monitor",
            "aid",
        ]);
        // "Radio Tavaru", but "State Ana Ruiz" is nobody's name
        let station = ["Radio", "Television", "TV", "Channel", "Bank", "Hospital"];
        station.contains(&self.reading.word(core.start))
            || self.reading.is_listed(core.start, &FIRST)
            || core
                .clone()
                .skip(1)
                .any(|at| self.reading.is_listed(at, &ANY))
    }

    pub(super) fn gender(self, begin: usize, core: &Range<usize>) -> Option<Gender> {
        let reading = self.reading;
        for at in (begin..core.start).rev() {
            if let Some(gender) = gender_of(reading, at) {
                return Some(gender);
            }
        }
        gender_of(reading, core.start)
    }
}

/// What a company trades in, or a club is called, at the end of its name: "Halden Lines". No surname is among
/// them, such as Steel, Post or Glass. They are no nouns of the lexicon for bodies, for "the mines" is none.
const TRADES: Listed = Listed::of(&[
    "aerospace",
    "airways",
    "apparel",
    "automotive",
    "aviation",
    "beverages",
    "brands",
    "breweries",
    "builders",
    "capital",
    "cement",
    "chemicals",
    "construction",
    "cruises",
    "dairy",
    "electric",
    "electronics",
    "energy",
    "enterprises",
    "estates",
    "farms",
    "fc",
    "ferries",
    "fisheries",
    "foods",
    "freight",
    "global",
    "hotels",
    "insurance",
    "laboratories",
    "labs",
    "lines",
    "logistics",
    "markets",
    "metals",
    "mines",
    "mining",
    "motors",
    "networks",
    "oil",
    "petroleum",
    "pharma",
    "pharmaceuticals",
    "products",
    "properties",
    "rail",
    "railways",
    "resorts",
    "robotics",
    "rovers",
    "semiconductor",
    "shipping",
    "software",
    "solutions",
    "supermarkets",
    "telecom",
    "textiles",
    "utilities",
    "ventures",
    "waterworks",
    "worldwide",
]);

/// Letters that follow a name and are no part of it: "Ana Ruiz KC".
fn is_after_name(word: &str) -> bool {
    matches!(
        word,
        "KC" | "QC"
            | "MP"
            | "MEP"
            | "MSP"
            | "MS"
            | "TD"
            | "MD"
            | "PhD"
            | "OBE"
            | "MBE"
            | "CBE"
            | "Esq"
    )
}

pub(super) fn is_title_only(reading: &Reading<'_>, at: usize) -> bool {
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
