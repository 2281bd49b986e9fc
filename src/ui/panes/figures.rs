mod lines;
mod scale;

use std::cmp::Reverse;
use std::collections::HashMap;

use self::lines::{end_words, notes, write_bar, write_claim, write_counted, write_value};
pub(super) use self::lines::{write_place, write_told};
pub(super) use self::scale::Scale;
use self::scale::{Size, top};
use super::{Scene, list_sheet, note_sheet, place_width};
use crate::briefing::{Briefing, Claim, Figure, Role, SectionKind};
use crate::document::Span;
use crate::ui::FigureOrder;
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;

/// The claims of one role.
struct Group {
    role: Role,
    claims: Vec<Claim>,
}

/// The roles of the figures with the number of each, the gravest first.
pub(in crate::ui) fn shown_roles(briefing: &Briefing, ages: bool) -> Vec<(Role, usize)> {
    let counted = Role::ALL.into_iter().map(|role| {
        let of_role = briefing.figures.iter().filter(|f| f.role == role);
        (role, of_role.count())
    });
    counted
        .filter(|(role, count)| *count > 0 && (ages || *role != Role::Age))
        .collect()
}

/// The figures, with who claims each.
pub(super) fn sheet(scene: &Scene<'_>) -> Sheet {
    let mut shown: Vec<usize> = (0..scene.briefing.figures.len()).collect();
    shown.retain(|&index| is_shown(scene, &scene.briefing.figures[index]));
    if shown.is_empty() {
        return note_sheet(scene.width, "no figures");
    }
    let mut sheet = list_sheet(scene.width);
    match scene.manner.figures {
        FigureOrder::Importance | FigureOrder::Role => {
            for group in groups(scene) {
                write_group(&mut sheet, scene.briefing, &group);
            }
        }
        FigureOrder::Size | FigureOrder::Place => {
            if scene.manner.figures == FigureOrder::Size {
                shown.sort_by_key(|&index| Reverse(Size(top(&scene.briefing.figures[index]))));
            }
            for index in shown {
                sheet.blank();
                write_item(&mut sheet, scene.briefing, index, None, false);
            }
        }
    }
    sheet
}

fn is_shown(scene: &Scene<'_>, figure: &Figure) -> bool {
    let age = scene.manner.ages || figure.role != Role::Age;
    let asked = scene.filters.role;
    asked.map_or(age, |role| figure.role == role)
}

/// The claims by role, those of several figures before those of one.
fn groups(scene: &Scene<'_>) -> Vec<Group> {
    let figures = &scene.briefing.figures;
    let mut groups: Vec<Group> = Vec::new();
    for mut claim in scene.briefing.claims() {
        let shown = |index: &usize| figures.get(*index).is_some_and(|f| is_shown(scene, f));
        claim.figures.retain(shown);
        claim.parts.retain(shown);
        if claim.figures.is_empty() {
            continue;
        }
        claim
            .figures
            .sort_by_key(|&index| order_in_claim(&figures[index]));
        match groups.iter_mut().find(|group| group.role == claim.role) {
            Some(group) => group.claims.push(claim),
            None => groups.push(Group {
                role: claim.role,
                claims: vec![claim],
            }),
        }
    }
    for group in &mut groups {
        group
            .claims
            .sort_by_key(|claim| Reverse(claim.figures.len().min(2)));
    }
    if scene.manner.figures == FigureOrder::Importance {
        groups.sort_by_key(|group| Reverse(importance(scene.briefing, group)));
    }
    groups
}

/// What stands now before what was replaced, the higher first.
fn order_in_claim(figure: &Figure) -> (bool, Reverse<Size>) {
    (figure.superseded_by.is_some(), Reverse(Size(top(figure))))
}

/// What matters most: what is told of people hurt, what the summary names, what the news itself or the
/// casualties name, what several claim; and of equals the graver. Last comes what nothing is told of.
fn importance(briefing: &Briefing, group: &Group) -> usize {
    if group.role == Role::Other {
        return 0;
    }
    let grave = Role::ALL.len() - Role::ALL.iter().position(|r| *r == group.role).unwrap_or(0);
    let hurt = matches!(
        group.role,
        Role::Killed | Role::Injured | Role::Missing | Role::Displaced
    );
    let figures = group.claims.iter().flat_map(|claim| &claim.figures);
    let figures = figures.filter_map(|&index| briefing.figures.get(index));
    let figures: Vec<&Figure> = figures.collect();
    let summed = figures.iter().any(|figure| {
        let mut lines = briefing.summary.iter();
        lines.any(|line| line.span.contains(figure.span))
    });
    let news = [SectionKind::Announcement, SectionKind::Casualties].map(Some);
    let news = figures
        .iter()
        .any(|figure| news.contains(&section_of(briefing, figure)));
    let claims = figures
        .iter()
        .filter(|figure| figure.claimed_by.is_some())
        .count();
    100 * usize::from(hurt)
        + 40 * usize::from(summed)
        + 20 * usize::from(news)
        + claims.min(9)
        + grave
}

