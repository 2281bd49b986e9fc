use std::ops::Range;

use super::decide::Evidence;
use super::report::Report;
use super::time::{Now, Times};
use super::{figured, quoting, shape, time, toll, verbs};
use crate::analysis::census::Census;
use crate::analysis::reading::Reading;
use crate::briefing::Figure;
use crate::document::Sentence;
use crate::language::{CueWord, Met, Test, Tests};

/// What is known of a sentence before its place in the report is.
pub(super) struct Sight {
    pub tests: Tests,
    /// The cues whose words were met, in [`Sights::worded`].
    pub worded: Range<usize>,
    /// The token of its telling verb.
    pub telling: Option<usize>,
    /// The weekdays that it names, a bit each.
    pub weekdays: u8,
    /// Whether it is no part of the report.
    pub skipped: bool,
}

/// What is known of all sentences.
pub(super) struct Sights {
    pub each: Vec<Sight>,
    /// The cues whose words were met, those of each sentence side by side.
    pub worded: Vec<usize>,
}

/// The cues of each sentence, added up.
pub(super) fn evidence(reading: &Reading<'_>, figures: &[Figure]) -> Vec<Evidence> {
    let sights = sights(reading, figures);
    let report = Report::new(reading, &sights.each);
    report.evidence(&sights)
}

/// Looks at each sentence on its own.
fn sights(reading: &Reading<'_>, mut figures: &[Figure]) -> Sights {
    let cues = reading.lexicon.cues();
    let now = Now::of(reading);
    let sentences = reading.document.sentences();
    let mut each = Vec::with_capacity(sentences.len());
    let mut all_worded = Vec::with_capacity(sentences.len() * 8);
    for (at, (sentence, census)) in sentences.iter().zip(reading.census()).enumerate() {
        let verbs = verbs::read(reading, sentence.tokens());
        let mut tests = shape::tests(reading, sentence, census, is_alone(sentences, at));
        tests.join(verbs.tests);
        tests.add_if(is_captioned(reading, at), Test::Captioned);
        tests.join(quoting::tests(reading, sentence, census));
        let times = if census.numbers > 0 || census.classes.meets(time::NAMES) {
            time::times(reading, sentence, now)
        } else {
            Times::default()
        };
        tests.join(times.tests);
        if census.classes.meets(toll::TELLING) {
            tests.join(toll::tests(reading, sentence));
        }
        // A few at most, so that a walk is quicker than a search of all.
        let begun = |it: &&Figure| it.span.start() < sentence.span.end();
        let until = figures.iter().take_while(begun).count();
        let (own, later) = figures.split_at(until);
        figures = later;
        if !own.is_empty() {
            tests.join(figured::tests(reading, sentence, own));
        }
        let worded = all_worded.len();
        phrases(reading, sentence, census, &mut all_worded);
        let skipped = cues.skips(tests, &all_worded[worded..]);
        each.push(Sight {
            tests,
            worded: worded..all_worded.len(),
            telling: verbs.telling,
            weekdays: times.weekdays,
            skipped,
        });
    }
    Sights {
        each,
        worded: all_worded,
    }
}

/// Whether the sentence is the only one of its paragraph.
fn is_alone(sentences: &[Sentence], at: usize) -> bool {
    let paragraph = |at: usize| sentences.get(at).map(|it| it.paragraph);
    let here = paragraph(at);
    (at == 0 || paragraph(at - 1) != here) && paragraph(at + 1) != here
}

/// "Smoke rises over the port. Photo: M. Quist": whether a sentence is all that stands above a credit, or that credit.
fn is_captioned(reading: &Reading<'_>, at: usize) -> bool {
    let sentences = reading.document.sentences();
    let Some(here) = sentences.get(at) else {
        return false;
    };
    let beside = |at: usize| {
        sentences
            .get(at)
            .is_some_and(|it| it.paragraph == here.paragraph)
    };
    let below = at.checked_sub(1).is_some_and(beside);
    let Some(next) = sentences.get(at + 1).filter(|_| !below) else {
        return below && !beside(at + 1) && is_credit(reading, here);
    };
    next.paragraph == here.paragraph && is_credit(reading, next) && !beside(at + 2)
}

/// "Photo: M. Quist", "(Marcus Odell/Ledger)".
fn is_credit(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    const PICTURES: &[&str] = &[
        "photo",
        "photograph",
        "photos",
        "picture",
        "image",
        "credit",
    ];
    let first = sentence.tokens().start;
    let text = reading.document.slice(sentence.span);
    let name = |part: &str| {
        let first = part.trim().chars().next();
        first.is_some_and(char::is_uppercase) && !part.contains(|c: char| c.is_ascii_digit())
    };
    let inside = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let signed = inside
        .and_then(|text| text.split_once('/'))
        .is_some_and(|(who, agency)| name(who) && name(agency));
    reading.is_any(first, PICTURES) && reading.is_any(first + 1, &[":", "by", "courtesy"])
        || signed && sentence.tokens().len() < 12
}

/// Adds the cues whose phrases stand in a sentence, some more than once.
fn phrases(reading: &Reading<'_>, sentence: &Sentence, census: &Census, found: &mut Vec<usize>) {
    let cues = reading.lexicon.cues();
    let Range { start, end } = sentence.tokens();
    let (forms, words) = (reading.form_numbers(start..end), reading.cue_words());
    let word = |form: &u32| words[*form as usize];
    let mut next = forms.first().map_or(CueWord::default(), word);
    for place in 0..forms.len() {
        let first = next;
        next = forms.get(place + 1).map_or(CueWord::default(), word);
        if let Some(cue) = first.alone() {
            found.push(cue);
        }
        let met = || Met {
            at_start: census.opening == Some(place),
            quoted: reading.marked_at(start + place).is_some(),
        };
        if first.may_open(next.number, met) {
            let words = forms[place..].iter().map(|form| word(form).number);
            cues.phrases_at(words, met(), |cue| found.push(cue));
        }
    }
}
