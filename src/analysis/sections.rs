//! Which section each sentence belongs to.
//!
//! Each sentence is asked what it is and what it holds ([`Test`](crate::language::Test)); the cues
//! that are met are added up, and the sections of neighbours weigh on each other.

mod decide;
mod overlap;
mod quoting;
mod report;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::{Options, brief};
    use crate::document::Article;

    proptest! {
        #[test]
        fn any_text_gets_one_label_for_each_sentence(text in "(\\PC|[ .\n“”\"?!]){0,300}") {
            let article = Article { text, ..Article::default() };
            let briefing = brief(article, Lexicon::english(), &Options::default());
            prop_assert_eq!(briefing.labels.len(), briefing.document.sentences().len());
        }

        #[test]
        fn words_of_news_in_any_order_get_one_label_for_each_sentence(
            words in prop::collection::vec(
                prop::sample::select(vec![
                    "will", "\u{201c}", "\u{201d}", "killed", "12", "2019", "said", ".", "No", "May", "3",
                    "in", "\n", "damage", "houses", "(", ")", "-", "PORT", "were", "'s", "%", "$",
                ]),
                0..120,
            )
        ) {
            let article = Article { text: words.join(" "), ..Article::default() };
            let briefing = brief(article, Lexicon::english(), &Options::default());
            prop_assert_eq!(briefing.labels.len(), briefing.document.sentences().len());
        }
    }
}
