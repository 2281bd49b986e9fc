//! The schema `nutgraf.story/1`, field by field as in `docs/json.md`.

use serde::Serialize;

use super::{FigureOut, SummaryOut};
use crate::briefing::{Briefing, Story};

/// The name and version of the schema of a story.
pub const STORY_SCHEMA: &str = "nutgraf.story/1";

/// A story as one JSON object over many lines.
pub(in crate::export) fn story_to_json(story: &Story, briefings: &[&Briefing]) -> String {
    serde_json::to_string_pretty(&Whole::of(story, briefings)).unwrap_or_default() + "\n"
}

/// The same on one line.
pub(in crate::export) fn story_to_jsonl(story: &Story, briefings: &[&Briefing]) -> String {
    serde_json::to_string(&Whole::of(story, briefings)).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    articles: Vec<ArticleOut<'a>>,
    summary: Vec<LineOut<'a>>,
    tolls: Vec<TollOut<'a>>,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: &'a str,
    title: &'a str,
    byline: Option<&'a str>,
    published: Option<String>,
    source: &'a str,
    url: Option<&'a str>,
}

impl<'a> ArticleOut<'a> {
    fn of(briefing: &'a Briefing) -> Self {
        let article = briefing.document.article();
        Self {
            id: &article.id,
            title: &article.title.text,
            byline: article.byline.as_deref(),
            published: crate::export::published(article),
            source: &article.source,
            url: article.url.as_deref(),
        }
    }
}

/// A line of the summary, and its article by its place among the story's.
#[derive(Serialize)]
struct LineOut<'a> {
    article: usize,
    #[serde(flatten)]
    line: SummaryOut<'a>,
}

#[derive(Serialize)]
struct TollOut<'a> {
    role: &'static str,
    figures: Vec<ClaimedOut<'a>>,
}

/// A figure, and its article by its place among the story's.
#[derive(Serialize)]
struct ClaimedOut<'a> {
    article: usize,
    #[serde(flatten)]
    figure: FigureOut<'a>,
}

impl<'a> Whole<'a> {
    fn of(story: &Story, briefings: &[&'a Briefing]) -> Self {
        let briefing = |article: usize| briefings.get(article).copied();
        let place = |article: usize| story.articles.iter().position(|&other| other == article);
        let articles = story
            .articles
            .iter()
            .filter_map(|&article| briefing(article));
        let summary = story.lines.iter().filter_map(|(article, line)| {
            Some(LineOut {
                article: place(*article)?,
                line: SummaryOut::of(&briefing(*article)?.document, line),
            })
        });
        let tolls = story.tolls(briefing).into_iter().map(|toll| TollOut {
            role: toll.role.name(),
            figures: toll
                .figures
                .iter()
                .filter_map(|&(article, index)| {
                    let of = briefing(article)?;
                    Some(ClaimedOut {
                        article: place(article)?,
                        figure: FigureOut::of(&of.document, of.figures.get(index)?),
                    })
                })
                .collect(),
        });
        Self {
            schema: STORY_SCHEMA,
            articles: articles.map(ArticleOut::of).collect(),
            summary: summary.collect(),
            tolls: tolls.collect(),
        }
    }
}
