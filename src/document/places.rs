use super::Token;

/// So many bytes of text share an entry: about three tokens.
const BLOCK: usize = 16;

/// Where in the row of tokens a byte of the text is, without a search of the whole row.
#[derive(Debug, Clone)]
pub(super) struct Places {
    /// For each block of bytes how many tokens end at its first byte or before it.
    ended: Vec<u32>,
}

impl Places {
    /// The places of the tokens of a text of so many bytes.
    pub(super) fn of(tokens: &[Token], bytes: usize) -> Self {
        let mut ended = vec![0; bytes.div_ceil(BLOCK) + 1];
        // The last that ends in a block stays: how many do can not be foreseen, and is not asked.
        for (count, token) in (1..).zip(tokens) {
            if let Some(ended) = ended.get_mut(token.span.end().div_ceil(BLOCK)) {
                *ended = count;
            }
        }
        let mut before = 0;
        for ended in &mut ended {
            before = before.max(*ended);
            *ended = before;
        }
        Self { ended }
    }

    /// How many tokens end at a byte or before it.
    pub(super) fn ended_at(&self, tokens: &[Token], byte: usize) -> usize {
        let known = self.ended.get(byte / BLOCK).or(self.ended.last());
        let first = known.map_or(0, |&count| count as usize);
        // No more end in the block than it has bytes, and hardly ever more than three.
        let near = tokens.get(first..).unwrap_or_default().iter();
        first + near.take_while(|token| token.span.end() <= byte).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::{Article, Document, Span};

    proptest! {
        #[test]
        fn a_place_is_that_of_a_search_of_the_whole_row(text in "(\\PC|[ .\n]){0,300}", at in 0..400_usize) {
            let document = Document::new(Article { text, ..Article::default() });
            let tokens = document.tokens();
            let places = Places::of(tokens, document.text().len());
            let searched = tokens.partition_point(|token| token.span.end() <= at);
            prop_assert_eq!(places.ended_at(tokens, at), searched);
        }

        #[test]
        fn the_tokens_of_a_span_are_those_that_it_touches(text in "(\\PC|[ .\n]){0,300}", a in 0..400_usize, b in 0..400_usize) {
            let document = Document::new(Article { text, ..Article::default() });
            let span = Span::new(a.min(b), a.max(b));
            let touched = document.tokens().iter().enumerate().filter(|(_, token)| {
                token.span.end() > span.start() && token.span.start() < span.end()
            });
            let touched: Vec<usize> = touched.map(|(index, _)| index).collect();
            prop_assert_eq!(document.tokens_in(span).collect::<Vec<_>>(), touched);
        }
    }
}
