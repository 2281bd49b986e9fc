//! Plain text in every shape.

use super::clean::clean;
use super::fault::Problem;
use super::head::{Head, dateline};
use super::{Fault, Loaded, Place, paragraphs, title};
use crate::document::{Article, Title};

/// Lines that say only that the report is over.
const END_MARKS: &[&str] = &[
    "-30-", "- 30 -", "ends", "(ends)", "-ends-", "- ends -", "[ends]",
];

pub(super) fn parse(text: &str, place: &Place) -> Loaded {
    let mut paragraphs = paragraphs::split(&clean(text));
    if paragraphs
        .last()
        .is_some_and(|last| END_MARKS.contains(&last.to_lowercase().as_str()))
    {
        paragraphs.pop();
    }
    let mut head = Head::default();
    let body = head.read(paragraphs);
    article(head, &body, place).into()
}

/// Puts an article together from what its head says and the paragraphs of its body.
pub(super) fn article(head: Head, body: &[String], place: &Place) -> Result<Article, Fault> {
    let text = body.join("\n\n");
    if text.is_empty() {
        return Err(Fault::new(place, Problem::Empty));
    }
    let is_deck = |paragraph: &&String| head.deck.as_ref() == Some(*paragraph);
    let lede = body.iter().find(|paragraph| !is_deck(paragraph));
    let filed = lede.and_then(|lede| dateline(lede)).map(str::to_owned);
    let title = match head.title {
        Some(text) => Title {
            text,
            derived: false,
        },
        None => title::from_lede(body.first().map_or("", String::as_str)),
    };
    Ok(Article {
        id: place.to_string(),
        title,
        deck: head.deck,
        byline: head.byline,
        dateline: head.dateline.or(filed),
        published: head.published,
        names_source: head.source.is_some(),
        source: head.source.unwrap_or_else(|| place.source.clone()),
        url: head.url,
        text,
    })
}
