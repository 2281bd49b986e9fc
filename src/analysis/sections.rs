//! Which section each sentence belongs to.
//!
//! Each sentence is asked what it is and what it holds ([`Test`](crate::language::Test)); the cues
//! that are met are added up, and the sections of neighbours weigh on each other.

mod decide;
mod overlap;
mod quoting;
mod shape;
mod survey;
mod time;
mod toll;
mod verbs;

use self::decide::Evidence;
use super::options::SectionOptions;
use super::reading::Reading;
use crate::briefing::{Figure, Label, Quote};
use crate::document::Document;
use crate::language::Lexicon;

/// One label for each sentence.
pub(super) fn label(
    reading: &Reading<'_>,
    _: &[Quote],
    _: &[Figure],
    options: &SectionOptions,
) -> Vec<Label> {
    decide::labels(reading.lexicon.cues(), &survey::evidence(reading), options)
}

/// The indices of the cues that are met in each sentence, in the order of
/// [`Cues::all`](crate::language::Cues::all): what weights can be fitted on.
#[must_use]
pub fn section_cues(document: &Document, lexicon: &Lexicon) -> Vec<Vec<usize>> {
    let reading = Reading::new(document, lexicon);
    let evidence = survey::evidence(&reading).into_iter();
    evidence.map(|sentence: Evidence| sentence.cues).collect()
}
