use ratatui::layout::Rect;

use super::{App, moving};
use crate::briefing::Role;
use crate::ui::panes::{self, Pane};
use crate::ui::sheet::Sheet;
use crate::ui::view::Position;
use crate::ui::{Action, popups};

/// A sheet above the panes.
pub(in crate::ui) struct Popup {
    pub kind: PopupKind,
    pub sheet: Sheet,
    pub position: Position,
    /// With its frame.
    pub area: Rect,
}

/// What a popup is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui) enum PopupKind {
    Help,
    /// Why the focused thing is as it is; the keys go on to the panes.
    Why,
    /// Whose quotes to show: all, or those of a name.
    Speakers(Vec<Option<String>>),
    /// Which figures to show: all, or those of a role.
    Roles(Vec<Option<Role>>),
}

impl Popup {
    /// Whether there is more in it than is seen.
    pub(in crate::ui) fn is_long(&self) -> bool {
        self.sheet.rows().len() > usize::from(self.area.height.saturating_sub(FRAME))
    }
}

impl PopupKind {
    /// Whether keys move in it instead of in the panes.
    pub(in crate::ui) fn is_modal(&self) -> bool {
        *self != Self::Why
    }

    fn is_list(&self) -> bool {
        matches!(self, Self::Speakers(_) | Self::Roles(_))
    }

    pub(in crate::ui) fn title(&self) -> &'static str {
        match self {
            Self::Help => "Keys",
            Self::Why => "Why",
            Self::Speakers(_) => "Whose quotes",
            Self::Roles(_) => "Which figures",
        }
    }
}

/// The columns of a popup's frame and of the space inside it.
const FRAME: u16 = 2;

/// The rows of the smallest popup that is of use.
const SMALLEST: u16 = FRAME + 2;

impl App {
    /// Closes a popup that takes the keys before an action that is not meant for it: what it is about
    /// lies in the panes.
    pub(super) fn leave_popup(&mut self, action: Action) {
        use Action as A;
        let meant = matches!(
            action,
            A::Down
                | A::Up
                | A::HalfDown
                | A::HalfUp
                | A::PageDown
                | A::PageUp
                | A::Top
                | A::Bottom
                | A::Open
                | A::Search
                | A::NextMatch
                | A::PreviousMatch
                | A::Filter
                | A::Help
                | A::Cancel
                | A::Quit
                | A::Leave
                | A::Suspend
                | A::Redraw
        );
        if !meant {
            self.popup.take_if(|popup| popup.kind.is_modal());
        }
    }

    pub(super) fn turn_help(&mut self) {
        self.turn_popup(PopupKind::Help, 0);
    }

    pub(super) fn turn_why(&mut self) {
        if self.popup.is_none() && self.focus == Pane::Text {
            self.mark_sentence();
        }
        // Asked before the popup covers the foot of the text, where the mark may stand.
        let marked = self.seen_mark().filter(|_| self.focus == Pane::Text);
        self.turn_popup(PopupKind::Why, 0);
        self.refresh();
        if let Some((row, _)) = marked {
            self.show_row(row);
        }
    }

    /// Opens a popup, or closes it when it is open.
    fn turn_popup(&mut self, kind: PopupKind, selected: usize) {
        let open = self.popup.as_ref().is_some_and(|popup| popup.kind == kind);
        self.popup = (!open).then(|| Popup {
            kind,
            sheet: Sheet::default(),
            position: Position { top: 0, selected },
            area: Rect::default(),
        });
    }

    /// Offers the speakers to choose from, or the roles when the figures have the focus.
    pub(super) fn pick_filter(&mut self) {
        let Some(view) = self.view() else { return };
        let (kind, selected) = if self.focus == Pane::Figures {
            let roles = panes::shown_roles(&view.briefing, self.manner.ages);
            let roles = roles.into_iter().map(|(role, _)| Some(role));
            let choices: Vec<Option<Role>> = std::iter::once(None).chain(roles).collect();
            let at = choices.iter().position(|role| *role == view.filters.role);
            (PopupKind::Roles(choices), at)
        } else {
            let names = panes::speakers(&view.briefing);
            let names = names.into_iter().map(|(name, _)| Some(name.to_owned()));
            let choices: Vec<Option<String>> = std::iter::once(None).chain(names).collect();
            let at = choices
                .iter()
                .position(|name| *name == view.filters.speaker);
            (PopupKind::Speakers(choices), at)
        };
        if matches!(&kind, PopupKind::Speakers(names) if names.len() < 2) {
            self.say("nobody is quoted");
        } else if matches!(&kind, PopupKind::Roles(roles) if roles.len() < 2) {
            self.say("there are no figures");
        } else {
            self.turn_popup(kind, selected.unwrap_or(0));
        }
    }

