//! A source as the speaker that the reader sees, and how it was found.

use std::ops::Range;

use crate::analysis::attribution::{Attribution, Items, Source};
use crate::analysis::people::People;
use crate::analysis::reading::Reading;
use crate::briefing::Speaker;
use crate::language::Class;

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

/// Weather with a name of its own: "Storm Petra".
const NAMED_WEATHER: &[&str] = &["storm", "hurricane", "typhoon", "cyclone"];

/// "the bridge", "the Harbin skull", "Storm Petra": a thing that says nothing.
pub(super) fn is_mute(reading: &Reading<'_>, speaker: &Speaker) -> bool {
    let mut tokens = reading.document.tokens_in(speaker.mention);
    let first = tokens.start;
    let more = tokens.len() > 1;
    let governs = |at: &usize| *at > first && reading.has(*at, Class::Preposition);
    let end = tokens.find(governs).unwrap_or(tokens.end);
    let head = end.saturating_sub(1);
    let weather = more && reading.is_capital(first) && reading.is_any(first, NAMED_WEATHER);
    // "The Blaze" is what somebody called a paper.
    let called = reading.is_capital(head) && head == first + 1;
    let called = called && reading.has(first, Class::Determiner);
    weather || more && !called && reading.has(head, Class::MuteNoun)
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
