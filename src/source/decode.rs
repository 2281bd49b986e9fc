//! Bytes into text, whatever their encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::fault::Problem;

/// How many bytes at the head are looked at to tell UTF-16 and binary files.
const HEAD_BYTES: usize = 64 << 10;

/// Decodes a text: by its byte order mark, as UTF-8 where it is that or nearly so, as UTF-16 where
/// every other byte is zero, else as the encoding that its bytes suggest. Broken bytes become U+FFFD.
///
/// # Errors
///
/// When the bytes are no text at all.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Problem> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None => (guess(bytes), bytes),
    };
    if encoding == UTF_16LE || encoding == UTF_16BE {
        let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
        return refuse_binary(text.as_bytes()).map(|()| text);
    }
    refuse_binary(bytes)?;
    Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = guess_utf_16(bytes) {
        return encoding;
    }
    if is_nearly_utf_8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// In UTF-16 the letters, spaces and marks of ASCII have a zero byte beside them, always on the
/// same side.
fn guess_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let (pairs, _) = head.as_chunks::<2>();
    let zeros = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = |zeros: usize| zeros >= 2 && zeros * 10 > pairs.len();
    let few = |zeros: usize| zeros * 50 <= pairs.len();
    if many(second) && few(first) {
        Some(UTF_16LE)
    } else if many(first) && few(second) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether what is not ASCII is UTF-8 but for a few damaged places.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 4 * bad
}

/// Text holds hardly any control bytes but white space and escapes; programs and pictures many.
fn refuse_binary(bytes: &[u8]) -> Result<(), Problem> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let is_odd = |b: &&u8| matches!(**b, 0..=7 | 0xe..=0x1a | 0x1c..=0x1f);
    let odd = head.iter().filter(is_odd).count();
    if odd >= 8 && odd * 50 > head.len() {
        return Err(Problem::Binary(odd, head.len()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

    use super::*;

    const TEXT: &str = "“Nine people are missing,” the mayor of Kestrel Bay said — “not ten.”\n";

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).as_deref(), Ok(expected));
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn utf_8_with_and_without_its_mark() {
        check(TEXT.as_bytes(), TEXT);
        check(format!("\u{feff}{TEXT}").as_bytes(), TEXT);
    }

    #[test]
    fn utf_16_with_and_without_its_mark() {
        check(&utf_16(TEXT, u16::to_le_bytes), TEXT);
        check(&utf_16(TEXT, u16::to_be_bytes), TEXT);
        let marked = format!("\u{feff}{TEXT}");
        check(&utf_16(&marked, u16::to_le_bytes), TEXT);
        check(&utf_16(&marked, u16::to_be_bytes), TEXT);
    }

    #[test]
    fn windows_1252() {
        check(&WINDOWS_1252.encode(TEXT).0, TEXT);
        check(b"caf\xe9 owners said", "café owners said");
    }

    #[test]
    fn one_broken_byte_does_not_spoil_utf_8() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.extend(b"\xff end");
        check(&bytes, &format!("{TEXT}\u{fffd} end"));
    }

    #[test]
    fn programs_are_refused() {
        let program: Vec<u8> = (0..=255).cycle().take(5_000).collect();
        assert!(matches!(decode(&program), Err(Problem::Binary(..))));
        assert!(matches!(decode(&[0; 100]), Err(Problem::Binary(..))));
    }

    #[test]
    fn a_stray_zero_byte_is_no_reason_to_refuse() {
        check(b"Nine\0 died.", "Nine\0 died.");
    }
}
