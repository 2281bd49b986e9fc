//! Years, and dates written in digits.

use super::super::ages::decades::is_of_life;
use super::super::atoms::{Atoms, Kind};
use super::super::tables::{Flag, Numeric, Tables};
use super::{LIKELY_YEARS, YEARS, plain};
use crate::analysis::listed::Listed;

/// "1990s", "20s", and not "in her 20s".
pub(super) fn is_decade(atoms: &Atoms<'_>, at: usize) -> bool {
    if is_of_life(atoms, at) {
        return false;
    }
    let tight =
        !atoms.gap(at + 1) || plain(atoms, at).is_some_and(|year| LIKELY_YEARS.contains(&year));
    let round = atoms.text(at).len() == 2 && atoms.text(at).ends_with('0');
    round && atoms.kind(at + 1) == Some(Kind::Possessive)
        || tight
            && (atoms.is(at + 1, "s")
                || atoms.kind(at + 1) == Some(Kind::Possessive)
                    && plain(atoms, at).is_some_and(|year| year > 1000))
        || atoms.is_mark(at.wrapping_sub(1), '\'') && atoms.is(at + 1, "s")
}

pub(super) fn is_day_or_short_year(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_digits(at) && atoms.text(at).len() == 2
}

/// The years spelled behind a month: "nineteen eighty-six", "two thousand and five".
pub(super) fn bar_spelled_year(atoms: &mut Atoms<'_>, from: usize) {
    let spelled = |atoms: &Atoms<'_>, at: usize| {
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
    while year && (spelled(atoms, at) || atoms.is(at, "and") && spelled(atoms, at + 1)) {
        atoms.bar(at);
        at += 1;
    }
}

pub(super) fn is_year_number(atoms: &Atoms<'_>, at: usize) -> bool {
    plain(atoms, at).is_some_and(|year| YEARS.contains(&year)) && atoms.text(at).len() == 4
}

/// "2017-09-23", "5/17/2018", "22/04", "2014-2018", "20161016": the atom behind.
pub(super) fn numeric_date(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
    let text = atoms.text(at);
    if text.len() == 8 && is_compact_date(text) {
        return Some(at + 1);
    }
    let mark = atoms
        .mark(at + 1)
        .filter(|_| !atoms.gap(at + 1) && !atoms.gap(at + 2))?;
    let second = atoms.text(at + 2);
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
    let first_year = is_year_number(atoms, at);
    match mark {
        // A proper fraction counts; all else with a slash is a date or a name ("24/7").
        // "1/16 2001 Women wait": the picture of a gallery, and its year
        '/' if is_year_number(atoms, at + 3) && atoms.gap(at + 3) => Some(at + 4),
        '/' => (!is_proper(text, second)).then_some(at + 3),
        // "12-2015"
        '-' if is_year_number(atoms, at + 2) && text.len() <= 2 => Some(at + 3),
        '-' | '–' | '~' if first_year => {
            let years = is_year_number(atoms, at + 2) && !is_counted(atoms, at + 3);
            let short = second.len() <= 2 && !is_counted(atoms, at + 3);
            // "the winter of 2023-24 cost herders"
            let next = plain(atoms, at).map(|year| (year + 1) % 100);
            let season = second.len() == 2 && next.is_some() && next == plain(atoms, at + 2);
            (years || short || season).then_some(at + 3)
        }
        _ => None,
    }
}

