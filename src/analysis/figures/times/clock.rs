//! Clock times.

use super::super::atoms::Atoms;
use super::super::tables::{Flag, Numeric};
use super::openings::is_opening;
use super::{day_start, is_day, plain};
use crate::analysis::listed::Listed;

/// "7:56:30 pm", "10.45pm", "6 p.m.", "9 o'clock", "1130 hours": the atom behind.
pub(super) fn clock(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
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
    let text = atoms.text(at);
    let suffix = atoms.text(end);
    if let Some(end) = half_end(atoms, end).filter(|_| text.len() <= 5 && !is_picometre(atoms, at))
    {
        return Some(end);
    }
    let short = ["a", "p"]
        .iter()
        .any(|half| suffix.eq_ignore_ascii_case(half));
    if short && !atoms.gap(end) && text.len() <= 2 && at > 0 && atoms.is(at - 1, "at") {
        return Some(end + 1);
    }
    // "a mayday at 03.40"
    let pointed = text.len() == 5 && text.starts_with('0') && is_hour_and_minutes(text);
    let valued = atoms.has(end, Flag::UnitStart) || atoms.is_mark(end, '%');
    let led = at > 0 && atoms.is_any(at - 1, &["at", "about", "around", "by", "until", "since"]);
    if pointed && led && !valued {
        return Some(end);
    }
    let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !four {
        return None;
    }
    let zone = atoms.is_any(end, &["hours", "hrs", "gmt", "utc", "local"])
        || atoms.is_mark(end, '(') && (atoms.is(end + 1, "local") || atoms.is(end + 2, "gmt"));
    let at_word = at > 0
        && atoms.is_any(at - 1, &["at", "about", "around"])
        && atoms.is_any(end, &["on", "in", "today", "yesterday"]);
    (zone && is_clock_digits(text) || text.starts_with('0') || at_word && is_clock_digits(text))
        .then_some(at + 1)
}

/// "pm", "p.m.", "p . m .", "noon", behind an hour: the atom behind.
fn half_end(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
    const HALF: Listed = Listed::of(&[
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
        "noon",
        "midnight",
    ]);
    let glued = atoms.is_mark(at, '.') && !atoms.gap(at) && !atoms.gap(at + 1);
    let word = at + usize::from(glued);
    if atoms.is_listed(word, &HALF) {
        return Some(word + 1);
    }
    let point = |at: usize| usize::from(atoms.is_mark(at, '.'));
    let second = at + 1 + point(at + 1);
    let parted = atoms.is_any(at, &["a", "p"]) && atoms.is(second, "m");
    parted.then(|| second + 1 + point(second + 1))
}

pub(super) fn is_clock_digits(text: &str) -> bool {
    let part =
        |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    part(0..2).is_some_and(|hour| hour <= 24) && part(2..4).is_some_and(|minute| minute < 60)
}

/// "2 pm is 2 picometer": said of a unit.
pub(super) fn is_picometre(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_any(at + 2, &["wavelength", "wavelengths", "resolution"])
}

/// Bars the start of a stretch that ends with a clock time: "from 7 to 7:30", "1-3 pm".
pub(super) fn bar_clock_start(atoms: &mut Atoms<'_>, at: usize) {
    let (Some(link), Some(first)) = (at.checked_sub(1), at.checked_sub(2)) else {
        return;
    };
    let linked = matches!(atoms.mark(link), Some('-' | '–'))
        || atoms.is_any(link, &["to", "and", "till", "until", "or"]);
    let hour = plain(atoms, first).is_some_and(|hour| hour <= 24)
        || atoms.is_digits(first) && is_hour_and_minutes(atoms.text(first))
        || matches!(atoms.numeric(first), Numeric::Unit(value) if value <= 12.0);
    let led = at > 2 && atoms.is_any(at - 3, &["between", "from", "circa"]);
    let clock = atoms.mark(at + 1) == Some(':')
        || atoms.has(at + 1, Flag::Clock)
        || atoms.barred(at) && (led || atoms.has(at + 1, Flag::Daytime))
        || atoms.is(at + 1, "in") && atoms.is(at + 2, "the");
    if linked && hour && clock && !atoms.barred(first) {
        atoms.bar(first);
    }
}

