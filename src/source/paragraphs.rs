//! The paragraphs of plain text, however its lines are laid out.

use super::head;

/// Lines longer than this were not wrapped by hand or by a mail program.
const WIDEST_WRAP: usize = 130;
/// Lines shorter than this are verse or a list.
const NARROWEST_WRAP: usize = 30;
/// How much room a wrapped line may leave before it counts as ended early.
const RAGGED: usize = 12;
/// How many lines at the top may be headline, byline and date, each on its own.
const HEAD_LINES: usize = 12;

/// Cuts a clean text into paragraphs, each one line.
///
/// Blank lines always separate. Between them a line is a paragraph, unless the lines are filled up
/// to one width: then they are joined, and a paragraph begins at an indented line or after a line
/// that ends a sentence and leaves room.
pub(super) fn split(text: &str) -> Vec<String> {
    let lines: Vec<Line> = text.lines().map(Line::new).collect();
    let layout = Layout::of(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before: Option<&Line> = None;
    let mut seen = 0;
    for line in &lines {
        if line.is_blank() || line.is_rule() {
            before = None;
            continue;
        }
        seen += 1;
        let alone = |line: &Line| seen <= HEAD_LINES && head::is_head_line(line.text);
        let joins = before
            .is_some_and(|before| layout.joins(before, line) && !alone(before) && !alone(line));
        match paragraphs.last_mut().filter(|_| joins) {
            Some(paragraph) => join(paragraph, line.text),
            None => paragraphs.push(line.text.to_owned()),
        }
        before = Some(line);
    }
    paragraphs
}

/// Adds a line to a wrapped paragraph. A hyphen or dash that touches the last word is kept and
/// touches the next one too: whether the word had it before it was cut, no one can know.
pub(super) fn join(paragraph: &mut String, line: &str) {
    let mut ends = paragraph.chars().rev();
    let dash = ends
        .next()
        .is_some_and(|c| matches!(c, '-' | '\u{2010}' | '–' | '—'));
    let touches = ends.next().is_some_and(|c| c.is_alphanumeric() || c == '-');
    let goes_on = line.starts_with(|c: char| c.is_alphanumeric());
    if !(dash && touches && goes_on) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»']);
    line.ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a line is an item of a list.
pub(super) fn is_bullet(line: &str) -> bool {
    let bullets = ["- ", "* ", "• ", "– "];
    bullets.iter().any(|bullet| line.starts_with(bullet))
}

struct Line<'a> {
    text: &'a str,
    indent: usize,
    /// In characters, with the indent.
    width: usize,
}

impl<'a> Line<'a> {
    fn new(line: &'a str) -> Self {
        let line = line.trim_end();
        let text = line.trim_start();
        let width = line.chars().count();
        Self {
            text,
            indent: width - text.chars().count(),
            width,
        }
    }

    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// A line of stars or dashes that only separates.
    fn is_rule(&self) -> bool {
        let rule = |c: char| matches!(c, '*' | '-' | '_' | '=' | '~' | '#' | '•' | '·' | '—' | ' ');
        self.text.chars().count() >= 3 && self.text.chars().all(rule)
    }

    /// The width that the line would have with the first word of the next.
    fn width_with_word_of(&self, next: &Self) -> usize {
        let word = next.text.split(' ').next().unwrap_or_default();
        self.width + 1 + word.chars().count()
    }
}

/// How the lines of a text are laid out.
struct Layout {
    wrapped: bool,
    width: usize,
    base_indent: usize,
    indents_first_lines: bool,
}

impl Layout {
    fn of(lines: &[Line<'_>]) -> Self {
        let filled = || lines.iter().filter(|line| !line.is_blank());
        let width = usual_width(filled().map(|line| line.width).collect());
        let base_indent = filled().map(|line| line.indent).min().unwrap_or_default();
        let mut layout = Self {
            wrapped: false,
            width,
            base_indent,
            indents_first_lines: indents_first_lines(lines, base_indent),
        };
        layout.wrapped = (NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) && layout.fills(lines);
        layout
    }

    /// Whether lines that stop inside a sentence do so because the next word did not fit.
    fn fills(&self, lines: &[Line<'_>]) -> bool {
        let (mut pairs, mut inside, mut full) = (0, 0, 0);
        for (line, next) in pairs_of(lines) {
            pairs += 1;
            let lower = next.text.starts_with(char::is_lowercase);
            if !ends_sentence(line.text) || lower {
                inside += 1;
                full += usize::from(!self.leaves_room(line, next));
            }
        }
        inside > 0 && inside * 10 >= pairs * 3 && full * 10 >= inside * 6
    }

    fn leaves_room(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        line.width_with_word_of(next) + RAGGED <= self.width
    }

    fn joins(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        let indented =
            next.indent > line.indent || self.indents_first_lines && next.indent > self.base_indent;
        let ends = ends_sentence(line.text);
        let ended_early = self.leaves_room(line, next) && ends;
        let bullet = is_bullet(next.text) && (ends || is_bullet(line.text));
        self.wrapped && !indented && !ended_early && !bullet
    }
}

/// The width that all lines keep to, but for a few that hold a long word.
fn usual_width(mut widths: Vec<usize>) -> usize {
    widths.sort_unstable();
    let few = widths.len() / 20;
    let at = widths.len().saturating_sub(1 + few);
    widths.get(at).copied().unwrap_or_default()
}

/// Whether indented lines are the first of paragraphs, rather than whole indented passages.
fn indents_first_lines(lines: &[Line<'_>], base: usize) -> bool {
    let indented = lines
        .iter()
        .filter(|line| !line.is_blank() && line.indent > base)
        .count();
    let drops = pairs_of(lines).filter(|(line, next)| line.indent > base && next.indent == base);
    indented > 0 && drops.count() * 2 >= indented
}

/// Lines with no blank one between.
fn pairs_of<'a, 'b>(lines: &'a [Line<'b>]) -> impl Iterator<Item = (&'a Line<'b>, &'a Line<'b>)> {
    let pairs = lines.windows(2).filter_map(|pair| match pair {
        [line, next] => Some((line, next)),
        _ => None,
    });
    pairs.filter(|(line, next)| !line.is_blank() && !next.is_blank())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(split(text), expected);
    }

    const LEDE: &str = "The car ferry Marisol went down in the mouth of Kestrel Bay early on Tuesday, and by nightfall divers had brought up nine of the people who were aboard.";
    const SECOND: &str = "“We heard one long scrape and then the lights failed,” said Ines Marrow, who swam to the breakwater with her son.";
    const THIRD: &str = "The harbour office said the search would go on through the night.";

    fn wrapped(paragraph: &str, width: usize) -> String {
        textwrap::fill(paragraph, textwrap::Options::new(width).break_words(false))
    }

    #[test]
    fn without_blank_lines_each_line_is_a_paragraph() {
        check(
            &format!("{LEDE}\n{SECOND}\n{THIRD}\n"),
            &[LEDE, SECOND, THIRD],
        );
    }

    #[test]
    fn short_lines_that_are_sentences_stay_apart() {
        check(
            "Nine people died in the bay.\nTwo are missing.\nThe search goes on.",
            &[
                "Nine people died in the bay.",
                "Two are missing.",
                "The search goes on.",
            ],
        );
    }

    #[test]
    fn wrapped_lines_are_joined() {
        for width in [50, 60, 72, 80] {
            let text = [LEDE, SECOND, THIRD]
                .map(|p| wrapped(p, width))
                .join("\n\n");
            check(&text, &[LEDE, SECOND, THIRD]);
        }
    }

    #[test]
    fn an_indented_line_begins_a_paragraph() {
        let text = [LEDE, SECOND, THIRD]
            .map(|p| wrapped(&format!("    {p}"), 72))
            .join("\n");
        check(&text, &[LEDE, SECOND, THIRD]);
    }

    #[test]
    fn a_line_that_ends_early_ends_a_wrapped_paragraph() {
        let text = [LEDE, SECOND, THIRD].map(|p| wrapped(p, 72)).join("\n");
        check(&text, &[LEDE, SECOND, THIRD]);
    }

    #[test]
    fn a_text_that_is_indented_as_a_whole_is_read_all_the_same() {
        let text = [LEDE, SECOND]
            .map(|p| textwrap::indent(&wrapped(p, 68), "    "))
            .join("\n\n");
        check(&text, &[LEDE, SECOND]);
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_is_kept() {
        check(
            "The owner of the ferry had been warned of its long-\nterm neglect by the harbour office, which kept\na file on it — a thick one — and on two sister\nships.",
            &[
                "The owner of the ferry had been warned of its long-term neglect by the harbour office, which kept a file on it — a thick one — and on two sister ships.",
            ],
        );
    }

    #[test]
    fn lines_of_stars_only_separate() {
        check(
            "Nine died.\n* * *\nTwo are missing.\n---\n",
            &["Nine died.", "Two are missing."],
        );
    }

    #[test]
    fn a_byline_is_not_joined_to_the_headline_above_it() {
        let head = "Divers find nine dead in sunken ferry as owner\nis questioned over repairs\nBy Mara Quist\n4 March 2026";
        let text = format!("{head}\n\n{}", wrapped(LEDE, 60));
        check(
            &text,
            &[
                "Divers find nine dead in sunken ferry as owner is questioned over repairs",
                "By Mara Quist",
                "4 March 2026",
                LEDE,
            ],
        );
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "[a-zA-Z.,“”\u{2014} \n-]{0,300}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&split(&text).concat()), letters(&text));
        }

        #[test]
        fn paragraphs_are_single_lines(text in any::<String>()) {
            prop_assert!(split(&text).iter().all(|p| !p.contains('\n') && !p.trim().is_empty()));
        }
    }
}
