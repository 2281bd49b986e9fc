//! JSON Lines: one article a line.

mod lines;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

pub use self::lines::{Line, Lines, MAX_LINE_BYTES};

use super::clean::{clean, clean_line};
use super::fault::Problem;
use super::head::{Head, dateline};
use super::{Fault, Loaded, Place, title};
use crate::document::{Article, Title};

/// How many characters of a broken line a message shows.
const SHOWN: usize = 24;

/// Reads one article from a line, the `number`th of its input, counted from 1.
///
/// Only `text` is required; `id`, `title`, `deck`, `byline`, `published`, `source` and `url` are
/// known, all else is ignored. The text is kept as it is but for cleaning: positions in a clean
/// text are positions in the article.
///
/// # Errors
///
/// When the line is no JSON object, or a field is of a kind that cannot be read.
pub fn parse_line(line: &str, number: usize, place: &Place) -> Result<Article, Fault> {
    let place = place.at(number);
    let fault = |problem| Fault::new(&place, problem);
    if !line.trim_start().starts_with('{') {
        return Err(fault(Problem::NotObject(shown(line.trim_start()))));
    }
    let record: Record =
        serde_json::from_str(line).map_err(|error| fault(not_json(line, &error)))?;
    let text = match &record.text {
        Some(Value::String(text)) if !text.trim().is_empty() => clean(text).into_owned(),
        Some(Value::String(_)) => return Err(fault(Problem::Empty)),
        None | Some(Value::Null) => return Err(fault(Problem::NoText)),
        Some(other) => return Err(fault(wrong_type("text", other, "a string"))),
    };
    let head = record.head().map_err(fault)?;
    let id = one_line("id", record.id.as_ref()).map_err(fault)?;
    Ok(Article {
        id: id.unwrap_or_else(|| place.to_string()),
        title: head.title.map_or_else(
            || title::from_text(&text),
            |text| Title {
                text,
                derived: false,
            },
        ),
        deck: head.deck,
        byline: head.byline,
        dateline: head
            .dateline
            .or_else(|| dateline(text.trim_start()).map(str::to_owned)),
        published: head.published,
        names_source: head.source.is_some(),
        source: head.source.unwrap_or_else(|| place.source.clone()),
        url: head.url,
        text,
    })
}

pub(super) fn parse(text: &str, place: &Place) -> Loaded {
    let mut loaded = Loaded::default();
    for (at, line) in text.lines().enumerate() {
        if !line.trim().is_empty() {
            loaded.append(parse_line(line, at + 1, place).into());
        }
    }
    if loaded.articles.is_empty() && loaded.faults.is_empty() {
        loaded.faults.push(Fault::new(place, Problem::Empty));
    }
    loaded
}

/// Whether a line is a JSON object.
pub(super) fn is_object(line: &str) -> bool {
    let object = line.trim_start().starts_with('{');
    object && serde_json::from_str::<IgnoredAny>(line).is_ok()
}

#[derive(Deserialize)]
struct Record {
    id: Option<Value>,
    title: Option<Value>,
    deck: Option<Value>,
    byline: Option<Value>,
    published: Option<Value>,
    source: Option<Value>,
    url: Option<Value>,
    text: Option<Value>,
}

impl Record {
    fn head(&self) -> Result<Head, Problem> {
        let mut head = Head::default();
        let fields = [
            ("title", &self.title),
            ("deck", &self.deck),
            ("byline", &self.byline),
            ("published", &self.published),
            ("source", &self.source),
            ("url", &self.url),
        ];
        for (name, value) in fields {
            if let Some(value) = one_line(name, value.as_ref())? {
                head.set_field(name, &value);
            }
        }
        Ok(head)
    }
}

/// The value of a field on one line; a list of strings is read as one with commas between.
fn one_line(name: &'static str, value: Option<&Value>) -> Result<Option<String>, Problem> {
    let wrong = |found: &Value| wrong_type(name, found, "a string");
    let line = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => clean_line(text),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(parts)) => {
            let parts = parts
                .iter()
                .map(|part| part.as_str().ok_or_else(|| wrong(part)));
            clean_line(&parts.collect::<Result<Vec<_>, _>>()?.join(", "))
        }
        Some(other) => return Err(wrong(other)),
    };
    Ok(Some(line).filter(|line| !line.is_empty()))
}

fn wrong_type(field: &'static str, found: &Value, wanted: &'static str) -> Problem {
    Problem::WrongType {
        field,
        found: shown(&found.to_string()),
        wanted,
    }
}

