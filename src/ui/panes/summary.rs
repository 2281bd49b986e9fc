use super::{Scene, list_sheet, note_sheet};
use crate::briefing::{Briefing, SummaryLine};
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;

/// The lines of the summary, each an item.
pub(super) fn sheet(scene: &Scene<'_>) -> Sheet {
    let briefing = scene.briefing;
    if briefing.summary.is_empty() {
        return note_sheet(scene.width, "nothing to sum up");
    }
    let mut sheet = list_sheet(scene.width);
    for (index, line) in briefing.summary.iter().enumerate() {
        sheet.blank();
        sheet.begin_item(index, vec![line.span]);
        let start = sheet.pen();
        write_line(&mut sheet, briefing, line);
        sheet.flow(start, 0, 0);
        sheet.end_item();
    }
    sheet
}

/// The words of a line, with the name in brackets behind the pronoun that opens it.
pub(super) fn write_line(sheet: &mut Sheet, briefing: &Briefing, line: &SummaryLine) {
    let words = briefing.document.slice(line.span);
    match line.stands_for {
        Some((pronoun, name)) if line.span.contains(pronoun) => {
            let cut = pronoun.end() - line.span.start();
            sheet.write(words.get(..cut).unwrap_or_default(), ThemeRole::Text);
            let name = format!(" [{}]", briefing.document.slice(name));
            sheet.write(&name, ThemeRole::Dim);
            sheet.write(words.get(cut..).unwrap_or_default(), ThemeRole::Text);
        }
        _ => {
            sheet.write(words, ThemeRole::Text);
        }
    }
}
