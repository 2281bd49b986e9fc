//! The blocks of a Markdown text, their marks taken off.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading with its level, 1 to 6.
    Heading(u8),
    /// All else that is read: paragraphs, items of lists, rows of tables.
    Paragraph,
}

/// A heading, or a stretch of text that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// Never blank; lines of the source stay lines.
    pub(super) text: String,
}

/// Reads the blocks. Emphasis and links leave their words; code blocks, pictures, notes and raw
/// HTML are left out.
pub(super) fn read(text: &str) -> Vec<Block> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, options) {
        reader.take(event);
    }
    reader.finish(Kind::Paragraph);
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    text: String,
    /// How many elements that are left out are open.
    hidden: usize,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.hidden == 0 => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak if self.hidden == 0 => self.text.push('\n'),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::TableCell if self.text.is_empty() => {}
            Tag::TableCell => self.text.push_str(" | "),
            Tag::Image { .. } => self.hidden += 1,
            Tag::CodeBlock(_) | Tag::FootnoteDefinition(_) | Tag::HtmlBlock => {
                self.finish(Kind::Paragraph);
                self.hidden += 1;
            }
            _ => self.finish(Kind::Paragraph),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::TableCell => {}
            TagEnd::Image | TagEnd::CodeBlock | TagEnd::FootnoteDefinition | TagEnd::HtmlBlock => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::Heading(level) => self.finish(Kind::Heading(level_number(level))),
            _ => self.finish(Kind::Paragraph),
        }
    }

    /// Ends the block that is being read.
    fn finish(&mut self, kind: Kind) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.blocks.push(Block { kind, text });
        }
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let texts: Vec<String> = read(text).into_iter().map(|block| block.text).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn marks_inside_a_line_are_taken_off() {
        check(
            "The *ferry* **sank**, [the mayor](https://example.org) said; ~~ten~~ `nine` died.",
            &["The ferry sank, the mayor said; ten nine died."],
        );
    }

    #[test]
    fn escapes_and_entities_are_undone() {
        check(
            r"1\. Nine \*people\* \[sic\] &amp; two &lt;b&gt;",
            &["1. Nine *people* [sic] & two <b>"],
        );
    }

    #[test]
    fn items_of_lists_and_block_quotes_stand_alone() {
        check(
            "- One\n- Two\n  - Three\n\n    More\n\n> Four\n>\n> Five",
            &["One", "Two", "Three", "More", "Four", "Five"],
        );
        check("1. One\n2. Two", &["One", "Two"]);
    }

    #[test]
    fn pictures_code_notes_and_html_are_left_out() {
        check(
            "![a map](m.png)\n\n```\ncode\n```\n\n<div>\nx\n</div>\n\nNine <b>died</b>.[^1]\n\n[^1]: A note.\n",
            &["Nine died."],
        );
    }

    #[test]
    fn a_row_of_a_table_is_a_line() {
        check(
            "| Port | Dead |\n|---|---|\n| Halden | 9 |",
            &["Port | Dead", "Halden | 9"],
        );
    }

    #[test]
    fn headings_know_their_level() {
        let kinds: Vec<Kind> = read("Title\n=====\n\n## Two\n\ntext")
            .iter()
            .map(|block| block.kind)
            .collect();
        assert_eq!(kinds, [Kind::Heading(1), Kind::Heading(2), Kind::Paragraph]);
    }
}