/// Words in front of an hour.
const BEFORE_HOUR: Listed = Listed::of(&[
    "at", "from", "between", "until", "till", "around", "circa", "before", "after", "for", "to",
    "and", "than", "by",
]);

/// "up from 9 on Sunday", "rose to 12 on Friday from 9 on Thursday": a count of before, and no hour.
fn is_moved_from(atoms: &Atoms<'_>, at: usize) -> bool {
    let Some(from) = at.checked_sub(1).filter(|&from| atoms.is(from, "from")) else {
        return false;
    };
    let moved =
        |at: usize| atoms.has(at, Flag::Up) || atoms.has(at, Flag::Down) || atoms.is(at, "revised");
    let near = from.saturating_sub(8)..from;
    let to = near.clone().rev().find(|&at| atoms.is(at, "to"));
    from > 0 && (moved(from - 1) || to.is_some_and(|to| (near.start..to).any(moved)))
}

/// An hour beside words of the day: "at 7 in the morning", "tomorrow at 8".
pub(super) fn is_hour(atoms: &Atoms<'_>, at: usize) -> bool {
    let hour = match atoms.numeric(at) {
        Numeric::Unit(value) => value <= 12.0,
        Numeric::None => plain(atoms, at).is_some_and(|hour| hour <= 24),
        _ => false,
    };
    if !hour || at == 0 {
        return false;
    }
    let led = atoms.is_listed(at - 1, &BEFORE_HOUR);
    // "from 7 to 8 on Monday", but "revised to five on Friday"
    let second = |at: usize| {
        at > 0
            && (atoms.is_digits(at - 1)
                || atoms.numeric(at - 1) != Numeric::None
                || atoms.barred(at - 1))
    };
    // "voted by 19 to 16 on Tuesday night" tells no hours
    let votes = at > 2 && atoms.is(at - 1, "to") && atoms.is(at - 3, "by");
    let led =
        led && !votes && !is_moved_from(atoms, at) && (!atoms.is(at - 1, "to") || second(at - 1));
    // "12 died on Saturday and 9 on Sunday": no second hour where there was no first
    let first = |index: usize| atoms.barred(index) && atoms.is_digits(index);
    let alone =
        atoms.is(at - 1, "and") && !second(at - 1) && !(at.saturating_sub(8)..at - 1).any(first);
    let led = led && !alone;
    let o_clock =
        atoms.has(at + 1, Flag::Clock) && !atoms.is_any(at + 1, &["hours", "hrs", "local"]);
    let stands = at > 1
        && atoms.is_listed(
            at - 2,
            const {
                &Listed::of(&[
                    "stood", "stands", "stand", "put", "toll", "rose", "remained", "risen",
                    "climbed",
                ])
            },
        );
    let in_the =
        atoms.is(at + 1, "in") && atoms.is(at + 2, "the") && atoms.has(at + 3, Flag::Daytime);
    let daytime = |index: usize| atoms.has(index, Flag::Daytime) || atoms.has(index, Flag::Weekday);
    let next = daytime(at + 1)
        || atoms.is(at + 1, "on") && (daytime(at + 2) || is_date(atoms, at + 2))
        || atoms.has(at + 1, Flag::NearTime) && atoms.has(at + 2, Flag::Daytime);
    // "had been sent home by Sunday and 17, mostly boys,": no second hour
    let more = atoms.is(at - 1, "and") && !second(at - 1);
    let before =
        (2..=3).any(|back| at >= back && daytime(at - back)) && !atoms.is_word(at + 1) && !more;
    // "in the evening from 7 to 9", "Wednesday from 10-4", "on the 26th at 4"
    let ends = !atoms.is_word(at + 1) && !matches!(atoms.mark(at + 1), Some('%' | '°' | '$' | '/'));
    let stretch = at > 3 && daytime(at - 4) && atoms.is_any(at - 3, &["from", "between"]);
    let second = at > 2
        && atoms.is_joint(at - 1)
        && atoms.is_digits(at - 2)
        && atoms.barred(at - 2)
        && atoms.is_any(at - 3, &["from", "between"]);
    let dated = at > 2
        && atoms.is_any(at - 1, &["at", "around"])
        && atoms.is(at - 2, "th")
        && atoms.barred(at - 2);
    o_clock
        || in_the
        || half_end(atoms, at + 1).is_some()
        || led && !stands && (next || before || ends && (stretch || dated))
        || second && ends
}

