//! The words around numbers, read once from `assets/figures`.

mod read;

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::briefing::{QualifierKind, Role};
use crate::language::Lower;

/// A list that a word may stand in; the name in `context.toml` is the same, in `snake_case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Flag {
    Stop,
    Auxiliary,
    Adverb,
    Verb,
    Plural,
    Singular,
    Label,
    Road,
    Month,
    Weekday,
    Daytime,
    Clock,
    YearBefore,
    Past,
    NearTime,
    Up,
    Down,
    NounChange,
    Subset,
    Further,
    Toll,
    Vote,
    Sport,
    Rate,
    MoneyCue,
    AgeBefore,
    Person,
    PronounOne,
    OneBefore,
    HalfAfter,
    HalfBefore,
    Ballot,
    Attack,
    Boundary,
    Thing,
    Light,
    LightVerb,
    Aside,
    Setter,
    WeakLabel,
    DayWord,
    Determiner,
    PastWord,
    People,
    Fighter,
    Told,
    Quake,
    Future,
    Refuge,
    Slide,
    Court,
    Address,
    /// What is counted and suffers nothing, is not held and not freed: "seats".
    NoToll,
    /// Begins a unit. Set for the first word of each in `units.toml`.
    UnitStart,
    /// Ends a qualifier. Set for the last word of each in `qualifiers.toml`.
    QualifierEnd,
    /// Begins a qualifier that stands behind its number.
    QualifierStart,
    /// A word of a unit, which a longer unit may go on with: "square kilometres".
    UnitPart,
    /// A word of a qualifier, which a longer one may begin with: "no more than".
    QualifierPart,
    /// Begins several words that tell a role together. Set for the first word of each in `roles.toml`.
    IdiomStart,
    /// Begins what stands behind those counted in a frame of `roles.toml`.
    FrameStart,
}

/// How a word takes part in a written number.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(in crate::analysis) enum Numeric {
    #[default]
    None,
    Unit(f64),
    Tens(f64),
    Scale(f64),
    Dozen,
    Vague(f64),
    Part(f64),
}

/// All that the tables know of a word.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(in crate::analysis) struct Word {
    flags: u64,
    pub numeric: Numeric,
    /// What happened to those counted in front of it.
    pub after: Option<Role>,
    /// What happens to those counted behind it.
    pub before: Option<Role>,
    /// What it counts by itself.
    pub noun: Option<Role>,
    /// Whether a number or a date may begin with it.
    pub opens: bool,
    /// Whether all its characters are ASCII letters, so that it is never cut further.
    pub plain: bool,
}

impl Word {
    /// Whether a number or a date may begin with it.
    fn may_open(self) -> bool {
        [Flag::Month, Flag::Weekday, Flag::NearTime]
            .into_iter()
            .any(|flag| self.is(flag))
            || self.numeric != Numeric::None
    }

    /// Adds the lists that another word stands in.
    #[inline]
    pub(super) fn join_lists(&mut self, other: Self) {
        self.flags |= other.flags;
    }

    #[inline]
    pub(super) fn is(self, flag: Flag) -> bool {
        self.flags & (1 << flag as u64) != 0
    }
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum UnitKind {
    Percent,
    Point,
    Money,
    /// Money or weight, as the words around tell.
    Pounds,
    Time,
    Measure,
    Count,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub kind: UnitKind,
    pub name: &'static str,
}

/// A unit found in front of a number: its last sign and all of it.
#[derive(Debug)]
pub(super) struct Prefix {
    pub written: Box<str>,
    pub unit: Unit,
}

/// Letters glued to digits that multiply them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glued {
    pub times: f64,
    pub only_money: bool,
}

#[derive(Debug, Default)]
#[expect(
    clippy::zero_sized_map_values,
    reason = "one function fills all the tables"
)]
pub(super) struct Tables {
    words: HashMap<Lower, Word, FixedState>,
    units: Map<Unit>,
    signs: Map<Unit>,
    /// The characters of units that are neither letters nor digits, each once.
    unit_marks: String,
    glued_units: Map<Unit>,
    prefixes: Vec<Prefix>,
    codes: Map<()>,
    /// The codes of currencies that millions may be told in: "USD" of "MUSD".
    in_millions: Map<Unit>,
    scales: Phrases<Glued>,
    qualifiers: Phrases<QualifierKind>,
    qualifiers_after: Phrases<QualifierKind>,
    idioms_after: Phrases<Idiom>,
    idioms_before: Phrases<Role>,
    /// What stands behind those counted, with the verbs in front of them that it goes with.
    frames: Phrases<Vec<(&'static str, Role)>>,
    rates: HashMap<Lower, &'static str, FixedState>,
}

/// What is known of some words of an idiom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Idiom {
    /// An idiom begins so.
    Begun,
    /// They are one, and tell a role.
    Tells(Role),
}

