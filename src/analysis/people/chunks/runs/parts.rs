//! What the tokens of a run are, a bit each.

/// What a token is in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Part {
    Capital,
    Lower,
    Determiner,
    Number,
    Owner,
    /// A point or hyphen inside.
    Joint,
}

/// How many kinds of parts there are.
const KINDS: usize = 6;

/// The parts of a run, counted from its first token. No run has more tokens than a number has bits, so that
/// a part is found without a walk.
#[derive(Debug, Default, Clone, Copy)]
pub(in super::super) struct Parts {
    len: usize,
    /// For each kind where parts of it stand.
    places: [u64; KINDS],
}

impl Parts {
    pub(super) fn push(&mut self, part: Part) {
        self.places[part as usize] |= 1 << self.len;
        self.len += 1;
    }

    pub(in super::super) fn len(&self) -> usize {
        self.len
    }

    pub(in super::super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Where parts of a kind stand, a bit each.
    pub(in super::super) fn places(&self, part: Part) -> u64 {
        self.places[part as usize]
    }

    /// Whether a part of a kind stands at a place.
    pub(in super::super) fn is(&self, at: usize, part: Part) -> bool {
        self.places(part) >> at & 1 != 0
    }

    /// The first so many parts.
    pub(in super::super) fn first(mut self, len: usize) -> Self {
        self.len = len;
        for places in &mut self.places {
            *places &= (1 << len) - 1;
        }
        self
    }

    /// The first part of a kind at a place or behind it.
    pub(in super::super) fn next(&self, from: usize, part: Part) -> Option<usize> {
        let rest = self.places(part) >> from;
        (rest != 0).then(|| from + rest.trailing_zeros() as usize)
    }

    /// The end of a name that begins at a place: words with a capital, and what joins two of them.
    pub(in super::super) fn name_end(&self, first: usize) -> usize {
        let capitals = self.places(Part::Capital);
        let inside = capitals | self.places(Part::Joint) & capitals >> 1;
        first + (inside >> first).trailing_ones() as usize
    }

    /// How many parts at the end are at some places.
    pub(super) fn count_last(&self, places: u64) -> usize {
        let unused = u64::BITS as usize - self.len;
        let to_end = places.checked_shl(u32::try_from(unused).unwrap_or(u32::MAX));
        to_end.map_or(0, |places| places.leading_ones() as usize)
    }
}

/// The last of some places, a bit each.
pub(in super::super) fn last_of(places: u64) -> Option<usize> {
    places.checked_ilog2().map(|last| last as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(kinds: &[Part]) -> Parts {
        let mut parts = Parts::default();
        for &kind in kinds {
            parts.push(kind);
        }
        parts
    }

    #[test]
    fn parts_are_found_by_their_kind() {
        let parts = parts(&[Part::Determiner, Part::Lower, Part::Lower]);
        assert!(parts.is(1, Part::Lower) && !parts.is(0, Part::Lower));
        assert_eq!(parts.next(0, Part::Lower), Some(1));
        assert_eq!(parts.next(3, Part::Lower), None);
        assert_eq!(last_of(parts.places(Part::Lower)), Some(2));
        assert_eq!(last_of(parts.first(1).places(Part::Lower)), None);
    }

    #[test]
    fn a_name_goes_on_over_a_joint_only_to_a_capital() {
        let kinds = [Part::Capital, Part::Joint, Part::Capital, Part::Joint];
        assert_eq!(parts(&kinds).name_end(0), 3);
        assert_eq!(parts(&kinds).first(2).name_end(0), 1);
    }

    #[test]
    fn the_last_parts_are_counted_from_the_end() {
        let parts = parts(&[Part::Capital, Part::Lower, Part::Capital, Part::Capital]);
        assert_eq!(parts.count_last(parts.places(Part::Capital)), 2);
        assert_eq!(Parts::default().count_last(0), 0);
    }
}
