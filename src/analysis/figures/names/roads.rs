//! Numbers of houses, blocks and post codes.

use super::super::atoms::Atoms;
use super::super::tables::Flag;
use super::is_counted;

/// "575 Harbour Road", "the 1000 block of".
pub(super) fn is_road(atoms: &Atoms<'_>, at: usize) -> bool {
    if !atoms.is_digits(at) || atoms.text(at).contains(['.', ',']) {
        return false;
    }
    // "14 Rue des Lilas", "75011 Paris"
    let abroad = &[
        "rue", "via", "calle", "avenida", "rua", "ulica", "plaza", "piazza", "jalan",
    ];
    let postcode = at > 0
        && atoms.text(at).len() == 5
        && atoms.is_mark(at - 1, ',')
        && atoms.capital(at + 1)
        && !is_counted(atoms, at + 1);
    let foreign = atoms.capital(at + 1) && atoms.is_any(at + 1, abroad);
    if postcode || foreign || atoms.is_any(at + 1, &["block", "blk", "zip"]) {
        return true;
    }
    let mut index = at + 1;
    while index < at + 7 {
        if atoms.is_mark(index, '.') {
            index += 1;
            continue;
        }
        let part = atoms.capital(index)
            || atoms.is_digits(index - 1)
                && index > at + 1
                && atoms.is_any(index, &["st", "nd", "rd", "th"])
            || atoms.is_digits(index);
        if !part {
            return false;
        }
        if index > at + 1 && atoms.has(index, Flag::Road) && !atoms.has(index + 1, Flag::Plural) {
            return true;
        }
        index += 1;
    }
    false
}
