//! Quotations in single marks, beside apostrophes and possessives.

use super::{Marked, Scan};
use crate::document::{Span, TokenKind};

/// No quotation in single marks is longer, in tokens: further on, an apostrophe is an apostrophe.
const LONGEST_SINGLE: usize = 500;

impl Scan<'_> {
    /// Whether a mark stands for letters left out in front: "'90s", "'em".
    fn clips(&self, at: usize) -> bool {
        let next = self.token(at + 1);
        let next = next.map_or("", |token| self.document.slice(token.span));
        next.starts_with(|c: char| c.is_ascii_digit())
            || matches!(next, "em" | "til" | "cause" | "tis" | "twas" | "n" | "bout")
    }

    /// A stretch in single marks that opens here; gives the token after it.
    pub(super) fn single(&mut self, at: usize) -> Option<usize> {
        let begins = at.checked_sub(1).is_none_or(|before| {
            let mark = self
                .token(before)
                .map_or("", |t| self.document.slice(t.span));
            before < self.tokens.start || matches!(mark, ":" | ",")
        });
        if !self.leans_right(at, 1) || self.clips(at) && !begins {
            return None;
        }
        let close = self.single_close(at)?;
        let (first, last) = (self.token(at)?, self.token(close)?);
        let inner = Span::new(first.span.end(), last.span.start()).trim(self.document.text());
        self.any = true;
        self.found.push(Marked {
            inner,
            outer: first.span.join(last.span),
            tokens: at..close + 1,
            paragraph: self.paragraph,
            closed: true,
            single: true,
        });
        Some(close + 1)
    }

    /// The closing mark of a single opening one: the first after a mark or before one, or after a
    /// letter that makes no possessive.
    fn single_close(&self, at: usize) -> Option<usize> {
        let limit = self.tokens.end.min(at + LONGEST_SINGLE);
        let mut possessive = None;
        let mut doubles = 0;
        for close in at + 1..limit {
            let Some(token) = self.token(close) else {
                break;
            };
            if token.kind != TokenKind::Mark {
                continue;
            }
            match self.document.slice(token.span) {
                "“" | "”" | "\"" => doubles += 1,
                "‘" => break,
                "'" if self.leans_right(close, 1) && !self.clips(close) => break,
                "’" | "'" if close > at + 1 && doubles % 2 == 0 => {
                    let before = self.char_before(close);
                    let after = self.char_after(close);
                    let ends = after.is_none_or(|c| !c.is_alphanumeric() && !c.is_whitespace());
                    if before.is_some_and(char::is_whitespace) {
                        continue;
                    }
                    let marked = before.is_some_and(|c| !c.is_alphanumeric());
                    let new_line = after.is_none_or(|c| c == '\n' || c == '\r');
                    if marked || ends || new_line || before != Some('s') {
                        return Some(close);
                    }
                    possessive = possessive.or(Some(close));
                }
                _ => {}
            }
        }
        possessive
    }
}
