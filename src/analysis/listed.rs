/// Words of a rule, in small letters, told from nearly all others by one look at a text.
///
/// For a handful of words a comparison with each does as well.
pub(super) struct Listed {
    words: &'static [&'static str],
    /// The signs of all words.
    signs: u64,
}

impl Listed {
    /// A list of words, none of them empty.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let mut signs = 0;
        let mut at = 0;
        while at < words.len() {
            signs |= sign(words[at]);
            at += 1;
        }
        Self { words, signs }
    }

    /// Whether a text is one of the words, in any case of their ASCII letters.
    #[inline]
    pub(super) fn has(&self, text: &str) -> bool {
        self.signs & sign(text) != 0 && self.is_among(text)
    }

    fn is_among(&self, text: &str) -> bool {
        let mut words = self.words.iter();
        words.any(|word| text.eq_ignore_ascii_case(word))
    }
}

/// A bit for the length and the first letter, the same for its capital. Few pairs of them share one.
#[inline]
const fn sign(text: &str) -> u64 {
    match text.as_bytes() {
        [] => 0,
        [first, ..] => 1 << ((*first as usize % 32 + 5 * text.len()) % 64),
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
