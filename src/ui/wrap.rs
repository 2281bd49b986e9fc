use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::document::Span;

/// Asks for a picture in place of a sign.
pub(super) const PICTURE: char = '\u{fe0f}';

/// What must not stand at the head of a line.
const NEVER_FIRST: &str = "、。，．！？：；）」』】〉》”’…ー";

/// A stretch that is not broken.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    /// The columns before it and at its end, if all pieces stood on one line.
    left: usize,
    right: usize,
}

/// What lines cost, so that the cheapest are the most even. These are the penalties of `textwrap`,
/// which the plain export wraps with: the square of the columns left free, and for each line as much
/// as 32 free columns cost.
const LINE: usize = 1000;

/// What a last line costs that is a short word alone, of less than this part of the width.
const ALONE: usize = 25;
const SHORT_PART: usize = 4;

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

/// The letters of a text as a person counts them, each with the byte it begins at.
pub(super) fn letters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let len = match rest.as_bytes() {
            [] => return None,
            // Before another letter of ASCII, which most are, nothing joins it.
            [b' '..=b'~'] | [b' '..=b'~', 0..=127, ..] => 1,
            _ => rest.graphemes(true).next()?.len(),
        };
        let start = at;
        at += len;
        Some((start, rest.get(..len)?))
    })
}

/// The columns that a text takes on one line.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        text.bytes().filter(|byte| !byte.is_ascii_control()).count()
    } else {
        letters(text).map(|(_, letter)| cells(letter)).sum()
    }
}

