use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use crate::source::clean::clean_line;

/// A note names at most so many endings.
const MOST_NAMED: usize = 5;

/// The files of a directory whose names promise no format that is known.
#[derive(Default)]
pub(super) struct Others {
    /// How many there are of each ending, in lower case and as it is told.
    counts: BTreeMap<String, usize>,
}

impl Others {
    pub(super) fn add(&mut self, file: &Path) {
        let ending = file.extension().map(|ending| ending.to_string_lossy());
        let told = match ending {
            Some(ending) => format!("'.{}'", clean_line(&ending.to_lowercase())),
            None => "without an ending".to_owned(),
        };
        *self.counts.entry(told).or_default() += 1;
    }

    /// What there is to say of them; nothing when there are none.
    pub(super) fn words(&self) -> Option<String> {
        let all: usize = self.counts.values().sum();
        let files = match all {
            0 => return None,
            1 => "1 file in it is not read".to_owned(),
            _ => format!("{all} files in it are not read"),
        };
        Some(format!(
            "{files} ({}); the known endings are {}; give a text with another by its own name, and read web \
             pages, feeds and JSON that is not one object a line with '--from text'",
            self.kinds(),
            super::known_endings()
        ))
    }

    /// "3 '.html', 1 '.rss', 1 without an ending", the most frequent first.
    fn kinds(&self) -> String {
        let mut counts: Vec<(&String, &usize)> = self.counts.iter().collect();
        counts.sort_by_key(|&(_, &count)| Reverse(count));
        let rest = counts.split_off(counts.len().min(MOST_NAMED));
        let mut kinds: Vec<String> = counts
            .iter()
            .map(|(ending, count)| format!("{count} {ending}"))
            .collect();
        let more: usize = rest.iter().map(|&(_, count)| count).sum();
        if more > 0 {
            kinds.push(format!("{more} more"));
        }
        kinds.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], expected: Option<&str>) {
        let mut others = Others::default();
        for name in names {
            others.add(Path::new(name));
        }
        let words = others.words();
        let told = words.as_deref().and_then(|words| words.split(';').next());
        assert_eq!(told, expected);
    }

    #[test]
    fn the_most_frequent_ending_is_told_first() {
        check(&[], None);
        check(&["a.PNG"], Some("1 file in it is not read (1 '.png')"));
        check(
            &["a.html", "b", "c.HTML"],
            Some("3 files in it are not read (2 '.html', 1 without an ending)"),
        );
    }

    #[test]
    fn many_endings_are_not_all_told() {
        let names: Vec<String> = (0..9).map(|number| format!("a.x{number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        check(
            &names,
            Some(
                "9 files in it are not read (1 '.x0', 1 '.x1', 1 '.x2', 1 '.x3', 1 '.x4', 4 more)",
            ),
        );
    }
}
