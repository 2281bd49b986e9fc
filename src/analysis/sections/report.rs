use std::ops::Range;

use super::decide::Evidence;
use super::overlap::{Overlap, Shared};
use super::place::Place;
use super::survey::{Sight, Sights};
use super::{genre, toll, verbs};
use crate::analysis::listed::Listed;
use crate::analysis::reading::{Forms, Reading};
use crate::document::{Article, Document, Sentence};
use crate::language::{Class, Marks, Test, Tests};

/// A headline has at most so many bytes; what is longer is a text.
const LONGEST_HEADLINE: usize = 400;

/// A headline that stands as the first paragraph of the text has at most so many words.
const HEADLINE_WORDS: usize = 18;

/// Nobody is older, in years.
const OLDEST: u8 = 119;

/// Words of headlines for what is to come.
const PLANS: Listed = Listed::of(&[
    "to",
    "plans",
    "plan",
    "seeks",
    "eyes",
    "expects",
    "expected",
    "likely",
    "aims",
    "vows",
    "pledges",
    "mulls",
    "considers",
]);

/// What has to be known of the whole report.
pub(super) struct Report<'r, 'a> {
    reading: &'r Reading<'a>,
    overlap: Overlap,
    /// Tests that hold for all sentences.
    shared: Tests,
    sentences: usize,
    /// The weekdays that the lede names.
    weekdays: u8,
    /// The sentence that is the headline, where it stands in the text.
    heading: Option<usize>,
}

impl<'r, 'a> Report<'r, 'a> {
    pub(super) fn new(reading: &'r Reading<'a>, sights: &[Sight]) -> Self {
        let document = reading.document;
        let printed = headline(document);
        let heading = heading(reading, sights, printed.is_some());
        let headline = printed.or_else(|| {
            let sentence = document.sentences().get(heading?)?;
            Some(headline_of(document.slice(sentence.span)))
        });
        let is_told =
            |at: usize| !sights[at].skipped && heading != Some(at) && !is_deck(document, at);
        let told = (0..sights.len()).filter(|&at| is_told(at));
        let lede = told.clone().next();
        let sentence = lede.and_then(|at| document.sentences().get(at));
        let overlap = Overlap::new(reading, headline.as_ref(), sentence);
        let sight = lede.and_then(|at| sights.get(at));
        let mut report = Self {
            reading,
            overlap,
            shared: Tests::default(),
            sentences: told.count(),
            weekdays: sight.map_or(0, |sight| sight.weekdays),
            heading,
        };
        report.shared = report.whole_tests(sights);
        let headline = headline.as_ref();
        let forms = headline.map(|it| Forms::of(it, reading.lexicon));
        let headline = forms.as_ref().map(Reading::new);
        match &headline {
            Some(headline) => report.shared.join(headline_tests(headline)),
            None => report.shared.add(Test::NoHeadline),
        }
        let opening = lede.and_then(|at| document.sentences().get(at..));
        let field = genre::tests(headline.as_ref(), reading, opening.unwrap_or_default());
        report.shared.join(field);
        if let (Some(sight), Some(sentence)) = (sight, sentence) {
            let tests = report.lede_tests(sight, sentence);
            report.shared.join(tests);
        }
        report
    }

    /// What the sentences together and the first three of them make of the report.
    fn whole_tests(&self, sights: &[Sight]) -> Tests {
        let mut tests = Tests::default();
        tests.add_if(self.sentences <= 8, Test::ShortReport);
        tests.add_if(self.sentences > 30, Test::LongReport);
        let quotes = sights.iter().any(|sight| !sight.tests.has(Test::QuoteNone));
        tests.add_if(!quotes, Test::NoQuotesInReport);
        for sight in sights.iter().filter(|sight| !sight.skipped).take(3) {
            tests.add_if(is_toll(sight.tests), Test::TollReport);
            tests.add_if(sight.weekdays != 0, Test::DatedLede);
        }
        tests
    }

