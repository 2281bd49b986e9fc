//! `nutgraf config`.

use std::fs;
use std::path::Path;

use super::args::ConfigCommand;
use super::failure::{Failure, quoted};
use super::output::not_written;
use super::settings::{self, File, Settings};
use super::{complain, say};
use crate::config::{EXAMPLE, cues_beside};
use crate::export::write_whole;

/// Does what is asked about the settings. Gives whether all is well with them.
pub(super) fn run(command: &ConfigCommand, named: Option<&Path>) -> Result<bool, Failure> {
    match command {
        ConfigCommand::Init { force } => init(&file(named)?.path, *force),
        ConfigCommand::Path => say(&format!("{}\n", file(named)?.path.display())).map(|()| true),
        ConfigCommand::Show => show(named),
        ConfigCommand::Check => check(&file(named)?),
    }
}

fn file(named: Option<&Path>) -> Result<File, Failure> {
    let nowhere = "there is no home directory, name the settings file with '--config PATH'";
    settings::file(named).ok_or_else(|| Failure::Failed(nowhere.to_owned()))
}

/// Writes the example, which sets every setting to its default.
fn init(path: &Path, force: bool) -> Result<bool, Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::io(&quoted(folder), &error))?;
    }
    write_whole(path, EXAMPLE, force).map_err(|error| not_written(path, &error))?;
    say(&format!("wrote {}\n", quoted(path)))?;
    Ok(true)
}

/// Prints the settings that are in force.
fn show(named: Option<&Path>) -> Result<bool, Failure> {
    let settings = Settings::load(named)?;
    let text = toml::to_string(&settings.config);
    let text = text.map_err(|error| Failure::Failed(error.to_string()))?;
    say(&text)?;
    Ok(true)
}

/// Says what is wrong with the settings file and the cues, all of it.
fn check(File { path, required }: &File) -> Result<bool, Failure> {
    let checked = settings::read_config(path, *required)?;
    let exists = checked.is_some();
    let problems = checked.map_or(Vec::new(), |checked| checked.problems);
    for problem in &problems {
        complain(&problem.to_string());
    }
    let cues = cues_beside(path);
    let read = settings::read_cues(&cues);
    if let Err(failure) = &read {
        complain(&failure.to_string());
    }
    if !problems.is_empty() || read.is_err() {
        return Ok(false);
    }
    let found = if exists {
        "is fine"
    } else {
        "does not exist, the defaults hold"
    };
    say(&format!("{} {found}\n", quoted(path)))?;
    if matches!(read, Ok(Some(_))) {
        say(&format!("{} is fine\n", quoted(&cues)))?;
    }
    Ok(true)
}
