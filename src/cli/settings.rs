//! The settings of a run: the settings file and the user's own section cues.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use super::failure::{Failure, plain, quoted};
use crate::briefing::Outline;
use crate::config::{self, Checked, Config, Problem, Problems, cues_beside};
use crate::language::Lexicon;

/// What a run goes by.
pub(super) struct Settings {
    pub config: Config,
    /// The sections as the settings want them shown.
    pub outline: Outline,
    lexicon: Cow<'static, Lexicon>,
}

impl Settings {
    /// Reads the settings file and the cues beside it. Without a file the defaults hold, unless the
    /// user names the file.
    pub(super) fn load(named: Option<&Path>) -> Result<Self, Failure> {
        let mut settings = Self {
            config: Config::default(),
            outline: Outline::default(),
            lexicon: Cow::Borrowed(Lexicon::english()),
        };
        let Some(File { path, required }) = file(named) else {
            return Ok(settings);
        };
        if let Some(Checked { config, problems }) = read_config(&path, required)? {
            if !problems.is_empty() {
                return Err(Failure::Failed(Problems(problems).to_string()));
            }
            settings.outline = config.outline();
            settings.config = config;
        }
        if let Some(lexicon) = read_cues(&cues_beside(&path))? {
            settings.lexicon = Cow::Owned(lexicon);
        }
        Ok(settings)
    }

    /// The words that the analysis looks for.
    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}

/// The settings file.
pub(super) struct File {
    pub path: PathBuf,
    /// Whether it must be there, because the user names it.
    pub required: bool,
}

/// The settings file: the one that the command line or the environment names, or the usual one.
pub(super) fn file(named: Option<&Path>) -> Option<File> {
    let from_environment = || env::var_os(config::ENVIRONMENT).filter(|name| !name.is_empty());
    let named = named.map(Path::to_owned);
    let named = named.or_else(|| from_environment().map(PathBuf::from));
    let required = named.is_some();
    let path = named.or_else(config::default_path)?;
    Some(File { path, required })
}

/// What the settings file says, or nothing when there is none and there need not be one.
pub(super) fn read_config(path: &Path, required: bool) -> Result<Option<Checked>, Failure> {
    let text = read(path, required)?;
    let name = path.to_string_lossy();
    Ok(text.map(|text| config::check(&name, &text)))
}

/// The lexicon with the user's own cues, or nothing when there are none.
pub(super) fn read_cues(path: &Path) -> Result<Option<Lexicon>, Failure> {
    let Some(text) = read(path, false)? else {
        return Ok(None);
    };
    let name = path.to_string_lossy();
    let problems = config::unclean(&name, &text);
    if !problems.is_empty() {
        return Err(Failure::Failed(Problems(problems).to_string()));
    }
    let mut lexicon = Lexicon::english().clone();
    let added = lexicon.add(&name, &text);
    added.map_err(|error| {
        let problem = Problem::parsed(&name, &text, Some(error.bytes), &error.message);
        Failure::Failed(problem.to_string())
    })?;
    Ok(Some(lexicon))
}

fn read(path: &Path, required: bool) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !required => Ok(None),
        Err(error) => Err(Failure::Failed(format!(
            "the settings in {} can not be read: {}",
            quoted(path),
            plain(&error)
        ))),
    }
}
