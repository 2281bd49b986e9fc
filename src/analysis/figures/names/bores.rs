//! The bores of guns, by which their kinds are called.

use super::super::atoms::Atoms;
use crate::analysis::listed::Listed;

/// Guns that a hand carries, and what they fire.
const SMALL: Listed = Listed::of(&[
    "pistol",
    "pistols",
    "handgun",
    "handguns",
    "revolver",
    "revolvers",
    "rifle",
    "rifles",
    "carbine",
    "carbines",
    "bullet",
    "bullets",
    "round",
    "rounds",
    "casing",
    "casings",
    "cartridge",
    "cartridges",
    "ammunition",
    "slugs",
    "semiautomatic",
    "semi-automatic",
]);

/// All other guns, and what they fire.
const OTHERS: Listed = Listed::of(&[
    "shotgun",
    "shotguns",
    "gun",
    "guns",
    "weapon",
    "weapons",
    "cannon",
    "cannons",
    "howitzer",
    "howitzers",
    "mortar",
    "mortars",
    "artillery",
    "rocket",
    "rockets",
    "shell",
    "shells",
]);

/// "a 9mm pistol", "a 12-gauge shotgun", "a .40-calibre handgun": the bore of a gun.
pub(super) fn is_bore(atoms: &Atoms<'_>, at: usize) -> bool {
    let Some(unit) = unit_of_bore(atoms, at) else {
        return false;
    };
    atoms.is(unit, "gauge")
        || (unit + 1..unit + 4)
            .take_while(|&at| atoms.is_word(at) || atoms.is_joint(at))
            .any(|at| atoms.is_listed(at, &SMALL) || atoms.is_listed(at, &OTHERS))
}

/// "a .45 pistol": hundredths of an inch.
pub(super) fn is_bore_in_inches(atoms: &Atoms<'_>, point: usize) -> bool {
    let digits = point + 1;
    atoms.is_mark(point, '.')
        && !atoms.gap(digits)
        && (is_bore(atoms, digits)
            || matches!(atoms.text(digits).len(), 2..=3)
                && atoms.is_digits(digits)
                && atoms.is_listed(digits + 1, &SMALL))
}

/// The unit that a number of a bore may have: "mm", "gauge", "calibre".
fn unit_of_bore(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
    const UNITS: &[&str] = &[
        "mm",
        "millimetre",
        "millimeter",
        "gauge",
        "calibre",
        "caliber",
    ];
    let joint = usize::from(atoms.is_joint(at + 1));
    let unit = at + 1 + joint;
    // "the gauge" measures, "a 12-gauge" is one
    let gauge = atoms.is(unit, "gauge") && joint == 0;
    (atoms.is_digits(at) && atoms.is_any(unit, UNITS) && !gauge).then_some(unit)
}

/// "two 120mm mortars": the atom behind the bore of what is counted, or the same atom.
pub(in super::super) fn behind_bore(atoms: &Atoms<'_>, at: usize) -> usize {
    let unit = unit_of_bore(atoms, at).filter(|_| atoms.barred(at));
    unit.map_or(at, |unit| unit + 1)
}
