//! What is known of a quote or a figure, in words that a person reads.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::briefing::{Claimant, Figure, Quote, Role, Speaker, Value, grouped};
use crate::document::{Document, Span};

/// A piece of text as one line: white space of any kind is one space, and no character is left that
/// a terminal would obey. Such characters do not come through `source`; this is the second lock.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    let plain = |letter: char| letter == ' ' || !(letter.is_whitespace() || letter.is_control());
    if text.chars().all(plain) && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let visible: String = text
        .chars()
        .filter(|letter| letter.is_whitespace() || !letter.is_control())
        .collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

/// `Mara Quist (she)`, or only the name when the speaker is called nothing else;
/// `unknown speaker (“she”)` when nothing tells who that is.
pub(super) fn speaker(document: &Document, speaker: &Speaker) -> String {
    let name = line(document.slice(speaker.name));
    let mention = line(document.slice(speaker.mention));
    if !speaker.known {
        format!("unknown speaker (“{mention}”)")
    } else if name == mention {
        name.into_owned()
    } else {
        format!("{name} ({mention})")
    }
}

/// `Mara Quist (she), via the Courier`; `unknown speaker` when it is not known.
pub(super) fn who_said(document: &Document, quote: &Quote) -> String {
    let mut who = quote
        .speaker
        .as_ref()
        .map_or("unknown speaker".to_owned(), |by| speaker(document, by));
    if let Some(via) = &quote.via {
        let _ = write!(who, ", via {}", speaker(document, via));
    }
    who
}

/// The name of a claimant; `unknown claimant (“she”)` when nothing tells who that is.
pub(super) fn claimant(document: &Document, claimant: Claimant) -> String {
    let name = line(document.slice(claimant.name));
    if claimant.known {
        name.into_owned()
    } else {
        format!("unknown claimant (“{name}”)")
    }
}

/// `at least 31 people, according to the ministry, as of 2026-03-04, up from 12`, and for a toll of
/// another event than the article's own `300 people, of another event (in 1998)`; the amount stands in
/// brackets where the article writes it in another way, as in `$125 billion (125,000,000,000 dollar)`.
pub(super) fn claim(document: &Document, figure: &Figure, figures: &[Figure]) -> String {
    let slice = |span: Span| line(document.slice(span));
    let mut out = String::new();
    if let Some(between) = figure.between(document) {
        let _ = write!(out, "{} ", slice(between));
    }
    if let Some(qualifier) = figure.qualifier {
        let _ = write!(out, "{} ", slice(qualifier.span));
    }
    let wording = figure.wording(document);
    out.push_str(&slice(Span::new(figure.span.start(), wording.behind.end())));
    let written = document.slice(figure.span);
    let unit = own_unit(document, figure).filter(|unit| {
        let plain = as_written(written, figure) || is_count(written, figure);
        unit.contains(" per ") || !plain
    });
    if wording.unit.is_none() && unit.is_some() && figure.role != Role::Age {
        let _ = write!(out, " ({})", amount(document, figure));
    }
    if let Some(counted) = wording.apart {
        let (before, behind) = wording.around;
        let _ = write!(out, "{before}{}{behind}", slice(counted));
    }
    if let Some(claimant) = figure.claimed_by {
        let _ = write!(out, ", according to {}", self::claimant(document, claimant));
    }
    if let Some(event) = figure.event {
        let _ = write!(out, ", of another event ({})", slice(event));
    }
    if let Some(day) = figure.as_of {
        let _ = write!(out, ", as of {day}");
    }
    if let Some(change) = change(figure) {
        let _ = write!(out, ", {change}");
    }
    let other = |index: Option<usize>| figures.get(index?);
    if let Some(whole) = other(figure.part_of) {
        let _ = write!(out, ", part of {}", slice(whole.span));
    }
    if let Some(later) = other(figure.superseded_by) {
        let _ = write!(out, ", superseded by {}", slice(later.span));
    }
    out
}

/// Whether a sign tells the unit beside the very digits: "$12", and not "$125 billion".
fn as_written(written: &str, figure: &Figure) -> bool {
    let sign = |letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, ' ' | ',' | '.');
    written.contains(sign) && written.contains(&value(figure.value))
}

/// Whether a number counts a noun and holds no unit itself: "88" of "88 lives", and not "5kW" of power.
fn is_count(written: &str, figure: &Figure) -> bool {
    let digits = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | ',' | '.' | '-');
    let words = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '-');
    figure.counted.is_some() && (written.chars().all(digits) || written.chars().all(words))
}

/// `up from 12`, or `up` when the text does not say from where.
pub(super) fn change(figure: &Figure) -> Option<String> {
    let change = figure.change?;
    let direction = change.direction.name();
    let from = change.from.map(|from| format!(" from {}", grouped(from)));
    Some(format!("{direction}{}", from.unwrap_or_default()))
}

/// `180,000,000 krona`; the unit is left out when it is only the noun that is counted.
pub(super) fn amount(document: &Document, figure: &Figure) -> String {
    let value = value(figure.value);
    match own_unit(document, figure) {
        Some(unit) => format!("{value} {unit}"),
        None => value,
    }
}

/// The unit, unless it is the noun counted in another number: "body" of "bodies".
fn own_unit<'a>(document: &Document, figure: &'a Figure) -> Option<&'a str> {
    let unit = figure.unit.as_deref()?;
    let counted = figure.counted.map_or("", |span| document.slice(span));
    let last = |words: &str| words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let (noun, counted) = (last(unit), last(counted));
    let both = noun.chars().zip(counted.chars());
    let same = both.take_while(|(a, b)| a == b).count();
    // Three letters tell apart any two units and nouns that stand together in the news.
    let is_counted = same >= 3 || (same > 0 && same == noun.chars().count());
    (!is_counted).then_some(unit)
}

/// `6,854`, or `24 to 99` for a range.
fn value(value: Value) -> String {
    match value {
        Value::Exact(exact) => grouped(exact),
        Value::Range(low, high) => format!("{} to {}", grouped(low), grouped(high)),
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_line_has_no_line_ends_and_nothing_a_terminal_obeys() {
        assert_eq!(line(" a\u{1b}[31m\r\n b\tc "), "a[31m b c");
        assert_eq!(line("a b"), "a b");
    }
}
