//! Keeping what is found to the report: a link, a caption or a credit tells nothing of its own.

use crate::briefing::{Figure, Label, Quote};
use crate::document::{Document, Span};

/// Takes out the quotes and figures of sentences that are no part of the report. Where no sentence is, as in
/// a text of a few words, all stay.
pub(super) fn take_out(
    document: &Document,
    labels: &[Label],
    quotes: &mut Vec<Quote>,
    figures: &mut Vec<Figure>,
) {
    let is_told = |label: &Label| label.kind.is_some();
    if labels.iter().all(is_told) || !labels.iter().any(is_told) {
        return;
    }
    let told_at = |byte: usize| {
        let sentence = document.sentence_at(byte);
        sentence.and_then(|at| labels.get(at)).is_none_or(is_told)
    };
    let told = |span: Span| told_at(span.start()) || told_at(span.end().saturating_sub(1));
    quotes.retain(|quote| told(quote.span));
    keep(figures, |figure| told(figure.span));
}

/// Keeps some of the figures; a link to one that goes, goes with it.
fn keep(figures: &mut Vec<Figure>, is_kept: impl Fn(&Figure) -> bool) {
    let mut places = Vec::with_capacity(figures.len());
    let mut kept = 0;
    for figure in figures.iter() {
        let stays = is_kept(figure);
        places.push(stays.then_some(kept));
        kept += usize::from(stays);
    }
    let place = |old: usize| places.get(old).copied().flatten();
    figures.retain(&is_kept);
    for figure in figures {
        figure.part_of = figure.part_of.and_then(place);
        figure.superseded_by = figure.superseded_by.and_then(place);
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Options, brief};
    use crate::briefing::Briefing;
    use crate::document::Article;
    use crate::language::Lexicon;

    fn read(text: &str) -> Briefing {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        brief(article, Lexicon::english(), &Options::default())
    }

    fn figures(briefing: &Briefing) -> Vec<&str> {
        let figures = briefing.figures.iter();
        figures
            .map(|figure| briefing.document.slice(figure.span))
            .collect()
    }

    const LEDE: &str = "A dam burst above Orsk on Monday and killed 31 people, the ministry said.";

    #[test]
    fn a_link_to_another_article_gives_no_figure_and_no_quote() {
        let text = format!(
            "{LEDE}\n\nRELATED: 40 killed in Tarn mine blast\n\n\
             READ MORE: “We lost all,” says mayor of Tarn, 90 dead\n\n\
             Of the dead, 12 were children, said Mara Quist, a doctor.\n"
        );
        let briefing = read(&text);
        assert_eq!(figures(&briefing), ["31", "12"]);
        assert_eq!(briefing.quotes, []);
    }

    #[test]
    fn links_between_the_figures_that_stay_hold() {
        let text = format!(
            "{LEDE}\n\nRelated: 40 killed in Tarn mine blast\n\n\
             The hospital counted 52 dead, including 12 children, the doctor said.\n"
        );
        let briefing = read(&text);
        assert_eq!(figures(&briefing), ["31", "52", "12"]);
        assert_eq!(briefing.figures[2].part_of, Some(1));
    }

    #[test]
    fn tolls_in_the_last_lines_of_a_report_stay() {
        let text = format!(
            "{LEDE}\n\nIt rained.\n\nThe mayor spoke.\n\n* Skarn: 12 dead\n* Orsk: 40 missing\n* Tarn: 9 dead"
        );
        assert_eq!(figures(&read(&text)), ["31", "12", "40", "9"]);
    }

    #[test]
    fn a_text_that_is_no_report_keeps_what_it_holds() {
        assert_eq!(
            figures(&read("Related: 40 killed in Tarn mine blast")),
            ["40"]
        );
    }
}
