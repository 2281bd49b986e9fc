use super::Briefing;
use crate::document::Span;

/// Neighbouring sentences of one section in one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// All of it.
    pub span: Span,
    /// The index of the paragraph.
    pub paragraph: usize,
    /// Whether the section of at least one of the sentences is unsure.
    pub unsure: bool,
}

impl Briefing {
    /// The passages of some sentences, given as indices in the order of the text.
    #[must_use]
    pub fn passages(&self, sentences: &[usize]) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        let mut before = None;
        for &index in sentences {
            let Some(sentence) = self.document.sentences().get(index) else {
                continue;
            };
            let unsure = self.labels.get(index).is_some_and(|it| it.unsure);
            let follows = before.replace(index).is_some_and(|last| last + 1 == index);
            match passages.last_mut() {
                Some(last) if follows && last.paragraph == sentence.paragraph => {
                    last.span = last.span.join(sentence.span);
                    last.unsure |= unsure;
                }
                _ => passages.push(Passage {
                    span: sentence.span,
                    paragraph: sentence.paragraph,
                    unsure,
                }),
            }
        }
        passages
    }
}
