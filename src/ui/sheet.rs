use std::ops::Range;

use super::theme::ThemeRole;
use super::wrap;
use crate::document::Span;

/// What a row's span points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// The text of the article.
    Article,
    /// The sheet's own words.
    Own,
}

/// A line of the screen before it is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub ink: Ink,
    pub span: Span,
    /// Columns left free before it.
    pub indent: u16,
    /// A few own words in the margin on the left.
    pub gutter: Option<Label>,
    /// A few own words at the right end.
    pub tail: Option<Label>,
    /// The index of the item it belongs to.
    pub item: Option<usize>,
}

/// Own words of one look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    pub span: Span,
    pub role: ThemeRole,
}

/// Something that can be selected.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub rows: Range<usize>,
    /// What it is, as an index into what the pane lists.
    pub subject: usize,
    /// The passages of the article that it stands for; the first is jumped to.
    pub passages: Vec<Span>,
}

/// What a pane shows, laid out for a width.
#[derive(Debug, Default, Clone)]
pub(super) struct Sheet {
    width: u16,
    gutter: u16,
    own: String,
    runs: Vec<(Span, ThemeRole)>,
    rows: Vec<Row>,
    items: Vec<Item>,
    sections: Vec<(usize, usize)>,
    open_item: Option<usize>,
    /// The rows of the article's text in the order of the text.
    by_byte: Vec<usize>,
    /// The rows of the own words in the order of those.
    by_own: Vec<usize>,
}

impl Sheet {
    /// An empty sheet, for text of so many columns beside a margin of so many.
    pub(super) fn new(width: u16, gutter: u16) -> Self {
        Self {
            width,
            gutter,
            ..Self::default()
        }
    }

    /// The columns of its text, without the margin.
    pub(super) fn width(&self) -> u16 {
        self.width
    }

    /// The columns of its margin.
    pub(super) fn gutter(&self) -> u16 {
        self.gutter
    }

    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    /// The sheet's own words, each stretch ended by a line end.
    pub(super) fn own(&self) -> &str {
        &self.own
    }

    /// The looks of the own words, in order, without overlap.
    pub(super) fn runs(&self) -> &[(Span, ThemeRole)] {
        &self.runs
    }

    /// Adds own words; they are shown once a row points at them.
    pub(super) fn write(&mut self, words: &str, role: ThemeRole) -> Label {
        let start = self.own.len();
        self.own.push_str(words);
        let span = Span::new(start, self.own.len());
        if role != ThemeRole::Text {
            self.runs.push((span, role));
        }
        Label { span, role }
    }

    /// Where the next own words will stand.
    pub(super) fn pen(&self) -> usize {
        self.own.len()
    }

    /// Lays out all own words since `start` as rows with an indent; `least` columns of each row
    /// are kept free on the right. Returns the rows.
    pub(super) fn flow(&mut self, start: usize, indent: u16, free: u16) -> Range<usize> {
        let span = Span::new(start, self.own.len());
        let width = self.width.saturating_sub(indent).saturating_sub(free);
        let lines = wrap::wrap(&self.own, span, usize::from(width));
        self.own.push('\n');
        self.push_rows(Ink::Own, &lines, indent)
    }

    /// One row of the own words since `start`, cut where the sheet ends.
    pub(super) fn line(&mut self, start: usize, indent: u16) -> usize {
        let span = Span::new(start, self.own.len());
        self.own.push('\n');
        self.push_rows(Ink::Own, &[span], indent).start
    }

    /// Lays out a stretch of the article's text as rows.
    pub(super) fn article(&mut self, text: &str, span: Span) -> Range<usize> {
        let lines = wrap::wrap(text, span, usize::from(self.width));
        self.push_rows(Ink::Article, &lines, 0)
    }

    /// An empty row, unless the sheet is empty or has one at its end.
    pub(super) fn blank(&mut self) {
        if self.rows.last().is_some_and(|row| !row.span.is_empty()) {
            let here = Span::new(self.own.len(), self.own.len());
            let item = self.open_item.take();
            self.push_rows(Ink::Own, &[here], 0);
            self.open_item = item;
        }
    }

