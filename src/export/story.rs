//! Several articles on one event, side by side: as lines, as plain text and as Markdown.

use std::fmt::Write as _;

use super::markdown::{inline, yaml};
use super::passages::paragraph_number;
use super::phrases::{claim, line};
use super::text::{push_all, push_heading, summary_line};
use crate::briefing::{Briefing, Story};
use crate::document::Article;

/// A toll: the name of its role, and each claim in words.
struct Toll {
    role: &'static str,
    claims: Vec<String>,
}

impl Toll {
    fn heading(&self) -> String {
        let (first, rest) = self.role.split_at(self.role.len().min(1));
        first.to_uppercase() + rest
    }
}

/// `summary: The port was closed. (article 2, paragraph 1)`, one line, claim or article a line.
pub(super) fn lines(story: &Story, briefings: &[&Briefing]) -> Vec<String> {
    let summary = summary(story, briefings).into_iter();
    let mut out: Vec<String> = summary.map(|line| format!("summary: {line}")).collect();
    for toll in tolls(story, briefings) {
        out.extend(toll.claims.iter().map(|of| format!("{}: {of}", toll.role)));
    }
    let articles = articles(story, briefings);
    out.extend(articles.map(|(number, article)| format!("article {number}: {}", named(article))));
    out
}

/// The story in lines of at most 80 columns.
pub(super) fn to_text(story: &Story, briefings: &[&Briefing]) -> String {
    let mut out = headline(story) + "\n";
    push_heading(&mut out, "Summary");
    push_all(&mut out, summary(story, briefings), "no summary");
    for toll in tolls(story, briefings) {
        push_heading(&mut out, &toll.heading());
        push_all(&mut out, toll.claims, "no figures");
    }
    push_heading(&mut out, "Articles");
    let articles = articles(story, briefings);
    let articles = articles.map(|(number, article)| format!("{number} {}", named(article)));
    push_all(&mut out, articles, "no articles");
    out
}

/// The story as a page of Markdown.
pub(super) fn to_markdown(story: &Story, briefings: &[&Briefing]) -> String {
    let title = headline(story);
    let mut out = format!("---\ntitle: {}\n---\n\n# {title}\n", yaml(&title));
    let mut list = |heading: &str, items: Vec<String>, none: &str| {
        let _ = write!(out, "\n## {heading}\n\n");
        for item in &items {
            let _ = writeln!(out, "- {}", inline(item));
        }
        if items.is_empty() {
            let _ = writeln!(out, "*{none}*");
        }
    };
    list("Summary", summary(story, briefings), "No summary.");
    for toll in tolls(story, briefings) {
        list(&toll.heading(), toll.claims, "No figures.");
    }
    out.push_str("\n## Articles\n\n");
    for (number, article) in articles(story, briefings) {
        let _ = writeln!(out, "{number}. {}", inline(&named(article)));
    }
    out
}

fn headline(story: &Story) -> String {
    format!("{} articles on one event", story.articles.len())
}

/// The articles with their numbers, from 1.
fn articles<'a>(
    story: &'a Story,
    briefings: &'a [&Briefing],
) -> impl Iterator<Item = (usize, &'a Article)> {
    let articles = (1..).zip(&story.articles);
    articles.filter_map(|(number, &at)| Some((number, briefings.get(at)?.document.article())))
}

/// `Harbour closed after storm (Harbour Post, 2026-03-04)`.
fn named(article: &Article) -> String {
    let mut facts = Vec::new();
    if !article.source.is_empty() {
        facts.push(line(&article.source).into_owned());
    }
    facts.extend(super::published(article).map(|day| line(&day).into_owned()));
    let title = line(&article.title.text);
    if facts.is_empty() {
        title.into_owned()
    } else {
        format!("{title} ({})", facts.join(", "))
    }
}

/// Where something stands: "article 2, paragraph 4".
fn place(story: &Story, article: usize, paragraph: usize) -> String {
    let number = story.articles.iter().position(|&other| other == article);
    let number = number.map_or(0, |at| at + 1);
    format!("article {number}, paragraph {paragraph}")
}

fn summary(story: &Story, briefings: &[&Briefing]) -> Vec<String> {
    let lines = story.lines.iter().filter_map(|(article, of)| {
        let briefing = briefings.get(*article)?;
        let at = place(story, *article, paragraph_number(briefing, of.span));
        Some(format!("{} ({at})", summary_line(briefing, of)))
    });
    lines.collect()
}

fn tolls(story: &Story, briefings: &[&Briefing]) -> Vec<Toll> {
    let tolls = story.tolls(|article| briefings.get(article).copied());
    let tolls = tolls.into_iter().map(|toll| {
        let claims = toll.figures.iter().filter_map(|&(article, index)| {
            let briefing = briefings.get(article)?;
            let figure = briefing.figures.get(index)?;
            let words = claim(&briefing.document, figure, &briefing.figures);
            let at = place(story, article, paragraph_number(briefing, figure.span));
            Some(format!("{words} ({at})"))
        });
        Toll {
            role: toll.role.name(),
            claims: claims.collect(),
        }
    });
    tolls.collect()
}
