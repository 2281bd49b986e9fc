//! The words around numbers, read once from `assets/figures`.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::briefing::{QualifierKind, Role};

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
}

/// How a word takes part in a written number.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) enum Numeric {
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
pub(super) struct Word {
    flags: u64,
    pub numeric: Numeric,
    /// What happened to those counted in front of it.
    pub after: Option<Role>,
    /// What happens to those counted behind it.
    pub before: Option<Role>,
    /// What it counts by itself.
    pub noun: Option<Role>,
}

impl Word {
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
pub(super) struct Tables {
    words: Map<Word>,
    units: Map<Unit>,
    signs: Map<Unit>,
    glued_units: Map<Unit>,
    prefixes: Vec<Prefix>,
    codes: Map<()>,
    scales: Map<Glued>,
    qualifiers: Map<QualifierKind>,
    qualifiers_after: Map<QualifierKind>,
}

type Map<T> = HashMap<Box<str>, T, FixedState>;

/// No phrase of the tables has more words.
pub(super) const LONGEST_PHRASE: usize = 6;

/// No word of the tables has more bytes.
const LONGEST_WORD: usize = 32;

impl Tables {
    /// The tables of English.
    pub(super) fn english() -> &'static Self {
        static TABLES: LazyLock<Tables> =
            LazyLock::new(|| read().expect("the bundled tables of figures are valid"));
        &TABLES
    }

    /// What is known of a word, whatever the case of its letters.
    pub(super) fn word(&self, word: &str) -> Word {
        let mut buffer = [0; LONGEST_WORD];
        let found = lower(word, &mut buffer).and_then(|lower| self.words.get(lower));
        found.copied().unwrap_or_default()
    }

    /// The unit of words in lower case, joined by single spaces.
    pub(super) fn unit(&self, words: &str) -> Option<Unit> {
        self.units.get(words).copied()
    }

    /// The unit of a sign as written.
    pub(super) fn sign(&self, sign: &str) -> Option<Unit> {
        self.signs.get(sign).copied()
    }

    /// The unit of letters right behind digits.
    pub(super) fn glued_unit(&self, letters: &str) -> Option<Unit> {
        self.glued_units.get(letters).copied()
    }

    /// The units that stand in front of numbers, the longest first.
    pub(super) fn prefixes(&self) -> &[Prefix] {
        &self.prefixes
    }

    /// Whether letters may stand right before the digits of a sum of money: "USD10".
    pub(super) fn is_code(&self, letters: &str) -> bool {
        self.codes.contains_key(letters)
    }

    pub(super) fn scale(&self, letters: &str) -> Option<Glued> {
        self.scales.get(letters).copied()
    }

    /// The qualifier of words in lower case, joined by single spaces, in front of a number.
    pub(super) fn qualifier(&self, words: &str) -> Option<QualifierKind> {
        self.qualifiers.get(words).copied()
    }

    /// The same, behind a number.
    pub(super) fn qualifier_after(&self, words: &str) -> Option<QualifierKind> {
        self.qualifiers_after.get(words).copied()
    }
}

