//! Quotations and who said them.
//!
//! What stands in quotation marks is a quote when an attribution covers it, when it goes on from a
//! quote before, or when it is a whole utterance by itself; other marked words are terms, titles and
//! scare quotes. A speaker is named only when it is sure enough ([`SURE_ENOUGH`]).

mod form;
mod speaker;

use super::attribution::{Attribution, Items, Source, Strength};
use super::people::{EntityKind, People};
use super::reading::Reading;
use crate::analysis::marks::Marked;
use crate::briefing::{Quote, QuoteKind, Speaker};

/// Below this confidence a speaker is unknown: half of such guesses were wrong on news articles.
pub(super) const SURE_ENOUGH: u8 = 45;

/// All quotations, in the order of the text.
pub(super) fn find(
    reading: &Reading<'_>,
    people: &People,
    attributions: &[Attribution],
) -> Vec<Quote> {
    if reading.marked().is_empty() {
        return Vec::new();
    }
    let items = Items::new(reading, people);
    let mut finder = Finder {
        reading,
        people,
        items: &items,
        attributions,
        next: 0,
        quotes: Vec::new(),
        group: 0,
        last: None,
        voice: None,
        paragraph: usize::MAX,
        singles: mostly_single(reading),
    };
    for unit in items.units() {
        finder.unit(unit);
    }
    finder.quotes
}

/// Whether single marks are the main ones of a text.
fn mostly_single(reading: &Reading<'_>) -> bool {
    let single = reading
        .marked()
        .iter()
        .filter(|marked| marked.single)
        .count();
    2 * single > reading.marked().len()
}

/// The quote before, and what goes on from it.
#[derive(Debug, Clone)]
struct Last {
    paragraph: usize,
    unit: usize,
    group: usize,
    speaker: Option<Speaker>,
    open: bool,
    kind: QuoteKind,
}

/// Whose word was given last, in quotation marks or not.
#[derive(Debug, Clone, Copy)]
struct Voice {
    paragraph: usize,
    source: Source,
    /// Whether the sentence ends with a colon: what follows is said.
    opens: bool,
}

struct Finder<'a> {
    reading: &'a Reading<'a>,
    people: &'a People,
    items: &'a Items<'a>,
    attributions: &'a [Attribution],
    /// The first attribution that does not end before the unit.
    next: usize,
    quotes: Vec<Quote>,
    group: usize,
    last: Option<Last>,
    voice: Option<Voice>,
    paragraph: usize,
    singles: bool,
}

/// How a stretch came to be a quote.
struct Found {
    kind: QuoteKind,
    speaker: Option<Speaker>,
    via: Option<Speaker>,
    cue: Option<crate::document::Span>,
    same_group: bool,
}

/// Whether the words that say who spoke stand right after a stretch.
fn items_tagged(own: &[Attribution], marked: &Marked) -> bool {
    own.iter()
        .take(30)
        .any(|a| a.before && a.strength == Strength::Speech && a.scope.contains(marked.outer))
}

