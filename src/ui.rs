//! The reader in the terminal: an event becomes an action, an action changes the state, the state
//! is drawn.
//!
//! ```text
//! key ─► Keymap ─► Action ─► App::update ─► Effect ─► the loop does it
//!                                │
//!            Sheets (laid out) ◄─┴─► draw(&App)
//! ```
//!
//! A pane is a sheet: rows that point into the article or into the sheet's own words. Sheets are
//! laid out once for an article and a width; drawing looks only at the rows that are seen.

mod action;
mod app;
mod draw;
mod keymap;
mod keys;
mod options;
mod paint;
mod panes;
mod popups;
mod reader;
mod screen;
mod search;
mod sheet;
#[cfg(unix)]
mod signals;
mod terminal;
mod theme;
mod view;
mod wrap;

use std::io;

use crossbeam_channel::Receiver;

pub use self::action::{Action, ActionInfo, Topic};
pub use self::app::{App, Effect};
pub use self::keymap::{KeyProblem, Keymap, KeymapError};
pub use self::keys::{Chord, Key};
pub use self::options::{FigureOrder, Options, QuoteOrder, TextOrder};
pub use self::theme::{Theme, ThemeChoice, ThemeError, ThemeRole};
use crate::briefing::{Briefing, Outline, Story};

/// What the reader is told while it runs, in any order and at any time.
#[derive(Debug)]
pub enum Loaded {
    /// An article will come. It takes the next place of the list, under this name until then.
    Announced(String),
    /// The briefing for a place of the list, counted from 0.
    Briefing(usize, Box<Briefing>),
    /// Why the article for a place of the list could not be read.
    Failed(usize, String),
    /// How many sources have been left out of the list so far, and why the last of them was.
    LeftOut(usize, String),
}

/// What the reader asks of the program around it.
pub trait Host {
    /// Writes a briefing to a file, and says where it went.
    ///
    /// # Errors
    ///
    /// When it could not be written: a message for the reader, in words.
    fn export(&mut self, briefing: &Briefing) -> Result<String, String>;

    /// Writes a story to a file, and says where it went. Its articles are indices into the briefings.
    ///
    /// # Errors
    ///
    /// When it could not be written: a message for the reader, in words.
    fn export_story(&mut self, story: &Story, briefings: &[&Briefing]) -> Result<String, String> {
        let _ = (story, briefings);
        Err("stories can not be written here".to_owned())
    }

    /// The stories that articles tell, as indices into the briefings.
    fn stories(&mut self, briefings: &[&Briefing]) -> Vec<Story> {
        let _ = briefings;
        Vec::new()
    }

    /// Which sections are shown, in which order and under which headings.
    fn outline(&self) -> Outline {
        Outline::default()
    }

    /// The briefing of the same article with reaction as a section of its own, or without.
    /// `None` when the program can not tell.
    fn with_reaction(&mut self, briefing: &Briefing, reaction: bool) -> Option<Briefing> {
        let _ = (briefing, reaction);
        None
    }
}

/// How the reader came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The user left.
    Quit,
    /// A signal asked for the end. The terminal is restored; the exit status is 128 and the signal.
    Signal(i32),
}

/// Shows articles until the user leaves.
///
/// The first frame is drawn as soon as the first briefing has come, or a moment later without it.
/// The sender may be dropped when all has been sent.
///
/// # Errors
///
/// When the terminal can not be read or written, or a thread of the program panicked. The terminal
/// is restored in each case.
pub fn run(
    loaded: Receiver<Loaded>,
    options: Options,
    keymap: Keymap,
    theme: Theme,
    host: Box<dyn Host>,
) -> io::Result<Outcome> {
    let app = app::App::new(options, keymap, theme, host.outline());
    reader::read(app, loaded, host)
}
