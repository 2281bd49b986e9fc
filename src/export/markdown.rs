//! A briefing as a page of Markdown that shows well on GitHub and can be read in again.
//!
//! ```text
//! front matter      nutgraf: briefing/1, title, id, deck, source, published, byline, dateline, url
//! # title
//! ## Summary        a list
//! ## Announcement   a heading for each section, its passages
//! ## Quotes         block quotes, one an utterance
//! ## Key figures    a table
//! ## Article        the text, an anchor before each paragraph
//! ```

mod escape;
mod table;

use std::fmt::Write as _;

use serde_json::Value;

pub(super) use self::escape::{inline, yaml};
use super::passages::paragraph_number;
use super::phrases::line;
use crate::briefing::{Briefing, Outline, OutlinedSection, Quote, Speaker};
use crate::document::{Article, Span};

/// The mark in the front matter by which `source` knows an export.
pub const MARK: &str = "briefing/1";
/// The same for a page with several articles.
const MARK_OF_SEVERAL: &str = "briefings/1";

/// The briefing as a page of its own.
#[must_use]
pub fn to_markdown(briefing: &Briefing, outline: &Outline) -> String {
    let mut page = Page {
        briefing,
        outline,
        out: String::new(),
        anchor: "p".to_owned(),
    };
    page.push_front_matter();
    page.push_body();
    page.out
}

/// The briefing as one of several on a page: its anchors bear its number, and what would stand in the
/// front matter stands in a list. The first begins the page with front matter that tells what follows.
#[must_use]
pub(super) fn to_markdown_among(briefing: &Briefing, outline: &Outline, number: usize) -> String {
    let mut page = Page {
        briefing,
        outline,
        out: String::new(),
        anchor: format!("a{number}-p"),
    };
    if number == 1 {
        let _ = writeln!(page.out, "---\nnutgraf: {MARK_OF_SEVERAL}\n---\n");
    }
    page.push_body();
    page.out
}

struct Page<'a> {
    briefing: &'a Briefing,
    outline: &'a Outline,
    out: String,
    /// What stands before the number of a paragraph in its anchor.
    anchor: String,
}

/// What is known of an article besides its headline, by name.
fn facts(article: &Article) -> impl Iterator<Item = (&'static str, Value)> {
    let words = |words: Option<&String>| {
        let words = words.filter(|words| !words.is_empty());
        words.map(|words| Value::from(words.as_str()))
    };
    let facts = [
        (
            "title_derived",
            article.title.derived.then(|| Value::from(true)),
        ),
        ("id", words(Some(&article.id))),
        ("deck", words(article.deck.as_ref())),
        ("source", words(Some(&article.source))),
        ("published", words(super::published(article).as_ref())),
        ("byline", words(article.byline.as_ref())),
        ("dateline", words(article.dateline.as_ref())),
        ("url", words(article.url.as_ref())),
    ];
    let known = facts.into_iter();
    known.filter_map(|(name, value)| Some((name, value?)))
}

