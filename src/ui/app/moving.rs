use super::App;
use crate::ui::Action;
use crate::ui::panes::Pane;
use crate::ui::screen::PaneArea;
use crate::ui::sheet::Sheet;
use crate::ui::view::Position;

/// Rows kept in sight above and below what was jumped to, where there is room.
const CONTEXT: usize = 2;

impl App {
    /// Moves through the popup that is open, or the focused pane.
    pub(super) fn travel(&mut self, action: Action, count: Option<usize>) {
        if self
            .popup
            .as_ref()
            .is_some_and(|popup| popup.kind.is_modal())
        {
            self.travel_in_popup(action, count);
            return;
        }
        if self.scroll_reasons(action, count) {
            return;
        }
        if self.focus == Pane::Text
            && count.is_none()
            && matches!(action, Action::Top | Action::Bottom)
        {
            self.remember();
        }
        let height = self.height(self.focus);
        let Some(sheet) = self.sheet(self.focus) else {
            return;
        };
        let position = self.position(self.focus);
        let moved = if self.focus.is_list() {
            select(sheet, position, action, count, height)
        } else {
            scroll(sheet, position, action, count, height)
        };
        self.set_position(self.focus, moved);
    }

    /// The rows of a pane that are seen; a popup that explains may cover some at its foot.
    pub(super) fn height(&self, pane: Pane) -> usize {
        let Some(area) = self.pane_area(pane) else {
            return 0;
        };
        let popup = self.popup.as_ref().filter(|popup| !popup.kind.is_modal());
        let covered = popup.map(|popup| area.body.intersection(popup.area));
        let covered = covered.filter(|covered| !covered.is_empty());
        let covered = covered.map_or(0, |covered| covered.height);
        usize::from(area.body.height - covered)
    }

    /// Brings the selected item of a list into sight, and the foot of a text to the foot of the pane.
    pub(super) fn keep_in_sight(&mut self, area: &PaneArea) {
        let position = self.position(area.pane);
        let Some(sheet) = self.sheet(area.pane) else {
            return;
        };
        let height = self.height(area.pane);
        let kept = if area.pane.is_list() {
            show_selected(sheet, position, height)
        } else {
            let last = sheet.rows().len().saturating_sub(1);
            Position {
                top: position.top.min(last),
                ..position
            }
        };
        if kept != position {
            self.set_position(area.pane, kept);
        }
    }

    /// Scrolls the text so that a row is seen, and not at all when it is seen well already.
    pub(super) fn show_row(&mut self, row: usize) {
        let height = self.height(Pane::Text);
        let position = self.position(Pane::Text);
        let context = CONTEXT.min(height.saturating_sub(1) / 2);
        let seen = position.top + context <= row && row + context < position.top + height;
        if !seen {
            let top = row.saturating_sub(height / 3);
            self.set_top(top.min(self.last_top()));
        }
    }

    /// Scrolls the text so that a row is the first.
    pub(super) fn set_top(&mut self, top: usize) {
        let position = self.position(Pane::Text);
        self.set_position(Pane::Text, Position { top, ..position });
    }

    /// The first row when the last is at the foot of the pane.
    pub(super) fn last_top(&self) -> usize {
        let rows = self.sheet(Pane::Text).map_or(0, |sheet| sheet.rows().len());
        rows.saturating_sub(self.height(Pane::Text))
    }
}

/// Where an action leads in a text.
pub(super) fn scroll(
    sheet: &Sheet,
    position: Position,
    action: Action,
    count: Option<usize>,
    height: usize,
) -> Position {
    let last = sheet.rows().len().saturating_sub(height);
    let times = count.unwrap_or(1).max(1);
    let (half, page) = ((height / 2).max(1), height.saturating_sub(CONTEXT).max(1));
    let top = position.top;
    // A jump may have gone past the last full screen; moving on must not go back from there.
    let down = |rows: usize| top.max(last.min(top.saturating_add(rows)));
    let top = match action {
        Action::Down => down(times),
        Action::HalfDown => down(half.saturating_mul(times)),
        Action::PageDown => down(page.saturating_mul(times)),
        Action::Up => top.saturating_sub(times),
        Action::HalfUp => top.saturating_sub(half.saturating_mul(times)),
        Action::PageUp => top.saturating_sub(page.saturating_mul(times)),
        Action::Top => count.map_or(0, |row| last.min(row.saturating_sub(1))),
        Action::Bottom => count.map_or(last, |row| last.min(row.saturating_sub(1))),
        _ => top,
    };
    Position { top, ..position }
}

/// Where an action leads in a list.
pub(super) fn select(
    sheet: &Sheet,
    position: Position,
    action: Action,
    count: Option<usize>,
    height: usize,
) -> Position {
    let items = sheet.items();
    let last = items.len().saturating_sub(1);
    let times = count.unwrap_or(1).max(1);
    let selected = position.selected.min(last);
    let row = items.get(selected).map_or(0, |item| item.rows.start);
    let half = (height / 2).max(1).saturating_mul(times);
    let page = height.saturating_sub(1).max(1).saturating_mul(times);
    let below = |rows: usize| {
        let at = items.partition_point(|item| item.rows.start <= row.saturating_add(rows));
        at.saturating_sub(1).max((selected + 1).min(last))
    };
    let above = |rows: usize| {
        let at = items.partition_point(|item| item.rows.start < row.saturating_sub(rows));
        at.min(selected.saturating_sub(1))
    };
    let selected = match action {
        Action::Down => selected.saturating_add(times).min(last),
        Action::Up => selected.saturating_sub(times),
        Action::HalfDown => below(half),
        Action::PageDown => below(page),
        Action::HalfUp => above(half),
        Action::PageUp => above(page),
        Action::Top => count.map_or(0, |item| last.min(item.saturating_sub(1))),
        Action::Bottom => count.map_or(last, |item| last.min(item.saturating_sub(1))),
        _ => selected,
    };
    // A list of words only, such as "no figures", is scrolled.
    let top = if items.is_empty() {
        scroll(sheet, position, action, count, height).top
    } else {
        position.top
    };
    Position { top, selected }
}

/// The position at which the selected item, and the heading above it, is seen.
pub(super) fn show_selected(sheet: &Sheet, position: Position, height: usize) -> Position {
    let items = sheet.items();
    let selected = position.selected.min(items.len().saturating_sub(1));
    let Some(item) = items.get(selected) else {
        let last = sheet.rows().len().saturating_sub(height);
        return Position {
            top: position.top.min(last),
            selected: 0,
        };
    };
    let mut first = item.rows.start;
    let headed = |row: usize| sheet.rows().get(row).is_some_and(|row| row.item.is_none());
    while first > 0 && headed(first - 1) {
        first -= 1;
    }
    let last = sheet.rows().len().saturating_sub(height);
    let lowest = item.rows.end.saturating_sub(height);
    let top = position.top.max(lowest).min(first).min(last);
    Position { top, selected }
}
