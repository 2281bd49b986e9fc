//! The day that a figure speaks for, and the past event that it belongs to.
//!
//! Own rules over the article's date: a bare weekday or month is the latest past one, as in news.

mod events;

pub(super) use self::events::{goes_on, past_event};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::atoms::{Atom, Atoms};
use super::tables::{Flag, Numeric};

/// A day named in a sentence, and the atom that names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub at: usize,
    pub day: NaiveDate,
}

/// The days that a sentence names.
pub(super) fn named(atoms: &Atoms<'_>, published: Option<NaiveDate>) -> Vec<Named> {
    const NAMES: [Flag; 3] = [Flag::Month, Flag::Weekday, Flag::DayWord];
    if !NAMES.into_iter().any(|flag| atoms.held.words.is(flag)) {
        return Vec::new();
    }
    let names = |atom: &Atom<'_>| NAMES.into_iter().any(|flag| atom.word.is(flag));
    let may_name = atoms.iter().filter(|(_, atom)| names(atom));
    may_name
        .filter_map(|(at, _)| day_at(atoms, published, at).map(|day| Named { at, day }))
        .collect()
}

/// The named day that stands closest to an atom, with no clause between.
pub(super) fn closest(days: &[Named], atoms: &Atoms<'_>, at: usize) -> Option<NaiveDate> {
    let clear = |day: &&Named| {
        let between = at.min(day.at)..at.max(day.at);
        !between.clone().any(|index| {
            // "stood at 12 as of Monday"
            let as_of = atoms.is(index, "as") && atoms.is(index + 1, "of");
            let border = atoms.has(index, Flag::Boundary) && !atoms.has(index, Flag::YearBefore);
            atoms.is_mark(index, ';') || border && !as_of
        })
    };
    let day = days
        .iter()
        .filter(clear)
        // "to 12 on Friday from 9 on Thursday", "said on Tuesday that 12 died on Monday"
        .min_by_key(|day| {
            let said = day.at < at && (day.at..at).any(|index| atoms.is(index, "that"));
            // "that 41 had died, up from 17 on Sunday"
            let another = (at + 1..day.at).any(|index| atoms.is(index, "from"));
            (said || another, day.at.abs_diff(at), day.at < at)
        });
    day.map(|day| day.day)
}

fn day_at(atoms: &Atoms<'_>, published: Option<NaiveDate>, at: usize) -> Option<NaiveDate> {
    if atoms.has(at, Flag::Month) && atoms.is_word(at) {
        return calendar_day(atoms, published, at);
    }
    let published = published?;
    if atoms.has(at, Flag::Weekday) {
        // "have died since Saturday": until now
        let since = at > 0 && atoms.is(at - 1, "since");
        return if since {
            Some(published)
        } else {
            past_weekday(atoms, published, at)
        };
    }
    if !atoms.has(at, Flag::DayWord) {
        return None;
    }
    if atoms.is_any(at, &["today", "tonight"])
        || atoms.is_any(at, &["morning", "afternoon", "evening"])
            && at > 0
            && atoms.is(at - 1, "this")
    {
        return Some(published);
    }
    if atoms.is(at, "night") {
        let last = at > 0 && atoms.is(at - 1, "last");
        return published.checked_sub_days(Days::new(1)).filter(|_| last);
    }
    if atoms.is(at, "yesterday") {
        return published.checked_sub_days(Days::new(1));
    }
    if atoms.is(at, "ago") {
        return days_ago(atoms, published, at);
    }
    None
}

