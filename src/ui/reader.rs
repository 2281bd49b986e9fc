//! The loop: waits for something to happen, lets the state change, draws, and does what the state
//! asks for. While nothing happens nothing is written.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, at, never, select, unbounded};
use ratatui::crossterm::event::{self, Event};

use super::app::{App, Effect};
use super::keys::Key;
#[cfg(unix)]
use super::signals::{self, Signal};
use super::terminal::{Tty, watch_panics};
use super::{Host, Loaded, Outcome};

/// How long the first frame waits for the first briefing; it is mostly there much earlier.
const FIRST: Duration = Duration::from_millis(40);

/// While articles come, a story that is shown is found anew no more often: the eye wants rest.
const REST: Duration = Duration::from_millis(300);

/// ... and at least so many times as long as it takes is left for keys.
const SHARE: u32 = 8;

/// What the loop does next.
enum Next {
    Draw,
    End(Outcome),
}

struct Reader {
    app: App,
    tty: Tty,
    host: Box<dyn Host>,
    /// Before this a story that is shown is not found anew.
    rests_until: Instant,
}

/// Shows the articles until the end.
pub(super) fn read(
    mut app: App,
    loaded: Receiver<Loaded>,
    host: Box<dyn Host>,
) -> io::Result<Outcome> {
    let (panicked, panics) = unbounded();
    watch_panics(panicked);
    #[cfg(unix)]
    let signals = {
        let (sender, signals) = unbounded();
        signals::watch(sender)?;
        signals
    };
    #[cfg(not(unix))]
    let signals = never::<()>();
    let loaded = wait_for_first(&mut app, loaded);
    let mouse = app.options.mouse;
    let mut reader = Reader {
        tty: Tty::take(mouse)?,
        app,
        host,
        rests_until: Instant::now(),
    };
    reader.tty.draw(&mut reader.app)?;
    // Keys are read only now: what is typed before waits in the terminal.
    let events = watch_events()?;
    reader.run(loaded, &events, &signals, &panics)
}

/// Takes in what has been loaded up to the first briefing. Gives back the channel for the rest.
fn wait_for_first(app: &mut App, loaded: Receiver<Loaded>) -> Receiver<Loaded> {
    let until = Instant::now() + FIRST;
    while app.view().is_none() {
        match loaded.recv_deadline(until) {
            Ok(news) => app.load(news),
            Err(error) if error.is_disconnected() => {
                app.complete();
                return never();
            }
            Err(_) => break,
        }
    }
    loaded
}

fn watch_events() -> io::Result<Receiver<io::Result<Event>>> {
    let (sender, events) = unbounded();
    thread::Builder::new()
        .name("keys".to_owned())
        .spawn(move || read_events(&sender))?;
    Ok(events)
}

fn read_events(sender: &Sender<io::Result<Event>>) {
    loop {
        let event = event::read();
        let failed = event.is_err();
        if sender.send(event).is_err() || failed {
            return;
        }
    }
}

#[cfg(unix)]
type SignalReceiver = Receiver<Signal>;
#[cfg(not(unix))]
type SignalReceiver = Receiver<()>;

impl Reader {
    fn run(
        &mut self,
        mut loaded: Receiver<Loaded>,
        events: &Receiver<io::Result<Event>>,
        signals: &SignalReceiver,
        panics: &Receiver<String>,
    ) -> io::Result<Outcome> {
        loop {
            let rested = self.rested();
            let mut next = select! {
                recv(events) -> event => match event {
                    Ok(event) => self.take(event?)?,
                    Err(_) => return Err(io::Error::other("the keyboard can not be read")),
                },
                recv(signals) -> signal => match signal {
                    Ok(signal) => self.obey(signal)?,
                    Err(_) => Next::Draw,
                },
                recv(panics) -> panic => return Err(panicked(panic.ok())),
                recv(rested) -> _ => {
                    self.tell();
                    Next::Draw
                }
                recv(loaded) -> news => {
                    // All has been loaded: nothing to draw.
                    let Ok(news) = news else {
                        self.app.complete();
                        loaded = never();
                        continue;
                    };
                    self.app.load(news);
                    Next::Draw
                }
            };
            // What has come meanwhile is taken in before the screen is drawn.
            while let (Next::Draw, Ok(event)) = (&next, events.try_recv()) {
                next = self.take(event?)?;
            }
            while let (Next::Draw, Ok(news)) = (&next, loaded.try_recv()) {
                self.app.load(news);
            }
            match next {
                Next::Draw => self.tty.draw(&mut self.app)?,
                Next::End(outcome) => return Ok(outcome),
            }
        }
    }

