//! The state on the screen. Nothing here changes the state.

mod status;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position as Cell, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::app::{App, Entry, PopupKind};
use super::paint::{self, Brush, Layer};
use super::panes::Pane;
use super::screen::PaneArea;
use super::sheet::{Ink, Row, Sheet};
use super::theme::ThemeRole;
use super::{FigureOrder, QuoteOrder, wrap};
use crate::document::Span;

impl Widget for &App {
    /// Draws everything but the cursor. The area must be the one of the last resize.
    fn render(self, _: Rect, buf: &mut Buffer) {
        draw(self, buf);
    }
}

/// Draws everything, and says where the cursor stands while something is typed.
pub(super) fn draw(app: &App, buf: &mut Buffer) -> Option<Cell> {
    let area = app.area().intersection(buf.area);
    buf.set_style(area, app.theme.style(ThemeRole::Text));
    draw_header(app, buf);
    draw_tabs(app, buf);
    for area in &app.screen.panes {
        draw_head(app, area, buf);
        draw_body(app, area, buf);
    }
    draw_rules(app, buf);
    draw_popup(app, buf);
    status::draw(app, buf)
}

/// The headline, and which of the articles it is.
fn draw_header(app: &App, buf: &mut Buffer) {
    let area = app.screen.header;
    let count = app.entries.len();
    let place = if count > 1 {
        format!("{}/{count} ", app.current + 1)
    } else {
        String::new()
    };
    let wide = u16::try_from(wrap::columns(&place)).unwrap_or(0);
    let right = area.right().saturating_sub(wide);
    paint::words(buf, area, right, &place, app.theme.style(ThemeRole::Dim));
    let left = Rect {
        width: area.width.saturating_sub(wide + 1),
        ..area
    };
    let style = app.theme.style(ThemeRole::Title);
    paint::words(buf, left, area.x + 1, title(app), style);
}

fn title(app: &App) -> &str {
    match app.entries.get(app.current) {
        Some(Entry::Ready(view)) => &view.briefing.document.article().title.text,
        Some(Entry::Pending(name) | Entry::Failed(name, _)) => name,
        None => "nutgraf",
    }
}

/// The names of the panes on one line, the focused one set off.
fn draw_tabs(app: &App, buf: &mut Buffer) {
    for (pane, area) in app.tabs() {
        let style = if pane == app.focus {
            app.theme.style(ThemeRole::Tab)
        } else {
            app.theme.style(ThemeRole::Frame)
        };
        let margin = usize::from(area.width) > pane.title().len();
        let space = if margin { " " } else { "" };
        let name = format!("{space}{}{space}", pane.title());
        paint::words(buf, area, area.x, &name, style);
    }
}

/// The line above a pane: its name, and what is to be known of it.
fn draw_head(app: &App, place: &PaneArea, buf: &mut Buffer) {
    let area = place.head;
    let focused = place.pane == app.focus;
    let (style, line) = if focused {
        (app.theme.style(ThemeRole::Focus), "━")
    } else {
        (app.theme.style(ThemeRole::Frame), "─")
    };
    let rule = line.repeat(usize::from(area.width));
    paint::words(buf, area, area.x, &rule, style);
    let name = format!(" {} ", place.pane.title());
    let name_style = if focused { style } else { Style::new() };
    let end = paint::words(buf, area, area.x + 2, &name, name_style);
    let note = pane_note(app, place.pane);
    let wide = u16::try_from(wrap::columns(&note)).unwrap_or(u16::MAX);
    if !note.is_empty() && end.saturating_add(wide).saturating_add(2) < area.right() {
        let x = area.right() - wide - 2;
        paint::words(buf, area, x, &note, app.theme.style(ThemeRole::Dim));
    }
}

/// Which of the items is selected, in which order they stand, and what is left out.
fn pane_note(app: &App, pane: Pane) -> String {
    let mut parts: Vec<String> = Vec::new();
    let filters = app.view().map(|view| &view.filters);
    match pane {
        Pane::Quotes => {
            if let Some(name) = filters.and_then(|filters| filters.speaker.as_deref()) {
                parts.push(if name.is_empty() { "unknown" } else { name }.to_owned());
            }
            if app.manner.quotes == QuoteOrder::Speaker {
                parts.push("by speaker".to_owned());
            }
        }
        Pane::Figures => {
            if let Some(role) = filters.and_then(|filters| filters.role) {
                parts.push(role.name().to_owned());
            }
            parts.extend(match app.manner.figures {
                FigureOrder::Importance => None,
                FigureOrder::Role => Some("by role".to_owned()),
                FigureOrder::Size => Some("by size".to_owned()),
                FigureOrder::Place => Some("by place".to_owned()),
            });
        }
        _ => {}
    }
    parts.extend(status::place(app, pane));
    if parts.is_empty() {
        String::new()
    } else {
        format!(" {} ", parts.join(" · "))
    }
}