    fn lede_tests(&self, sight: &Sight, sentence: &Sentence) -> Tests {
        let mut tests = Tests::default();
        tests.add_if(sight.tests.has(Test::PastTime), Test::LedePast);
        let modal = [
            Test::TellsWill,
            Test::TellsWould,
            Test::TellsMay,
            Test::ModalLater,
        ];
        let plans = sight.tests.has_any(modal.into_iter().collect());
        tests.add_if(plans, Test::LedePlans);
        let dated = sentence.tokens().any(|at| self.reading.is_any(at, DAYS));
        tests.add_if(dated, Test::DatedLede);
        let shared = self.overlap.of(self.reading, sentence);
        let percent = self.overlap.headline_percent(shared);
        tests.add_if(percent.is_some_and(|it| it < 30), Test::StoryLede);
        tests
    }

    /// The cues of each sentence, added up.
    pub(super) fn evidence(self, sights: &Sights) -> Vec<Evidence> {
        let mut evidence = Vec::with_capacity(sights.each.len());
        let cues = self.reading.lexicon.cues();
        let mut marks = Marks::default();
        let mut place = Place::default();
        let mut past = PastTime::default();
        let sentences = self.reading.document.sentences();
        for (at, (sight, sentence)) in sights.each.iter().zip(sentences).enumerate() {
            let mut tests = sight.tests;
            tests.join(self.shared);
            tests.join(past.step(sentence.paragraph, sight.tests));
            if self.heading == Some(at) {
                tests.add(Test::Heading);
            } else if is_deck(self.reading.document, at) {
                tests.join(Place::at_top(sentence.paragraph).tests(self.sentences));
                tests.join(self.compare(sentence, sight, true));
            } else if !sight.skipped {
                place.step(sentence.paragraph);
                tests.join(place.tests(self.sentences));
                tests.join(self.compare(sentence, sight, place.sentence == 0));
                place.after_quote = sight.tests.has(Test::QuoteMost);
                place.sentence += 1;
                let next = sights.each.get(at + 1).map(|sight| (at + 1, sight.tests));
                let leads = next.is_some_and(|next| self.leads_quote(tests, sentence, next));
                tests.add_if(leads, Test::LeadsQuote);
            }
            tests.add_if(self.heads(sights, at), Test::Heads);
            let worded = &sights.worded[sight.worded.clone()];
            let met = cues.met(tests, worded, &mut marks);
            let mut found = Evidence::new(cues, met, sentence.paragraph);
            found.heads = tests.has(Test::Heads);
            evidence.push(found);
        }
        evidence
    }

    /// "What we know", "The search", "What happens next?": a subhead that tells nothing of its own,
    /// above a sentence or a list.
    fn heads(&self, sights: &Sights, at: usize) -> bool {
        let (Some(sight), Some(next)) = (sights.each.get(at), sights.each.get(at + 1)) else {
            return false;
        };
        let asks = || {
            let sentence = self.reading.document.sentences().get(at);
            let first = sentence.map(|sentence| sentence.tokens().start);
            first.is_some_and(|first| self.reading.is_any(first, ASKING))
        };
        let below = !next.tests.has(Test::Unended) || next.tests.has(Test::Bullet);
        let own = [Test::Bullet, Test::OpensQuote, Test::QuoteMost, Test::Toll];
        sight.tests.has(Test::Subhead)
            && !sight.tests.has_any(own.into_iter().collect())
            && !(sight.skipped || next.skipped)
            && below
            && self.heading != Some(at)
            && (sight.telling.is_none() && !sight.tests.has(Test::Question) || asks())
    }

