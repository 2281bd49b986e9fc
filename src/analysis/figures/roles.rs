//! What is told of those counted: killed, injured, displaced, a cost, a rate.

mod along;
mod asides;
mod behind;
mod beside;
mod captives;
mod carriers;
mod compared;
mod coordinate;
mod denied;
mod done;
mod escapes;
mod frames;
mod front;
mod headings;
mod hurt;
mod idioms;
mod inverted;
mod lost;
mod matched;
mod meant;
mod morgues;
mod numbered;
mod otherwise;
mod relations;
mod senses;
mod shares;
mod sought;
mod things;
mod told;
mod tolls;
mod unharmed;
mod weigh;

pub(super) use self::denied::is_excepted;
pub(super) use self::relations::is_told_more;
use self::relations::is_whole;

use super::atoms::Atoms;
use super::draft::Draft;
use super::measure::is_heads;
use super::nouns;
use super::numerals::Form;
use super::tables::{Flag, UnitKind};
use crate::briefing::Role;

/// So far behind a noun something may still be told of it.
const REACH: usize = 20;

/// Land that can be destroyed.
const AREAS: &[&str] = &["hectare", "acre", "square kilometre", "square mile"];

pub(super) struct Roles<'a> {
    pub atoms: &'a Atoms<'a>,
}

