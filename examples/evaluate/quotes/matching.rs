//! Spans of gold and predictions, made alike and paired.

#![allow(
    clippy::cast_precision_loss,
    reason = "articles are far shorter than 2^52 letters"
)]

use serde_json::Value as Json;

/// Turns byte positions into the numbers of their letters (Unicode code points).
pub(super) struct Letters {
    starts: Vec<usize>,
}

impl Letters {
    pub(super) fn new(text: &str) -> Self {
        Self {
            starts: text.char_indices().map(|(at, _)| at).collect(),
        }
    }

    pub(super) fn number_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start < byte)
    }
}

/// A span on one line, without marks and white space at its ends, and the quote it is of.
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quote: Json,
}

impl Piece {
    /// The shared letters as a part of all that the two cover.
    pub(super) fn overlap(&self, other: &Self) -> f64 {
        let shared = self
            .end
            .min(other.end)
            .saturating_sub(self.start.max(other.start));
        let all = self.end.max(other.end) - self.start.min(other.start);
        if all == 0 {
            0.0
        } else {
            shared as f64 / all as f64
        }
    }
}

const MARKS: &str = "\"“”„«»‘’'`‹›";
const TRAILING: &str = ".,;:!?…-–— ";

/// The pieces of a list of quotes; a piece that comes twice is kept once.
pub(super) fn pieces(letters: &[char], quotes: &Json) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for quote in quotes.as_array().into_iter().flatten() {
        let place = |name: &str| {
            let value = quote[name]
                .as_u64()
                .and_then(|value| usize::try_from(value).ok());
            value.unwrap_or(0).min(letters.len())
        };
        let (start, end) = (place("start"), place("end"));
        for (start, end) in lines(letters, start, end) {
            let Some((start, end)) = strip(letters, start, end) else {
                continue;
            };
            if !out
                .iter()
                .any(|piece| (piece.start, piece.end) == (start, end))
            {
                let quote = quote.clone();
                out.push(Piece { start, end, quote });
            }
        }
    }
    out
}

fn lines(letters: &[char], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut at = start;
    let mut lines = Vec::new();
    for line in letters[start..end].split(|c| matches!(c, '\n' | '\r')) {
        lines.push((at, at + line.len()));
        at += line.len() + 1;
    }
    lines.retain(|(from, to)| from < to);
    lines
}

fn strip(letters: &[char], mut start: usize, mut end: usize) -> Option<(usize, usize)> {
    let edge = |c: char| c.is_whitespace() || MARKS.contains(c);
    loop {
        let before = (start, end);
        while start < end && edge(letters[start]) {
            start += 1;
        }
        while end > start && (edge(letters[end - 1]) || TRAILING.contains(letters[end - 1])) {
            end -= 1;
        }
        if before == (start, end) {
            break;
        }
    }
    letters[start..end]
        .iter()
        .any(|c| c.is_alphanumeric())
        .then_some((start, end))
}

/// Pairs of gold and found pieces that overlap by at least so much, the best first, each once.
pub(super) fn pair(gold: &[Piece], found: &[Piece], least: f64) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        for (p, piece) in found.iter().enumerate() {
            let overlap = wanted.overlap(piece);
            if overlap > 0.0 && overlap >= least {
                all.push((overlap, g, p));
            }
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, g, p) in all {
        if !pairs.iter().any(|pair| pair.0 == g || pair.1 == p) {
            pairs.push((g, p));
        }
    }
    pairs
}
