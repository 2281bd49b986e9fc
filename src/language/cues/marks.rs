/// Some of the numbers below a bound, a bit each: they come out in order, however they went in.
#[derive(Debug, Default, Clone)]
pub struct Marks(Vec<u64>);

impl Marks {
    /// Begins anew, with no numbers, of those below `bound`.
    pub(super) fn clear(&mut self, bound: usize) {
        self.0.clear();
        self.0.resize(bound.div_ceil(64), 0);
    }

    /// Adds a number below the bound when the condition holds, without a jump.
    pub(super) fn add_if(&mut self, holds: bool, number: usize) {
        self.0[number / 64] |= u64::from(holds) << (number % 64);
    }

    /// The numbers in rising order.
    pub(super) fn rising(&self) -> Vec<u16> {
        let count = self.0.iter().map(|bits| bits.count_ones() as usize).sum();
        let mut numbers = Vec::with_capacity(count);
        for (place, &bits) in self.0.iter().enumerate() {
            let mut left = bits;
            while left != 0 {
                let number = place * 64 + left.trailing_zeros() as usize;
                numbers.extend(u16::try_from(number));
                left &= left - 1;
            }
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_out_in_order_and_once() {
        let mut marks = Marks::default();
        marks.clear(130);
        for number in [129, 0, 64, 63, 0] {
            marks.add_if(true, number);
        }
        assert_eq!(marks.rising(), [0, 63, 64, 129]);
        marks.add_if(false, 1);
        marks.add_if(true, 2);
        assert_eq!(marks.rising(), [0, 2, 63, 64, 129]);
        marks.clear(0);
        assert!(marks.rising().is_empty());
    }
}
