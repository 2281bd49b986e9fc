use super::popup_sheet;
use crate::briefing::{Claimant, Figure, Label, Quote, Side, grouped};
use crate::document::{Document, Span};
use crate::ui::app::App;
use crate::ui::panes::{Pane, Told, section_look};
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;
use crate::ui::view::View;

/// Why the thing that the focus is on is as it is: the section of a sentence, the speaker of a
/// quote, the claimant of a figure.
pub(in crate::ui) fn why(app: &App, width: u16) -> Sheet {
    let mut sheet = popup_sheet(width);
    if write_why(&mut sheet, app).is_none() {
        words(&mut sheet, "nothing is selected", ThemeRole::Dim);
    }
    sheet.finish()
}

fn write_why(sheet: &mut Sheet, app: &App) -> Option<()> {
    let view = app.view()?;
    match app.focus {
        Pane::Text => {
            let byte = view.marks.first()?.start();
            write_sentence(sheet, view, view.briefing.document.sentence_at(byte)?)
        }
        Pane::Summary => {
            let line = view.briefing.summary.get(app.subject()?)?;
            write_sentence(sheet, view, line.sentence)
        }
        Pane::Quotes => {
            let quote = view.briefing.quotes.get(app.subject()?)?;
            write_quote(sheet, view, quote);
            Some(())
        }
        Pane::Figures => {
            let figure = view.briefing.figures.get(app.subject()?)?;
            write_figure(sheet, view, figure);
            Some(())
        }
        Pane::Articles => None,
        Pane::Story => write_told(sheet, app),
    }
}

/// Why a line or a figure of the story is as it is in its article.
fn write_told(sheet: &mut Sheet, app: &App) -> Option<()> {
    match app.told()? {
        Told::Article(_) => None,
        Told::Line(article, line) => write_sentence(sheet, app.view_at(article)?, line.sentence),
        Told::Figure(article, index) => {
            let view = app.view_at(article)?;
            write_figure(sheet, view, view.briefing.figures.get(index)?);
            Some(())
        }
    }
}

fn words(sheet: &mut Sheet, words: &str, role: ThemeRole) {
    let start = sheet.pen();
    sheet.write(words, role);
    sheet.flow(start, 0, 0);
}

/// The columns for the name of a fact.
const FACT: u16 = 12;

/// In fewer columns the name of a fact stands before it and not beside it.
const NARROW: u16 = 3 * FACT;

/// A fact on a row of its own: its name, then what it is.
fn fact(sheet: &mut Sheet, name: &str, value: &str, role: ThemeRole) {
    let start = sheet.pen();
    if sheet.width() < NARROW {
        sheet.write(&format!("{name}: "), ThemeRole::Dim);
        sheet.write(value, role);
        sheet.flow(start, 0, 0);
        return;
    }
    sheet.write(value, role);
    let rows = sheet.flow(start, FACT, 0);
    let name = sheet.write(&format!(" {name}"), ThemeRole::Dim);
    if let Some(row) = sheet.row_mut(rows.start) {
        row.gutter = Some(name);
    }
}

fn write_sentence(sheet: &mut Sheet, view: &View, sentence: usize) -> Option<()> {
    let label = view.briefing.labels.get(sentence)?;
    let start = sheet.pen();
    match label.kind {
        Some(kind) => sheet.write(kind.title(), section_look(kind)),
        None => sheet.write("Not part of the report", ThemeRole::Heading),
    };
    if let Some(second) = label.runner_up {
        let note = format!("  ahead of {}", second.name());
        sheet.write(&note, ThemeRole::Dim);
    }
    if label.unsure {
        sheet.write("  (too close to be sure)", ThemeRole::Dim);
    }
    sheet.flow(start, 0, 0);
    let sides = label.sides(&view.briefing.cues);
    for side in &sides {
        write_side(sheet, label, side);
    }
    if sides.is_empty() {
        sheet.blank();
        words(sheet, "no cue spoke for it", ThemeRole::Dim);
    }
    Some(())
}

/// The columns for the weight of a cue.
const WEIGHT: u16 = 7;

/// The cues that pull one way, under what they speak for.
fn write_side(sheet: &mut Sheet, label: &Label, side: &Side<'_>) {
    sheet.blank();
    let start = sheet.pen();
    sheet.write(
        if side.favours { "for " } else { "against " },
        ThemeRole::Dim,
    );
    let (name, look) = match side.kind {
        Some(kind) => (kind.name(), section_look(kind)),
        None => ("leaving it out", ThemeRole::Heading),
    };
    sheet.write(name, look);
    if side.kind.is_some() && side.kind == label.runner_up {
        sheet.write(", the runner-up", ThemeRole::Dim);
    }
    sheet.line(start, 0);
    for reason in &side.reasons {
        let start = sheet.pen();
        sheet.write(&reason.cue.replace('_', " "), ThemeRole::Text);
        if !reason.why.is_empty() {
            sheet.write(&format!("  {}", reason.why), ThemeRole::Dim);
        }
        let rows = sheet.flow(start, WEIGHT, 0);
        let weight = sheet.write(&format!("{:+6.2}", reason.weight), ThemeRole::Figure);
        if let Some(row) = sheet.row_mut(rows.start) {
            row.gutter = Some(weight);
        }
    }
}

