//! Words that only look like a source or like a cue.

use super::Claimants;
use crate::analysis::attribution::{Attribution, Strength};
use crate::analysis::listed::Listed;
use crate::analysis::people::{EntityKind, Form};
use crate::analysis::token_span::TokenSpan;
use crate::briefing::{Claimant, Role};
use crate::document::{Span, TokenKind};
use crate::language::Class;

/// Verbs of finding, which is done with the hands as often as in a study.
const FINDING: &[&str] = &["found", "find", "finds", "finding"];

/// Writings that find something out.
const STUDIES: Listed = Listed::of(&[
    "investigation",
    "inquiry",
    "study",
    "survey",
    "audit",
    "review",
    "report",
    "probe",
    "panel",
    "tally",
    "count",
    "analysis",
    "database",
    "assessment",
    "commission",
]);

/// Bodies of one kind, which no name of another kind stands for: "the union" is no railway.
const KINDS: &[&str] = &[
    "union",
    "court",
    "navy",
    "army",
    "council",
    "hospital",
    "university",
    "church",
    "party",
    "bank",
    "school",
    "club",
    "embassy",
];

/// Whether a role tells of bodies that somebody may come upon.
pub(super) fn bodily(role: Role) -> bool {
    matches!(
        role,
        Role::Killed | Role::Injured | Role::Rescued | Role::Trapped | Role::Missing | Role::Age
    )
}

