/// Some numbers, a bit each: they come out in order, however they went in.
///
/// The bits stand in blocks: a block is joined with another in a step or two.
#[derive(Debug, Default, Clone)]
pub struct Marks(Vec<Block>);

type Block = [u64; 6];

/// The numbers of a part of a block, and of a block. Those of the cues of English are in one.
const PART: usize = 64;
const BLOCK: usize = 6 * PART;

impl Marks {
    /// Begins anew, with no numbers and with room for those below `bound`.
    pub(super) fn clear(&mut self, bound: usize) {
        self.0.clear();
        self.0.resize(bound.div_ceil(BLOCK), Block::default());
    }

    /// Adds a number.
    pub(super) fn add(&mut self, number: usize) {
        let place = number / BLOCK;
        if place >= self.0.len() {
            self.0.resize(place + 1, Block::default());
        }
        self.0[place][number % BLOCK / PART] |= 1 << (number % PART);
    }

    /// Takes a number out.
    pub(super) fn remove(&mut self, number: usize) {
        if let Some(block) = self.0.get_mut(number / BLOCK) {
            block[number % BLOCK / PART] &= !(1 << (number % PART));
        }
    }

    /// Adds the others for which there is room.
    pub(super) fn join(&mut self, others: &Self) {
        for (block, others) in self.0.iter_mut().zip(&others.0) {
            *block = std::array::from_fn(|at| block[at] | others[at]);
        }
    }

    /// Takes the others out.
    pub(super) fn leave(&mut self, others: &Self) {
        for (block, others) in self.0.iter_mut().zip(&others.0) {
            *block = std::array::from_fn(|at| block[at] & !others[at]);
        }
    }

    /// Keeps of those that are among others only the ones that are told to be kept.
    pub(super) fn sift(&mut self, others: &Self, keep: impl Fn(usize) -> bool) {
        let bits = self.0.as_flattened_mut().iter_mut();
        let bits = bits.zip(others.0.as_flattened());
        for (place, (bits, others)) in bits.enumerate() {
            let mut left = *bits & others;
            while left != 0 {
                let bit = left.trailing_zeros() as usize;
                *bits &= !(u64::from(!keep(place * PART + bit)) << bit);
                left &= left - 1;
            }
        }
    }

    /// The numbers in rising order.
    pub(super) fn rising(&self) -> Vec<u16> {
        /// Hardly ever there are more.
        const MOST: usize = 32;
        let mut numbers = Vec::with_capacity(MOST);
        for (place, &bits) in self.0.as_flattened().iter().enumerate() {
            let mut left = bits;
            while left != 0 {
                let number = place * PART + left.trailing_zeros() as usize;
                numbers.push(u16::try_from(number).unwrap_or(u16::MAX));
                left &= left - 1;
            }
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(numbers: &[usize]) -> Marks {
        let mut marks = Marks::default();
        for &number in numbers {
            marks.add(number);
        }
        marks
    }

    #[test]
    fn numbers_come_out_in_order_and_once() {
        let mut some = marks(&[129, 0, 64, 63, 0]);
        assert_eq!(some.rising(), [0, 63, 64, 129]);
        some.remove(64);
        some.remove(900);
        assert_eq!(some.rising(), [0, 63, 129]);
        some.clear(0);
        assert!(some.rising().is_empty());
    }

    #[test]
    fn numbers_are_joined_taken_out_and_sifted() {
        let mut some = Marks::default();
        some.clear(130);
        some.join(&marks(&[1, 2, 70, 129]));
        some.join(&marks(&[3]));
        some.leave(&marks(&[2, 400]));
        assert_eq!(some.rising(), [1, 3, 70, 129]);
        some.sift(&marks(&[1, 3, 129]), |number| number == 3);
        assert_eq!(some.rising(), [3, 70]);
    }
}
