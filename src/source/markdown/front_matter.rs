//! The fields at the head of a Markdown file: the part of YAML that such files use.
//!
//! Lines of `key: value` between lines of `---`; values are plain, in single or in double quotes,
//! lists in brackets or of indented items, or folded text after `>` or `|`.

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    /// In lower case.
    pub(super) key: String,
    pub(super) value: String,
}

/// The fields, and the text after them. Without front matter there are no fields.
pub(super) fn split(text: &str) -> (Vec<Field>, &str) {
    let start = text.trim_start_matches('\n');
    let Some(inside) = start
        .strip_prefix("---")
        .map(|rest| rest.trim_start_matches(' '))
    else {
        return (Vec::new(), text);
    };
    let Some(inside) = inside.strip_prefix('\n') else {
        return (Vec::new(), text);
    };
    let mut at = 0;
    for line in inside.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            let fields = fields(inside.get(..at).unwrap_or_default());
            let body = inside.get(at + line.len()..).unwrap_or_default();
            return if fields.is_empty() {
                (fields, text)
            } else {
                (fields, body)
            };
        }
        at += line.len();
    }
    (Vec::new(), text)
}

fn fields(lines: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for line in lines.lines() {
        let indented = line.starts_with([' ', '-']);
        match (indented, fields.last_mut(), line.split_once(':')) {
            (true, Some(field), _) => add_line(&mut field.value, line.trim()),
            (false, _, Some((key, value))) if is_key(key) => fields.push(Field {
                key: key.trim().to_ascii_lowercase(),
                value: scalar(value.trim()),
            }),
            _ => {}
        }
    }
    fields
}

fn is_key(key: &str) -> bool {
    let named = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
    !key.trim().is_empty() && key.chars().all(named)
}

/// A line that belongs to the value above: an item of a list, or more of a text.
fn add_line(value: &mut String, line: &str) {
    let item = line.strip_prefix("- ").map(str::trim);
    let text = item.unwrap_or(line);
    let text = text.strip_prefix("name:").unwrap_or(text);
    if line.is_empty() {
        return;
    }
    if !value.is_empty() {
        value.push_str(if item.is_some() { ", " } else { " " });
    }
    value.push_str(&scalar(text.trim()));
}

fn scalar(value: &str) -> String {
    if matches!(value, ">" | "|" | ">-" | "|-" | "~" | "null") {
        return String::new();
    }
    if let Some(items) = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        let items: Vec<String> = items.split(',').map(|item| scalar(item.trim())).collect();
        return items.join(", ");
    }
    if let Some(rest) = value.strip_prefix('"') {
        return double_quoted(rest);
    }
    if let Some(rest) = value.strip_prefix('\'') {
        return single_quoted(rest);
    }
    let end = value.find(" #").unwrap_or(value.len());
    value.get(..end).unwrap_or(value).trim_end().to_owned()
}

/// Up to the closing quote; a doubled one stands for itself.
fn single_quoted(rest: &str) -> String {
    let mut out = String::new();
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\'' && chars.next_if_eq(&'\'').is_none() {
            break;
        }
        out.push(c);
    }
    out
}

/// Up to the closing quote, with the escapes of YAML 1.2, section 5.7.
fn double_quoted(rest: &str) -> String {
    let mut out = String::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('x') => out.extend(code_point(&mut chars, 2)),
                Some('u') => out.extend(code_point(&mut chars, 4)),
                Some('U') => out.extend(code_point(&mut chars, 8)),
                Some(escaped) if !escaped.is_ascii_alphanumeric() => out.push(escaped),
                _ => {}
            },
            _ => out.push(c),
        }
    }
    super::clean(&out).into_owned()
}

fn code_point(chars: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let hex: String = chars.take(digits).collect();
    u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)], body: &str) {
        let (fields, rest) = split(text);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|f| (f.key.as_str(), f.value.as_str()))
            .collect();
        assert_eq!((fields.as_slice(), rest), (expected, body));
    }

    #[test]
    fn values_are_plain_or_quoted() {
        check(
            "---\nTitle: Ferry sinks # a comment\nbyline: 'Mara ''Mo'' Quist'\nurl: \"https://example.org/\\u00e9\\\"x\\\"\"\n---\nText.\n",
            &[
                ("title", "Ferry sinks"),
                ("byline", "Mara 'Mo' Quist"),
                ("url", "https://example.org/é\"x\""),
            ],
            "Text.\n",
        );
    }

    #[test]
    fn values_may_be_lists_or_folded() {
        check(
            "---\nauthors:\n  - Mara Quist\n  - name: Jo Bell\ntags: [a, \"b\"]\ntitle: >\n  Ferry\n  sinks\n...\nText.",
            &[
                ("authors", "Mara Quist, Jo Bell"),
                ("tags", "a, b"),
                ("title", "Ferry sinks"),
            ],
            "Text.",
        );
    }

    #[test]
    fn an_unclosed_head_or_one_without_fields_is_text() {
        check("---\ntitle: Ferry\n", &[], "---\ntitle: Ferry\n");
        check("---\nNine died.\n---\n", &[], "---\nNine died.\n---\n");
        check("Nine died.", &[], "Nine died.");
    }

    #[test]
    fn a_broken_escape_is_left_out() {
        check(
            "---\ntitle: \"a\\uZZZZb\\q\"\n---\n",
            &[("title", "ab")],
            "",
        );
    }
}