/// A date in digits: "1/1/2015".
fn is_date(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_digits(at) && super::numeric_date(atoms, at).is_some()
}

/// "9.30": hours and minutes with a point.
fn is_hour_and_minutes(text: &str) -> bool {
    text.split_once('.').is_some_and(|(hours, minutes)| {
        hours.parse::<u32>().is_ok_and(|hours| hours < 24)
            && minutes.len() == 2
            && minutes.parse::<u32>().is_ok_and(|minutes| minutes < 60)
    })
}

/// "20 min past eight", "ten past 9".
pub(super) fn bar_past(atoms: &mut Atoms<'_>, past: usize) {
    if !is_day(atoms, past + 1) || past == 0 {
        return;
    }
    let minutes = atoms.is_any(past - 1, &["min", "mins", "minute", "minutes"]);
    let first = past.saturating_sub(1 + usize::from(minutes));
    if is_day(atoms, first) {
        let start = day_start(atoms, first + 1).unwrap_or(first);
        (start..=past + 1).for_each(|index| atoms.bar(index));
    }
}

/// "six forty-three", "three thirty": an hour and its minutes, side by side; the atom behind.
pub(super) fn spelled_time(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
    let hour = matches!(atoms.numeric(at), Numeric::Unit(1.0..=12.0)) && atoms.gap(at + 1);
    let minutes = matches!(atoms.numeric(at + 1), Numeric::Tens(_));
    let alone = at == 0 || atoms.numeric(at - 1) == Numeric::None;
    let last = at + 2 + usize::from(atoms.is_joint(at + 2));
    if !(hour && minutes && alone)
        || matches!(atoms.numeric(last), Numeric::Part(_) | Numeric::Scale(_))
        || atoms.is_any(last, &["first", "firsts"])
    {
        return None;
    }
    let ones = at + 2 + usize::from(atoms.is_mark(at + 2, '-'));
    Some(if matches!(atoms.numeric(ones), Numeric::Unit(1.0..=9.0)) {
        ones + 1
    } else {
        at + 2
    })
}

/// "Monday at 2.30": hours and minutes with a point, beside a weekday.
pub(super) fn is_pointed(atoms: &Atoms<'_>, at: usize) -> bool {
    let minutes = is_hour_and_minutes(atoms.text(at));
    let near = (at.saturating_sub(3)..at + 4)
        .any(|at| atoms.has(at, Flag::Weekday) || atoms.has(at, Flag::Daytime));
    let second = at > 1 && atoms.is_any(at - 1, &["and", "to"]) && atoms.barred(at - 2);
    minutes
        && (second
            || near && at > 0 && atoms.is_any(at - 1, &["at", "from", "until", "between"])
            || is_told_then(atoms, at)
            || is_opening(atoms, at))
}

/// "told this station at 6.15.": when somebody spoke.
fn is_told_then(atoms: &Atoms<'_>, at: usize) -> bool {
    let told = &[
        "told", "said", "spoke", "called", "rang", "phoned", "texted", "reported",
    ];
    let ends = atoms.kind(at + 1).is_none() || atoms.mark(at + 1).is_some_and(|mark| mark != '%');
    ends && at > 0
        && atoms.is(at - 1, "at")
        && (at.saturating_sub(6)..at - 1).any(|at| atoms.is_any(at, told))
}

/// "twenty to four", behind "at": minutes before an hour; the atom behind.
pub(super) fn minutes_to(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
    let minutes = matches!(
        atoms.numeric(at),
        Numeric::Unit(5.0 | 10.0) | Numeric::Tens(20.0)
    );
    let end = at + 1 + 2 * usize::from(atoms.is_joint(at + 1));
    let hour = matches!(atoms.numeric(end + 1), Numeric::Unit(1.0..=12.0));
    let led = at > 0
        && atoms.is_any(
            at - 1,
            &["at", "about", "around", "until", "by", "before", "after"],
        );
    let ends = !atoms.is_word(end + 2)
        || atoms.has(end + 2, Flag::Stop)
        || atoms.gap(end + 2) && atoms.has(end + 2, Flag::Daytime);
    let to = atoms.is_any(end, &["to", "past"]);
    (minutes && to && hour && led && ends).then_some(end + 2)
}
