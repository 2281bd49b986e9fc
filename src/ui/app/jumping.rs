use super::{App, Effect, Entry, PopupKind};
use crate::briefing::{Briefing, Figure};
use crate::document::Span;
use crate::ui::panes::Pane;
use crate::ui::sheet::{Ink, Sheet};
use crate::ui::view::Position;
use crate::ui::{Action, TextOrder, popups};

/// A place in the text as it is shown: its row, and the byte in it.
type Place = (usize, usize);

impl App {
    /// The next of many places after the mark, or after the top of the text when no mark is seen.
    fn step(&self, targets: &[Vec<Span>], forward: bool, times: usize) -> Option<usize> {
        let sheet = self.sheet(Pane::Text)?;
        let place = |span: &Span| sheet.row_of(span.start()).map(|row| (row, span.start()));
        let mut places: Vec<(Place, usize)> = Vec::with_capacity(targets.len());
        for (index, spans) in targets.iter().enumerate() {
            places.extend(spans.first().and_then(place).map(|place| (place, index)));
        }
        places.sort_unstable();
        let found = match (self.seen_mark(), forward) {
            (Some(mark), true) => places.partition_point(|(place, _)| *place <= mark) + times - 1,
            (None, true) => {
                let top = (self.position(Pane::Text).top, 0);
                places.partition_point(|(place, _)| *place < top) + times - 1
            }
            (mark, false) => {
                let from = mark.unwrap_or((self.position(Pane::Text).top, 0));
                let before = places.partition_point(|(place, _)| *place < from);
                before.checked_sub(times)?
            }
        };
        places.get(found).map(|(_, index)| *index)
    }

    /// The place of the mark, when it is on the screen.
    pub(super) fn seen_mark(&self) -> Option<Place> {
        let mark = self.view()?.marks.first()?;
        let row = self.sheet(Pane::Text)?.row_of(mark.start())?;
        let top = self.position(Pane::Text).top;
        let height = self.height(Pane::Text);
        // Where the text is not shown the mark counts as seen.
        (height == 0 || (top <= row && row < top + height)).then_some((row, mark.start()))
    }

    /// Marks a passage and brings it into sight.
    pub(super) fn mark(&mut self, spans: Vec<Span>) {
        let Some(start) = spans.first().map(|span| span.start()) else {
            return;
        };
        if let Some(view) = self.view_mut() {
            view.marks = spans;
        }
        self.show_text();
        if !self.is_shown(start) {
            self.manner.text = TextOrder::Source;
            self.refresh();
            self.say("the text as written: the section of this passage is not shown");
        }
        if let Some(row) = self.sheet(Pane::Text).and_then(|sheet| sheet.row_of(start)) {
            self.show_row(row);
        }
    }

    /// Whether a byte of the article is in one of the sections that are shown.
    fn is_shown(&self, byte: usize) -> bool {
        let sheet = self.sheet(Pane::Text);
        let row = sheet.and_then(|sheet| sheet.rows().get(sheet.row_of(byte)?));
        row.is_some_and(|row| row.span.holds(byte))
    }

    /// Gives the text the focus and lays it out.
    fn show_text(&mut self) {
        self.telling.open = false;
        self.focus = Pane::Text;
        self.refresh();
    }

    pub(super) fn next_quote(&mut self, forward: bool, times: usize) {
        let Some(view) = self.view() else { return };
        let quotes = &view.briefing.quotes;
        let spans = |group: &Vec<usize>| {
            let of_group = group.iter().filter_map(|&index| quotes.get(index));
            of_group.map(|quote| quote.span).collect()
        };
        let targets: Vec<Vec<Span>> = view.quote_groups.iter().map(spans).collect();
        let firsts: Vec<usize> = view
            .quote_groups
            .iter()
            .filter_map(|group| group.first().copied())
            .collect();
        if let Some(at) = self.step_and_mark("quote", targets, forward, times) {
            self.select_subject(Pane::Quotes, firsts.get(at).copied());
        }
    }

    pub(super) fn next_figure(&mut self, forward: bool, times: usize) {
        let ages = self.manner.ages;
        let Some(view) = self.view() else { return };
        let figures = view.briefing.figures.iter().enumerate();
        let shown = figures.filter(|(_, f)| ages || f.role != crate::briefing::Role::Age);
        let (indices, targets): (Vec<usize>, Vec<Vec<Span>>) =
            shown.map(|(index, f)| (index, vec![f.span])).unzip();
        if let Some(at) = self.step_and_mark("figure", targets, forward, times) {
            self.select_subject(Pane::Figures, indices.get(at).copied());
        }
    }

