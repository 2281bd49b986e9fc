//! Words behind a number that carry a role only in one of their senses.

mod table;

use self::table::SENSES;
use super::super::tables::Flag;
use super::Roles;
use super::hurt::ILLNESSES;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Words of being and becoming in front of what was done to those counted.
pub(super) const BEING: Listed = Listed::of(&[
    "was", "were", "been", "be", "are", "is", "got", "being", "reported", "still", "remain",
]);

/// What people are buried under.
const HEAPS: Listed = Listed::of(&[
    "mud",
    "debris",
    "snow",
    "ruins",
    "rubble",
    "concrete",
    "wreckage",
    "avalanche",
    "landslide",
    "slabs",
    "masonry",
]);

/// Houses that take people in, and what is done there for the hurt and the ill.
const CENTRES: &[&str] = &["centres", "centers", "centre", "center"];

const CARING: Listed = Listed::of(&[
    "treatment",
    "health",
    "medical",
    "isolation",
    "feeding",
    "nutrition",
    "rehabilitation",
    "burns",
    "trauma",
]);

/// What those who are hurt seek.
const TREATMENT: &[&str] = &["treatment", "medical"];

/// What collapses and was never built.
const AGREED: Listed = Listed::of(&[
    "cease-fires",
    "ceasefires",
    "cease-fire",
    "ceasefire",
    "truces",
    "truce",
    "talks",
    "deals",
    "governments",
    "banks",
    "companies",
    "agreements",
    "accords",
    "coalitions",
    "firms",
]);

/// Places in which anybody lives or stays.
const ORDINARY: Listed = Listed::of(&[
    "area", "region", "country", "village", "villages", "home", "homes", "house", "houses",
]);

/// Those who leave their homes where they leave.
const RESIDENTS: Listed = Listed::of(&[
    "residents",
    "villagers",
    "inhabitants",
    "families",
    "households",
    "townspeople",
    "islanders",
]);

