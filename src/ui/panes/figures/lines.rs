//! The lines of one figure: its number, its bar, who claims it.

use super::scale::Scale;
use crate::briefing::{Briefing, Direction, Figure, QualifierKind, grouped};
use crate::document::Span;
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
    let number = briefing.document.slice(figure.span);
    match figure.qualifier {
        Some(qualifier) => {
            let words = briefing.document.slice(qualifier.span);
            format!("{} {number}", sign(qualifier.kind, words))
        }
        None => number.to_owned(),
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

/// Unit and noun: "-metre", " divers", and what lies between where both stand behind the number, as in
/// " days of heavy rain".
pub(super) fn write_counted(sheet: &mut Sheet, briefing: &Briefing, figure: &Figure) {
    let end = figure.span.end();
    let unit = unit_behind(briefing, figure);
    let Some(counted) = figure.counted else {
        sheet.write(unit.unwrap_or_default(), ThemeRole::Text);
        return;
    };
    if unit.is_some_and(|unit| counted.start() >= end + unit.len()) {
        let both = Span::new(end, counted.end());
        sheet.write(briefing.document.slice(both), ThemeRole::Text);
        return;
    }
    sheet.write(" ", ThemeRole::Text);
    sheet.write(briefing.document.slice(counted), ThemeRole::Text);
}

/// So many letters of a unit are enough: "percent" and "per cent" for a percentage.
const ENOUGH: usize = 7;

/// The unit as it stands behind the number: "-metre" of "82-metre", " litres" of "40 litres a second".
fn unit_behind<'a>(briefing: &'a Briefing, figure: &Figure) -> Option<&'a str> {
    let unit = figure.unit.as_deref()?.to_lowercase();
    let measure = unit.split(" per ").next()?;
    let behind = briefing.document.text().get(figure.span.end()..)?;
    let between = |c: char| matches!(c, '-' | ' ' | '\u{a0}');
    if !behind.starts_with(between) {
        return None;
    }
    let mut wanted = measure.chars().filter(|&c| c != ' ').peekable();
    let (mut matched, mut end) = (0, 0);
    for (at, c) in behind.char_indices().filter(|(_, c)| !between(*c)) {
        if wanted
            .next_if(|&wanted| c.to_lowercase().eq([wanted]))
            .is_none()
        {
            break;
        }
        (matched, end) = (matched + 1, at + c.len_utf8());
    }
    let rest = behind.get(end..)?;
    let ending = rest.find(|c: char| !c.is_alphanumeric());
    let ending = ending.unwrap_or(rest.len());
    let whole = matched > 0 && wanted.peek().is_none();
    let is_unit = whole || (matched >= ENOUGH && ending == 0);
    is_unit.then_some(behind.get(..end + ending)?)
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
    sheet.flow(start, indent, 5).start
}

fn change_words(direction: Direction, from: Option<f64>) -> String {
    match from {
        Some(from) => format!("{} from {}", direction.name(), grouped(from)),
        None => direction.name().to_owned(),
    }
}
