//! Turns the word lists and weights of `assets` into JSON.
//!
//! They are written by hand as TOML, which tells reasons and lines; the program reads them at every start, and
//! JSON is read many times as fast.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// The folders of such files, below `assets`, and files of their own.
const FOLDERS: &[&str] = &["lexicon/en", "figures/en", ""];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for folder in FOLDERS {
        let from = Path::new("assets").join(folder);
        let to = Path::new(&out).join(folder);
        println!("cargo::rerun-if-changed={}", from.display());
        fs::create_dir_all(&to)?;
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                convert(&path, &to)?;
            }
        }
    }
    Ok(())
}

/// Writes one file as JSON into a folder, under its own name.
fn convert(path: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let table: toml::Table = text
        .parse()
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.with_extension("json");
    let name = name.file_name().ok_or("a file without a name")?;
    fs::write(to.join(name), serde_json::to_string(&table)?)?;
    Ok(())
}