fn lower<'a>(word: &str, buffer: &'a mut [u8; LONGEST_WORD]) -> Option<&'a str> {
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile {
    list: Vec<ContextList>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextList {
    flag: Flag,
    #[serde(rename = "why")]
    _why: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumbersFile {
    list: Vec<NumbersList>,
    glued: Vec<GluedList>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumbersList {
    kind: NumericKind,
    #[serde(rename = "why")]
    _why: String,
    words: Vec<(String, f64)>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum NumericKind {
    Unit,
    Tens,
    Scale,
    Dozen,
    Vague,
    Part,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GluedList {
    #[serde(rename = "why")]
    _why: String,
    money: bool,
    words: Vec<(String, f64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitsFile {
    unit: Vec<UnitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    kind: UnitKind,
    name: String,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    signs: Vec<String>,
    #[serde(default)]
    glued: Vec<String>,
    #[serde(default)]
    before: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QualifiersFile {
    list: Vec<QualifiersList>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QualifiersList {
    kind: String,
    #[serde(rename = "why")]
    _why: String,
    words: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RolesFile {
    role: Vec<RoleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleEntry {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    after: Vec<String>,
    before: Vec<String>,
    noun: Vec<String>,
}

fn read() -> Result<Tables, toml::de::Error> {
    let mut tables = Tables::default();
    let context: ContextFile =
        toml::from_str(include_str!("../../../assets/figures/en/context.toml"))?;
    let numbers: NumbersFile =
        toml::from_str(include_str!("../../../assets/figures/en/numbers.toml"))?;
    let units: UnitsFile = toml::from_str(include_str!("../../../assets/figures/en/units.toml"))?;
    let qualifiers: QualifiersFile =
        toml::from_str(include_str!("../../../assets/figures/en/qualifiers.toml"))?;
    let roles: RolesFile = toml::from_str(include_str!("../../../assets/figures/en/roles.toml"))?;
    tables.add_context(context);
    tables.add_numbers(numbers);
    tables.add_units(units);
    tables.add_qualifiers(qualifiers);
    tables.add_roles(roles);
    Ok(tables)
}

impl Tables {
    fn entry(&mut self, word: &str) -> &mut Word {
        self.words.entry(word.to_lowercase().into()).or_default()
    }

    fn add_context(&mut self, file: ContextFile) {
        for list in file.list {
            for word in list.words {
                self.entry(&word).flags |= 1 << list.flag as u64;
            }
        }
    }

    fn add_numbers(&mut self, file: NumbersFile) {
        for list in file.list {
            for (word, value) in list.words {
                self.entry(&word).numeric = match list.kind {
                    NumericKind::Unit => Numeric::Unit(value),
                    NumericKind::Tens => Numeric::Tens(value),
                    NumericKind::Scale => Numeric::Scale(value),
                    NumericKind::Dozen => Numeric::Dozen,
                    NumericKind::Vague => Numeric::Vague(value),
                    NumericKind::Part => Numeric::Part(value),
                };
            }
        }
        for list in file.glued {
            for (letters, times) in list.words {
                let only_money = list.money;
                self.scales
                    .insert(letters.into(), Glued { times, only_money });
            }
        }
    }

    fn add_units(&mut self, file: UnitsFile) {
        for entry in file.unit {
            let unit = Unit {
                kind: entry.kind,
                name: Box::leak(entry.name.into_boxed_str()),
            };
            let insert = |map: &mut Map<Unit>, words: Vec<String>| {
                map.extend(words.into_iter().map(|word| (word.into(), unit)));
            };
            insert(&mut self.units, entry.words);
            insert(&mut self.signs, entry.signs);
            insert(&mut self.glued_units, entry.glued);
            for written in entry.before {
                let letters = written.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
                if letters.chars().next().is_some_and(char::is_alphabetic) || !letters.is_empty() {
                    let letters = letters.trim_start_matches(|c: char| !c.is_alphabetic());
                    self.codes.insert(letters.into(), ());
                }
                let written = written.into();
                self.prefixes.push(Prefix { written, unit });
            }
        }
        self.prefixes
            .sort_by_key(|prefix| std::cmp::Reverse(prefix.written.len()));
    }

    fn add_qualifiers(&mut self, file: QualifiersFile) {
        for list in file.list {
            let Some(kind) = qualifier_named(&list.kind) else {
                continue;
            };
            let insert = |map: &mut Map<QualifierKind>, words: Vec<String>| {
                map.extend(words.into_iter().map(|word| (word.into(), kind)));
            };
            insert(&mut self.qualifiers, list.words);
            insert(&mut self.qualifiers_after, list.after);
        }
    }

    fn add_roles(&mut self, file: RolesFile) {
        for entry in file.role {
            let role = Role::ALL.into_iter().find(|role| role.name() == entry.name);
            for word in entry.after {
                let word = self.entry(&word);
                word.after = word.after.or(role);
            }
            for word in entry.before {
                let word = self.entry(&word);
                word.before = word.before.or(role);
            }
            for word in entry.noun {
                let word = self.entry(&word);
                word.noun = word.noun.or(role);
            }
        }
    }
}

fn qualifier_named(name: &str) -> Option<QualifierKind> {
    Some(match name {
        "more_than" => QualifierKind::MoreThan,
        "at_least" => QualifierKind::AtLeast,
        "less_than" => QualifierKind::LessThan,
        "at_most" => QualifierKind::AtMost,
        "about" => QualifierKind::About,
        "nearly" => QualifierKind::Nearly,
        "record" => QualifierKind::Record,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_files_are_valid() {
        read().unwrap();
    }

    #[test]
    fn every_name_of_a_role_and_of_a_qualifier_is_known() {
        let roles: RolesFile =
            toml::from_str(include_str!("../../../assets/figures/en/roles.toml")).unwrap();
        for entry in roles.role {
            assert!(Role::ALL.iter().any(|role| role.name() == entry.name));
        }
        let qualifiers: QualifiersFile =
            toml::from_str(include_str!("../../../assets/figures/en/qualifiers.toml")).unwrap();
        for list in qualifiers.list {
            assert!(qualifier_named(&list.kind).is_some(), "{}", list.kind);
        }
    }

    #[test]
    fn a_word_is_found_whatever_its_case() {
        let tables = Tables::english();
        assert!(tables.word("SUNDAY").is(Flag::Weekday));
        assert_eq!(tables.word("Killed").after, Some(Role::Killed));
        assert_eq!(tables.word("Éclair"), Word::default());
    }
}
