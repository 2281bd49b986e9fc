/// What tells nearly all words apart at first sight: how long they are, how they begin and end, and two letters
/// inside, as two numbers of six bits. It is the same whatever the case of ASCII letters.
///
/// The rules ask of nearly each word around a number whether it is one of a few. To compare it with each of
/// them would be guessed wrongly too often, and fill the cache for code with comparisons.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Imprint(u16);

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
        let [len, ..] = bytes.len().to_le_bytes();
        let second = if bytes.len() > 1 { bytes[1] } else { *first };
        let middle = bytes[bytes.len() / 2];
        let ends = mix((*first, 3), (*last, 2), len);
        // The factors that tell the words of the rules and those of news apart best, of many that were tried.
        let inside = mix((second, 3), (middle, 19), len.wrapping_mul(17));
        Self(u16::from_le_bytes([ends, inside]))
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

    /// Whether it may be one of some imprints.
    #[inline]
    pub(super) fn is_among(self, imprints: Imprints) -> bool {
        let [ends, inside] = self.0.to_le_bytes();
        imprints.ends >> (ends % 64) & 1 != 0 && imprints.inside >> (inside % 64) & 1 != 0
    }
}

/// A number of six bits for two letters, each with its factor, and a length.
const fn mix(one: (u8, u8), other: (u8, u8), len: u8) -> u8 {
    // Case is in none of the last five bits.
    let one = (one.0 % 32).wrapping_mul(one.1);
    let other = (other.0 % 32).wrapping_mul(other.1);
    one.wrapping_add(other).wrapping_add(len) % 64
}

/// The numbers of some imprints, a bit each: those of the ends, and those of what is inside.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Imprints {
    ends: u64,
    inside: u64,
}

impl Imprints {
    /// With the imprint of another word.
    #[inline]
    pub(super) const fn with(self, word: &str) -> Self {
        let [ends, inside] = Imprint::of(word).0.to_le_bytes();
        Self {
            ends: self.ends | 1 << ends,
            inside: self.inside | 1 << inside,
        }
    }

    /// Those of no words.
    pub(super) const fn none() -> Self {
        Self { ends: 0, inside: 0 }
    }
}

/// The imprints of some words.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "they are constants only where the words are"
)]
fn imprints(words: &[&str]) -> Imprints {
    let all = words.iter();
    all.fold(Imprints::none(), |all, word| all.with(word))
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