/// The end of digits joined by one mark: dates, telephone numbers.
pub(super) fn date_run_end(atoms: &Atoms<'_>, at: usize) -> usize {
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

pub(super) fn is_compact_date(text: &str) -> bool {
    let part =
        |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    part(0..4).is_some_and(|year| (1900..=2100).contains(&year))
        && part(4..6).is_some_and(|month| (1..=12).contains(&month))
        && part(6..8).is_some_and(|day| (1..=31).contains(&day))
}

pub(super) fn is_proper(upper: &str, lower: &str) -> bool {
    let value = |text: &str| text.parse::<u32>().ok().filter(|_| !text.starts_with('0'));
    let usual = |lower: u32| {
        matches!(
            lower,
            2..=6 | 8 | 10 | 16 | 32 | 40 | 64 | 100 | 128 | 256 | 1000
        )
    };
    matches!((value(upper), value(lower)), (Some(upper), Some(lower)) if upper < lower && usual(lower))
}

/// What happens in a year and is called by it: "the famine of 2011".
const EVENTS: Listed = Listed::of(&[
    "accord",
    "act",
    "constitution",
    "convention",
    "treaty",
    "attack",
    "attacks",
    "bombing",
    "bombings",
    "blackout",
    "blaze",
    "blizzard",
    "collapse",
    "coup",
    "crash",
    "crisis",
    "cyclone",
    "disaster",
    "drought",
    "earthquake",
    "election",
    "elections",
    "epidemic",
    "eruption",
    "explosion",
    "famine",
    "fire",
    "fires",
    "flood",
    "floods",
    "flu",
    "hurricane",
    "landslide",
    "massacre",
    "outbreak",
    "pandemic",
    "quake",
    "revolution",
    "riots",
    "shootings",
    "siege",
    "storm",
    "storms",
    "summer",
    "tornado",
    "tremor",
    "tsunami",
    "typhoon",
    "uprising",
    "war",
    "winter",
]);

/// Whether four digits are a year: "in 2014", "the 2019 season", but not "2000 people".
pub(super) fn is_year(atoms: &Atoms<'_>, at: usize) -> bool {
    if !is_year_number(atoms, at) || is_sum(atoms, at) {
        return false;
    }
    let year = plain(atoms, at).unwrap_or_default();
    let likely = LIKELY_YEARS.contains(&year);
    let before = at.checked_sub(1);
    // "the 2012 and 2013 fiscal years"
    let kinds = &["fiscal", "financial", "tax", "school", "academic", "budget"];
    if atoms.is_any(at + 1, kinds) && atoms.is_any(at + 2, &["year", "years"]) {
        return true;
    }
    // "since at least 1643", "since about 1720"
    let since = |back: usize| at.checked_sub(back).is_some_and(|at| atoms.is(at, "since"));
    let least = since(3) && atoms.is(at - 1, "least")
        || since(2) && atoms.is_any(at - 1, &["about", "around", "before"]);
    if least && !is_counted(atoms, at + 1) {
        return true;
    }
    // "the famine of 2011 killed a quarter of a million"
    if likely && at > 1 && atoms.is(at - 1, "of") && atoms.is_listed(at - 2, &EVENTS) {
        return true;
    }
    let named = before.is_some_and(|before| {
        atoms.has(before, Flag::YearBefore) || atoms.has(before, Flag::Month)
    });
    let strict = before.is_some_and(|before| {
        atoms.has(before, Flag::Month)
            || atoms.is_listed(
                before,
                const {
                    &Listed::of(&[
                        "in", "since", "during", "year", "the", "this", "late", "early", "until",
                        "fiscal", "mid", "by",
                    ])
                },
            )
    });
    if is_counted(atoms, at + 1) {
        let quantity = before.is_none_or(|before| is_quantity(atoms, before));
        let first = if strict { 1900 } else { 1950 };
        return (strict || !quantity) && (first..=2060).contains(&year);
    }
    likely || named && !atoms.has(at + 1, Flag::Rate)
}

/// Whether money, a unit or a scale makes a sum of the number.
pub(super) fn is_sum(atoms: &Atoms<'_>, at: usize) -> bool {
    let money = at > 0
        && ((matches!(atoms.mark(at - 1), Some('$' | '£' | '€' | '¥' | '₹'))
            || atoms.is_mark(at - 1, '=') && at > 1 && atoms.is(at - 2, "Y"))
            || atoms.text(at - 1).len() > 1 && Tables::english().is_code(atoms.text(at - 1)));
    let tables = Tables::english();
    let next = atoms.text(at + 1);
    let unit = tables.unit(next.to_ascii_lowercase()).is_some() || tables.sign(next).is_some();
    let scale = !matches!(
        atoms.numeric(at + 1),
        Numeric::None | Numeric::Part(_) | Numeric::Unit(_) | Numeric::Tens(_)
    );
    let toll = at > 1
        && atoms.is(at - 1, "to")
        && atoms.is_any(at - 2, &["toll", "rose", "risen", "number"]);
    let article = next.eq_ignore_ascii_case("a") || next.eq_ignore_ascii_case("in");
    money || unit && !article || scale || toll
}

/// Whether a plural noun, or a word that ends in one, is counted from here.
pub(super) fn is_counted(atoms: &Atoms<'_>, at: usize) -> bool {
    for index in at..at + 3 {
        let text = atoms.text(index);
        if !atoms.is_word(index)
            || atoms.has(index, Flag::Stop)
            || atoms.has(index, Flag::Verb) && atoms.word(index).after.is_none()
        {
            return false;
        }
        // "a fatal 2015 hit-and-run"
        let told = atoms.word(index).after.is_some() && !atoms.is_joint(index + 1);
        if told || atoms.has(index, Flag::Plural) {
            return true;
        }
        if text.ends_with(['s', 'S']) && !text.ends_with("ss") && !atoms.has(index, Flag::Singular)
        {
            return !atoms.capital(index) || index == at;
        }
        if atoms.capital(index) {
            return false;
        }
    }
    false
}

/// Bars the second year of "2014 to 2018", "between 2014 and 2018".
pub(super) fn bar_year_end(atoms: &mut Atoms<'_>, at: usize) {
    let linked = atoms.is_any(at + 1, &["to", "and", "through", "till", "until", "or"])
        || matches!(atoms.mark(at + 1), Some('-' | '–' | '/' | '~'));
    let led = at > 0 && atoms.is_any(at - 1, &["between", "from"]);
    if linked && is_year_number(atoms, at + 2) && (led || !is_counted(atoms, at + 3)) {
        atoms.bar(at + 2);
    }
    // "the epidemic of 2018-20"
    let short = atoms.text(at).get(2..).unwrap_or_default();
    if atoms.is_joint(at + 1)
        && is_year_number(atoms, at)
        && is_day_or_short_year(atoms, at + 2)
        && atoms.text(at + 2) > short
    {
        atoms.bar(at + 2);
    }
    if is_year_number(atoms, at)
        && is_day_or_short_year(atoms, at + 1)
        && is_day_or_short_year(atoms, at + 2)
    {
        atoms.bar(at + 1);
        atoms.bar(at + 2);
    }
}

/// "nineteen eighty-six": a teen and tens stand side by side only in a year.
pub(super) fn is_spelled_year(atoms: &Atoms<'_>, at: usize) -> bool {
    matches!(
        atoms.numeric(at),
        Numeric::Unit(10.0..=19.0) | Numeric::Tens(20.0)
    ) && matches!(
        atoms.numeric(at + 1),
        Numeric::Tens(_) | Numeric::Unit(10.0..=19.0)
    ) && !matches!(
        atoms.numeric(at + 2 + usize::from(atoms.is_joint(at + 2))),
        Numeric::Part(_) | Numeric::Scale(_)
    )
}

/// Whether what stands in front leaves room for a count: no name, no "the", no owner.
fn is_quantity(atoms: &Atoms<'_>, at: usize) -> bool {
    let named = atoms.is_word(at) && at > 0 && atoms.capital(at);
    let owned = atoms.kind(at) == Some(Kind::Possessive) || atoms.kind(at) == Some(Kind::Name);
    !named
        && !owned
        && !atoms.has(at, Flag::NearTime)
        && !atoms.is_any(
            at,
            &["the", "this", "his", "her", "their", "its", "a", "an"],
        )
}
