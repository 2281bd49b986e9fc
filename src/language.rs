//! The words that the analysis looks for, read from `assets/lexicon`.
//!
//! A lexicon file is a list of classes; each class says why it is there and which words belong to
//! it. A word may belong to many classes. Each word of a text is looked up once.

mod class;
mod cues;
mod lexicon;
mod lower;
mod words;

pub use self::class::{Class, Classes};
pub use self::cues::{Cue, CueWord, Cues, Follow, Marks, Met, Test, Tests, Weights};
pub use self::lexicon::{Lexicon, LexiconError, LexiconId};
pub use self::lower::Lower;
pub use self::words::WordId;
