//! Telling web pages, feeds and data, which are not read, from text.

use serde::de::IgnoredAny;

use super::jsonl;

/// What is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Foreign {
    /// What it is, in words for a message.
    pub kind: &'static str,
    /// What to do to have it read.
    pub remedy: &'static str,
}

/// What a document is by the name of its outermost element.
const KINDS: &[(&str, &str)] = &[
    ("html", "an HTML page"),
    ("head", "an HTML page"),
    ("body", "an HTML page"),
    ("rss", "an RSS feed"),
    ("rdf:rdf", "an RSS feed"),
    ("feed", "an Atom feed"),
];

/// The elements of HTML that hold text and can stand first in a piece of a page.
const BLOCKS: &[&str] = &[
    "article", "div", "h1", "h2", "header", "main", "nav", "p", "section", "table", "title", "ul",
];

/// What a text is when it is HTML, XML or JSON from first to last, and not to be read. A text that may
/// hold `tags` of its own, as Markdown does, is no piece of a page for beginning and ending with one.
pub(super) fn foreign(text: &str, tags: bool) -> Option<Foreign> {
    let text = text.trim();
    match text.chars().next()? {
        '<' => markup(text, tags).map(|kind| Foreign {
            kind,
            remedy: "save it as text and give that",
        }),
        '{' | '[' => is_json(text).then_some(Foreign {
            kind: "JSON, and not one object a line",
            remedy: "write one object a line",
        }),
        _ => None,
    }
}

/// Whether a text is one value over several lines, or a list.
fn is_json(text: &str) -> bool {
    let lines = text.lines().next().is_some_and(jsonl::is_object);
    !lines && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The outermost element or a declaration tells. A piece of a page that has neither must begin with an
/// element that holds text and end with a tag: an article may hold tags, and even begin with one.
fn markup(text: &str, tags: bool) -> Option<&'static str> {
    let (declared, rest) = after_declarations(text);
    let root = root(rest).unwrap_or_default().to_ascii_lowercase();
    let known = KINDS.iter().find(|(name, _)| *name == root);
    let piece = !tags && BLOCKS.contains(&root.as_str()) && ends_in_tag(text);
    known
        .map(|&(_, kind)| kind)
        .or(declared)
        .or(piece.then_some("a piece of HTML"))
}

/// What the declarations at the head say, and what follows them and comments.
fn after_declarations(text: &str) -> (Option<&'static str>, &str) {
    let (mut declared, mut rest) = (None, text);
    loop {
        let after = if rest.starts_with("<!--") {
            after(rest, "-->")
        } else if begins(rest, "<!doctype html") {
            declared = Some("an HTML page");
            after(rest, ">")
        } else if begins(rest, "<?xml") {
            declared = declared.or(Some("an XML file"));
            after(rest, "?>")
        } else if declared.is_some() && rest.starts_with("<!") {
            after(rest, ">")
        } else {
            None
        };
        match after {
            Some(after) => rest = after,
            None => return (declared, rest),
        }
    }
}

fn after<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    text.split_once(end).map(|(_, rest)| rest.trim_start())
}

fn begins(text: &str, start: &str) -> bool {
    let head = text.get(..start.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The name in the tag that a text begins with.
fn root(text: &str) -> Option<&str> {
    let tag = text.strip_prefix('<')?;
    let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
    tag.get(..end)
}

fn ends_in_tag(text: &str) -> bool {
    let last = text.rfind('<').and_then(|at| text.get(at..));
    last.is_some_and(|tag| tag.ends_with('>') && tag.find('>') == Some(tag.len() - 1))
}

#[cfg(test)]
mod tests {
    use super::foreign;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(foreign(text, false).map_or("", |it| it.kind), expected);
    }

    #[test]
    fn a_page_is_told_by_its_declaration_or_its_outermost_element() {
        check("<!DOCTYPE html>\n<title>Nine dead</title>", "an HTML page");
        check("\n<HTML lang=en>\n<p>Nine died.", "an HTML page");
        check("<!-- saved -->\n<html><body>Nine died.", "an HTML page");
        check(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html>",
            "an HTML page",
        );
    }

    #[test]
    fn a_feed_is_told_by_its_outermost_element() {
        check(
            "<?xml version=\"1.0\"?>\n<rss version=\"2.0\">",
            "an RSS feed",
        );
        check("<rdf:RDF xmlns=\"x\">", "an RSS feed");
        check(
            "<?xml version=\"1.0\"?><?xml-stylesheet href=\"a\"?>\n<feed>",
            "an Atom feed",
        );
        check("<?xml version=\"1.0\"?>\n<urlset>", "an XML file");
    }

    #[test]
    fn a_piece_of_a_page_is_tags_from_first_to_last() {
        check("<div>\n<p>Nine died.</p>\n</div>\n", "a piece of HTML");
        check("<p>Nine died.</p>\n\nTwo are missing.\n", "");
        check("<p>Nine died.</p>\n\nFewer > more.\n", "");
    }

    #[test]
    fn markdown_may_begin_and_end_with_a_tag_and_a_page_is_a_page_all_the_same() {
        let text = "<p align=\"center\">A picture</p>\n\nNine died.\n\n<sub>A credit.</sub>\n";
        let kind = |text, tags| foreign(text, tags).map(|it| it.kind);
        assert_eq!(kind(text, true), None);
        assert_eq!(kind(text, false), Some("a piece of HTML"));
        let page = "<html><p>Nine</p></html>";
        assert_eq!(kind(page, true), Some("an HTML page"));
    }

    #[test]
    fn data_is_one_value_from_first_to_last() {
        check(
            "{\n  \"title\": \"Nine dead\"\n}\n",
            "JSON, and not one object a line",
        );
        check(
            "[{\"text\": \"Nine died.\"}]",
            "JSON, and not one object a line",
        );
        check(
            "{\"text\": \"Nine died.\"}\n{\"text\": \"Two died.\"}\n",
            "",
        );
        check("[Mara Quist reports] Nine died.\n", "");
        check("{\"text\": \"Nine died.\"}\nbroken\n", "");
    }

    #[test]
    fn text_that_holds_a_tag_or_an_angle_is_text() {
        check("", "");
        check("<", "");
        check("Nine <b>died</b>.\n<html> was on the screen.", "");
        check("<b>Ferry sinks</b>\n\nNine died.", "");
        check("<Agency> Nine people died.", "");
        check("<!-- a note -->\nNine people died.", "");
        check("< 5 per cent voted, the board said >", "");
    }
}
