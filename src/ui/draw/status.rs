use ratatui::buffer::Buffer;
use ratatui::layout::{Position as Cell, Rect};

use crate::document::Span;
use crate::ui::app::{App, Message, PopupKind};
use crate::ui::panes::Pane;
use crate::ui::theme::ThemeRole;
use crate::ui::{Action, keys, paint, wrap};

/// At most so many columns for a key that may follow, with what it does.
const HINT: u16 = 40;

/// The last line: what is typed, what is said, or where the reader is and what keys do. Gives the
/// place of the cursor while something is typed.
pub(super) fn draw(app: &App, buf: &mut Buffer) -> Option<Cell> {
    let area = app.screen.status.intersection(buf.area);
    if area.is_empty() {
        return None;
    }
    if app.line.is_some() {
        return draw_line(app, area, buf);
    }
    if !app.typing.pressed.is_empty() {
        draw_following(app, area, buf);
        return None;
    }
    if let Some(message) = &app.message {
        draw_message(app, message, area, buf);
        return None;
    }
    let end = draw_place(app, area, buf);
    draw_hints(app, area, end, buf);
    None
}

/// What is said; where it is too long for the last line it takes those above it too.
fn draw_message(app: &App, message: &Message, area: Rect, buf: &mut Buffer) {
    let role = if message.error {
        ThemeRole::Error
    } else {
        ThemeRole::Text
    };
    let words = &message.words;
    let room = usize::from(area.width.saturating_sub(2));
    let lines = wrap::wrap(words, Span::new(0, words.len()), room);
    let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let above = count.saturating_sub(1).min(area.y);
    let place = Rect {
        y: area.y - above,
        height: above + 1,
        ..area
    };
    paint::clear(buf, place, app.theme.style(ThemeRole::Text));
    for (row, line) in place.rows().zip(lines) {
        let last = row.y == area.y;
        let rest = words.get(line.start()..).unwrap_or_default();
        let line = words.get(line.range()).unwrap_or_default();
        let shown = wrap::cut(if last { rest } else { line }, room);
        paint::words(buf, row, area.x + 1, &shown, app.theme.style(role));
    }
}

/// "/ferry    3 of 14"
fn draw_line(app: &App, area: Rect, buf: &mut Buffer) -> Option<Cell> {
    let line = app.line.as_ref()?;
    let query = line.input.value();
    let count = match &app.search {
        Some(search) => search.count(),
        None => String::new(),
    };
    let wide = u16::try_from(wrap::columns(&count)).unwrap_or(0) + 1;
    let right = area.right().saturating_sub(wide);
    paint::words(buf, area, right, &count, app.theme.style(ThemeRole::Dim));
    let x = paint::words(buf, area, area.x, "/", app.theme.style(ThemeRole::Key));
    let room = Rect {
        width: right.saturating_sub(area.x + 1),
        ..area
    };
    let scroll = line
        .input
        .visual_scroll(usize::from(room.width.saturating_sub(1)));
    let from = u16::try_from(scroll).unwrap_or(0);
    let shown = query.get(wrap::head(query, scroll).len()..).unwrap_or("");
    paint::words(buf, room, x, shown, app.theme.style(ThemeRole::Text));
    let cursor = u16::try_from(line.input.visual_cursor()).unwrap_or(0);
    let column = x.saturating_add(cursor.saturating_sub(from));
    Some(Cell {
        x: column.min(area.right().saturating_sub(1)),
        y: area.y,
    })
}

