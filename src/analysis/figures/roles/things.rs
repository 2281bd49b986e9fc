//! Things are destroyed where people are killed.

use super::super::draft::Draft;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// What may be lost from sight.
const ASTRAY: &[&str] = &[
    "boats",
    "ships",
    "vessels",
    "planes",
    "aircraft",
    "helicopters",
    "trawlers",
    "yachts",
    "ferries",
    "drones",
];

/// What else moves by itself.
const MOVING: &[&str] = &[
    "trucks",
    "buses",
    "lorries",
    "cars",
    "shells",
    "rockets",
    "missiles",
    "warplanes",
    "ambulances",
    "vehicles",
    "tanks",
];

/// Those who have a supply of something, which may be cut off.
const SERVED: &[&str] = &[
    "customers",
    "subscribers",
    "consumers",
    "users",
    "premises",
    "clients",
];

/// Whoever shoots them means to kill.
const ANIMALS: Listed = Listed::of(&[
    "wolves",
    "bears",
    "elephants",
    "dogs",
    "deer",
    "boars",
    "lions",
    "tigers",
    "birds",
    "cattle",
    "sheep",
    "goats",
    "cows",
    "horses",
    "camels",
    "animals",
    "crocodiles",
    "sharks",
    "seals",
    "whales",
]);

/// What somebody is held for, or cleared of.
const CHARGES: Listed = Listed::of(&[
    "count",
    "counts",
    "charge",
    "charges",
    "sentence",
    "sentences",
    "offence",
    "offences",
    "offense",
    "offenses",
    "crime",
    "crimes",
    "felonies",
    "terms",
]);

/// What is let out or handed over and was never held.
const PUBLISHED: Listed = Listed::of(&[
    "balloons",
    "statements",
    "reports",
    "photos",
    "photographs",
    "pictures",
    "images",
    "videos",
    "documents",
    "files",
    "cases",
    "albums",
    "songs",
    "records",
    "names",
    "tonnes",
    "tons",
    "litres",
    "gallons",
    "details",
    "funds",
    "weapons",
    "shares",
    "islands",
    "territories",
    "pages",
    "emails",
    "e-mails",
    "messages",
    "letters",
    "tapes",
    "recordings",
    "transcripts",
    "memos",
    "books",
    "copies",
    "stamps",
    "films",
    "products",
    "versions",
]);

/// What does harm, and suffers none.
const DISASTERS: Listed = Listed::of(&[
    "hurricanes",
    "hurricane",
    "cyclones",
    "typhoons",
    "storms",
    "tornadoes",
    "tornados",
    "earthquakes",
    "quakes",
    "tremors",
    "aftershocks",
    "floods",
    "landslides",
    "avalanches",
    "wildfires",
    "explosions",
    "blasts",
    "bombings",
    "shootings",
    "raids",
    "attacks",
    "airstrikes",
    "clashes",
    "accidents",
]);

/// What is tested for an illness.
const SAMPLES: &[&str] = &["samples", "swabs", "tests", "specimens", "sample"];

/// What the hurt have.
const HURTS: Listed = Listed::of(&["burns", "injuries", "wounds", "fractures", "bruises"]);

