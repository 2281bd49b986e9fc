use std::sync::Arc;

use serde::{Deserialize, Serialize};

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
    /// The cues that weighed for or against the section and the one that came second, the weightiest
    /// first.
    pub reasons: Vec<Reason>,
}

/// Cues that pull the same way.
#[derive(Debug, Clone, PartialEq)]
pub struct Side<'a> {
    /// The section that they speak of; `None` is being left out of the report.
    pub kind: Option<SectionKind>,
    /// Whether they speak for it, not against it.
    pub favours: bool,
    /// The cues, the weightiest first.
    pub reasons: Vec<&'a Reason>,
}

impl Label {
    /// The reasons by the way they pull: for the section and against it, then for the one that came
    /// second and against that. A side without reasons is left out.
    #[must_use]
    pub fn sides(&self) -> Vec<Side<'_>> {
        let mut kinds = vec![self.kind];
        for reason in &self.reasons {
            if !kinds.contains(&reason.kind) {
                kinds.push(reason.kind);
            }
        }
        let ways = kinds
            .into_iter()
            .flat_map(|kind| [(kind, true), (kind, false)]);
        let sides = ways.map(|(kind, favours)| Side {
            kind,
            favours,
            reasons: self
                .reasons
                .iter()
                .filter(|reason| reason.kind == kind && (reason.weight >= 0.0) == favours)
                .collect(),
        });
        sides.filter(|side| !side.reasons.is_empty()).collect()
    }
}

/// A cue that was met in a sentence, and what it weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The name of the cue in the lexicon.
    pub cue: Arc<str>,
    /// Why it speaks for a section or against it, in the words of the lexicon.
    pub why: Arc<str>,
    /// The section that it speaks for; `None` is being left out of the report.
    pub kind: Option<SectionKind>,
    /// Its weight, a natural logarithm of odds; negative when it speaks against.
    pub weight: f32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_told_apart_by_the_way_they_pull() {
        let reason = |kind, weight| Reason {
            cue: "tense".into(),
            why: "tells when".into(),
            kind: Some(kind),
            weight,
        };
        let label = Label {
            kind: Some(SectionKind::Outlook),
            reasons: vec![
                reason(SectionKind::Background, 0.9),
                reason(SectionKind::Outlook, -0.5),
                reason(SectionKind::Outlook, 0.4),
                reason(SectionKind::Outlook, 0.1),
            ],
            ..Label::default()
        };
        let sides = label.sides();
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
