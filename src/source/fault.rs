use std::fmt;
use std::path::Path;

use super::clean::clean_line;

/// Where a text comes from, as messages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// A path, `-` for standard input, or the name of a sample.
    pub source: String,
    /// The number of the line, from 1, where one is meant.
    pub line: Option<usize>,
}

impl Place {
    /// A whole input.
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self {
            source: clean_line(source),
            line: None,
        }
    }

    pub(super) fn of_path(path: &Path) -> Self {
        Self::new(&path.to_string_lossy())
    }

    /// A line of the same input, counted from 1.
    #[must_use]
    pub fn at(&self, line: usize) -> Self {
        Self {
            source: self.source.clone(),
            line: Some(line),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

/// Something that could not be read: where, what is wrong with it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Fault {
    place: Place,
    problem: Problem,
}

impl Fault {
    pub(super) fn new(place: &Place, problem: Problem) -> Self {
        Self {
            place: place.clone(),
            problem,
        }
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }
}

/// Something that whoever gave an input should know: where, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    place: Place,
    words: String,
}

impl Note {
    /// A note on an input, in words that name what to do.
    #[must_use]
    pub fn new(place: &Place, words: String) -> Self {
        Self {
            place: place.clone(),
            words,
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.words)
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Problem {
    #[error("there is no such file or directory; check the path, or give '-' for standard input")]
    Missing,
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    #[error(
        "it is larger than {} MiB; split it, or send JSON Lines through 'nutgraf export --from jsonl'",
        .0 >> 20
    )]
    FileTooLarge(u64),
    #[error("it holds {0} control bytes among {1} and is not text; give a file of text")]
    Binary(usize, usize),
    #[error(
        "it is {kind}, which is not read; {remedy}, or read it as it is with '--from text' (what can be \
         read: {formats})"
    )]
    Foreign {
        kind: &'static str,
        remedy: &'static str,
        /// The names of the formats that are read.
        formats: String,
    },
    #[error("there is no text in it; give a file that holds an article")]
    Empty,
    #[error("no file in it has a known ending; the known ones are {0}")]
    NothingKnown(String),
    #[error("the line is longer than {0} bytes; split the article")]
    LineTooLong(usize),
    #[error(
        "{message} at column {column}, near '{near}'; a line must be one JSON object with a 'text'"
    )]
    NotJson {
        message: String,
        column: usize,
        near: String,
    },
    #[error("'{0}' is not an object; a line must be one JSON object with a 'text'")]
    NotObject(String),
    #[error("'text' is missing; a line must be one JSON object with a 'text'")]
    NoText,
    #[error("'{field}' is {found}; it must be {wanted}")]
    WrongType {
        field: &'static str,
        found: String,
        wanted: &'static str,
    },
}
