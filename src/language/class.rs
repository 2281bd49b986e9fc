use serde::Deserialize;

/// A kind of word that the analysis looks for. The name in a lexicon file is the same, in
/// `snake_case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A verb that announces speech: "said".
    CueVerb,
    /// A weekday.
    Weekday,
    /// A month.
    Month,
}

/// A set of classes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// Whether the class is in the set.
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// Whether any of the classes is in the set.
    #[must_use]
    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.has(class))
    }

    /// The set with the class added.
    #[must_use]
    pub fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u32)
    }

    /// The classes of either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
