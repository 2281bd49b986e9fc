//! Where exported briefings go.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::failure::{Failure, quoted};
use super::progress::Progress;
use crate::briefing::{Briefing, Outline};
use crate::export::{Format, Gathering, Names, WholeFile, write_whole};

/// A briefing on its way out, as far as it could be prepared on a worker.
pub(super) enum Piece {
    /// Ready text, whatever stands around it.
    Text(String),
    /// Ready text that gets a file of its own, named after the headline.
    File(String, String),
    /// Text that depends on what else there is.
    Briefing(Box<Briefing>),
}

/// How a briefing is to look.
#[derive(Clone, Copy)]
pub(super) struct Style<'a> {
    pub format: &'static Format,
    pub outline: &'a Outline,
}

impl Style<'_> {
    /// The briefing as the only one of its file.
    pub(super) fn render(self, briefing: &Briefing) -> String {
        (self.format.render)(briefing, self.outline)
    }
}

/// Where the pieces go.
pub(super) enum Output<'a> {
    Stdout(Gatherer<'a, BufWriter<io::Stdout>>),
    File(PathBuf, Gatherer<'a, WholeFile>),
    Folder(Folder),
}

impl<'a> Output<'a> {
    /// Standard output, a file, or a directory: one that exists or whose name ends in a slash.
    pub(super) fn open(
        path: Option<&Path>,
        style: Style<'a>,
        force: bool,
    ) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            let out = BufWriter::with_capacity(1 << 16, io::stdout());
            return Ok(Self::Stdout(Gatherer::new(out, style)));
        };
        if is_folder(path) {
            return Folder::open(path, style.format.extension, force).map(Self::Folder);
        }
        let file = WholeFile::create(path, force).map_err(|error| not_written(path, &error))?;
        Ok(Self::File(path.to_owned(), Gatherer::new(file, style)))
    }

    /// What a worker can already do for this output.
    pub(super) fn preparation(&self) -> fn(Style<'_>, Briefing) -> Piece {
        let format = match self {
            Self::Stdout(out) => out.style.format,
            Self::File(_, out) => out.style.format,
            Self::Folder(_) => {
                return |style, briefing| {
                    let title = briefing.document.article().title.text.clone();
                    Piece::File(title, style.render(&briefing))
                };
            }
        };
        match format.gathering {
            Gathering::Lines => |style, briefing| Piece::Text(style.render(&briefing)),
            _ => |_, briefing| Piece::Briefing(Box::new(briefing)),
        }
    }

    /// Takes the next piece. Gives whether it could be written where the rest still can.
    pub(super) fn take(
        &mut self,
        piece: Piece,
        caught_up: bool,
        progress: &Progress,
    ) -> Result<bool, Failure> {
        match self {
            Self::Stdout(out) => {
                let taken = out.take(piece);
                let flushed = taken.and_then(|()| if caught_up { out.out.flush() } else { Ok(()) });
                flushed.map_err(|error| Failure::stdout(&error))?;
            }
            Self::File(path, out) => {
                out.take(piece).map_err(|error| not_written(path, &error))?;
            }
            Self::Folder(folder) => {
                if let Err(failure) = folder.take(piece) {
                    progress.report(failure.to_string());
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Ends what was begun. Where nothing came because nothing could be read, nothing is written.
    pub(super) fn finish(self, clean: bool) -> Result<(), Failure> {
        match self {
            Self::Stdout(out) => {
                let finished = out.finish(clean).map(|_| ());
                finished.map_err(|error| Failure::stdout(&error))
            }
            Self::File(path, out) => {
                let finished = out.finish(clean);
                let finished = finished.and_then(|file| file.map_or(Ok(()), WholeFile::finish));
                finished.map_err(|error| not_written(&path, &error))
            }
            Self::Folder(_) => Ok(()),
        }
    }
}

/// Whether a path stands for a directory, that exists or is to be made.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir() || ends_in_slash(path)
}

fn ends_in_slash(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes
        .last()
        .is_some_and(|&last| std::path::is_separator(char::from(last)))
}

/// Says why a file was not written, and what to do about it.
pub(super) fn not_written(path: &Path, error: &io::Error) -> Failure {
    let name = quoted(path);
    let advice = match error.kind() {
        io::ErrorKind::AlreadyExists => "exists already, add '--force' to overwrite it",
        io::ErrorKind::NotFound => {
            "can not be written: its directory does not exist, make it or choose another"
        }
        io::ErrorKind::NotADirectory => {
            "can not be written: what should be its directory is a file, choose another"
        }
        io::ErrorKind::PermissionDenied => {
            "can not be written: its directory is not yours to write in, choose another"
        }
        _ => return Failure::io(&name, error),
    };
    Failure::Failed(format!("{name} {advice}"))
}

/// A directory with a file for each article.
pub(super) struct Folder {
    path: PathBuf,
    extension: &'static str,
    force: bool,
    names: Names,
}

impl Folder {
    pub(super) fn open(path: &Path, extension: &'static str, force: bool) -> Result<Self, Failure> {
        fs::create_dir_all(path).map_err(|error| not_written(path, &error))?;
        Ok(Self {
            path: path.to_owned(),
            extension,
            force,
            names: Names::default(),
        })
    }

    fn take(&mut self, piece: Piece) -> Result<(), Failure> {
        match piece {
            Piece::File(title, text) => self.write(&title, &text),
            _ => Ok(()),
        }
    }

    /// Writes a file under a name made of the title.
    pub(super) fn write(&mut self, title: &str, text: &str) -> Result<(), Failure> {
        let path = self.path.join(self.names.name(title, self.extension));
        write_whole(&path, text, self.force).map_err(|error| not_written(&path, &error))
    }
}

/// One text made of all articles.
pub(super) struct Gatherer<'a, W> {
    out: W,
    style: Style<'a>,
    /// The first article, as long as it may be the only one.
    first: Option<Box<Briefing>>,
    count: usize,
}

impl<'a, W: Write> Gatherer<'a, W> {
    pub(super) fn new(out: W, style: Style<'a>) -> Self {
        Self {
            out,
            style,
            first: None,
            count: 0,
        }
    }

    fn take(&mut self, piece: Piece) -> io::Result<()> {
        self.count += 1;
        match piece {
            Piece::Text(text) | Piece::File(_, text) => self.out.write_all(text.as_bytes()),
            Piece::Briefing(briefing) if self.count == 1 => {
                self.first = Some(briefing);
                Ok(())
            }
            Piece::Briefing(briefing) => {
                if let Some(first) = self.first.take() {
                    self.write_one_of_several(&first, 1)?;
                }
                self.write_one_of_several(&briefing, self.count)
            }
        }
    }

    fn write_one_of_several(&mut self, briefing: &Briefing, number: usize) -> io::Result<()> {
        let is_first = number == 1;
        let (gathering, outline) = (self.style.format.gathering, self.style.outline);
        let text = match gathering {
            Gathering::Lines => self.style.render(briefing),
            Gathering::Array => self.style.render(briefing).trim_end().to_owned(),
            Gathering::Pages(render) => render(briefing, outline, number),
        };
        let before = match gathering {
            Gathering::Array if is_first => "[\n",
            Gathering::Array => ",\n",
            Gathering::Pages(_) if !is_first => "\n",
            _ => "",
        };
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(text.as_bytes())
    }

    /// Writes what is still to be written; nothing comes back when nothing was to be.
    fn finish(mut self, clean: bool) -> io::Result<Option<W>> {
        if self.count == 0 && !clean {
            return Ok(None);
        }
        if let Some(only) = self.first.take() {
            let text = self.style.render(&only);
            self.out.write_all(text.as_bytes())?;
        } else if matches!(self.style.format.gathering, Gathering::Array) {
            let end: &[u8] = if self.count == 0 { b"[]\n" } else { b"\n]\n" };
            self.out.write_all(end)?;
        }
        self.out.flush()?;
        Ok(Some(self.out))
    }
}
