//! Articles in every shape, from bytes to [`Article`].
//!
//! Beside each file of `tests/corpus` stands what it must load to, as `NAME.loaded`.
//! `UPDATE_GOLDEN=1 cargo test --test suite loading` writes these; read the difference before you
//! commit it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use nutgraf::document::Article;
use nutgraf::source::{Format, Input, Loaded, MAX_FILE_BYTES, Place, load, parse};
use proptest::prelude::*;

#[test]
fn each_file_of_the_corpus_loads_to_what_stands_beside_it() {
    let mut wrong = Vec::new();
    let files = corpus();
    assert!(files.len() >= 20);
    for file in files {
        let golden = PathBuf::from(format!("{}.loaded", file.display()));
        let found = show(&load(&[Input::Path(file.clone())], None));
        let found = found.replace(&format!("{}/", folder().display()), "");
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, found).unwrap();
        } else if fs::read_to_string(&golden).ok().as_deref() != Some(found.as_str()) {
            wrong.push(format!("{}:\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_markdown_file_may_begin_and_end_with_a_tag() {
    let folder = tempfile::tempdir().unwrap();
    let text = "<p align=\"center\">A picture</p>\n\n# Ferry sinks\n\nNine died.\n\n<sub>A credit.</sub>\n";
    let load = |name: &str| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        load(&[Input::Path(file)], None)
    };
    let loaded = load("a.md");
    assert_eq!(loaded.faults, []);
    assert_eq!(loaded.articles[0].title.text, "Ferry sinks");
    assert_eq!(load("a.txt").faults.len(), 1);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn corpus() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_none_or(|ending| ending != "loaded"));
    files.sort();
    files
}

fn show(loaded: &Loaded) -> String {
    let mut out = String::new();
    for article in &loaded.articles {
        show_article(article, &mut out);
    }
    for fault in &loaded.faults {
        let _ = writeln!(out, "fault: {fault}");
    }
    out
}

fn show_article(article: &Article, out: &mut String) {
    let derived = if article.title.derived {
        " (derived)"
    } else {
        ""
    };
    let _ = writeln!(
        out,
        "id: {}\ntitle{derived}: {}",
        article.id, article.title.text
    );
    let published = article.published.as_ref().map(|published| {
        let date = published
            .date
            .map_or("unknown".to_owned(), |date| date.to_string());
        format!("{} = {date}", published.text)
    });
    let source = Some(article.source.clone());
    let fields = [
        ("deck", &article.deck),
        ("byline", &article.byline),
        ("dateline", &article.dateline),
        ("published", &published),
        ("source", &source),
        ("url", &article.url),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    }
    for line in article.text.split('\n') {
        let _ = writeln!(out, "| {line}");
    }
    out.push('\n');
}

/// Loads a directory of these files and shows where its articles came from, and its faults.
#[track_caller]
fn check_directory(prepare: impl Fn(&Path), expected: &[&str]) {
    let directory = tempfile::tempdir().unwrap();
    prepare(directory.path());
    let loaded = load(&[Input::Path(directory.path().to_owned())], None);
    let ids = loaded.articles.iter().map(|article| article.id.clone());
    let faults = loaded.faults.iter().map(ToString::to_string);
    let root = directory.path().display().to_string();
    let found: Vec<String> = ids
        .chain(faults)
        .map(|line| line.replace(&root, "ROOT"))
        .collect();
    assert_eq!(found, expected);
}

fn write(root: &Path, name: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, "Nine died.\n").unwrap();
}

#[test]
fn a_directory_is_read_in_the_order_of_names_and_only_known_formats() {
    check_directory(
        |root| {
            for name in [
                "b.TXT",
                "a/z.md",
                "a/b.txt",
                "c.png",
                ".git/x.txt",
                ".hidden.txt",
                "d",
            ] {
                write(root, name);
            }
        },
        &["ROOT/a/b.txt", "ROOT/a/z.md", "ROOT/b.TXT"],
    );
}

#[test]
fn a_directory_without_articles_says_so() {
    check_directory(
        |root| write(root, "a.png"),
        &[
            "ROOT: no file in it has a known ending; the known ones are '.txt', '.text', '.md', '.markdown', '.jsonl', '.ndjson'",
        ],
    );
}

#[test]
fn a_broken_file_does_not_lose_the_others() {
    check_directory(
        |root| {
            write(root, "a.txt");
            fs::write(root.join("b.txt"), [0; 64]).unwrap();
            write(root, "c.txt");
        },
        &[
            "ROOT/a.txt",
            "ROOT/c.txt",
            "ROOT/b.txt: it holds 64 control bytes among 64 and is not text; give a file of text",
        ],
    );
}

