//! Writing a briefing as text.

mod json;

pub use self::json::{SCHEMA, to_json, to_jsonl};

use crate::briefing::Briefing;
use crate::document::Article;

/// A kind of text that a briefing can be written as.
#[derive(Debug)]
pub struct Format {
    /// The name on the command line and in the settings.
    pub name: &'static str,
    /// The end of a file name.
    pub extension: &'static str,
    /// What it is good for, in a few words.
    pub about: &'static str,
    /// How several articles stand in one file.
    pub gathering: Gathering,
    /// Writes an article that has the file to itself.
    pub render: fn(&Briefing) -> String,
}

/// How several articles stand in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gathering {
    /// One article a line.
    Lines,
    /// As the items of a JSON array.
    Array,
}

/// All formats, in the order they are offered. To add one, write a function and a line here.
pub const FORMATS: &[Format] = &[
    Format {
        name: "json",
        extension: "json",
        about: "one object an article, all that was found; an array of several",
        gathering: Gathering::Array,
        render: to_json,
    },
    Format {
        name: "jsonl",
        extension: "jsonl",
        about: "the same, one article a line",
        gathering: Gathering::Lines,
        render: to_jsonl,
    },
];

/// The day of publication as 2026-03-04, or as the source wrote it when it could not be understood.
fn published(article: &Article) -> Option<String> {
    let published = article.published.as_ref()?;
    let day = published.date.map(|day| day.to_string());
    Some(day.unwrap_or_else(|| published.text.clone()))
}
