//! Movement: "rose 8 %", "the toll climbed to 48".

use super::atoms::Atoms;
use super::draft::Draft;
use super::tables::{Flag, Numeric, UnitKind};
use crate::analysis::listed::Listed;
use crate::briefing::{Change, Direction, Role};

/// Gives the drafts of a sentence their movement.
pub(super) fn find(atoms: &Atoms<'_>, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let set = drafts[index].negated || drafts[index].former;
        if set || drafts[index].change.is_some() {
            continue;
        }
        let before = index.checked_sub(1).map(|before| &drafts[before]);
        let change =
            moved(atoms, &drafts[index]).or_else(|| shared(atoms, before?, &drafts[index]));
        drafts[index].change = change;
    }
}

/// With "down to", these say what something amounts to.
const BOILED: Listed = Listed::of(&[
    "boil", "boils", "boiled", "boiling", "come", "comes", "came", "coming",
]);

fn moved(atoms: &Atoms<'_>, draft: &Draft) -> Option<Change> {
    let direction = if draft.numeral.plus {
        Direction::Up
    } else {
        amount(atoms, draft).or_else(|| level(atoms, draft))?
    };
    Some(Change {
        direction,
        from: None,
    })
}

/// "Shares of the bank were down 2.3 %, the insurer by 2.6 %": the verb is that of the figure before.
fn shared(atoms: &Atoms<'_>, before: &Draft, draft: &Draft) -> Option<Change> {
    let by = draft.head.checked_sub(1).filter(|&by| atoms.is(by, "by"))?;
    let alike = draft.measure?.kind == before.measure?.kind;
    let between = before.tail..by;
    let near = between.len() < 8 && !between.into_iter().any(|at| atoms.has(at, Flag::Verb));
    before
        .change
        .filter(|_| alike && near)
        .map(|change| Change {
            from: None,
            ..change
        })
}

/// Whether a number tells how far something moved, or how far apart two things are: "fell 8 %", "a rise of 8 %",
/// "8 % more than a year ago".
pub(super) fn is_distance(atoms: &Atoms<'_>, draft: &Draft) -> bool {
    // "8 % more", "8 % higher"
    const COMPARED: Listed = Listed::of(&[
        "more", "less", "fewer", "higher", "lower", "up", "down", "stronger", "weaker", "cheaper",
        "dearer",
    ]);
    // "an 8 % rise"
    const MOVES: Listed = Listed::of(&[
        "increase", "rise", "fall", "drop", "decline", "decrease", "jump", "growth", "raise",
        "cut", "hike", "gain", "slump", "plunge", "surge",
    ]);
    let before = draft.head.checked_sub(1);
    let is_before = |words: &[&str]| before.is_some_and(|at| atoms.is_any(at, words));
    let of = draft.head.checked_sub(2).filter(|_| is_before(&["of"]));
    let named = of
        .is_some_and(|noun| atoms.has(noun, Flag::NounChange) && direction(atoms, noun).is_some());
    let pay = usize::from(atoms.is_any(draft.tail, &["pay", "wage", "price", "tax"]));
    let led = is_before(&["a", "an", "the", "its", "their", "this"]);
    let grows = atoms.is(draft.tail, "growth");
    let moves = grows || (led || pay > 0) && atoms.is_listed(draft.tail + pay, &MOVES);
    // "the insurer by 2.6 %"
    let by = draft.change.is_some() && is_before(&["by"]);
    named || by || moves || atoms.is_listed(draft.tail, &COMPARED) || amount(atoms, draft).is_some()
}

/// How far it moved: "rose 8 %", "down by 4 points".
fn amount(atoms: &Atoms<'_>, draft: &Draft) -> Option<Direction> {
    let measure = draft.measure.as_ref()?;
    if measure.age || measure.kind == UnitKind::Time || measure.kind == UnitKind::Count {
        return None;
    }
    let mut at = draft.head;
    for _ in 0..3 {
        let before = at.checked_sub(1)?;
        let word = atoms.word(before);
        let noun = before > 0
            && (atoms.is_listed(
                before - 1,
                const {
                    &Listed::of(&[
                        "a", "an", "the", "its", "this", "of", "pay", "price", "tax", "revised",
                    ])
                },
            ) || before + 1 < draft.head);
        let always = atoms.is_any(before, &["up", "down", "lost", "added", "gain", "lose"]);
        // "added a 30-degree turn"
        let thing = before + 2 == draft.head
            && atoms.is_any(before, &["added", "lost", "gained"])
            && atoms.is_any(before + 1, &["a", "an"]);
        // "expects to raise 30 million euros"
        let collected = measure.kind == UnitKind::Money
            && atoms.is_any(before, &["raise", "raises", "raised", "raising"]);
        if thing || collected {
            return None;
        }
        let plain = word.is(Flag::NounChange) && !always && noun;
        if let Some(direction) = direction(atoms, before).filter(|_| !plain) {
            return Some(direction);
        }
        if atoms.is(before, "by") {
            return (before.saturating_sub(4)..before)
                .rev()
                .take_while(|&at| atoms.is_word(at))
                .find_map(|at| direction(atoms, at));
        }
        if !atoms.is_listed(
            before,
            const {
                &Listed::of(&[
                    "by", "another", "further", "a", "an", "only", "just", "as", "much",
                ])
            },
        ) && !word.is(Flag::Adverb)
        {
            return None;
        }
        at = before;
    }
    None
}

/// What it moved to: "the toll rose to 31", "rose 9 % to $84".
fn level(atoms: &Atoms<'_>, draft: &Draft) -> Option<Direction> {
    if draft
        .measure
        .as_ref()
        .is_some_and(|measure| measure.age || measure.kind == UnitKind::Time)
    {
        return None;
    }
    let to = draft.head.checked_sub(1).filter(|&to| atoms.is(to, "to"))?;
    let down = to.checked_sub(1).filter(|&down| atoms.is(down, "down"));
    // "boils down to $21"
    if down.is_some_and(|down| down > 0 && atoms.is_listed(down - 1, &BOILED)) {
        return None;
    }
    for at in (to.saturating_sub(8)..to).rev() {
        if let Some(direction) = direction(atoms, at) {
            return Some(direction);
        }
        // "rose 9 % to $84": the movement is told of the first
        let amount =
            draft.measure.is_some() && (atoms.is_digits(at) || atoms.numeric(at) != Numeric::None);
        if amount {
            return None;
        }
        if atoms.mark(at).is_some_and(|mark| matches!(mark, ';' | ',')) {
            return None;
        }
    }
    None
}

fn direction(atoms: &Atoms<'_>, at: usize) -> Option<Direction> {
    let word = atoms.word(at);
    // "cutting off electricity to half a million people"
    if atoms.is(at + 1, "off") && atoms.text(at).starts_with("cut") {
        return None;
    }
    if word.is(Flag::Up) {
        Some(Direction::Up)
    } else {
        word.is(Flag::Down).then_some(Direction::Down)
    }
}

/// Whether a role is a count that a toll may rise to.
pub(super) fn is_toll(role: Role) -> bool {
    role <= Role::Destroyed
}
