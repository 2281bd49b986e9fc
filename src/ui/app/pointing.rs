use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position as Cell;

use super::App;
use crate::ui::Action;
use crate::ui::panes::Pane;
use crate::ui::screen::PaneArea;
use crate::ui::view::Position;

/// Rows that a turn of the wheel scrolls.
const WHEEL: usize = 3;

impl App {
    /// Takes what the mouse did.
    pub fn point(&mut self, mouse: MouseEvent) {
        let cell = (mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.wheel(cell, Action::Down),
            MouseEventKind::ScrollUp => self.wheel(cell, Action::Up),
            MouseEventKind::Down(MouseButton::Left) => self.click(cell),
            _ => {}
        }
    }

    /// Scrolls what is under the mouse.
    fn wheel(&mut self, cell: (u16, u16), action: Action) {
        let modal = self
            .popup
            .as_ref()
            .is_some_and(|popup| popup.kind.is_modal());
        let under = self.pane_under(cell).map(|area| area.pane);
        let focus = self.focus;
        if let Some(pane) = under.filter(|_| !modal) {
            self.focus = pane;
        }
        let times = if self.focus.is_list() { 1 } else { WHEEL };
        self.travel(action, Some(times));
        self.focus = focus;
        self.refresh();
    }

    /// Gives the pane under the mouse the focus, and selects the item there, or jumps to it when it is
    /// selected already. A click beside a popup that takes the keys closes it.
    fn click(&mut self, cell: (u16, u16)) {
        let modal = self
            .popup
            .as_ref()
            .is_some_and(|popup| popup.kind.is_modal());
        if modal {
            self.click_in_popup(cell);
        } else if let Some(tab) = self.tab_under(cell) {
            self.focus = tab;
        } else if let Some(area) = self.pane_under(cell) {
            let selected = self.selected_under(&area, cell);
            let position = self.position(area.pane);
            let again = self.focus == area.pane && selected == Some(position.selected);
            self.focus = area.pane;
            if let Some(selected) = selected {
                self.set_position(
                    area.pane,
                    Position {
                        selected,
                        ..position
                    },
                );
            }
            if again {
                self.open();
            }
        }
        self.refresh();
    }

    /// Takes the item of a popup under the mouse.
    fn click_in_popup(&mut self, (x, y): (u16, u16)) {
        let Some(popup) = &mut self.popup else { return };
        if !popup.area.contains(Cell { x, y }) {
            self.popup = None;
            return;
        }
        let row = usize::from(y - popup.area.y).checked_sub(1);
        let row = row.and_then(|row| popup.sheet.rows().get(popup.position.top + row));
        if let Some(selected) = row.and_then(|row| row.item) {
            popup.position.selected = selected;
            self.open_in_popup();
        }
    }

    /// The item of a list under the mouse.
    fn selected_under(&self, area: &PaneArea, (_, y): (u16, u16)) -> Option<usize> {
        let row = usize::from(y.checked_sub(area.body.y)?);
        let top = self.position(area.pane).top;
        self.sheet(area.pane)?.rows().get(top + row)?.item
    }

    /// The pane under the mouse, or under its name.
    fn pane_under(&self, (x, y): (u16, u16)) -> Option<PaneArea> {
        let cell = Cell { x, y };
        let mut areas = self.screen.panes.iter();
        areas
            .find(|area| area.body.contains(cell) || area.head.contains(cell))
            .copied()
    }

    /// The pane whose name among the tabs was clicked.
    fn tab_under(&self, (x, y): (u16, u16)) -> Option<Pane> {
        if !self.screen.tabs.contains(Cell { x, y }) {
            return None;
        }
        let tabs = self.tabs();
        let mut tabs = tabs.iter();
        tabs.find(|(_, area)| area.contains(Cell { x, y }))
            .map(|(pane, _)| *pane)
    }
}
