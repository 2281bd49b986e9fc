use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with the modifiers held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// The names of the keys that are no letter.
const NAMED: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

const MODIFIERS: &[(&str, KeyModifiers)] = &[
    ("ctrl-", KeyModifiers::CONTROL),
    ("alt-", KeyModifiers::ALT),
    ("shift-", KeyModifiers::SHIFT),
];

impl Key {
    /// The key of an event. Shift is part of the letter, and shift with Tab is one key everywhere.
    #[must_use]
    pub fn of(event: KeyEvent) -> Self {
        let modifiers =
            event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match event.code {
            KeyCode::BackTab => Self {
                code: KeyCode::Tab,
                modifiers: modifiers | KeyModifiers::SHIFT,
            },
            KeyCode::Char(c) => Self {
                code: KeyCode::Char(c),
                modifiers: modifiers - KeyModifiers::SHIFT,
            },
            code => Self { code, modifiers },
        }
    }

    /// A key without modifiers.
    #[must_use]
    pub(super) fn plain(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    pub(super) fn code(self) -> KeyCode {
        self.code
    }

    pub(super) fn modifiers(self) -> KeyModifiers {
        self.modifiers
    }

    /// The digit, when it is a bare one.
    pub(super) fn digit(self) -> Option<usize> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => {
                c.to_digit(10).and_then(|digit| usize::try_from(digit).ok())
            }
            _ => None,
        }
    }

    /// The key of one word of a chord: "ctrl-d", "f1", "enter", "x".
    fn parse(word: &str) -> Option<Self> {
        let mut rest = word;
        let mut modifiers = KeyModifiers::NONE;
        while let Some((name, modifier)) = MODIFIERS
            .iter()
            .find(|(name, _)| rest.len() > name.len() && rest.starts_with(name))
        {
            if modifiers.contains(*modifier) {
                return None;
            }
            modifiers |= *modifier;
            rest = rest.get(name.len()..)?;
        }
        let code = named(rest).or_else(|| single(rest))?;
        Self { code, modifiers }.normal()
    }

    /// Shift on a letter is the upper-case letter; which sign it is on another key, nobody knows.
    fn normal(self) -> Option<Self> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::SHIFT) => {
                let mut upper = c.to_uppercase().filter(|_| c.is_alphabetic());
                let code = KeyCode::Char(upper.next()?);
                let modifiers = self.modifiers - KeyModifiers::SHIFT;
                upper.next().is_none().then_some(Self { code, modifiers })
            }
            _ => Some(self),
        }
    }

    /// Whether every terminal sends it, and sends the same for no other key: what is typed with Ctrl
    /// is one of 32 control characters, and some of these are Tab, Enter and Escape.
    pub(super) fn is_sent(self) -> bool {
        let ctrl = self.modifiers.contains(KeyModifiers::CONTROL);
        let shift = self.modifiers.contains(KeyModifiers::SHIFT);
        match self.code {
            KeyCode::Char(c) if ctrl => match c {
                'i' | 'm' => false,
                _ => matches!(c, 'a'..='z' | '4'..='7' | ' '),
            },
            KeyCode::Enter | KeyCode::Esc | KeyCode::Backspace => !ctrl && !shift,
            KeyCode::Tab => !ctrl,
            _ => true,
        }
    }

    fn is_plain_char(self) -> bool {
        matches!(self.code, KeyCode::Char(c) if c != ' ') && self.modifiers.is_empty()
    }
}

fn named(word: &str) -> Option<KeyCode> {
    if let Some((_, code)) = NAMED.iter().find(|(name, _)| *name == word) {
        return Some(*code);
    }
    let number = word.strip_prefix('f')?.parse().ok()?;
    (1..=12).contains(&number).then_some(KeyCode::F(number))
}

/// At most so many letters are pressed one after the other.
const MOST_LETTERS: usize = 3;

/// Whether a word looks like the name of a key, and is none: "return", "f99".
fn is_misspelt(word: &str) -> bool {
    let number = word.strip_prefix('f').unwrap_or_default();
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    numbered || word.chars().count() > MOST_LETTERS
}

