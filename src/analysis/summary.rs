//! The sentences that tell most of an article in few words.

use super::options::SummaryOptions;
use super::people::People;
use super::reading::Reading;
use crate::briefing::{Label, SummaryLine};

/// The lines of the summary, in the order of the text.
pub(super) fn choose(
    _: &Reading<'_>,
    _: &People,
    _: &[Label],
    _: &SummaryOptions,
) -> Vec<SummaryLine> {
    Vec::new()
}
