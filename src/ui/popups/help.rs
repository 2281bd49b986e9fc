use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;
use crate::ui::{Action, Keymap, Topic, wrap};

/// The columns for the keys of an action.
const KEYS: u16 = 21;

/// What is to be known besides the keys.
const NOTES: &[&str] = &[
    "A number before a key repeats it: 5j. The digits of the sections begin no number; put 0 before them: 02j.",
    "Quotes are coloured in the text and figures are bold. A '?' beside a passage or a speaker says that it is not quite sure; 'why' shows the cues.",
];

/// All actions with their keys, under their topics.
pub(in crate::ui) fn help(keymap: &Keymap, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width.saturating_sub(2), 1);
    for topic in Topic::ALL {
        sheet.blank();
        let start = sheet.pen();
        sheet.write(topic.title(), ThemeRole::Heading);
        sheet.line(start, 0);
        for info in Action::ALL.iter().filter(|info| info.topic == topic) {
            write_action(&mut sheet, keymap, info.action);
        }
    }
    for note in NOTES {
        sheet.blank();
        let start = sheet.pen();
        sheet.write(note, ThemeRole::Dim);
        sheet.flow(start, 0, 0);
    }
    sheet.finish()
}

fn write_action(sheet: &mut Sheet, keymap: &Keymap, action: Action) {
    let chords: Vec<String> = keymap.chords(action).map(ToString::to_string).collect();
    if chords.is_empty() {
        return;
    }
    let keys = chords.join("  ");
    let width = KEYS.min(sheet.width() / 2);
    if wrap::columns(&keys) >= usize::from(width) {
        let start = sheet.pen();
        sheet.write(&keys, ThemeRole::Key);
        sheet.flow(start, 0, 0);
        let start = sheet.pen();
        sheet.write(action.help(), ThemeRole::Text);
        sheet.flow(start, width, 0);
        return;
    }
    // The keys stand in the margin of the first row of the words.
    let start = sheet.pen();
    sheet.write(action.help(), ThemeRole::Text);
    let rows = sheet.flow(start, width, 0);
    let keys = sheet.write(&keys, ThemeRole::Key);
    if let Some(row) = sheet.row_mut(rows.start) {
        row.gutter = Some(keys);
    }
}
