//! Quotations and who said them.
//!
//! What stands in quotation marks is a quote when an attribution covers it, when it goes on from a
//! quote before, or when it is a whole utterance by itself; other marked words are terms, titles and
//! scare quotes. A speaker is named only when it is sure enough ([`SURE_ENOUGH`]).

mod bare;
mod covered;
mod form;
mod speaker;

use super::attribution::{Attribution, Item, Items, Source, Strength};
use super::people::{EntityKind, People};
use super::reading::Reading;
use crate::analysis::marks::Marked;
use crate::briefing::{Quote, QuoteKind, Speaker};
use crate::language::Class;

/// Below this confidence a speaker is unknown. On news articles with checked speakers those of 95
/// were right 97 times in 100, of 75 to 90 93 times, and of 60 to 70 79 times; of 50 is a pronoun that
/// stands for nobody known, which is shown as it is written.
pub(super) const SURE_ENOUGH: u8 = 50;

/// So many attributions of a sentence are looked at before a stretch, and so many behind it.
const MOST_BEFORE: usize = 30;
const MOST_AFTER: usize = 10;

/// All quotations, in the order of the text.
pub(super) fn find(items: &Items<'_>, attributions: &[Attribution]) -> Vec<Quote> {
    let (reading, people) = (items.reading, items.people);
    if reading.marked().is_empty() {
        return Vec::new();
    }
    let mut finder = Finder {
        reading,
        people,
        items,
        attributions,
        next: 0,
        next_marked: 0,
        quotes: Vec::new(),
        group: 0,
        last: None,
        voice: None,
        paragraph: 0,
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
    /// The first stretch that does not stand before it, in [`Items::marked`].
    next_marked: usize,
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

/// The attributions around a stretch: no reader looks further in one sentence.
fn near<'a>(own: &'a [Attribution], marked: &Marked) -> &'a [Attribution] {
    let at = own.partition_point(|a| a.cue.start() < marked.outer.start());
    let range = at.saturating_sub(MOST_BEFORE)..own.len().min(at + MOST_AFTER);
    own.get(range).unwrap_or_default()
}

/// Whether a speaker is named outside the words quoted, or by a tag at their very head: what is quoted
/// says of nobody that he speaks it.
fn is_outside(speaker: &Speaker, marked: &Marked) -> bool {
    let mention = speaker.mention;
    !mention.overlaps(marked.inner) || mention.start() == marked.inner.start()
}

/// Whether the words that say who spoke stand right after a stretch.
fn items_tagged(own: &[Attribution], marked: &Marked) -> bool {
    own.iter()
        .any(|a| a.before && a.strength == Strength::Speech && a.scope.contains(marked.outer))
}

