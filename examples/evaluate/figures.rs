//! Measures of the figures: those of the field's scorers, one pair for each figure of the gold.

use std::collections::HashSet;
use std::fmt::Write as _;

use nutgraf::analysis::{Options, brief};
use nutgraf::briefing::{Briefing, Figure, QualifierKind, Role, Value as Amount};
use nutgraf::document::{Article, Published};
use nutgraf::language::Lexicon;
use serde_json::{Map, Value as Json, json};

use super::{Outcome, Request};

pub(super) fn measure(request: &Request) -> Outcome {
    let mut tally = Tally::default();
    let mut predictions = Vec::new();
    for row in &request.gold {
        let briefing = read(row);
        let predicted = predict(&briefing, is_movement_a_range(&request.gold));
        tally.add(row, &predicted, &briefing, request.errors);
        predictions.push(json!({"id": row["id"], "text": row["text"], "figures": predicted}));
    }
    Outcome {
        report: tally.report(),
        predictions,
    }
}

fn read(row: &Json) -> Briefing {
    let published = row["published"].as_str().map(|text| Published {
        text: text.to_owned(),
        date: text.get(..10).and_then(|day| day.parse().ok()),
    });
    let article = Article {
        text: row["text"].as_str().unwrap_or_default().to_owned(),
        published,
        ..Article::default()
    };
    brief(article, Lexicon::english(), &Options::default())
}

/// Gold without roles writes "from A to B" as the range of its ends.
fn is_movement_a_range(gold: &[Json]) -> bool {
    let mut figures = gold
        .iter()
        .filter_map(|row| row["figures"].as_array())
        .flatten();
    !figures.any(|figure| figure.get("role").is_some() || figure.get("qualifier").is_some())
}

/// The figures in the shape of the gold, offsets in code points.
fn predict(briefing: &Briefing, as_range: bool) -> Vec<Json> {
    let document = &briefing.document;
    let mut out = Vec::new();
    let (mut counted, mut start) = (0, 0);
    for figure in &briefing.figures {
        let text = document.slice(figure.span);
        let between = document.text().get(counted..figure.span.start());
        start += between.unwrap_or_default().chars().count();
        counted = figure.span.start();
        let mut fields = Map::new();
        let mut set = |name: &str, value: Json| fields.insert(name.to_owned(), value);
        set("start", json!(start));
        set("end", json!(start + text.chars().count()));
        set("text", json!(text));
        let from = figure
            .change
            .and_then(|change| change.from)
            .filter(|_| as_range);
        let behind = document.text().get(figure.span.end()..).unwrap_or_default();
        let near: String = behind.chars().take(40).collect();
        let both = from.is_some() && !near.contains("from ");
        let value = match (figure.value, from) {
            (value, Some(from)) if both => json!([from, value.high()]),
            (Amount::Exact(value), _) => json!(value),
            (Amount::Range(low, high), _) => json!([low, high]),
        };
        set("value", value);
        set("unit", json!(figure.unit));
        set(
            "change",
            json!(if from.is_some() { "=" } else { change(figure) }),
        );
        set("role", json!(figure.role.name()));
        set(
            "qualifier",
            json!(
                figure
                    .qualifier
                    .map(|qualifier| qualifier_name(qualifier.kind))
            ),
        );
        set(
            "counted",
            json!(figure.counted.map(|span| document.slice(span))),
        );
        set(
            "claimed_by",
            json!(
                figure
                    .claimed_by
                    .map(|claimant| document.slice(claimant.name))
            ),
        );
        set("as_of", json!(figure.as_of.map(|day| day.to_string())));
        out.push(Json::Object(fields));
        if let Some(from) = from.filter(|_| !both) {
            out.push(json!({"value": from, "unit": figure.unit, "change": "="}));
        }
    }
    out
}

fn qualifier_name(kind: QualifierKind) -> &'static str {
    kind.name()
}

fn change(figure: &Figure) -> &'static str {
    match (figure.change, figure.qualifier) {
        (Some(change), _) => change.direction.name(),
        (None, Some(qualifier)) => match qualifier.kind {
            QualifierKind::MoreThan | QualifierKind::AtLeast => ">",
            QualifierKind::LessThan | QualifierKind::AtMost => "<",
            QualifierKind::About | QualifierKind::Nearly => "~",
            QualifierKind::Record => "=",
        },
        (None, None) => "=",
    }
}

const FIELDS: [&str; 5] = ["qualifier", "role", "counted", "claimed_by", "as_of"];

/// Right, predicted and wanted.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    predicted: usize,
    gold: usize,
}

#[derive(Default)]
struct Tally {
    texts: usize,
    values: Count,
    /// The same, of the kind that the row annotates.
    of_kind: Count,
    units: usize,
    changes: usize,
    all: usize,
    fields: [Count; 5],
    partial: usize,
    traps: (usize, usize),
    empty: (usize, usize),
    timexes: [(usize, usize); 2],
    ages: (usize, usize),
    errors: Vec<String>,
}

