use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::sheet::{Ink, Label, Row, Sheet};
use super::theme::{Theme, ThemeRole};
use super::wrap;
use crate::document::Span;

/// Stretches of a text in one style. They stand in order and do not overlap.
pub(super) struct Layer<'a> {
    pub spans: &'a [Span],
    pub style: Style,
}

/// How the rows of a sheet look.
pub(super) struct Brush<'a> {
    pub theme: &'a Theme,
    /// The text of the article.
    pub article: &'a str,
    /// Laid over the article's text, the later over the earlier.
    pub layers: &'a [Layer<'a>],
    /// Laid over the sheet's own words.
    pub own_layers: &'a [Layer<'a>],
    /// Rows that have the pointer beside them.
    pub pointed: &'a dyn Fn(usize, &Row) -> bool,
    pub pointer: Style,
    /// The style laid over a row with the pointer.
    pub pointed_style: Style,
}

/// Spans in order, with those that touch or overlap made one.
pub(super) fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.join(span),
            _ => merged.push(span),
        }
    }
    merged
}

/// Empties a part of the screen for what stands above the panes.
pub(super) fn clear(buf: &mut Buffer, area: Rect, ground: Style) {
    for row in area.rows() {
        for column in row.columns() {
            buf[(column.x, column.y)].reset();
        }
    }
    buf.set_style(area, ground);
}

/// Writes words on one line and gives the column after them.
pub(super) fn words(buf: &mut Buffer, area: Rect, x: u16, text: &str, style: Style) -> u16 {
    letters(buf, area, x, text, |_| style)
}

/// Writes a text letter by letter, each in the style of its byte. What does not fit is left out.
fn letters(
    buf: &mut Buffer,
    area: Rect,
    x: u16,
    text: &str,
    mut style: impl FnMut(usize) -> Style,
) -> u16 {
    let area = area.intersection(buf.area);
    let mut x = x;
    if area.is_empty() {
        return x;
    }
    for (at, grapheme) in wrap::letters(text) {
        let wide = u16::try_from(wrap::cells(grapheme)).unwrap_or(0);
        if wide == 0 || grapheme.contains(char::is_control) {
            continue;
        }
        if x + wide > area.right() {
            break;
        }
        if x >= area.x {
            let cell = &mut buf[(x, area.y)];
            if grapheme == "\u{a0}" {
                // Who copies from the screen wants an ordinary space.
                cell.set_symbol(" ");
            } else if grapheme.contains(wrap::PICTURE) {
                cell.set_symbol(&grapheme.replace(wrap::PICTURE, ""));
            } else {
                cell.set_symbol(grapheme);
            }
            cell.set_style(style(at));
            for covered in x + 1..x + wide {
                buf[(covered, area.y)].reset();
            }
        }
        x += wide;
    }
    x
}

/// Draws the rows of a sheet from the given one on.
pub(super) fn sheet(buf: &mut Buffer, area: Rect, sheet: &Sheet, top: usize, brush: &Brush<'_>) {
    let seen = sheet.rows().iter().enumerate().skip(top);
    for (place, (index, row)) in area.rows().zip(seen) {
        draw_row(buf, place, sheet, (index, row), brush);
    }
}

fn draw_row(
    buf: &mut Buffer,
    place: Rect,
    sheet: &Sheet,
    (index, row): (usize, &Row),
    brush: &Brush<'_>,
) {
    let theme = brush.theme;
    let pointed = (brush.pointed)(index, row);
    if pointed {
        words(buf, place, place.x, "▌", brush.pointer);
    }
    if let Some(label) = row.gutter {
        own_label(buf, place, place.x + 1, sheet, label, theme);
    }
    let x = place.x + sheet.gutter() + row.indent;
    let text_area = tail(buf, place, sheet, row, theme);
    let over = if pointed {
        brush.pointed_style
    } else {
        Style::new()
    };
    match row.ink {
        Ink::Article => {
            let text = brush.article.get(row.span.range()).unwrap_or_default();
            let base = theme.style(ThemeRole::Text);
            let cuts = cuts(row.span, brush.layers);
            letters(buf, text_area, x, text, |at| {
                over_laid(base, row.span.start() + at, &cuts)
            });
        }
        Ink::Own => {
            let text = sheet.own().get(row.span.range()).unwrap_or_default();
            let runs = runs(row.span, sheet.runs(), theme);
            let cuts = cuts(row.span, brush.own_layers);
            let room = usize::from(text_area.right().saturating_sub(x));
            let fits = wrap::columns(text) <= room;
            let shown = if fits {
                text
            } else {
                wrap::head(text, room.saturating_sub(1))
            };
            let end = letters(buf, text_area, x, shown, |at| {
                let at = row.span.start() + at;
                over_laid(theme.style(ThemeRole::Text), at, &runs)
                    .patch(over)
                    .patch(over_laid(Style::new(), at, &cuts))
            });
            if !fits {
                words(buf, text_area, end, "…", theme.style(ThemeRole::Dim));
            }
        }
    }
}

/// Draws the words at the right end and gives what is left for the text.
fn tail(buf: &mut Buffer, place: Rect, sheet: &Sheet, row: &Row, theme: &Theme) -> Rect {
    let right = (place.x + sheet.gutter() + sheet.width()).min(place.right());
    let Some(label) = row.tail else {
        return Rect {
            width: right.saturating_sub(place.x),
            ..place
        };
    };
    let text = sheet.own().get(label.span.range()).unwrap_or_default();
    let wide = u16::try_from(wrap::columns(text)).unwrap_or(u16::MAX);
    let x = right.saturating_sub(wide).max(place.x);
    words(buf, place, x, text, theme.style(label.role));
    Rect {
        width: (x - place.x).saturating_sub(1),
        ..place
    }
}

fn own_label(buf: &mut Buffer, place: Rect, x: u16, sheet: &Sheet, label: Label, theme: &Theme) {
    let text = sheet.own().get(label.span.range()).unwrap_or_default();
    words(buf, place, x, text, theme.style(label.role));
}

/// The parts of the layers that a row shows.
fn cuts(row: Span, layers: &[Layer<'_>]) -> Vec<(Span, Style)> {
    let mut cuts = Vec::new();
    for layer in layers {
        let first = layer
            .spans
            .partition_point(|span| span.end() <= row.start());
        let seen = layer.spans.get(first..).unwrap_or_default();
        let seen = seen.iter().take_while(|span| span.start() < row.end());
        cuts.extend(seen.map(|&span| (span, layer.style)));
    }
    cuts
}

fn runs(row: Span, runs: &[(Span, ThemeRole)], theme: &Theme) -> Vec<(Span, Style)> {
    let first = runs.partition_point(|(span, _)| span.end() <= row.start());
    let seen = runs.get(first..).unwrap_or_default();
    let seen = seen.iter().take_while(|(span, _)| span.start() < row.end());
    seen.map(|&(span, role)| (span, theme.style(role)))
        .collect()
}

fn over_laid(base: Style, at: usize, cuts: &[(Span, Style)]) -> Style {
    let mut style = base;
    for (span, over) in cuts {
        if span.holds(at) {
            style = style.patch(*over);
        }
    }
    style
}
