//! What stands at the head of a text before the report begins: headline, byline, dateline.

use super::article::Title;
use super::{Article, Span};

/// No headline or byline has more bytes.
const LONGEST_LINE: usize = 160;

/// No dateline has more bytes.
const LONGEST_DATELINE: usize = 90;

/// The parts found at the head of a text.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub headline: Option<Span>,
    pub dateline: Option<Span>,
    /// The index of the paragraph that is the deck.
    pub deck: Option<usize>,
    /// The index of the first paragraph of the report.
    pub body: usize,
}

impl Head {
    pub(super) fn of(article: &Article, paragraphs: &[Span]) -> Self {
        let line = |index: usize| {
            let span = paragraphs.get(index)?;
            article.text.get(span.range())
        };
        let is_deck = |index: usize| {
            index + 1 < paragraphs.len() && line(index).is_some_and(|line| article.is_deck(line))
        };
        let is_headline = matches!((line(0), line(1)), (Some(first), Some(second))
            if is_title(first, &article.title) || !is_deck(0) && is_headline(first, second));
        let mut body = usize::from(is_headline);
        let deck = Some(body).filter(|&index| is_deck(index));
        body += usize::from(deck.is_some());
        while line(body).is_some_and(is_front_line) && body + 1 < paragraphs.len() {
            body += 1;
        }
        let dateline_at = |index: usize| {
            let (span, text) = paragraphs.get(index).zip(line(index))?;
            let len = dateline_len(text, article.dateline.as_deref())?;
            Some(Span::new(span.start(), span.start() + len))
        };
        let mut dateline = dateline_at(body);
        if dateline.is_none() && line(body).is_some_and(may_stand_above) {
            dateline = dateline_at(body + 1);
            body += usize::from(dateline.is_some());
        }
        Self {
            headline: paragraphs.first().copied().filter(|_| is_headline),
            dateline,
            deck,
            body,
        }
    }
}

/// Whether a paragraph repeats the headline that the source gave.
fn is_title(line: &str, title: &Title) -> bool {
    !title.derived && line.len() <= 2 * LONGEST_LINE && {
        let mut words = title.text.split_whitespace().peekable();
        words.peek().is_some() && line.split_whitespace().eq(words)
    }
}

/// Whether a first paragraph reads as a headline: a short line with no mark at its end, in capitals
/// or before a byline or a paragraph that is clearly a longer one.
fn is_headline(line: &str, next: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    if line.len() > LONGEST_LINE || is_front_line(line) {
        return false;
    }
    let words = line.split_whitespace().count();
    if words < FEWEST_WORDS || !line.starts_with(|c: char| !c.is_lowercase()) {
        return false;
    }
    if is_front_line(next) {
        return !line.ends_with('.');
    }
    let open = !line.ends_with(['.', '!', '?', ':', ';', ',', '…', '"', '”', ')']);
    let question = line.ends_with('?');
    let longer = next.len() > line.len() + line.len() / 2 && next.ends_with(CLOSING);
    (open && (longer || is_title_case(line))) || (question && is_title_case(line))
}

/// What a paragraph of the report ends with.
const CLOSING: [char; 9] = ['.', '!', '?', '"', '”', ')', '…', '’', '\''];

/// Whether at least three of four longer words have a capital.
fn is_title_case(line: &str) -> bool {
    const SHORT_WORD: usize = 3;
    let words = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > SHORT_WORD);
    let (mut capital, mut all) = (0, 0);
    for word in words {
        all += 1;
        capital += usize::from(!word.starts_with(char::is_lowercase));
    }
    all >= 2 && capital * 4 >= all * 3
}

/// "Statement", "Press release": whether a line is a few words without an end, as a report with a dateline of its
/// own may have above it.
pub(crate) fn may_stand_above(line: &str) -> bool {
    const MOST_WORDS: usize = 4;
    line.split_whitespace().count() <= MOST_WORDS && !line.ends_with(CLOSING)
}

