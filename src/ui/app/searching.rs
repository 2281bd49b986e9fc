use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use tui_input::{Input, InputRequest};

use super::{App, Effect, PopupKind};
use crate::ui::keys::Key;
use crate::ui::panes::Pane;
use crate::ui::search::{self, Hit};
use crate::ui::sheet::Ink;
use crate::ui::view::Position;

/// What is searched, and what was found.
pub(in crate::ui) struct Search {
    pub query: String,
    pub place: Place,
    pub hits: Vec<Hit>,
    /// The hit the search stands at.
    pub at: usize,
}

/// Where it is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Place {
    Pane(Pane),
    Help,
}

impl Place {
    pub(in crate::ui) fn title(self) -> &'static str {
        match self {
            Self::Pane(pane) => pane.title(),
            Self::Help => PopupKind::Help.title(),
        }
    }
}

/// The line in which a search is typed.
pub(in crate::ui) struct Line {
    pub input: Input,
    /// Where the reader was before.
    origin: Position,
    before: Option<Search>,
}

impl Search {
    /// At which of the finds it stands: "2 of 3".
    pub(in crate::ui) fn count(&self) -> String {
        if self.hits.is_empty() {
            return "not here".to_owned();
        }
        format!("{} of {}", self.at + 1, self.hits.len())
    }
}

impl App {
    pub(super) fn start_search(&mut self) {
        self.line = Some(Line {
            input: Input::default(),
            origin: self.position_of(self.search_place()),
            before: self.search.take(),
        });
    }

    /// Where a search would be made now.
    pub(in crate::ui) fn search_place(&self) -> Place {
        match &self.popup {
            Some(popup) if popup.kind == PopupKind::Help => Place::Help,
            _ => Place::Pane(self.focus),
        }
    }

    fn position_of(&self, place: Place) -> Position {
        match place {
            Place::Pane(pane) => self.position(pane),
            Place::Help => self
                .popup
                .as_ref()
                .map_or_else(Position::default, |p| p.position),
        }
    }

    fn set_position_of(&mut self, place: Place, position: Position) {
        match (place, &mut self.popup) {
            (Place::Pane(pane), _) => self.set_position(pane, position),
            (Place::Help, Some(popup)) => popup.position = position,
            (Place::Help, None) => {}
        }
    }

    /// A key while a search is typed.
    pub(super) fn press_in_line(&mut self, key: Key) -> Effect {
        let ctrl = key.modifiers() == KeyModifiers::CONTROL;
        match key.code() {
            KeyCode::Char('c') if ctrl => return Effect::Quit,
            KeyCode::Char('z') if ctrl => return Effect::Suspend,
            KeyCode::Enter => self.accept_search(),
            KeyCode::Esc => self.give_up_search(),
            KeyCode::Backspace if self.line_is_empty() => self.give_up_search(),
            code => {
                if let (Some(line), Some(request)) = (&mut self.line, request(code, ctrl)) {
                    line.input.handle(request);
                    self.search_while_typing();
                }
            }
        }
        self.refresh();
        Effect::Nothing
    }

    fn line_is_empty(&self) -> bool {
        let line = self.line.as_ref();
        line.is_some_and(|line| line.input.value().is_empty())
    }

    /// Types a text that was pasted.
    pub(in crate::ui) fn paste(&mut self, text: &str) {
        let Some(line) = &mut self.line else { return };
        for c in text.chars().filter(|c| !c.is_control()) {
            line.input.handle(InputRequest::InsertChar(c));
        }
        self.search_while_typing();
        self.refresh();
    }

    fn search_while_typing(&mut self) {
        let Some(line) = &self.line else { return };
        let (query, origin) = (line.input.value().to_owned(), line.origin);
        let place = self.search_place();
        self.set_position_of(place, origin);
        self.search = None;
        if query.is_empty() {
            return;
        }
        self.search_in(place, query);
        self.show_hit();
    }

    /// Searches from where the reader is.
    fn search_in(&mut self, place: Place, query: String) {
        let hits = self.find_hits(place, &query);
        let from = self.first_row(place);
        let at = hits.partition_point(|hit| hit.row < from);
        self.search = Some(Search {
            at: if at < hits.len() { at } else { 0 },
            query,
            place,
            hits,
        });
    }

    /// The row from which on a search begins: the selected item, or the top.
    fn first_row(&self, place: Place) -> usize {
        let position = self.position_of(place);
        match place {
            Place::Pane(pane) if pane.is_list() => {
                let items = self.sheet(pane).map_or(&[][..], |sheet| sheet.items());
                items
                    .get(position.selected)
                    .map_or(0, |item| item.rows.start)
            }
            _ => position.top,
        }
    }

