//! The articles that a command is about, analysed on all cores.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal as _};
use std::mem;
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use super::args;
use super::complain;
use super::failure::Failure;
use super::progress::Progress;
use super::repeats::{Repeats, Seen};
use super::settings::Settings;
use super::stream::in_order;
use super::waiting::wait_for_stdin;
use crate::analysis::{self, Options};
use crate::briefing::Briefing;
use crate::document::Article;
use crate::source::jsonl::{self, Line, Lines};
use crate::source::{self, Fault, Format, Input, Note, Place};

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
    Noted(Note),
}

/// What became of an item.
struct Answer<T> {
    size: u64,
    outcome: Outcome<T>,
}

enum Outcome<T> {
    /// The work is done on the briefing of an article.
    Done(Option<Seen>, T),
    Broken(String),
    Noted(String),
}

/// Where the articles come from.
pub(super) struct Articles<'a> {
    settings: &'a Settings,
    from: Option<&'static Format>,
    /// `None` for the bundled ones.
    inputs: Option<Vec<Input>>,
    repeats: Repeats,
}

impl<'a> Articles<'a> {
    /// The articles that the command line names.
    pub(super) fn new(input: &args::Input, settings: &'a Settings) -> Self {
        let named = input.sources.iter().cloned().map(Input::from);
        let mut inputs: Vec<Input> = named.collect();
        if inputs.is_empty() && (input.from.is_some() || is_stdin_given()) {
            inputs.push(Input::Stdin);
        }
        let typed = inputs.iter().any(|input| matches!(input, Input::Stdin));
        if typed && io::stdin().is_terminal() {
            complain(&format!("reading standard input, {INPUT_END} ends it"));
        }
        Self {
            settings,
            from: input.from,
            inputs: Some(inputs).filter(|inputs| !inputs.is_empty()),
            repeats: Repeats::once(),
        }
    }

    /// The same with every article as often as it comes, and nothing kept of those that came before.
    pub(super) fn with_repeats(self) -> Self {
        Self {
            repeats: Repeats::all(),
            ..self
        }
    }

    /// Analyses each article, does the work on its briefing, and takes the results in the order of
    /// the articles. Streams are never in memory as a whole.
    ///
    /// What can not be read is reported on standard error and left out, and so is an article that came
    /// before. Gives whether all could be read.
    ///
    /// # Errors
    ///
    /// When `take` fails; it then ends at once.
    pub(super) fn for_each<T: Send>(
        mut self,
        progress: &Progress,
        work: impl Fn(Briefing) -> T + Sync,
        mut take: impl FnMut(T, bool) -> Result<(), Failure>,
    ) -> Result<bool, Failure> {
        let settings = self.settings;
        let mut repeats = mem::take(&mut self.repeats);
        let (mut all, mut failed) = (true, None);
        let options = settings.config.analysis();
        let work = |article| work(brief(article, settings, &options));
        let look = repeats.looks();
        let answer = |item| answer(item, look, work);
        in_order(self.items(), answer, |answer, caught_up| {
            progress.advance(answer.size);
            match answer.outcome {
                Outcome::Done(seen, result) => match seen.and_then(|seen| repeats.note(seen)) {
                    None => failed = take(result, caught_up).err(),
                    Some(note) => progress.note(note.to_string()),
                },
                Outcome::Broken(message) => {
                    all = false;
                    progress.report(message);
                }
                Outcome::Noted(message) => progress.note(message),
            }
            match failed {
                None => ControlFlow::Continue(()),
                Some(_) => ControlFlow::Break(()),
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
        // Among other inputs it may be reached when the reader has the screen, and there is more to see.
        let alone = matches!(self.inputs.as_deref(), Some([Input::Stdin]));
        let waits = alone && !io::stdin().is_terminal();
        let inputs = self.inputs.into_iter().flatten();
        bundled.chain(inputs.flat_map(move |input| {
            if waits {
                wait_for_stdin();
            }
            items_of(&input, from)
        }))
    }
}

/// Whether standard input is a pipe or a file, which somebody wants read who names no other source. A
/// terminal is not, and neither is the null device that services and timers are started with.
#[cfg(unix)]
fn is_stdin_given() -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    let kind = fs::metadata("/dev/stdin").map(|stdin| stdin.file_type());
    kind.is_ok_and(|kind| kind.is_file() || kind.is_fifo() || kind.is_socket())
}

/// Whether standard input is no terminal. Other systems do not tell their null device from a pipe here:
/// it is read too, and there is no text in it.
#[cfg(not(unix))]
fn is_stdin_given() -> bool {
    !io::stdin().is_terminal()
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
    let faults = loaded.faults.into_iter().map(Item::Broken);
    let notes = loaded.notes.into_iter().map(Item::Noted);
    articles.chain(faults).chain(notes)
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

fn answer<T>(item: Item, look: bool, work: impl Fn(Article) -> T) -> Answer<T> {
    let (size, article) = match item {
        Item::Article(article) => (0, Ok(*article)),
        Item::Line(line, place) => {
            let article = jsonl::parse_line(&line.text, line.number, &place);
            (line.bytes as u64, article)
        }
        Item::Broken(fault) => (0, Err(fault)),
        Item::Noted(note) => {
            let outcome = Outcome::Noted(note.to_string());
            return Answer { size: 0, outcome };
        }
    };
    let outcome = match article {
        Ok(article) => outcome_of(article, look, work),
        Err(fault) => Outcome::Broken(fault.to_string()),
    };
    Answer { size, outcome }
}

/// Does the work on an article, and looks at it to know it again where that is asked for.
fn outcome_of<T>(article: Article, look: bool, work: impl Fn(Article) -> T) -> Outcome<T> {
    let (place, seen) = (article.source.clone(), look.then(|| Seen::of(&article)));
    let work = || work(article);
    // One article must not end the reading of a million others, even if we are at fault.
    match panic::catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => Outcome::Done(seen, result),
        Err(_) => Outcome::Broken(format!(
            "{place}: the analysis broke down, please report this article"
        )),
    }
}

/// Analyses an article with the words of the settings.
pub(super) fn brief(article: Article, settings: &Settings, options: &Options) -> Briefing {
    analysis::brief(article, settings.lexicon(), options)
}
