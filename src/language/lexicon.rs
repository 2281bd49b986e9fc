use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

use serde::Deserialize;
use toml::Spanned;

use super::cues::{CueEntry, FollowEntry};
use super::lower::Lower;
use super::words::{WordId, Words};
use super::{Class, Classes, Cues};

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

/// Room for the words of English: some more than there are, so that their table is made once. One more
/// than this and a table would be twice as large, for the pages of which a start would wait.
const ENGLISH_WORDS: usize = 7_168;

/// Room for the steps of the phrases in the cues of English.
const ENGLISH_PHRASE_STEPS: usize = 3_584;

/// The words of one language, each with its classes, and the cues for sections.
#[derive(Debug, Default, Clone)]
pub struct Lexicon {
    words: Words,
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

/// What is wrong with a lexicon file.
#[derive(Debug, thiserror::Error)]
#[error("{file}: line {line}: {message}")]
pub struct LexiconError {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The bytes of the file at fault.
    pub bytes: Range<usize>,
    /// The fault, in words.
    pub message: String,
}

impl LexiconError {
    fn new(file: &str, text: &str, bytes: Range<usize>, message: &str) -> Self {
        let before = text.bytes().take(bytes.start);
        Self {
            file: file.to_owned(),
            line: before.filter(|&byte| byte == b'\n').count() + 1,
            bytes,
            message: message.to_owned(),
        }
    }
}

/// One class of a lexicon file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<S> {
    class: Class,
    /// For whoever reads the file.
    why: String,
    words: Vec<S>,
}

/// A lexicon file; `S` is a text, a piece of the file, or a text with its place in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<S> {
    #[serde(rename = "list", default = "Vec::new")]
    lists: Vec<Entry<S>>,
    #[serde(rename = "cue", default = "Vec::new")]
    cues: Vec<CueEntry<S>>,
    #[serde(rename = "follow", default)]
    follows: Vec<FollowEntry>,
}

impl File<Spanned<String>> {
    /// The file without the places of its texts.
    fn placeless(self) -> File<String> {
        let lists = self.lists.into_iter().map(|list| Entry {
            class: list.class,
            why: list.why,
            words: list.words.into_iter().map(Spanned::into_inner).collect(),
        });
        let cues = self.cues.into_iter().map(CueEntry::placeless);
        File {
            lists: lists.collect(),
            cues: cues.collect(),
            follows: self.follows,
        }
    }
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
            let mut lexicon = Lexicon {
                words: Words::with_room(ENGLISH_WORDS),
                cues: Cues::with_room(ENGLISH_PHRASE_STEPS),
                ..Lexicon::default()
            };
            for text in ENGLISH {
                let file: File<&str> =
                    serde_json::from_str(text).expect("the bundled lexicon is valid");
                lexicon.take(file);
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
        let parsed: File<Spanned<String>> = toml::from_str(text).map_err(|error| {
            let bytes = error.span().unwrap_or_default();
            LexiconError::new(file, text, bytes, error.message())
        })?;
        for (index, cue) in parsed.cues.iter().enumerate() {
            if let Some((bytes, fault)) = cue.fault(&parsed.cues[..index]) {
                return Err(LexiconError::new(file, text, bytes, &fault));
            }
        }
        self.take(parsed.placeless());
        Ok(())
    }

    fn take<S: AsRef<str> + Into<Arc<str>>>(&mut self, file: File<S>) {
        self.id = LexiconId::new();
        for cue in file.cues {
            self.cues.add(cue, &mut self.words);
        }
        for follow in &file.follows {
            self.cues.set_follow(follow);
        }
        for list in file.lists {
            for lower in list
                .words
                .iter()
                .filter_map(|word| Lower::of(word.as_ref()))
            {
                self.words.add(lower, list.class);
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
        let found = Lower::of(word).map(|lower| self.words.get(&lower));
        let (classes, number) = found.unwrap_or_default();
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