impl Page<'_> {
    fn push_front_matter(&mut self) {
        let article = self.briefing.document.article();
        let _ = writeln!(self.out, "---\nnutgraf: {MARK}");
        let _ = writeln!(self.out, "title: {}", yaml(&article.title.text));
        for (name, value) in facts(article) {
            let _ = writeln!(self.out, "{name}: {value}");
        }
        self.out.push_str("---\n\n");
    }

    fn push_body(&mut self) {
        let article = self.briefing.document.article();
        let _ = writeln!(self.out, "# {}", inline(&line(&article.title.text)));
        if self.anchor != "p" {
            self.out.push('\n');
            for (name, value) in facts(article) {
                let words = value.as_str().unwrap_or("true");
                let (name, words) = (inline(name), inline(&line(words)));
                let _ = writeln!(self.out, "- {name}: {words}");
            }
        }
        self.push_summary();
        for section in self.outline.of(self.briefing) {
            self.push_section(&section);
        }
        self.push_quotes();
        self.push_figures();
        self.push_article();
    }

    fn push_summary(&mut self) {
        self.push_heading("Summary");
        for of in &self.briefing.summary {
            let mut words = self.words(of.span);
            if let Some((pronoun, name)) = of.stands_for {
                let _ = write!(
                    words,
                    " \\[{}: {}\\]",
                    self.words(pronoun),
                    self.words(name)
                );
            }
            let _ = writeln!(self.out, "- {words} {}", self.link(of.span));
        }
        self.say_if(self.briefing.summary.is_empty(), "No summary.");
    }

    fn push_section(&mut self, section: &OutlinedSection) {
        self.push_heading(&inline(&line(&section.heading)));
        let passages = self.briefing.passages(&section.sentences);
        for (at, passage) in passages.iter().enumerate() {
            let between = if at > 0 { "\n" } else { "" };
            let unsure = if passage.unsure { " *(unsure)*" } else { "" };
            let (words, link) = (self.words(passage.span), self.link(passage.span));
            let _ = writeln!(self.out, "{between}{words}{unsure} {link}");
        }
        self.say_if(passages.is_empty(), "Nothing in the article.");
    }

    fn push_quotes(&mut self) {
        self.push_heading("Quotes");
        for (at, utterance) in self.briefing.utterances().iter().enumerate() {
            if at > 0 {
                // Keeps two block quotes apart.
                self.out.push('\n');
            }
            let quotes = utterance
                .iter()
                .filter_map(|&index| self.briefing.quotes.get(index));
            for quote in quotes.clone() {
                let (words, link) = (self.words(quote.span), self.link(quote.span));
                let _ = writeln!(self.out, "> {words} {link}\n>");
            }
            let who = quotes.clone().next().map(|quote| self.who_said(quote));
            let _ = writeln!(self.out, "> — {}", who.unwrap_or_default());
        }
        self.say_if(self.briefing.quotes.is_empty(), "No quotes.");
    }

    /// `**Mara Quist** (she), said, via **the Courier**`.
    fn who_said(&self, quote: &Quote) -> String {
        let speaker = quote.speaker.as_ref().map(|speaker| self.speaker(speaker));
        let mut out = speaker.unwrap_or("*unknown speaker*".to_owned());
        if let Some(cue) = quote.cue {
            let _ = write!(out, ", {}", self.words(cue));
        }
        if let Some(via) = &quote.via {
            let _ = write!(out, ", via {}", self.speaker(via));
        }
        out
    }

    fn speaker(&self, speaker: &Speaker) -> String {
        let (name, mention) = (self.words(speaker.name), self.words(speaker.mention));
        if !speaker.known {
            format!("*unknown speaker* (“{mention}”)")
        } else if name == mention {
            format!("**{name}**")
        } else {
            format!("**{name}** ({mention})")
        }
    }

    fn push_figures(&mut self) {
        self.push_heading("Key figures");
        let table = table::figures(self.briefing, |span| self.link(span));
        self.out.push_str(&table);
        self.say_if(self.briefing.figures.is_empty(), "No figures.");
    }

    fn push_article(&mut self) {
        self.push_heading("Article");
        for (at, &paragraph) in self.briefing.document.paragraphs().iter().enumerate() {
            let between = if at > 0 { "\n" } else { "" };
            let words = inline(self.briefing.document.slice(paragraph));
            let anchor = format!("{}{}", self.anchor, at + 1);
            let _ = writeln!(self.out, "{between}<a id=\"{anchor}\"></a>{words}");
        }
    }

    fn push_heading(&mut self, heading: &str) {
        let _ = write!(self.out, "\n## {heading}\n\n");
    }

    fn say_if(&mut self, empty: bool, words: &str) {
        if empty {
            let _ = writeln!(self.out, "*{words}*");
        }
    }

    /// The words of a span, escaped.
    fn words(&self, span: Span) -> String {
        inline(self.briefing.document.slice(span))
    }

    /// `[¶3](#p3)`: a link to the paragraph at a span.
    fn link(&self, span: Span) -> String {
        let number = paragraph_number(self.briefing, span);
        format!("[¶{number}](#{}{number})", self.anchor)
    }
}
