//! The people and organisations that an article names, and what each is called where.

use super::reading::Reading;
use crate::document::Span;

/// All that are named, and where.
#[derive(Debug, Default)]
pub(super) struct People {
    /// One for each person, body or government.
    pub entities: Vec<Entity>,
    /// Each place where one is called by a name, a title or a pronoun, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// A person, body or government.
#[derive(Debug, Clone)]
pub(super) struct Entity {
    /// The fullest name that the article gives.
    pub name: Span,
    pub kind: EntityKind,
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

/// A place where an entity is called something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub span: Span,
    /// The index of the entity; `None` for a pronoun or title that could not be resolved.
    pub entity: Option<usize>,
}

pub(super) fn find(_reading: &Reading<'_>) -> People {
    People::default()
}