#[cfg(unix)]
#[test]
fn links_in_circles_are_harmless_and_files_are_read_once() {
    use std::os::unix::fs::symlink;
    check_directory(
        |root| {
            write(root, "a/b.txt");
            symlink(root, root.join("a/up")).unwrap();
            symlink(root.join("a"), root.join("again")).unwrap();
            symlink(root.join("a/b.txt"), root.join("b.txt")).unwrap();
            symlink(root.join("gone"), root.join("nowhere")).unwrap();
        },
        &["ROOT/a/b.txt"],
    );
}

#[cfg(unix)]
#[test]
fn doubling_links_do_not_multiply_the_work() {
    use std::os::unix::fs::symlink;
    check_directory(
        |root| {
            for level in 0..30 {
                write(root, &format!("{level}/a.txt"));
                let next = root.join((level + 1).to_string());
                symlink(&next, root.join(format!("{level}/x"))).unwrap();
                symlink(&next, root.join(format!("{level}/y"))).unwrap();
            }
            for level in 1..30 {
                fs::remove_file(root.join(format!("{level}/a.txt"))).unwrap();
            }
            fs::create_dir(root.join("30")).unwrap();
        },
        &["ROOT/0/a.txt"],
    );
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("large.txt");
    fs::File::create(&path)
        .unwrap()
        .set_len(MAX_FILE_BYTES + 1)
        .unwrap();
    let loaded = load(&[Input::Path(path.clone())], None);
    let message = "it is larger than 64 MiB; split it, or send JSON Lines through 'nutgraf export --from jsonl'";
    assert_eq!(
        loaded.faults[0].to_string(),
        format!("{}: {message}", path.display())
    );
}

#[test]
fn a_path_that_does_not_exist_is_named_without_its_escapes() {
    let loaded = load(&[Input::Path("no\u{1b}[31mwhere.txt".into())], None);
    assert_eq!(
        loaded.faults[0].to_string(),
        "nowhere.txt: there is no such file or directory; check the path, or give '-' for standard input"
    );
}

#[test]
fn a_given_format_decides_over_the_name() {
    let markdown = Format::of_name("markdown");
    let loaded = load(&[Input::Path(folder().join("sniffed-markdown"))], markdown);
    assert_eq!(loaded.articles.len(), 1);
    let text = Format::of_name("text");
    let loaded = load(&[Input::Path(folder().join("headings.md"))], text);
    assert!(loaded.articles[0].title.text.starts_with("# "));
}

fn shapes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "---\n",
        "title: ",
        "nutgraf: briefing/1\n",
        "nutgraf: briefings/1\n",
        "- id: 7\n",
        "<!DOCTYPE html>",
        "<p>",
        "Home | World | Sport\n",
        "BREAKING NEWS\n",
        "[{",
        "# ",
        "## Article\n",
        "By Mara Quist",
        "\n",
        "\n\n",
        "PORT HALDEN",
        " — ",
        "(",
        ")",
        "4 March 2026",
        " | ",
        "{\"text\":",
        "\"Nine died.\"",
        "}",
        "    ",
        "Nine people died in the bay on Tuesday.",
        "-",
        "\r",
        "\t",
        "\u{1b}[",
        "“",
        "é",
        "- ",
        "```",
        "<a id=\"p1\"></a>",
        "Published ",
        "Title: ",
        ",",
        "\u{feff}",
        "\0",
        "&amp;",
        "\\",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #[test]
    fn no_bytes_make_loading_panic(
        bytes in prop_oneof![prop::collection::vec(any::<u8>(), 0..400), shapes()],
        format in prop::sample::select(vec!["text", "markdown", "jsonl", ""]),
    ) {
        let loaded = parse(&bytes, &Place::new("-"), Format::of_name(format));
        for article in &loaded.articles {
            prop_assert!(!article.text.trim().is_empty());
            prop_assert!(!article.text.contains(|c: char| c.is_control() && c != '\n'));
            prop_assert!(!article.title.text.contains(char::is_control));
        }
        prop_assert!(!loaded.articles.is_empty() || !loaded.faults.is_empty());
    }

    #[test]
    fn loading_what_was_loaded_changes_nothing_more(bytes in shapes()) {
        for article in parse(&bytes, &Place::new("-"), None).articles {
            let line = serde_json::json!({ "text": article.text }).to_string();
            let again = parse(line.as_bytes(), &Place::new("-"), Format::of_name("jsonl"));
            prop_assert_eq!(&again.articles[0].text, &article.text);
        }
    }
}
