//! Days of publication, in the shapes that papers and programs print.

use chrono::NaiveDate;

use super::clean::clean_line;
use crate::document::Published;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A line that is longer, in bytes, says more than when.
const LONGEST_LINE: usize = 200;

/// What may stand before or between the parts of a line that only says when.
const LABELS: &[&str] = &[
    "published",
    "updated",
    "posted",
    "first",
    "last",
    "modified",
    "date",
    "filed",
    "issued",
    "created",
    "on",
    "at",
    "the",
    "of",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "st",
    "nd",
    "rd",
    "th",
    "t",
    "z",
    "local",
    "time",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "edition",
];

/// A date that a field of the input gives.
pub(super) fn published(text: &str) -> Option<Published> {
    let text = clean_line(text);
    let date = parse(&text);
    (!text.is_empty()).then_some(Published { text, date })
}

/// The date of a line that says nothing else: "Published Wednesday 4 March 2026, 14:05 GMT".
///
/// Of "Published ... | Updated ..." it is the first part.
pub(super) fn date_line(line: &str) -> Option<Published> {
    if line.len() > LONGEST_LINE || !says_only_when(line) {
        return None;
    }
    let labelled = tokens(line).next().is_some_and(|first| {
        let first = first.to_ascii_lowercase();
        matches!(
            first.as_str(),
            "published" | "updated" | "posted" | "date" | "filed" | "first" | "last"
        )
    });
    let named = tokens(line).any(|token| month(token).is_some() || is_weekday(token));
    let part = first_part(line);
    let date = parse(part);
    let found = date.is_some() || labelled && named;
    found.then(|| Published {
        text: without_label(part).to_owned(),
        date,
    })
}

/// Whether no word of a line is about anything but time: "3 min read" too.
pub(super) fn says_only_when(line: &str) -> bool {
    tokens(line).all(is_of_date_line)
}

/// The part up to a divider or to the label of another date.
fn first_part(line: &str) -> &str {
    let lower = line.to_ascii_lowercase();
    let dividers = [
        "|",
        "·",
        "•",
        ";",
        " / ",
        "updated",
        "last modified",
        "last updated",
    ];
    let ends = dividers.iter().filter_map(|divider| lower.find(divider));
    let dated = |at: &usize| {
        lower
            .get(..*at)
            .is_some_and(|part| part.contains(|c: char| c.is_ascii_digit()))
    };
    let end = ends.filter(dated).min().unwrap_or(line.len());
    line.get(..end)
        .unwrap_or(line)
        .trim_matches([' ', ',', '('])
}

fn without_label(part: &str) -> &str {
    let mut rest = part;
    while let Some(word) = tokens(rest).next() {
        let lower = word.to_ascii_lowercase();
        let is_label =
            !month_or_digits(word) && !is_weekday(word) && LABELS.contains(&lower.as_str());
        let Some((_, after)) = rest.split_once(word).filter(|_| is_label) else {
            break;
        };
        rest = after.trim_start_matches([' ', ':']);
    }
    rest
}

fn month_or_digits(word: &str) -> bool {
    month(word).is_some() || word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_of_date_line(token: &str) -> bool {
    let zone = (2..=5).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_uppercase());
    let clock = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = token
        .get(clock.len()..)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let number = !clock.is_empty() && clock.bytes().all(|b| b.is_ascii_digit());
    let number = number
        && clock.len() <= 8
        && (suffix.is_empty() || LABELS.contains(&suffix.as_str()) || suffix == "h");
    let stamp = token
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'T' | b'Z'));
    let lower = token.to_ascii_lowercase();
    stamp
        || number
        || zone
        || month(token).is_some()
        || is_weekday(token)
        || LABELS.contains(&lower.as_str())
}

/// Letters and digits in a row.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|token| !token.is_empty())
}

