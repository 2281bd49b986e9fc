//! What a page sets around the head of an article: menus, rubrics, buttons.

use crate::source::paragraphs::ends_sentence;

/// A menu or a button has at most so many words.
const MOST_WORDS: usize = 14;
/// A rubric has at most so many words.
const RUBRIC_WORDS: usize = 3;
/// A name of a menu has at most so many words.
const NAME_WORDS: usize = 3;

/// Words of menus and rubrics, in lower case.
const NAMES: &[&str] = &[
    "africa",
    "americas",
    "analysis",
    "arts",
    "asia",
    "asia-pacific",
    "australia",
    "blog",
    "breaking",
    "business",
    "climate",
    "comment",
    "contact",
    "culture",
    "economy",
    "education",
    "entertainment",
    "environment",
    "europe",
    "exclusive",
    "explainer",
    "features",
    "finance",
    "headlines",
    "health",
    "home",
    "international",
    "latest",
    "lifestyle",
    "live",
    "local",
    "markets",
    "menu",
    "middle",
    "money",
    "more",
    "national",
    "news",
    "newsletters",
    "opinion",
    "podcasts",
    "politics",
    "regional",
    "science",
    "search",
    "section",
    "sections",
    "shop",
    "society",
    "sport",
    "sports",
    "stories",
    "story",
    "style",
    "subscribe",
    "tech",
    "technology",
    "top",
    "travel",
    "uk",
    "update",
    "updates",
    "us",
    "video",
    "videos",
    "weather",
    "world",
];

/// Words of buttons that headlines begin with as well, so that they tell only as a whole line or between
/// the marks of a menu, in lower case.
const BUTTONS: &[&str] = &[
    "accept all",
    "accept all cookies",
    "accept cookies",
    "advertisement",
    "log in",
    "print this",
    "register",
    "share this",
    "sign in",
    "sign up",
];

/// What a button, a notice or a link to another place of the page begins with, in lower case.
const OPENINGS: &[&str] = &[
    "jump to content",
    "jump to main",
    "listen to this article",
    "listen to this story",
    "print this article",
    "print this page",
    "print this story",
    "save this article",
    "share on",
    "share this article",
    "share this page",
    "share this story",
    "sign up for our",
    "sign up to our",
    "skip to",
    "this site uses cookies",
    "this website uses cookies",
    "we and our partners",
    "we use cookies",
];

/// Whether a line is part of the page and not of the article. A word in capitals that no menu has is a
/// rubric `above` the headline, and may be the place of the report below it.
pub(super) fn is_furniture(line: &str, above: bool) -> bool {
    let words = line.split_whitespace().count();
    let short = (1..=MOST_WORDS).contains(&words);
    let rubric = is_rubric(line) || above && words == 1 && is_capitals(line);
    short && (is_menu(line) || rubric || is_button(line) || is_handle(line))
}

/// "Home | World | Africa | Sport", "Home News Sport".
fn is_menu(line: &str) -> bool {
    let parts: Vec<&str> = line.split(['|', '·', '•', '›', '»']).collect();
    let name = |part: &&str| {
        let words = part.split_whitespace().count();
        words <= NAME_WORDS && part.split_whitespace().all(is_name_word)
    };
    let listed = parts.len() >= 3 && parts.iter().filter(|part| name(part)).count() >= 2;
    let whole = parts
        .iter()
        .all(|part| part.split_whitespace().count() <= NAME_WORDS);
    (listed && whole || line.split_whitespace().all(is_name_word)) && !ends_sentence(line)
}

/// "WORLD NEWS", "MIDDLE EAST": a few words in capitals, one of them such as menus have.
fn is_rubric(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words <= RUBRIC_WORDS && is_capitals(line) && line.split_whitespace().any(is_name_word)
}

fn is_capitals(line: &str) -> bool {
    line.contains(char::is_uppercase)
        && !line.contains(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

fn is_name_word(word: &str) -> bool {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    word.is_empty() || NAMES.contains(&word.as_str())
}

fn is_button(line: &str) -> bool {
    let line = line.to_lowercase();
    let opens = OPENINGS.iter().any(|opening| {
        let rest = line.strip_prefix(opening);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let mut parts = line.split(['|', '·', '•', '/']);
    let whole = parts.all(|part| {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        BUTTONS.contains(&part)
    });
    opens
        || whole
        || ["min read", "mins read", "minute read", "minutes read"]
            .iter()
            .any(|end| line.ends_with(end))
}

/// "@mquist": a writer's name in some network.
fn is_handle(line: &str) -> bool {
    line.starts_with('@') && !line.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::is_furniture;

    #[track_caller]
    fn check(lines: &[&str], expected: bool) {
        for line in lines {
            assert_eq!(is_furniture(line, true), expected, "{line}");
        }
    }

    #[test]
    fn menus_rubrics_and_buttons_are_of_the_page() {
        check(
            &["Home | World | Africa | Sport", "Menu News Opinion"],
            true,
        );
        check(
            &["BREAKING", "BREAKING NEWS", "WORLD NEWS", "TARN", "Home"],
            true,
        );
        check(
            &["Skip to main content", "Share this article", "3 min read"],
            true,
        );
        check(
            &[
                "We use cookies to improve your experience. Accept all",
                "Advertisement",
                "— Advertisement —",
                "@mquist",
            ],
            true,
        );
        check(&["Log in", "Sign in | Register", "LOG IN / SIGN UP"], true);
    }

    #[test]
    fn a_headline_may_begin_as_a_button_does() {
        check(
            &[
                "Advertisement ban upheld by top court",
                "Log in once, vote twice: the flaw that cost 9 million",
                "Sign in the window told of nine dead",
                "Share this: a meal for nine feeds ninety",
                "Accept all terms or leave, court tells union",
            ],
            false,
        );
    }

    #[test]
    fn a_place_below_the_headline_is_of_the_article() {
        assert!(is_furniture("TARN", true) && !is_furniture("TARN", false));
        assert!(is_furniture("BREAKING", false));
    }

    #[test]
    fn headlines_are_of_the_article() {
        check(
            &["Ferry sinks", "FERRY SINKS", "DAM BURSTS ABOVE ORSK"],
            false,
        );
        check(
            &["Share prices fall", "News of a dam that burst", "9 DEAD"],
            false,
        );
        check(
            &[
                "Ferry sinks | Halden Courier",
                "Nine dead | Live | Owner held",
            ],
            false,
        );
        check(
            &[
                "World leaders meet",
                "The world.",
                "Nine sign up for a ferry",
            ],
            false,
        );
    }
}