fn draw_rules(app: &App, buf: &mut Buffer) {
    for rule in &app.screen.rules {
        let style = app.theme.style(ThemeRole::Frame);
        for row in rule.rows() {
            let joined = |x: u16| {
                let heads = app.screen.panes.iter().map(|place| place.head);
                heads
                    .clone()
                    .any(|head| head.contains(Cell { x, y: row.y }))
            };
            let left = row.x > 0 && joined(row.x - 1);
            let sign = match (left, joined(row.x + 1)) {
                (true, true) => "┬",
                (true, false) => "┤",
                (false, true) => "├",
                (false, false) => "│",
            };
            paint::words(buf, row, row.x, sign, style);
        }
    }
}

fn draw_body(app: &App, place: &PaneArea, buf: &mut Buffer) {
    if let Some(sheet) = app.sheet(place.pane) {
        draw_sheet(app, place, sheet, buf);
        draw_thumb(app, place, sheet.rows().len(), buf);
        return;
    }
    if place.pane != Pane::Text {
        return;
    }
    let (words, role) = match app.entries.get(app.current) {
        Some(Entry::Pending(_)) => ("reading …".to_owned(), ThemeRole::Dim),
        Some(Entry::Failed(_, why)) => (why.clone(), ThemeRole::Error),
        _ => ("there is nothing to read".to_owned(), ThemeRole::Dim),
    };
    let row = Rect {
        y: place.body.y + place.body.height.min(2) / 2,
        height: place.body.height.min(1),
        ..place.body
    };
    paint::words(buf, row, row.x + 2, &words, app.theme.style(role));
}

/// Shows in the last column which part of a pane is seen, when it is not all of it.
fn draw_thumb(app: &App, place: &PaneArea, rows: usize, buf: &mut Buffer) {
    let body = place.body;
    let height = usize::from(body.height);
    if rows <= height || body.is_empty() {
        return;
    }
    let top = app.position(place.pane).top.min(rows - height);
    let len = (height * height / rows).max(1);
    let first = (height - len) * top / (rows - height);
    let role = if place.pane == app.focus {
        ThemeRole::Pointer
    } else {
        ThemeRole::Frame
    };
    let style = app.theme.style(role);
    for row in body.rows().skip(first).take(len) {
        paint::words(buf, row, row.right() - 1, "▐", style);
    }
}

fn draw_sheet(app: &App, place: &PaneArea, sheet: &Sheet, buf: &mut Buffer) {
    let theme = &app.theme;
    let position = app.position(place.pane);
    let focused = place.pane == app.focus;
    let hits = Hits::of(app, place.pane);
    let view = app.view();
    let marks = view.map_or_else(Vec::new, |view| paint::merged(view.marks.clone()));
    let layer = |spans, role| Layer {
        spans,
        style: theme.style(role).remove_modifier(Modifier::DIM),
    };
    let mut layers = Vec::with_capacity(5);
    if let Some(view) = view.filter(|_| place.pane == Pane::Text) {
        layers.push(layer(view.quote_spans(), ThemeRole::Quote));
        layers.push(layer(view.figure_spans(), ThemeRole::Figure));
        layers.push(layer(&marks, ThemeRole::Mark));
    }
    layers.push(layer(&hits.article, ThemeRole::Hit));
    layers.push(layer(&hits.article_current, ThemeRole::CurrentHit));
    let own_layers = [
        layer(&hits.own, ThemeRole::Hit),
        layer(&hits.own_current, ThemeRole::CurrentHit),
    ];
    // Elsewhere a pointer is of use only to tell which item the mark belongs to.
    let selected = sheet.items().get(position.selected);
    let of_mark = selected.is_some_and(|item| {
        let passage = item.passages.first();
        passage.is_some() && passage == view.and_then(|view| view.marks.first())
    });
    let linked = focused || place.pane == Pane::Articles || of_mark;
    let pointed = |_: usize, row: &Row| {
        if place.pane.is_list() {
            linked && row.item == Some(position.selected)
        } else {
            row.ink == Ink::Article && marks.iter().any(|mark| mark.overlaps(row.span))
        }
    };
    let brush = Brush {
        theme,
        article: view.map_or("", |view| view.briefing.document.text()),
        layers: &layers,
        own_layers: &own_layers,
        pointed: &pointed,
        pointer: theme.style(if focused {
            ThemeRole::Pointer
        } else {
            ThemeRole::Dim
        }),
        pointed_style: if focused {
            theme.style(ThemeRole::Selected)
        } else {
            Style::new()
        },
    };
    let body = centred(place.body, sheet);
    paint::sheet(buf, body, sheet, position.top, &brush);
}

