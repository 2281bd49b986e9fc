//! A title for an article that has none.

use super::head;
use super::paragraphs::ends_sentence;
use crate::document::Title;

/// The longest title made from a lede, in characters.
const LONGEST: usize = 90;

/// The first paragraph when it reads as a headline, else the head of the lede.
pub(super) fn from_text(text: &str) -> Title {
    let mut paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = paragraphs.next().unwrap_or_default();
    let has_body = paragraphs.any(ends_sentence);
    if has_body && head::is_headline(first, false) {
        return Title {
            text: first.to_owned(),
            derived: true,
        };
    }
    from_lede(first)
}

/// The head of a lede without its dateline, cut at a word.
pub(super) fn from_lede(lede: &str) -> Title {
    // a paragraph of an exported article may hold lines, and a title is one
    let line = lede.trim().lines().next().unwrap_or_default();
    let lede = head::after_dateline(line);
    let text = match lede.char_indices().nth(LONGEST) {
        None => lede.strip_suffix('.').unwrap_or(lede).to_owned(),
        Some((end, _)) => cut(
            lede.get(..end).unwrap_or(lede),
            lede.get(end..).unwrap_or_default(),
        ),
    };
    Title {
        text,
        derived: true,
    }
}

/// Ends `head` at its last whole word and marks the cut.
fn cut(head: &str, rest: &str) -> String {
    let whole = rest.starts_with(char::is_whitespace);
    let word_end = head.rfind(char::is_whitespace).filter(|_| !whole);
    let kept = head.get(..word_end.unwrap_or(head.len())).unwrap_or(head);
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || ",;:—–-(“‘".contains(c));
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let title = from_text(text);
        assert_eq!((title.text.as_str(), title.derived), (expected, true));
    }

    #[test]
    fn a_short_lede_is_the_title_without_its_full_stop() {
        check(
            "PORT HALDEN (Norwire) — Nine people died.",
            "Nine people died",
        );
    }

    #[test]
    fn a_long_lede_is_cut_at_a_word() {
        check(
            "The car ferry Marisol went down in the mouth of Kestrel Bay early on Tuesday, and by nightfall nine were found.",
            "The car ferry Marisol went down in the mouth of Kestrel Bay early on Tuesday, and by…",
        );
    }

    #[test]
    fn a_word_without_end_is_cut_between_letters() {
        assert_eq!(
            from_text(&"é".repeat(500)).text.chars().count(),
            LONGEST + 1
        );
    }

    #[test]
    fn a_first_paragraph_like_a_headline_is_the_title() {
        check(
            "Nine dead as ferry sinks\n\nNine people died.",
            "Nine dead as ferry sinks",
        );
    }

    #[test]
    fn a_title_made_from_a_paragraph_of_several_lines_is_one_line() {
        assert_eq!(
            from_lede("Nine people died\nTwo are missing.").text,
            "Nine people died"
        );
    }

    #[test]
    fn no_text_gives_no_title() {
        check(" \n", "");
    }
}
