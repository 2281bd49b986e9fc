//! Ages told by their decade: "a woman in her 70s".

use super::super::atoms::{Atoms, Kind};
use super::super::tables::Flag;

/// Whether a number is the decade of somebody's life, and none of a century.
pub(in super::super) fn is_of_life(atoms: &Atoms<'_>, at: usize) -> bool {
    let text = atoms.text(at);
    let tens = text.len() == 2 && text.ends_with('0') && !text.starts_with('0');
    let many = tens && !atoms.gap(at + 1) && atoms.is(at + 1, "s");
    many && is_owned(atoms, at) && !is_of_thing(atoms, at + 2)
}

/// "in her 90s convertible": the decade of what is named behind it.
fn is_of_thing(atoms: &Atoms<'_>, at: usize) -> bool {
    let word = atoms.word(at);
    atoms.kind(at) == Some(Kind::Word)
        && !word.is(Flag::Stop)
        && !word.is(Flag::Verb)
        && !word.is(Flag::Adverb)
        && word.after.is_none()
        && word.before.is_none()
        && !atoms.text(at).ends_with("ed")
        && !atoms.is_any(at, &["told", "said", "says", "when", "living"])
}

/// "in her 70s", "in their early 20s".
fn is_owned(atoms: &Atoms<'_>, at: usize) -> bool {
    let joint = usize::from(at > 0 && atoms.is_joint(at - 1));
    let Some(before) = at.checked_sub(1 + joint) else {
        return false;
    };
    let part = atoms.is_any(before, &["early", "mid", "late"]);
    let Some(whose) = before.checked_sub(usize::from(part)) else {
        return false;
    };
    let own = atoms.is_any(whose, &["his", "her", "their", "my", "our", "your"]);
    own && whose > 0 && atoms.is(whose - 1, "in")
}
