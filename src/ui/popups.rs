//! The sheets of what is shown above the panes.

mod help;
mod why;

pub(super) use self::help::{WIDTH as HELP_WIDTH, help};
pub(super) use self::why::{sources, why};
use std::collections::HashMap;

use super::app::App;
use super::panes;
use super::sheet::Sheet;
use super::theme::ThemeRole;
use crate::briefing::Role;

/// The columns before a row of a popup: the sign of the selected one, and a space.
const GUTTER: u16 = 2;

fn popup_sheet(width: u16) -> Sheet {
    Sheet::new(width.saturating_sub(GUTTER + 1), GUTTER)
}

/// The speakers to choose from, the first choice being all.
pub(super) fn speakers(app: &App, names: &[Option<String>], width: u16) -> Sheet {
    let counted = app
        .view()
        .map_or_else(Vec::new, |view| panes::speakers(&view.briefing));
    let counts: HashMap<&str, usize> = counted.into_iter().collect();
    let choices = names.iter().map(|name| match name.as_deref() {
        None => ("all speakers", counts.values().sum()),
        Some(name) => {
            let shown = if name.is_empty() {
                "unknown speaker"
            } else {
                name
            };
            (shown, counts.get(name).copied().unwrap_or(0))
        }
    });
    choice_sheet(choices, width)
}

/// The roles of figures to choose from, the first choice being all.
pub(super) fn roles(app: &App, roles: &[Option<Role>], width: u16) -> Sheet {
    let counted = app.view().map_or_else(Vec::new, |view| {
        panes::shown_roles(&view.briefing, app.manner.ages)
    });
    let choices = roles.iter().map(|role| match role {
        None => ("all figures", counted.iter().map(|(_, count)| count).sum()),
        Some(role) => {
            let count = counted.iter().find(|(other, _)| other == role);
            (role.name(), count.map_or(0, |(_, count)| *count))
        }
    });
    choice_sheet(choices, width)
}

fn choice_sheet<'a>(choices: impl Iterator<Item = (&'a str, usize)>, width: u16) -> Sheet {
    let mut sheet = popup_sheet(width);
    for (index, (name, count)) in choices.enumerate() {
        sheet.begin_item(index, Vec::new());
        let start = sheet.pen();
        sheet.write(name, ThemeRole::Text);
        let row = sheet.line(start, 0);
        let count = sheet.write(&count.to_string(), ThemeRole::Dim);
        if let Some(row) = sheet.row_mut(row) {
            row.tail = Some(count);
        }
        sheet.end_item();
    }
    sheet.finish()
}