    fn find_hits(&self, place: Place, query: &str) -> Vec<Hit> {
        let article = self.view().map_or("", |view| view.briefing.document.text());
        match place {
            Place::Pane(Pane::Text) => {
                let sheet = self.sheet(Pane::Text);
                sheet.map_or_else(Vec::new, |sheet| search::hits(sheet, article, query))
            }
            Place::Pane(pane) => {
                let sheet = self.sheet(pane);
                sheet.map_or_else(Vec::new, |sheet| search::hits(sheet, "", query))
            }
            Place::Help => {
                let popup = self.popup.as_ref();
                popup.map_or_else(Vec::new, |popup| search::hits(&popup.sheet, "", query))
            }
        }
    }

    /// Finds the same again after the sheets were laid out anew.
    pub(super) fn search_anew(&mut self) {
        let Some(search) = &self.search else { return };
        let hits = self.find_hits(search.place, &search.query);
        if let Some(search) = &mut self.search {
            search.at = search.at.min(hits.len().saturating_sub(1));
            search.hits = hits;
        }
    }

    /// Brings the hit the search stands at into sight.
    fn show_hit(&mut self) {
        let Some(search) = &self.search else { return };
        let Some(&hit) = search.hits.get(search.at) else {
            return;
        };
        match search.place {
            Place::Pane(Pane::Text) => self.show_row(hit.row),
            Place::Pane(pane) => {
                let item = self
                    .sheet(pane)
                    .and_then(|sheet| sheet.rows().get(hit.row)?.item);
                let position = self.position(pane);
                if let Some(selected) = item {
                    self.set_position(
                        pane,
                        Position {
                            selected,
                            ..position
                        },
                    );
                }
            }
            Place::Help => {
                if let Some(popup) = &mut self.popup {
                    let height = usize::from(popup.area.height.saturating_sub(2));
                    let top = popup.position.top;
                    if hit.row < top || hit.row >= top + height {
                        popup.position.top = hit.row.saturating_sub(height / 3);
                    }
                }
            }
        }
    }

    fn accept_search(&mut self) {
        let Some(line) = self.line.take() else { return };
        let query = line.input.value();
        if query.is_empty() {
            self.search = line.before;
        } else if self
            .search
            .as_ref()
            .is_none_or(|search| search.hits.is_empty())
        {
            self.search = None;
            self.say(format!("'{query}' is not here"));
        } else {
            let now = self.position_of(self.search_place());
            if now != line.origin {
                let place = self.search_place();
                self.set_position_of(place, line.origin);
                self.remember();
                self.set_position_of(place, now);
            }
        }
    }

    fn give_up_search(&mut self) {
        let Some(line) = self.line.take() else { return };
        let place = self.search_place();
        self.set_position_of(place, line.origin);
        self.search = None;
    }

    /// Searches the same in another place, unless it is not there.
    fn search_elsewhere(&mut self, place: Place, query: String) {
        if self.find_hits(place, &query).is_empty() {
            self.say(format!("'{query}' is not here"));
        } else {
            self.search_in(place, query);
        }
    }

    /// The find the search stands at, when it is one in the text that is seen.
    pub(super) fn seen_hit(&self) -> Option<Hit> {
        let search = self.search.as_ref()?;
        let hit = search.hits.get(search.at).copied()?;
        let top = self.position(Pane::Text).top;
        let seen = (top..top + self.height(Pane::Text)).contains(&hit.row);
        let in_text = search.place == Place::Pane(Pane::Text) && hit.ink == Ink::Article;
        (seen && in_text).then_some(hit)
    }

    /// The next match of the search; the next quote when nothing is searched.
    pub(super) fn next_match(&mut self, forward: bool, times: usize) {
        let place = self.search_place();
        let Some(search) = &mut self.search else {
            if place == Place::Help {
                self.say("nothing is searched");
            } else {
                self.next_quote(forward, times);
            }
            return;
        };
        if search.place != place || search.hits.is_empty() {
            let query = search.query.clone();
            self.search_elsewhere(place, query);
        } else {
            let count = search.hits.len();
            let step = if forward {
                times % count
            } else {
                count - times % count
            };
            search.at = (search.at + step) % count;
        }
        self.show_hit();
    }
}

fn request(code: KeyCode, ctrl: bool) -> Option<InputRequest> {
    Some(match (code, ctrl) {
        (KeyCode::Char(c), false) => InputRequest::InsertChar(c),
        (KeyCode::Backspace, false) | (KeyCode::Char('h'), true) => InputRequest::DeletePrevChar,
        (KeyCode::Delete, _) => InputRequest::DeleteNextChar,
        (KeyCode::Left, false) => InputRequest::GoToPrevChar,
        (KeyCode::Right, false) => InputRequest::GoToNextChar,
        (KeyCode::Left, true) => InputRequest::GoToPrevWord,
        (KeyCode::Right, true) => InputRequest::GoToNextWord,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => InputRequest::GoToStart,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => InputRequest::GoToEnd,
        (KeyCode::Char('w') | KeyCode::Backspace, true) => InputRequest::DeletePrevWord,
        (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
        _ => return None,
    })
}
