//! Where the events of articles took place, and whether they are long past, as far as their first words say so.

use crate::briefing::Briefing;
use crate::document::Document;

/// So many bytes at the head of an article name the place of its event.
const HEAD: usize = 400;

/// Whether two articles tell of two events: each head names places, and the other article none of them anywhere;
/// or one of them only looks back.
pub(super) fn are_apart(one: &Briefing, other: &Briefing) -> bool {
    let names_none = |places: &[&str], of: &Document| {
        !places.is_empty() && !places.iter().any(|place| holds(of, place))
    };
    let (one, other) = (&one.document, &other.document);
    looks_back(one) != looks_back(other)
        || names_none(&places(one), other) && names_none(&places(other), one)
}

/// The names behind "in", "at", "near" and "off" in the headline and the first words.
fn places(document: &Document) -> Vec<&str> {
    let mut places = Vec::new();
    for text in [title(document), head(document)] {
        let words = text.split_whitespace();
        let led = words.clone().zip(words.skip(1));
        let led = led.filter(|(before, _)| matches!(*before, "in" | "at" | "near" | "off"));
        places.extend(led.filter_map(|(_, word)| place(word)));
    }
    places
}

fn title(document: &Document) -> &str {
    &document.article().title.text
}

fn head(document: &Document) -> &str {
    let text = document.text();
    text.get(..text.floor_char_boundary(HEAD))
        .unwrap_or_default()
}

/// Whether an article looks back at its event: "A year after the Marwa bombing".
fn looks_back(document: &Document) -> bool {
    const BACK: &[&str] = &[
        "year after",
        "years after",
        "year ago",
        "years ago",
        "years on",
        "anniversary",
    ];
    let title = title(document);
    BACK.iter().any(|words| title.contains(words))
}

/// A word with a capital that is no time.
fn place(word: &str) -> Option<&str> {
    const TIMES: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "The",
        "A",
    ];
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.trim_end_matches("'s").trim_end_matches("\u{2019}s");
    let name = word.len() > 2 && word.starts_with(char::is_uppercase) && !TIMES.contains(&word);
    name.then_some(word)
}

fn holds(document: &Document, place: &str) -> bool {
    document.text().contains(place) || title(document).contains(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, brief};
    use crate::document::Article;
    use crate::language::Lexicon;

    fn briefing(title: &str, text: &str) -> Briefing {
        let mut article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        article.title.text = title.to_owned();
        brief(article, Lexicon::english(), &Options::default())
    }

    #[test]
    fn two_bombs_in_two_towns_are_two_events() {
        let marwa = briefing(
            "Car bomb kills 14 in Marwa",
            "A bomb went off near a bank in Marwa on Sunday.",
        );
        let tellin = briefing(
            "Car bomb kills 9 in Tellin",
            "A bomb went off in Tellin on Sunday.",
        );
        let again = briefing(
            "Marwa blast: 17 dead",
            "A bomb in Marwa killed 17, a hospital said.",
        );
        assert!(are_apart(&marwa, &tellin));
        assert!(!are_apart(&marwa, &again));
        let later = briefing(
            "A year after the Marwa bombing, families wait",
            "Nobody called in Marwa.",
        );
        assert!(are_apart(&marwa, &later));
    }

    #[test]
    fn a_head_without_a_place_keeps_no_article_apart() {
        let here = briefing("Storm cuts power", "A storm cut power to 60,000 homes.");
        let there = briefing("Storm hits coast", "A storm hit the coast in Norrland.");
        assert!(!are_apart(&here, &there));
    }
}
