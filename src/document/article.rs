use chrono::NaiveDate;

/// An article as it was read, its text already cleaned by `source`.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Article {
    /// What tells it from the other articles of a run: the input's own id, or its place.
    pub id: String,
    /// The headline.
    pub title: Title,
    /// The sub-head under the headline. It also stands first in the text, but where the format keeps it
    /// apart.
    pub deck: Option<String>,
    /// Who wrote it, as printed, without "By".
    pub byline: Option<String>,
    /// Where it was filed, as printed: "KESTREL BAY (Agency)". It also stands in the text, but where it
    /// had a line of its own.
    pub dateline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// The place it was read from: a path, `-` for standard input, or the name that the article
    /// gives for its source.
    pub source: String,
    /// Whether the article itself gives the name of its source, and `source` is not the place.
    pub names_source: bool,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// The body. Headline and byline lines are not in it where the format keeps them apart.
    pub text: String,
}

impl Article {
    /// Whether a line is the deck.
    pub(super) fn is_deck(&self, line: &str) -> bool {
        let deck = self.deck.as_deref().unwrap_or_default();
        let mut words = deck.split_whitespace().peekable();
        words.peek().is_some() && line.split_whitespace().eq(words)
    }
}

/// A headline.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Title {
    /// The words of the headline.
    pub text: String,
    /// Whether the source gave none, and the words are the head of the text.
    pub derived: bool,
}

/// A date of publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The date as the source wrote it.
    pub text: String,
    /// The day it names, where it could be understood.
    pub date: Option<NaiveDate>,
}
