//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use clap_complete::Shell;

use super::failure::Failure;
use crate::export::{self, FORMATS, VIEWS, View};
use crate::source;

/// What stands below the options in the help and in the manual.
const MORE: &str = "\
Exit status:
  0    all went well
  1    something could not be read or written, or a line of a stream was broken: the rest has been
       done; or the settings are wrong: nothing has been done
  2    the command line can not be understood
  128 and more: the reader was ended by the signal of this number less 128

Environment:
  NUTGRAF_CONFIG   the settings file, which must exist; otherwise it is nutgraf/config.toml in
                   $XDG_CONFIG_HOME or ~/.config, and in %APPDATA% on Windows; section cues of your
                   own are read from cues.toml beside it
  NO_COLOR         when set, the reader uses no colours
  TERM             with 'dumb' the briefing is read out in plain lines

Examples:
  nutgraf                                 read the bundled articles
  nutgraf story.txt reports/              read a file and all articles of a directory
  curl -s example.org/a.md | nutgraf      read what another program prints
  nutgraf export story.txt -o story.md    write a briefing as Markdown
  nutgraf show story reports/             what several articles tell of one event
  nutgraf export --from jsonl --format jsonl < articles.jsonl > briefings.jsonl";

/// Reads news articles and shows what they say
///
/// nutgraf opens articles in a reader with panes for the sections, the summary, the quotes with their
/// speakers, and the key figures with who claims them. Nothing is invented: each item is a piece of
/// the source text. When standard output is not a terminal the briefing is printed in plain lines.
#[derive(Debug, Parser)]
#[command(name = "nutgraf", version, max_term_width = 100, after_long_help = MORE)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub input: Input,
    /// Print the briefing in plain lines, from first to last: for a screen reader, or a terminal
    /// that can not move its cursor
    #[arg(long)]
    pub plain: bool,
    /// Use this settings file
    #[arg(long, global = true, value_name = "PATH")]
    pub config: Option<PathBuf>,
}

impl Args {
    /// Whether the parts fit together.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let misplaced = match self.command {
            Some(_) if !self.input.sources.is_empty() => "sources stand",
            Some(_) if self.input.from.is_some() => "'--from' stands",
            Some(_) if self.plain => "'--plain' is for reading and stands",
            _ => return Ok(()),
        };
        Err(Failure::Usage(format!(
            "{misplaced} before the command; put them behind it, or './' before the name of a file \
             that is called like a command"
        )))
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Export(Export),
    Show(Show),
    /// Writes, finds, prints or checks the settings
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Prints the completions for a shell
    Completions {
        shell: Shell,
    },
    /// Prints the manual page
    Man {
        /// The page of this command
        command: Option<String>,
    },
}

/// What to read.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Input {
    /// Files, directories (read with all below them) or '-' for standard input
    ///
    /// With no SOURCE, standard input is read where it is a pipe or a file, or with '--from'; otherwise
    /// the articles bundled with the program are.
    #[arg(value_name = "SOURCE")]
    pub sources: Vec<OsString>,
    /// How the sources are written; without it the file name and the text itself decide
    #[arg(long, value_name = "FORMAT", value_parser = source_format())]
    pub from: Option<&'static source::Format>,
}

/// Writes briefings to a file, a directory or standard output
#[derive(Debug, clap::Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub input: Input,
    /// How to write them; without it the end of the name given to '--output' decides, and the
    /// settings where it has none
    #[arg(long, short, value_name = "FORMAT", value_parser = export_format())]
    pub format: Option<&'static export::Format>,
    /// Where to write them; without it standard output
    ///
    /// A directory, or a name that ends in a slash, gets one file an article, named after its title.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Overwrite files that exist
    #[arg(long)]
    pub force: bool,
    /// Write the stories that several articles tell, in place of the articles
    #[arg(long)]
    pub story: bool,
    /// With '--story': all articles tell one story, however little they are alike
    #[arg(long, requires = "story")]
    pub together: bool,
}

/// Prints one view of the briefing as plain text
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Show {
    /// What to print
    #[arg(value_name = "VIEW", value_parser = view())]
    pub view: &'static View,
    #[command(flatten)]
    pub input: Input,
    /// With 'sections': each sentence with the cues that decided, their weights and the runner-up
    #[arg(long)]
    pub why: bool,
    /// With 'story': all articles tell one story, however little they are alike
    #[arg(long)]
    pub together: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Writes a settings file that names every setting with its default
    Init {
        /// Overwrite the file that exists
        #[arg(long)]
        force: bool,
    },
    /// Prints where the settings file is, or would be
    Path,
    /// Prints the settings that are in force
    Show,
    /// Says what is wrong with the settings file and with the section cues beside it
    Check,
}

fn source_format() -> impl TypedValueParser<Value = &'static source::Format> {
    let values = source::FORMATS
        .iter()
        .map(|format| PossibleValue::new(format.name));
    PossibleValuesParser::new(values)
        .try_map(|name| source::Format::of_name(&name).ok_or("no such format"))
}

fn export_format() -> impl TypedValueParser<Value = &'static export::Format> {
    let value = |format: &export::Format| PossibleValue::new(format.name).help(format.about);
    PossibleValuesParser::new(FORMATS.iter().map(value))
        .try_map(|name| export::Format::of_name(&name).ok_or("no such format"))
}

fn view() -> impl TypedValueParser<Value = &'static View> {
    let value = |view: &View| PossibleValue::new(view.name).help(view.about);
    PossibleValuesParser::new(VIEWS.iter().map(value)).try_map(|name| {
        let mut views = VIEWS.iter();
        views.find(|view| view.name == name).ok_or("no such view")
    })
}
