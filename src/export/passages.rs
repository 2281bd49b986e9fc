use crate::briefing::Briefing;
use crate::document::Span;

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
