//! Counts that are set against one another: how many before, how many more, and others to whom the same was done.

use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Roles;
use crate::briefing::{Change, Direction, Role};

impl Roles<'_> {
    /// "six died, against two a year earlier", "rose to 38, the ministry said, from 23 on Monday": what was
    /// counted before.
    pub(super) fn compare(&self, drafts: &mut [Draft]) {
        let before = &[
            "a",
            "the",
            "on",
            "in",
            "yesterday",
            "last",
            "earlier",
            "previously",
            "one",
        ];
        for index in 1..drafts.len() {
            let draft = &drafts[index];
            let open = draft.noun.is_none() && draft.is_count();
            if !open
                || !self.atoms.is_any(draft.tail, before) && self.atoms.mark(draft.tail).is_none()
            {
                continue;
            }
            let head = draft.head;
            let Some(counted) = drafts[..index].iter().rposition(Draft::is_count) else {
                continue;
            };
            let now = &drafts[counted];
            let moved = || {
                self.atoms.is(now.head.wrapping_sub(1), "to")
                    && self.atoms.is(head.wrapping_sub(1), "from")
                    && self.atoms.is_mark(head.wrapping_sub(2), ',')
            };
            let (role, later, place) = (now.role, now.numeral.low, counted);
            let moved = moved();
            if self.is_against(head) || moved {
                let told = drafts[index].role;
                drafts[index].role = told.or(role.filter(|&role| role <= Role::Sick));
            }
            if moved {
                let from = drafts[index].numeral.low;
                let direction = if later > from {
                    Direction::Up
                } else {
                    Direction::Down
                };
                drafts[place].change = Some(Change {
                    direction,
                    from: Some(from),
                });
            }
        }
    }

    /// "64 cases, nine more than on Monday": the nine are among the 64, and no count of their own.
    pub(super) fn part_differences(&self, drafts: &mut [Draft]) {
        for index in 1..drafts.len() {
            // "14 are in hospital, three of them in care, and six are at large": none of the 14
            if self.is_free(&drafts[index]) && drafts[index].noun.is_none() {
                drafts[index].part_of = None;
            }
            let counts = drafts[index].is_count() && drafts[index - 1].is_count();
            if counts && drafts[index].part_of.is_none() && self.is_difference(&drafts[index]) {
                drafts[index].part_of = Some(index - 1);
            }
        }
    }

    /// "three more than on Saturday": by how much a count is another.
    fn is_difference(&self, draft: &Draft) -> bool {
        let at = draft.tail;
        self.atoms.is(at, "more")
            && self.atoms.is(at + 1, "than")
            && (self.atoms.has(at + 2, Flag::Weekday)
                || self.atoms.is_any(
                    at + 2,
                    &[
                        "on",
                        "in",
                        "the",
                        "first",
                        "previously",
                        "a",
                        "yesterday",
                        "last",
                        "earlier",
                    ],
                ))
    }

    /// "the nine-strong party": how many a party is, whatever befalls some of it.
    pub(super) fn is_strength(&self, draft: &Draft) -> bool {
        let end = draft.numeral.end;
        self.atoms.is_joint(end) && self.atoms.is(end + 1, "strong")
    }

    /// "two captains were held; so were two officers": what was done to those before.
    pub(super) fn is_so_done(&self, draft: &Draft) -> bool {
        draft.head > 1
            && self
                .atoms
                .is_any(draft.head - 1, &["were", "was", "are", "did", "have"])
            && self.atoms.is(draft.head - 2, "so")
    }
}
