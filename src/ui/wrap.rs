use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::document::Span;

/// Longer stretches are wrapped line by line; looking ahead would be felt.
const LOOK_AHEAD: usize = 1 << 16;

/// Asks for a picture in place of a sign.
pub(super) const PICTURE: char = '\u{fe0f}';

/// What must not stand at the head of a line.
const NEVER_FIRST: &str = "、。，．！？：；）」』】〉》”’…ー";

/// A stretch that is not broken.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    width: usize,
    /// The columns of white space after it.
    space: usize,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the columns of a line are far below 2^52"
)]
impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The columns that a letter, as a person counts letters, takes on the screen.
pub(super) fn cells(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [byte] if byte.is_ascii_control() => 0,
        [_] => 1,
        // Terminals disagree on the width of a sign that is asked to be a picture: it is shown as
        // the sign it is.
        _ if grapheme.contains(PICTURE) => grapheme.replace(PICTURE, "").width().min(2),
        _ => grapheme.width().min(2),
    }
}

/// The columns that a text takes on one line.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        text.bytes().filter(|byte| !byte.is_ascii_control()).count()
    } else {
        text.graphemes(true).map(cells).sum()
    }
}

/// The head of a text that fits into so many columns.
pub(super) fn head(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += cells(grapheme);
        if used > width {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// Cuts a stretch of a text into lines of at most `width` columns, so that they are evenly long.
///
/// The lines stand in order and cover all but white space. A letter that is wider than `width`
/// has a line of its own.
pub(super) fn wrap(text: &str, span: Span, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let pieces = pieces(text, span, width);
    let mut lines = Vec::new();
    for line in fit(&pieces, span.len(), width) {
        if let (Some(first), Some(last)) = (line.first(), line.last()) {
            lines.push(Span::new(first.start, last.end));
        }
    }
    lines
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the columns of a line are far below 2^52"
)]
fn fit(pieces: &[Piece], len: usize, width: usize) -> Vec<&[Piece]> {
    let widths = [width as f64];
    let wide = |line: &[Piece]| {
        let all: usize = line.iter().map(|piece| piece.width + piece.space).sum();
        all - line.last().map_or(0, |last| last.space) > width
    };
    // Looking ahead may let a line be too long where it makes the others even.
    if len <= LOOK_AHEAD
        && let Ok(lines) = wrap_optimal_fit(pieces, &widths, &Penalties::new())
        && !lines.iter().any(|line| wide(line))
    {
        return lines;
    }
    wrap_first_fit(pieces, &widths)
}

fn pieces(text: &str, span: Span, width: usize) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(span.len() / 5 + 1);
    let Some(mut rest) = text.get(span.range()) else {
        return pieces;
    };
    let mut at = span.start();
    while !rest.is_empty() {
        let word = rest.find(is_breaking_space).unwrap_or(rest.len());
        let (letters, after) = rest.split_at(word);
        let space = after.len() - after.trim_start_matches(is_breaking_space).len();
        push_word(&mut pieces, letters, at, width);
        if let Some(last) = pieces.last_mut().filter(|last| last.end == at + word) {
            last.space = columns(after.get(..space).unwrap_or_default());
        }
        at += word + space;
        rest = after.get(space..).unwrap_or_default();
    }
    pieces
}

fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

fn push_word(pieces: &mut Vec<Piece>, word: &str, at: usize, width: usize) {
    let simple = word.is_ascii() && word.len() <= width && !word.contains(['-', '/']);
    if simple {
        if !word.is_empty() {
            pieces.push(piece(at, at + word.len(), columns(word)));
        }
        return;
    }
    let mut start = 0;
    let mut used = 0;
    let mut before = "";
    for (offset, grapheme) in word.grapheme_indices(true) {
        let size = cells(grapheme);
        let breaks = may_break(before, grapheme) || used + size > width;
        if breaks && offset > start {
            pieces.push(piece(at + start, at + offset, used));
            start = offset;
            used = 0;
        }
        used += size;
        before = grapheme;
    }
    if start < word.len() {
        pieces.push(piece(at + start, at + word.len(), used));
    }
}

fn piece(start: usize, end: usize, width: usize) -> Piece {
    Piece {
        start,
        end,
        width,
        space: 0,
    }
}

/// Whether a line may end between two letters of a word: after a dash or a hyphen, and between
/// the characters of a script without spaces.
fn may_break(before: &str, after: &str) -> bool {
    let letter = after.chars().next().is_some_and(char::is_alphabetic);
    match before {
        "—" | "–" => true,
        "-" | "/" | "‐" => letter,
        _ => is_ideographic(before) && cells(after) == 2 && !NEVER_FIRST.contains(after),
    }
}

/// Whether it is a wide letter, and no picture.
fn is_ideographic(grapheme: &str) -> bool {
    let wide = matches!(grapheme.chars().next(), Some('\u{2e80}'..='\u{ffef}'));
    wide && cells(grapheme) == 2
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        let lines = wrap(text, Span::new(0, text.len()), width);
        let lines: Vec<&str> = lines.iter().map(|line| &text[line.range()]).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn lines_are_evenly_long() {
        check("aaa bb cc ddddd", 6, &["aaa", "bb cc", "ddddd"]);
    }

    #[test]
    fn a_word_too_long_for_a_line_is_cut() {
        check(
            "an incomprehensible",
            6,
            &["an", "incomp", "rehens", "ible"],
        );
    }

    #[test]
    fn a_line_may_end_after_a_dash_but_not_before_a_number() {
        check("well-known", 6, &["well-", "known"]);
        check("one—two", 5, &["one—", "two"]);
        check("is -5", 4, &["is", "-5"]);
    }

    #[test]
    fn a_no_break_space_holds_together() {
        check("at 10\u{a0}km", 6, &["at", "10\u{a0}km"]);
    }

    #[test]
    fn wide_letters_take_two_columns_and_combined_ones_stay_whole() {
        check("日本語の新聞", 6, &["日本語", "の新聞"]);
        check(
            "e\u{301}e\u{301}e\u{301}",
            2,
            &["e\u{301}e\u{301}", "e\u{301}"],
        );
        check("終わり。次", 6, &["終わ", "り。次"]);
    }

    #[test]
    fn no_text_gives_no_line() {
        check("", 10, &[]);
        check("  \n ", 10, &[]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line_is_too_wide(text in "\\PC{0,80}|[a-z –—-]{0,200}", width in 1_usize..60) {
            let lines = wrap(&text, Span::new(0, text.len()), width);
            let mut at = 0;
            for line in &lines {
                prop_assert!(text[at..line.start()].chars().all(char::is_whitespace));
                prop_assert!(!line.is_empty());
                let wide = columns(&text[line.range()]);
                prop_assert!(wide <= width || text[line.range()].graphemes(true).count() == 1);
                at = line.end();
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