fn section_of(briefing: &Briefing, figure: &Figure) -> Option<SectionKind> {
    let sentence = briefing.document.sentence_at(figure.span.start())?;
    briefing.labels.get(sentence)?.kind
}

fn write_group(sheet: &mut Sheet, briefing: &Briefing, group: &Group) {
    sheet.blank();
    let start = sheet.pen();
    sheet.write(&heading(group.role), ThemeRole::Heading);
    sheet.line(start, 0);
    for claim in &group.claims {
        let scale = scale_of(briefing, claim, sheet.width());
        if let Some(scale) = &scale {
            write_spread(sheet, briefing, claim, scale);
        }
        let mut parts: HashMap<usize, Vec<usize>> = HashMap::new();
        for &part in &claim.parts {
            let whole = briefing.figures.get(part).and_then(|f| f.part_of);
            parts.entry(whole.unwrap_or(part)).or_default().push(part);
        }
        for &index in &claim.figures {
            write_item(sheet, briefing, index, scale.as_ref(), true);
            for &part in parts.get(&index).into_iter().flatten() {
                write_item(sheet, briefing, part, None, true);
            }
        }
    }
}

/// The name of a role as a heading.
pub(super) fn heading(role: Role) -> String {
    let mut heading = role.name().to_owned();
    if let Some(first) = heading.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    heading
}

/// "people: 2 claims, 3,000 to 6,854", for figures that stand against each other.
fn write_spread(sheet: &mut Sheet, briefing: &Briefing, claim: &Claim, scale: &Scale) {
    let figures = claim
        .figures
        .iter()
        .filter_map(|&i| briefing.figures.get(i));
    let standing = figures.filter(|figure| figure.superseded_by.is_none());
    let standing: Vec<&Figure> = standing
        .filter(|figure| scale.bar(figure).is_some())
        .collect();
    let least = standing
        .iter()
        .min_by_key(|figure| Size(figure.value.low()));
    let most = standing.iter().max_by_key(|figure| Size(top(figure)));
    let (Some(least), Some(most)) = (least, most) else {
        return;
    };
    let start = sheet.pen();
    if let Some(counted) = claim.counted {
        sheet.write(briefing.document.slice(counted), ThemeRole::Dim);
        if standing.len() > 1 {
            sheet.write(": ", ThemeRole::Dim);
        }
    }
    // "23" and "Twenty-three" are one number.
    let range = if Size(least.value.low()) >= Size(top(most)) {
        format!("{} claims agree", standing.len())
    } else {
        let least = end_words(briefing, least, least.value.low());
        let most = end_words(briefing, most, top(most));
        format!("{} claims, {least} to {most}", standing.len())
    };
    if standing.len() > 1 {
        sheet.write(&range, ThemeRole::Dim);
    }
    sheet.flow(start, 0, 0);
}

/// The scale of the figures of a claim.
fn scale_of(briefing: &Briefing, claim: &Claim, width: u16) -> Option<Scale> {
    let figures = claim.figures.iter();
    let figures = figures.filter_map(|&index| Some((briefing, briefing.figures.get(index)?)));
    let mut scale = Scale::of(&figures.collect::<Vec<_>>(), width)?;
    let figures = claim.figures.iter();
    let mut figures = figures.filter_map(|&index| briefing.figures.get(index));
    let stands = figures.any(|figure| figure.superseded_by.is_none());
    scale.counted = claim.counted.filter(|_| stands);
    Some(scale)
}

/// A figure as an item; under the heading of its role, or with its role beside it.
fn write_item(
    sheet: &mut Sheet,
    briefing: &Briefing,
    index: usize,
    scale: Option<&Scale>,
    headed: bool,
) {
    let Some(figure) = briefing.figures.get(index) else {
        return;
    };
    let indent = if headed && figure.part_of.is_some() {
        2
    } else {
        0
    };
    sheet.begin_item(index, vec![figure.span]);
    let bar = scale.and_then(|scale| Some((scale, scale.bar(figure)?)));
    let mut notes = notes(briefing, figure);
    if !headed {
        notes.insert(0, figure.role.name().to_owned());
    }
    let start = sheet.pen();
    write_value(sheet, briefing, figure);
    if let Some((scale, (sure, open))) = bar {
        write_bar(sheet, start, scale, &sure, &open);
        sheet.line(start, indent);
        let slice = |span: Option<Span>| span.map(|span| briefing.document.slice(span));
        let counted = slice(figure.counted).filter(|it| Some(*it) != slice(scale.counted));
        notes.splice(0..0, counted.map(str::to_owned));
        let row = write_claim(sheet, briefing, figure, &notes, indent + 2);
        write_place(sheet, row, briefing, figure.span);
    } else {
        write_counted(sheet, briefing, figure);
        if figure.claimed_by.is_none() && notes.is_empty() {
            sheet.write("  the article", ThemeRole::Dim);
        }
        let rows = sheet.flow(start, indent, place_width(briefing));
        write_place(sheet, rows.start, briefing, figure.span);
        if figure.claimed_by.is_some() || !notes.is_empty() {
            write_claim(sheet, briefing, figure, &notes, indent + 2);
        }
    }
    sheet.end_item();
}
