use super::decide::Evidence;
use super::overlap::Overlap;
use super::time::Now;
use super::{quoting, shape, time, toll, verbs};
use crate::analysis::reading::Reading;
use crate::document::{Article, Document, Sentence, TokenKind};
use crate::language::{Met, Test, Tests, WordId};

/// What is known of a sentence before its place in the report is.
struct Sight {
    tests: Tests,
    /// The cues whose words were met.
    worded: Vec<usize>,
    telling: Option<usize>,
    skipped: bool,
}

/// A headline has at most so many characters.
const LONGEST_HEADLINE: usize = 160;

/// The cues of each sentence, added up.
pub(super) fn evidence(reading: &Reading<'_>) -> Vec<Evidence> {
    let sights = sights(reading);
    let report = Report::new(reading, &sights);
    report.evidence(sights)
}

/// Looks at each sentence on its own.
fn sights(reading: &Reading<'_>) -> Vec<Sight> {
    let cues = reading.lexicon.cues();
    let quoted = quoting::quoted(reading);
    let now = Now::of(reading);
    let sentences = reading.document.sentences();
    let mut sights = Vec::with_capacity(sentences.len());
    let mut words: Vec<WordId> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let alone = is_alone(sentences, at);
        let verbs = verbs::read(reading, sentence.tokens());
        let mut tests = shape::tests(reading, sentence, alone);
        tests.join(verbs.tests);
        tests.join(quoting::tests(reading, sentence, &quoted));
        tests.join(time::tests(reading, sentence, now));
        tests.join(toll::tests(reading, sentence));
        words.clear();
        words.extend(sentence.tokens().map(|at| cues.word(reading.word(at))));
        let worded = phrases(reading, sentence, &words, &quoted);
        let skipped = cues.skip_sum(tests, &worded) > 0.0;
        sights.push(Sight {
            tests,
            worded,
            telling: verbs.telling,
            skipped,
        });
    }
    sights
}

/// Whether the sentence is the only one of its paragraph.
fn is_alone(sentences: &[Sentence], at: usize) -> bool {
    let paragraph = |at: usize| sentences.get(at).map(|it| it.paragraph);
    let here = paragraph(at);
    (at == 0 || paragraph(at - 1) != here) && paragraph(at + 1) != here
}

fn phrases(
    reading: &Reading<'_>,
    sentence: &Sentence,
    words: &[WordId],
    quoted: &[bool],
) -> Vec<usize> {
    let cues = reading.lexicon.cues();
    let tokens = sentence.tokens();
    let first = tokens
        .clone()
        .find(|&at| reading.token(at).map(|it| it.kind) != Some(TokenKind::Mark));
    let mut found = Vec::new();
    for (offset, at) in tokens.enumerate() {
        if words[offset] == 0 {
            continue;
        }
        let met = Met {
            at_start: Some(at) == first,
            quoted: quoted.get(at) == Some(&true),
        };
        cues.phrases_at(&words[offset..], met, |cue| found.push(cue));
    }
    found
}

/// What has to be known of the whole report.
struct Report<'r, 'a> {
    reading: &'r Reading<'a>,
    overlap: Overlap,
    /// Tests that hold for all sentences.
    shared: Tests,
    sentences: usize,
}

impl<'r, 'a> Report<'r, 'a> {
    fn new(reading: &'r Reading<'a>, sights: &[Sight]) -> Self {
        let document = reading.document;
        let headline = headline(document);
        let lede = sights.iter().position(|sight| !sight.skipped);
        let lede_sentence = lede.and_then(|at| document.sentences().get(at));
        let overlap = Overlap::new(reading, headline.as_ref(), lede_sentence);
        let mut report = Self {
            reading,
            overlap,
            shared: Tests::default(),
            sentences: sights.iter().filter(|sight| !sight.skipped).count(),
        };
        report.shared = report.tests(sights, headline.as_ref(), lede_sentence, lede);
        report
    }

    fn tests(
        &mut self,
        sights: &[Sight],
        headline: Option<&Document>,
        lede_sentence: Option<&Sentence>,
        lede: Option<usize>,
    ) -> Tests {
        let mut tests = Tests::default();
        tests.add_if(self.sentences <= 8, Test::ShortReport);
        tests.add_if(self.sentences > 30, Test::LongReport);
        let quotes = sights.iter().any(|sight| !sight.tests.has(Test::QuoteNone));
        tests.add_if(!quotes, Test::NoQuotesInReport);
        if let Some(headline) = headline {
            let reading = Reading::new(headline, self.reading.lexicon);
            for sentence in headline.sentences() {
                let found = toll::tests(&reading, sentence);
                let toll = is_toll(found) || found.has(Test::TollWeak);
                tests.add_if(toll, Test::TollHeadline);
                tests.add_if(toll, Test::TollReport);
                tests.add_if(found.has(Test::Legal), Test::LegalReport);
            }
        } else {
            tests.add(Test::NoHeadline);
        }
        let mut head = sights.iter().filter(|sight| !sight.skipped).take(3);
        tests.add_if(head.any(|sight| is_toll(sight.tests)), Test::TollReport);
        if let (Some(lede), Some(sentence)) = (lede, lede_sentence) {
            let legal = sights.get(lede).is_some_and(|it| it.tests.has(Test::Legal));
            tests.add_if(legal, Test::LegalReport);
            let shared = self.overlap.of(self.reading, sentence);
            let percent = self.overlap.headline_percent(shared);
            tests.add_if(percent.is_some_and(|it| it < 30), Test::StoryLede);
        }
        tests
    }