fn not_json(line: &str, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line")
        .map_or(message.as_str(), |(text, _)| text);
    let column = error.column();
    // The column counts bytes and may stand inside a character.
    let before = line.floor_char_boundary(column.saturating_sub(SHOWN / 2));
    Problem::NotJson {
        message: clean_line(message).replacen("EOF while parsing", "the line ends inside", 1),
        column,
        near: shown(line.get(before..).unwrap_or_default()),
    }
}

/// The head of a value, fit for a message.
fn shown(value: &str) -> String {
    let head: String = value.chars().take(SHOWN).collect();
    let more = if head.len() < value.len() { "…" } else { "" };
    format!("{}{more}", clean_line(&head))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(line: &str) -> Result<Article, String> {
        parse_line(line, 7, &Place::new("day.jsonl")).map_err(|fault| fault.to_string())
    }

    #[track_caller]
    fn check_fault(line: &str, expected: &str) {
        assert_eq!(read(line), Err(expected.to_owned()));
    }

    #[test]
    fn only_the_text_is_required() {
        let article =
            read(r#"{"text":"PORT HALDEN — Nine people died.","more":{"a":[1]}}"#).unwrap();
        assert_eq!(article.text, "PORT HALDEN — Nine people died.");
        assert_eq!(article.dateline.as_deref(), Some("PORT HALDEN"));
        assert_eq!(
            (article.title.text.as_str(), article.title.derived),
            ("Nine people died", true)
        );
        assert_eq!(
            (article.id.as_str(), article.source.as_str()),
            ("day.jsonl:7", "day.jsonl")
        );
    }

    #[test]
    fn all_fields_are_read() {
        let article = read(
            r#"{"id":12,"title":"Ferry\nsinks","byline":["By Mara Quist","Jo Bell"],"published":"2026-03-04","url":"https://example.org/1","text":" Nine\n died.\n"}"#,
        )
        .unwrap();
        assert_eq!(article.id, "12");
        assert_eq!(
            (article.title.text.as_str(), article.title.derived),
            ("Ferry sinks", false)
        );
        assert_eq!(article.byline.as_deref(), Some("Mara Quist, Jo Bell"));
        assert_eq!(
            article.published.unwrap().date.unwrap().to_string(),
            "2026-03-04"
        );
        assert_eq!(article.url.as_deref(), Some("https://example.org/1"));
        assert_eq!(article.text, " Nine\n died.\n");
    }

    #[test]
    fn a_broken_line_is_named_with_its_place() {
        check_fault(
            r#"{"text": "Nine died." "id": 1}"#,
            "day.jsonl:7: expected `,` or `}` at column 23, near 'ine died.\" \"id\": 1}'; a line must be one JSON object with a 'text'",
        );
    }

    #[test]
    fn a_line_that_is_no_object_is_shown() {
        check_fault(
            "[1, 2]",
            "day.jsonl:7: '[1, 2]' is not an object; a line must be one JSON object with a 'text'",
        );
        check_fault(
            r#"{"text": "cut"#,
            "day.jsonl:7: the line ends inside a string at column 13, near '\"text\": \"cut'; a line must be one JSON object with a 'text'",
        );
    }

    #[test]
    fn a_missing_or_empty_text_is_a_fault() {
        check_fault(
            r#"{"id": 1}"#,
            "day.jsonl:7: 'text' is missing; a line must be one JSON object with a 'text'",
        );
        check_fault(
            r#"{"text": " "}"#,
            "day.jsonl:7: there is no text in it; give a file that holds an article",
        );
    }

    #[test]
    fn a_field_of_the_wrong_kind_is_named() {
        check_fault(
            r#"{"text": 5}"#,
            "day.jsonl:7: 'text' is 5; it must be a string",
        );
        check_fault(
            r#"{"text": "Nine died.", "title": {"en": "Ferry"}}"#,
            "day.jsonl:7: 'title' is {\"en\":\"Ferry\"}; it must be a string",
        );
    }

    #[test]
    fn lines_after_a_broken_one_are_read() {
        let loaded = parse(
            "{\"text\":\"One.\"}\n\n[]\n{\"text\":\"Two.\"}\n",
            &Place::new("-"),
        );
        assert_eq!(loaded.articles.len(), 2);
        assert_eq!(loaded.articles[1].id, "-:4");
        assert_eq!(loaded.faults.len(), 1);
    }

    proptest! {
        #[test]
        fn a_clean_text_is_kept_byte_for_byte(text in "[ -~\n“”—é]{1,200}") {
            prop_assume!(!text.trim().is_empty());
            let line = serde_json::json!({ "text": text }).to_string();
            prop_assert_eq!(read(&line).unwrap().text, text);
        }

        #[test]
        fn no_line_makes_it_panic(line in "[{}\\[\\]\":,a-z0-9\\\\é ]{0,60}") {
            let _ = read(&line);
        }
    }
}
