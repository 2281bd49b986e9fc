use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{Place, Test, Weights};

/// A cue as it stands in a file; `S` is a text, or a text with its place in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::language) struct CueEntry<S> {
    pub(super) name: S,
    pub(super) why: S,
    #[serde(default = "Vec::new")]
    pub(super) words: Vec<S>,
    #[serde(default)]
    pub(super) place: Place,
    #[serde(default)]
    pub(super) when: Vec<Test>,
    #[serde(default)]
    pub(super) unless: Vec<Test>,
    pub(super) weights: Weights,
}

/// What a section weighs for the sentence after it, as it stands in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::language) struct FollowEntry {
    pub(super) after: Leader,
    #[serde(rename = "why")]
    _why: String,
    #[serde(default)]
    pub(super) same_paragraph: bool,
    pub(super) announcement: f32,
    pub(super) background: f32,
    pub(super) outlook: f32,
}

/// The sections that follow one another.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Leader {
    Announcement,
    Background,
    Outlook,
}

impl CueEntry<Spanned<String>> {
    /// The cue without the places of its texts.
    pub(in crate::language) fn placeless(self) -> CueEntry<String> {
        let words = self.words.into_iter().map(Spanned::into_inner);
        CueEntry {
            name: self.name.into_inner(),
            why: self.why.into_inner(),
            words: words.collect(),
            place: self.place,
            when: self.when,
            unless: self.unless,
            weights: self.weights,
        }
    }

    /// What is wrong with the cue, which stands after others, and the bytes of the file where.
    pub(in crate::language) fn fault(&self, others: &[Self]) -> Option<(Range<usize>, String)> {
        let name = self.name.get_ref();
        let at = self.name.span();
        if name.trim().is_empty() {
            return Some((at, "a cue needs a name".to_owned()));
        }
        if others.iter().any(|other| other.name.get_ref() == name) {
            let message = format!("there is a cue '{name}' already in this file: rename one");
            return Some((at, message));
        }
        if self.words.is_empty() && self.when.is_empty() && self.unless.is_empty() {
            let message = format!("the cue '{name}' has neither 'words' nor 'when': add one");
            return Some((at, message));
        }
        if !self.weights.all_finite() {
            let message = format!("a weight of the cue '{name}' is not a number: use -9 to 9");
            return Some((at, message));
        }
        let empty = self
            .words
            .iter()
            .find(|it| it.get_ref().trim().is_empty())?;
        let message = format!("the cue '{name}' has empty words '': write or remove them");
        Some((empty.span(), message))
    }
}

impl Weights {
    fn all_finite(self) -> bool {
        let all = [
            self.announcement,
            self.background,
            self.outlook,
            self.reaction,
            self.casualties,
            self.skip,
        ];
        all.iter().all(|weight| weight.is_finite())
    }
}
