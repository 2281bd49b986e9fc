//! Dates and clock times: numbers that count nothing.

mod clock;
mod openings;
mod years;

use self::clock::{
    bar_clock_start, bar_past, clock, is_hour, is_pointed, minutes_to, spelled_time,
};
use self::years::{
    bar_spelled_year, bar_year_end, is_counted, is_day_or_short_year, is_decade, is_spelled_year,
    is_year, is_year_number, numeric_date,
};
use super::atoms::{Atoms, Kind};
use super::tables::{Flag, Numeric, Tables};
use crate::analysis::listed::Listed;

/// Years that a bare number may name.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;

/// Years that a bare number names unless something is counted.
const LIKELY_YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// Bars the atoms of dates and clock times.
pub(super) fn bar(atoms: &mut Atoms<'_>) {
    let mut place = 0;
    while let Some(at) = atoms.opener(place) {
        place += 1;
        match atoms.kind(at) {
            Some(Kind::Digits) if !atoms.barred(at) => bar_digits(atoms, at),
            Some(Kind::Word) => bar_word(atoms, at),
            Some(Kind::Name) if is_month_and_day(atoms.text(at)) => {
                bar_behind_month(atoms, at, false);
            }
            _ => {}
        }
    }
}

fn bar_digits(atoms: &mut Atoms<'_>, at: usize) {
    if is_ordinal(atoms, at) || is_decade(atoms, at) {
        atoms.bar(at);
        atoms.bar(at + 1);
    } else if let Some(end) = numeric_date(atoms, at).or_else(|| clock(atoms, at)) {
        (at..end).for_each(|index| atoms.bar(index));
        bar_clock_start(atoms, at);
    } else if is_year(atoms, at) || is_hour(atoms, at) {
        atoms.bar(at);
        bar_year_end(atoms, at);
        bar_clock_start(atoms, at);
    } else if is_pointed(atoms, at) {
        atoms.bar(at);
    }
}

fn bar_word(atoms: &mut Atoms<'_>, at: usize) {
    if is_month(atoms, at) {
        let day_first = bar_before_month(atoms, at);
        bar_behind_month(atoms, at, day_first);
    } else if atoms.has(at, Flag::Weekday) {
        bar_behind_weekday(atoms, at);
    } else if atoms.has(at, Flag::NearTime) && atoms.is(at, "past") {
        bar_past(atoms, at);
    } else if matches!(atoms.numeric(at), Numeric::Unit(_) | Numeric::Tens(_)) && !atoms.barred(at)
    {
        bar_spelled(atoms, at);
    }
}

fn bar_spelled(atoms: &mut Atoms<'_>, at: usize) {
    if is_spelled_year(atoms, at) {
        let end = (at..at + 4)
            .take_while(|&at| matches!(atoms.numeric(at), Numeric::Unit(_) | Numeric::Tens(_)));
        end.collect::<Vec<_>>()
            .into_iter()
            .for_each(|index| atoms.bar(index));
    } else if let Some(end) = spelled_time(atoms, at) {
        (at..end).for_each(|index| atoms.bar(index));
    } else if let Some(end) = minutes_to(atoms, at) {
        (at..end).for_each(|index| atoms.bar(index));
    } else if let Some(end) = spelled_ordinal(atoms, at) {
        (at..end).for_each(|index| atoms.bar(index));
    } else if is_hour(atoms, at) {
        atoms.bar(at);
        bar_clock_start(atoms, at);
    }
}

/// "twenty-seventh", "thirty first": the atom behind.
fn spelled_ordinal(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
    if !matches!(atoms.numeric(at), Numeric::Tens(_)) {
        return None;
    }
    let ones = at + 1 + usize::from(atoms.is_mark(at + 1, '-'));
    let part = matches!(atoms.numeric(ones), Numeric::Part(value) if value > 2.5)
        && !atoms.text(ones).ends_with('s');
    (part && !atoms.is(ones, "quarter") || atoms.is_any(ones, &["first", "second"]))
        .then_some(ones + 1)
}

/// The value of plain digits, four at most.
fn plain(atoms: &Atoms<'_>, at: usize) -> Option<u32> {
    let text = atoms.text(at);
    (atoms.is_digits(at) && text.len() <= 4).then(|| text.parse().ok())?
}

