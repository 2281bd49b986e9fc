//! Finding what an article says.
//!
//! People and organisations come first and are shared by all; then who says what (attributions),
//! then quotes, figures, sections and summary. Each finder is a function in its own file. Nothing
//! here fails, whatever the text, and the same text gives the same briefing.

mod attribution;
mod figures;
mod marks;
mod options;
mod people;
mod quotes;
mod reading;
mod sections;
mod summary;

pub use self::options::{Options, SectionOptions, SummaryOptions, Unsure};
pub use self::sections::section_cues;
pub use self::summary::{stories, story, story_summary};

use crate::briefing::Briefing;
use crate::document::{Article, Document};
use crate::language::Lexicon;

/// Finds all there is to find in an article.
#[must_use]
pub fn brief(article: Article, lexicon: &Lexicon, options: &Options) -> Briefing {
    let document = Document::new(article);
    let reading = reading::Reading::new(&document, lexicon);
    let people = people::find(&reading);
    let attributions = attribution::find(&reading, &people);
    let quotes = quotes::find(&reading, &people, &attributions);
    let figures = figures::find(&reading, &people, &attributions);
    let labels = sections::label(&reading, &quotes, &figures, &options.sections);
    let summary = summary::choose(&reading, &people, &labels, &options.summary);
    Briefing {
        document,
        labels,
        summary,
        quotes,
        figures,
    }
}
