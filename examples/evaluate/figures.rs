//! Measures of the figures: those of the field's scorers, one pair for each figure of the gold.

mod folding;
mod pairing;
mod tally;

use nutgraf::analysis::{Options, brief};
use nutgraf::briefing::{Briefing, Figure, QualifierKind, Value as Amount};
use nutgraf::document::{Article, Published};
use nutgraf::language::Lexicon;
use serde_json::{Map, Value as Json, json};

use self::tally::Tally;
use super::{Outcome, Request};

pub(super) fn measure(request: &Request) -> Outcome {
    let mut tally = Tally::default();
    let mut predictions = Vec::new();
    let as_range = is_movement_a_range(&request.gold);
    let equal_as_range = is_equal_a_range(&request.gold);
    for row in &request.gold {
        let briefing = read(row);
        let predicted = predict(&briefing, as_range, equal_as_range);
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

/// Some gold writes "equal to 20" as the range from 20 to 20.
fn is_equal_a_range(gold: &[Json]) -> bool {
    let mut figures = gold
        .iter()
        .filter_map(|row| row["figures"].as_array())
        .flatten();
    figures.any(|figure| {
        let ends = figure["value"].as_array();
        ends.is_some_and(|ends| ends.len() == 2 && ends[0] == ends[1])
    })
}

/// The figures in the shape of the gold, offsets in code points.
fn predict(briefing: &Briefing, as_range: bool, equal_as_range: bool) -> Vec<Json> {
    let document = &briefing.document;
    let mut out = Vec::new();
    let (mut counted, mut start) = (0, 0);
    for (index, figure) in briefing.figures.iter().enumerate() {
        // "48, up from 31": gold without roles has one range for both
        if as_range && figure.superseded_by.is_some_and(|by| by < index) {
            continue;
        }
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
        let equal = equal_as_range && is_equal(figure);
        set("value", amount(figure, from.filter(|_| both), equal));
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

/// The value, as the range that the gold writes for a movement or for what something is equal to.
fn amount(figure: &Figure, from: Option<f64>, equal: bool) -> Json {
    match (figure.value, from) {
        (value, Some(from)) => json!([from, value.high()]),
        (Amount::Exact(value), None) if equal => json!([value, value]),
        (Amount::Exact(value), None) => json!(value),
        (Amount::Range(low, high), None) => json!([low, high]),
    }
}

/// The name of a qualifier in the gold, to which a figure without one is exact.
fn qualifier_name(kind: QualifierKind) -> &'static str {
    match kind {
        QualifierKind::Exactly => "exact",
        kind => kind.name(),
    }
}

fn is_equal(figure: &Figure) -> bool {
    figure
        .qualifier
        .is_some_and(|qualifier| qualifier.kind == QualifierKind::Exactly)
}

fn change(figure: &Figure) -> &'static str {
    match (figure.change, figure.qualifier) {
        (Some(change), _) => change.direction.name(),
        (None, Some(qualifier)) => match qualifier.kind {
            QualifierKind::MoreThan | QualifierKind::AtLeast => ">",
            QualifierKind::LessThan | QualifierKind::UpTo => "<",
            QualifierKind::About | QualifierKind::Nearly => "~",
            QualifierKind::Exactly | QualifierKind::Record => "=",
        },
        (None, None) => "=",
    }
}