    /// "Kray rejected that. “The minister has not been here,” he said.": a short sentence that the
    /// quotation behind it goes on from.
    fn leads_quote(&self, tests: Tests, sentence: &Sentence, next: (usize, Tests)) -> bool {
        let short = [Test::VeryShort, Test::OpensParagraph, Test::QuoteNone];
        let (at, seen) = next;
        let following = self.reading.document.sentences().get(at);
        tests.has_all(short.into_iter().collect())
            && seen.has(Test::OpensQuote)
            && following.is_some_and(|next| next.paragraph == sentence.paragraph)
    }

    /// What a sentence shares with headline and lede.
    fn compare(&self, sentence: &Sentence, sight: &Sight, lede: bool) -> Tests {
        let common = self.overlap.of(self.reading, sentence);
        let mut tests = self.headline_share(common);
        if lede {
            return tests;
        }
        tests.join(self.lede_share(common));
        tests.add_if(common.has_number(), Test::SharedNumber);
        tests.add_if(sight.weekdays & self.weekdays != 0, Test::SameDay);
        let Some(verb) = sight.telling else {
            return tests;
        };
        let of_verb = self.overlap.token(self.reading, verb);
        tests.add_if(of_verb.in_headline(), Test::HeadlineVerb);
        tests.add_if(of_verb.in_lede(), Test::LedeVerb);
        let tokens = sentence.tokens();
        let retells = |range: Range<usize>| self.overlap.retells(self.reading, range);
        tests.add_if(retells(tokens.start..verb), Test::HeadlineSubject);
        tests.add_if(retells(verb + 1..tokens.end), Test::HeadlineObject);
        tests
    }

    fn headline_share(&self, shared: Shared) -> Tests {
        let mut tests = Tests::default();
        let Some(percent) = self.overlap.headline_percent(shared) else {
            return tests;
        };
        tests.add(match percent {
            0 => Test::HeadlineNone,
            1..=25 => Test::HeadlineSome,
            26..=45 => Test::HeadlineHalf,
            46..=65 => Test::HeadlineMost,
            _ => Test::HeadlineAll,
        });
        tests.add_if(shared.headline_deeds() > 0, Test::HeadlineDeed);
        tests.add_if(shared.headline_deeds() > 1, Test::HeadlineDeeds);
        tests
    }

    fn lede_share(&self, shared: Shared) -> Tests {
        let mut tests = Tests::default();
        let Some(percent) = self.overlap.lede_percent(shared) else {
            return tests;
        };
        tests.add(match percent {
            0 => Test::LedeNone,
            1..=12 => Test::LedeSome,
            13..=25 => Test::LedeHalf,
            _ => Test::LedeMost,
        });
        tests.add_if(shared.lede_deeds() > 1, Test::LedeDeed);
        tests.add_if(shared.lede_deeds() > 3, Test::LedeDeeds);
        tests
    }
}

fn is_toll(tests: Tests) -> bool {
    tests.has(Test::Toll) || tests.has(Test::Damage) || tests.has(Test::TollNone)
}

/// The headline cut into its parts; nothing when the article has none of its own.
fn headline(document: &Document) -> Option<Document> {
    let title = &document.article().title;
    let given = !title.derived && !title.text.trim().is_empty();
    (given && title.text.len() <= LONGEST_HEADLINE).then(|| headline_of(&title.text))
}

fn headline_of(text: &str) -> Document {
    Document::new(Article {
        text: text.to_owned(),
        ..Article::default()
    })
}

/// Whether a sentence stands in the deck, which tells what the lede tells and is not counted beside it.
fn is_deck(document: &Document, sentence: usize) -> bool {
    let sentence = document.sentences().get(sentence);
    sentence.is_some_and(|sentence| document.deck() == Some(sentence.paragraph))
}

