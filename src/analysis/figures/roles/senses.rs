//! Words that carry a role only in one of their senses.

use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Roles;
use crate::briefing::Role;

/// What a word needs beside it to carry its role.
struct Sense {
    words: &'static [&'static str],
    /// One of these right before it.
    led: &'static [&'static str],
    /// Or one of these among the four atoms behind it.
    next: &'static [&'static str],
}

const fn led(words: &'static [&'static str], led: &'static [&'static str]) -> Sense {
    Sense {
        words,
        led,
        next: &[],
    }
}

const fn next(words: &'static [&'static str], next: &'static [&'static str]) -> Sense {
    Sense {
        words,
        led: &[],
        next,
    }
}

/// "driven out", "crossed the border", "in intensive care", "behind bars", "cut off".
const SENSES: &[Sense] = &[
    next(&["driven"], &["out", "from"]),
    next(&["crossed"], &["into", "border"]),
    next(
        &["brought"],
        &["safety", "ashore", "alive", "out", "surface"],
    ),
    next(&["pulled"], &["safety", "ashore", "alive"]),
    next(&["led", "escorted", "ferried", "taken"], &["safety"]),
    next(&["flown"], &["safety", "home", "out"]),
    next(&["cut"], &["off"]),
    led(&["care"], &["intensive"]),
    led(&["repair"], &["beyond"]),
    led(&["safe"], &["found"]),
    led(&["bars"], &["behind"]),
    led(
        &["jail", "prison", "detention", "cells", "captivity"],
        &["in"],
    ),
    next(&["picked"], &["up"]),
    next(&["dug"], &["out", "alive"]),
    next(
        &["plucked", "hauled", "dragged"],
        &["from", "off", "out", "ashore", "aboard"],
    ),
    next(&["overcome"], &["fumes", "smoke", "gas", "heat"]),
    led(
        &["murder", "assassination", "death", "deaths"],
        &["to", "their"],
    ),
    next(&["sleeping"], &["in", "on", "outside", "rough", "under"]),
    led(&["collapse", "destruction", "damage"], &[]),
];

/// Words of being and becoming in front of what was done to those counted.
const BEING: &[&str] = &[
    "was", "were", "been", "be", "are", "is", "got", "being", "reported", "still", "remain",
];

/// What people are buried under.
const HEAPS: &[&str] = &[
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
];

/// What those who are hurt seek.
const TREATMENT: &[&str] = &["treatment", "medical"];

/// Places in which anybody lives or stays.
const ORDINARY: &[&str] = &[
    "area", "region", "country", "village", "villages", "home", "homes", "house", "houses",
];

