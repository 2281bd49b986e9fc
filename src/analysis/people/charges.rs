//! Verbs of blame and thanks, behind which "for" names the deed and nobody.

use crate::analysis::listed::Listed;
use crate::analysis::reading::Reading;

/// Whether a verb tells what somebody is blamed or thanked for: "blamed the coast guard for a delay", where the
/// delay is no part of who they are.
pub(in crate::analysis) fn is_charge(reading: &Reading<'_>, verb: usize) -> bool {
    const CHARGES: Listed = Listed::of(&[
        "blame",
        "blames",
        "blamed",
        "blaming",
        "thank",
        "thanks",
        "thanked",
        "thanking",
        "praise",
        "praises",
        "praised",
        "praising",
        "criticise",
        "criticises",
        "criticised",
        "criticising",
        "criticize",
        "criticizes",
        "criticized",
        "criticizing",
        "condemn",
        "condemns",
        "condemned",
        "condemning",
        "fault",
        "faults",
        "faulted",
        "faulting",
    ]);
    reading.is_listed(verb, &CHARGES)
}