/// The keys that may follow those pressed, above the last line.
fn draw_following(app: &App, area: Rect, buf: &mut Buffer) {
    let pressed = format!(" {}…", keys::show(&app.typing.pressed));
    let following = app.keymap.following(&app.typing.pressed);
    let widths = following
        .iter()
        .map(|(key, action)| wrap::columns(key) + wrap::columns(action.help()) + 5);
    let widest = u16::try_from(widths.max().unwrap_or(0)).unwrap_or(HINT);
    let columns = (area.width / widest.clamp(1, HINT)).max(1);
    let count = u16::try_from(following.len()).unwrap_or(u16::MAX);
    let rows = count.div_ceil(columns).min(area.y);
    let place = Rect {
        y: area.y - rows,
        height: rows,
        ..area
    };
    let lines = place.rows().flat_map(|row| {
        (0..columns).map(move |column| Rect {
            x: row.x + column * (row.width / columns),
            width: row.width / columns,
            ..row
        })
    });
    paint::clear(buf, place, app.theme.style(ThemeRole::Text));
    for (cell, (key, action)) in lines.zip(following) {
        let x = paint::words(buf, cell, cell.x + 1, &key, app.theme.style(ThemeRole::Key));
        let words = format!("  {}", action.help());
        paint::words(buf, cell, x, &words, app.theme.style(ThemeRole::Text));
    }
    paint::words(buf, area, area.x, &pressed, app.theme.style(ThemeRole::Key));
}

/// Where the reader is in a pane: a share of the text, or an item of a list.
pub(super) fn place(app: &App, pane: Pane) -> Option<String> {
    let sheet = app.sheet(pane)?;
    let position = app.position(pane);
    if pane.is_list() {
        let count = sheet.items().len();
        return (count > 0).then(|| format!("{}/{count}", position.selected + 1));
    }
    let area = app.screen.panes.iter().find(|area| area.pane == pane)?;
    let height = usize::from(area.body.height);
    let rows = sheet.rows().len();
    if rows <= height {
        return Some("all".to_owned());
    }
    let share = (position.top + height).min(rows) * 100 / rows;
    Some(match position.top {
        0 => "top".to_owned(),
        _ if share >= 100 => "end".to_owned(),
        _ => format!("{share} %"),
    })
}

/// The count typed so far, the search, and the section or item; gives the column after it.
fn draw_place(app: &App, area: Rect, buf: &mut Buffer) -> u16 {
    let mut parts = Vec::new();
    if let Some(count) = app.typing.count {
        parts.push(count.to_string());
    }
    if let Some(search) = app.search.as_ref() {
        let mut found = format!("/{} {}", search.query, search.count());
        if search.place != app.search_place() {
            found.push_str(" in ");
            found.push_str(search.place.title());
        }
        parts.push(found);
    }
    // What takes the keys has the room for its own.
    let covered = app.popup.as_ref().is_some_and(|it| it.kind.is_modal());
    if app.focus == Pane::Text && !covered {
        parts.extend(app.section().map(str::to_owned));
    }
    if app.screen.tabs.height > 0 && !covered {
        parts.extend(place(app, app.focus));
        let many = app.entries.len();
        if many > 1 && area.width >= 60 {
            parts.push(format!("article {}/{many}", app.current + 1));
        }
    }
    let words = parts.join(" · ");
    paint::words(
        buf,
        area,
        area.x + 1,
        &words,
        app.theme.style(ThemeRole::Text),
    )
}

/// As many keys as there is room for, the most useful first, help always.
fn draw_hints(app: &App, area: Rect, after: u16, buf: &mut Buffer) {
    let room = area.right().saturating_sub(after + 2);
    let mut hints = Vec::new();
    let mut used = 0;
    // Who sees one pane only wants to know how the others come back.
    let zoomed = app.zoomed && app.popup.is_none();
    let zoomed = zoomed.then_some((Action::Zoom, "all panes"));
    let wanted = std::iter::once((Action::Help, "help"))
        .chain(zoomed)
        .chain(hints_of(app).iter().copied());
    for (action, word) in wanted {
        let key = app.keymap.shown(action);
        let wide = u16::try_from(wrap::columns(&key) + wrap::columns(word) + 3).unwrap_or(0);
        if key.is_empty() || !is_of_use(app, action) {
            continue;
        }
        if used + wide > room {
            break;
        }
        used += wide;
        hints.push((key, word));
    }
    // Help was taken in first so that it has room, and is shown last, where it is looked for.
    let first = hints.len().min(1);
    hints.rotate_left(first);
    let mut x = area.right().saturating_sub(used);
    for (key, word) in hints {
        x = paint::words(buf, area, x, &key, app.theme.style(ThemeRole::Key));
        let word = format!(" {word}  ");
        x = paint::words(buf, area, x, &word, app.theme.style(ThemeRole::Status));
    }
}