impl Tally {
    fn add(&mut self, row: &Json, predicted: &[Json], briefing: &Briefing, errors: usize) {
        self.texts += 1;
        let nothing = Vec::new();
        let all_gold = row["figures"].as_array().unwrap_or(&nothing);
        let (gold, predicted) = without_optional(all_gold, predicted);
        let pairs = pair(&gold, &predicted);
        let partial = row["partial"] == json!(true);
        self.partial += usize::from(partial);
        self.values.gold += gold.len();
        self.values.predicted += if partial {
            pairs.len()
        } else {
            predicted.len()
        };
        self.values.right += pairs.len();
        let id = row["id"].as_str().unwrap_or_default();
        let foreign = |at: usize| {
            !is_of_kind(id, predicted[at]) && pairs.iter().all(|&(_, other)| other != at)
        };
        self.of_kind.gold += gold.len();
        self.of_kind.right += pairs.len();
        self.of_kind.predicted += (0..predicted.len()).filter(|&at| !foreign(at)).count();
        if all_gold.is_empty() && row.get("figures").is_some() {
            self.empty.1 += 1;
            self.empty.0 += usize::from(predicted.is_empty());
        }
        for &(one, other) in &pairs {
            self.add_pair(gold[one], predicted[other]);
        }
        self.add_unpaired(&gold, &predicted, &pairs, partial);
        self.add_traps(row, &predicted);
        self.add_times(row, &predicted);
        self.add_ages(all_gold, briefing, row);
        if self.errors.len() < errors {
            self.add_error(row, &gold, &predicted, &pairs, partial);
        }
    }

    fn add_pair(&mut self, gold: &Json, predicted: &Json) {
        let unit = has_unit(gold, predicted);
        let (mut wanted, mut given) = (
            fold_change(&gold["change"]),
            fold_change(&predicted["change"]),
        );
        if gold.get("qualifier").is_some() {
            for side in [&mut wanted, &mut given] {
                if *side != "up" && *side != "down" {
                    "=".clone_into(side);
                }
            }
        }
        let change = wanted == given;
        self.units += usize::from(unit);
        self.changes += usize::from(change);
        self.all += usize::from(unit && change);
        for (at, field) in FIELDS.into_iter().enumerate() {
            if gold.get(field).is_none() {
                continue;
            }
            let right = is_field_right(field, gold, predicted);
            let said = is_filled(field, &gold[field]);
            let says = is_filled(field, &predicted[field]);
            let any = alternatives(gold, field)
                .iter()
                .any(|other| is_filled(field, other));
            let count = &mut self.fields[at];
            count.gold +=
                usize::from(said && (!right || says)) + usize::from(right && says && !said);
            count.predicted += usize::from(says && (!right || said || any));
            count.right += usize::from(right && says);
        }
    }

    fn add_unpaired(
        &mut self,
        gold: &[&Json],
        predicted: &[&Json],
        pairs: &[(usize, usize)],
        partial: bool,
    ) {
        for (index, figure) in gold.iter().enumerate() {
            if pairs.iter().all(|&(one, _)| one != index) {
                for (at, field) in FIELDS.into_iter().enumerate() {
                    self.fields[at].gold += usize::from(
                        figure
                            .get(field)
                            .is_some_and(|value| is_filled(field, value)),
                    );
                }
            }
        }
        for (index, figure) in predicted.iter().enumerate() {
            if !partial && pairs.iter().all(|&(_, other)| other != index) {
                for (at, field) in FIELDS.into_iter().enumerate() {
                    self.fields[at].predicted += usize::from(is_filled(field, &figure[field]));
                }
            }
        }
    }

    fn add_traps(&mut self, row: &Json, predicted: &[&Json]) {
        for trap in row["not_figures"].as_array().into_iter().flatten() {
            self.traps.1 += 1;
            self.traps.0 += usize::from(predicted.iter().any(|figure| overlaps(trap, figure)));
        }
    }

    /// Dates that no figure touches: of all time expressions, and of those that are no length of time.
    fn add_times(&mut self, row: &Json, predicted: &[&Json]) {
        for timex in row["timexes"].as_array().into_iter().flatten() {
            let free = !predicted.iter().any(|figure| overlaps(timex, figure));
            let length = is_length(timex["text"].as_str().unwrap_or_default());
            for (at, counts) in [true, !length].into_iter().enumerate() {
                self.timexes[at].0 += usize::from(counts && free);
                self.timexes[at].1 += usize::from(counts);
            }
        }
    }

