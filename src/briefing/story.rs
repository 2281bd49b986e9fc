use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::claim::counted_by_toll;
use super::{Briefing, Figure, Role, SummaryLine};

/// Several articles on one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The articles, as indices into those that were compared, in their order.
    pub articles: Vec<usize>,
    /// The lines that tell most of the event, the best first, each with the index of its article.
    pub lines: Vec<(usize, SummaryLine)>,
}

/// What several articles of a story claim of one thing, side by side. Nothing is merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryToll {
    /// What the figures tell of those counted.
    pub role: Role,
    /// Each figure as the index of its article, as in [`Story::articles`], and its index in
    /// [`Briefing::figures`]. What still stands comes before what was replaced, the higher first.
    pub figures: Vec<(usize, usize)>,
}

impl Story {
    /// The tolls that at least two of the articles give, the gravest first. What an article says
    /// again of the same source stands once, where it is said first.
    ///
    /// `briefing` gives the briefing of an article of the story by its index.
    #[must_use]
    pub fn tolls<'a>(&self, briefing: impl Fn(usize) -> Option<&'a Briefing>) -> Vec<StoryToll> {
        let mut tolls: Vec<StoryToll> = Vec::new();
        let mut places = HashMap::new();
        let mut said = HashSet::new();
        for &article in &self.articles {
            let Some(briefing) = briefing(article) else {
                continue;
            };
            let document = &briefing.document;
            for (index, figure) in briefing.figures.iter().enumerate() {
                let Some(counted) = counted_by_toll(document, figure) else {
                    continue;
                };
                let key = (figure.role, counted.to_lowercase());
                let at = *places.entry(key).or_insert(tolls.len());
                if at == tolls.len() {
                    tolls.push(StoryToll::new(figure.role));
                }
                let unknown = figure.claimed_by.is_some_and(|by| !by.known);
                let by = figure.claimed_by.map(|by| document.slice(by.name));
                let number = (figure.value.low().to_bits(), figure.value.high().to_bits());
                if said.insert((at, article, number, by)) || unknown {
                    tolls[at].figures.push((article, index));
                }
            }
        }
        tolls.retain(StoryToll::is_of_several);
        tolls.sort_by_key(|toll| toll.role);
        for toll in &mut tolls {
            toll.figures.sort_by_key(|&(article, index)| {
                let figure = briefing(article).and_then(|of| of.figures.get(index));
                let replaced = figure.is_some_and(|figure| figure.superseded_by.is_some());
                (replaced, Reverse(figure.map(Size)))
            });
        }
        tolls
    }
}

impl StoryToll {
    fn new(role: Role) -> Self {
        Self {
            role,
            figures: Vec::new(),
        }
    }

    fn is_of_several(&self) -> bool {
        let first = self.figures.first().map(|(article, _)| *article);
        self.figures
            .iter()
            .any(|(article, _)| Some(*article) != first)
    }
}

/// A figure in the order of its number.
struct Size<'a>(&'a Figure);

impl PartialEq for Size<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Size<'_> {}

impl PartialOrd for Size<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Size<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.value.high().total_cmp(&other.0.value.high())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::{Claimant, Value};
    use crate::document::{Article, Document, Span};

    /// An article that gives these numbers of dead, each by its source.
    fn briefing(tolls: &[(f64, &str)]) -> Briefing {
        let mut text = String::new();
        let mut figures = Vec::new();
        for &(number, by) in tolls {
            let start = text.len();
            text.push_str(by);
            let name = Span::new(start, text.len());
            let start = text.len();
            text.push_str(" said 9 people died.\n");
            let nine = start + " said ".len();
            let span = Span::new(nine, nine + 1);
            figures.push(Figure {
                span,
                value: Value::Exact(number),
                unit: None,
                unit_words: None,
                counted: Some(Span::new(nine + 2, nine + 8)),
                role: Role::Killed,
                qualifier: None,
                change: None,
                negated: false,
                part_of: None,
                claimed_by: Some(Claimant {
                    name,
                    mention: name,
                    known: true,
                }),
                as_of: None,
                superseded_by: None,
                event: None,
            });
        }
        Briefing {
            document: Document::new(Article {
                text,
                ..Article::default()
            }),
            labels: Vec::new(),
            cues: std::sync::Arc::default(),
            summary: Vec::new(),
            quotes: Vec::new(),
            figures,
        }
    }

    #[track_caller]
    fn check(articles: &[&[(f64, &str)]], expected: &[(usize, usize)]) {
        let briefings: Vec<Briefing> = articles.iter().map(|tolls| briefing(tolls)).collect();
        let story = Story {
            articles: (0..briefings.len()).collect(),
            lines: Vec::new(),
        };
        let found: Vec<(usize, usize)> = story
            .tolls(|article| briefings.get(article))
            .into_iter()
            .flat_map(|toll| toll.figures)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_tolls_of_several_articles_stand_side_by_side_the_higher_first() {
        check(
            &[&[(31.0, "Police")], &[(48.0, "Medics"), (31.0, "Police")]],
            &[(1, 0), (0, 0), (1, 1)],
        );
    }

    #[test]
    fn what_an_article_says_again_stands_once() {
        let twice: &[(f64, &str)] = &[(31.0, "Police"), (31.0, "Police"), (31.0, "Medics")];
        check(&[twice, &[(9.0, "Police")]], &[(0, 0), (0, 2), (1, 0)]);
    }

    #[test]
    fn a_toll_that_one_article_alone_gives_is_left_to_it() {
        check(&[&[(31.0, "Police"), (48.0, "Medics")], &[]], &[]);
        check(&[], &[]);
    }
}