impl Claimants<'_> {
    /// "found nine more bodies", "the number confirmed dead", "under-reporting": words of speech that are
    /// none here.
    pub(super) fn is_no_voice(&self, verb: usize, role: Role) -> bool {
        const TOLD: Listed = Listed::of(&[
            "dead", "missing", "killed", "injured", "wounded", "infected",
        ]);
        let reading = self.reading;
        let joined = verb > 0 && reading.is(verb - 1, "-");
        let found = bodily(role) && reading.is_any(verb, FINDING) && !reading.is(verb + 1, "that");
        let told = reading.is_any(verb, &["confirmed", "reported", "feared", "believed"])
            && reading.is_listed(verb + 1, &TOLD);
        // "178 confirmed cases"
        let number =
            |at: usize| reading.token(at).map(|token| token.kind) == Some(TokenKind::Number);
        let kind = verb > 0
            && number(verb - 1)
            && !number(verb + 1)
            && !reading.has(verb + 1, Class::Determiner)
            && !reading.is(verb + 1, "that");
        let call = reading.is(verb, "answering") && reading.has(verb + 1, Class::Determiner);
        joined || found || told || kind || call
    }

    /// "the number of people", "the outbreak of Ebola": what a phrase is about tells nothing.
    pub(super) fn is_mute(&self, head: usize) -> bool {
        const MUTE: Listed = Listed::of(&[
            "number",
            "outbreak",
            "toll",
            "total",
            "rate",
            "rise",
            "spread",
            "deaths",
            "wave",
            "risk",
            "thermometer",
            "gauge",
            "shortage",
            "lack",
            "series",
            "spate",
            "cause",
            "scene",
        ]);
        self.reading.has(head, Class::MuteNoun) || self.reading.is_listed(head, &MUTE)
    }

    /// "Power cuts have set off protests", "winter fumes killed 27": a noun in the plural, and no verb.
    pub(super) fn is_noun(&self, attribution: &Attribution) -> bool {
        let reading = self.reading;
        let text = reading.document.slice(attribution.cue);
        if matches!(
            text,
            "said" | "says" | "say" | "told" | "added" | "according to"
        ) {
            return false;
        }
        let cue = attribution.cue_tokens.range();
        let word = reading.word(cue.start);
        // "under-reporting"
        if cue.len() == 1 && self.is_no_voice(cue.start, Role::Other) {
            return true;
        }
        if cue.len() == 1 && (self.is_spelled_so(cue.start) || self.is_apart(cue.start)) {
            return true;
        }
        // "Initial reports spoke of 70", "A police report seen by Reuters lists 48"
        if cue.len() == 1 && self.is_written(cue.start) {
            return true;
        }
        // "acres of pine"
        if cue.len() == 1 && reading.is(cue.start.wrapping_sub(1), "of") {
            return true;
        }
        let plural = cue.len() == 1 && word.ends_with('s') && word != "says";
        if !plural {
            return false;
        }
        let next = cue.end;
        let verb = reading
            .classes(next)
            .has_any(&[Class::HarmVerb, Class::Auxiliary])
            && !reading.is(next, "to");
        let source = attribution.source.map(|source| source.mention);
        let between = source.filter(|mention| mention.end() <= attribution.cue.start());
        let far = between.is_some_and(|mention| {
            let end = reading.document.tokens_in(mention).end;
            (end..cue.start).any(|at| {
                reading.has(at, Class::Auxiliary)
                    || reading.has(at, Class::Preposition)
                        && reading.token(at).map(|token| token.kind) == Some(TokenKind::Word)
                        && at + 1 == cue.start
            })
        });
        verb || far
    }

    /// "Initial reports spoke of 70": a writing, of which another verb tells.
    pub(super) fn is_written(&self, noun: usize) -> bool {
        const WRITINGS: Listed = Listed::of(&[
            "report",
            "reports",
            "estimate",
            "estimates",
            "count",
            "counts",
            "claims",
            "record",
            "records",
            "list",
            "lists",
            "post",
            "posts",
            "statement",
            "statements",
            "document",
        ]);
        let verbs = [Class::CueVerb, Class::TellingVerb, Class::ClaimVerb];
        let reading = self.reading;
        let next = noun + 1;
        reading.is_listed(noun, &WRITINGS)
            && (reading.is_any(
                next,
                &["seen", "obtained", "run", "ran", "dated", "compiled"],
            ) || reading.classes(next).has_any(&verbs)
                && !reading.is_any(next, &["that", "it"]))
    }

    /// "shares listed in the capital", "found him guilty", "took place": what is done to a thing or a person.
    fn is_apart(&self, verb: usize) -> bool {
        let reading = self.reading;
        let next = verb + 1;
        let listed = reading.is(verb, "listed") && reading.is_any(next, &["in", "on", "at"]);
        let held = reading.is_any(verb, FINDING) && reading.is_any(next, &["him", "her", "them"]);
        let takes =
            verb > 0 && reading.is(verb, "place") && !reading.has(verb - 1, Class::Auxiliary);
        // "showed no emotion as the verdict was read"
        let shows = reading.is_any(verb, &["show", "shows", "showed"])
            && reading.is_any(next, &["no", "little"]);
        listed || held || takes || shows
    }

    /// "a microbe has shown", "the skull suggests": by a verb that any thing may be the subject of, a
    /// thing that can tell nothing.
    pub(super) fn is_weak(&self, attribution: &Attribution) -> bool {
        let thing = attribution.source.is_some_and(|source| {
            let named = source.entity.and_then(|at| self.people.entities.get(at));
            named.is_none_or(|entity| entity.kind == EntityKind::Unnamed)
                && !self.may_tell(source.mention)
                && !self.may_be_name(source.mention)
        });
        thing
            && (attribution.strength == Strength::Claim
                || self.is_of_things(attribution.cue_tokens))
    }

    /// "Karsavia" at the head of a sentence: one word with a capital that is not many things ("Tests").
    pub(super) fn may_be_name(&self, phrase: Span) -> bool {
        let mut tokens = self.reading.document.tokens_in(phrase);
        let name = |at: usize| self.reading.is_capital(at) && !self.reading.word(at).ends_with('s');
        tokens.len() == 1 && tokens.next().is_some_and(name)
    }

    /// "found the wreckage of a boat", "found four rifles": a thing, and no fact.
    pub(super) fn is_come_upon(&self, attribution: &Attribution) -> bool {
        let next = attribution.cue_tokens.end();
        self.counts_things(next) || self.reading.is_any(next, &["the", "a", "an"])
    }

    /// "they found four rifles".
    pub(super) fn comes_upon_some(&self, verb: usize) -> bool {
        self.reading.is_any(verb, FINDING) && self.counts_things(verb + 1)
    }

    fn counts_things(&self, at: usize) -> bool {
        let number = self.reading.token(at).map(|it| it.kind) == Some(TokenKind::Number);
        number || self.reading.has(at, Class::NumberWord)
    }

    /// "searching the strait have found nine more bodies": nothing that is said.
    pub(super) fn is_finding(&self, attribution: &Attribution) -> bool {
        let text = self.reading.document.slice(attribution.cue);
        if !FINDING.iter().any(|verb| text.ends_with(verb)) {
            return false;
        }
        let cue = attribution.cue_tokens.range();
        let last = cue.end.saturating_sub(1);
        let study = attribution.source.is_some_and(|source| {
            let mut words = self.reading.document.tokens_in(source.mention);
            words.any(|at| self.reading.is_listed(at, &STUDIES))
        });
        self.reading.is_any(last, FINDING) && !self.reading.is(cue.end, "that") && !study
    }

    /// "the finance ministry" is not "the interior ministry", whatever else "the ministry" stands for.
    pub(super) fn is_another(&self, name: Span, mention: Span) -> bool {
        if name == mention {
            return false;
        }
        let words = |span: Span| {
            let mut tokens = self.reading.document.tokens_in(span);
            let last = tokens.next_back();
            let before = tokens.next_back();
            (before, last)
        };
        let ((Some(one), Some(last)), (Some(other), Some(end))) = (words(name), words(mention))
        else {
            return false;
        };
        let describes = |at: usize| {
            !self.reading.has(at, Class::Determiner)
                && self.reading.token(at).map(|token| token.kind) == Some(TokenKind::Word)
        };
        self.reading.is(last, self.reading.word(end))
            && describes(one)
            && describes(other)
            && !self.reading.is(one, self.reading.word(other))
    }

    /// "the union" behind a railway: a body that its name does not call so.
    pub(super) fn is_of_other_kind(&self, name: Span, mention: Span) -> bool {
        // most claimants are called by a name, and a search for its words costs more than a look at its end
        let text = self.reading.document.slice(mention);
        if name == mention || !KINDS.iter().any(|kind| text.ends_with(kind)) {
            return false;
        }
        let mut words = self.reading.document.tokens_in(mention);
        let Some(kind) = words.next_back() else {
            return false;
        };
        let short = words.len() <= 1 && self.reading.is_any(kind, KINDS);
        let called = self.reading.word(kind);
        let named = || {
            let mut words = self.reading.document.tokens_in(name);
            words.any(|at| {
                self.reading.word(at).eq_ignore_ascii_case(called)
                    || self.reading.word(at).chars().all(char::is_uppercase)
            })
        };
        short && !named()
    }

    /// "A youth leader from the rival community said": the leader, and not the community.
    pub(super) fn resident(&self, place: Span) -> Option<Claimant> {
        let reading = self.reading;
        let first = reading.document.tokens_in(place).start;
        let link = (first.saturating_sub(3)..first)
            .rev()
            .find(|&at| reading.has(at, Class::Preposition))?;
        let before = reading.document.text().get(..place.start())?;
        let mut near = before.rsplit(' ').take(4);
        if !near.any(|word| matches!(word, "from" | "of" | "in" | "at" | "with")) {
            return None;
        }
        let plain = (link + 1..first).all(|at| {
            reading.token(at).map(|token| token.kind) == Some(TokenKind::Word)
                && !reading.has(at, Class::CueVerb)
        });
        if !plain || !reading.is_any(link, &["from", "of", "in", "at", "with"]) {
            return None;
        }
        let from = self
            .people
            .mentions
            .partition_point(|mention| mention.first_token + 8 < link);
        let mut near = self.people.mentions.get(from..)?.iter();
        let head = near
            .by_ref()
            .take_while(|mention| mention.first_token < link)
            .find(|mention| mention.end_token == link && mention.form == Form::Nominal)?;
        let person =
            reading
                .classes(link - 1)
                .has_any(&[Class::RoleNoun, Class::PeopleNoun, Class::Title]);
        let one = reading.has(head.first_token, Class::Determiner);
        (person && one)
            .then(|| self.claimant(head.span, head.span))
            .flatten()
    }

    /// Whether a cue is said of things as often as of people.
    fn is_of_things(&self, cue: TokenSpan) -> bool {
        let verbs = &[
            "suggest",
            "suggests",
            "suggested",
            "confirm",
            "confirms",
            "confirmed",
            "recalls",
            "recalled",
            "persist",
            "persists",
            "persisted",
            "imply",
            "implies",
            "implied",
        ];
        cue.range().any(|at| self.reading.is_any(at, verbs))
    }
}
