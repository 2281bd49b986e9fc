use std::ops::Range;

/// A stretch of a document's text, in UTF-8 bytes, end excluded: `start..end`.
///
/// A span is made only from positions on character borders, so cutting the text with it is safe. Its
/// bytes are counted in 32 bits: an analysis is full of spans, and half the size is a tenth of its time.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

/// A text has at most so many bytes; what is behind them is not read. Files end far before.
pub(super) const MOST_BYTES: usize = u32::MAX as usize;

/// A place in a text as it is kept; one behind all text is the last there is.
#[inline]
fn kept(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

impl Span {
    /// The span from `start` up to, not including, `end`; empty when `end` is before `start`.
    #[must_use]
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        let start = kept(start);
        Self {
            start,
            end: kept(end).max(start),
        }
    }

    /// The first byte.
    #[inline]
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    #[inline]
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The number of bytes.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether no byte is covered.
    #[must_use]
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes covered, to cut a text with.
    #[inline]
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether the two share at least one byte.
    #[must_use]
    #[inline]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether all bytes of the other are covered.
    #[must_use]
    #[inline]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte is covered.
    #[must_use]
    #[inline]
    pub fn holds(self, byte: usize) -> bool {
        self.start() <= byte && byte < self.end()
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The bytes that both cover; empty, at the later start, when there are none.
    #[must_use]
    pub fn overlap(self, other: Self) -> Self {
        let start = self.start.max(other.start);
        Self {
            start,
            end: self.end.min(other.end).max(start),
        }
    }

    /// The span without the white space at both ends of what it covers in `text`.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let Some(covered) = text.get(self.range()) else {
            return self;
        };
        let start = self.end() - covered.trim_start().len();
        Self::new(start, start + covered.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    }

    #[test]
    fn an_end_before_the_start_gives_an_empty_span() {
        assert_eq!(Span::new(5, 2), Span::new(5, 5));
        assert!(Span::new(5, 2).is_empty());
    }

    #[test]
    fn trimming_leaves_out_white_space_of_any_width() {
        let text = "a\u{2003} b c \n d";
        let span = Span::new(1, text.len() - 2).trim(text);
        assert_eq!(&text[span.range()], "b c");
    }

    #[test]
    fn trimming_white_space_alone_gives_an_empty_span() {
        assert!(Span::new(1, 3).trim("a  b").is_empty());
    }
}
