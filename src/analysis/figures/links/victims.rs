//! Who those were that were counted before, and how it ended for them.

use super::super::atoms::Atoms;
use super::super::changes::is_toll;
use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Links;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// So many atoms at most tell what they did before it is told how many they were.
const DEED: usize = 16;

/// No list of victims is longer.
const LIST: usize = 16;

impl Links<'_> {
    /// "his village had lost 40, including nine children": a part is what its whole is.
    pub(super) fn of_whole(
        &self,
        atoms: &Atoms<'_>,
        draft: &Draft,
        places: &[usize],
    ) -> Option<Role> {
        let included = draft.head > 0 && atoms.has(draft.head - 1, Flag::Subset);
        let whole = self.figures.get(*places.get(draft.part_of?)?)?;
        Some(whole.role).filter(|&role| included && draft.is_count() && is_toll(role))
    }

    /// What those are of whom it is only thought where they are, by what became of the others.
    pub(super) fn still_lost(&self) -> Option<Role> {
        let near = self.figures.iter().rev().take(3);
        let mut roles = near.map(|before| before.role);
        let first = roles.find(|&role| is_toll(role))?;
        let held = |role| matches!(role, Role::Detained | Role::Released);
        Some(if held(first) || roles.any(held) {
            Role::Detained
        } else {
            Role::Missing
        })
    }

    /// "a roof trapped 100; firemen have freed 84": those who were held by no one are rescued.
    pub(super) fn freed(&self, draft: &Draft) -> Option<Role> {
        if draft.role != Some(Role::Released) {
            return None;
        }
        let mut near = self.figures.iter().rev().take(4).map(|before| before.role);
        let first = near.find(|&role| matches!(role, Role::Trapped | Role::Detained));
        (first == Some(Role::Trapped)).then_some(Role::Rescued)
    }

    /// "her own list has 40 names": of whatever was counted before.
    pub(super) fn named(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        let noun = draft.noun?;
        let lists = &[
            "list", "lists", "register", "roll", "plaque", "memorial", "monument",
        ];
        let list = || (draft.head.saturating_sub(12)..draft.head).any(|at| atoms.is_any(at, lists));
        // "a list carries the names of 11 persons"
        let of =
            draft.head > 1 && atoms.is(draft.head - 1, "of") && atoms.is(draft.head - 2, "names");
        // "says it has the names of 39 people"
        let has = &[
            "has",
            "have",
            "had",
            "holds",
            "published",
            "compiled",
            "collected",
        ];
        let the = usize::from(draft.head > 3 && atoms.is(draft.head - 3, "the"));
        let kept = of && draft.head > 3 && atoms.is_any(draft.head - 3 - the, has);
        if !(of || atoms.is(noun.end - 1, "names")) || !kept && !list() {
            return None;
        }
        let mut before = self.figures.iter().rev().take(4);
        before
            .find(|before| is_toll(before.role))
            .map(|before| before.role)
    }
}

/// "They came over the wall, maybe 50 of them": how many those were who did something.
pub(super) fn is_of_doers(atoms: &Atoms<'_>, draft: &Draft) -> bool {
    const CAME: Listed = Listed::of(&[
        "came",
        "arrived",
        "entered",
        "attacked",
        "broke",
        "burst",
        "stormed",
        "rode",
        "drove",
        "jumped",
        "marched",
        "poured",
        "ran",
        "rushed",
        "surrounded",
        "started",
        "began",
    ]);
    let them = atoms.is(draft.numeral.end, "of") && atoms.is(draft.numeral.end + 1, "them");
    let aside = draft.head > 2 && draft.head < DEED && atoms.is_mark(draft.head - 1, ',');
    let they = (0..2).find(|&at| atoms.is(at, "they"));
    let came = they.is_some_and(|they| atoms.is_listed(they + 1, &CAME));
    them && aside && came && draft.role.is_none()
}

/// "The victims were three Danes and a guide": those who died, and not how many more.
pub(super) fn says_who_victims_were(atoms: &Atoms<'_>, draft: &Draft) -> bool {
    let listed = |at: usize| {
        let word = atoms.word(at);
        atoms.is_mark(at, ',')
            || atoms.is_any(at, &["and", "a", "an", "the", "his", "her", "their"])
            || (atoms.is_word(at) || atoms.is_digits(at))
                && !word.is(Flag::Stop)
                && !word.is(Flag::Verb)
                && word.after.is_none()
    };
    // "The victims were identified as three brothers and their aunt"
    let named = atoms.is_any(3, &["identified", "named"]) && atoms.is(4, "as");
    let first = if named { 5 } else { 3 };
    (first..LIST).contains(&draft.head)
        && draft.is_count()
        && draft.noun.is_some()
        && (first..draft.head).all(listed)
        && atoms.is_any(0, &["the", "its"])
        && atoms.is_any(1, &["victims", "casualties"])
        && atoms.is_any(2, &["were", "are", "include", "included"])
}

/// "survivors said 107 had set out": how many there were before anything happened.
pub(super) fn has_set_out(atoms: &Atoms<'_>, tail: usize) -> bool {
    let had = atoms.is(tail, "had");
    let verb = tail + usize::from(had);
    // "had left the beach", and no hospital
    let away = || {
        let mut place = (verb + 1..verb + 5).take_while(|&at| atoms.is_word(at));
        !place.any(|at| atoms.is_any(at, &["hospital", "hospitals", "clinic", "home", "homes"]))
    };
    if had && atoms.is(verb, "left") && away() {
        return true;
    }
    let left = &[
        "came",
        "attended",
        "gathered",
        "turned",
        "set",
        "boarded",
        "sailed",
        "embarked",
        "departed",
        "travelled",
        "started",
    ];
    atoms.is_any(verb, left)
}

/// "the firm says the number is 19", right after those who are missing: no toll of the dead.
pub(super) fn is_the_number(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is(at, "number")
        && atoms.is(at.wrapping_sub(1), "the")
        && atoms.is_any(at + 1, &["is", "was"])
}

/// "carried off six girls; two were later found".
pub(super) fn is_later_found(atoms: &Atoms<'_>, draft: &Draft) -> bool {
    let verb = draft.tail;
    let was = atoms.is_any(verb, &["were", "was"]);
    let later = atoms.is_any(verb + 1, &["later", "since", "soon"]);
    let found = verb + 1 + usize::from(later);
    let ends = atoms.kind(found + 1).is_none()
        || atoms.mark(found + 1).is_some()
        || later && atoms.is_any(found + 1, &["in", "near", "at", "by"])
        || atoms.is(found + 1, "on") && atoms.has(found + 2, Flag::Weekday)
        || atoms.is(found + 1, "the") && atoms.is_any(found + 2, &["next", "following", "same"]);
    was && atoms.is(found, "found") && ends && draft.noun.is_none()
}