    fn push_rows(&mut self, ink: Ink, lines: &[Span], indent: u16) -> Range<usize> {
        let start = self.rows.len();
        let item = self.open_item;
        self.rows.extend(lines.iter().map(|&span| Row {
            ink,
            span,
            indent,
            gutter: None,
            tail: None,
            item,
        }));
        start..self.rows.len()
    }

    /// A row to change.
    pub(super) fn row_mut(&mut self, row: usize) -> Option<&mut Row> {
        self.rows.get_mut(row)
    }

    /// Takes rows away again, from the given one on.
    pub(super) fn cut_rows(&mut self, row: usize) {
        self.rows.truncate(row);
    }

    /// Says that a section, by its place among those shown, begins at a row. Rows come in order.
    pub(super) fn begin_section(&mut self, row: usize, section: usize) {
        self.sections.push((row, section));
    }

    /// The rows where a section begins, in order, each with the section.
    pub(super) fn sections(&self) -> &[(usize, usize)] {
        &self.sections
    }

    /// All rows until [`Sheet::end_item`] belong to a new item.
    pub(super) fn begin_item(&mut self, subject: usize, passages: Vec<Span>) {
        let start = self.rows.len();
        self.open_item = Some(self.items.len());
        self.items.push(Item {
            rows: start..start,
            subject,
            passages,
        });
    }

    pub(super) fn end_item(&mut self) {
        let end = self.rows.len();
        if let Some(item) = self.open_item.take().and_then(|at| self.items.get_mut(at)) {
            item.rows.end = end;
        }
    }

    /// Ends the making of the sheet.
    pub(super) fn finish(mut self) -> Self {
        if self.rows.last().is_some_and(|row| row.span.is_empty()) {
            self.rows.pop();
        }
        self.by_byte = self.in_order(Ink::Article);
        self.by_own = self.in_order(Ink::Own);
        self
    }

    /// The rows of an ink by where their words stand.
    fn in_order(&self, ink: Ink) -> Vec<usize> {
        let of_ink = |&index: &usize| {
            let row = &self.rows[index];
            row.ink == ink && (ink == Ink::Article || !row.span.is_empty())
        };
        let mut rows: Vec<usize> = (0..self.rows.len()).filter(of_ink).collect();
        rows.sort_by_key(|&index| self.rows[index].span.start());
        rows
    }

    /// The row that shows a byte of the article's text, or else the first row after it in the text.
    pub(super) fn row_of(&self, byte: usize) -> Option<usize> {
        let ends_before = |&row: &usize| self.rows[row].span.end() <= byte;
        let at = self.by_byte.partition_point(ends_before);
        self.by_byte.get(at).or(self.by_byte.last()).copied()
    }

    /// The row that shows a byte of the own words.
    pub(super) fn row_of_own(&self, byte: usize) -> Option<usize> {
        let ends_before = |&row: &usize| self.rows[row].span.end() <= byte;
        let at = self.by_own.partition_point(ends_before);
        let row = self.by_own.get(at).copied()?;
        self.rows[row].span.holds(byte).then_some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_by_the_own_words_it_shows() {
        let mut sheet = Sheet::new(10, 0);
        let start = sheet.pen();
        sheet.write("one two three four", ThemeRole::Text);
        sheet.flow(start, 0, 0);
        sheet.blank();
        let tail = sheet.write("beside", ThemeRole::Dim);
        let start = sheet.pen();
        sheet.write("five", ThemeRole::Text);
        sheet.line(start, 0);
        let sheet = sheet.finish();
        let row = |word: &str| sheet.row_of_own(sheet.own().find(word).unwrap());
        assert_eq!(
            [row("one"), row("three"), row("five")],
            [Some(0), Some(1), Some(3)]
        );
        assert_eq!(sheet.row_of_own(tail.span.start()), None);
        assert_eq!(sheet.row_of_own(999), None);
    }
}
