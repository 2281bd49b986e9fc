//! Dates and clock times: numbers that count nothing.

use super::atoms::{Atoms, Kind};
use super::tables::{Flag, Numeric};
use crate::analysis::reading::Reading;

/// Years that a bare number may name.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// Years that a bare number names unless something is counted.
const LIKELY_YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// Bars the atoms of dates and clock times.
pub(super) fn bar(atoms: &mut Atoms, reading: &Reading<'_>) {
    for at in 0..atoms.len() {
        match atoms.kind(at) {
            Some(Kind::Digits) if !atoms.barred(at) => bar_digits(atoms, reading, at),
            Some(Kind::Word) => bar_word(atoms, reading, at),
            Some(Kind::Name) if is_month_and_day(atoms.text(reading, at)) => {
                bar_behind_month(atoms, reading, at)
            }
            _ => {}
        }
    }
}

fn bar_digits(atoms: &mut Atoms, reading: &Reading<'_>, at: usize) {
    if is_ordinal(atoms, reading, at) || is_decade(atoms, reading, at) {
        atoms.bar(at);
        atoms.bar(at + 1);
    } else if let Some(end) = numeric_date(atoms, reading, at).or_else(|| clock(atoms, reading, at))
    {
        (at..end).for_each(|index| atoms.bar(index));
        bar_clock_start(atoms, reading, at);
    } else if is_year(atoms, reading, at) || is_hour(atoms, reading, at) {
        atoms.bar(at);
        bar_year_end(atoms, reading, at);
    }
}

fn bar_word(atoms: &mut Atoms, reading: &Reading<'_>, at: usize) {
    if is_month(atoms, reading, at) {
        bar_behind_month(atoms, reading, at);
        bar_before_month(atoms, reading, at);
    } else if atoms.has(at, Flag::Weekday) {
        bar_behind_weekday(atoms, reading, at);
    } else if atoms.is(reading, at, "past") {
        bar_past(atoms, reading, at);
    } else if matches!(atoms.numeric(at), Numeric::Unit(_) | Numeric::Tens(_)) {
        if is_spelled_year(atoms, at) || is_spelled_time(atoms, reading, at) {
            atoms.bar(at);
            atoms.bar(at + 1);
        } else if is_hour(atoms, reading, at) {
            atoms.bar(at);
        }
    }
}

