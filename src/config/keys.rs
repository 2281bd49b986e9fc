use std::collections::BTreeMap;
use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::ui::{Action, Keymap, KeymapError};

/// The keys of every action. A file names only those that differ; the others keep their defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Keys(BTreeMap<String, Vec<String>>);

impl Default for Keys {
    fn default() -> Self {
        let all = Action::ALL.iter().map(|info| {
            let chords = info.keys.iter().map(|&chord| chord.to_owned());
            (info.name.to_owned(), chords.collect())
        });
        Self(all.collect())
    }
}

impl Keys {
    /// The default keys with those of some actions replaced.
    pub(super) fn of(named: BTreeMap<String, Vec<String>>) -> Self {
        let mut keys = Self::default();
        keys.0.extend(named);
        keys
    }

    /// The key map of these keys.
    ///
    /// # Errors
    ///
    /// When an action is unknown, a chord names no keys, or two actions could not be told apart.
    pub fn keymap(&self) -> Result<Keymap, KeymapError> {
        Keymap::build(&self.changed())
    }

    /// The actions whose keys are not those they have by default.
    pub(super) fn changed(&self) -> BTreeMap<String, Vec<String>> {
        let Self(usual) = Self::default();
        let mut changed = self.0.clone();
        changed.retain(|action, chords| usual.get(action) != Some(chords));
        changed
    }
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let named = BTreeMap::<String, Chords>::deserialize(deserializer)?;
        let named = named
            .into_iter()
            .map(|(action, Chords(chords))| (action, chords));
        Ok(Self::of(named.collect()))
    }
}

/// The chords of an action, in the file one or a list.
pub(super) struct Chords(pub Vec<String>);

impl<'de> Deserialize<'de> for Chords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrMany).map(Self)
    }
}

struct OneOrMany;

impl<'de> Visitor<'de> for OneOrMany {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys such as \"ctrl-d\", or a list of them")
    }

    fn visit_str<E>(self, chord: &str) -> Result<Self::Value, E> {
        Ok(vec![chord.to_owned()])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut chords = Vec::new();
        while let Some(chord) = list.next_element()? {
            chords.push(chord);
        }
        Ok(chords)
    }
}
