use super::Figure;
use crate::document::{Document, Span};

/// So many letters of a unit are enough: "percent" and "per cent" for a percentage.
const ENOUGH: usize = 7;

/// How the article goes on behind the number of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// The unit, where it stands right behind the number, with what parts the two: "-metre", " litres".
    pub unit: Option<Span>,
    /// From the end of the number on: the unit, and the noun counted where it comes next, as in " days of
    /// heavy rain" and " of people" behind "thousands". Empty where neither stands there.
    pub behind: Span,
    /// The noun counted, where it stands elsewhere.
    pub apart: Option<Span>,
}

impl Figure {
    /// How the article goes on behind the number, in spans of its text.
    #[must_use]
    pub fn wording(&self, document: &Document) -> Wording {
        wording(
            document.text(),
            self.span,
            self.unit.as_deref(),
            self.counted,
        )
    }
}

fn wording(text: &str, number: Span, unit: Option<&str>, counted: Option<Span>) -> Wording {
    let behind = text.get(number.end()..).unwrap_or_default();
    let unit = unit.and_then(|unit| unit_length(behind, unit));
    let unit = unit.map(|length| Span::new(number.end(), number.end() + length));
    let end = unit.unwrap_or(number).end();
    let goes_on = |counted: &Span| {
        let between = text.get(end..counted.start());
        let next = between.is_some_and(|it| unit.is_some() || matches!(it.trim(), "" | "of"));
        // What is counted can be the unit itself: "36 people".
        next || (number.end()..end).contains(&counted.start())
    };
    let next = counted.filter(goes_on);
    let end = next.map_or(end, |next| next.end().max(end));
    Wording {
        unit,
        behind: Span::new(number.end(), end),
        apart: counted.filter(|_| next.is_none()),
    }
}

/// How many bytes behind a number are its unit: "-metre" of "82-metre", " litres a second".
fn unit_length(behind: &str, unit: &str) -> Option<usize> {
    let unit = unit.to_lowercase();
    let Some((measure, each)) = unit.split_once(" per ") else {
        return measure_length(behind, &unit);
    };
    let length = measure_length(behind, measure)?;
    let rest = behind.get(length..)?;
    let link = [" per", " a", " an"].iter().find_map(|link| {
        let rest = rest.strip_prefix(link)?;
        Some(link.len() + measure_length(rest, each)?)
    });
    Some(length + link?)
}

/// The same for a unit that is measured for nothing else.
fn measure_length(behind: &str, unit: &str) -> Option<usize> {
    let between = |c: char| matches!(c, '-' | ' ' | '\u{a0}');
    if !behind.starts_with(between) {
        return None;
    }
    let mut wanted = unit.chars().filter(|&c| c != ' ').peekable();
    let (mut matched, mut end) = (0, 0);
    for (at, c) in behind.char_indices().filter(|(_, c)| !between(*c)) {
        if wanted
            .next_if(|&wanted| c.to_lowercase().eq([wanted]))
            .is_none()
        {
            break;
        }
        (matched, end) = (matched + 1, at + c.len_utf8());
    }
    let rest = behind.get(end..)?;
    let ending = rest.find(|c: char| !c.is_alphanumeric());
    let ending = ending.unwrap_or(rest.len());
    let whole = matched > 0 && wanted.peek().is_none();
    let is_unit = whole || (matched >= ENOUGH && ending == 0);
    is_unit.then_some(end + ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks how a text goes on behind a number: its unit, that and the noun, and the noun elsewhere.
    #[track_caller]
    fn check(text: &str, number: &str, unit: Option<&str>, noun: &str, expected: [&str; 3]) {
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let counted = (!noun.is_empty()).then(|| span(noun));
        let found = wording(text, span(number), unit, counted);
        let slice = |span: Option<Span>| span.map_or("", |span| &text[span.range()]);
        let words = [found.unit, Some(found.behind), found.apart].map(slice);
        assert_eq!(words, expected);
    }

    #[test]
    fn a_unit_is_worded_as_the_article_does() {
        let percent = [" per cent", " per cent", ""];
        check("up 0.8 per cent.", "0.8", Some("percentage"), "", percent);
        let metre = ["-metre", "-metre", ""];
        check("an 82-metre tower", "82", Some("metre"), "", metre);
        let hour = [" miles an hour", " miles an hour", ""];
        check("2 miles an hour", "2", Some("mile per hour"), "", hour);
        check("$2.73 a barrel", "$2.73", Some("dollar"), "", ["", "", ""]);
    }

    #[test]
    fn the_noun_that_comes_next_belongs_to_the_number() {
        let of = ["", " of people", ""];
        check("thousands of people fled", "thousands", None, "people", of);
        check("40 divers", "40", None, "divers", ["", " divers", ""]);
        let people = [" people", " people", ""];
        check("36 people", "36", Some("people"), "people", people);
        let rain = [" days", " days of heavy rain", ""];
        check(
            "six days of heavy rain",
            "six",
            Some("day"),
            "heavy rain",
            rain,
        );
    }

    #[test]
    fn a_noun_that_stands_elsewhere_is_told_apart() {
        let apart = ["", "", "passengers"];
        check("of the passengers 12 swam", "12", None, "passengers", apart);
        let apart = ["", "", "men"];
        check("12, all of them men", "12", None, "men", apart);
    }
}