    pub(super) fn next_sentence(&mut self, forward: bool, times: usize) {
        let Some(view) = self.view() else { return };
        let sentences = view.briefing.document.sentences().iter();
        let targets = sentences.map(|sentence| vec![sentence.span]).collect();
        self.step_and_mark("sentence", targets, forward, times);
    }

    fn step_and_mark(
        &mut self,
        name: &str,
        mut targets: Vec<Vec<Span>>,
        forward: bool,
        times: usize,
    ) -> Option<usize> {
        // The text must be laid out for its rows to be known, also while another pane hides it.
        if self.focus != Pane::Text {
            self.show_text();
        }
        let found = self.step(&targets, forward, times);
        match found {
            Some(at) => {
                let spans = std::mem::take(&mut targets[at]);
                self.mark(spans);
            }
            None if targets.is_empty() => self.say(format!("there is no {name}")),
            None if forward => self.say(format!("that was the last {name}")),
            None => self.say(format!("that was the first {name}")),
        }
        found
    }

    /// Selects the item of a list that stands for a subject, without giving it the focus.
    fn select_subject(&mut self, pane: Pane, subject: Option<usize>) {
        let items = self.sheet(pane).map(Sheet::items);
        let found = items.and_then(|items| {
            let mut items = items.iter();
            items.position(|item| Some(item.subject) == subject)
        });
        if let Some(selected) = found {
            let position = self.position(pane);
            self.set_position(
                pane,
                Position {
                    selected,
                    ..position
                },
            );
        }
    }

    pub(super) fn next_paragraph(&mut self, forward: bool, times: usize) {
        if self.focus.is_list() {
            let action = if forward { Action::Down } else { Action::Up };
            self.travel(action, Some(times));
            return;
        }
        let Some(sheet) = self.sheet(Pane::Text) else {
            return;
        };
        let rows = sheet.rows();
        let starts = rows.iter().enumerate().filter(|(index, row)| {
            let before = index.checked_sub(1).and_then(|before| rows.get(before));
            !row.span.is_empty() && before.is_none_or(|before| before.span.is_empty())
        });
        let starts: Vec<usize> = starts.map(|(index, _)| index).collect();
        let top = self.position(Pane::Text).top;
        let target = if forward {
            let at = starts.partition_point(|&start| start <= top) + times - 1;
            starts.get(at).or(starts.last()).copied()
        } else {
            let at = starts.partition_point(|&start| start < top);
            starts.get(at.saturating_sub(times)).copied()
        };
        if let Some(row) = target {
            self.set_top(row.min(self.last_top().max(top)));
        }
    }

    pub(super) fn next_section(&mut self, forward: bool, times: usize) {
        if self.focus != Pane::Text {
            self.show_text();
        }
        let Some(sheet) = self.sheet(Pane::Text) else {
            return;
        };
        let top = self.position(Pane::Text).top;
        let starts = sheet.sections();
        let found = if forward {
            let after = starts.partition_point(|(row, _)| *row <= top);
            starts.get(after + times - 1)
        } else {
            let before = starts.partition_point(|(row, _)| *row < top);
            before.checked_sub(times).and_then(|at| starts.get(at))
        };
        match found {
            Some(&(row, _)) => self.set_top(row),
            None if forward => self.say("that was the last section"),
            None if top == 0 => self.say("that was the first section"),
            None => self.set_top(0),
        }
    }

    /// Goes to a section by its place in the order of the sections.
    pub(super) fn go_to_section(&mut self, index: usize) {
        let Some(view) = self.view() else { return };
        let Some(section) = view.outlined.get(index) else {
            self.say("there is no such section");
            return;
        };
        let heading = section.heading.clone();
        self.remember();
        if self.focus != Pane::Text {
            self.show_text();
        }
        let sheet = self.sheet(Pane::Text);
        let mut starts = sheet.map_or(&[][..], |sheet| sheet.sections()).iter();
        match starts.find(|(_, other)| *other == index) {
            Some(&(row, _)) => self.set_top(row),
            None => self.say(format!("{heading}: nothing in it")),
        }
    }

