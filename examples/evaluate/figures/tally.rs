//! What is counted over a gold file, and the report of it.

use std::fmt::Write as _;

use nutgraf::briefing::{Briefing, Figure, Role};
use serde_json::{Value as Json, json};

use super::folding::{fold_change, has_unit, is_field_right, is_filled};
use super::pairing::{FIELDS, alternatives, overlaps, pair, without_optional};

/// Right, predicted and wanted.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    predicted: usize,
    gold: usize,
}

#[derive(Default)]
pub(super) struct Tally {
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
    pub(super) fn add(
        &mut self,
        row: &Json,
        predicted: &[Json],
        briefing: &Briefing,
        errors: usize,
    ) {
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

    pub(super) fn report(&self) -> String {
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
        // a rise in percent is a rate, and no sum of money
        Some("Currency") => role == "cost" || role == "rate" && unit != "percentage",
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
