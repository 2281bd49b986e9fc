//! What stands between quotation marks, whoever said it.

mod single;

use std::cell::OnceCell;
use std::ops::Range;

use memchr::{memchr2, memchr3};

use crate::document::{Document, Span, Token, TokenKind};

/// The first bytes of “ and its like, and of « and ».
const CURLY: u8 = 0xe2;
const ANGLE: u8 = 0xc2;

/// A stretch between a pair of quotation marks. It never leaves its paragraph.
#[derive(Debug, Clone)]
pub(super) struct Marked {
    /// The bytes between the marks, without white space at the ends.
    pub inner: Span,
    /// The bytes with the marks.
    pub outer: Span,
    /// The indices of its tokens, those of the marks too.
    pub tokens: Range<usize>,
    /// The index of its paragraph.
    pub paragraph: usize,
    /// Whether it has a closing mark; without one it goes on, or the mark was forgotten.
    pub closed: bool,
    /// Whether the marks are single ones.
    pub single: bool,
}

/// All that stands between marks, in the order of the text; none lies in another.
pub(super) fn find(document: &Document) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut left_open = false;
    for (paragraph, range) in paragraphs(document).into_iter().enumerate() {
        if !may_hold_marks(document, paragraph) {
            left_open = false;
            continue;
        }
        let mut scan = Scan::new(document, paragraph, range, left_open, &mut found);
        scan.run();
        left_open = scan.left_open;
    }
    found
}

/// Whether a paragraph has a byte that some quotation mark begins with. Many have none, and bytes are
/// looked for many times as fast as tokens are gone through.
fn may_hold_marks(document: &Document, paragraph: usize) -> bool {
    let span = document.paragraphs().get(paragraph);
    let bytes = span.map_or("", |&span| document.slice(span)).as_bytes();
    memchr3(b'"', b'\'', b'`', bytes).is_some() || memchr2(CURLY, ANGLE, bytes).is_some()
}

/// The tokens of each paragraph.
fn paragraphs(document: &Document) -> Vec<Range<usize>> {
    let mut ranges = vec![0..0; document.paragraphs().len()];
    for sentence in document.sentences() {
        let Some(range) = ranges.get_mut(sentence.paragraph) else {
            continue;
        };
        if range.end == 0 {
            *range = sentence.tokens();
        }
        range.end = sentence.tokens().end;
    }
    ranges
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// “ ‟ and two back-ticks.
    Open,
    /// ”
    Close,
    /// " and two single marks.
    Straight,
    /// „
    Low,
    /// «
    AngleOpen,
    /// »
    AngleClose,
    /// ‘ and '
    Single,
}

/// A double mark that opened, until it closes.
#[derive(Debug, Clone, Copy)]
struct Opening {
    token: usize,
    inner_start: usize,
    shape: Shape,
    depth: usize,
}

/// Whether the marks of a paragraph can be paired off.
#[derive(Debug, Clone, Copy)]
struct Pairing {
    /// Curly marks open and close equally often, so that a mark inside is nested.
    balanced: bool,
    /// There is an even number of straight marks, so that each second one closes.
    even: bool,
}

struct Scan<'a> {
    document: &'a Document,
    paragraph: usize,
    tokens: Range<usize>,
    left_open: bool,
    /// Worked out when a mark is met inside an open stretch, which is seldom.
    pairing: OnceCell<Pairing>,
    any: bool,
    found: &'a mut Vec<Marked>,
}

impl<'a> Scan<'a> {
    fn new(
        document: &'a Document,
        paragraph: usize,
        tokens: Range<usize>,
        left_open: bool,
        found: &'a mut Vec<Marked>,
    ) -> Self {
        Self {
            document,
            paragraph,
            tokens,
            left_open,
            pairing: OnceCell::new(),
            any: false,
            found,
        }
    }

    fn pairing(&self) -> Pairing {
        *self.pairing.get_or_init(|| {
            let tokens = self.document.tokens().get(self.tokens.clone());
            let texts = tokens.unwrap_or_default().iter();
            let texts = texts.map(|token| self.document.slice(token.span));
            let count = |mark: &str| texts.clone().filter(|text| *text == mark).count();
            Pairing {
                balanced: count("“") == count("”"),
                even: count("\"") % 2 == 0,
            }
        })
    }

    /// The first token from one on that is a mark, if the paragraph has one.
    fn next_mark(&self, from: usize) -> Option<usize> {
        let tokens = self.document.tokens().get(from..self.tokens.end)?;
        let next = tokens.iter().position(|it| it.kind == TokenKind::Mark);
        next.map(|next| from + next)
    }

