use std::collections::HashMap;

use super::figure::{Figure, Role};
use crate::document::{Document, Span};

/// Figures of one role about one event, side by side. Nothing is merged, summed or averaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What the figures tell of those counted.
    pub role: Role,
    /// What is counted, in the words of the first figure that says so.
    pub counted: Option<Span>,
    /// The indices of the figures in [`super::Briefing::figures`], in the order of the text.
    pub figures: Vec<usize>,
    /// The indices of figures that are a part of one of these ("including seven children"), in the
    /// order of the text.
    pub parts: Vec<usize>,
}

/// Nouns that count people without saying who they are; figures that count these, or say nothing of
/// what they count, are about one thing.
const ANYBODY: &[&str] = &[
    "people",
    "persons",
    "person",
    "others",
    "other",
    "victims",
    "casualties",
    "deaths",
    "death",
    "dead",
    "fatalities",
    "fatality",
    "bodies",
    "lives",
    "wounded",
    "injured",
    "injuries",
    "missing",
    "displacements",
    "arrests",
    "residents",
    "citizens",
];

pub(super) fn group(document: &Document, figures: &[Figure]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut known = HashMap::new();
    let mut home = vec![0; figures.len()];
    let wholes = figures.iter().enumerate();
    for (index, figure) in wholes.filter(|(_, figure)| figure.part_of.is_none()) {
        let new = claims.len();
        let at = Key::of(document, figure).map_or(new, |key| *known.entry(key).or_insert(new));
        if at == new {
            claims.push(Claim {
                role: figure.role,
                counted: None,
                figures: Vec::new(),
                parts: Vec::new(),
            });
        }
        let claim = &mut claims[at];
        claim.counted = claim.counted.or(figure.counted);
        claim.figures.push(index);
        home[index] = at;
    }
    for (index, figure) in figures.iter().enumerate() {
        let whole = figure.part_of.map(|whole| root(figures, whole));
        if let Some(claim) = whole.and_then(|whole| claims.get_mut(home[whole])) {
            claim.parts.push(index);
        }
    }
    claims.sort_by_key(|claim| claim.role);
    claims
}

/// The figure that is no part, of which a part of a part is one.
fn root(figures: &[Figure], mut at: usize) -> usize {
    for _ in figures {
        match figures.get(at).and_then(|figure| figure.part_of) {
            Some(whole) => at = whole,
            None => break,
        }
    }
    at
}

/// What makes two figures speak of one thing.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    role: Role,
    unit: Option<&'a str>,
    counted: &'a str,
    event: &'a str,
}

impl<'a> Key<'a> {
    /// `None` when the figure speaks of a thing of its own: money or a share of nothing named, people aboard.
    fn of(document: &'a Document, figure: &'a Figure) -> Option<Self> {
        let counted = figure.counted.map_or("", |span| document.slice(span));
        let head = counted.rsplit(' ').next().unwrap_or_default();
        let anybody = ANYBODY.iter().any(|noun| head.eq_ignore_ascii_case(noun));
        let toll = figure.role <= Role::Destroyed;
        // Of people that nothing is told of, one number says nothing of another.
        if !toll && (head.is_empty() || anybody) {
            return None;
        }
        let measure = figure.unit.as_deref().filter(|_| !toll);
        Some(Self {
            role: figure.role,
            unit: measure,
            counted: if toll && anybody {
                ""
            } else if toll {
                head
            } else {
                counted
            },
            event: figure.event.map_or("", |span| document.slice(span)),
        })
    }
}

/// What a toll counts, so that the tolls of several articles can be set side by side; `None` when
/// the figure is no toll, is part of another, or speaks of another event than the article's own.
pub(super) fn counted_by_toll<'a>(document: &'a Document, figure: &'a Figure) -> Option<&'a str> {
    let own = figure.part_of.is_none() && figure.event.is_none();
    let toll = figure.role <= Role::Destroyed;
    let key = Key::of(document, figure).filter(|_| own && toll)?;
    Some(key.counted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::Value;
    use crate::document::Article;

    const TEXT: &str = "31 people, 48 dead, 7 children, $5m, 9 homes, $6m";

    fn figure(text: &str, role: Role, counted: &str) -> Figure {
        let span = |part: &str| {
            let start = TEXT.find(part).unwrap();
            Span::new(start, start + part.len())
        };
        Figure {
            span: span(text),
            value: Value::Exact(1.0),
            unit: None,
            unit_words: None,
            counted: (!counted.is_empty()).then(|| span(counted)),
            role,
            qualifier: None,
            change: None,
            negated: false,
            part_of: None,
            claimed_by: None,
            as_of: None,
            superseded_by: None,
            event: None,
        }
    }

    #[track_caller]
    fn check(figures: &[Figure], expected: &[(Role, &[usize], &[usize])]) {
        let document = Document::new(Article {
            text: TEXT.to_owned(),
            ..Article::default()
        });
        let claims = group(&document, figures);
        let found: Vec<_> = claims
            .iter()
            .map(|claim| (claim.role, &claim.figures[..], &claim.parts[..]))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn tolls_of_people_stand_side_by_side_and_the_gravest_come_first() {
        let homes = figure("9 homes", Role::Destroyed, "homes");
        let one = figure("31", Role::Killed, "people");
        let other = figure("48", Role::Killed, "dead");
        check(
            &[homes, one, other],
            &[(Role::Killed, &[1, 2], &[]), (Role::Destroyed, &[0], &[])],
        );
    }

    #[test]
    fn a_part_stands_with_its_whole() {
        let whole = figure("31", Role::Killed, "people");
        let mut part = figure("7", Role::Killed, "children");
        part.part_of = Some(0);
        check(&[whole, part], &[(Role::Killed, &[0], &[1])]);
    }

    #[test]
    fn another_event_is_another_claim() {
        let one = figure("31", Role::Killed, "people");
        let mut other = figure("48", Role::Killed, "dead");
        other.event = Some(Span::new(0, 2));
        check(
            &[one, other],
            &[(Role::Killed, &[0], &[]), (Role::Killed, &[1], &[])],
        );
    }

    #[test]
    fn sums_of_money_for_nothing_named_stand_alone() {
        let one = figure("$5m", Role::Cost, "");
        let other = figure("$6m", Role::Cost, "");
        check(
            &[one, other],
            &[(Role::Cost, &[0], &[]), (Role::Cost, &[1], &[])],
        );
    }

    #[test]
    fn people_of_whom_nothing_is_told_stand_alone() {
        let aboard = figure("31", Role::Other, "people");
        let fed = figure("48", Role::Other, "people");
        check(
            &[aboard, fed],
            &[(Role::Other, &[0], &[]), (Role::Other, &[1], &[])],
        );
    }
}
