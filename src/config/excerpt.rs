//! Showing the place of a mistake.

use std::fmt;
use std::ops::Range;

use crate::source;

/// Something wrong in a settings file: where, what, and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    file: String,
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    message: String,
    /// The line at fault, and how many characters of it from the column on.
    excerpt: Option<(String, usize)>,
}

/// All that is wrong in a settings file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);

impl Problem {
    /// A problem at some bytes of a file; at its first line when it is not known where.
    pub(super) fn at(file: &str, text: &str, bytes: Option<Range<usize>>, message: &str) -> Self {
        let bytes = bytes.unwrap_or(0..0);
        let start = text.floor_char_boundary(bytes.start);
        let (before, after) = text.split_at(start);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let rest = after.lines().next().unwrap_or_default();
        let column = before[line_start..].chars().count() + 1;
        let end = text.floor_char_boundary(bytes.end).max(start);
        let marked = text[start..end]
            .chars()
            .take_while(|&letter| letter != '\n');
        let marked = marked.count().clamp(1, rest.chars().count().max(1));
        let line = format!("{}{rest}", &before[line_start..]);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column,
            message: message.chars().map(visible).collect(),
            excerpt: Some((line.chars().map(visible).collect(), marked)),
        }
    }

    /// A problem at some bytes of a file, in the words of the parser.
    #[must_use]
    pub fn parsed(file: &str, text: &str, bytes: Option<Range<usize>>, message: &str) -> Self {
        Self::at(file, text, bytes, &reworded(message))
    }

    /// The line and the column, from 1.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        (self.line, self.column)
    }
}

/// The parser's words in ours.
fn reworded(message: &str) -> String {
    let message = message.replace('`', "'").replace('\n', ", ");
    let message = message.replace("unknown field", "unknown setting");
    let message = message.replace("unknown variant", "unknown value");
    let message = message.replace("expected usize", "expected a whole number from 0");
    let message = message.replace("expected f32", "expected a number");
    let message = message.replace("expected u16", "expected a whole number from 0 to 65535");
    let message = message.replace("' as i128", "'");
    match message.split_once("expected struct ") {
        Some((before, _)) => format!("{before}expected a table"),
        None => message,
    }
}

/// A character that takes one column and that no terminal obeys.
fn visible(letter: char) -> char {
    match letter {
        '\t' => ' ',
        _ if source::is_clean(letter) => letter,
        _ => char::REPLACEMENT_CHARACTER,
    }
}

impl fmt::Display for Problem {
    /// ```text
    /// config.toml:3:1: unknown setting 'sumary', expected 'summary'
    ///   |
    /// 3 | [sumary]
    ///   |  ^^^^^^
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line, self.column);
        write!(f, "{}:{line}:{column}: {}", self.file, self.message)?;
        if let Some((text, marked)) = &self.excerpt {
            let number = line.to_string();
            let margin = " ".repeat(number.len());
            let before = " ".repeat(column - 1);
            let carets = "^".repeat(*marked);
            write!(
                f,
                "\n{margin} |\n{number} | {text}\n{margin} | {before}{carets}"
            )?;
        }
        Ok(())
    }
}
