/// Somebody whom a pronoun may stand for, and how far he stands out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Active {
    pub(super) entity: usize,
    /// The weight in the upper half, and where it was mentioned last in the lower one, to tell equals apart.
    /// One number to compare: two would be guessed wrongly too often.
    pub(super) rank: u64,
    /// Whether it was called by a pronoun last: then the next one is likely its own too.
    pub(super) chained: bool,
}

impl Active {
    pub(super) fn new(entity: usize, weight: u32, last: u32, chained: bool) -> Self {
        Self {
            entity,
            rank: u64::from(weight) << u32::BITS | u64::from(last),
            chained,
        }
    }

    /// How far it stands out.
    pub(super) fn weight(self) -> u32 {
        u32::try_from(self.rank >> u32::BITS).unwrap_or(u32::MAX)
    }

    /// The token where it was mentioned last.
    pub(super) fn last(self) -> u32 {
        u32::try_from(self.rank & u64::from(u32::MAX)).unwrap_or(u32::MAX)
    }

    /// The same with another weight.
    pub(super) fn weighing(self, weight: u32) -> Self {
        Self::new(self.entity, weight, self.last(), self.chained)
    }
}
