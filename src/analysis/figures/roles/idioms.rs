//! Several words that tell together what happened to those counted: "failed to return", "led away 30 women".

use super::super::draft::Draft;
use super::super::nouns;
use super::super::phrase::{self, Phrase};
use super::super::tables::{Flag, Tables};
use super::Roles;
use super::hurt::ILLNESSES;
use super::senses::BEING;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Where the hurt and the sick are taken in.
const WARDS: Listed = Listed::of(&[
    "hospital",
    "hospitals",
    "clinic",
    "clinics",
    "ward",
    "wards",
    "infirmary",
    "emergency",
    "surgeons",
    "medics",
    "doctors",
]);

/// One of the things that are destroyed.
const ONE_THING: &[&str] = &[
    "bridge",
    "village",
    "school",
    "boat",
    "truck",
    "tank",
    "helicopter",
];

/// What is said of somebody of whom nothing is known.
const DENIED: Listed = Listed::of(&[
    "yet", "not", "never", "no", "lost", "without", "n't", "nothing", "unable", "failed", "still",
    "trying", "cannot",
]);

/// What is done to lives that end.
const TOOK: Listed = Listed::of(&[
    "took", "take", "takes", "taken", "taking", "claimed", "claims", "claim", "claiming", "cost",
    "costs", "costing", "snuffed", "ended", "lost", "loss",
]);

