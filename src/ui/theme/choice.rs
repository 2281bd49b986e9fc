use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{BUILT_IN, built_in, role, style};

/// The setting that names the theme below the looks of a table.
const BASE: &str = "base";

/// Which theme, and what is different in it. In the settings it is either the name of a theme or a
/// table with the looks of some roles, and the theme they are laid over as `base`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeChoice {
    /// The name of a theme of the program.
    pub base: String,
    /// Looks by the name of the role.
    pub roles: BTreeMap<String, String>,
}

impl Default for ThemeChoice {
    fn default() -> Self {
        Self {
            base: BUILT_IN[0].0.to_owned(),
            roles: BTreeMap::new(),
        }
    }
}

impl Serialize for ThemeChoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.roles.is_empty() {
            return serializer.serialize_str(&self.base);
        }
        let base = std::iter::once((BASE, self.base.as_str()));
        let roles = self.roles.iter();
        serializer.collect_map(base.chain(roles.map(|(role, look)| (role.as_str(), look.as_str()))))
    }
}

impl<'de> Deserialize<'de> for ThemeChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameOrTable)
    }
}

struct NameOrTable;

impl<'de> Visitor<'de> for NameOrTable {
    type Value = ThemeChoice;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a theme, or a table of looks by role")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<ThemeChoice, E> {
        built_in(name).map_err(E::custom)?;
        Ok(ThemeChoice {
            base: name.to_owned(),
            ..ThemeChoice::default()
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ThemeChoice, A::Error> {
        let mut choice = ThemeChoice::default();
        while let Some(RoleName(name)) = map.next_key()? {
            if name == BASE {
                choice.base = map.next_value::<BaseName>()?.0;
            } else {
                choice.roles.insert(name, map.next_value::<Look>()?.0);
            }
        }
        Ok(choice)
    }
}

// Each entry of the table is judged while it is read, so that a mistake is told with its own place.

/// The name of a role, or the word for the theme below.
struct RoleName(String);

/// The name of a theme of the program.
struct BaseName(String);

/// A look that can be read.
struct Look(String);

impl<'de> Deserialize<'de> for RoleName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let judge = |name: &str| match name {
            BASE => Ok(()),
            _ => role(name).map(|_| ()),
        };
        judged(deserializer, judge).map(Self)
    }
}

impl<'de> Deserialize<'de> for BaseName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        judged(deserializer, |name| built_in(name).map(|_| ())).map(Self)
    }
}

impl<'de> Deserialize<'de> for Look {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        judged(deserializer, |look| style(look).map(|_| ())).map(Self)
    }
}

fn judged<'de, D: Deserializer<'de>, F: fmt::Display>(
    deserializer: D,
    judge: impl FnOnce(&str) -> Result<(), F>,
) -> Result<String, D::Error> {
    let words = String::deserialize(deserializer)?;
    judge(&words).map_err(D::Error::custom)?;
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Theme, ThemeRole, parse_look};

    #[derive(Debug, Deserialize)]
    struct Settings {
        theme: ThemeChoice,
    }

    fn read(text: &str) -> Result<ThemeChoice, toml::de::Error> {
        toml::from_str::<Settings>(text).map(|settings| settings.theme)
    }

    #[test]
    fn a_theme_is_chosen_by_name_or_as_a_table() {
        assert_eq!(read("theme = \"mono\"").unwrap().base, "mono");
        let table = read("theme = { quote = \"italic\" }").unwrap();
        assert_eq!(table.base, "terminal");
        let theme = Theme::build(&table).unwrap();
        assert_eq!(theme.style(ThemeRole::Quote), parse_look("italic").unwrap());
    }

    #[test]
    fn a_wrong_theme_is_named_with_what_is_allowed() {
        let message = read("theme = \"sepia\"").unwrap_err().to_string();
        assert!(message.contains("there is no theme 'sepia', choose one of terminal, dark, mono"));
        let message = read("theme = { quot = \"red\" }").unwrap_err().to_string();
        assert!(
            message.contains("there is no theme role 'quot'"),
            "{message}"
        );
        let message = read("theme = { quote = \"rde\" }").unwrap_err().to_string();
        assert!(message.contains("'rde' in 'rde' is no look"), "{message}");
    }
}
