use std::collections::HashMap;

use super::figures::write_place;
use super::{Scene, list_sheet, note_sheet, place_width};
use crate::briefing::{Briefing, Quote};
use crate::document::Span;
use crate::ui::QuoteOrder;
use crate::ui::sheet::Sheet;
use crate::ui::theme::ThemeRole;

/// Where there is little room, no quote takes more rows.
const TIGHT_ROWS: usize = 4;

/// A speaker that is less sure has a question mark. The analysis gives 70 and more to what the
/// sentence itself names, less to what it takes from the sentences around.
const SURE: u8 = 70;

/// The name of who said a quote; empty when that is not known, so that no two are taken for one
/// because both are called "she".
fn name<'a>(briefing: &'a Briefing, quote: &Quote) -> &'a str {
    let speaker = quote.known_speaker();
    speaker.map_or("", |speaker| briefing.document.slice(speaker.name))
}

/// The names of the speakers with the number of their utterances, in the order they first speak.
pub(in crate::ui) fn speakers(briefing: &Briefing) -> Vec<(&str, usize)> {
    let utterances = briefing.utterances();
    let theirs = by_speaker(briefing, &utterances).into_iter();
    theirs.map(|(name, theirs)| (name, theirs.len())).collect()
}

/// The utterances of each speaker, in the order they first speak.
fn by_speaker<'a, 'u>(
    briefing: &'a Briefing,
    utterances: &'u [Vec<usize>],
) -> Vec<(&'a str, Vec<&'u Vec<usize>>)> {
    let mut speakers: Vec<(&str, Vec<&Vec<usize>>)> = Vec::new();
    let mut places = HashMap::new();
    for utterance in utterances {
        let Some(quote) = first(briefing, utterance) else {
            continue;
        };
        let name = name(briefing, quote);
        let at = *places.entry(name).or_insert(speakers.len());
        match speakers.get_mut(at) {
            Some((_, theirs)) => theirs.push(utterance),
            None => speakers.push((name, vec![utterance])),
        }
    }
    speakers
}

/// The quotes, each utterance an item with its speaker.
pub(super) fn sheet(scene: &Scene<'_>) -> Sheet {
    let briefing = scene.briefing;
    let mut groups = briefing.utterances();
    if groups.is_empty() {
        return note_sheet(scene.width, "nobody is quoted");
    }
    if let Some(speaker) = &scene.filters.speaker {
        groups.retain(|group| first(briefing, group).is_some_and(|q| name(briefing, q) == speaker));
    }
    let mut sheet = list_sheet(scene.width);
    match scene.manner.quotes {
        QuoteOrder::Place => {
            for group in &groups {
                sheet.blank();
                write_item(&mut sheet, scene, group, true);
            }
        }
        QuoteOrder::Speaker => write_by_speaker(&mut sheet, scene, &groups),
    }
    sheet
}

fn first<'a>(briefing: &'a Briefing, group: &[usize]) -> Option<&'a Quote> {
    group.first().and_then(|&index| briefing.quotes.get(index))
}

fn write_by_speaker(sheet: &mut Sheet, scene: &Scene<'_>, groups: &[Vec<usize>]) {
    for (speaker, theirs) in by_speaker(scene.briefing, groups) {
        sheet.blank();
        let start = sheet.pen();
        write_name(sheet, speaker);
        let row = sheet.line(start, 0);
        let count = sheet.write(&theirs.len().to_string(), ThemeRole::Dim);
        if let Some(row) = sheet.row_mut(row) {
            row.tail = Some(count);
        }
        for group in theirs {
            write_item(sheet, scene, group, false);
        }
    }
}

fn write_name(sheet: &mut Sheet, name: &str) {
    if name.is_empty() {
        sheet.write("unknown speaker", ThemeRole::Dim);
    } else {
        sheet.write(name, ThemeRole::Speaker);
    }
}

