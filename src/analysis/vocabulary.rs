use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use frostem::{Algorithm, Stemmer};
use hashbrown::HashTable;

use super::figures::Piece;
use super::numbering::Numbering;
use super::reading::Form;
use crate::document::Span;
use crate::language::{Class, CueWord, Lexicon, LexiconId};

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
    /// What its tokens look like, but for their text.
    pub form: Form<'static>,
    /// What it is to the phrases of the cues for sections.
    pub cue_word: CueWord,
    /// What it is to the figures.
    pub piece: Piece,
}

/// Words as they are written, each with what is known of it.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The lexicon that the words were looked up in.
    lexicon: LexiconId,
    words: Vec<Word>,
    /// For each word what is known of it, which is asked once for all its tokens in an article.
    known: Vec<Known>,
    /// The numbers of the short words, which are found by their letters. It holds no letters: so it is
    /// small, and to find a word touches hardly more than what is known of it.
    short: HashTable<u32>,
    /// The words that are too long for the other table.
    long: HashMap<Box<str>, u32, FixedState>,
    stems: HashMap<Box<str>, u32, FixedState>,
    /// From 1 up: how many articles were begun.
    round: u32,
    /// How many words the article has so far.
    count: u32,
    /// What they are, in the order in which they were met. It is as long as the longest article needed: what
    /// stands behind them tells nothing.
    met: Vec<Met>,
    /// Which of the stems an article has.
    stems_met: Numbering,
}

/// A word of an article.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Met {
    /// Its number in the vocabulary.
    pub word: u32,
    /// Where it stands first.
    pub first: Span,
}

/// A word that was met. What is read for each token stands side by side.
struct Word {
    /// Its letters; those of no word for a long one.
    letters: Short,
    /// The round in which it was met last, and its number among the words of that article.
    round: u32,
    number: u32,
}

/// Does something with the vocabulary of this thread, as this lexicon knows its words.
pub(super) fn with<R>(lexicon: &Lexicon, then: impl FnOnce(&mut Vocabulary) -> R) -> R {
    KEPT.with_borrow_mut(|kept| {
        if kept.lexicon != lexicon.id() {
            kept.lexicon = lexicon.id();
            kept.words.clear();
            kept.known.clear();
            kept.short.clear();
            kept.long.clear();
        }
        then(kept)
    })
}

/// Forgets all words when there are too many to keep. The numbers of stems begin anew.
pub(super) fn trim() {
    KEPT.with_borrow_mut(|kept| {
        if kept.words.len() > MOST_KEPT {
            *kept = Vocabulary::default();
        }
    });
}

impl Vocabulary {
    /// Begins an article of so many tokens, whose words are numbered anew by [`Self::meet`].
    pub(super) fn begin(&mut self, tokens: usize) {
        if self.round == u32::MAX {
            *self = Self::default();
        }
        self.round += 1;
        self.count = 0;
        if tokens > self.met.len() {
            self.met.resize(tokens, Met::default());
        }
    }

    /// The number of the word at a place in a text among those of the article, in the order in which they are
    /// met.
    #[inline]
    pub(super) fn meet(&mut self, lexicon: &Lexicon, text: &str, first: Span) -> u32 {
        let known = self.find(text.as_bytes(), first.range());
        let word = known.unwrap_or_else(|| {
            let word = text.get(first.range()).unwrap_or_default();
            self.number(lexicon, word)
        });
        let it = &mut self.words[word as usize];
        // Each is written, and the next one over what was met before: which are can not be foreseen.
        if let Some(met) = self.met.get_mut(self.count as usize) {
            *met = Met { word, first };
        }
        let new = it.round != self.round;
        it.number = if new { self.count } else { it.number };
        it.round = self.round;
        self.count += u32::from(new);
        it.number
    }

    /// The words of the article, in the order in which they were met.
    pub(super) fn met(&self) -> &[Met] {
        self.met.get(..self.count as usize).unwrap_or_default()
    }

    /// The stems by their numbers, to be numbered anew.
    pub(super) fn stems_anew(&mut self) -> &mut Numbering {
        self.stems_met.begin(self.stems.len());
        &mut self.stems_met
    }

    /// How many stems there are.
    pub(super) fn count_stems(&self) -> usize {
        self.stems.len()
    }

    /// The number of a word of 15 bytes at most that was met before, by its place in a text.
    #[inline]
    fn find(&self, text: &[u8], word: Range<usize>) -> Option<u32> {
        let word = Short::of(text, word)?;
        let is_it = |&at: &u32| {
            self.words
                .get(at as usize)
                .is_some_and(|it| it.letters == word)
        };
        self.short.find(word.hash(), is_it).copied()
    }

