//! Measures of the quotes.

use super::{Outcome, Request};

pub(super) fn measure(_: &Request) -> Outcome {
    Outcome::default()
}
