use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far a long run has come, and what went wrong on the way, on standard error.
///
/// The bar is drawn only on a terminal, and only when the results do not go there as well.
pub(super) struct Progress {
    bar: ProgressBar,
    report: Box<dyn Fn(String)>,
    note: Box<dyn Fn(String)>,
}

impl Progress {
    /// No bar, only reports.
    pub(super) fn hidden() -> Self {
        let complain = |message: String| super::complain(&message);
        Self::silent(complain, complain)
    }

    /// No bar; what went wrong and what is to be noted goes elsewhere.
    pub(super) fn silent(
        report: impl Fn(String) + 'static,
        note: impl Fn(String) + 'static,
    ) -> Self {
        Self {
            bar: ProgressBar::hidden(),
            report: Box::new(report),
            note: Box::new(note),
        }
    }

    /// A bar over bytes, or a count of them when their number is not known.
    pub(super) fn of_bytes(size: Option<u64>) -> Self {
        if !io::stderr().is_terminal() {
            return Self::hidden();
        }
        let template = match size {
            Some(_) => "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
            None => "{bytes} read, {bytes_per_sec}, {elapsed}",
        };
        let style = ProgressStyle::with_template(template);
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::stderr());
        Self {
            bar: bar.with_style(style.progress_chars("=> ")),
            report: Box::new(|message| super::complain(&message)),
            note: Box::new(|message| super::complain(&message)),
        }
    }

    pub(super) fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// Says what went wrong, above the bar.
    pub(super) fn report(&self, message: String) {
        self.bar.suspend(|| (self.report)(message));
    }

    /// Says what is no fault, above the bar.
    pub(super) fn note(&self, message: String) {
        self.bar.suspend(|| (self.note)(message));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
