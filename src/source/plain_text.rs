//! Plain text in every shape.

use super::clean::clean;
use super::fault::Problem;
use super::head::{Head, dateline};
use super::{Fault, Loaded, Place, paragraphs, title};
use crate::document::{Article, Title, may_stand_above};

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

/// The paragraph that the report begins with: behind the deck, and behind a rubric such as "Statement" where a
/// dateline follows.
fn lede_of<'a>(body: &'a [String], deck: Option<&String>) -> &'a str {
    let mut told = body.iter().filter(|paragraph| deck != Some(*paragraph));
    let first = told.next().map_or("", String::as_str);
    let short = may_stand_above(first) && dateline(first).is_none();
    let next = told.next().map(String::as_str);
    next.filter(|next| short && dateline(next).is_some())
        .unwrap_or(first)
}

/// Puts an article together from what its head says and the paragraphs of its body.
pub(super) fn article(head: Head, body: &[String], place: &Place) -> Result<Article, Fault> {
    let text = body.join("\n\n");
    if text.is_empty() {
        return Err(Fault::new(place, Problem::Empty));
    }
    let lede = lede_of(body, head.deck.as_ref());
    let filed = dateline(lede).map(str::to_owned);
    let title = match head.title {
        Some(text) => Title {
            text,
            derived: false,
        },
        None => title::from_lede(lede),
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
