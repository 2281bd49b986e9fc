use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
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
    phrases: AhoCorasick,
}

impl Phrases {
    /// Whether a text holds one of the phrases, in any case of its ASCII letters.
    pub(super) fn any_in(&self, text: &str) -> bool {
        self.phrases.is_match(text)
    }
}

/// Many sentences are asked, so what can be prepared is.
fn sought<'de, D: Deserializer<'de>>(input: D) -> Result<AhoCorasick, D::Error> {
    let phrases = Vec::<String>::deserialize(input)?;
    // A start waits for the table a tenth of a millisecond longer than for a smaller one, and each article is
    // searched five times as fast.
    let mut builder = AhoCorasick::builder();
    builder.kind(Some(AhoCorasickKind::DFA));
    let built = builder.ascii_case_insensitive(true).build(phrases);
    built.map_err(serde::de::Error::custom)
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
    fn the_bundled_weights_are_valid() {
        let weights = Weights::built_in();
        let fades = [&weights.lede_fade, &weights.early_fade, &weights.gain_words];
        assert!(fades.iter().all(|fade| fade.value > 0.0));
        let notes = &weights.boilerplate;
        assert!(notes.any_in("Mara Dorn contributed to this report.") && notes.any_in("READ MORE"));
        assert!(!notes.any_in("the mayor read a report more than once."));
    }
}
