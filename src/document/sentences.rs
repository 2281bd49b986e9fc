//! Where sentences end.
//!
//! Only a point, an exclamation mark, a question mark or an ellipsis can end a sentence, so the
//! search jumps from one to the next; each is judged by the few words around it. The work grows
//! with the length of the text, whatever the text.

mod abbreviations;
mod next;

use memchr::{memchr, memchr_iter, memchr3};

use self::abbreviations::{Abbreviation, word_before};
use self::next::Next;
use super::Span;

/// Cuts a paragraph into sentences and adds them to `sentences`.
///
/// Closing quotation marks and brackets stay with the sentence that they close. Each sentence of a
/// long quotation is a sentence; a question in a quotation is one sentence with the "he asked" that
/// follows it. What is left out between two sentences is white space.
pub(super) fn split_into(text: &str, paragraph: Span, sentences: &mut Vec<Span>) {
    let mut splitter = Splitter::new(text, paragraph);
    while let Some(end) = splitter.next_end() {
        push(text, sentences, Span::new(splitter.start, end));
        splitter.start_at(end);
    }
    let rest = Span::new(splitter.start, paragraph.end());
    push(text, sentences, rest);
}

fn push(text: &str, sentences: &mut Vec<Span>, sentence: Span) {
    let sentence = sentence.trim(text);
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
}

/// A walk over the marks of one paragraph that may end a sentence.
struct Splitter<'a> {
    /// The text up to the end of the paragraph.
    text: &'a str,
    /// Where the sentence begins that has not ended yet.
    start: usize,
    /// Where the search goes on.
    at: usize,
    /// The next of ".!?" and the next "…", once found. They may lie before `at`; then they are
    /// looked for again, so that each byte is searched once.
    mark: Option<usize>,
    ellipsis: Option<usize>,
    /// Straight double quotation marks between the paragraph's head and `counted`.
    quotes: usize,
    counted: usize,
}

/// The marks at the end of what may be a sentence, closing quotation marks left out.
#[derive(Debug, Clone, Copy)]
struct Marks {
    start: usize,
    end: usize,
    kind: MarkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MarkKind {
    /// One point: it may belong to an abbreviation.
    Point,
    /// "..." or "…": more often a pause or something left out than an end.
    Ellipsis,
    /// "!", "?", "?!", "....".
    Full,
}

impl<'a> Splitter<'a> {
    fn new(text: &'a str, paragraph: Span) -> Self {
        let start = paragraph.start();
        let mut splitter = Self {
            text: text.get(..paragraph.end()).unwrap_or_default(),
            start,
            at: start,
            mark: None,
            ellipsis: None,
            quotes: 0,
            counted: start,
        };
        splitter.mark = splitter.find_mark(start);
        splitter.ellipsis = splitter.find_ellipsis(start);
        splitter
    }

    /// Begins the next sentence after the white space here.
    fn start_at(&mut self, end: usize) {
        let rest = self.rest(end);
        self.start = end + rest.len() - rest.trim_start().len();
        self.at = self.at.max(self.start);
    }

    fn rest(&self, from: usize) -> &'a str {
        self.text.get(from..).unwrap_or_default()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The end of the sentence that begins at `start`, unless it is the last.
    fn next_end(&mut self) -> Option<usize> {
        while let Some(mark) = self.next_mark() {
            let marks = self.marks_at(mark);
            self.at = marks.end;
            if let Some(end) = self.judge(marks) {
                return Some(end);
            }
        }
        None
    }

    /// The next place that may end a sentence.
    fn next_mark(&mut self) -> Option<usize> {
        if self.mark.is_some_and(|mark| mark < self.at) {
            self.mark = self.find_mark(self.at);
        }
        if self.ellipsis.is_some_and(|ellipsis| ellipsis < self.at) {
            self.ellipsis = self.find_ellipsis(self.at);
        }
        match (self.mark, self.ellipsis) {
            (Some(mark), Some(ellipsis)) => Some(mark.min(ellipsis)),
            (mark, ellipsis) => mark.or(ellipsis),
        }
    }

    fn find_mark(&self, from: usize) -> Option<usize> {
        let found = memchr3(b'.', b'!', b'?', self.rest(from).as_bytes());
        found.map(|found| from + found)
    }

    /// Looks for "…" by its last byte, which few other letters have.
    fn find_ellipsis(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr(0xa6, rest)) {
            at += found + 1;
            let start = at.saturating_sub(3).max(from);
            if bytes.get(start..at) == Some("…".as_bytes()) {
                return Some(start);
            }
        }
        None
    }

