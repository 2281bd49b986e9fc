//! How a run ends, and the exit status that says so.

use std::io;
use std::path::Path;

use crate::source;

/// Why a command could not go on.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// The command line asks for something that makes no sense.
    #[error("{0}")]
    Usage(String),
    /// Something could not be read, written or understood.
    #[error("{0}")]
    Failed(String),
    /// Who read our output has closed it; that is no fault.
    #[error("the output is closed")]
    Closed,
    /// A signal of this number asked for the end.
    #[error("ended by signal {0}")]
    Signal(u8),
}

impl Failure {
    /// A failure to read or write something that has a name.
    pub(super) fn io(place: &str, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(format!("{place}: {}", plain(error))),
        }
    }

    /// A failure to write to standard output. When nobody reads it any more the program ends here,
    /// because another thread may be waiting for input that never comes.
    pub(super) fn stdout(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => super::leave(),
            _ => Self::io("standard output", error),
        }
    }
}

/// The system's words for an error, in lower case and without its number.
pub(super) fn plain(error: &io::Error) -> String {
    let words = error.to_string();
    let words = words
        .split_once(" (os error")
        .map_or(&*words, |(words, _)| words);
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The name of a file in a message: in single quotes, nothing in it that a terminal obeys.
pub(super) fn quoted(path: &Path) -> String {
    let name = path.to_string_lossy();
    let name: String = name
        .chars()
        .map(|letter| {
            if letter.is_control() || !source::is_clean(letter) {
                char::REPLACEMENT_CHARACTER
            } else {
                letter
            }
        })
        .collect();
    format!("'{name}'")
}
