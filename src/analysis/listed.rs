use super::imprint::{Imprint, Imprints};

/// Words of a rule, in small letters, told from nearly all others by one look at a text.
///
/// For a handful of words a comparison with each does as well.
pub(super) struct Listed {
    words: &'static [&'static str],
    /// The imprints of the words.
    imprints: Imprints,
    /// For each length, of those that differ in the last three bits, the first letters of the words, a bit
    /// each.
    letters: [u32; 8],
    /// And the last letters: nearly all that are not among the words differ in one of both.
    ends: [u32; 8],
}

impl Listed {
    /// A list of words, none of them empty.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let (mut letters, mut ends) = ([0; 8], [0; 8]);
        let mut imprints = Imprints::none();
        let mut at = 0;
        while at < words.len() {
            imprints = imprints.with(words[at]);
            letters[words[at].len() % 8] |= letter(words[at]);
            ends[words[at].len() % 8] |= end(words[at]);
            at += 1;
        }
        Self {
            words,
            imprints,
            letters,
            ends,
        }
    }

    /// Whether one of the words may have an imprint.
    #[inline]
    pub(super) fn may_have(&self, imprint: Imprint) -> bool {
        imprint.is_among(self.imprints)
    }

    /// Whether a text is one of the words, in any case of their ASCII letters.
    #[inline(never)] // It is asked where one of them has its imprint, from everywhere.
    pub(super) fn has(&self, text: &str) -> bool {
        let len = text.len() % 8;
        self.letters[len] & letter(text) != 0
            && self.ends[len] & end(text) != 0
            && self.is_among(text)
    }

    fn is_among(&self, text: &str) -> bool {
        let mut words = self.words.iter();
        words.any(|word| text.eq_ignore_ascii_case(word))
    }
}

/// A bit for the first letter, the same for its capital.
#[inline]
const fn letter(text: &str) -> u32 {
    match text.as_bytes() {
        [] => 0,
        [first, ..] => 1 << (*first % 32),
    }
}

/// A bit for the last letter, the same for its capital.
#[inline]
const fn end(text: &str) -> u32 {
    match text.as_bytes() {
        [] => 0,
        [.., last] => 1 << (*last % 32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTED: Listed = Listed::of(&["about", "o\u{2019}clock", "a.m."]);

    #[test]
    fn a_listed_word_is_found_in_any_case() {
        for word in ["about", "About", "ABOUT", "O\u{2019}Clock", "A.M."] {
            assert!(LISTED.has(word), "{word}");
        }
    }

    #[test]
    fn no_other_word_is_found() {
        for word in ["", "abort", "a", "aboutt", "oats"] {
            assert!(!LISTED.has(word), "{word}");
        }
    }
}