impl Roles<'_> {
    /// Gives each draft of a sentence the role that is told of it.
    pub(super) fn assign(&self, drafts: &mut [Draft]) {
        for index in 0..drafts.len() {
            let role = self.role(drafts, index);
            if let Some(draft) = drafts.get_mut(index) {
                draft.role = draft.role.or(role);
            }
        }
    }

    /// Gives the drafts of a sentence the roles that they have from one another.
    pub(super) fn share(&self, drafts: &mut [Draft]) {
        self.coordinate(drafts);
        self.bring_totals(drafts);
        self.compare(drafts);
        self.part_differences(drafts);
        self.match_lists(drafts);
        self.add_up(drafts);
        self.part_of_whole(drafts);
        self.same_rate(drafts);
        for index in 1..drafts.len() {
            if drafts[index].former {
                drafts[index].role = drafts[index - 1].role;
            }
        }
    }

    fn role(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        let draft = drafts.get(index)?;
        if draft.votes {
            return Some(Role::Votes);
        }
        if let Some(measure) = &draft.measure {
            return Some(match measure.kind {
                _ if measure.age => Role::Age,
                // "the strike cost the economy $120 million a day"
                UnitKind::Money if self.is_of_costing(draft.head) => Role::Cost,
                _ if measure.rate => Role::Rate,
                UnitKind::Percent => self.of_percent(draft),
                UnitKind::Point => Role::Share,
                UnitKind::Money | UnitKind::Pounds => Role::Cost,
                // "children aged 6 to 59 months"
                UnitKind::Time if self.is_behind_aged(draft.head) => Role::Age,
                UnitKind::Time => Role::Duration,
                UnitKind::Measure if AREAS.contains(&measure.name) => {
                    return self.told(drafts, index);
                }
                UnitKind::Measure | UnitKind::Count => return draft.per.map(|_| Role::Rate),
            });
        }
        if draft.numeral.form == Form::Fraction && draft.numeral.low < 1.0 {
            return Some(Role::Share);
        }
        if draft.per.is_some_and(is_heads) {
            return Some(Role::Rate);
        }
        if self.is_of_the_dead(draft) || self.is_of_bodies(draft) {
            return Some(Role::Killed);
        }
        if let Some(role) = self.numbered(draft) {
            return Some(role);
        }
        let before = index.checked_sub(1).map(|before| &drafts[before]);
        if before.is_some_and(|before| self.is_paid_alike(before, draft)) {
            return Some(Role::Cost);
        }
        if self.is_size_of_one(draft) {
            return None;
        }
        if self.is_strength(draft) {
            return Some(Role::Other);
        }
        if let Some(role) = before
            .filter(|_| self.is_so_done(draft))
            .and_then(|it| it.role)
        {
            return Some(role);
        }
        if self.is_time(draft) {
            return Some(Role::Duration);
        }
        if self.is_majority(draft) {
            return Some(Role::Votes);
        }
        let told = self
            .behind_denied(drafts, index)
            .or_else(|| self.told(drafts, index));
        told.or(draft.per.map(|_| Role::Rate))
    }

    /// The role of a plain count.
    pub(super) fn told(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        let draft = &drafts[index];
        let from = index.checked_sub(1).map_or(0, |before| drafts[before].tail);
        let counted = self.behind_counts(&drafts[..index]);
        let until = self.until(drafts, index);
        let noun = self.noun_role(draft);
        if is_whole(self.atoms, drafts, index) {
            let role = noun
                .or_else(|| self.described(draft.tail))
                .or_else(|| self.of_clause(draft));
            return role.map(|role| self.of_things(draft, role));
        }
        if self.is_free(draft) {
            return Some(Role::Other);
        }
        if let Some(role) = self.by_place(drafts, index) {
            return Some(role);
        }
        let before = self.framed(draft).or_else(|| self.before(draft, from));
        let before = self.left_over(draft, before);
        let after = self.after(draft, until).filter(|_| {
            // "Shop fronts in two streets were shattered"
            let inside = || draft.head > 1 && nouns::is_plural(self.atoms, draft.head - 2);
            !self.is_of_others(draft) && (!self.is_placed(draft.head) || index == 0 && !inside())
        });
        // "all but eight were freed": of whom it is not true
        let except = is_excepted(self.atoms, draft.head);
        let after = self
            .counted_among(draft)
            .or(after)
            .map(|role| self.of_none(draft, role))
            .filter(|_| {
                !except
                    && !self.is_supplied(draft)
                    && !self.is_helped(draft)
                    && !self.is_room(draft)
            });
        let both = self.weigh(draft, noun, before, after);
        let role = match (noun, before, after) {
            _ if both.is_some() => both,
            (Some(noun), before, after) => Self::of_noun(noun, before, after),
            (None, Some(before), _) => Some(before),
            // "infections have reached 5,200 in the camps"
            (None, None, Some(Role::Displaced)) => {
                self.moved(draft, from).or(Some(Role::Displaced))
            }
            (None, None, Some(after)) => Some(after),
            (None, None, None) => self
                .toll(draft, counted)
                .or_else(|| self.moved(draft, from))
                .or_else(|| self.among(draft, from))
                .or_else(|| self.of_group(draft))
                .or_else(|| self.of_those(draft))
                .or_else(|| self.headed(draft))
                .or_else(|| self.in_morgue(draft))
                .or_else(|| self.in_hospital(draft))
                .or_else(|| self.underground(draft))
                .or_else(|| self.taken_prisoner(draft))
                .or_else(|| self.let_go(draft))
                .or_else(|| self.given_years(drafts, index)),
        };
        role.map(|role| self.of_the_ill(draft, self.of_things(draft, role)))
    }

    /// Behind the last number that parts a toll from what it is of: "the toll of a heat wave that has
    /// lasted for two weeks reached 164" is parted by no measure.
    fn behind_counts(&self, before: &[Draft]) -> usize {
        let parts = |draft: &&Draft| {
            draft.is_count() && !self.is_size_of_one(draft) && !self.is_what_it_was_of(draft)
        };
        let last = before.iter().rev().take(3).find(parts);
        last.map_or(0, |draft| draft.tail)
    }

    /// A noun such as "deaths" says it all; "casualties" and "bodies" leave room for another word.
    fn of_noun(noun: Role, before: Option<Role>, after: Option<Role>) -> Option<Role> {
        match noun {
            Role::Detained | Role::Displaced => {
                let freed = before
                    .filter(|role| matches!(role, Role::Released | Role::Rescued | Role::Killed));
                freed.or(after).or(before).or(Some(noun))
            }
            _ => Some(noun),
        }
    }

    /// The role that lies in the noun phrase: "31 deaths", "12 injured people".
    pub(super) fn noun_role(&self, draft: &Draft) -> Option<Role> {
        let noun = draft.noun?;
        if let Some(role) = self.atoms.word(noun.end - 1).noun {
            return Some(role).filter(|_| self.is_noun_in_sense(noun));
        }
        let of = self.atoms.is(noun.end, "of");
        let described = (noun.first..noun.end - 1).find_map(|at| {
            let word = self.atoms.word(at);
            word.after.filter(|_| {
                !self.atoms.is_joint(at + 1)
                    && !word.is(Flag::Thing)
                    && !self.is_of_what(at)
                    && !self.is_of_crime(at, noun.end - 1)
                    && !self.is_of_place(at, noun)
            })
        });
        described.filter(|_| !of || noun.plural)
    }

    /// A word in front that reaches the number: "killing at least 31", "the deaths of 12".
    fn before(&self, draft: &Draft, from: usize) -> Option<Role> {
        // "killed all but two": the verb stands before "all"
        let mut at = draft.head - denied::width(self.atoms, draft.head);
        for _ in 0..7 {
            let before = at.checked_sub(1).filter(|&before| before >= from)?;
            let word = self.atoms.word(before);
            // "put the number of houses swept away at 812"
            let put = self.atoms.is(before, "away") && self.atoms.is(before + 1, "at");
            if put && !self.atoms.is_any(before + 2, &["least", "most"]) {
                return None;
            }
            if let Some(owner) = self.behind_owner(before, from) {
                at = owner;
                continue;
            }
            if let Some(role) = self.done_to(before, draft) {
                return Some(role);
            }
            if let Some(role) = word
                .before
                .filter(|_| !self.atoms.is_joint(before.wrapping_sub(1)))
            {
                let with = role == Role::Destroyed
                    && (before..draft.head).any(|at| self.atoms.is(at, "with"));
                return if with {
                    self.inside(draft)
                } else {
                    self.accept_before(before, self.before_trial(before, role))
                };
            }
            // "searching for 20 others"
            if self.is_sought(before) && !self.is_hunted(draft) {
                return Some(Role::Missing);
            }
            // "a funeral was held for 29 members"
            let rites = &[
                "funeral", "funerals", "burial", "burials", "memorial", "vigil", "requiem",
                "mourning",
            ];
            if self.atoms.is(before, "for")
                && (before.saturating_sub(4)..before).any(|at| self.atoms.is_any(at, rites))
            {
                return Some(Role::Killed);
            }
            // "rescued by 250 firefighters", "reading a statement surrounded by nine officers": those who did it
            if self.is_doer(before) {
                return None;
            }
            // "kills an average of 300 people"
            if self.atoms.is(before, "average") && self.atoms.is(at, "of") {
                at = before;
                continue;
            }
            // "killing a family of six"
            let family = self.atoms.is_any(before, &["family", "families"]);
            if !self.is_light(before) && !family {
                return None;
            }
            at = before;
        }
        None
    }

    /// Words that stand between a verb and its number.
    pub(super) fn is_light(&self, at: usize) -> bool {
        matches!(self.atoms.mark(at), Some('[' | '"' | '“' | '”'))
            || self.atoms.has(at, Flag::Adverb)
            || self.atoms.has(at, Flag::Light)
    }
}
