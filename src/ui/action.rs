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
    /// Every action, in the order of the help screen.
    pub const ALL: &'static [ActionInfo] = &{
        use Action as A;
        use Topic::{Article, Jump, Move, Panes, Program, Show};
        [
            info(A::Down, "down", "line or item down", Move, &["j", "down"]),
            info(A::Up, "up", "line or item up", Move, &["k", "up"]),
            info(
                A::HalfDown,
                "half-down",
                "half a screen down",
                Move,
                &["ctrl-d"],
            ),
            info(A::HalfUp, "half-up", "half a screen up", Move, &["ctrl-u"]),
            info(
                A::PageDown,
                "page-down",
                "screen down",
                Move,
                &["space", "pgdn", "ctrl-f"],
            ),
            info(
                A::PageUp,
                "page-up",
                "screen up",
                Move,
                &["b", "pgup", "ctrl-b"],
            ),
            info(A::Top, "top", "to the top", Move, &["gg", "home"]),
            info(A::Bottom, "bottom", "to the end", Move, &["G", "end"]),
            info(
                A::NextParagraph,
                "next-paragraph",
                "next paragraph",
                Move,
                &["}"],
            ),
            info(
                A::PreviousParagraph,
                "previous-paragraph",
                "paragraph before",
                Move,
                &["{"],
            ),
            info(
                A::NextSentence,
                "next-sentence",
                "mark the next sentence",
                Move,
                &[")"],
            ),
            info(
                A::PreviousSentence,
                "previous-sentence",
                "mark the sentence before",
                Move,
                &["("],
            ),
            info(
                A::Open,
                "open",
                "jump to the passage of an item and mark it",
                Jump,
                &["enter"],
            ),
            info(
                A::Back,
                "back",
                "back to before the jump",
                Jump,
                &["ctrl-o", "backspace"],
            ),
            info(A::Forward, "forward", "forward again", Jump, &["alt-o"]),
            info(A::NextQuote, "next-quote", "next quote", Jump, &["]q"]),
            info(
                A::PreviousQuote,
                "previous-quote",
                "quote before",
                Jump,
                &["[q"],
            ),
            info(A::NextFigure, "next-figure", "next figure", Jump, &["]f"]),
            info(
                A::PreviousFigure,
                "previous-figure",
                "figure before",
                Jump,
                &["[f"],
            ),
            info(
                A::NextSection,
                "next-section",
                "next section",
                Jump,
                &["]s"],
            ),
            info(
                A::PreviousSection,
                "previous-section",
                "section before",
                Jump,
                &["[s"],
            ),
            info(A::Section1, "section-1", "first section", Jump, &["1"]),
            info(A::Section2, "section-2", "second section", Jump, &["2"]),
            info(A::Section3, "section-3", "third section", Jump, &["3"]),
            info(A::Section4, "section-4", "fourth section", Jump, &["4"]),
            info(A::Section5, "section-5", "fifth section", Jump, &[]),
            info(A::Search, "search", "search in the pane", Jump, &["/"]),
            info(
                A::NextMatch,
                "next-match",
                "next match; next quote when nothing is searched",
                Jump,
                &["n"],
            ),
            info(
                A::PreviousMatch,
                "previous-match",
                "match before; quote before when nothing is searched",
                Jump,
                &["N"],
            ),
            info(
                A::NextPane,
                "next-pane",
                "next pane",
                Panes,
                &["tab", "l", "right"],
            ),
            info(
                A::PreviousPane,
                "previous-pane",
                "pane before",
                Panes,
                &["shift-tab", "h", "left"],
            ),
            info(A::FocusText, "focus-text", "text", Panes, &["g1", "alt-1"]),
            info(
                A::FocusSummary,
                "focus-summary",
                "summary",
                Panes,
                &["g2", "alt-2"],
            ),
            info(
                A::FocusQuotes,
                "focus-quotes",
                "quotes",
                Panes,
                &["g3", "alt-3"],
            ),
            info(
                A::FocusFigures,
                "focus-figures",
                "figures",
                Panes,
                &["g4", "alt-4"],
            ),
            info(
                A::FocusArticles,
                "focus-articles",
                "articles",
                Panes,
                &["g5", "alt-5"],
            ),
            info(A::Zoom, "zoom", "this pane alone, or all", Panes, &["z"]),
            info(
                A::Order,
                "order",
                "order: text by section or as written, quotes by place or speaker, figures by importance, role, size or place",
                Show,
                &["o"],
            ),
            info(
                A::Filter,
                "filter",
                "only one speaker's quotes; in the figures, only one role",
                Show,
                &["s"],
            ),
            info(
                A::Ages,
                "ages",
                "ages among the figures, or not",
                Show,
                &["a"],
            ),
            info(
                A::Reaction,
                "reaction",
                "reaction as a section of its own, or as background",
                Show,
                &["r"],
            ),
            info(
                A::Why,
                "why",
                "why this section, this speaker, this claimant",
                Show,
                &["w"],
            ),
            info(
                A::NextArticle,
                "next-article",
                "next article",
                Article,
                &["J"],
            ),
            info(
                A::PreviousArticle,
                "previous-article",
                "article before",
                Article,
                &["K"],
            ),
            info(
                A::Copy,
                "copy",
                "copy the mark or the item",
                Article,
                &["y"],
            ),
            info(
                A::Export,
                "export",
                "write the briefing to a file",
                Article,
                &["e"],
            ),
            info(A::Help, "help", "these keys", Program, &["?", "f1"]),
            info(
                A::Cancel,
                "cancel",
                "close; end the search, filter or mark",
                Program,
                &["esc"],
            ),
            info(A::Quit, "quit", "back, or quit", Program, &["q"]),
            info(A::Leave, "leave", "quit at once", Program, &["ctrl-c"]),
            info(
                A::Suspend,
                "suspend",
                "to the shell; 'fg' comes back",
                Program,
                &["ctrl-z"],
            ),
            info(
                A::Redraw,
                "redraw",
                "draw the screen anew",
                Program,
                &["ctrl-l"],
            ),
        ]
    };

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

const fn info(
    action: Action,
    name: &'static str,
    help: &'static str,
    topic: Topic,
    keys: &'static [&'static str],
) -> ActionInfo {
    ActionInfo {
        action,
        name,
        help,
        topic,
        keys,
    }
}
