//! Verbs of speech that do something here and claim nothing: "firefighters responded with 12 engines".

use crate::analysis::listed::Listed;
use std::ops::Range;

use super::Claimants;
use crate::analysis::attribution::{Attribution, PREDICATE, Strength};
use crate::document::TokenKind;
use crate::language::Class;

/// So many words behind a verb are looked at for a clause of its own.
const FAR: usize = 25;

/// Verbs with a hearer behind them, who is no part of what is claimed: "told 12 jurors".
const HEARD: &[&str] = &["tell", "tells", "told", "telling"];

/// Verbs by which a count is given, where it is one: "put the toll at 12".
pub(super) const PLACED: &[&str] = &[
    "put", "puts", "putting", "place", "places", "placed", "placing",
];

/// Verbs of finding out that make something as often: "established 12 camps", "concluded two deals".
const MAKING: Listed = Listed::of(&[
    "establish",
    "establishes",
    "established",
    "establishing",
    "determine",
    "determines",
    "determined",
    "determining",
    "conclude",
    "concludes",
    "concluded",
    "concluding",
]);

impl Claimants<'_> {
    /// Whether the verb in front of a figure does something and claims nothing: its object is no claim, and
    /// no clause stands behind it.
    pub(super) fn is_deed(&self, attribution: &Attribution, figure: Range<usize>) -> bool {
        let reading = self.reading;
        let cue = attribution.cue_tokens.range();
        if reading.is_any(cue.start, PLACED) {
            return !self.is_set_at(cue.end, figure);
        }
        let makes = reading.is_listed(cue.start, &MAKING);
        let speech = attribution.strength == Strength::Speech || makes;
        if attribution.before || !speech || cue.len() != 1 {
            return false;
        }
        if self.is_told_to(cue.start, &figure) {
            return true;
        }
        if reading.is_any(cue.start, HEARD) {
            return false;
        }
        let claims = reading.has(cue.start, Class::ReportingVerb) && !makes;
        !claims && !self.has_clause(attribution, cue.end)
    }

    /// Whether a figure counts those who are spoken to: "told his 11 players", "warned her three sons about the
    /// risk", and not "warned 12 homes might go".
    pub(super) fn is_told_to(&self, verb: usize, figure: &Range<usize>) -> bool {
        const WARNED: Listed = Listed::of(&[
            "warned", "warn", "warns", "warning", "reminded", "assured", "advised", "urged",
            "informed", "alerted", "asked", "ordered", "notified", "briefed",
        ]);
        let reading = self.reading;
        let owners = &["his", "her", "their", "its", "our", "my", "the"];
        let owned = usize::from(reading.is_any(verb + 1, owners));
        if figure.start != verb + 1 + owned {
            return false;
        }
        let behind = figure.end..figure.end + 4;
        let mut rest = behind.take_while(|&at| !reading.classes(at).meets(PREDICATE));
        reading.is_any(verb, HEARD)
            || reading.is_listed(verb, &WARNED)
                && rest
                    .any(|at| reading.is_any(at, &["about", "to", "not", "against", "how", "that"]))
    }

    /// "put the toll at 12", "put the crowd at 60,000"; but not "put guards at 12 gates".
    pub(super) fn is_set_at(&self, from: usize, figure: Range<usize>) -> bool {
        const COUNTED: Listed = Listed::of(&[
            "it",
            "that",
            "this",
            "number",
            "numbers",
            "dead",
            "loss",
            "losses",
            "damage",
            "damages",
            "cost",
            "costs",
            "bill",
            "price",
            "value",
            "share",
            "crowd",
            "turnout",
            "attendance",
            "population",
            "strength",
            "size",
        ]);
        let reading = self.reading;
        let near = from..figure.start.min(from + FAR);
        let counts = |at: usize| {
            let classes = [Class::CountNoun, Class::HarmNoun];
            reading.is_listed(at, &COUNTED) || reading.classes(at).has_any(&classes)
        };
        let next = figure.end;
        let share = reading.is_any(next, &["percent", "per"]);
        let alone = share
            || reading.token(next).map(|token| token.kind) != Some(TokenKind::Word)
            || reading
                .classes(next)
                .has_any(&[Class::Preposition, Class::Conjunction]);
        // "puts the figure nearer 350", "put it closer to 40"
        let at = near
            .clone()
            .any(|at| reading.is_any(at, &["at", "nearer", "closer", "above", "below"]));
        at && (alone || reading.is(from, "at") || near.clone().any(counts))
    }

    /// "asked for $5 million", "demanded 40 rifles": what is wanted, and no claim.
    pub(super) fn is_demand(&self, verb: usize) -> bool {
        let reading = self.reading;
        reading.is_any(verb, &["asked", "asking"]) && reading.is(verb + 1, "for")
            || reading.is_any(verb, &["demand", "demands", "demanded", "demanding"])
                && !reading.is_any(verb + 1, &["that", "to"])
    }

    /// Whether a word is a verb in the past tense or one that helps another: behind "that" it makes a clause
    /// of the noun before, "a fire that killed 12".
    fn tells(&self, at: usize) -> bool {
        let classes = self.reading.classes(at);
        classes.meets(PREDICATE)
            || classes.has(Class::HarmVerb)
            || self.reading.word(at).ends_with("ed")
    }

    /// Whether a clause stands behind a verb: "insisted that 12 had died", "insisted 12 had died".
    fn has_clause(&self, attribution: &Attribution, from: usize) -> bool {
        const OTHERS: Listed = Listed::of(&[
            "who", "which", "where", "when", "as", "while", "after", "before", "because", "and",
            "but", ",", ";",
        ]);
        let reading = self.reading;
        let end = reading.document.tokens_in(attribution.scope).end;
        for at in from..end.min(from + FAR) {
            if reading.marked_at(at).is_some() || reading.is(at, ":") {
                return true;
            }
            let finite = reading.classes(at).meets(PREDICATE)
                || reading.is_any(at, &["died", "perished", "drowned"]);
            if reading.is(at, "that") {
                return at == from || !self.tells(at + 1);
            }
            if finite && at > from {
                return true;
            }
            if reading.is_listed(at, &OTHERS) {
                return false;
            }
        }
        false
    }
}
