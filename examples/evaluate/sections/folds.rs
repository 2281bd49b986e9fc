//! How well the present cues can tell sections when their weights are fitted on other articles.
//!
//! The articles are dealt into folds. The weights for each fold are fitted on the others by
//! multinomial logistic regression with a quadratic penalty (stochastic gradient with `AdaGrad`
//! steps), and so is what a section weighs for the next sentence. No article helps to judge itself.

/// Announcement, background and outlook.
pub(super) const SECTIONS: [&str; 3] = ["announcement", "background", "outlook"];

/// Passes over the articles; more change nothing in the third digit.
const PASSES: usize = 20;

/// The length of the first step.
const STEP: f64 = 0.1;

/// The weight of the penalty, for the whole of the articles.
const PENALTY: f64 = 1.7;

/// Added to announcement and outlook: they are rarer than background, and macro F1 counts each
/// section alike. Chosen once for all folds.
const RARE: [f64; 3] = [0.6, 0.0, 0.7];

/// How much of the log odds of one section after another counts: sentences share more than that.
const SEQUENCE: f64 = 0.45;

/// Added to each count of one section after another.
const SMOOTHING: f64 = 2.0;

/// A sentence with the cues that it meets and the index of its section.
pub(super) struct Sentence {
    pub cues: Vec<usize>,
    pub section: usize,
    pub paragraph: usize,
}

type Article = Vec<Sentence>;

/// What is fitted.
struct Model {
    /// For each cue what it weighs for each section.
    weights: Vec<[f64; 3]>,
    /// What a section weighs for the next sentence: in another paragraph, in the same.
    follow: [[[f64; 3]; 3]; 2],
}

/// The section that is given and the one that is found, for each sentence of all articles.
pub(super) fn judge(articles: &[Article], folds: usize) -> Vec<(&'static str, &'static str)> {
    let mut pairs = Vec::new();
    for fold in 0..folds {
        let in_fold = |at: usize| at % folds == fold;
        let chosen = |wanted: bool| {
            let all = articles.iter().enumerate();
            let chosen = all.filter(move |&(at, _)| in_fold(at) == wanted);
            chosen.map(|(_, article)| article).collect::<Vec<_>>()
        };
        let model = Model::fit(&chosen(false));
        for article in chosen(true) {
            let found = model.decide(article);
            let both = article.iter().zip(found);
            pairs.extend(both.map(|(it, found)| (SECTIONS[it.section], SECTIONS[found])));
        }
    }
    pairs
}

impl Model {
    fn fit(articles: &[&Article]) -> Self {
        let sentences: Vec<&Sentence> = articles.iter().copied().flatten().collect();
        let cues = sentences.iter().flat_map(|it| &it.cues).max();
        let mut weights = vec![[0.0; 3]; cues.map_or(0, |&last| last + 1)];
        let mut squares = vec![[1e-8_f64; 3]; weights.len()];
        let penalty = PENALTY / sentences.len().max(1) as f64;
        for _ in 0..PASSES {
            for sentence in &sentences {
                let odds = softmax(scores(&weights, sentence));
                for &cue in &sentence.cues {
                    for section in 0..3 {
                        let wanted = f64::from(u8::from(section == sentence.section));
                        let weight = &mut weights[cue][section];
                        let slope = odds[section] - wanted + penalty * *weight;
                        let square = &mut squares[cue][section];
                        *square += slope * slope;
                        *weight -= STEP * slope / square.sqrt();
                    }
                }
            }
        }
        Self {
            weights,
            follow: follow(articles),
        }
    }

    /// The most likely row of sections (Viterbi).
    fn decide(&self, article: &Article) -> Vec<usize> {
        let mut best = [0.0; 3];
        let mut came_from = Vec::with_capacity(article.len());
        for (at, sentence) in article.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| article.get(before));
            let follow = before.map(|it| &self.follow[usize::from(same(it, sentence))]);
            let mut next = scores(&self.weights, sentence);
            let mut from = [0; 3];
            for to in 0..3 {
                let through = |it: usize| best[it] + follow.map_or(0.0, |table| table[it][to]);
                from[to] = highest(std::array::from_fn(through));
                next[to] += RARE[to] + through(from[to]);
            }
            came_from.push(from);
            best = next;
        }
        let mut section = highest(best);
        let back = came_from.iter().rev().map(|from| {
            let here = section;
            section = from[here];
            here
        });
        let mut row: Vec<usize> = back.collect();
        row.reverse();
        row
    }
}

/// The log odds of one section after another, against how common it is.
fn follow(articles: &[&Article]) -> [[[f64; 3]; 3]; 2] {
    let mut counts = [[[SMOOTHING; 3]; 3]; 2];
    let mut common = [SMOOTHING; 3];
    for article in articles {
        article.iter().for_each(|it| common[it.section] += 1.0);
        for pair in article.windows(2) {
            counts[usize::from(same(&pair[0], &pair[1]))][pair[0].section][pair[1].section] += 1.0;
        }
    }
    let share = |row: [f64; 3]| row.map(|count| (count / row.iter().sum::<f64>()).ln());
    let common = share(common);
    counts.map(|table| {
        table.map(|row| {
            let row = share(row);
            std::array::from_fn(|to| SEQUENCE * (row[to] - common[to]))
        })
    })
}

fn same(before: &Sentence, after: &Sentence) -> bool {
    before.paragraph == after.paragraph
}

fn scores(weights: &[[f64; 3]], sentence: &Sentence) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for weight in sentence.cues.iter().filter_map(|&cue| weights.get(cue)) {
        (0..3).for_each(|section| sums[section] += weight[section]);
    }
    sums
}

fn softmax(scores: [f64; 3]) -> [f64; 3] {
    let top = scores[highest(scores)];
    let odds = scores.map(|score| (score - top).exp());
    odds.map(|odd| odd / odds.iter().sum::<f64>())
}

fn highest(scores: [f64; 3]) -> usize {
    let better = |best, it| if scores[it] > scores[best] { it } else { best };
    (1..3).fold(0, better)
}
