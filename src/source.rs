//! Turning bytes into articles. All cleaning of hostile text is here.
//!
//! ```text
//! bytes ──► decode ──► clean ──► a format's reader ──► Article
//! ```
//!
//! What is broken is reported as a [`Fault`] and never loses the rest.

mod clean;
mod dates;
mod decode;
mod fault;
mod files;
mod foreign;
mod head;
pub mod jsonl;
mod markdown;
mod paragraphs;
mod plain_text;
mod samples;
mod sniff;
mod title;

use std::ffi::OsString;
use std::path::PathBuf;

pub use self::clean::{clean, clean_line, is_clean};
use self::fault::Problem;
pub use self::fault::{Fault, Note, Place};
pub use self::files::MAX_FILE_BYTES;
pub use self::samples::samples;

use crate::document::Article;

/// A kind of text that can be read.
#[derive(Debug)]
pub struct Format {
    /// What the format is called on the command line.
    pub name: &'static str,
    /// The endings of file names that hold it, in lower case, without the point.
    pub extensions: &'static [&'static str],
    /// Whether tags of HTML may stand in it.
    holds_tags: bool,
    parse: fn(&str, &Place) -> Loaded,
}

/// The formats, in the order in which messages name them.
pub const FORMATS: &[Format] = &[
    Format {
        name: "text",
        extensions: &["txt", "text"],
        holds_tags: false,
        parse: plain_text::parse,
    },
    Format {
        name: "markdown",
        extensions: &["md", "markdown"],
        holds_tags: true,
        parse: markdown::parse,
    },
    Format {
        name: "jsonl",
        extensions: &["jsonl", "ndjson"],
        holds_tags: false,
        parse: jsonl::parse,
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
        let extension = extension.to_ascii_lowercase();
        let mut formats = FORMATS.iter();
        formats.find(|format| format.extensions.contains(&extension.as_str()))
    }
}

/// Where articles come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file, or a directory with files.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl From<OsString> for Input {
    /// Reads an argument of the command line: `-` is standard input, all else a path.
    fn from(argument: OsString) -> Self {
        if argument == "-" {
            Self::Stdin
        } else {
            Self::Path(argument.into())
        }
    }
}

/// What came of reading.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order of the inputs.
    pub articles: Vec<Article>,
    /// What could not be read, in the same order.
    pub faults: Vec<Fault>,
    /// What whoever gave the inputs should know, though nothing is wrong with it.
    pub notes: Vec<Note>,
}

impl Loaded {
    fn append(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.faults.extend(other.faults);
        self.notes.extend(other.notes);
    }
}

impl From<Result<Article, Fault>> for Loaded {
    fn from(read: Result<Article, Fault>) -> Self {
        let mut loaded = Self::default();
        match read {
            Ok(article) => loaded.articles.push(article),
            Err(fault) => loaded.faults.push(fault),
        }
        loaded
    }
}

/// Reads all articles of the inputs.
///
/// A directory is read with all below it, in the order of the names, and only the files whose
/// names promise a known format; a note counts the others, and hidden ones are passed over. `format` says what all inputs hold;
/// without it the name of a file decides, and for standard input and unknown names the text itself.
#[must_use]
pub fn load(inputs: &[Input], format: Option<&Format>) -> Loaded {
    let mut loaded = Loaded::default();
    for input in inputs {
        match input {
            Input::Path(path) => loaded.append(files::load(path, format)),
            Input::Stdin => loaded.append(files::load_stdin(format)),
        }
    }
    loaded
}

/// Reads the articles in bytes that are already at hand, as [`load`] reads those of a file.
#[must_use]
pub fn parse(bytes: &[u8], place: &Place, format: Option<&Format>) -> Loaded {
    parse_promised(bytes, place, format, None)
}

/// Reads bytes by the format that was asked for, else by the one that their name promises, else by what
/// they look like. Only who asks for a format gets web pages, feeds and JSON that is
/// not one object a line read, as the text they are.
fn parse_promised(
    bytes: &[u8],
    place: &Place,
    asked: Option<&Format>,
    promised: Option<&Format>,
) -> Loaded {
    let fault = |problem| Loaded::from(Err(Fault::new(place, problem)));
    let text = match decode::decode(bytes) {
        Ok(text) => text,
        Err(problem) => return fault(problem),
    };
    let tags = promised.is_some_and(|format| format.holds_tags);
    if let Some(found) = foreign::foreign(&text, tags).filter(|_| asked.is_none()) {
        return fault(Problem::Foreign {
            kind: found.kind,
            remedy: found.remedy,
            formats: names(),
        });
    }
    let format = asked.or(promised);
    let format = format.unwrap_or_else(|| sniff::format_of(&text));
    (format.parse)(&text, place)
}

/// The names of the formats that can be read.
fn names() -> String {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    names.join(", ")
}
