use super::figures::{Scale, heading, write_place, write_told};
use super::summary::write_line;
use super::{list_sheet, note_sheet};
use crate::briefing::{Briefing, Story, StoryToll, SummaryLine};
use crate::document::Article;
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;

/// What an item of a story stands for, with the place of its article in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Told {
    /// A line that tells of the event.
    Line(usize, SummaryLine),
    /// A figure, by its index in its briefing.
    Figure(usize, usize),
    /// An article as a whole.
    Article(usize),
}

impl Told {
    pub(in crate::ui) fn article(self) -> usize {
        match self {
            Self::Line(article, _) | Self::Figure(article, _) | Self::Article(article) => article,
        }
    }

    /// Whether both stand for the same words, whatever the rank of a line.
    pub(in crate::ui) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Line(article, line), Self::Line(of, other)) => {
                (article, line.span) == (of, other.span)
            }
            _ => self == other,
        }
    }
}

/// What several articles tell of one event: the lines that tell most, their tolls side by side, and
/// the articles. Gives the sheet and what its items stand for, by their subjects.
pub(in crate::ui) fn sheet<'a>(
    story: Option<&Story>,
    briefing: impl Fn(usize) -> Option<&'a Briefing>,
    width: u16,
) -> (Sheet, Vec<Told>) {
    let Some(story) = story else {
        let note = "no other article here tells of this event";
        return (note_sheet(width, note), Vec::new());
    };
    let mut page = Page {
        sheet: list_sheet(width),
        told: Vec::new(),
    };
    page.heading(&format!("{} articles on one event", story.articles.len()));
    for &(article, line) in &story.lines {
        if let Some(of) = briefing(article) {
            page.line(article, of, line);
        }
    }
    for toll in story.tolls(&briefing) {
        page.toll(&toll, &briefing);
    }
    page.heading("Articles");
    for &article in &story.articles {
        if let Some(of) = briefing(article) {
            page.article(article, of);
        }
    }
    (page.sheet.finish(), page.told)
}

struct Page {
    sheet: Sheet,
    told: Vec<Told>,
}

impl Page {
    fn heading(&mut self, words: &str) {
        self.sheet.blank();
        let start = self.sheet.pen();
        self.sheet.write(words, ThemeRole::Heading);
        self.sheet.line(start, 0);
    }

    /// Takes a new item, and gives its subject.
    fn tell(&mut self, told: Told) -> usize {
        self.told.push(told);
        self.told.len() - 1
    }

    fn line(&mut self, article: usize, briefing: &Briefing, line: SummaryLine) {
        if self.told.last().is_some() {
            self.sheet.blank();
        }
        let subject = self.tell(Told::Line(article, line));
        let sheet = &mut self.sheet;
        sheet.begin_item(subject, vec![line.span]);
        let start = sheet.pen();
        write_line(sheet, briefing, &line);
        sheet.flow(start, 0, 0);
        let start = sheet.pen();
        sheet.write(&from(article, briefing.document.article()), ThemeRole::Dim);
        let row = sheet.line(start, 2);
        write_place(sheet, row, briefing, line.span);
        sheet.end_item();
    }

    fn toll<'a>(&mut self, toll: &StoryToll, briefing: &impl Fn(usize) -> Option<&'a Briefing>) {
        self.heading(&heading(toll.role));
        let figure = |&(article, index): &(usize, usize)| {
            let of = briefing(article)?;
            Some((of, of.figures.get(index)?))
        };
        let figures: Vec<_> = toll.figures.iter().filter_map(figure).collect();
        let scale = Scale::of(&figures, self.sheet.width());
        for place in &toll.figures {
            let Some((of, figure)) = figure(place) else {
                continue;
            };
            let subject = self.tell(Told::Figure(place.0, place.1));
            let from = from(place.0, of.document.article());
            let scale = scale.as_ref();
            write_told(&mut self.sheet, (of, figure), subject, scale, &from);
        }
    }

    fn article(&mut self, article: usize, briefing: &Briefing) {
        let subject = self.tell(Told::Article(article));
        let sheet = &mut self.sheet;
        sheet.begin_item(subject, Vec::new());
        let of = briefing.document.article();
        let start = sheet.pen();
        sheet.write(&format!("{:>2} ", article + 1), ThemeRole::Dim);
        sheet.write(&of.title.text, ThemeRole::Text);
        let row = sheet.line(start, 0);
        let outlet = sheet.write(outlet(of), ThemeRole::Dim);
        if let Some(row) = sheet.row_mut(row) {
            row.tail = Some(outlet);
        }
        sheet.end_item();
    }
}

/// Where an article comes from, in a few words: the last part of its source.
pub(in crate::ui) fn outlet(article: &Article) -> &str {
    let source = article.source.as_str();
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// "2 Harbour Post": the number of an article in the list, and where it comes from. It stays on one
/// line where it can.
fn from(article: usize, of: &Article) -> String {
    format!("{} {}", article + 1, outlet(of)).replace(' ', "\u{a0}")
}
