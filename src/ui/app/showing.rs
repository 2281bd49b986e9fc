use super::{App, Effect};
use crate::briefing::SectionKind;
use crate::ui::panes::Pane;
use crate::ui::{FigureOrder, QuoteOrder, TextOrder};

impl App {
    /// Another order of what the focused pane shows.
    pub(super) fn reorder(&mut self) {
        let words = match self.focus {
            Pane::Text => self.reorder_text(),
            Pane::Quotes => self.reorder_quotes(),
            Pane::Figures => self.reorder_figures(),
            Pane::Summary | Pane::Articles | Pane::Story => "this pane has one order only",
        };
        self.say(words);
    }

    fn reorder_text(&mut self) -> &'static str {
        match self.manner.text {
            TextOrder::Sections => {
                self.manner.text = TextOrder::Source;
                "the text as written"
            }
            TextOrder::Source => {
                self.manner.text = TextOrder::Sections;
                "the text by section"
            }
        }
    }

    fn reorder_quotes(&mut self) -> &'static str {
        match self.manner.quotes {
            QuoteOrder::Place => {
                self.manner.quotes = QuoteOrder::Speaker;
                "quotes by speaker"
            }
            QuoteOrder::Speaker => {
                self.manner.quotes = QuoteOrder::Place;
                "quotes as they stand in the text"
            }
        }
    }

    fn reorder_figures(&mut self) -> &'static str {
        let (order, words) = match self.manner.figures {
            FigureOrder::Importance => (FigureOrder::Role, "figures by role"),
            FigureOrder::Role => (FigureOrder::Size, "figures by size"),
            FigureOrder::Size => (FigureOrder::Place, "figures as they stand in the text"),
            FigureOrder::Place => (FigureOrder::Importance, "figures by importance"),
        };
        self.manner.figures = order;
        words
    }

    pub(super) fn turn_ages(&mut self) {
        self.manner.ages = !self.manner.ages;
        self.say(if self.manner.ages {
            "ages are among the figures"
        } else {
            "ages are left out"
        });
    }

    pub(super) fn turn_reaction(&mut self) -> Effect {
        let Some(view) = self.view() else {
            return Effect::Nothing;
        };
        let shown = view.briefing.sentences_of(SectionKind::Reaction).next();
        Effect::Reaction(shown.is_none())
    }

    pub(super) fn export(&mut self) -> Effect {
        if self.view().is_none() {
            self.say("there is no briefing to write");
            return Effect::Nothing;
        }
        if self.focus == Pane::Story && self.story().is_some() {
            return Effect::ExportStory;
        }
        Effect::Export
    }

    /// Closes what is open, or ends the search, the filter or the mark.
    pub(super) fn cancel(&mut self) {
        if self.popup.take().is_some() || self.search.take().is_some() || self.drop_filter() {
            return;
        }
        if let Some(view) = self.view_mut().filter(|view| !view.marks.is_empty()) {
            view.marks.clear();
            return;
        }
        if self.focus == Pane::Story {
            self.close_story();
        }
        self.zoomed = false;
    }

    /// Ends the filter of the focused pane, if it has one.
    fn drop_filter(&mut self) -> bool {
        let focus = self.focus;
        let Some(view) = self.view_mut() else {
            return false;
        };
        match focus {
            Pane::Quotes => view.filters.speaker.take().is_some(),
            Pane::Figures => view.filters.role.take().is_some(),
            _ => false,
        }
    }

    /// Back: out of a popup, a zoom, a pane that hides the text; or out of the reader.
    pub(super) fn quit(&mut self) -> Effect {
        let folded = self.pane_area(Pane::Text).is_none();
        if self.popup.take().is_some() {
        } else if self.zoomed {
            self.zoomed = false;
        } else if self.telling.open {
            self.close_story();
        } else if folded && self.focus != Pane::Text {
            self.focus = Pane::Text;
        } else {
            return Effect::Quit;
        }
        Effect::Nothing
    }
}
