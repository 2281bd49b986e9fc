//! What an export holds: every field of the schema, and nothing that breaks out of its place.

use chrono::NaiveDate;
use nutgraf::analysis::{Options, brief};
use nutgraf::briefing::{
    Briefing, Change, Claimant, Direction, Figure, Label, Outline, Qualifier, QualifierKind, Quote,
    QuoteKind, Role, SectionKind, Speaker, SummaryLine, Value,
};
use nutgraf::document::{Article, Document, Published, Span, Title};
use nutgraf::export;
use nutgraf::language::Lexicon;
use nutgraf::source::{Place, parse};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options as Extensions, Parser, Tag, TagEnd};
use serde_json::Value as Json;
use unicode_width::UnicodeWidthStr;

/// A briefing in which every field holds something. Every paragraph is a quote, a figure and a line
/// of the summary; all names are that paragraph as well. What is known of the article begins with the
/// title, and each has a word of its own: none can stand for another.
fn full(title: &str, paragraphs: &[String]) -> Briefing {
    let article = Article {
        id: "one".to_owned(),
        title: Title {
            text: title.to_owned(),
            derived: false,
        },
        byline: Some(format!("{title} byline")),
        deck: Some(format!("{title} deck")),
        dateline: Some(format!("{title} dateline")),
        published: Some(Published {
            text: "4 March 2026".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 3, 4),
        }),
        source: format!("{title} source"),
        names_source: true,
        url: Some("https://example.org/a".to_owned()),
        text: paragraphs.join("\n\n"),
    };
    let document = Document::new(article);
    let spans = document.paragraphs().to_vec();
    let label = Label {
        kind: Some(SectionKind::Background),
        ..Label::default()
    };
    Briefing {
        labels: vec![label; document.sentences().len()],
        cues: std::sync::Arc::default(),
        summary: spans
            .iter()
            .map(|&span| summary_line(&document, span))
            .collect(),
        quotes: spans.iter().map(|&span| quote(span)).collect(),
        figures: spans.iter().map(|&span| figure(span)).collect(),
        document,
    }
}

fn summary_line(document: &Document, span: Span) -> SummaryLine {
    SummaryLine {
        span,
        sentence: document.sentence_at(span.start()).unwrap_or(0),
        rank: 0,
        stands_for: Some((span, span)),
    }
}

fn quote(span: Span) -> Quote {
    let speaker = Speaker {
        name: span,
        mention: span,
        known: true,
        confidence: 90,
        how: vec!["named beside the quote"],
    };
    Quote {
        span,
        kind: QuoteKind::Direct,
        group: span.start(),
        speaker: Some(speaker.clone()),
        via: Some(speaker),
        cue: Some(span),
    }
}

fn figure(span: Span) -> Figure {
    Figure {
        span,
        value: Value::Range(24.0, 99.0),
        unit: Some("km".to_owned()),
        unit_words: None,
        counted: Some(span),
        role: Role::Killed,
        qualifier: Some(Qualifier {
            kind: QualifierKind::AtLeast,
            span,
        }),
        change: Some(Change {
            direction: Direction::Up,
            from: Some(12.5),
        }),
        negated: false,
        part_of: None,
        claimed_by: Some(Claimant {
            name: span,
            mention: span,
            known: true,
        }),
        as_of: NaiveDate::from_ymd_opt(2026, 3, 3),
        superseded_by: Some(0),
        event: Some(span),
    }
}

fn to_json(briefing: &Briefing) -> String {
    export::to_json(briefing, &Outline::default())
}

fn to_markdown(briefing: &Briefing) -> String {
    export::to_markdown(briefing, &Outline::default())
}

fn to_text(briefing: &Briefing) -> String {
    export::to_text(briefing, &Outline::default())
}

fn plain(paragraphs: &[&str]) -> Briefing {
    let paragraphs: Vec<String> = paragraphs.iter().map(|&text| text.to_owned()).collect();
    full("A headline", &paragraphs)
}

fn json(briefing: &Briefing) -> Json {
    serde_json::from_str(&to_json(briefing)).unwrap()
}

