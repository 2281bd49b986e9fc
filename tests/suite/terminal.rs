//! The real reader in a pseudo-terminal: what it leaves behind, and what it writes.
//!
//! Each wait is for a condition on the screen, with a deadline; nothing sleeps.

use std::env;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::unbounded;
use nutgraf::briefing::Briefing;
use nutgraf::ui::{self, Host, Keymap, Loaded, Options, Theme};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::ferry;

/// Nothing takes so long, on however busy a machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// An article that the program itself reads.
const ARTICLE: &str = "Bridge over the Tamsin closes for a year\n\n\
    The bridge over the Tamsin closed on Monday after engineers found cracks in two piers.\n\n\
    “We could not wait any longer,” said Odile Farrow, the county engineer.\n\n\
    The repair is expected to cost $12 million.\n";

/// What has come from the program so far.
struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    ended: bool,
}

struct Terminal {
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal can be looked at after the program has ended.
    _slave: Box<dyn SlavePty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    home: TempDir,
    /// How the terminal was set before the program started, as text.
    before: String,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_nutgraf"))
}

impl Terminal {
    /// The reader with an article.
    fn reader() -> Self {
        Self::start(program(), &["bridge.txt"], &[])
    }

    /// The reader of a test of this file that is run in the terminal only.
    fn test(name: &str) -> Self {
        let test = format!("terminal::{name}");
        let arguments = ["--exact", test.as_str(), "--ignored", "--nocapture"];
        Self::start(env::current_exe().unwrap(), &arguments, &[])
    }

    fn start(program: PathBuf, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("bridge.txt"), ARTICLE).unwrap();
        let pair = native_pty_system().openpty(size(24, 80)).unwrap();
        let before = format!("{:?}", pair.master.get_termios().unwrap());
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(home.path());
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = watch(pair.master.try_clone_reader().unwrap());
        Self {
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            _slave: pair.slave,
            child,
            seen,
            home,
            before,
        }
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    fn signal(&self, signal: Signal) {
        let pid = self.child.process_id().unwrap();
        kill_process(Pid::from_raw(pid.cast_signed()).unwrap(), signal).unwrap();
    }

    /// Waits until something holds of what has been seen.
    #[track_caller]
    fn wait(&mut self, what: &str, holds: impl Fn(&Seen) -> bool) -> &mut Self {
        let until = Instant::now() + DEADLINE;
        let (seen, changed) = &*self.seen;
        let mut seen = seen.lock().unwrap();
        while !holds(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            let screen = seen.parser.screen().contents();
            assert!(
                !left.is_zero(),
                "waited for {what}, the screen is\n{screen}"
            );
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
        drop(seen);
        self
    }

    #[track_caller]
    fn wait_for(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("'{words}'"), |seen| {
            seen.parser.screen().contents().contains(words)
        })
    }

    /// Waits until the reader has the terminal and shows some words.
    #[track_caller]
    fn wait_for_reader(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("the reader with '{words}'"), |seen| {
            let screen = seen.parser.screen();
            screen.alternate_screen() && screen.contents().contains(words)
        })
    }

    /// Waits for the end of a frame.
    #[track_caller]
    fn wait_for_frame(&mut self) -> &mut Self {
        self.wait("the end of the frame", |seen| {
            seen.raw.ends_with(b"\x1b[?2026l")
        })
    }

    /// Waits for the end, checks that the terminal is as it was, and gives the exit status.
    #[track_caller]
    fn end(mut self) -> u32 {
        let status = self.child.wait().unwrap();
        self.wait_restored();
        assert_eq!(
            format!("{:?}", self.master.get_termios().unwrap()),
            self.before,
            "the terminal is not set as before"
        );
        status.exit_code()
    }

    #[track_caller]
    fn wait_restored(&mut self) -> &mut Self {
        self.wait("the terminal to be given back", |seen| {
            let screen = seen.parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        })
    }

    /// All bytes that the program has written.
    fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().raw).into_owned()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A failed test must not leave the program behind; one that has ended can not be ended.
        let _ = self.child.kill();
    }
}

/// Takes in what the program writes, without pause, on a thread.
fn watch(mut reader: Box<dyn Read + Send>) -> Arc<(Mutex<Seen>, Condvar)> {
    let one = |number| NonZeroU16::new(number).unwrap();
    let seen = Seen {
        parser: vt100::Parser::new(one(24), one(80), 0),
        raw: Vec::new(),
        ended: false,
    };
    let seen = Arc::new((Mutex::new(seen), Condvar::new()));
    let shared = Arc::clone(&seen);
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        loop {
            let read = reader.read(&mut buffer).unwrap_or(0);
            let (seen, changed) = &*shared;
            let mut seen = seen.lock().unwrap();
            seen.parser.process(&buffer[..read]);
            seen.raw.extend_from_slice(&buffer[..read]);
            seen.ended = read == 0;
            changed.notify_all();
            if read == 0 {
                return;
            }
        }
    });
    seen
}

