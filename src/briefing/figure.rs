use chrono::NaiveDate;

use crate::document::Span;

/// A number that counts or measures something.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number as written, with its unit sign and scale: "$1.2bn", "more than" and "between" left out.
    pub span: Span,
    /// What it amounts to.
    pub value: Value,
    /// The measure, currency or, for a plain count, the noun counted, in the singular or as written.
    pub unit: Option<String>,
    /// The unit as the article writes it behind the number, with what parts the two: "-metre", " miles an
    /// hour"; for so many in each of something the noun too: " hot meals a day". `None` for a plain count, and
    /// where the unit is part of the number: "$12", "5kW".
    pub unit_words: Option<Span>,
    /// The words that say what is counted: "security forces".
    pub counted: Option<Span>,
    /// What the number tells of those counted.
    pub role: Role,
    /// How exact the claim is.
    pub qualifier: Option<Qualifier>,
    /// The movement that the number is the end of.
    pub change: Option<Change>,
    /// Whether it says that there was none: "no deaths".
    pub negated: bool,
    /// The index of the figure that this one is a part of: "including seven children".
    pub part_of: Option<usize>,
    /// Who claims it. `None` is the article's own voice.
    pub claimed_by: Option<Claimant>,
    /// The day the figure speaks for.
    pub as_of: Option<NaiveDate>,
    /// The index of the figure that takes this one's place: a later one by the same claimant, or the one
    /// before it ("48, up from 31").
    pub superseded_by: Option<usize>,
    /// The words that put it into another event than the article's own, or into a longer time: "last year", "in 2015", "since January".
    pub event: Option<Span>,
}

/// What a number amounts to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// One number.
    Exact(f64),
    /// From the lower to the higher, both included: a range, or "dozens".
    Range(f64, f64),
}

impl Value {
    /// One number to sort and draw by: the number itself, or the lower end of a range.
    #[must_use]
    pub fn low(self) -> f64 {
        match self {
            Self::Exact(value) | Self::Range(value, _) => value,
        }
    }

    /// The number itself, or the higher end of a range.
    #[must_use]
    pub fn high(self) -> f64 {
        match self {
            Self::Exact(value) | Self::Range(_, value) => value,
        }
    }
}

/// How exact a claim is, and the words that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Qualifier {
    /// What the words amount to.
    pub kind: QualifierKind,
    /// The words: "more than".
    pub span: Span,
}

/// How exact a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QualifierKind {
    /// Above the number: "more than", "over".
    MoreThan,
    /// The number or above: "at least".
    AtLeast,
    /// Below the number: "fewer than", "under".
    LessThan,
    /// The number or below: "up to", "at most".
    UpTo,
    /// Around the number: "about", "some".
    About,
    /// Just short of the number: "nearly", "almost".
    Nearly,
    /// The number and no other: "exactly", "equal to".
    Exactly,
    /// The highest yet: "a record".
    Record,
}

impl QualifierKind {
    /// The name in exports and on screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MoreThan => "more than",
            Self::AtLeast => "at least",
            Self::LessThan => "less than",
            Self::UpTo => "up to",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::Exactly => "exactly",
            Self::Record => "record",
        }
    }
}

/// A movement that a number is the end of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Which way it went.
    pub direction: Direction,
    /// Where it came from, where the text says so.
    pub from: Option<f64>,
}

/// Which way a number went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

impl Direction {
    /// The name in exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// Who claims a figure.
///
/// Claimants of one name are one claimant, save those that are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimant {
    /// The fullest name that the article gives.
    pub name: Span,
    /// How the claimant is called beside the figure: "it", "officials".
    pub mention: Span,
    /// Whether the article says who that is. It does not where a pronoun stands for nobody sure
    /// enough: then the name is the pronoun itself, and two of one name can be two people.
    pub known: bool,
}

/// What a number tells of those it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Dead.
    Killed,
    /// Hurt.
    Injured,
    /// Not found.
    Missing,
    /// Driven from home, or homeless.
    Displaced,
    /// Arrested or held.
    Detained,
    /// Let go.
    Released,
    /// Brought to safety.
    Rescued,
    /// Not able to leave.
    Trapped,
    /// Ill.
    Sick,
    /// Ruined or damaged things.
    Destroyed,
    /// Money.
    Cost,
    /// So much for each of something.
    Rate,
    /// A part of a whole.
    Share,
    /// A length of time.
    Duration,
    /// Votes and seats.
    Votes,
    /// Years of a person's life.
    Age,
    /// Anything else.
    Other,
}

impl Role {
    /// All roles, the gravest first.
    pub const ALL: [Self; 17] = [
        Self::Killed,
        Self::Injured,
        Self::Missing,
        Self::Displaced,
        Self::Detained,
        Self::Released,
        Self::Rescued,
        Self::Trapped,
        Self::Sick,
        Self::Destroyed,
        Self::Cost,
        Self::Rate,
        Self::Share,
        Self::Duration,
        Self::Votes,
        Self::Age,
        Self::Other,
    ];

    /// The name in settings, exports and on screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Missing => "missing",
            Self::Displaced => "displaced",
            Self::Detained => "detained",
            Self::Released => "released",
            Self::Rescued => "rescued",
            Self::Trapped => "trapped",
            Self::Sick => "sick",
            Self::Destroyed => "destroyed",
            Self::Cost => "cost",
            Self::Rate => "rate",
            Self::Share => "share",
            Self::Duration => "duration",
            Self::Votes => "votes",
            Self::Age => "age",
            Self::Other => "other",
        }
    }
}
