use super::Span;

/// Cuts a paragraph into sentences.
pub(super) fn split(text: &str, paragraph: Span) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = paragraph.start();
    let bytes = text.as_bytes();
    for at in paragraph.range() {
        let ends = matches!(bytes[at], b'.' | b'!' | b'?')
            && bytes.get(at + 1).is_some_and(u8::is_ascii_whitespace);
        if ends {
            sentences.push(Span::new(start, at + 1).trim(text));
            start = at + 1;
        }
    }
    sentences.push(Span::new(start, paragraph.end()).trim(text));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}
