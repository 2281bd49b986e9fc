use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::theme::ThemeChoice;

/// What a user may set about the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// The colours: the name of a theme, or a table of looks by role.
    pub theme: ThemeChoice,
    /// In which order the text is shown at first.
    pub text: TextOrder,
    /// In which order the quotes are shown at first.
    pub quotes: QuoteOrder,
    /// In which order the figures are shown at first.
    pub figures: FigureOrder,
    /// Whether ages are among the figures at first.
    pub ages: bool,
    /// No line of the text is longer, in columns.
    #[serde(deserialize_with = "text_width")]
    pub text_width: u16,
    /// From so many columns on, all panes are shown; below, one at a time.
    pub wide: u16,
    /// Whether the mouse scrolls, selects, and jumps with a second click. The terminal then needs
    /// Shift to select text itself.
    pub mouse: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text: TextOrder::Sections,
            quotes: QuoteOrder::Place,
            figures: FigureOrder::Importance,
            ages: false,
            text_width: 80,
            wide: 100,
            mouse: false,
        }
    }
}

/// Narrower text is no text that can be read.
const LEAST_TEXT_WIDTH: u16 = 20;

fn text_width<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    let columns = u16::deserialize(deserializer)?;
    if columns < LEAST_TEXT_WIDTH {
        return Err(D::Error::custom(format!(
            "a text {columns} wide is too narrow to read, set {LEAST_TEXT_WIDTH} columns or more"
        )));
    }
    Ok(columns)
}

/// The order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextOrder {
    /// Under the headings of its sections.
    Sections,
    /// As written, with the section beside it.
    Source,
}

/// The order of the quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteOrder {
    /// As they stand in the text.
    Place,
    /// Together by who said them.
    Speaker,
}

/// The order of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureOrder {
    /// Claims on one thing together, what matters most first.
    Importance,
    /// Claims on one thing together, by what they tell: killed, injured, missing.
    Role,
    /// The largest first.
    Size,
    /// As they stand in the text.
    Place,
}
