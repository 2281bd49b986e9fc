use serde::{Deserialize, Serialize};

/// What a user may set about the analysis.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// About sections.
    pub sections: SectionOptions,
    /// About the summary.
    pub summary: SummaryOptions,
}

/// What a user may set about sections.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SectionOptions {
    /// Whether reaction is a section of its own; otherwise it belongs to the background.
    pub reaction: bool,
}

/// What a user may set about the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SummaryOptions {
    /// At most so many sentences.
    pub sentences: usize,
    /// At most so many words in all; 0 is no limit. A first line longer than that is still shown.
    pub words: usize,
}

impl Default for SummaryOptions {
    /// Three sentences and 75 words: the best of the caps measured on editors' highlights.
    fn default() -> Self {
        Self {
            sentences: 3,
            words: 75,
        }
    }
}
