//! Who claims a figure: the source of the clause that it stands in, or whoever its own words name.
//!
//! Most claimants are the sources of attributions, found for quotes and figures alike. What is added
//! here is said of figures only: "by the army's count", "was put at 40 by the mayor", "a toll of 9".

mod apposed;
mod constructions;
mod counts;
mod deeds;
mod disowned;
mod gapped;
mod place;
mod relatives;
mod scopes;
mod speakers;
mod spelled;
mod stretch;
mod tags;
mod tellers;
mod voices;

use self::constructions::Clause;
use self::place::Place;
use self::scopes::{closest, reaches};
use self::stretch::Stretch;
use self::voices::bodily;
use crate::analysis::attribution::{Attribution, Strength};
use crate::analysis::listed::Listed;
use crate::analysis::people::{Mention, People};
use crate::analysis::reading::Reading;
use crate::briefing::{Claimant, Figure, Quote};
use crate::document::Span;
use crate::language::Class;

/// Bodies and writings that no other list names.
const BODIES: Listed = Listed::of(&[
    "opposition",
    "military",
    "movement",
    "side",
    "monitor",
    "monitors",
    "junta",
    "railways",
    "railway",
    "utility",
    "regime",
    "leadership",
    "presidency",
    "both",
    "province",
    "investigation",
    "investigations",
    "inquiries",
    "reports",
    "studies",
    "surveys",
    "polls",
    "reviews",
    "audits",
    "filings",
    "letters",
    "papers",
    "slide",
    "slides",
    "chart",
    "charts",
]);

/// A speaker less sure than this claims no figure.
const SURE: u8 = 60;

/// What claimants are looked up in.
pub(super) struct Claimants<'a> {
    pub reading: &'a Reading<'a>,
    pub people: &'a People,
    /// In the order of the text.
    pub quotes: &'a [Quote],
}

