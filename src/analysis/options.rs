use std::collections::{BTreeMap, HashMap};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::briefing::SectionKind;

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SectionOptions {
    /// Whether reaction is a section of its own; otherwise it belongs to the background.
    pub reaction: bool,
    /// Where sentences go whose section is too close to tell.
    pub unsure: Unsure,
    /// The order in which sections are shown; those left out come last, in their usual order.
    #[serde(deserialize_with = "distinct")]
    pub order: Vec<SectionKind>,
    /// Sections that are not shown.
    #[serde(deserialize_with = "distinct")]
    pub hidden: Vec<SectionKind>,
    /// Headings that take the place of the usual ones.
    #[serde(deserialize_with = "headings")]
    pub names: BTreeMap<SectionKind, String>,
}

/// Where sentences go whose section is too close to tell.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unsure {
    /// Into the likelier section, marked as unsure.
    #[default]
    Keep,
    /// Under a heading of their own, "more".
    More,
}

impl Default for SectionOptions {
    fn default() -> Self {
        Self {
            reaction: false,
            unsure: Unsure::default(),
            order: SectionKind::ALL.to_vec(),
            hidden: Vec::new(),
            names: BTreeMap::new(),
        }
    }
}

impl SectionOptions {
    /// The sections that are shown, in their order, each once.
    #[must_use]
    pub fn shown(&self) -> Vec<SectionKind> {
        let mut shown = Vec::new();
        for &kind in self.order.iter().chain(&SectionKind::ALL) {
            let folded = kind == SectionKind::Reaction && !self.reaction;
            if !folded && !shown.contains(&kind) && !self.hidden.contains(&kind) {
                shown.push(kind);
            }
        }
        shown
    }

    /// The heading of a section.
    #[must_use]
    pub fn heading(&self, kind: SectionKind) -> &str {
        self.names.get(&kind).map_or(kind.title(), String::as_str)
    }
}

/// Sections, none of them twice.
fn distinct<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<SectionKind>, D::Error> {
    let kinds = Vec::<SectionKind>::deserialize(deserializer)?;
    let mut pairs = kinds.iter().zip(1..);
    match pairs.find(|(kind, next)| kinds[*next..].contains(kind)) {
        Some((kind, _)) => Err(D::Error::custom(format!(
            "'{}' is named twice, leave one out",
            kind.name()
        ))),
        None => Ok(kinds),
    }
}

/// Headings that can be told apart, from each other and from the usual ones.
fn headings<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<SectionKind, String>, D::Error> {
    let options = SectionOptions {
        names: BTreeMap::deserialize(deserializer)?,
        ..SectionOptions::default()
    };
    let mut met = HashMap::new();
    for kind in SectionKind::ALL {
        let heading = options.heading(kind);
        if heading.trim().is_empty() {
            let message = format!(
                "the heading of '{}' is empty, write one or put the section among the hidden",
                kind.name()
            );
            return Err(D::Error::custom(message));
        }
        if let Some(other) = met.insert(heading.trim().to_lowercase(), kind) {
            let (one, other) = (other.name(), kind.name());
            let message = format!("'{one}' and '{other}' are both called '{heading}', rename one");
            return Err(D::Error::custom(message));
        }
    }
    Ok(options.names)
}

/// What a user may set about the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SummaryOptions {
    /// At most so many sentences.
    #[serde(deserialize_with = "at_least_one")]
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

fn at_least_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    match usize::deserialize(deserializer)? {
        0 => Err(D::Error::custom(
            "a summary of 0 sentences is none, set 1 or more",
        )),
        most => Ok(most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reaction_is_shown_only_where_it_is_a_section_of_its_own() {
        let mut options = SectionOptions::default();
        assert!(!options.shown().contains(&SectionKind::Reaction));
        options.reaction = true;
        assert!(options.shown().contains(&SectionKind::Reaction));
    }

    #[test]
    fn sections_that_the_order_leaves_out_come_last() {
        let options = SectionOptions {
            order: vec![SectionKind::Outlook, SectionKind::Outlook],
            hidden: vec![SectionKind::Casualties],
            ..SectionOptions::default()
        };
        let shown = [
            SectionKind::Outlook,
            SectionKind::Announcement,
            SectionKind::Background,
        ];
        assert_eq!(options.shown(), shown);
    }

    #[test]
    fn a_heading_may_be_renamed() {
        let mut options = SectionOptions::default();
        let name = "What next".to_owned();
        options.names.insert(SectionKind::Outlook, name);
        assert_eq!(options.heading(SectionKind::Outlook), "What next");
        assert_eq!(options.heading(SectionKind::Background), "Background");
    }
}
