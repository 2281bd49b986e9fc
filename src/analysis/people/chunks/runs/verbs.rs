//! Whether a word that may be a verb or a noun is a verb, where a phrase would go on over it.

use super::{NOUNS, Part, Runs, VERBS};
use crate::analysis::reading::Form;
use crate::language::Class;

impl Runs<'_, '_> {
    /// Whether a bare form must be a noun: "a new call", "a TV show"; "the mayors call" is none.
    fn agrees_as_noun(&self, at: usize, last: Option<Part>) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let persons = ["ers", "ors", "ists", "ians", "ants", "ees"]
            .iter()
            .any(|ending| self.reading.word(before).ends_with(ending));
        let many =
            self.reading.has(before, Class::GroupNoun) || last == Some(Part::Lower) && persons;
        let openers = [Part::Determiner, Part::Owner, Part::Capital];
        let opened = openers.iter().any(|&it| self.parts.places(it) != 0);
        let object = self.reading.has(at + 1, Class::Determiner);
        !many && opened && !object && matches!(last, Some(Part::Lower | Part::Capital))
    }

    /// "of state", "in charge": a bare form behind a preposition is a noun.
    fn is_governed(&self, at: usize) -> bool {
        let reading = self.reading;
        let before = at.wrapping_sub(1);
        let classes = reading.classes(before);
        let word = reading.word(at);
        classes.has(Class::Preposition)
            && !classes.has_any(&[Class::Conjunction, Class::Auxiliary, Class::Adverb])
            && reading
                .classes(at)
                .has_any(&[Class::VerbNoun, Class::CueNoun])
            && !word.ends_with("ing")
    }

    /// "one", "another": words that open a phrase or are a whole one.
    fn is_pronoun(&self, at: usize) -> bool {
        self.reading.is_any(
            at,
            &["one", "another", "some", "many", "most", "both", "several"],
        )
    }

    /// "state radio", "early reports said": a form that another noun or verb stands behind.
    fn is_doubled(&self, at: usize, last: Option<Part>) -> bool {
        let reading = self.reading;
        let body = reading.word(at) == "state" && reading.has(at + 1, Class::OrgNoun);
        body || matches!(last, None | Some(Part::Lower)) && self.is_told_of(at)
    }

    /// "according to police records", "court documents show": a writing that tells something.
    fn is_source(&self, at: usize) -> bool {
        let reading = self.reading;
        if !reading.has(at, Class::DocumentNoun)
            || !reading.word(at).ends_with('s')
            || self.parts.is_empty()
        {
            return false;
        }
        let to = at.wrapping_sub(self.parts.len() + 1);
        let cited = reading.is(to, "to") && reading.is(to.wrapping_sub(1), "according");
        let shows = &["show", "say", "suggest", "indicate", "reveal"];
        cited || reading.is_any(at + 1, shows)
    }

    /// "reports said", "the police command said": a noun, though it may be a verb elsewhere.
    pub(in super::super) fn is_told_of(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.has(at, Class::VerbNoun)
            && reading.has(at + 1, Class::CueVerb)
            && reading.is_any(at, &["reports", "estimates", "command"])
    }

    /// Whether a word that may be a verb is one here.
    pub(super) fn is_verb(&self, form: &Form<'_>, at: usize, last: Option<Part>) -> bool {
        let reading = self.reading;
        let classes = form.classes;
        if classes.meets(VERBS) {
            if classes.has(Class::VerbNoun) && self.is_doubled(at, last) || self.is_source(at) {
                return false;
            }
            let before = at.wrapping_sub(1);
            if last.is_none() && self.is_governed(at) {
                return false;
            }
            if matches!(last, Some(Part::Determiner | Part::Owner)) {
                return classes.has(Class::CueVerb)
                    && !classes.has_any(&[Class::VerbNoun, Class::CueNoun])
                    && self.is_pronoun(before);
            }
            let person = reading.classes(before).has_any(&[
                Class::Title,
                Class::RoleNoun,
                Class::GroupNoun,
                Class::OrgNoun,
                Class::DocumentNoun,
            ]);
            if classes.has(Class::VerbNoun) && self.agrees_as_noun(at, last) {
                return false;
            }
            let noun = classes.meets(NOUNS) || classes.has(Class::CueNoun);
            return !noun
                || last.is_none()
                || person
                || last == Some(Part::Capital) && !classes.meets(NOUNS);
        }
        let word = form.text;
        if word.len() <= 4 {
            return false;
        }
        let past = || word.ends_with("ed");
        let many = || at > 0 && reading.word(at - 1).ends_with('s');
        word.ends_with("ly") && !classes.meets(NOUNS)
            || match last {
                Some(Part::Lower) => past() && many(),
                Some(Part::Capital) => past() || word.ends_with("ing"),
                _ => false,
            }
    }
}
