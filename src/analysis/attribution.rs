//! Who says what: a source, a cue, and the clause that it speaks for.

use super::people::People;
use super::reading::Reading;
use crate::document::Span;

/// A claim that the text gives to somebody, in quotation marks or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribution {
    /// The source as it is called here; `None` when it is not said who.
    pub source: Option<Source>,
    /// The words that announce the claim: "said", "according to".
    pub cue: Span,
    /// The clauses that are the source's word. It ends at "while", "though", ";" and the like.
    pub scope: Span,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    /// The bytes of the mention: "he", "officials", "the ministry".
    pub mention: Span,
    /// The fullest name that the article gives; the mention itself when there is none.
    pub name: Span,
    /// How sure it is, from 0 to 100.
    pub confidence: u8,
}

/// All attributions, in the order of their cues.
pub(super) fn find(_reading: &Reading<'_>, _people: &People) -> Vec<Attribution> {
    Vec::new()
}
