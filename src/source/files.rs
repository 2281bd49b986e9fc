//! Files, directories and standard input.

mod others;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use self::others::Others;
use super::fault::Problem;
use super::{FORMATS, Fault, Format, Loaded, Note, Place};

/// The largest file that is read: 64 MiB, some ten thousand articles.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

pub(super) fn load(path: &Path, format: Option<&Format>) -> Loaded {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => load_directory(path, format),
        Ok(_) => load_file(path, format),
        Err(error) => Err(Fault::new(&Place::of_path(path), problem_of(&error))).into(),
    }
}

pub(super) fn load_stdin(format: Option<&Format>) -> Loaded {
    load_reader(io::stdin().lock(), &Place::new("-"), format, None)
}

fn load_file(path: &Path, format: Option<&Format>) -> Loaded {
    let place = Place::of_path(path);
    match File::open(path) {
        Ok(file) => load_reader(file, &place, format, promised_format(path)),
        Err(error) => Err(Fault::new(&place, problem_of(&error))).into(),
    }
}

fn load_reader(
    reader: impl Read,
    place: &Place,
    asked: Option<&Format>,
    promised: Option<&Format>,
) -> Loaded {
    match read(reader) {
        Ok(bytes) => super::parse_promised(&bytes, place, asked, promised),
        Err(problem) => Err(Fault::new(place, problem)).into(),
    }
}

/// Reads to the end, but never more than the limit: a device may have no end.
fn read(reader: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read = reader.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
    match read {
        Ok(size) if size as u64 > MAX_FILE_BYTES => Err(Problem::FileTooLarge(MAX_FILE_BYTES)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(problem_of(&error)),
    }
}

fn load_directory(path: &Path, format: Option<&Format>) -> Loaded {
    let mut loaded = Loaded::default();
    let (mut known, mut others) = (0, Others::default());
    for found in files_below(path) {
        match found {
            Ok(file) if format.is_some() || promised_format(&file).is_some() => {
                known += 1;
                loaded.append(load_file(&file, format));
            }
            Ok(file) => others.add(&file),
            Err(fault) => loaded.faults.push(fault),
        }
    }
    let place = Place::of_path(path);
    if known == 0 && loaded.faults.is_empty() {
        let problem = Problem::NothingKnown(known_endings());
        loaded.faults.push(Fault::new(&place, problem));
    } else if let Some(words) = others.words() {
        loaded.notes.push(Note::new(&place, words));
    }
    loaded
}

/// The plain files below a directory in the order of their names, each once, however many links
/// lead to it. Links that lead back up are not followed.
fn files_below(root: &Path) -> impl Iterator<Item = Result<PathBuf, Fault>> {
    let mut seen = HashSet::new();
    let walk = WalkDir::new(root).follow_links(true).sort_by_file_name();
    let entries = walk.into_iter().filter_entry(move |entry| {
        let hidden = entry.depth() > 0 && is_hidden(entry);
        !hidden && fs::canonicalize(entry.path()).is_ok_and(|real| seen.insert(real))
    });
    let root = root.to_owned();
    entries.filter_map(move |entry| match entry {
        Ok(entry) => entry.file_type().is_file().then(|| Ok(entry.into_path())),
        Err(error) if is_harmless(&error) => None,
        Err(error) => {
            let place = Place::of_path(error.path().unwrap_or(&root));
            let problem = error.io_error().map_or(Problem::Missing, problem_of);
            Some(Err(Fault::new(&place, problem)))
        }
    })
}

/// A link that leads back up, or one that leads nowhere and promised no article.
fn is_harmless(error: &walkdir::Error) -> bool {
    let promised = error.path().and_then(promised_format).is_some();
    let missing = error
        .io_error()
        .is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
    error.loop_ancestor().is_some() || missing && !promised
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn promised_format(path: &Path) -> Option<&'static Format> {
    Format::of_extension(path.extension()?.to_str()?)
}

fn known_endings() -> String {
    let endings = FORMATS.iter().flat_map(|format| format.extensions);
    let endings: Vec<String> = endings.map(|ending| format!("'.{ending}'")).collect();
    endings.join(", ")
}

fn problem_of(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::Missing,
        _ => Problem::Unreadable(error.to_string().to_lowercase()),
    }
}
