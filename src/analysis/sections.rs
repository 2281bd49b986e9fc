//! Which section each sentence belongs to.

use super::options::SectionOptions;
use super::reading::Reading;
use crate::briefing::{Figure, Label, Quote};

/// One label for each sentence.
pub(super) fn label(
    reading: &Reading<'_>,
    _: &[Quote],
    _: &[Figure],
    _: &SectionOptions,
) -> Vec<Label> {
    vec![Label::default(); reading.document.sentences().len()]
}
