use crate::document::Span;

/// A line of the summary: a sentence of the article, word for word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SummaryLine {
    /// The bytes shown: the sentence, without a dateline in front of it.
    pub span: Span,
    /// The index of the sentence it comes from.
    pub sentence: usize,
    /// 0 for the line that tells most when it stands alone, 1 for the next, and so on.
    pub rank: usize,
    /// Whom a pronoun at the head of the line stands for: the pronoun, and the name in the text.
    pub stands_for: Option<(Span, Span)>,
}
