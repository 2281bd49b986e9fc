//! Words of harm that are told of things.

use super::Near;
use crate::analysis::listed::Listed;

/// Things that die without a life: "a drop shot that died on the clay".
const DYING: Listed = Listed::of(&[
    "shot", "ball", "wind", "winds", "breeze", "engine", "engines", "light", "lights", "battery",
    "signal", "bill", "motion", "applause", "hope", "hopes", "talks", "deal", "fire", "flames",
    "music", "phone",
]);

/// Things that are missing.
const LOST: Listed = Listed::of(&[
    "piece",
    "pieces",
    "jewel",
    "jewels",
    "item",
    "items",
    "painting",
    "paintings",
    "document",
    "documents",
    "file",
    "files",
    "money",
    "funds",
    "cash",
    "data",
    "parts",
    "link",
    "links",
    "luggage",
    "weapons",
    "keys",
    "records",
    "goods",
    "artefacts",
    "artifacts",
]);

impl Near<'_, '_> {
    /// Whether what dies is a thing.
    pub(super) fn is_of_things(&self, died: usize) -> bool {
        let mut subject = self.before(died, 2);
        subject.any(|at| self.reading.is_listed(at, &DYING))
    }

    /// "one of the nine missing pieces".
    pub(super) fn is_lost_property(&self, missing: usize) -> bool {
        self.reading.is_listed(missing + 1, &LOST)
    }
}
