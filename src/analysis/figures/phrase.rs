use super::atoms::Atoms;
use super::tables::{Flag, Idiom, LONGEST_PHRASE, Tables};
use crate::briefing::Role;

/// No phrase of the tables has more bytes.
const LONGEST: usize = 64;

/// A few words on their way to be looked up, put together without an allocation.
pub(super) struct Phrase {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Phrase {
    pub(super) fn new() -> Self {
        Self {
            bytes: [0; LONGEST],
            len: 0,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The words so far, as their bytes: they are looked up, and need not be proved to be text anew.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Adds a text at the end, as it is written; nothing when it makes more than any phrase has.
    pub(super) fn push(&mut self, text: &str) -> Option<()> {
        let end = self.len + text.len();
        self.bytes
            .get_mut(self.len..end)?
            .copy_from_slice(text.as_bytes());
        self.len = end;
        Some(())
    }

    /// Adds a text at the end, its ASCII letters in small ones.
    pub(super) fn push_lower(&mut self, text: &str) -> Option<()> {
        let start = self.len;
        self.push(text)?;
        self.bytes[start..self.len].make_ascii_lowercase();
        Some(())
    }

    /// Adds a text at the front, its ASCII letters in small ones.
    pub(super) fn push_lower_front(&mut self, text: &str) -> Option<()> {
        let end = self.len + text.len();
        if end > LONGEST {
            return None;
        }
        self.bytes.copy_within(..self.len, text.len());
        self.bytes[..text.len()].copy_from_slice(text.as_bytes());
        self.bytes[..text.len()].make_ascii_lowercase();
        self.len = end;
        Some(())
    }
}

/// Whether several words from here on tell a role of those counted before them.
pub(super) fn begins_idiom(atoms: &Atoms<'_>, at: usize) -> bool {
    idiom_at(atoms, at).is_some()
}

/// What several words from here on tell of those counted before them, and the last of the words.
pub(super) fn idiom_at(atoms: &Atoms<'_>, at: usize) -> Option<(Role, usize)> {
    if !atoms.has(at, Flag::IdiomStart) {
        return None;
    }
    idiom_of_words(atoms, at).or_else(|| passive_frame(atoms, at))
}

fn idiom_of_words(atoms: &Atoms<'_>, at: usize) -> Option<(Role, usize)> {
    let tables = Tables::english();
    let mut phrase = Phrase::new();
    phrase.push_lower(atoms.text(at))?;
    let mut best = None;
    for index in at + 1..at + LONGEST_PHRASE {
        if !atoms.is_word(index)
            || phrase.push(" ").is_none()
            || phrase.push_lower(atoms.text(index)).is_none()
        {
            break;
        }
        match tables.idiom_after(phrase.bytes()) {
            // "went down with the ship" and not only "went down with"
            Some(Idiom::Tells(role)) => best = Some((role, index)),
            Some(Idiom::Begun) => {}
            None => break,
        }
    }
    best
}

/// The verb of a frame with its complement right behind it: "were led to safety".
fn passive_frame(atoms: &Atoms<'_>, at: usize) -> Option<(Role, usize)> {
    if !atoms.has(at + 1, Flag::FrameStart) {
        return None;
    }
    let tables = Tables::english();
    let mut phrase = Phrase::new();
    for index in at + 1..at + LONGEST_PHRASE {
        if !atoms.is_word(index) {
            return None;
        }
        if !phrase.is_empty() {
            phrase.push(" ")?;
        }
        phrase.push_lower(atoms.text(index))?;
        let mut verbs = tables.frames(phrase.bytes()).iter();
        if let Some((_, role)) = verbs.find(|(verb, _)| atoms.is(at, verb)) {
            return Some((*role, index));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_together_at_either_end() {
        let mut phrase = Phrase::new();
        assert!(phrase.is_empty());
        phrase.push_lower("Than").unwrap();
        phrase.push_lower_front(" ").unwrap();
        phrase.push_lower_front("MORE").unwrap();
        phrase.push(" I").unwrap();
        assert_eq!(phrase.bytes(), b"more than I");
    }

    #[test]
    fn what_is_longer_than_any_phrase_is_refused_and_changes_nothing() {
        let mut phrase = Phrase::new();
        phrase.push(&"é".repeat(30)).unwrap();
        assert_eq!(phrase.push("12345"), None);
        assert_eq!(phrase.push_lower_front("12345"), None);
        assert_eq!(phrase.bytes(), "é".repeat(30).as_bytes());
    }
}
