//! Words behind a number that tell of the hurt and the ill.

use super::super::nouns::Noun;
use super::super::tables::Flag;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// What people come down with.
pub(super) const ILLNESSES: Listed = Listed::of(&[
    "cholera",
    "measles",
    "dengue",
    "malaria",
    "ebola",
    "typhoid",
    "meningitis",
    "heatstroke",
    "diarrhoea",
    "diarrhea",
    "fever",
    "symptoms",
    "vomiting",
    "nausea",
    "dehydration",
    "poisoning",
    "malnutrition",
    "pneumonia",
    "hepatitis",
    "influenza",
    "flu",
    "mpox",
    "polio",
    "botulism",
    "salmonella",
    "dysentery",
    "plague",
    "anthrax",
    "virus",
    "disease",
    "infection",
    "hiv",
    "coronavirus",
    "covid",
    "tuberculosis",
    "rabies",
    "mumps",
    "headaches",
    "cramps",
    "scabies",
    "jaundice",
    "smallpox",
    "chickenpox",
    "zika",
    "diphtheria",
    "norovirus",
    "listeria",
    "pertussis",
    "bronchitis",
    "tetanus",
]);

/// Where somebody is hit.
const BODY: Listed = Listed::of(&[
    "leg", "legs", "arm", "arms", "chest", "head", "back", "neck", "stomach", "shoulder", "foot",
    "face", "thigh", "hand", "abdomen",
]);

/// What the hurt come away with.
const HURTS: Listed = Listed::of(&[
    "wounds",
    "injuries",
    "burns",
    "fractures",
    "bullets",
    "bruises",
]);

/// What cases of a court are spoken of with.
const CRIME: Listed = Listed::of(&[
    "guilty",
    "murder",
    "murders",
    "rape",
    "court",
    "arguments",
    "prosecuted",
    "prosecutors",
    "detectives",
    "homicide",
    "homicides",
    "unsolved",
    "lawsuit",
    "investigators",
    "suspect",
    "suspects",
    "judge",
    "justices",
    "violence",
    "abuse",
    "corruption",
    "crime",
    "crimes",
    "police",
    "authorities",
    "arrested",
    "charges",
]);

/// What cases of an illness are spoken of with.
const ILL: Listed = Listed::of(&[
    "confirmed",
    "suspected",
    "probable",
    "new",
    "active",
    "fresh",
    "imported",
    "infections",
    "infected",
    "deaths",
    "recoveries",
    "recovered",
    "tested",
    "positive",
    "patients",
    "hospital",
    "hospitals",
    "outbreak",
    "epidemic",
    "disease",
    "virus",
    "health",
    "fatality",
    "fatalities",
    "illness",
    "treated",
    "hospitalised",
    "hospitalized",
    "severe",
    "mild",
    "marburg",
    "vaccinated",
    "sick",
    "ill",
]);