    fn evidence(mut self, sights: Vec<Sight>) -> Vec<Evidence> {
        let mut evidence = Vec::with_capacity(sights.len());
        let cues = self.reading.lexicon.cues();
        let mut place = Place::default();
        for (at, sight) in sights.into_iter().enumerate() {
            let Some(sentence) = self.reading.document.sentences().get(at) else {
                break;
            };
            let mut tests = sight.tests;
            tests.join(self.shared);
            if !sight.skipped {
                place.step(sentence.paragraph);
                tests.join(place.tests(self.sentences));
                tests.join(self.compare(sentence, sight.telling, place.sentence == 0));
                place.after_quote = sight.tests.has(Test::QuoteMost);
                place.sentence += 1;
            }
            let mut met = sight.worded;
            cues.met(tests, &mut met);
            evidence.push(Evidence::new(cues, met, sentence.paragraph));
        }
        evidence
    }

    /// What a sentence shares with headline and lede.
    fn compare(&mut self, sentence: &Sentence, telling: Option<usize>, lede: bool) -> Tests {
        let mut tests = Tests::default();
        let shared = self.overlap.of(self.reading, sentence);
        if let Some(percent) = self.overlap.headline_percent(shared) {
            tests.add(match percent {
                0 => Test::HeadlineNone,
                1..=25 => Test::HeadlineSome,
                26..=45 => Test::HeadlineHalf,
                46..=65 => Test::HeadlineMost,
                _ => Test::HeadlineAll,
            });
        }
        if lede {
            return tests;
        }
        if let Some(percent) = self.overlap.lede_percent(shared) {
            tests.add(match percent {
                0 => Test::LedeNone,
                1..=12 => Test::LedeSome,
                13..=25 => Test::LedeHalf,
                _ => Test::LedeMost,
            });
        }
        if let Some(verb) = telling {
            let verb = self.overlap.of_word(self.reading, verb);
            tests.add_if(verb.has_headline(), Test::HeadlineVerb);
            tests.add_if(verb.has_lede(), Test::LedeVerb);
        }
        tests
    }
}

fn is_toll(tests: Tests) -> bool {
    tests.has(Test::Toll) || tests.has(Test::Damage) || tests.has(Test::TollNone)
}

/// The headline cut into its parts; nothing when the article has none of its own.
fn headline(document: &Document) -> Option<Document> {
    let title = &document.article().title;
    if title.derived || title.text.trim().is_empty() || title.text.len() > LONGEST_HEADLINE * 4 {
        return None;
    }
    Some(Document::new(Article {
        text: title.text.clone(),
        ..Article::default()
    }))
}

/// Where in the report a sentence stands.
#[derive(Default)]
struct Place {
    sentence: usize,
    /// Paragraphs so far, and the document's index of the last one.
    paragraphs: usize,
    paragraph: Option<usize>,
    opens: bool,
    after_quote: bool,
}

impl Place {
    fn step(&mut self, paragraph: usize) {
        self.opens = self.paragraph != Some(paragraph);
        self.paragraph = Some(paragraph);
        self.paragraphs += usize::from(self.opens);
    }

    fn tests(&self, sentences: usize) -> Tests {
        let mut tests = Tests::default();
        tests.add(match self.sentence {
            0 => Test::Lede,
            1 => Test::Second,
            2 => Test::Third,
            3..6 => Test::Early,
            6..12 => Test::Middle,
            _ => Test::Late,
        });
        tests.add_if(self.sentence >= 24, Test::VeryLate);
        tests.add_if(self.sentence * 5 >= sentences * 4, Test::LastFifth);
        let closing = sentences > 4 && self.sentence + 2 >= sentences;
        tests.add_if(closing, Test::Closing);
        tests.add(if self.opens {
            Test::OpensParagraph
        } else {
            Test::ContinuesParagraph
        });
        match self.paragraphs {
            1 => tests.add(Test::FirstParagraph),
            2 => tests.add(Test::SecondParagraph),
            3 | 4 => tests.add(Test::ThirdParagraph),
            5..9 => tests.add(Test::FifthParagraph),
            _ => {}
        }
        tests.add_if(self.after_quote, Test::AfterQuote);
        tests
    }
}