impl Roles<'_> {
    /// Some words carry a role only in one sense.
    pub(super) fn accept_before(&self, at: usize, role: Role) -> Option<Role> {
        let word = |words: &[&str]| self.atoms.is_any(at, words);
        let next = |words: &[&str]| self.atoms.is_any(at + 1, words);
        if word(&["swept", "washed"]) {
            return next(&["away", "off"]).then_some(role);
        }
        if word(&["gunned", "mowed", "hacked"]) {
            return next(&["down", "to"]).then_some(role);
        }
        if word(&["cut"]) {
            return next(&["off"]).then_some(role);
        }
        if word(&["pulled", "pulling", "dragged", "hauled", "fished", "dug"]) {
            return self.is_drawn_out(at).then_some(role);
        }
        if word(&["picked", "lifted", "lifting"]) {
            return self.is_brought_away(at).then_some(role);
        }
        // "the avalanche buried 17 skiers", not "we buried our dead"
        let slide = |at: usize| self.atoms.has(at, Flag::Slide);
        let under = || {
            (at + 1..at + 7)
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is_any(at, &["under", "beneath", "alive"]))
        };
        if word(&["buried", "burying"]) && ((at.saturating_sub(6)..at).any(slide) || under()) {
            return Some(Role::Trapped);
        }
        if word(&["shot"]) {
            return Some(self.shot_before(at, role));
        }
        let was = at > 0
            && self
                .atoms
                .is_any(at - 1, &["was", "were", "been", "be", "is", "are", "being"]);
        if word(&[
            "lost", "lose", "loses", "losing", "claims", "claim", "claimed", "claiming", "loss",
            "cost", "costs", "costing",
        ]) {
            let near = at + 1..at + 8;
            let lives = near
                .clone()
                .any(|at| self.atoms.is_any(at, &["lives", "life"]));
            let own = !word(&[
                "claims", "claim", "claimed", "claiming", "cost", "costs", "costing",
            ]) && near
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| {
                    self.atoms.has(at, Flag::Fighter)
                        || self.atoms.has(at, Flag::Thing)
                        || self.atoms.is_any(at, &["citizens", "nationals"])
                });
            return (lives || own).then_some(role);
        }
        if word(&["remains", "toll"])
            || was && word(&["killed", "died", "injured", "wounded", "hurt", "dead"])
        {
            return None;
        }
        Some(role)
    }

    /// "shot down two jets", "shot 141 people dead", "shot 12".
    fn shot_before(&self, at: usize, role: Role) -> Role {
        if self.atoms.is(at + 1, "down") {
            return Role::Destroyed;
        }
        let dead = (at + 1..at + 10)
            .take_while(|&at| self.atoms.mark(at).is_none())
            .any(|at| self.atoms.is(at, "dead"));
        if dead { Role::Killed } else { role }
    }

    /// "coastguards picked up 15 sailors", and not suspects; "lifted 320 villagers off roofs", and no
    /// sanctions.
    fn is_brought_away(&self, at: usize) -> bool {
        const AT_SEA: &[&str] = &[
            "coastguard",
            "coastguards",
            "guard",
            "navy",
            "rescuers",
            "fishermen",
            "ship",
            "ships",
            "boat",
            "boats",
            "vessel",
            "vessels",
            "helicopter",
            "helicopters",
        ];
        if self.atoms.is(at, "picked") {
            return self.atoms.is(at + 1, "up")
                && (at.saturating_sub(5)..at).any(|at| self.atoms.is_any(at, AT_SEA));
        }
        let away = ["off", "roofs", "rooftops", "safety", "aboard"];
        (at + 2..at + 9).any(|at| self.atoms.is_any(at, &away))
    }

    /// "pulled 141 passengers from the water", "dug out three people", and no cars "out of the race".
    fn is_drawn_out(&self, at: usize) -> bool {
        const FROM: &[&str] = &["from", "out", "alive", "ashore", "free", "safety", "aboard"];
        let near = at + 1..at + 10;
        let end = near.clone().find(|&at| self.atoms.mark(at).is_some());
        let mut words = near.start..end.unwrap_or(near.end);
        let dead = words
            .clone()
            .any(|at| self.atoms.is_any(at, &["dead", "bodies", "corpses"]));
        !dead && words.any(|at| self.atoms.is_any(at, FROM))
    }

    /// "collapsed with 48 workers inside": those inside can not leave.
    pub(super) fn inside(&self, draft: &Draft) -> Option<Role> {
        self.atoms
            .is_any(draft.tail, &["inside", "below", "underground"])
            .then_some(Role::Trapped)
    }

    /// Some words behind a noun carry their role only in one sense.
    pub(super) fn accept_after(&self, at: usize, role: Role) -> Option<Role> {
        let was = at > 0 && self.atoms.is_any(at - 1, BEING);
        if self.atoms.is_any(at, &["lost", "lose"]) {
            return self.lost(at, role, was);
        }
        if self.atoms.is(at, "shot") {
            return self.shot(at, role, was);
        }
        // "19 fishermen had not returned", "23 miners have not been seen since"
        if self.atoms.is_any(at, &["returned", "seen", "heard"]) {
            return self.is_denied(at).then_some(role);
        }
        if self.is_denied(at) || !self.is_in_sense(at) {
            return None;
        }
        match role {
            // "12 were survivors", not "according to survivors"
            _ if self.atoms.is(at, "survivors") => was.then_some(role),
            Role::Injured => self.hurt(at, role, was),
            // "60 people had sought treatment"
            _ if self.atoms.is(at, "sought") && self.atoms.is_any(at + 1, TREATMENT) => {
                (!was).then_some(Role::Injured)
            }
            Role::Trapped if self.atoms.is(at, "cut") => was.then_some(role),
            _ if self.atoms.is(at, "sought") => was.then_some(role),
            // "who were held", not "held talks".
            Role::Detained
                if self
                    .atoms
                    .is_any(at, &["held", "seized", "captured", "charged"]) =>
            {
                let held = ["in", "by", "captive", "hostage", "with", "at"];
                (was || self.atoms.is_any(at + 1, &held)).then_some(role)
            }
            Role::Displaced if self.atoms.is(at, "moved") => {
                (was || self.has_refuge(at)).then_some(role)
            }
            Role::Displaced if self.atoms.is_any(at, &["leave", "staying", "living"]) => {
                self.has_refuge(at).then_some(role)
            }
            // "121,000 people have left the region"
            Role::Displaced if self.atoms.is(at, "left") => {
                let perfect = at > 0 && self.atoms.is_any(at - 1, &["have", "had"]);
                (perfect && self.has_refuge(at)).then_some(role)
            }
            // "700 homes are gone", "two dams burst"
            Role::Destroyed if self.atoms.is_any(at, &["gone", "burst"]) => {
                let thing = (at.saturating_sub(4)..at).any(|at| self.atoms.has(at, Flag::Thing));
                thing.then_some(role)
            }
            // "in the flooded cave": a word for the thing, and not for those in it
            Role::Destroyed if self.is_attribute(at) => None,
            _ if self.atoms.is_any(at, HEAPS) => {
                let under = (at.saturating_sub(2)..at)
                    .any(|at| self.atoms.is_any(at, &["under", "beneath"]));
                under
                    .then_some(Role::Trapped)
                    .or(Some(role).filter(|&role| role == Role::Destroyed))
            }
            role => Some(role),
        }
    }

    /// Words of those hurt, in the sense that tells of it; those burned alive are dead.
    fn hurt(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        let is = |words: &[&str]| self.atoms.is_any(at, words);
        let next = |words: &[&str]| self.atoms.is_any(at + 1, words);
        // "taken to the provincial hospital", not "guarded the hospital"
        if is(&["hospital", "hospitals"]) {
            return (at.saturating_sub(4)..at)
                .any(|at| self.atoms.is_any(at, &["to", "in", "into", "from"]))
                .then_some(role);
        }
        // "two hospitals had treated 40"
        if is(&["treated"]) {
            let did = at > 0 && self.atoms.is_any(at - 1, &["have", "has", "had"]);
            return (!did).then_some(role);
        }
        // "900 have been admitted since", not "were admitted to the country"
        if is(&["admitted"]) {
            return (was && !next(&["to", "into", "as"])).then_some(role);
        }
        // "27 had been burned alive"
        let dead = is(&["burned", "burnt"])
            && (next(&["alive"]) || next(&["to"]) && self.atoms.is(at + 2, "death"));
        Some(if dead { Role::Killed } else { role })
    }

    /// "the flooded cave": between an article and its noun.
    fn is_attribute(&self, at: usize) -> bool {
        at > 0
            && self.atoms.is_any(at - 1, &["the", "a", "an"])
            && self.atoms.is_word(at + 1)
            && self.atoms.text(at).ends_with("ed")
            && !self.atoms.has(at + 1, Flag::Stop)
    }

    /// Whether a place to flee to or from stands behind "moved", "leave" or "staying".
    fn has_refuge(&self, at: usize) -> bool {
        let stays = self.atoms.is_any(at, &["staying", "living"]);
        (at + 1..at + 6 + usize::from(!stays)).any(|at| {
            self.atoms.has(at, Flag::Refuge) && !(stays && self.atoms.is_any(at, ORDINARY))
        })
    }

    /// "were shot" hurts; "were shot dead" kills.
    fn shot(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        let dead = (at + 1..at + 5).any(|at| self.atoms.is_any(at, &["dead", "death"]))
            || self.atoms.is(at.saturating_sub(1), "fatally")
            || self.atoms.is(at + 1, "and") && self.atoms.is(at + 2, "killed");
        if self.atoms.is(at + 1, "down") {
            return was.then_some(Role::Destroyed);
        }
        (was || dead).then_some(if dead { Role::Killed } else { role })
    }

    /// Whether the words that a word needs for its role stand beside it.
    fn is_in_sense(&self, at: usize) -> bool {
        let Some(sense) = SENSES
            .iter()
            .find(|sense| self.atoms.is_any(at, sense.words))
        else {
            return true;
        };
        at > 0 && self.atoms.is_any(at - 1, sense.led)
            || (at + 1..at + 5).any(|at| self.atoms.is_any(at, sense.next))
    }

    /// "lost their homes", "lost their lives", "were lost at sea".
    pub(super) fn lost(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        let next = |words: &[&str]| (at + 1..at + 5).any(|at| self.atoms.is_any(at, words));
        if next(&["home", "homes", "house", "houses"]) {
            return Some(Role::Displaced);
        }
        if next(&["life", "lives"]) {
            return Some(Role::Killed);
        }
        if next(&["sea", "trace"]) {
            return was.then_some(role);
        }
        let thing = (at.saturating_sub(5)..at).any(|at| self.atoms.has(at, Flag::Thing));
        (was && thing).then_some(Role::Destroyed)
    }

    /// "could not be saved", "were not hurt".
    pub(super) fn is_denied(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).any(|at| self.atoms.is_any(at, &["not", "never", "n't"]))
            && !self.atoms.is(at, "missing")
    }
}
