use super::{Figure, Value};
use crate::document::{Document, Span};

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
    /// What stands before and behind the noun that stands elsewhere, so that the two read well: "12 people",
    /// and "dozens (people)" where the article goes on with nothing.
    pub around: (&'static str, &'static str),
}

impl Figure {
    /// How the article goes on behind the number, in spans of its text.
    #[must_use]
    pub fn wording(&self, document: &Document) -> Wording {
        wording(document.text(), self.span, self.unit_words, self.counted)
    }

    /// The "between" in front of a range, without which "40 and 60" would read as two numbers; it stands
    /// before a qualifier of the range ("between about 40 and 60").
    #[must_use]
    pub fn between(&self, document: &Document) -> Option<Span> {
        matches!(self.value, Value::Range(..)).then_some(())?;
        let text = document.text();
        let near = |start: &usize| {
            let gap = self.qualifier.map(|qualifier| qualifier.span.end());
            let gap = gap.and_then(|end| text.get(end..self.span.start()));
            *start < self.span.start() && gap.is_some_and(|gap| gap.trim().is_empty())
        };
        let qualifier = self.qualifier.map(|qualifier| qualifier.span.start());
        let start = qualifier.filter(near).unwrap_or(self.span.start());
        between(text, self.span, start)
    }

    /// Whether the number is written with both its ends: "40 to 60", "between 40 and 60", and not "dozens".
    #[must_use]
    pub fn has_two_ends(&self, document: &Document) -> bool {
        const JOINTS: &[&str] = &[" to ", " and ", "-", "–"];
        let written = document.slice(self.span);
        matches!(self.value, Value::Range(..)) && JOINTS.iter().any(|joint| written.contains(joint))
    }
}

/// The word "between" right before a place in the text, where the number goes on with "and".
fn between(text: &str, number: Span, start: usize) -> Option<Span> {
    const WORD: &str = "between";
    let mut words = text.get(number.range())?.split_whitespace();
    words.find(|word| *word == "and")?;
    let before = text.get(..start)?.trim_end();
    let at = before.len().checked_sub(WORD.len())?;
    let found = before.get(at..)?.eq_ignore_ascii_case(WORD);
    let whole = !before.get(..at)?.ends_with(char::is_alphanumeric);
    (found && whole).then(|| Span::new(at, before.len()))
}

fn wording(text: &str, number: Span, unit: Option<Span>, counted: Option<Span>) -> Wording {
    let end = unit.unwrap_or(number).end();
    let goes_on = |counted: &Span| {
        let between = text.get(end..counted.start());
        let next = between.is_some_and(|it| unit.is_some() || leads(it));
        // What is counted can be the unit itself: "36 people".
        next || (number.end()..end).contains(&counted.start())
    };
    let next = counted.filter(goes_on);
    let end = next.map_or(end, |next| next.end().max(end));
    Wording {
        unit,
        behind: Span::new(number.end(), end),
        apart: counted.filter(|_| next.is_none()),
        around: if is_vague(text.get(number.range()).unwrap_or_default()) {
            (" (", ")")
        } else {
            (" ", "")
        },
    }
}

/// "dozens", "tens of thousands": no noun can stand right behind.
fn is_vague(number: &str) -> bool {
    number.ends_with('s')
        && number
            .chars()
            .all(|letter| letter.is_alphabetic() || letter == ' ')
}

/// Whether words lead from a number to what it counts: "thousands of people", "a third of the grain",
/// "half the grain", "a three-judge panel".
fn leads(between: &str) -> bool {
    const OPENERS: &[&str] = &[
        "", "a", "an", "the", "its", "his", "her", "their", "our", "all", "this", "that", "these",
        "those",
    ];
    const NUMBERS: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let between = between.trim();
    let rest = between.strip_prefix("of").map_or(between, str::trim);
    let (opener, number) = rest.split_once(' ').unwrap_or((rest, ""));
    let digits = number.chars().all(|letter| letter.is_ascii_digit());
    rest == "-" || OPENERS.contains(&opener) && (digits || NUMBERS.contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks how a text goes on behind a number: its unit, that and the noun, and the noun elsewhere.
    #[track_caller]
    fn check(text: &str, number: &str, unit: &str, noun: &str, expected: [&str; 2]) {
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Some(Span::new(start, start + words.len())).filter(|span| !span.is_empty())
        };
        let found = wording(text, span(number).unwrap(), span(unit), span(noun));
        let slice = |span: Option<Span>| span.map_or("", |span| &text[span.range()]);
        assert_eq!(slice(found.unit), unit);
        let vague = number == "thousands" || number == "dozens";
        assert_eq!(found.around.0, if vague { " (" } else { " " });
        let words = [Some(found.behind), found.apart].map(slice);
        assert_eq!(words, expected);
    }

    #[test]
    fn a_unit_is_worded_as_the_article_does() {
        let percent = [" per cent", ""];
        check("up 0.8 per cent.", "0.8", " per cent", "", percent);
        check("an 82-metre tower", "82", "-metre", "", ["-metre", ""]);
        check("$2.73 a barrel", "$2.73", "", "", ["", ""]);
    }

    #[test]
    fn the_noun_that_comes_next_belongs_to_the_number() {
        let of = [" of people", ""];
        check("thousands of people fled", "thousands", "", "people", of);
        let of = [" of the grain", ""];
        check("a third of the grain", "a third", "", "grain", of);
        let six = [" of the six villages", ""];
        check("two of the six villages", "two", "", "villages", six);
        check("40 divers", "40", "", "divers", [" divers", ""]);
        let judge = ["-judge", ""];
        check("a three-judge panel", "three", "", "judge", judge);
        let rain = [" days of heavy rain", ""];
        check("six days of heavy rain", "six", " days", "heavy rain", rain);
    }

    #[test]
    fn a_range_keeps_the_between_that_makes_it_one() {
        let found = |text: &str, start: &str| {
            let number = text
                .find("40")
                .map(|at| Span::new(at, at + "40 and 60".len()));
            let word = between(text, number.unwrap(), text.find(start).unwrap());
            word.map(|span| text[span.range()].to_owned())
        };
        let word = |word: &str| Some(word.to_owned());
        assert_eq!(found("Between 40 and 60 died.", "40"), word("Between"));
        assert_eq!(found("between about 40 and 60", "about"), word("between"));
        assert_eq!(found("halls 40 and 60", "40"), None);
        assert_eq!(found("between 40 or 60", "40"), None);
        assert_eq!(found("inbetween 40 and 60", "40"), None);
        assert_eq!(found("40 and 60", "40"), None);
    }

    #[test]
    fn a_noun_that_stands_elsewhere_is_told_apart() {
        let apart = ["", "passengers"];
        check("of the passengers 12 swam", "12", "", "passengers", apart);
        let apart = ["", "people"];
        check(
            "nine people died and dozens fled",
            "dozens",
            "",
            "people",
            apart,
        );
        let apart = ["", "men"];
        check("12, all of them men", "12", "", "men", apart);
        let apart = ["", "villages"];
        check(
            "two of the worst hit villages",
            "two",
            "",
            "villages",
            apart,
        );
    }
}
