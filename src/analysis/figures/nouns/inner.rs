//! What else than plain words stands inside a noun phrase: letters, brackets, hyphens and digits.

use super::super::atoms::Atoms;
use super::super::tables::Flag;
use super::is_plural;

/// "three IS fighters", "40 US soldiers": letters that are a small word elsewhere.
pub(super) fn is_initials(atoms: &Atoms<'_>, index: usize) -> bool {
    let text = atoms.text(index);
    !atoms.shouted
        && (2..=5).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_uppercase())
        && atoms.gap(index + 1)
        && atoms.is_word(index + 1)
        && !atoms.has(index + 1, Flag::Stop)
}

/// A hyphen inside a noun, and the digits behind one: "143 Kestrel-136 drones".
pub(super) fn is_tied(atoms: &Atoms<'_>, index: usize) -> bool {
    let joint =
        atoms.is_joint(index) && (atoms.is_word(index + 1) || is_of_model(atoms, index + 1));
    joint || is_of_model(atoms, index)
}

/// The digits of "Kestrel-136 drones".
fn is_of_model(atoms: &Atoms<'_>, index: usize) -> bool {
    index > 1
        && atoms.is_digits(index)
        && atoms.is_joint(index - 1)
        && atoms.capital(index - 2)
        && atoms.gap(index + 1)
        && is_plural(atoms, index + 1)
}

/// "(IS)" behind the name that it is short for.
pub(super) fn is_bracketed(atoms: &Atoms<'_>, open: usize) -> bool {
    let text = atoms.text(open + 1);
    atoms.is_mark(open, '(')
        && atoms.is_mark(open + 2, ')')
        && (2..=6).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
