//! What the words beside a count make of it: an owner, an order, a place that stands for a verb.

use super::super::atoms::Kind;
use super::super::draft::Draft;
use super::super::nouns::{self, Noun};
use super::super::numerals::Form;
use super::super::tables::{Flag, Numeric};
use super::Roles;
use super::hurt::ILLNESSES;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Where somebody is when something happens.
const PLACING: Listed = Listed::of(&[
    "in",
    "at",
    "on",
    "inside",
    "outside",
    "near",
    "aboard",
    "across",
    "elsewhere",
    "later",
    "overnight",
]);

/// Houses and grounds that are named after what happens there: "evacuation centres", "burial sites".
const PLACES: Listed = Listed::of(&[
    "centres",
    "centers",
    "centre",
    "center",
    "camps",
    "camp",
    "sites",
    "site",
    "shelters",
    "orders",
    "order",
    "routes",
    "zones",
    "areas",
    "wards",
    "units",
    "points",
    "facilities",
    "homes",
    "houses",
]);

/// What makes people ill where it is spoken of beside a hospital.
const TAINTED: Listed = Listed::of(&[
    "contaminated",
    "tainted",
    "spoiled",
    "rotten",
    "poisoned",
    "poisonous",
    "supper",
    "lunch",
    "breakfast",
    "canteen",
    "eating",
    "ate",
    "drinking",
    "drank",
    "heat",
    "heatwave",
    "heat-related",
    "outbreak",
    "epidemic",
]);

/// What hurts, so that those in hospital are no patients of an illness.
const VIOLENT: Listed = Listed::of(&[
    "fire",
    "blaze",
    "flames",
    "explosion",
    "blast",
    "crash",
    "bomb",
    "shooting",
    "collapse",
    "burns",
    "wounds",
    "injuries",
    "stampede",
]);

/// Where the ill are taken.
const WARDS: Listed = Listed::of(&[
    "hospital",
    "hospitals",
    "clinic",
    "clinics",
    "emergency",
    "hospitalised",
    "hospitalized",
    "admitted",
    "care",
    "ventilators",
    "ward",
]);

/// What is done for those whom a disaster has struck, which tells nothing new of them.
const HELPED: Listed = Listed::of(&[
    "reached",
    "reach",
    "assisted",
    "assist",
    "supported",
    "fed",
    "surveyed",
    "assessed",
    "supplied",
    "supply",
    "served",
    "serve",
]);

/// Those who come as guests, and things that come.
const GUESTS: Listed = Listed::of(&[
    "tourist",
    "tourism",
    "tourists",
    "visitor",
    "visitors",
    "passenger",
    "passengers",
    "foreign",
    "international",
    "airport",
    "airports",
    "hotel",
    "hotels",
    "tourism",
    "cargo",
    "flights",
    "container",
]);

