/// Numbers from 0 for those of many items that are met, in the order in which they are.
///
/// It is kept from one article to the next: to begin anew it forgets nothing, but tells what was met in
/// another round. So the work grows with what an article holds, and not with all that could be met.
#[derive(Default)]
pub(super) struct Numbering {
    /// For each item the round in which it was met last, and its number in it.
    met: Vec<(u32, u32)>,
    /// From 1 up.
    round: u32,
    count: u32,
}

impl Numbering {
    /// Begins anew; there may be so many items, and some more.
    pub(super) fn begin(&mut self, items: usize) {
        if self.round == u32::MAX {
            *self = Self::default();
        }
        self.round += 1;
        self.count = 0;
        self.make_room(items);
    }

    /// The number of an item, and whether it is met for the first time.
    #[inline]
    pub(super) fn meet(&mut self, item: u32) -> (u32, bool) {
        let at = item as usize;
        self.make_room(at + 1);
        let (round, number) = &mut self.met[at];
        let first = *round != self.round;
        if first {
            (*round, *number) = (self.round, self.count);
            self.count += 1;
        }
        (*number, first)
    }

    /// The number of an item; none when it was not met.
    #[inline]
    pub(super) fn get(&self, item: u32) -> Option<u32> {
        let (round, number) = *self.met.get(item as usize)?;
        (round == self.round).then_some(number)
    }

    /// How many items were met.
    pub(super) fn count(&self) -> usize {
        self.count as usize
    }

    #[inline]
    fn make_room(&mut self, items: usize) {
        if items > self.met.len() {
            self.met.resize(items + items / 4, (0, 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_numbered_anew_in_each_round() {
        let mut numbering = Numbering::default();
        for first in [7, 2] {
            numbering.begin(4);
            assert_eq!(numbering.get(first), None);
            assert_eq!(numbering.meet(first), (0, true));
            assert_eq!(numbering.meet(900), (1, true));
            assert_eq!(numbering.meet(first), (0, false));
            assert_eq!(numbering.get(900), Some(1));
            assert_eq!(numbering.count(), 2);
        }
    }
}