fn single(word: &str) -> Option<KeyCode> {
    let mut chars = word.chars();
    let first = chars.next().filter(|c| !c.is_control())?;
    chars.next().is_none().then_some(KeyCode::Char(first))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, modifier) in MODIFIERS {
            if self.modifiers.contains(*modifier) {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(number) => write!(f, "f{number}"),
            _ => f.write_str("?"),
        }
    }
}

/// Keys pressed one after the other: "gg", "]q", "ctrl-w z".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chord(Vec<Key>);

impl Chord {
    /// The chord that a text of the settings names, or `None` when it names none.
    ///
    /// Words are separated by spaces. A word is a key by name ("tab", "f1", "space"), a key with
    /// modifiers ("ctrl-d", "alt-1"), or two or three letters to be pressed one after the other ("gg",
    /// "]q").
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut keys = Vec::new();
        for word in text.split_whitespace() {
            if let Some(key) = Key::parse(word) {
                keys.push(key);
            } else if word.contains('-') || is_misspelt(word) {
                return None;
            } else {
                let letters = word.chars().map(|c| Key::plain(KeyCode::Char(c)));
                keys.extend(letters);
            }
        }
        (!keys.is_empty()).then_some(Self(keys))
    }

    /// The keys, in the order they are pressed. Never empty.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.0
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show_keys(&self.0, f)
    }
}

/// Letters are joined, other keys stand apart.
fn show_keys(keys: &[Key], f: &mut impl fmt::Write) -> fmt::Result {
    for (index, key) in keys.iter().enumerate() {
        let joined = index == 0 || (key.is_plain_char() && keys[index - 1].is_plain_char());
        if !joined {
            f.write_char(' ')?;
        }
        write!(f, "{key}")?;
    }
    Ok(())
}

/// The keys as a reader writes them.
pub(super) fn show(keys: &[Key]) -> String {
    let mut out = String::new();
    // Writing to a string can not fail.
    let _ = show_keys(keys, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, keys: usize, shown: &str) {
        let chord = Chord::parse(text).unwrap();
        assert_eq!(chord.keys().len(), keys);
        assert_eq!(chord.to_string(), shown);
    }

    #[test]
    fn letters_are_pressed_one_after_the_other() {
        check("gg", 2, "gg");
        check("]q", 2, "]q");
        check("-", 1, "-");
    }

    #[test]
    fn a_name_is_one_key() {
        check("tab", 1, "tab");
        check("f12", 1, "f12");
        check("ctrl-w z", 2, "ctrl-w z");
        check("alt--", 1, "alt--");
    }

    #[test]
    fn shift_on_a_letter_is_the_upper_case_letter() {
        check("shift-g", 1, "G");
        check("shift-tab", 1, "shift-tab");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        assert_eq!(Chord::parse("super-x"), None);
        assert_eq!(Chord::parse("ctrl-nope"), None);
        assert_eq!(Chord::parse(" "), None);
        assert_eq!(Chord::parse("ctrl-ctrl-x"), None);
        assert_eq!(Chord::parse("shift-5"), None);
        assert_eq!(Chord::parse("shift-ß"), None);
        assert_eq!(Chord::parse("f99"), None);
        assert_eq!(Chord::parse("return"), None);
    }

    #[test]
    fn what_no_terminal_sends_is_told_from_what_it_does() {
        let is_sent = |text| Chord::parse(text).unwrap().keys()[0].is_sent();
        for key in [
            "ctrl-i",
            "ctrl-X",
            "ctrl-shift-x",
            "ctrl-1",
            "shift-enter",
            "ctrl-tab",
        ] {
            assert!(!is_sent(key), "{key}");
        }
        for key in [
            "ctrl-d",
            "ctrl-space",
            "shift-tab",
            "ctrl-up",
            "alt-enter",
            "Ä",
        ] {
            assert!(is_sent(key), "{key}");
        }
    }

    #[test]
    fn the_event_of_shift_and_tab_is_one_key_on_every_terminal() {
        let expected = Chord::parse("shift-tab").unwrap();
        for modifiers in [KeyModifiers::SHIFT, KeyModifiers::NONE] {
            let key = Key::of(KeyEvent::new(KeyCode::BackTab, modifiers));
            assert_eq!(expected.keys(), [key]);
        }
    }
}
