//! What holds of the figures of any text.

use nutgraf::analysis::{Options, brief};
use nutgraf::briefing::{Briefing, Value};
use nutgraf::document::Article;
use nutgraf::language::Lexicon;
use proptest::prelude::*;

fn read(text: String) -> Briefing {
    let article = Article {
        text,
        ..Article::default()
    };
    brief(article, Lexicon::english(), &Options::default())
}

/// Pieces that figures are made of, so that arbitrary texts come near real ones.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,4}([.,][0-9]{1,3})?",
        "(one|two|twenty|half|a third|dozens|hundred|thousand|million|tens of|no|nobody)",
        "(people|soldiers|deaths|killed|were injured|of them|including|missing)",
        "[-–—,.;:/%$£€½°()\"“”’~+×]",
        "(from|to|between|and|in|out of|per|a day|bn|m|km|years old|March|2019|USD|PS)",
        "\\PC{0,3}",
    ];
    proptest::collection::vec((piece, prop::bool::ANY), 0..30).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, space) in pieces {
            text.push_str(&piece);
            if space {
                text.push(' ');
            }
        }
        text
    })
}

fn check(text: String) {
    let briefing = read(text);
    let document = &briefing.document;
    let mut end = 0;
    for figure in &briefing.figures {
        assert!(!document.slice(figure.span).is_empty());
        assert!(figure.span.start() >= end, "figures overlap");
        end = figure.span.end();
        assert!(figure.value.low().is_finite() && figure.value.high().is_finite());
        if let Value::Range(low, high) = figure.value {
            assert!(low < high);
        }
        for span in figure
            .counted
            .into_iter()
            .chain(figure.qualifier.map(|qualifier| qualifier.span))
        {
            assert!(!document.slice(span).is_empty());
        }
        for index in figure.part_of.into_iter().chain(figure.superseded_by) {
            assert!(index < briefing.figures.len());
        }
    }
    let claims = briefing.claims();
    let mut shown: Vec<usize> = claims
        .iter()
        .flat_map(|claim| claim.figures.iter().chain(&claim.parts).copied())
        .collect();
    shown.sort_unstable();
    assert!(shown.iter().copied().eq(0..briefing.figures.len()));
}

proptest! {
    #[test]
    fn figures_of_any_text_are_spans_in_order(text in "\\PC{0,200}") {
        check(text);
    }

    #[test]
    fn figures_of_any_row_of_numbers_are_spans_in_order(text in pieces()) {
        check(text);
    }

    #[test]
    fn a_range_never_gives_its_ends_too(low in 2u32..900, more in 1u32..900, words in prop::bool::ANY) {
        let high = low + more;
        let text = if words {
            format!("Between {low} and {high} people were killed.")
        } else {
            format!("Officials counted {low} to {high} people.")
        };
        let briefing = read(text);
        prop_assert_eq!(briefing.figures.len(), 1);
        prop_assert_eq!(briefing.figures[0].value, Value::Range(f64::from(low), f64::from(high)));
    }

    #[test]
    fn grouped_digits_are_read_whole(value in 1000u32..999_999) {
        let text = format!("At least {},{:03} homes were destroyed.", value / 1000, value % 1000);
        let briefing = read(text);
        prop_assert_eq!(briefing.figures.len(), 1);
        prop_assert_eq!(briefing.figures[0].value, Value::Exact(f64::from(value)));
    }
}

/// Rival claims are told of one event: a toll of a year before stands apart.
#[test]
fn a_toll_of_another_year_is_of_another_event() {
    let event = |text: &str| {
        let briefing = read(text.to_owned());
        let figure = briefing.figures.first().expect("a toll");
        let event = figure.event;
        event.map(|span| briefing.document.slice(span).to_owned())
    };
    let since = "The coast had been spared since 2011, when a storm left 140 people dead.";
    assert_eq!(event(since).as_deref(), Some("2011"));
    let now = "Some 140 people have died on the coast since 2011.";
    assert_eq!(event(now), None);
}