    /// The number of a word, from 0 in the order in which they were met.
    pub(super) fn number(&mut self, lexicon: &Lexicon, word: &str) -> u32 {
        let found = self.find(word.as_bytes(), 0..word.len());
        let found = found.or_else(|| self.long.get(word).copied());
        found.unwrap_or_else(|| self.add(lexicon, word))
    }

    /// What is known of a word, by its number.
    pub(super) fn known(&self, number: u32) -> &Known {
        &self.known[number as usize]
    }

    /// The number of a word's stem; none for a stop word or a single letter.
    pub(super) fn content_stem(&mut self, lexicon: &Lexicon, word: &str) -> Option<u32> {
        let number = self.number(lexicon, word);
        let form = &self.known(number).form;
        form.stem.filter(|_| !form.classes.has(Class::StopWord))
    }

    #[cold]
    fn add(&mut self, lexicon: &Lexicon, word: &str) -> u32 {
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let (classes, cue_word) = lexicon.look_up(word);
        let known = Known {
            form: Form::unnamed(word, classes, self.stem(word)),
            cue_word: lexicon.cues().word(cue_word),
            piece: Piece::of(word),
        };
        let letters = Short::of(word.as_bytes(), 0..word.len());
        let words = &self.words;
        let hash = |&at: &u32| words.get(at as usize).map_or(0, |it| it.letters.hash());
        match letters {
            Some(short) => drop(self.short.insert_unique(short.hash(), number, hash)),
            None => drop(self.long.insert(word.into(), number)),
        }
        self.words.push(Word {
            letters: letters.unwrap_or_default(),
            round: 0,
            number: 0,
        });
        self.known.push(known);
        number
    }

    /// The number of a word's stem; none for a single letter or mark.
    fn stem(&mut self, word: &str) -> Option<u32> {
        let letter = word.len() < 2 && !word.starts_with(|c: char| c.is_ascii_digit());
        if letter || !word.contains(char::is_alphanumeric) {
            return None;
        }
        let lower = word.to_lowercase();
        // Met in small letters before, and stemmed then.
        if let Some(same) = self.find(lower.as_bytes(), 0..lower.len()) {
            return self.known(same).form.stem;
        }
        let stem = Stemmer::new(Algorithm::English).stem(&lower);
        if let Some(&known) = self.stems.get(stem.as_ref()) {
            return Some(known);
        }
        let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        self.stems.insert(stem.as_ref().into(), next);
        Some(next)
    }
}

/// All letters of a word of 15 bytes at most, and behind them how many they are. It is compared without a
/// look at its text, as nearly all words of an article are. The default is that of no word.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Short(u128);

/// A short word has no more bytes.
const MOST_SHORT: usize = 15;

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

impl Short {
    /// The word at a place in a text; nothing when it has more bytes.
    #[inline]
    fn of(text: &[u8], word: Range<usize>) -> Option<Self> {
        const BYTES: usize = MOST_SHORT + 1;
        let len = word.len();
        let used = LETTERS.get(len)?;
        let from = text.get(word.start..)?;
        // Read with what stands behind it, whatever its length: lengths can not be foreseen.
        let letters = if let Some(bytes) = from.first_chunk::<BYTES>() {
            *bytes
        } else {
            let mut bytes = [0; BYTES];
            bytes.get_mut(..len)?.copy_from_slice(from.get(..len)?);
            bytes
        };
        let letters = u128::from_le_bytes(letters) & used;
        Some(Self(letters | (len as u128) << (MOST_SHORT * 8)))
    }

    /// One step of the hash that is used elsewhere, which takes some more for words of any length.
    #[inline]
    fn hash(self) -> u64 {
        const SEEDS: [u64; 2] = [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344];
        let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or_default();
        let (low, high) = (half(self.0) ^ SEEDS[0], half(self.0 >> 64) ^ SEEDS[1]);
        let product = u128::from(low) * u128::from(high);
        half(product) ^ half(product >> 64)
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
                vocabulary.known(number).form
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
            one in "[a-b\u{0}é]{0,16}",
            other in "[a-b\u{0}é]{0,16}",
        ) {
            let short = |word: &str| Short::of(word.as_bytes(), 0..word.len());
            if let (Some(a), Some(b)) = (short(&one), short(&other)) {
                prop_assert_eq!(a == b, one == other);
            }
            let inside = format!("{one}{other} and what stands behind");
            prop_assert_eq!(Short::of(inside.as_bytes(), 0..one.len()), short(&one));
            prop_assert_eq!(short(&one).is_some(), one.len() <= 15);
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem_and_a_letter_has_none() {
        let lexicon = Lexicon::english();
        let stems = with(lexicon, |vocabulary| {
            ["Ferries", "ferry", "a", "9"].map(|word| {
                let number = vocabulary.number(lexicon, word);
                vocabulary.known(number).form.stem
            })
        });
        assert_eq!(stems[0], stems[1]);
        assert_eq!(stems[2], None);
        assert!(stems[3].is_some());
    }
}
