//! Where the settings live.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// The environment variable that names the settings file, before any usual place.
pub const ENVIRONMENT: &str = "NUTGRAF_CONFIG";

/// The settings file where nothing names another: `nutgraf/config.toml` in `$XDG_CONFIG_HOME` or
/// `~/.config` (also on macOS), and in `%APPDATA%` on Windows.
///
/// `None` when the user has no home.
#[must_use]
pub fn default_path() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("nutgraf").join("config.toml"))
}

/// The user's own section cues: `cues.toml` beside the settings file.
#[must_use]
pub fn cues_beside(config: &Path) -> PathBuf {
    config.with_file_name("cues.toml")
}
