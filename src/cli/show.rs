//! `nutgraf show` and the plain reading: text for pipes, dumb terminals and screen readers.

use super::args::{Input, Show};
use super::articles::Articles;
use super::failure::Failure;
use super::output::Output;
use super::progress::Progress;
use super::say;
use super::settings::Settings;
use crate::briefing::Briefing;
use crate::export::{Format, reasons};

/// Prints one view of each article. Gives whether all could be read.
pub(super) fn run(args: &Show, settings: &Settings) -> Result<bool, Failure> {
    let view = args.view;
    let render = match (view.name, args.why) {
        (_, false) => view.render,
        ("sections", true) => reasons,
        (name, true) => {
            return Err(Failure::Usage(format!(
                "'--why' explains sections, not {name}; ask for 'nutgraf show sections --why'"
            )));
        }
    };
    let mut waiting: Option<String> = None;
    let mut count = 0;
    let articles = Articles::new(&args.input, settings);
    let all = articles.for_each(
        &Progress::hidden(),
        |briefing| (title(&briefing), render(&briefing)),
        |(title, text), _| {
            count += 1;
            // One article alone needs no headline above it; with several each has its own.
            match waiting.replace(format!("{title}\n\n{text}")) {
                Some(before) => say(&format!("{before}\n")),
                None if count == 1 => Ok(()),
                None => Ok(()),
            }
        },
    )?;
    if let Some(last) = waiting {
        let alone = last.split_once("\n\n").map_or("", |(_, text)| text);
        say(if count == 1 { alone } else { &last })?;
    }
    Ok(all)
}

fn title(briefing: &Briefing) -> String {
    briefing.document.article().title.text.clone()
}

/// Reads the briefings from first to last, in plain lines.
pub(super) fn plain(input: &Input, settings: &Settings) -> Result<bool, Failure> {
    let Some(format) = Format::of_name("text") else {
        return Ok(false);
    };
    let mut output = Output::open(None, format, false)?;
    let (prepare, progress) = (output.preparation(), Progress::hidden());
    let all = Articles::new(input, settings).for_each(
        &progress,
        |briefing| prepare(format, briefing),
        |piece, caught_up| output.take(piece, caught_up, &progress).map(|_| ()),
    )?;
    output.finish(all)?;
    Ok(all)
}
