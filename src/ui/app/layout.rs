use ratatui::layout::Rect;

use super::{App, Entry};

use crate::ui::panes::{self, Pane};
use crate::ui::screen::{Screen, Shape};
use crate::ui::view::Room;
use crate::ui::wrap;

/// From so many columns on, the list of articles says where each comes from.
const ROOM_FOR_OUTLET: u16 = 60;

/// What the list of articles was laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) struct Listing {
    /// How many things had been loaded.
    loaded: usize,
    current: usize,
    /// Whether each has one row only.
    tight: bool,
    width: u16,
}

impl App {
    /// The panes that can have the focus.
    pub(in crate::ui) fn focusable(&self) -> impl Iterator<Item = Pane> + use<> {
        let several = self.entries.len() > 1;
        let story = self.telling.open;
        let panes = Pane::ALL.into_iter();
        let panes = panes.filter(move |pane| *pane != Pane::Articles || several);
        panes.map(move |pane| match pane {
            Pane::Text if story => Pane::Story,
            _ => pane,
        })
    }

    /// The place of each name among the tabs, where one pane is shown at a time.
    pub(in crate::ui) fn tabs(&self) -> Vec<(Pane, Rect)> {
        let line = self.screen.tabs;
        let panes: Vec<Pane> = self.focusable().collect();
        let len = |pane: Pane| u16::try_from(pane.title().len()).unwrap_or(0);
        let full: u16 = panes.iter().map(|&pane| len(pane) + 2).sum();
        let margin = if full <= line.width { 2 } else { 0 };
        let space = u16::from(margin == 0);
        let focused = panes.iter().position(|&pane| pane == self.focus);
        let up_to_focus = panes.iter().take(focused.map_or(0, |at| at + 1));
        let widths: Vec<u16> = up_to_focus
            .map(|&pane| len(pane) + margin + space)
            .collect();
        let first = first_tab(&widths, line.width + space);
        let mut x = line.x;
        let mut tabs = Vec::with_capacity(panes.len());
        for pane in panes.into_iter().skip(first) {
            let width = len(pane) + margin;
            tabs.push((pane, Rect { x, width, ..line }.intersection(line)));
            x += width + space;
        }
        tabs
    }

    pub(super) fn turn_focus(&mut self, forward: bool) {
        let panes: Vec<Pane> = self.focusable().collect();
        let at = panes.iter().position(|pane| *pane == self.focus);
        let step = if forward { 1 } else { panes.len() - 1 };
        let next = (at.unwrap_or(0) + step) % panes.len();
        self.set_focus(panes[next]);
    }

    pub(super) fn set_focus(&mut self, pane: Pane) {
        if pane == Pane::Text {
            self.telling.open = false;
        }
        if self.focusable().any(|other| other == pane) {
            self.focus = pane;
        } else {
            self.say_alone();
        }
    }

    pub(super) fn zoom(&mut self) {
        self.zoomed = !self.zoomed;
        let all = Shape {
            zoomed: false,
            ..self.shape()
        };
        if !all.is_wide(self.area) {
            self.zoomed = false;
            self.say("there is room for one pane only");
        }
    }

    pub(in crate::ui) fn shape(&self) -> Shape {
        let count = |len: usize| u16::try_from(len).unwrap_or(u16::MAX);
        let view = self.view();
        let summary = view.and_then(|view| view.sheet(Pane::Summary));
        Shape {
            focus: self.focus,
            story: self.telling.open,
            zoomed: self.zoomed,
            articles: count(self.entries.len()),
            wide: self.options.wide,
            text_width: self.options.text_width,
            summary_rows: summary.map_or(0, |sheet| count(sheet.rows().len())),
            quotes: view.map_or(0, |view| count(view.quote_groups.len())),
            figures: view.map_or(0, |view| count(view.briefing.figures.len())),
        }
    }

    /// Lays out what has changed, so that drawing finds everything in its place.
    pub(super) fn refresh(&mut self) {
        self.stale = false;
        let screen = self.shape().screen(self.area);
        let mut changed = false;
        let headed = self.is_headed(&screen);
        let manner = self.manner.clone();
        for area in &screen.panes {
            let room = Room {
                width: area.body.width,
                text_width: self.options.text_width,
                tight: screen.panes.len() > 1,
                headed,
            };
            if let Some(view) = self.view_mut() {
                changed |= view.lay_out(area.pane, &manner, room);
            }
        }
        // The summary's share of the rows depends on how it was laid out.
        self.screen = self.shape().screen(self.area);
        self.lay_out_articles();
        self.lay_out_story();
        self.refresh_popup();
        if changed {
            self.search_anew();
        }
        for area in self.screen.panes.clone() {
            self.keep_in_sight(&area);
        }
    }

    /// Whether the headline fits above the panes.
    fn is_headed(&self, screen: &Screen) -> bool {
        let title = self
            .view()
            .map(|view| &view.briefing.document.article().title);
        let wide = title.map_or(0, |title| wrap::columns(&title.text));
        wide + 10 <= usize::from(screen.header.width)
    }

    /// Lays the list of articles out anew if anything in it has changed.
    fn lay_out_articles(&mut self) {
        let width = self.pane_area(Pane::Articles).map(|area| area.body.width);
        let Some(width) = width else { return };
        let listing = Listing {
            loaded: self.loaded,
            current: self.current,
            tight: self.screen.panes.len() > 1,
            width,
        };
        if self.listing == Some(listing) {
            return;
        }
        let entries = self.entries.iter().map(|entry| match entry {
            Entry::Pending(name) => (name.as_str(), None, Some("reading …")),
            Entry::Failed(name, _) => (name.as_str(), None, Some("could not be read")),
            Entry::Ready(view) => {
                let document = &view.briefing.document;
                let gist = view.briefing.gist().filter(|_| !listing.tight);
                let gist = gist.map(|line| document.slice(line.span));
                let article = document.article();
                let outlet = panes::outlet(article);
                let room = !listing.tight && listing.width >= ROOM_FOR_OUTLET;
                let outlet = Some(outlet).filter(|outlet| room && !outlet.is_empty());
                (article.title.text.as_str(), gist, outlet)
            }
        });
        self.articles.0 = panes::articles_sheet(entries, width, self.current);
        self.listing = Some(listing);
    }
}

/// With which tab to begin, so that the last of these is seen.
fn first_tab(widths: &[u16], room: u16) -> usize {
    let fits = |&first: &usize| widths[first..].iter().sum::<u16>() <= room;
    let found = (0..widths.len()).find(fits);
    found.unwrap_or(widths.len().saturating_sub(1))
}