impl Finder<'_> {
    fn unit(&mut self, unit: std::ops::Range<usize>) {
        let start = self.items.span(unit.start).start();
        let paragraphs = self.items.reading.document.paragraphs();
        let begun = |at: usize| paragraphs.get(at).is_some_and(|it| it.start() <= start);
        while begun(self.paragraph + 1) {
            self.paragraph += 1;
        }
        let end = self.items.span(unit.end.saturating_sub(1)).end();
        let skip = |a: &Attribution| a.cue.end() <= start;
        while self.attributions.get(self.next).is_some_and(skip) {
            self.next += 1;
        }
        let rest = self.attributions.get(self.next..).unwrap_or_default();
        let count = rest.iter().take_while(|a| a.cue.start() < end).count();
        let own = rest.get(..count).unwrap_or_default();
        self.next += count;
        let marked = self.items.marked();
        while let Some(&at) = marked.get(self.next_marked).filter(|&&at| at < unit.end) {
            self.next_marked += 1;
            if let Some(Item::Marked(marked)) = self.items.get(at) {
                self.stretch(&unit, at, marked, own);
            }
        }
        if self.may_be_asked() {
            self.remember_voice(&unit, own);
        }
    }

    /// Whether a stretch behind is near enough to ask whose word was given here: [`Self::carried`] goes back
    /// to the paragraph before.
    fn may_be_asked(&self) -> bool {
        let next = self.items.marked().get(self.next_marked);
        let Some(Item::Marked(next)) = next.and_then(|&at| self.items.get(at)) else {
            return false;
        };
        let next = self.reading.marked().get(next);
        next.is_some_and(|next| next.paragraph <= self.paragraph + 1)
    }

    fn remember_voice(&mut self, unit: &std::ops::Range<usize>, own: &[Attribution]) {
        let opens = self.items.is(unit.end.saturating_sub(1), ":");
        let spoken = own
            .iter()
            .rev()
            .take(20)
            .filter(|a| a.strength == Strength::Speech && a.source.is_some())
            .find(|a| !self.is_reported(a, own));
        let source = spoken.and_then(|a| a.source);
        let source =
            source.or_else(|| speaker::subject(self.items, unit).filter(|s| self.may_speak(s)));
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

    /// Whether an attribution stands in what another one says: "Ruiz said critics had warned".
    fn is_reported(&self, attribution: &Attribution, own: &[Attribution]) -> bool {
        let Some(source) = attribution.source else {
            return false;
        };
        let first = self.reading.document.tokens_in(source.mention).start;
        let tied = first.checked_sub(1).is_some_and(|before| {
            self.reading
                .is_any(before, &["and", "but", "as", "while", "after", ",", "who"])
        });
        let outer = |other: &Attribution| {
            !other.before
                && other.strength == Strength::Speech
                && other.source.is_some_and(|s| s.mention != source.mention)
                && other.scope.contains(attribution.cue)
        };
        !tied
            && !attribution.inherited
            && !attribution.before
            && own.iter().take(MOST_BEFORE).any(outer)
    }

    /// Whether who did something may be who speaks next: a person, not the weather.
    fn may_speak(&self, source: &Source) -> bool {
        let entity = source
            .entity
            .and_then(|entity| self.people.entities.get(entity));
        let dateline = self.reading.document.dateline();
        if dateline.is_some_and(|dateline| dateline.contains(source.mention)) {
            return false;
        }
        entity.is_some_and(|entity| match entity.kind {
            EntityKind::Person => true,
            EntityKind::Organisation | EntityKind::Place => {
                entity.name == source.name && source.mention.len() > 2
            }
            EntityKind::Unnamed => entity.head.is_some_and(|head| {
                self.reading.classes(head).has_any(&[
                    Class::Title,
                    Class::RoleNoun,
                    Class::GroupNoun,
                ])
            }),
        })
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
        let found = self.found(unit, at, marked, near(own, marked));
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
        let speaker = found.speaker.filter(|speaker| is_outside(speaker, marked));
        let speaker = speaker.filter(|speaker| !speaker::is_mute(self.reading, speaker));
        let speaker = speaker.map(|speaker| self.as_written(speaker));
        let speaker = speaker.filter(sure);
        if let Some(speaker) = &speaker {
            self.name_before(group, speaker);
        }
        self.quotes.push(Quote {
            span: marked.inner,
            kind: found.kind,
            group,
            speaker,
            via: found.via.filter(sure),
            cue: found.cue,
        });
    }

    /// Gives the paragraphs of a quotation that nobody was named for the speaker whom its last one names.
    fn name_before(&mut self, group: usize, speaker: &Speaker) {
        let earlier = self.quotes.iter_mut().rev();
        let earlier = earlier.take_while(|quote| quote.group == group && quote.speaker.is_none());
        for quote in earlier {
            quote.speaker = Some(speaker.clone());
        }
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
        let ends_open = goes_on.is_some_and(|it| it.speaker.is_none());
        let minor = marked.single && !self.singles;
        if let Some(mut found) = self.covered(unit, at, marked, own, &shape) {
            if minor && found.kind == QuoteKind::Partial {
                return None;
            }
            found.same_group |= ends_open;
            return Some(found);
        }
        if minor {
            return None;
        }
        if let Some(found) = self.tagged(unit, at, marked, &shape) {
            return Some(found);
        }
        if let Some(found) = bare::late(marked, own, &shape) {
            return Some(found);
        }
        if shape.whole {
            self.after_colon(unit, at)
                .or_else(|| self.carried(unit, at, marked))
        } else {
            None
        }
    }

    /// A pronoun that stands for nobody sure enough is the speaker itself, as the text has it.
    fn as_written(&self, speaker: Speaker) -> Speaker {
        let word = self.reading.document.slice(speaker.mention);
        let third = ["he", "she", "they", "it"]
            .iter()
            .any(|w| word.eq_ignore_ascii_case(w));
        if speaker.confidence >= SURE_ENOUGH || !third {
            return speaker;
        }
        let mut how = speaker.how;
        how.push("the article does not say whom the pronoun stands for");
        Speaker {
            name: speaker.mention,
            known: false,
            confidence: SURE_ENOUGH,
            how,
            ..speaker
        }
    }
}
