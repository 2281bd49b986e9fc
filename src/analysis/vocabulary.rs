use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use foldhash::fast::FixedState;
use frostem::{Algorithm, Stemmer};

use super::attribution::may_be_cue;
use super::figures::{Counting, counting, may_be_of_figure};
use super::numbering::Numbering;
use super::people::key;
use super::sections::may_tell;
use crate::document::TokenKind;
use crate::language::{Class, Classes, Lexicon, LexiconId, WordId};

/// A vocabulary with more words is not kept for the next article: some 4 MB a thread.
const MOST_KEPT: usize = 32_768;

thread_local! {
    /// The words that this thread has met. Looking a word up in the lexicon and stemming it takes
    /// many times as long as finding it again, and articles share most of their words.
    static KEPT: RefCell<Vocabulary> = RefCell::default();
}

/// What only depends on how a word is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub classes: Classes,
    /// Its number in the phrases of the cues; 0 when it is in none.
    pub cue_word: WordId,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Its number as a part of a name.
    pub key: u64,
    /// Whether it may be a cue or begin one, whatever stands beside it.
    pub may_cue: bool,
    /// Whether it may be of a figure, as a word, whatever stands beside it.
    pub may_count: bool,
    /// Whether it may be a finite verb or open a clause, as a word, whatever stands beside it.
    pub may_tell: bool,
    /// Whether a phrase of the cues for sections begins with it.
    pub opens_cue: bool,
    /// What it is to the figures.
    pub counting: Counting,
    /// The number of its stem among all that this thread has met; none for a single letter.
    pub stem: Option<u32>,
}

/// Words as they are written, each with what is known of it.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The lexicon that the words were looked up in.
    lexicon: LexiconId,
    short: HashMap<Short, u32, FixedState>,
    /// The words that are too long for the other map.
    long: HashMap<Box<str>, u32, FixedState>,
    known: Vec<Known>,
    stems: Stemming,
    /// Which of the words and of the stems an article has.
    words_met: Numbering,
    stems_met: Numbering,
}

/// Words in small letters, each with the number of its stem.
#[derive(Default)]
struct Stemming {
    words: HashMap<Box<str>, u32, FixedState>,
    stems: HashMap<Box<str>, u32, FixedState>,
}

/// Does something with the vocabulary of this thread, as this lexicon knows its words.
pub(super) fn with<R>(lexicon: &Lexicon, then: impl FnOnce(&mut Vocabulary) -> R) -> R {
    KEPT.with_borrow_mut(|kept| {
        if kept.lexicon != lexicon.id() {
            kept.lexicon = lexicon.id();
            kept.short.clear();
            kept.long.clear();
            kept.known.clear();
        }
        then(kept)
    })
}

/// Forgets all words when there are too many to keep. The numbers of stems begin anew.
pub(super) fn trim() {
    KEPT.with_borrow_mut(|kept| {
        if kept.known.len().max(kept.stems.words.len()) > MOST_KEPT {
            *kept = Vocabulary::default();
        }
    });
}

impl Vocabulary {
    /// The words by their numbers, to be numbered anew; to be given back with [`Self::give_back`].
    pub(super) fn words_anew(&mut self) -> Numbering {
        self.words_met.begin(self.known.len());
        std::mem::take(&mut self.words_met)
    }

    /// Takes back what [`Self::words_anew`] gave.
    pub(super) fn give_back(&mut self, words: Numbering) {
        self.words_met = words;
    }

    /// The stems by their numbers, to be numbered anew.
    pub(super) fn stems_anew(&mut self) -> &mut Numbering {
        self.stems_met.begin(self.stems.stems.len());
        &mut self.stems_met
    }

    /// How many stems there are.
    pub(super) fn count_stems(&self) -> usize {
        self.stems.stems.len()
    }

    /// The number of a word of 16 bytes at most that was met before, by its place in a text.
    #[inline]
    pub(super) fn find(&self, text: &[u8], word: Range<usize>) -> Option<u32> {
        self.short.get(&Short::of(text, word)?).copied()
    }

    /// The number of a word, from 0 in the order in which they were met.
    pub(super) fn number(&mut self, lexicon: &Lexicon, word: &str) -> u32 {
        let found = self.find(word.as_bytes(), 0..word.len());
        let found = found.or_else(|| self.long.get(word).copied());
        found.unwrap_or_else(|| self.add(lexicon, word))
    }

    /// What is known of a word, by its number.
    pub(super) fn known(&self, number: u32) -> Option<Known> {
        self.known.get(number as usize).copied()
    }

    /// The number of a word's stem; none for a stop word or a single letter.
    pub(super) fn content_stem(&mut self, lexicon: &Lexicon, word: &str) -> Option<u32> {
        let number = self.number(lexicon, word);
        let known = self.known.get(number as usize)?;
        known.stem.filter(|_| !known.classes.has(Class::StopWord))
    }

