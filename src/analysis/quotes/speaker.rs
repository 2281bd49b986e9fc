//! A source as the speaker that the reader sees, and how it was found.

use std::ops::Range;

use crate::analysis::attribution::{Attribution, Items, Source};
use crate::analysis::people::People;
use crate::briefing::Speaker;

/// The speaker that an attribution names.
pub(super) fn of(people: &People, source: &Source, attribution: &Attribution) -> Speaker {
    let first = if attribution.inherited {
        "subject of an earlier verb in the sentence"
    } else {
        "stands beside the word of speech"
    };
    let mut speaker = plain(source, first);
    if source.name != source.mention {
        let known = source.entity.and_then(|entity| people.entities.get(entity));
        if known.is_some() {
            speaker
                .how
                .push("the fullest name the article gives for this mention");
        }
    }
    speaker
}

/// A speaker found in one step.
pub(super) fn plain(source: &Source, step: &'static str) -> Speaker {
    Speaker {
        name: source.name,
        mention: source.mention,
        known: true,
        confidence: source.confidence,
        how: vec![step],
    }
}

/// The speaker of the quote before.
pub(super) fn carried(speaker: Option<&Speaker>, step: &'static str) -> Option<Speaker> {
    speaker.map(|speaker| {
        let mut how = vec![step];
        how.extend(speaker.how.iter().filter(|&&known| known != step));
        Speaker {
            how,
            ..speaker.clone()
        }
    })
}

/// The subject of a sentence as a source, where no cue stands in it.
pub(super) fn subject(items: &Items<'_>, unit: &Range<usize>) -> Option<Source> {
    crate::analysis::attribution::main_source(items, unit)
}