/// The value of plain digits, four at most.
fn plain(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> Option<u32> {
    let text = atoms.text(reading, at);
    (atoms.is_digits(at) && text.len() <= 4).then(|| text.parse().ok())?
}

/// Whether digits with an ordinal ending stand here: "13th".
fn is_ordinal(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    !atoms.gap(at + 1) && atoms.is_any(reading, at + 1, &["st", "nd", "rd", "th"])
}

/// "1990s", "20s".
fn is_decade(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    let tight = !atoms.gap(at + 1)
        || plain(atoms, reading, at).is_some_and(|year| LIKELY_YEARS.contains(&year));
    tight
        && (atoms.is(reading, at + 1, "s")
            || atoms.kind(at + 1) == Some(Kind::Possessive)
                && plain(atoms, reading, at).is_some_and(|year| year > 1000))
        || atoms.is_mark(at.wrapping_sub(1), '\'') && atoms.is(reading, at + 1, "s")
}

/// A month that is one: "may" and "march" only beside a number, or with a capital inside a sentence.
fn is_month(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    if !atoms.has(at, Flag::Month) {
        return false;
    }
    let doubtful = atoms.is_any(reading, at, &["may", "march", "mar", "dec", "sep"]);
    !doubtful
        || atoms.capital(reading, at)
        || atoms.shouted
        || is_day(atoms, reading, at + 1)
        || at > 0 && is_day(atoms, reading, at - 1)
}

/// "Dec31": a month and a day in one word.
fn is_month_and_day(name: &str) -> bool {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    letters.len() >= 3
        && letters.len() < name.len()
        && super::tables::Tables::english()
            .word(letters)
            .is(Flag::Month)
}

/// A number from 1 to 31, in digits or in words.
fn is_day(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    match atoms.numeric(at) {
        Numeric::Unit(value) => (1.0..=31.0).contains(&value),
        Numeric::Tens(value) => value <= 30.0,
        Numeric::Part(_) => true,
        _ => {
            plain(atoms, reading, at).is_some_and(|day| (1..=31).contains(&day))
                && atoms.text(reading, at).len() <= 2
        }
    }
}

/// Steps over an ordinal ending, and over the ones of "twenty-three".
fn day_end(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> usize {
    if is_ordinal(atoms, reading, at) {
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
fn bar_behind_month(atoms: &mut Atoms, reading: &Reading<'_>, month: usize) {
    let mut at = month + 1;
    let slash = matches!(atoms.mark(at), Some('/' | '-')) && !atoms.gap(at);
    if atoms.is_mark(at, '.') && !atoms.gap(at)
        || slash
        || atoms.is(reading, at, "the")
        || atoms.is_mark(at, ',') && is_year_number(atoms, reading, at + 1)
    {
        at += 1;
    }
    if is_day(atoms, reading, at) {
        let end = day_end(atoms, reading, at);
        (at..end).for_each(|index| atoms.bar(index));
        at = bar_second_day(atoms, reading, end);
    }
    let skip = usize::from(
        matches!(atoms.mark(at), Some(',' | '/' | '-' | '\'' | '’')) || atoms.is(reading, at, "of"),
    );
    if is_year_number(atoms, reading, at + skip)
        || skip > 0 && atoms.is(reading, at, "of") && is_day_or_short_year(atoms, reading, at + 1)
    {
        atoms.bar(at + skip);
        bar_year_end(atoms, reading, at + skip);
    } else if slash && is_day(atoms, reading, at + skip) {
        atoms.bar(at + skip);
    } else {
        bar_spelled_year(atoms, reading, at);
    }
}

fn is_day_or_short_year(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    atoms.is_digits(at) && atoms.text(reading, at).len() == 2
}

/// The years spelled behind a month: "nineteen eighty-six", "two thousand and five".
fn bar_spelled_year(atoms: &mut Atoms, reading: &Reading<'_>, from: usize) {
    let spelled = |atoms: &Atoms, at: usize| {
        matches!(
            atoms.numeric(at),
            Numeric::Unit(_) | Numeric::Tens(_) | Numeric::Scale(_)
        )
    };
    let year = matches!(
        atoms.numeric(from),
        Numeric::Unit(10.0..=20.0) | Numeric::Tens(20.0)
    ) && spelled(atoms, from + 1)
        || matches!(atoms.numeric(from), Numeric::Unit(2.0))
            && matches!(atoms.numeric(from + 1), Numeric::Scale(1e3));
    let mut at = from;
    while year && (spelled(atoms, at) || atoms.is(reading, at, "and") && spelled(atoms, at + 1)) {
        atoms.bar(at);
        at += 1;
    }
}

fn is_year_number(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    plain(atoms, reading, at).is_some_and(|year| YEARS.contains(&year))
        && atoms.text(reading, at).len() == 4
}

/// Bars the end of a range of days: "11-13", "9 and 10", "27 to 29".
fn bar_second_day(atoms: &mut Atoms, reading: &Reading<'_>, at: usize) -> usize {
    let joint = matches!(atoms.mark(at), Some('-' | '–' | '—' | '/' | '~'));
    let word = atoms.is_any(
        reading,
        at,
        &["and", "to", "till", "until", "through", "or"],
    );
    let second = at + 1 + usize::from(word && atoms.is(reading, at + 1, "the"));
    if !(joint || word) || !is_day(atoms, reading, second) {
        return at;
    }
    let end = day_end(atoms, reading, second);
    if word && is_counted(atoms, reading, end) {
        return at;
    }
    (second..end).for_each(|index| atoms.bar(index));
    end
}

/// Bars the days before a month: "19 February", "between 3 and 12 of Sept".
fn bar_before_month(atoms: &mut Atoms, reading: &Reading<'_>, month: usize) {
    let mut at = month;
    while at > 0
        && (atoms.is_any(reading, at - 1, &["of", "the", "in", "day"])
            || matches!(atoms.mark(at - 1), Some('/' | '-')) && !atoms.gap(at - 1))
    {
        at -= 1;
    }
    let near = month - at <= 2;
    let linked = at == month
        || !atoms.is(reading, month - 1, "in")
        || atoms.is_any(reading, at.wrapping_sub(2), &["and", "to", "for"]);
    let Some(start) = day_start(atoms, reading, at).filter(|_| near && linked) else {
        return;
    };
    (start..at).for_each(|index| atoms.bar(index));
    let Some(link) = start.checked_sub(1) else {
        return;
    };
    let opened = |at: usize| {
        at.checked_sub(1).is_some_and(|before| {
            atoms.is_any(
                reading,
                before,
                &["between", "from", "on", "the", "of", "till", "since"],
            )
        })
    };
    let joint = matches!(atoms.mark(link), Some('-' | '–' | '/'));
    if let Some(first) = day_start(atoms, reading, link)
        && (joint
            || atoms.is_any(reading, link, &["and", "to", "till", "or", "through"])
                && opened(first))
    {
        (first..link).for_each(|index| atoms.bar(index));
    }
}

/// The first atom of the day that ends before an atom.
fn day_start(atoms: &Atoms, reading: &Reading<'_>, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    if last > 0 && is_ordinal(atoms, reading, last - 1) {
        return Some(last - 1);
    }
    if !is_day(atoms, reading, last) {
        return None;
    }
    let tens = last.checked_sub(1 + usize::from(last > 0 && atoms.is_mark(last - 1, '-')));
    let two = tens
        .filter(|&tens| matches!(atoms.numeric(tens), Numeric::Tens(_)) && !atoms.is_digits(last));
    Some(two.unwrap_or(last))
}

/// "Mon 13", "Monday 12-4", "Friday 7.6", but not "Friday 12 people".
fn bar_behind_weekday(atoms: &mut Atoms, reading: &Reading<'_>, weekday: usize) {
    let at = weekday + 1 + usize::from(atoms.is_any(reading, weekday + 1, &["the", "-"]));
    if !atoms.is_digits(at) || atoms.text(reading, at).len() > 4 {
        return;
    }
    let joined = matches!(atoms.mark(at + 1), Some('-' | '/'))
        && !atoms.gap(at + 1)
        && atoms.is_digits(at + 2);
    let end = at + 1 + 2 * usize::from(joined);
    if !atoms.is_word(end)
        || atoms.is_any(
            reading,
            end,
            &["at", "in", "on", "from", "with", "and", "works"],
        )
    {
        (at..end).for_each(|index| atoms.bar(index));
    }
}

/// "2017-09-23", "5/17/2018", "22/04", "2014-2018", "20161016": the atom behind.
fn numeric_date(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> Option<usize> {
    let text = atoms.text(reading, at);
    if text.len() == 8 && is_compact_date(text) {
        return Some(at + 1);
    }
    let mark = atoms
        .mark(at + 1)
        .filter(|_| !atoms.gap(at + 1) && !atoms.gap(at + 2))?;
    let second = atoms.text(reading, at + 2);
    if !matches!(mark, '-' | '/' | '–' | '~' | '.') || !atoms.is_digits(at + 2) {
        return None;
    }
    if atoms.mark(at + 3) == Some(mark)
        && !atoms.gap(at + 3)
        && atoms.is_digits(at + 4)
        && !atoms.gap(at + 4)
    {
        return Some(date_run_end(atoms, at));
    }
    let first_year = is_year_number(atoms, reading, at);
    match mark {
        // A proper fraction counts; all else with a slash is a date or a name ("24/7").
        '/' => (!is_proper(text, second)).then_some(at + 3),
        '-' | '–' | '~' if first_year => {
            let years =
                is_year_number(atoms, reading, at + 2) && !is_counted(atoms, reading, at + 3);
            let short = second.len() <= 2 && !is_counted(atoms, reading, at + 3);
            (years || short).then_some(at + 3)
        }
        _ => None,
    }
}

/// The end of digits joined by one mark: dates, telephone numbers.
fn date_run_end(atoms: &Atoms, at: usize) -> usize {
    let mut end = at + 1;
    while atoms
        .mark(end)
        .is_some_and(|mark| matches!(mark, '-' | '/' | '.'))
        && atoms.is_digits(end + 1)
        && !atoms.gap(end)
        && !atoms.gap(end + 1)
    {
        end += 2;
    }
    end
}

fn is_compact_date(text: &str) -> bool {
    let part =
        |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    part(0..4).is_some_and(|year| (1900..=2100).contains(&year))
        && part(4..6).is_some_and(|month| (1..=12).contains(&month))
        && part(6..8).is_some_and(|day| (1..=31).contains(&day))
}

fn is_proper(upper: &str, lower: &str) -> bool {
    let value = |text: &str| text.parse::<u32>().ok().filter(|_| !text.starts_with('0'));
    matches!((value(upper), value(lower)), (Some(upper), Some(lower)) if upper < lower && (lower <= 16 || matches!(lower, 20 | 25 | 32 | 40 | 50 | 60 | 64 | 100 | 128 | 256 | 1000)))
        // "9/11" is a day.
        && (upper, lower) != ("9", "11")
}

/// "7:56:30 pm", "10.45pm", "6 p.m.", "9 o'clock", "1130 hours": the atom behind.
fn clock(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    while atoms.is_mark(end, ':')
        && !atoms.gap(end)
        && atoms.is_digits(end + 1)
        && !atoms.gap(end + 1)
    {
        end += 2;
    }
    if end > at + 1 {
        return Some(end + usize::from(atoms.has(end, Flag::Clock)));
    }
    let text = atoms.text(reading, at);
    let suffix = atoms.text(reading, end);
    let half = [
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "a.m",
        "p.m",
        "oclock",
        "o'clock",
        "o’clock",
        "ampm",
        "ish",
    ];
    if half.iter().any(|half| suffix.eq_ignore_ascii_case(half))
        && text.len() <= 5
        && !is_picometre(atoms, reading, at)
    {
        return Some(end + 1);
    }
    let short = ["a", "p"]
        .iter()
        .any(|half| suffix.eq_ignore_ascii_case(half));
    if short && !atoms.gap(end) && text.len() <= 2 && at > 0 && atoms.is(reading, at - 1, "at") {
        return Some(end + 1);
    }
    let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !four {
        return None;
    }
    let zone = atoms.is_any(reading, end, &["hours", "hrs", "gmt", "utc", "local"])
        || atoms.is_mark(end, '(')
            && (atoms.is(reading, end + 1, "local") || atoms.is(reading, end + 2, "gmt"));
    let at_word = at > 0
        && atoms.is_any(reading, at - 1, &["at", "about", "around"])
        && atoms.is_any(reading, end, &["on", "in", "today", "yesterday"]);
    (zone && is_clock_digits(text) || text.starts_with('0') || at_word && is_clock_digits(text))
        .then_some(at + 1)
}

fn is_clock_digits(text: &str) -> bool {
    let part =
        |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    part(0..2).is_some_and(|hour| hour <= 24) && part(2..4).is_some_and(|minute| minute < 60)
}

/// "2 pm is 2 picometer": said of a unit.
fn is_picometre(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    atoms.is_any(
        reading,
        at + 2,
        &["wavelength", "wavelengths", "resolution"],
    )
}

/// Bars the start of a stretch that ends with a clock time: "from 7 to 7:30", "1-3 pm".
fn bar_clock_start(atoms: &mut Atoms, reading: &Reading<'_>, at: usize) {
    let (Some(link), Some(first)) = (at.checked_sub(1), at.checked_sub(2)) else {
        return;
    };
    let linked = matches!(atoms.mark(link), Some('-' | '–'))
        || atoms.is_any(reading, link, &["to", "and", "till", "until", "or"]);
    let hour = plain(atoms, reading, first).is_some_and(|hour| hour <= 24)
        || matches!(atoms.numeric(first), Numeric::Unit(value) if value <= 12.0);
    let clock = atoms.mark(at + 1) == Some(':') || atoms.has(at + 1, Flag::Clock);
    if linked && hour && clock && !atoms.barred(first) {
        atoms.bar(first);
    }
}

/// Whether four digits are a year: "in 2014", "the 2019 season", but not "2000 people".
fn is_year(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    if !is_year_number(atoms, reading, at) || is_sum(atoms, reading, at) {
        return false;
    }
    let year = plain(atoms, reading, at).unwrap_or_default();
    let likely = LIKELY_YEARS.contains(&year);
    let before = at.checked_sub(1);
    let named = before.is_some_and(|before| {
        atoms.has(before, Flag::YearBefore) || atoms.has(before, Flag::Month)
    });
    let strict = before.is_some_and(|before| {
        atoms.has(before, Flag::Month)
            || atoms.is_any(
                reading,
                before,
                &[
                    "in", "since", "during", "year", "the", "this", "late", "early", "until",
                    "fiscal", "mid", "by",
                ],
            )
    });
    if is_counted(atoms, reading, at + 1) {
        return strict && (1950..=2060).contains(&year);
    }
    likely || named && !atoms.has(at + 1, Flag::Rate)
}

/// Whether money, a unit or a scale makes a sum of the number.
fn is_sum(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    let money = at > 0
        && (matches!(atoms.mark(at - 1), Some('$' | '£' | '€' | '¥' | '₹' | '='))
            || super::tables::Tables::english().is_code(atoms.text(reading, at - 1)));
    let tables = super::tables::Tables::english();
    let next = atoms.text(reading, at + 1);
    let unit = tables.unit(&next.to_ascii_lowercase()).is_some() || tables.sign(next).is_some();
    let scale = !matches!(
        atoms.numeric(at + 1),
        Numeric::None | Numeric::Part(_) | Numeric::Unit(_) | Numeric::Tens(_)
    );
    let toll = at > 1
        && atoms.is(reading, at - 1, "to")
        && atoms.is_any(reading, at - 2, &["toll", "rose", "risen", "number"]);
    let article = next.eq_ignore_ascii_case("a") || next.eq_ignore_ascii_case("in");
    money || unit && !article || scale || toll
}

/// Whether a plural noun, or a word that ends in one, is counted from here.
fn is_counted(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    for index in at..at + 3 {
        let text = atoms.text(reading, index);
        if !atoms.is_word(index)
            || atoms.has(index, Flag::Stop)
            || atoms.has(index, Flag::Verb) && atoms.word(index).after.is_none()
        {
            return false;
        }
        if atoms.word(index).after.is_some() || atoms.has(index, Flag::Plural) {
            return true;
        }
        if text.ends_with(['s', 'S']) && !text.ends_with("ss") && !atoms.has(index, Flag::Singular)
        {
            return !atoms.capital(reading, index) || index == at;
        }
        if atoms.capital(reading, index) {
            return false;
        }
    }
    false
}

/// Bars the second year of "2014 to 2018", "between 2014 and 2018".
fn bar_year_end(atoms: &mut Atoms, reading: &Reading<'_>, at: usize) {
    let linked = atoms.is_any(
        reading,
        at + 1,
        &["to", "and", "through", "till", "until", "or"],
    ) || matches!(atoms.mark(at + 1), Some('-' | '–' | '/' | '~'));
    if linked && is_year_number(atoms, reading, at + 2) && !is_counted(atoms, reading, at + 3) {
        atoms.bar(at + 2);
    }
    if is_year_number(atoms, reading, at)
        && is_day_or_short_year(atoms, reading, at + 1)
        && is_day_or_short_year(atoms, reading, at + 2)
    {
        atoms.bar(at + 1);
        atoms.bar(at + 2);
    }
}

/// An hour beside words of the day: "at 7 in the morning", "tomorrow at 8".
fn is_hour(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    let hour = match atoms.numeric(at) {
        Numeric::Unit(value) => value <= 12.0,
        Numeric::None => plain(atoms, reading, at).is_some_and(|hour| hour <= 24),
        _ => false,
    };
    if !hour || at == 0 {
        return false;
    }
    let led = atoms.is_any(
        reading,
        at - 1,
        &[
            "at", "from", "between", "until", "till", "around", "circa", "before", "after", "for",
            "to", "and", "than", "by",
        ],
    );
    let o_clock = atoms.has(at + 1, Flag::Clock)
        && !atoms.is_any(reading, at + 1, &["hours", "hrs", "local"]);
    let stands = at > 1
        && atoms.is_any(
            reading,
            at - 2,
            &[
                "stood", "stands", "stand", "put", "toll", "rose", "remained", "risen", "climbed",
            ],
        );
    let in_the = atoms.is(reading, at + 1, "in")
        && atoms.is(reading, at + 2, "the")
        && atoms.has(at + 3, Flag::Daytime);
    let daytime = |index: usize| atoms.has(index, Flag::Daytime) || atoms.has(index, Flag::Weekday);
    let next = daytime(at + 1) || atoms.is(reading, at + 1, "on") && daytime(at + 2);
    let before = (2..=3).any(|back| at >= back && daytime(at - back)) && !atoms.is_word(at + 1);
    o_clock || in_the || led && !stands && (next || before)
}

/// "20 min past eight", "ten past 9".
fn bar_past(atoms: &mut Atoms, reading: &Reading<'_>, past: usize) {
    if !is_day(atoms, reading, past + 1) || past == 0 {
        return;
    }
    let minutes = atoms.is_any(reading, past - 1, &["min", "mins", "minute", "minutes"]);
    let first = past.saturating_sub(1 + usize::from(minutes));
    if is_day(atoms, reading, first) {
        let start = day_start(atoms, reading, first + 1).unwrap_or(first);
        (start..=past + 1).for_each(|index| atoms.bar(index));
    }
}

/// "nineteen eighty-six": a teen and tens stand side by side only in a year.
fn is_spelled_year(atoms: &Atoms, at: usize) -> bool {
    matches!(
        atoms.numeric(at),
        Numeric::Unit(10.0..=19.0) | Numeric::Tens(20.0)
    ) && matches!(
        atoms.numeric(at + 1),
        Numeric::Tens(_) | Numeric::Unit(10.0..=19.0)
    ) && !matches!(atoms.numeric(at + 2), Numeric::Part(_))
}

/// "six forty-three": an hour and minutes behind "at".
fn is_spelled_time(atoms: &Atoms, reading: &Reading<'_>, at: usize) -> bool {
    at > 0
        && atoms.is(reading, at - 1, "at")
        && matches!(atoms.numeric(at), Numeric::Unit(1.0..=12.0))
        && matches!(atoms.numeric(at + 1), Numeric::Tens(_))
}
