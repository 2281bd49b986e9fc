//! Signals that ask the reader to end, stop or go on.

use std::io;
use std::thread;

use crossbeam_channel::Sender;
use rustix::process::{Signal as Kind, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    End(i32),
    Stop,
    GoOn,
    /// The terminal has another size. The reading of keys tells this as well, but only from its
    /// first look at the keyboard on.
    Resize,
}

/// Sends what signals ask for from now on.
pub(super) fn watch(sender: Sender<Signal>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                let asked = match signal {
                    SIGTSTP => Signal::Stop,
                    SIGCONT => Signal::GoOn,
                    SIGWINCH => Signal::Resize,
                    signal => Signal::End(signal),
                };
                if sender.send(asked).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}

/// Whether there is a shell that could let the reader go on after it stopped. The leader of a
/// session has none; it would stop for ever.
pub(super) fn can_stop() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops until a shell lets it go on: the whole job, so that a program that started the reader, and
/// waits for it, stops as well.
pub(super) fn stop_job() {
    // Without the right to stop the others at least this process is stopped.
    if kill_current_process_group(Kind::STOP).is_err() {
        stop();
    }
}

/// Stops this process alone, as it was asked to.
pub(super) fn stop() {
    let _ = low_level::raise(signal_hook::consts::SIGSTOP);
}
