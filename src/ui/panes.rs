//! The panes. Each makes a sheet of what it shows; moving, searching and drawing are the same for
//! all of them.

mod articles;
mod figures;
mod quotes;
mod story;
mod summary;
mod text;

pub(super) use self::articles::sheet as articles_sheet;
pub(super) use self::figures::shown_roles;
pub(super) use self::quotes::speakers;
pub(super) use self::story::{Told, outlet, sheet as story_sheet};
use super::options::{FigureOrder, QuoteOrder, TextOrder};
use super::sheet::Sheet;
use super::theme::ThemeRole;
use crate::briefing::{Briefing, OutlinedSection, Role, SectionKind};

/// A part of the screen with a view of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Pane {
    Text,
    Summary,
    Quotes,
    Figures,
    Articles,
    /// What several articles tell of one event. It takes the place of the text.
    Story,
}

impl Pane {
    /// The panes of an article, in the order of Tab.
    pub(super) const ALL: [Self; 5] = [
        Self::Text,
        Self::Summary,
        Self::Quotes,
        Self::Figures,
        Self::Articles,
    ];

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Summary => "Summary",
            Self::Quotes => "Quotes",
            Self::Figures => "Figures",
            Self::Articles => "Articles",
            Self::Story => "Story",
        }
    }

    /// Whether it is a list of items, of which one is selected.
    pub(super) fn is_list(self) -> bool {
        self != Self::Text
    }
}

/// How the panes show an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Manner {
    pub text: TextOrder,
    pub quotes: QuoteOrder,
    pub figures: FigureOrder,
    pub ages: bool,
}

/// What is left of an article's items.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Filters {
    /// The speaker by name; an empty name is an unknown speaker.
    pub speaker: Option<String>,
    pub role: Option<Role>,
}

/// What a pane is made from.
pub(super) struct Scene<'a> {
    pub briefing: &'a Briefing,
    pub manner: &'a Manner,
    pub filters: &'a Filters,
    /// The sections as they are shown.
    pub outlined: &'a [OutlinedSection],
    /// The section that each sentence is shown in, by its place among them.
    pub section_of: &'a [Option<usize>],
    /// The columns of the pane.
    pub width: u16,
    /// No line of the text is longer.
    pub text_width: u16,
    /// Whether items are to be cut short.
    pub tight: bool,
    /// Whether the headline stands above the panes.
    pub headed: bool,
}

/// The sheet of a pane of an article.
pub(super) fn sheet(pane: Pane, scene: &Scene<'_>) -> Sheet {
    match pane {
        Pane::Text => text::sheet(scene),
        Pane::Summary => summary::sheet(scene),
        Pane::Quotes => quotes::sheet(scene),
        Pane::Figures => figures::sheet(scene),
        Pane::Articles | Pane::Story => Sheet::default(),
    }
    .finish()
}

/// The columns before an item: the sign of the selected one, and a space.
const ITEM_GUTTER: u16 = 2;

/// The least columns for the number of a paragraph.
const NUMBER: u16 = 3;

/// The columns for the numbers of the paragraphs.
fn number_width(briefing: &Briefing) -> u16 {
    let last = briefing.document.paragraphs().len();
    let digits = last.checked_ilog10().map_or(1, |digits| digits + 1);
    u16::try_from(digits).unwrap_or(NUMBER).max(NUMBER)
}

/// The columns at the end of a row for the place of an item: a space, the sign, and the number.
fn place_width(briefing: &Briefing) -> u16 {
    number_width(briefing) + 2
}

/// No line of a list is longer; beyond that the eye does not find the next.
const WIDEST_LIST: u16 = 90;

/// An empty sheet for a list of items in a pane of so many columns.
fn list_sheet(width: u16) -> Sheet {
    let width = width.saturating_sub(ITEM_GUTTER + 1);
    Sheet::new(width.min(WIDEST_LIST), ITEM_GUTTER)
}

/// A sheet that says why there is nothing else on it.
pub(super) fn note_sheet(width: u16, note: &str) -> Sheet {
    let mut sheet = list_sheet(width);
    let start = sheet.pen();
    sheet.write(note, ThemeRole::Dim);
    sheet.flow(start, 0, 0);
    sheet.finish()
}

/// The look of a section.
pub(super) fn section_look(kind: SectionKind) -> ThemeRole {
    match kind {
        SectionKind::Announcement => ThemeRole::Announcement,
        SectionKind::Background => ThemeRole::Background,
        SectionKind::Casualties => ThemeRole::Casualties,
        SectionKind::Outlook => ThemeRole::Outlook,
        SectionKind::Reaction => ThemeRole::Reaction,
    }
}
