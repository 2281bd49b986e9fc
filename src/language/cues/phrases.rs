use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZero;

use foldhash::fast::FixedState;

use super::{Met, Place, Places};
use crate::language::lower::Lower;
use crate::language::words::{WordId, Words};

/// What stands for any number in a phrase.
const ANY_NUMBER: &str = "#";

/// What stands for any hour that is written in one word: "10.50pm".
const ANY_HOUR: &str = "#pm";

/// Phrases of one or more words, found word by word: a tree whose steps are words.
#[derive(Debug, Default, Clone)]
pub(super) struct Phrases {
    /// The number that stands for any number; 0 when no phrase has one.
    any_number: WordId,
    /// The number that stands for any hour in one word; 0 when no phrase has one.
    any_hour: WordId,
    /// From a node by a word to the next node, by the number of the step.
    steps: HashMap<u32, u16, FixedState>,
    nodes: Vec<Node>,
    /// From the root, which is node 0, by the first word to the next node: a row is quicker than `steps`.
    first: Vec<u16>,
}

/// What a word is to the phrases.
#[derive(Debug, Default, Clone, Copy)]
pub struct CueWord {
    /// Its number; 0 when it is in no phrase.
    pub number: WordId,
    /// The cue that it is a phrase of by itself, wherever it stands, and one more.
    alone: Option<NonZero<u16>>,
    /// Where it is a phrase by itself of other cues.
    places: Places,
    /// As in the node that it leads to from the root.
    leads_on: u64,
}

impl CueWord {
    /// The cue that it is a phrase of by itself, wherever it stands: nearly all phrases that are met are such.
    #[inline]
    #[must_use]
    pub fn alone(self) -> Option<usize> {
        self.alone.map(|cue| usize::from(cue.get() - 1))
    }

    /// Whether it may be a phrase of another cue, or open one where a word of this number follows, 0 at the
    /// end; `met` tells where it stands. Most words begin some phrase, but hardly any with the word behind it.
    #[inline]
    #[must_use]
    pub fn may_open(self, next: WordId, met: impl FnOnce() -> Met) -> bool {
        self.leads_on & bit(next) != 0 || self.places.allow(met)
    }
}

#[derive(Debug, Default, Clone)]
struct Node {
    /// The cues whose phrase ends here.
    ends: Vec<u16>,
    /// The last bits of the numbers of the words that lead on from here, a bit each of 64. Nearly all
    /// words lead on to nothing, and this tells it of most without a look into `steps`.
    leads_on: u64,
}

impl Phrases {
    /// None yet, with room for so many steps.
    pub(super) fn with_room(steps: usize) -> Self {
        Self {
            steps: HashMap::with_capacity_and_hasher(steps, FixedState::default()),
            nodes: Vec::with_capacity(steps),
            ..Self::default()
        }
    }

    /// Adds a phrase, its words separated by white space; `#` is any number, `#pm` any hour in one word. Its
    /// words are numbered among those of the language.
    pub(super) fn add(&mut self, phrase: &str, cue: usize, words: &mut Words) {
        let Ok(cue) = u16::try_from(cue) else { return };
        self.nodes.resize(self.nodes.len().max(1), Node::default());
        self.first.resize(self.first.len().max(1), 0);
        let mut node = 0;
        for word in colons_apart(phrase).split_whitespace() {
            let Some(lower) = Lower::of(word) else {
                return;
            };
            let number = words.number(lower);
            match word {
                ANY_NUMBER => self.any_number = number,
                ANY_HOUR => self.any_hour = number,
                _ => {}
            }
            let Some(next) = self.step_or_add(node, number) else {
                return;
            };
            node = next;
        }
        if let Some(node) = self.nodes.get_mut(usize::from(node)) {
            node.ends.push(cue);
        }
    }

    /// Removes all phrases of a cue.
    pub(super) fn forget(&mut self, cue: usize) {
        for node in &mut self.nodes {
            node.ends.retain(|&end| usize::from(end) != cue);
        }
    }

    /// The number of a word or mark as it is written, where that of its small letters is known.
    pub(super) fn number_of(&self, written: &str, number: WordId) -> WordId {
        match written.as_bytes() {
            [b'0'..=b'9', .., b'a' | b'p', b'm'] => self.any_hour,
            [b'0'..=b'9', ..] => self.any_number,
            _ if is_acronym(written) => 0,
            _ => number,
        }
    }

