//! The files of `assets/figures`.

use serde::Deserialize;

use super::{Flag, Glued, Idiom, Map, Numeric, Phrases, Prefix, Tables, Unit, UnitKind, Word};
use crate::briefing::{QualifierKind, Role};
use crate::language::Lower;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile<'a> {
    #[serde(borrow)]
    list: Vec<ContextList<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextList<'a> {
    flag: Flag,
    #[serde(rename = "why")]
    _why: String,
    #[serde(borrow)]
    words: Vec<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumbersFile<'a> {
    #[serde(borrow)]
    list: Vec<NumbersList<'a>>,
    #[serde(borrow)]
    glued: Vec<GluedList<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumbersList<'a> {
    kind: NumericKind,
    #[serde(rename = "why")]
    _why: String,
    #[serde(borrow)]
    words: Vec<(&'a str, f64)>,
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
struct GluedList<'a> {
    #[serde(rename = "why")]
    _why: String,
    money: bool,
    #[serde(borrow)]
    words: Vec<(&'a str, f64)>,
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
struct QualifiersFile<'a> {
    #[serde(borrow)]
    list: Vec<QualifiersList<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QualifiersList<'a> {
    kind: &'a str,
    #[serde(rename = "why")]
    _why: String,
    #[serde(borrow)]
    words: Vec<&'a str>,
    #[serde(default, borrow)]
    after: Vec<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RolesFile<'a> {
    #[serde(borrow)]
    role: Vec<RoleEntry<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleEntry<'a> {
    name: &'a str,
    #[serde(rename = "why")]
    _why: &'a str,
    #[serde(borrow)]
    after: Vec<&'a str>,
    #[serde(borrow)]
    before: Vec<&'a str>,
    #[serde(borrow)]
    noun: Vec<&'a str>,
    #[serde(default, borrow)]
    after_idioms: Vec<&'a str>,
    #[serde(default, borrow)]
    before_idioms: Vec<&'a str>,
    #[serde(default, borrow)]
    frames: Vec<FrameEntry<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameEntry<'a> {
    #[serde(borrow)]
    verbs: Vec<&'a str>,
    #[serde(borrow)]
    behind: Vec<&'a str>,
}

/// What a file of `assets/figures/en` holds; `build.rs` has turned it into JSON.
macro_rules! bundled {
    ($name:literal) => {
        serde_json::from_str(include_str!(concat!(
            env!("OUT_DIR"),
            "/figures/en/",
            $name,
            ".json"
        )))
    };
}

/// Room for the words of the files and for the beginnings of their idioms, some more than there are: tables
/// that grow are copied each time.
const WORDS: usize = 7_168;
const IDIOMS: usize = 3_584;

pub(super) fn read() -> Result<Tables, serde_json::Error> {
    let mut tables = Tables::default();
    tables.words.reserve(WORDS);
    tables.idioms_after.reserve(IDIOMS);
    let context: ContextFile<'static> = bundled!("context")?;
    let numbers: NumbersFile<'static> = bundled!("numbers")?;
    let units: UnitsFile = bundled!("units")?;
    let qualifiers: QualifiersFile<'static> = bundled!("qualifiers")?;
    let roles: RolesFile<'static> = bundled!("roles")?;
    tables.add_context(context);
    tables.add_numbers(numbers);
    tables.add_units(units);
    tables.add_qualifiers(qualifiers);
    tables.add_roles(roles);
    Ok(tables)
}

/// The letters that a phrase begins with, where it begins with letters.
fn first_word(phrase: &str) -> Option<&str> {
    let first = phrase.split(|c: char| !c.is_alphanumeric()).next()?;
    (!first.is_empty()).then_some(first)
}

/// Whether letters are the code of a currency, which accounts write with an M in front for millions of it.
fn is_currency_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn qualifier_named(name: &str) -> Option<QualifierKind> {
    Some(match name {
        "more_than" => QualifierKind::MoreThan,
        "at_least" => QualifierKind::AtLeast,
        "less_than" => QualifierKind::LessThan,
        "up_to" => QualifierKind::UpTo,
        "about" => QualifierKind::About,
        "nearly" => QualifierKind::Nearly,
        "exactly" => QualifierKind::Exactly,
        "record" => QualifierKind::Record,
        _ => return None,
    })
}

impl Tables {
    /// Changes what is known of a word; one that is too long to be looked up is left out.
    fn entry(&mut self, word: &str, change: impl FnOnce(&mut Word)) {
        if let Some(lower) = Lower::of(word) {
            change(self.words.entry(lower).or_default());
        }
    }

    fn mark(&mut self, word: &str, flag: Flag) {
        self.entry(word, |word| word.flags |= 1 << flag as u64);
    }

    /// Marks each word of a phrase, however it may be cut: "per-cent", "per", "cent".
    fn add_parts(&mut self, phrase: &str, flag: Flag) {
        let spaced = phrase.split(' ');
        let letters = phrase.split(|c: char| !c.is_alphabetic());
        let both = phrase.split(|c: char| !c.is_alphanumeric());
        for part in spaced.chain(letters).chain(both) {
            if !part.is_empty() {
                self.mark(part, flag);
            }
        }
    }

    fn add_context(&mut self, file: ContextFile<'static>) {
        for list in file.list {
            for word in list.words {
                self.mark(word, list.flag);
                if list.flag == Flag::Rate {
                    self.rates
                        .extend(Lower::of(word).map(|lower| (lower, word)));
                }
            }
        }
    }

    fn add_numbers(&mut self, file: NumbersFile<'static>) {
        for list in file.list {
            for (word, value) in list.words {
                let numeric = match list.kind {
                    NumericKind::Unit => Numeric::Unit(value),
                    NumericKind::Tens => Numeric::Tens(value),
                    NumericKind::Scale => Numeric::Scale(value),
                    NumericKind::Dozen => Numeric::Dozen,
                    NumericKind::Vague => Numeric::Vague(value),
                    NumericKind::Part => Numeric::Part(value),
                };
                self.entry(word, |word| word.numeric = numeric);
            }
        }
        for list in file.glued {
            for (letters, times) in list.words {
                let only_money = list.money;
                self.scales
                    .insert(letters.as_bytes(), Glued { times, only_money });
            }
        }
    }

    fn add_units(&mut self, file: UnitsFile) {
        for entry in file.unit {
            let unit = Unit {
                kind: entry.kind,
                name: Box::leak(entry.name.into_boxed_str()),
            };
            let all = entry.words.iter().chain(&entry.signs).chain(&entry.glued);
            for phrase in all.clone() {
                self.add_parts(phrase, Flag::UnitPart);
                let marks = phrase.chars().filter(|c| !c.is_alphanumeric() && *c != ' ');
                let new: String = marks.filter(|&c| !self.is_in_units(c)).collect();
                self.unit_marks.push_str(&new);
            }
            // "u.s. dollar" begins with a token that holds its points
            let spaced = all.clone().filter_map(|phrase| phrase.split(' ').next());
            let firsts: Vec<String> = all
                .filter_map(|phrase| first_word(phrase))
                .chain(spaced)
                .map(str::to_owned)
                .collect();
            for first in firsts {
                self.mark(&first, Flag::UnitStart);
            }
            let insert = |map: &mut Map<Unit>, words: Vec<String>| {
                let words = words.into_iter().map(String::into_bytes);
                map.extend(words.map(|word| (word.into(), unit)));
            };
            insert(&mut self.units, entry.words);
            insert(&mut self.signs, entry.signs);
            insert(&mut self.glued_units, entry.glued);
            for written in entry.before {
                let letters = written.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
                if is_currency_code(&written) {
                    self.in_millions.insert(written.as_bytes().into(), unit);
                }
                if letters.chars().next().is_some_and(char::is_alphabetic) || !letters.is_empty() {
                    let letters = letters.trim_start_matches(|c: char| !c.is_alphabetic());
                    self.codes.insert(letters.as_bytes().into(), ());
                }
                let written = written.into();
                self.prefixes.push(Prefix { written, unit });
            }
        }
        self.prefixes
            .sort_by_key(|prefix| std::cmp::Reverse(prefix.written.len()));
    }

    fn add_qualifiers(&mut self, file: QualifiersFile<'static>) {
        for list in file.list {
            let Some(kind) = qualifier_named(list.kind) else {
                continue;
            };
            for phrase in &list.words {
                self.add_parts(phrase, Flag::QualifierPart);
                let last = phrase.rsplit(' ').next().unwrap_or_default();
                self.mark(last, Flag::QualifierEnd);
            }
            for first in list.after.iter().copied().filter_map(first_word) {
                self.mark(first, Flag::QualifierStart);
            }
            let insert = |map: &mut Phrases<QualifierKind>, words: Vec<&'static str>| {
                map.extend(words.into_iter().map(|word| (word.as_bytes(), kind)));
            };
            insert(&mut self.qualifiers, list.words);
            insert(&mut self.qualifiers_after, list.after);
        }
    }

    fn add_roles(&mut self, file: RolesFile<'static>) {
        for entry in file.role {
            let role = Role::ALL.into_iter().find(|role| role.name() == entry.name);
            for word in entry.after {
                self.entry(word, |word| word.after = word.after.or(role));
            }
            for word in entry.before {
                self.entry(word, |word| word.before = word.before.or(role));
            }
            for word in entry.noun {
                self.entry(word, |word| word.noun = word.noun.or(role));
            }
            let Some(role) = role else { continue };
            let idioms = entry.after_idioms.iter().chain(&entry.before_idioms);
            for first in idioms.filter_map(|idiom| first_word(idiom)) {
                self.mark(first, Flag::IdiomStart);
            }
            for idiom in entry.after_idioms {
                self.add_idiom_after(idiom, role);
            }
            let before = entry.before_idioms.into_iter();
            self.idioms_before
                .extend(before.map(|idiom| (idiom.as_bytes(), role)));
            self.add_frames(entry.frames, role);
        }
    }

    /// An idiom, and the words that it begins with.
    fn add_idiom_after(&mut self, idiom: &'static str, role: Role) {
        let ends = idiom.match_indices(' ').map(|(end, _)| end);
        for begun in ends.skip(1).filter_map(|end| idiom.get(..end)) {
            self.idioms_after
                .entry(begun.as_bytes())
                .or_insert(Idiom::Begun);
        }
        self.idioms_after
            .insert(idiom.as_bytes(), Idiom::Tells(role));
    }

    /// Each verb with what stands behind those counted. In the passive it begins an idiom of the two.
    fn add_frames(&mut self, frames: Vec<FrameEntry<'static>>, role: Role) {
        for frame in frames {
            for verb in &frame.verbs {
                self.mark(verb, Flag::IdiomStart);
            }
            for first in frame.behind.iter().filter_map(|behind| first_word(behind)) {
                self.mark(first, Flag::FrameStart);
            }
            for behind in frame.behind {
                let verbs = frame.verbs.iter().map(|&verb| (verb, role));
                let known = self.frames.entry(behind.as_bytes());
                known.or_default().extend(verbs);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::LONGEST_PHRASE;
    use super::*;

    #[test]
    fn the_bundled_files_are_valid() {
        read().unwrap();
    }

    #[test]
    fn every_name_of_a_role_and_of_a_qualifier_is_known() {
        let roles: RolesFile<'static> = bundled!("roles").unwrap();
        for entry in roles.role {
            assert!(Role::ALL.iter().any(|role| role.name() == entry.name));
        }
        let qualifiers: QualifiersFile<'static> = bundled!("qualifiers").unwrap();
        for list in qualifiers.list {
            assert!(qualifier_named(list.kind).is_some(), "{}", list.kind);
        }
    }

    #[test]
    fn idioms_in_front_have_two_words_and_none_is_longer_than_what_is_looked_up() {
        let roles: RolesFile<'static> = bundled!("roles").unwrap();
        for entry in roles.role {
            for idiom in &entry.before_idioms {
                assert_eq!(idiom.split(' ').count(), 2, "{idiom}");
            }
            for idiom in &entry.after_idioms {
                let words = idiom.split(' ').count();
                assert!((2..=LONGEST_PHRASE).contains(&words), "{idiom}");
                assert_eq!(idiom.to_lowercase(), *idiom);
            }
            for behind in entry.frames.iter().flat_map(|frame| &frame.behind) {
                assert!(behind.split(' ').count() < LONGEST_PHRASE, "{behind}");
            }
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
