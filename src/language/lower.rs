use std::hash::{Hash, Hasher};

/// No word of a lexicon has more bytes; what is longer is not looked up.
const LONGEST_WORD: usize = 32;

/// A word as it is looked up: in small letters, with a plain apostrophe.
///
/// It holds its letters itself: tables of thousands of such words are filled at every start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lower {
    /// Behind the letters nothing but zeros.
    bytes: [u8; LONGEST_WORD],
    len: u8,
}

impl Hash for Lower {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.bytes());
    }
}

impl Lower {
    /// Nothing when the word is too long for a lexicon.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let mut lower = Self {
            bytes: [0; LONGEST_WORD],
            len: 0,
        };
        if word.is_ascii() {
            let bytes = lower.bytes.get_mut(..word.len())?;
            bytes.copy_from_slice(word.as_bytes());
            lower.len = u8::try_from(word.len()).ok()?;
            // All of them: a fixed number is done in a few steps.
            lower.bytes.make_ascii_lowercase();
            return Some(lower);
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            let c = if c == '\u{2019}' { '\'' } else { c };
            let start = usize::from(lower.len);
            let end = start + c.len_utf8();
            c.encode_utf8(lower.bytes.get_mut(start..end)?);
            lower.len = u8::try_from(end).ok()?;
        }
        Some(lower)
    }

    /// Its letters, as UTF-8.
    #[inline]
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        let lower = Lower::of(word);
        let found = lower.as_ref().map(Lower::bytes);
        assert_eq!(found, expected.map(str::as_bytes));
    }

    #[test]
    fn letters_are_small_and_apostrophes_plain() {
        check("SAID", Some("said"));
        check("Won\u{2019}t", Some("won't"));
        check("\u{c9}lys\u{e9}e", Some("\u{e9}lys\u{e9}e"));
    }

    #[test]
    fn what_is_too_long_is_no_word() {
        check(&"a".repeat(32), Some(&"a".repeat(32)));
        check(&"a".repeat(33), None);
        check(&"\u{e9}".repeat(17), None);
    }
}
