//! Measures of the sections.

mod folds;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use nutgraf::analysis::{Options, SectionOptions, brief, section_cues};
use nutgraf::briefing::{Briefing, Label, SectionKind};
use nutgraf::document::{Article, Document, Published, Span, Title};
use nutgraf::language::Lexicon;
use serde_json::{Value as Json, json};

use super::{Outcome, Request};

/// Gold lines with sentences are articles; lines without are a check of casualties, and their articles
/// stand in this file beside it.
const ARTICLES_OF_CHECK: &str = "newsdiscourse_train.jsonl";

/// The cues that tell harm of any event, whether or not it is this one's.
const HARM_CUES: &[&str] = &[
    "tells a toll",
    "tells damage",
    "tells that there was none",
    "taken to hospital",
    "hurt by its kind",
    "damage by its kind",
];

pub(super) fn measure(request: &Request) -> Outcome {
    if request.gold.iter().any(|line| line["sentences"].is_null()) {
        return check_casualties(request);
    }
    let articles: Vec<Labelled> = request.gold.iter().map(Labelled::of).collect();
    if request.folds > 1 {
        let sentences: Vec<_> = articles.iter().map(Labelled::for_fitting).collect();
        let pairs = folds::judge(&sentences, request.folds);
        return Outcome {
            report: format!("{} folds\n{}", request.folds, score(&pairs)),
            ..Outcome::default()
        };
    }
    let mut report = String::new();
    let mut errors = request.errors;
    for scheme in [Scheme::Three, Scheme::Four] {
        let _ = writeln!(report, "{}", scheme.name());
        let pairs: Vec<(&str, &str)> = articles
            .iter()
            .flat_map(|article| article.pairs(scheme))
            .collect();
        report.push_str(&score(&pairs));
        let wrong = articles.iter().flat_map(|article| article.errors(scheme));
        wrong.take(errors).for_each(|line| report.push_str(&line));
        errors = 0;
    }
    let predictions = articles.iter().map(Labelled::prediction).collect();
    Outcome {
        report,
        predictions,
    }
}

/// How gold labels and sections are compared.
#[derive(Clone, Copy, PartialEq)]
enum Scheme {
    /// Reaction is background.
    Three,
    /// Reaction stands alone.
    Four,
}

impl Scheme {
    fn name(self) -> &'static str {
        match self {
            Self::Three => "m3: announcement, background, outlook",
            Self::Four => "m4: and reaction",
        }
    }

    /// The section of a gold label; labels that are sections already are kept.
    fn section(self, label: &str) -> &str {
        match label {
            "Main" | "Main_Consequence" => "announcement",
            "Cause_Specific" | "Cause_General" | "Distant_Historical" | "Distant_Anecdotal" => {
                "background"
            }
            "Distant_Expectations_Consequences" => "outlook",
            "Distant_Evaluation" | "reaction" if self == Self::Three => "background",
            "Distant_Evaluation" => "reaction",
            "NA" => "other",
            label => label,
        }
    }
}

/// A gold article with the label that was found for each of its sentences.
struct Labelled<'g> {
    gold: &'g Json,
    briefing: Briefing,
    /// The document's sentence for each gold sentence: the one that shares most of it.
    matched: Vec<Option<usize>>,
    cues: Vec<Vec<usize>>,
}

impl<'g> Labelled<'g> {
    fn of(gold: &'g Json) -> Self {
        let (article, spans) = article_of(gold);
        let options = Options {
            sections: SectionOptions {
                reaction: true,
                ..SectionOptions::default()
            },
            ..Options::default()
        };
        let briefing = brief(article, Lexicon::english(), &options);
        let matched = spans
            .iter()
            .map(|&span| best_match(&briefing.document, span));
        Self {
            gold,
            matched: matched.collect(),
            cues: section_cues(&briefing.document, &briefing.figures, Lexicon::english()),
            briefing,
        }
    }

