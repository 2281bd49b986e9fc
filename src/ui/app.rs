//! All that can change while the reader runs, and how actions change it.

mod history;
mod jumping;
mod layout;
mod loading;
mod moving;
mod pointing;
mod popup;
mod searching;
mod showing;
mod telling;
mod words;

use ratatui::layout::Rect;

use self::layout::Listing;
pub(super) use self::popup::{Popup, PopupKind};
pub(super) use self::searching::{Line, Place, Search};
use self::telling::Telling;
use super::keymap::{Keymap, Match};
use super::keys::Key;
use super::panes::{Manner, Pane};
use super::screen::{PaneArea, Screen};
use super::sheet::Sheet;
use super::theme::Theme;
use super::view::{Anchor, Position, View};
use super::{Action, Options};
use crate::briefing::{Briefing, Outline};
use crate::document::Span;

/// What is to be done after a key, outside of what is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// Put a text on the clipboard.
    Copy(String),
    /// Write the briefing of the current article.
    Export,
    /// Ask for the briefing with reaction as a section, or without.
    Reaction(bool),
    /// Find the stories that the articles tell.
    Stories,
    /// Write the story of the current article.
    ExportStory,
    /// Go back to the shell until it lets the reader go on.
    Suspend,
    /// Draw all of the screen, whatever is on it.
    Redraw,
    /// End.
    Quit,
}

/// A place in the list of articles.
pub(super) enum Entry {
    Pending(String),
    Failed(String, String),
    Ready(Box<View>),
}

/// Words for the reader on the last line, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub words: String,
    pub error: bool,
}

/// Keys pressed so far that do nothing yet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Typing {
    pub pressed: Vec<Key>,
    pub count: Option<usize>,
}

/// A place that a jump left or went to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    article: usize,
    pane: Pane,
    anchor: Anchor,
    position: Position,
    marks: Vec<Span>,
}

/// All that can change while the reader runs: without a terminal, keys go in and frames come out.
pub struct App {
    pub(super) options: Options,
    pub(super) keymap: Keymap,
    pub(super) theme: Theme,
    pub(super) entries: Vec<Entry>,
    pub(super) current: usize,
    pub(super) focus: Pane,
    pub(super) zoomed: bool,
    pub(super) manner: Manner,
    pub(super) screen: Screen,
    pub(super) typing: Typing,
    pub(super) message: Option<Message>,
    pub(super) search: Option<Search>,
    pub(super) line: Option<Line>,
    pub(super) popup: Option<Popup>,
    /// The list of articles, or what is said in place of an article.
    pub(super) articles: (Sheet, Position),
    /// The stories of the articles, once they were asked for.
    pub(super) telling: Telling,
    outline: Outline,
    listing: Option<Listing>,
    /// How many things have been loaded.
    loaded: usize,
    /// Whether all has come that was to be loaded.
    complete: bool,
    /// Whether something was loaded after all was laid out.
    stale: bool,
    area: Rect,
    history: Vec<Spot>,
    /// How many places of the history lie behind.
    behind: usize,
}

impl App {
    /// A reader that has nothing to show yet.
    #[must_use]
    pub fn new(options: Options, keymap: Keymap, theme: Theme, outline: Outline) -> Self {
        let manner = Manner {
            text: options.text,
            quotes: options.quotes,
            figures: options.figures,
            ages: options.ages,
        };
        Self {
            options,
            keymap,
            theme,
            entries: Vec::new(),
            current: 0,
            focus: Pane::Text,
            zoomed: false,
            manner,
            screen: Screen::default(),
            typing: Typing::default(),
            message: None,
            search: None,
            line: None,
            popup: None,
            articles: (Sheet::default(), Position::default()),
            telling: Telling::default(),
            outline,
            listing: None,
            loaded: 0,
            complete: false,
            stale: false,
            area: Rect::default(),
            history: Vec::new(),
            behind: 0,
        }
    }

    /// The article that is shown, once it is there.
    pub(super) fn view(&self) -> Option<&View> {
        self.view_at(self.current)
    }

    /// The article at a place of the list, once it is there.
    pub(super) fn view_at(&self, index: usize) -> Option<&View> {
        match self.entries.get(index) {
            Some(Entry::Ready(view)) => Some(view),
            _ => None,
        }
    }

    fn view_mut(&mut self) -> Option<&mut View> {
        match self.entries.get_mut(self.current) {
            Some(Entry::Ready(view)) => Some(view),
            _ => None,
        }
    }

