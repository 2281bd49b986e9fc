use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

/// What each trait of a sentence counts. The reasons stand in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weights {
    pub lede: Weight,
    pub lede_fade: Weight,
    pub early: Weight,
    pub early_fade: Weight,
    pub forward: Weight,
    pub cover: Weight,
    pub title: Weight,
    pub opens_paragraph: Weight,
    pub number: Weight,
    pub amount: Weight,
    pub length: Weight,
    pub short: Weight,
    pub question: Weight,
    pub quoted: Weight,
    pub contrast: Weight,
    pub gain: Weight,
    pub gain_words: Weight,
    pub gain_title: Weight,
    pub gain_half: Weight,
    pub alike: Weight,
    pub unknown_pronoun: Weight,
    pub known_pronoun: Weight,
    pub connective: Weight,
    pub half_quote: Weight,
    pub story_position: Weight,
    pub story_alike: Weight,
    pub story_least: Weight,
    pub story_past: Weight,
    pub story_own: Weight,
    pub story_good: Weight,
    pub story_again: Weight,
    pub story_likeness: Weight,
    pub story_leaning: Weight,
    pub boilerplate: Phrases,
}

/// A number and why it is so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weight {
    pub value: f32,
    #[serde(rename = "why")]
    _why: String,
}

/// Phrases in small letters, and why they matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    #[serde(rename = "why")]
    _why: String,
    #[serde(deserialize_with = "sought")]
    phrases: Sought,
}

impl Phrases {
    /// Whether a text in small letters holds one of the phrases.
    pub(super) fn any_in(&self, text: &str) -> bool {
        self.phrases.any_in(text.as_bytes())
    }
}

/// By so many bytes at its beginning a phrase is told from nearly all else. None is shorter.
const BEGINNING: usize = 3;

/// Phrases that are looked for together.
#[derive(Debug)]
struct Sought {
    all: Vec<Box<str>>,
    /// For each of the first bytes of a phrase and each value that it may have, which phrases have it there,
    /// a bit each; of more phrases than bits some share one.
    beginnings: [[u64; 256]; BEGINNING],
}

impl Sought {
    fn new(phrases: Vec<String>) -> Self {
        let mut beginnings = [[0; 256]; BEGINNING];
        for (number, phrase) in phrases.iter().enumerate() {
            for (values, byte) in beginnings.iter_mut().zip(phrase.bytes()) {
                values[usize::from(byte)] |= 1 << (number % 64);
            }
        }
        let all = phrases.into_iter().map(String::into_boxed_str).collect();
        Self { all, beginnings }
    }

    fn any_in(&self, text: &[u8]) -> bool {
        let [first, second, third] = &self.beginnings;
        let mut starts = text.array_windows::<BEGINNING>().enumerate();
        starts.any(|(at, bytes)| {
            let [one, two, three] = bytes.map(usize::from);
            let bits = first[one] & second[two] & third[three];
            bits != 0 && self.begins(&text[at..], bits)
        })
    }

    /// Whether a text begins with one of the phrases that have some bits.
    fn begins(&self, text: &[u8], bits: u64) -> bool {
        let mut phrases = self.all.iter().enumerate();
        phrases
            .any(|(number, it)| bits >> (number % 64) & 1 != 0 && text.starts_with(it.as_bytes()))
    }
}

/// Many sentences are asked, so what can be prepared is.
fn sought<'de, D: Deserializer<'de>>(input: D) -> Result<Sought, D::Error> {
    Vec::<String>::deserialize(input).map(Sought::new)
}

impl Weights {
    /// The weights of the file built into the program, read once.
    ///
    /// # Panics
    ///
    /// Never: a test reads the same file.
    pub(super) fn built_in() -> &'static Self {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
            serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/summary.json")))
                .expect("the bundled weights are valid")
        });
        &WEIGHTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_wherever_it_stands() {
        let phrases = ["read more", "reading", "\u{e9}t\u{e9}:"].map(str::to_owned);
        let sought = Sought::new(phrases.to_vec());
        for text in [
            "read more",
            "to read more on it",
            "he was reading",
            "l'\u{e9}t\u{e9}: a",
        ] {
            assert!(sought.any_in(text.as_bytes()), "{text}");
        }
        for text in ["", "a", "read mor", "readin", "\u{e9}t\u{e9}"] {
            assert!(!sought.any_in(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn the_bundled_weights_are_valid() {
        let weights = Weights::built_in();
        let fades = [&weights.lede_fade, &weights.early_fade, &weights.gain_words];
        assert!(fades.iter().all(|fade| fade.value > 0.0));
        let phrases = &weights.boilerplate.phrases.all;
        assert!(phrases.iter().all(|phrase| phrase.len() >= BEGINNING));
    }
}