/// The day that a text names, when it is one that exists and can be meant in one way only:
/// "03/04/2026" is March in one country and April in another, and stays unknown.
pub(super) fn parse(text: &str) -> Option<NaiveDate> {
    let tokens: Vec<&str> = tokens(text).collect();
    let numeric = || {
        tokens
            .windows(3)
            .find_map(|three| numeric_date(text, three))
    };
    worded_date(&tokens)
        .or_else(numeric)
        .or_else(|| compact_date(text))
}

/// "4 March 2026", "March 4, 2026", "4th of Mar. 2026": the day on one side of the month or the
/// other, the year after both.
fn worded_date(tokens: &[&str]) -> Option<NaiveDate> {
    let (at, month) = tokens.iter().enumerate().find_map(|(at, token)| {
        // "may" and "mar" are words too; a month is written with a capital.
        let capital = token.starts_with(|c: char| c.is_uppercase());
        month(token).filter(|_| capital).map(|month| (at, month))
    })?;
    let before = tokens
        .get(..at)?
        .iter()
        .rev()
        .find(|token| !token.eq_ignore_ascii_case("of"));
    let after = tokens.get(at + 1..)?;
    let try_day = |day: Option<&&str>, year: Option<&&str>| {
        NaiveDate::from_ymd_opt(four_digits(year?)?, month, day_number(day?)?)
    };
    try_day(before, after.first())
        .or_else(|| try_day(after.first(), after.get(1)))
        // "Wed Mar 4 14:05:00 UTC 2026", as programs print it.
        .or_else(|| try_day(after.first(), after.last()))
}

/// "2026-03-04", "2026/3/4", "04.03.2026", "25/12/2026".
fn numeric_date(text: &str, three: &[&str]) -> Option<NaiveDate> {
    let [first, second, third] = *three else {
        return None;
    };
    let third = third.split(['T', 't']).next().unwrap_or(third);
    let number = |token: &str| token.parse::<u32>().ok().filter(|_| token.len() <= 2);
    if let Some(year) = four_digits(first) {
        return NaiveDate::from_ymd_opt(year, number(second)?, number(third)?);
    }
    let (first_number, second_number) = (number(first)?, number(second)?);
    let year = four_digits(third)?;
    let day_first = text.contains(&format!("{first}.{second}.")) || first_number > 12;
    if day_first || first_number == second_number {
        NaiveDate::from_ymd_opt(year, second_number, first_number)
    } else if second_number > 12 {
        NaiveDate::from_ymd_opt(year, first_number, second_number)
    } else {
        None
    }
}

/// "20260304".
fn compact_date(text: &str) -> Option<NaiveDate> {
    let digits = text.trim().split('T').next()?;
    let all_digits = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit());
    NaiveDate::parse_from_str(digits, "%Y%m%d")
        .ok()
        .filter(|_| all_digits)
}

/// The number of a month, from its name or a cut of three letters and more.
pub(super) fn month(token: &str) -> Option<u32> {
    let token = token.to_ascii_lowercase();
    let named = |name: &&str| {
        token.len() >= 3 && name.starts_with(&token) || token == "sept" && **name == *"september"
    };
    let index = MONTHS.iter().position(named)?;
    u32::try_from(index + 1).ok()
}

pub(super) fn is_weekday(token: &str) -> bool {
    let token = token.to_ascii_lowercase();
    token.len() >= 3 && WEEKDAYS.iter().any(|name| name.starts_with(&token))
}

fn four_digits(token: &str) -> Option<i32> {
    let year = token.parse().ok().filter(|_| token.len() == 4)?;
    (1400..=2999).contains(&year).then_some(year)
}

