//! What was asked for on the command line, and doing it.

#![expect(
    clippy::print_stderr,
    reason = "this is the one place that talks to the user outside the reader"
)]

mod args;
mod export;
mod failure;
mod stream;

use std::process::ExitCode;

use clap::Parser;

use self::args::{Args, Command};
use self::failure::Failure;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.command {
        Some(Command::Export(export)) => export::run(&export),
        None => Ok(true),
    };
    match done {
        Ok(true) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("nutgraf: {failure}");
            match failure {
                Failure::Usage(_) => ExitCode::from(2),
                _ => ExitCode::FAILURE,
            }
        }
    }
}
