use crate::analysis::attribution::Attribution;
use crate::document::Span;

/// So many attributions that begin before a figure are looked at.
const NEAR: usize = 24;

/// The attribution whose clause a span stands in, the innermost, of those that begin before it: "the Red Cross said its volunteers
/// had counted 74" is the word of the Red Cross. `reaches` tells how far the scopes up to each reach.
pub(super) fn closest<'a>(
    before: &[&'a Attribution],
    reaches: &[usize],
    span: Span,
    is_own: impl Fn(&Attribution) -> bool,
) -> Option<&'a Attribution> {
    let near = before.iter().zip(reaches).rev().take(NEAR);
    let near = near.take_while(|&(_, &reach)| reach >= span.end()).count();
    let near = before.iter().skip(before.len() - near);
    let mut holding = near.filter(|attribution| attribution.scope.contains(span));
    let first = *holding.next()?;
    let Some(second) = holding.next() else {
        return Some(first);
    };
    let others = [second].into_iter().chain(holding).copied();
    let all = [first].into_iter().chain(others);
    all.min_by_key(|attribution| (is_own(attribution), attribution.scope.len()))
}

/// For each attribution how far its scope and those before it reach: behind that none holds a figure.
pub(super) fn reaches(sorted: &[&Attribution]) -> Vec<usize> {
    let ends = sorted.iter().map(|attribution| attribution.scope.end());
    let reaches = ends.scan(0, |furthest, end| {
        *furthest = end.max(*furthest);
        Some(*furthest)
    });
    reaches.collect()
}
