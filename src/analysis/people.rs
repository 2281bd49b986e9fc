//! The people and organisations that an article names, and what each is called where.
//!
//! Noun phrases are cut first (`chunks`); names that belong together become one entity (`names`);
//! then titles and pronouns are given to the entity that stands out most where they stand
//! (`salience`). What stands in quotation marks names entities, but is never what a pronoun outside
//! stands for.

mod charges;
mod chunks;
mod names;
mod salience;
mod words;

pub(super) use self::charges::is_charge;
pub(super) use self::chunks::may_open_phrase;
pub(super) use self::words::key;
use super::reading::Reading;
use crate::document::Span;

/// All that are named, and where.
#[derive(Debug, Default)]
pub(super) struct People {
    /// One for each person, body or government.
    pub entities: Vec<Entity>,
    /// Each place where one is called by a name, a title or a pronoun, in the order of the text.
    /// An owner ("Ruiz" in "Ruiz's aide") stands before the phrase that covers it.
    pub mentions: Vec<Mention>,
}

/// A person, body or government.
#[derive(Debug, Clone)]
pub(super) struct Entity {
    /// The fullest name that the article gives.
    pub name: Span,
    /// What it is.
    pub kind: EntityKind,
    /// The token of the noun that says what it is, where it has no name: "spokesman".
    pub head: Option<usize>,
    /// He or she, where the text or the given name tells.
    pub gender: Option<Gender>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntityKind {
    Person,
    /// A company, ministry, agency, newspaper, court, report.
    Organisation,
    /// A place; as a speaker, its government.
    Place,
    /// One or many who are not named: "a spokesman for the port", "officials".
    Unnamed,
}

/// What tells whom "he" or "she" can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// How a mention calls its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By name: "Ruiz", "Mayor Ana Ruiz".
    Name,
    /// By what it is: "the mayor", "officials".
    Nominal,
    /// "he", "they".
    Pronoun,
}

/// A place where an entity is called something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// The bytes of the phrase, with titles.
    pub span: Span,
    /// The index of the entity; `None` for a pronoun or title that could not be resolved.
    pub entity: Option<usize>,
    /// How it calls its entity.
    pub form: Form,
    /// The index of its first token.
    pub first_token: usize,
    /// The index after its last token.
    pub end_token: usize,
    /// Whether it owns the phrase after it, which covers it.
    pub owner: bool,
    /// Whom the pronoun in "her statement" stands for, and how sure that is.
    pub owned_by: Option<(usize, u8)>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// Whether it stands for many.
    pub plural: bool,
    /// How sure the entity is, from 0 to 100.
    pub confidence: u8,
}

/// The people, bodies and governments of a text, and each mention of them.
pub(super) fn find(reading: &Reading<'_>) -> People {
    let chunks = chunks::find(reading);
    let mut table = names::Table::new(reading, &chunks);
    let mentions = salience::resolve(reading, &chunks, &mut table);
    People {
        entities: table.into_entities(),
        mentions,
    }
}
