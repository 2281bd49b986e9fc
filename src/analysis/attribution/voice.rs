//! Whether a phrase calls somebody that speaks, so many of something, or a time.

use super::items::Items;
use crate::analysis::people::Form;
use crate::document::TokenKind;
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

/// "confirmed three deaths, said": so many of something.
pub(super) fn is_count(items: &Items<'_>, at: usize) -> bool {
    items.phrase(at).is_some_and(|phrase| {
        let first = phrase.first_token;
        items.reading.has(first, Class::NumberWord)
            || items.reading.token(first).map(|it| it.kind) == Some(TokenKind::Number)
    })
}

/// A time: "that month", "the moment".
pub(super) fn is_time(items: &Items<'_>, at: usize) -> bool {
    const TIMES: &[&str] = &[
        "year",
        "month",
        "week",
        "day",
        "morning",
        "evening",
        "night",
        "afternoon",
        "time",
        "hour",
        "moment",
        "summer",
        "winter",
        "spring",
        "autumn",
        "weekend",
    ];
    items.phrase(at).is_some_and(|phrase| {
        let last = items.reading.word(phrase.end_token.saturating_sub(1));
        phrase.form == Form::Nominal && TIMES.contains(&last)
    })
}