#[test]
fn the_json_holds_every_field_that_the_document_names() {
    let exported = json(&plain(&["A first sentence.", "A second one."]));
    let mut found = Vec::new();
    fields(&exported, "", &mut found);
    found.sort();
    found.dedup();
    let document = include_str!("../../docs/json.md");
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
    let mut named: Vec<String> = rows
        .filter_map(|row| Some(row.split_once('`')?.0.to_owned()))
        .collect();
    named.sort();
    assert_eq!(found, named);
}

#[test]
fn the_json_of_a_story_holds_every_field_that_its_document_names() {
    let texts = [
        "The ministry said on Monday that 41 people were killed in the flood.",
        "The Red Cross said on Tuesday that 74 people died in the flood.",
    ];
    let briefings = texts.map(|text| {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        brief(article, Lexicon::english(), &Options::default())
    });
    let all: Vec<&Briefing> = briefings.iter().collect();
    let story = nutgraf::analysis::story(&all, &nutgraf::analysis::SummaryOptions::default());
    let format = nutgraf::export::Format::of_name("json").unwrap();
    let exported: Json = serde_json::from_str(&(format.story)(&story, &all)).unwrap();
    for figure in exported["tolls"][0]["figures"].as_array().unwrap() {
        let article = usize::try_from(figure["article"].as_u64().unwrap()).unwrap();
        assert!(texts[article].contains(figure["text"].as_str().unwrap()));
    }
    let mut found = Vec::new();
    fields(&exported, "", &mut found);
    found.sort();
    found.dedup();
    // What a line and a figure of a briefing have is told there.
    let briefing = include_str!("../../docs/json.md");
    found.retain(|field| {
        !briefing.contains(&format!("| `{}`", field.trim_start_matches("tolls[].")))
    });
    let document = include_str!("../../docs/json-story.md");
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
    let named = rows.filter_map(|row| Some(row.split_once('`')?.0.to_owned()));
    let mut named: Vec<String> = named
        .filter(|field| {
            !briefing.contains(&format!("| `{}`", field.trim_start_matches("tolls[].")))
        })
        .collect();
    named.sort();
    assert_eq!(found, named);
    assert!(named.contains(&"tolls[].figures[].article".to_owned()));
}

