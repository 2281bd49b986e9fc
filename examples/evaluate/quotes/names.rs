//! Names of speakers, made alike so that they can be compared.

use serde_json::Value as Json;

const PRONOUNS: &[&str] = &[
    "he", "she", "they", "it", "i", "we", "who", "which", "him", "her", "you", "that", "his",
    "their", "them", "whom", "whose", "me", "us",
];
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "mp"];
/// What follows one of these is not part of the name.
const CUTS: &[&str] = &[
    "of", "for", "at", "from", "in", "with", "who", "whose", "that", "which", "on", "to", "by",
    "and", "familiar", "close", "speaking", "wearing",
];

/// Lower case, plain marks, single spaces, no article in front.
pub(super) fn plain(name: &str) -> String {
    let name = name.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_matches(|c| ",.;:\"' ".contains(c)).to_lowercase();
    for article in ["the ", "a ", "an "] {
        if let Some(rest) = name.strip_prefix(article) {
            return rest.to_owned();
        }
    }
    name
}

/// Whether one is the other, or stands in it as whole words.
pub(super) fn contained(gold: &str, found: &str) -> bool {
    let (gold, found) = (plain(gold), plain(found));
    !found.is_empty() && (gold == found || holds(&gold, &found) || holds(&found, &gold))
}

fn holds(long: &str, short: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    long.match_indices(short).any(|(at, _)| {
        let before = long[..at].chars().next_back();
        let after = long[at + short.len()..].chars().next();
        !before.is_some_and(word) && !after.is_some_and(word)
    })
}

/// `pronoun`, `name`, `nominal` or `none`.
pub(super) fn kind(speaker: Option<&str>) -> &'static str {
    let Some(speaker) = speaker else {
        return "none";
    };
    if PRONOUNS.contains(&plain(speaker).as_str()) {
        return "pronoun";
    }
    let speaker = speaker.trim();
    let openers = [
        "The", "A", "An", "Some", "One", "Many", "Her", "His", "Their",
    ];
    let rest = openers.iter().find_map(|opener| {
        let rest = speaker.strip_prefix(opener)?;
        let ends = !rest
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '_');
        ends.then_some(rest)
    });
    let capital = rest.unwrap_or(speaker).chars().any(is_capital);
    if capital { "name" } else { "nominal" }
}

fn is_capital(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'À'..='Þ')
}

/// The last names of the canonical names, or of the name as it is called.
pub(super) fn keys(canonical: &Json, called: Option<&str>) -> Vec<String> {
    let given: Vec<&str> = match canonical {
        Json::String(name) => vec![name],
        Json::Array(names) => names.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    };
    let given: Vec<&str> = given.into_iter().filter(|name| !name.is_empty()).collect();
    let names = if given.is_empty() {
        called.into_iter().collect()
    } else {
        given
    };
    names.into_iter().filter_map(last_name).collect()
}

/// The family name; the noun of a phrase without a name; a pronoun itself.
fn last_name(name: &str) -> Option<String> {
    let name = without_brackets(&name.replace('’', "'"));
    if PRONOUNS.contains(&plain(&name).as_str()) {
        return Some(plain(&name));
    }
    let parts = name
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(cut).collect();
    let capitals = |part: &str| {
        part.split_whitespace()
            .filter(|w| w.starts_with(is_capital))
            .count()
    };
    let part = parts
        .iter()
        .find(|part| capitals(part) >= 2)
        .or(parts.first())?;
    let words: Vec<&str> = part
        .split_whitespace()
        .map(|word| {
            word.strip_suffix("'s")
                .unwrap_or(word)
                .trim_matches(|c| ".'\"".contains(c))
        })
        .filter(|word| !word.is_empty() && !SUFFIXES.contains(&word.to_lowercase().as_str()))
        .collect();
    let article = |word: &str| ["the", "a", "an"].contains(&word.to_lowercase().as_str());
    let capital = words
        .iter()
        .rev()
        .find(|word| word.starts_with(is_capital) && !article(word));
    capital.or(words.last()).map(|word| word.to_lowercase())
}

/// The words before the first that is not part of a name.
fn cut(part: &str) -> String {
    let words: Vec<&str> = part.split_whitespace().collect();
    let end = words.iter().skip(1).position(|word| CUTS.contains(word));
    words[..end.map_or(words.len(), |end| end + 1)].join(" ")
}

fn without_brackets(name: &str) -> String {
    let mut depth = false;
    let kept = name.chars().filter(|&c| {
        let skip = depth || c == '(';
        depth = (depth || c == '(') && c != ')';
        !skip
    });
    kept.collect::<String>().trim().to_owned()
}