    /// All marks of one end: "?!", "...", ". . .".
    fn marks_at(&self, start: usize) -> Marks {
        let mut end = start;
        let (mut points, mut full) = (0, false);
        loop {
            match self.byte(end) {
                Some(b'.') => (points, end) = (points + 1, end + 1),
                Some(b'!' | b'?') => (full, end) = (true, end + 1),
                Some(0xe2) if self.rest(end).starts_with('…') => {
                    (points, end) = (points + 3, end + '…'.len_utf8());
                }
                Some(b' ') if points > 0 && !full && self.point_stands_alone(end + 1) => end += 1,
                _ => break,
            }
        }
        let kind = match (full, points) {
            (true, _) | (false, 4..) => MarkKind::Full,
            (false, 2..) => MarkKind::Ellipsis,
            (false, _) => MarkKind::Point,
        };
        Marks { start, end, kind }
    }

    /// Whether this is a further point of ". . .", and not the head of "...", ".com" or ".5".
    fn point_stands_alone(&self, at: usize) -> bool {
        self.byte(at) == Some(b'.')
            && !self
                .byte(at + 1)
                .is_some_and(|next| next == b'.' || next.is_ascii_alphanumeric())
    }

    /// Where the sentence ends, when these marks end one.
    fn judge(&mut self, marks: Marks) -> Option<usize> {
        if self.at_head(marks.start) {
            return None;
        }
        let closed = self.after_closers(marks.end);
        let rest = self.rest(closed);
        let next = Next::of(rest.trim_start());
        let ends = next.begins
            && if rest.starts_with(char::is_whitespace) {
                self.ends_here(marks, closed, &next)
            } else {
                self.ends_without_space(marks, &next)
            };
        ends.then_some(closed)
    }

    /// Whether the sentence has no letter yet, or no more than an initial or a list's letter: "b.".
    /// The number of a list is a sentence of its own, as in the checked corpora.
    fn at_head(&self, mark: usize) -> bool {
        const MOST_MARKS: usize = 16;
        let head = self.text.get(self.start..mark).unwrap_or_default();
        let mut chars = head.chars();
        let (first, second) = (chars.next(), chars.next());
        let letter = second.is_none() && first.is_some_and(char::is_alphabetic);
        letter && self.byte(mark) == Some(b'.')
            || head.len() <= MOST_MARKS && !head.contains(char::is_alphanumeric)
    }

    /// Whether marks with white space after them end the sentence, a possible head being next.
    fn ends_here(&self, marks: Marks, closed: usize, next: &Next<'_>) -> bool {
        let closers = self.text.get(marks.end..closed).unwrap_or_default();
        let quoted = closers.contains(['"', '”', '’', '\'', '»']);
        match marks.kind {
            MarkKind::Ellipsis if closers.is_empty() => next.is_starter() && next.word != "I",
            MarkKind::Point if closers.is_empty() => self.ends_after_point(marks.start, next),
            MarkKind::Full if closers.is_empty() => {
                let name = abbreviations::is_name_with_mark(word_before(self.text, marks.start));
                !name || next.starts_surely()
            }
            MarkKind::Full | MarkKind::Ellipsis if quoted => !next.is_attribution(),
            _ => true,
        }
    }

    fn ends_after_point(&self, point: usize, next: &Next<'_>) -> bool {
        let word = word_before(self.text, point);
        match Abbreviation::of(word) {
            None => true,
            Some(Abbreviation::Title) => false,
            Some(Abbreviation::Number) => !next.is_number(),
            Some(Abbreviation::Month) => !next.is_number() && next.starts_surely(),
            Some(Abbreviation::Clock) => {
                !next.is_bracketed() && !abbreviations::goes_with_clock(next.word)
            }
            Some(Abbreviation::Initial) => {
                next.is_quoted()
                    || next.has_starter()
                    || word == "I" && self.small_word_before(point - word.len())
            }
            Some(Abbreviation::Other) => next.starts_surely(),
        }
    }

    /// Whether the word that ends before this place and a space begins with a small letter.
    fn small_word_before(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default().trim_end();
        word_before(self.text, before.len()).starts_with(char::is_lowercase)
    }

    /// "end.Next": a word in small letters, the mark, and a capitalised word.
    fn ends_without_space(&self, marks: Marks, next: &Next<'_>) -> bool {
        let before = self.text.get(self.start..marks.start).unwrap_or_default();
        let word = word_before(self.text, marks.start);
        let address = |c: char| matches!(c, '/' | '@' | ':' | '_' | '=' | '#');
        let small = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let in_address = next.after.starts_with('/')
            || before
                .bytes()
                .rev()
                .take(40)
                .take_while(|byte| !byte.is_ascii_whitespace())
                .any(|byte| address(char::from(byte)));
        marks.kind != MarkKind::Ellipsis
            && (small || year && next.has_starter())
            && !in_address
            && next.is_capitalised()
            && Abbreviation::of(word).is_none()
    }