/// The names of all fields as `docs/json.md` writes them: `quotes[].speaker.name`.
fn fields(value: &Json, path: &str, found: &mut Vec<String>) {
    match value {
        Json::Object(members) => {
            for (name, member) in members {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                found.push(path.clone());
                fields(member, &path, found);
            }
        }
        Json::Array(items) => {
            for item in items {
                fields(item, &format!("{path}[]"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_whole_briefing_is_written_as_expected() {
    let briefing = plain(&["At least *24* came.", "“Never,” she said | twice."]);
    insta::assert_snapshot!("json", to_json(&briefing));
    insta::assert_snapshot!("markdown", to_markdown(&briefing));
    insta::assert_snapshot!("text", to_text(&briefing));
}

#[test]
fn an_exact_figure_has_no_ends() {
    let mut briefing = plain(&["Some 31 came."]);
    briefing.figures[0].value = Value::Exact(31.0);
    let figure = &json(&briefing)["figures"][0];
    assert_eq!(figure["value"].as_i64(), Some(31));
    assert!(figure["low"].is_null() && figure["high"].is_null());
}

#[test]
fn a_speaker_who_is_not_known_is_shown_so() {
    let mut briefing = plain(&["Never."]);
    briefing.quotes[0].speaker = None;
    briefing.quotes[0].via = None;
    assert!(json(&briefing)["quotes"][0]["speaker"].is_null());
    assert!(to_markdown(&briefing).contains("*unknown speaker*"));
    assert!(to_text(&briefing).contains("unknown speaker: “Never.”"));
}

#[test]
fn a_pronoun_that_stands_for_nobody_is_an_unknown_speaker() {
    let mut briefing = plain(&["“Never,” she said."]);
    let she = Span::new(13, 16);
    briefing.quotes[0].speaker = Some(Speaker {
        name: she,
        mention: she,
        known: false,
        confidence: 50,
        how: Vec::new(),
    });
    let speaker = &json(&briefing)["quotes"][0]["speaker"];
    assert_eq!(speaker["known"].as_bool(), Some(false));
    assert_eq!(speaker["mention"].as_str(), Some("she"));
    assert!(to_markdown(&briefing).contains("— *unknown speaker* (“she”)"));
    assert!(to_text(&briefing).contains("unknown speaker (“she”)"));
}

#[test]
fn a_pronoun_that_stands_for_nobody_is_an_unknown_claimant() {
    let mut briefing = plain(&["She said 12 people had died."]);
    let she = Span::new(0, 3);
    briefing.figures[0].claimed_by = Some(Claimant {
        name: she,
        mention: she,
        known: false,
    });
    let claimant = &json(&briefing)["figures"][0]["claimed_by"];
    assert_eq!(claimant["known"].as_bool(), Some(false));
    assert_eq!(claimant["mention"].as_str(), Some("She"));
    assert!(to_markdown(&briefing).contains("| unknown claimant (“She”) |"));
    assert!(to_text(&briefing).contains("according to unknown claimant (“She”)"));
}

#[test]
fn a_figure_is_worded_as_its_article_does() {
    let text = "Prices rose by 0.8 percent. Thousands of people lost $125 billion, and 36 homes fell. \
                Oil cost $58.32 a barrel, and a coffee $2.73. They cook three hot meals a day. \
                Between 40 and 60 cows drowned.";
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let briefing = brief(article, Lexicon::english(), &Options::default());
    let lines = to_text(&briefing);
    let lines = lines.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        ": 0.8 percent, up (",
        ": Thousands of people (",
        ": $125 billion (125,000,000,000 dollar), down (",
        ": 36 homes (",
        ": $58.32 a barrel (",
        ": $2.73 (",
        ": three hot meals a day (",
        ": Between 40 and 60 cows (",
    ] {
        assert!(lines.contains(line), "{line}\n{lines}");
    }
    assert!(to_markdown(&briefing).contains("| Between 40 and 60 | 40 to 60 | cows |"));
}

#[test]
fn a_section_with_nothing_in_it_says_so() {
    let briefing = plain(&["One sentence."]);
    assert!(to_markdown(&briefing).contains("## Outlook\n\n*Nothing in the article.*\n"));
    assert!(to_text(&briefing).contains("Outlook\n\n(nothing in the article)\n"));
}

#[test]
fn claims_on_one_thing_stand_together() {
    let mut briefing = plain(&["One a.", "Two b.", "Three c."]);
    briefing.figures[1].role = Role::Cost;
    for figure in &mut briefing.figures {
        figure.counted = None;
        figure.event = None;
        figure.superseded_by = None;
    }
    let text = to_text(&briefing);
    let at = |words: &str| text.rfind(words).unwrap();
    assert!(at("Three c.,") < at("Two b.,"), "{text}");
}

/// Text as an article holds it, rich in marks that mean something elsewhere.
fn hostile() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec![
        "<b>",
        "</a>",
        "<!--",
        "-->",
        "[x](y)",
        "![x](y)",
        "[1]: z",
        "|",
        "---",
        "***",
        "```",
        "~~~",
        "# ",
        "## Article",
        "> ",
        "- ",
        "1. ",
        "1) ",
        "    ",
        "`",
        "*",
        "_",
        "__",
        "~~",
        "$",
        "&amp;",
        "&#35;",
        "\\",
        "\\|",
        "https://example.org",
        "www.example.org",
        "<https://x.org>",
        "a@b.cd",
        "<a id=\"p1\"></a>",
        ":",
        "::",
        "= ",
        "+ ",
        "^",
        "[^1]",
        "{#x}",
        "\"",
        "'",
        "title: x",
        "%",
        "é",
    ]);
    let piece = prop_oneof![mark.prop_map(str::to_owned), "[a-zA-Z0-9 .,é—“”]{1,8}"];
    let text = prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat());
    text.prop_map(|text| text.trim().to_owned())
        .prop_filter("a paragraph is not empty", |text| !text.is_empty())
}

/// A page as a Markdown reader sees it.
#[derive(Default)]
struct Seen {
    headings: Vec<(HeadingLevel, String)>,
    /// The paragraphs under the last heading.
    article: Vec<String>,
    quotes: Vec<String>,
    cells: Vec<String>,
    anchors: Vec<String>,
    links: Vec<String>,
    other: Vec<String>,
}

fn see(markdown: &str) -> Seen {
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_MATH
        | Extensions::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Extensions::ENABLE_GFM;
    let mut seen = Seen::default();
    let mut text = String::new();
    let (mut quoted, mut metadata) = (false, false);
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => metadata = true,
            Event::End(TagEnd::MetadataBlock(_)) => metadata = false,
            Event::Text(_) if metadata => {}
            Event::Text(words) => text.push_str(&words),
            Event::SoftBreak => text.push('\n'),
            Event::InlineHtml(html) if html.starts_with('<') => seen.anchors.push(html.to_string()),
            Event::Start(Tag::Link { dest_url, .. }) => seen.links.push(dest_url.to_string()),
            Event::Start(Tag::BlockQuote(_)) => quoted = true,
            Event::End(TagEnd::BlockQuote(_)) => quoted = false,
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::TableCell | Tag::Item) => {
                text.clear();
            }
            Event::End(TagEnd::Heading(level)) => {
                seen.headings.push((level, text.clone()));
                seen.article.clear();
            }
            Event::End(TagEnd::Paragraph) if quoted => seen.quotes.push(text.clone()),
            Event::End(TagEnd::Paragraph) => seen.article.push(text.clone()),
            Event::End(TagEnd::TableCell) => seen.cells.push(text.clone()),
            Event::End(_)
            | Event::Start(
                Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::List(None)
                | Tag::Strong
                | Tag::Emphasis,
            ) => {}
            other => seen.other.push(format!("{other:?}")),
        }
    }
    seen
}

