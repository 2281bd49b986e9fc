use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use super::cues::{CueEntry, FollowEntry};
use super::{Class, Classes, Cues};

/// The lexicon files of English, built into the program.
const ENGLISH: &[(&str, &str)] = &[
    (
        "people.toml",
        include_str!("../../assets/lexicon/en/people.toml"),
    ),
    (
        "speech.toml",
        include_str!("../../assets/lexicon/en/speech.toml"),
    ),
    (
        "sections.toml",
        include_str!("../../assets/lexicon/en/sections.toml"),
    ),
    (
        "cues.toml",
        include_str!("../../assets/lexicon/en/cues.toml"),
    ),
    (
        "harm.toml",
        include_str!("../../assets/lexicon/en/harm.toml"),
    ),
    (
        "figures.toml",
        include_str!("../../assets/lexicon/en/figures.toml"),
    ),
    (
        "summary.toml",
        include_str!("../../assets/lexicon/en/summary.toml"),
    ),
    (
        "time.toml",
        include_str!("../../assets/lexicon/en/time.toml"),
    ),
];

/// No word of a lexicon is longer; what is longer is not looked up.
const LONGEST_WORD: usize = 32;

/// The words of one language, each with its classes, and the cues for sections.
#[derive(Debug, Default, Clone)]
pub struct Lexicon {
    words: HashMap<Box<str>, Classes, FixedState>,
    cues: Cues,
}

/// What is wrong with a lexicon file.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {message}")]
pub struct LexiconError {
    /// The name of the file.
    pub file: String,
    /// The place and the fault, in words.
    pub message: String,
}

/// One class of a lexicon file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    #[serde(rename = "why")]
    _why: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "list", default)]
    lists: Vec<Entry>,
    #[serde(rename = "cue", default)]
    cues: Vec<CueEntry>,
    #[serde(rename = "follow", default)]
    follows: Vec<FollowEntry>,
}

impl Lexicon {
    /// The English lexicon, read once from the files built into the program.
    ///
    /// # Panics
    ///
    /// Never: a test reads the same files.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH_LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
            let mut lexicon = Lexicon::default();
            for (name, text) in ENGLISH {
                lexicon
                    .add(name, text)
                    .expect("the bundled lexicon is valid");
            }
            lexicon
        });
        &ENGLISH_LEXICON
    }

    /// The cues for sections.
    #[must_use]
    pub fn cues(&self) -> &Cues {
        &self.cues
    }

    pub(super) fn of_cues(cues: Cues) -> Self {
        Self {
            cues,
            ..Self::default()
        }
    }

    pub(super) fn into_cues(self) -> Cues {
        self.cues
    }

    /// Adds the words and cues of a lexicon file.
    ///
    /// # Errors
    ///
    /// When the text is not a lexicon file, or a cue could never be met; the message names the line.
    /// Then nothing is added.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        let parsed: File = toml::from_str(text).map_err(|error| LexiconError {
            file: file.to_owned(),
            message: error.to_string(),
        })?;
        for (index, cue) in parsed.cues.iter().enumerate() {
            if let Some((at, fault)) = cue.fault(&parsed.cues[..index]) {
                let line = text.bytes().take(at).filter(|&b| b == b'\n').count() + 1;
                return Err(LexiconError {
                    file: file.to_owned(),
                    message: format!("line {line}: {fault}"),
                });
            }
        }
        for cue in parsed.cues {
            self.cues.add(cue);
        }
        for follow in &parsed.follows {
            self.cues.set_follow(follow);
        }
        for list in parsed.lists {
            for word in list.words {
                let classes = self.words.entry(word.to_lowercase().into()).or_default();
                *classes = classes.with(list.class);
            }
        }
        Ok(())
    }

    /// The classes of a word, whatever its case; none when it is not in the lexicon.
    #[must_use]
    pub fn classes(&self, word: &str) -> Classes {
        if word.len() > LONGEST_WORD {
            return Classes::default();
        }
        let mut buffer = [0; LONGEST_WORD];
        let lower = &mut buffer[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        let found = std::str::from_utf8(lower).ok().and_then(|lower| {
            if lower.is_ascii() {
                self.words.get(lower)
            } else {
                self.words.get(lower.to_lowercase().as_str())
            }
        });
        found.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_files_are_valid() {
        let mut lexicon = Lexicon::default();
        for (name, text) in ENGLISH {
            lexicon.add(name, text).unwrap();
        }
    }

    #[test]
    fn a_word_is_found_whatever_its_case() {
        assert!(Lexicon::english().classes("SAID").has(Class::CueVerb));
        assert!(Lexicon::english().classes("Tuesday").has(Class::Weekday));
        assert_eq!(Lexicon::english().classes("xyzzy"), Classes::default());
    }

    #[test]
    fn an_unknown_class_is_named_with_its_line() {
        let text = "[[list]]\nclass = \"colour\"\nwhy = \"\"\nwords = []\n";
        let error = Lexicon::default().add("mine.toml", text).unwrap_err();
        let message = error.to_string();
        assert!(message.starts_with("mine.toml: "), "{message}");
        assert!(
            message.contains("line 2") && message.contains("colour"),
            "{message}"
        );
    }
}
