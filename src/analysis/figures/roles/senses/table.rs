//! Words that carry their role only beside others.

use crate::analysis::listed::Listed;

/// What a word needs beside it to carry its role.
pub(super) struct Sense {
    pub words: Listed,
    /// One of these right before it.
    pub led: &'static [&'static str],
    /// Or one of these among the four atoms behind it.
    pub next: &'static [&'static str],
}

const fn led(words: &'static [&'static str], led: &'static [&'static str]) -> Sense {
    Sense {
        words: Listed::of(words),
        led,
        next: &[],
    }
}

const fn next(words: &'static [&'static str], next: &'static [&'static str]) -> Sense {
    Sense {
        words: Listed::of(words),
        led: &[],
        next,
    }
}

/// "driven out", "crossed the border", "in intensive care", "behind bars", "cut off".
pub(super) const SENSES: &[Sense] = &[
    next(&["driven"], &["out", "from"]),
    next(&["crossed"], &["into", "border"]),
    next(
        &["brought"],
        &["safety", "ashore", "alive", "out", "surface"],
    ),
    next(
        &["pulled"],
        &[
            "safety", "ashore", "alive", "water", "sea", "rubble", "wreckage", "wreck", "debris",
            "mud", "snow", "river", "lake", "surf", "ruins", "flames", "lagoon",
        ],
    ),
    next(&["fished"], &["out", "from"]),
    next(
        &["led", "escorted", "ferried", "taken"],
        &["safety", "ashore", "aboard", "hospital"],
    ),
    next(&["rounded", "locked"], &["up"]),
    next(&["washed"], &["away", "off", "overboard"]),
    next(&["fallen"], &["ill", "sick"]),
    next(&["lay", "lie", "lies", "lying"], &["under", "beneath"]),
    next(&["torn"], &["down", "off", "apart"]),
    led(
        &["fatal"],
        &["were", "was", "proved", "them", "whom", "are", "been"],
    ),
    next(&["flown"], &["safety", "home", "out", "hospital"]),
    next(&["cut"], &["off"]),
    led(&["care"], &["intensive"]),
    led(&["repair"], &["beyond"]),
    led(
        &["surgery"],
        &[
            "in",
            "had",
            "need",
            "needed",
            "needing",
            "needs",
            "underwent",
            "undergone",
            "undergoing",
            "require",
            "required",
            "requiring",
            "emergency",
            "have",
            "has",
            "into",
            "for",
            "awaiting",
            "urgent",
            "after",
        ],
    ),
    led(&["safe"], &["found", "are", "were", "all"]),
    led(&["bars"], &["behind"]),
    led(
        &["jail", "prison", "detention", "cells", "captivity"],
        &["in"],
    ),
    next(&["picked"], &["up"]),
    next(&["dug"], &["out", "alive"]),
    next(
        &["plucked", "hauled", "dragged"],
        &["from", "off", "out", "ashore", "aboard", "safety"],
    ),
    led(
        &["murder", "assassination", "death", "deaths"],
        &["to", "their"],
    ),
    next(
        &["sleeping"],
        &["in", "on", "outside", "outdoors", "rough", "under"],
    ),
    led(&["collapse", "destruction", "damage"], &[]),
    next(&["tested"], &["positive"]),
    led(&["rubble"], &["to", "into", "in", "under", "beneath", "of"]),
];
