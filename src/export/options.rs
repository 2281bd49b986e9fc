use std::path::PathBuf;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{FORMATS, Format};

/// What a user may set about exports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The format when the command line and the name of the file say nothing about it.
    pub format: FormatChoice,
    /// Where the reader puts its exports; from the current directory on.
    pub directory: PathBuf,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format: FormatChoice(&FORMATS[0]),
            directory: PathBuf::from("."),
        }
    }
}

/// A format, by its name in the settings.
#[derive(Debug, Clone, Copy)]
pub struct FormatChoice(pub &'static Format);

impl PartialEq for FormatChoice {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for FormatChoice {}

impl Serialize for FormatChoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name)
    }
}

impl<'de> Deserialize<'de> for FormatChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let format = Format::of_name(&name).map(Self);
        format.ok_or_else(|| {
            let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
            let names = names.join("', '");
            D::Error::custom(format!(
                "there is no format '{name}', choose one of '{names}'"
            ))
        })
    }
}
