//! Markdown, by the rules of `CommonMark`, and the briefings that nutgraf exports as Markdown.

mod blocks;
mod front_matter;

use self::blocks::{Block, Kind};
use self::front_matter::Field;
use super::clean::{clean, clean_line};
use super::head::{self, Head};
use super::{Loaded, Place, paragraphs, plain_text};
use crate::document::Article;

/// The heading under which an exported briefing keeps the text of its article.
const ARTICLE_HEADING: &str = "Article";
/// What the front matter of an exported briefing says of itself, under the key `nutgraf`.
const BRIEFING: &str = "briefing/1";

/// Whether a text begins with front matter.
pub(super) fn has_front_matter(text: &str) -> bool {
    let (fields, _) = front_matter::split(text);
    !fields.is_empty()
}

pub(super) fn parse(text: &str, place: &Place) -> Loaded {
    let text = clean(text);
    let (fields, body) = front_matter::split(&text);
    let mut head = Head::default();
    for field in &fields {
        head.set_field(&field.key, &field.value);
    }
    let exported = fields
        .iter()
        .any(|field| field.key == "nutgraf" && field.value == BRIEFING);
    let blocks = blocks::read(body);
    if exported && let Some(article) = article_of_briefing(&blocks) {
        let read = plain_text::article(head, &article, place);
        return read.map(|article| with_own_fields(article, &fields)).into();
    }
    let paragraphs = paragraphs_of(blocks, &mut head);
    let body = head.read(paragraphs);
    plain_text::article(head, &body, place).into()
}

/// Gives back what an export says of the article beyond its head.
fn with_own_fields(mut article: Article, fields: &[Field]) -> Article {
    for field in fields {
        match field.key.as_str() {
            "id" => article.id = clean_line(&field.value),
            "title_derived" => article.title.derived = field.value == "true",
            _ => {}
        }
    }
    article
}

/// The paragraphs under the last heading "Article". A line break inside one is a line of the text.
fn article_of_briefing(blocks: &[Block]) -> Option<Vec<String>> {
    let is_heading =
        |block: &Block| matches!(block.kind, Kind::Heading(_)) && block.text == ARTICLE_HEADING;
    let at = blocks.iter().rposition(is_heading)?;
    let article = blocks.get(at + 1..)?;
    Some(article.iter().map(|block| block.text.clone()).collect())
}

/// The headline goes into the head; all other blocks are paragraphs, each on one line.
fn paragraphs_of(blocks: Vec<Block>, head: &mut Head) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let (mut seen, mut above_body) = (0, true);
    for block in blocks {
        let line = block.text.replace('\n', " ");
        let new = paragraphs.get(seen..).unwrap_or_default();
        above_body = above_body && new.iter().all(|line| head::is_head_line(line));
        seen = paragraphs.len();
        match (block.kind, &head.title) {
            (Kind::Heading(1), None) => head.title = Some(line),
            (Kind::Heading(_), None) if above_body => head.title = Some(line),
            (Kind::Heading(1), Some(title)) if *title == line => {}
            (Kind::Heading(_), _) => paragraphs.push(line),
            (Kind::Paragraph, _) => add_paragraph(&block.text, above_body, &mut paragraphs),
        }
    }
    paragraphs
}

/// Adds a paragraph; byline and date above the body may stand on lines of one paragraph.
fn add_paragraph(text: &str, above_body: bool, paragraphs: &mut Vec<String>) {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .peekable();
    if above_body {
        while let Some(line) = lines.next_if(|line| head::is_head_line(line)) {
            paragraphs.push(line.to_owned());
        }
    }
    let Some(first) = lines.next() else {
        return;
    };
    let mut paragraph = first.to_owned();
    lines.for_each(|line| paragraphs::join(&mut paragraph, line));
    paragraphs.push(paragraph);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Article {
        let loaded = parse(text, &Place::new("a.md"));
        assert_eq!(loaded.faults, []);
        loaded.articles.into_iter().next().unwrap()
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let article = read(
            "# Ferry *sinks*\n\nBy Mara Quist\n4 March 2026\n\nNine people\ndied.\n\n## The search\n\nIt goes on.\n",
        );
        assert_eq!(article.title.text, "Ferry sinks");
        assert!(!article.title.derived);
        assert_eq!(article.byline.as_deref(), Some("Mara Quist"));
        assert_eq!(article.published.unwrap().text, "4 March 2026");
        assert_eq!(
            article.text,
            "Nine people died.\n\nThe search\n\nIt goes on."
        );
    }

    #[test]
    fn front_matter_gives_the_fields() {
        let article = read(
            "---\ntitle: \"Ferry: nine dead\"\nauthor: Mara Quist\ndate: 2026-03-04\nurl: https://example.org/1\nsource: Halden Courier\n---\n\n# Ferry: nine dead\n\nPORT HALDEN — Nine people died.\n",
        );
        assert_eq!(article.title.text, "Ferry: nine dead");
        assert_eq!(article.byline.as_deref(), Some("Mara Quist"));
        assert_eq!(article.source, "Halden Courier");
        assert_eq!(article.dateline.as_deref(), Some("PORT HALDEN"));
        assert_eq!(article.text, "PORT HALDEN — Nine people died.");
    }

    #[test]
    fn without_a_title_the_lede_gives_one() {
        let article = read("Nine people died.\n\nTwo are missing.\n");
        assert_eq!(
            (article.title.text.as_str(), article.title.derived),
            ("Nine people died", true)
        );
    }

    #[test]
    fn of_an_exported_briefing_only_the_article_is_read() {
        let article = read(
            "---\nnutgraf: briefing/1\ntitle: \"Ferry sinks\"\ntitle_derived: true\nid: \"7\"\n---\n\n# Ferry sinks\n\n## Summary\n\n- Nine people died.\n\n## Article\n\n<a id=\"p1\"></a>\n\nBy Mara Quist\n\n<a id=\"p2\"></a>Nine \\*people\\* died.\n\n<a id=\"p3\"></a>\n\nArticle\\\nTwo are &amp; missing.\n",
        );
        assert_eq!(
            (article.title.text.as_str(), article.title.derived),
            ("Ferry sinks", true)
        );
        assert_eq!(article.id, "7");
        assert_eq!(article.byline, None);
        assert_eq!(
            article.text,
            "By Mara Quist\n\nNine *people* died.\n\nArticle\nTwo are & missing."
        );
    }
}