    /// Tells when a story that is shown is to be found anew.
    fn rested(&self) -> Receiver<Instant> {
        if self.app.is_behind() {
            at(self.rests_until)
        } else {
            never()
        }
    }

    fn take(&mut self, event: Event) -> io::Result<Next> {
        let effect = match event {
            Event::Key(key) if !key.is_release() => self.app.press(Key::of(key)),
            Event::Paste(text) => {
                self.app.paste(&text);
                Effect::Nothing
            }
            Event::Mouse(mouse) => {
                self.app.point(mouse);
                Effect::Nothing
            }
            _ => Effect::Nothing,
        };
        self.carry_out(effect)
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<Next> {
        match effect {
            Effect::Nothing => {}
            Effect::Copy(text) => self.tty.copy(&text)?,
            Effect::Export => self.export(),
            Effect::Reaction(shown) => self.turn_reaction(shown),
            Effect::Stories => self.tell(),
            Effect::ExportStory => self.export_story(),
            Effect::Redraw => self.tty.forget()?,
            Effect::Suspend => self.suspend()?,
            Effect::Quit => return Ok(Next::End(Outcome::Quit)),
        }
        Ok(Next::Draw)
    }

    fn export(&mut self) {
        let Some(view) = self.app.view() else { return };
        match self.host.export(&view.briefing) {
            Ok(place) => self.app.say(format!("written to {place}")),
            Err(why) => self.app.complain(why),
        }
    }

    fn tell(&mut self) {
        let began = Instant::now();
        let stories = self.host.stories(&self.app.briefings());
        self.app.take_stories(stories);
        self.rests_until = Instant::now() + REST.max(began.elapsed() * SHARE);
    }

    fn export_story(&mut self) {
        let Some((story, briefings)) = self.app.story_alone() else {
            return;
        };
        match self.host.export_story(&story, &briefings) {
            Ok(place) => self.app.say(format!("written to {place}")),
            Err(why) => self.app.complain(why),
        }
    }

    fn turn_reaction(&mut self, shown: bool) {
        let Some(view) = self.app.view() else { return };
        match self.host.with_reaction(&view.briefing, shown) {
            Some(briefing) => {
                self.app.replace_briefing(briefing);
                self.app.say(if shown {
                    "reaction is a section of its own"
                } else {
                    "reaction belongs to the background"
                });
            }
            None => self.app.complain("reaction can not be told apart here"),
        }
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> io::Result<()> {
        if signals::can_stop() {
            return self.tty.lend(signals::stop_job);
        }
        self.app.complain("there is no shell to go back to");
        Ok(())
    }

    #[cfg(not(unix))]
    fn suspend(&mut self) -> io::Result<()> {
        self.app.complain("this system has no job control");
        Ok(())
    }

    #[cfg(unix)]
    fn obey(&mut self, signal: Signal) -> io::Result<Next> {
        match signal {
            Signal::End(signal) => return Ok(Next::End(Outcome::Signal(signal))),
            Signal::Stop => self.tty.lend(signals::stop)?,
            Signal::GoOn => self.tty.retake()?,
            Signal::Resize => {}
        }
        Ok(Next::Draw)
    }

    #[cfg(not(unix))]
    fn obey(&mut self, (): ()) -> io::Result<Next> {
        Ok(Next::Draw)
    }
}

fn panicked(message: Option<String>) -> io::Error {
    let message = message.unwrap_or_default();
    io::Error::other(format!("a thread of the program failed: {message}"))
}
