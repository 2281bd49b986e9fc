mod table;

/// Something a key can do in the reader.
///
/// [`Action::ALL`] gives each its name in the settings, its line on the help screen and its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// One line or item down.
    Down,
    /// One line or item up.
    Up,
    /// Half a screen down.
    HalfDown,
    /// Half a screen up.
    HalfUp,
    /// A screen down.
    PageDown,
    /// A screen up.
    PageUp,
    /// To the first line or item.
    Top,
    /// To the last line or item.
    Bottom,
    /// To the next paragraph.
    NextParagraph,
    /// To the paragraph before.
    PreviousParagraph,
    /// Marks the next sentence.
    NextSentence,
    /// Marks the sentence before.
    PreviousSentence,
    /// To the next quote.
    NextQuote,
    /// To the quote before.
    PreviousQuote,
    /// To the next figure.
    NextFigure,
    /// To the figure before.
    PreviousFigure,
    /// To the next section.
    NextSection,
    /// To the section before.
    PreviousSection,
    /// To the first section.
    Section1,
    /// To the second section.
    Section2,
    /// To the third section.
    Section3,
    /// To the fourth section.
    Section4,
    /// To the fifth section.
    Section5,
    /// To the passage of the selected item.
    Open,
    /// Back to where the last jump began.
    Back,
    /// Forward again.
    Forward,
    /// Search in the pane.
    Search,
    /// The next match, or the next quote when nothing is searched.
    NextMatch,
    /// The match before, or the quote before when nothing is searched.
    PreviousMatch,
    /// Focus on the next pane.
    NextPane,
    /// Focus on the pane before.
    PreviousPane,
    /// Focus on the text.
    FocusText,
    /// Focus on the summary.
    FocusSummary,
    /// Focus on the quotes.
    FocusQuotes,
    /// Focus on the figures.
    FocusFigures,
    /// Focus on the list of articles.
    FocusArticles,
    /// The focused pane alone, or all of them.
    Zoom,
    /// Another order of what the pane shows.
    Order,
    /// Only the quotes of one speaker, or the figures of one role.
    Filter,
    /// Ages among the figures, or left out.
    Ages,
    /// Reaction as a section of its own, or as background.
    Reaction,
    /// Why it is so.
    Why,
    /// The next article.
    NextArticle,
    /// The article before.
    PreviousArticle,
    /// What several articles tell of the event, or the text again.
    Story,
    /// Copies the marked passage or the selected item.
    Copy,
    /// Writes the briefing to a file.
    Export,
    /// The keys.
    Help,
    /// Closes what is open, or ends a search, filter or mark.
    Cancel,
    /// Back, or out of the reader.
    Quit,
    /// Out of the reader at once.
    Leave,
    /// Back to the shell until `fg`.
    Suspend,
    /// Draws the screen anew.
    Redraw,
}

/// What a reader is told of an action.
#[derive(Debug, Clone, Copy)]
pub struct ActionInfo {
    /// The action.
    pub action: Action,
    /// Its name in the settings: lower case, words joined by hyphens.
    pub name: &'static str,
    /// Its line on the help screen.
    pub help: &'static str,
    /// Under which heading of the help screen it stands.
    pub topic: Topic,
    /// Its keys when the settings name no others.
    pub keys: &'static [&'static str],
}

/// A heading of the help screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Through a pane.
    Move,
    /// From item to item of the article.
    Jump,
    /// From pane to pane.
    Panes,
    /// What a pane shows.
    Show,
    /// Doing something with the article.
    Article,
    /// The program.
    Program,
}

impl Topic {
    /// All topics, in the order of the help screen.
    pub const ALL: [Self; 6] = [
        Self::Move,
        Self::Jump,
        Self::Panes,
        Self::Show,
        Self::Article,
        Self::Program,
    ];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Jump => "Jumping",
            Self::Panes => "Panes",
            Self::Show => "What is shown",
            Self::Article => "Articles",
            Self::Program => "Program",
        }
    }
}

impl Action {
    /// The action of a name in the settings.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|info| info.name == name);
        found.map(|info| info.action)
    }

    /// The name in the settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.info().map_or("", |info| info.name)
    }

    /// The line on the help screen.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.info().map_or("", |info| info.help)
    }

    fn info(self) -> Option<&'static ActionInfo> {
        Self::ALL.iter().find(|info| info.action == self)
    }
}
