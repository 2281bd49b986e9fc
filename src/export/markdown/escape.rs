//! Keeping text in its place: what an article says can not become Markdown, HTML or front matter.

/// A piece of text as Markdown that shows exactly it, on one line: white space at its ends is left
/// out and line ends become spaces.
///
/// Besides the marks of `CommonMark` and of GitHub's tables, strikethrough and mathematics, the marks
/// that make a bare address a link are escaped, because the only links of an export are its own.
pub(in crate::export) fn inline(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '\n' | '\r' => out.push(' '),
            _ if letter.is_control() && letter != '\t' => out.push(char::REPLACEMENT_CHARACTER),
            _ => {
                if is_mark(letter, before, rest.peek().copied(), &out) {
                    out.push('\\');
                }
                out.push(letter);
            }
        }
        before = Some(letter);
    }
    out
}

/// The same for a cell of a table, where a bar ends the cell before anything else is looked at.
pub(super) fn cell(text: &str) -> String {
    inline(text).replace("\\|", "&#124;")
}

/// A value of the front matter. What JSON calls a string, YAML calls a double-quoted scalar.
pub(in crate::export) fn yaml(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Whether a character would be more than itself between these neighbours; `out` is the line so far.
fn is_mark(letter: char, before: Option<char>, after: Option<char>, out: &str) -> bool {
    match letter {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '|' | '~' | '$' | '#' | '^' => true,
        '>' | '+' | '-' | '=' => out.is_empty(),
        ':' => out.is_empty() || after == Some('/'),
        // "1." begins an item of a list only before white space; "0.5" does not.
        '.' | ')' if is_number(out) => after.is_none_or(char::is_whitespace),
        '.' => before.is_some_and(|before| before.eq_ignore_ascii_case(&'w')),
        _ => false,
    }
}

/// Whether the line so far is a number, so that a stop would make it an item of a list.
fn is_number(out: &str) -> bool {
    !out.is_empty() && out.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::{cell, inline};

    /// The text that a Markdown reader shows, when it sees nothing but text and paragraphs.
    fn shown(markdown: &str) -> Option<String> {
        let mut out = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => out.push_str(&text),
                Event::Start(pulldown_cmark::Tag::Paragraph)
                | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(out)
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(inline(text), expected);
        assert_eq!(shown(expected).as_deref(), Some(text));
    }

    #[test]
    fn plain_prose_stays_as_it_is() {
        check(
            "The mayor's car, a 4-year-old (red) one.",
            "The mayor's car, a 4-year-old (red) one.",
        );
    }

    #[test]
    fn marks_of_markdown_are_escaped() {
        check("*a* _b_ [c](d) `e`", r"\*a\* \_b\_ \[c\](d) \`e\`");
        check("<b>1 & 2</b>", r"\<b>1 \& 2\</b>");
        check("a $5 and ~~b~~", r"a \$5 and \~\~b\~\~");
    }

    #[test]
    fn a_line_can_not_begin_a_block() {
        check("# not a heading", r"\# not a heading");
        check("- not an item", r"\- not an item");
        check("1986. A year", r"1986\. A year");
        check("0.5 percent", "0.5 percent");
        check("> not a quote", r"\> not a quote");
        check("=== --- ===", r"\=== --- ===");
    }

    #[test]
    fn an_address_is_no_link() {
        check("see https://example.org", r"see https\://example.org");
        check("www.example.org", r"www\.example.org");
    }

    #[test]
    fn a_cell_can_not_end_early() {
        assert_eq!(cell("a|b"), "a&#124;b");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_the_text(text in r"[\PC]{0,60}|[-# *_`~\[\]()<>!&;|:./\\$^=+0-9a-cw{}@']{0,40}") {
            let text = text.trim();
            prop_assume!(!text.is_empty());
            prop_assert_eq!(shown(&inline(text)), Some(text.to_owned()), "{}", inline(text));
        }
    }
}