#[test]
fn a_walk_through_the_panes_ends_with_the_terminal_as_it_was() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("found cracks");
    terminal.press("\t").wait_for(" 1/");
    terminal.press("\t").wait_for("Odile Farrow");
    terminal.press("\r").wait_for("found cracks");
    terminal.press("?").wait_for("half a screen down");
    terminal.press("\x1b").wait_for("found cracks");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_first_frame_asks_the_terminal_nothing_and_is_written_at_once() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("found cracks");
    terminal.wait_for_frame();
    let raw = terminal.raw();
    for query in [
        "\x1b[6n",
        "\x1b[5n",
        "\x1b[c",
        "\x1b[0c",
        "\x1b[?u",
        "\x1b]10;?",
        "\x1b]11;?",
    ] {
        assert!(!raw.contains(query), "{query:?} in {raw:?}");
    }
    let begins = raw.find("\x1b[?2026h").expect("the update is synchronised");
    let ends = raw.find("\x1b[?2026l").expect("the update has an end");
    let text = raw.find("cracks").expect("the text is there");
    assert!(begins < text && text < ends);
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("found cracks");
    terminal.wait("the end of the frame", |seen| {
        seen.raw.ends_with(b"\x1b[?2026l")
    });
    let before = terminal.raw().len();
    {
        let (seen, changed) = &*terminal.seen;
        let quiet =
            changed.wait_timeout_while(seen.lock().unwrap(), Duration::from_millis(400), |seen| {
                seen.raw.len() == before
            });
        assert!(quiet.unwrap().1.timed_out(), "something was written");
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn another_size_is_drawn_anew() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("Text  Summary");
    {
        let one = |number| NonZeroU16::new(number).unwrap();
        let mut seen = terminal.seen.0.lock().unwrap();
        seen.parser.screen_mut().set_size(one(30), one(120));
    }
    terminal.master.resize(size(30, 120)).unwrap();
    terminal.wait_for("━━ Text ━");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn an_open_story_takes_in_what_comes_later() {
    let line =
        |outlet: &str, text: &str| format!("{{\"source\":\"{outlet}\",\"text\":\"{text}\"}}\n");
    let fire = "A fire in the covered market of Tarn Ferry killed 12 traders on Sunday";
    let first =
        line("a", &format!("{fire}, the fire brigade said.")) + &line("b", &format!("{fire}."));
    let second = line(
        "c",
        &format!("{fire}, and the market of Tarn Ferry is closed."),
    );
    let script = "printf %s \"$1\" > first; printf %s \"$2\" > second; mkfifo go; \
        { cat first; cat go second; } | \"$0\" --from jsonl -";
    let program = program();
    let arguments = ["-c", script, program.to_str().unwrap(), &first, &second];
    let mut terminal = Terminal::start("/bin/sh".into(), &arguments, &[]);
    terminal.wait_for_reader("covered market");
    // With one article there is no story to open yet.
    terminal.wait_for("article 1/2");
    terminal.press("S").wait_for("2 articles on one event");
    std::fs::write(terminal.home.path().join("go"), "").unwrap();
    terminal.wait_for("3 articles on one event");
    terminal.press("qq");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_signal_to_end_restores_the_terminal() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut terminal = Terminal::reader();
        terminal.wait_for_reader("found cracks");
        terminal.signal(signal);
        assert_eq!(terminal.end(), status);
    }
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_until_fg() {
    let script = "set -m; \"$0\" bridge.txt; echo stopped; read answer; fg; echo left";
    let program = program();
    let arguments = ["-c", script, program.to_str().unwrap()];
    let mut terminal = Terminal::start("/bin/sh".into(), &arguments, &[]);
    terminal.wait_for_reader("found cracks");
    terminal.press("\x1a").wait_for("stopped").wait_restored();
    terminal.press("\n").wait_for_reader("found cracks");
    terminal.press("\t").wait_for(" 1/");
    terminal.press("qq").wait_for("left");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn without_a_shell_to_go_back_to_ctrl_z_says_so() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("found cracks");
    terminal
        .press("\x1a")
        .wait_for("there is no shell to go back to");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_file_that_can_not_be_read_is_told_of_while_and_after_the_others_are_shown() {
    let mut terminal = Terminal::start(program(), &["bridge.txt", "gone.txt"], &[]);
    terminal.wait_for_reader("found cracks");
    terminal.wait_for_reader("gone.txt: there is no such file");
    terminal.press("q").wait_restored();
    terminal.wait_for("gone.txt: there is no such file");
    assert_eq!(terminal.end(), 1);
}

#[test]
fn more_files_than_can_wait_may_be_left_out_before_the_first_article() {
    let gone: Vec<String> = (0..200).map(|number| format!("gone{number}.txt")).collect();
    let mut arguments: Vec<&str> = gone.iter().map(String::as_str).collect();
    arguments.push("bridge.txt");
    let mut terminal = Terminal::start(program(), &arguments, &[]);
    terminal.wait_for_reader("found cracks");
    terminal.press("q");
    assert_eq!(terminal.end(), 1);
}

#[test]
fn an_article_can_be_typed() {
    let mut terminal = Terminal::start(program(), &["-"], &[]);
    terminal.wait_for("reading standard input, ctrl-d ends it");
    terminal.press("The bridge over the Tamsin closed on Monday.\n\x04");
    terminal.wait_for_reader("Announcement");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn without_colour_the_reader_writes_none() {
    let mut terminal = Terminal::start(program(), &["bridge.txt"], &[("NO_COLOR", "1")]);
    terminal.wait_for_reader("found cracks");
    terminal.press("q");
    terminal.wait_restored();
    assert_eq!(colours(&terminal.raw()), [""; 0]);
    assert_eq!(terminal.end(), 0);
}

/// The sequences that set a colour.
fn colours(raw: &str) -> Vec<&str> {
    let sequences = raw.split("\x1b[").skip(1);
    let manners = sequences.filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then_some(&rest[..end])
    });
    let sets_colour = |code: &str| {
        let code = code.parse().unwrap_or(0);
        matches!(code, 30..=38 | 40..=48 | 90..=107)
    };
    manners
        .filter(|codes| codes.split(';').any(sets_colour))
        .collect()
}

#[test]
fn colours_are_written_where_they_are_wanted() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("found cracks");
    assert!(!colours(&terminal.raw()).is_empty());
}