impl Finder<'_> {
    fn unit(&mut self, unit: std::ops::Range<usize>) {
        let Some(paragraph) = self.items.paragraph_of(unit.start) else {
            return;
        };
        self.paragraph = paragraph;
        let start = self.items.span(unit.start).start();
        let end = self.items.span(unit.end.saturating_sub(1)).end();
        let skip = |a: &Attribution| a.cue.end() <= start;
        while self.attributions.get(self.next).is_some_and(skip) {
            self.next += 1;
        }
        let rest = self.attributions.get(self.next..).unwrap_or_default();
        let count = rest.iter().take_while(|a| a.cue.start() < end).count();
        let own = rest.get(..count).unwrap_or_default();
        self.next += count;
        for at in unit.clone() {
            if let Some(super::attribution::Item::Marked(marked)) = self.items.get(at) {
                self.stretch(&unit, at, marked, own);
            }
        }
        self.remember_voice(&unit, own);
    }

    fn remember_voice(&mut self, unit: &std::ops::Range<usize>, own: &[Attribution]) {
        let opens = self.items.is(unit.end.saturating_sub(1), ":");
        let spoken = own
            .iter()
            .rev()
            .take(20)
            .find(|a| a.strength == Strength::Speech && a.source.is_some());
        let source = spoken.and_then(|a| a.source);
        let source = source.or_else(|| speaker::subject(self.items, unit));
        if let Some(source) = source {
            self.voice = Some(Voice {
                paragraph: self.paragraph,
                source,
                opens,
            });
        } else if let Some(voice) = &mut self.voice {
            voice.opens = opens && voice.paragraph == self.paragraph;
        }
    }

    fn stretch(
        &mut self,
        unit: &std::ops::Range<usize>,
        at: usize,
        index: usize,
        own: &[Attribution],
    ) {
        let Some(marked) = self.reading.marked().get(index) else {
            return;
        };
        if marked.inner.is_empty() || !form::has_letters(self.reading, marked) {
            return;
        }
        let found = self.found(unit, at, marked, own);
        let Some(found) = found else {
            return;
        };
        if !found.same_group {
            self.group = self
                .quotes
                .last()
                .map_or(0, |last| last.group.max(self.group) + 1);
        }
        let group = if found.same_group {
            self.last.as_ref().map_or(self.group, |last| last.group)
        } else {
            self.group
        };
        self.last = Some(Last {
            paragraph: marked.paragraph,
            unit: unit.start,
            group,
            speaker: found.speaker.clone(),
            open: !marked.closed,
            kind: found.kind,
        });
        let sure = |speaker: &Speaker| speaker.confidence >= SURE_ENOUGH;
        self.quotes.push(Quote {
            span: marked.inner,
            kind: found.kind,
            group,
            speaker: found.speaker.filter(sure),
            via: found.via.filter(sure),
            cue: found.cue,
        });
    }

    fn found(
        &self,
        unit: &std::ops::Range<usize>,
        at: usize,
        marked: &Marked,
        own: &[Attribution],
    ) -> Option<Found> {
        let shape = form::shape(self.items, unit, at, marked);
        if let Some(found) = self.script(marked) {
            return Some(found);
        }
        let goes_on = self.continued(marked);
        if goes_on.is_some() && !items_tagged(own, marked) {
            return goes_on;
        }
        let minor = marked.single && !self.singles;
        if let Some(found) = self.covered(unit, at, marked, own, &shape) {
            if minor && found.kind == QuoteKind::Partial {
                return None;
            }
            return Some(found);
        }
        if minor {
            return None;
        }
        if let Some(found) = self.tagged(unit, at, marked, &shape) {
            return Some(found);
        }
        if let Some(found) = self.late(marked, own, &shape) {
            return Some(found);
        }
        if shape.whole {
            self.carried(unit, at, marked)
        } else {
            None
        }
    }

    /// "I", "we" and "you" outside the marks name nobody.
    fn is_own_voice(&self, source: &Source) -> bool {
        let word = self.reading.document.slice(source.mention);
        source.entity.is_none()
            && ["i", "we", "you"]
                .iter()
                .any(|w| word.eq_ignore_ascii_case(w))
    }

    /// A whole utterance with a name and no verb behind it: "“...” - Ruiz", "“...,” Ruiz".
    fn tagged(
        &self,
        unit: &std::ops::Range<usize>,
        at: usize,
        marked: &Marked,
        shape: &form::Shape,
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
        let source = super::attribution::source_at(self.items, next, 75)?;
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

    /// A long piece behind "but" or "while", still the word of who spoke before in the sentence.
    fn late(&self, marked: &Marked, own: &[Attribution], shape: &form::Shape) -> Option<Found> {
        if shape.words < 4 || shape.titled {
            return None;
        }
        let spoke = |a: &&Attribution| {
            a.strength == Strength::Speech
                && a.source.is_some()
                && a.cue.end() <= marked.outer.start()
        };
        let spoken = own.iter().rev().take(20).find(spoke)?;
        let source = spoken.source?;
        let source = Source {
            confidence: source.confidence.min(60),
            ..source
        };
        Some(Found {
            kind: QuoteKind::Partial,
            speaker: Some(speaker::plain(&source, "speaks earlier in the sentence")),
            via: None,
            cue: Some(spoken.cue),
            same_group: false,
        })
    }

    /// A line of a transcript that names its speaker itself: "RUIZ: We did."
    fn script(&self, marked: &Marked) -> Option<Found> {
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
            .filter(|mention| mention.end_token == colon)?;
        let entity = self.people.entities.get(mention.entity?)?;
        let source = Source {
            mention: mention.span,
            name: entity.name,
            entity: mention.entity,
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
    fn continued(&self, marked: &Marked) -> Option<Found> {
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

    /// A stretch that an attribution of its own sentence speaks for.
    fn covered(
        &self,
        unit: &std::ops::Range<usize>,
        at: usize,
        marked: &Marked,
        own: &[Attribution],
        shape: &form::Shape,
    ) -> Option<Found> {
        let mut covers = own
            .iter()
            .filter(|a| a.scope.contains(marked.outer))
            .take(30)
            .collect::<Vec<_>>();
        covers.retain(|a| a.source.is_none_or(|source| !self.is_own_voice(&source)));
        covers.retain(|a| form::accepts(self.items, unit, at, marked, a, shape));
        let distance = |a: &&&Attribution| {
            if a.before {
                a.cue.start().saturating_sub(marked.outer.end())
            } else {
                marked.outer.start().saturating_sub(a.cue.end())
            }
        };
        let inner = self.inner(&covers, marked);
        let outer = covers.iter().filter(|a| a.before).min_by_key(distance);
        let tag = outer.filter(|_| shape.whole);
        let chosen = tag.or(inner).or(outer)?;
        let via = inner
            .and(outer)
            .filter(|_| tag.is_none())
            .and_then(|a| a.source);
        let via = via.filter(|via| chosen.source.is_some_and(|s| s.name != via.name));
        let kind = if shape.whole {
            QuoteKind::Direct
        } else {
            QuoteKind::Partial
        };
        let same_group = self.last.as_ref().is_some_and(|last| {
            last.unit == unit.start && shape.whole && last.kind == QuoteKind::Direct
        });
        Some(Found {
            kind,
            speaker: chosen
                .source
                .map(|source| speaker::of(self.people, &source, chosen)),
            via: via.map(|source| speaker::plain(&source, "passes the words on")),
            cue: Some(chosen.cue),
            same_group,
        })
    }

    /// Of the attributions before a stretch the nearest, but "said it shows" is the word of who said
    /// it: only another person takes it over by a weak cue.
    fn inner<'b>(
        &self,
        covers: &'b [&'b Attribution],
        marked: &Marked,
    ) -> Option<&'b &'b Attribution> {
        let ahead = |a: &&&Attribution| !a.before;
        let nearest = covers.iter().filter(ahead).max_by_key(|a| a.cue.start())?;
        if nearest.strength == Strength::Speech {
            return Some(nearest);
        }
        let speech = covers
            .iter()
            .filter(ahead)
            .filter(|a| a.strength == Strength::Speech);
        let Some(speech) = speech.max_by_key(|a| a.cue.start()) else {
            return Some(nearest);
        };
        let entity = nearest.source.and_then(|source| source.entity);
        let kind = entity
            .and_then(|entity| self.people.entities.get(entity))
            .map(|e| e.kind);
        let other = entity != speech.source.and_then(|source| source.entity);
        let named = kind == Some(EntityKind::Person) && other && !nearest.inherited;
        let near = marked.outer.start().saturating_sub(nearest.cue.end()) < 60;
        Some(if named && near { nearest } else { speech })
    }

    /// A whole utterance with no attribution of its own: who spoke before speaks on.
    fn carried(&self, unit: &std::ops::Range<usize>, at: usize, marked: &Marked) -> Option<Found> {
        let alone = unit.start == at;
        if !alone {
            return None;
        }
        let make = |speaker: Option<Speaker>, same_group: bool| Found {
            kind: QuoteKind::Direct,
            speaker,
            via: None,
            cue: None,
            same_group,
        };
        let last = self.last.as_ref();
        let voice = self.voice.as_ref();
        if let Some(voice) = voice.filter(|v| v.opens && v.paragraph + 1 >= marked.paragraph) {
            return Some(make(
                Some(speaker::plain(
                    &voice.source,
                    "the words before the colon announce it",
                )),
                false,
            ));
        }
        if let Some(last) = last.filter(|last| last.paragraph == marked.paragraph) {
            let between = voice.filter(|v| v.paragraph == marked.paragraph);
            let newer = between.filter(|v| self.after_last(v));
            if let Some(voice) = newer {
                return Some(make(
                    Some(speaker::plain(
                        &voice.source,
                        "the sentence before gives this speaker's word",
                    )),
                    false,
                ));
            }
            return Some(make(
                speaker::carried(last.speaker.as_ref(), "goes on from the quotation before"),
                true,
            ));
        }
        if let Some(voice) = voice.filter(|v| v.paragraph == marked.paragraph) {
            return Some(make(
                Some(speaker::plain(
                    &voice.source,
                    "the sentence before gives this speaker's word",
                )),
                false,
            ));
        }
        if let Some(voice) = voice.filter(|v| v.paragraph + 1 == marked.paragraph) {
            let source = Source {
                confidence: voice.source.confidence.min(70),
                ..voice.source
            };
            return Some(make(
                Some(speaker::plain(
                    &source,
                    "the paragraph before gives this speaker's word",
                )),
                false,
            ));
        }
        Some(make(None, false))
    }

    /// Whether a voice was heard after the last quote.
    fn after_last(&self, voice: &Voice) -> bool {
        self.quotes.last().is_none_or(|quote| {
            let quote_unit = self.reading.document.sentence_at(quote.span.end());
            let voice_unit = self
                .reading
                .document
                .sentence_at(voice.source.mention.start());
            voice.source.mention.start() > quote.span.end() && voice_unit > quote_unit
        })
    }
}
