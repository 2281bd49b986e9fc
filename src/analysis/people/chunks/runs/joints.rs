//! Small words inside the names of bodies.

use super::{NOUNS, Part, Runs, STOPS};
use crate::analysis::listed::Listed;
use crate::document::TokenKind;
use crate::language::Class;

impl Runs<'_, '_> {
    /// "of" in "Ministry of Health", "for" in "Centre for Peace", "and" after these.
    pub(super) fn joins_name(&self, at: usize, last: Option<Part>) -> bool {
        let reading = self.reading;
        if last != Some(Part::Capital) {
            return false;
        }
        if self.is_inside_body(at + 1) {
            return true;
        }
        let dated = reading
            .classes(at + 1)
            .has_any(&[Class::Weekday, Class::Month]);
        if !reading.is_capital(at + 1) || dated {
            return false;
        }
        let before = at - 1;
        let body = reading
            .classes(before)
            .has_any(&[Class::OrgNoun, Class::Title]);
        let long = self.parts.len() >= 3;
        let told = self.names_body(at);
        match reading.word(at) {
            // "Office for the Coordination of Humanitarian Affairs"
            "of" => body || told || long && self.is_tied_body(at),
            "for" | "on" => {
                reading.has(before, Class::OrgNoun) || told || self.is_league(before, at)
            }
            "without" | "against" | "in" => told,
            // "Doctors Without Borders", "Action Against Hunger"
            "Without" | "Against" | "Under" | "Beyond" => {
                !self.headline || reading.has(before, Class::GroupNoun)
            }
            "and" => long && matches!(reading.word(at - 2), "of" | "for" | "on"),
            _ => false,
        }
    }

    /// "the fire and rescue service", "Orsk's trade and industry ministry": two fields of one body, and not "the
    /// army and health ministry".
    pub(super) fn joins_fields(&self, at: usize, last: Option<Part>) -> bool {
        let reading = self.reading;
        if last != Some(Part::Lower) || !reading.is(at, "and") {
            return false;
        }
        let field = |at: usize| {
            let word = reading.word(at);
            !reading.is_capital(at)
                && word.starts_with(char::is_alphabetic)
                && !word.ends_with('s')
                && !reading.classes(at).meets(NOUNS.union(STOPS))
                // "rejected the claim and told radio": a verb of its own
                && !reading
                    .classes(at)
                    .has_any(&[Class::PeopleNoun, Class::CueVerb, Class::PastVerb])
        };
        let before = at.saturating_sub(2);
        let led = reading.has(before, Class::Determiner)
            || reading.token(before).map(|it| it.kind) == Some(TokenKind::Possessive);
        let body = |at: usize| reading.has(at, Class::OrgNoun) && !reading.is_capital(at);
        led && field(at - 1) && field(at + 1) && body(at + 2)
    }

    /// "the" in "Ministry of the Interior" and in "Save the Children".
    pub(super) fn is_inside_body(&self, at: usize) -> bool {
        let reading = self.reading;
        let of = at.wrapping_sub(1);
        let body = of.wrapping_sub(1);
        let dated = [Class::Weekday, Class::Month];
        if self.is_call(of) {
            return reading.word(at) == "the" && reading.is_capital(at + 1);
        }
        reading.word(at) == "the"
            && matches!(reading.word(of), "of" | "for")
            && reading.has(body, Class::OrgNoun)
            && reading.is_capital(body)
            && reading.is_capital(at + 1)
            && !reading.classes(at + 1).has_any(&dated)
    }

    /// "Save the Children": a body that is called by what it calls for.
    fn is_call(&self, at: usize) -> bool {
        const CALLS: &[&str] = &["Save", "Feed", "Stop", "Free", "Defend", "Protect", "Keep"];
        CALLS.contains(&self.reading.word(at))
    }

    /// Whether a word that any sentence may open with opens a name: "Save the Children", "Action Against
    /// Hunger".
    pub(super) fn opens_name(&self, at: usize) -> bool {
        const NEW: Listed = Listed::of(&[
            "york",
            "zealand",
            "jersey",
            "mexico",
            "delhi",
            "orleans",
            "hampshire",
            "england",
            "caledonia",
            "brunswick",
            "haven",
            "south",
            "guinea",
            "plymouth",
        ]);
        let reading = self.reading;
        // "New Zealand police", and no new police
        if reading.word(at) == "New"
            && reading.is_capital(at + 1)
            && reading.is_listed(at + 1, &NEW)
        {
            return true;
        }
        // "Oxfam, which runs two clinics," and "“...,” Alpha, 19, said"
        let aged = reading.token(at + 2).map(|it| it.kind) == Some(TokenKind::Number)
            && reading.word(at + 3) == ",";
        let clause = reading.is_any(at + 2, &["which", "whose", "who"]);
        if reading.word(at + 1) == ","
            && (clause || aged)
            && !reading.classes(at).meets(NOUNS.union(STOPS))
            && !self.is_plural(at)
        {
            return !reading.has(at, Class::NotName);
        }
        let tied = match reading.word(at + 1) {
            "the" => self.is_call(at),
            "Without" | "Against" | "Under" | "Beyond" => !self.headline,
            // "Cobre do Vale"
            _ => reading.has(at + 1, Class::NameParticle) && !reading.has(at, Class::NotName),
        };
        tied && reading.is_capital(at + 2)
    }

    /// "Hospitals", but not "Caritas".
    fn is_plural(&self, at: usize) -> bool {
        let word = self.reading.word(at);
        let names = ["as", "is", "us", "os", "ss"];
        word.ends_with('s') && !names.iter().any(|end| word.ends_with(end))
    }

    /// "Physicians for Human Rights": many with a capital that no sentence gave them.
    fn is_league(&self, many: usize, tie: usize) -> bool {
        let reading = self.reading;
        reading.word(tie) == "for"
            && (reading.has(many, Class::GroupNoun) && reading.word(many).ends_with('s')
                || reading.word(many).ends_with("ians"))
            && !self.opens(many)
            && !self.headline
    }

    /// Whether what ends before a token is a body with "for" or "of" in its name.
    fn is_tied_body(&self, end: usize) -> bool {
        let first = end.saturating_sub(self.parts.len());
        let tie = (first..end).find(|&at| matches!(self.reading.word(at), "for" | "of"));
        tie.and_then(|tie| tie.checked_sub(1)).is_some_and(|noun| {
            self.reading.has(noun, Class::OrgNoun) && self.reading.is_capital(noun)
        })
    }

    /// "the group Watch on War": whether a noun for a body stands right before the capitals.
    fn names_body(&self, at: usize) -> bool {
        let small = self.parts.count_last(self.parts.places(Part::Capital));
        let noun = at.checked_sub(small + 1);
        small < self.parts.len()
            && noun.is_some_and(|noun| {
                self.reading.has(noun, Class::OrgNoun) && !self.reading.is_capital(noun)
            })
    }
}
