//! Measures of the quotes: spans, speakers, and both together.

#![allow(
    clippy::cast_precision_loss,
    reason = "articles are far shorter than 2^52 letters"
)]

mod matching;
mod names;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use nutgraf::analysis::{Options, brief};
use nutgraf::briefing::{Briefing, Quote};
use nutgraf::document::Article;
use nutgraf::language::Lexicon;
use serde_json::{Value as Json, json};

use super::{Outcome, Request};
use matching::{Letters, Piece};

pub(super) fn measure(request: &Request) -> Outcome {
    let predictions: Vec<Json> = request.gold.iter().map(predict).collect();
    let mut report = String::new();
    let mut errors = Vec::new();
    for (name, least) in [("exact", 1.0), ("iou80", 0.8)] {
        let mut counts = Counts::default();
        for (gold, predicted) in request.gold.iter().zip(&predictions) {
            counts.add(
                gold,
                predicted,
                least,
                (name == "iou80").then_some(&mut errors),
            );
        }
        counts.write(name, &mut report);
    }
    for error in errors.iter().take(request.errors) {
        let _ = writeln!(report, "{error}");
    }
    Outcome {
        report,
        predictions,
    }
}

/// What the analysis finds in a gold article, in the shape of the gold file.
fn predict(gold: &Json) -> Json {
    let text = gold["text"].as_str().unwrap_or_default();
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let briefing = brief(article, Lexicon::english(), &Options::default());
    let letters = Letters::new(text);
    let quotes: Vec<Json> = briefing
        .quotes
        .iter()
        .map(|quote| line_of(&briefing, quote, &letters))
        .collect();
    json!({"id": gold["id"], "text": text, "quotes": quotes})
}

fn line_of(briefing: &Briefing, quote: &Quote, letters: &Letters) -> Json {
    let slice = |span| briefing.document.slice(span);
    let speaker = quote.speaker.as_ref();
    json!({
        "start": letters.number_of(quote.span.start()),
        "end": letters.number_of(quote.span.end()),
        "text": slice(quote.span),
        "kind": quote.kind.name(),
        "group": quote.group,
        "speaker": speaker.map(|speaker| slice(speaker.mention)),
        "speaker_canonical": speaker.map(|speaker| slice(speaker.name)),
        "confidence": speaker.map(|speaker| speaker.confidence),
        "how": speaker.map(|speaker| speaker.how.clone()),
        "via": quote.via.as_ref().map(|via| slice(via.name)),
        "cue": quote.cue.map(slice),
    })
}

/// Hits and all of one kind.
type Share = (usize, usize);

fn count(share: &mut Share, hit: bool) {
    share.0 += usize::from(hit);
    share.1 += 1;
}

#[derive(Default)]
struct Counts {
    hits: usize,
    wrong: usize,
    missed: usize,
    same: Share,
    contained: Share,
    last_name: Share,
    end_to_end: Share,
    non_quotes: Share,
    by_kind: BTreeMap<String, Share>,
    by_speaker: BTreeMap<&'static str, Share>,
}

impl Counts {
    fn add(
        &mut self,
        gold: &Json,
        predicted: &Json,
        least: f64,
        mut errors: Option<&mut Vec<String>>,
    ) {
        let text = gold["text"].as_str().unwrap_or_default();
        let letters: Vec<char> = text.chars().collect();
        let wanted = matching::pieces(&letters, &gold["quotes"]);
        let found = matching::pieces(&letters, &predicted["quotes"]);
        let pairs = matching::pair(&wanted, &found, least);
        let unsure = matching::pieces(&letters, &gold["ambiguous"]);
        let optional = |piece: &Piece| piece.quote["optional"].as_bool() == Some(true);
        let id = gold["id"].as_str().unwrap_or_default();
        for (at, piece) in wanted
            .iter()
            .enumerate()
            .filter(|(_, piece)| !optional(piece))
        {
            let partner = pairs
                .iter()
                .find(|pair| pair.0 == at)
                .and_then(|pair| found.get(pair.1));
            let error = self.add_piece(piece, partner);
            if let (Some(error), Some(errors)) = (error, errors.as_deref_mut()) {
                errors.push(format!("{error} [{id}]"));
            }
        }
        for (at, piece) in found.iter().enumerate() {
            let paired = pairs.iter().find(|pair| pair.1 == at);
            let near = |other: &Piece| piece.overlap(other) >= 0.5;
            let neutral = paired.is_none()
                && (wanted.iter().filter(|g| optional(g)).any(near) || unsure.iter().any(near));
            if paired.is_none() && !neutral {
                self.wrong += 1;
                if let Some(errors) = errors.as_deref_mut() {
                    errors.push(format!("extra: {} [{id}]", piece.quote["text"]));
                }
            }
        }
        for not in gold["nonquotes"].as_array().into_iter().flatten() {
            let pieces = matching::pieces(&letters, &json!([not]));
            if !pieces.is_empty() {
                let taken = pieces
                    .iter()
                    .any(|n| found.iter().any(|p| n.overlap(p) >= 0.5));
                count(&mut self.non_quotes, taken);
                if let (true, Some(errors)) = (taken, errors.as_deref_mut()) {
                    let span = pieces[0].start..pieces[0].end;
                    let taken: String = letters[span].iter().collect();
                    errors.push(format!("not a quote: {taken:?} [{id}]"));
                }
            }
        }
    }

