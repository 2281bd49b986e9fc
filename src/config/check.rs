//! Reading a settings file, and finding all that is wrong with it at once.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, ValueDeserializer};

use super::keys::Chords;
use super::{Config, Problem, unclean};
use crate::ui::{Keymap, KeymapError};

/// What came of reading a settings file.
#[derive(Debug)]
pub struct Checked {
    /// The settings, without those that are wrong.
    pub config: Config,
    /// What is wrong, in the order of the lines.
    pub problems: Vec<Problem>,
}

const ALL_HIDDEN: &str = "every section is hidden and no text is left, leave one out of 'hidden'";

/// Reads the text of a settings file; `file` is its name in messages.
#[must_use]
pub fn check(file: &str, text: &str) -> Checked {
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let problem =
        |error: &toml::de::Error| Problem::parsed(file, text, error.span(), error.message());
    let mut problems: Vec<Problem> = errors.iter().map(problem).collect();
    problems.extend(unclean(file, text));
    // What is said of a line already is not said again in other words.
    let broken: Vec<usize> = problems
        .iter()
        .map(|problem| problem.position().0)
        .collect();
    let mut report = |wrong: Problem| {
        if !broken.contains(&wrong.position().0) {
            problems.push(wrong);
        }
    };
    for error in wrong_keys(table.get_ref()) {
        let bytes = place(table.get_ref(), &error);
        report(Problem::at(file, text, bytes, &error.to_string()));
    }
    // Each mistake hides those behind it, so what is wrong is taken out and the rest read again.
    let config = loop {
        match Config::deserialize(Deserializer::from(table.clone())) {
            Ok(config) => break config,
            Err(error) => {
                report(problem(&error));
                let removed = error.span().is_some_and(|at| remove(table.get_mut(), &at));
                if !removed {
                    break Config::default();
                }
            }
        }
    };
    if config.sections.shown().is_empty() {
        let bytes = entry(table.get_ref(), "sections", "hidden").map(|(key, _)| key);
        report(Problem::at(file, text, bytes, ALL_HIDDEN));
    }
    problems.sort_by_key(Problem::position);
    Checked { config, problems }
}

/// Takes out the innermost entry that covers a place. Gives whether there was one.
fn remove(table: &mut DeTable<'_>, at: &Range<usize>) -> bool {
    let inner = table.iter_mut().any(|(_, value)| match value.get_mut() {
        DeValue::Table(inner) => remove(inner, at),
        _ => false,
    });
    let covers = |span: Range<usize>| span.start <= at.start && at.end <= span.end;
    let found = table
        .iter()
        .find(|(key, value)| covers(key.span()) || covers(value.span()));
    match found.map(|(key, _)| key.clone()) {
        Some(key) if !inner => table.remove(&key).is_some(),
        _ => inner,
    }
}

/// All that is wrong with the `keys` table.
fn wrong_keys(table: &DeTable<'_>) -> Vec<KeymapError> {
    let mut keys = super::Keys::of(bound(table)).changed();
    let mut wrong = Vec::new();
    while let Err(error) = Keymap::build(&keys) {
        let fixed = match (&error.chord, keys.get_mut(&error.action)) {
            (Some(chord), Some(chords)) => {
                let before = chords.len();
                chords.retain(|other| other != chord);
                chords.len() < before
            }
            _ => keys.remove(&error.action).is_some(),
        };
        wrong.push(error);
        if !fixed {
            break;
        }
    }
    wrong
}

/// The `keys` table as far as it can be understood; the rest is reported when it is read as a whole.
fn bound(table: &DeTable<'_>) -> BTreeMap<String, Vec<String>> {
    let keys = table.get("keys").and_then(|keys| keys.get_ref().as_table());
    let entries = keys.into_iter().flatten().filter_map(|(action, chords)| {
        let chords = Chords::deserialize(ValueDeserializer::from(chords.clone())).ok()?;
        Some((action.get_ref().to_string(), chords.0))
    });
    entries.collect()
}

/// An entry of a table of the file: where its name stands, and its value.
fn entry<'a, 'f>(
    file: &'a DeTable<'f>,
    table: &str,
    name: &str,
) -> Option<(Range<usize>, &'a Spanned<DeValue<'f>>)> {
    let table = file.get(table)?.get_ref().as_table()?;
    let mut entries = table.iter();
    let (key, value) = entries.find(|(key, _)| key.get_ref().as_ref() == name)?;
    Some((key.span(), value))
}

/// Where the action or the chord at fault stands.
fn place(table: &DeTable<'_>, error: &KeymapError) -> Option<Range<usize>> {
    let (action, chords) = entry(table, "keys", &error.action)?;
    let Some(chord) = &error.chord else {
        return Some(action);
    };
    let is_chord = |value: &&Spanned<DeValue<'_>>| value.get_ref().as_str() == Some(chord);
    let in_list = chords
        .get_ref()
        .as_array()
        .and_then(|list| list.iter().find(is_chord));
    Some(in_list.unwrap_or(chords).span())
}
