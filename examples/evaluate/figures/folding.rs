//! When two units, changes and fields count as the same, as the field's scorers fold them.

use std::collections::HashSet;

use serde_json::Value as Json;

use super::pairing::alternatives;

pub(super) fn has_unit(gold: &Json, predicted: &Json) -> bool {
    let given = fold_unit(predicted["unit"].as_str());
    alternatives(gold, "unit")
        .iter()
        .any(|unit| fold_unit(unit.as_str()) == given)
}

/// A unit with spelling, plural and usual other names folded together.
fn fold_unit(unit: Option<&str>) -> String {
    let unit = unit
        .unwrap_or_default()
        .to_lowercase()
        .replace('\u{a0}', " ");
    let mut unit = unit.split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(unit.as_str(), "" | "-" | "dimensionless" | "unk") {
        return String::new();
    }
    if let Some(alias) = alias(&unit) {
        return alias.to_owned();
    }
    for (from, to) in [
        ("meters", "metre"),
        ("meter", "metre"),
        ("liters", "litre"),
        ("liter", "litre"),
    ] {
        unit = unit
            .split(' ')
            .map(|word| {
                let stem = word.strip_suffix(from);
                stem.map_or_else(|| word.to_owned(), |stem| format!("{stem}{to}"))
            })
            .collect::<Vec<_>>()
            .join(" ");
    }
    let mut words: Vec<String> = unit.split(' ').map(str::to_owned).collect();
    if let Some(last) = words.last_mut() {
        *last = fold_plural(last);
    }
    if let Some(per) = words
        .iter()
        .position(|word| word == "per")
        .filter(|&at| at > 0)
    {
        words[per - 1] = fold_plural(&words[per - 1]);
    }
    let unit = words.join(" ");
    alias(&unit).map_or(unit, str::to_owned)
}

fn fold_plural(word: &str) -> String {
    let cut = |count: usize| word[..word.len() - count].to_owned();
    if word.len() > 4 && word.ends_with("ies") {
        cut(3) + "y"
    } else if word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
    {
        cut(1)
    } else {
        word.to_owned()
    }
}

#[expect(clippy::too_many_lines, reason = "it is a table")]
fn alias(unit: &str) -> Option<&'static str> {
    const ALIASES: &[(&str, &[&str])] = &[
        (
            "percentage",
            &[
                "%",
                "percent",
                "per-cent",
                "per",
                "cent",
                "pct",
                "pc",
                "pct.",
                "percentages",
                "per cent",
            ],
        ),
        ("percentage point", &["percentage points", "ppt", "pp"]),
        (
            "dollar",
            &[
                "us dollar",
                "u.s. dollar",
                "united states dollar",
                "usd",
                "$",
                "us$",
                "american dollar",
                "dollars",
            ],
        ),
        (
            "pound sterling",
            &["gbp", "british pound", "£", "pounds sterling"],
        ),
        ("euro", &["eur", "€", "euros"]),
        ("japanese yen", &["jpy", "yen", "¥"]),
        (
            "chinese yuan",
            &["cny", "yuan", "rmb", "renminbi", "chinese"],
        ),
        (
            "metric ton",
            &["tonne", "metric tonne", "tonnes", "t", "metric tons"],
        ),
        (
            "kilometre per hour",
            &[
                "kph",
                "km/h",
                "kmh",
                "kilometer per hour",
                "kilometers per hour",
            ],
        ),
        ("mile per hour", &["mph", "miles per hour"]),
        (
            "celsius",
            &["c", "degree celsius", "degrees celsius", "°c", "centigrade"],
        ),
        (
            "fahrenheit",
            &["f", "degree fahrenheit", "degrees fahrenheit", "°f"],
        ),
        ("foot", &["feet", "ft"]),
        ("inch", &["inches", "in"]),
        ("people", &["person", "persons"]),
        ("child", &["children"]),
        ("pound-mass", &["pound", "lb", "lbs"]),
        ("swiss franc", &["chf", "franc"]),
        ("indian rupee", &["inr", "rs", "₹"]),
        ("year of age", &["year old", "years old", "year-old"]),
        ("month of age", &["months old", "month-old"]),
        ("count", &["time", "times"]),
    ];
    ALIASES
        .iter()
        .find(|(_, others)| others.contains(&unit))
        .map(|(name, _)| *name)
}

pub(super) fn fold_change(change: &Json) -> String {
    let lower = change.as_str().unwrap_or("=").trim().to_lowercase();
    let folded = match lower.as_str() {
        "" | "exact" => "=",
        "more than" | "over" | "at least" | ">=" => ">",
        "fewer than" | "less than" | "at most" | "<=" => "<",
        "about" | "approx" | "nearly" => "~",
        "increase" | "+" => "up",
        "decrease" | "-" => "down",
        other => other,
    };
    folded.to_owned()
}

/// Words of a free text, without the small ones and without plural endings.
fn words(value: &Json) -> HashSet<String> {
    const SMALL: &str = "a an the of in on at for to and or its their his her our your this that these those is are was were be been being by with from as total";
    let text = match value {
        Json::Array(parts) => parts
            .iter()
            .map(|part| part.as_str().unwrap_or_default())
            .collect::<Vec<_>>()
            .join(" "),
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    let lower = text.to_lowercase().replace("'s", "");
    let words = lower.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit()));
    let words = words.filter(|word| !word.is_empty()).map(|word| {
        let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        word[..word.len() - usize::from(plural)].to_owned()
    });
    words
        .filter(|word| !SMALL.split(' ').any(|small| small == word))
        .collect()
}

pub(super) fn is_filled(field: &str, value: &Json) -> bool {
    let empty = match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(list) => list.is_empty(),
        _ => false,
    };
    !(empty || field == "qualifier" && fold_change(value) == "=")
}

pub(super) fn is_field_right(field: &str, gold: &Json, predicted: &Json) -> bool {
    alternatives(gold, field).iter().any(|wanted| {
        let given = &predicted[field];
        match field {
            "qualifier" => fold_change(wanted) == fold_change(given),
            "role" => {
                let (wanted, given) = (names(wanted), names(given));
                wanted == given || !wanted.is_disjoint(&given)
            }
            _ => {
                let (wanted, given) = (words(wanted), words(given));
                let common = wanted.intersection(&given).count();
                wanted.is_empty() && given.is_empty()
                    || common > 0 && common * 2 >= wanted.len().min(given.len())
            }
        }
    })
}

fn names(value: &Json) -> HashSet<String> {
    match value {
        Json::Array(list) => list
            .iter()
            .filter_map(Json::as_str)
            .map(str::to_owned)
            .collect(),
        other => HashSet::from([other.as_str().unwrap_or("none").to_owned()]),
    }
}
