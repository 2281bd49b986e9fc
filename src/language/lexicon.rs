use std::collections::HashMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use foldhash::fast::FixedState;
use serde::Deserialize;
use toml::Spanned;

use super::cues::{CueEntry, FollowEntry};
use super::lower::Lower;
use super::{Class, Classes, Cues, WordId};

/// The lexicon files of English, built into the program; `build.rs` has turned them into JSON.
const ENGLISH: &[&str] = &[
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/people.json")),
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/speech.json")),
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/sections.json")),
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/cues.json")),
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/harm.json")),
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/figures.json")),
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/summary.json")),
    include_str!(concat!(env!("OUT_DIR"), "/lexicon/en/time.json")),
];

/// The words of one language, each with its classes, and the cues for sections.
#[derive(Debug, Default, Clone)]
pub struct Lexicon {
    /// By the bytes of the word, as [`Lower`] gives them.
    words: HashMap<Box<[u8]>, Known, FixedState>,
    cues: Cues,
    id: LexiconId,
}

/// Tells lexicons apart: two that were given different words have different ones. That of a lexicon
/// without words is the default.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct LexiconId(u64);

impl LexiconId {
    /// One that no lexicon of this run has had.
    fn new() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// What is known of a word: its classes, and its number in the phrases of the cues.
type Known = (Classes, WordId);

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

/// A lexicon file; `S` is a text, or a text with its place in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<S = String> {
    #[serde(rename = "list", default)]
    lists: Vec<Entry>,
    #[serde(rename = "cue", default = "Vec::new")]
    cues: Vec<CueEntry<S>>,
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
            for text in ENGLISH {
                lexicon.take(serde_json::from_str(text).expect("the bundled lexicon is valid"));
            }
            lexicon
        });
        &ENGLISH_LEXICON
    }

    /// What tells this lexicon from others.
    #[must_use]
    pub fn id(&self) -> LexiconId {
        self.id
    }

    /// The cues for sections.
    #[must_use]
    pub fn cues(&self) -> &Cues {
        &self.cues
    }

    /// Adds the words and cues of a lexicon file.
    ///
    /// # Errors
    ///
    /// When the text is not a lexicon file, or a cue could never be met; the message names the line.
    /// Then nothing is added.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        let parsed: File<Spanned<String>> = toml::from_str(text).map_err(|error| LexiconError {
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
        let cues = parsed.cues.into_iter().map(CueEntry::placeless);
        self.take(File {
            lists: parsed.lists,
            cues: cues.collect(),
            follows: parsed.follows,
        });
        Ok(())
    }

    fn take(&mut self, file: File) {
        self.id = LexiconId::new();
        for cue in file.cues {
            self.cues.add(cue);
        }
        for follow in &file.follows {
            self.cues.set_follow(follow);
        }
        for (word, number) in self.cues.take_new_words() {
            self.words.entry(word).or_default().1 = number;
        }
        for list in file.lists {
            for word in list.words {
                let Some(lower) = Lower::of(&word) else {
                    continue;
                };
                let (classes, _) = self.words.entry(lower.bytes().into()).or_default();
                *classes = classes.with(list.class);
            }
        }
    }

    /// The classes of a word, whatever its case; none when it is not in the lexicon.
    #[must_use]
    pub fn classes(&self, word: &str) -> Classes {
        self.look_up(word).0
    }

    /// The classes of a word, and its number in the phrases of the cues; 0 when it is in none.
    #[must_use]
    pub fn look_up(&self, word: &str) -> (Classes, WordId) {
        let found = Lower::of(word).and_then(|lower| self.words.get(lower.bytes()));
        let (classes, number) = found.copied().unwrap_or_default();
        (classes, self.cues.number_of(word, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_english_are_valid_and_all_of_them_are_bundled() {
        let files = std::fs::read_dir("assets/lexicon/en").unwrap();
        let mut lexicon = Lexicon::default();
        for path in files.map(|file| file.unwrap().path()) {
            let text = std::fs::read_to_string(&path).unwrap();
            lexicon.add(&path.display().to_string(), &text).unwrap();
        }
        assert_eq!(lexicon.words, Lexicon::english().words);
        assert_eq!(
            lexicon.cues.all().len(),
            Lexicon::english().cues.all().len()
        );
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
