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

    /// Gives the pane under the mouse the focus, and selects the item there.
    fn click(&mut self, cell: (u16, u16)) {
        let modal = self
            .popup
            .as_ref()
            .is_some_and(|popup| popup.kind.is_modal());
        if let Some(tab) = self.tab_under(cell) {
            self.focus = tab;
        } else if let Some(area) = self.pane_under(cell).filter(|_| !modal) {
            self.focus = area.pane;
            let position = self.position(area.pane);
            let row = position.top + usize::from(cell.1.saturating_sub(area.body.y));
            let item = self
                .sheet(area.pane)
                .and_then(|sheet| sheet.rows().get(row)?.item);
            if let Some(selected) = item {
                self.set_position(
                    area.pane,
                    Position {
                        selected,
                        ..position
                    },
                );
            }
        }
        self.refresh();
    }

    fn pane_under(&self, (x, y): (u16, u16)) -> Option<PaneArea> {
        let mut areas = self.screen.panes.iter();
        areas
            .find(|area| area.body.contains(Cell { x, y }))
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