    /// Ages of the gold that were taken for anything else.
    fn add_ages(&mut self, gold: &[Json], briefing: &Briefing, row: &Json) {
        let text = row["text"].as_str().unwrap_or_default();
        for age in gold.iter().filter(|figure| figure["role"] == json!("age")) {
            let Some(byte) = age["start"].as_u64().and_then(|at| byte_of(text, at)) else {
                continue;
            };
            self.ages.1 += 1;
            let wrong = |figure: &&Figure| figure.span.holds(byte) && figure.role != Role::Age;
            self.ages.0 += usize::from(briefing.figures.iter().any(|figure| wrong(&figure)));
        }
    }

    fn add_error(
        &mut self,
        row: &Json,
        gold: &[&Json],
        predicted: &[&Json],
        pairs: &[(usize, usize)],
        partial: bool,
    ) {
        let show = |figure: &Json| {
            format!(
                "{}={}|{}|{}|{}",
                figure["text"], figure["value"], figure["unit"], figure["change"], figure["role"]
            )
        };
        let mut line = String::new();
        for (index, figure) in gold.iter().enumerate() {
            if pairs.iter().all(|&(one, _)| one != index) {
                let _ = write!(line, "\n    missed {}", show(figure));
            }
        }
        for (index, figure) in predicted.iter().enumerate() {
            if !partial && pairs.iter().all(|&(_, other)| other != index) {
                let _ = write!(line, "\n    extra  {}", show(figure));
            }
        }
        for &(one, other) in pairs {
            let role = gold[one].get("role").is_some()
                && !is_field_right("role", gold[one], predicted[other]);
            if !has_unit(gold[one], predicted[other])
                || fold_change(&gold[one]["change"]) != fold_change(&predicted[other]["change"])
                || role
            {
                let _ = write!(
                    line,
                    "\n    differs {} != {}",
                    show(gold[one]),
                    show(predicted[other])
                );
            }
        }
        if !line.is_empty() {
            let text: String = row["text"]
                .as_str()
                .unwrap_or_default()
                .chars()
                .take(400)
                .collect();
            self.errors.push(format!("{} {text}{line}", row["id"]));
        }
    }

    fn report(&self) -> String {
        let mut out = format!("texts {}, figures {}\n", self.texts, self.values.gold);
        let only_recall = self.partial == self.texts;
        let mut line = |name: &str, count: Count| {
            let _ = writeln!(out, "{name:20} {}", rates(count, only_recall));
        };
        line("value", self.values);
        if self.of_kind.predicted != self.values.predicted && !only_recall {
            line("value, of its kind", self.of_kind);
        }
        line(
            "value+unit",
            Count {
                right: self.units,
                ..self.values
            },
        );
        line(
            "value+change",
            Count {
                right: self.changes,
                ..self.values
            },
        );
        line(
            "value+unit+change",
            Count {
                right: self.all,
                ..self.values
            },
        );
        for (field, count) in FIELDS
            .into_iter()
            .zip(self.fields)
            .filter(|(_, count)| count.gold > 0)
        {
            line(&format!("field:{field}"), count);
        }
        let mut share = |name: &str, (part, whole): (usize, usize)| {
            if whole > 0 {
                let _ = writeln!(
                    out,
                    "{name:20} {part} of {whole}, {:.1} %",
                    percent(part, whole)
                );
            }
        };
        share("traps hit", self.traps);
        share("left empty", self.empty);
        share("dates kept out", self.timexes[0]);
        share("  without lengths", self.timexes[1]);
        share("ages taken wrongly", self.ages);
        self.errors.iter().for_each(|error| {
            let _ = writeln!(out, "{error}");
        });
        out
    }
}

/// Whether a time expression holds a length of time, which is a figure of its own.
fn is_length(text: &str) -> bool {
    const LENGTHS: [&str; 14] = [
        "second", "sec", "min", "minute", "hour", "hr", "day", "night", "week", "month", "quarter",
        "year", "decade", "weekend",
    ];
    let lower = text.to_lowercase();
    lower
        .split(|c: char| !c.is_alphabetic())
        .any(|word| LENGTHS.contains(&word.strip_suffix('s').unwrap_or(word)))
}

fn byte_of(text: &str, at: u64) -> Option<usize> {
    let at = usize::try_from(at).ok()?;
    text.char_indices().nth(at).map(|(byte, _)| byte)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of a gold file are small"
)]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn rates(count: Count, only_recall: bool) -> String {
    let recall = percent(count.right, count.gold);
    let precision = percent(count.right, count.predicted);
    let sum = precision + recall;
    let f1 = if sum > 0.0 {
        2.0 * precision * recall / sum
    } else {
        0.0
    };
    let Count {
        right,
        predicted,
        gold,
    } = count;
    if only_recall {
        format!("R {recall:5.1}   ({right} right of {gold})")
    } else {
        format!(
            "P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}   ({right} right, {predicted} predicted, {gold} gold)"
        )
    }
}

