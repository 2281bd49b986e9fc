use super::toll::{NEAR, Near};
use crate::analysis::reading::Reading;
use crate::briefing::{Figure, Role};
use crate::document::Sentence;
use crate::language::{Class, Classes, Test, Tests};

/// The roles of people that came to harm.
const HARMED: [Role; 7] = [
    Role::Killed,
    Role::Injured,
    Role::Missing,
    Role::Displaced,
    Role::Rescued,
    Role::Trapped,
    Role::Sick,
];

const PEOPLE: Classes = Classes::of(&[Class::PeopleNoun, Class::HarmNoun]);

const MODAL: Classes = Classes::of(&[Class::WillVerb, Class::WouldVerb, Class::MayVerb]);

/// What the figures of a sentence tell of a toll or of damage: they know verbs that are no words of harm
/// by themselves, as in "plucked 126 people from the roofs".
pub(super) fn tests(reading: &Reading<'_>, sentence: &Sentence, figures: &[Figure]) -> Tests {
    let near = Near {
        reading,
        tokens: sentence.tokens(),
    };
    let mut tests = Tests::default();
    for figure in figures.iter().filter(|figure| !figure.negated) {
        let Some(test) = near.figure_tells(figure) else {
            continue;
        };
        tests.add(test);
        tests.add_if(figure.event.is_some(), Test::TollElsewhere);
        let at = reading.document.tokens_in(figure.span).start;
        tests.add_if(near.is_to_come(at) || near.comes_after(at), Test::TollModal);
    }
    tests
}

impl Near<'_, '_> {
    /// Whether a figure counts people that came to harm, or things that did, by a noun of this sentence.
    /// Patients are the toll of years of a hospital as often.
    fn figure_tells(&self, figure: &Figure) -> Option<Test> {
        let ruined = figure.role == Role::Destroyed;
        if !ruined && !HARMED.contains(&figure.role) {
            return None;
        }
        let counted = figure
            .counted
            .map(|span| self.reading.document.tokens_in(span));
        let last = counted.and_then(|counted| counted.end.checked_sub(1));
        let Some(last) = last.filter(|last| self.tokens.contains(last)) else {
            let told = self.is_told_number(figure) || self.is_told_of(figure);
            return (!ruined && told).then_some(Test::Toll);
        };
        let noun = self.reading.classes(last);
        let people = noun.meets(PEOPLE) && !self.reading.is(last, "patients");
        if ruined {
            noun.has(Class::Structure).then_some(Test::Damage)
        } else {
            people.then_some(Test::Toll)
        }
    }

    /// "Nine were pulled out alive": a number that is the subject of its sentence.
    fn is_told_of(&self, figure: &Figure) -> bool {
        let tokens = self.reading.document.tokens_in(figure.span);
        let verbs = [
            Class::WasVerb,
            Class::IsVerb,
            Class::HadVerb,
            Class::HasVerb,
        ];
        figure.role != Role::Displaced
            && figure.counted.is_none()
            && tokens.start <= self.tokens.start + 2
            && self.reading.classes(tokens.end).has_any(&verbs)
    }

    /// "put the number of missing at 64", "its own toll came to 81".
    fn is_told_number(&self, figure: &Figure) -> bool {
        const NUMBERS: &[&str] = &["number", "toll", "count", "tally"];
        let at = self.reading.document.tokens_in(figure.span).start;
        matches!(figure.role, Role::Killed | Role::Missing | Role::Injured)
            && (at.saturating_sub(6).max(self.tokens.start)..at)
                .any(|at| self.reading.is_any(at, NUMBERS))
    }

    /// "900,000 people will be uprooted".
    fn comes_after(&self, at: usize) -> bool {
        let after = self.after(at, NEAR);
        after
            .into_iter()
            .any(|at| self.reading.classes(at).meets(MODAL))
    }
}
