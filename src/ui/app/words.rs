use std::fmt::Write as _;

use super::{App, Effect};
use crate::document::Span;
use crate::ui::panes::Pane;
use crate::ui::sheet::Ink;
use crate::ui::wrap;

/// How much of what was copied is said, in columns.
const SAID: usize = 32;

impl App {
    /// Copies the mark, or the selected item.
    pub(super) fn copy(&mut self) -> Effect {
        let Some(words) = self.words_to_copy().filter(|words| !words.is_empty()) else {
            self.say("there is nothing to copy");
            return Effect::Nothing;
        };
        let said = wrap::cut(&words, SAID).replace('\n', " ");
        self.say(format!("copied: {said}"));
        Effect::Copy(words)
    }

    fn words_to_copy(&self) -> Option<String> {
        let view = self.view()?;
        let document = &view.briefing.document;
        match self.focus {
            Pane::Text if view.marks.is_empty() => self.top_paragraph().map(|p| document.slice(p)),
            Pane::Text => return Some(joined(&view.marks, |span| document.slice(span))),
            Pane::Summary => {
                let line = view.briefing.summary.get(self.subject()?)?;
                Some(document.slice(line.span))
            }
            Pane::Quotes => return self.quote_to_copy(),
            Pane::Figures => {
                let figure = view.briefing.figures.get(self.subject()?)?;
                let sentence = document.sentence_at(figure.span.start())?;
                let sentence = document.sentences().get(sentence)?;
                Some(document.slice(sentence.span))
            }
            Pane::Articles => Some(document.article().title.text.as_str()),
            Pane::Story => return self.told_to_copy(),
        }
        .map(str::to_owned)
    }

    /// “What was said” — Mara Quist
    fn quote_to_copy(&self) -> Option<String> {
        let view = self.view()?;
        let first = self.subject()?;
        let group = view.quote_groups.iter().find(|g| g.contains(&first))?;
        let quotes = &view.briefing.quotes;
        let spans: Vec<Span> = group
            .iter()
            .filter_map(|&i| quotes.get(i))
            .map(|q| q.span)
            .collect();
        let document = &view.briefing.document;
        let mut words = format!("“{}”", joined(&spans, |span| document.slice(span)));
        if let Some(speaker) = &quotes.get(first)?.speaker {
            let name = document.slice(speaker.name);
            words.push_str(" — ");
            if speaker.known {
                words.push_str(name);
            } else {
                let _ = write!(words, "unknown speaker (“{name}”)");
            }
        }
        Some(words)
    }

    /// The paragraph at the top of the text.
    fn top_paragraph(&self) -> Option<Span> {
        let document = &self.view()?.briefing.document;
        let paragraph = document.paragraph_at(self.top_byte()?)?;
        document.paragraphs().get(paragraph).copied()
    }

    /// The first byte of the article that is seen.
    fn top_byte(&self) -> Option<usize> {
        let rows = self.sheet(Pane::Text)?.rows();
        let mut seen = rows.iter().skip(self.position(Pane::Text).top);
        let row = seen.find(|row| row.ink == Ink::Article)?;
        Some(row.span.start())
    }

    /// Marks the first sentence that is seen, when no mark is seen.
    pub(super) fn mark_sentence(&mut self) {
        let Some(view) = self.view() else { return };
        let document = &view.briefing.document;
        if self.seen_mark().is_some() {
            return;
        }
        let top = self.top_byte().unwrap_or(0);
        let at = document.sentence_at(top);
        let sentence = at.and_then(|at| document.sentences().get(at));
        if let Some(span) = sentence.map(|sentence| sentence.span) {
            self.mark(vec![span]);
        }
    }
}

fn joined<'a>(spans: &[Span], slice: impl Fn(Span) -> &'a str) -> String {
    let parts: Vec<&str> = spans.iter().map(|&span| slice(span)).collect();
    parts.join(" … ")
}
