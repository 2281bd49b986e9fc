//! Words that are not all there to be read: a terminal would obey them, or nobody sees them.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use crate::source;

/// What is said of such words.
const MESSAGE: &str = "there is a line end here, or a character that is not seen or that a \
    terminal obeys: write the words without it";

/// The words of a settings file or a cues file that are not clean in the sense of
/// [`source::clean`], or stand on several lines. Nothing in a text that is not TOML.
#[must_use]
pub fn unclean(file: &str, text: &str) -> Vec<Problem> {
    let (table, _) = DeTable::parse_recoverable(text);
    let places = places(table.get_ref()).into_iter();
    places
        .map(|place| Problem::at(file, text, Some(place), MESSAGE))
        .collect()
}

/// Where the words stand, keys among them.
fn places(table: &DeTable<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (key, value) in table {
        push_words(key, &mut found);
        push_value(value, &mut found);
    }
    found
}

fn push_value(value: &Spanned<DeValue<'_>>, found: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::String(words) if !is_clean(words) => found.push(value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| push_value(item, found)),
        DeValue::Table(inner) => found.extend(places(inner)),
        _ => {}
    }
}

fn push_words(words: &Spanned<Cow<'_, str>>, found: &mut Vec<Range<usize>>) {
    if !is_clean(words.get_ref()) {
        found.push(words.span());
    }
}

fn is_clean(words: &str) -> bool {
    source::clean(words) == words && !words.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, usize)]) {
        let found: Vec<(usize, usize)> = unclean("mine.toml", text)
            .iter()
            .map(Problem::position)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_found_wherever_they_stand() {
        check("a = \"x\\u202ey\"\n", &[(1, 5)]);
        check("[[cue]]\nwords = [\"a\", \"\\u001b[31m\"]\n", &[(2, 15)]);
        check("t = { b = \"\"\"a\nb\"\"\" }\n", &[(1, 11)]);
        check("\"\\u200b\" = 1\n", &[(1, 1)]);
    }

    #[test]
    fn words_of_any_language_are_fine() {
        check(
            "a = \"Ausblick — \\u05d0\\u05d1 é\\u0301 日本\"\nb = 1\n",
            &[],
        );
        check("a = \"unclosed\n", &[]);
    }
}