/// The head of a text that fits into so many columns.
pub(super) fn head(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in letters(text) {
        used += cells(grapheme);
        if used > width {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// A text that fits into so many columns, or the head of it with a sign that more follows.
pub(super) fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if columns(text) <= width {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{}…", head(text, width.saturating_sub(1))))
}

/// Cuts a stretch of a text into lines of at most `width` columns, so that they are evenly long.
///
/// The lines stand in order and cover all but white space. A letter that is wider than `width`
/// has a line of its own.
pub(super) fn wrap(text: &str, span: Span, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let pieces = pieces(text, span, width);
    let starts = starts(&pieces, width);
    let mut lines = Vec::new();
    let mut end = pieces.len();
    while let Some(last) = end.checked_sub(1) {
        let start = starts[last].min(last);
        lines.push(Span::new(pieces[start].start, pieces[last].end));
        end = start;
    }
    lines.reverse();
    lines
}

/// For each piece, with which piece the line begins that it ends, when all up to it stands in the
/// cheapest lines.
///
/// Only the few pieces that fit into a line before another are compared, so this is linear.
fn starts(pieces: &[Piece], width: usize) -> Vec<usize> {
    let mut starts = Vec::with_capacity(pieces.len());
    // What the lines before each piece cost.
    let mut costs = Vec::with_capacity(pieces.len() + 1);
    costs.push(0);
    let mut first = 0;
    for (index, last) in pieces.iter().enumerate() {
        while first < index && last.right - pieces[first].left > width {
            first += 1;
        }
        let is_end = index + 1 == pieces.len();
        let (mut start, mut least) = (index, usize::MAX);
        for (at, (piece, before)) in
            (first..).zip(pieces[first..=index].iter().zip(&costs[first..]))
        {
            let free = width.saturating_sub(last.right - piece.left);
            let line = match is_end {
                false => free * free,
                true if at == index && (width - free) * SHORT_PART < width => ALONE,
                true => 0,
            };
            let cost = before + line;
            if cost < least {
                (start, least) = (at, cost);
            }
        }
        starts.push(start);
        costs.push(least.saturating_add(LINE));
    }
    starts
}

fn pieces(text: &str, span: Span, width: usize) -> Vec<Piece> {
    let Some(mut rest) = text.get(span.range()) else {
        return Vec::new();
    };
    let mut cutter = Cutter {
        pieces: Vec::with_capacity(span.len() / 5 + 1),
        at: span.start(),
        column: 0,
        width,
    };
    while !rest.is_empty() {
        let (word, plain) = word(rest);
        let (letters, after) = rest.split_at(word);
        match plain {
            Some(columns) if columns <= width => cutter.push(word, columns),
            _ => cutter.push_broken(letters),
        }
        let space = space(after);
        let (space, after) = after.split_at(space);
        cutter.at += space.len();
        cutter.column += columns(space);
        rest = after;
    }
    cutter.pieces
}

/// The bytes of a text up to a space at which a line may end. If they hold nothing but letters of
/// one column each that stay together, as most words do, how many columns they take.
fn word(text: &str) -> (usize, Option<usize>) {
    let (mut at, mut columns) = (0, 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        at += match byte {
            b' ' => break,
            b'!'..=b',' | b'.' | b'0'..=b'~' => 1,
            _ => {
                let rest = text.get(at..).unwrap_or_default();
                let common = rest.chars().next().filter(|&c| is_common(c));
                let Some(common) = common else {
                    let more = rest.find(is_breaking_space).unwrap_or(rest.len());
                    return (at + more, None);
                };
                common.len_utf8()
            }
        };
        columns += 1;
    }
    (at, Some(columns))
}

/// Whether it is a letter or a mark beyond ASCII that takes one column and stays with those beside
/// it: of the Latin script, a quotation mark, a no-break space.
fn is_common(c: char) -> bool {
    matches!(c, '\u{a0}'..='¬' | '®'..='ʯ' | '‘'..='”' | '…')
}

/// The bytes of the white space at the head of a text.
fn space(text: &str) -> usize {
    match text.as_bytes() {
        [] => 0,
        [b' ', next, ..] if next.is_ascii_alphanumeric() => 1,
        _ => text.len() - text.trim_start_matches(is_breaking_space).len(),
    }
}

fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Cuts words into pieces.
struct Cutter {
    pieces: Vec<Piece>,
    at: usize,
    column: usize,
    width: usize,
}

impl Cutter {
    fn push(&mut self, bytes: usize, columns: usize) {
        if bytes == 0 {
            return;
        }
        let (start, left) = (self.at, self.column);
        self.at += bytes;
        self.column += columns;
        self.pieces.push(Piece {
            start,
            end: self.at,
            left,
            right: self.column,
        });
    }

    /// Takes a word in pieces where a line may end within it, or where it is too long for a line.
    fn push_broken(&mut self, word: &str) {
        let (mut start, mut used) = (0, 0);
        let mut before = "";
        for (offset, grapheme) in letters(word) {
            let size = cells(grapheme);
            if may_break(before, grapheme) || used + size > self.width {
                self.push(offset - start, used);
                (start, used) = (offset, 0);
            }
            used += size;
            before = grapheme;
        }
        self.push(word.len() - start, used);
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

    /// What lines of a text cost together.
    fn cost(lines: &[&str], width: usize) -> usize {
        let free = |line: &&str| (width - line.len()).pow(2) + LINE;
        let (last, others) = lines.split_last().unwrap();
        let alone = !last.contains(' ') && last.len() * SHORT_PART < width;
        others.iter().map(free).sum::<usize>() + if alone { ALONE } else { 0 } + LINE
    }

    proptest! {
        #[test]
        fn letters_are_graphemes(text in "\\PC{0,40}|[a-e\u{301}\u{1f1e6}-\u{1f1ea}\u{200d}👩\r\n -]{0,40}") {
            let found: Vec<(usize, &str)> = letters(&text).collect();
            prop_assert_eq!(found, text.grapheme_indices(true).collect::<Vec<_>>());
        }

        #[test]
        fn no_other_lines_are_more_even(text in "[a-z]{1,7}( [a-z]{1,7}){0,60}", width in 7_usize..40) {
            let lines = wrap(&text, Span::new(0, text.len()), width);
            let lines: Vec<&str> = lines.iter().map(|line| &text[line.range()]).collect();
            let theirs = textwrap::wrap(&text, width);
            let theirs: Vec<&str> = theirs.iter().map(|line| &**line).collect();
            prop_assert_eq!(cost(&lines, width), cost(&theirs, width));
        }

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