    fn gold_sentences(&self) -> &'g [Json] {
        self.gold["sentences"].as_array().map_or(&[], Vec::as_slice)
    }

    fn label(&self, at: usize) -> Option<&Label> {
        let matched = self.matched.get(at).copied().flatten()?;
        self.briefing.labels.get(matched)
    }

    /// The section of a gold sentence. The gold knows no casualties: the section that came second
    /// stands for them.
    fn found(&self, at: usize) -> &'static str {
        let kind = self.label(at).and_then(|label| match label.kind {
            Some(SectionKind::Casualties) => label.runner_up,
            kind => kind,
        });
        kind.map_or("other", SectionKind::name)
    }

    fn pairs(&self, scheme: Scheme) -> Vec<(&'g str, &'static str)> {
        let sentences = self.gold_sentences().iter().enumerate();
        let pairs = sentences.map(|(at, sentence)| {
            let gold = scheme.section(sentence["label"].as_str().unwrap_or("NA"));
            (gold, scheme.section(self.found(at)))
        });
        pairs.filter(|(gold, _)| *gold != "other").collect()
    }

    /// The sentences that have one of the sections that follow one another.
    fn for_fitting(&self) -> Vec<folds::Sentence> {
        let gold = self.gold_sentences().iter().zip(&self.matched);
        let sentences = gold.filter_map(|(gold, &matched)| {
            let section = Scheme::Three.section(gold["label"].as_str()?);
            Some(folds::Sentence {
                cues: self.cues.get(matched?)?.clone(),
                section: folds::SECTIONS.iter().position(|it| *it == section)?,
                paragraph: self.briefing.document.sentences().get(matched?)?.paragraph,
            })
        });
        sentences.collect()
    }

    fn errors(&self, scheme: Scheme) -> Vec<String> {
        let pairs = self
            .gold_sentences()
            .iter()
            .enumerate()
            .map(|(at, sentence)| {
                let gold = scheme.section(sentence["label"].as_str().unwrap_or("NA"));
                let found = scheme.section(self.found(at));
                (gold != found && gold != "other").then(|| {
                    let reasons = self.label(at).map(describe).unwrap_or_default();
                    format!(
                        "{gold} found {found}: {}\n    {reasons}\n",
                        sentence["text"].as_str().unwrap_or_default()
                    )
                })
            });
        pairs.flatten().collect()
    }

    /// In the shape of the gold: one label a sentence; `cues` are the indices of the cues met.
    fn prediction(&self) -> Json {
        let count = self.gold_sentences().len();
        let labels: Vec<&str> = (0..count).map(|at| self.found(at)).collect();
        let cues: Vec<&[usize]> = (0..count)
            .map(|at| self.matched[at].map_or(&[][..], |it| &self.cues[it]))
            .collect();
        json!({ "id": self.gold["id"], "labels": labels, "cues": cues, "matched": self.matched })
    }
}

fn describe(label: &Label) -> String {
    let all = Lexicon::english().cues().all();
    let reasons = label.reasons(all).into_iter().map(|reason| {
        let kind = reason.kind.map_or("none", SectionKind::name);
        format!("{} {:+.2} {kind}", reason.cue, reason.weight)
    });
    reasons.collect::<Vec<_>>().join(", ")
}

/// The article of a gold line, and where each of its sentences stands in the text.
fn article_of(gold: &Json) -> (Article, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut paragraph = &Json::Null;
    for sentence in gold["sentences"].as_array().into_iter().flatten() {
        if !text.is_empty() {
            text.push_str(if *paragraph == sentence["paragraph"] {
                " "
            } else {
                "\n\n"
            });
        }
        paragraph = &sentence["paragraph"];
        let start = text.len();
        text.push_str(sentence["text"].as_str().unwrap_or_default());
        spans.push(Span::new(start, text.len()));
    }
    let article = Article {
        title: Title {
            text: gold["title"].as_str().unwrap_or_default().to_owned(),
            derived: false,
        },
        published: gold["date"].as_str().and_then(published),
        text,
        ..Article::default()
    };
    (article, spans)
}

/// The first date of the form 2018-10-05 or 20130623 in a text.
fn published(text: &str) -> Option<Published> {
    let forms = [("%Y-%m-%d", 10), ("%Y%m%d", 8)];
    let starts = text.char_indices().map(|(at, _)| at);
    let mut dates = starts.flat_map(|at| {
        forms.iter().filter_map(move |(form, len)| {
            let head = text.get(at..at + len)?;
            NaiveDate::parse_from_str(head, form).ok()
        })
    });
    let date = dates.find(|date| *date > NaiveDate::default())?;
    Some(Published {
        text: text.to_owned(),
        date: Some(date),
    })
}

fn best_match(document: &Document, gold: Span) -> Option<usize> {
    let shared = |at: &usize| document.sentences()[*at].span.overlap(gold).len();
    let all = 0..document.sentences().len();
    all.filter(|at| shared(at) > 0).max_by_key(shared)
}

