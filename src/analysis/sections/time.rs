use chrono::{Datelike, NaiveDate, Weekday};

use crate::analysis::reading::Reading;
use crate::document::{Sentence, TokenKind};
use crate::language::{Class, Classes, Test, Tests};

/// The classes of words that name a time.
pub(super) const NAMES: Classes = Classes::of(&[Class::Weekday, Class::Month]);

/// What times are measured from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now {
    year: Option<i32>,
    date: Option<NaiveDate>,
}

impl Now {
    /// The day of publication, or the latest year that the text names.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let published = reading.document.article().published.as_ref();
        let date = published.and_then(|published| published.date);
        let latest = || {
            let sentences = reading.document.sentences().iter().zip(reading.census());
            let counting = sentences.filter(|(_, census)| census.numbers > 0);
            let tokens = counting.flat_map(|(sentence, _)| reading.forms_at(sentence.tokens()));
            let numbers = tokens.filter(|(_, form)| form.kind == TokenKind::Number);
            numbers.filter_map(|(at, _)| year(reading, at)).max()
        };
        Self {
            year: date.map(|date| date.year()).or_else(latest),
            date,
        }
    }
}

impl Now {
    /// Whether a weekday is that of publication or of the day before.
    fn is_news_day(self, weekday: &str) -> bool {
        let Some(date) = self.date else { return false };
        let named = weekday.parse::<Weekday>().ok();
        let days = [date.weekday(), date.weekday().pred()];
        named.is_some_and(|named| days.contains(&named))
    }
}

/// The times that a sentence names.
#[derive(Debug, Default)]
pub(super) struct Times {
    pub tests: Tests,
    /// The weekdays, a bit each.
    pub weekdays: u8,
}

/// The year that a token names.
fn year(reading: &Reading<'_>, at: usize) -> Option<i32> {
    let form = reading.known(at)?;
    if form.kind != TokenKind::Number || form.text.len() != 4 {
        return None;
    }
    let year: i32 = form.text.parse().ok()?;
    let money = at > 0 && matches!(reading.word(at - 1), "$" | "\u{20ac}" | "\u{a3}");
    ((1800..2100).contains(&year) && !money).then_some(year)
}

/// The number of a month, from 1, by the first three letters of its name.
fn month(reading: &Reading<'_>, at: usize) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    if !reading.has(at, Class::Month) {
        return None;
    }
    let head = reading.word(at).get(..3)?;
    if !head.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    let found = MONTHS
        .iter()
        .position(|month| head.eq_ignore_ascii_case(month))?;
    u32::try_from(found + 1).ok()
}

