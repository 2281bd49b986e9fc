//! Whether a phrase calls somebody that speaks.

use super::items::Items;
use crate::analysis::people::Form;
use crate::language::Class;

/// Whether a phrase calls somebody that speaks: a name, "the mayor", "officials", "the report"; not
/// "the level" or "her own favourite lines".
pub(super) fn can_speak(items: &Items<'_>, at: usize) -> bool {
    let Some(phrase) = items.phrase(at) else {
        return false;
    };
    phrase.form != Form::Nominal || phrase.plural || {
        let head = phrase.end_token.saturating_sub(1);
        let known = items.reading.classes(head).has_any(&[
            Class::Title,
            Class::RoleNoun,
            Class::GroupNoun,
            Class::OrgNoun,
            Class::DocumentNoun,
            Class::Determiner,
        ]);
        let word = items.reading.word(head);
        known || PERSON_ENDINGS.iter().any(|ending| word.ends_with(ending))
    }
}

/// How nouns for persons end, where no list has them.
const PERSON_ENDINGS: &[&str] = &[
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "ist",
    "ists",
    "maker",
    "makers",
    "holder",
    "holders",
    "keeper",
    "keepers",
    "worker",
    "workers",
    "owner",
    "owners",
    "goer",
    "goers",
    "military",
    "opposition",
    "junta",
    "leadership",
];
