//! Tables that set what several say side by side: the first cell of a row names who claims its figures.

use memchr::memchr;

use crate::briefing::{Claimant, Figure};
use crate::document::{Document, Span};

/// What stands between the cells of a row.
const BETWEEN: &str = " | ";

/// The heads of a column that names who claims, in lower case.
const HEADS: &[&str] = &[
    "according to",
    "agency",
    "authority",
    "claimant",
    "claimed by",
    "organisation",
    "organization",
    "source",
    "sources",
    "who",
];

/// What stands for all rows and claims nothing, in lower case.
const SUMS: &[&str] = &["all", "average", "sum", "total"];

/// Names the claimants of the figures in such tables that nobody else claims.
pub(super) fn name(document: &Document, figures: &mut [Figure]) {
    if memchr(b'|', document.text().as_bytes()).is_none() {
        return;
    }
    let mut rest = figures;
    // Whether the table that is being read, if it is one, names who claims.
    let mut claims = None;
    for &paragraph in document.paragraphs() {
        let own = rest.partition_point(|it| it.span.start() < paragraph.end());
        let (own, later) = rest.split_at_mut(own);
        rest = later;
        let cell = first_cell(document, paragraph);
        match (cell, claims) {
            (None, _) => claims = None,
            // A first row with a figure is no head: "WHO | 40".
            (Some(cell), None) => {
                claims = Some(own.is_empty() && is_one_of(HEADS, document.slice(cell)));
            }
            (Some(cell), Some(true)) if is_one_of(SUMS, document.slice(cell)) => {}
            (Some(cell), Some(true)) => claim(own, cell),
            (Some(_), Some(false)) => {}
        }
    }
}

/// Names whoever stands in the first cell of a row for the claimant of what follows there.
fn claim(figures: &mut [Figure], cell: Span) {
    let behind = |it: &&mut Figure| it.claimed_by.is_none() && it.span.start() >= cell.end();
    for figure in figures.iter_mut().filter(behind) {
        figure.claimed_by = Some(Claimant {
            name: cell,
            mention: cell,
            known: true,
        });
    }
}

fn is_one_of(words: &[&str], cell: &str) -> bool {
    words.contains(&cell.to_lowercase().as_str())
}

fn first_cell(document: &Document, paragraph: Span) -> Option<Span> {
    let end = document.slice(paragraph).find(BETWEEN)?;
    let cell = Span::new(paragraph.start(), paragraph.start() + end);
    (!cell.is_empty()).then_some(cell)
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Options, brief};
    use crate::document::Article;
    use crate::language::Lexicon;

    #[track_caller]
    fn check(table: &str, expected: &[(&str, &str)]) {
        // Text on both sides: short lines at the end of a report may be no part of it.
        let lede = "A hillside slid into Tarn on Monday and killed dozens, the mayor said.";
        let rest = "Rain had fallen on the valley since the spring.\n\n\
                    The road to the village was blocked by mud.\n\n\
                    Crews dug by hand through the night.\n\n\
                    The search will go on in the morning, the mayor said.";
        let article = Article {
            text: format!("{lede}\n\n{table}\n\n{rest}"),
            ..Article::default()
        };
        let briefing = brief(article, Lexicon::english(), &Options::default());
        let slice = |span| briefing.document.slice(span);
        let rows = briefing
            .figures
            .iter()
            .filter(|it| it.span.start() > lede.len());
        let claims = rows.map(|it| {
            let claimant = it.claimed_by.map_or("", |by| slice(by.name));
            (slice(it.span), claimant)
        });
        assert_eq!(claims.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_row_is_claimed_by_its_first_cell() {
        check(
            "Source | Dead\n\nArmy | 40\n\nParish priest | 90",
            &[("40", "Army"), ("90", "Parish priest")],
        );
    }

    #[test]
    fn a_sum_is_no_claim() {
        check(
            "Source | Dead\n\nArmy | 40\n\nTotal | 130",
            &[("40", "Army"), ("130", "")],
        );
    }

    #[test]
    fn a_first_row_with_a_figure_is_no_head() {
        check("WHO | 40\n\nRed Cross | 90", &[("40", ""), ("90", "")]);
    }

    #[test]
    fn another_table_names_no_claimant() {
        check("Village | Dead\n\nTarn | 40", &[("40", "")]);
        check("Army | 40", &[("40", "")]);
    }
}