/// Whether a line says who wrote the report, or when it was published.
fn is_front_line(line: &str) -> bool {
    const DATES: [&str; 5] = [
        "published",
        "updated",
        "posted",
        "last updated",
        "first published",
    ];
    if line.len() > LONGEST_LINE || line.ends_with(['.', '!', '?', '"', '”']) {
        return false;
    }
    let is_head = |head: &str| {
        let found = line.get(..head.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(head))
            && !line[head.len()..].starts_with(char::is_alphanumeric)
    };
    let by = is_head("by") && line[2..].trim_start().starts_with(char::is_uppercase);
    by || DATES.iter().any(|head| is_head(head))
}

/// The bytes of a dateline at the head of a paragraph, its dash included.
fn dateline_len(paragraph: &str, known: Option<&str>) -> Option<usize> {
    let known = known.filter(|known| !known.is_empty() && paragraph.starts_with(known));
    let len = match known {
        Some(known) => known.len() + dash_len(&paragraph[known.len()..]),
        None if paragraph.starts_with('(') => agency_len(paragraph)?,
        None => place_len(paragraph)?,
    };
    begins_report(&paragraph[len..]).then_some(len)
}

/// Whether what follows a dateline can be the head of a report.
fn begins_report(rest: &str) -> bool {
    let rest = rest.trim_start();
    let head = rest.trim_start_matches(['"', '“', '‘', '\'', '(', '[']);
    head.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
}

/// "(CNN) -- ", "(Reuters) - ", or "(CNN)" alone when it is all capitals.
fn agency_len(paragraph: &str) -> Option<usize> {
    const LONGEST_AGENCY: usize = 32;
    let end = paragraph.find(')').filter(|&end| end <= LONGEST_AGENCY)?;
    let name = paragraph.get(1..end)?;
    let dash = dash_len(&paragraph[end + 1..]);
    let capitals = name
        .chars()
        .all(|c| c.is_uppercase() || matches!(c, ' ' | '/' | '-'));
    let fits = name.starts_with(char::is_uppercase) && (dash > 0 || capitals);
    fits.then_some(end + 1 + dash)
}

/// The bytes of white space and a dash or colon; 0 when there is none.
fn dash_len(rest: &str) -> usize {
    let trimmed = rest.trim_start();
    let after = trimmed.trim_start_matches(['-', '–', '—', ':']);
    if after.len() == trimmed.len() {
        return 0;
    }
    rest.len() - after.len()
}

/// "KESTREL BAY (Agency) —", "Orrin, March 4 -", "NEW HOLM:".
fn place_len(paragraph: &str) -> Option<usize> {
    let at = separator(paragraph)?;
    let head = paragraph[..at].trim_end();
    let (place, agency) = match head.rsplit_once(" (") {
        Some((place, agency)) => (place, agency.ends_with(')')),
        None => (head, false),
    };
    let rest = &paragraph[at..];
    let place = place.split_once(" /").map_or(place, |(place, _)| place);
    let first = place.split([' ', ',']).next().unwrap_or_default();
    let capitals = first.chars().count() > 1 && first.chars().all(|c| !c.is_lowercase());
    let dated = place.ends_with(|c: char| c.is_ascii_digit()) && place.contains(' ');
    let fits = if rest.starts_with(':') {
        capitals && !LABELS.contains(&first) && place.chars().all(|c| !c.is_lowercase())
    } else {
        (capitals || agency || dated) && !LABELS.contains(&first)
    };
    (fits && place.split([' ', ',']).all(is_place_word)).then(|| at + dash_len(rest))
}

/// Capitals that head a line and are no place.
const LABELS: [&str; 12] = [
    "ANALYSIS",
    "BREAKING",
    "EDITORIAL",
    "EXCLUSIVE",
    "EXPLAINER",
    "FACT",
    "LIVE",
    "NOTE",
    "OPINION",
    "REVIEW",
    "UPDATE",
    "WATCH",
];

