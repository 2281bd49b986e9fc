//! A briefing made by hand, so that what the screen shows does not depend on the analysis.

use std::sync::Arc;

use nutgraf::briefing::{
    Briefing, Claimant, Figure, Label, Qualifier, QualifierKind, Quote, QuoteKind, Role,
    SectionKind, Speaker, SummaryLine, Value,
};
use nutgraf::document::{Article, Document, Published, Span, Title};
use nutgraf::language::Lexicon;

const TEXT: &str = "\
KESTREL BAY (Harbour Wire) — A ferry with 212 people on board sank in heavy swell on Tuesday night, \
and rescuers had pulled 161 of them from the water by dawn.
The coast guard said at least 31 people were killed. The island council put the toll at 48.
“We heard a bang and then the lights went,” said Tomas Orel, a deckhand. “Nobody told us where the \
vests were.”
The vessel, built in 1987, had failed an inspection last autumn, according to Mara Quist, who heads \
the harbour office. “It should not have left,” she said.
An inquiry is expected to open next week, and the operator warned that crossings may stay closed \
“for a good while”.
Photograph: the quay at first light.
";

/// Two cues that speak the same of every section.
const CUES: &str = r#"
[[cue]]
name = "toll word"
why = ""
when = ["any"]
weights = { announcement = 2.5, background = 2.5, casualties = 2.5, outlook = 2.5 }
[[cue]]
name = "far from the head"
why = ""
when = ["any"]
weights = { announcement = -0.75, background = -0.75, casualties = -0.75, outlook = -0.75 }
"#;

/// The briefing of a ferry that sank: five sections' worth of text with nothing in one of them.
pub(crate) fn briefing() -> Briefing {
    let article = Article {
        id: "ferry".to_owned(),
        title: Title {
            text: "Ferry sinks off Kestrel Bay with 212 aboard".to_owned(),
            derived: false,
        },
        byline: Some("Ines Marlow".to_owned()),
        published: Some(Published {
            text: "4 March 2026".to_owned(),
            date: "2026-03-04".parse().ok(),
        }),
        source: "news/ferry.txt".to_owned(),
        text: TEXT.to_owned(),
        ..Article::default()
    };
    let document = Document::new(article);
    let mut lexicon = Lexicon::default();
    lexicon.add("ferry.toml", CUES).expect("the cues are valid");
    Briefing {
        labels: labels(&document),
        cues: Arc::clone(lexicon.cues().all()),
        summary: summary(&document),
        quotes: quotes(),
        figures: figures(),
        document,
    }
}

/// Where some words stand in the text.
pub(crate) fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("the words are in the text");
    Span::new(start, start + words.len())
}

fn labels(document: &Document) -> Vec<Label> {
    use SectionKind::{Announcement, Background, Casualties};
    let kinds = [
        Some(Announcement),
        Some(Casualties),
        Some(Casualties),
        Some(Background),
        Some(Background),
        Some(Background),
        Some(Background),
        Some(SectionKind::Outlook),
        None,
    ];
    assert_eq!(document.sentences().len(), kinds.len());
    let label = |(index, kind): (usize, Option<SectionKind>)| Label {
        kind,
        runner_up: Some(Announcement).filter(|other| Some(*other) != kind),
        unsure: index == 5,
        cues: vec![0, 1],
        ..Label::default()
    };
    kinds.into_iter().enumerate().map(label).collect()
}

fn summary(document: &Document) -> Vec<SummaryLine> {
    let line = |sentence: usize| SummaryLine {
        span: document.sentences()[sentence].span,
        sentence,
        rank: sentence,
        stands_for: None,
    };
    let she = SummaryLine {
        stands_for: Some((span("It"), span("The vessel"))),
        ..line(6)
    };
    vec![line(0), line(2), she]
}

fn quotes() -> Vec<Quote> {
    let quote = |words, name, mention, group| Quote {
        span: span(words),
        kind: QuoteKind::Direct,
        group,
        speaker: Some(Speaker {
            name: span(name),
            mention: span(mention),
            known: true,
            confidence: 90,
            how: vec!["subject of the word of speech"],
        }),
        via: None,
        cue: Some(span("said")),
    };
    let orel = "Tomas Orel";
    vec![
        quote("We heard a bang and then the lights went,", orel, orel, 0),
        quote("Nobody told us where the vests were.", orel, orel, 0),
        quote("It should not have left,", "Mara Quist", "she", 1),
        Quote {
            kind: QuoteKind::Partial,
            speaker: None,
            cue: Some(span("warned")),
            ..quote("for a good while", orel, orel, 2)
        },
    ]
}

fn figures() -> Vec<Figure> {
    let claimed = |name: &str| Claimant {
        name: span(name),
        mention: span(name),
        known: true,
    };
    let figure = |words: &str, value, role, counted: &str, by: Option<&str>| Figure {
        span: span(words),
        value: Value::Exact(value),
        unit: None,
        unit_words: None,
        counted: Some(span(counted)).filter(|span| !span.is_empty()),
        role,
        qualifier: None,
        change: None,
        negated: false,
        part_of: None,
        claimed_by: by.map(claimed),
        as_of: None,
        superseded_by: None,
        event: None,
    };
    let at_least = Qualifier {
        kind: QualifierKind::AtLeast,
        span: span("at least"),
    };
    vec![
        figure("212", 212.0, Role::Other, "people", None),
        figure("161", 161.0, Role::Rescued, "", Some("rescuers")),
        Figure {
            qualifier: Some(at_least),
            ..figure("31", 31.0, Role::Killed, "people", Some("The coast guard"))
        },
        figure("48", 48.0, Role::Killed, "", Some("The island council")),
    ]
}
