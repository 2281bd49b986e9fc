//! Any bytes, read as JSON Lines.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::source::{Format, Place, parse};

fuzz_target!(|bytes: &[u8]| {
    let _ = parse(bytes, &Place::new("-"), Format::of_name("jsonl"));
});
