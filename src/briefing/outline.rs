use super::{Briefing, SectionKind};

/// Which sections are shown, in which order, and under which headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The sections with their headings. A section that is not among them is not shown.
    pub sections: Vec<(SectionKind, String)>,
    /// Whether sentences whose section is unsure stand under a heading of their own instead.
    pub gathers_unsure: bool,
}

impl Default for Outline {
    /// All sections in their usual order, under their own names.
    fn default() -> Self {
        let all = SectionKind::ALL.iter();
        Self {
            sections: all.map(|&kind| (kind, kind.title().to_owned())).collect(),
            gathers_unsure: false,
        }
    }
}

/// A section as it is shown: its heading, and the indices of its sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinedSection {
    /// The section, or `None` for the sentences that are gathered because they are unsure.
    pub kind: Option<SectionKind>,
    /// The words above it.
    pub heading: String,
    /// The indices of its sentences, in the order of the text.
    pub sentences: Vec<usize>,
}

impl Outline {
    /// The sections of a briefing as they are shown, the empty ones too. Reaction is left out when it
    /// is empty, because it then belongs to the background.
    #[must_use]
    pub fn of(&self, briefing: &Briefing) -> Vec<OutlinedSection> {
        let mut unsure = Vec::new();
        let mut outlined: Vec<OutlinedSection> = Vec::new();
        for (kind, heading) in &self.sections {
            let (gathered, sentences) = briefing.sentences_of(*kind).partition(|&index| {
                self.gathers_unsure && briefing.labels.get(index).is_some_and(|it| it.unsure)
            });
            let gathered: Vec<usize> = gathered;
            let sentences: Vec<usize> = sentences;
            if *kind != SectionKind::Reaction || !sentences.is_empty() {
                outlined.push(OutlinedSection {
                    kind: Some(*kind),
                    heading: heading.clone(),
                    sentences,
                });
            }
            unsure.extend(gathered);
        }
        if !unsure.is_empty() {
            unsure.sort_unstable();
            outlined.push(OutlinedSection {
                kind: None,
                heading: "More".to_owned(),
                sentences: unsure,
            });
        }
        outlined
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::Label;
    use crate::document::{Article, Document};

    /// A briefing of sentences with these sections, the sure ones marked by `true`.
    fn briefing(labels: &[(SectionKind, bool)]) -> Briefing {
        let article = Article {
            text: "It rained.\n".repeat(labels.len()),
            ..Article::default()
        };
        let label = |&(kind, sure): &(SectionKind, bool)| Label {
            kind: Some(kind),
            unsure: !sure,
            ..Label::default()
        };
        Briefing {
            document: Document::new(article),
            labels: labels.iter().map(label).collect(),
            cues: std::sync::Arc::default(),
            summary: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
        }
    }

    #[track_caller]
    fn check(outline: &Outline, labels: &[(SectionKind, bool)], expected: &[(&str, &[usize])]) {
        let found = outline.of(&briefing(labels));
        let found: Vec<(&str, &[usize])> = found
            .iter()
            .map(|section| (&*section.heading, &*section.sentences))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn empty_sections_are_there_but_for_reaction() {
        let expected: &[(&str, &[usize])] = &[
            ("Announcement", &[]),
            ("Background", &[]),
            ("Casualties", &[]),
            ("Outlook", &[0]),
        ];
        check(
            &Outline::default(),
            &[(SectionKind::Outlook, true)],
            expected,
        );
    }

    #[test]
    fn sections_can_be_renamed_moved_and_hidden() {
        let outline = Outline {
            sections: vec![
                (SectionKind::Outlook, "Next".to_owned()),
                (SectionKind::Background, "Before".to_owned()),
            ],
            gathers_unsure: false,
        };
        let labels = [
            (SectionKind::Casualties, true),
            (SectionKind::Outlook, true),
        ];
        check(&outline, &labels, &[("Next", &[1]), ("Before", &[])]);
    }

    #[test]
    fn unsure_sentences_can_be_gathered() {
        let outline = Outline {
            sections: Outline::default().sections[1..2].to_vec(),
            gathers_unsure: true,
        };
        let labels = [
            (SectionKind::Background, false),
            (SectionKind::Background, true),
        ];
        check(&outline, &labels, &[("Background", &[1]), ("More", &[0])]);
    }
}
