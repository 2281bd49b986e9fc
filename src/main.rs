//! The program `nutgraf`; all it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    nutgraf::cli::main()
}