fn write_item(sheet: &mut Sheet, scene: &Scene<'_>, group: &[usize], with_name: bool) {
    let briefing = scene.briefing;
    let (Some(&index), Some(quote)) = (group.first(), first(briefing, group)) else {
        return;
    };
    let pieces = group.iter().filter_map(|&index| briefing.quotes.get(index));
    let spans: Vec<Span> = pieces.map(|quote| quote.span).collect();
    sheet.begin_item(index, spans.clone());
    if with_name {
        write_speaker(sheet, briefing, quote);
    }
    if !with_name {
        write_unknown(sheet, briefing, quote);
    }
    let indent = if with_name { 0 } else { 2 };
    let free = if with_name { 0 } else { place_width(briefing) };
    let row = write_words(sheet, scene, &spans, (indent, free));
    if !with_name {
        write_place(sheet, row, briefing, quote.span);
    }
    sheet.end_item();
}

/// What a speaker is called of whom nothing tells who that is.
fn unknown<'a>(briefing: &'a Briefing, quote: &Quote) -> Option<&'a str> {
    let speaker = quote.speaker.as_ref().filter(|speaker| !speaker.known)?;
    Some(briefing.document.slice(speaker.mention))
}

/// Under the heading of all that are unknown, what this one is called.
fn write_unknown(sheet: &mut Sheet, briefing: &Briefing, quote: &Quote) {
    if let Some(mention) = unknown(briefing, quote) {
        let start = sheet.pen();
        sheet.write(&format!("(“{mention}”)"), ThemeRole::Dim);
        sheet.flow(start, 2, place_width(briefing));
    }
}

/// "Mara Quist (she) said", and the number of the paragraph at the end of the row.
fn write_speaker(sheet: &mut Sheet, briefing: &Briefing, quote: &Quote) {
    let slice = |span| briefing.document.slice(span);
    let start = sheet.pen();
    write_name(sheet, name(briefing, quote));
    if quote
        .known_speaker()
        .is_some_and(|speaker| speaker.confidence < SURE)
    {
        sheet.write("?", ThemeRole::Dim);
    }
    if let Some(mention) = unknown(briefing, quote) {
        sheet.write(&format!(" (“{mention}”)"), ThemeRole::Dim);
    } else if let Some(speaker) = &quote.speaker
        && !is_one_in_the_other(slice(speaker.name), slice(speaker.mention))
    {
        sheet.write(&format!(" ({})", slice(speaker.mention)), ThemeRole::Dim);
    }
    if let Some(via) = &quote.via {
        sheet.write(&format!(" via {}", slice(via.name)), ThemeRole::Dim);
    }
    if let Some(cue) = quote.cue {
        sheet.write(&format!("  {}", slice(cue)), ThemeRole::Dim);
    }
    let rows = sheet.flow(start, 0, place_width(briefing));
    write_place(sheet, rows.start, briefing, quote.span);
}

/// Whether one of two ways to call somebody says all that the other says.
fn is_one_in_the_other(name: &str, mention: &str) -> bool {
    name.contains(mention) || mention.contains(name)
}

/// The words of an utterance, with an indent and some columns left free on the right. Gives the first
/// row.
fn write_words(
    sheet: &mut Sheet,
    scene: &Scene<'_>,
    spans: &[Span],
    (indent, free): (u16, u16),
) -> usize {
    let start = sheet.pen();
    for (index, &span) in spans.iter().enumerate() {
        if index > 0 {
            sheet.write(" … ", ThemeRole::Dim);
        }
        sheet.write("“", ThemeRole::Text);
        sheet.write(scene.briefing.document.slice(span), ThemeRole::Quote);
        sheet.write("”", ThemeRole::Text);
    }
    let rows = sheet.flow(start, indent, free);
    if scene.tight && rows.len() > TIGHT_ROWS {
        // What is left of the quote stands on the last row, where it is cut when it is drawn.
        let rest = sheet.rows().last().map(|row| row.span);
        sheet.cut_rows(rows.start + TIGHT_ROWS);
        if let (Some(rest), Some(row)) = (rest, sheet.row_mut(rows.start + TIGHT_ROWS - 1)) {
            row.span = row.span.join(rest);
        }
    }
    rows.start
}
