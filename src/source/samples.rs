//! The articles that come with the program.

use super::{Place, parse};
use crate::document::Article;

/// A bundled file.
struct Sample {
    /// What the article is called among others.
    id: &'static str,
    /// Who published it, for the files that do not say so themselves.
    outlet: &'static str,
    text: &'static str,
}

macro_rules! sample {
    ($id:literal, $ending:literal, $outlet:literal) => {
        Sample {
            id: $id,
            outlet: $outlet,
            text: include_str!(concat!("../../assets/samples/", $id, ".", $ending)),
        }
    };
}

/// In the order in which they are shown: one event told by four outlets, then other subjects.
const SAMPLES: &[Sample] = &[
    sample!("orsava-dam-meridian-wire", "txt", "Meridian Wire"),
    sample!("orsava-dam-brenhold-courier", "txt", "The Brenhold Courier"),
    sample!("orsava-dam-continental", "md", "The Continental"),
    sample!("orsava-dam-karsavia-today", "jsonl", "Karsavia Today"),
    sample!("interest-rates-estmark-ledger", "md", "The Estmark Ledger"),
    sample!("deep-life-northlight", "jsonl", "Northlight News Service"),
    sample!("pellworm-election-gazette", "txt", "The Pellworm Gazette"),
];

/// The bundled articles, invented from first to last.
#[must_use]
pub fn samples() -> Vec<Article> {
    SAMPLES.iter().flat_map(read).collect()
}

fn read(sample: &Sample) -> impl Iterator<Item = Article> {
    let place = Place::new(sample.outlet);
    let articles = parse(sample.text.as_bytes(), &place, None).articles;
    articles.into_iter().map(|article| Article {
        id: sample.id.to_owned(),
        ..article
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sample_is_one_whole_article() {
        let articles = samples();
        assert_eq!(articles.len(), SAMPLES.len());
        for (article, sample) in articles.iter().zip(SAMPLES) {
            assert_eq!(
                (article.id.as_str(), article.source.as_str()),
                (sample.id, sample.outlet)
            );
            assert!(
                article
                    .published
                    .as_ref()
                    .is_some_and(|published| published.date.is_some())
            );
            let words = article.text.split_whitespace().count();
            assert!(
                (450..=900).contains(&words),
                "{} has {words} words",
                sample.id
            );
        }
    }

    #[test]
    fn no_sample_needs_cleaning() {
        for sample in SAMPLES {
            assert_eq!(
                super::super::clean(sample.text),
                sample.text,
                "{}",
                sample.id
            );
        }
    }
}
