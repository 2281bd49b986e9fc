use std::ops::Range;

/// Some tokens side by side, by their indices in the document, end excluded.
///
/// They are counted in 32 bits, as the bytes of a [`Span`](crate::document::Span) are: there are no more
/// tokens than bytes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct TokenSpan {
    start: u32,
    end: u32,
}

impl TokenSpan {
    /// The first token.
    #[inline]
    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    /// The token behind the last.
    #[inline]
    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    /// The indices of the tokens.
    #[inline]
    pub(super) fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}

impl From<Range<usize>> for TokenSpan {
    #[inline]
    fn from(tokens: Range<usize>) -> Self {
        let kept = |token: usize| u32::try_from(token).unwrap_or(u32::MAX);
        Self {
            start: kept(tokens.start),
            end: kept(tokens.end),
        }
    }
}
