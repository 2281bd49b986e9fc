use crate::analysis::options::{SectionOptions, Unsure};
use crate::briefing::{Label, SectionKind};
use crate::language::{Cues, Follow, Weights};

/// The sections that follow one another in a report; the others are decided for each sentence.
const MAIN: [SectionKind; 3] = [
    SectionKind::Announcement,
    SectionKind::Background,
    SectionKind::Outlook,
];

/// Two sections that are no further apart than this are too close to tell, in natural logarithms
/// of odds.
const CLOSE: f32 = 0.5;

/// The cues that were met in a sentence, added up.
#[derive(Debug, Default, Clone)]
pub(super) struct Evidence {
    /// The indices of the cues, in rising order.
    pub cues: Vec<u16>,
    /// The sums of their weights.
    pub sums: Weights,
    /// The index of its paragraph.
    pub paragraph: usize,
    /// Whether it is a subhead of what follows it.
    pub heads: bool,
}

impl Evidence {
    pub(super) fn new(all: &Cues, cues: Vec<u16>, paragraph: usize) -> Self {
        let sums = all.sum(&cues);
        Self {
            cues,
            sums,
            paragraph,
            heads: false,
        }
    }

    fn main(&self) -> [f32; 3] {
        let sums = &self.sums;
        [sums.announcement, sums.background, sums.outlook]
    }

    fn is_skipped(&self) -> bool {
        self.sums.skip > 0.0
    }
}

/// One label for each sentence. `settle` has a say before subheads are set with what they head.
pub(super) fn labels(
    all: &Cues,
    evidence: Vec<Evidence>,
    options: &SectionOptions,
    settle: impl FnOnce(&mut [Label]),
) -> Vec<Label> {
    let report: Vec<&Evidence> = evidence.iter().filter(|it| !it.is_skipped()).collect();
    let path = best_path(all, &report);
    let scores = (0..path.len()).map(|at| scores_on_path(all, &report, &path, at));
    let scores: Vec<[f32; 3]> = scores.collect();
    let mut decisions = path.into_iter().zip(scores);
    let heads = |sentence: &Evidence| sentence.heads && !sentence.is_skipped();
    let heads: Vec<bool> = evidence.iter().map(heads).collect();
    let labels = evidence.into_iter().map(|sentence| {
        let decision = if sentence.is_skipped() {
            None
        } else {
            decisions.next()
        };
        let Some((main, scores)) = decision else {
            return skipped(sentence);
        };
        let mut label = decided(sentence, main, scores, options.reaction);
        label.more = label.unsure && options.unsure == Unsure::More;
        label
    });
    let mut labels: Vec<Label> = labels.collect();
    settle(&mut labels);
    join_heads(&heads, &mut labels);
    labels
}

/// A subhead stands with what it heads, for the reasons that hold there.
fn join_heads(heads: &[bool], labels: &mut [Label]) {
    for at in (0..heads.len()).rev().filter(|&at| heads[at]) {
        let below = labels.get(at + 1).filter(|label| label.kind.is_some());
        if let Some(below) = below.cloned() {
            labels[at] = below;
        }
    }
}

/// The most likely row of main sections for a report (Viterbi), as indices of `MAIN`.
fn best_path(all: &Cues, report: &[&Evidence]) -> Vec<usize> {
    let mut scores = [0.0; 3];
    let mut came_from: Vec<[usize; 3]> = Vec::with_capacity(report.len());
    for (at, sentence) in report.iter().enumerate() {
        let follow = follow_into(all, report, at);
        let mut next = sentence.main();
        let mut from = [0; 3];
        for (to, score) in next.iter_mut().enumerate() {
            let through = |before: usize| scores[before] + follow.map_or(0.0, |it| it[before][to]);
            from[to] = best(std::array::from_fn(through));
            *score += through(from[to]);
        }
        came_from.push(from);
        scores = next;
    }
    let mut path = vec![0; report.len()];
    let mut state = best(scores);
    for at in (0..report.len()).rev() {
        path[at] = state;
        state = came_from[at][state];
    }
    path
}

/// What sections weigh for the sentence at `at`; nothing for the first one.
fn follow_into<'c>(all: &'c Cues, report: &[&Evidence], at: usize) -> Option<&'c Follow> {
    let before = report.get(at.checked_sub(1)?)?;
    let same = report.get(at)?.paragraph == before.paragraph;
    Some(all.follow(same))
}

/// The scores of a sentence when its neighbours are what the path says.
fn scores_on_path(all: &Cues, report: &[&Evidence], path: &[usize], at: usize) -> [f32; 3] {
    let mut scores = report[at].main();
    for (kind, score) in scores.iter_mut().enumerate() {
        if let Some(follow) = follow_into(all, report, at) {
            *score += follow[path[at - 1]][kind];
        }
        if let Some(follow) = follow_into(all, report, at + 1) {
            *score += follow[kind][path[at + 1]];
        }
    }
    scores
}

fn best(scores: [f32; 3]) -> usize {
    let mut best = 0;
    for kind in 1..scores.len() {
        if scores[kind] > scores[best] {
            best = kind;
        }
    }
    best
}

fn skipped(sentence: Evidence) -> Label {
    Label {
        cues: sentence.cues,
        ..Label::default()
    }
}

/// The label of a sentence of the report whose main section is known.
fn decided(sentence: Evidence, main: usize, scores: [f32; 3], reaction: bool) -> Label {
    let second = (0..3).filter(|&kind| kind != main);
    let second = second
        .max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
        .unwrap_or(main);
    let mut kind = MAIN[main];
    let mut runner_up = MAIN[second];
    let mut margin = scores[main] - scores[second];
    let judges = sentence.sums.reaction > 0.0;
    if reaction && kind == SectionKind::Background && judges {
        kind = SectionKind::Reaction;
    } else if reaction && runner_up == SectionKind::Background && judges {
        runner_up = SectionKind::Reaction;
    }
    if sentence.sums.casualties > 0.0 {
        (kind, runner_up) = (SectionKind::Casualties, kind);
        margin = sentence.sums.casualties;
    }
    Label {
        kind: Some(kind),
        runner_up: Some(runner_up),
        unsure: margin < CLOSE,
        more: false,
        cues: sentence.cues,
    }
}
