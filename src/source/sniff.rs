//! Telling the format of a text that has no name to tell it.

use super::{FORMATS, Format, jsonl, markdown};

/// How many lines at the head are looked at.
const HEAD_LINES: usize = 20;

/// The format that a text looks most like; plain text when in doubt.
pub(super) fn format_of(text: &str) -> &'static Format {
    let lines = text.lines().map(str::trim_end);
    let mut head = lines.filter(|line| !line.is_empty()).take(HEAD_LINES);
    let mut first = head.clone().take(1);
    // A broken line may stand first, but a text that quotes an object does not begin like one.
    let opens = first.any(|line| line.trim_start().starts_with('{'));
    let name = if opens && head.clone().any(jsonl::is_object) {
        "jsonl"
    } else if markdown::has_front_matter(text) || head.any(|line| line.starts_with("# ")) {
        "markdown"
    } else {
        "text"
    };
    Format::of_name(name).unwrap_or(&FORMATS[0])
}

#[cfg(test)]
mod tests {
    use super::format_of;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(format_of(text).name, expected);
    }

    #[test]
    fn lines_that_are_objects_are_json_lines() {
        check("{\"text\": \"Nine died.\"}\n", "jsonl");
        check("\n{broken\n{\"text\": \"Nine died.\"}\n", "jsonl");
    }

    #[test]
    fn front_matter_or_a_heading_is_markdown() {
        check("---\ntitle: Ferry sinks\n---\nNine died.\n", "markdown");
        check("\n# Ferry sinks\n\nNine died.\n", "markdown");
    }

    #[test]
    fn all_else_is_plain_text() {
        check("", "text");
        check("#ferry was the tag of the day.\n", "text");
        check("---\nNine died.\n", "text");
        check("{The editor notes: nine.}\nNine died.\n", "text");
        check(
            "Check-in fails\n\n{\"error\": 500}\n\nNine came late.\n",
            "text",
        );
    }
}