    #[cold]
    fn add(&mut self, lexicon: &Lexicon, word: &str) -> u32 {
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let (classes, cue_word) = lexicon.look_up(word);
        self.known.push(Known {
            classes,
            cue_word,
            capital: begins_with_capital(word),
            key: key(word),
            may_cue: may_be_cue(word, classes),
            may_count: may_be_of_figure(word, TokenKind::Word, classes),
            may_tell: may_tell(word, TokenKind::Word, classes),
            opens_cue: lexicon.cues().may_begin(cue_word),
            counting: counting(word),
            stem: self.stems.of(word),
        });
        match Short::of(word.as_bytes(), 0..word.len()) {
            Some(short) => self.short.insert(short, number),
            None => self.long.insert(word.into(), number),
        };
        number
    }
}

/// All letters of a word of 16 bytes at most. It is compared without a look at its text, as nearly all
/// words of an article are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Short {
    /// Behind the letters nothing but zeros.
    letters: u128,
    len: usize,
}

/// A short word has no more bytes.
const MOST_SHORT: usize = 16;

/// For each length of a short word the bits of its letters.
const LETTERS: [u128; MOST_SHORT + 1] = {
    let mut letters = [0; MOST_SHORT + 1];
    let mut len = 1;
    while len <= MOST_SHORT {
        letters[len] = letters[len - 1] << 8 | 0xff;
        len += 1;
    }
    letters
};

impl Hash for Short {
    /// In two steps: a row would be hashed byte by byte.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or_default();
        state.write_u64(half(self.letters));
        state.write_u64(half(self.letters >> 64).rotate_left(32) ^ self.len as u64);
    }
}

impl Short {
    /// The word at a place in a text; nothing when it has more bytes.
    #[inline]
    fn of(text: &[u8], word: Range<usize>) -> Option<Self> {
        let len = word.len();
        let used = LETTERS.get(len)?;
        let from = text.get(word.start..)?;
        // Read with what stands behind it, whatever its length: lengths can not be foreseen.
        let letters = if let Some(bytes) = from.first_chunk::<MOST_SHORT>() {
            *bytes
        } else {
            let mut bytes = [0; MOST_SHORT];
            bytes.get_mut(..len)?.copy_from_slice(from.get(..len)?);
            bytes
        };
        let letters = u128::from_le_bytes(letters) & used;
        Some(Self { letters, len })
    }
}

impl Stemming {
    /// The number of a word's stem; none for a single letter or mark.
    fn of(&mut self, word: &str) -> Option<u32> {
        let letter = word.len() < 2 && !word.starts_with(|c: char| c.is_ascii_digit());
        if letter || !word.contains(char::is_alphanumeric) {
            return None;
        }
        let lower = word.to_lowercase();
        if let Some(&known) = self.words.get(lower.as_str()) {
            return Some(known);
        }
        let stem = Stemmer::new(Algorithm::English).stem(&lower);
        let known = self.stems.get(stem.as_ref()).copied();
        let number = known.unwrap_or_else(|| {
            let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
            self.stems.insert(stem.as_ref().into(), next);
            next
        });
        self.words.insert(lower.into(), number);
        Some(number)
    }
}

fn begins_with_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_word_is_what_the_lexicon_at_hand_says() {
        let word = |lexicon: &Lexicon| {
            with(lexicon, |vocabulary| {
                let number = vocabulary.number(lexicon, "Zindle");
                vocabulary.known(number).unwrap()
            })
        };
        let mut mine = Lexicon::english().clone();
        let list = "[[list]]\nclass = \"cue_verb\"\nwhy = \"\"\nwords = [\"zindle\"]\n";
        mine.add("mine.toml", list).unwrap();
        assert!(!word(Lexicon::english()).classes.has(Class::CueVerb));
        assert!(word(&mine).classes.has(Class::CueVerb));
        assert!(!word(Lexicon::english()).classes.has(Class::CueVerb));
        assert!(word(&mine).capital);
    }

    proptest! {
        #[test]
        fn short_words_are_told_apart_by_their_letters(
            one in "[a-b\u{0}é]{0,17}",
            other in "[a-b\u{0}é]{0,17}",
        ) {
            let short = |word: &str| Short::of(word.as_bytes(), 0..word.len());
            if let (Some(a), Some(b)) = (short(&one), short(&other)) {
                prop_assert_eq!(a == b, one == other);
            }
            let inside = format!("{one}{other} and what stands behind");
            prop_assert_eq!(Short::of(inside.as_bytes(), 0..one.len()), short(&one));
            prop_assert_eq!(short(&one).is_some(), one.len() <= 16);
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem_and_a_letter_has_none() {
        let lexicon = Lexicon::english();
        let stems = with(lexicon, |vocabulary| {
            ["Ferries", "ferry", "a", "9"].map(|word| {
                let number = vocabulary.number(lexicon, word);
                vocabulary.known(number).unwrap().stem
            })
        });
        assert_eq!(stems[0], stems[1]);
        assert_eq!(stems[2], None);
        assert!(stems[3].is_some());
    }
}
