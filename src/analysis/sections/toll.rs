mod things;

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::document::{Sentence, TokenKind};
use crate::language::{Class, Classes, Test, Tests};

/// How far from a word of harm its number or its people are looked for, in tokens.
pub(super) const NEAR: usize = 5;

/// The same where a form of be ties the two: "All 23 crew of the Marlin Grace were rescued".
const FAR: usize = 8;

/// The classes of words that tell of a toll, of damage, or of the law.
pub(super) const TELLING: Classes = Classes::of(&[
    Class::LegalWord,
    Class::HarmVerb,
    Class::HarmNoun,
    Class::DamageVerb,
]);

/// How surely a word tells a toll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    No,
    Weak,
    Sure,
}

/// Whether a sentence tells deaths, injuries or damage, and how surely.
pub(super) fn tests(reading: &Reading<'_>, sentence: &Sentence) -> Tests {
    let near = Near {
        reading,
        tokens: sentence.tokens(),
    };
    let mut tests = Tests::default();
    for at in sentence.tokens() {
        let classes = reading.classes(at);
        if !classes.meets(TELLING) {
            continue;
        }
        tests.add_if(classes.has(Class::LegalWord), Test::Legal);
        let verb = classes.has(Class::HarmVerb) && !near.is_a_shot(at);
        let noun = classes.has(Class::HarmNoun) && !near.is_in_name(at);
        let damage = classes.has(Class::DamageVerb) && near.damages(at);
        let sign = match (verb, noun) {
            (false, false) => Sign::No,
            (true, false) => near.harm_verb(at),
            (false, true) => near.harm_noun(at),
            (true, true) => near.harm_verb(at).max(near.harm_noun(at)),
        };
        tests.add_if(sign == Sign::Sure, Test::Toll);
        tests.add_if(sign == Sign::Weak, Test::TollWeak);
        tests.add_if(damage, Test::Damage);
        let named = classes.has(Class::DamageVerb) && reading.is(at, "damage");
        if verb || noun || damage || named {
            tests.add_if(near.is_denied(at), Test::TollNone);
            tests.add_if(near.is_to_come(at), Test::TollModal);
        }
    }
    tests
}

/// Whether a headline tells harm. Headlines leave out "are" and "were", so that people or a number
/// beside a participle are enough: "Miners trapped", "Two hurt".
pub(super) fn in_headline(reading: &Reading<'_>, headline: &Sentence) -> bool {
    let near = Near {
        reading,
        tokens: headline.tokens(),
    };
    let mut tokens = headline.tokens();
    tokens.any(|at| {
        let people = || near.has_people(at) || near.has_count(near.before(at, NEAR));
        reading.has(at, Class::HarmVerb) && people()
    })
}

/// The words around a word of harm.
pub(super) struct Near<'r, 'a> {
    pub reading: &'r Reading<'a>,
    pub tokens: Range<usize>,
}

impl Near<'_, '_> {
    fn before(&self, at: usize, reach: usize) -> Range<usize> {
        at.saturating_sub(reach).max(self.tokens.start)..at
    }

    pub(super) fn after(&self, at: usize, reach: usize) -> Range<usize> {
        let end = (at + 1 + reach).min(self.tokens.end);
        (at + 1).min(end)..end
    }

