//! What was asked for on the command line, and doing it.

mod args;
mod articles;
mod config;
mod export;
mod failure;
mod manual;
mod output;
mod progress;
mod reader;
mod repeats;
mod settings;
mod show;
mod stories;
mod stream;
mod waiting;

use std::io::{self, Write};
use std::path::Path;
use std::process::{self, ExitCode};
use std::thread;

use clap::Parser;

use self::args::{Args, Command};
use self::failure::Failure;
use self::reader::End;
use self::settings::Settings;
use crate::analysis;
use crate::source;

/// Runs the program and gives its exit status, as `nutgraf --help` documents it.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    match run(args) {
        Ok(true) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Failure::Signal(number)) => ExitCode::from(128_u8.saturating_add(number)),
        Err(failure) => {
            complain(&failure.to_string());
            let is_usage = matches!(failure, Failure::Usage(_));
            ExitCode::from(if is_usage { 2 } else { 1 })
        }
    }
}

/// Does what was asked for. Gives whether all of it could be done.
fn run(args: Args) -> Result<bool, Failure> {
    args.check()?;
    let named = args.config.as_deref();
    match args.command {
        Some(Command::Export(export)) => export::run(&export, &load(named)?),
        Some(Command::Show(show)) => show::run(&show, &load(named)?),
        Some(Command::Config(command)) => config::run(&command, named),
        Some(Command::Completions { shell }) => manual::completions(shell).map(|()| true),
        Some(Command::Man { command }) => manual::man(command.as_deref()).map(|()| true),
        None if reader::is_plain(args.plain) => show::plain(&args.input, &load(named)?),
        None => {
            // The tables are read beside the settings and the lexicon: the first frame waits for both.
            thread::spawn(analysis::prepare);
            match reader::run(&args.input, load(named)?)? {
                End::Left(all) => Ok(all),
                End::Signal(number) => Err(Failure::Signal(number.try_into().unwrap_or(0))),
            }
        }
    }
}

fn load(named: Option<&Path>) -> Result<Settings, Failure> {
    Settings::load(named)
}

/// Writes to standard output.
fn say(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|error| Failure::stdout(&error))
}

/// Writes a message to standard error; when even that fails there is nowhere left to say it. A message
/// may hold words of a file, so it is cleaned as these are.
fn complain(message: &str) {
    let message = source::clean(message);
    let _ = writeln!(io::stderr().lock(), "nutgraf: {message}");
}

/// Ends the program because nobody reads its output any more.
fn leave() -> ! {
    process::exit(0)
}
