//! Which section each sentence belongs to.
//!
//! Each sentence is asked what it is and what it holds ([`Test`](crate::language::Test)); the cues
//! that are met are added up, and the sections of neighbours weigh on each other.

mod decide;
mod figured;
mod genre;
mod overlap;
mod place;
mod quoting;
mod report;
mod shape;
mod survey;
mod time;
mod toll;
mod verbs;

use self::decide::Evidence;
pub(super) use self::verbs::may_tell;
use super::options::SectionOptions;
use super::reading::{Forms, Reading};
use crate::briefing::{Figure, Label};
use crate::document::Document;
use crate::language::Lexicon;

/// One label for each sentence.
pub(super) fn label(
    reading: &Reading<'_>,
    figures: &[Figure],
    options: &SectionOptions,
) -> Vec<Label> {
    let evidence = survey::evidence(reading, figures);
    decide::labels(reading.lexicon.cues(), evidence, options, |labels| {
        quoting::keep_whole(reading, labels);
    })
}

/// The indices of the cues that are met in each sentence, in the order of
/// [`Cues::all`](crate::language::Cues::all): what weights can be fitted on. `figures` are those of the
/// document.
#[must_use]
pub fn section_cues(document: &Document, figures: &[Figure], lexicon: &Lexicon) -> Vec<Vec<usize>> {
    let forms = Forms::of(document, lexicon);
    let reading = Reading::new(&forms);
    let evidence = survey::evidence(&reading, figures).into_iter();
    let cues = |sentence: Evidence| sentence.cues.into_iter().map(usize::from).collect();
    evidence.map(cues).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::{Options, Unsure, brief};
    use crate::briefing::SectionKind;
    use crate::document::Article;

    fn article(paragraphs: &[&str]) -> Article {
        Article {
            text: paragraphs.join("\n\n"),
            ..Article::default()
        }
    }

    fn labels(article: Article, sections: SectionOptions) -> Vec<Label> {
        let options = Options {
            sections,
            ..Options::default()
        };
        brief(article, Lexicon::english(), &options).labels
    }

    const LEDE: &str =
        "The ferry line to Skarn closed on Tuesday after a storm damaged its only pier.";
    const OPINION: &str =
        "\u{201c}I think this is terrible, we are all very sad,\u{201d} said Pia Lund.";

    #[test]
    fn a_subhead_stands_with_what_it_heads() {
        let text = article(&[
            LEDE,
            "What we know",
            "The storm killed four people in Skarn, the coastguard said.",
            "The pier",
            "It was built in 1998 and had been closed twice before.",
            "What happens next?",
            "Engineers will inspect the pier on Friday.",
        ]);
        let kinds = labels(text, SectionOptions::default());
        let kinds: Vec<_> = kinds.iter().map(|label| label.kind).collect();
        assert_eq!(kinds[1], Some(SectionKind::Casualties));
        assert_eq!(kinds[3], Some(SectionKind::Background));
        assert_eq!(kinds[5], Some(SectionKind::Outlook));
        assert_eq!(
            (kinds[2], kinds[4], kinds[6]),
            (kinds[1], kinds[3], kinds[5])
        );
    }

    #[test]
    fn a_link_a_credit_and_an_item_of_a_list_are_no_subheads() {
        let text = article(&[
            LEDE,
            "Read more: what we know",
            "The storm killed four people in Skarn, the coastguard said.",
            "- Rain is forecast until Sunday",
            "It was built in 1998 and had been closed twice before.",
        ]);
        let kinds = labels(text, SectionOptions::default());
        assert_eq!(kinds[1].kind, None);
        assert_eq!(kinds[3].kind, Some(SectionKind::Outlook));
    }

    #[track_caller]
    fn check_told(sentence: &str, told: bool) {
        let text = article(&[
            LEDE,
            "It was built in 1998.",
            sentence,
            "It stood open on Monday.",
        ]);
        let labels = labels(text, SectionOptions::default());
        assert_eq!(labels[2].kind.is_some(), told, "{sentence}");
    }

    #[test]
    fn a_caption_goes_with_its_credit() {
        check_told(
            "Waves break over the pier on Monday. Photo: M. Quist/Norwire",
            false,
        );
        check_told("Waves break over the pier. (M. Quist/Norwire)", false);
        check_told("From Mara Quist, Dorra", false);
        check_told("(ATTN: UPDATES with toll in paras 2-3)", false);
        check_told("Special Correspondent", false);
        check_told("Waves broke over the pier on Monday.", true);
        check_told(
            "Sign up for our newsletter: five stories every morning",
            false,
        );
        check_told("Written by Mara Quist", false);
        check_told(
            "[Photo caption: Mara Quist has run the pier since 2019.",
            false,
        );
        check_told("Brief scores: Skarn 287 and 209; Orsk 283 and 171", false);
        check_told(
            "Note to editors: pictures of the pier can be ordered.",
            false,
        );
        check_told(
            "If you or anyone you know needs help, contact the line on 555-0142.",
            false,
        );
        check_told(
            "Follow Norwire on every channel and send your story ideas to us.",
            false,
        );
        check_told("Advertisement", false);
        check_told("© 2026 Norwire. All rights reserved.", false);
    }

    #[test]
    fn what_a_report_tells_is_no_credit_and_no_invitation() {
        check_told(
            "The line asked its staff to sign up for a cut, and 80 volunteered.",
            true,
        );
        check_told(
            "The song was written by Pia Lund after the storm of 1999.",
            true,
        );
        check_told(
            "Some 80 were displaced, said the mayor, G’©d’©on Holm.",
            true,
        );
        check_told("Senator Jan Holm (R) said the pier was unsafe.", true);
        check_told(
            "Scoreboard lamps on the pier were broken by the storm.",
            true,
        );
        check_told(
            "The town wants the line to stop using its pier in a costly advertisement.",
            true,
        );
    }

    #[test]
    fn reaction_is_background_unless_it_is_asked_for() {
        let text = || article(&[LEDE, "It was built in 1998.", OPINION]);
        let folded = labels(text(), SectionOptions::default());
        assert_eq!(folded[2].kind, Some(SectionKind::Background));
        let reaction = SectionOptions {
            reaction: true,
            ..SectionOptions::default()
        };
        let open = labels(text(), reaction);
        assert_eq!(open[2].kind, Some(SectionKind::Reaction));
        assert_eq!(open[0].kind, folded[0].kind);
    }

    #[test]
    fn what_is_unsure_is_set_apart_only_when_asked_for() {
        let sentences = [
            "It may open.",
            "It was said to close.",
            "Boats could sail on Friday, he said.",
        ];
        let text = || article(&[&[LEDE], &sentences[..]].concat());
        let kept = labels(text(), SectionOptions::default());
        assert!(kept.iter().all(|label| !label.more));
        let more = SectionOptions {
            unsure: Unsure::More,
            ..SectionOptions::default()
        };
        let apart = labels(text(), more);
        assert!(apart.iter().all(|label| label.more == label.unsure));
    }

    #[test]
    fn a_decision_names_its_weightiest_cue_first() {
        let found = labels(article(&[LEDE, OPINION]), SectionOptions::default());
        let reasons = found[0].reasons(Lexicon::english().cues().all());
        let weights: Vec<f32> = reasons.iter().map(|it| it.weight.abs()).collect();
        assert!(weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
        let names: Vec<&str> = reasons.iter().map(|it| it.cue).collect();
        assert!(names.contains(&"lede rule"), "{names:?}");
    }

    #[track_caller]
    fn check_last(title: &str, last: &str, expected: SectionKind) {
        let mut article = article(&[LEDE, "It was built in 1998.", "It is 40 meters long.", last]);
        article.title.text = title.to_owned();
        let found = labels(article, SectionOptions::default());
        assert_eq!(found[3].kind, Some(expected), "{last}");
    }

    #[test]
    fn the_death_of_an_obituary_is_no_toll() {
        let died = "He died at home after a short illness.";
        let title = "Ferry builder Per Lund dies at 91";
        let mut article = article(&[LEDE, "It was built in 1998.", died]);
        article.title.text = title.to_owned();
        let found = labels(article, SectionOptions::default());
        assert_ne!(found[2].kind, Some(SectionKind::Casualties));
    }

    #[test]
    fn the_toll_of_another_winter_or_war_is_no_toll_of_the_news() {
        let title = "Storm shuts ferry line, two drowned";
        let now = "Two sailors drowned in the storm.";
        check_last(title, now, SectionKind::Casualties);
        let before = "Avalanches killed 11 people in the county last winter.";
        check_last(title, before, SectionKind::Background);
        let war = "The war has killed an estimated 60,000 people.";
        check_last(title, war, SectionKind::Background);
    }

    #[test]
    fn what_was_done_is_the_news_where_the_lede_names_its_day() {
        let last = |lede: &str| {
            let mut sentences = vec![lede];
            sentences.extend(["The pier was built in 1998.", "It is 40 meters long."].repeat(4));
            sentences.push("Crews pumped water out of the harbour office.");
            labels(article(&sentences), SectionOptions::default())[9].kind
        };
        assert_eq!(last(LEDE), Some(SectionKind::Announcement));
        let undated = LEDE.replace(" on Tuesday", "");
        assert_eq!(last(&undated), Some(SectionKind::Background));
    }

    #[test]
    fn a_figure_knows_a_toll_that_no_word_of_harm_tells() {
        let flood = "Boats plucked 126 people from roofs in Denby after the river burst its banks";
        check_last(
            flood,
            "Crews plucked 40 people from trees.",
            SectionKind::Casualties,
        );
        check_last(
            flood,
            "Some 40 customers were plucked from trees.",
            SectionKind::Casualties,
        );
        let before = "The last flood, in 2019, drove 300 people from their homes.";
        check_last(flood, before, SectionKind::Background);
        let ahead = "Another 900,000 people will be driven from their homes by 2030.";
        check_last(flood, ahead, SectionKind::Outlook);
    }

    #[test]
    fn a_cue_of_the_user_decides() {
        let mut lexicon = Lexicon::english().clone();
        let cue = "[[cue]]\nname = \"mine\"\nwhy = \"\"\nwords = [\"storm flag\"]\nweights = { outlook = 9 }\n";
        lexicon.add("mine.toml", cue).unwrap();
        let text = article(&[LEDE, "The storm flag flew over Orsk."]);
        let found = brief(text, &lexicon, &Options::default());
        assert_eq!(found.labels[1].kind, Some(SectionKind::Outlook));
        assert_eq!(found.labels[1].reasons(&found.cues)[0].cue, "mine");
    }

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
