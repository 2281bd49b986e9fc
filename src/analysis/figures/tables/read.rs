//! The files of `assets/figures`.

use serde::Deserialize;

use super::{Flag, Glued, Idiom, Map, Numeric, Prefix, Tables, Unit, UnitKind, Word};
use crate::briefing::{QualifierKind, Role};

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

pub(super) fn read() -> Result<Tables, serde_json::Error> {
    let mut tables = Tables::default();
    let context: ContextFile = bundled!("context")?;
    let numbers: NumbersFile = bundled!("numbers")?;
    let units: UnitsFile = bundled!("units")?;
    let qualifiers: QualifiersFile = bundled!("qualifiers")?;
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

/// "MUSD", "MEUR": the code of a currency in millions, as accounts write it.
fn in_millions(code: &str) -> Option<String> {
    let code = Some(code).filter(|code| code.len() == 3)?;
    let plain = code.bytes().all(|byte| byte.is_ascii_uppercase());
    plain.then(|| format!("M{code}"))
}

fn qualifier_named(name: &str) -> Option<QualifierKind> {
    Some(match name {
        "more_than" => QualifierKind::MoreThan,
        "at_least" => QualifierKind::AtLeast,
        "less_than" => QualifierKind::LessThan,
        "at_most" => QualifierKind::AtMost,
        "about" => QualifierKind::About,
        "nearly" => QualifierKind::Nearly,
        "exactly" => QualifierKind::Exactly,
        "record" => QualifierKind::Record,
        _ => return None,
    })
}

impl Tables {
    fn entry(&mut self, word: &str) -> &mut Word {
        let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let word: Box<[u8]> = if small {
            word.as_bytes().into()
        } else {
            word.to_lowercase().into_bytes().into()
        };
        self.words.entry(word).or_default()
    }

    /// Marks each word of a phrase, however it may be cut: "per-cent", "per", "cent".
    fn add_parts(&mut self, phrase: &str, flag: Flag) {
        let spaced = phrase.split(' ');
        let letters = phrase.split(|c: char| !c.is_alphabetic());
        let both = phrase.split(|c: char| !c.is_alphanumeric());
        for part in spaced.chain(letters).chain(both) {
            if !part.is_empty() {
                self.entry(part).flags |= 1 << flag as u64;
            }
        }
    }

    fn add_context(&mut self, file: ContextFile) {
        for list in file.list {
            for word in list.words {
                self.entry(&word).flags |= 1 << list.flag as u64;
                if list.flag == Flag::Rate {
                    let name: &'static str = Box::leak(word.clone().into_boxed_str());
                    self.rates.insert(word.into_bytes().into(), name);
                }
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
            let all = entry.words.iter().chain(&entry.signs).chain(&entry.glued);
            for phrase in all.clone() {
                self.add_parts(phrase, Flag::UnitPart);
                let marks = phrase.chars().filter(|c| !c.is_alphanumeric() && *c != ' ');
                let new: String = marks.filter(|&c| !self.is_in_units(c)).collect();
                self.unit_marks.push_str(&new);
            }
            let firsts: Vec<String> = all
                .filter_map(|phrase| first_word(phrase))
                .map(str::to_owned)
                .collect();
            for first in firsts {
                self.entry(&first).flags |= 1 << Flag::UnitStart as u64;
            }
            let insert = |map: &mut Map<Unit>, words: Vec<String>| {
                map.extend(words.into_iter().map(|word| (word.into(), unit)));
            };
            insert(&mut self.units, entry.words);
            insert(&mut self.signs, entry.signs);
            insert(&mut self.glued_units, entry.glued);
            for written in entry.before {
                let letters = written.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
                if let Some(millions) = in_millions(&written) {
                    self.millions.insert(millions.into(), unit);
                }
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
            for phrase in &list.words {
                self.add_parts(phrase, Flag::QualifierPart);
                let last = phrase.rsplit(' ').next().unwrap_or_default();
                self.entry(last).flags |= 1 << Flag::QualifierEnd as u64;
            }
            for first in list.after.iter().filter_map(|phrase| first_word(phrase)) {
                self.entry(first).flags |= 1 << Flag::QualifierStart as u64;
            }
            let insert = |map: &mut Map<QualifierKind>, words: Vec<String>| {
                map.extend(words.into_iter().map(|word| (word.into(), kind)));
            };
            insert(&mut self.qualifiers, list.words);
            insert(&mut self.qualifiers_after, list.after);
        }
    }

    fn add_roles(&mut self, file: RolesFile<'static>) {
        for entry in file.role {
            let role = Role::ALL.into_iter().find(|role| role.name() == entry.name);
            for word in entry.after {
                let word = self.entry(word);
                word.after = word.after.or(role);
            }
            for word in entry.before {
                let word = self.entry(word);
                word.before = word.before.or(role);
            }
            for word in entry.noun {
                let word = self.entry(word);
                word.noun = word.noun.or(role);
            }
            let Some(role) = role else { continue };
            let idioms = entry.after_idioms.iter().chain(&entry.before_idioms);
            for first in idioms.filter_map(|idiom| first_word(idiom)) {
                self.entry(first).flags |= 1 << Flag::IdiomStart as u64;
            }
            for idiom in entry.after_idioms {
                self.add_idiom_after(idiom, role);
            }
            let before = entry.before_idioms.into_iter();
            self.idioms_before.extend(before.map(|idiom| (idiom, role)));
            self.add_frames(entry.frames, role);
        }
    }

    /// An idiom, and the words that it begins with.
    fn add_idiom_after(&mut self, idiom: &'static str, role: Role) {
        let ends = idiom.match_indices(' ').map(|(end, _)| end);
        for begun in ends.skip(1).filter_map(|end| idiom.get(..end)) {
            self.idioms_after.entry(begun).or_insert(Idiom::Begun);
        }
        self.idioms_after.insert(idiom, Idiom::Tells(role));
    }

    /// Each verb with what stands behind those counted. In the passive it begins an idiom of the two.
    fn add_frames(&mut self, frames: Vec<FrameEntry<'static>>, role: Role) {
        for frame in frames {
            for verb in &frame.verbs {
                self.entry(verb).flags |= 1 << Flag::IdiomStart as u64;
            }
            for first in frame.behind.iter().filter_map(|behind| first_word(behind)) {
                self.entry(first).flags |= 1 << Flag::FrameStart as u64;
            }
            for behind in frame.behind {
                let verbs = frame.verbs.iter().map(|&verb| (verb, role));
                self.frames.entry(behind).or_default().extend(verbs);
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
        let qualifiers: QualifiersFile = bundled!("qualifiers").unwrap();
        for list in qualifiers.list {
            assert!(qualifier_named(&list.kind).is_some(), "{}", list.kind);
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
