//! Points on the scales of earthquakes.

use super::super::atoms::Atoms;
use super::super::tables::{Flag, Numeric};

/// No quake is larger.
const LARGEST: f64 = 10.0;

/// "magnitude 6.8", "a 6.8-magnitude quake", "the quake measured 7.1": what a quake measured.
pub(in super::super) fn is_magnitude(atoms: &Atoms<'_>, at: usize) -> bool {
    let text = atoms.text(at);
    let size = text.parse().is_ok_and(|size: f64| size <= LARGEST);
    if !atoms.is_digits(at) || text.len() > 4 || !size || is_other_measure(atoms, at + 1) {
        return false;
    }
    let joint = usize::from(atoms.is_joint(at + 1));
    // "7.1 on the Richter scale"
    let scale = atoms.is(at + 1, "on") && atoms.is(at + 3, "richter");
    // not "the 5 magnitude-7 quakes"
    let counts = atoms.is_joint(at + 2) && atoms.is_digits(at + 3);
    let behind = scale || !counts && atoms.is_any(at + 1 + joint, &["magnitude", "richter"]);
    let before = (at.saturating_sub(4)..at)
        .rev()
        .find(|&word| atoms.is(word, "magnitude"));
    let led = before.is_some_and(|word| {
        (word + 1..at).all(|at| {
            atoms.is_joint(at)
                || atoms.is_any(at, &["of", "at", "about", "a", "around", "was", "nearly"])
        })
    });
    let quake = text.contains('.')
        && (atoms.kind(at + 1).is_none()
            || atoms
                .mark(at + 1)
                .is_some_and(|mark| mark != '%' && mark != '-')
            || atoms.is_any(
                at + 1,
                &[
                    "on",
                    "and",
                    "struck",
                    "hit",
                    "quake",
                    "earthquake",
                    "aftershock",
                ],
            ))
        && (at.saturating_sub(8)..at + 2).any(|at| atoms.has(at, Flag::Quake));
    behind || led || quake && !is_damage(atoms, at)
}

/// "of a magnitude of 4 percent", "the magnitude of 9 deaths": what measures or counts something else.
fn is_other_measure(atoms: &Atoms<'_>, at: usize) -> bool {
    matches!(atoms.numeric(at), Numeric::Scale(_))
        || atoms.mark(at) == Some('%')
        || atoms.is_any(at, &["percent", "per", "points"])
        || atoms.word(at).noun.is_some()
}

/// "the alert level stood at 4", "on a scale of 5": a step of a scale.
pub(super) fn is_level(atoms: &Atoms<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| {
        atoms.is_digits(at) && atoms.text(at).len() == 1
            || matches!(atoms.numeric(at), Numeric::Unit(value) if value <= 10.0)
    }) else {
        return false;
    };
    let scale = before > 0 && atoms.is(before, "of") && atoms.is(before - 1, "scale");
    // "on a scale that runs to 5", "on a scale from one to 10"
    let runs = || {
        let near = at.saturating_sub(6)..before;
        near.clone().any(|at| atoms.is(at, "scale"))
            && (atoms.is_any(before, &["from"])
                || atoms.is_any(before, &["to"])
                    && near
                        .clone()
                        .any(|at| atoms.is_any(at, &["runs", "goes", "from", "of"])))
    };
    let closed = atoms.kind(at + 1).is_none()
        || atoms
            .mark(at + 1)
            .is_some_and(|mark| mark != '%' && mark != '-')
        || atoms.is_any(at + 1, &["on", "out", "of", "and", "for", "in"]);
    let set = atoms.is_any(before, &["at", "to", "from", "was", "is"]);
    let rated = atoms.is_any(before, &["rated", "graded"]);
    // "winds of up to 9 on the Beaufort scale"
    let named = atoms.is(at + 1, "on") && atoms.is(at + 2, "the") && atoms.is(at + 4, "scale");
    let level = || {
        (at.saturating_sub(7)..before)
            .rev()
            .take_while(|&at| atoms.mark(at).is_none())
            .any(|at| {
                atoms.is_any(at, &["level", "alert", "risk", "danger"])
                    && !atoms.is_any(at + 1, &["of", "among"])
            })
    };
    scale || named || runs() || closed && (rated || set && level())
}

/// "damage of 2.3 and 2.5 billion": a cost, in a sentence about a quake too.
fn is_damage(atoms: &Atoms<'_>, at: usize) -> bool {
    let words = &[
        "damage", "damages", "losses", "loss", "cost", "costs", "worth",
    ];
    let sum = (at + 1..at + 5)
        .take_while(|&at| atoms.mark(at) != Some('.'))
        .any(|at| matches!(atoms.numeric(at), Numeric::Scale(_)));
    let money = at > 0 && matches!(atoms.mark(at - 1), Some('$' | '€' | '£' | '¥'));
    money || sum || (at.saturating_sub(5)..at).any(|at| atoms.is_any(at, words))
}
