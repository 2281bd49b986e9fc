//! The terminal: taken over, drawn on, and given back whatever happens.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossbeam_channel::Sender;
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::Rect;

use super::app::App;
use super::draw;

/// Whether the terminal is ours. The panic hook and the guard both give it back, once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// A frame of a large terminal; it is written at once.
const FRAME_BYTES: usize = 1 << 16;

/// The terminal while the reader has it. Dropping it gives it back.
pub(super) struct Tty {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    mouse: bool,
}

impl Tty {
    /// Takes the terminal over. Nothing is asked of it.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        let mut tty = Self {
            terminal: on_stdout()?,
            mouse,
        };
        tty.enter()?;
        Ok(tty)
    }

    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let backend = self.terminal.backend_mut();
        queue!(backend, EnterAlternateScreen, EnableBracketedPaste)?;
        if self.mouse {
            queue!(backend, EnableMouseCapture)?;
        }
        io::Write::flush(backend)
    }

    /// Draws the state; what has not changed is not written.
    pub(super) fn draw(&mut self, app: &mut App) -> io::Result<()> {
        let size = self.terminal.size()?;
        app.resize(Rect::new(0, 0, size.width, size.height));
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| {
            if let Some(cursor) = draw::draw(app, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Forgets what is on the screen, so that all of it is drawn again.
    ///
    /// `Terminal::clear` would ask for the place of the cursor, and wait for an answer.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        self.terminal = on_stdout()?;
        self.terminal.backend_mut().clear()
    }

    /// Puts a text on the clipboard, by way of the terminal.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(
            self.terminal.backend_mut(),
            CopyToClipboard::to_clipboard_from(text)
        )
    }

    /// Gives the terminal back while something else is done, and takes it again.
    pub(super) fn lend(&mut self, while_away: impl FnOnce()) -> io::Result<()> {
        give_back();
        while_away();
        self.retake()
    }

    /// Takes the terminal again after somebody else had it.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        self.enter()?;
        self.forget()
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        give_back();
    }
}

fn on_stdout() -> io::Result<Terminal<CrosstermBackend<BufWriter<Stdout>>>> {
    let writer = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
    Terminal::new(CrosstermBackend::new(writer))
}

/// Gives the terminal back as it was, if it is ours.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // There is nobody left to tell when the terminal is gone.
    let _ = execute!(
        out,
        DisableMouseCapture,
        DisableBracketedPaste,
        EndSynchronizedUpdate,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
    let _ = out.flush();
}

/// From now on a panic of this thread gives the terminal back before it is reported, and one of
/// another thread is sent to the loop, which ends.
pub(super) fn watch_panics(panicked: Sender<String>) {
    let before = panic::take_hook();
    let ours = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == ours || !TAKEN.load(Ordering::SeqCst) {
            give_back();
            before(info);
        } else if panicked.send(info.to_string()).is_err() {
            before(info);
        }
    }));
}
