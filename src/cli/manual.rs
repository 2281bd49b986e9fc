//! `nutgraf man` and `nutgraf completions`.

use std::io;

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::args::Args;
use super::failure::Failure;
use super::say;

/// Prints the manual page of the program, or of one of its commands.
pub(super) fn man(command: Option<&str>) -> Result<(), Failure> {
    let mut program = Args::command();
    program.build();
    let of = match command {
        None => program,
        Some(name) => named(&program, name)?,
    };
    print(|out| Man::new(of).render(out))
}

fn named(program: &Command, name: &str) -> Result<Command, Failure> {
    let found = program.find_subcommand(name).cloned();
    let names: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    found.ok_or_else(|| {
        let names = names.join("', '");
        Failure::Usage(format!("there is no command '{name}', there are '{names}'"))
    })
}

/// Prints the completions for a shell.
pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    print(|out| {
        clap_complete::generate(shell, &mut Args::command(), "nutgraf", out);
        Ok(())
    })
}

/// Prints what is written; written first, so that a closed pipe is seen in one place.
fn print(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = Vec::new();
    write(&mut out).map_err(|error| Failure::stdout(&error))?;
    say(&String::from_utf8_lossy(&out))
}