    /// Counts a gold piece and its partner; gives the error, if it is one.
    fn add_piece(&mut self, piece: &Piece, partner: Option<&Piece>) -> Option<String> {
        let gold = &piece.quote;
        let kind = gold["kind"].as_str().unwrap_or("?").to_owned();
        count(self.by_kind.entry(kind).or_default(), partner.is_some());
        let speaker = gold["speaker"].as_str().filter(|s| !s.is_empty());
        let keys = names::keys(
            &gold["speaker_canonical"],
            speaker.filter(|s| names::kind(Some(s)) != "pronoun"),
        );
        let Some(partner) = partner else {
            self.missed += 1;
            if !keys.is_empty() {
                count(&mut self.end_to_end, false);
            }
            return Some(format!("missed: {}", gold["text"]));
        };
        self.hits += 1;
        let found = partner.quote["speaker"].as_str().filter(|s| !s.is_empty());
        if let Some(speaker) = speaker {
            count(
                &mut self.same,
                found.is_some_and(|f| names::plain(f) == names::plain(speaker)),
            );
            count(
                &mut self.contained,
                names::contained(speaker, found.unwrap_or_default()),
            );
        }
        if keys.is_empty() {
            return None;
        }
        let found_keys = names::keys(&partner.quote["speaker_canonical"], found);
        let right = found_keys.iter().any(|key| keys.contains(key));
        count(&mut self.last_name, right);
        count(&mut self.end_to_end, right);
        count(
            self.by_speaker.entry(names::kind(speaker)).or_default(),
            right,
        );
        (!right).then(|| {
            let (wanted, name) = (
                &gold["speaker_canonical"],
                &partner.quote["speaker_canonical"],
            );
            format!(
                "speaker: {} {speaker:?} {wanted} -> {found:?} {name}",
                gold["text"]
            )
        })
    }

    fn write(&self, name: &str, report: &mut String) {
        let ratio = |hits: usize, all: usize| {
            if all == 0 {
                1.0
            } else {
                hits as f64 / all as f64
            }
        };
        let precision = ratio(self.hits, self.hits + self.wrong);
        let recall = ratio(self.hits, self.hits + self.missed);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        let share = |(hits, all): Share| format!("{:.4} ({all})", ratio(hits, all));
        let _ = writeln!(
            report,
            "[{name}] P {precision:.4} R {recall:.4} F1 {f1:.4}  (tp {} fp {} fn {})",
            self.hits, self.wrong, self.missed
        );
        let _ = writeln!(
            report,
            "   surface {} contained {} | last name {} | end-to-end recall {}",
            share(self.same),
            share(self.contained),
            share(self.last_name),
            share(self.end_to_end)
        );
        let _ = write!(report, "   recall by kind:");
        for (kind, of) in &self.by_kind {
            let _ = write!(report, " {kind} {}", share(*of));
        }
        let _ = write!(report, " | last name by speaker type:");
        for (kind, of) in &self.by_speaker {
            let _ = write!(report, " {kind} {}", share(*of));
        }
        let _ = writeln!(
            report,
            " | non-quotes taken {} of {}",
            self.non_quotes.0, self.non_quotes.1
        );
    }
}
