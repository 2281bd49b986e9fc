use std::cell::RefCell;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use frostem::{Algorithm, Stemmer};

use crate::language::{Class, Lexicon};

/// A vocabulary with more words is not kept for the next article: some 3 MB a thread.
const MOST_KEPT: usize = 32_768;

thread_local! {
    /// The words that this thread has stemmed. Stemming a word takes ten times as long as finding it
    /// again, and articles share most of their words.
    static KEPT: RefCell<Vocabulary> = RefCell::default();
}

/// Words in small letters, each with the number of its stem.
#[derive(Default)]
struct Vocabulary {
    words: HashMap<Box<str>, u32, FixedState>,
    stems: HashMap<Box<str>, u32, FixedState>,
}

impl Vocabulary {
    fn number_of(&mut self, word: &str, stemmer: Stemmer) -> u32 {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let stem = stemmer.stem(word);
        let known = self.stems.get(stem.as_ref()).copied();
        let number = known.unwrap_or_else(|| {
            let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
            self.stems.insert(stem.as_ref().into(), next);
            next
        });
        self.words.insert(word.into(), number);
        number
    }
}

/// Numbers the stems of one article or story from 0 in the order they come, whatever was read before.
pub(super) struct Stems {
    stemmer: Stemmer,
    vocabulary: Vocabulary,
    /// For each stem of the vocabulary one more than its number here, 0 when it has none.
    numbers: Vec<u32>,
    count: u32,
}

impl Stems {
    pub(super) fn new() -> Self {
        Self {
            stemmer: Stemmer::new(Algorithm::English),
            vocabulary: KEPT.take(),
            numbers: Vec::new(),
            count: 0,
        }
    }

    /// How many stems have been numbered.
    pub(super) fn len(&self) -> usize {
        self.count as usize
    }

    /// The number of a word's stem; none for a stop word or a single letter.
    pub(super) fn of_content(&mut self, lexicon: &Lexicon, word: &str) -> Option<u32> {
        if lexicon.classes(word).has(Class::StopWord) {
            None
        } else {
            self.of(word)
        }
    }

    /// The number of a word's stem; none for a single letter.
    pub(super) fn of(&mut self, word: &str) -> Option<u32> {
        const LONGEST: usize = 32;
        if word.len() < 2 && !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut buffer = [0; LONGEST];
        let known = match buffer.get_mut(..word.len()) {
            Some(lower) if word.is_ascii() => {
                lower.copy_from_slice(word.as_bytes());
                lower.make_ascii_lowercase();
                let lower = std::str::from_utf8(lower).unwrap_or_default();
                self.vocabulary.number_of(lower, self.stemmer)
            }
            _ => self
                .vocabulary
                .number_of(&word.to_lowercase(), self.stemmer),
        };
        Some(self.number_here(known as usize))
    }

    fn number_here(&mut self, known: usize) -> u32 {
        if known >= self.numbers.len() {
            self.numbers
                .resize(self.vocabulary.stems.len().max(known + 1), 0);
        }
        let number = &mut self.numbers[known];
        if *number == 0 {
            self.count += 1;
            *number = self.count;
        }
        *number - 1
    }

    /// The distinct stems of a headline.
    pub(super) fn of_title(&mut self, lexicon: &Lexicon, title: &str) -> Vec<u32> {
        let words = title.split(|c: char| !c.is_alphanumeric());
        let mut terms: Vec<u32> = words
            .filter_map(|word| self.of_content(lexicon, word))
            .collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

impl Drop for Stems {
    fn drop(&mut self) {
        if self.vocabulary.words.len() <= MOST_KEPT {
            KEPT.set(std::mem::take(&mut self.vocabulary));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_numbered_from_0_whatever_was_read_before() {
        for words in [["ferries", "ferry", "sank"], ["sank", "sinks", "sinking"]] {
            let mut stems = Stems::new();
            let numbers = words.map(|word| stems.of(word));
            assert_eq!(numbers[0], Some(0));
            assert_eq!(stems.len(), 2);
        }
    }

    #[test]
    fn the_words_of_a_headline_count_once_and_stop_words_do_not() {
        let mut stems = Stems::new();
        assert_eq!(
            stems.of_title(Lexicon::english(), "Ferry of the ferries: the end"),
            [0, 1]
        );
    }
}
