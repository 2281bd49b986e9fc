//! Those who are looked for, reached for or struck by an illness, as a verb in front of them tells.

use super::super::tables::Flag;
use super::Roles;
use super::hurt::ILLNESSES;
use crate::analysis::listed::Listed;

impl Roles<'_> {
    /// "searching for 20 others", "a search was launched for 12 men", "hopes of finding 12 men".
    pub(super) fn is_sought(&self, at: usize) -> bool {
        const SEARCH: Listed = Listed::of(&[
            "searching",
            "search",
            "searched",
            "searches",
            "looking",
            "hunting",
            "hunted",
            "hunt",
            "hope",
            "hopes",
        ]);
        // "no trace has been found of the other 11"
        let traces = &["trace", "sign", "word", "news"];
        let trace = self.atoms.is(at, "of")
            && (at.saturating_sub(5)..at)
                .any(|at| self.atoms.is_any(at, traces) && self.atoms.is(at.wrapping_sub(1), "no"));
        if trace {
            return true;
        }
        let finding = self.atoms.is(at, "finding") && self.atoms.is(at.wrapping_sub(1), "of");
        (self.atoms.is(at, "for") || finding)
            && (at.saturating_sub(6)..at)
                .rev()
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is_listed(at, &SEARCH))
    }

    /// "rescuers were trying to reach 30 miners": they can not leave yet.
    pub(super) fn is_to_be_freed(&self, at: usize) -> bool {
        const TRYING: Listed = Listed::of(&[
            "trying",
            "tried",
            "try",
            "struggling",
            "struggled",
            "battled",
            "battling",
            "racing",
            "raced",
            "fighting",
            "fought",
            "attempting",
            "attempted",
            "efforts",
            "effort",
            "attempts",
            "attempt",
            "working",
            "unable",
            "failed",
            "drilling",
            "digging",
        ]);
        const FREEING: Listed = Listed::of(&["reach", "free", "rescue", "save", "extricate"]);
        // "were driven off before they could reach two others"
        if self.atoms.is(at, "reach") && self.atoms.is(at.wrapping_sub(1), "could") {
            return (at.saturating_sub(5)..at)
                .any(|at| self.atoms.is_any(at, &["before", "until", "not"]));
        }
        self.atoms.is_listed(at, &FREEING)
            && self.atoms.is(at.wrapping_sub(1), "to")
            && (at.saturating_sub(4)..at).any(|at| self.atoms.is_listed(at, &TRYING))
    }

    /// "talks were under way to free the other two": they are held still.
    pub(super) fn is_to_be_let_go(&self, at: usize) -> bool {
        const TALKS: Listed = Listed::of(&[
            "talks",
            "negotiations",
            "negotiating",
            "negotiators",
            "negotiate",
            "mediators",
            "mediation",
            "ransom",
        ]);
        self.atoms.is_any(at, &["free", "release"])
            && self.atoms.is(at.wrapping_sub(1), "to")
            && (at.saturating_sub(8)..at)
                .rev()
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is_listed(at, &TALKS))
    }

    /// "cholera has struck 60 people".
    pub(super) fn is_by_illness(&self, at: usize) -> bool {
        const STRIKES: Listed = Listed::of(&[
            "struck", "strikes", "hit", "hits", "affected", "affects", "attacked", "reached",
        ]);
        let clause = || {
            (at.saturating_sub(14)..at)
                .rev()
                .take_while(|&at| self.atoms.mark(at).is_none())
        };
        // "the death toll from dengue has reached 117": the toll has, and not the illness
        self.atoms.is_listed(at, &STRIKES)
            && clause().any(|at| self.atoms.is_listed(at, &ILLNESSES))
            && !clause().any(|at| self.atoms.has(at, Flag::Toll))
    }

    /// "demanding the release of 136 hostages", "appealed for the freedom of 12 miners".
    pub(super) fn is_wanted(&self, at: usize) -> bool {
        const WANTED: Listed = Listed::of(&[
            "demand",
            "demands",
            "demanded",
            "demanding",
            "call",
            "calls",
            "called",
            "calling",
            "seek",
            "seeks",
            "sought",
            "seeking",
            "urge",
            "urged",
            "urging",
            "want",
            "wants",
            "wanted",
            "appeal",
            "appealed",
            "appealing",
            "for",
        ]);
        (at.saturating_sub(4)..at).any(|at| self.atoms.is_listed(at, &WANTED))
    }
}
