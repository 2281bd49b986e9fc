//! The stories that several articles tell.

use std::path::Path;

use super::args::Input;
use super::articles::Articles;
use super::failure::Failure;
use super::output::{Folder, is_folder, not_written};
use super::progress::Progress;
use super::say;
use super::settings::Settings;
use crate::analysis;
use crate::briefing::{Briefing, Story};
use crate::export::{Format, Gathering, write_whole};

/// The articles that were read, and the stories that they tell.
pub(super) struct Told {
    briefings: Vec<Briefing>,
    stories: Vec<Story>,
    /// Whether all sources could be read.
    pub(super) all: bool,
}

/// Reads all articles and finds their stories; `together` makes one of all of them.
pub(super) fn tell(
    input: &Input,
    settings: &Settings,
    together: bool,
    progress: &Progress,
) -> Result<Told, Failure> {
    let mut briefings = Vec::new();
    let all = Articles::new(input, settings).for_each(
        progress,
        |briefing| briefing,
        |briefing, _| {
            briefings.push(briefing);
            Ok(())
        },
    )?;
    let read: Vec<&Briefing> = briefings.iter().collect();
    let options = settings.config.analysis().summary;
    let stories = if together && !read.is_empty() {
        vec![analysis::story(&read, &options)]
    } else {
        analysis::stories(&read, &options)
    };
    Ok(Told {
        briefings,
        stories,
        all,
    })
}

impl Told {
    /// Says so when there is no story among the articles.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if self.stories.is_empty() && !self.briefings.is_empty() {
            let words =
                "no two of the articles tell of one event; '--together' takes all as one story";
            return Err(Failure::Failed(words.to_owned()));
        }
        Ok(())
    }

    pub(super) fn rendered(&self, render: fn(&Story, &[&Briefing]) -> String) -> Vec<String> {
        let read: Vec<&Briefing> = self.briefings.iter().collect();
        let stories = self.stories.iter();
        stories.map(|story| render(story, &read)).collect()
    }

    /// Writes the stories to standard output, a file, or one file a story into a directory. Gives
    /// whether all could be written.
    pub(super) fn write(
        &self,
        path: Option<&Path>,
        format: &'static Format,
        force: bool,
        progress: &Progress,
    ) -> Result<bool, Failure> {
        let texts = self.rendered(format.story);
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return say(&joined(&texts, format)).map(|()| true);
        };
        if !is_folder(path) {
            let written = write_whole(path, &joined(&texts, format), force);
            return written
                .map(|()| true)
                .map_err(|error| not_written(path, &error));
        }
        let mut folder = Folder::open(path, format.extension, force)?;
        let mut written = true;
        for (story, text) in self.stories.iter().zip(&texts) {
            if let Err(failure) = folder.write(&self.name_of(story), text) {
                progress.report(failure.to_string());
                written = false;
            }
        }
        Ok(written)
    }

    /// The name of a story in a directory: that of its first article.
    fn name_of(&self, story: &Story) -> String {
        let first = story
            .articles
            .first()
            .and_then(|&at| self.briefings.get(at));
        let title = first.map_or("", |briefing| {
            briefing.document.article().title.text.as_str()
        });
        format!("story {title}")
    }
}

/// Several stories in one file.
fn joined(texts: &[String], format: &Format) -> String {
    match (format.gathering, texts) {
        (Gathering::Lines, _) => texts.concat(),
        (Gathering::Array, [one]) => one.clone(),
        (Gathering::Array, _) => {
            let items: Vec<&str> = texts.iter().map(|text| text.trim_end()).collect();
            format!("[\n{}\n]\n", items.join(",\n"))
        }
        (Gathering::Pages(_), _) => texts.join("\n"),
    }
}
