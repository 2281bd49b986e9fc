//! Who speaks, and what they do not speak of.

use super::Claimants;
use crate::analysis::attribution::{Attribution, Source};
use crate::analysis::listed::Listed;
use crate::briefing::{Claimant, Figure, Role};
use crate::document::Span;
use crate::language::Class;

/// What whoever makes a writing does: "figures compiled by Reuters". Not "seen" or "obtained".
const MADE: Listed = Listed::of(&[
    "compiled",
    "kept",
    "gathered",
    "collected",
    "collated",
    "maintained",
    "released",
    "issued",
    "provided",
    "supplied",
    "published",
    "conducted",
    "prepared",
]);

/// So many bytes stand between a quotation and the name of its speaker.
const LONGEST_OFFICE: usize = 40;

/// So many tokens behind the tag of a quotation tell of whoever speaks.
const LONGEST_TAG: usize = 60;

impl Claimants<'_> {
    /// Whether a pronoun stands for nobody that the article names.
    pub(super) fn is_unknown(&self, claimant: &Claimant) -> bool {
        let word = self.reading.document.slice(claimant.mention);
        claimant.name == claimant.mention
            && ["he", "she", "they", "it"]
                .iter()
                .any(|pronoun| word.eq_ignore_ascii_case(pronoun))
    }

    /// "according to a count by AFP": whoever made the writing that is the source.
    pub(super) fn author(&self, writing: Span) -> Option<Claimant> {
        let end = self.reading.document.tokens_in(writing).end;
        // "figures compiled by Reuters"
        let by = end + usize::from(self.reading.is_listed(end, &MADE));
        if by > end && self.reading.is(by, "by") {
            return self.author_at(by + 1);
        }
        let made = self.reading.is(by, "by")
            && self
                .reading
                .classes(by.checked_sub(1)?)
                .has_any(&[Class::DocumentNoun, Class::CueNoun])
            || self.reading.is(by, "by") && self.reading.is_any(by - 1, &["count", "tally"]);
        if !made {
            return None;
        }
        self.author_at(by + 1)
    }

    fn author_at(&self, at: usize) -> Option<Claimant> {
        let light = usize::from(self.reading.has(at, Class::Determiner));
        self.of_mention(self.named_from(at, at + light)?)
    }

    /// "The group that claimed the attack boasted of 160 dead": the group, and not the attack.
    pub(super) fn antecedent(&self, object: Span) -> Option<Claimant> {
        let verb = self
            .reading
            .document
            .tokens_in(object)
            .start
            .checked_sub(1)?;
        let relative = verb.checked_sub(1)?;
        let deed = self.reading.classes(verb).has_any(&[
            Class::Verb,
            Class::HarmVerb,
            Class::ClaimVerb,
            Class::CueVerb,
        ]) || self.reading.word(verb).ends_with("ed");
        if !deed || !self.reading.is_any(relative, &["that", "who", "which"]) {
            return None;
        }
        let from = self
            .people
            .mentions
            .partition_point(|mention| mention.first_token + 8 < relative);
        let mut near = self.people.mentions.get(from..)?.iter();
        let head = near
            .by_ref()
            .take_while(|mention| mention.first_token < relative)
            .find(|mention| mention.end_token == relative)?;
        // what the clause says of it is what sets it apart from others named before
        self.claimant(head.span, head.span)
    }

    /// "killed five hikers, reports said": those counted, who tell nothing; but "two officials said".
    pub(super) fn is_counted(&self, attribution: &Attribution) -> bool {
        const TELLERS: [Class; 4] = [
            Class::GroupNoun,
            Class::RoleNoun,
            Class::Title,
            Class::OrgNoun,
        ];
        let before = |source: &Source| source.mention.start() < attribution.cue.start();
        attribution.source.filter(before).is_some_and(|source| {
            let mention = self.reading.document.tokens_in(source.mention);
            let last = mention.end.saturating_sub(1);
            // "a police officer and two medics said"
            let said = self.reading.is_any(mention.end, &["said", "told", "say"])
                && self.reading.is(mention.start.wrapping_sub(1), "and");
            self.reading.has(mention.start, Class::NumberWord)
                && !said
                && !self.reading.classes(last).has_any(&TELLERS)
        })
    }

    /// "Hospitals admitted 900 patients": those who were let in.
    pub(super) fn is_admission(&self, verb: usize, source: Span) -> bool {
        const HOUSES: Listed = Listed::of(&[
            "hospital",
            "hospitals",
            "clinic",
            "clinics",
            "ward",
            "wards",
            "centre",
            "centres",
            "center",
            "centers",
        ]);
        let reading = self.reading;
        let admits = reading.is_any(verb, &["admitted", "admits", "admit"])
            && !reading.is_any(verb + 1, &["that", "to"]);
        // "nurses admitted 94 children": those who let them in
        let staff = &["nurses", "doctors", "medics", "staff"];
        let mut words = reading.document.tokens_in(source);
        admits && words.any(|at| reading.is_listed(at, &HOUSES) || reading.is_any(at, staff))
    }

    /// "said Rafiq Mia, a 26-year-old welder", "said Lena Dor, who lost two brothers": what the text tells
    /// of the speaker, of which nobody speaks.
    pub(super) fn is_of_speaker(&self, figure: &Figure, attribution: &Attribution) -> bool {
        let Some(source) = attribution.source else {
            return false;
        };
        let start = source.mention.end();
        if start > figure.span.start() {
            return false;
        }
        let between = self
            .reading
            .document
            .slice(Span::new(start, figure.span.start()));
        // "said Jo Lund, 24, who helped carry out two friends"
        let between = behind_age(between);
        let tag = attribution.cue.end() <= source.mention.start();
        let told = between.starts_with(", who ") || between.starts_with(", whose ");
        // "which said its driver, 34, was dead", but "said the 41-year-old bridge"
        let apart = tag
            || attribution.cue.start() > figure.span.start()
            || between.trim_end().ends_with(',');
        figure.role == Role::Age && apart && between.starts_with(',') && between.len() < 40
            || tag && told && between.len() < 80 && !between[1..].contains(',')
            || self.is_behind_tag(figure, attribution, source.mention)
    }

    /// "“We came here,” said Amna Idris, a farmer with 12 goats": what stands behind the tag of a quotation is
    /// the article's own, unless somebody goes on to tell it.
    fn is_behind_tag(&self, figure: &Figure, attribution: &Attribution, source: Span) -> bool {
        const TELLS: [Class; 5] = [
            Class::CueVerb,
            Class::ClaimVerb,
            Class::TellingVerb,
            Class::ReportingVerb,
            Class::SettingVerb,
        ];
        let document = self.reading.document;
        let tag = attribution.cue.join(source);
        let before = tail_of(document.slice(Span::new(0, tag.start()))).trim_end();
        // "“...,” rapper QDeep said": what the name is led by
        let led = before.trim_end_matches(|c: char| c.is_alphabetic() || c == ' ');
        let near = before.len() - led.len() < LONGEST_OFFICE
            && source.end() + 1 == attribution.cue.start();
        let quoted =
            before.ends_with(['"', '”', '’', '\'', '»']) || near && led.ends_with(['"', '”', '»']);
        // "“We lost all.” The governor said 138 homes had burned": a sentence of its own
        let ended = led
            .trim_end_matches(['"', '”', '’', '\'', '»'])
            .ends_with('.');
        if ended && !attribution.before && source.end() <= attribution.cue.start() {
            return false;
        }
        // "killing 58, police said, as 150 rescuers searched on"
        let goes_on = || {
            let behind = Span::new(tag.end(), figure.span.start());
            before.ends_with(',') && document.slice(behind).starts_with(", as ")
        };
        if figure.span.start() < tag.end() || !quoted && !goes_on() {
            return false;
        }
        let at = |byte: usize| document.sentence_at(byte);
        // No tag goes on for longer; the bound keeps a long sentence from being read anew for each number.
        let mut between = document.tokens_in(Span::new(tag.end(), figure.span.start()));
        between.len() < LONGEST_TAG
            && at(tag.start()) == at(figure.span.start())
            && between.all(|at| {
                // "said in a note that was shared 2,000 times"
                let tells = self.reading.is(at, "that")
                    && !self
                        .reading
                        .classes(at + 1)
                        .has_any(&[Class::WasVerb, Class::HasVerb]);
                !self.reading.classes(at).has_any(&TELLS)
                    && !tells
                    && !self.reading.is(at, ":")
                    && self.reading.marked_at(at).is_none()
            })
    }
}

/// What stands behind an age between commas, or all of it.
fn behind_age(text: &str) -> &str {
    let digits = text.strip_prefix(", ").unwrap_or_default();
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let aged = (1..4).contains(&(digits.len() - rest.len())) && rest.starts_with(',');
    if aged { rest } else { text }
}

/// The last bytes of a text, in which the longest office and the mark before it have room.
fn tail_of(text: &str) -> &str {
    let from = text.len().saturating_sub(2 * LONGEST_OFFICE);
    let from = (from..text.len()).find(|&at| text.is_char_boundary(at));
    from.and_then(|from| text.get(from..)).unwrap_or(text)
}
