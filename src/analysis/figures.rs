//! Numbers that count or measure, and who claims them.
//!
//! Each sentence that may hold a number is cut into [`atoms`], some sentences side by side ([`sheets`]);
//! dates ([`times`]) and numbers that are [`names`] are barred; the rest is read ([`numerals`]), joined where two make one figure
//! ([`ranges`]), and given unit, noun, qualifier, change and role. Then figures are tied to each
//! other and to their claimants over the whole article.

mod ages;
mod atoms;
mod changes;
mod claimants;
mod dates;
mod draft;
mod filter;
mod links;
mod measure;
mod names;
mod negations;
mod nouns;
mod numerals;
mod phrase;
mod qualifiers;
mod ranges;
mod roles;
mod rows;
mod scan;
mod sheets;
mod tables;
mod times;

pub(super) use self::atoms::{Piece, may_be_of_figure};
use self::sheets::{SHEETS, Sheets};
use super::attribution::Attribution;
use super::people::People;
use super::reading::Reading;
use crate::briefing::{Figure, Quote};
use crate::document::Sentence;

/// Reads the tables of words around numbers, once.
pub(super) fn prepare() {
    tables::Tables::english();
}

/// The figures of an article, in the order of its text.
pub(super) fn find(
    reading: &Reading<'_>,
    people: &People,
    attributions: &[Attribution],
    quotes: &[Quote],
) -> Vec<Figure> {
    let mut links = links::Links::new(reading, people);
    let sentences = reading.document.sentences().iter().zip(reading.census());
    let counting = sentences.filter(|(_, census)| census.may_count);
    let counting: Vec<&Sentence> = counting.map(|(sentence, _)| sentence).collect();
    let mut sheets = Sheets::default();
    for group in counting.chunks(SHEETS) {
        for (sheet, sentence) in sheets.read(reading, group).iter().zip(group) {
            links.add(&sheet.atoms, &sheet.drafts, sentence);
        }
    }
    let mut figures = links.finish(attributions, quotes);
    rows::name(reading.document, &mut figures);
    figures
}
