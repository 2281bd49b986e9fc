//! The lines of one figure: its number, its bar, who claims it.

use super::scale::Scale;
use crate::briefing::{Briefing, Direction, Figure, QualifierKind, grouped};
use crate::document::Span;
use crate::ui::panes::place_width;
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;
use crate::ui::wrap;

/// A figure of a story as an item that stands for `subject`; `from` names its article.
pub(in crate::ui::panes) fn write_told(
    sheet: &mut Sheet,
    (briefing, figure): (&Briefing, &Figure),
    subject: usize,
    scale: Option<&Scale>,
    from: &str,
) {
    sheet.begin_item(subject, vec![figure.span]);
    let start = sheet.pen();
    write_value(sheet, briefing, figure);
    if let Some((scale, (sure, open))) = scale.and_then(|scale| Some((scale, scale.bar(figure)?))) {
        write_bar(sheet, start, scale, &sure, &open);
    }
    sheet.line(start, 0);
    let mut notes = notes(briefing, figure);
    let counted = figure.counted.map(|span| briefing.document.slice(span));
    notes.splice(0..0, counted.map(str::to_owned));
    notes.push(from.to_owned());
    let row = write_claim(sheet, briefing, figure, &notes, 2);
    write_place(sheet, row, briefing, figure.span);
    sheet.end_item();
}

/// "at least 31", the qualifier and the number as the article writes them.
pub(super) fn value_words(briefing: &Briefing, figure: &Figure) -> String {
    let slice = |span| briefing.document.slice(span);
    let between = figure.between(&briefing.document).map(slice);
    let qualifier = figure
        .qualifier
        .map(|qualifier| sign(qualifier.kind, slice(qualifier.span)));
    let words = [between, qualifier, Some(slice(figure.span))];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// One end of a number: of a range the end itself, so that "12 to 40 and 60" is "12 to 60".
pub(super) fn end_words(briefing: &Briefing, figure: &Figure, end: f64) -> String {
    if figure.has_two_ends(&briefing.document) {
        grouped(end)
    } else {
        briefing.document.slice(figure.span).to_owned()
    }
}

/// The article's words for how exact it is, or the common ones where they are long.
fn sign(kind: QualifierKind, words: &str) -> &str {
    if words.len() <= 12 {
        words
    } else {
        kind.name()
    }
}

/// The number, as exact as it claims to be.
pub(super) fn write_value(sheet: &mut Sheet, briefing: &Briefing, figure: &Figure) {
    if figure.part_of.is_some() {
        sheet.write("of which ", ThemeRole::Dim);
    }
    let look = if figure.superseded_by.is_some() {
        ThemeRole::Dim
    } else {
        ThemeRole::Figure
    };
    sheet.write(&value_words(briefing, figure), look);
}

/// Unit and noun as the article writes them: "-metre", " divers", " days of heavy rain".
pub(super) fn write_counted(sheet: &mut Sheet, briefing: &Briefing, figure: &Figure) {
    let wording = figure.wording(&briefing.document);
    let slice = |span| briefing.document.slice(span);
    sheet.write(slice(wording.behind), ThemeRole::Text);
    if let Some(counted) = wording.apart {
        sheet.write(wording.around.0, ThemeRole::Text);
        sheet.write(slice(counted), ThemeRole::Text);
        sheet.write(wording.around.1, ThemeRole::Text);
    }
}

pub(super) fn write_bar(sheet: &mut Sheet, start: usize, scale: &Scale, sure: &str, open: &str) {
    let written = sheet.own().get(start..).map_or(0, wrap::columns);
    let gap = scale.value_width.saturating_sub(written) + 2;
    sheet.write(&" ".repeat(gap), ThemeRole::Text);
    sheet.write(sure, ThemeRole::Bar);
    sheet.write(open, ThemeRole::Dim);
}

pub(in crate::ui::panes) fn write_place(
    sheet: &mut Sheet,
    row: usize,
    briefing: &Briefing,
    span: Span,
) {
    let paragraph = briefing.document.paragraph_at(span.start());
    let number = format!("¶{}", paragraph.map_or(0, |index| index + 1));
    let number = sheet.write(&number, ThemeRole::Dim);
    if let Some(row) = sheet.row_mut(row) {
        row.tail = Some(number);
    }
}

/// What is known of a figure besides its claimant: "up from 31", "4 Mar 2026".
pub(super) fn notes(briefing: &Briefing, figure: &Figure) -> Vec<String> {
    let slice = |span| briefing.document.slice(span);
    let mut notes = Vec::new();
    if let Some(change) = figure.change {
        notes.push(change_words(change.direction, change.from));
    }
    if let Some(event) = figure.event {
        notes.push(slice(event).to_owned());
    }
    if let Some(day) = figure.as_of {
        notes.push(format!("as of {}", day.format("%-d %b %Y")).replace(' ', "\u{a0}"));
    }
    if let Some(later) = figure.superseded_by.and_then(|at| briefing.figures.get(at)) {
        notes.push(format!("replaced by {}", slice(later.span)));
    }
    notes
}

/// Who claims it, and the notes: "Ministry of Health · people · up from 31". Gives the first row.
pub(super) fn write_claim(
    sheet: &mut Sheet,
    briefing: &Briefing,
    figure: &Figure,
    notes: &[String],
    indent: u16,
) -> usize {
    let start = sheet.pen();
    match figure.claimed_by {
        Some(claimant) if !claimant.known => {
            let mention = briefing.document.slice(claimant.mention);
            sheet.write(&format!("unknown claimant (“{mention}”)"), ThemeRole::Dim)
        }
        Some(claimant) => {
            let name = briefing.document.slice(claimant.name);
            sheet.write(name, ThemeRole::Speaker)
        }
        None => sheet.write("the article", ThemeRole::Dim),
    };
    for note in notes {
        sheet.write(" ·\u{a0}", ThemeRole::Dim);
        sheet.write(note, ThemeRole::Dim);
    }
    sheet.flow(start, indent, place_width(briefing)).start
}

fn change_words(direction: Direction, from: Option<f64>) -> String {
    match from {
        Some(from) => format!("{} from {}", direction.name(), grouped(from)),
        None => direction.name().to_owned(),
    }
}
