use crate::briefing::Briefing;
use crate::document::Span;

/// Neighbouring sentences of one section in one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passage {
    pub span: Span,
    /// The index of the paragraph.
    pub paragraph: usize,
    /// Whether the section of at least one of the sentences is unsure.
    pub unsure: bool,
}

/// The passages of some sentences, given in the order of the text.
pub(super) fn passages(briefing: &Briefing, sentences: &[usize]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut before = None;
    for &index in sentences {
        let Some(sentence) = briefing.document.sentences().get(index) else {
            continue;
        };
        let unsure = briefing.labels.get(index).is_some_and(|it| it.unsure);
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

/// The number of the paragraph at a span, from 1, as it stands in links and lists.
pub(super) fn paragraph_number(briefing: &Briefing, span: Span) -> usize {
    let paragraph = briefing.document.paragraph_at(span.start());
    paragraph.map_or(1, |paragraph| paragraph + 1)
}

/// The figures so that claims on one thing stand together, the gravest first, each part behind its
/// whole.
pub(super) fn claims(briefing: &Briefing) -> Vec<usize> {
    let mut order = Vec::with_capacity(briefing.figures.len());
    for claim in briefing.claims() {
        let mut figures = [claim.figures, claim.parts].concat();
        let whole = |index: usize| {
            let whole = briefing.figures.get(index).and_then(|it| it.part_of);
            whole.unwrap_or(index).min(index)
        };
        figures.sort_by_key(|&index| (whole(index), index));
        order.extend(figures);
    }
    order
}
