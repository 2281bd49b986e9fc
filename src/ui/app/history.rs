use super::{App, Spot};
use crate::ui::panes::Pane;

impl App {
    /// Keeps the present place, to come back to.
    pub(super) fn remember(&mut self) {
        let Some(spot) = self.spot() else { return };
        self.history.truncate(self.behind);
        if self.history.last() != Some(&spot) {
            self.history.push(spot);
        }
        self.behind = self.history.len();
    }

    fn spot(&self) -> Option<Spot> {
        let view = self.view()?;
        Some(Spot {
            article: self.current,
            pane: self.focus,
            anchor: view.anchor(),
            position: self.position(self.focus),
            marks: view.marks.clone(),
        })
    }

    pub(super) fn back(&mut self) {
        if self.behind == 0 {
            self.say("there is nothing to go back to");
            return;
        }
        if self.behind == self.history.len()
            && let Some(here) = self.spot()
        {
            self.history.push(here);
        }
        self.behind -= 1;
        self.go_to_spot(self.behind);
    }

    pub(super) fn forward(&mut self) {
        if self.behind + 1 >= self.history.len() {
            self.say("there is nothing further on");
            return;
        }
        self.behind += 1;
        self.go_to_spot(self.behind);
    }

    fn go_to_spot(&mut self, index: usize) {
        let Some(spot) = self.history.get(index).cloned() else {
            return;
        };
        self.show_article(spot.article);
        self.telling.open = spot.pane == Pane::Story;
        self.focus = spot.pane;
        self.refresh();
        if let Some(view) = self.view_mut() {
            view.marks = spot.marks;
            view.set_anchor(spot.anchor);
        }
        if spot.pane.is_list() {
            self.set_position(spot.pane, spot.position);
        }
    }
}
