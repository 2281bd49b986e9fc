//! What ties figures to each other and to those who claim them.

mod amount;
mod groups;
mod illness;
mod later;
mod near;
mod parts;
mod periods;
mod referred;
mod victims;
mod voices;

pub(super) use self::near::is_governed;
pub(super) use self::referred::is_of_others;

use chrono::NaiveDate;

use super::atoms::Atoms;
use super::changes::is_toll;
use super::claimants;
use super::dates;
use super::draft::Draft;
use super::nouns;
use super::roles::is_told_more;
use super::tables::{Flag, Tables};
use crate::analysis::attribution::Attribution;
use crate::analysis::listed::Listed;
use crate::analysis::people::People;
use crate::analysis::reading::Reading;
use crate::briefing::{Claimant, Figure, Quote, Role};
use crate::document::{Sentence, Span};
use crate::language::Class;

/// The figures of an article so far.
pub(super) struct Links<'a> {
    reading: &'a Reading<'a>,
    people: &'a People,
    published: Option<NaiveDate>,
    figures: Vec<Figure>,
    /// The figures of "26 of them children", with what they are.
    apposed: Vec<(usize, Span)>,
    /// The past event that the paragraph last spoke of.
    event: Option<(usize, Span)>,
}

impl<'a> Links<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, people: &'a People) -> Self {
        let published = reading.document.article().published.as_ref();
        Self {
            reading,
            people,
            published: published.and_then(|published| published.date),
            figures: Vec::with_capacity(reading.document.sentences().len()),
            apposed: Vec::new(),
            event: None,
        }
    }

    /// Adds the drafts of a sentence.
    pub(super) fn add(&mut self, atoms: &Atoms<'_>, drafts: &[Draft], sentence: &Sentence) {
        let own = dates::past_event(atoms, self.published);
        if let Some(event) = &own {
            self.event = Some((sentence.paragraph, event.span));
        } else if self.event.is_some() && !dates::goes_on(atoms) {
            self.event = None;
        }
        let event = self
            .event
            .filter(|&(paragraph, _)| paragraph == sentence.paragraph)
            .map(|(_, event)| event);
        if own.as_ref().is_some_and(|own| !own.lasts) {
            self.event = None;
        }
        if drafts.is_empty() {
            return;
        }
        let days = dates::named(atoms, self.published);
        let base = self.figures.len();
        let mut places = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let mut figure = self.figure(atoms, draft, base, &places);
            let told = own
                .as_ref()
                .is_none_or(|own| own.reaches(draft.numeral.first));
            figure.event = event.filter(|_| told);
            figure.as_of = dates::closest(&days, atoms, draft.numeral.first);
            figure.claimed_by = self.teller(atoms, draft);
            let whole = figure.part_of;
            figure.part_of = whole.or_else(|| self.whole_before(atoms, draft, &figure));
            if draft.former && !self.replace(&mut figure, base) {
                places.push(self.figures.len().saturating_sub(1));
                continue;
            }
            let clear = self
                .figures
                .last()
                .is_none_or(|last| last.span.end() <= figure.span.start());
            if clear {
                let kind = groups::apposed(atoms, draft);
                self.apposed
                    .extend(kind.map(|kind| (self.figures.len(), kind)));
                self.figures.push(figure);
            }
            places.push(self.figures.len() - 1);
        }
    }

    /// Makes a figure what the one before was earlier; whether that is a toll of the same sentence, whose
    /// earlier value is worth keeping.
    fn replace(&self, figure: &mut Figure, base: usize) -> bool {
        let Some(now) = self.figures.get(base..).and_then(<[Figure]>::last) else {
            return false;
        };
        figure.role = now.role;
        figure.counted = figure.counted.or(now.counted);
        figure.unit = figure.unit.take().or_else(|| now.unit.clone());
        figure.superseded_by = Some(self.figures.len() - 1);
        is_toll(now.role) || figure.unit.is_none() || figure.counted.is_some()
    }

    fn figure(&self, atoms: &Atoms<'_>, draft: &Draft, base: usize, places: &[usize]) -> Figure {
        let own = draft
            .noun
            .map(|noun| atoms.span(noun.first).join(atoms.span(noun.end - 1)));
        let part_of = draft.part_of.and_then(|part| places.get(part).copied());
        let before = self.referred(atoms, draft, base, part_of);
        let others = own.is_none_or(|span| {
            self.reading
                .document
                .slice(span)
                .eq_ignore_ascii_case("others")
        });
        // "among the 44 killed": all of them, whoever was counted before
        let whole =
            draft.head > 1 && atoms.is(draft.head - 1, "the") && atoms.is(draft.head - 2, "among");
        let other_toll = |before: &Figure| draft.role.is_some_and(|role| role != before.role);
        // "17 people died, three children among them, and 54 were hurt": 54 people
        let counter = before.map(|before| {
            let whole = before
                .part_of
                .filter(|_| part_of.is_none() && other_toll(before));
            whole
                .and_then(|whole| self.figures.get(whole))
                .unwrap_or(before)
        });
        let inherited = counter
            .filter(|before| {
                // "thousands of homes fell. The toll rose to 612": no homes
                draft.elliptic
                    && !(before.role == Role::Destroyed && other_toll(before))
                    && !whole
                    && draft.is_count()
                    && draft.role != Some(Role::Rate)
                    && !nouns::is_aboard(atoms, draft.tail)
                    && !nouns::is_of_parent(atoms, draft.head)
                    && draft.numeral.low.fract() == 0.0
                    && others
                    && is_toll(before.role)
            })
            .and_then(|before| before.counted)
            .filter(|&noun| {
                // of "213 deaths", none of the sick
                let own = draft
                    .role
                    .filter(|&role| Some(role) != self.noun_role(noun));
                let fits = own.is_none() || self.noun_role(noun).is_none();
                fits && !groups::is_group(self.reading.document.slice(noun))
            });
        let noun = groups::of_these(atoms, draft).or(inherited).or(own);
        Figure {
            span: amount::span(atoms, draft),
            value: amount::value(draft),
            unit: amount::unit(self.reading, draft, noun),
            unit_words: amount::unit_words(atoms, draft),
            counted: groups::hurt(atoms, draft).or(noun),
            role: self.role(atoms, draft, places, (before, inherited)),
            qualifier: draft.qualifier,
            change: draft.change,
            negated: draft.negated,
            part_of,
            claimed_by: None,
            as_of: None,
            superseded_by: None,
            event: None,
        }
    }

    /// The role of a figure: its own, or that of the figure `before`, whose noun it may have inherited.
    fn role(
        &self,
        atoms: &Atoms<'_>,
        draft: &Draft,
        places: &[usize],
        (before, inherited): (Option<&Figure>, Option<Span>),
    ) -> Role {
        // "fourteen of the victims were children": where there were dead
        let names_victims = draft
            .noun
            .is_some_and(|noun| atoms.is(noun.end - 1, "victims"));
        let of_dead = groups::is_of_dead(atoms, draft).then_some(Role::Killed);
        of_dead
            .or_else(|| self.treated(atoms, draft, places))
            .or_else(|| self.identified(atoms, draft))
            .or_else(|| self.went_home(atoms, draft))
            .or_else(|| self.freed(draft))
            .or(draft.role)
            .or_else(|| {
                let set_out = victims::has_set_out(atoms, draft.tail);
                self.noun_role(inherited.filter(|_| !set_out)?)
            })
            .or_else(|| {
                let victims = names_victims || victims::says_who_victims_were(atoms, draft);
                Some(victims.then(|| self.dead()).flatten()?.role)
            })
            .or_else(|| self.of_whole(atoms, draft, places))
            .or_else(|| self.included(atoms, draft))
            .or_else(|| self.named(atoms, draft))
            .or_else(|| self.same(atoms, draft).map(|same| same.role))
            .or_else(|| self.repeated(atoms, draft))
            .or_else(|| self.taken(atoms, draft))
            .or_else(|| self.cases(atoms, draft))
            .or_else(|| self.rest(atoms, draft))
            .or_else(|| referred::stays(atoms, draft, before))
            .or_else(|| referred::excepted(atoms, draft, before))
            .unwrap_or_else(|| fallback(draft, before, atoms))
    }

    /// The role that the noun of a figure before tells: "fewer than 20,000 (of the refugees) have arrived".
    fn noun_role(&self, noun: Span) -> Option<Role> {
        let last = self.reading.document.slice(noun).rsplit(' ').next()?;
        Tables::english().word(last).noun
    }

    /// Who "raised its toll to 48": the subject of a verb that sets a toll.
    fn teller(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Claimant> {
        let held = atoms.held.words;
        if !held.is(Flag::Toll) || !held.is(Flag::Setter) {
            return None;
        }
        let toll = (draft.head.saturating_sub(10)..draft.head)
            .rev()
            .find(|&at| atoms.has(at, Flag::Toll))?;
        let verb = (toll.saturating_sub(4)..toll)
            .rev()
            .find(|&at| atoms.has(at, Flag::Setter))?;
        if (verb..draft.head).any(|at| atoms.is_mark(at, ';')) {
            return None;
        }
        let start = atoms.span(verb).start();
        let after = self
            .people
            .mentions
            .partition_point(|mention| mention.span.start() < start);
        let mention = self.people.mentions[..after]
            .iter()
            .rev()
            .take(3)
            .find(|mention| {
                // "Authorities in Valdemora cut the number": not the place
                let before = mention.first_token.wrapping_sub(1);
                let place = self.reading.has(before, Class::Preposition)
                    // "Rebels who hold the north put": nor what they hold
                    || (before.saturating_sub(2)..=before).any(|at| self.reading.is(at, "who"));
                mention.span.end() <= start && !mention.owner && !place
            })?;
        let between = self
            .reading
            .document
            .slice(Span::new(mention.span.end(), start));
        if between.len() > 24 || between.contains([',', ';', '.', '”', '"']) {
            return None;
        }
        let name = mention
            .entity
            .and_then(|entity| self.people.entities.get(entity))
            .map_or(mention.span, |entity| entity.name);
        Some(Claimant {
            name,
            mention: mention.span,
            known: true,
        })
    }

    /// Counts "26 of them children" as children, once no figure behind can take them for its own.
    fn say_of_which_kind(&mut self) {
        for &(at, kind) in &self.apposed {
            if let Some(figure) = self.figures.get_mut(at) {
                figure.counted = Some(kind);
                figure.unit = Some(amount::unit_of(self.reading.document.slice(kind)));
                // "400 cases, 12 of them deaths"
                let told = self.reading.document.slice(kind).rsplit(' ').next();
                let role = told.and_then(|last| Tables::english().word(last).noun);
                figure.role = role.unwrap_or(figure.role);
            }
        }
    }

    /// The figures, with who claims them and what replaced them.
    pub(super) fn finish(mut self, attributions: &[Attribution], quotes: &[Quote]) -> Vec<Figure> {
        let claimants = claimants::Claimants {
            reading: self.reading,
            people: self.people,
            quotes,
        };
        claimants.name(&mut self.figures, attributions);
        voices::share_claimant(&mut self.figures, self.reading);
        voices::part_nouns(&mut self.figures, self.reading);
        periods::set_apart(&mut self.figures, self.reading);
        later::supersede(&mut self.figures, self.reading);
        later::tie_parts(&mut self.figures, self.reading);
        later::tie_sums(&mut self.figures, self.reading);
        self.say_of_which_kind();
        self.figures
    }
}

