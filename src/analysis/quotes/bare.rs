//! Quotes that no attribution in their own sentence covers: who spoke before speaks on.

use std::ops::Range;

use super::form::Shape;
use super::{Finder, Found, Voice, speaker};
use crate::analysis::attribution::{Attribution, Source, Strength, source_at};
use crate::analysis::marks::Marked;
use crate::analysis::people::Mention;
use crate::briefing::QuoteKind;
use crate::language::Class;

/// How sure it is at most that whoever speaks behind a quotation spoke it.
const UNSURE: u8 = 65;

impl Finder<'_> {
    /// A line of a transcript that names its speaker itself: "RUIZ: We did."
    pub(super) fn script(&self, marked: &Marked) -> Option<Found> {
        let first = marked.tokens.start + 1;
        let colon = (first + 1..first + 5).find(|&at| self.reading.word(at) == ":")?;
        let capitals = |at: usize| {
            let word = self.reading.word(at);
            word.len() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
        };
        if colon >= marked.tokens.end || !(first..colon).all(capitals) {
            return None;
        }
        let mentions = &self.people.mentions;
        let at = mentions.partition_point(|mention| mention.first_token < first);
        let mention = mentions
            .get(at)
            .filter(|mention| mention.end_token == colon);
        let entity = mention.and_then(|mention| mention.entity);
        let words = self
            .reading
            .token(first)?
            .span
            .join(self.reading.token(colon - 1)?.span);
        let known = entity.and_then(|entity| self.people.entities.get(entity));
        let source = Source {
            mention: words,
            name: known.map_or(words, |known| known.name),
            entity,
            confidence: 85,
        };
        Some(Found {
            kind: QuoteKind::Direct,
            speaker: Some(speaker::plain(&source, "the line names its speaker")),
            via: None,
            cue: None,
            same_group: false,
        })
    }

    /// A paragraph that goes on from one that was left open.
    pub(super) fn continued(&self, marked: &Marked) -> Option<Found> {
        let last = self
            .last
            .as_ref()
            .filter(|last| last.open && last.paragraph + 1 == marked.paragraph)?;
        let starts = self
            .reading
            .document
            .paragraphs()
            .get(marked.paragraph)?
            .start()
            == marked.outer.start();
        starts.then(|| Found {
            kind: last.kind,
            speaker: speaker::carried(last.speaker.as_ref(), "goes on from the paragraph before"),
            via: None,
            cue: None,
            same_group: true,
        })
    }

    /// A whole utterance with no attribution of its own: who spoke before speaks on.
    pub(super) fn carried(&self, unit: &Range<usize>, at: usize, marked: &Marked) -> Option<Found> {
        if !self.leads_in(unit, at) || self.is_motto(at) {
            return None;
        }
        let here = marked.paragraph;
        let voice = self
            .voice
            .as_ref()
            .filter(|voice| voice.paragraph + 1 >= here);
        if let Some(voice) = voice.filter(|voice| voice.opens) {
            return Some(given(
                voice.source,
                "the words before the colon announce it",
            ));
        }
        let last = self.last.as_ref().filter(|last| last.paragraph == here);
        let newer = voice.filter(|voice| voice.paragraph == here && self.after_last(voice));
        match (last, newer, voice) {
            (Some(last), None, _) => Some(Found {
                kind: QuoteKind::Direct,
                speaker: speaker::carried(
                    last.speaker.as_ref(),
                    "goes on from the quotation before",
                ),
                via: None,
                cue: None,
                same_group: true,
            }),
            (_, Some(voice), _) => Some(given(
                voice.source,
                "the sentence before gives this speaker's word",
            )),
            (None, None, Some(voice)) if voice.paragraph == here => Some(given(
                voice.source,
                "the sentence before gives this speaker's word",
            )),
            (None, None, voice) => Some(self.given_near(marked, voice)),
        }
    }

    /// Nobody spoke in the paragraph so far: whoever speaks in the sentence behind, or in the paragraph before.
    fn given_near(&self, marked: &Marked, before: Option<&Voice>) -> Found {
        if let Some(source) = self.next_voice(marked) {
            return given(source, "the sentence behind gives this speaker's word");
        }
        before.map_or_else(nobody, |voice| {
            let confidence = voice.source.confidence.min(70);
            let source = Source {
                confidence,
                ..voice.source
            };
            given(source, "the paragraph before gives this speaker's word")
        })
    }

    /// "“We have nobody missing.” Gov. Holm said 138 homes had burned.": who speaks in the sentence behind, in the
    /// same paragraph.
    fn next_voice(&self, marked: &Marked) -> Option<Source> {
        let document = self.reading.document;
        let end = marked.outer.end();
        let after = self.attributions.partition_point(|it| it.cue.start() < end);
        let next = self.attributions.get(after)?;
        let here = document.sentence_at(end.saturating_sub(1))?;
        let there = document.sentence_at(next.cue.start())?;
        let paragraph = document.sentences().get(there)?.paragraph;
        let source = next.source.filter(|source| self.may_speak(source))?;
        let near = there == here + 1 && paragraph == marked.paragraph;
        let speaks = next.strength == Strength::Speech && source.mention.start() > end;
        (near && speaks).then(|| Source {
            confidence: source.confidence.min(UNSURE),
            ..source
        })
    }

    /// "“Row on” is the motto of the town": words that the sentence gives a name to.
    fn is_motto(&self, at: usize) -> bool {
        let be = self.items.is_any(at + 1, &["is", "was", "became"]);
        let named = |phrase: &Mention| {
            let head = self.reading.word(phrase.end_token.saturating_sub(1));
            matches!(
                head,
                "motto"
                    | "slogan"
                    | "mantra"
                    | "title"
                    | "name"
                    | "nickname"
                    | "word"
                    | "phrase"
                    | "term"
            )
        };
        be && self.items.phrase(at + 2).is_some_and(named)
    }

    /// Whether nothing stands before a quotation but "Adding," or "Instead,".
    fn leads_in(&self, unit: &Range<usize>, at: usize) -> bool {
        let plain = |at: usize| {
            matches!(self.items.word(at), "," | ":")
                || self.items.word(at).ends_with("ing") && self.items.has(at, Class::CueVerb)
                || self.items.has(at, Class::Adverb)
        };
        at < unit.start + 4 && (unit.start..at).all(plain)
    }

    /// A whole utterance behind a colon, in a sentence without a word of speech: "Ruiz was blunt: ...".
    pub(super) fn after_colon(&self, unit: &Range<usize>, at: usize) -> Option<Found> {
        let colon = at.checked_sub(1).filter(|&colon| colon > unit.start)?;
        if !self.items.is(colon, ":") {
            return None;
        }
        let source = speaker::subject(self.items, &(unit.start..colon))?;
        let confidence = source.confidence.min(65);
        let source = Source {
            confidence,
            ..source
        };
        self.may_speak(&source)
            .then(|| given(source, "the words before the colon announce it"))
    }

    /// Whether a voice was heard after the last quote.
    pub(super) fn after_last(&self, voice: &Voice) -> bool {
        self.quotes.last().is_none_or(|quote| {
            let quote_unit = self.reading.document.sentence_at(quote.span.end());
            let voice_unit = self
                .reading
                .document
                .sentence_at(voice.source.mention.start());
            voice.source.mention.start() > quote.span.end() && voice_unit > quote_unit
        })
    }

    /// A whole utterance with a name and no verb behind it: "“...” - Ruiz", "“...,” Ruiz".
    pub(super) fn tagged(
        &self,
        unit: &Range<usize>,
        at: usize,
        marked: &Marked,
        shape: &Shape,
    ) -> Option<Found> {
        if !shape.whole || at != unit.start {
            return None;
        }
        let is_dash = |at: usize| matches!(self.items.word(at), "-" | "–" | "—" | "―" | "‒" | "~");
        let mut next = at + 1;
        while next < at + 4 && is_dash(next) {
            next += 1;
        }
        let dash = next > at + 1;
        let near = self.items.paragraph_of(next)? <= marked.paragraph + usize::from(dash);
        if !near || !(dash || self.items.comma_inside(at)) {
            return None;
        }
        let source = source_at(self.items, next, 75)?;
        Some(Found {
            kind: QuoteKind::Direct,
            speaker: Some(speaker::plain(
                &source,
                "the name stands right after the quotation",
            )),
            via: None,
            cue: None,
            same_group: false,
        })
    }
}

/// An utterance of a source that was named before it.
fn given(source: Source, step: &'static str) -> Found {
    Found {
        speaker: Some(speaker::plain(&source, step)),
        ..nobody()
    }
}

/// An utterance of nobody knows whom.
fn nobody() -> Found {
    Found {
        kind: QuoteKind::Direct,
        speaker: None,
        via: None,
        cue: None,
        same_group: false,
    }
}

/// A piece behind "but" or "while", still the word of who spoke before in the sentence.
pub(super) fn late(marked: &Marked, own: &[Attribution], shape: &Shape) -> Option<Found> {
    if shape.words < 4 || shape.titled {
        return None;
    }
    let spoke = |a: &&Attribution| {
        a.strength == Strength::Speech && a.source.is_some() && a.cue.end() <= marked.outer.start()
    };
    let spoken = own.iter().rev().find(spoke)?;
    let source = spoken.source?;
    let confidence = source.confidence.min(60);
    Some(Found {
        kind: QuoteKind::Partial,
        cue: Some(spoken.cue),
        ..given(
            Source {
                confidence,
                ..source
            },
            "speaks earlier in the sentence",
        )
    })
}
