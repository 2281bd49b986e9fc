//! Measures the analysis against a gold file.
//!
//! ```text
//! cargo run --release --example evaluate -- PART GOLD [--predictions PATH] [--errors N] [--folds N]
//! ```
//!
//! PART is `quotes`, `figures`, `sections`, `summary`, `sentences` or `stories`. GOLD is JSON Lines, one article
//! a line; offsets in it are Unicode code points. `--predictions` also writes what was found, in the
//! shape of the gold file, and `--errors` prints the first N errors. `--folds`, for sections, fits the
//! weights of the cues anew on all folds but one and judges that one.
#![allow(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring program prints, and its counts are small"
)]

mod figures;
mod quotes;
mod sections;
mod sentences;
mod stories;
mod summary;

use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;

use serde_json::Value as Json;

/// What was asked for.
struct Request {
    /// The path of the gold file.
    path: String,
    gold: Vec<Json>,
    errors: usize,
    /// Into how many folds the articles are dealt to fit weights anew; 0 for not at all.
    folds: usize,
}

/// What a measure gives: its report, and the predictions it is made from.
#[derive(Default)]
struct Outcome {
    report: String,
    predictions: Vec<Json>,
}

type Measure = fn(&Request) -> Outcome;

const PARTS: &[(&str, Measure)] = &[
    ("quotes", quotes::measure),
    ("figures", figures::measure),
    ("sections", sections::measure),
    ("summary", summary::measure),
    ("sentences", sentences::measure),
    ("stories", stories::measure),
];

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("evaluate: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Vec<String>) -> Result<String, String> {
    let predictions = take_option(&mut arguments, "--predictions")?;
    let errors = take_option(&mut arguments, "--errors")?.map_or(Ok(0), |n| n.parse());
    let errors = errors.map_err(|_| "'--errors' wants a number")?;
    let folds = take_option(&mut arguments, "--folds")?.map_or(Ok(0), |n| n.parse());
    let folds = folds.map_err(|_| "'--folds' wants a number")?;
    let [part, path] = &arguments[..] else {
        return Err(
            "usage: evaluate PART GOLD [--predictions PATH] [--errors N] [--folds N]".to_owned(),
        );
    };
    let Some((_, measure)) = PARTS.iter().find(|(name, _)| name == part) else {
        let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        return Err(format!("no part '{part}'; there are {}", names.join(", ")));
    };
    let gold = read_gold(path)?;
    let path = path.clone();
    let outcome = measure(&Request {
        path,
        gold,
        errors,
        folds,
    });
    if let Some(path) = predictions {
        let mut lines = String::new();
        for line in &outcome.predictions {
            let _ = writeln!(lines, "{line}");
        }
        fs::write(&path, lines).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(outcome.report)
}

/// Takes an option and its value out of the arguments.
fn take_option(arguments: &mut Vec<String>, name: &str) -> Result<Option<String>, String> {
    let Some(at) = arguments.iter().position(|argument| argument == name) else {
        return Ok(None);
    };
    if at + 1 >= arguments.len() {
        return Err(format!("'{name}' wants a value"));
    }
    let value = arguments.drain(at..at + 2).nth(1);
    Ok(value)
}

fn read_gold(path: &str) -> Result<Vec<Json>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    let parsed = lines.map(|(at, line)| {
        serde_json::from_str(line).map_err(|error| format!("{path}:{}: {error}", at + 1))
    });
    parsed.collect()
}
