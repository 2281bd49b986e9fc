//! The dateline: where, and sometimes when and by which agency, a report was filed.

use super::dates;

/// A dateline that is longer is something else.
const LONGEST: usize = 90;

/// Labels in capitals that stand before a dash and name no place.
const NOT_PLACES: &[&str] = &[
    "ANALYSIS",
    "BREAKING",
    "CORRECTION",
    "EDITORIAL",
    "EXCLUSIVE",
    "EXPLAINER",
    "FACTBOX",
    "LIVE",
    "NATO",
    "NEWS",
    "OPINION",
    "UPDATE",
    "UPDATED",
    "URGENT",
    "WARNING",
    "WATCH",
];

/// The dateline that a text begins with, as printed, without its dash: "KESTREL BAY (Agency)".
pub(in crate::source) fn dateline(text: &str) -> Option<&str> {
    let (end, _) = ends(text)?;
    text.get(..end)
}

/// What follows the dateline and its dash; the whole text when there is none.
pub(in crate::source) fn after_dateline(text: &str) -> &str {
    let rest = ends(text).and_then(|(_, after)| text.get(after..));
    rest.unwrap_or(text)
}

/// Whether a line is a dateline and nothing more; it must name the day or the agency, for a place
/// alone may be anything.
pub(super) fn is_lone(line: &str) -> bool {
    let day = line.rsplit(", ").next().is_some_and(is_day);
    line.len() <= LONGEST
        && (line.ends_with(')') || day && line.contains(", "))
        && is_place_and_source(line)
}

/// Where the dateline ends, and where the text after its dash begins.
fn ends(text: &str) -> Option<(usize, usize)> {
    let head = text.split('\n').next()?;
    let dashes = head.char_indices().take_while(|&(at, _)| at <= LONGEST);
    dashes
        .filter(|&(_, c)| matches!(c, '—' | '–' | '―' | '-' | '_' | ':'))
        .find_map(|(at, dash)| {
            let before = head.get(..at)?;
            let after = head.get(at..)?.trim_start_matches(dash);
            let spaced = before.ends_with(' ') && after.starts_with(' ');
            let double = dash == '-' && head.get(at..)?.starts_with("--");
            let separates = match dash {
                '—' | '–' | '―' => true,
                '-' | '_' => spaced || double,
                _ => after.starts_with(' ') && has_day_or_agency(before),
            };
            let place = before.trim_end();
            let found = separates && !after.trim().is_empty() && is_place_and_source(place);
            found.then(|| (place.len(), head.len() - after.trim_start().len()))
        })
}

/// A colon ends a dateline only after a day or an agency: "QUIST: ..." is a speaker.
fn has_day_or_agency(place: &str) -> bool {
    place.ends_with(')') || place.rsplit(", ").next().is_some_and(is_day)
}

fn is_place_and_source(text: &str) -> bool {
    let (place, agency) = match text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    {
        Some((place, agency)) => (place.trim_end(), Some(agency)),
        None => (text, None),
    };
    let agency_fits = agency.is_none_or(is_agency);
    let named = !place.is_empty() && is_place(place, agency.is_some());
    agency_fits && (named || place.is_empty() && agency.is_some())
}

fn is_agency(name: &str) -> bool {
    name.len() <= 40 && name.starts_with(char::is_uppercase) && !name.contains(['.', '?', '!'])
}

/// "PORT HALDEN", "PORT HALDEN, Norland", "PORT HALDEN, March 4"; beside an agency the town may be
/// written in small letters.
fn is_place(place: &str, beside_agency: bool) -> bool {
    let mut parts = place.trim_end_matches(',').split(", ");
    let town = without_day(parts.next().unwrap_or_default());
    let words = town.split_whitespace().count();
    let town_fits = (1..=5).contains(&words)
        && (is_in_capitals(town) || beside_agency && is_capitalised(town))
        && !NOT_PLACES.contains(&town);
    town_fits && place.split(", ").count() <= 4 && parts.all(|part| is_day(part) || is_region(part))
}

