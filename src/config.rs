//! The settings of all parts, as one file.

mod check;
mod excerpt;
mod keys;
mod location;
mod unclean;

use serde::{Deserialize, Serialize};

pub use self::check::{Checked, check};
pub use self::excerpt::{Problem, Problems};
pub use self::keys::Keys;
pub use self::location::{ENVIRONMENT, cues_beside, default_path};
pub use self::unclean::unclean;
use crate::analysis;
use crate::briefing::Outline;
use crate::export;
use crate::ui;

/// The file that names every setting with its default, and says what it does.
pub const EXAMPLE: &str = include_str!("../config.example.toml");

/// All settings.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// About the reader in the terminal.
    pub reader: ui::Options,
    /// About sections.
    pub sections: analysis::SectionOptions,
    /// About the summary.
    pub summary: analysis::SummaryOptions,
    /// About exports.
    pub export: export::Options,
    /// The keys of the reader, by the name of the action.
    pub keys: Keys,
}

impl Config {
    /// The settings of the analysis.
    #[must_use]
    pub fn analysis(&self) -> analysis::Options {
        analysis::Options {
            sections: self.sections.clone(),
            summary: self.summary.clone(),
        }
    }

    /// The sections as they are to be shown.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let sections = &self.sections;
        // Reaction is shown where it is in use; the analysis folds it into the background otherwise.
        let all = analysis::SectionOptions {
            reaction: true,
            ..sections.clone()
        };
        let shown = all.shown().into_iter();
        Outline {
            sections: shown
                .map(|kind| (kind, sections.heading(kind).to_owned()))
                .collect(),
            gathers_unsure: sections.unsure == analysis::Unsure::More,
        }
    }
}
