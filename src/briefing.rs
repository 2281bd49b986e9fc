//! What an article says: the result of the analysis, never changed once it is made.
//!
//! A briefing owns no text of its own. Its items are spans of the document, and numbers worked out
//! from them.

mod claim;
mod figure;
mod number;
mod outline;
mod passage;
mod quote;
mod section;
mod story;
mod summary;
mod wording;

pub use self::claim::Claim;
pub use self::figure::{
    Change, Claimant, Direction, Figure, Qualifier, QualifierKind, Role, Value,
};
pub use self::number::grouped;
pub use self::outline::{Outline, OutlinedSection};
pub use self::passage::Passage;
pub use self::quote::{Quote, QuoteKind, Speaker};
pub use self::section::{Label, Reason, SectionKind, Side};
pub use self::story::{Story, StoryToll};
pub use self::summary::SummaryLine;
pub use self::wording::Wording;

use std::collections::HashMap;
use std::sync::Arc;

use crate::document::Document;
use crate::language::Cue;

/// An article and all that was found in it.
#[derive(Debug, Clone)]
pub struct Briefing {
    /// The article that the items point into.
    pub document: Document,
    /// The section of each sentence: as many as the document has sentences, in their order.
    pub labels: Vec<Label>,
    /// The cues that the labels were decided by.
    pub cues: Arc<Vec<Cue>>,
    /// The lines of the summary, in the order of the text.
    pub summary: Vec<SummaryLine>,
    /// The quotations, in the order of the text.
    pub quotes: Vec<Quote>,
    /// The figures, in the order of the text.
    pub figures: Vec<Figure>,
}

impl Briefing {
    /// The indices of the sentences that belong to a section, in the order of the text.
    pub fn sentences_of(&self, kind: SectionKind) -> impl Iterator<Item = usize> + '_ {
        let of_kind =
            move |(index, label): (usize, &Label)| (label.kind == Some(kind)).then_some(index);
        self.labels.iter().enumerate().filter_map(of_kind)
    }

    /// The one line that tells most, for lists of articles; none when there is no summary.
    #[must_use]
    pub fn gist(&self) -> Option<&SummaryLine> {
        self.summary.iter().min_by_key(|line| line.rank)
    }

    /// The utterances: the indices of the quotes of one group, in the order of their first quotes.
    #[must_use]
    pub fn utterances(&self) -> Vec<Vec<usize>> {
        let mut utterances: Vec<Vec<usize>> = Vec::new();
        let mut places = HashMap::new();
        for (index, quote) in self.quotes.iter().enumerate() {
            let at = *places.entry(quote.group).or_insert(utterances.len());
            match utterances.get_mut(at) {
                Some(utterance) => utterance.push(index),
                None => utterances.push(vec![index]),
            }
        }
        utterances
    }

    /// What is claimed of each thing, the gravest first. Every figure stands in exactly one claim.
    #[must_use]
    pub fn claims(&self) -> Vec<Claim> {
        claim::group(&self.document, &self.figures)
    }
}