/// Accuracy, macro F1, the measures of each class and the confusion of them, as the scorer prints them.
fn score(pairs: &[(&str, &str)]) -> String {
    let labels: BTreeSet<&str> = pairs
        .iter()
        .flat_map(|&(gold, found)| [gold, found])
        .collect();
    let count = |of: &dyn Fn(&(&str, &str)) -> bool| pairs.iter().filter(|pair| of(pair)).count();
    let right = count(&|(gold, found)| gold == found);
    let mut lines = String::new();
    let mut f1s = Vec::new();
    for &label in &labels {
        let both = count(&|pair| *pair == (label, label));
        let support = count(&|(gold, _)| *gold == label);
        let found = count(&|(_, found)| *found == label);
        let (precision, recall, f1) = measures(both, found, support);
        if support > 0 {
            f1s.push(f1);
        }
        let _ = writeln!(
            lines,
            "{label:14} {precision:6.3} {recall:6.3} {f1:6.3} {support:6}"
        );
    }
    for &label in &labels {
        let row = labels
            .iter()
            .map(|&other| count(&|pair| *pair == (label, other)));
        let row: Vec<String> = row.map(|n| format!("{n:6}")).collect();
        let _ = writeln!(lines, "  {label:12} {}", row.join(" "));
    }
    let accuracy = ratio(right, pairs.len());
    let macro_f1 = f1s.iter().sum::<f64>() / ratio(f1s.len().max(1), 1);
    format!(
        "n={}  accuracy={accuracy:.4}  macro_f1={macro_f1:.4}\n{lines}",
        pairs.len()
    )
}

/// Precision, recall and their harmonic mean.
fn measures(both: usize, found: usize, support: usize) -> (f64, f64, f64) {
    let f1 = ratio(2 * both, found + support);
    (ratio(both, found), ratio(both, support), f1)
}

#[expect(clippy::cast_precision_loss, reason = "counts of sentences are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Any toll or damage, of this event or an earlier one, against hand-given labels.
fn check_casualties(request: &Request) -> Outcome {
    let path = Path::new(&request.path).with_file_name(ARTICLES_OF_CHECK);
    let articles = match super::read_gold(&path.to_string_lossy()) {
        Ok(articles) => articles,
        Err(report) => {
            return Outcome {
                report,
                ..Outcome::default()
            };
        }
    };
    let wanted: BTreeSet<&str> = request
        .gold
        .iter()
        .filter_map(|line| line["id"].as_str())
        .collect();
    let articles = articles
        .iter()
        .filter(|it| it["id"].as_str().is_some_and(|id| wanted.contains(id)));
    let found: HashMap<&str, Labelled> = articles
        .map(|gold| (gold["id"].as_str().unwrap_or_default(), Labelled::of(gold)))
        .collect();
    let (mut any, mut own) = (Count::default(), Count::default());
    let mut errors = String::new();
    for line in &request.gold {
        let Some(article) = line["id"].as_str().and_then(|id| found.get(id)) else {
            continue;
        };
        let Some(at) = article
            .gold_sentences()
            .iter()
            .position(|it| it["sid"] == line["sid"])
        else {
            continue;
        };
        let told = tells_harm(article, at);
        let casualties = article
            .label(at)
            .is_some_and(|label| label.kind == Some(SectionKind::Casualties));
        any.add(line["label"] != "none", told);
        own.add(line["label"] == "casualties", casualties);
        if (line["label"] != "none") != told || (line["label"] == "casualties") != casualties {
            let _ = writeln!(
                errors,
                "{} told {told} casualties {casualties}: {}",
                line["label"],
                article.gold_sentences()[at]["text"]
            );
        }
    }
    let shown: Vec<&str> = errors.lines().take(request.errors).collect();
    Outcome {
        report: format!(
            "any toll or damage: {}\nthis event's: {}\n{}\n",
            any.describe(),
            own.describe(),
            shown.join("\n")
        ),
        predictions: Vec::new(),
    }
}

/// Whether a cue of harm was met in the sentence, whichever event's.
fn tells_harm(article: &Labelled, at: usize) -> bool {
    let Some(matched) = article.matched[at] else {
        return false;
    };
    let all = Lexicon::english().cues().all();
    let mut names = article.cues[matched].iter().map(|&cue| &*all[cue].name);
    names.any(|name| HARM_CUES.contains(&name))
}

/// How often something was found and should have been.
#[derive(Default)]
struct Count {
    both: usize,
    found: usize,
    support: usize,
}

impl Count {
    fn add(&mut self, gold: bool, found: bool) {
        self.both += usize::from(gold && found);
        self.found += usize::from(found);
        self.support += usize::from(gold);
    }

    fn describe(&self) -> String {
        let (precision, recall, f1) = measures(self.both, self.found, self.support);
        format!(
            "P {precision:.3} R {recall:.3} F1 {f1:.3} n {}",
            self.support
        )
    }
}