impl Roles<'_> {
    /// Behind an owner, on the way to the verb: "are holding the school's two cooks".
    pub(super) fn behind_owner(&self, at: usize, from: usize) -> Option<usize> {
        if self.atoms.kind(at) != Some(Kind::Possessive) {
            return None;
        }
        let floor = from.max(at.saturating_sub(4));
        let article = |at: &usize| self.atoms.is_any(*at, &["the", "a", "an"]);
        let named = |at: &usize| self.atoms.is_word(*at) && self.atoms.capital(*at);
        let plain = at.checked_sub(1).filter(|&owner| owner >= floor)?;
        let the = (floor..plain).rev().find(article);
        let name = || (floor..at).rev().take_while(named).last();
        the.or_else(name)
    }

    /// "crowded into 82 shelters".
    pub(super) fn is_into_refuge(&self, at: usize) -> bool {
        (at + 2..at + 8)
            .take_while(|&at| self.atoms.mark(at).is_none())
            .any(|at| self.atoms.has(at, Flag::Refuge))
    }

    /// "evacuation orders remain in force for 12,000 residents".
    pub(super) fn is_under_order(&self, at: usize) -> bool {
        const COVER: Listed = Listed::of(&[
            "for",
            "cover",
            "covers",
            "covered",
            "covering",
            "affect",
            "affects",
            "encompassed",
            "issued",
            "heeded",
        ]);
        let ordered = |at: usize| {
            // "orders to leave cover 5,200 residents"
            let leave = self
                .atoms
                .is_any(at, &["orders", "order", "advice", "warnings"])
                && self.atoms.is(at + 1, "to")
                && self
                    .atoms
                    .is_any(at + 2, &["leave", "evacuate", "flee", "go"]);
            leave || self.atoms.is_any(at, &["evacuation", "evacuations"])
        };
        self.atoms.is_listed(at, &COVER)
            && (at.saturating_sub(8)..at)
                .rev()
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(ordered)
    }

    /// "reached 17 of the 29 villages cut off": what was done for them.
    pub(super) fn is_helped(&self, draft: &Draft) -> bool {
        draft.head > 0 && self.atoms.is_listed(draft.head - 1, &HELPED) && draft.noun.is_some()
    }

    /// "a 33-storey tower", "a 40-bed ward": a size of one thing, to which nothing happens by itself.
    pub(super) fn is_size_of_one(&self, draft: &Draft) -> bool {
        const PARTS: &[&str] = &[
            "storey", "story", "floor", "bed", "seat", "room", "car", "carriage", "lane", "flat",
            "judge", "party", "nation",
        ];
        // "the buoy, one of five, had sunk"
        let one = draft.head > 1
            && self.atoms.is(draft.head - 1, "of")
            && self.atoms.is(draft.head - 2, "one")
            && self.atoms.is_mark(draft.head.wrapping_sub(3), ',');
        one && draft.noun.is_none() && self.atoms.mark(draft.tail).is_some()
            || self.atoms.is_joint(draft.numeral.end) && self.counts(draft, PARTS)
    }

    /// "built for 5,000", "a boat made for 30": how many a place holds, of whom nothing is told.
    pub(super) fn is_room(&self, draft: &Draft) -> bool {
        draft.noun.is_none()
            && draft.head > 0
            && self.atoms.is(draft.head - 1, "for")
            && nouns::is_size(self.atoms, draft.numeral.first)
    }

    /// "three died at the scene and two in hospital": the verb is left out where it is the same.
    pub(super) fn placed_alike(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        let draft = &drafts[index];
        let one = index.checked_sub(1).map(|before| &drafts[before])?;
        let bare = draft.noun.is_none() && draft.is_count() && one.is_count();
        if !bare || !self.atoms.is_listed(draft.tail, &PLACING) {
            return None;
        }
        let link = draft.head.checked_sub(1)?;
        let linked = self.atoms.is_any(link, &["and", "another"]) || self.atoms.is_mark(link, ',');
        let placed = one.tail < link
            && link - one.tail <= 9
            && (one.tail..link).any(|at| self.atoms.is_listed(at, &PLACING))
            && (one.tail..link).all(|at| self.atoms.mark(at).is_none());
        let ends = (draft.tail + 1..draft.tail + 9)
            .find(|&at| self.atoms.kind(at).is_none() || self.atoms.mark(at).is_some())?;
        let silent = (draft.tail + 1..ends).all(|at| {
            !self.atoms.has(at, Flag::Verb)
                && !self.atoms.has(at, Flag::Auxiliary)
                && (self.atoms.word(at).after.is_none()
                    || self
                        .atoms
                        .is_any(at, &["hospital", "hospitals", "ruins", "camp"]))
        });
        one.role
            .filter(|&role| linked && placed && silent && role <= Role::Sick)
    }

    /// "gone home", "returned home".
    pub(super) fn is_homecoming(&self, at: usize) -> bool {
        const GOING: Listed = Listed::of(&["gone", "went", "go", "return", "returned"]);
        self.atoms.is_listed(at, &GOING) && self.atoms.is(at + 1, "home")
    }

    /// Whether those who go home come from a hospital.
    pub(super) fn is_of_patients(&self, draft: &Draft) -> bool {
        const CARED: Listed = Listed::of(&[
            "patients",
            "patient",
            "hospital",
            "hospitals",
            "clinic",
            "treated",
            "treatment",
            "recovered",
            "admitted",
            "discharged",
            "cured",
        ]);
        (draft.head.saturating_sub(20)..draft.tail + 10)
            .filter(|&at| at < self.atoms.len())
            .any(|at| self.atoms.is_listed(at, &CARED))
    }

    /// "evacuation centres": a place that is named after what happens there.
    pub(super) fn is_of_place(&self, at: usize, noun: Noun) -> bool {
        !self.atoms.text(at).ends_with("ed") && self.atoms.is_listed(noun.end - 1, &PLACES)
    }

    /// "sites shelter 31,600 people": a place is not driven from home.
    pub(super) fn is_active_place(&self, draft: &Draft, at: usize) -> bool {
        let number =
            |at: usize| self.atoms.is_digits(at) || self.atoms.numeric(at) != Numeric::None;
        draft.noun.is_some_and(|noun| {
            self.atoms.is_listed(noun.end - 1, &PLACES) || self.atoms.has(noun.end - 1, Flag::Thing)
        }) && (at == draft.tail && (at + 1..at + 4).any(number)
            // "12 rehydration points in camps"
            || self.atoms.is_any(at, &["camp", "camps", "shelter", "shelters"]))
    }

    /// "cases" of a court and "arrivals" of tourists tell no role.
    pub(super) fn is_noun_in_sense(&self, noun: Noun) -> bool {
        let last = noun.end - 1;
        if self.atoms.is(last, "cases") {
            return self.is_illness(noun);
        }
        let near = || noun.first.saturating_sub(8)..noun.end + 8;
        if self.atoms.is(last, "admissions") {
            return near().any(|at| self.atoms.is_listed(at, &WARDS));
        }
        !self.atoms.is(last, "arrivals") || !self.is_of_guests(near())
    }

    /// Whether arrivals are spoken of, and of guests.
    pub(super) fn is_of_guests(&self, mut near: std::ops::Range<usize>) -> bool {
        near.clone().any(|at| self.atoms.is(at, "arrivals"))
            && near.any(|at| self.atoms.is_listed(at, &GUESTS))
    }

    /// "140 pupils were rushed to hospital after a supper that was contaminated": the ill, and not the hurt.
    pub(super) fn of_the_ill(&self, draft: &Draft, role: Role) -> Role {
        if role != Role::Injured || draft.numeral.form == Form::Fraction {
            return role;
        }
        let near = draft.head.saturating_sub(8)..draft.tail + 10;
        if !near.into_iter().any(|at| self.atoms.is_listed(at, &WARDS)) {
            return role;
        }
        let wide = || draft.head.saturating_sub(16)..draft.tail + 20;
        let hurt = wide().any(|at| self.atoms.is_listed(at, &VIOLENT));
        let ill =
            |at: usize| self.atoms.is_listed(at, &TAINTED) || self.atoms.is_listed(at, &ILLNESSES);
        if !hurt && wide().any(ill) {
            Role::Sick
        } else {
            role
        }
    }
}
