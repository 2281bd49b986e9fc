//! An article, and the article cut into paragraphs, sentences and tokens.
//!
//! All positions are byte spans into [`Document::text`]; making a document never fails.

mod article;
mod head;
mod paragraphs;
mod places;
mod sentences;
mod span;
mod tokens;

use std::ops::Range;

pub use self::article::{Article, Published, Title};
pub(crate) use self::head::may_stand_above;
use self::places::Places;
pub use self::span::Span;
pub use self::tokens::{Token, TokenKind};

/// A sentence: where it stands, and in which paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// The bytes of the sentence, without white space around it.
    pub span: Span,
    /// The index of its paragraph in [`Document::paragraphs`].
    pub paragraph: usize,
    first_token: usize,
    end_token: usize,
}

impl Sentence {
    /// The indices of its tokens in [`Document::tokens`].
    #[inline]
    #[must_use]
    pub fn tokens(&self) -> Range<usize> {
        self.first_token..self.end_token
    }
}

/// Leaves out what a text has behind so many bytes.
fn shorten(text: &mut String, most: usize) {
    text.truncate(text.floor_char_boundary(most));
}

/// An article cut into its parts. It is made once and then only read.
///
/// Invariants: spans lie on character borders inside the text; paragraphs, sentences and tokens
/// stand in order and do not overlap; each sentence lies in its paragraph and each token in its
/// sentence; what no token covers is white space.
#[derive(Debug, Clone)]
pub struct Document {
    article: Article,
    paragraphs: Vec<Span>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    places: Places,
    head: head::Head,
}

impl Document {
    /// Cuts an article into its parts. Never fails, whatever the text. Of a text of more than 4 GiB the
    /// rest is left out.
    #[must_use]
    pub fn new(mut article: Article) -> Self {
        shorten(&mut article.text, span::MOST_BYTES);
        let paragraphs = paragraphs::split(&article.text);
        // English has fewer: nothing is copied to a larger place on the way.
        let mut tokens = Vec::with_capacity(article.text.len() / 4);
        let mut sentences = Vec::with_capacity(article.text.len() / 80);
        let mut of_paragraph = Vec::new();
        for (paragraph, &span) in paragraphs.iter().enumerate() {
            sentences::split_into(&article.text, span, &mut of_paragraph);
            for span in of_paragraph.drain(..) {
                let first_token = tokens.len();
                tokens::split_into(&article.text, span, &mut tokens);
                sentences.push(Sentence {
                    span,
                    paragraph,
                    first_token,
                    end_token: tokens.len(),
                });
            }
        }
        Self {
            head: head::Head::of(&article, &paragraphs),
            places: Places::of(&tokens, article.text.len()),
            article,
            paragraphs,
            sentences,
            tokens,
        }
    }

    /// The headline, when the text itself begins with one: a short paragraph with no mark at its
    /// end, or one that repeats the title.
    #[must_use]
    pub fn headline(&self) -> Option<Span> {
        self.head.headline
    }

    /// The dateline at the head of the report, its dash included: "KESTREL BAY (Agency) —". White
    /// space and the report follow it in the same paragraph.
    #[must_use]
    pub fn dateline(&self) -> Option<Span> {
        self.head.dateline
    }

    /// The index of the paragraph that is the deck, where it stands in the text.
    #[must_use]
    pub fn deck(&self) -> Option<usize> {
        self.head.deck
    }

    /// The deck of an article whose text does not hold it.
    #[must_use]
    pub fn deck_apart(&self) -> Option<&str> {
        let apart = self.head.deck.is_none();
        self.article.deck.as_deref().filter(|_| apart)
    }

    /// The dateline of an article whose text does not hold it.
    #[must_use]
    pub fn dateline_apart(&self) -> Option<&str> {
        let apart = self.head.dateline.is_none();
        self.article.dateline.as_deref().filter(|_| apart)
    }

    /// The index of the first paragraph of the report, after headline, deck, byline and date lines. It may
    /// be one past the last when the text is empty.
    #[must_use]
    pub fn body(&self) -> usize {
        self.head.body
    }

    /// The article that was cut.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The text that all spans point into.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        &self.article.text
    }

    /// The text of a span, or nothing when the span is not of this document.
    #[inline]
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.article.text.get(span.range()).unwrap_or_default()
    }

    /// The paragraphs, without white space around them.
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// The sentences of all paragraphs.
    #[must_use]
    #[inline]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens of all sentences: words, numbers and marks.
    #[must_use]
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The index of the sentence at a byte: the last one that starts at or before it.
    ///
    /// `None` only when the byte stands before the first sentence.
    #[must_use]
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.start() <= byte);
        after.checked_sub(1)
    }

    /// The index of the paragraph at a byte: the last one that starts at or before it.
    #[must_use]
    pub fn paragraph_at(&self, byte: usize) -> Option<usize> {
        let after = self
            .paragraphs
            .partition_point(|paragraph| paragraph.start() <= byte);
        after.checked_sub(1)
    }

    /// The indices of the tokens that a span touches.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        /// From one end to the other of a span with so few bytes a walk is quicker than a second search.
        const SHORT: usize = 24;
        let first = self.places.ended_at(&self.tokens, span.start());
        let from = if span.len() <= SHORT {
            first
        } else {
            self.places.ended_at(&self.tokens, span.end())
        };
        let rest = self.tokens.get(from..).unwrap_or_default().iter();
        let touched = rest.take_while(|token| token.span.start() < span.end());
        first..from + touched.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_dateline(dateline: &str, text: &str, apart: Option<&str>) {
        let document = Document::new(Article {
            dateline: Some(dateline.to_owned()),
            text: text.to_owned(),
            ..Article::default()
        });
        assert_eq!(document.dateline_apart(), apart);
    }

    #[test]
    fn a_place_named_in_the_report_is_no_dateline_of_it() {
        let text = "The bank closed an office in London on Monday.";
        check_dateline("London", text, Some("London"));
        check_dateline("LONDON", "LONDON — The bank closed an office.", None);
    }

    #[test]
    fn what_stands_behind_the_end_of_all_texts_is_left_out_on_a_character_border() {
        let mut text = "né".to_owned();
        shorten(&mut text, 3);
        assert_eq!(text, "né");
        shorten(&mut text, 2);
        assert_eq!(text, "n");
    }
}