/// The part of a pane that a sheet takes: in the middle, where there is more room than it needs.
fn centred(body: Rect, sheet: &Sheet) -> Rect {
    let needed = sheet.gutter() + sheet.width() + 1;
    let free = body.width.saturating_sub(needed);
    Rect {
        x: body.x + free / 2,
        width: body.width - free / 2,
        ..body
    }
}

/// What a search found in a pane, by what the rows show.
#[derive(Default)]
struct Hits {
    article: Vec<Span>,
    article_current: Vec<Span>,
    own: Vec<Span>,
    own_current: Vec<Span>,
}

impl Hits {
    fn of(app: &App, pane: Pane) -> Self {
        Self::found(app, super::app::Place::Pane(pane))
    }

    fn found(app: &App, place: super::app::Place) -> Self {
        let mut hits = Self::default();
        let Some(search) = app.search.as_ref().filter(|search| search.place == place) else {
            return hits;
        };
        for (index, hit) in search.hits.iter().enumerate() {
            let (all, current) = match hit.ink {
                Ink::Article => (&mut hits.article, &mut hits.article_current),
                Ink::Own => (&mut hits.own, &mut hits.own_current),
            };
            all.push(hit.span);
            if index == search.at {
                current.push(hit.span);
            }
        }
        hits.article.sort_unstable();
        hits.own.sort_unstable();
        hits
    }
}

fn draw_popup(app: &App, buf: &mut Buffer) {
    let Some(popup) = &app.popup else { return };
    let area = popup.area.intersection(buf.area);
    paint::clear(buf, area, app.theme.style(ThemeRole::Text));
    draw_frame(app, area, popup.kind.title(), buf);
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let hits = if popup.kind == PopupKind::Help {
        Hits::found(app, super::app::Place::Help)
    } else {
        Hits::default()
    };
    let theme = &app.theme;
    let layer = |spans, role| Layer {
        spans,
        style: theme.style(role).remove_modifier(Modifier::DIM),
    };
    let own_layers = [
        layer(&hits.own, ThemeRole::Hit),
        layer(&hits.own_current, ThemeRole::CurrentHit),
    ];
    let selected = popup.position.selected;
    let brush = Brush {
        theme,
        article: "",
        layers: &[],
        own_layers: &own_layers,
        pointed: &|_, row| row.item == Some(selected),
        pointer: theme.style(ThemeRole::Pointer),
        pointed_style: theme.style(ThemeRole::Selected),
    };
    paint::sheet(buf, inner, &popup.sheet, popup.position.top, &brush);
    draw_more(app, area, popup.position.top, popup.sheet.rows().len(), buf);
}

/// A frame with its name in the upper line.
fn draw_frame(app: &App, area: Rect, name: &str, buf: &mut Buffer) {
    let style = app.theme.style(ThemeRole::Focus);
    let inner = usize::from(area.width.saturating_sub(2));
    for (index, row) in area.rows().enumerate() {
        let (left, right) = match index {
            0 => ("┌", "┐"),
            _ if row.y + 1 == area.bottom() => ("└", "┘"),
            _ => ("│", "│"),
        };
        let end = paint::words(buf, row, row.x, left, style);
        if left != "│" {
            paint::words(buf, row, end, &"─".repeat(inner), style);
        }
        paint::words(buf, row, area.right().saturating_sub(1), right, style);
    }
    let top = Rect {
        height: area.height.min(1),
        width: area.width.saturating_sub(1),
        ..area
    };
    paint::words(buf, top, area.x + 2, &format!(" {name} "), style);
}

/// Says in the lower line of a frame that there is more than is seen.
fn draw_more(app: &App, area: Rect, top: usize, rows: usize, buf: &mut Buffer) {
    let seen = usize::from(area.height.saturating_sub(2));
    if rows <= seen || seen == 0 {
        return;
    }
    let words = format!(" {}–{} of {rows} ", top + 1, (top + seen).min(rows));
    let wide = u16::try_from(wrap::columns(&words)).unwrap_or(0);
    let foot = Rect {
        y: area.bottom().saturating_sub(1),
        height: area.height.min(1),
        ..area
    };
    let x = area.right().saturating_sub(wide + 2).max(area.x);
    paint::words(buf, foot, x, &words, app.theme.style(ThemeRole::Dim));
}
