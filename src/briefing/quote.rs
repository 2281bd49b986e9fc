use crate::document::Span;

/// Words set in quotation marks as somebody's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What stands inside the marks, the marks left out. Lies in one paragraph.
    pub span: Span,
    /// Whether it is a whole utterance or a piece of one.
    pub kind: QuoteKind,
    /// Quotes with the same number are one utterance, cut by an attribution or a paragraph's end.
    pub group: usize,
    /// Who said it, where that is sure enough.
    pub speaker: Option<Speaker>,
    /// Who passes it on, when another than the speaker: "the judge said, according to the Post".
    pub via: Option<Speaker>,
    /// The words that announce it: "said", "according to".
    pub cue: Option<Span>,
}

impl Quote {
    /// Who said it, where the article says who that is: the speaker to gather quotes by.
    #[must_use]
    pub fn known_speaker(&self) -> Option<&Speaker> {
        self.speaker.as_ref().filter(|speaker| speaker.known)
    }
}

/// How much of an utterance a quote holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// At least a sentence.
    Direct,
    /// A few words inside a sentence of the reporter's.
    Partial,
}

impl QuoteKind {
    /// The name in exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
        }
    }
}

/// Who said something.
///
/// Speakers of one name are one speaker, save those that are not known: see [`Quote::known_speaker`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name that the article gives.
    pub name: Span,
    /// How the speaker is called beside the quote: "he", "the minister", "Araghchi".
    pub mention: Span,
    /// Whether the article says who that is. It does not where a pronoun stands for nobody sure
    /// enough: then the name is the pronoun itself, and two of one name can be two people.
    pub known: bool,
    /// How sure it is, from 0 to 100.
    pub confidence: u8,
    /// How the speaker was found, in words for the reader; each step is a fixed phrase.
    pub how: Vec<&'static str>,
}
