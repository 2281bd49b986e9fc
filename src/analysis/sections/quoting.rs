use crate::analysis::reading::Reading;
use crate::document::{Sentence, TokenKind};
use crate::language::{Test, Tests};

/// For each token of the document, whether it stands inside quotation marks.
pub(super) fn quoted(reading: &Reading<'_>) -> Vec<bool> {
    let document = reading.document;
    let mut inside = vec![false; document.tokens().len()];
    let mut open = false;
    let mut paragraph = usize::MAX;
    for sentence in document.sentences() {
        // A quotation over several paragraphs is opened again at the head of each.
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            open = false;
        }
        for token in sentence.tokens() {
            let mark = reading.token(token).map(|it| it.kind) == Some(TokenKind::Mark);
            match reading.word(token) {
                "\u{201c}" | "\u{201e}" | "\u{ab}" if mark => open = true,
                "\u{201d}" | "\u{bb}" if mark => open = false,
                "\"" if mark => open = !open,
                _ => {}
            }
            if let Some(slot) = inside.get_mut(token) {
                *slot = open;
            }
        }
    }
    inside
}

/// Whether a token is a quotation mark.
pub(super) fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "\"" | "\u{201c}" | "\u{201d}" | "\u{201e}" | "\u{ab}" | "\u{bb}"
    )
}

/// How much of a sentence is quoted, and whether it opens or goes on with a quotation.
pub(super) fn tests(reading: &Reading<'_>, sentence: &Sentence, quoted: &[bool]) -> Tests {
    let mut tests = Tests::default();
    let (mut words, mut inside) = (0_usize, 0_usize);
    for token in sentence.tokens() {
        if reading.token(token).map(|it| it.kind) == Some(TokenKind::Word) {
            words += 1;
            inside += usize::from(quoted.get(token) == Some(&true));
        }
    }
    let first = sentence.tokens().start;
    let opens = is_mark(reading.word(first));
    let size = match inside * 100 / words.max(1) {
        _ if inside == 0 => Test::QuoteNone,
        0..35 => Test::QuoteShort,
        35..65 => Test::QuoteHalf,
        _ => Test::QuoteMost,
    };
    tests.add(size);
    tests.add_if(opens, Test::OpensQuote);
    let runs = !opens && quoted.get(first) == Some(&true);
    tests.add_if(runs, Test::RunningQuote);
    tests
}
