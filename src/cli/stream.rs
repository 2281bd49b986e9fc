//! Items in, answers out in the same order, worked on by all cores, in constant memory.
//!
//! ```text
//!           ┌─► jobs ─► worker ─┐
//! reader ───┤           worker ─┤ one answer channel an item
//!           └─► order ──────────┴──► taker
//! ```
//!
//! The reader puts each item on `jobs` and the receiving end of its answer on `order`. The taker
//! waits for the answers in the order of `order`. Both queues are short, so that a slow taker holds
//! the reader back.

use std::ops::ControlFlow;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

/// Items that wait, for each worker.
const WAITING: usize = 16;

/// Does the work on each item, and hands over the answers in the order of the items until `take`
/// breaks. The items are drawn on a thread of their own. `take` is also told whether it has caught
/// up with the reader, so that it knows when to flush.
pub(super) fn in_order<I: Send, T: Send>(
    items: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T, bool) -> ControlFlow<()>,
) {
    let workers = thread::available_parallelism().map_or(1, Into::into);
    let (jobs_in, jobs) = bounded(workers * WAITING);
    let (order_in, order) = bounded(workers * WAITING);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (jobs, work) = (jobs.clone(), &work);
            scope.spawn(move || do_jobs(&jobs, work));
        }
        drop(jobs);
        scope.spawn(move || read(items, &jobs_in, &order_in));
        for answer in &order {
            // An answer that never comes is a panic of its worker, which the scope passes on.
            let Ok(answer) = answer.recv() else { break };
            if take(answer, order.is_empty()).is_break() {
                break;
            }
        }
        drop(order);
    });
}

fn do_jobs<I, T>(jobs: &Receiver<(I, Sender<T>)>, work: impl Fn(I) -> T) {
    for (item, answer) in jobs {
        // Nobody waits for it any more once the taker has stopped.
        let _ = answer.send(work(item));
    }
}

/// Reads to the end, or until nobody takes answers any more.
fn read<I, T>(
    items: impl Iterator<Item = I>,
    jobs: &Sender<(I, Sender<T>)>,
    order: &Sender<Receiver<T>>,
) {
    for item in items {
        let (answer_in, answer) = bounded(1);
        if order.send(answer).is_err() || jobs.send((item, answer_in)).is_err() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_items() {
        let mut taken = Vec::new();
        let slow_at_first = |item: u64| {
            thread::sleep(std::time::Duration::from_millis(5_u64.saturating_sub(item)));
            item * 2
        };
        in_order(0..200, slow_at_first, |answer, _| {
            taken.push(answer);
            ControlFlow::Continue(())
        });
        assert_eq!(taken, (0..200).map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn an_endless_stream_ends_when_nobody_takes_any_more() {
        let mut taken = 0;
        in_order(
            0..,
            |item: u64| item,
            |_, _| {
                taken += 1;
                if taken == 3 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        assert_eq!(taken, 3);
    }
}