    /// Puts another briefing of the current article in place of the one shown.
    pub(super) fn replace_briefing(&mut self, briefing: Briefing) {
        let Some(old) = self.view() else { return };
        let mut view = View::new(Box::new(briefing), &self.outline);
        view.take_over(old, self.height(Pane::Text));
        let blank = self.blank_rows();
        *self.entry_mut(self.current) = Entry::Ready(Box::new(view));
        self.loaded += 1;
        self.refresh();
        if self.pane_area(Pane::Text).is_some() {
            let top = self.position(Pane::Text).top;
            self.set_top(top.min(self.last_top() + blank));
        }
    }

    /// The rows below the last of the text, where a jump went past the last full screen.
    fn blank_rows(&self) -> usize {
        self.position(Pane::Text)
            .top
            .saturating_sub(self.last_top())
    }

    /// Says how large the terminal is, and lays out what has been loaded since. To be called before
    /// each frame.
    pub fn resize(&mut self, area: Rect) {
        if self.area != area || self.stale {
            self.area = area;
            self.refresh();
        }
    }

    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Takes a key, and does what it means.
    pub fn press(&mut self, key: Key) -> Effect {
        self.message = None;
        if self.stale {
            self.refresh();
        }
        if self.line.is_some() {
            return self.press_in_line(key);
        }
        let typing = &mut self.typing;
        if typing.pressed.is_empty()
            && let Some(digit) = key.digit()
            && (typing.count.is_some() || self.keymap.find(&[key]) == Match::Nothing)
        {
            let count = typing.count.unwrap_or(0);
            typing.count = Some((count * 10 + digit).min(99_999));
            return Effect::Nothing;
        }
        typing.pressed.push(key);
        match self.keymap.find(&typing.pressed) {
            Match::Head => Effect::Nothing,
            Match::Action(action) => {
                let count = typing.count;
                self.typing = Typing::default();
                self.update(action, count)
            }
            Match::Nothing => {
                self.refuse();
                Effect::Nothing
            }
        }
    }

    /// Says that keys mean nothing, unless they were to end a chord.
    fn refuse(&mut self) {
        let typing = std::mem::take(&mut self.typing);
        let ended = typing
            .pressed
            .last()
            .is_some_and(|&key| self.keymap.find(&[key]) == Match::Action(Action::Cancel));
        if !ended {
            let keys = super::keys::show(&typing.pressed);
            let help = self.keymap.shown(Action::Help);
            self.say(format!("'{keys}' does nothing, {help} lists the keys"));
        }
    }

    /// Carries out an action, so many times where that has a meaning.
    pub(super) fn update(&mut self, action: Action, count: Option<usize>) -> Effect {
        self.leave_popup(action);
        let effect = self.carry_out(action, count);
        self.refresh();
        effect
    }

