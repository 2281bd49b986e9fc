//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use crate::export::{FORMATS, Format};

/// Reads news articles and shows what they say: sections, summary, quotes with their speakers and
/// key figures with who claims them. Nothing is invented: each item is a piece of the source text.
#[derive(Debug, Parser)]
#[command(name = "nutgraf", version, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub input: Input,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Export(Export),
}

/// What to read.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Input {
    /// Files, directories (read with all below them) or '-' for standard input
    ///
    /// With no SOURCE, the articles bundled with the program are read; with '--from' and no
    /// SOURCE, standard input is.
    #[arg(value_name = "SOURCE")]
    pub sources: Vec<OsString>,
    /// How the sources are written; without it the file name and the text itself decide
    #[arg(long, value_name = "FORMAT")]
    pub from: Option<From>,
}

/// How a source may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum From {
    /// Plain text
    Text,
    /// Markdown, with or without front matter
    Markdown,
    /// JSON Lines: one article a line
    Jsonl,
}

/// Writes briefings to a file, a directory or standard output
#[derive(Debug, clap::Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub input: Input,
    /// How to write them; without it the name given to '--output' and the settings decide
    #[arg(long, short, value_name = "FORMAT", value_parser = format_parser())]
    pub format: Option<&'static Format>,
    /// Where to write them: a file, or a directory for one file an article
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Overwrite files that exist
    #[arg(long)]
    pub force: bool,
}

fn format_parser() -> impl TypedValueParser<Value = &'static Format> {
    let values = FORMATS
        .iter()
        .map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(values).try_map(|name| {
        let format = FORMATS.iter().find(|format| format.name == name);
        format.ok_or_else(|| format!("no format '{name}'"))
    })
}