    /// The end of the closing quotation marks and brackets that follow.
    fn after_closers(&mut self, from: usize) -> usize {
        let mut end = from;
        while let Some(c) = self.rest(end).chars().next() {
            let after = end + c.len_utf8();
            let closes = match c {
                '”' | '’' | '»' | ')' | ']' => true,
                '\'' => !self.rest(after).starts_with(char::is_alphanumeric),
                '"' => !self.rest(after).starts_with(char::is_alphanumeric) || self.in_quote(end),
                ' ' if self.stray_end(after) => return after + "\".".len(),
                ' ' if end > from => self.lone_quote(after) && self.in_quote(after),
                _ => false,
            };
            if !closes {
                break;
            }
            end = after;
        }
        end
    }

    /// Whether a mark and a second point follow, as careless editing leaves them: "he said. \".".
    fn stray_end(&self, at: usize) -> bool {
        self.rest(at).starts_with("\".")
            && self.byte(at + 2).is_none_or(|b| b.is_ascii_whitespace())
    }

    /// Whether a straight mark stands alone between spaces, as in "'Go!' " he said."
    fn lone_quote(&self, at: usize) -> bool {
        self.byte(at) == Some(b'"') && self.byte(at + 1).is_none_or(|b| b.is_ascii_whitespace())
    }

    /// Whether a straight quotation mark is open before this place.
    fn in_quote(&mut self, at: usize) -> bool {
        let new = self.text.as_bytes().get(self.counted..at);
        self.quotes += memchr_iter(b'"', new.unwrap_or_default()).count();
        self.counted = self.counted.max(at);
        self.quotes % 2 == 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Vec<Span> {
        let mut sentences = Vec::new();
        split_into(text, Span::new(0, text.len()), &mut sentences);
        sentences
    }

    fn sentences(text: &str) -> Vec<&str> {
        let found = split(text);
        found.iter().map(|span| &text[span.range()]).collect()
    }

    /// The text has a "|" at each border between two sentences.
    #[track_caller]
    fn check(marked: &str) {
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(sentences(&marked.replace('|', "")), expected);
    }

    #[test]
    fn a_point_before_a_capital_ends_a_sentence() {
        check("The bridge fell. | Nobody was on it. | 40 cars were near.");
    }

    #[test]
    fn titles_and_ranks_do_not_end_a_sentence() {
        check("Lt. Col. Ada Brenn met Dr. Oswin Tarle and Mrs. Lund. | They spoke.");
    }

    #[test]
    fn an_acronym_ends_a_sentence_only_before_a_word_that_begins_one() {
        check("He left the U.S. Senate. | He lives in the U.S. | The rest stayed.");
    }

    #[test]
    fn an_hour_goes_with_its_zone() {
        check("It struck at 5 a.m. Tuesday. | It ended at 6 p.m. | Crews left at 7 p.m. EST.");
    }

    #[test]
    fn a_number_goes_with_its_abbreviation() {
        check("She was No. 5 on Oct. 3. | I said no. | 5 came. | \"No. | I won't.\"");
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("“It fell. | We ran.” | (Nobody was hurt.) | \"Good.\" | He left.");
    }

    #[test]
    fn a_question_is_one_sentence_with_its_attribution() {
        check("“Why now?” she asked. | \"Stop!\" Mara Quist said. | “Why?” | Nobody knew.");
    }

    #[test]
    fn an_ellipsis_ends_a_sentence_only_before_a_word_that_begins_one() {
        check("We waited ... and Orrin came… | Then it rained. . . . | It was late ... I slept.");
        check("“We waited. | ... It was long.”");
    }

    #[test]
    fn a_missing_space_is_seen_but_not_in_an_address() {
        check("The vote ended.| Nobody won. | See example.Com/News.Html or node.js for it.");
        check("He said \"it ended.\"| The rest left.| \"Why did they go?\"");
    }

    #[test]
    fn the_number_of_a_list_stands_alone_and_its_letter_does_not() {
        check("1. | Bring water. | 2. | Bring a lamp.");
        check("a. A torch will do. | It is light.");
    }

    #[test]
    fn initials_belong_to_a_name_and_the_letter_i_does_not() {
        check("J. K. Varga and George W. Lund came. | So did I. | Vera stayed.");
    }

    #[test]
    fn a_name_that_begins_small_can_begin_a_sentence() {
        check("The firm grew. | iPhone sales fell. | Which? found it.");
    }

    proptest! {
        #[test]
        fn sentences_cover_all_but_white_space(text in "([a-zA-Z]{1,4}|[.!?…\"'“”’() ]|[A-Z]\\.|\\PC){0,60}") {
            let mut covered = String::new();
            let mut end = 0;
            for span in split(&text) {
                prop_assert!(span.start() >= end && !span.is_empty());
                prop_assert!(text[end..span.start()].trim().is_empty());
                covered.push_str(&text[span.range()]);
                end = span.end();
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
