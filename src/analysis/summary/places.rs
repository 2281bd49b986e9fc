//! Whether two articles that are alike tell of two events all the same: at two places, or long after one another.

use crate::briefing::{Briefing, Figure, Role};
use crate::document::Document;
use crate::language::{Class, Lexicon};

/// So many bytes at the head of an article name the place of its event.
const HEAD: usize = 400;

/// Whether two articles tell of two events: each head names places, and the other article none of them anywhere;
/// or one looks back at an event that is news in the other.
pub(super) fn are_apart(one: &Briefing, other: &Briefing) -> bool {
    let names_none = |places: &[&str], of: &Document| {
        !places.is_empty() && !places.iter().any(|place| holds(of, place))
    };
    let looks_back = |one, other| is_of_the_past(one) && is_news(other);
    looks_back(one, other)
        || looks_back(other, one)
        || names_none(&places(&one.document), &other.document)
            && names_none(&places(&other.document), &one.document)
}

/// The names behind "in", "at", "near" and "off" in the first words, and that of the dateline.
fn places(document: &Document) -> Vec<&str> {
    let words = head(document).split_whitespace();
    let led = words.clone().zip(words.skip(1));
    let led = led.filter(|(before, _)| matches!(*before, "in" | "at" | "near" | "off"));
    let dateline = document.dateline().map(|span| document.slice(span));
    let town = dateline.and_then(|line| line.split_whitespace().next());
    led.map(|(_, word)| word)
        .chain(town)
        .filter_map(place)
        .collect()
}

fn head(document: &Document) -> &str {
    let text = document.text();
    text.get(..text.floor_char_boundary(HEAD))
        .unwrap_or_default()
}

/// A word with a capital that is no time and no small word.
fn place(word: &str) -> Option<&str> {
    const OTHERS: [Class; 4] = [
        Class::Month,
        Class::Weekday,
        Class::NotName,
        Class::Determiner,
    ];
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.trim_end_matches("'s").trim_end_matches("\u{2019}s");
    let name = word.len() > 2
        && word.starts_with(char::is_uppercase)
        && !Lexicon::english().classes(word).has_any(&OTHERS);
    name.then_some(word)
}

/// Whether a word stands in the headline or text of an article, in small letters or capitals.
fn holds(document: &Document, place: &str) -> bool {
    let title = document.article().title.text.as_str();
    let mut words = [title, document.text()]
        .into_iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words.any(|word| word.eq_ignore_ascii_case(place))
}

/// "A year after the Marwa bombing": an article that says so, and whose dead are those of another time.
fn is_of_the_past(briefing: &Briefing) -> bool {
    const BACK: &[&str] = &[
        "year after",
        "years after",
        "year on",
        "years on",
        "anniversary",
    ];
    let title = briefing.document.article().title.text.to_lowercase();
    let says = BACK.iter().any(|words| title.contains(words));
    let mut dead = briefing
        .figures
        .iter()
        .filter(|figure| is_dead(figure))
        .peekable();
    says && dead.peek().is_some() && dead.all(|figure| figure.event.is_some())
}

/// Whether an article counts dead of its own event.
fn is_news(briefing: &Briefing) -> bool {
    let mut dead = briefing.figures.iter().filter(|figure| is_dead(figure));
    dead.any(|figure| figure.event.is_none())
}

fn is_dead(figure: &Figure) -> bool {
    figure.role == Role::Killed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, brief};
    use crate::document::Article;

    #[track_caller]
    fn check(one: (&str, &str), other: (&str, &str), apart: bool) {
        let briefing = |(title, text): (&str, &str)| {
            let mut article = Article {
                text: text.to_owned(),
                ..Article::default()
            };
            article.title.text = title.to_owned();
            brief(article, Lexicon::english(), &Options::default())
        };
        let (one, other) = (briefing(one), briefing(other));
        assert_eq!(are_apart(&one, &other), apart);
        assert_eq!(are_apart(&other, &one), apart);
    }

    const MARWA: (&str, &str) = (
        "Car bomb kills 14 in Marwa",
        "A bomb killed 14 people near a bank in Marwa on Sunday.",
    );

    #[test]
    fn two_bombs_in_two_towns_are_two_events() {
        let tellin = (
            "Car bomb kills 9 in Tellin",
            "A bomb killed nine in Tellin on Sunday.",
        );
        check(MARWA, tellin, true);
        let again = (
            "Marwa blast: 17 dead",
            "A bomb in Marwa killed 17, a hospital said.",
        );
        check(MARWA, again, false);
    }

    #[test]
    fn a_look_back_is_of_another_event_where_its_dead_are_of_another_time() {
        let later = (
            "A Year After the Marwa Bombing, Families Wait",
            "A year ago a bomb in a car killed 20 people in Marwa.",
        );
        check(MARWA, later, true);
        let arrest = (
            "Police arrest man 20 years after Tarn killings",
            "A man was held in Tarn.",
        );
        check(
            arrest,
            (
                "Suspect held in Tarn killings",
                "Police in Tarn held a man.",
            ),
            false,
        );
    }

    #[test]
    fn a_place_in_capitals_or_in_a_headline_of_capitals_is_the_same() {
        let loud = (
            "Dam Burst Kills at Least 31",
            "ORSK (Norwire) \u{2014} A dam burst, killing 31.",
        );
        check(
            loud,
            (
                "Tailings dam burst in Orsk kills 31",
                "A dam in Orsk burst.",
            ),
            false,
        );
        let here = ("Storm cuts power", "A storm cut power to 60,000 homes.");
        check(
            here,
            ("Storm hits coast", "A storm hit the coast in Norrland."),
            false,
        );
    }
}