/// The day of the month that a token names.
fn day(reading: &Reading<'_>, at: usize) -> Option<u32> {
    let word = reading.word(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let day: u32 = digits.parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

/// The times that a sentence names, measured from now; and its numbers that are no times.
pub(super) fn times(reading: &Reading<'_>, sentence: &Sentence, now: Now) -> Times {
    let mut tests = Tests::default();
    let mut weekdays = 0;
    let mut numbers = 0;
    let mut dated = false;
    for (at, form) in reading.forms_at(sentence.tokens()) {
        let number = form.kind == TokenKind::Number;
        if !number && !form.classes.meets(NAMES) {
            continue;
        }
        if form.classes.has(Class::Weekday) {
            tests.add(Test::Weekday);
            tests.add_if(now.is_news_day(reading.word(at)), Test::WeekdayNow);
            let day = reading.word(at).parse::<Weekday>().ok();
            weekdays |= day.map_or(0, |day| 1 << day.num_days_from_monday());
        }
        if measures(reading, at, sentence.tokens().start) {
            continue;
        }
        if let Some(month) = month(reading, at) {
            dated |= add_month(reading, at, month, now, &mut tests);
        } else if let Some(year) = year(reading, at) {
            add_year(year, now, &mut tests);
        } else if number {
            numbers += 1;
            let before = if at > 0 { reading.word(at - 1) } else { "" };
            let after = reading.word(at + 1);
            tests.add_if(
                matches!(before, "$" | "\u{20ac}" | "\u{a3}" | "\u{a5}"),
                Test::Money,
            );
            let percent = matches!(after, "%" | "percent" | "pct" | "percentage");
            tests.add_if(percent, Test::Percent);
        }
    }
    tests.add_if(ends_dated(reading, sentence), Test::EndsDated);
    numbers -= i32::from(dated).min(numbers);
    tests.add_if(numbers > 0, Test::Number);
    tests.add_if(numbers > 2, Test::Numbers);
    let past = [
        Test::YearLongAgo,
        Test::YearBefore,
        Test::MonthBefore,
        Test::DateBefore,
    ];
    tests.add_if(tests.has_any(past.into_iter().collect()), Test::PastTime);
    Times { tests, weekdays }
}

/// Whether a year or month only measures what is told: "the wettest April since 1911", "the first in 12
/// years since May 2014", "down from 51 percent in 2021".
fn measures(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    const FIRSTS: &[&str] = &["first", "most", "best", "worst", "record"];
    const BASES: &[&str] = &["from", "than", "against"];
    let named = reading.has(at, Class::Month) || year(reading, at).is_some();
    let before = |reach: usize| (at.saturating_sub(reach).max(start)..at).rev();
    if !named {
        return false;
    }
    let superlative = |at: usize| {
        let word = reading.word(at);
        reading.is_any(at, FIRSTS) || word.len() > 5 && word.ends_with("est")
    };
    if let Some(since) = before(6).find(|&at| reading.is(at, "since")) {
        return (since.saturating_sub(6).max(start)..since).any(superlative);
    }
    let number = |at: usize| {
        reading.token(at).map(|it| it.kind) == Some(TokenKind::Number)
            && year(reading, at).is_none()
    };
    let compared = |at: usize| reading.is(at, "with") && reading.is(at.wrapping_sub(1), "compared");
    let base = before(8).find(|&at| reading.is_any(at, BASES) || compared(at));
    base.is_some_and(|base| (base + 1..at).any(number))
}

/// Whether the last words are month, day and year: "June 21, 2018." or "June 21 2018".
fn ends_dated(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let tokens = sentence.tokens();
    let mut from_end = tokens
        .rev()
        .filter(|&at| !matches!(reading.word(at), "." | ","));
    let dated = from_end
        .next()
        .is_some_and(|at| year(reading, at).is_some())
        && from_end.next().is_some_and(|at| day(reading, at).is_some())
        && from_end
            .next()
            .is_some_and(|at| month(reading, at).is_some());
    dated && from_end.next().is_some()
}

fn add_year(year: i32, now: Now, tests: &mut Tests) {
    let Some(this) = now.year else { return };
    tests.add(match this - year {
        5.. => Test::YearLongAgo,
        1..5 => Test::YearBefore,
        0 => Test::YearSame,
        _ => Test::YearAhead,
    });
}

/// Adds what a month tells, and whether a day stands beside it.
fn add_month(reading: &Reading<'_>, at: usize, month: u32, now: Now, tests: &mut Tests) -> bool {
    let mut next = at + 1;
    if reading.word(next) == "." {
        next += 1;
    }
    let before = if at > 0 { reading.word(at - 1) } else { "" };
    let dated = day(reading, next).or_else(|| at.checked_sub(1).and_then(|at| day(reading, at)));
    let bare = dated.is_none() && year(reading, next).is_none();
    let is_verb = matches!(month, 3 | 5) && !names_month(before) && !leads_month(before);
    let is_forename = next == at + 1 && reading.is_capital(next) && !leads_month(before);
    if bare && (is_verb || is_forename) {
        return false;
    }
    let named_year = (next..next + 3).find_map(|at| year(reading, at));
    let Some(today) = now.date else {
        tests.add_if(named_year.is_none(), Test::MonthSame);
        return dated.is_some();
    };
    match dated {
        Some(day) => tests.add(date_test(today, month, day, named_year)),
        None => tests.add(month_test(today, month, named_year, before)),
    }
    dated.is_some()
}

/// Words that stand before a month and hardly ever before a person.
fn leads_month(before: &str) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "last", "next", "until", "early", "late", "mid", "this",
    ];
    BEFORE.iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// Words that stand before a month, but not before the verbs "may" and "march".
fn names_month(before: &str) -> bool {
    const BEFORE: &[&str] = &["by", "of", "from", "to", "and"];
    BEFORE.iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// A day up to four before publication is that of the news.
fn date_test(today: NaiveDate, month: u32, day: u32, year: Option<i32>) -> Test {
    let on = |year| NaiveDate::from_ymd_opt(year, month, day);
    let days = |date: NaiveDate| (date - today).num_days();
    let nearest = || {
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let dates = years.into_iter().filter_map(on);
        dates.min_by_key(|&date| days(date).abs())
    };
    match year.and_then(on).or_else(nearest).map_or(0, days) {
        ..-4 => Test::DateBefore,
        -4..=1 => Test::DateNow,
        _ => Test::DateAhead,
    }
}

fn month_test(today: NaiveDate, month: u32, year: Option<i32>, before: &str) -> Test {
    let months =
        |year: i32| (year - today.year()) * 12 + month.cast_signed() - today.month().cast_signed();
    let distance = match year {
        Some(year) => months(year),
        None if before.eq_ignore_ascii_case("next") => 1,
        None if before.eq_ignore_ascii_case("last") => -1,
        // "in August", said in March, is the last one more often than the next.
        None if months(today.year()) > 3 => -1,
        None => months(today.year()),
    };
    match distance {
        ..0 => Test::MonthBefore,
        0 => Test::MonthSame,
        _ => Test::MonthAhead,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::Forms;
    use crate::document::{Article, Document, Published};
    use crate::language::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &[Test]) {
        let date = NaiveDate::from_ymd_opt(2026, 3, 4);
        let document = Document::new(Article {
            text: text.to_owned(),
            published: Some(Published {
                text: String::new(),
                date,
            }),
            ..Article::default()
        });
        let forms = Forms::of(&document, Lexicon::english());
        let reading = Reading::new(&forms);
        let found = times(&reading, &document.sentences()[0], Now::of(&reading));
        assert_eq!(found.tests, expected.iter().copied().collect(), "{text}");
    }

    #[test]
    fn years_are_measured_from_publication() {
        check("It sank in 2009.", &[Test::YearLongAgo, Test::PastTime]);
        check("It sank in 2024.", &[Test::YearBefore, Test::PastTime]);
        check("It ends in 2030.", &[Test::YearAhead]);
    }

    #[test]
    fn a_time_that_measures_the_news_is_not_past() {
        check("It was the wettest spring since 1911.", &[]);
        check("Rates are at their highest since August.", &[]);
        let share = "It fell to 38 percent, from 51 percent in 2021.";
        check(share, &[Test::Number, Test::Percent]);
        let debt = "Debt fell to 4 million crowns from 9 million at the end of January.";
        check(debt, &[Test::Number]);
        let past = [Test::YearLongAgo, Test::PastTime];
        check("It has run since 2011.", &past);
        let toll = [Test::YearLongAgo, Test::Number, Test::PastTime];
        check("It has cost at least 220 lives since 2011.", &toll);
        check("He came from Orsk in 2011.", &past);
        check("He ran it from 2003 to 2011.", &past);
    }

    #[test]
    fn a_month_is_the_last_one_of_its_name() {
        check("It shut in August.", &[Test::MonthBefore, Test::PastTime]);
        check("It opens in May.", &[Test::MonthAhead]);
        check("It may open.", &[]);
        check("Jan Moss and April Lund won.", &[]);
    }

    #[test]
    fn a_day_beside_its_month_is_a_date_and_no_number() {
        check("It sank on March 3.", &[Test::DateNow]);
        check("It sank on 3 March.", &[Test::DateNow]);
        check("It sank on Feb. 2.", &[Test::DateBefore, Test::PastTime]);
        check("It opens on March 20.", &[Test::DateAhead]);
    }

    #[test]
    fn the_weekday_of_publication_is_that_of_the_news() {
        check("It sank on Wednesday.", &[Test::Weekday, Test::WeekdayNow]);
        check("It sank on Friday.", &[Test::Weekday]);
    }

    #[test]
    fn shares_and_money_are_numbers() {
        check("It fell 4 percent.", &[Test::Number, Test::Percent]);
        check("It cost $40.", &[Test::Number, Test::Money]);
    }

    #[test]
    fn a_caption_ends_with_its_day() {
        let tests = [
            Test::EndsDated,
            Test::DateBefore,
            Test::YearBefore,
            Test::PastTime,
        ];
        check("Lorries wait in Orsk, June 21, 2025.", &tests);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_not_measured() {
        check("It shut on February 31.", &[Test::DateNow]);
    }
}