    fn run(&mut self) {
        let mut open: Option<Opening> = None;
        let mut from = self.tokens.start;
        while let Some(at) = self.next_mark(from) {
            let Some((shape, width)) = self.shape(at) else {
                from = at + 1;
                continue;
            };
            let next = at + width;
            if shape == Shape::Single {
                let end = open.is_none().then(|| self.single(at)).flatten();
                from = end.unwrap_or(next);
                continue;
            }
            open = match open {
                None => self.opening(at, width, shape),
                Some(opening) => self.inside(opening, at, width, shape),
            };
            from = next;
        }
        self.left_open = false;
        if let Some(opening) = open {
            if let Some(comma) = self.tag_inside(opening) {
                let end = self.token(comma).map_or(0, |token| token.span.end());
                self.push(opening, comma + 1, end, true);
                return;
            }
            self.push(opening, self.tokens.end, self.paragraph_end(), false);
            self.left_open = true;
        }
    }

    /// The comma before "said Ruiz" or "Ruiz said" in a stretch that nothing closes: its closing mark
    /// was forgotten there.
    fn tag_inside(&self, opening: Opening) -> Option<usize> {
        let word = |at: usize| self.token(at).map_or("", |t| self.document.slice(t.span));
        let says = |at: usize| matches!(word(at), "said" | "says");
        let named = |at: usize| word(at).starts_with(char::is_uppercase) && word(at).len() > 1;
        (opening.token + 1..self.tokens.end).find(|&at| {
            word(at) == ","
                && (says(at + 1) && named(at + 2)
                    || named(at + 1) && (says(at + 2) || named(at + 2) && says(at + 3)))
        })
    }

    fn paragraph_end(&self) -> usize {
        let paragraphs = self.document.paragraphs();
        paragraphs.get(self.paragraph).map_or(0, |span| span.end())
    }

    fn token(&self, at: usize) -> Option<Token> {
        self.document.tokens().get(at).copied()
    }