    fn carry_out(&mut self, action: Action, count: Option<usize>) -> Effect {
        use Action as A;
        let times = count.unwrap_or(1).max(1);
        match action {
            A::Down
            | A::Up
            | A::HalfDown
            | A::HalfUp
            | A::PageDown
            | A::PageUp
            | A::Top
            | A::Bottom => self.travel(action, count),
            A::NextParagraph => self.next_paragraph(true, times),
            A::PreviousParagraph => self.next_paragraph(false, times),
            A::NextSentence => self.next_sentence(true, times),
            A::PreviousSentence => self.next_sentence(false, times),
            A::NextQuote => self.next_quote(true, times),
            A::PreviousQuote => self.next_quote(false, times),
            A::NextFigure => self.next_figure(true, times),
            A::PreviousFigure => self.next_figure(false, times),
            A::NextSection => self.next_section(true, times),
            A::PreviousSection => self.next_section(false, times),
            A::Section1 => self.go_to_section(0),
            A::Section2 => self.go_to_section(1),
            A::Section3 => self.go_to_section(2),
            A::Section4 => self.go_to_section(3),
            A::Section5 => self.go_to_section(4),
            A::Open => return self.open(),
            A::Back => self.back(),
            A::Forward => self.forward(),
            A::Search => self.start_search(),
            A::NextMatch => self.next_match(true, times),
            A::PreviousMatch => self.next_match(false, times),
            A::NextPane => self.turn_focus(true),
            A::PreviousPane => self.turn_focus(false),
            A::FocusText => self.set_focus(Pane::Text),
            A::FocusSummary => self.set_focus(Pane::Summary),
            A::FocusQuotes => self.set_focus(Pane::Quotes),
            A::FocusFigures => self.set_focus(Pane::Figures),
            A::FocusArticles => self.set_focus(Pane::Articles),
            A::Zoom => self.zoom(),
            A::Order => self.reorder(),
            A::Filter => self.pick_filter(),
            A::Ages => self.turn_ages(),
            A::Reaction => return self.turn_reaction(),
            A::Why => self.turn_why(),
            A::NextArticle => self.next_article(true, times),
            A::PreviousArticle => self.next_article(false, times),
            A::Story => return self.turn_story(),
            A::Copy => return self.copy(),
            A::Export => return self.export(),
            A::Help => self.turn_help(),
            A::Cancel => self.cancel(),
            A::Quit => return self.quit(),
            A::Leave => return Effect::Quit,
            A::Suspend => return Effect::Suspend,
            A::Redraw => return Effect::Redraw,
        }
        Effect::Nothing
    }

    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.message = Some(Message {
            words: words.into(),
            error: false,
        });
    }

    pub(super) fn complain(&mut self, words: impl Into<String>) {
        self.message = Some(Message {
            words: words.into(),
            error: true,
        });
    }

    /// The place of a pane, when it is seen.
    pub(super) fn pane_area(&self, pane: Pane) -> Option<PaneArea> {
        let mut areas = self.screen.panes.iter();
        areas.find(|area| area.pane == pane).copied()
    }

    /// The sheet of a pane, once it is laid out.
    pub(super) fn sheet(&self, pane: Pane) -> Option<&Sheet> {
        match pane {
            Pane::Articles => Some(&self.articles.0),
            Pane::Story => Some(&self.telling.sheet),
            _ => self.view()?.sheet(pane),
        }
    }

    pub(super) fn position(&self, pane: Pane) -> Position {
        match pane {
            Pane::Articles => self.articles.1,
            Pane::Story => self.telling.position,
            _ => self
                .view()
                .map_or_else(Position::default, |view| view.position(pane)),
        }
    }

    fn set_position(&mut self, pane: Pane, position: Position) {
        match pane {
            Pane::Articles => self.articles.1 = position,
            Pane::Story => self.telling.position = position,
            _ => {
                if let Some(view) = self.view_mut() {
                    view.set_position(pane, position);
                }
            }
        }
    }

    /// The index of what the selected item of the focused pane stands for.
    pub(super) fn subject(&self) -> Option<usize> {
        let sheet = self.sheet(self.focus)?;
        let item = sheet.items().get(self.position(self.focus).selected)?;
        Some(item.subject)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::briefing::{Label, SectionKind};
    use crate::document::{Article, Document};
    use crate::ui::Loaded;

    /// Forty sentences, those at some places reaction and the others background.
    fn briefing(reaction: &[usize]) -> Briefing {
        let lines = (0..40).map(|number| format!("Sentence {number}.\n"));
        let article = Article {
            text: lines.collect(),
            ..Article::default()
        };
        let label = |at| Label {
            kind: Some(if reaction.contains(&at) {
                SectionKind::Reaction
            } else {
                SectionKind::Background
            }),
            ..Label::default()
        };
        Briefing {
            document: Document::new(article),
            labels: (0..40).map(label).collect(),
            cues: Arc::default(),
            summary: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
        }
    }

    /// The rows of the screen on which a sentence of the article is seen.
    fn row_of(app: &App, sentence: usize) -> Option<usize> {
        let byte = app.view()?.briefing.document.sentences()[sentence]
            .span
            .start();
        let row = app.sheet(Pane::Text)?.row_of(byte)?;
        row.checked_sub(app.position(Pane::Text).top)
    }

    /// The reader of one article with a sentence of it at the top.
    fn read_down_to(sentence: usize) -> App {
        let keymap = Keymap::default();
        let mut app = App::new(
            Options::default(),
            keymap,
            Theme::default(),
            Outline::default(),
        );
        app.load(Loaded::Briefing(0, Box::new(briefing(&[]))));
        app.resize(Rect::new(0, 0, 60, 14));
        app.set_top(row_of(&app, sentence).unwrap());
        app
    }

    #[test]
    fn another_briefing_of_the_article_keeps_what_is_read_in_its_place() {
        let mut app = read_down_to(10);
        app.update(Action::Up, None);
        let before = row_of(&app, 12);
        assert_eq!(before, Some(5));
        app.replace_briefing(briefing(&[10, 11, 30]));
        assert_eq!(row_of(&app, 12), before);
        let before = row_of(&app, 8);
        assert_eq!(before, Some(1));
        app.replace_briefing(briefing(&[]));
        assert_eq!(row_of(&app, 8), before);
    }

    #[test]
    fn another_briefing_of_the_article_leaves_no_more_rows_blank() {
        let mut app = read_down_to(10);
        app.replace_briefing(briefing(&[10, 11, 12, 13, 14, 15, 16, 17]));
        assert_eq!(app.blank_rows(), 0);
    }
}
