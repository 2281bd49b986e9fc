//! Golden files: small cases with a mark under each span that was found.
//!
//! ```text
//! # a case begins with its name
//! @ published 2026-03-04
//! | A line of text is a paragraph.
//! :   ^^^^ what was found there, and what is known of it
//! ```
//!
//! `@` sets a field of the article (`published`, `title`), `|` is a paragraph, `:` is an answer. The
//! answers are worked out anew and must equal those of the file. `UPDATE_GOLDEN=1 cargo test golden`
//! writes them; read the difference before you commit it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use nutgraf::analysis::{Options, brief};
use nutgraf::briefing::{Briefing, Figure, Quote};
use nutgraf::document::{Article, Published, Span, Title};
use nutgraf::language::Lexicon;
use unicode_width::UnicodeWidthStr;

/// A span and what is said of it.
type Note = (Span, String);

#[test]
fn quotes() {
    check_folder("quotes", 120, |briefing| {
        let notes = briefing
            .quotes
            .iter()
            .map(|quote| (quote.span, describe_quote(briefing, quote)));
        notes.collect()
    });
}

#[test]
fn figures() {
    check_folder("figures", 150, |briefing| {
        let notes = briefing.figures.iter();
        let notes = notes.map(|figure| (figure.span, describe_figure(briefing, figure)));
        notes.collect()
    });
}

#[test]
fn sentences() {
    check_folder("sentences", 60, |briefing| {
        let spans = briefing.document.sentences().iter().map(|found| found.span);
        let notes = spans.enumerate();
        notes.map(|(at, span)| (span, at.to_string())).collect()
    });
}

#[test]
fn summary() {
    check_folder("summary", 10, |briefing| {
        let slice = |span| briefing.document.slice(span);
        let notes = briefing.summary.iter().map(|line| {
            let name = line
                .stands_for
                .map(|(_, name)| format!(" [{}]", slice(name)));
            let note = format!("{}{}", line.rank, name.unwrap_or_default());
            (line.span, note)
        });
        notes.collect()
    });
}

#[test]
fn sections() {
    check_folder("sections", 20, |briefing| {
        let sentences = briefing.document.sentences().iter().zip(&briefing.labels);
        let notes = sentences.map(|(sentence, label)| {
            let name = label.kind.map_or("none", |kind| kind.name());
            (sentence.span, name.to_owned())
        });
        notes.collect()
    });
}

/// `direct 0: Mara Quist (she), cue said`; the number is the quote's group.
fn describe_quote(briefing: &Briefing, quote: &Quote) -> String {
    let slice = |span| briefing.document.slice(span);
    let mut out = format!("{} {}: ", quote.kind.name(), quote.group);
    match &quote.speaker {
        Some(speaker) if speaker.name == speaker.mention => out.push_str(slice(speaker.name)),
        Some(speaker) => {
            let _ = write!(out, "{} ({})", slice(speaker.name), slice(speaker.mention));
        }
        None => out.push_str("unknown"),
    }
    if let Some(cue) = quote.cue {
        let _ = write!(out, ", cue {}", slice(cue));
    }
    if let Some(via) = &quote.via {
        let _ = write!(out, ", via {}", slice(via.name));
    }
    out
}

