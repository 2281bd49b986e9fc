use memchr::memchr_iter;

use super::Span;

/// Cuts a text at its line ends. `source` has already joined lines that were only wrapped, so each
/// line that holds more than white space is a paragraph.
pub(super) fn split(text: &str) -> Vec<Span> {
    let mut start = 0;
    memchr_iter(b'\n', text.as_bytes())
        .chain([text.len()])
        .map(|end| Span::new(std::mem::replace(&mut start, end), end).trim(text))
        .filter(|span| !span.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn blank_lines_and_line_ends_separate_paragraphs() {
        let text = "\n One.\n\n \nTwo. \r\nThree.";
        let found: Vec<&str> = split(text).iter().map(|s| &text[s.range()]).collect();
        assert_eq!(found, ["One.", "Two.", "Three."]);
    }
}
