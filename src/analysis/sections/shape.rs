use crate::analysis::reading::Reading;
use crate::document::{Sentence, TokenKind};
use crate::language::{Class, Classes, Test, Tests};

use super::quoting;

/// A dateline ends within so many tokens of the head of its sentence.
const DATELINE_REACH: usize = 16;

/// A subhead has at most so many words.
const SUBHEAD_WORDS: usize = 9;

/// How long a sentence is, how it begins and how it ends.
pub(super) fn tests(reading: &Reading<'_>, sentence: &Sentence, alone: bool) -> Tests {
    let mut tests = Tests::default();
    let words = count_words(reading, sentence);
    tests.add(Test::Any);
    tests.add_if(words <= 8, Test::VeryShort);
    tests.add_if((9..=15).contains(&words), Test::Short);
    tests.add_if(words > 30, Test::Long);
    tests.add_if(words > 40, Test::VeryLong);
    tests.add_if(has_dateline(reading, sentence), Test::Dateline);
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
    tests.add_if(unended && alone && words <= SUBHEAD_WORDS, Test::Subhead);
    let names = count_names(reading, sentence);
    tests.add_if(names > 0, Test::Named);
    tests.add_if(names > 2, Test::ManyNames);
    tests
}

fn count_words(reading: &Reading<'_>, sentence: &Sentence) -> usize {
    let kinds = sentence.tokens().filter_map(|at| reading.token(at));
    kinds.filter(|token| token.kind != TokenKind::Mark).count()
}

/// Capitalised words after the first that are no words of time.
fn count_names(reading: &Reading<'_>, sentence: &Sentence) -> usize {
    let tokens = sentence.tokens().skip(1);
    let other = Classes::of(&[Class::Weekday, Class::Month, Class::Function]);
    let names = tokens.filter(|&at| reading.is_capital(at) && !reading.classes(at).meets(other));
    names.count()
}

/// The last character that is no quotation mark or bracket.
fn last_mark(text: &str) -> char {
    let closing = |c: char| matches!(c, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | ' ');
    text.trim_end_matches(closing)
        .chars()
        .next_back()
        .unwrap_or(' ')
}

/// Whether the sentence begins with a place in capitals, or an agency in brackets, and a dash.
fn has_dateline(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let tokens = sentence.tokens();
    let Some(dash) = tokens
        .clone()
        .take(DATELINE_REACH)
        .find(|&at| is_dash(reading.word(at)))
    else {
        return false;
    };
    let first = reading.word(tokens.start);
    let capitals = first.len() > 2
        && !first.chars().any(char::is_lowercase)
        && first.starts_with(char::is_alphabetic);
    let bracketed = dash > tokens.start && reading.word(dash - 1) == ")";
    let quoted = (tokens.start..dash).any(|at| quoting::is_mark(reading.word(at)));
    (capitals || bracketed) && !quoted
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "\u{2013}" | "\u{2014}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Article, Document};
    use crate::language::Lexicon;

    #[track_caller]
    fn check(text: &str, test: Test, expected: bool) {
        let document = Document::new(Article {
            text: text.to_owned(),
            ..Article::default()
        });
        let reading = Reading::new(&document, Lexicon::english());
        let found = tests(&reading, &document.sentences()[0], true);
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
        check("He went home.", Test::Subhead, false);
    }

    #[test]
    fn a_mark_inside_a_quotation_ends_the_sentence() {
        check("\u{201c}Who was it?\u{201d}", Test::Question, true);
        check("\u{201c}Who was it?\u{201d}", Test::Unended, false);
    }
}