/// The first sentence when it is a headline: a few words without an end mark, alone in their
/// paragraph, with more text after them; or the headline itself once more.
fn heading(reading: &Reading<'_>, sights: &[Sight], has_headline: bool) -> Option<usize> {
    let document = reading.document;
    let first = sights.iter().position(|sight| !sight.skipped)?;
    let sentence = document.sentences().get(first)?;
    let next = document.sentences().get(first + 1)?;
    let sight = sights.get(first)?;
    let words = sentence.tokens().len();
    let headlike = sight.tests.has(Test::Unended)
        && !sight.tests.has(Test::Dateline)
        && !sight.tests.has(Test::QuoteMost)
        && next.paragraph != sentence.paragraph
        && words <= HEADLINE_WORDS
        && next.tokens().len() > words;
    let repeated = || document.slice(sentence.span) == document.article().title.text.trim();
    (headlike && (!has_headline || repeated())).then_some(first)
}

/// Words that open a subhead which has a verb.
const ASKING: &[&str] = &["what", "how", "why", "who", "where", "when"];

/// Words by which a lede names its day without a weekday.
const DAYS: &[&str] = &["today", "yesterday", "tonight"];

/// Words of a headline that tell of a trial at its end.
const TRIED: &[&str] = &[
    "jailed",
    "sentenced",
    "convicted",
    "guilty",
    "acquitted",
    "verdict",
    "sentencing",
    "trial",
    "pleads",
];

/// What a headline is about.
fn headline_tests(reading: &Reading<'_>) -> Tests {
    let mut tests = Tests::default();
    for sentence in reading.document.sentences() {
        let found = toll::tests(reading, sentence);
        let told =
            is_toll(found) || found.has(Test::TollWeak) || toll::in_headline(reading, sentence);
        // "jailed over five deaths": the news is the trial, and its dead are those of an earlier event.
        let mut tokens = sentence.tokens();
        let tried = tokens.clone().any(|at| reading.is_any(at, TRIED));
        let disaster = tokens.any(|at| reading.has(at, Class::DisasterNoun));
        tests.add_if(told && !tried, Test::TollHeadline);
        tests.add_if((told || disaster) && !tried, Test::TollReport);
        tests.add_if(is_obituary(reading, sentence), Test::Obituary);
        let verbs = verbs::read(reading, sentence.tokens()).tests;
        let modal = [Test::TellsWill, Test::TellsWould, Test::TellsMay];
        tests.add_if(
            verbs.has_any(modal.into_iter().collect()),
            Test::HeadlinePlans,
        );
        for at in sentence.tokens() {
            let plans = reading.is_listed(at, &PLANS);
            tests.add_if(plans, Test::HeadlinePlans);
            let says = reading.has(at, Class::CueVerb) || reading.word(at) == ":";
            let quotes = reading.marked_at(at).is_some();
            tests.add_if(says || quotes, Test::HeadlineSays);
        }
    }
    tests
}

/// "dies at 88", "dies at home, aged 88": the death of one person, told with an age.
fn is_obituary(reading: &Reading<'_>, headline: &Sentence) -> bool {
    let mut tokens = headline.tokens();
    let dies = tokens.find(|&at| reading.is(at, "dies") || reading.is(at, "died"));
    dies.is_some()
        && tokens.any(|at| {
            let aged = reading.is_any(at, &["at", "aged", ","]);
            let age = reading.word(at + 1).parse::<u8>();
            aged && age.is_ok_and(|age| age <= OLDEST)
        })
}

/// Whether the sentences of a paragraph go on in a time that is over.
#[derive(Default)]
struct PastTime {
    paragraph: Option<usize>,
    past: bool,
}

impl PastTime {
    fn step(&mut self, paragraph: usize, seen: Tests) -> Tests {
        let mut tests = Tests::default();
        if self.paragraph != Some(paragraph) {
            self.past = false;
        }
        self.paragraph = Some(paragraph);
        let now = [
            Test::Weekday,
            Test::DateNow,
            Test::DateAhead,
            Test::YearSame,
        ];
        if seen.has(Test::PastTime) {
            self.past = true;
        } else if seen.has_any(now.into_iter().collect()) {
            self.past = false;
        } else {
            tests.add_if(self.past, Test::PastGoesOn);
        }
        tests
    }
}