impl Roles<'_> {
    /// What several words from here on tell of those counted before them: "made it to the surface".
    pub(super) fn idiom_after(&self, at: usize) -> Option<Role> {
        let Some((role, last)) = phrase::idiom_at(self.atoms, at) else {
            return self.is_hospitalised(at).then_some(Role::Injured);
        };
        let did = last == at + 1 && self.two_words(at, last).is_some();
        Some(role)
            // "two nephews taken away by soldiers"
            .filter(|_| !did || self.is_done(at) || self.atoms.is(last + 1, "by"))
            .filter(|&role| role != Role::Displaced || !self.is_held_there(last))
            .filter(|_| !self.drives_out(at, last))
    }

    /// "two firms have pushed out their rivals": what is done to others, and not what was done to them.
    fn drives_out(&self, at: usize, last: usize) -> bool {
        const VERBS: &[&str] = &["pushed", "driven", "drove", "forced", "chased", "ordered"];
        const BE: &[&str] = &["were", "was", "been", "being", "are", "is", "be"];
        let object = last + 1;
        let named = self.atoms.has(object, Flag::Determiner)
            || nouns::is_plural(self.atoms, object) && !self.atoms.has(object, Flag::Adverb);
        self.atoms.is(last, "out")
            && self.atoms.is_any(at, VERBS)
            && named
            && !(at > 0 && self.atoms.is_any(at - 1, BE))
    }

    /// What two words tell of those counted behind them.
    fn two_words(&self, first: usize, second: usize) -> Option<Role> {
        if !self.atoms.has(first, Flag::IdiomStart) {
            return None;
        }
        let mut phrase = Phrase::new();
        phrase.push_lower(self.atoms.text(first))?;
        phrase.push(" ")?;
        phrase.push_lower(self.atoms.text(second))?;
        Tables::english().idiom_before(phrase.bytes())
    }

    /// "were led away", and not "12 men led away a horse".
    pub(super) fn is_done(&self, at: usize) -> bool {
        // "were later let go"
        let later = at > 1
            && self
                .atoms
                .is_any(at - 1, &["later", "also", "quickly", "then"])
            && self.atoms.is_listed(at - 2, &BEING);
        later
            || at > 0
                && (self.atoms.is_listed(at - 1, &BEING) || self.atoms.has(at - 1, Flag::Adverb))
    }

    /// "spent the night in a police cell": no refuge.
    fn is_held_there(&self, at: usize) -> bool {
        (at + 1..at + 5).any(|at| {
            let held = matches!(
                self.atoms.word(at).after,
                Some(Role::Detained | Role::Injured | Role::Trapped)
            );
            held || self.atoms.is_any(
                at,
                &["police", "cell", "stalled", "stuck", "stranded", "lift"],
            )
        })
    }

    /// What two words in front of a number tell of the people behind it: "led away 30 women".
    pub(super) fn idiom_before(&self, second: usize, draft: &Draft) -> Option<Role> {
        let first = second.checked_sub(1)?;
        let role = self.two_words(first, second)?;
        // "the river carried off two bridges", "cholera carried off 29 people"
        if self
            .atoms
            .is_any(first, &["carried", "carrying", "swept", "sweeping"])
        {
            return self.carried_off(draft, first, role);
        }
        // "the flames spread to nine houses"
        if self.atoms.is(first, "spread") && self.is_thing(draft) {
            let fire = |at: usize| {
                self.atoms
                    .is_any(at, &["fire", "flames", "blaze", "fires", "wildfire"])
            };
            return (first.saturating_sub(10)..first)
                .any(fire)
                .then_some(Role::Destroyed);
        }
        if self.is_accounted_for(first) {
            return None;
        }
        // "picked off three tanks"
        let thing = role == Role::Killed && self.is_thing(draft);
        if !thing && self.is_of_people(draft) == (role == Role::Destroyed) {
            return None;
        }
        let before = first.saturating_sub(6)..second;
        match role {
            // "have yet to hear of 12 men", "lost contact with 12 men"
            Role::Missing => (self.is_fate(second, draft)
                || before
                    .into_iter()
                    .any(|at| self.atoms.is_listed(at, &DENIED)))
            .then_some(role),
            // "took the lives of 14 people", and not "changed the lives of"
            Role::Killed if self.atoms.is(first, "lives") => before
                .into_iter()
                .any(|at| self.atoms.is_listed(at, &TOOK))
                .then_some(role),
            // "find foster care for 320 children"
            Role::Injured if self.atoms.is(first.wrapping_sub(1), "foster") => None,
            // "tore through a 24-storey tower"
            Role::Destroyed => (draft.measure.is_some()
                || draft.noun.is_none_or(|noun| noun.plural))
            .then_some(role),
            // "refused bail to three men"
            Role::Released
                if first > 0
                    && self
                        .atoms
                        .is_any(first - 1, &["refused", "denied", "denying", "refusing"]) =>
            {
                Some(Role::Detained)
            }
            // "an exchange brought home 103 soldiers"
            Role::Rescued
                if self.atoms.is_any(second, &["home", "back"]) && self.is_captive(draft) =>
            {
                Some(Role::Released)
            }
            // "sent back 145 rebels", and no migrants
            Role::Released if self.atoms.is(second, "back") && !self.is_captive(draft) => None,
            // "the hospital took in 75 people"
            Role::Displaced if self.is_at_ward(draft, first) => {
                let ill = |at: usize| self.atoms.is_listed(at, &ILLNESSES);
                let ill = (first.saturating_sub(24)..first).any(ill);
                Some(if ill { Role::Sick } else { Role::Injured })
            }
            role => Some(role),
        }
    }

    /// "the fate of 12 sailors is unknown", "contact with 12 men was lost".
    fn is_fate(&self, of: usize, draft: &Draft) -> bool {
        const UNKNOWN: Listed = Listed::of(&[
            "unknown",
            "unclear",
            "uncertain",
            "known",
            "lost",
            "mystery",
            "clear",
        ]);
        self.atoms.is_any(of, &["of", "with"])
            && (draft.tail..draft.tail + 8).any(|at| self.atoms.is_listed(at, &UNKNOWN))
    }

    pub(super) fn is_thing(&self, draft: &Draft) -> bool {
        draft.noun.is_some_and(|noun| {
            self.atoms.has(noun.end - 1, Flag::Thing) || self.atoms.is_any(noun.end - 1, ONE_THING)
        })
    }

    /// Those whom a side lets go.
    pub(super) fn is_captive(&self, draft: &Draft) -> bool {
        const CAPTIVES: Listed = Listed::of(&[
            "soldiers",
            "prisoners",
            "hostages",
            "captives",
            "troops",
            "servicemen",
            "fighters",
            "detainees",
            "rebels",
            "inmates",
            "sailors",
        ]);
        draft
            .noun
            .is_some_and(|noun| self.atoms.is_listed(noun.end - 1, &CAPTIVES))
    }

    /// Whether those taken in are patients, or a hospital takes them in.
    fn is_at_ward(&self, draft: &Draft, verb: usize) -> bool {
        let patients = draft
            .noun
            .is_some_and(|noun| self.atoms.is_any(noun.end - 1, &["patients", "casualties"]));
        patients || (verb.saturating_sub(10)..verb).any(|at| self.atoms.is_listed(at, &WARDS))
    }

    /// Whether people are counted, or nothing that is named.
    pub(super) fn is_of_people(&self, draft: &Draft) -> bool {
        const ENDINGS: &[&str] = &[
            "ists", "men", "women", "ees", "ians", "girls", "boys", "drivers", "workers",
        ];
        let Some(noun) = draft.noun else {
            // "wiped out a family of seven"
            return draft.elliptic || nouns::is_size(self.atoms, draft.numeral.first);
        };
        let last = noun.end - 1;
        if self.is_thing(draft) {
            return false;
        }
        // "two passers-by"
        if self.atoms.is(last, "by") && last > 0 && self.atoms.is_joint(last - 1) {
            return true;
        }
        self.atoms.has(last, Flag::People)
            || self.atoms.has(last, Flag::Fighter)
            || ENDINGS
                .iter()
                .any(|ending| self.atoms.text(last).ends_with(ending))
    }

    /// "Clinics have taken 75 patients", "doctors saw 40 people": those whom a hospital has are hurt or ill.
    pub(super) fn in_hospital(&self, draft: &Draft) -> Option<Role> {
        const TAKEN: &[&str] = &[
            "received", "admitted", "taken", "took", "seen", "saw", "handled", "examined",
        ];
        let near = draft.head.saturating_sub(7)..draft.head;
        let taken = near
            .clone()
            .rev()
            .take(3)
            .any(|at| self.atoms.is_any(at, TAKEN));
        let ward = || near.clone().any(|at| self.atoms.is_listed(at, &WARDS));
        let of_people = self.is_of_people(draft) || draft.noun.is_none();
        (taken && ward() && self.is_of_people(draft) || of_people && self.is_brought_in(draft))
            .then_some(Role::Injured)
    }

    /// "A doctor said 44 had been brought in", "30 were brought in, six of whom needed surgery".
    fn is_brought_in(&self, draft: &Draft) -> bool {
        const MEDICAL: Listed = Listed::of(&[
            "hospital",
            "hospitals",
            "clinic",
            "surgeon",
            "surgeons",
            "doctor",
            "doctors",
            "dr",
            "nurse",
            "nurses",
            "medic",
            "medics",
            "treated",
            "surgery",
            "wounds",
            "ward",
        ]);
        let brought = (draft.tail..draft.tail + 4)
            .find(|&at| self.atoms.is(at, "brought") && self.atoms.is(at + 1, "in"));
        brought.is_some_and(|at| {
            let ends = self.atoms.mark(at + 2).is_some() || self.atoms.kind(at + 2).is_none();
            ends && (draft.head.saturating_sub(20)..at + 14)
                .any(|at| self.atoms.is_listed(at, &MEDICAL))
        })
    }

    /// "has taken 22 prisoners".
    pub(super) fn taken_prisoner(&self, draft: &Draft) -> Option<Role> {
        const TAKEN: &[&str] = &[
            "take", "takes", "took", "taken", "taking", "has", "have", "had",
        ];
        let noun = draft.noun?;
        let prisoners = self.atoms.is_any(noun.end - 1, &["prisoners", "prisoner"]);
        let mut near = draft.head.saturating_sub(2)..draft.head;
        let taken = |at| self.atoms.is_any(at, TAKEN) || self.atoms.is(at, "and");
        (prisoners && near.any(taken)).then_some(Role::Detained)
    }

    /// "has let 43 drivers go", "got 45 children out": a verb with its particle behind those counted.
    pub(super) fn let_go(&self, draft: &Draft) -> Option<Role> {
        const LET: &[&str] = &["let", "lets", "letting", "set", "sets", "setting"];
        const GET: &[&str] = &[
            "got", "get", "getting", "brought", "bring", "bringing", "flown", "flew",
        ];
        // "have let 26 of them go"
        let them = self.atoms.is(draft.tail, "of") && self.atoms.is(draft.tail + 1, "them");
        let end = draft.tail + 2 * usize::from(them);
        let tail = |words: &[&str]| self.atoms.is_any(end, words);
        let near = |words: &[&str]| {
            (draft.head.saturating_sub(2)..draft.head).any(|at| self.atoms.is_any(at, words))
        };
        if !them && !self.is_of_people(draft) {
            return None;
        }
        // "moved 40,000 villagers to safer ground"
        let moved = &[
            "moved", "moving", "shifted", "shifting", "bussed", "bused", "trucked",
        ];
        if tail(&["to", "out", "away"]) && near(moved) {
            return Some(Role::Displaced);
        }
        let led = &[
            "led", "took", "dragged", "marched", "hauled", "drove", "carted", "bundled", "bundling",
        ];
        if tail(&["away"]) && near(led) {
            return Some(Role::Detained);
        }
        if tail(&["go", "free"]) && near(LET) {
            return Some(Role::Released);
        }
        let safe = &[
            "out", "ashore", "down", "up", "aboard", "clear", "back", "off",
        ];
        let apart = tail(&["out", "ashore"]) || draft.elliptic && tail(safe);
        (apart && near(GET)).then_some(Role::Rescued)
    }

    /// "searching for two gunmen": whoever is wanted is not missing.
    pub(super) fn is_hunted(&self, draft: &Draft) -> bool {
        const WANTED: Listed = Listed::of(&[
            "gunmen",
            "attackers",
            "suspects",
            "bombers",
            "assailants",
            "fugitives",
            "killers",
            "kidnappers",
            "robbers",
            "militants",
            "escapees",
            "inmates",
            "accomplices",
        ]);
        draft
            .noun
            .is_some_and(|noun| self.atoms.is_listed(noun.end - 1, &WANTED))
    }

    /// "52 men below": those of whom nothing else is told, and who are under the ground.
    pub(super) fn underground(&self, draft: &Draft) -> Option<Role> {
        let closed =
            self.atoms.kind(draft.tail + 1).is_none() || self.atoms.mark(draft.tail + 1).is_some();
        // "there had been 31 people inside" tells of a place before anything happened
        let there =
            || (draft.head.saturating_sub(4)..draft.head).any(|at| self.atoms.is(at, "there"));
        self.inside(draft)
            .filter(|_| closed && !there() && self.is_of_people(draft) && !draft.elliptic)
    }
}