    /// Takes what is selected in a popup.
    pub(super) fn open_in_popup(&mut self) {
        let Some(popup) = self.popup.take() else {
            return;
        };
        let selected = popup.position.selected;
        let Some(view) = self.view_mut() else { return };
        let pane = match popup.kind {
            PopupKind::Speakers(mut names) if selected < names.len() => {
                view.filters.speaker = names.swap_remove(selected);
                Pane::Quotes
            }
            PopupKind::Roles(roles) => {
                view.filters.role = roles.get(selected).copied().flatten();
                Pane::Figures
            }
            _ => return,
        };
        self.set_position(pane, Position::default());
        self.focus = pane;
    }

    /// Scrolls a popup that explains more than fits in it by half a screen or more. Gives whether
    /// there was one; its lines and items are moved through in the pane that it explains.
    pub(super) fn scroll_reasons(&mut self, action: Action, count: Option<usize>) -> bool {
        let far = matches!(
            action,
            Action::HalfDown | Action::HalfUp | Action::PageDown | Action::PageUp
        );
        let long = self.popup.as_ref().is_some_and(Popup::is_long);
        if far && long {
            self.travel_in_popup(action, count);
        }
        far && long
    }

    pub(super) fn travel_in_popup(&mut self, action: Action, count: Option<usize>) {
        let Some(popup) = &mut self.popup else { return };
        let height = usize::from(popup.area.height.saturating_sub(FRAME));
        popup.position = if popup.kind.is_list() {
            let moved = moving::select(&popup.sheet, popup.position, action, count, height);
            moving::show_selected(&popup.sheet, moved, height)
        } else {
            moving::scroll(&popup.sheet, popup.position, action, count, height)
        };
    }

    /// Lays the popup out anew for what it is about now.
    pub(super) fn refresh_popup(&mut self) {
        let Some(popup) = &self.popup else { return };
        let room = self.room_of(&popup.kind);
        let width = room.width.saturating_sub(FRAME);
        let sheet = match &popup.kind {
            PopupKind::Help => popups::help(&self.keymap, width),
            PopupKind::Why => popups::why(self, width),
            PopupKind::Speakers(names) => popups::speakers(self, names, width),
            PopupKind::Roles(roles) => popups::roles(self, roles, width),
        };
        let rows = u16::try_from(sheet.rows().len()).unwrap_or(u16::MAX);
        let height = rows.saturating_add(FRAME).min(room.height);
        let area = if popup.kind == PopupKind::Why {
            Rect {
                y: room.bottom() - height,
                height,
                ..room
            }
        } else {
            Rect {
                y: room.y + (room.height - height) / 2,
                height,
                ..room
            }
        };
        let inner = usize::from(height.saturating_sub(FRAME));
        if let Some(popup) = &mut self.popup {
            let last = sheet.rows().len().saturating_sub(inner);
            if popup.kind == PopupKind::Why && popup.sheet.own() != sheet.own() {
                popup.position.top = 0;
            }
            popup.position.top = popup.position.top.min(last);
            if popup.kind.is_list() {
                popup.position = moving::show_selected(&sheet, popup.position, inner);
            }
            popup.sheet = sheet;
            popup.area = area;
        }
    }

    /// The most that a popup may take of the screen.
    fn room_of(&self, kind: &PopupKind) -> Rect {
        let screen = self.area();
        let above_status = Rect {
            height: screen.height.saturating_sub(self.screen.status.height),
            ..screen
        };
        match kind {
            PopupKind::Why => {
                let text = self.pane_area(Pane::Text);
                let text = text.or_else(|| self.pane_area(Pane::Story));
                let over = text.or_else(|| self.pane_area(self.focus));
                let over = over.map_or(above_status, |area| area.body);
                // Some rows of the text stay in sight.
                let least = over.height.saturating_sub(4).clamp(SMALLEST, 14);
                let height = (over.height * 3 / 5).max(least).min(above_status.height);
                Rect {
                    width: over.width.min(84).max(screen.width.min(40)),
                    height,
                    x: over.x.min(screen.width.saturating_sub(40)),
                    y: above_status
                        .bottom()
                        .min(over.bottom())
                        .saturating_sub(height),
                }
                .intersection(above_status)
            }
            PopupKind::Help => middle(above_status, popups::HELP_WIDTH),
            PopupKind::Speakers(_) | PopupKind::Roles(_) => middle(above_status, 46),
        }
    }
}

fn middle(area: Rect, width: u16) -> Rect {
    let width = area.width.min(width);
    let margin = u16::from(area.height > 14);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + margin,
        width,
        height: area.height - 2 * margin,
    }
}