/// The role where the sentence tells none.
/// "the bus had 36 seats", "more than its 36 seats": no seats that are voted for.
fn is_seated(atoms: &Atoms<'_>, head: usize) -> bool {
    const CARRIERS: Listed = Listed::of(&[
        "bus",
        "coach",
        "minibus",
        "van",
        "plane",
        "aircraft",
        "boat",
        "ferry",
        "stadium",
        "hall",
        "train",
        "carriage",
        "jet",
        "theatre",
        "cinema",
        "passengers",
    ]);
    (head.saturating_sub(8)..head).any(|at| atoms.is_listed(at, &CARRIERS))
}

fn fallback(draft: &Draft, before: Option<&Figure>, atoms: &Atoms<'_>) -> Role {
    let ballot = draft
        .noun
        .is_some_and(|noun| atoms.has(noun.end - 1, Flag::Ballot))
        && !is_seated(atoms, draft.head);
    let toll = before
        .map(|before| before.role)
        .filter(|&role| is_toll(role));
    let told_more = referred::is_apart(atoms, draft.head) || is_told_more(atoms, draft.tail);
    let whole = draft.numeral.low.fract() == 0.0;
    // "19 of them in one building"
    let placed = draft.head > 0
        && draft.noun.is_some()
        && atoms.is_any(draft.head - 1, &["in", "at", "on", "near"]);
    // "a first count of 60 was later raised to 418"
    let counted = draft.head > 1
        && draft.noun.is_none()
        && atoms.is(draft.head - 1, "of")
        && atoms.is_any(draft.head - 2, &["count", "toll", "tally", "estimate"]);
    let told_more = told_more && !counted || placed;
    match toll {
        _ if ballot => Role::Votes,
        // nobody counts 5.7 people
        Some(role) if draft.elliptic && draft.is_count() && !told_more && whole => role,
        _ => Role::Other,
    }
}