    /// What kind of mark stands at a token, and how many tokens it takes.
    fn shape(&self, at: usize) -> Option<(Shape, usize)> {
        let token = self.token(at)?;
        if token.kind != TokenKind::Mark {
            return None;
        }
        let text = self.document.slice(token.span);
        let twice = || {
            let next = self.token(at + 1);
            at + 1 < self.tokens.end
                && next.is_some_and(|next| {
                    next.span.start() == token.span.end() && self.document.slice(next.span) == text
                })
        };
        match text {
            "“" | "‟" => Some((Shape::Open, 1)),
            "”" => Some((Shape::Close, 1)),
            "\"" => Some((Shape::Straight, 1)),
            "„" => Some((Shape::Low, 1)),
            "«" => Some((Shape::AngleOpen, 1)),
            "»" => Some((Shape::AngleClose, 1)),
            "'" if twice() => Some((Shape::Straight, 2)),
            "`" if twice() => Some((Shape::Open, 2)),
            "‘" | "'" => Some((Shape::Single, 1)),
            _ => None,
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        let start = self.token(at)?.span.start();
        self.document.text().get(..start)?.chars().next_back()
    }

    fn char_after(&self, at: usize) -> Option<char> {
        let end = self.token(at)?.span.end();
        self.document.text().get(end..)?.chars().next()
    }

    /// Whether a mark stands as opening ones do: after a space, before a letter.
    fn leans_right(&self, at: usize, width: usize) -> bool {
        let before = self.char_before(at);
        let free = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '‘' | '\'')
        });
        let after = self.char_after(at + width - 1);
        let end = self
            .token(at + width - 1)
            .map_or(0, |token| token.span.end());
        let omitted = self
            .document
            .text()
            .get(end..)
            .is_some_and(|rest| rest.starts_with(".."));
        let opens = |c: char| !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ')');
        free && (omitted || after.is_some_and(opens))
    }

    /// A mark met while none is open.
    fn opening(&mut self, at: usize, width: usize, shape: Shape) -> Option<Opening> {
        let leans = self.leans_right(at, width);
        let next = self.char_after(at + width - 1);
        let opens = match shape {
            Shape::Open | Shape::AngleOpen | Shape::Low => next.is_some_and(|c| c != '\n'),
            Shape::Straight => {
                leans || next.is_some_and(char::is_alphanumeric) && !self.after_digit(at)
            }
            Shape::Close | Shape::AngleClose => leans,
            Shape::Single => false,
        };
        if opens {
            self.any = true;
            let inner_start = self.token(at + width - 1)?.span.end();
            return Some(Opening {
                token: at,
                inner_start,
                shape,
                depth: 0,
            });
        }
        if self.left_open && !self.any {
            self.continued(at, width);
        }
        None
    }

    fn after_digit(&self, at: usize) -> bool {
        self.char_before(at).is_some_and(|c| c.is_ascii_digit())
    }

    /// A closing mark with no opening one, after a paragraph that was left open.
    fn continued(&mut self, at: usize, width: usize) {
        self.any = true;
        let Some(paragraph) = self.document.paragraphs().get(self.paragraph).copied() else {
            return;
        };
        let (Some(first), Some(last)) = (self.token(at), self.token(at + width - 1)) else {
            return;
        };
        let inner = Span::new(paragraph.start(), first.span.start()).trim(self.document.text());
        self.found.push(Marked {
            inner,
            outer: Span::new(paragraph.start(), last.span.end()),
            tokens: self.tokens.start..at + width,
            paragraph: self.paragraph,
            closed: true,
            single: false,
        });
    }

    /// A double mark met inside an open stretch.
    fn inside(
        &mut self,
        opening: Opening,
        at: usize,
        width: usize,
        shape: Shape,
    ) -> Option<Opening> {
        let angle = opening.shape == Shape::AngleOpen;
        match shape {
            Shape::AngleOpen | Shape::AngleClose | Shape::Low if !angle => {
                return Some(opening);
            }
            Shape::Open | Shape::Straight | Shape::Close if angle => return Some(opening),
            _ => {}
        }
        let leans = self.leans_right(at, width);
        let deeper = Opening {
            depth: opening.depth + 1,
            ..opening
        };
        match shape {
            Shape::Open if leans && opening.shape != Shape::Low => {
                if self.pairing().balanced {
                    return Some(deeper);
                }
                self.cut(opening, at);
                return self.opening(at, width, shape);
            }
            Shape::Straight
                if leans && !self.pairing().even && opening.shape == Shape::Straight =>
            {
                self.cut(opening, at);
                return self.opening(at, width, shape);
            }
            _ => {}
        }
        if opening.depth > 0 {
            let depth = opening.depth - 1;
            return Some(Opening { depth, ..opening });
        }
        let end = self
            .token(at)
            .map_or(opening.inner_start, |t| t.span.start());
        self.push(opening, at + width, end, true);
        None
    }

    /// Ends a stretch whose closing mark was forgotten, where the next one opens.
    fn cut(&mut self, opening: Opening, at: usize) {
        let end = self
            .token(at)
            .map_or(opening.inner_start, |t| t.span.start());
        self.push(opening, at, end, false);
    }

    fn push(&mut self, opening: Opening, end_token: usize, inner_end: usize, closed: bool) {
        let text = self.document.text();
        let inner = Span::new(opening.inner_start, inner_end).trim(text);
        let Some(first) = self.token(opening.token) else {
            return;
        };
        let last = self.token(end_token.saturating_sub(1)).unwrap_or(first);
        self.found.push(Marked {
            inner,
            outer: Span::new(first.span.start(), last.span.end()),
            tokens: opening.token..end_token,
            paragraph: self.paragraph,
            closed,
            single: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let document = Document::new(article);
        let found = find(&document);
        let found: Vec<&str> = found.iter().map(|m| document.slice(m.inner)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn straight_curly_angle_and_low_marks_pair() {
        check(
            "\"One,\" he said. “Two.” «Three» „Four“",
            &["One,", "Two.", "Three", "Four"],
        );
    }

    #[test]
    fn two_single_marks_are_a_double_one() {
        check("''We lost,'' she said. ``Badly.''", &["We lost,", "Badly."]);
    }

    #[test]
    fn a_closing_mark_the_wrong_way_round_still_closes() {
        check("“We lost,“ she said. ”Badly.”", &["We lost,", "Badly."]);
    }

    #[test]
    fn an_opening_mark_without_a_close_ends_with_its_paragraph() {
        check("“One.\n“Two,” he said.", &["One.", "Two,"]);
    }

    #[test]
    fn an_opening_mark_before_an_ellipsis_opens() {
        check("He said, \"... we lost.\" She left.", &["... we lost."]);
    }

    #[test]
    fn a_closing_mark_forgotten_before_the_tag_is_read_there() {
        check("“One, said Ruiz.\n“Two,” she said.", &["One,", "Two,"]);
        check("“One. Two.\n“Three,” she said.", &["One. Two.", "Three,"]);
    }

    #[test]
    fn a_paragraph_without_an_opening_mark_goes_on_to_its_close() {
        check("She said: “One.\nTwo.” He left.", &["One.", "Two."]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        check("“He said ‘no’ to us,” she said.", &["He said ‘no’ to us,"]);
        check("“The “green” one,” he said.", &["The “green” one,"]);
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        check(
            "‘The workers’ hall isn’t theirs,’ she said.",
            &["The workers’ hall isn’t theirs,"],
        );
        check("the workers' hall and the drivers' hut", &[]);
        check("He said 'never again' twice.", &["never again"]);
        check(
            "'The passengers' habits changed in the '90s,' he said.",
            &["The passengers' habits changed in the '90s,"],
        );
        check("He said: '40 came.' The '90s are over.", &["40 came."]);
    }

    #[test]
    fn a_mark_of_inches_opens_nothing() {
        check("The 6\" pipe burst.", &[]);
    }
}
