use super::sheet::{Ink, Sheet};
use crate::document::Span;

/// A place that matches what is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub row: usize,
    pub ink: Ink,
    pub span: Span,
}

/// All places on a sheet that match, from top to bottom.
///
/// Upper and lower case match each other unless the query has an upper-case letter; quotation
/// marks, apostrophes and spaces match those of another form.
pub(super) fn hits(sheet: &Sheet, article: &str, query: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for span in find(article, query) {
        hits.extend(sheet.row_of(span.start()).map(|row| Hit {
            row,
            ink: Ink::Article,
            span,
        }));
    }
    let shown = |hit: &Hit| {
        sheet
            .rows()
            .get(hit.row)
            .is_some_and(|r| r.span.overlaps(hit.span))
    };
    hits.retain(shown);
    for span in find(sheet.own(), query) {
        hits.extend(sheet.row_of_own(span.start()).map(|row| Hit {
            row,
            ink: Ink::Own,
            span,
        }));
    }
    hits.sort_by_key(|hit| (hit.row, hit.span));
    hits
}

/// The places of a text that match a query, in order, without overlap.
fn find(text: &str, query: &str) -> Vec<Span> {
    let exact = query.chars().any(char::is_uppercase);
    let wanted: Vec<char> = query.chars().map(|c| fold(c, exact)).collect();
    let Some(&first) = wanted.first() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut after = 0;
    for (at, c) in text.char_indices() {
        if at < after || fold(c, exact) != first {
            continue;
        }
        if let Some(len) = matched(text.get(at..).unwrap_or_default(), &wanted, exact) {
            after = at + len;
            found.push(Span::new(at, after));
        }
    }
    found
}

/// The bytes at the head of a text that match, if they do.
fn matched(text: &str, wanted: &[char], exact: bool) -> Option<usize> {
    let mut chars = text.chars();
    let mut len = 0;
    for &wanted in wanted {
        let c = chars.next().filter(|&c| fold(c, exact) == wanted)?;
        len += c.len_utf8();
    }
    Some(len)
}

fn fold(c: char, exact: bool) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '–' => '-',
        '\n' => c,
        _ if c.is_whitespace() => ' ',
        _ if exact => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, query: &str, expected: &[&str]) {
        let found = find(text, query);
        let found: Vec<&str> = found.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lower_case_matches_any_case_and_upper_case_itself() {
        check("Port, port, PORT", "port", &["Port", "port", "PORT"]);
        check("Port, port, PORT", "Port", &["Port"]);
    }

    #[test]
    fn marks_and_spaces_match_those_of_another_form() {
        check("It’s “so”", "it's \"so\"", &["It’s “so”"]);
        check("10\u{a0}km", "10 km", &["10\u{a0}km"]);
    }

    #[test]
    fn matches_do_not_overlap() {
        check("aaaa", "aa", &["aa", "aa"]);
        check("aaa", "", &[]);
    }
}
