//! Those of whom it is not true: "all but three were freed", "declined to release four".

use super::super::atoms::Atoms;
use super::super::draft::Draft;
use super::super::nouns;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Verbs of something that is not done.
const REFUSED: Listed = Listed::of(&[
    "declined",
    "declining",
    "declines",
    "refused",
    "refuses",
    "refusing",
    "failed",
    "failing",
    "unable",
    "unwilling",
    "reluctant",
]);

/// So many figures in front of one have a say in what is told of it.
const NEAR: usize = 4;

/// "all but eight were freed", "all apart from 6,500 have gone home", "everyone except two".
pub(in super::super) fn is_excepted(atoms: &Atoms<'_>, head: usize) -> bool {
    width(atoms, head) > 0
}

/// So many atoms make "all but" or "all apart from" in front of a number.
pub(super) fn width(atoms: &Atoms<'_>, head: usize) -> usize {
    let Some(last) = head.checked_sub(1) else {
        return 0;
    };
    let apart = atoms.is_any(last, &["from", "for"])
        && atoms.is_any(last.wrapping_sub(1), &["apart", "aside", "except", "save"]);
    let at = last.wrapping_sub(usize::from(apart));
    let except = apart || atoms.is_any(at, &["but", "except", "bar", "save", "excepting"]);
    let all = &["all", "everyone", "everybody", "everything"];
    if except && at > 0 && atoms.is_any(at - 1, all) {
        head - (at - 1)
    } else {
        0
    }
}

impl Roles<'_> {
    /// "eight, not six, people had been killed": what is told of the first stands behind the one that is denied, of
    /// which nothing is told.
    pub(super) fn behind_denied(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        let denied = |at: usize| {
            let draft = drafts.get(at)?;
            let not = draft
                .head
                .checked_sub(1)
                .filter(|&not| self.atoms.is(not, "not"))?;
            let open = not
                .checked_sub(1)
                .filter(|&open| self.atoms.is_mark(open, ','))?;
            let first = at
                .checked_sub(1)
                .filter(|&first| drafts[first].tail == open)?;
            self.atoms
                .is_mark(draft.tail, ',')
                .then_some((first, draft.tail + 1))
        };
        // what is denied is nobody's toll
        if denied(index).is_some() {
            return Some(Role::Other);
        }
        let (first, behind) = denied(index + 1)?;
        // no rule looks further back; the bound keeps a row of them from being copied anew for each
        let near = first.saturating_sub(NEAR);
        let mut told = drafts[near..=first].to_vec();
        let draft = told.last_mut()?;
        draft.noun = nouns::find(self.atoms, behind, false);
        draft.tail = draft.noun.map_or(behind, |noun| noun.end);
        self.told(&told, first - near)
    }

    /// What those are whom a verb in front of "all but" did not reach: "freeing all but three" leaves three in
    /// their cells.
    pub(super) fn left_over(&self, draft: &Draft, role: Option<Role>) -> Option<Role> {
        match role {
            Some(role) if is_excepted(self.atoms, draft.head) => untrue(role),
            role => role,
        }
    }

    /// "declined to release four", "refused to free the other two".
    pub(super) fn is_refused(&self, verb: usize) -> bool {
        verb > 1 && self.atoms.is(verb - 1, "to") && self.atoms.is_listed(verb - 2, &REFUSED)
    }
}

/// What somebody is with whom something was not done.
pub(super) fn untrue(role: Role) -> Option<Role> {
    match role {
        Role::Released => Some(Role::Detained),
        Role::Killed => Some(Role::Rescued),
        Role::Destroyed => Some(Role::Other),
        _ => None,
    }
}
