use super::list_sheet;
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;

/// The columns for the number of an article.
const NUMBER: u16 = 3;

/// The list of articles: the title of each, the line that tells most of it, and a note at the end of
/// the row, such as where it comes from.
pub(in crate::ui) fn sheet<'a>(
    entries: impl Iterator<Item = (&'a str, Option<&'a str>, Option<&'a str>)>,
    width: u16,
    current: usize,
) -> Sheet {
    let mut sheet = list_sheet(width);
    for (index, (title, gist, note)) in entries.enumerate() {
        sheet.begin_item(index, Vec::new());
        let start = sheet.pen();
        let role = if index == current {
            ThemeRole::Title
        } else {
            ThemeRole::Text
        };
        let number = format!("{:>2} ", index + 1);
        sheet.write(&number, ThemeRole::Dim);
        sheet.write(title, role);
        let row = sheet.line(start, 0);
        let tail = note.map(|note| sheet.write(note, ThemeRole::Dim));
        if let Some(row) = sheet.row_mut(row) {
            row.tail = tail;
        }
        if let Some(gist) = gist {
            let start = sheet.pen();
            sheet.write(gist, ThemeRole::Dim);
            sheet.line(start, NUMBER);
        }
        sheet.end_item();
    }
    sheet.finish()
}
