//! Hours at which a way was opened or shut: "The motorway reopened at 21.40".

use super::super::atoms::Atoms;
use crate::analysis::listed::Listed;

/// What is done to a way, and what whoever goes by it does.
const VERBS: Listed = Listed::of(&[
    "opened",
    "reopened",
    "closed",
    "shut",
    "resumed",
    "restarted",
    "left",
    "departed",
    "landed",
    "arrived",
    "docked",
    "sailed",
]);

/// Ways, and what goes by them.
const WAYS: Listed = Listed::of(&[
    "motorway",
    "highway",
    "road",
    "street",
    "tunnel",
    "bridge",
    "airport",
    "runway",
    "station",
    "railway",
    "line",
    "lane",
    "lanes",
    "carriageway",
    "route",
    "border",
    "crossing",
    "polls",
    "port",
    "pass",
    "traffic",
    "services",
    "flights",
    "trains",
    "train",
    "bus",
    "ferry",
    "flight",
    "plane",
    "aircraft",
    "boat",
    "ship",
    "express",
]);

/// What has a price at the end of a day.
const PRICED: Listed = Listed::of(&[
    "share", "shares", "stock", "stocks", "index", "price", "prices", "futures", "bond", "bonds",
    "yield", "yields", "dollar", "euro", "pound", "yen", "oil", "crude", "gold",
]);

/// "The motorway reopened at 21.40": when a way was opened or shut, or when something left. A share that
/// "closed at 21.40" is a price.
pub(super) fn is_opening(atoms: &Atoms<'_>, at: usize) -> bool {
    let Some(verb) = at.checked_sub(2).filter(|_| atoms.is(at - 1, "at")) else {
        return false;
    };
    let ends = atoms.kind(at + 1).is_none()
        || matches!(atoms.mark(at + 1), Some('.' | ',' | ';'))
        || atoms.is_any(
            at + 1,
            &["on", "and", "after", "when", "as", "but", "local"],
        );
    let mut near = verb.saturating_sub(8)..verb;
    ends && atoms.is_listed(verb, &VERBS)
        && near.clone().any(|at| atoms.is_listed(at, &WAYS))
        && !near.any(|at| atoms.is_listed(at, &PRICED))
}
