//! A word as a number, to look it up by.

/// A number for a word, the same whatever the case of its ASCII letters (FNV-1a, 64 bits).
pub(in crate::analysis) fn key(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}
