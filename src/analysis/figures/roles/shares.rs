//! Percentages: of a whole, or of something that is measured in them.

use super::super::changes;
use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// What is measured in percent of something else than those told of.
const RATES: Listed = Listed::of(&[
    "rate",
    "rates",
    "ratio",
    "ratios",
    "reading",
    "readings",
    "concentration",
    "concentrations",
    "prevalence",
    "incidence",
    "inflation",
    "unemployment",
    "positivity",
]);

/// What is raised at so many percent: "a 15 percent levy".
const LEVIES: Listed = Listed::of(&[
    "rate",
    "levy",
    "levies",
    "tax",
    "taxes",
    "duty",
    "duties",
    "tariff",
    "tariffs",
    "surcharge",
    "vat",
    "interest",
]);

impl Roles<'_> {
    /// "by a majority of 11 to one".
    pub(super) fn is_majority(&self, draft: &Draft) -> bool {
        draft.head > 1
            && draft.noun.is_none()
            && self.atoms.is(draft.head - 1, "of")
            && self.atoms.is(draft.head - 2, "majority")
    }

    /// "a fatality rate of 2.3 percent" and "fell 6 percent" are rates, and "38 percent of infections" a share.
    pub(super) fn of_percent(&self, draft: &Draft) -> Role {
        let led = (draft.head.saturating_sub(6)..draft.head)
            .rev()
            // "the fatality rate, at 2 percent,"
            .take_while(|&at| {
                self.atoms.mark(at).is_none_or(|mark| mark == ',')
                    && !self.atoms.has(at, Flag::Boundary)
            })
            .any(|at| self.atoms.is_listed(at, &RATES));
        let of = draft.noun.is_some();
        let levied = (draft.tail..draft.tail + 2).any(|at| self.atoms.is_listed(at, &LEVIES));
        // "its shares fell 6 percent": of no whole
        let moved = !of && changes::is_distance(self.atoms, draft);
        if led && !of || levied || moved {
            Role::Rate
        } else {
            Role::Share
        }
    }
}
