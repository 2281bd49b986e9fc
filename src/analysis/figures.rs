//! Numbers that count or measure, and who claims them.
//!
//! Each sentence that may hold a number is cut into [`atoms`]; dates ([`times`]) and numbers that are
//! [`names`] are barred; the rest is read ([`numerals`]), joined where two make one figure
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
mod scan;
mod tables;
mod times;

pub(super) use self::atoms::may_be_of_figure;
pub(super) use self::tables::Word as Counting;
use super::attribution::Attribution;
use super::people::People;
use super::reading::Reading;
use crate::briefing::{Figure, Quote};

/// Reads the tables of words around numbers, once.
pub(super) fn prepare() {
    tables::Tables::english();
}

/// What a word is to figures, whatever stands beside it.
pub(super) fn counting(word: &str) -> Counting {
    tables::Tables::english().word(word)
}

/// The figures of an article, in the order of its text.
pub(super) fn find(
    reading: &Reading<'_>,
    people: &People,
    attributions: &[Attribution],
    quotes: &[Quote],
) -> Vec<Figure> {
    let mut atoms = atoms::Atoms::default();
    let mut links = links::Links::new(reading, people);
    for sentence in reading.document.sentences() {
        if atoms::may_count(reading, sentence) {
            let drafts = scan::sentence(reading, sentence, &mut atoms);
            links.add(&atoms, &drafts, sentence);
        }
    }
    links.finish(attributions, quotes)
}
