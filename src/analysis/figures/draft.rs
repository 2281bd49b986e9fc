//! A figure in the making: a number with what its sentence tells of it.

use super::measure::Measure;
use super::nouns::Noun;
use super::numerals::Numeral;
use crate::briefing::{Change, Qualifier, Role};

#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub numeral: Numeral,
    pub measure: Option<Measure>,
    pub noun: Option<Noun>,
    pub qualifier: Option<Qualifier>,
    /// The first atom, with the qualifier.
    pub head: usize,
    /// The atom behind unit and noun.
    pub tail: usize,
    pub change: Option<Change>,
    pub role: Option<Role>,
    pub negated: bool,
    /// The draft of the same sentence that this is a part of.
    pub part_of: Option<usize>,
    /// Whether noun and role are those of the figure before.
    pub elliptic: bool,
    /// Whether two sides of a vote were joined.
    pub votes: bool,
    /// Whether it is what the draft before was earlier: "48, up from 31".
    pub former: bool,
    /// What the count is for each of: "day".
    pub per: Option<&'static str>,
}

impl Draft {
    /// Whether it counts people or things, and measures nothing.
    pub(super) fn is_count(&self) -> bool {
        self.measure.is_none()
    }
}
