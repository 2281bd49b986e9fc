//! The articles that come with the program.

use super::{Place, parse};
use crate::document::Article;

/// A bundled file: the name of the outlet, and what it holds.
struct Sample {
    outlet: &'static str,
    bytes: &'static [u8],
}

/// In the order in which they are shown: one event told by four outlets, then other subjects.
const SAMPLES: &[Sample] = &[];

/// The bundled articles, invented from first to last.
#[must_use]
pub fn samples() -> Vec<Article> {
    let loaded = SAMPLES
        .iter()
        .map(|sample| parse(sample.bytes, &Place::new(sample.outlet), None));
    loaded.flat_map(|loaded| loaded.articles).collect()
}
