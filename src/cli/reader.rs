//! Starting the reader, and what it asks of the program.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::{env, thread};

use crossbeam_channel::{Receiver, Sender, bounded};

use super::args::Input;
use super::articles::{Articles, brief};
use super::complain;
use super::failure::Failure;
use super::output::not_written;
use super::progress::Progress;
use super::settings::Settings;
use crate::analysis;
use crate::briefing::{Briefing, Outline, Story};
use crate::export::{Names, write_whole};
use crate::ui::{self, Host, Loaded, Outcome, Theme};

/// Briefings that may wait for the reader to take them.
const WAITING: usize = 64;

/// How the reader ended.
pub(super) enum End {
    /// The user left; whether all sources could be read.
    Left(bool),
    /// A signal of this number asked for the end.
    Signal(i32),
}

/// Whether the briefing has to be read from first to last instead: on what is no terminal, or one
/// that can not move its cursor.
pub(super) fn is_plain(asked: bool) -> bool {
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    asked || dumb || !io::stdout().is_terminal()
}

/// Opens the reader.
pub(super) fn run(input: &Input, settings: Settings) -> Result<End, Failure> {
    // The threads go on until the program ends, and so must what they read.
    let settings: &'static Settings = Box::leak(Box::new(settings));
    let (sender, receiver) = bounded(WAITING);
    let (first_in, first) = bounded(1);
    let (faults, notes) = (Messages::default(), Messages::default());
    let articles = Articles::new(input, settings);
    let worker = Worker {
        sender,
        first: first_in,
        faults: faults.clone(),
        notes: notes.clone(),
    };
    thread::spawn(move || worker.work(articles));
    // An article, or the end without one.
    if first.recv().is_err() {
        notes.report();
        faults.report();
        return Ok(End::Left(false));
    }
    let outcome = open(receiver, settings)?;
    notes.report();
    faults.report();
    Ok(match outcome {
        Outcome::Quit => End::Left(faults.is_empty()),
        Outcome::Signal(number) => End::Signal(number),
    })
}

fn open(receiver: Receiver<Loaded>, settings: &'static Settings) -> Result<Outcome, Failure> {
    let config = &settings.config;
    let failed = |error: String| Failure::Failed(error);
    let keymap = config
        .keys
        .keymap()
        .map_err(|error| failed(error.to_string()))?;
    let theme = Theme::build(&config.reader.theme).map_err(|error| failed(error.to_string()))?;
    let colourless = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let theme = if colourless {
        Theme::monochrome()
    } else {
        theme
    };
    let host = Box::new(Program { settings });
    ui::run(receiver, config.reader.clone(), keymap, theme, host)
        .map_err(|error| Failure::io("the terminal", &error))
}

/// What is to be said when the reader is closed.
#[derive(Default, Clone)]
struct Messages(Arc<Mutex<Vec<String>>>);

impl Messages {
    /// Keeps a message, and gives how many there are.
    fn push(&self, message: String) -> usize {
        self.0.lock().map_or(0, |mut messages| {
            messages.push(message);
            messages.len()
        })
    }

    fn is_empty(&self) -> bool {
        self.0.lock().is_ok_and(|messages| messages.is_empty())
    }

    fn report(&self) {
        if let Ok(messages) = self.0.lock() {
            messages.iter().for_each(|message| complain(message));
        }
    }
}

/// Reads and analyses while the reader is already open.
struct Worker {
    sender: Sender<Loaded>,
    /// Told of the first article; closed when there is none.
    first: Sender<()>,
    /// What could not be read.
    faults: Messages,
    notes: Messages,
}

impl Worker {
    fn work(self, articles: Articles<'static>) {
        let mut place = 0;
        let report = {
            let (faults, sender) = (self.faults.clone(), self.sender.clone());
            move |fault: String| {
                let all = faults.push(fault.clone());
                // Before the reader is open the channel may be full; all is told again at the end.
                let _ = sender.try_send(Loaded::LeftOut(all, fault));
            }
        };
        let notes = self.notes.clone();
        let progress = Progress::silent(report, move |note| {
            notes.push(note);
        });
        let take = |briefing: Box<Briefing>, _| {
            // There is room for one; more than the first are of no interest. What is sent before the
            // reader is open may have to wait for it.
            let _ = self.first.try_send(());
            let title = briefing.document.article().title.text.clone();
            let told = self.sender.send(Loaded::Announced(title));
            let told = told.and_then(|()| self.sender.send(Loaded::Briefing(place, briefing)));
            place += 1;
            told.map_err(|_| Failure::Closed)
        };
        // The reader has been closed, or all is read; what went wrong has been kept.
        let _ = articles.for_each(&progress, Box::new, take);
    }
}

/// The program, as the reader sees it.
struct Program {
    settings: &'static Settings,
}

impl Program {
    /// Writes into the directory of the settings, under the first name that is free.
    fn write(&self, title: &str, text: &str) -> Result<String, String> {
        let options = &self.settings.config.export;
        let extension = options.format.0.extension;
        let mut names = Names::default();
        loop {
            let path = options.directory.join(names.name(title, extension));
            match write_whole(&path, text, false) {
                Ok(()) => return Ok(shown(path)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(not_written(&path, &error).to_string()),
            }
        }
    }
}

impl Host for Program {
    fn export(&mut self, briefing: &Briefing) -> Result<String, String> {
        let format = self.settings.config.export.format.0;
        let text = (format.render)(briefing, &self.settings.outline);
        self.write(&briefing.document.article().title.text, &text)
    }

    fn export_story(&mut self, story: &Story, briefings: &[&Briefing]) -> Result<String, String> {
        let format = self.settings.config.export.format.0;
        let first = briefings.first();
        let title = first.map_or("", |briefing| {
            briefing.document.article().title.text.as_str()
        });
        self.write(&format!("story {title}"), &(format.story)(story, briefings))
    }

    fn stories(&mut self, briefings: &[&Briefing]) -> Vec<Story> {
        analysis::stories(briefings, &self.settings.config.analysis().summary)
    }

    fn outline(&self) -> Outline {
        self.settings.outline.clone()
    }

    fn with_reaction(&mut self, briefing: &Briefing, reaction: bool) -> Option<Briefing> {
        let article = briefing.document.article().clone();
        let mut options = self.settings.config.analysis();
        options.sections.reaction = reaction;
        Some(brief(article, self.settings, &options))
    }
}

/// A path without the "./" that says nothing.
fn shown(path: PathBuf) -> String {
    let short = path.strip_prefix(".").map(ToOwned::to_owned);
    short.unwrap_or(path).display().to_string()
}
