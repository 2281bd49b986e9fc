//! `nutgraf export`.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::args;
use super::articles::Articles;
use super::failure::{Failure, quoted};
use super::output::{Output, Style, is_folder};
use super::progress::Progress;
use super::settings::Settings;
use super::stories;
use crate::export::{FORMATS, Format, Gathering};

/// Writes the briefings. Gives whether all could be read and written.
pub(super) fn run(args: &args::Export, settings: &Settings) -> Result<bool, Failure> {
    let path = args.output.as_deref();
    let promised = match path {
        Some(path) if args.format.is_none() && !is_folder(path) => promised(path)?,
        _ => None,
    };
    let format = args.format.or(promised);
    let format = format.unwrap_or(settings.config.export.format.0);
    if args.story {
        return write_stories(args, format, settings);
    }
    let outline = &settings.outline;
    let style = Style { format, outline };
    let mut articles = Articles::new(&args.input, settings);
    if matches!(format.gathering, Gathering::Lines) {
        // Each line of a stream has its answer, and memory stays constant.
        articles = articles.with_repeats();
    }
    let progress = progress(&articles, path);
    let mut output = Output::open(path, style, args.force)?;
    let prepare = output.preparation();
    let mut written = true;
    let read = articles.for_each(
        &progress,
        |briefing| prepare(style, briefing),
        |piece, caught_up| {
            written &= output.take(piece, caught_up, &progress)?;
            Ok(())
        },
    )?;
    drop(progress);
    output.finish(read)?;
    Ok(read && written)
}

/// Writes the stories of the articles. Gives whether all could be read and written.
fn write_stories(
    args: &args::Export,
    format: &'static Format,
    settings: &Settings,
) -> Result<bool, Failure> {
    let path = args.output.as_deref();
    let progress = progress(&Articles::new(&args.input, settings), path);
    let told = stories::tell(&args.input, settings, args.together, &progress)?;
    told.check()?;
    let written = told.write(path, format, args.force, &progress)?;
    Ok(told.all && written)
}

/// The format that the end of a file name promises; a name without an end promises none.
fn promised(path: &Path) -> Result<Option<&'static Format>, Failure> {
    let Some(extension) = path.extension() else {
        return Ok(None);
    };
    let format = extension.to_str().and_then(Format::of_extension);
    if format.is_some() {
        return Ok(format);
    }
    let known: Vec<&str> = FORMATS.iter().map(|format| format.extension).collect();
    Err(Failure::Usage(format!(
        "{} promises a format that can not be written; end the name in '.{}', or name a format with \
         '--format'",
        quoted(path),
        known.join("', '.")
    )))
}

fn progress(articles: &Articles<'_>, path: Option<&Path>) -> Progress {
    if path.is_none() && io::stdout().is_terminal() {
        Progress::hidden()
    } else {
        Progress::of_bytes(articles.stream_size())
    }
}
