//! Articles in every shape, from bytes to [`Article`].

use nutgraf::source::{Place, parse};
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_bytes_make_loading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse(&bytes, &Place::new("-"), None);
    }
}