    /// What a word is to the phrases, by its number; `place` tells where the phrases of a cue count.
    pub(super) fn word(&self, number: WordId, place: impl Fn(usize) -> Place) -> CueWord {
        let node = match self.step(0, number) {
            0 => None,
            node => self.nodes.get(usize::from(node)),
        };
        let mut word = CueWord {
            number,
            leads_on: node.map_or(0, |node| node.leads_on),
            ..CueWord::default()
        };
        for &cue in node.map_or(&[][..], |node| &node.ends) {
            let place = place(usize::from(cue));
            if place == Place::Anywhere && word.alone.is_none() {
                word.alone = NonZero::new(cue.wrapping_add(1));
            } else {
                word.places.add(place);
            }
        }
        word
    }

    /// Tells `found` the cue of each phrase that starts with the first of the words.
    pub(super) fn starting(
        &self,
        mut words: impl Iterator<Item = WordId>,
        mut found: impl FnMut(usize),
    ) {
        let mut at = words.next().map_or(0, |first| self.step(0, first));
        while at != 0 {
            let Some(node) = self.nodes.get(usize::from(at)) else {
                return;
            };
            let next = words.next().unwrap_or(0);
            let leads_on = node.leads_on & bit(next) != 0;
            // Most words that open a phrase neither are one nor go on: one question, of a single number.
            if node.ends.len() + usize::from(leads_on) == 0 {
                return;
            }
            let ends = node.ends.iter();
            ends.for_each(|&cue| found(usize::from(cue)));
            at = if leads_on { self.step(at, next) } else { 0 };
        }
    }

    /// The node after a step; 0 when there is none.
    fn step(&self, node: u16, word: WordId) -> u16 {
        let next = if node == 0 {
            self.first.get(usize::from(word))
        } else {
            self.steps.get(&step(node, word))
        };
        next.copied().unwrap_or(0)
    }

    /// The node after a step, made when it is new; nothing when there is no number left for it.
    fn step_or_add(&mut self, node: u16, word: WordId) -> Option<u16> {
        let known = self.step(node, word);
        if known != 0 {
            return Some(known);
        }
        let new = u16::try_from(self.nodes.len()).ok()?;
        self.nodes.push(Node::default());
        if node == 0 {
            let slot = usize::from(word);
            self.first.resize(self.first.len().max(slot + 1), 0);
            self.first[slot] = new;
            return Some(new);
        }
        if let Some(node) = self.nodes.get_mut(usize::from(node)) {
            node.leads_on |= bit(word);
        }
        self.steps.insert(step(node, word), new);
        Some(new)
    }
}

/// One number for a node and the word that leads on from it: quicker to look up than two.
fn step(node: u16, word: WordId) -> u32 {
    u32::from(node) << 16 | u32::from(word)
}

/// The bit of a word among those that lead on; none for the number 0, which stands for words in no phrase.
#[inline]
fn bit(word: WordId) -> u64 {
    u64::from(word != 0) << (word % 64)
}

/// The phrase with white space around each colon, which is a word of its own.
fn colons_apart(phrase: &str) -> Cow<'_, str> {
    if phrase.contains(':') {
        phrase.replace(':', " : ").into()
    } else {
        phrase.into()
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
        let mut known = Words::default();
        for (cue, phrase) in phrases.iter().enumerate() {
            tree.add(phrase, cue, &mut known);
        }
        let word = |word| {
            let number = Lower::of(word).map_or(0, |lower| known.get(&lower).1);
            tree.number_of(word, number)
        };
        let words: Vec<WordId> = text.split(' ').map(word).collect();
        let mut found = Vec::new();
        for at in 0..words.len() {
            tree.starting(words[at..].iter().copied(), |cue| found.push(cue));
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
    fn an_hour_in_one_word_is_no_other_number() {
        check(
            &["at #pm", "at #"],
            "at 10.50pm at 7am at 12 at 3m",
            &[0, 0, 1, 1],
        );
    }

    #[test]
    fn a_colon_in_a_phrase_is_a_word_of_its_own() {
        check(&["note: x", "10:"], "a note : x", &[0]);
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