/// What a page shows of a text: line ends and tabs are spaces.
fn as_shown(text: &str) -> String {
    text.trim().to_owned()
}

proptest! {
    #[test]
    fn no_text_breaks_out_of_its_place_in_a_story(title in hostile(), text in hostile()) {
        let briefings = [full(&title, std::slice::from_ref(&text)), full("Other", &[text])];
        let all: Vec<&Briefing> = briefings.iter().collect();
        let story = nutgraf::analysis::story(&all, &nutgraf::analysis::SummaryOptions::default());
        let page = (export::Format::of_name("markdown").unwrap().story)(&story, &all);
        let (_, body) = page.split_once("\n---\n\n").unwrap();
        for event in Parser::new_ext(body, Extensions::all()) {
            let harmless = matches!(
                event,
                Event::Text(_)
                    | Event::SoftBreak
                    | Event::End(_)
                    | Event::Start(
                        Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::Paragraph | Tag::Emphasis
                    )
            );
            prop_assert!(harmless, "{:?} in\n{}", event, page);
        }
        let headings = body.lines().filter(|line| line.starts_with('#'));
        prop_assert!(headings.count() <= 4, "{}", page);
        for format in export::FORMATS {
            let _ = (format.story)(&story, &all);
        }
    }

    #[test]
    fn no_text_breaks_out_of_its_place(
        title in hostile(),
        paragraphs in prop::collection::vec(hostile(), 1..4),
    ) {
        let briefing = full(&title, &paragraphs);
        let page = to_markdown(&briefing);
        let seen = see(&page);
        prop_assert_eq!(&seen.other, &Vec::<String>::new(), "{}", page);
        let headings = ["Summary", "Announcement", "Background", "Casualties", "Outlook", "Quotes",
            "Key figures", "Article"];
        let headings = headings.map(|heading| (HeadingLevel::H2, heading.to_owned()));
        let (first, rest) = seen.headings.split_first().unwrap();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(first, &(HeadingLevel::H1, title), "{}", page);
        prop_assert_eq!(rest, &headings[..], "{}", page);
        let shown: Vec<String> = paragraphs.iter().map(|text| as_shown(text)).collect();
        prop_assert_eq!(&seen.article, &shown, "{}", page);
        let quotes: Vec<String> = seen.quotes.iter().step_by(2).cloned().collect();
        let linked: Vec<String> = (1..).zip(&shown).map(|(n, text)| format!("{text} ¶{n}")).collect();
        prop_assert_eq!(quotes, linked, "{}", page);
        let anchors: Vec<String> = (1..=shown.len())
            .flat_map(|n| [format!("<a id=\"p{n}\">"), "</a>".to_owned()])
            .collect();
        prop_assert_eq!(&seen.anchors, &anchors, "{}", page);
        prop_assert!(seen.links.iter().all(|link| link.starts_with("#p")), "{}", page);
        prop_assert_eq!(seen.cells.len(), 11 * (shown.len() + 1), "{}", page);
        let written = seen.cells.iter().skip(11 + 2).step_by(11).cloned().collect::<Vec<_>>();
        let mut expected = shown.clone();
        let mut found = written.clone();
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected, "{}", page);
    }

    #[test]
    fn an_export_that_is_read_in_again_gives_back_the_article(
        title in hostile(),
        paragraphs in prop::collection::vec(hostile(), 1..4),
    ) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let briefing = full(&title, &paragraphs);
        let page = to_markdown(&briefing);
        let loaded = parse(page.as_bytes(), &Place::new("export.md"), None);
        prop_assert_eq!(loaded.articles.len(), 1, "{:?}", loaded.faults);
        let (was, is) = (briefing.document.article(), &loaded.articles[0]);
        prop_assert_eq!(&is.text, &was.text, "{}", page);
        prop_assert_eq!(&is.title, &was.title);
        prop_assert_eq!(&is.byline, &was.byline);
        prop_assert_eq!(&is.deck, &was.deck);
        prop_assert_eq!(&is.dateline, &was.dateline);
        prop_assert_eq!(&is.source, &was.source);
        prop_assert_eq!(&is.url, &was.url);
        prop_assert_eq!(is.published.as_ref().map(|it| it.date), was.published.as_ref().map(|it| it.date));
    }

    #[test]
    fn several_articles_on_a_page_are_read_in_again(
        title in hostile(),
        texts in prop::collection::vec(hostile(), 2..4),
    ) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let briefings: Vec<Briefing> =
            texts.iter().map(|text| full(&title, std::slice::from_ref(text))).collect();
        let format = export::Format::of_name("markdown").unwrap();
        let export::Gathering::Pages(among) = format.gathering else { unreachable!() };
        let outline = Outline::default();
        let pages = (1..).zip(&briefings).map(|(number, briefing)| among(briefing, &outline, number));
        let page = pages.collect::<Vec<_>>().join("\n");
        let loaded = parse(page.as_bytes(), &Place::new("export.md"), None);
        prop_assert_eq!(&loaded.faults, &[], "{}", page);
        prop_assert_eq!(loaded.articles.len(), briefings.len(), "{}", page);
        for (is, briefing) in loaded.articles.iter().zip(&briefings) {
            let was = briefing.document.article();
            let fields = |it: &Article| (it.title.clone(), it.text.clone(), it.id.clone(), it.deck.clone(),
                it.byline.clone(), it.dateline.clone(), it.source.clone(), it.url.clone());
            let day = |it: &Article| it.published.as_ref().map(|it| it.date);
            prop_assert_eq!(day(is), day(was), "{}", page);
            prop_assert_eq!(fields(is), fields(was), "{}", page);
        }
    }

    #[test]
    fn every_span_of_the_json_is_its_text(text in ".{0,200}") {
        let article = Article { text, ..Article::default() };
        let briefing = brief(article, Lexicon::english(), &Options::default());
        let exported = json(&briefing);
        let text = exported["text"].as_str().unwrap();
        for items in ["summary", "quotes", "figures"] {
            for item in exported[items].as_array().unwrap() {
                let at = |name: &str| usize::try_from(item[name].as_u64().unwrap()).unwrap();
                prop_assert_eq!(&text[at("start")..at("end")], item["text"].as_str().unwrap());
            }
        }
    }

    #[test]
    fn the_plain_text_is_narrow_and_holds_no_escape(title in any::<String>(), text in any::<String>()) {
        let article = Article {
            title: Title { text: title, derived: false },
            text,
            ..Article::default()
        };
        let briefing = brief(article, Lexicon::english(), &Options::default());
        for line in to_text(&briefing).lines() {
            prop_assert!(line.width() <= 80 && !line.contains(char::is_control), "{line:?}");
        }
    }
}
