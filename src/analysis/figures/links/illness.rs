//! Those in hospital, in an article of illness.

use super::super::atoms::Atoms;
use super::super::draft::Draft;
use super::Links;
use crate::analysis::listed::Listed;
use crate::briefing::{Figure, Role};

/// What makes a whole article one of illness.
const EPIDEMICS: Listed = Listed::of(&[
    "cholera",
    "measles",
    "dengue",
    "malaria",
    "ebola",
    "typhoid",
    "meningitis",
    "diphtheria",
    "marburg",
    "mpox",
    "polio",
    "flu",
    "influenza",
    "covid-19",
    "epidemic",
    "outbreak",
    "methanol",
    "methanol-laced",
    "spirits",
    "liquor",
    "tainted",
    "moonshine",
    "bootleg",
    "heatwave",
    "malnutrition",
    "listeria",
    "salmonella",
    "botulism",
    "norovirus",
    "legionnaires",
    "hooch",
    "moonshine",
    "methanol",
    "poisoning",
    "ill",
    "sickened",
    "virus",
    "infected",
    "infections",
    "nutrition",
    "malnourished",
    "diarrhoea",
    "heatstroke",
]);

/// What makes it one of wounds.
const VIOLENT: Listed = Listed::of(&[
    "fire",
    "explosion",
    "blast",
    "crash",
    "bomb",
    "shooting",
    "gunmen",
    "quake",
    "earthquake",
    "collapse",
    "stampede",
    "strike",
    "strikes",
]);

/// Where the hurt and the ill are cared for.
const CARED: Listed = Listed::of(&[
    "hospital",
    "hospitals",
    "admitted",
    "patients",
    "clinic",
    "treated",
    "treatment",
    "ventilators",
    "ward",
    "treating",
    "caring",
    "centres",
    "centers",
    "care",
]);

impl Links<'_> {
    /// "treating 19 patients": of those who are ill, where the article counts the ill.
    pub(super) fn treated(
        &self,
        atoms: &Atoms<'_>,
        draft: &Draft,
        places: &[usize],
    ) -> Option<Role> {
        if draft.role.is_some_and(|role| role != Role::Injured) {
            return None;
        }
        if self.is_in_epidemic(atoms, draft) {
            return Some(Role::Sick);
        }
        let whole = draft.part_of.and_then(|part| places.get(part));
        let whole = whole.and_then(|&whole| self.figures.get(whole));
        // "200 guests fell ill; 18 were kept in hospital"
        let last = self.figures.last().filter(|_| draft.role.is_some());
        let ill = |figure: &Figure| draft.elliptic && figure.role == Role::Sick;
        if whole.is_some_and(ill) || draft.noun.is_none() && last.is_some_and(ill) {
            return Some(Role::Sick);
        }
        let patients = draft
            .noun
            .is_some_and(|noun| atoms.is_any(noun.end - 1, &["patients", "patient"]));
        let mut before = self.figures.iter().rev().take(6).filter(|_| patients);
        before
            .find(|before| before.role == Role::Sick)
            .map(|_| Role::Sick)
    }

    /// "A further 20 went home", where patients have been spoken of: they were let go.
    pub(super) fn went_home(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        let verb = draft.tail + usize::from(atoms.is_any(draft.tail, &["have", "had", "already"]));
        if !atoms.is_any(verb, &["went", "gone"]) || !atoms.is(verb + 1, "home") {
            return None;
        }
        let cared = |figure: &Figure| {
            let counted = figure.counted.map(|span| self.reading.document.slice(span));
            counted.is_some_and(|noun| noun.ends_with("patients"))
                || figure.role == Role::Injured && draft.part_of.is_some()
        };
        let near = self.figures.iter().rev().take(4);
        let mut near = near.filter(|_| draft.elliptic && draft.is_count());
        near.any(cared).then_some(Role::Released)
    }

    /// "52 cases", in an article that has just spoken of an epidemic.
    pub(super) fn cases(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        let noun = draft.noun.filter(|_| draft.is_count())?;
        let cases = atoms.is_any(noun.end - 1, &["cases", "case"]);
        (cases && self.is_of_epidemic(draft)).then_some(Role::Sick)
    }

    /// "1,147 people were admitted to hospital", in an article that has just spoken of an epidemic.
    fn is_in_epidemic(&self, atoms: &Atoms<'_>, draft: &Draft) -> bool {
        // "an outbreak on four wards: 34 people had been affected"
        let affected =
            draft.role.is_none() && (draft.tail..draft.tail + 4).any(|at| atoms.is(at, "affected"));
        if draft.role != Some(Role::Injured) && !affected {
            return false;
        }
        let near = draft.head.saturating_sub(8)..draft.tail + 13;
        if !affected && !near.into_iter().any(|at| atoms.is_listed(at, &CARED)) {
            return false;
        }
        self.is_of_epidemic(draft)
    }

    /// Whether the article has just spoken of an illness, and of nothing that hurts.
    fn is_of_epidemic(&self, draft: &Draft) -> bool {
        let reading = self.reading;
        let at = reading.document.tokens_in(draft.numeral.span).start;
        let told = at.saturating_sub(90)..at;
        told.clone().any(|at| reading.is_listed(at, &EPIDEMICS))
            && !told.into_iter().any(|at| reading.is_listed(at, &VIOLENT))
    }
}