/// Whether a figure is of the kind that a row annotates: the rows of unit models leave out all others.
fn is_of_kind(id: &str, figure: &Json) -> bool {
    let role = figure["role"].as_str().unwrap_or_default();
    let unit = figure["unit"].as_str().unwrap_or_default();
    let heat = ["celsius", "fahrenheit", "degree"].contains(&unit);
    let counted = figure["counted"].is_string();
    match id.split_once("Model").map(|(kind, _)| kind) {
        Some("Age") => role == "age",
        Some("Currency") => role == "cost" || role == "rate",
        Some("Temperature") => heat,
        Some("Dimension") => {
            !heat
                && !counted
                && !unit.is_empty()
                && !["percentage", "count"].contains(&unit)
                && matches!(role, "other" | "rate" | "destroyed")
        }
        _ => true,
    }
}

/// A figure of the gold that is optional is neither rewarded nor punished.
fn without_optional<'a>(gold: &'a [Json], predicted: &'a [Json]) -> (Vec<&'a Json>, Vec<&'a Json>) {
    let gold: Vec<&Json> = gold.iter().collect();
    let predicted: Vec<&Json> = predicted.iter().collect();
    let optional = |figure: &&Json| figure["optional"] == json!(true);
    if !gold.iter().any(optional) {
        return (gold, predicted);
    }
    let gone: HashSet<usize> = pair(&gold, &predicted)
        .into_iter()
        .filter_map(|(one, other)| optional(&gold[one]).then_some(other))
        .collect();
    let kept = predicted
        .into_iter()
        .enumerate()
        .filter(|(at, _)| !gone.contains(at));
    let kept = kept.map(|(_, figure)| figure).collect();
    (
        gold.into_iter()
            .filter(|figure| !optional(figure))
            .collect(),
        kept,
    )
}

/// One-to-one pairs of equal value, those that agree best first.
fn pair(gold: &[&Json], predicted: &[&Json]) -> Vec<(usize, usize)> {
    let mut possible = Vec::new();
    for (one, figure) in gold.iter().enumerate() {
        let values = alternatives(figure, "value");
        for (other, candidate) in predicted.iter().enumerate() {
            if values
                .iter()
                .any(|value| !value.is_null() && are_equal(value, &candidate["value"]))
            {
                possible.push((agreement(figure, candidate), one, other));
            }
        }
    }
    possible.sort_by_key(|&(score, one, other)| (std::cmp::Reverse(score), one, other));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, one, other) in possible {
        if pairs.iter().all(|&(a, b)| a != one && b != other) {
            pairs.push((one, other));
        }
    }
    pairs
}

fn agreement(gold: &Json, predicted: &Json) -> u32 {
    let mut score = 0;
    score += 4 * u32::from(has_unit(gold, predicted));
    score += 2 * u32::from(fold_change(&gold["change"]) == fold_change(&predicted["change"]));
    score += FIELDS
        .into_iter()
        .filter(|field| gold.get(*field).is_some() && is_field_right(field, gold, predicted))
        .map(|_| 1)
        .sum::<u32>();
    score + 8 * u32::from(overlaps(gold, predicted))
}

fn overlaps(one: &Json, other: &Json) -> bool {
    let bounds = |figure: &Json| Some((figure["start"].as_u64()?, figure["end"].as_u64()?));
    matches!((bounds(one), bounds(other)), (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1)
}

fn alternatives(figure: &Json, field: &str) -> Vec<Json> {
    let mut all = vec![figure[field].clone()];
    all.extend(
        figure[format!("{field}_any")]
            .as_array()
            .into_iter()
            .flatten()
            .cloned(),
    );
    all
}

fn are_equal(one: &Json, other: &Json) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-8 + 1e-5 * a.abs().max(b.abs());
    let ends = |value: &Json| -> Option<Vec<f64>> {
        value
            .as_array()
            .map(|ends| ends.iter().filter_map(Json::as_f64).collect())
    };
    match (ends(one), ends(other)) {
        (Some(a), Some(b)) => {
            let straight = a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| near(*a, *b));
            straight
                || a.len() == b.len() && a.iter().zip(b.iter().rev()).all(|(a, b)| near(*a, *b))
        }
        (None, None) => matches!((one.as_f64(), other.as_f64()), (Some(a), Some(b)) if near(a, b)),
        _ => false,
    }
}

fn has_unit(gold: &Json, predicted: &Json) -> bool {
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

fn fold_change(change: &Json) -> String {
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

fn is_filled(field: &str, value: &Json) -> bool {
    let empty = match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(list) => list.is_empty(),
        _ => false,
    };
    !(empty || field == "qualifier" && fold_change(value) == "=")
}

fn is_field_right(field: &str, gold: &Json, predicted: &Json) -> bool {
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