    pub(super) fn has(&self, mut range: Range<usize>, class: Class) -> bool {
        range.any(|at| self.reading.has(at, class))
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the imprints of the words are constants only where the words are"
    )]
    fn has_word(&self, mut range: Range<usize>, words: &[&str]) -> bool {
        range.any(|at| self.reading.is_any(at, words))
    }

    /// A number in digits that is no year, age, share or date, or a number word.
    fn has_count(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.is_number(at) || self.reading.has(at, Class::NumberWord))
    }

    fn is_number(&self, at: usize) -> bool {
        let word = self.reading.word(at);
        let number = self.reading.token(at).map(|it| it.kind) == Some(TokenKind::Number);
        let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let share = matches!(self.reading.word(at + 1), "%" | "percent" | "-" | "years");
        let date = at > 0 && self.reading.has(at - 1, Class::Month);
        number && !year && !share && !date && !word.contains('.')
    }

    fn has_be(&self, at: usize) -> bool {
        const BE: &[&str] = &[
            "be",
            "been",
            "being",
            "left",
            "found",
            "reported",
            "leaving",
            "feared",
            "declared",
            "confirmed",
            "got",
            "remain",
            "remained",
            "remains",
            "reportedly",
        ];
        let near = self.before(at, 3);
        self.has(near.clone(), Class::IsVerb)
            || self.has(near.clone(), Class::WasVerb)
            || self.has_word(near, BE)
    }

    /// "the Marine Casualty Board": part of a name.
    fn is_in_name(&self, at: usize) -> bool {
        let capital = |at: usize| self.tokens.contains(&at) && self.reading.is_capital(at);
        capital(at) && (capital(at + 1) || at > self.tokens.start && capital(at - 1))
    }

    /// People with their number on the same side of a word of harm, or beside a form of be.
    fn is_counted(&self, at: usize) -> bool {
        let (before, after) = (self.before(at, NEAR), self.after(at, NEAR));
        let people = |range: &Range<usize>| self.has(range.clone(), Class::PeopleNoun);
        let counted = |range: &Range<usize>| self.has_count(range.clone());
        counted(&before) && (people(&before) || self.has_be(at))
            || counted(&after) && people(&after)
    }

    /// "fired a shot", "shot down 31 drones": what is fired, or what was hit and is nobody.
    fn is_a_shot(&self, at: usize) -> bool {
        if !self.reading.is(at, "shot") {
            return false;
        }
        let fired = self.has_word(self.before(at, 1), &["a", "the", "first", "single"]);
        fired || self.reading.is(at + 1, "down") && !self.has_people(at)
    }

    fn has_people(&self, at: usize) -> bool {
        self.has(self.before(at, NEAR), Class::PeopleNoun)
            || self.has(self.after(at, NEAR), Class::PeopleNoun)
    }

    /// How surely a verb of harm tells a toll.
    fn harm_verb(&self, at: usize) -> Sign {
        let word = self.reading.word(at).to_lowercase();
        if word == "missing" && self.is_lost_property(at) {
            return Sign::No;
        }
        let counted = self.is_counted(at);
        let sure = match word.as_str() {
            "killed" | "injured" | "wounded" | "drowned" | "perished" | "hospitalized"
            | "hospitalised" | "shot" | "stabbed" | "slain" | "massacred" | "beheaded"
            | "murdered" | "suffocated" | "electrocuted" => {
                let direct = self.has_count(self.after(at, 3));
                counted || direct || self.has_be(at) || self.has_people(at)
            }
            "killing" | "injuring" | "wounding" | "displacing" => {
                let of = self.reading.is(at + 1, "of");
                !of && (self.has_count(self.after(at, NEAR))
                    || self.has(self.after(at, NEAR), Class::PeopleNoun))
            }
            "died" => {
                !self.is_of_things(at) && !self.reading.is_any(at + 1, &["down", "out", "away"])
            }
            "dead" => {
                let told = &[
                    "shot",
                    "found",
                    "pronounced",
                    "were",
                    "was",
                    "left",
                    "people",
                    "declared",
                ];
                counted
                    || self.has_word(self.before(at, 1), told)
                    || self.has_count(self.before(at, 2))
                    || self.are_the_dead(at)
            }
            "missing" | "homeless" | "hurt" => {
                counted || self.has_be(at) && (self.has_people(at) || word == "missing")
            }
            "displaced" | "evacuated" | "trapped" | "stranded" | "buried" | "unaccounted"
            | "rescued" | "sickened" | "infected" => {
                let before = self.before(at, FAR);
                let people = self.has(before.clone(), Class::PeopleNoun);
                counted || self.has_be(at) && (people || self.has_count(before))
            }
            _ => false,
        };
        match word.as_str() {
            _ if sure => Sign::Sure,
            "killing" | "hurt" | "kills" | "dies" | "dying" | "executed" | "dead" => Sign::No,
            _ if counted || self.has_be(at) => Sign::Weak,
            _ => Sign::No,
        }
    }

    /// How surely a noun of harm tells a toll.
    fn harm_noun(&self, at: usize) -> Sign {
        const FOUND: &[&str] = &[
            "found",
            "recovered",
            "pulled",
            "discovered",
            "retrieved",
            "retrieve",
            "identified",
            "recover",
            "registered",
            "counted",
            "collected",
            "morgue",
            "morgues",
            "mortuary",
            "care",
        ];
        const CAUSED: &[&str] = &[
            "causing",
            "caused",
            "caused",
            "reported",
            "confirmed",
            "burn",
            "head",
            "serious",
            "minor",
        ];
        let word = self.reading.word(at).to_lowercase();
        let count = self.has_count(self.before(at, 4));
        let around = self.before(at, NEAR).start..self.after(at, NEAR).end;
        let sure = match word.as_str() {
            "casualties" | "fatalities" | "injuries" | "deaths" => true,
            "fatality" | "casualty" => count,
            "injury" | "wounds" => count || self.has_word(self.before(at, 4), CAUSED),
            "toll" => self.has_word(self.before(at, 4), &["death", "casualty"]) || self.is_put(at),
            "body" | "bodies" | "remains" | "corpse" | "corpses" => self.has_word(around, FOUND),
            "survivors" => {
                self.has_word(around, &["found", "search", "searching", "rescued", "no"])
            }
            "victims" => count || self.has_word(self.before(at, 3), &["number"]),
            "wounded" | "injured" | "evacuees" => {
                count || self.has_word(self.before(at, 1), &["the"])
            }
            "death" => self.has_word(self.before(at, 3), &["causing", "caused"]),
            _ => false,
        };
        if sure {
            Sign::Sure
        } else if word == "survivors" && self.are_sought_or_tell(at) {
            Sign::No
        } else if matches!(
            word.as_str(),
            "victims" | "survivors" | "casualty" | "fatality"
        ) {
            Sign::Weak
        } else {
            Sign::No
        }
    }

    /// "to find survivors", "survivors said": they are not there yet, or not what is told.
    fn are_sought_or_tell(&self, at: usize) -> bool {
        let sought = self.has_word(self.before(at, 2), &["find", "reach"]);
        sought || self.reading.has(at + 1, Class::CueVerb)
    }

    /// "most of the dead were pupils", "the dead included two nurses".
    fn are_the_dead(&self, at: usize) -> bool {
        const TELL: &[&str] = &["were", "was", "are", "included", "include"];
        self.has_word(self.before(at, 1), &["the"]) && self.has_word(self.after(at, 1), TELL)
    }

    /// "put the toll at 58", "the toll rose to more than 40": a toll with its number, and no price.
    fn is_put(&self, at: usize) -> bool {
        let mut behind = self.after(at, NEAR);
        let to = |at: &usize| self.reading.is_any(*at, &["at", "to"]);
        let Some(number) = behind.by_ref().find(to) else {
            return false;
        };
        let near = self.after(number, 4);
        let price = &["$", "\u{20ac}", "\u{a3}"];
        self.has_count(near.clone()) && !self.has_word(near, price)
    }

    /// "no one was hurt", "no damage", "did not cause any injuries".
    fn is_denied(&self, at: usize) -> bool {
        let before = self.before(at, NEAR);
        let any = self.has_word(before.clone(), &["any"])
            && self.has_word(before.clone(), &["not", "n't"]);
        any || self.has_word(before, &["no", "none", "nobody", "without"])
    }

    /// "could injure", "the toll is expected to rise".
    pub(super) fn is_to_come(&self, at: usize) -> bool {
        let before = self.before(at, 6);
        let modal = [Class::WillVerb, Class::WouldVerb, Class::MayVerb];
        let modal = modal
            .into_iter()
            .any(|class| self.has(before.clone(), class));
        let rises = self.reading.is(at, "toll") && {
            let after = self.after(at, 7);
            self.has_word(after.clone(), &["expected", "likely", "feared"])
                || self.has(after.clone(), Class::WillVerb)
                || self.has(after, Class::MayVerb)
        };
        modal || rises
    }

    /// Whether a verb of damage stands near a thing.
    fn damages(&self, at: usize) -> bool {
        const WEAK: &[&str] = &[
            "cut", "knocked", "blocked", "torn", "ripped", "tore", "burned", "burnt", "swept",
        ];
        const DEGREES: &[&str] = &[
            "no",
            "any",
            "caused",
            "causing",
            "extensive",
            "severe",
            "heavy",
            "serious",
            "major",
            "minor",
            "suffered",
        ];
        let thing = |reach| {
            self.has(self.before(at, reach), Class::Structure)
                || self.has(self.after(at, reach), Class::Structure)
        };
        if self.reading.is(at, "cut") && self.reading.is_any(at + 1, &["off", "through"]) {
            return false;
        }
        let word = at..at + 1;
        if self.has_word(word.clone(), &["damage", "destruction"]) {
            return thing(NEAR) || self.has_word(self.before(at, 3), DEGREES);
        }
        let away = self.reading.is(at + 1, "away");
        let weak = self.has_word(word, WEAK) && !away;
        thing(if weak { 3 } else { NEAR })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::Forms;
    use crate::document::{Article, Document};
    use crate::language::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &[Test]) {
        let document = Document::new(Article {
            text: text.to_owned(),
            ..Article::default()
        });
        let forms = Forms::of(&document, Lexicon::english());
        let reading = Reading::new(&forms);
        let found = super::tests(&reading, &document.sentences()[0]);
        let told = [
            Test::Toll,
            Test::TollWeak,
            Test::Damage,
            Test::TollNone,
            Test::TollModal,
        ];
        let told: Vec<Test> = told.into_iter().filter(|&test| found.has(test)).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_count_of_people_with_a_verb_of_harm_is_a_toll() {
        check("Nine sailors were injured.", &[Test::Toll]);
        check("The wave killed at least 12 villagers.", &[Test::Toll]);
    }

    #[test]
    fn a_noun_of_harm_is_a_toll() {
        check("The death toll stood at 40.", &[Test::Toll]);
        check("The body of a diver was recovered.", &[Test::Toll]);
        check(
            "The governor put the toll at no fewer than 58.",
            &[Test::Toll],
        );
        check("Volunteers had registered 74 bodies.", &[Test::Toll]);
        check("The charity has 81 bodies in its care.", &[Test::Toll]);
        check(
            "All 23 crew of the Marlin Grace were rescued.",
            &[Test::Toll],
        );
        check("Most of the dead were pupils.", &[Test::Toll]);
        check("They have two days to find survivors.", &[]);
        check("The Marine Casualty Board sent two inspectors.", &[]);
    }

    #[test]
    fn a_toll_that_is_paid_is_none() {
        check("The bridge raised its toll to $5.", &[]);
        check("The toll at the bridge is collected by hand.", &[]);
    }

    #[test]
    fn things_that_die_or_are_missing_are_no_toll() {
        check(
            "She broke back with a drop shot that died on the clay.",
            &[],
        );
        check("Police found one of the nine missing pieces.", &[]);
        check(
            "Police found one of the nine missing sailors.",
            &[Test::Toll],
        );
        check("Nine sailors died on the reef.", &[Test::Toll]);
    }

    #[test]
    fn that_no_one_came_to_harm_counts() {
        check("No one was hurt.", &[Test::Toll, Test::TollNone]);
        check(
            "The blast did not cause any damage.",
            &[Test::Damage, Test::TollNone],
        );
    }

    #[test]
    fn damage_needs_a_thing_or_a_degree() {
        check("The wind flattened 40 houses.", &[Test::Damage]);
        check("The scandal flattened his hopes.", &[]);
        check("A fault cut off three power plants.", &[]);
        check("The thieves cut through a window.", &[]);
        check("The surge swept away a fishing pier.", &[Test::Damage]);
    }

    #[test]
    fn a_toll_to_come_is_told_as_such() {
        check(
            "The storm could leave many injured.",
            &[Test::Toll, Test::TollModal],
        );
        check(
            "The death toll is expected to rise.",
            &[Test::Toll, Test::TollModal],
        );
    }

    #[test]
    fn a_headline_needs_no_form_of_be() {
        let told = |text: &str| {
            let document = Document::new(Article {
                text: text.to_owned(),
                ..Article::default()
            });
            let forms = Forms::of(&document, Lexicon::english());
            let reading = Reading::new(&forms);
            in_headline(&reading, &document.sentences()[0])
        };
        assert!(told("Rescuers reach miners trapped for six days"));
        assert!(!told("Hopes for a deal are buried"));
    }

    #[test]
    fn a_killing_without_a_count_is_no_toll() {
        check("The law forbids the killing of seals.", &[]);
        check("Nobody fired a shot.", &[]);
        check("Gunners shot down 31 drones overnight.", &[]);
    }
}
