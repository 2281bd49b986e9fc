//! Measures of the summary.

use super::{Outcome, Request};

pub(super) fn measure(_: &Request) -> Outcome {
    Outcome::default()
}
