//! The briefings that nutgraf exports as Markdown, read in again: of each only the article.

use super::blocks::{Block, Kind};
use super::front_matter::Field;
use crate::document::Article;
use crate::source::clean::clean_line;
use crate::source::fault::Problem;
use crate::source::head::Head;
use crate::source::{Fault, Loaded, Place, plain_text};

/// The heading under which a briefing keeps the text of its article.
const ARTICLE_HEADING: &str = "Article";
/// What the front matter of a page says of itself under the key `nutgraf`, when it is one briefing.
const ONE: &str = "briefing/1";
/// The same of a page with several; what is known of each then stands in a list under its headline.
const SEVERAL: &str = "briefings/1";

/// The articles of a page that was exported; nothing when it was not.
pub(super) fn read(fields: &[Field], blocks: &[Block], place: &Place) -> Option<Loaded> {
    let mark = fields.iter().find(|field| field.key == "nutgraf")?;
    match mark.value.as_str() {
        ONE => {
            let text = text_of(blocks)?;
            Some(article(fields, &text, place).into())
        }
        SEVERAL => Some(several(blocks, place)),
        _ => None,
    }
}

fn several(blocks: &[Block], place: &Place) -> Loaded {
    let mut loaded = Loaded::default();
    let mut rest = blocks;
    while let Some((headline, below)) = rest.split_first() {
        let end = below.iter().position(is_headline).unwrap_or(below.len());
        let (own, others) = below.split_at(end);
        rest = others;
        if is_headline(headline) {
            let fields = listed_fields(headline, own);
            let text = text_of(own).unwrap_or_default();
            loaded.append(article(&fields, &text, place).into());
        }
    }
    if loaded.articles.is_empty() && loaded.faults.is_empty() {
        loaded.faults.push(Fault::new(place, Problem::Empty));
    }
    loaded
}

fn is_headline(block: &Block) -> bool {
    block.kind == Kind::Heading(1)
}

/// The headline, and what the list under it says.
fn listed_fields(headline: &Block, own: &[Block]) -> Vec<Field> {
    let title = Field {
        key: "title".to_owned(),
        value: headline.text.clone(),
    };
    let list = own.iter().take_while(|block| block.kind == Kind::Paragraph);
    let listed = list.filter_map(|block| {
        let (key, value) = block.text.split_once(": ")?;
        Some(Field {
            key: key.to_owned(),
            value: value.to_owned(),
        })
    });
    [title].into_iter().chain(listed).collect()
}

fn article(fields: &[Field], text: &[String], place: &Place) -> Result<Article, Fault> {
    let mut head = Head::default();
    for field in fields {
        head.set_field(&field.key, &field.value);
    }
    let mut article = plain_text::article(head, text, place)?;
    for field in fields {
        match field.key.as_str() {
            "id" => article.id = clean_line(&field.value),
            "title_derived" => article.title.derived = field.value == "true",
            _ => {}
        }
    }
    Ok(article)
}

/// The paragraphs under the last heading "Article". A line break inside one is a line of the text.
fn text_of(blocks: &[Block]) -> Option<Vec<String>> {
    let is_heading =
        |block: &Block| matches!(block.kind, Kind::Heading(_)) && block.text == ARTICLE_HEADING;
    let at = blocks.iter().rposition(is_heading)?;
    let text = blocks.get(at + 1..)?;
    Some(text.iter().map(|block| block.text.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn read(text: &str) -> Loaded {
        parse(text, &Place::new("a.md"))
    }

    #[test]
    fn of_an_exported_briefing_only_the_article_is_read() {
        let loaded = read(
            "---\nnutgraf: briefing/1\ntitle: \"Ferry sinks\"\ntitle_derived: true\nid: \"7\"\n---\n\n# Ferry sinks\n\n## Summary\n\n- Nine people died.\n\n## Article\n\n<a id=\"p1\"></a>\n\nBy Mara Quist\n\n<a id=\"p2\"></a>Nine \\*people\\* died.\n\n<a id=\"p3\"></a>\n\nArticle\\\nTwo are &amp; missing.\n",
        );
        let [article] = &loaded.articles[..] else {
            panic!("{loaded:?}");
        };
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

    #[test]
    fn several_briefings_are_several_articles() {
        let loaded = read(
            "---\nnutgraf: briefings/1\n---\n\n# Ferry sinks\n\n- id: 7\n- byline: Mara Quist\n\n## Summary\n\n- id: 9\n\n## Article\n\n<a id=\"a1-p1\"></a>Nine died.\n\n# Dam bursts\n\n- id: 8\n- title\\_derived: true\n\n## Article\n\n<a id=\"a2-p1\"></a>Dam bursts.\n",
        );
        let told = loaded.articles.iter().map(|article| {
            let byline = article.byline.as_deref().unwrap_or_default();
            let derived = article.title.derived;
            format!("{} {byline} {derived} {}", article.id, article.text)
        });
        let told: Vec<String> = told.collect();
        assert_eq!(
            told,
            ["7 Mara Quist false Nine died.", "8  true Dam bursts."]
        );
        assert_eq!(loaded.faults, []);
    }

    #[test]
    fn a_page_of_several_that_holds_none_is_a_fault() {
        let loaded = read("---\nnutgraf: briefings/1\n---\n\n## Article\n\nNine died.\n");
        assert_eq!((loaded.articles.len(), loaded.faults.len()), (0, 1));
    }
}
