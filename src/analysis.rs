//! Finding what an article says.
//!
//! People and organisations come first and are shared by all; then who says what (attributions),
//! then quotes, figures, sections (which look at the tolls among the figures) and summary. What the
//! sections leave out of the report gives no quote and no figure. Each finder is a function in its own
//! file. Nothing here fails, whatever the text, and the same text gives the same briefing.

mod attribution;
mod census;
mod figures;
mod imprint;
mod left_out;
mod listed;
mod marks;
mod numbering;
mod options;
mod people;
mod quotes;
mod reading;
mod sections;
mod stems;
mod summary;
mod token_span;
mod vocabulary;

pub use self::options::{Options, SectionOptions, SummaryOptions, Unsure};
pub use self::sections::section_cues;
pub use self::summary::{stories, story, story_summary};

use std::sync::Arc;

use self::attribution::{Attribution, Items};
use self::people::People;
use self::reading::{Forms, Reading};
use crate::briefing::{Briefing, Figure, Label, Quote, SummaryLine};
use crate::document::{Article, Document};
use crate::language::Lexicon;

/// Finds all there is to find in an article.
#[must_use]
pub fn brief(article: Article, lexicon: &Lexicon, options: &Options) -> Briefing {
    let document = Document::new(article);
    let found = groundwork(&document, lexicon, |ground| {
        let mut quotes = ground.quotes();
        let mut figures = ground.figures(&quotes);
        let labels = ground.labels(&figures, &options.sections);
        left_out::take_out(&document, &labels, &mut quotes, &mut figures);
        let summary = ground.summary(&labels, &options.summary);
        (labels, summary, quotes, figures)
    });
    let (labels, summary, quotes, figures) = found;
    Briefing {
        document,
        labels,
        cues: Arc::clone(lexicon.cues().all()),
        summary,
        quotes,
        figures,
    }
}

/// Reads the tables that the finders look things up in, which the first article would else wait for.
pub fn prepare() {
    figures::prepare();
    summary::prepare();
}

/// What the finders share: each word looked up, the people, and who says what.
pub struct Groundwork<'a> {
    reading: &'a Reading<'a>,
    people: &'a People,
    items: &'a Items<'a>,
    attributions: &'a [Attribution],
}

/// Lays the groundwork for a document and hands it on, for one finder or for all of them.
pub fn groundwork<R>(
    document: &Document,
    lexicon: &Lexicon,
    then: impl FnOnce(&Groundwork<'_>) -> R,
) -> R {
    vocabulary::trim();
    let forms = Forms::of(document, lexicon);
    let reading = Reading::new(&forms);
    let people = people::find(&reading);
    let items = Items::new(&reading, &people);
    let attributions = attribution::find(&items);
    then(&Groundwork {
        reading: &reading,
        people: &people,
        items: &items,
        attributions: &attributions,
    })
}

impl Groundwork<'_> {
    /// The quotations with their speakers, in the order of the text.
    #[must_use]
    pub fn quotes(&self) -> Vec<Quote> {
        quotes::find(self.items, self.attributions)
    }

    /// The figures with their claimants, in the order of the text; `quotes` are those of the document.
    #[must_use]
    pub fn figures(&self, quotes: &[Quote]) -> Vec<Figure> {
        figures::find(self.reading, self.people, self.attributions, quotes)
    }

    /// The section of each sentence; `figures` are those of the document.
    #[must_use]
    pub fn labels(&self, figures: &[Figure], options: &SectionOptions) -> Vec<Label> {
        sections::label(self.reading, figures, options)
    }

    /// The lines of the summary, in the order of the text; `labels` are those of the sentences.
    #[must_use]
    pub fn summary(&self, labels: &[Label], options: &SummaryOptions) -> Vec<SummaryLine> {
        summary::choose(self.reading, self.people, labels, options)
    }
}
