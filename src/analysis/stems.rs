use super::vocabulary;
use crate::language::Lexicon;

/// Numbers the stems of one article or story from 0 in the order they come, whatever was read before.
#[derive(Default)]
pub(super) struct Stems {
    /// For each stem of the vocabulary one more than its number here, 0 when it has none.
    numbers: Vec<u32>,
    count: u32,
}

impl Stems {
    /// How many stems have been numbered.
    pub(super) fn len(&self) -> usize {
        self.count as usize
    }

    /// The number of a word's stem; none for a stop word or a single letter.
    pub(super) fn of_content(&mut self, lexicon: &Lexicon, word: &str) -> Option<u32> {
        let (stem, stems) = vocabulary::with(lexicon, |vocabulary| {
            let stem = vocabulary.content_stem(lexicon, word);
            (stem, vocabulary.count_stems())
        });
        Some(self.number(stem?, stems))
    }

    /// The number here of a stem of the vocabulary, which has so many of them.
    fn number(&mut self, stem: u32, stems: usize) -> u32 {
        let stem = stem as usize;
        if stem >= self.numbers.len() {
            self.numbers.resize(stems.max(stem + 1), 0);
        }
        let number = &mut self.numbers[stem];
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_numbered_from_0_whatever_was_read_before() {
        for words in [["ferries", "ferry", "sank"], ["sank", "sinks", "sinking"]] {
            let mut stems = Stems::default();
            let numbers = words.map(|word| stems.of_content(Lexicon::english(), word));
            assert_eq!(numbers[0], Some(0));
            assert_eq!(stems.len(), 2);
        }
    }

    #[test]
    fn the_words_of_a_headline_count_once_and_stop_words_do_not() {
        let mut stems = Stems::default();
        assert_eq!(
            stems.of_title(Lexicon::english(), "Ferry of the ferries: the end"),
            [0, 1]
        );
    }
}
