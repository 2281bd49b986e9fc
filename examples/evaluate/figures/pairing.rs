//! One-to-one pairs of the figures of the gold and those found.

use std::collections::HashSet;

use serde_json::{Value as Json, json};

use super::folding::{fold_change, has_unit, is_field_right};

/// The fields that a gold file may have beside value, unit and change.
pub(super) const FIELDS: [&str; 5] = ["qualifier", "role", "counted", "claimed_by", "as_of"];

/// A figure of the gold that is optional is neither rewarded nor punished.
pub(super) fn without_optional<'a>(
    gold: &'a [Json],
    predicted: &'a [Json],
) -> (Vec<&'a Json>, Vec<&'a Json>) {
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
pub(super) fn pair(gold: &[&Json], predicted: &[&Json]) -> Vec<(usize, usize)> {
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

pub(super) fn overlaps(one: &Json, other: &Json) -> bool {
    let bounds = |figure: &Json| Some((figure["start"].as_u64()?, figure["end"].as_u64()?));
    matches!((bounds(one), bounds(other)), (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1)
}

pub(super) fn alternatives(figure: &Json, field: &str) -> Vec<Json> {
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