/// Whether a key leads anywhere now: one article has no story, and a figure that one sentence tells as a
/// whole has no other passage.
fn is_of_use(app: &App, action: Action) -> bool {
    let kind = app.popup.as_ref().map(|popup| &popup.kind);
    match action {
        Action::Story => app.entries.len() > 1,
        Action::Open if kind == Some(&PopupKind::Why) => app.is_told_elsewhere(),
        _ => true,
    }
}

fn hints_of(app: &App) -> &'static [(Action, &'static str)] {
    match &app.popup {
        Some(popup) if popup.kind == PopupKind::Why && popup.is_long() => long_hints(app.focus),
        Some(popup) => popup_hints(&popup.kind, app.focus),
        None => pane_hints(app.focus),
    }
}

/// Where more is explained than fits.
fn long_hints(focus: Pane) -> &'static [(Action, &'static str)] {
    match focus {
        Pane::Text => &[
            (Action::Cancel, "close"),
            (Action::HalfDown, "more"),
            (Action::NextSentence, "next sentence"),
        ],
        Pane::Figures => &[
            (Action::Cancel, "close"),
            (Action::HalfDown, "more"),
            (Action::Open, "other passage"),
        ],
        _ => &[(Action::Cancel, "close"), (Action::HalfDown, "more")],
    }
}

fn popup_hints(kind: &PopupKind, focus: Pane) -> &'static [(Action, &'static str)] {
    match kind {
        PopupKind::Help => &[(Action::Cancel, "close"), (Action::Search, "search")],
        PopupKind::Why if focus == Pane::Text => &[
            (Action::Cancel, "close"),
            (Action::NextSentence, "next sentence"),
        ],
        PopupKind::Why if focus == Pane::Figures => {
            &[(Action::Cancel, "close"), (Action::Open, "other passage")]
        }
        PopupKind::Why => &[(Action::Cancel, "close")],
        PopupKind::Speakers(_) | PopupKind::Roles(_) => {
            &[(Action::Open, "choose"), (Action::Cancel, "close")]
        }
    }
}

fn pane_hints(pane: Pane) -> &'static [(Action, &'static str)] {
    match pane {
        Pane::Text => &[
            (Action::NextPane, "panes"),
            (Action::NextQuote, "quote"),
            (Action::NextFigure, "figure"),
            (Action::NextSection, "section"),
            (Action::Search, "search"),
            (Action::Why, "why"),
            (Action::Order, "order"),
            (Action::Story, "story"),
            (Action::Copy, "copy"),
            (Action::Export, "export"),
        ],
        Pane::Summary => &[
            (Action::Open, "passage"),
            (Action::NextPane, "panes"),
            (Action::Why, "why"),
            (Action::Copy, "copy"),
            (Action::Search, "search"),
        ],
        Pane::Quotes => &[
            (Action::Open, "passage"),
            (Action::NextPane, "panes"),
            (Action::Filter, "speaker"),
            (Action::Order, "order"),
            (Action::Why, "why"),
            (Action::Copy, "copy"),
            (Action::Search, "search"),
        ],
        Pane::Figures => &[
            (Action::Open, "passage"),
            (Action::NextPane, "panes"),
            (Action::Filter, "role"),
            (Action::Order, "order"),
            (Action::Why, "why"),
            (Action::Ages, "ages"),
            (Action::Search, "search"),
        ],
        Pane::Story => &[
            (Action::Open, "passage"),
            (Action::Story, "text"),
            (Action::NextPane, "panes"),
            (Action::Why, "why"),
            (Action::Export, "export"),
            (Action::Copy, "copy"),
            (Action::Search, "search"),
        ],
        Pane::Articles => &[
            (Action::Open, "read"),
            (Action::Story, "story"),
            (Action::NextPane, "panes"),
            (Action::Search, "search"),
        ],
    }
}
