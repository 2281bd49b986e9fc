//! Lines in, results out in the same order, worked on by all cores, in constant memory.
//!
//! ```text
//!              ┌─► jobs ─► worker ─┐
//! reader ──────┤           worker ─┤ one answer channel a line
//!              └─► order ──────────┴──► taker
//! ```
//!
//! The reader puts each line on `jobs` and the receiving end of its answer on `order`. The taker
//! waits for the answers in the order of `order`. Both queues are short, so that a slow taker holds
//! the reader back.

use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

/// Lines that wait, for each worker.
const WAITING: usize = 16;

/// A longer line is not read into memory; it is a broken line.
const LONGEST_LINE: u64 = 64 << 20;

/// A line of a stream.
#[derive(Debug)]
pub(super) struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Its bytes without the line end; `None` when there were too many.
    pub bytes: Option<Vec<u8>>,
    /// How many bytes were read for it, the line end counted.
    pub read: u64,
}

/// What one line came to.
#[derive(Debug)]
pub(super) struct Answer<T> {
    /// The number of the line, from 1.
    pub number: usize,
    /// How many bytes the line has, its end counted.
    pub read: u64,
    /// What the work gave; `None` when the work itself broke down.
    pub result: Option<T>,
}

struct Pending<T> {
    number: usize,
    read: u64,
    answer: Receiver<T>,
}

/// Does the work on each line that is not blank, and hands over the answers in the order of the
/// lines until `take` breaks.
///
/// # Errors
///
/// When the input can not be read on; the lines before are still worked on and taken.
pub(super) fn in_order<T: Send>(
    input: impl BufRead + Send,
    workers: usize,
    work: impl Fn(Line) -> T + Sync,
    mut take: impl FnMut(Answer<T>) -> ControlFlow<()>,
) -> io::Result<()> {
    let (jobs_in, jobs) = bounded(workers * WAITING);
    let (order_in, order) = bounded(workers * WAITING);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (jobs, work) = (jobs.clone(), &work);
            scope.spawn(move || do_jobs(&jobs, work));
        }
        let reading = scope.spawn(move || read(input, &jobs_in, &order_in));
        drop(jobs);
        for pending in &order {
            let answer = Answer {
                number: pending.number,
                read: pending.read,
                result: pending.answer.recv().ok(),
            };
            if take(answer).is_break() {
                break;
            }
        }
        drop(order);
        reading.join().unwrap_or(Ok(()))
    })
}

fn do_jobs<T>(jobs: &Receiver<(Line, Sender<T>)>, work: impl Fn(Line) -> T) {
    for (line, answer) in jobs {
        // Nobody waits for it any more once the taker has stopped.
        let _ = answer.send(work(line));
    }
}

/// Reads to the end, or until nobody takes answers any more.
fn read<T>(
    mut input: impl BufRead,
    jobs: &Sender<(Line, Sender<T>)>,
    order: &Sender<Pending<T>>,
) -> io::Result<()> {
    for number in 1.. {
        let Some(line) = next_line(&mut input, number)? else {
            break;
        };
        if line.bytes.as_ref().is_some_and(|bytes| is_blank(bytes)) {
            continue;
        }
        let (answer_in, answer) = bounded(1);
        let pending = Pending {
            number,
            read: line.read,
            answer,
        };
        if order.send(pending).is_err() || jobs.send((line, answer_in)).is_err() {
            break;
        }
    }
    Ok(())
}

fn is_blank(bytes: &[u8]) -> bool {
    bytes.trim_ascii().is_empty()
}

/// The next line, or nothing at the end.
fn next_line(input: &mut impl BufRead, number: usize) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let mut read = io::Read::take(&mut *input, LONGEST_LINE).read_until(b'\n', &mut bytes)? as u64;
    if read == 0 {
        return Ok(None);
    }
    let whole = bytes.pop_if(|last| *last == b'\n').is_some() || read < LONGEST_LINE;
    if !whole {
        bytes = Vec::new();
        read += skip_line(input)?;
    }
    Ok(Some(Line {
        number,
        bytes: whole.then_some(bytes),
        read,
    }))
}

/// Reads past the next line end, and says how many bytes that was.
fn skip_line(input: &mut impl BufRead) -> io::Result<u64> {
    input.skip_until(b'\n').map(|skipped| skipped as u64)
}