fn write_quote(sheet: &mut Sheet, view: &View, quote: &Quote) {
    let slice = |span: Span| view.briefing.document.slice(span);
    let Some(speaker) = &quote.speaker else {
        words(sheet, "Unknown speaker", ThemeRole::Heading);
        let note = "the text does not say surely enough who said it";
        words(sheet, note, ThemeRole::Dim);
        return;
    };
    if speaker.known {
        words(sheet, slice(speaker.name), ThemeRole::Speaker);
    } else {
        words(sheet, "Unknown speaker", ThemeRole::Heading);
    }
    sheet.blank();
    let mention = slice(speaker.mention);
    if mention != slice(speaker.name) || !speaker.known {
        let who = if speaker.known {
            slice(speaker.name)
        } else {
            "unknown"
        };
        let words = format!("“{mention}” → {who}");
        fact(sheet, "called", &words, ThemeRole::Text);
    }
    if let Some(cue) = quote.cue {
        fact(sheet, "cue", slice(cue), ThemeRole::Text);
    }
    for step in &speaker.how {
        fact(sheet, "because", step, ThemeRole::Text);
    }
    if let Some(via) = &quote.via {
        fact(sheet, "passed on by", slice(via.name), ThemeRole::Text);
    }
    let sure = format!("{} of 100", speaker.confidence);
    fact(sheet, "sure", &sure, ThemeRole::Text);
    fact(sheet, "quote", quote.kind.name(), ThemeRole::Text);
}

fn write_figure(sheet: &mut Sheet, view: &View, figure: &Figure) {
    let slice = |span: Span| view.briefing.document.slice(span);
    let between = figure.between(&view.briefing.document);
    let written: Vec<_> = between
        .into_iter()
        .chain([figure.span])
        .map(slice)
        .collect();
    words(sheet, &written.join(" "), ThemeRole::Figure);
    sheet.blank();
    fact(sheet, "role", figure.role.name(), ThemeRole::Text);
    if let Some(counted) = figure.counted {
        fact(sheet, "counts", slice(counted), ThemeRole::Text);
    }
    match figure.claimed_by {
        Some(by) => write_claimant(sheet, view, by),
        None => fact(
            sheet,
            "claimed by",
            "nobody but the article",
            ThemeRole::Text,
        ),
    }
    if let Some(qualifier) = figure.qualifier {
        fact(sheet, "exactness", slice(qualifier.span), ThemeRole::Text);
    }
    if let Some(unit) = &figure.unit {
        fact(sheet, "unit", unit, ThemeRole::Text);
    }
    write_relations(sheet, view, figure);
    write_sources(sheet, view, figure);
}

fn write_claimant(sheet: &mut Sheet, view: &View, by: Claimant) {
    let slice = |span: Span| view.briefing.document.slice(span);
    let (mention, name) = (slice(by.mention), slice(by.name));
    let (words, look) = match by.known {
        false => (format!("“{mention}” → unknown"), ThemeRole::Text),
        true if mention == name => (name.to_owned(), ThemeRole::Speaker),
        true => (format!("“{mention}” → {name}"), ThemeRole::Speaker),
    };
    fact(sheet, "claimed by", &words, look);
}

/// The words that tell a figure, each of another sentence and with what it tells: the number itself, and
/// where they stand elsewhere who claims it, who that is and what is counted.
pub(in crate::ui) fn sources(document: &Document, figure: &Figure) -> Vec<(&'static str, Span)> {
    let by = figure.claimed_by.as_ref();
    let all = [
        ("told in", Some(figure.span)),
        ("claimed in", by.map(|by| by.mention)),
        ("named in", by.map(|by| by.name)),
        ("counted in", figure.counted),
    ];
    let mut met = Vec::new();
    let mut is_new = |span: Span| {
        let sentence = document.sentence_at(span.start());
        let new = !met.contains(&sentence);
        met.push(sentence);
        new
    };
    let all = all
        .into_iter()
        .filter_map(|(tells, span)| Some((tells, span?)));
    all.filter(|(_, span)| is_new(*span)).collect()
}

/// The sentences that tell it.
fn write_sources(sheet: &mut Sheet, view: &View, figure: &Figure) {
    let document = &view.briefing.document;
    for (tells, span) in sources(document, figure) {
        let at = document.sentence_at(span.start());
        if let Some(sentence) = at.and_then(|at| document.sentences().get(at)) {
            let words = document.slice(sentence.span);
            let words = format!("¶{} {words}", sentence.paragraph + 1);
            fact(sheet, tells, &words, ThemeRole::Text);
        }
    }
}

/// The day, the movement, and the other figures that it belongs with.
fn write_relations(sheet: &mut Sheet, view: &View, figure: &Figure) {
    let other = |index: usize| {
        let figure = view.briefing.figures.get(index);
        figure.map_or("", |figure| view.briefing.document.slice(figure.span))
    };
    if let Some(event) = figure.event {
        let event = view.briefing.document.slice(event);
        fact(sheet, "other event", event, ThemeRole::Text);
    }
    if let Some(day) = figure.as_of {
        let day = day.format("%-d %B %Y").to_string();
        fact(sheet, "as of", &day, ThemeRole::Text);
    }
    if let Some(change) = figure.change {
        let from = change
            .from
            .map_or_else(String::new, |from| format!(" from {}", grouped(from)));
        let words = format!("{}{from}", change.direction.name());
        fact(sheet, "change", &words, ThemeRole::Text);
    }
    if let Some(whole) = figure.part_of {
        fact(sheet, "part of", other(whole), ThemeRole::Text);
    }
    if let Some(later) = figure.superseded_by {
        fact(sheet, "replaced by", other(later), ThemeRole::Text);
    }
}
