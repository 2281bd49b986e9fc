//! How large a group or a place is.

use super::super::atoms::Atoms;
use super::super::tables::Flag;
use crate::analysis::listed::Listed;

/// "a family of six", "holds 38,000", "built for 60,000": how large a group or a place is, and none
/// of those counted before.
pub(in super::super) fn is_size(atoms: &Atoms<'_>, first: usize) -> bool {
    const GROUPS: &[&str] = &[
        "family",
        "families",
        "crew",
        "team",
        "group",
        "party",
        "population",
        "enrolment",
        "enrollment",
        "membership",
        "workforce",
        "capacity",
        "convoy",
        "staff",
        "class",
        "gang",
        "squad",
    ];
    const MADE: &[&str] = &[
        "permission",
        "permit",
        "room",
        "space",
        "built",
        "designed",
        "meant",
        "intended",
        "enough",
        "licensed",
        "made",
        "out",
        "registered",
        "equipped",
        "certified",
        "planned",
        "beds",
    ];
    const HOLDS: Listed = Listed::of(&[
        "hold", "holds", "seat", "seats", "carry", "carries", "sleeps", "houses",
    ]);
    let light = |at: &usize| atoms.has(*at, Flag::Light) && !atoms.is_any(*at, &["of", "the"]);
    let skipped = (first.saturating_sub(4)..first)
        .rev()
        .take_while(light)
        .count();
    let Some(last) = first.checked_sub(skipped + 1) else {
        return false;
    };
    let behind = |words: &[&str]| last > 0 && atoms.is_any(last - 1, words);
    atoms.is(last, "of") && behind(GROUPS)
        || atoms.is(last, "for") && (behind(MADE) || is_built(atoms, last))
        || atoms.is_listed(last, &HOLDS)
        || is_size_of_place(atoms, first)
}

/// "a town of 9,000 popular with hikers": how many live there, which no word behind counts.
pub(in super::super) fn is_size_of_place(atoms: &Atoms<'_>, first: usize) -> bool {
    const PLACES: Listed = Listed::of(&[
        "town",
        "village",
        "city",
        "island",
        "hamlet",
        "settlement",
        "suburb",
        "country",
        "nation",
        "municipality",
        "enclave",
        "port",
        "resort",
        "capital",
    ]);
    let light = |at: &usize| atoms.has(*at, Flag::Light) && !atoms.is_any(*at, &["of", "the"]);
    let skipped = (first.saturating_sub(4)..first).rev().take_while(light);
    let of = first.checked_sub(skipped.count() + 1);
    of.is_some_and(|of| of > 0 && atoms.is(of, "of") && atoms.is_listed(of - 1, &PLACES))
}

/// "built in 1987 for 200".
fn is_built(atoms: &Atoms<'_>, last: usize) -> bool {
    (last.saturating_sub(4)..last).any(|at| atoms.is_any(at, &["built", "designed", "opened"]))
}
