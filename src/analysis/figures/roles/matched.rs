//! Numbers whose place in a list, or whose sum, tells what they count.

use super::super::draft::Draft;
use super::super::nouns;
use super::super::tables::UnitKind;
use super::Roles;
use crate::briefing::Role;

/// No list is longer that is matched with another, number by number.
const LONGEST: usize = 4;

impl Roles<'_> {
    /// "198 new cases in the 24 hours to Monday, bringing the total since October to 3,462": what the first
    /// is.
    pub(super) fn bring_totals(&self, drafts: &mut [Draft]) {
        let brings = &["bringing", "taking", "pushing", "raising", "lifting"];
        let totals = &["total", "tally", "number", "toll", "count"];
        for index in 1..drafts.len() {
            let draft = &drafts[index];
            let near = drafts[index - 1].tail..draft.head;
            let to = self.atoms.is(draft.head.wrapping_sub(1), "to");
            let open = draft.role.is_none() && draft.noun.is_none() && draft.is_count() && to;
            if open
                && !self.is_of_others_told(draft)
                && near.clone().any(|at| self.atoms.is_any(at, brings))
                && near.clone().any(|at| self.atoms.is_any(at, totals))
            {
                let told = drafts[..index]
                    .iter()
                    .rev()
                    .filter(|draft| draft.is_count());
                drafts[index].role = told
                    .filter_map(|draft| draft.role)
                    .find(|&role| role <= Role::Sick);
            }
        }
    }

    /// "bringing to 187 the number who have resurfaced": something else than was told of those before.
    fn is_of_others_told(&self, draft: &Draft) -> bool {
        let at = draft.tail;
        let clause = self.atoms.is(at, "the")
            && self.atoms.is(at + 1, "number")
            && self.atoms.is_any(at + 2, &["who", "that"]);
        clause && (at + 3..at + 8).all(|at| self.atoms.word(at).after.is_none())
    }

    /// "173 deaths, 91 injuries and 24 missing, up from 145, 80 and 31": each number goes with the one in its
    /// place.
    pub(super) fn match_lists(&self, drafts: &mut [Draft]) {
        let mut first = 0;
        while first < drafts.len() {
            let count = self.run(drafts, first);
            if count >= 2 && first >= count && self.is_against(drafts[first].head) {
                // "and 24 missing, up from 145": no earlier count of the missing
                if std::mem::take(&mut drafts[first].former) {
                    drafts[first - 1].change = None;
                }
                for place in first..first + count {
                    drafts[place].role = drafts[place - count].role;
                    drafts[place].noun = drafts[place - count].noun;
                    drafts[place].elliptic = false;
                }
            }
            first += count.max(1);
        }
    }

    /// "a fatality rate of 3 percent, above the 1 percent threshold": a share of the same kind.
    pub(super) fn same_rate(&self, drafts: &mut [Draft]) {
        let percent = |draft: &Draft| {
            draft
                .measure
                .is_some_and(|measure| measure.kind == UnitKind::Percent)
        };
        let first = drafts
            .iter()
            .position(|draft| percent(draft) && draft.role == Some(Role::Rate));
        let deadly = |at: usize| {
            let rates = &[
                "fatality",
                "mortality",
                "death",
                "positivity",
                "infection",
                "lethality",
            ];
            self.atoms.is_any(at, rates)
        };
        let Some(first) = first else {
            return;
        };
        let head = drafts[first].head;
        if !(head.saturating_sub(8)..head).any(deadly) {
            return;
        }
        for draft in &mut drafts[first + 1..] {
            let level = &["threshold", "mark", "level", "ceiling", "target"];
            let bare = draft
                .noun
                .is_none_or(|noun| self.atoms.is_any(noun.end - 1, level));
            let of = self.atoms.is(draft.tail, "of");
            if percent(draft) && bare && !of && draft.role == Some(Role::Share) {
                draft.role = Some(Role::Rate);
            }
        }
    }

    /// "Of 148 buildings burned, 61 were houses": what a part was tells nothing new of it.
    pub(super) fn part_of_whole(&self, drafts: &mut [Draft]) {
        let [whole, part, ..] = drafts else {
            return;
        };
        let led = self.atoms.is(0, "of") && whole.head == 1 && whole.is_count();
        let tied = part.head > whole.tail && self.atoms.is_mark(part.head - 1, ',');
        let noun = part.tail + 1;
        let was = self.atoms.is_any(part.tail, &["were", "are"])
            && nouns::is_plural(self.atoms, noun)
            && self.atoms.word(noun).after.is_none()
            && (self.atoms.kind(noun + 1).is_none() || self.atoms.mark(noun + 1).is_some());
        if led && tied && was && part.is_count() {
            part.role = part.role.or(whole.role);
        }
    }

    /// How many bare numbers follow each other from here, with commas and "and" alone between them.
    fn run(&self, drafts: &[Draft], first: usize) -> usize {
        let bare = |draft: &Draft| draft.is_count() && draft.noun.is_none();
        let tied = |one: &Draft, next: &Draft| {
            let between = one.tail..next.head;
            (1..=2).contains(&between.len())
                && between
                    .into_iter()
                    .all(|at| self.atoms.is_mark(at, ',') || self.atoms.is(at, "and"))
        };
        if !bare(&drafts[first]) {
            return 1;
        }
        let next = drafts[first..].windows(2).take(LONGEST);
        1 + next
            .take_while(|pair| bare(&pair[1]) && tied(&pair[0], &pair[1]))
            .count()
    }

    /// "up from", "compared with", "against": earlier numbers of the same.
    pub(super) fn is_against(&self, head: usize) -> bool {
        let word = |back: usize, words: &[&str]| {
            head.checked_sub(back)
                .is_some_and(|at| self.atoms.is_any(at, words))
        };
        word(1, &["against", "versus"])
            || word(1, &["from"]) && word(2, &["up", "down"])
            || word(1, &["with", "to"]) && word(2, &["compared"])
    }

    /// "26 people have been infected since January: 21 residents and five employees": parts that make the
    /// whole together.
    pub(super) fn add_up(&self, drafts: &mut [Draft]) {
        for whole in 0..drafts.len().saturating_sub(2) {
            let Some(role) = drafts[whole].role.filter(|&role| role <= Role::Sick) else {
                continue;
            };
            let parts = self.parts(&drafts[whole..]);
            for part in &mut drafts[whole + 1..=whole + parts] {
                part.role = part.role.or(Some(role));
            }
        }
    }

    /// How many of the figures behind the first have its sum, behind a mark that announces them.
    fn parts(&self, drafts: &[Draft]) -> usize {
        let (whole, next) = (&drafts[0], &drafts[1]);
        let opened = (whole.tail..next.head)
            .rev()
            .take(3)
            .any(|at| matches!(self.atoms.mark(at), Some(':' | '—' | '–' | '(')));
        if !opened || !whole.is_count() {
            return 0;
        }
        let mut sum = 0.0;
        for (count, part) in drafts[1..].iter().take(LONGEST + 1).enumerate() {
            if !part.is_count() || part.per.is_some() {
                return 0;
            }
            sum += part.numeral.low;
            if (sum - whole.numeral.low).abs() < 1e-9 && count > 0 {
                return count + 1;
            }
        }
        0
    }
}
