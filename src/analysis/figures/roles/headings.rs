//! Headings and their numbers.

use super::super::draft::Draft;
use super::Roles;
use crate::briefing::Role;

impl Roles<'_> {
    /// "Houses destroyed: 146": a heading and its number.
    pub(super) fn headed(&self, draft: &Draft) -> Option<Role> {
        let mark = draft
            .head
            .checked_sub(1)
            .filter(|&mark| self.atoms.is_mark(mark, ':') && mark < 8)?;
        let near = self.atoms.word(mark.wrapping_sub(1)).noun;
        if near.is_some() {
            return near;
        }
        (0..mark).find_map(|at| {
            self.atoms
                .word(at)
                .after
                .or(self.atoms.word(at).noun)
                .or(self.atoms.word(at).before)
        })
    }
}