/// Whether digits with an ordinal ending stand here: "13th".
fn is_ordinal(atoms: &Atoms<'_>, at: usize) -> bool {
    !atoms.gap(at + 1) && atoms.is_any(at + 1, &["st", "nd", "rd", "th"])
}

/// A month that is one: "may" and "march" only beside a number, or with a capital inside a sentence.
fn is_month(atoms: &Atoms<'_>, at: usize) -> bool {
    if !atoms.has(at, Flag::Month) {
        return false;
    }
    // "as many as 25 may have been killed", "30 march through the city"
    let next = atoms.word(at + 1);
    let modal = atoms.text(at) == "may"
        && (next.is(Flag::Auxiliary)
            || next.is(Flag::Adverb)
            || next.is(Flag::Verb)
            || next.after.is_some())
        && !atoms.is_any(at + 1, &["to", "that", "who", "which"]);
    let walks =
        atoms.text(at) == "march" && atoms.is_any(at + 1, &["through", "against", "towards"]);
    if modal || walks {
        return false;
    }
    let doubtful = atoms.is_any(at, &["may", "march", "mar", "dec", "sep"]);
    !doubtful
        || atoms.capital(at)
        || atoms.shouted
        || is_day(atoms, at + 1)
        || at > 0 && is_day(atoms, at - 1)
}

/// "Dec31": a month and a day in one word.
fn is_month_and_day(name: &str) -> bool {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    letters.len() >= 3
        && letters.len() < name.len()
        && Tables::english().word(letters).is(Flag::Month)
}

/// A number from 1 to 31, in digits or in words.
fn is_day(atoms: &Atoms<'_>, at: usize) -> bool {
    match atoms.numeric(at) {
        Numeric::Unit(value) => (1.0..=31.0).contains(&value),
        Numeric::Tens(value) => value <= 30.0,
        Numeric::Part(_) => true,
        _ => {
            plain(atoms, at).is_some_and(|day| (1..=31).contains(&day)) && atoms.text(at).len() <= 2
        }
    }
}

/// Steps over an ordinal ending, and over the ones of "twenty-three".
fn day_end(atoms: &Atoms<'_>, at: usize) -> usize {
    if is_ordinal(atoms, at) {
        return at + 2;
    }
    if matches!(atoms.numeric(at), Numeric::Tens(_)) {
        let ones = at + 1 + usize::from(atoms.is_mark(at + 1, '-'));
        if matches!(atoms.numeric(ones), Numeric::Unit(_) | Numeric::Part(_)) {
            return ones + 1;
        }
    }
    at + 1
}

/// Bars day and year behind a month.
fn bar_behind_month(atoms: &mut Atoms<'_>, month: usize, day_first: bool) {
    let mut at = month + 1;
    let slash = matches!(atoms.mark(at), Some('/' | '-')) && !atoms.gap(at);
    if atoms.is_mark(at, '.') && !atoms.gap(at)
        || slash
        || atoms.is(at, "the")
        || atoms.is_mark(at, ',') && is_year_number(atoms, at + 1)
    {
        at += 1;
    }
    let spelled_year =
        is_spelled_year(atoms, at) || matches!(atoms.numeric(at + 1), Numeric::Scale(_));
    let counted = month > 0 && atoms.is(month - 1, "in") && is_counted(atoms, at + 1);
    if is_day(atoms, at) && !day_first && !spelled_year && !counted {
        let end = day_end(atoms, at);
        (at..end).for_each(|index| atoms.bar(index));
        at = bar_second_day(atoms, end);
    }
    let skip = usize::from(
        matches!(atoms.mark(at), Some(',' | '/' | '-' | '\'' | '’')) || atoms.is(at, "of"),
    );
    if is_year_number(atoms, at + skip)
        || skip > 0 && atoms.is(at, "of") && is_day_or_short_year(atoms, at + 1)
    {
        atoms.bar(at + skip);
        bar_year_end(atoms, at + skip);
    } else if slash && is_day(atoms, at + skip) {
        atoms.bar(at + skip);
    } else {
        bar_spelled_year(atoms, at);
    }
}

