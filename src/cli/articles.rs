//! The articles that a command is about, analysed on all cores.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal as _};
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use super::args;
use super::complain;
use super::failure::Failure;
use super::progress::Progress;
use super::settings::Settings;
use super::stream::in_order;
use crate::analysis::{self, Options};
use crate::briefing::Briefing;
use crate::document::Article;
use crate::source::jsonl::{self, Line, Lines};
use crate::source::{self, Fault, Format, Input, Place};

/// What is read is handed on in pieces of this size.
const BUFFER: usize = 1 << 16;

/// The keys that end what is typed on standard input.
const INPUT_END: &str = if cfg!(windows) {
    "ctrl-z and enter"
} else {
    "ctrl-d"
};

/// Something read, on its way to the analysis.
enum Item {
    Article(Box<Article>),
    /// A line of JSON Lines, not yet understood.
    Line(Line, Place),
    Broken(Fault),
}

/// What became of an item.
struct Answer<T> {
    size: u64,
    result: Result<T, String>,
}

/// Where the articles come from.
pub(super) struct Articles<'a> {
    settings: &'a Settings,
    from: Option<&'static Format>,
    /// `None` for the bundled ones.
    inputs: Option<Vec<Input>>,
}

impl<'a> Articles<'a> {
    /// The articles that the command line names.
    pub(super) fn new(input: &args::Input, settings: &'a Settings) -> Self {
        let named = input.sources.iter().cloned().map(Input::from);
        let mut inputs: Vec<Input> = named.collect();
        if inputs.is_empty() && input.from.is_some() {
            inputs.push(Input::Stdin);
        }
        if inputs.is_empty() && is_stdin_given() {
            complain("these are the bundled articles; give '-' to read standard input");
        }
        let typed = inputs.iter().any(|input| matches!(input, Input::Stdin));
        if typed && io::stdin().is_terminal() {
            complain(&format!("reading standard input, {INPUT_END} ends it"));
        }
        Self {
            settings,
            from: input.from,
            inputs: Some(inputs).filter(|inputs| !inputs.is_empty()),
        }
    }

    /// Analyses each article, does the work on its briefing, and takes the results in the order of
    /// the articles. Streams are never in memory as a whole.
    ///
    /// What can not be read is reported on standard error and left out. Gives whether all could be.
    ///
    /// # Errors
    ///
    /// When `take` fails; it then ends at once.
    pub(super) fn for_each<T: Send>(
        self,
        progress: &Progress,
        work: impl Fn(Briefing) -> T + Sync,
        mut take: impl FnMut(T, bool) -> Result<(), Failure>,
    ) -> Result<bool, Failure> {
        let settings = self.settings;
        let mut all = true;
        let mut failed = None;
        let options = settings.config.analysis();
        let work = |article| work(brief(article, settings, &options));
        let answer = |item| answer(item, work);
        in_order(self.items(), answer, |answer, caught_up| {
            progress.advance(answer.size);
            let taken = match answer.result {
                Ok(result) => take(result, caught_up),
                Err(message) => {
                    all = false;
                    progress.report(message);
                    Ok(())
                }
            };
            match taken {
                Ok(()) => ControlFlow::Continue(()),
                Err(failure) => {
                    failed = Some(failure);
                    ControlFlow::Break(())
                }
            }
        });
        failed.map_or(Ok(all), Err)
    }

    /// How many bytes are to be streamed, where that can be known.
    pub(super) fn stream_size(&self) -> Option<u64> {
        let inputs = self.inputs.as_ref()?;
        let mut streams = inputs.iter().filter(|input| is_stream(input, self.from));
        let size = |sum: u64, input: &Input| match input {
            Input::Path(path) => Some(sum + fs::metadata(path).ok()?.len()),
            Input::Stdin => None,
        };
        streams.try_fold(0, size)
    }

    fn items(self) -> impl Iterator<Item = Item> + Send {
        let from = self.from;
        let bundled = self.inputs.is_none().then(source::samples);
        let bundled = bundled.into_iter().flatten();
        let bundled = bundled.map(|article| Item::Article(Box::new(article)));
        let inputs = self.inputs.into_iter().flatten();
        bundled.chain(inputs.flat_map(move |input| items_of(&input, from)))
    }
}

/// Whether standard input is a pipe or a file, so that somebody may think it is read. It is not waited
/// for: a script may leave a pipe open that nothing comes from.
#[cfg(unix)]
fn is_stdin_given() -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    let kind = fs::metadata("/dev/stdin").map(|stdin| stdin.file_type());
    kind.is_ok_and(|kind| kind.is_file() || kind.is_fifo())
}

#[cfg(not(unix))]
fn is_stdin_given() -> bool {
    false
}

/// Whether an input is JSON Lines that can be read line by line.
fn is_stream(input: &Input, from: Option<&'static Format>) -> bool {
    let is_jsonl = |format: &Format| format.name == "jsonl";
    match input {
        Input::Stdin => from.is_some_and(is_jsonl),
        Input::Path(path) => {
            let promised = || Format::of_extension(path.extension()?.to_str()?);
            !path.is_dir() && from.or_else(promised).is_some_and(is_jsonl)
        }
    }
}

fn items_of(input: &Input, from: Option<&'static Format>) -> Box<dyn Iterator<Item = Item> + Send> {
    if !is_stream(input, from) {
        return Box::new(loaded(input, from));
    }
    match input {
        Input::Stdin => lines(
            BufReader::with_capacity(BUFFER, io::stdin()),
            Place::new("-"),
        ),
        Input::Path(path) => stream_file(path),
    }
}

fn stream_file(path: &Path) -> Box<dyn Iterator<Item = Item> + Send> {
    match File::open(path) {
        Ok(file) => {
            let place = Place::new(&path.to_string_lossy());
            lines(BufReader::with_capacity(BUFFER, file), place)
        }
        // Names the file and the fault in the words of `source`.
        Err(_) => Box::new(loaded(&Input::Path(path.to_owned()), None)),
    }
}

fn loaded(
    input: &Input,
    from: Option<&'static Format>,
) -> impl Iterator<Item = Item> + Send + use<> {
    let loaded = source::load(std::slice::from_ref(input), from);
    let articles = loaded.articles.into_iter();
    let articles = articles.map(|article| Item::Article(Box::new(article)));
    let faults = loaded.faults.into_iter();
    articles.chain(faults.map(Item::Broken))
}

fn lines(
    input: impl BufRead + Send + 'static,
    place: Place,
) -> Box<dyn Iterator<Item = Item> + Send> {
    let lines = Lines::new(input, place.clone());
    Box::new(lines.map(move |line| match line {
        Ok(line) => Item::Line(line, place.clone()),
        Err(fault) => Item::Broken(fault),
    }))
}

fn answer<T>(item: Item, work: impl Fn(Article) -> T) -> Answer<T> {
    let (size, article) = match item {
        Item::Article(article) => (0, Ok(*article)),
        Item::Line(line, place) => {
            let article = jsonl::parse_line(&line.text, line.number, &place);
            (line.bytes as u64, article)
        }
        Item::Broken(fault) => (0, Err(fault)),
    };
    let result = article
        .map_err(|fault| fault.to_string())
        .and_then(|article| {
            let place = article.source.clone();
            let work = || work(article);
            // One article must not end the reading of a million others, even if we are at fault.
            panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
                format!("{place}: the analysis broke down, please report this article")
            })
        });
    Answer { size, result }
}

/// Analyses an article with the words of the settings.
pub(super) fn brief(article: Article, settings: &Settings, options: &Options) -> Briefing {
    analysis::brief(article, settings.lexicon(), options)
}
