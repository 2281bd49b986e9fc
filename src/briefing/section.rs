use serde::{Deserialize, Serialize};

use crate::language::{Cue, Weights};

/// Weights below this are not worth telling.
const TELLING: f32 = 0.05;

/// At most so many cues are told for a decision.
const MOST_REASONS: usize = 12;

/// What part a sentence plays in the news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// What happened: the news itself, and what it brought about at once.
    Announcement,
    /// What came before: causes, history, circumstances.
    Background,
    /// Deaths, injuries, missing, displaced and damage of this event.
    Casualties,
    /// What may come: plans, forecasts, warnings, conditions.
    Outlook,
    /// What people think of it. Folded into background unless it is asked for.
    Reaction,
}

impl SectionKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Announcement,
        Self::Background,
        Self::Casualties,
        Self::Outlook,
        Self::Reaction,
    ];

    /// The name in settings and exports: lower case, one word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Announcement => "announcement",
            Self::Background => "background",
            Self::Casualties => "casualties",
            Self::Outlook => "outlook",
            Self::Reaction => "reaction",
        }
    }

    /// The name as a heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Announcement => "Announcement",
            Self::Background => "Background",
            Self::Casualties => "Casualties",
            Self::Outlook => "Outlook",
            Self::Reaction => "Reaction",
        }
    }
}

/// The section of a sentence, and why.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Label {
    /// The section, or `None` for what is not part of the report (captions, bylines, notes).
    pub kind: Option<SectionKind>,
    /// The section that came second.
    pub runner_up: Option<SectionKind>,
    /// Whether the two were too close to tell.
    pub unsure: bool,
    /// Whether it is collected under "more" instead of its section, as the settings ask for what is
    /// unsure.
    pub more: bool,
    /// The cues that were met in the sentence, as indices of [`Briefing::cues`](super::Briefing::cues),
    /// in rising order.
    pub cues: Vec<u16>,
}

/// Cues that pull the same way.
#[derive(Debug, Clone, PartialEq)]
pub struct Side<'a> {
    /// The section that they speak of; `None` is being left out of the report.
    pub kind: Option<SectionKind>,
    /// Whether they speak for it, not against it.
    pub favours: bool,
    /// The cues, the weightiest first.
    pub reasons: Vec<Reason<'a>>,
}

impl Label {
    /// The cues that weighed for or against the section and the one that came second, the weightiest
    /// first; `all` are the cues that [`Label::cues`] points into.
    #[must_use]
    pub fn reasons<'a>(&self, all: &'a [Cue]) -> Vec<Reason<'a>> {
        let kinds = match self.runner_up {
            Some(_) => &[self.kind, self.runner_up][..],
            None => &[self.kind],
        };
        let met = self
            .cues
            .iter()
            .filter_map(|&cue| all.get(usize::from(cue)));
        let weighed = met.flat_map(|cue| kinds.iter().map(|&kind| Reason::new(cue, kind)));
        let mut reasons: Vec<Reason<'a>> =
            weighed.filter(|it| it.weight.abs() >= TELLING).collect();
        reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        reasons.truncate(MOST_REASONS);
        reasons
    }

    /// The reasons by the way they pull: for the section and against it, then for the one that came
    /// second and against that. A side without reasons is left out.
    #[must_use]
    pub fn sides<'a>(&self, all: &'a [Cue]) -> Vec<Side<'a>> {
        let reasons = self.reasons(all);
        let mut kinds = vec![self.kind];
        for reason in &reasons {
            if !kinds.contains(&reason.kind) {
                kinds.push(reason.kind);
            }
        }
        let ways = kinds
            .into_iter()
            .flat_map(|kind| [(kind, true), (kind, false)]);
        let sides = ways.map(|(kind, favours)| {
            let pulls = |it: &&Reason<'_>| it.kind == kind && (it.weight >= 0.0) == favours;
            Side {
                kind,
                favours,
                reasons: reasons.iter().filter(pulls).copied().collect(),
            }
        });
        sides.filter(|side| !side.reasons.is_empty()).collect()
    }
}

/// A cue that was met in a sentence, and what it weighs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason<'a> {
    /// The name of the cue in the lexicon.
    pub cue: &'a str,
    /// Why it speaks for a section or against it, in the words of the lexicon.
    pub why: &'a str,
    /// The section that it speaks for; `None` is being left out of the report.
    pub kind: Option<SectionKind>,
    /// Its weight, a natural logarithm of odds; negative when it speaks against.
    pub weight: f32,
}

impl<'a> Reason<'a> {
    fn new(cue: &'a Cue, kind: Option<SectionKind>) -> Self {
        Self {
            cue: &cue.name,
            why: &cue.why,
            kind,
            weight: weight_for(&cue.weights, kind),
        }
    }
}

/// What a cue weighs for a section; for nothing, that the sentence is left out.
fn weight_for(weights: &Weights, kind: Option<SectionKind>) -> f32 {
    match kind {
        None => weights.skip,
        Some(SectionKind::Announcement) => weights.announcement,
        Some(SectionKind::Background) => weights.background,
        Some(SectionKind::Outlook) => weights.outlook,
        Some(SectionKind::Reaction) => weights.reaction,
        Some(SectionKind::Casualties) => weights.casualties,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lexicon;

    const CUES: &str = r#"
[[cue]]
name = "tense"
why = "tells when"
when = ["any"]
weights = { background = 0.9, outlook = -0.5 }
[[cue]]
name = "plan"
why = "tells what may come"
when = ["any"]
weights = { outlook = 0.4, background = 0.01 }
[[cue]]
name = "hint"
why = "tells a little"
when = ["any"]
weights = { outlook = 0.1 }
"#;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon.add("mine.toml", CUES).unwrap();
        lexicon
    }

    fn label() -> Label {
        Label {
            kind: Some(SectionKind::Outlook),
            runner_up: Some(SectionKind::Background),
            cues: vec![0, 1, 2],
            ..Label::default()
        }
    }

    #[test]
    fn reasons_are_told_by_weight_and_a_slight_one_not_at_all() {
        let lexicon = lexicon();
        let reasons = label().reasons(lexicon.cues().all());
        let weights: Vec<f32> = reasons.iter().map(|it| it.weight).collect();
        assert_eq!(weights, [0.9, -0.5, 0.4, 0.1]);
        assert_eq!(reasons[0].cue, "tense");
        assert_eq!(reasons[0].why, "tells when");
    }

    #[test]
    fn reasons_are_told_apart_by_the_way_they_pull() {
        let lexicon = lexicon();
        let sides = label().sides(lexicon.cues().all());
        let found: Vec<(Option<SectionKind>, bool, usize)> = sides
            .iter()
            .map(|side| (side.kind, side.favours, side.reasons.len()))
            .collect();
        let expected = [
            (Some(SectionKind::Outlook), true, 2),
            (Some(SectionKind::Outlook), false, 1),
            (Some(SectionKind::Background), true, 1),
        ];
        assert_eq!(found, expected);
    }
}
