use std::borrow::Cow;
use std::ops::Range;

use super::story::outlet;
use super::{Scene, number_width, section_look};
use crate::briefing::{Briefing, OutlinedSection, Passage};
use crate::ui::TextOrder;
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;
use crate::ui::wrap;

/// The columns of the margin besides the number of a paragraph: the sign of the marked passage, "?" for
/// unsure, and a space.
const SIGNS: u16 = 3;

/// From so many columns on there is a space more.
const ROOMY: u16 = 51;

/// Beside narrower text no margin has room for the whole name of a section.
const NARROW: u16 = 40;

/// The margin that has room for the whole name of a section.
const WIDE_GUTTER: u16 = 15;

/// The article under its sections, or as written.
pub(super) fn sheet(scene: &Scene<'_>) -> Sheet {
    let wide = scene.manner.text == TextOrder::Source
        && scene.width > scene.text_width.min(NARROW) + WIDE_GUTTER;
    let gutter = if wide {
        WIDE_GUTTER
    } else {
        SIGNS + number_width(scene.briefing) - u16::from(scene.width < ROOMY)
    };
    let width = scene.width.saturating_sub(gutter + 1).min(scene.text_width);
    let mut sheet = Sheet::new(width, gutter);
    write_head(&mut sheet, scene);
    // Headings over nothing would only be in the way.
    let told_apart = scene.section_of.iter().any(Option::is_some);
    if scene.manner.text == TextOrder::Sections && told_apart {
        write_sections(&mut sheet, scene);
    } else {
        write_source(&mut sheet, scene);
    }
    sheet
}

/// Headline and deck, then byline, date and place it comes from on a line.
fn write_head(sheet: &mut Sheet, scene: &Scene<'_>) {
    let article = scene.briefing.document.article();
    // A derived headline is the beginning of the text, which follows.
    if !article.title.derived && !scene.headed {
        let start = sheet.pen();
        sheet.write(&article.title.text, ThemeRole::Title);
        sheet.flow(start, 0, 0);
    }
    if let Some(deck) = scene.briefing.document.deck_apart() {
        let start = sheet.pen();
        sheet.write(deck, ThemeRole::Text);
        sheet.flow(start, 0, 0);
    }
    let published = article.published.as_ref().map(|day| day.text.as_str());
    let place = Some(outlet(article));
    let filed = scene.briefing.document.dateline_apart();
    let facts = [article.byline.as_deref(), filed, published, place];
    let facts: Vec<&str> = facts
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect();
    write_facts(sheet, &facts);
    sheet.blank();
}

/// The facts with a dot between those that share a line.
fn write_facts(sheet: &mut Sheet, facts: &[&str]) {
    let width = usize::from(sheet.width());
    let mut line = String::new();
    for fact in facts {
        if !line.is_empty() && wrap::columns(&line) + wrap::columns(fact) + 3 > width {
            flow_dim(sheet, &line);
            line.clear();
        }
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(fact);
    }
    flow_dim(sheet, &line);
}

fn flow_dim(sheet: &mut Sheet, words: &str) {
    let start = sheet.pen();
    sheet.write(words, ThemeRole::Dim);
    sheet.flow(start, 0, 0);
}

fn write_sections(sheet: &mut Sheet, scene: &Scene<'_>) {
    let briefing = scene.briefing;
    for (index, section) in scene.outlined.iter().enumerate() {
        let passages = briefing.passages(&section.sentences);
        write_heading(sheet, section, index);
        write_passages(sheet, briefing, &passages);
    }
    let labels = briefing.labels.iter().enumerate();
    let rest = labels.filter_map(|(index, label)| label.kind.is_none().then_some(index));
    let rest: Vec<usize> = rest.collect();
    if !rest.is_empty() {
        let start = sheet.pen();
        sheet.write("Not part of the report", ThemeRole::Dim);
        sheet.line(start, 0);
        write_passages(sheet, briefing, &briefing.passages(&rest));
    }
}

fn write_heading(sheet: &mut Sheet, section: &OutlinedSection, index: usize) {
    let empty = section.sentences.is_empty();
    let start = sheet.pen();
    sheet.write(&section.heading, look(section));
    if empty {
        sheet.write("  nothing in it", ThemeRole::Dim);
    }
    let row = sheet.line(start, 0);
    sheet.begin_section(row, index);
    if empty {
        sheet.blank();
    }
}

fn look(section: &OutlinedSection) -> ThemeRole {
    section.kind.map_or(ThemeRole::Heading, section_look)
}

fn write_passages(sheet: &mut Sheet, briefing: &Briefing, passages: &[Passage]) {
    let width = usize::from(number_width(briefing));
    for passage in passages {
        let rows = sheet.article(briefing.document.text(), passage.span);
        let doubt = if passage.unsure { "?" } else { " " };
        let number = format!("{:>width$}{doubt}", passage.paragraph + 1);
        let label = sheet.write(&number, ThemeRole::Dim);
        if let Some(row) = sheet.row_mut(rows.start) {
            row.gutter = Some(label);
        }
        sheet.blank();
    }
}

fn write_source(sheet: &mut Sheet, scene: &Scene<'_>) {
    let document = &scene.briefing.document;
    let mut before = None;
    for (paragraph, &span) in document.paragraphs().iter().enumerate() {
        let rows = sheet.article(document.text(), span);
        let mut shown = None;
        for index in sentences_of(scene.briefing, paragraph) {
            let section = scene.section_of.get(index).copied().flatten();
            let at = document.sentences()[index].span.start();
            let in_paragraph = sheet.rows().get(rows.clone()).unwrap_or_default();
            let row = rows.start + in_paragraph.partition_point(|row| row.span.end() <= at);
            if shown != Some(section) {
                write_label(sheet, scene, (row, index));
            }
            if let Some(section) = section.filter(|_| section != before) {
                sheet.begin_section(row, section);
            }
            shown = Some(section);
            before = section;
        }
        sheet.blank();
    }
}

/// The indices of the sentences of a paragraph.
fn sentences_of(briefing: &Briefing, paragraph: usize) -> Range<usize> {
    let sentences = briefing.document.sentences();
    let start = sentences.partition_point(|sentence| sentence.paragraph < paragraph);
    let end = sentences.partition_point(|sentence| sentence.paragraph <= paragraph);
    start..end
}

/// The section of a sentence, in the margin of the row where it begins.
fn write_label(sheet: &mut Sheet, scene: &Scene<'_>, (row, sentence): (usize, usize)) {
    let section = scene.section_of.get(sentence).copied().flatten();
    let Some(section) = section.and_then(|at| scene.outlined.get(at)) else {
        return;
    };
    let labels = &scene.briefing.labels;
    let unsure = labels.get(sentence).is_some_and(|label| label.unsure);
    // The sign of the mark stands before it, and a space behind.
    let width = usize::from(sheet.gutter())
        .saturating_sub(2)
        .min(usize::from(WIDE_GUTTER - 3));
    let doubt = if unsure { "?" } else { "" };
    let name = section.heading.to_lowercase();
    let room = width - doubt.len();
    // Where there is no room for names, their first letters stand for them.
    let name = if width < usize::from(WIDE_GUTTER - 3) {
        Cow::Borrowed(wrap::head(&name, room))
    } else {
        wrap::cut(&name, room)
    };
    let label = format!("{:>width$}", format!("{name}{doubt}"));
    let label = sheet.write(&label, look(section));
    if let Some(row) = sheet.row_mut(row).filter(|row| row.gutter.is_none()) {
        row.gutter = Some(label);
    }
}
