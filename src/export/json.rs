//! The schema `nutgraf.briefing/1`, field by field as in `docs/json.md`.

mod story;

use serde::{Serialize, Serializer};

pub use self::story::STORY_SCHEMA;
pub(super) use self::story::{story_to_json, story_to_jsonl};

use crate::briefing::{
    Briefing, Change, Claim, Claimant, Figure, Outline, Quote, SectionKind, Speaker, SummaryLine,
    Value,
};
use crate::document::{Document, Sentence, Span};

/// The name and version of the schema. The number goes up when a field changes or goes.
pub const SCHEMA: &str = "nutgraf.briefing/1";

/// The briefing as one JSON object over many lines. It holds all sections by their fixed names,
/// whatever is shown.
#[must_use]
pub fn to_json(briefing: &Briefing, _: &Outline) -> String {
    let whole = Whole::of(briefing);
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

/// The same on one line.
#[must_use]
pub fn to_jsonl(briefing: &Briefing, _: &Outline) -> String {
    let whole = Whole::of(briefing);
    serde_json::to_string(&whole).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    id: &'a str,
    title: &'a str,
    title_derived: bool,
    deck: Option<&'a str>,
    byline: Option<&'a str>,
    dateline: Option<&'a str>,
    published: Option<String>,
    source: &'a str,
    url: Option<&'a str>,
    text: &'a str,
    paragraphs: Vec<Place>,
    sentences: Vec<SentenceOut>,
    sections: Vec<SectionOut>,
    summary: Vec<SummaryOut<'a>>,
    quotes: Vec<QuoteOut<'a>>,
    figures: Vec<FigureOut<'a>>,
    claims: Vec<ClaimOut<'a>>,
}

impl<'a> Whole<'a> {
    fn of(briefing: &'a Briefing) -> Self {
        let document = &briefing.document;
        let article = document.article();
        let summary = briefing.summary.iter();
        let quotes = briefing.quotes.iter();
        let figures = briefing.figures.iter();
        let claims = briefing.claims().into_iter();
        Self {
            schema: SCHEMA,
            id: &article.id,
            title: &article.title.text,
            title_derived: article.title.derived,
            deck: article.deck.as_deref(),
            byline: article.byline.as_deref(),
            dateline: article.dateline.as_deref(),
            published: super::published(article),
            source: &article.source,
            url: article.url.as_deref(),
            text: &article.text,
            paragraphs: document.paragraphs().iter().map(|&s| s.into()).collect(),
            sentences: sentences(briefing),
            sections: sections(briefing),
            summary: summary.map(|l| SummaryOut::of(document, l)).collect(),
            quotes: quotes.map(|q| QuoteOut::of(document, q)).collect(),
            figures: figures.map(|f| FigureOut::of(document, f)).collect(),
            claims: claims.map(|c| ClaimOut::of(document, c)).collect(),
        }
    }
}

/// Where something stands in the text.
#[derive(Serialize, Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self {
            start: span.start(),
            end: span.end(),
        }
    }
}

/// Something that stands in the text, and its words.
#[derive(Serialize)]
struct Words<'a> {
    #[serde(flatten)]
    place: Place,
    text: &'a str,
}

impl<'a> Words<'a> {
    fn of(document: &'a Document, span: Span) -> Self {
        Self {
            place: span.into(),
            text: document.slice(span),
        }
    }
}

#[derive(Serialize)]
struct SentenceOut {
    #[serde(flatten)]
    place: Place,
    paragraph: usize,
    section: Option<&'static str>,
    unsure: bool,
}

fn sentences(briefing: &Briefing) -> Vec<SentenceOut> {
    let with_index = briefing.document.sentences().iter().enumerate();
    let one = |(index, sentence): (usize, &Sentence)| {
        let label = briefing.labels.get(index);
        SentenceOut {
            place: sentence.span.into(),
            paragraph: sentence.paragraph,
            section: label.and_then(|label| label.kind).map(SectionKind::name),
            unsure: label.is_some_and(|label| label.unsure),
        }
    };
    with_index.map(one).collect()
}

#[derive(Serialize)]
struct SectionOut {
    kind: &'static str,
    sentences: Vec<usize>,
}

/// All sections, the empty ones too, in their usual order; reaction only where it is in use.
fn sections(briefing: &Briefing) -> Vec<SectionOut> {
    let all = SectionKind::ALL.iter().map(|&kind| SectionOut {
        kind: kind.name(),
        sentences: briefing.sentences_of(kind).collect(),
    });
    let reaction = SectionKind::Reaction.name();
    all.filter(|section| section.kind != reaction || !section.sentences.is_empty())
        .collect()
}

#[derive(Serialize)]
struct SummaryOut<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    sentence: usize,
    stands_for: Option<StandsFor<'a>>,
}

/// A pronoun at the head of a line, and the name it stands for.
#[derive(Serialize)]
struct StandsFor<'a> {
    pronoun: Words<'a>,
    name: Words<'a>,
}

impl<'a> SummaryOut<'a> {
    fn of(document: &'a Document, line: &SummaryLine) -> Self {
        let stands_for = line.stands_for.map(|(pronoun, name)| StandsFor {
            pronoun: Words::of(document, pronoun),
            name: Words::of(document, name),
        });
        Self {
            words: Words::of(document, line.span),
            sentence: line.sentence,
            stands_for,
        }
    }
}

#[derive(Serialize)]
struct QuoteOut<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    kind: &'static str,
    group: usize,
    speaker: Option<SpeakerOut<'a>>,
    via: Option<SpeakerOut<'a>>,
    cue: Option<Words<'a>>,
}

