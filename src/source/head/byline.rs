//! Lines that say who wrote the article.

/// What may stand before the name.
const OPENINGS: &[&str] = &[
    "by ",
    "written by ",
    "story by ",
    "reported by ",
    "words by ",
];

/// Words of lower case that belong to a name.
const PARTICLES: &[&str] = &[
    "al", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
    "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "y", "zu",
];

/// Words that name a function in a newsroom.
const FUNCTIONS: &[&str] = &[
    "correspondent",
    "editor",
    "reporter",
    "writer",
    "staff",
    "bureau",
    "columnist",
    "desk",
    "contributor",
    "agency",
    "agencies",
    "chief",
    "analyst",
];

const LONGEST: usize = 150;

/// The byline of a line that holds nothing else, without "By".
pub(super) fn byline(line: &str) -> Option<&str> {
    let opening = OPENINGS.iter().find(|opening| {
        let start = line.get(..opening.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(opening))
    })?;
    let names = line
        .get(opening.len()..)?
        .trim()
        .trim_start_matches(':')
        .trim_start();
    let fits = line.len() <= LONGEST && !names.ends_with(['!', '?', ':', '”', '"']);
    (fits && starts_with_name(names) && !is_statement(names)).then_some(names)
}

/// A name of two to four words, alone or with a function or a place: "Mara Quist in Port Halden".
pub(super) fn is_name_line(line: &str) -> bool {
    let name = first_name(line);
    let words = name.split_whitespace().count();
    line.len() <= LONGEST && (2..=4).contains(&words) && is_name(name) && !line.ends_with('.')
}

/// "Harbour Correspondent", "Staff writer", "Agencies".
pub(super) fn is_role(line: &str) -> bool {
    let words = || line.split_whitespace();
    let function = |word: &str| {
        let word = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        FUNCTIONS.contains(&word.as_str())
    };
    (1..=6).contains(&words().count()) && words().any(function) && !line.ends_with(['.', ':', '”'])
}

fn starts_with_name(names: &str) -> bool {
    let first = first_name(names);
    let words = first.split_whitespace().count();
    // A single word is a name only when it is all there is ("By Reuters") or a function follows.
    let alone = first.len() == names.len() || is_role(names);
    is_name(first) && ((2..=6).contains(&words) || words == 1 && alone)
}

/// The part up to what separates names from each other, from a function and from a place.
fn first_name(names: &str) -> &str {
    let breaks = [
        ",", ";", "|", "(", " and ", " AND ", " & ", " in ", " IN ", " for ", " at ", " — ", " - ",
    ];
    let end = breaks.iter().filter_map(|gap| names.find(gap)).min();
    names
        .get(..end.unwrap_or(names.len()))
        .unwrap_or(names)
        .trim_end()
}

fn is_name(name: &str) -> bool {
    let name_word = |word: &str| {
        let first = word.chars().next().unwrap_or_default();
        let particle =
            PARTICLES.contains(&word) || word.starts_with("al-") || word.starts_with("d’");
        (first.is_uppercase() || particle) && !word.contains(|c: char| c.is_ascii_digit())
    };
    !name.is_empty() && name.split_whitespace().all(name_word)
}

/// Whether a full stop ends it that is not that of "Jr." or an initial.
fn is_statement(names: &str) -> bool {
    let last = names.split_whitespace().next_back().unwrap_or_default();
    let short = last.chars().count() <= 3 && last.starts_with(char::is_uppercase);
    names.ends_with('.') && !short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(byline(line), expected);
    }

    #[test]
    fn the_name_is_as_printed_without_by() {
        check("By Mara Quist", Some("Mara Quist"));
        check(
            "BY MARA QUIST, HARBOUR CORRESPONDENT",
            Some("MARA QUIST, HARBOUR CORRESPONDENT"),
        );
        check(
            "by Mara Quist and Jonas van der Meer in Port Halden",
            Some("Mara Quist and Jonas van der Meer in Port Halden"),
        );
        check("Written by J. R. Okafor Jr.", Some("J. R. Okafor Jr."));
    }

    #[test]
    fn an_agency_alone_is_a_byline() {
        check("By Norwire", Some("Norwire"));
        check("By Staff Writer", Some("Staff Writer"));
    }

    #[test]
    fn sentences_and_headlines_that_begin_with_by_are_not() {
        check("By Friday the water had reached the school.", None);
        check("By Land and Sea, Rescuers Comb the Coast", None);
        check("By the numbers: the ferry disaster", None);
        check("By 6pm all had left", None);
        check("Mara Quist", None);
    }

    #[test]
    fn functions_and_names() {
        assert!(is_role("Harbour Correspondent"));
        assert!(!is_role("The editor resigned."));
        assert!(is_name_line("Mara Quist, Port Halden"));
        assert!(!is_name_line("Nine dead as ferry sinks"));
    }
}
