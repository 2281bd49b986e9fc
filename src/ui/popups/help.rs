use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;
use crate::ui::{Action, Keymap, Topic, wrap};

/// The columns that the popup would like: two columns of keys.
pub(in crate::ui) const WIDTH: u16 = 132;

/// From so many columns on there are two columns of keys.
const TWO_COLUMNS: u16 = 108;

/// The columns for the keys of an action.
const KEYS: usize = 21;

/// The topics that stand in the first of two columns.
const FIRST: usize = 2;

/// What is to be known besides the keys.
const NOTES: &[&str] = &[
    "A number before a key repeats it: 5j. The digits of the sections begin no number; put 0 before them: 02j.",
    "Quotes and figures have a look of their own in the text, which the theme sets. A '?' beside a passage or a speaker says that it is not quite sure; 'why' shows the cues.",
    "While 'why' explains a figure, 'open' leads to what stands in other sentences: who claims it, what is counted.",
];

/// The words of a row, each with its look.
type Line = Vec<(String, ThemeRole)>;

/// All actions with their keys, under their topics.
pub(in crate::ui) fn help(keymap: &Keymap, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width.saturating_sub(2), 1);
    let width = usize::from(sheet.width());
    if sheet.width() < TWO_COLUMNS {
        let mut lines = topics(keymap, &Topic::ALL, width);
        lines.extend(notes(width));
        write(&mut sheet, &lines, &[], 0);
    } else {
        let column = (width - 2) / 2;
        let (first, second) = Topic::ALL.split_at(FIRST);
        let left = topics(keymap, first, column);
        let mut right = topics(keymap, second, column);
        right.extend(notes(column));
        write(&mut sheet, &left, &right, column + 2);
    }
    sheet.finish()
}

/// Writes lines, and beside them, from a column on, others.
fn write(sheet: &mut Sheet, left: &[Line], right: &[Line], from: usize) {
    for row in 0..left.len().max(right.len()) {
        let start = sheet.pen();
        let mut wide = 0;
        for (words, role) in left.get(row).into_iter().flatten() {
            sheet.write(words, *role);
            wide += wrap::columns(words);
        }
        if let Some(line) = right.get(row) {
            sheet.write(&" ".repeat(from.saturating_sub(wide)), ThemeRole::Text);
            for (words, role) in line {
                sheet.write(words, *role);
            }
        }
        sheet.line(start, 0);
    }
}

/// Topics, each with its heading and a blank line before it but the first.
fn topics(keymap: &Keymap, topics: &[Topic], width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for &topic in topics {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.push(vec![(topic.title().to_owned(), ThemeRole::Heading)]);
        for info in Action::ALL.iter().filter(|info| info.topic == topic) {
            lines.extend(action(keymap, info.action, width));
        }
    }
    lines
}

fn notes(width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for note in NOTES {
        lines.push(Line::new());
        let wrapped = wrapped(note, width).into_iter();
        lines.extend(wrapped.map(|words| vec![(words, ThemeRole::Dim)]));
    }
    lines
}

/// The keys, and beside them what they do; below them where they are too long for that.
fn action(keymap: &Keymap, action: Action, width: usize) -> Vec<Line> {
    let chords: Vec<String> = keymap.chords(action).map(ToString::to_string).collect();
    if chords.is_empty() {
        return Vec::new();
    }
    let keys = chords.join("  ");
    let margin = KEYS.min(width / 2);
    let help = wrapped(action.help(), width.saturating_sub(margin));
    let beside = wrap::columns(&keys) < margin;
    let mut lines: Vec<Line> = Vec::new();
    if !beside {
        let keys = wrapped(&keys, width).into_iter();
        lines.extend(keys.map(|keys| vec![(keys, ThemeRole::Key)]));
    }
    for (index, words) in help.into_iter().enumerate() {
        let keys = if beside && index == 0 { &*keys } else { "" };
        let space = " ".repeat(margin.saturating_sub(wrap::columns(keys)));
        lines.push(vec![
            (keys.to_owned(), ThemeRole::Key),
            (space, ThemeRole::Text),
            (words, ThemeRole::Text),
        ]);
    }
    lines
}

fn wrapped(words: &str, width: usize) -> Vec<String> {
    let span = crate::document::Span::new(0, words.len());
    let lines = wrap::wrap(words, span, width.max(1)).into_iter();
    lines
        .filter_map(|line| words.get(line.range()).map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::NOTES;

    #[test]
    fn help_promises_no_look_that_a_theme_may_change() {
        for look in ["italic", "bold", "underline", "cyan"] {
            assert!(NOTES.iter().all(|note| !note.contains(look)), "{look}");
        }
    }
}