#[test]
fn an_export_is_written_and_said() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("found cracks");
    terminal.press("e").wait_for("written to ");
    let files = std::fs::read_dir(terminal.home.path()).unwrap();
    assert_eq!(files.count(), 2, "the article and its briefing");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn what_is_copied_goes_to_the_clipboard_of_the_terminal() {
    let mut terminal = Terminal::reader();
    terminal.wait_for_reader("found cracks");
    terminal.press("]qy").wait_for("copied: We could not wait");
    terminal.press("q").wait_restored();
    // OSC 52 with "We could not wait any longer," in base 64.
    assert!(
        terminal
            .raw()
            .contains("\x1b]52;c;V2UgY291bGQgbm90IHdhaXQgYW55IGxvbmdlciw=\x1b\\"),
        "{:?}",
        terminal.raw()
    );
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_panic_restores_the_terminal_before_it_is_reported() {
    let mut terminal = Terminal::test("reader_whose_host_panics");
    terminal.wait_for_reader("212 aboard");
    terminal
        .press("e")
        .wait_for("the host is out of order")
        .wait_restored();
    terminal.end();
}

#[test]
fn a_panic_of_another_thread_ends_the_reader_and_is_reported() {
    let mut terminal = Terminal::test("reader_whose_worker_panics");
    terminal.wait_for_reader("212 aboard");
    terminal
        .press("e")
        .wait_for("the worker is out of order")
        .wait_restored();
    terminal.end();
}

/// A host whose export goes wrong.
struct Failing {
    /// Whether a thread of its own fails instead of the one that asks.
    elsewhere: bool,
}

impl Host for Failing {
    fn export(&mut self, _: &Briefing) -> Result<String, String> {
        assert!(self.elsewhere, "the host is out of order");
        thread::spawn(|| panic!("the worker is out of order"));
        Ok("nowhere".to_owned())
    }
}

fn read_with(host: Failing) {
    let (sender, loaded) = unbounded();
    sender
        .send(Loaded::Briefing(0, Box::new(ferry::briefing())))
        .unwrap();
    let (keymap, theme) = (Keymap::default(), Theme::default());
    ui::run(loaded, Options::default(), keymap, theme, Box::new(host)).unwrap();
}

#[test]
#[ignore = "is run in a pseudo-terminal by another test"]
fn reader_whose_host_panics() {
    read_with(Failing { elsewhere: false });
}

#[test]
#[ignore = "is run in a pseudo-terminal by another test"]
fn reader_whose_worker_panics() {
    read_with(Failing { elsewhere: true });
}