/// Whether a word may stand in the name of a place or in a date.
fn is_place_word(word: &str) -> bool {
    const SMALL: [&str; 12] = [
        "al", "and", "aboard", "board", "de", "del", "in", "la", "near", "of", "on", "the",
    ];
    let plain = !word.contains(['!', '?', ';', '"', '“', '”', '(', ')']);
    plain && (!word.starts_with(char::is_lowercase) || SMALL.contains(&word))
}

/// Where the first dash or colon stands that may end a dateline. A hyphen needs spaces.
fn separator(paragraph: &str) -> Option<usize> {
    let mut before = 'x';
    for (at, c) in paragraph.char_indices() {
        if at > LONGEST_DATELINE {
            return None;
        }
        let rest = &paragraph[at..];
        let ends = match c {
            '—' | '–' => true,
            '-' => rest.starts_with("--") || (before == ' ' && rest.starts_with("- ")),
            ':' => rest.starts_with(": "),
            _ => false,
        };
        if ends {
            return Some(at);
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::paragraphs;

    fn head(text: &str) -> (Option<&str>, Option<&str>) {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let head = Head::of(&article, &paragraphs::split(text));
        let slice = |span: Option<Span>| span.map(|span| &text[span.range()]);
        (slice(head.headline), slice(head.dateline))
    }

    #[track_caller]
    fn check_dateline(lede: &str, expected: Option<&str>) {
        assert_eq!(head(lede).1, expected);
    }

    #[test]
    fn a_place_in_capitals_and_a_dash_are_a_dateline() {
        check_dateline(
            "KESTREL BAY (Agency) — A ferry sank.",
            Some("KESTREL BAY (Agency) —"),
        );
        check_dateline(
            "ORRIN, March 4 (Agency) - Two died.",
            Some("ORRIN, March 4 (Agency) -"),
        );
        check_dateline("NEW HOLM: Two died.", Some("NEW HOLM:"));
        check_dateline(
            "Orrin, Vell (Agency) -- “No,” he said.",
            Some("Orrin, Vell (Agency) --"),
        );
    }

    #[test]
    fn a_dateline_stands_below_a_rubric() {
        let below = Some("ORRIN (Agency) -");
        check_dateline("Statement\n\nORRIN (Agency) - Two died.", below);
        check_dateline("It rained.\n\nORRIN (Agency) - Two died.", None);
    }

    #[test]
    fn an_agency_alone_is_a_dateline() {
        check_dateline("(AGN) -- A ferry sank.", Some("(AGN) --"));
        check_dateline("(AGN)A ferry sank.", Some("(AGN)"));
        check_dateline("(Agency) A ferry sank.", None);
    }

    #[test]
    fn a_dash_inside_a_sentence_is_no_dateline() {
        check_dateline("The ferry - a new one - sank.", None);
        check_dateline("NATO — the alliance of the west — met.", None);
        check_dateline("Mara Quist — The Painter — died.", None);
        check_dateline("UPDATE: A ferry sank.", None);
    }

    #[test]
    fn a_short_first_line_without_a_mark_is_a_headline() {
        let text = "Ferry sinks off Kestrel Bay\nBy Ada Brenn\n\nORRIN — A ferry sank on Monday.";
        assert_eq!(
            head(text),
            (Some("Ferry sinks off Kestrel Bay"), Some("ORRIN —"))
        );
        assert_eq!(
            head("Ferry Sinks Off Bay\nIt was old.").0,
            Some("Ferry Sinks Off Bay")
        );
    }

    #[test]
    fn a_deck_stands_above_the_report() {
        let text =
            "Owner held over repairs\n\nORRIN — A ferry sank on Monday, and nine people died.";
        let article = Article {
            deck: Some("Owner held over repairs".to_owned()),
            text: text.to_owned(),
            ..Article::default()
        };
        let head = Head::of(&article, &paragraphs::split(text));
        assert_eq!((head.headline, head.deck, head.body), (None, Some(0), 1));
        assert!(head.dateline.is_some());
    }

    #[test]
    fn a_first_sentence_is_no_headline() {
        assert_eq!(
            head("The ferry sank.\nIt was old and had not been looked after.").0,
            None
        );
        assert_eq!(head("Ferry Sinks Off Bay").0, None);
    }
}
