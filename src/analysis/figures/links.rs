//! What ties figures to each other and to those who claim them.

use super::atoms::Atoms;
use super::changes::is_toll;
use super::draft::Draft;
use super::nouns;
use super::numerals::Form;
use crate::analysis::attribution::Attribution;
use crate::analysis::reading::Reading;
use crate::briefing::{Claimant, Figure, Role, Value};
use crate::document::Span;

/// Adds the drafts of a sentence to the figures of the article.
pub(super) fn add(
    figures: &mut Vec<Figure>,
    reading: &Reading<'_>,
    atoms: &Atoms,
    drafts: &[Draft],
    _: usize,
) {
    let base = figures.len();
    for draft in drafts {
        let figure = figure(figures, reading, atoms, draft, base);
        let clear = figures
            .last()
            .is_none_or(|last| last.span.end() <= figure.span.start());
        if clear {
            figures.push(figure);
        }
    }
}

fn figure(
    figures: &[Figure],
    reading: &Reading<'_>,
    atoms: &Atoms,
    draft: &Draft,
    base: usize,
) -> Figure {
    let numeral = &draft.numeral;
    let value = if numeral.low < numeral.high {
        Value::Range(numeral.low, numeral.high)
    } else {
        Value::Exact(numeral.low)
    };
    let own = draft
        .noun
        .map(|noun| atoms.span(noun.first).join(atoms.span(noun.end - 1)));
    let before = figures
        .last()
        .filter(|_| figures.len() > base || draft.elliptic);
    let only_others = own.is_none()
        || own.is_some_and(|span| reading.document.slice(span).eq_ignore_ascii_case("others"));
    let inherited = before
        .filter(|before| draft.elliptic && draft.is_count() && only_others && is_toll(before.role))
        .and_then(|before| before.counted);
    let counted = inherited.or(own);
    let role = draft.role.unwrap_or_else(|| fallback(draft, before, atoms));
    let part_of = draft
        .part_of
        .map(|part| base + part)
        .filter(|&part| part < figures.len());
    Figure {
        span: span(atoms, draft),
        value,
        unit: unit(reading, draft, own),
        counted,
        role,
        qualifier: draft.qualifier,
        change: draft.change,
        negated: draft.negated,
        part_of,
        claimed_by: None,
        as_of: None,
        superseded_by: None,
        event: None,
    }
}

/// The number with its sign.
fn span(atoms: &Atoms, draft: &Draft) -> Span {
    let sign = draft.measure.as_ref().filter(|measure| measure.sign);
    sign.map_or(draft.numeral.span, |measure| {
        draft.numeral.span.join(atoms.span(measure.end - 1))
    })
}

fn unit(reading: &Reading<'_>, draft: &Draft, noun: Option<Span>) -> Option<String> {
    if let Some(measure) = &draft.measure {
        return Some(measure.name.clone());
    }
    if draft.numeral.form == Form::Fraction && draft.noun.is_none() {
        return None;
    }
    noun.map(|noun| nouns::singular(reading.document.slice(noun)))
}

/// The role where the sentence tells none.
fn fallback(draft: &Draft, before: Option<&Figure>, atoms: &Atoms) -> Role {
    let ballot = draft
        .noun
        .is_some_and(|noun| atoms.has(noun.end - 1, super::tables::Flag::Ballot));
    let toll = before
        .map(|before| before.role)
        .filter(|&role| is_toll(role));
    match toll {
        _ if ballot => Role::Votes,
        Some(role) if draft.elliptic && draft.is_count() => role,
        _ => Role::Other,
    }
}

/// So many attributions that begin before a figure are looked at.
const NEAR: usize = 24;

/// Gives each figure the source in whose clause it stands.
pub(super) fn claim(figures: &mut [Figure], attributions: &[Attribution]) {
    let mut sorted: Vec<&Attribution> = attributions.iter().collect();
    sorted.sort_by_key(|attribution| attribution.scope);
    for figure in figures.iter_mut() {
        let end =
            sorted.partition_point(|attribution| attribution.scope.start() <= figure.span.start());
        let near = sorted[end.saturating_sub(NEAR)..end].iter();
        let holding = near.filter(|attribution| attribution.scope.contains(figure.span));
        let closest = holding.min_by_key(|attribution| attribution.scope.len());
        figure.claimed_by = closest
            .and_then(|attribution| attribution.source)
            .map(|source| Claimant {
                name: source.name,
                mention: source.mention,
            });
    }
}

/// A figure is replaced by one that stands at most so many figures behind it.
const WINDOW: usize = 64;

/// Marks the values that the same claimant has replaced later.
pub(super) fn supersede(figures: &mut [Figure], reading: &Reading<'_>) {
    for index in 0..figures.len() {
        let Some(from) = figures[index].change.and_then(|change| change.from) else {
            continue;
        };
        let later = &figures[index];
        let same = |figure: &Figure| {
            figure.role == later.role
                && figure.part_of.is_none()
                && (figure.value.low() - from).abs() < 1e-9
                && (figure.claimed_by.is_none()
                    || later.claimed_by.is_none()
                    || name(reading, figure) == name(reading, later))
        };
        if let Some(earlier) = figures[index.saturating_sub(WINDOW)..index]
            .iter()
            .position(same)
        {
            figures[index.saturating_sub(WINDOW) + earlier].superseded_by = Some(index);
        }
    }
}

fn name<'a>(reading: &Reading<'a>, figure: &Figure) -> &'a str {
    figure
        .claimed_by
        .map_or("", |claimant| reading.document.slice(claimant.name))
}