    /// Jumps to what the selected item stands for.
    pub(super) fn open(&mut self) -> Effect {
        if self
            .popup
            .as_ref()
            .is_some_and(|popup| popup.kind.is_modal())
        {
            self.open_in_popup();
            return Effect::Nothing;
        }
        if self.focus == Pane::Articles {
            if let Some(index) = self.subject() {
                self.remember();
                self.show_article(index);
                self.telling.open = false;
                self.focus = Pane::Text;
            }
            return Effect::Nothing;
        }
        if self.focus == Pane::Story {
            self.open_told();
            return Effect::Nothing;
        }
        if self.focus == Pane::Text {
            self.next_sentence(true, 1);
            return Effect::Nothing;
        }
        if let Some(passages) = self.selected_passages() {
            self.remember();
            self.zoomed = false;
            self.mark(passages);
        } else {
            self.say("there is nothing to jump to");
        }
        Effect::Nothing
    }

    /// The passages that the selected item of the focused pane stands for.
    fn selected_passages(&self) -> Option<Vec<Span>> {
        if self.focus == Pane::Figures {
            let briefing = &self.view()?.briefing;
            return Some(self.passages_of(briefing, briefing.figures.get(self.subject()?)?));
        }
        let selected = self.position(self.focus).selected;
        let item = self.sheet(self.focus)?.items().get(selected)?;
        Some(item.passages.clone())
    }

    /// The passage of a figure; while it is explained, what tells it elsewhere.
    pub(super) fn passages_of(&self, briefing: &Briefing, figure: &Figure) -> Vec<Span> {
        let popup = self.popup.as_ref();
        let explained = popup.is_some_and(|popup| popup.kind == PopupKind::Why);
        let sources = popups::sources(&briefing.document, figure);
        let elsewhere = sources.into_iter().skip(1).map(|(_, span)| span);
        let elsewhere: Vec<Span> = elsewhere.filter(|_| explained).collect();
        if elsewhere.is_empty() {
            vec![figure.span]
        } else {
            elsewhere
        }
    }

    /// Whether more than one sentence tells the selected figure.
    pub(in crate::ui) fn is_told_elsewhere(&self) -> bool {
        let briefing = self.view().map(|view| &view.briefing);
        let told = briefing.zip(self.subject()).and_then(|(briefing, at)| {
            let figure = briefing.figures.get(at)?;
            Some(popups::sources(&briefing.document, figure).len())
        });
        self.focus == Pane::Figures && told.is_some_and(|sentences| sentences > 1)
    }

    pub(super) fn next_article(&mut self, forward: bool, times: usize) {
        let last = self.entries.len().saturating_sub(1);
        let index = if forward {
            self.current.saturating_add(times).min(last)
        } else {
            self.current.saturating_sub(times)
        };
        match index == self.current {
            true if last == 0 => self.say_alone(),
            true if forward && !self.complete => self.say("that was the last article read so far"),
            true if forward => self.say("that was the last article"),
            true => self.say("that was the first article"),
            false => self.show_article(index),
        }
    }

    pub(super) fn show_article(&mut self, index: usize) {
        if index == self.current || index >= self.entries.len() {
            return;
        }
        self.current = index;
        let position = self.articles.1;
        self.articles.1 = Position {
            selected: index,
            ..position
        };
        if let Some(Entry::Failed(_, why)) = self.entries.get(index) {
            let why = why.clone();
            self.complain(why);
        }
        self.refresh();
        self.search_anew();
    }

    /// The section of what was searched for, of the mark, or else of the top of the text.
    pub(in crate::ui) fn section(&self) -> Option<&str> {
        let view = self.view()?;
        let sheet = self.sheet(Pane::Text)?;
        let top = self.position(Pane::Text).top;
        let byte = if let Some(hit) = self.seen_hit() {
            hit.span.start()
        } else if let Some((_, byte)) = self.seen_mark() {
            byte
        } else {
            let rows = sheet.rows().get(top..)?;
            let row = rows.iter().find(|row| row.ink == Ink::Article)?;
            row.span.start()
        };
        let sentence = view.briefing.document.sentence_at(byte)?;
        view.section_of(sentence)
            .map(|section| section.heading.as_str())
    }
}
