use crate::analysis::reading::Reading;
use crate::document::{Sentence, TokenKind};
use crate::language::{Test, Tests};

/// Whether a token is a quotation mark.
pub(super) fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "\"" | "\u{201c}" | "\u{201d}" | "\u{201e}" | "\u{ab}" | "\u{bb}"
    )
}

/// How much of a sentence is quoted, and whether it opens or goes on with a quotation.
pub(super) fn tests(reading: &Reading<'_>, sentence: &Sentence) -> Tests {
    let mut tests = Tests::default();
    let (mut words, mut inside) = (0_usize, 0_usize);
    for token in sentence.tokens() {
        if reading.token(token).map(|it| it.kind) == Some(TokenKind::Word) {
            words += 1;
            inside += usize::from(reading.marked_at(token).is_some());
        }
    }
    let first = sentence.tokens().start;
    let marked = reading
        .marked_at(first)
        .and_then(|at| reading.marked().get(at));
    let opens = marked.is_some_and(|marked| {
        marked.outer.start() < marked.inner.start() && marked.tokens.start == first
    });
    let size = match inside * 100 / words.max(1) {
        _ if inside == 0 => Test::QuoteNone,
        0..35 => Test::QuoteShort,
        35..65 => Test::QuoteHalf,
        _ => Test::QuoteMost,
    };
    tests.add(size);
    tests.add_if(opens, Test::OpensQuote);
    let runs = !opens && marked.is_some();
    tests.add_if(runs, Test::RunningQuote);
    tests
}
