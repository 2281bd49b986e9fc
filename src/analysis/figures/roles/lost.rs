//! What is lost: lives, homes, soldiers and sheep.

use super::super::tables::{Flag, Numeric};
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Who else is lost, and what lives on a farm.
const OWN: Listed = Listed::of(&[
    "citizens",
    "nationals",
    "livestock",
    "cattle",
    "sheep",
    "goats",
    "cows",
    "camels",
    "animals",
    "pigs",
    "horses",
    "poultry",
]);

/// What takes lives, where a pit or a village "lost 23 miners to" it.
const TAKERS: Listed = Listed::of(&[
    "accident",
    "accidents",
    "attack",
    "attacks",
    "avalanche",
    "blast",
    "blasts",
    "bombs",
    "bullets",
    "cholera",
    "collapse",
    "cold",
    "disease",
    "drowning",
    "earthquake",
    "epidemic",
    "explosion",
    "explosions",
    "fall",
    "falls",
    "famine",
    "fever",
    "fighting",
    "fire",
    "fires",
    "flames",
    "flood",
    "floods",
    "gunmen",
    "heat",
    "hunger",
    "landslide",
    "landslides",
    "mines",
    "outbreak",
    "plague",
    "quake",
    "raids",
    "sea",
    "shelling",
    "storm",
    "storms",
    "violence",
    "virus",
    "war",
]);

impl Roles<'_> {
    /// "lost 23 miners to a roof fall", "with the loss of all 19 aboard".
    fn is_lost_to(&self, at: usize) -> bool {
        let end = (at + 1..at + 9)
            .find(|&at| !self.atoms.is_word(at) && !self.atoms.is_digits(at))
            .unwrap_or(at + 9);
        let mut near = at + 1..end;
        if self.atoms.is_any(at, &["loss", "losing"]) {
            let on = |at: usize| {
                self.atoms.is_any(at, &["aboard", "hands"])
                    || self.atoms.is(at, "on") && self.atoms.is(at + 1, "board")
            };
            if near.clone().any(on) {
                return true;
            }
        }
        let to = near.find(|&at| self.atoms.is(at, "to"));
        to.is_some_and(|to| (to + 1..to + 5).any(|at| self.atoms.is_listed(at, &TAKERS)))
    }

    /// "His village had lost 20, including two infants", "the brigade lost at least nine": a bare number of
    /// those who belong to a group.
    fn is_lost_by_group(&self, at: usize) -> bool {
        const GROUPS: Listed = Listed::of(&[
            "village",
            "clan",
            "tribe",
            "family",
            "people",
            "brigade",
            "battalion",
            "regiment",
            "platoon",
            "unit",
            "squad",
            "army",
            "militia",
            "rebels",
        ]);
        let number =
            |at: usize| self.atoms.is_digits(at) || self.atoms.numeric(at) != Numeric::None;
        let first =
            at + 1 + 2 * usize::from(self.atoms.is(at + 1, "at") && self.atoms.is(at + 2, "least"));
        let end = first + 1;
        let bare = number(first)
            && (self.atoms.kind(end).is_none()
                || matches!(self.atoms.mark(end), Some(',' | '.' | ';'))
                || self.atoms.is_any(end, &["in", "during", "when", "and"]));
        bare && self.atoms.is_any(at, &["lost", "lose", "losing"])
            && (at.saturating_sub(4)..at)
                .rev()
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is_listed(at, &GROUPS))
    }

    /// "claimed 12 lives", "lost three men", "the fire claimed 70 homes", "contact was lost with 43 climbers".
    pub(super) fn lost_before(&self, at: usize, role: Role) -> Option<Role> {
        let word = |words: &[&str]| self.atoms.is_any(at, words);
        if word(&["lost"]) && self.atoms.is(at + 1, "with") {
            return (at.saturating_sub(3)..at)
                .any(|at| self.atoms.is(at, "contact"))
                .then_some(Role::Missing);
        }
        let claimed = word(&["claims", "claim", "claimed", "claiming"]);
        let mut near = at + 1..at + 8;
        if near
            .clone()
            .any(|at| self.atoms.is_any(at, &["lives", "life", "victims"]))
        {
            return Some(role);
        }
        if !claimed && (self.is_lost_to(at) || self.is_lost_by_group(at)) {
            return Some(role);
        }
        let thing = |at: usize| self.atoms.has(at, Flag::Thing);
        if claimed && near.clone().take(3).any(thing) {
            return Some(Role::Destroyed);
        }
        let own = |at: usize| {
            // "lost four of its own"
            let kin = self.atoms.is(at, "own") && self.atoms.is_any(at - 1, &["its", "their"]);
            // "operated on 23 people and lost nine of them"
            let them = self.atoms.is(at, "them") && self.atoms.is(at - 1, "of");
            let own = kin || them;
            self.atoms.has(at, Flag::Fighter) || thing(at) || self.atoms.is_listed(at, &OWN) || own
        };
        (!claimed && !word(&["cost", "costs", "costing"]))
            .then(|| {
                near.by_ref()
                    .take_while(|&at| self.atoms.mark(at).is_none())
                    .any(own)
            })
            .filter(|&own| own)
            .map(|_| role)
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
        if next(&[
            "sight", "leg", "legs", "limb", "limbs", "arm", "arms", "eye", "eyes",
        ]) {
            return Some(Role::Injured);
        }
        if next(&["sea", "trace"]) {
            return was.then_some(role);
        }
        // "no soldiers were lost in the raid"
        let fought = &["in", "during", "on"];
        let fighters = || {
            (at.saturating_sub(4)..at).any(|at| {
                self.atoms.has(at, Flag::Fighter) && !self.atoms.has(at, Flag::People)
                    || self.atoms.is_any(at, &["soldiers", "troops", "fighters"])
            })
        };
        let ends = self.atoms.kind(at + 1).is_none() || self.atoms.is_mark(at + 1, '.');
        if was && (ends || self.atoms.is_any(at + 1, fought)) && fighters() {
            return Some(Role::Killed);
        }
        // "15 people had been lost to cattle rustling"
        let people = (at.saturating_sub(4)..at).any(|at| self.atoms.has(at, Flag::People));
        if was && people && self.atoms.is(at + 1, "to") {
            return Some(Role::Killed);
        }
        // "114 people were lost when a barge sank"
        let wreck = &[
            "sank",
            "capsized",
            "foundered",
            "shipwreck",
            "wreck",
            "went",
            "crashed",
        ];
        if was && people && (at + 1..at + 8).any(|at| self.atoms.is_any(at, wreck)) {
            return Some(Role::Killed);
        }
        // "64 homes and a primary school were lost"
        // "it would mean that 18 are lost"
        let count =
            at > 1 && (self.atoms.is_digits(at - 2) || self.atoms.numeric(at - 2) != Numeric::None);
        if ends && count && self.atoms.is_any(at - 1, &["are", "were"]) {
            return Some(Role::Missing);
        }
        let thing = (at.saturating_sub(7)..at).any(|at| self.atoms.has(at, Flag::Thing));
        (was && thing).then_some(Role::Destroyed)
    }
}