impl Roles<'_> {
    /// Things are destroyed where people are killed.
    pub(super) fn of_things(&self, draft: &Draft, role: Role) -> Role {
        let thing = self.is_thing(draft) || draft.measure.is_some();
        let swept = self.is_swept(draft);
        if let Some(role) = self.apart_from_toll(draft, role) {
            return role;
        }
        match role {
            // "three survivors have severe burns"
            Role::Rescued if self.is_hurt_survivor(draft) => Role::Injured,
            // "of 930 stool samples tested"
            Role::Sick if self.counts(draft, SAMPLES) => Role::Other,
            // "a van with five on board slid into a ditch": the van did
            Role::Destroyed if !thing && self.is_carried(draft) => Role::Other,
            // "52,000 customers were cut off": from power
            Role::Trapped if self.counts(draft, SERVED) => Role::Other,
            // "12 ambulances took the injured to hospital"
            Role::Injured if self.is_vessel(draft) && self.is_to_ward(draft) => Role::Other,
            // "the navy intercepted two boats": which were stopped
            Role::Destroyed
                if self.counts(draft, &["boats", "ships", "vessels", "dinghies"])
                    && self.atoms.is(draft.head.wrapping_sub(1), "intercepted") =>
            {
                Role::Other
            }
            // "three boats have not returned"
            Role::Missing if thing && self.counts(draft, ASTRAY) => Role::Missing,
            Role::Killed | Role::Injured | Role::Missing if thing => Role::Destroyed,
            Role::Displaced if thing => self.moved_thing(draft),
            Role::Rescued if thing && self.is_vessel(draft) => Role::Other,
            // "two suspects fled"
            Role::Displaced | Role::Rescued | Role::Trapped if self.at_large(draft) => Role::Other,
            // "held 28 villages"
            Role::Detained if thing => Role::Other,
            // "twenty hostages crossed to safety"
            Role::Displaced if self.counts(draft, &["hostages", "captives"]) => Role::Released,
            Role::Destroyed if !thing && self.atoms.has_near(draft.tail, "buried") => Role::Trapped,
            // "a slide buried 40 houses"
            Role::Trapped
                if thing
                    && (draft.head.saturating_sub(4)..draft.head)
                        .any(|at| self.atoms.is_any(at, &["buried", "burying"])) =>
            {
                Role::Destroyed
            }
            Role::Destroyed if !thing && swept => Role::Missing,
            // "burying two buses and dozens of diners"
            Role::Destroyed
                if !thing
                    && draft.noun.is_some()
                    && (draft.head.saturating_sub(6)..draft.head)
                        .any(|at| self.atoms.is(at, "burying")) =>
            {
                Role::Trapped
            }
            // "burning eight people alive"
            Role::Destroyed if !thing && self.atoms.is(draft.tail, "alive") => Role::Killed,
            // "was blown into the water"
            Role::Destroyed
                if !thing
                    && self.atoms.has_near(draft.tail, "blown")
                    && (draft.tail..draft.tail + 8).any(|at| self.is_water(at)) =>
            {
                Role::Missing
            }
            Role::Destroyed if !thing && self.atoms.has_near(draft.tail, "blown") => Role::Killed,
            // "a ferry carrying 212 people capsized": it is the ferry that did
            Role::Destroyed if !thing && self.is_of_people(draft) => self.of_people(draft),
            // "freed all 41 workers trapped in the tunnel"
            Role::Released
                if (draft.tail..draft.tail + 8).any(|at| {
                    self.atoms.word(at).after == Some(Role::Trapped) && !self.atoms.is(at, "cut")
                }) =>
            {
                Role::Rescued
            }
            role => role,
        }
    }

    /// "20 buses carried evacuees to the camp", "looters emptied 60 shops", "uprooted 40 trees".
    fn moved_thing(&self, draft: &Draft) -> Role {
        let near = draft.head.saturating_sub(3)..draft.head;
        let uprooted = self.atoms.has_near(draft.tail, "uprooted")
            || near
                .clone()
                .any(|at| self.atoms.is_any(at, &["uprooted", "uprooting"]));
        let emptied = &["emptied", "emptying"];
        if self.is_vessel(draft) {
            Role::Other
        } else if uprooted || self.atoms.is_any(draft.head.wrapping_sub(1), emptied) {
            Role::Destroyed
        } else {
            Role::Displaced
        }
    }

    /// "acquitted of four counts", "released dozens of balloons", "damage from two hurricanes": neither people
    /// nor what is ruined; and people whose roofs are.
    fn apart_from_toll(&self, draft: &Draft, role: Role) -> Option<Role> {
        let listed = |words: &Listed| {
            draft
                .noun
                .is_some_and(|noun| self.atoms.is_listed(noun.end - 1, words))
        };
        // "were being treated at two hospitals": where they are
        let placed =
            self.is_thing(draft) && self.atoms.is_any(draft.head.wrapping_sub(1), &["at", "in"]);
        // "80 cartridge cases were picked up"
        let rounds = role != Role::Destroyed && self.is_of_rounds(draft);
        // "40 trucks were stuck on the road", and not "burying two buses"
        let buried = (draft.head.saturating_sub(4)..draft.head)
            .any(|at| self.atoms.is_any(at, &["buried", "burying"]));
        let stuck = role == Role::Trapped && self.is_vessel(draft) && !buried;
        if rounds || stuck || role == Role::Injured && placed {
            return Some(Role::Other);
        }
        // "eleven families were rendered roofless"
        let roofless = role == Role::Destroyed
            && !self.is_thing(draft)
            && self.atoms.has_near(draft.tail, "roofless");
        if roofless {
            return Some(Role::Displaced);
        }
        // "hunters have shot 42 wolves"
        let shot = || self.atoms.is(draft.head.wrapping_sub(1), "shot");
        if role == Role::Injured && listed(&ANIMALS) && shot() {
            return Some(Role::Killed);
        }
        let no_toll = match role {
            Role::Detained => listed(&CHARGES),
            Role::Released => listed(&CHARGES) || listed(&PUBLISHED),
            // "mourners buried three children"
            Role::Destroyed | Role::Trapped if self.counts(draft, &["mourners"]) => true,
            _ => role <= Role::Destroyed && draft.measure.is_none() && listed(&DISASTERS),
        };
        (no_toll || self.suffers_nothing(draft, role)).then_some(Role::Other)
    }

    /// "three survivors have severe burns".
    fn is_hurt_survivor(&self, draft: &Draft) -> bool {
        let hurt = |at: usize| {
            let taken = self.atoms.is(at, "to") && self.atoms.is_any(at - 1, &["taken", "rushed"]);
            taken && self.atoms.is(at + 1, "hospital") || self.atoms.is_listed(at, &HURTS)
        };
        self.counts(draft, &["survivors"]) && (draft.tail..draft.tail + 5).any(hurt)
    }

    /// "swept away 12 people", "12 people were washed out to sea".
    fn is_swept(&self, draft: &Draft) -> bool {
        let carried = |at: usize| {
            self.atoms
                .is_any(at, &["swept", "washed", "sweeping", "washing"])
        };
        // "the number of houses swept away at 812"
        let put = self.atoms.is(draft.head.wrapping_sub(1), "at");
        !put && (draft.head.saturating_sub(3)..draft.head).any(carried)
            // "damaged 900 others and swept away two bridges"
            || (draft.tail..draft.tail + 16).any(|at| carried(at) && !self.atoms.is(at - 1, "and"))
    }

    /// What ruin means for people: the avalanche that engulfed them holds them, the boat sank without them.
    fn of_people(&self, draft: &Draft) -> Role {
        let near = |words: &[&str]| {
            (draft.head.saturating_sub(3)..draft.head)
                .rev()
                .take_while(|&at| !self.atoms.is(at, "and"))
                .any(|at| self.atoms.is_any(at, words))
        };
        let behind =
            |words: &[&str]| (draft.tail..draft.tail + 8).any(|at| self.atoms.is_any(at, words));
        let buried = (draft.head.saturating_sub(8)..draft.head)
            .any(|at| self.atoms.is_any(at, &["burying", "buried"]));
        if buried
            || near(&["engulfed", "engulfing", "swallowed"])
            || behind(&["lay", "lie", "lying"])
        {
            Role::Trapped
        } else if near(&["burning", "burned", "burnt"]) {
            Role::Injured
        } else if behind(&["action"]) {
            // "put 60 rebels out of action"
            Role::Killed
        } else if behind(&["collapsed"]) && draft.noun.is_some() {
            // "four runners collapsed"
            Role::Sick
        } else if near(&["felled"]) {
            // "fumes felled 52 workers"
            Role::Sick
        } else if behind(&["capsized", "sank", "overturned"]) {
            Role::Other
        } else {
            Role::Destroyed
        }
    }

    pub(super) fn is_vessel(&self, draft: &Draft) -> bool {
        self.counts(draft, ASTRAY) || self.counts(draft, MOVING)
    }

    /// "by the current".
    pub(super) fn is_of_water(&self, at: usize) -> bool {
        (at..at + 5).any(|at| self.is_water(at))
    }

    pub(super) fn is_water(&self, at: usize) -> bool {
        const WATERS: Listed = Listed::of(&[
            "flood",
            "floods",
            "floodwaters",
            "floodwater",
            "current",
            "currents",
            "river",
            "wave",
            "waves",
            "tide",
            "torrent",
            "waters",
            "sea",
            "water",
            "lake",
            "stream",
        ]);
        self.atoms.is_listed(at, &WATERS)
    }
}