/// By phrases that are read where they are bundled, since there are many: by their bytes, as all that is looked
/// up here is put together.
type Phrases<T> = HashMap<&'static [u8], T, FixedState>;

type Map<T> = HashMap<Box<[u8]>, T, FixedState>;

/// No phrase of the tables has more words.
pub(super) const LONGEST_PHRASE: usize = 6;

impl Tables {
    /// The tables of English.
    pub(super) fn english() -> &'static Self {
        static TABLES: LazyLock<Tables> =
            LazyLock::new(|| read::read().expect("the bundled tables of figures are valid"));
        &TABLES
    }

    /// What is known of a word, whatever the case of its letters.
    pub(super) fn word(&self, word: &str) -> Word {
        let found = Lower::of(word).and_then(|lower| self.words.get(&lower));
        let mut found = found.copied().unwrap_or_default();
        found.plain = word.bytes().all(|byte| byte.is_ascii_alphabetic());
        found.opens =
            found.may_open() || ["a", "an"].iter().any(|it| word.eq_ignore_ascii_case(it));
        found
    }

    /// The unit of words in lower case, joined by single spaces.
    pub(super) fn unit(&self, words: impl AsRef<[u8]>) -> Option<Unit> {
        self.units.get(words.as_ref()).copied()
    }

    /// Whether a mark stands in some unit.
    pub(super) fn is_in_units(&self, mark: char) -> bool {
        self.unit_marks.contains(mark)
    }

    /// The unit of a sign as written.
    pub(super) fn sign(&self, sign: impl AsRef<[u8]>) -> Option<Unit> {
        self.signs.get(sign.as_ref()).copied()
    }

    /// The unit of letters right behind digits.
    pub(super) fn glued_unit(&self, letters: &str) -> Option<Unit> {
        self.glued_units.get(letters.as_bytes()).copied()
    }

    /// The units that stand in front of numbers, the longest first.
    pub(super) fn prefixes(&self) -> &[Prefix] {
        &self.prefixes
    }

    /// Whether letters may stand right before the digits of a sum of money: "USD10".
    pub(super) fn is_code(&self, letters: &str) -> bool {
        self.codes.contains_key(letters.as_bytes())
    }

    /// The currency of "MUSD", which counts millions.
    pub(super) fn millions(&self, letters: &str) -> Option<Unit> {
        let code = letters.strip_prefix('M')?;
        self.in_millions.get(code.as_bytes()).copied()
    }

    pub(super) fn scale(&self, letters: &str) -> Option<Glued> {
        self.scales.get(letters.as_bytes()).copied()
    }

    /// The name of what a number may be for each of: "month" for "Month".
    pub(super) fn rate(&self, word: &str) -> Option<&'static str> {
        self.rates.get(&Lower::of(word)?).copied()
    }

    /// The qualifier of words in lower case, joined by single spaces, in front of a number.
    pub(super) fn qualifier(&self, words: &[u8]) -> Option<QualifierKind> {
        self.qualifiers.get(words).copied()
    }

    /// What two words or more, in lower case and joined by single spaces, tell together of those counted in
    /// front of them; nothing where no idiom begins so.
    pub(super) fn idiom_after(&self, words: &[u8]) -> Option<Idiom> {
        self.idioms_after.get(words).copied()
    }

    /// The verbs that words behind those counted go with, and what both tell: "led", "to safety".
    pub(super) fn frames(&self, behind: &[u8]) -> &[(&'static str, Role)] {
        self.frames.get(behind).map_or(&[], Vec::as_slice)
    }

    /// The same, of those counted behind them.
    pub(super) fn idiom_before(&self, words: &[u8]) -> Option<Role> {
        self.idioms_before.get(words).copied()
    }

    /// The qualifier of words that stand behind a number.
    pub(super) fn qualifier_after(&self, words: &[u8]) -> Option<QualifierKind> {
        self.qualifiers_after.get(words).copied()
    }
}
