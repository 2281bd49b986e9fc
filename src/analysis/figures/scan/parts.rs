//! Which figure of a sentence is a part of which: "17 people, of whom nine were children".

use std::ops::Range;

use super::super::draft::Draft;
use super::super::tables::{Flag, UnitKind};
use super::Scanner;

impl Scanner<'_> {
    /// "nine people — six men and three women —", "nine people: six men": those counted, one by one.
    fn is_spread(&self, whole: &Draft, part: &Draft) -> bool {
        let dash = |at: usize| matches!(self.atoms.mark(at), Some('—' | '–' | '-' | ':'));
        let from = whole.tail;
        let near = from < part.head && part.head - from <= 3;
        let open = near
            && (from..part.head).all(|at| dash(at) || self.atoms.is_any(at, &["all", "including"]));
        open && !self.atoms.is_joint(from)
            && part.noun.is_some()
            && whole.numeral.high < 1e5
            && part.numeral.high < whole.numeral.low + 0.5
    }

    /// The draft of the same sentence that one is a part of.
    pub(super) fn is_part(&self, drafts: &[Draft], index: usize) -> Option<usize> {
        let draft = drafts.get(index)?;
        // "19 patients in its 24-bed centre, three of them children"
        let before = (index.saturating_sub(4)..index).rev().find(|&before| {
            let one = &drafts[before];
            // "crossed in three weeks, 50,000 of them children"
            let stretch = before > 0
                && one
                    .measure
                    .as_ref()
                    .is_some_and(|measure| measure.kind == UnitKind::Time);
            if one.former || stretch {
                return false;
            }
            // "taken to six hospitals, 18 of them in a coma"
            let placed = before > 0 && one.head > 0 && self.atoms.is(one.head - 1, "to") && {
                let thing = one.noun.map(|noun| noun.end - 1);
                thing.is_some_and(|noun| self.atoms.has(noun, Flag::Thing))
            };
            // "killed 226 people in 13 countries, including 120 in Sumra": no countries
            let where_to = before > 0
                && draft.noun.is_none()
                && one.head > 0
                && self.atoms.is_any(one.head - 1, &["in", "across"])
                && one
                    .noun
                    .is_some_and(|noun| !self.atoms.has(noun.end - 1, Flag::People));
            !placed && !where_to && !self.atoms.is_joint(one.numeral.end)
        })?;
        let one = &drafts[before];
        // "killed 17 people, 13 of them farmers, across six districts"
        let spread = self.atoms.is(draft.head.wrapping_sub(1), "across");
        if !draft.is_count() || !one.is_count() || draft.former || spread {
            return None;
        }
        let whole = one.part_of.unwrap_or(before);
        let fits = draft.numeral.low <= drafts[whole].numeral.high;
        let from = one.tail.min(draft.head);
        // "three firefighters among them, and 17 died": the word is of those before
        let closed = self.atoms.is(one.tail, "among") && self.atoms.is(one.tail + 1, "them");
        let cued = if closed { one.tail + 2 } else { from };
        let cue = (cued.max(draft.head.saturating_sub(6))..draft.head)
            .any(|at| self.atoms.has(at, Flag::Subset));
        // "included duplicate entries from two hospitals": a place, and none of those counted
        let placed = draft.head > 0
            && self
                .atoms
                .is_any(draft.head - 1, &["from", "at", "in", "near"])
            && draft
                .noun
                .is_some_and(|noun| self.atoms.has(noun.end - 1, Flag::Thing));
        let cue = cue && !placed;
        let them = draft.elliptic && self.atoms.is(draft.numeral.end, "of");
        let whom = self.is_of_whom(one, from..draft.head, draft.tail);
        let went_on = one.part_of.is_some()
            && draft.head > one.tail
            && draft.head - one.tail <= 3
            && (one.tail..draft.head).all(|at| {
                self.atoms.is_mark(at, ',') || self.atoms.is_any(at, &["and", "a", "as", "well"])
            });
        let told =
            went_on && (draft.tail..draft.tail + 3).any(|at| self.atoms.word(at).after.is_some());
        // "killed 30 civilians on Sunday, eight children among them"
        let among = self.atoms.is(draft.tail, "among") && self.atoms.is(draft.tail + 1, "them");
        // "five of them in one house"
        let whom = whom && !placed || among;
        let spread = self.is_spread(one, draft);
        (fits && (cue || them || whom || spread || went_on && !told)).then_some(whole)
    }

    /// "17 people, of whom nine were children": whether words for those counted stand before a part of them.
    fn is_of_whom(&self, one: &Draft, between: Range<usize>, tail: usize) -> bool {
        let words = &["whom", "which", "them", "these", "those"];
        // "most of them from the district where 18 houses lie": the houses are none of them
        let clause = |at: &usize| !self.atoms.has(*at, Flag::Boundary);
        // "killed 74 people, 26 of them children, and hurt 13": the 13 are none of the 74
        let told = |at: usize| self.atoms.is(at, "and") && self.atoms.word(at + 1).before.is_some();
        let head = between.end;
        // "12 of them children, and 13 were hurt"
        let told_behind = || {
            let and = head > 0 && self.atoms.is(head - 1, "and");
            and && (tail..tail + 3).any(|at| self.atoms.word(at).after.is_some())
        };
        between.rev().take_while(clause).any(|at| {
            let of_part = at == one.numeral.end && ((at..head).any(told) || told_behind());
            self.atoms.is(at, "of") && !of_part && self.atoms.is_any(at + 1, words)
        })
    }
}