/// Bars the end of a range of days: "11-13", "9 and 10", "27 to 29".
fn bar_second_day(atoms: &mut Atoms<'_>, at: usize) -> usize {
    let joint = matches!(atoms.mark(at), Some('-' | '–' | '—' | '/' | '~'));
    let word = atoms.is_any(at, &["and", "to", "till", "until", "through", "or"]);
    let second = at + 1 + usize::from(word && atoms.is(at + 1, "the"));
    // "March 9 — Eighteen people": a spaced dash parts a dateline from its text.
    let apart = joint && (atoms.gap(at) || atoms.gap(second)) && is_sentence(atoms, second);
    // "on March 8 and nine the day after": two ways of writing are two things.
    let mixed = word && atoms.is_digits(at - 1) != atoms.is_digits(second);
    if !(joint || word) || !is_day(atoms, second) || apart || mixed {
        return at;
    }
    let end = day_end(atoms, second);
    if word && is_counted(atoms, end) {
        return at;
    }
    (second..end).for_each(|index| atoms.bar(index));
    end
}

/// Whether a sentence may begin with the number here: a word in small letters stands behind it.
fn is_sentence(atoms: &Atoms<'_>, at: usize) -> bool {
    let end = day_end(atoms, at);
    atoms.is_word(end) && !atoms.has(end, Flag::Month) && !atoms.capital(end)
}

/// Bars the days before a month: "19 February", "between 3 and 12 of Sept".
fn bar_before_month(atoms: &mut Atoms<'_>, month: usize) -> bool {
    let mut at = month;
    while at > 0
        && (atoms.is_any(at - 1, &["of", "the", "in", "day"])
            || matches!(atoms.mark(at - 1), Some('/' | '-')) && !atoms.gap(at - 1))
    {
        at -= 1;
    }
    let near = month - at <= 2;
    let linked = at == month
        || !atoms.is(month - 1, "in")
        || atoms.is_any(at.wrapping_sub(2), &["and", "to", "for"]);
    let Some(start) = day_start(atoms, at).filter(|_| near && linked) else {
        return false;
    };
    let taken =
        atoms.barred(start) || start > 0 && matches!(atoms.mark(start - 1), Some('$' | '£' | '€'));
    if taken {
        return false;
    }
    (start..at).for_each(|index| atoms.bar(index));
    let Some(link) = start.checked_sub(1) else {
        return true;
    };
    let opened = |at: usize| {
        at.checked_sub(1).is_some_and(|before| {
            atoms.is_any(
                before,
                &["between", "from", "on", "the", "of", "till", "since", "at"],
            )
        })
    };
    let joint = matches!(atoms.mark(link), Some('-' | '–' | '/'));
    if let Some(first) = day_start(atoms, link)
        && (joint
            || atoms.is_any(link, &["and", "to", "till", "or", "through"])
                && (opened(first) || first == 0))
    {
        (first..link).for_each(|index| atoms.bar(index));
    }
    true
}

/// The first atom of the day that ends before an atom.
fn day_start(atoms: &Atoms<'_>, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    if last > 0 && is_ordinal(atoms, last - 1) {
        return Some(last - 1);
    }
    if !is_day(atoms, last) {
        return None;
    }
    let tens = last.checked_sub(1 + usize::from(last > 0 && atoms.is_mark(last - 1, '-')));
    let two = tens
        .filter(|&tens| matches!(atoms.numeric(tens), Numeric::Tens(_)) && !atoms.is_digits(last));
    Some(two.unwrap_or(last))
}

/// "Mon 13", "Monday 12-4", "Friday 7.6", but not "Friday 12 people".
fn bar_behind_weekday(atoms: &mut Atoms<'_>, weekday: usize) {
    let at = weekday + 1 + usize::from(atoms.is_any(weekday + 1, &["the", "-"]));
    if !atoms.is_digits(at)
        || atoms.text(at).len() > 3
        || matches!(atoms.mark(at + 1), Some('%' | '°'))
    {
        return;
    }
    let joined = matches!(atoms.mark(at + 1), Some('-' | '/'))
        && !atoms.gap(at + 1)
        && atoms.is_digits(at + 2);
    let end = at + 1 + 2 * usize::from(joined);
    if !atoms.is_word(end)
        || atoms.is_listed(
            end,
            const {
                &Listed::of(&[
                    "at", "in", "on", "from", "with", "and", "works", "between", "to",
                ])
            },
        )
    {
        (at..end).for_each(|index| atoms.bar(index));
    }
}
