//! What one side calls those it counts, which nobody else says of theirs.

use crate::analysis::listed::Listed;
use crate::analysis::reading::Reading;
use crate::briefing::Figure;
use crate::document::Span;

/// A noun is looked for among so many figures in front.
const WINDOW: usize = 16;

/// So many bytes at most stand between a whole and a part that has its claimant.
const FAR: usize = 200;

/// What people are called by those who fight them.
const LOADED: Listed = Listed::of(&[
    "terrorists",
    "militants",
    "rebels",
    "insurgents",
    "fighters",
    "gunmen",
    "extremists",
    "jihadists",
    "jihadis",
    "mercenaries",
    "bandits",
    "criminals",
    "traffickers",
    "thugs",
    "separatists",
    "invaders",
    "occupiers",
    "enemies",
    "khwarij",
    "guerrillas",
    "gangsters",
    "infiltrators",
    "spies",
]);

/// "the army said it had killed 17 terrorists; doctors counted 52": a figure of another claimant that took its
/// noun from one before keeps none.
pub(super) fn part_nouns(figures: &mut [Figure], reading: &Reading<'_>) {
    for index in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(index);
        let figure = &mut rest[0];
        let Some(noun) = figure
            .counted
            .filter(|noun| noun.end() <= figure.span.start())
        else {
            continue;
        };
        let mut near = before.iter().rev().take(WINDOW);
        let Some(owner) = near.find(|it| it.counted == Some(noun) && it.span.end() <= noun.start())
        else {
            continue;
        };
        let name = |figure: &Figure| {
            let claimant = figure.claimed_by.as_ref()?;
            Some(reading.document.slice(claimant.name))
        };
        let last = reading.document.tokens_in(noun).end.saturating_sub(1);
        let another = name(owner).is_some() && name(owner) != name(figure);
        // "“I buried two daughters,” said Ofori. “Three in my house,” said a neighbour": not hers
        let at = reading.document.tokens_in(figure.span).start;
        let quoted = reading.marked_at(at);
        let apart = quoted.is_some()
            && quoted != reading.marked_at(last)
            && !reading.is_any(last, &["people", "others", "bodies", "dead"]);
        if another && (apart || reading.is_listed(last, &LOADED)) {
            figure.counted = None;
            figure.unit = None;
        }
    }
}

/// "the union speaks of 13 dead and 31 injured, ten of whom were flown out": a part is claimed by whoever claims the
/// whole, where nobody else does in the same sentence.
pub(super) fn share_claimant(figures: &mut [Figure], reading: &Reading<'_>) {
    let document = reading.document;
    for index in 0..figures.len() {
        let figure = &figures[index];
        let Some(whole) = figure.part_of.filter(|_| figure.claimed_by.is_none()) else {
            continue;
        };
        let Some(whole) = figures
            .get(whole)
            .filter(|it| it.span.end() <= figure.span.start())
        else {
            continue;
        };
        let (from, until) = (whole.span.end(), figure.span.start());
        if until - from > FAR || document.sentence_at(from) != document.sentence_at(until) {
            continue;
        }
        let between = document.slice(Span::new(from, until));
        let bound = between.contains([';', '"', '\u{201c}', '\u{201d}']) || between.contains(" but ")
            // "carried out 19 infants, said one of them"
            || between.contains(" said");
        if !bound {
            figures[index].claimed_by = whole.claimed_by;
        }
    }
}
