use super::{App, Effect};
use crate::briefing::{Briefing, Story};
use crate::ui::panes::{self, Pane, Told};
use crate::ui::sheet::Sheet;
use crate::ui::view::Position;

/// The stories of the articles, and the one that is shown.
#[derive(Default)]
pub(in crate::ui) struct Telling {
    /// Whether the story stands in the place of the text.
    pub open: bool,
    pub sheet: Sheet,
    pub position: Position,
    /// What the items of the sheet stand for.
    told: Vec<Told>,
    /// The stories, their articles as places of the list.
    stories: Vec<Story>,
    /// How many things had been loaded when they were found.
    found: Option<usize>,
    made: Option<Made>,
}

impl Telling {
    /// What the selected item stands for, and its first row.
    fn selected(&self) -> Option<(Told, usize)> {
        let item = self.sheet.items().get(self.position.selected)?;
        let told = self.told.get(item.subject)?;
        Some((*told, item.rows.start))
    }

    /// The place on another sheet of the same or another story: the same item stays selected, and
    /// on the same row of the screen.
    fn position_in(&self, sheet: &Sheet, told: &[Told]) -> Position {
        let Some((selected, row)) = self.selected() else {
            return Position::default();
        };
        let mut items = sheet.items().iter();
        let same = items.position(|item| told.get(item.subject).is_some_and(|it| it.is(selected)));
        match same {
            Some(at) => Position {
                top: (sheet.items()[at].rows.start + self.position.top).saturating_sub(row),
                selected: at,
            },
            // The line has given way to others of the same story.
            None if told
                .iter()
                .any(|it| it.is(Told::Article(selected.article()))) =>
            {
                self.position
            }
            None => Position::default(),
        }
    }
}

/// What the sheet was laid out for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Made {
    found: Option<usize>,
    /// The story by its index, if there is one.
    story: Option<usize>,
    width: u16,
}

impl App {
    /// Shows the story of the article in the place of the text, or the text again.
    pub(super) fn turn_story(&mut self) -> Effect {
        if self.telling.open {
            self.close_story();
            return Effect::Nothing;
        }
        if self.entries.len() < 2 {
            self.say_alone();
            return Effect::Nothing;
        }
        self.remember();
        self.telling.open = true;
        self.focus = Pane::Story;
        if self.is_behind() {
            Effect::Stories
        } else {
            Effect::Nothing
        }
    }

    /// Whether a story is shown that was found before the last article was loaded.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.telling.open && self.telling.found != Some(self.loaded)
    }

    pub(super) fn close_story(&mut self) {
        self.telling.open = false;
        if self.focus == Pane::Story {
            self.focus = Pane::Text;
        }
    }

    /// The articles that are there, in the order of the list.
    #[must_use]
    pub fn briefings(&self) -> Vec<&Briefing> {
        let places = 0..self.entries.len();
        let views = places.filter_map(|index| self.view_at(index));
        views.map(|view| &*view.briefing).collect()
    }

    /// Takes the stories that [`App::briefings`] tell.
    pub fn take_stories(&mut self, mut stories: Vec<Story>) {
        let places: Vec<usize> = (0..self.entries.len())
            .filter(|&index| self.view_at(index).is_some())
            .collect();
        for story in &mut stories {
            let articles = story.articles.iter_mut();
            let of_lines = story.lines.iter_mut().map(|(article, _)| article);
            for article in articles.chain(of_lines) {
                *article = places.get(*article).copied().unwrap_or(0);
            }
        }
        self.telling.stories = stories;
        self.telling.found = Some(self.loaded);
        self.refresh();
    }

    /// The story that the current article is part of, by its index.
    fn story_index(&self) -> Option<usize> {
        let mut stories = self.telling.stories.iter();
        stories.position(|story| story.articles.contains(&self.current))
    }

    /// The story that the current article is part of.
    pub(super) fn story(&self) -> Option<&Story> {
        self.telling.stories.get(self.story_index()?)
    }

    /// The story with its articles as indices into the briefings beside it.
    pub(in crate::ui) fn story_alone(&self) -> Option<(Story, Vec<&Briefing>)> {
        let mut story = self.story()?.clone();
        let places = std::mem::take(&mut story.articles);
        let briefings = places.iter().filter_map(|&at| self.view_at(at));
        let briefings: Vec<&Briefing> = briefings.map(|view| &*view.briefing).collect();
        story.articles = (0..briefings.len()).collect();
        for (article, _) in &mut story.lines {
            *article = places.iter().position(|at| at == article).unwrap_or(0);
        }
        Some((story, briefings))
    }

    /// Lays the story out anew if anything in it has changed.
    pub(super) fn lay_out_story(&mut self) {
        let Some(area) = self.pane_area(Pane::Story) else {
            return;
        };
        let made = Made {
            found: self.telling.found,
            story: self.story_index(),
            width: area.body.width,
        };
        if self.telling.made == Some(made) {
            return;
        }
        let briefing = |article| self.view_at(article).map(|view| &*view.briefing);
        let (sheet, told) = panes::story_sheet(self.story(), briefing, area.body.width);
        self.telling.position = self.telling.position_in(&sheet, &told);
        self.telling.sheet = sheet;
        self.telling.told = told;
        self.telling.made = Some(made);
    }

    /// What the selected item of the story stands for.
    pub(in crate::ui) fn told(&self) -> Option<Told> {
        self.telling.selected().map(|(told, _)| told)
    }

    /// Jumps to what the selected item of the story stands for, in its article.
    pub(super) fn open_told(&mut self) {
        let Some(told) = self.told() else {
            self.say("there is nothing to jump to");
            return;
        };
        self.remember();
        self.zoomed = false;
        match told {
            Told::Article(article) => {
                self.show_article(article);
                self.set_focus(Pane::Text);
            }
            Told::Line(article, line) => {
                self.show_article(article);
                self.mark(vec![line.span]);
            }
            Told::Figure(article, index) => {
                self.show_article(article);
                let briefing = self.view().map(|view| &view.briefing);
                let passages = briefing.and_then(|briefing| {
                    let figure = briefing.figures.get(index)?;
                    Some(self.passages_of(briefing, figure))
                });
                self.mark(passages.unwrap_or_default());
            }
        }
    }

    /// The line, the sentence of the figure, or the headline of the article.
    pub(super) fn told_to_copy(&self) -> Option<String> {
        let words = match self.told()? {
            Told::Article(article) => {
                &self
                    .view_at(article)?
                    .briefing
                    .document
                    .article()
                    .title
                    .text
            }
            Told::Line(article, line) => self.view_at(article)?.briefing.document.slice(line.span),
            Told::Figure(article, index) => {
                let briefing = &self.view_at(article)?.briefing;
                let figure = briefing.figures.get(index)?;
                let at = briefing.document.sentence_at(figure.span.start())?;
                let sentence = briefing.document.sentences().get(at)?;
                briefing.document.slice(sentence.span)
            }
        };
        Some(words.to_owned())
    }
}