impl Roles<'_> {
    /// "in the besieged city": what a place is, and not what happened to those counted.
    pub(super) fn describes_place(&self, at: usize) -> bool {
        self.atoms.is(at, "besieged")
            && at > 0
            && self.atoms.has(at - 1, Flag::Determiner)
            && self.atoms.is_word(at + 1)
    }

    /// Some words behind a noun carry their role only in one sense.
    pub(super) fn accept_after(&self, at: usize, role: Role) -> Option<Role> {
        let verb = self.verb_before(at);
        let was =
            at > 0 && (self.atoms.is_listed(verb, &BEING) || self.atoms.is_listed(at - 1, &BEING));
        if self.atoms.is_any(at, &["lost", "lose"]) {
            return self.lost(at, role, was);
        }
        if self.atoms.is(at, "shot") {
            return self.shot(at, role, was);
        }
        // "19 fishermen had not returned", "23 miners have not been seen since"
        if self.atoms.is_any(at, &["returned", "seen", "heard"]) {
            // "had not seen her sons": it is the others who are missing
            let active = self.atoms.is_any(at, &["seen", "heard"])
                && (at.saturating_sub(3)..at)
                    .any(|at| self.atoms.is_any(at, &["had", "has", "have"]))
                && !self.atoms.is(at.wrapping_sub(1), "been");
            return (self.is_denied(at) && !active).then_some(role);
        }
        if self.is_denied(at) || self.describes_place(at) {
            return None;
        }
        if self.is_of_care(at) || was && self.is_to_named_ward(at) {
            return Some(Role::Injured);
        }
        // "two of its soldiers had fallen", "52 had been taken" by gunmen
        if self.atoms.is(at, "fallen") && self.fell(at) {
            return Some(Role::Killed);
        }
        if self.atoms.is(at, "taken") && was && self.is_of_kidnap(at) {
            return Some(Role::Detained);
        }
        if !self.is_in_sense(at) || self.is_attribute(at) {
            return None;
        }
        if self.atoms.is_any(at, &["fell", "froze"]) {
            return self.fell(at).then_some(role);
        }
        if let Some(role) = self.turned(at, role) {
            return Some(role);
        }
        match role {
            Role::Sick | Role::Injured => self.of_the_hurt(at, role, was),
            Role::Detained | Role::Released => self.of_captives(at, role, was),
            Role::Displaced => self.of_the_homeless(at, was).then_some(role),
            Role::Destroyed | Role::Trapped => self.of_the_buried(at, role, was),
            // "12 were survivors", not "according to survivors"
            _ if self.atoms.is(at, "survivors") => was.then_some(role),
            // "60 people had sought treatment"
            _ if self.atoms.is(at, "sought") && self.atoms.is_any(at + 1, TREATMENT) => {
                (!was).then_some(Role::Injured)
            }
            _ if self.atoms.is(at, "sought") => was.then_some(role),
            // "four were airlifted to hospital"
            Role::Rescued if self.is_to_hospital(at) => Some(Role::Injured),
            Role::Rescued if self.atoms.is(at, "escaped") => self.escaped(at),
            Role::Rescued => Some(self.carried(at)),
            // "70 boats are overdue"
            _ if self.atoms.is(at, "overdue") => (at.saturating_sub(5)..at)
                .any(|at| {
                    self.atoms.has(at, Flag::People)
                        || self.atoms.has(at, Flag::Fighter)
                        || self.atoms.has(at, Flag::Thing)
                })
                .then_some(role),
            role => Some(role),
        }
    }

    /// What a word of a count tells: not "emails that moved through a server".
    pub(super) fn told_at(&self, at: usize) -> Option<Role> {
        let moving = &["moved", "left", "living", "staying", "crossed", "leave"];
        let role = self.atoms.word(at).after?;
        if self.atoms.is_any(at, moving) {
            return self.accept_after(at, role);
        }
        Some(role)
    }

    /// Where the verb of being stands: "were briefly held", "have been so far charged".
    fn verb_before(&self, at: usize) -> usize {
        let so_far = at > 2 && self.atoms.is(at - 1, "far") && self.atoms.is(at - 2, "so");
        let adverb = at > 1 && self.atoms.has(at - 1, Flag::Adverb);
        at.saturating_sub(if so_far { 3 } else { 1 + usize::from(adverb) })
    }

    /// "remain in nine treatment centres".
    fn is_of_care(&self, at: usize) -> bool {
        at > 0 && self.atoms.is_any(at, CENTRES) && self.atoms.is_listed(at - 1, &CARING)
    }

    /// Words of those driven from home.
    fn of_the_homeless(&self, at: usize, was: bool) -> bool {
        let is = |words: &[&str]| self.atoms.is_any(at, words);
        if is(&["moved"]) {
            // "too weak to be moved"
            if (at.saturating_sub(4)..at).any(|at| self.atoms.is(at, "too")) {
                return false;
            }
            return was || self.has_refuge(at);
        }
        if is(&["camp", "camps"]) {
            return self.is_at_camp(at);
        }
        if is(&["leave", "staying", "living"]) {
            return self.has_refuge(at) && !self.atoms.is(at + 1, "away");
        }
        // "the 39,000 who left in the past week"
        let gone = &[
            "in", "since", "on", "last", "this", "earlier", "early", "when",
        ];
        if is(&["left"])
            && self.atoms.is_any(at.wrapping_sub(1), &["who", "already"])
            && self.atoms.is_any(at + 1, gone)
        {
            return true;
        }
        // "121,000 people have left the region"
        let perfect = at > 0 && self.atoms.is_any(at - 1, &["have", "had"]);
        let residents =
            || (at.saturating_sub(4)..at).any(|at| self.atoms.is_listed(at, &RESIDENTS));
        !is(&["left"]) || perfect && (self.has_refuge(at) || residents())
    }

    /// "were taken to a camp", and not "visited the camp" nor "children from a summer camp".
    fn is_at_camp(&self, at: usize) -> bool {
        const OTHERS: Listed = Listed::of(&[
            "army", "base", "boot", "climbing", "football", "holiday", "logging", "military",
            "mining", "prison", "rebel", "scout", "sports", "summer", "training", "youth",
        ]);
        let other = at > 0 && self.atoms.is_listed(at - 1, &OTHERS);
        !other
            && (at.saturating_sub(6)..at)
                .rev()
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| {
                    self.atoms
                        .is_any(at, &["in", "into", "to", "at", "for", "of", "from"])
                })
    }

    /// Words of things that are ruined, and of those under them.
    fn of_the_buried(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        if self.atoms.is_listed(at, &HEAPS) {
            let under =
                (at.saturating_sub(2)..at).any(|at| self.atoms.is_any(at, &["under", "beneath"]));
            return under
                .then_some(Role::Trapped)
                .or(Some(role).filter(|&role| role == Role::Destroyed));
        }
        if role == Role::Trapped {
            return (was || !self.atoms.is(at, "cut")).then_some(role);
        }
        // "two cease-fires collapsed": nothing that was built
        let agreed = |at: usize| self.atoms.is_listed(at, &AGREED);
        if self.atoms.is(at, "collapsed") && (at.saturating_sub(2)..at).any(agreed) {
            return None;
        }
        // "were buried in a mass grave", "were buried on Friday"
        let rest = |at: usize| {
            self.atoms
                .is_any(at, &["grave", "graves", "cemetery", "side", "coffins"])
                || self.atoms.has(at, Flag::Weekday)
        };
        let under = self.atoms.is_any(at + 1, &["under", "beneath"]);
        if self.atoms.is(at, "buried") && was && !under && (at + 1..at + 7).any(rest) {
            return Some(Role::Killed);
        }
        // "have questioned 1,500 people and blown up the homes"
        let object = &["the", "a", "an", "his", "their"];
        if self.atoms.is(at, "blown") && self.atoms.is_any(at + 2, object) && !was {
            return None;
        }
        // "700 homes are gone", "two dams burst"; "my two sons were gone"
        if self.atoms.is_any(at, &["gone", "burst"]) {
            let near = at.saturating_sub(5)..at;
            let thing = near.clone().any(|at| self.atoms.has(at, Flag::Thing));
            let lost = was
                && self.atoms.is(at, "gone")
                && self.atoms.mark(at + 1).is_some()
                && near.clone().any(|at| {
                    self.atoms.has(at, Flag::People) || self.atoms.has(at, Flag::Fighter)
                });
            return thing.then_some(role).or(lost.then_some(Role::Missing));
        }
        // "in the flooded cave": a word for the thing, and not for those in it
        (!self.is_attribute(at)).then_some(role)
    }

    /// "mud houses", "polio workers": a word that tells nothing of those it describes.
    pub(super) fn is_of_what(&self, at: usize) -> bool {
        self.atoms.is_any(at, &["fatal", "hit"])
            || self.atoms.is_listed(at, &HEAPS)
            || self.atoms.is_listed(at, &ILLNESSES)
    }

    /// "two murder suspects", "11 death threats": of whom a crime is told, and not what befell them.
    pub(super) fn is_of_crime(&self, at: usize, head: usize) -> bool {
        const CRIMES: &[&str] = &[
            "murder",
            "manslaughter",
            "homicide",
            "assassination",
            "death",
            "suicide",
        ];
        self.atoms.is_any(at, CRIMES) && !self.atoms.is_any(head, &["victims", "victim"])
    }

    /// "the flooded cave": between an article and its noun.
    fn is_attribute(&self, at: usize) -> bool {
        at > 0
            && self.atoms.is_any(at - 1, &["the", "a", "an"])
            && self.atoms.is_word(at + 1)
            && self.atoms.text(at).ends_with("ed")
            && !self.atoms.has(at + 1, Flag::Stop)
            && !self.atoms.has(at + 1, Flag::Verb)
            && !self.atoms.has(at + 1, Flag::Auxiliary)
    }

    /// Whether a place to flee to or from stands behind "moved", "leave" or "staying".
    fn has_refuge(&self, at: usize) -> bool {
        let stays = self.atoms.is_any(at, &["staying", "living"]);
        (at + 1..at + 6 + usize::from(!stays)).any(|at| {
            self.atoms.has(at, Flag::Refuge) && !(stays && self.atoms.is_listed(at, &ORDINARY))
        })
    }

    /// Whether the words that a word needs for its role stand beside it.
    fn is_in_sense(&self, at: usize) -> bool {
        let Some(sense) = SENSES
            .iter()
            .find(|sense| self.atoms.is_listed(at, &sense.words))
        else {
            return true;
        };
        // "in Russian captivity"
        let held = self
            .atoms
            .is_any(at, &["captivity", "detention", "jail", "prison"])
            && at > 1
            && self.atoms.capital(at - 1)
            && self.atoms.is(at - 2, "in");
        held || at > 0 && self.atoms.is_any(at - 1, sense.led)
            || (at + 1..at + 5).any(|at| self.atoms.is_any(at, sense.next))
    }
}
