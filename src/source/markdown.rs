//! Markdown, by the rules of `CommonMark`, and the briefings that nutgraf exports as Markdown.

mod blocks;
mod briefings;
mod front_matter;

use self::blocks::{Block, Kind};
use super::clean::clean;
use super::head::{self, Head};
use super::{Loaded, Place, paragraphs, plain_text};

/// Whether a text begins with front matter.
pub(super) fn has_front_matter(text: &str) -> bool {
    let (fields, _) = front_matter::split(text);
    !fields.is_empty()
}

pub(super) fn parse(text: &str, place: &Place) -> Loaded {
    let text = clean(text);
    let (fields, body) = front_matter::split(&text);
    let blocks = blocks::read(body);
    if let Some(loaded) = briefings::read(&fields, &blocks, place) {
        return loaded;
    }
    let mut head = Head::default();
    for field in &fields {
        head.set_field(&field.key, &field.value);
    }
    let paragraphs = paragraphs_of(blocks, &mut head);
    let body = head.read(paragraphs);
    plain_text::article(head, &body, place).into()
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
    use crate::document::Article;

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
}
