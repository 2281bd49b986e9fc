//! Waiting for standard input, and saying so.

use std::io::{self, BufRead as _};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{RecvTimeoutError, bounded};

use super::complain;

/// After so long somebody may wonder what the program is doing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Waits for the first bytes of standard input, and says so once when they are long in coming.
///
/// The bytes stay where all who read standard input look for them, and so does its end. All is said
/// when this comes back: nothing is written over what is drawn later.
pub(super) fn wait_for_stdin() {
    let (come, waiting) = bounded::<()>(0);
    thread::scope(|scope| {
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                complain("reading standard input, from which nothing has come yet");
            }
        });
        // Whoever reads next meets a fault again and tells of it.
        let _ = io::stdin().lock().fill_buf();
        drop(come);
    });
}
