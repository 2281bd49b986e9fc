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

/// "from" stands before both numbers, where a number that changed has it between them.
#[test]
fn a_movement_cut_short_is_read_as_it_stands() {
    let briefing = read("The number rose from to 5 2.".to_owned());
    let values: Vec<f64> = briefing
        .figures
        .iter()
        .map(|figure| figure.value.low())
        .collect();
    assert_eq!(values, [5.0, 2.0]);
}

/// Rival claims are told of one event: a toll of a year before stands apart, and takes no other with it.
#[test]
fn a_toll_of_another_year_is_of_another_event() {
    let events = |text: &str| -> Vec<String> {
        let briefing = read(text.to_owned());
        let named = briefing.figures.iter().map(|figure| {
            let event = figure.event.map(|span| briefing.document.slice(span));
            format!("{} {}", figure.value.low(), event.unwrap_or("now"))
        });
        named.collect()
    };
    let since = "The coast had been spared since 2011, when a storm left 140 people dead.";
    assert_eq!(events(since), ["140 2011"]);
    let now = "Some 140 people have died on the coast since 2011.";
    assert_eq!(events(now), ["140 now"]);
    let worst = "A quake killed 12 people, the worst since a tremor in 1998 killed 300.";
    assert_eq!(events(worst), ["12 now", "300 1998"]);
    let both = "Clashes in 2024 left nine dead, and on Monday police shot four people dead.";
    assert_eq!(events(both), ["9 2024", "4 now"]);
    let later = "Storms killed 30 people in 2024. On Monday, a quake killed 12.";
    assert_eq!(events(later), ["30 2024", "12 now"]);
}
