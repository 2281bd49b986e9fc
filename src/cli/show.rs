//! `nutgraf show` and the plain reading: text for pipes, dumb terminals and screen readers.

use super::args::{Input, Show};
use super::articles::Articles;
use super::failure::Failure;
use super::output::{Output, Style};
use super::progress::Progress;
use super::say;
use super::settings::Settings;
use super::stories;
use crate::briefing::Briefing;
use crate::export::{Format, Render, reasons};

/// Prints one view of each article. Gives whether all could be read.
pub(super) fn run(args: &Show, settings: &Settings) -> Result<bool, Failure> {
    let render = match args.view.render {
        _ if args.why && args.view.name != "sections" => {
            return Err(Failure::Usage(format!(
                "'--why' explains sections, not {}; ask for 'nutgraf show sections --why'",
                args.view.name
            )));
        }
        Render::Article(_) if args.together => {
            return Err(Failure::Usage(format!(
                "'--together' makes one story of all articles and says nothing of {}; ask for \
                 'nutgraf show story --together'",
                args.view.name
            )));
        }
        Render::Article(_) if args.why => reasons,
        Render::Article(render) => render,
        Render::Story(render) => {
            let told = stories::tell(&args.input, settings, args.together, &Progress::hidden())?;
            told.check()?;
            say(&told.rendered(render).join("\n"))?;
            return Ok(told.all);
        }
    };
    // The first view waits until it is known whether there are others: alone it needs no headline.
    let mut first = None;
    let mut count = 0;
    let articles = Articles::new(&args.input, settings);
    let all = articles.for_each(
        &Progress::hidden(),
        |briefing| (title(&briefing), render(&briefing, &settings.outline)),
        |(title, text), _| {
            count += 1;
            let headed = format!("{title}\n\n{text}");
            match (count, first.take()) {
                (1, _) => {
                    first = Some((headed, text));
                    Ok(())
                }
                (_, Some((before, _))) => say(&format!("{before}\n{headed}")),
                _ => say(&format!("\n{headed}")),
            }
        },
    )?;
    if let Some((_, alone)) = first {
        say(&alone)?;
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
    let outline = &settings.outline;
    let style = Style { format, outline };
    let mut output = Output::open(None, style, false)?;
    let (prepare, progress) = (output.preparation(), Progress::hidden());
    let all = Articles::new(input, settings).for_each(
        &progress,
        |briefing| prepare(style, briefing),
        |piece, caught_up| output.take(piece, caught_up, &progress).map(|_| ()),
    )?;
    output.finish(all)?;
    Ok(all)
}
