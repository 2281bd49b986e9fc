//! Who speaks, and what they do not speak of.

use super::Claimants;
use crate::analysis::attribution::Attribution;
use crate::briefing::{Claimant, Figure, Role};
use crate::document::Span;

impl Claimants<'_> {
    /// Whether a pronoun stands for nobody that the article names.
    pub(super) fn is_unknown(&self, claimant: &Claimant) -> bool {
        let word = self.reading.document.slice(claimant.mention);
        claimant.name == claimant.mention
            && ["he", "she", "they", "it"]
                .iter()
                .any(|pronoun| word.eq_ignore_ascii_case(pronoun))
    }

    /// "The rebels stormed the school and": a verb of speech only beside what is quoted.
    pub(super) fn is_deed(&self, attribution: &Attribution) -> bool {
        let cue = self.reading.document.tokens_in(attribution.cue);
        let deed = cue.len() == 1
            && matches!(
                self.reading.word(cue.start),
                "stormed"
                    | "storming"
                    | "thundered"
                    | "boomed"
                    | "booming"
                    | "roared"
                    | "roaring"
                    | "snapped"
                    | "barked"
                    | "hissed"
                    | "raged"
                    | "raging"
                    | "spat"
                    | "blasted"
                    | "charged"
                    | "fired"
                    | "cracked"
            );
        deed && !self.reading.is(cue.end, "that")
    }

    /// "said Rafiq Mia, a 26-year-old welder": the age of the speaker, of which nobody speaks.
    pub(super) fn is_of_speaker(&self, figure: &Figure, attribution: &Attribution) -> bool {
        let Some(source) = attribution.source.filter(|_| figure.role == Role::Age) else {
            return false;
        };
        let start = source.mention.end();
        if start > figure.span.start() {
            return false;
        }
        let between = self
            .reading
            .document
            .slice(Span::new(start, figure.span.start()));
        between.starts_with(',') && between.len() < 40
    }
}
