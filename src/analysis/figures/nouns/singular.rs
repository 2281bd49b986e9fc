//! The single form of what is counted.

use std::borrow::Cow;

/// A noun phrase with its last word in the singular.
pub(in crate::analysis::figures) fn singular(phrase: &str) -> String {
    let (head, last) = phrase
        .rsplit_once(' ')
        .map_or(("", phrase), |(head, last)| (head, last));
    let last = singular_word(last);
    if head.is_empty() {
        last
    } else {
        [head, " ", &last].concat()
    }
}

fn singular_word(word: &str) -> String {
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let lower: Cow<'_, str> = if small {
        word.into()
    } else {
        word.to_lowercase().into()
    };
    if let Some((_, single)) = IRREGULAR.iter().find(|(plural, _)| *plural == lower) {
        return (*single).to_owned();
    }
    let cut = |count: usize| word.get(..word.len() - count).unwrap_or(word);
    if lower.ends_with("men") && lower.len() > 4 && !lower.ends_with("semen") {
        format!("{}man", cut(3))
    } else if lower.ends_with("ies") && lower.len() > 4 {
        format!("{}y", cut(3))
    } else if ["sses", "xes", "ches", "shes", "zes"]
        .iter()
        .any(|end| lower.ends_with(end))
    {
        cut(2).to_owned()
    } else if lower.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| lower.ends_with(end))
        && lower.len() > 2
    {
        cut(1).to_owned()
    } else {
        word.to_owned()
    }
}

/// Plurals that no rule makes singular.
const IRREGULAR: &[(&str, &str)] = &[
    ("children", "child"),
    ("grandchildren", "grandchild"),
    ("men", "man"),
    ("women", "woman"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("wives", "wife"),
    ("lives", "life"),
    ("knives", "knife"),
    ("halves", "half"),
    ("viruses", "virus"),
    ("buses", "bus"),
    ("series", "series"),
    ("species", "species"),
    ("movies", "movie"),
];