/// `at least 31 killed: people, by the ministry, as of 2026-03-04`.
fn describe_figure(briefing: &Briefing, figure: &Figure) -> String {
    let slice = |span| briefing.document.slice(span);
    let (low, high) = (figure.value.low(), figure.value.high());
    let mut out = String::new();
    if figure.negated {
        out.push_str("no: ");
    }
    if let Some(qualifier) = figure.qualifier {
        let _ = write!(out, "{} ", qualifier.kind.name());
    }
    if low.total_cmp(&high).is_eq() {
        let _ = write!(out, "{low}");
    } else {
        let _ = write!(out, "{low} to {high}");
    }
    if let Some(unit) = &figure.unit {
        let _ = write!(out, " {unit}");
    }
    let _ = write!(out, ", {}", figure.role.name());
    if let Some(counted) = figure.counted {
        let _ = write!(out, ", of {}", slice(counted));
    }
    if let Some(change) = figure.change {
        let _ = write!(out, ", {}", change.direction.name());
        if let Some(from) = change.from {
            let _ = write!(out, " from {from}");
        }
    }
    if let Some(whole) = figure.part_of {
        let _ = write!(out, ", part of {}", slice(briefing.figures[whole].span));
    }
    if let Some(claimant) = figure.claimed_by {
        let unknown = if claimant.known { "" } else { "unknown " };
        let _ = write!(out, ", by {unknown}{}", slice(claimant.name));
    }
    if let Some(day) = figure.as_of {
        let _ = write!(out, ", as of {day}");
    }
    if let Some(event) = figure.event {
        let _ = write!(out, ", of the event {}", slice(event));
    }
    if let Some(later) = figure.superseded_by {
        let _ = write!(
            out,
            ", superseded by {}",
            slice(briefing.figures[later].span)
        );
    }
    out
}

fn check_folder(part: &str, fewest: usize, find: impl Fn(&Briefing) -> Vec<Note>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(part);
    let mut cases = 0;
    let mut wrong = Vec::new();
    for path in files_of(&folder) {
        let old = fs::read_to_string(&path).unwrap();
        let mut new = String::new();
        for case in old.split("\n\n").filter(|case| !case.trim().is_empty()) {
            cases += 1;
            new.push_str(&answer(case, &find));
            new.push('\n');
        }
        let new = format!("{}\n", new.trim_end());
        if new == old {
            continue;
        }
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, new).unwrap();
        } else {
            wrong.push(difference(&path, &old, &new));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        cases >= fewest,
        "{part} has {cases} cases, it should have {fewest}"
    );
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "golden")
    });
    files.sort();
    files
}

/// The case with its answers worked out anew.
fn answer(case: &str, find: &impl Fn(&Briefing) -> Vec<Note>) -> String {
    let briefing = brief(article_of(case), Lexicon::english(), &Options::default());
    let mut notes = find(&briefing);
    notes.sort_by_key(|(span, _)| *span);
    let mut paragraphs = briefing.document.paragraphs().iter();
    let mut out = String::new();
    for line in case
        .lines()
        .filter(|line| !line.starts_with(':') && !line.is_empty())
    {
        out.push_str(line);
        out.push('\n');
        if !line.starts_with('|') {
            continue;
        }
        let paragraph = *paragraphs.next().expect("each '|' line is a paragraph");
        for (span, note) in notes.iter().filter(|(span, _)| span.overlaps(paragraph)) {
            let span = span.overlap(paragraph);
            let before = briefing
                .document
                .slice(Span::new(paragraph.start(), span.start()));
            let marks = "^".repeat(briefing.document.slice(span).width());
            let _ = writeln!(out, ": {}{marks} {note}", " ".repeat(before.width()));
        }
    }
    out
}

fn article_of(case: &str) -> Article {
    let mut article = Article::default();
    let mut text = Vec::new();
    for line in case.lines() {
        if let Some(paragraph) = line.strip_prefix("| ") {
            text.push(paragraph);
        } else if let Some(day) = line.strip_prefix("@ published ") {
            let date = day.parse().expect("a day, such as 2026-03-04");
            article.published = Some(Published {
                text: day.to_owned(),
                date: Some(date),
            });
        } else if let Some(title) = line.strip_prefix("@ title ") {
            article.title = Title {
                text: title.to_owned(),
                derived: false,
            };
        }
    }
    article.text = text.join("\n\n");
    article
}

/// The first case that differs, as it was and as it is.
fn difference(path: &Path, old: &str, new: &str) -> String {
    let pairs = old.split("\n\n").zip(new.split("\n\n"));
    let mut differing = pairs.filter(|(old, new)| old.trim() != new.trim());
    let Some((was, is)) = differing.next() else {
        return format!("{}: only white space differs", path.display());
    };
    let more = differing.count();
    format!(
        "{}, and {more} more cases: should be\n{was}\nbut is\n{is}\n",
        path.display()
    )
}
