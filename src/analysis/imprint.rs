/// What tells most words apart at first sight: how long they are, how they begin and how they end, as a
/// number of six bits. It is the same whatever the case of ASCII letters.
///
/// The rules ask of nearly each word around a number whether it is one of a few. To compare it with each of
/// them would be guessed wrongly too often, and fill the cache for code with comparisons.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Imprint(u8);

/// The compiler works out the imprints of no more words; a longer list is a
/// [`Listed`](super::listed::Listed).
const MOST: usize = 8;

impl Imprint {
    /// The imprint of a word.
    #[inline]
    pub(super) const fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let ([first, ..], [.., last]) = (bytes, bytes) else {
            return Self(0);
        };
        // Case is in none of the last five bits.
        let (first, last) = (*first % 32, *last % 32);
        let mixed = first.wrapping_mul(3).wrapping_add(last.wrapping_mul(2));
        let [len, ..] = bytes.len().to_le_bytes();
        Self(mixed.wrapping_add(len) % 64)
    }

    /// Whether one of some words may have it. The words have to be known where this is compiled.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the imprints of the words are constants only where the words are"
    )]
    pub(super) fn may_be_any(self, words: &[&str]) -> bool {
        words.len() > MOST || self.is_among(imprints(words))
    }

    /// Whether it is one of some imprints, a bit each.
    #[inline]
    pub(super) fn is_among(self, imprints: u64) -> bool {
        imprints >> self.0 & 1 != 0
    }

    /// Its bit.
    pub(super) const fn bit(self) -> u64 {
        1 << self.0
    }
}

/// The imprints of some words, a bit each.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "they are constants only where the words are"
)]
fn imprints(words: &[&str]) -> u64 {
    let mut all = 0;
    for word in words {
        all |= Imprint::of(word).bit();
    }
    all
}

/// Whether a text is a word, in any case of its ASCII letters.
#[inline(never)] // It is asked where the imprint is the same: hardly ever, and from everywhere.
pub(super) fn is_word(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
}

/// Whether a text is one of some words, in any case of their ASCII letters.
#[inline(never)] // As above.
pub(super) fn is_any_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_leaves_no_imprint() {
        for word in ["Among", "AMONG", "aMONg"] {
            assert_eq!(Imprint::of(word), Imprint::of("among"), "{word}");
        }
    }

    #[test]
    fn a_word_of_a_list_may_be_any_of_it_and_most_others_may_not() {
        const LIST: &[&str] = &["were", "are", "was"];
        assert!(LIST.iter().all(|word| Imprint::of(word).may_be_any(LIST)));
        let others = ["people", "the", "killed", "", "fourteen", "bridge"];
        let alike = others.iter().filter(|it| Imprint::of(it).may_be_any(LIST));
        assert_eq!(alike.count(), 0);
    }
}
