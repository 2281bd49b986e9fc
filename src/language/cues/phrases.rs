use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::language::lower::Lower;

/// The number of a word that stands in some phrase; 0 stands for all other words.
pub type WordId = u16;

/// What stands for any number in a phrase.
const ANY_NUMBER: &[u8] = b"#";

/// Phrases of one or more words, found word by word: a tree whose steps are words.
#[derive(Debug, Default, Clone)]
pub(super) struct Phrases {
    /// By the bytes of the word, as [`Lower`] gives them.
    words: HashMap<Box<[u8]>, WordId, FixedState>,
    /// Those of them that the lexicon does not know yet.
    new_words: Vec<(Box<[u8]>, WordId)>,
    /// The number that stands for any number; 0 when no phrase has one.
    any_number: WordId,
    /// From a node by a word to the next node. The root is 0.
    steps: HashMap<(u16, WordId), u16, FixedState>,
    /// The cues whose phrase ends at a node.
    ends: Vec<Vec<u16>>,
    /// The node after the first word, by its number: saves a look-up in `steps`.
    first: Vec<u16>,
}

impl Phrases {
    /// Adds a phrase, its words separated by white space; `#` is any number.
    pub(super) fn add(&mut self, phrase: &str, cue: usize) {
        let Ok(cue) = u16::try_from(cue) else { return };
        self.ends.resize(self.ends.len().max(1), Vec::new());
        self.first.resize(self.first.len().max(1), 0);
        let mut node = 0;
        for word in phrase.replace(':', " : ").split_whitespace() {
            let Some(word) = Lower::of(word).map(|lower| self.number(&lower)) else {
                return;
            };
            let Some(next) = self.step_or_add(node, word) else {
                return;
            };
            node = next;
        }
        if let Some(ends) = self.ends.get_mut(usize::from(node)) {
            ends.push(cue);
        }
    }

    /// Removes all phrases of a cue.
    pub(super) fn forget(&mut self, cue: usize) {
        for ends in &mut self.ends {
            ends.retain(|&end| usize::from(end) != cue);
        }
    }

    /// The words that were not asked for before, as they are looked up, each with its number.
    pub(super) fn take_new_words(&mut self) -> Vec<(Box<[u8]>, WordId)> {
        std::mem::take(&mut self.new_words)
    }

    /// The number of a word or mark as it is written, where that of its small letters is known.
    pub(super) fn number_of(&self, written: &str, number: WordId) -> WordId {
        match written.as_bytes() {
            [b'0'..=b'9', ..] => self.any_number,
            _ if is_acronym(written) => 0,
            _ => number,
        }
    }

    /// Whether a phrase begins with a word.
    pub(super) fn begin_with(&self, word: WordId) -> bool {
        self.first
            .get(usize::from(word))
            .is_some_and(|&node| node != 0)
    }

    /// Tells `found` the cue of each phrase that starts at the first of the words.
    pub(super) fn starting(&self, words: &[WordId], mut found: impl FnMut(usize)) {
        let mut words = words.iter();
        let Some(&first) = words.next() else { return };
        let mut node = self.first.get(usize::from(first)).copied().unwrap_or(0);
        while node != 0 {
            let ends = self.ends.get(usize::from(node)).into_iter().flatten();
            ends.for_each(|&cue| found(usize::from(cue)));
            let next = words.next().filter(|&&word| word != 0);
            node = next.map_or(0, |&word| self.step(node, word));
        }
    }

    fn step(&self, node: u16, word: WordId) -> u16 {
        self.steps.get(&(node, word)).copied().unwrap_or(0)
    }

    /// The node after a step, made when it is new; nothing when there is no number left for it.
    fn step_or_add(&mut self, node: u16, word: WordId) -> Option<u16> {
        let known = self.step(node, word);
        if known != 0 {
            return Some(known);
        }
        let new = u16::try_from(self.ends.len()).ok()?;
        self.ends.push(Vec::new());
        self.steps.insert((node, word), new);
        if node == 0 {
            let slot = usize::from(word);
            self.first.resize(self.first.len().max(slot + 1), 0);
            self.first[slot] = new;
        }
        Some(new)
    }

    fn number(&mut self, word: &Lower) -> WordId {
        if let Some(&known) = self.words.get(word.bytes()) {
            return known;
        }
        let next = WordId::try_from(self.words.len() + 1).unwrap_or(0);
        self.words.insert(word.bytes().into(), next);
        self.new_words.push((word.bytes().into(), next));
        if word.bytes() == ANY_NUMBER {
            self.any_number = next;
        }
        next
    }
}

/// "US" is not "us", nor "IT" "it", nor "WHO" "who".
fn is_acronym(word: &str) -> bool {
    matches!(word, "US" | "IT" | "WHO")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrases: &[&str], text: &str, expected: &[usize]) {
        let mut tree = Phrases::default();
        for (cue, phrase) in phrases.iter().enumerate() {
            tree.add(phrase, cue);
        }
        let word = |word| {
            let lower = Lower::of(word);
            let known = lower.and_then(|lower| tree.words.get(lower.bytes()));
            tree.number_of(word, known.copied().unwrap_or(0))
        };
        let words: Vec<WordId> = text.split(' ').map(word).collect();
        let mut found = Vec::new();
        for at in 0..words.len() {
            tree.starting(&words[at..], |cue| found.push(cue));
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn a_phrase_and_a_longer_one_are_both_found() {
        check(&["going to", "going"], "we are Going to go", &[1, 0]);
    }

    #[test]
    fn a_number_in_a_phrase_is_any_number() {
        check(&["# years ago"], "some 12 years ago", &[0]);
    }

    #[test]
    fn a_curly_apostrophe_is_an_apostrophe() {
        check(&["won't"], "it won\u{2019}t", &[0]);
    }

    #[test]
    fn an_acronym_is_not_the_word_of_its_letters() {
        check(&["us"], "the US told us", &[0]);
    }

    #[test]
    fn a_broken_phrase_is_not_found() {
        check(&["is expected"], "is it expected", &[]);
    }

    #[test]
    fn a_word_beyond_all_length_is_no_word() {
        check(&["a"], &"a".repeat(1000), &[]);
    }
}