fn is_in_capitals(town: &str) -> bool {
    let letters = || town.chars().filter(|c| c.is_alphabetic());
    let small = town
        .split_whitespace()
        .filter(|word| *word != "and")
        .any(|word| word.contains(char::is_lowercase));
    let odd = |c: char| {
        !(c.is_alphabetic()
            || matches!(
                c,
                ' ' | '.' | '\'' | '’' | '-' | '/' | '\u{300}'..='\u{36f}'
            ))
    };
    letters().count() >= 3 && !small && !town.contains(odd)
}

fn is_capitalised(part: &str) -> bool {
    part.split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase))
}

/// "Norland", "Fla.", "2026".
fn is_region(part: &str) -> bool {
    let year = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    year || part.split_whitespace().count() <= 3 && is_capitalised(part) && !part.is_empty()
}

/// "March 4", "4 March 2026", "Wednesday".
fn is_day(part: &str) -> bool {
    let words: Vec<&str> = part
        .split([' ', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let known = |word: &&str| {
        dates::month(word).is_some()
            || dates::day_number(word).is_some()
            || dates::is_weekday(word)
            || word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
    };
    let named = |word: &&str| dates::month(word).is_some() || dates::is_weekday(word);
    words.iter().all(known) && words.iter().any(named)
}

/// The town of "PORT HALDEN March 4".
fn without_day(town: &str) -> &str {
    let day = town
        .char_indices()
        .find(|&(at, c)| c == ' ' && town.get(at + 1..).is_some_and(is_day));
    day.and_then(|(at, _)| town.get(..at)).unwrap_or(town)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(dateline(text), expected);
        if expected.is_some() {
            assert_eq!(after_dateline(text), "Nine people died.");
        }
    }

    #[test]
    fn place_and_agency() {
        check(
            "KESTREL BAY (Norwire) — Nine people died.",
            Some("KESTREL BAY (Norwire)"),
        );
        check(
            "KESTREL BAY (NW) - Nine people died.",
            Some("KESTREL BAY (NW)"),
        );
        check(
            "Kestrel Bay (Norwire) -- Nine people died.",
            Some("Kestrel Bay (Norwire)"),
        );
        check("(Norwire) – Nine people died.", Some("(Norwire)"));
        check(
            "KESTREL BAY (NW) _ Nine people died.",
            Some("KESTREL BAY (NW)"),
        );
    }

    #[test]
    fn place_and_day() {
        check(
            "PORT HALDEN, March 4 - Nine people died.",
            Some("PORT HALDEN, March 4"),
        );
        check(
            "PORT HALDEN, Norland, 4 March 2026 (NW) —Nine people died.",
            Some("PORT HALDEN, Norland, 4 March 2026 (NW)"),
        );
        check(
            "PORT HALDEN, Wednesday: Nine people died.",
            Some("PORT HALDEN, Wednesday"),
        );
        check(
            "ST. IVO-SUR-MER March 4 – Nine people died.",
            Some("ST. IVO-SUR-MER March 4"),
        );
    }

    #[test]
    fn place_alone() {
        check("PORT HALDEN — Nine people died.", Some("PORT HALDEN"));
        check(
            "PORT HALDEN, Fla. — Nine people died.",
            Some("PORT HALDEN, Fla."),
        );
        check(
            "GENEVA/PORT HALDEN — Nine people died.",
            Some("GENEVA/PORT HALDEN"),
        );
    }

    #[test]
    fn what_only_looks_like_a_dateline() {
        check("The mayor — who was aboard — is safe.", None);
        check("BREAKING — Nine people died.", None);
        check("QUIST: Nine people died.", None);
        check("Nine people died - in the bay.", None);
        check("UN envoy (a former judge) — who resigned", None);
        check("PORT HALDEN —", None);
    }

    #[test]
    fn a_lone_dateline_names_day_or_agency() {
        assert!(is_lone("PORT HALDEN, March 4"));
        assert!(is_lone("PORT HALDEN (Norwire)"));
        assert!(!is_lone("PORT HALDEN"));
        assert!(!is_lone("Nine dead (five of them crew)"));
    }

    proptest! {
        #[test]
        fn looking_for_a_dateline_never_panics(text in "[A-Z, ()—_:-]{0,40}\\PC*") {
            let rest = after_dateline(&text);
            prop_assert!(text.ends_with(rest));
            prop_assert!(dateline(&text).is_none_or(|found| text.starts_with(found)));
        }
    }
}
