use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::lower::Lower;
use super::{Class, Classes};

/// The number of a word that stands in some phrase; 0 stands for all other words.
pub type WordId = u16;

/// What is known of a word: its classes, and its number in the phrases of the cues.
pub(super) type Known = (Classes, WordId);

/// What is known of each word.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Words {
    known: HashMap<Lower, Known, FixedState>,
    /// The last number given to a word of a phrase.
    last: WordId,
}

impl Words {
    /// None yet, with room for as many as a language has.
    pub(super) fn with_room(words: usize) -> Self {
        Self {
            known: HashMap::with_capacity_and_hasher(words, FixedState::default()),
            last: 0,
        }
    }

    pub(super) fn get(&self, word: &Lower) -> Known {
        self.known.get(word).copied().unwrap_or_default()
    }

    /// The number of a word in the phrases, given to it now when it is in none yet; 0 when there are no
    /// more.
    pub(super) fn number(&mut self, word: Lower) -> WordId {
        let (_, number) = self.known.entry(word).or_default();
        if *number == 0 {
            *number = self.last.checked_add(1).unwrap_or(0);
            self.last = self.last.max(*number);
        }
        *number
    }

    /// Adds a word to a class.
    pub(super) fn add(&mut self, word: Lower, class: Class) {
        let (classes, _) = self.known.entry(word).or_default();
        *classes = classes.with(class);
    }
}
