//! Files that are written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file that comes to be, or takes the place of another, only when it is finished.
#[derive(Debug)]
pub struct WholeFile {
    path: PathBuf,
    overwrite: bool,
    target: Target,
}

#[derive(Debug)]
enum Target {
    /// A nameless neighbour of the file, which gets its name at the end.
    Neighbour(BufWriter<NamedTempFile>),
    /// A pipe or device, which has no content to lose.
    Device(BufWriter<File>),
}

impl WholeFile {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// `AlreadyExists` when there is one of this name and `overwrite` is not set; otherwise what the
    /// system says.
    pub fn create(path: &Path, overwrite: bool) -> io::Result<Self> {
        let found = fs::metadata(path).ok();
        let is_device = found
            .as_ref()
            .is_some_and(|found| !found.is_file() && !found.is_dir());
        let target = if is_device {
            Target::Device(BufWriter::new(OpenOptions::new().write(true).open(path)?))
        } else if found.is_some() && !overwrite {
            return Err(io::ErrorKind::AlreadyExists.into());
        } else {
            Target::Neighbour(BufWriter::new(neighbour(path, found.as_ref())?))
        };
        Ok(Self {
            path: real(path),
            overwrite,
            target,
        })
    }

    /// Puts the file in its place, its bytes safe on the disk.
    ///
    /// # Errors
    ///
    /// `AlreadyExists` when a file of this name has come to be in the meantime and was not to be
    /// overwritten; otherwise what the system says. The file is then as it was before.
    pub fn finish(self) -> io::Result<()> {
        match self.target {
            Target::Device(mut device) => device.flush(),
            Target::Neighbour(file) => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                let named = if self.overwrite {
                    file.persist(&self.path)
                } else {
                    file.persist_noclobber(&self.path)
                };
                named.map_err(|error| error.error)?;
                sync_directory(&self.path);
                Ok(())
            }
        }
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.target {
            Target::Neighbour(file) => file.write(bytes),
            Target::Device(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.target {
            Target::Neighbour(file) => file.flush(),
            Target::Device(file) => file.flush(),
        }
    }
}

/// Writes a file that has one content.
///
/// # Errors
///
/// As [`WholeFile::create`] and [`WholeFile::finish`].
pub fn write_whole(path: &Path, content: &str, overwrite: bool) -> io::Result<()> {
    let mut file = WholeFile::create(path, overwrite)?;
    file.write_all(content.as_bytes())?;
    file.finish()
}

/// The file behind a link, so that overwriting leaves the link.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn neighbour(path: &Path, replaced: Option<&fs::Metadata>) -> io::Result<NamedTempFile> {
    if replaced.is_some_and(fs::Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let path = real(path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".nutgraf-");
    #[cfg(unix)]
    builder.permissions(permissions(replaced));
    builder.tempfile_in(directory(&path))
}

/// Those of the file replaced, or those of any new file; a temporary file would be its owner's only.
#[cfg(unix)]
fn permissions(replaced: Option<&fs::Metadata>) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;

    let new_file = || fs::Permissions::from_mode(0o666);
    replaced.map_or_else(new_file, fs::Metadata::permissions)
}

fn directory(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| *parent != Path::new(""));
    parent.unwrap_or(Path::new("."))
}

/// Makes the new name as safe as the bytes. Where the system can not do that it is done enough.
fn sync_directory(path: &Path) {
    if cfg!(unix) {
        let _ = File::open(directory(path)).and_then(|directory| directory.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn an_existing_file_stays_unless_it_is_to_be_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        write_whole(&path, "one", false).unwrap();
        let error = write_whole(&path, "two", false).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(read(&path), "one");
        write_whole(&path, "two", true).unwrap();
        assert_eq!(read(&path), "two");
    }

    #[test]
    fn an_unfinished_file_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        let mut file = WholeFile::create(&path, false).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_that_came_to_be_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        let file = WholeFile::create(&path, false).unwrap();
        fs::write(&path, "theirs").unwrap();
        let error = file.finish().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(read(&path), "theirs");
    }

    #[test]
    #[cfg(unix)]
    fn overwriting_leaves_a_link_and_the_permissions() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.md"), folder.path().join("link"));
        fs::write(&path, "one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        write_whole(&link, "two", true).unwrap();
        assert_eq!(read(&path), "two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }
}
