//! Small questions about a word.

use crate::analysis::reading::Reading;
use crate::document::TokenKind;

/// Whether a token is a word that begins with a capital.
pub(super) fn is_capital(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading
        .token(at)
        .is_some_and(|token| token.kind == TokenKind::Word);
    word && match reading.word(at).as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => reading
            .word(at)
            .chars()
            .next()
            .is_some_and(char::is_uppercase),
    }
}

/// A number for a word, the same whatever the case of its ASCII letters (FNV-1a, 64 bits).
pub(super) fn key(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}
