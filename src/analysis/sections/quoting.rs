use crate::analysis::census::Census;
use crate::analysis::reading::Reading;
use crate::briefing::{Label, SectionKind};
use crate::document::Sentence;
use crate::language::{Test, Tests};

/// Whether a token is a quotation mark.
pub(super) fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "\"" | "\u{201c}" | "\u{201d}" | "\u{201e}" | "\u{ab}" | "\u{bb}"
    )
}

/// How much of a sentence is quoted, and whether it opens or goes on with a quotation.
pub(super) fn tests(reading: &Reading<'_>, sentence: &Sentence, census: &Census) -> Tests {
    let mut tests = Tests::default();
    let first = sentence.tokens().start;
    let marked = reading
        .marked_at(first)
        .and_then(|at| reading.marked().get(at));
    let opens = marked.is_some_and(|marked| {
        marked.outer.start() < marked.inner.start() && marked.tokens.start == first
    });
    let size = match census.quoted_words * 100 / census.words.max(1) {
        _ if census.quoted_words == 0 => Test::QuoteNone,
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

/// Gives the sentences of one quotation that are unsure the section of most of its words: a quotation that is torn
/// apart reads as the words of two.
pub(super) fn keep_whole(reading: &Reading<'_>, labels: &mut [Label]) {
    let sentences = reading.document.sentences();
    let mut start = 0;
    while start < sentences.len() {
        let rest = sentences.get(start..).unwrap_or_default();
        let more = rest
            .windows(2)
            .take_while(|pair| goes_on(reading, &pair[0], &pair[1]));
        let end = start + 1 + more.count();
        if end > start + 1
            && let Some(labels) = labels.get_mut(start..end)
        {
            share(&sentences[start..end], labels);
        }
        start = end;
    }
}

/// Whether a sentence goes on with the quotation that the one before it ends in.
fn goes_on(reading: &Reading<'_>, before: &Sentence, after: &Sentence) -> bool {
    let last = before.tokens().end.saturating_sub(1);
    let marked = reading.marked_at(after.tokens().start);
    marked.is_some() && marked == reading.marked_at(last) && before.paragraph == after.paragraph
}

fn share(sentences: &[Sentence], labels: &mut [Label]) {
    let mut words: Vec<(SectionKind, usize)> = Vec::new();
    for (sentence, label) in sentences.iter().zip(labels.iter()) {
        let Some(kind) = label.kind else {
            return;
        };
        let count = sentence.tokens().len();
        match words.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, words)) => *words += count,
            None => words.push((kind, count)),
        }
    }
    // of two with as many words the one that comes first
    let most = words.into_iter().rev().max_by_key(|&(_, words)| words);
    let Some((most, _)) = most else {
        return;
    };
    for label in labels
        .iter_mut()
        .filter(|label| label.unsure && label.kind != Some(most))
    {
        label.runner_up = label.kind;
        label.kind = Some(most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::Forms;
    use crate::document::{Article, Document};
    use crate::language::Lexicon;

    #[track_caller]
    fn check(text: &str, sentence: usize, expected: &[Test]) {
        let document = Document::new(Article {
            text: text.to_owned(),
            ..Article::default()
        });
        let forms = Forms::of(&document, Lexicon::english());
        let reading = Reading::new(&forms);
        let census = &reading.census()[sentence];
        let found = tests(&reading, &document.sentences()[sentence], census);
        assert_eq!(found, expected.iter().copied().collect(), "{text}");
    }

    #[test]
    fn a_sentence_without_marks_quotes_nothing() {
        check("The ferry sank.", 0, &[Test::QuoteNone]);
    }

    #[test]
    fn a_quotation_runs_on_into_the_next_sentence() {
        let text = "\u{201c}We waited for hours. Nobody came,\u{201d} Quist said.";
        check(text, 0, &[Test::QuoteMost, Test::OpensQuote]);
    }

    #[test]
    fn a_few_words_in_marks_are_few() {
        let text =
            "The minister called the plan of the two mayors \u{201c}madness\u{201d} on Friday.";
        check(text, 0, &[Test::QuoteShort]);
    }
}