/// "14 March 2026", "March 14": without a year the latest past one.
fn calendar_day(atoms: &Atoms<'_>, published: Option<NaiveDate>, at: usize) -> Option<NaiveDate> {
    let month = month_number(atoms.text(at))?;
    let number = |at: usize| {
        atoms
            .text(at)
            .parse::<u32>()
            .ok()
            .filter(|_| atoms.is_digits(at) && atoms.barred(at))
    };
    let behind = at + 1 + usize::from(atoms.is_mark(at + 1, '.'));
    // "on the 4th of March"
    let of = usize::from(at > 2 && atoms.is(at - 1, "of"));
    let ordinal = at > 1 + of && !atoms.is_digits(at - 1 - of) && !atoms.gap(at - 1 - of);
    let before = at
        .checked_sub(1 + of + usize::from(ordinal))
        .and_then(number)
        .filter(|day| *day <= 31);
    let after = number(behind).filter(|day| *day <= 31);
    let day = before.or(after)?;
    let mut year_at = if before.is_some() { at + 1 } else { behind + 1 };
    year_at += usize::from(atoms.is_mark(year_at, ','));
    let year = number(year_at).filter(|year| *year > 1900);
    if let Some(year) = year.and_then(|year| i32::try_from(year).ok()) {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let published = published?;
    let this = NaiveDate::from_ymd_opt(published.year(), month, day);
    // "until at least April 20": the next one
    let until = (at.saturating_sub(4)..at).any(|at| atoms.is_any(at, &["until", "till"]));
    if until || is_to_come(atoms, at) {
        return this
            .filter(|day| *day >= published)
            .or_else(|| NaiveDate::from_ymd_opt(published.year() + 1, month, day));
    }
    this.filter(|day| *day <= published)
        .or_else(|| NaiveDate::from_ymd_opt(published.year() - 1, month, day))
}

fn month_number(name: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let head = name.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == head)?;
    u32::try_from(at + 1).ok()
}

/// "on Tuesday", "last Tuesday": the latest past one, the day of publication included.
fn past_weekday(atoms: &Atoms<'_>, published: NaiveDate, at: usize) -> Option<NaiveDate> {
    let before = at.checked_sub(1);
    if before.is_some_and(|before| atoms.is_any(before, &["next", "every", "coming", "each"])) {
        return None;
    }
    let weekday: Weekday = atoms.text(at).parse().ok()?;
    if is_to_come(atoms, at) {
        let ahead = 7 + weekday.num_days_from_monday() - published.weekday().num_days_from_monday();
        let ahead = if ahead.is_multiple_of(7) {
            7
        } else {
            ahead % 7
        };
        return published.checked_add_days(Days::new(u64::from(ahead)));
    }
    let back =
        (7 + published.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
    let last = before.is_some_and(|before| atoms.is(before, "last"));
    let back = if back == 0 && last { 7 } else { back };
    published.checked_sub_days(Days::new(u64::from(back)))
}

/// "is expected on Thursday", "will be connected by Sunday": the day lies ahead.
fn is_to_come(atoms: &Atoms<'_>, at: usize) -> bool {
    let borders = |at: usize| {
        atoms.has(at, Flag::Boundary) && !atoms.is_any(at, &["which", "who"])
            || atoms.is_mark(at, ';')
    };
    (at.saturating_sub(18)..at)
        .rev()
        .take_while(|&at| !borders(at))
        .any(|at| atoms.has(at, Flag::Future))
}

/// "three days ago".
fn days_ago(atoms: &Atoms<'_>, published: NaiveDate, at: usize) -> Option<NaiveDate> {
    let count = match atoms.numeric(at.checked_sub(2)?) {
        Numeric::Unit(value @ 1.0..=19.0) => VALUES
            .iter()
            .position(|known| (known - value).abs() < 0.5)?,
        Numeric::None if atoms.is_any(at - 2, &["a", "an"]) => 0,
        _ => atoms.text(at - 2).parse::<usize>().ok()?.checked_sub(1)?,
    };
    let count = u32::try_from(count + 1)
        .ok()
        .filter(|count| *count < 1000)?;
    match atoms.text(at - 1).to_ascii_lowercase().as_str() {
        "day" | "days" => published.checked_sub_days(Days::new(u64::from(count))),
        "week" | "weeks" => published.checked_sub_days(Days::new(7 * u64::from(count))),
        "month" | "months" => published.checked_sub_months(Months::new(count)),
        "year" | "years" => published.checked_sub_months(Months::new(12 * count)),
        _ => None,
    }
}

/// The numbers that "ago" is counted in, in words.
const VALUES: [f64; 19] = [
    1., 2., 3., 4., 5., 6., 7., 8., 9., 10., 11., 12., 13., 14., 15., 16., 17., 18., 19.,
];