impl Roles<'_> {
    /// Whether cases are of an illness, and not of a court: "1,052 cases of cholera", "100 other cases".
    pub(super) fn is_illness(&self, noun: Noun) -> bool {
        let near = noun.first.saturating_sub(2)..noun.end + 4;
        // "22 cartridge cases"
        let made = &["cartridge", "shell", "bullet", "packing", "pillow"];
        if (noun.first..noun.end).any(|at| self.atoms.is_any(at, made)) {
            return false;
        }
        let court = near
            .filter(|at| self.atoms.is_word(*at))
            .any(|at| self.atoms.has(at, Flag::Court));
        let wide = || noun.first.saturating_sub(14)..noun.end + 14;
        let ill = |at: usize| {
            // "heat-related cases"
            let related = at > 1
                && self.atoms.is(at, "related")
                && self.atoms.is_any(at - 2, &["heat", "cold", "smoke"]);
            // "the New Harbour Foundation" is no new case
            self.atoms.is_listed(at, &ILL) && !(self.atoms.is(at, "new") && self.atoms.capital(at))
                || self.atoms.word(at).after == Some(Role::Sick)
                || related
        };
        // "the ministry reported 52 cases", but "found guilty in 28 cases"
        let bare = || {
            !self.atoms.is(noun.end, "of")
                && noun.end == noun.first + 1
                && !wide().any(|at| self.atoms.is_listed(at, &CRIME))
        };
        !court && (wide().any(ill) || bare())
    }

    /// "46 were evacuated with wounds".
    pub(super) fn is_with_hurts(&self, at: usize) -> bool {
        let clause = (at + 1..at + 8).take_while(|&at| self.atoms.mark(at).is_none());
        let with = clause.into_iter().find(|&at| self.atoms.is(at, "with"));
        with.is_some_and(|with| (with + 1..with + 4).any(|at| self.atoms.is_listed(at, &HURTS)))
    }

    /// "airlifted to hospital".
    pub(super) fn is_to_hospital(&self, at: usize) -> bool {
        self.atoms.is_any(
            at,
            &[
                "airlifted",
                "flown",
                "taken",
                "ferried",
                "rushed",
                "carried",
                "brought",
            ],
        ) && (at + 1..at + 6)
            .take_while(|&at| self.atoms.mark(at).is_none())
            .any(|at| self.atoms.is_any(at, &["hospital", "hospitals"]))
    }

    /// "were taken to Ridge General": a hospital by its name alone.
    pub(super) fn is_to_named_ward(&self, at: usize) -> bool {
        let taken = &[
            "taken",
            "flown",
            "airlifted",
            "brought",
            "ferried",
            "rushed",
        ];
        let houses = &["general", "memorial", "infirmary", "clinic", "medical"];
        self.atoms.is_any(at, taken)
            && self.atoms.is(at + 1, "to")
            && (at + 3..at + 7)
                .take_while(|&at| self.atoms.is_word(at) && self.atoms.capital(at))
                .any(|at| self.atoms.is_any(at, houses))
    }

    /// Words of those hurt or ill.
    pub(super) fn of_the_hurt(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        // "900 patients with heatstroke", "12 children suffering from severe diarrhoea"
        if role == Role::Sick && was && self.atoms.is(at, "vomiting") {
            return Some(role);
        }
        if role == Role::Sick && self.atoms.is_listed(at, &ILLNESSES) {
            const HAVING: Listed = Listed::of(&[
                "have",
                "had",
                "has",
                "having",
                "caught",
                "suffered",
                "developed",
                "contracted",
            ]);
            let having = || (at.saturating_sub(2)..at).any(|at| self.atoms.is_listed(at, &HAVING));
            return (having()
                || (at.saturating_sub(4)..at).any(|at| {
                    self.atoms.is_any(at, &["with", "vomiting"])
                        || self.atoms.is(at, "from")
                            && self.atoms.is_any(
                                at.wrapping_sub(1),
                                &["suffering", "suffered", "suffer", "suffers", "sick", "ill"],
                            )
                }))
            .then_some(role);
        }
        if role == Role::Sick {
            return Some(role);
        }
        // "being treated for severe malnutrition"
        let ill = self
            .atoms
            .is_any(at, &["treated", "hospitalised", "hospitalized", "admitted"])
            && (at + 1..at + 6)
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is_listed(at, &ILLNESSES));
        let hurt = self.hurt(at, role, was)?;
        // "were stabbed to death", "were fatally stabbed"
        let dead = at > 0 && self.atoms.is(at - 1, "fatally")
            || self.atoms.is(at + 1, "to") && self.atoms.is(at + 2, "death");
        Some(match hurt {
            Role::Injured if dead => Role::Killed,
            Role::Injured if ill => Role::Sick,
            hurt => hurt,
        })
    }

    /// Words of those hurt, in the sense that tells of it; those burned alive are dead.
    pub(super) fn hurt(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        let is = |words: &[&str]| self.atoms.is_any(at, words);
        let next = |words: &[&str]| self.atoms.is_any(at + 1, words);
        // "taken to the provincial hospital", not "guarded the hospital"
        if is(&["hospital", "hospitals", "infirmary"]) {
            // "remain at Carlow Infirmary"
            let stays = &["remain", "remained", "recovering", "treated", "kept"];
            let at_ward = (at.saturating_sub(5)..at).any(|at| self.atoms.is(at, "at"))
                && (at.saturating_sub(7)..at).any(|at| self.atoms.is_any(at, stays));
            if at_ward {
                return Some(role);
            }
            // "dengue has put 2,400 people in hospital"
            let ill = (at.saturating_sub(12)..at).any(|at| self.atoms.is_listed(at, &ILLNESSES));
            return (at.saturating_sub(4)..at)
                .any(|at| self.atoms.is_any(at, &["to", "in", "into", "from"]))
                .then_some(if ill { Role::Sick } else { role });
        }
        // "two hospitals had treated 40"
        if is(&["treated"]) {
            let did = at > 0 && self.atoms.is_any(at - 1, &["have", "has", "had"]);
            return (!did).then_some(role);
        }
        // "six were hit", "six were hit by bullets", not "towns were hit by a strike"
        if is(&["hit"]) {
            let shot = &["bullets", "gunfire", "shrapnel", "rubber", "stray", "cars"];
            let ends = self.atoms.kind(at + 1).is_none() || self.atoms.mark(at + 1).is_some();
            let by = next(&["by"]) && self.atoms.is_any(at + 2, shot);
            // "40 houses were hit": told of things
            let thing = (at.saturating_sub(4)..at).any(|at| self.atoms.has(at, Flag::Thing));
            if was && thing {
                return Some(role);
            }
            let body = next(&["in"]) && (at + 2..at + 5).any(|at| self.atoms.is_listed(at, &BODY));
            return (was && (ends || by || body)).then_some(role);
        }
        // "three men were overcome", "were overcome by fumes", not "overcome by joy"
        if is(&["overcome"]) {
            let by = ["fumes", "smoke", "gas", "heat"];
            let ends = self.atoms.kind(at + 1).is_none() || self.atoms.mark(at + 1).is_some();
            let by = (at + 1..at + 5).any(|at| self.atoms.is_any(at, &by));
            return (was && (ends || by)).then_some(role);
        }
        // "900 have been admitted since", not "were admitted to the country"
        if is(&["admitted"]) {
            let ends = self.atoms.kind(at + 1).is_none() || self.atoms.mark(at + 1).is_some();
            let ward = next(&["to"]) && self.is_to_ward_at(at + 2);
            return (was && !next(&["to", "into", "as"]) || ends || ward).then_some(role);
        }
        // "may have been critical for the work"
        if is(&["critical", "serious"]) && next(&["for", "to", "of", "about"]) {
            return None;
        }
        // "27 had been burned alive"
        let dead = is(&["burned", "burnt"])
            && (next(&["alive"]) || next(&["to"]) && self.atoms.is(at + 2, "death"));
        Some(if dead { Role::Killed } else { role })
    }

    /// "to hospital", "to a clinic".
    fn is_to_ward_at(&self, at: usize) -> bool {
        const WARDS: Listed = Listed::of(&[
            "hospital",
            "hospitals",
            "clinic",
            "clinics",
            "intensive",
            "infirmary",
        ]);
        (at..at + 4)
            .take_while(|&at| self.atoms.is_word(at))
            .any(|at| self.atoms.is_listed(at, &WARDS))
    }

    /// "were shot" hurts; "were shot dead" kills.
    pub(super) fn shot(&self, at: usize, role: Role, was: bool) -> Option<Role> {
        let dead = (at + 1..at + 5).any(|at| self.atoms.is_any(at, &["dead", "death"]))
            || self.atoms.is(at.saturating_sub(1), "fatally")
            || self.atoms.is(at + 1, "and") && self.atoms.is(at + 2, "killed");
        if self.atoms.is(at + 1, "down") {
            return was.then_some(Role::Destroyed);
        }
        (was || dead).then_some(if dead { Role::Killed } else { role })
    }

    /// What the words right behind a word make of it: "swept to their deaths", "evacuated with wounds".
    pub(super) fn turned(&self, at: usize, role: Role) -> Option<Role> {
        // "were swept to their deaths"
        let deaths = self.atoms.is(at + 1, "to")
            && self.atoms.is_any(at + 2, &["their", "his", "her"])
            && self.atoms.is_any(at + 3, &["deaths", "death"]);
        if deaths {
            return Some(Role::Killed);
        }
        let alive = role == Role::Displaced || self.atoms.is(at, "survived");
        if alive && self.is_with_hurts(at) {
            return Some(Role::Injured);
        }
        // "with crushed limbs"
        let limbs = &[
            "limbs", "legs", "arms", "hands", "feet", "ribs", "chests", "skulls",
        ];
        if self.atoms.is(at, "crushed") && self.atoms.is_any(at + 1, limbs) {
            return Some(Role::Injured);
        }
        // "choked in a lorry", not "choked on the smoke"
        (self.atoms.is(at, "choked") && self.atoms.is(at + 1, "on")).then_some(Role::Injured)
    }
}