impl<'a> QuoteOut<'a> {
    fn of(document: &'a Document, quote: &'a Quote) -> Self {
        let speaker = |speaker| SpeakerOut::of(document, speaker);
        Self {
            words: Words::of(document, quote.span),
            kind: quote.kind.name(),
            group: quote.group,
            speaker: quote.speaker.as_ref().map(speaker),
            via: quote.via.as_ref().map(speaker),
            cue: quote.cue.map(|cue| Words::of(document, cue)),
        }
    }
}

#[derive(Serialize)]
struct SpeakerOut<'a> {
    name: &'a str,
    mention: &'a str,
    known: bool,
    #[serde(flatten)]
    place: Place,
    name_start: usize,
    name_end: usize,
    confidence: u8,
    how: &'a [&'static str],
}

impl<'a> SpeakerOut<'a> {
    fn of(document: &'a Document, speaker: &'a Speaker) -> Self {
        Self {
            name: document.slice(speaker.name),
            mention: document.slice(speaker.mention),
            known: speaker.known,
            place: speaker.mention.into(),
            name_start: speaker.name.start(),
            name_end: speaker.name.end(),
            confidence: speaker.confidence,
            how: &speaker.how,
        }
    }
}

#[derive(Serialize)]
struct FigureOut<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    value: Number,
    low: Option<Number>,
    high: Option<Number>,
    unit: Option<&'a str>,
    counted: Option<&'a str>,
    counted_start: Option<usize>,
    counted_end: Option<usize>,
    role: &'static str,
    qualifier: Option<&'static str>,
    qualifier_text: Option<&'a str>,
    change: Option<ChangeOut>,
    negated: bool,
    part_of: Option<usize>,
    claimed_by: Option<ClaimantOut<'a>>,
    as_of: Option<String>,
    superseded_by: Option<usize>,
    event: Option<Words<'a>>,
}

impl<'a> FigureOut<'a> {
    fn of(document: &'a Document, figure: &'a Figure) -> Self {
        let (low, high) = ends(figure.value);
        let qualifier = figure.qualifier;
        Self {
            words: Words::of(document, figure.span),
            value: Number(figure.value.low()),
            low,
            high,
            unit: figure.unit.as_deref(),
            counted: figure.counted.map(|span| document.slice(span)),
            counted_start: figure.counted.map(Span::start),
            counted_end: figure.counted.map(Span::end),
            role: figure.role.name(),
            qualifier: qualifier.map(|qualifier| qualifier.kind.name()),
            qualifier_text: qualifier.map(|qualifier| document.slice(qualifier.span)),
            change: figure.change.map(ChangeOut::from),
            negated: figure.negated,
            part_of: figure.part_of,
            claimed_by: figure.claimed_by.map(|who| ClaimantOut::of(document, who)),
            as_of: figure.as_of.map(|day| day.to_string()),
            superseded_by: figure.superseded_by,
            event: figure.event.map(|span| Words::of(document, span)),
        }
    }
}

fn ends(value: Value) -> (Option<Number>, Option<Number>) {
    match value {
        Value::Exact(_) => (None, None),
        Value::Range(low, high) => (Some(Number(low)), Some(Number(high))),
    }
}

#[derive(Serialize)]
struct ChangeOut {
    direction: &'static str,
    from: Option<Number>,
}

impl From<Change> for ChangeOut {
    fn from(change: Change) -> Self {
        Self {
            direction: change.direction.name(),
            from: change.from.map(Number),
        }
    }
}

#[derive(Serialize)]
struct ClaimantOut<'a> {
    name: &'a str,
    mention: &'a str,
    known: bool,
    #[serde(flatten)]
    place: Place,
    name_start: usize,
    name_end: usize,
}

impl<'a> ClaimantOut<'a> {
    fn of(document: &'a Document, claimant: Claimant) -> Self {
        Self {
            name: document.slice(claimant.name),
            mention: document.slice(claimant.mention),
            known: claimant.known,
            place: claimant.mention.into(),
            name_start: claimant.name.start(),
            name_end: claimant.name.end(),
        }
    }
}

/// Figures of one role about one event.
#[derive(Serialize)]
struct ClaimOut<'a> {
    role: &'static str,
    counted: Option<&'a str>,
    figures: Vec<usize>,
    parts: Vec<usize>,
}

impl<'a> ClaimOut<'a> {
    fn of(document: &'a Document, claim: Claim) -> Self {
        Self {
            role: claim.role.name(),
            counted: claim.counted.map(|span| document.slice(span)),
            figures: claim.figures,
            parts: claim.parts,
        }
    }
}

/// A number that prints as an integer when it is whole.
struct Number(f64);

/// Up to here a double holds every whole number: 2 to the 53rd.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = self.0.fract().abs().total_cmp(&0.0).is_eq() && self.0.abs() <= LARGEST_WHOLE;
        if whole {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a whole number up to 2^53 fits"
            )]
            return serializer.serialize_i64(self.0 as i64);
        }
        serializer.serialize_f64(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[track_caller]
    fn check(number: f64, expected: &str) {
        assert_eq!(serde_json::to_string(&Number(number)).unwrap(), expected);
    }

    #[test]
    fn whole_numbers_print_as_integers() {
        check(6854.0, "6854");
        check(-0.0, "0");
        check(1_200_000_000.0, "1200000000");
    }

    #[test]
    fn other_numbers_keep_their_fraction() {
        check(0.25, "0.25");
        check(1e300, "1e+300");
    }

    #[test]
    fn what_is_no_number_prints_as_null() {
        check(f64::NAN, "null");
        check(f64::INFINITY, "null");
    }
}
