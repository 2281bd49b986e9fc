use crate::analysis::census::Census;
use crate::analysis::reading::Reading;
use crate::document::Sentence;
use crate::language::{Test, Tests};

use super::quoting;

/// A dateline ends within so many tokens of the head of its sentence.
const DATELINE_REACH: usize = 16;

/// A subhead has at most so many words.
const SUBHEAD_WORDS: usize = 9;

/// How long a sentence is, how it begins and how it ends.
pub(super) fn tests(
    reading: &Reading<'_>,
    sentence: &Sentence,
    census: &Census,
    alone: bool,
) -> Tests {
    let mut tests = Tests::default();
    let words = census.words + census.numbers + census.endings;
    tests.add(Test::Any);
    tests.add_if(words <= 8, Test::VeryShort);
    tests.add_if((9..=15).contains(&words), Test::Short);
    tests.add_if(words > 30, Test::Long);
    tests.add_if(words > 40, Test::VeryLong);
    let dateline = census
        .dash
        .is_some_and(|dash| ends_dateline(reading, sentence, sentence.tokens().start + dash));
    tests.add_if(dateline, Test::Dateline);
    let text = reading.document.slice(sentence.span);
    let first = text.chars().next().unwrap_or(' ');
    tests.add_if(matches!(first, '(' | '['), Test::Bracketed);
    tests.add_if(
        matches!(
            first,
            '\u{2022}' | '-' | '*' | '\u{2013}' | '\u{2014}' | '>'
        ),
        Test::Bullet,
    );
    let last = last_mark(text);
    tests.add_if(last == '?', Test::Question);
    tests.add_if(last == ':', Test::EndsColon);
    let unended = !matches!(last, '.' | '!' | '?' | '\u{2026}' | ':' | ';' | ',');
    tests.add_if(unended, Test::Unended);
    let open = unended || last == '?';
    tests.add_if(open && alone && words <= SUBHEAD_WORDS, Test::Subhead);
    tests.add_if(census.names > 0, Test::Named);
    tests.add_if(census.names > 2, Test::ManyNames);
    tests
}

/// The last character that is no quotation mark or bracket.
fn last_mark(text: &str) -> char {
    let closing = |c: char| matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | ' ');
    text.trim_end_matches(closing)
        .chars()
        .next_back()
        .unwrap_or(' ')
}

/// Whether the first dash ends a place in capitals, or an agency in brackets, at the head.
fn ends_dateline(reading: &Reading<'_>, sentence: &Sentence, dash: usize) -> bool {
    let tokens = sentence.tokens();
    if dash >= tokens.start + DATELINE_REACH {
        return false;
    }
    let first = reading.word(tokens.start);
    let capitals = first.len() > 2
        && !first.chars().any(char::is_lowercase)
        && first.starts_with(char::is_alphabetic);
    let bracketed = dash > tokens.start && reading.word(dash - 1) == ")";
    let quoted = (tokens.start..dash).any(|at| quoting::is_mark(reading.word(at)));
    (capitals || bracketed) && !quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::Forms;
    use crate::document::{Article, Document};
    use crate::language::Lexicon;

    #[track_caller]
    fn check(text: &str, test: Test, expected: bool) {
        let document = Document::new(Article {
            text: text.to_owned(),
            ..Article::default()
        });
        let forms = Forms::of(&document, Lexicon::english());
        let reading = Reading::new(&forms);
        let census = &reading.census()[0];
        let found = tests(&reading, &document.sentences()[0], census, true);
        assert_eq!(found.has(test), expected, "{text}");
    }

    #[test]
    fn a_place_in_capitals_and_a_dash_are_a_dateline() {
        check("PORT HALDEN, March 4 - A ferry sank.", Test::Dateline, true);
        check(
            "Denby (Coast News) \u{2014} A ferry sank.",
            Test::Dateline,
            true,
        );
        check("The ferry - a new one - sank.", Test::Dateline, false);
    }

    #[test]
    fn a_few_words_alone_without_an_end_are_a_subhead() {
        check("A long way home", Test::Subhead, true);
        check("What happens next?", Test::Subhead, true);
        check("He went home.", Test::Subhead, false);
    }

    #[test]
    fn a_mark_inside_a_quotation_ends_the_sentence() {
        check("\u{201c}Who was it?\u{201d}", Test::Question, true);
        check("\u{201c}Who was it?\u{201d}", Test::Unended, false);
    }
}
