use super::paint;
use super::panes::{self, Filters, Manner, Pane, Scene};
use super::sheet::{Ink, Sheet};
use crate::briefing::{Briefing, Outline, OutlinedSection};
use crate::document::Span;

/// An article on the screen: its briefing, how each pane is laid out, and where the reader is.
pub(super) struct View {
    pub briefing: Box<Briefing>,
    pub filters: Filters,
    /// The marked passage: the first span is where a jump went.
    pub marks: Vec<Span>,
    /// The quotes of one utterance each, as indices.
    pub quote_groups: Vec<Vec<usize>>,
    /// The sections as they are shown.
    pub outlined: Vec<OutlinedSection>,
    section_of: Vec<Option<usize>>,
    quote_spans: Vec<Span>,
    figure_spans: Vec<Span>,
    sheets: [Option<(Making, Sheet)>; 4],
    positions: [Position; 4],
    anchor: Anchor,
}

/// Where the reader is in a pane.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// The first row that is seen.
    pub top: usize,
    /// The selected item of a list.
    pub selected: usize,
}

/// The place at the top of the text, whatever the width: a byte of the article, and how many rows
/// that hold none of its text are seen above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    byte: usize,
    above: usize,
}

impl Anchor {
    /// The very top, however many rows the headline takes.
    const TOP: Self = Self {
        byte: 0,
        above: usize::MAX,
    };
}

/// The room there is for a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    /// The columns of the pane.
    pub width: u16,
    /// No line of the text is longer.
    pub text_width: u16,
    /// Whether items are to be cut short.
    pub tight: bool,
    /// Whether the headline stands above the panes.
    pub headed: bool,
}

/// What a sheet was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Making {
    room: Room,
    manner: Manner,
    filters: Filters,
}

impl View {
    pub(super) fn new(briefing: Box<Briefing>, outline: &Outline) -> Self {
        let outlined = outline.of(&briefing);
        let mut section_of = vec![None; briefing.document.sentences().len()];
        for (at, section) in outlined.iter().enumerate() {
            for &sentence in &section.sentences {
                if let Some(slot) = section_of.get_mut(sentence) {
                    *slot = Some(at);
                }
            }
        }
        let quotes = briefing.quotes.iter().map(|quote| quote.span).collect();
        let figures = briefing.figures.iter().map(|figure| figure.span).collect();
        Self {
            quote_groups: briefing.utterances(),
            quote_spans: paint::merged(quotes),
            figure_spans: paint::merged(figures),
            outlined,
            section_of,
            briefing,
            filters: Filters::default(),
            marks: Vec::new(),
            sheets: [const { None }; 4],
            positions: [Position::default(); 4],
            anchor: Anchor::TOP,
        }
    }

    /// The quotes in the text, merged where they overlap.
    pub(super) fn quote_spans(&self) -> &[Span] {
        &self.quote_spans
    }

    /// The figures in the text, merged where they overlap.
    pub(super) fn figure_spans(&self) -> &[Span] {
        &self.figure_spans
    }

    /// The section that a sentence is shown in.
    pub(super) fn section_of(&self, sentence: usize) -> Option<&OutlinedSection> {
        let at = self.section_of.get(sentence).copied().flatten()?;
        self.outlined.get(at)
    }

    /// Lays a pane out anew if anything it depends on has changed. Returns whether it did.
    pub(super) fn lay_out(&mut self, pane: Pane, manner: &Manner, room: Room) -> bool {
        let making = Making {
            room,
            manner: manner.clone(),
            filters: self.filters.clone(),
        };
        let Some(slot) = self.sheets.get_mut(pane as usize) else {
            return false;
        };
        if slot.as_ref().is_some_and(|(made, _)| *made == making) {
            return false;
        }
        let scene = Scene {
            briefing: &self.briefing,
            manner,
            filters: &self.filters,
            outlined: &self.outlined,
            section_of: &self.section_of,
            width: room.width,
            text_width: room.text_width,
            tight: room.tight,
            headed: room.headed,
        };
        *slot = Some((making, panes::sheet(pane, &scene)));
        if pane == Pane::Text {
            self.positions[0].top = self.row_of_anchor();
        }
        true
    }

    pub(super) fn sheet(&self, pane: Pane) -> Option<&Sheet> {
        let slot = self.sheets.get(pane as usize)?;
        slot.as_ref().map(|(_, sheet)| sheet)
    }

    pub(super) fn position(&self, pane: Pane) -> Position {
        let position = self.positions.get(pane as usize);
        position.copied().unwrap_or_default()
    }

    pub(super) fn set_position(&mut self, pane: Pane, position: Position) {
        if let Some(place) = self.positions.get_mut(pane as usize) {
            *place = position;
        }
        if pane == Pane::Text {
            self.anchor = self.anchor_of(position.top);
        }
    }

    pub(super) fn anchor(&self) -> Anchor {
        self.anchor
    }

    pub(super) fn set_anchor(&mut self, anchor: Anchor) {
        self.anchor = anchor;
        self.positions[0].top = self.row_of_anchor();
    }

    /// Takes over where the reader is in another briefing of the same article. Of what is seen of the
    /// text in so many rows, the first that stays in its section stays on its row.
    pub(super) fn take_over(&mut self, old: &Self, height: usize) {
        self.filters = old.filters.clone();
        self.marks.clone_from(&old.marks);
        self.positions = old.positions;
        self.set_anchor(old.staying(self, height).unwrap_or(old.anchor));
    }

    /// The first row of the text that is seen and of the same section in another view.
    fn staying(&self, other: &Self, height: usize) -> Option<Anchor> {
        let top = self.positions[0].top;
        let kind_in = |view: &Self, byte| {
            let sentence = view.briefing.document.sentence_at(byte)?;
            view.section_of(sentence)?.kind
        };
        let rows = self.sheet(Pane::Text)?.rows().iter().skip(top).take(height);
        let mut rows = rows.enumerate().filter(|(_, row)| row.ink == Ink::Article);
        let (above, row) = rows.find(|(_, row)| {
            let byte = row.span.start();
            kind_in(self, byte) == kind_in(other, byte)
        })?;
        let byte = row.span.start();
        (top > 0).then_some(Anchor { byte, above })
    }

    fn anchor_of(&self, top: usize) -> Anchor {
        if top == 0 {
            return Anchor::TOP;
        }
        let rows = self.sheet(Pane::Text).map_or(&[][..], Sheet::rows);
        let mut below = rows.iter().skip(top).enumerate();
        match below.find(|(_, row)| row.ink == Ink::Article) {
            Some((above, row)) => Anchor {
                byte: row.span.start(),
                above,
            },
            None => Anchor {
                byte: self.briefing.document.text().len(),
                above: 0,
            },
        }
    }

    fn row_of_anchor(&self) -> usize {
        let sheet = self.sheet(Pane::Text);
        let row = sheet.and_then(|sheet| sheet.row_of(self.anchor.byte));
        row.unwrap_or(0).saturating_sub(self.anchor.above)
    }
}
