//! Writing a briefing as text.

mod file;
mod json;
mod markdown;
mod name;
mod options;
mod passages;
mod phrases;
mod story;
mod text;

pub use self::file::{WholeFile, write_whole};
pub use self::json::{SCHEMA, STORY_SCHEMA, to_json, to_jsonl};
pub use self::markdown::{MARK, to_markdown};
pub use self::name::Names;
pub use self::options::{FormatChoice, Options};
pub use self::text::to_text;
use crate::briefing::{Briefing, Outline, Story};
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
    /// Writes an article that has the file to itself.
    pub render: fn(&Briefing, &Outline) -> String,
    /// How several articles stand in one file.
    pub gathering: Gathering,
    /// Writes a story. Its articles are indices into the briefings.
    pub story: fn(&Story, &[&Briefing]) -> String,
}

/// How several articles stand in one file.
#[derive(Debug, Clone, Copy)]
pub enum Gathering {
    /// One article a line.
    Lines,
    /// As the items of a JSON array.
    Array,
    /// One below the other, each written with its number, from 1, in mind.
    Pages(fn(&Briefing, &Outline, usize) -> String),
}

/// All formats, in the order they are offered. To add one, write a function and a line here.
pub const FORMATS: &[Format] = &[
    Format {
        name: "markdown",
        extension: "md",
        about: "a page that can be read in again, also with several articles",
        render: to_markdown,
        gathering: Gathering::Pages(markdown::to_markdown_among),
        story: story::to_markdown,
    },
    Format {
        name: "json",
        extension: "json",
        about: "all that was found, as one object; an array when there are several articles",
        render: to_json,
        gathering: Gathering::Array,
        story: json::story_to_json,
    },
    Format {
        name: "jsonl",
        extension: "jsonl",
        about: "the same, one article a line",
        render: to_jsonl,
        gathering: Gathering::Lines,
        story: json::story_to_jsonl,
    },
    Format {
        name: "text",
        extension: "txt",
        about: "plain lines of at most 80 columns",
        render: to_text,
        gathering: Gathering::Pages(|briefing, outline, _| to_text(briefing, outline)),
        story: story::to_text,
    },
];

impl Format {
    /// The format of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The format that an ending of a file name promises, in upper or lower case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<&'static Self> {
        let mut formats = FORMATS.iter();
        formats.find(|format| format.extension.eq_ignore_ascii_case(extension))
    }
}

/// A part of a briefing to print by itself.
#[derive(Debug)]
pub struct View {
    /// The name on the command line.
    pub name: &'static str,
    /// What it prints, in a few words.
    pub about: &'static str,
    /// Writes it, one item a line.
    pub render: Render,
}

/// What a view is a view of.
#[derive(Debug, Clone, Copy)]
pub enum Render {
    /// Of each article by itself.
    Article(fn(&Briefing, &Outline) -> String),
    /// Of each story that the articles tell.
    Story(fn(&Story, &[&Briefing]) -> String),
}

/// All views, in the order they are offered.
pub const VIEWS: &[View] = &[
    View {
        name: "summary",
        about: "the sentences that tell most",
        render: Render::Article(|briefing, _| joined(text::summary_lines(briefing))),
    },
    View {
        name: "quotes",
        about: "who said what",
        render: Render::Article(|briefing, _| joined(text::quote_lines(briefing))),
    },
    View {
        name: "figures",
        about: "the numbers, and who claims them",
        render: Render::Article(|briefing, _| joined(text::figure_lines(briefing))),
    },
    View {
        name: "sections",
        about: "the text, regrouped under its sections",
        render: Render::Article(|briefing, outline| {
            joined(text::section_lines(briefing, outline).into_iter())
        }),
    },
    View {
        name: "story",
        about: "what several articles tell of one event, their tolls side by side",
        render: Render::Story(|story, briefings| {
            joined(story::lines(story, briefings).into_iter())
        }),
    },
];

/// Each sentence with its section, and below it the cues that decided, one a line.
#[must_use]
pub fn reasons(briefing: &Briefing, _: &Outline) -> String {
    joined(text::reason_lines(briefing))
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}

/// The day of publication as 2026-03-04, or as the source wrote it when it could not be understood.
fn published(article: &Article) -> Option<String> {
    let published = article.published.as_ref()?;
    let day = published.date.map(|day| day.to_string());
    Some(day.unwrap_or_else(|| published.text.clone()))
}
