//! "No passenger was hurt": those of whom nothing is told.

use super::super::atoms::Atoms;
use super::super::draft::Draft;
use super::super::nouns::Noun;
use super::super::tables::Flag;
use super::{draft, told};
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Those of whom a sentence tells that nothing happened to any.
const PERSONS: Listed = Listed::of(&[
    "citizen",
    "civilian",
    "passenger",
    "child",
    "person",
    "employee",
    "guest",
    "guests",
    "patients",
    "tourists",
    "passengers",
    "patient",
    "spectator",
    "bystander",
    "life",
    "lives",
    "soldiers",
    "crew",
    "hostage",
    "captive",
    "protester",
    "demonstrator",
    "rescuer",
    "civilians",
    "militant",
    "rebel",
    "customer",
    "commuter",
    "shopper",
    "worshipper",
    "devotee",
    "pilgrim",
    "occupant",
    "fatality",
    "bystanders",
    "staff",
    "tourist",
    "pupil",
    "pupils",
    "student",
    "students",
    "worker",
    "workers",
    "villager",
    "villagers",
    "resident",
    "residents",
]);

/// What there is none of, and no kind of people: "no doubt people were killed".
const NO_KIND: Listed = Listed::of(&[
    "doubt",
    "idea",
    "evidence",
    "sign",
    "signs",
    "indication",
    "proof",
    "hope",
    "way",
    "wonder",
    "secret",
    "reason",
    "sense",
    "longer",
    "matter",
    "surprise",
    "coincidence",
    "accident",
    "need",
    "point",
    "fear",
    "chance",
    "question",
    "word",
    "news",
    "trace",
]);

/// "no passenger was hurt", "no citizen had starved".
pub(super) fn no_person(atoms: &Atoms<'_>, at: usize) -> Option<Draft> {
    // "no other skiers are believed to be missing"
    let first = at + 1 + usize::from(atoms.is_any(at + 1, &["other", "more", "further"]));
    // "no aid workers were hurt", "no UN staff"
    let of_kind = !atoms.is_listed(first, &NO_KIND)
        && !is_person(atoms, first)
        && atoms.is_word(first)
        && !atoms.has(first, Flag::Stop)
        && !atoms.has(first, Flag::Verb)
        && is_person(atoms, first + 1);
    let noun = first + usize::from(of_kind);
    let verb = &[
        "was", "were", "has", "have", "had", "are", "is", "remain", "remains", "remained",
    ];
    // "no people trapped in the wreckage"
    let harm = atoms.word(noun + 1).after;
    let at_once = matches!(harm, Some(Role::Injured | Role::Missing | Role::Trapped));
    // "no child died", "no tourists fell ill"
    let died = atoms.is_any(noun + 1, &["died", "drowned", "perished", "fell"]);
    if !is_person(atoms, noun) || !at_once && !died && !atoms.is_any(noun + 1, verb) {
        return None;
    }
    let role = told(atoms, noun + 1)?;
    let noun = Noun {
        first,
        end: noun + 1,
        plural: true,
    };
    Some(draft(atoms, at, at + 1, Some(noun), role))
}

fn is_person(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.has(at, Flag::Person)
        || atoms.has(at, Flag::People)
        || atoms.has(at, Flag::Fighter)
        || atoms.is_listed(at, &PERSONS)
}

/// "killed 12 rebels and no civilians": what was done to others, and not to those.
pub(super) fn nor_person(atoms: &Atoms<'_>, at: usize) -> Option<Draft> {
    let and = at.checked_sub(1).filter(|&and| atoms.is(and, "and"))?;
    let person = atoms.has(at + 1, Flag::People) || atoms.has(at + 1, Flag::Fighter);
    let ends = atoms.kind(at + 2).is_none() || atoms.mark(at + 2).is_some();
    let verb = (and.saturating_sub(6)..and)
        .rev()
        .take_while(|&at| atoms.mark(at).is_none())
        .find_map(|at| atoms.word(at).before)
        .filter(|&role| role <= Role::Injured && person && ends)?;
    let noun = Noun {
        first: at + 1,
        end: at + 2,
        plural: true,
    };
    Some(draft(atoms, at, at + 1, Some(noun), verb))
}
