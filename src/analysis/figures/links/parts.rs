//! Parts of what was counted in an earlier sentence.

use super::super::atoms::Atoms;
use super::super::changes::is_toll;
use super::super::draft::Draft;
use super::Links;
use crate::analysis::listed::Listed;
use crate::briefing::Figure;

/// How many figures before one may be its whole.
const REACH: usize = 12;

/// Words for those whom a toll counted.
const COUNTED: Listed = Listed::of(&[
    "dead",
    "victims",
    "killed",
    "deceased",
    "casualties",
    "fatalities",
    "deaths",
    "bodies",
    "injured",
    "wounded",
    "hurt",
    "missing",
    "detainees",
    "detained",
    "arrested",
    "hostages",
    "displaced",
    "survivors",
    "rescued",
    "trapped",
    "patients",
    "cases",
]);

impl Links<'_> {
    /// The figure that a count is a part of: "At least 17 died. Nine of the dead were found in one house."
    /// It is the nearest of its role that is as large.
    pub(super) fn whole_before(
        &self,
        atoms: &Atoms<'_>,
        draft: &Draft,
        figure: &Figure,
    ) -> Option<usize> {
        let counts = draft.is_count() && !figure.negated && is_toll(figure.role);
        let told = |at: usize| atoms.word(at).noun.is_none_or(|role| role == figure.role);
        if !counts || !is_of_those(atoms, draft, told) && !is_among(atoms, draft, told) {
            return None;
        }
        let mut near = self.figures.iter().enumerate().rev().take(REACH);
        let whole = near.find(|(_, one)| {
            one.role == figure.role
                && one.event == figure.event
                && one.part_of.is_none()
                && one.value.high() > figure.value.high()
        });
        whole.map(|(at, _)| at)
    }
}

/// "nine of the dead", "two of them", "six of those injured": of those of whom the same is `told`.
fn is_of_those(atoms: &Atoms<'_>, draft: &Draft, told: impl Fn(usize) -> bool) -> bool {
    let of = draft.numeral.end;
    if !atoms.is(of, "of") {
        return false;
    }
    let counted = |at: usize| atoms.is_listed(at, &COUNTED) && told(at);
    // "14 of the 18 victims": of the number that stands there
    let next = || atoms.is_word(of + 2) && counted(of + 3);
    atoms.is_any(of + 1, &["them", "these"])
        || atoms.is_any(of + 1, &["the", "those"]) && (counted(of + 2) || next())
}

/// "Among the dead were three nurses", "The injured include two children".
fn is_among(atoms: &Atoms<'_>, draft: &Draft, told: impl Fn(usize) -> bool) -> bool {
    let Some(verb) = draft.head.checked_sub(1) else {
        return false;
    };
    let before = verb.saturating_sub(4)..verb;
    let those = || {
        let mut words = before.clone();
        words.any(|at| atoms.is_listed(at, &COUNTED) && told(at) || atoms.is(at, "them"))
    };
    let among = || before.clone().any(|at| atoms.is(at, "among"));
    match () {
        () if atoms.is_any(verb, &["were", "was", "are"]) => among() && those(),
        () if atoms.is_any(verb, &["include", "included", "includes", "including"]) => those(),
        () => false,
    }
}
