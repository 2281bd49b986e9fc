//! The dependency rule and the size of files, read from the source.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The crates that `Cargo.toml` names, as code writes them.
static DEPENDENCIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let manifest = include_str!("../../Cargo.toml");
    let names = manifest.lines().filter_map(|line| line.split_once(" = "));
    names.map(|(name, _)| name.replace('-', "_")).collect()
});

/// A module, the modules it may name, and the crates it may name besides `std`.
struct Layer {
    name: &'static str,
    modules: &'static [&'static str],
    crates: &'static [&'static str],
}

const LAYERS: &[Layer] = &[
    Layer {
        name: "document",
        modules: &[],
        crates: &["chrono", "memchr"],
    },
    Layer {
        name: "language",
        modules: &[],
        crates: &["foldhash", "serde", "serde_json", "thiserror", "toml"],
    },
    Layer {
        name: "briefing",
        modules: &["document", "language"],
        crates: &["chrono", "serde"],
    },
    Layer {
        name: "source",
        modules: &["document"],
        crates: &[
            "chardetng",
            "chrono",
            "encoding_rs",
            "memchr",
            "pulldown_cmark",
            "serde",
            "serde_json",
            "thiserror",
            "walkdir",
        ],
    },
    Layer {
        name: "analysis",
        modules: &["document", "language", "briefing"],
        crates: &[
            "aho_corasick",
            "chrono",
            "foldhash",
            "frostem",
            "hashbrown",
            "memchr",
            "serde",
            "serde_json",
        ],
    },
    Layer {
        name: "export",
        modules: &["document", "briefing"],
        crates: &[
            "serde",
            "serde_json",
            "tempfile",
            "textwrap",
            "thiserror",
            "unicode_segmentation",
            "unicode_width",
        ],
    },
    Layer {
        name: "ui",
        modules: &["document", "briefing"],
        crates: &[
            "crossbeam_channel",
            "ratatui",
            "rustix",
            "serde",
            "signal_hook",
            "textwrap",
            "thiserror",
            "toml",
            "tui_input",
            "unicode_segmentation",
            "unicode_width",
        ],
    },
    Layer {
        name: "config",
        modules: &["source", "briefing", "analysis", "export", "ui"],
        crates: &["etcetera", "serde", "thiserror", "toml"],
    },
];

/// What only some modules may do: a text that gives it away, and where it may stand.
const RESERVED: &[(&str, &[&str])] = &[
    ("std::fs", &["source", "config", "cli", "export"]),
    ("Local::now", &["cli"]),
    ("Utc::now", &["cli"]),
    ("SystemTime::now", &["cli"]),
    ("process::exit", &["cli"]),
    ("println!", &["cli"]),
];

#[test]
fn a_module_names_only_what_its_layer_may() {
    let mut wrong = Vec::new();
    for layer in LAYERS {
        for (place, line) in lines_of(layer.name) {
            let foreign = names_after(&line, "crate::")
                .find(|name| *name != layer.name && !layer.modules.contains(name));
            if let Some(module) = foreign {
                wrong.push(format!("{place}: {} may not use `{module}`", layer.name));
            }
            if let Some(krate) = used_crates(&line).find(|name| !layer.crates.contains(name)) {
                wrong.push(format!(
                    "{place}: {} may not use the crate `{krate}`",
                    layer.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_screen_and_clock_are_touched_only_where_they_may_be() {
    let mut wrong = Vec::new();
    for name in modules() {
        for (text, allowed) in RESERVED {
            let lines = lines_of(&name)
                .into_iter()
                .filter(|(_, line)| line.contains(text));
            for (place, _) in lines.filter(|_| !allowed.contains(&name.as_str())) {
                wrong.push(format!("{place}: {name} may not use `{text}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_a_rule() {
    let mut ruled: Vec<&str> = LAYERS.iter().map(|layer| layer.name).collect();
    ruled.extend(["cli", "lib", "main"]);
    let stray: Vec<String> = modules()
        .into_iter()
        .filter(|name| !ruled.contains(&name.as_str()))
        .collect();
    assert!(stray.is_empty(), "no rule in LAYERS for {stray:?}");
}

#[test]
fn no_file_is_too_long_to_read_in_one_sitting() {
    const MOST_LINES: usize = 400;
    let mut wrong = Vec::new();
    for name in modules() {
        for path in files_of(&name) {
            let lines = code_of(&path).lines().count();
            if lines > MOST_LINES {
                wrong.push(format!("{} has {lines} lines, split it", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_test_file_is_part_of_the_suite() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let main = fs::read_to_string(folder.join("main.rs")).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let rust = path.extension().is_some_and(|extension| extension == "rs");
        if rust && stem != "main" {
            assert!(
                main.contains(&format!("mod {stem};")),
                "{stem}.rs is not in main.rs"
            );
        }
    }
}

/// The lines of code of a module, without its tests, each with its place.
fn lines_of(module: &str) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for path in files_of(module) {
        for (at, line) in code_of(&path).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            lines.push((format!("{}:{}", path.display(), at + 1), code.to_owned()));
        }
    }
    lines
}

fn code_of(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let end = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    text[..end].to_owned()
}

fn names_after<'a>(line: &'a str, prefix: &str) -> impl Iterator<Item = &'a str> {
    line.match_indices(prefix)
        .map(move |(at, _)| identifier(&line[at + prefix.len()..]))
}

/// The crate of a `use` line; none for `std` and for paths inside this crate.
/// The crates that a line names in a path, be it in a `use` or where something of theirs stands.
fn used_crates(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    let ends = code.match_indices("::").map(|(at, _)| at);
    let names = ends.filter_map(move |end| {
        let start = code[..end].rfind(|c: char| !c.is_alphanumeric() && c != '_');
        let start = start.map_or(0, |at| at + 1);
        let root = !code[..start].ends_with("::");
        root.then(|| &code[start..end])
    });
    names.filter(|name| DEPENDENCIES.contains(*name))
}

fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

/// The names of the modules at the top of `src`.
fn modules() -> Vec<String> {
    let entries = fs::read_dir(source_folder()).unwrap();
    let paths = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file());
    paths
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect()
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files_of(module: &str) -> Vec<PathBuf> {
    let mut files = vec![source_folder().join(module).with_extension("rs")];
    let mut folders = vec![source_folder().join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files
}