/// "4", "04", "4th".
pub(super) fn day_number(token: &str) -> Option<u32> {
    let digits = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = token.get(digits.len()..)?.to_ascii_lowercase();
    let ordinal = matches!(ending.as_str(), "" | "st" | "nd" | "rd" | "th");
    let day = digits
        .parse()
        .ok()
        .filter(|_| ordinal && digits.len() <= 2)?;
    (1..=31).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = parse(text).map_or_else(|| "unknown".to_owned(), |date| date.to_string());
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_line(line: &str, expected: Option<(&str, &str)>) {
        let found = date_line(line);
        let found = found.map(|found| (found.text, found.date.map(|date| date.to_string())));
        let expected = expected.map(|(text, date)| {
            let date = (!date.is_empty()).then(|| date.to_owned());
            (text.to_owned(), date)
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn dates_with_the_name_of_the_month() {
        check("4 March 2026", "2026-03-04");
        check("March 4, 2026", "2026-03-04");
        check("Wednesday, 4th of March 2026 at 2.05pm", "2026-03-04");
        check("Mar. 4, 2026 2:05 PM EST", "2026-03-04");
        check("Sept 9 2025", "2025-09-09");
        check("Wed, 04 Mar 2026 14:05:00 +0000", "2026-03-04");
        check("Wed Mar  4 14:05:00 UTC 2026", "2026-03-04");
    }

    #[test]
    fn dates_in_digits() {
        check("2026-03-04", "2026-03-04");
        check("2026-03-04T14:05:00Z", "2026-03-04");
        check("2026-03-04 14:05", "2026-03-04");
        check("2026/3/4", "2026-03-04");
        check("04.03.2026", "2026-03-04");
        check("20260304", "2026-03-04");
        check("25/12/2025", "2025-12-25");
        check("12/25/2025", "2025-12-25");
    }

    #[test]
    fn a_date_of_two_meanings_or_none_is_unknown() {
        check("03/04/2026", "unknown");
        check("31 February 2026", "unknown");
        check("4 March", "unknown");
        check("yesterday", "unknown");
        check("it may 4 2026", "unknown");
    }

    #[test]
    fn a_line_that_says_only_when() {
        check_line(
            "Published 4 March 2026",
            Some(("4 March 2026", "2026-03-04")),
        );
        check_line(
            "4 March 2026, 14:05 GMT",
            Some(("4 March 2026, 14:05 GMT", "2026-03-04")),
        );
        check_line(
            "Published: 2026-03-04T14:05Z",
            Some(("2026-03-04T14:05Z", "2026-03-04")),
        );
        check_line(
            "Published Wed 4 Mar 2026 | Updated 5 March 2026",
            Some(("Wed 4 Mar 2026", "2026-03-04")),
        );
        check_line(
            "Last updated on March 5, 2026 at 9:30 a.m. EST",
            Some(("March 5, 2026 at 9:30 a.m. EST", "2026-03-05")),
        );
        check_line(
            "Updated Wednesday, 4 March",
            Some(("Wednesday, 4 March", "")),
        );
        check_line(
            "4 March 2026 · 3 min read",
            Some(("4 March 2026", "2026-03-04")),
        );
    }

    #[test]
    fn a_line_that_says_more_is_not_one() {
        check_line("On 4 March 2026 the ferry sank.", None);
        check_line("March for peace draws 2,026", None);
        check_line("2026", None);
        check_line("", None);
    }

    proptest! {
        #[test]
        fn reading_a_date_never_panics(text in any::<String>()) {
            let _ = (parse(&text), date_line(&text), published(&text));
        }

        #[test]
        fn every_day_is_read_back(days in 0..400_000_i32) {
            let day = NaiveDate::from_epoch_days(days - 200_000).unwrap();
            let day = if (1400..=2999).contains(&chrono::Datelike::year(&day)) { day } else { NaiveDate::MIN };
            prop_assume!(day != NaiveDate::MIN);
            for shape in ["%Y-%m-%d", "%-d %B %Y", "%B %-d, %Y", "%a, %d %b %Y 10:00:00 GMT", "%d.%m.%Y"] {
                prop_assert_eq!(parse(&day.format(shape).to_string()), Some(day));
            }
        }
    }
}