impl Claimants<'_> {
    /// Gives each figure its claimant.
    pub(super) fn name(&self, figures: &mut [Figure], attributions: &[Attribution]) {
        let mut sorted: Vec<&Attribution> = attributions.iter().collect();
        sorted.sort_by_key(|attribution| attribution.scope);
        let reaches = reaches(&sorted);
        let mut place = Place::default();
        let mut stretch = Stretch::default();
        for figure in figures.iter_mut() {
            place.go_to(figure.span, self.reading, self.people, self.quotes, &sorted);
            let own = |attribution: &Attribution| {
                self.is_own(attribution) && !attribution.before
                    || self.is_weak(attribution)
                    || self.is_deed(attribution, place.from..place.until)
                    || !self.is_speech(attribution)
                    || self.is_noun(attribution)
                    || self.is_passing_denial(attribution, place.from)
            };
            let before = sorted.get(..place.attributions).unwrap_or_default();
            let attribution = closest(before, &reaches, figure.span, own);
            let clause = Clause::around(self, place, &mut stretch);
            let claimant = self
                .of(figure, attribution, place, clause.as_ref())
                .map(|claimant| {
                    self.one_of_them(claimant.mention)
                        .or_else(|| self.those_who(claimant.mention))
                        .unwrap_or(claimant)
                })
                .and_then(|claimant| self.outside_aside(claimant, figure.span));
            figure.claimed_by = claimant.map(|claimant| Claimant {
                known: !self.is_unknown(&claimant),
                ..claimant
            });
        }
    }

    fn of(
        &self,
        figure: &Figure,
        attribution: Option<&Attribution>,
        place: Place,
        clause: Option<&Clause<'_>>,
    ) -> Option<Claimant> {
        // "according to residents, who blocked the road for two hours"
        if attribution.is_some_and(|it| self.is_of_speaker(figure, it)) {
            return clause.and_then(Clause::own_count);
        }
        let quoted = || clause.is_some_and(|it| self.reading.marked_at(it.from).is_some());
        let attribution = attribution.filter(|attribution| {
            self.is_speech(attribution)
                && !self.is_counted(attribution)
                && !self.is_noun(attribution)
                && (!bodily(figure.role) && !self.is_come_upon(attribution)
                    || !self.is_finding(attribution))
                && (!self.is_deed(attribution, place.from..place.until) || quoted())
                && (attribution.strength != Strength::Weak || quoted())
        });
        let inner = || {
            let cue = attribution?.cue_tokens.range();
            let (claimant, verb) = clause?.that()?;
            (verb >= cue.end || attribution?.inherited).then_some(claimant)
        };
        let named = clause
            .and_then(Clause::revised_by)
            .or_else(|| clause.and_then(Clause::gapped))
            .or_else(|| clause.and_then(Clause::puts_at))
            .or_else(|| clause.and_then(Clause::set_meanwhile))
            .or_else(|| clause.and_then(Clause::own_count))
            .or_else(|| clause.and_then(Clause::owner))
            .or_else(|| clause.and_then(Clause::reported))
            .or_else(|| clause.and_then(Clause::contradicted))
            .or_else(inner);
        let disowned = || clause.is_some_and(Clause::is_disowned);
        let source = || {
            let attribution = attribution?;
            self.source(attribution, clause).filter(|_| !disowned())
        };
        if let Some(claimant) = named.or_else(source) {
            return Some(claimant);
        }
        match attribution.filter(|attribution| attribution.source.is_some()) {
            // "dismissed that: “We lost four men”"
            Some(attribution) if self.is_denial(attribution) => self
                .speaker(figure.span, place)
                .filter(|_| clause.is_some_and(Clause::is_quoted_in_full))
                .or_else(|| self.told_next(attribution, clause?.from)),
            Some(_) => figure.claimed_by,
            None => figure
                .claimed_by
                .or_else(|| clause?.tied(figure.role))
                .or_else(|| self.speaker(figure.span, place)),
        }
    }

    /// Whoever speaks the quotation that a figure stands in.
    fn speaker(&self, figure: Span, place: Place) -> Option<Claimant> {
        let near = self
            .quotes
            .get(place.quotes.saturating_sub(3)..place.quotes)?;
        let near = near.iter().rev();
        let quote = near.into_iter().find(|quote| quote.span.contains(figure))?;
        let speaker = quote
            .speaker
            .as_ref()
            .filter(|speaker| speaker.confidence >= SURE)?;
        self.claimant(speaker.name, speaker.mention)
    }

    /// The source of an attribution; those whom it cites where it does: "quoted a doctor as saying".
    fn source(&self, attribution: &Attribution, clause: Option<&Clause<'_>>) -> Option<Claimant> {
        if self.is_denial(attribution) {
            return None;
        }
        let source = attribution.source.filter(|_| !self.is_weak(attribution))?;
        clause
            .and_then(Clause::cited)
            .or_else(|| self.author(source.mention))
            .or_else(|| self.antecedent(source.mention))
            .or_else(|| self.apposed(source.mention))
            .or_else(|| self.resident(source.mention))
            .or_else(|| self.joint(attribution))
            .or_else(|| self.claimant(source.name, source.mention))
    }

    /// "its volunteers", "their members": those who belong to whoever speaks; and "it has counted", where
    /// nobody but the speaker can be meant.
    fn is_own(&self, attribution: &Attribution) -> bool {
        attribution.source.is_some_and(|source| {
            let mention = self.reading.document.tokens_in(source.mention);
            let (first, one) = (mention.start, mention.len() == 1);
            let owners = &["its", "their", "his", "her", "our", "my"];
            self.reading.is_any(first, owners)
                || one && source.entity.is_none() && self.reading.has(first, Class::Pronoun)
        })
    }

    /// Not "claimed 73 lives", "claimed by a group", "a list posted at the gate".
    fn is_speech(&self, attribution: &Attribution) -> bool {
        let cue = attribution.cue_tokens.range();
        let last = cue.end.saturating_sub(1);
        let is = |at: usize, words: &[&str]| self.reading.is_any(at, words);
        let lives = is(last, &["claimed", "claims", "claiming", "claim"])
            && !is(cue.end, &["that"])
            && (cue.end..cue.end + 6).any(|at| is(at, &["lives", "victims"]));
        let by = is(last, &["claimed", "posted"]) && is(cue.end, &["by", "at"])
            || is(last, &["claiming", "claimed", "claim", "claims"])
                && is(
                    cue.end,
                    &[
                        "allegiance",
                        "responsibility",
                        "credit",
                        "victory",
                        "asylum",
                    ],
                );
        // "the official count stood at 1,024": a noun
        // "the official count on Tuesday": a verb of one such subject would end in "s"
        let one = cue.start.checked_sub(1).is_some_and(|before| {
            let word = self.reading.word(before);
            let many = [Class::Pronoun, Class::GroupNoun];
            !word.ends_with('s') && !self.reading.classes(before).has_any(&many)
        });
        let named = is(last, &["count", "estimate", "tally", "record"]);
        let noun = named
            && !is(cue.end, &["that"])
            && (one
                || is(
                    cue.end,
                    &[
                        "stood", "stands", "rose", "is", "was", "reached", "has", "had", "of", "at",
                    ],
                ));
        // "added a 30-degree ramp"
        let thing = is(last, &["added"]) && is(cue.end, &["a", "an"]);
        // "called a 48-hour strike"
        let call =
            is(last, &["called", "calls", "calling", "call"]) && is(cue.end, &["a", "an", "off"]);
        // "certified to carry 120"
        let room = is(last, &["certified", "rated", "licensed"]) && is(cue.end, &["to", "for"]);
        let call = call || room;
        // "of 264 contacts listed, 251 are well"
        let told = attribution.inherited
            && is(
                last,
                &[
                    "listed",
                    "reported",
                    "recorded",
                    "counted",
                    "registered",
                    "identified",
                ],
            )
            && is(cue.end, &[","]);
        let source = attribution.source.map(|source| source.mention);
        let admission = source.is_some_and(|source| self.is_admission(last, source));
        !(lives || by || noun || thing || admission || call || told)
    }

    /// Whether a phrase calls people or a body, who may claim something.
    fn may_tell(&self, phrase: Span) -> bool {
        const SOURCES: [Class; 8] = [
            Class::GroupNoun,
            Class::OrgNoun,
            Class::RoleNoun,
            Class::Title,
            Class::DocumentNoun,
            Class::PeopleNoun,
            Class::Place,
            Class::Pronoun,
        ];
        let reading = self.reading;
        let tokens = reading.document.tokens_in(phrase);
        let Some(last) = tokens.end.checked_sub(1) else {
            return false;
        };
        let is = |at: usize, words: &[&str]| reading.is_any(at, words);
        let head = tokens
            .clone()
            .find(|&at| is(at + 1, &["of", "for", "from", "in", "at", "into"]))
            .unwrap_or(last);
        let body =
            |at: usize| reading.classes(at).has_any(&SOURCES) || reading.is_listed(at, &BODIES);
        // "the outbreak of Ebola", "the number of people": what it is of tells nothing
        if head != last && !body(head) && self.is_mute(head) {
            return false;
        }
        let opens = last == tokens.start
            && !self.is_initials(last)
            && reading
                .document
                .sentence_at(phrase.start())
                .and_then(|at| reading.document.sentences().get(at))
                .is_some_and(|sentence| sentence.span.start() == phrase.start());
        body(head) || body(last) || reading.is_capital(last) && !opens
    }

    /// Whether the owner of a count may have counted: "the ministry's toll", but "the storm's toll".
    fn may_keep_count(&self, owner: Span) -> bool {
        let mut words = self.reading.document.tokens_in(owner);
        (self.may_tell(owner) || self.may_be_name(owner))
            && !words.any(|at| self.reading.has(at, Class::MuteNoun))
    }

    /// A number claims nothing, and those called "14 rebels" once are "the rebels" where they speak.
    fn claimant(&self, name: Span, mention: Span) -> Option<Claimant> {
        // "This year, with the illness better known, it has tallied 12 cases"
        const TIMES: Listed = Listed::of(&[
            "year",
            "month",
            "week",
            "day",
            "morning",
            "night",
            "evening",
            "decade",
            "time",
            "nightfall",
            "midday",
            "noon",
            "midnight",
            "dawn",
            "dusk",
        ]);
        let counted = |span: Span| {
            let text = self.reading.document.slice(span);
            text.starts_with(|c: char| c.is_ascii_digit())
        };
        let name = if counted(name)
            || self.is_another(name, mention)
            || self.is_of_other_kind(name, mention)
        {
            mention
        } else {
            name
        };
        if counted(mention) {
            return None;
        }
        let words = self.reading.document.tokens_in(mention);
        let no_one = &[
            "more",
            "most",
            "less",
            "hundreds",
            "thousands",
            "dozens",
            "scores",
        ];
        let named = if name == mention {
            words.clone()
        } else {
            self.reading.document.tokens_in(name)
        };
        let last = named.end.saturating_sub(1);
        let nobody = self.reading.is_listed(last, &TIMES)
            || words.len() == 1
                && (self.reading.is_any(words.start, no_one)
                    || self.reading.word(words.start).ends_with("ing")
                        && self.reading.has(words.start, Class::CueVerb));
        (!nobody).then_some(Claimant {
            name,
            mention,
            known: true,
        })
    }

    /// Whoever a mention calls.
    fn of_mention(&self, mention: &Mention) -> Option<Claimant> {
        let entity = mention.entity.and_then(|at| self.people.entities.get(at));
        let name = entity.map_or(mention.span, |entity| entity.name);
        self.claimant(name, mention.span)
    }
}
