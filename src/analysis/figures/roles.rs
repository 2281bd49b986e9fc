//! What is told of those counted: killed, injured, displaced, a cost, a rate.

mod behind;

use super::atoms::Atoms;
use super::draft::Draft;
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
    /// Gives each draft of a sentence its role.
    pub(super) fn assign(&self, drafts: &mut [Draft]) {
        for index in 0..drafts.len() {
            let role = self.role(drafts, index);
            if let Some(draft) = drafts.get_mut(index) {
                draft.role = draft.role.or(role);
            }
        }
        self.coordinate(drafts);
    }

    fn role(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        let draft = drafts.get(index)?;
        if draft.votes {
            return Some(Role::Votes);
        }
        if let Some(measure) = &draft.measure {
            return Some(match measure.kind {
                _ if measure.age => Role::Age,
                _ if measure.rate => Role::Rate,
                UnitKind::Percent | UnitKind::Point => Role::Share,
                UnitKind::Money | UnitKind::Pounds => Role::Cost,
                UnitKind::Time => Role::Duration,
                UnitKind::Measure if AREAS.contains(&measure.name) => {
                    return self.told(drafts, index);
                }
                UnitKind::Measure | UnitKind::Count => return None,
            });
        }
        if draft.numeral.form == Form::Fraction && draft.numeral.low < 1.0 {
            return Some(Role::Share);
        }
        let told = self.told(drafts, index);
        told.or(draft.per.map(|_| Role::Rate))
    }

    /// The role of a plain count.
    fn told(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        let draft = &drafts[index];
        let from = index.checked_sub(1).map_or(0, |before| drafts[before].tail);
        let until = self.until(drafts, index);
        let noun = self.noun_role(draft);
        if is_whole(drafts, index) {
            let role = noun.or_else(|| self.described(draft.tail));
            return role.map(|role| self.of_things(draft, role));
        }
        let before = self.before(draft, from);
        let after = self
            .after(draft, until)
            .filter(|_| index == 0 || !self.is_placed(draft.head));
        let role = match (noun, before, after) {
            // "two of the wounded later died"
            (Some(Role::Injured | Role::Missing | Role::Trapped), _, Some(after))
                if self.atoms.is(draft.numeral.end, "of") =>
            {
                Some(after)
            }
            (Some(noun), before, after) => Self::of_noun(noun, before, after),
            (None, Some(before), _) => Some(before),
            (None, None, Some(after)) => Some(after),
            (None, None, None) => self
                .toll(draft, from)
                .or_else(|| self.among(draft, from))
                .or_else(|| self.of_those(draft))
                .or_else(|| self.headed(draft)),
        };
        role.map(|role| self.of_things(draft, role))
    }

    /// Where the next figure begins that does not stand in brackets.
    fn until(&self, drafts: &[Draft], index: usize) -> usize {
        let tail = drafts[index].tail;
        let aged = |next: &&Draft| next.measure.as_ref().is_some_and(|measure| measure.age);
        let later = drafts
            .iter()
            .skip(index + 1)
            .take(4)
            .filter(|next| !aged(next) && next.head >= tail);
        let next = later
            .map(|next| next.head)
            .find(|&head| !self.is_aside_figure(tail, head));
        next.unwrap_or(self.atoms.len())
    }

    /// Whether a figure stands in brackets, or gives the same in another measure: "900 families, or 4,000 people,".
    fn is_aside_figure(&self, tail: usize, head: usize) -> bool {
        let Some(before) = head.checked_sub(1) else {
            return false;
        };
        let opened = (tail..head).rev().take(6).find_map(|at| {
            self.atoms
                .mark(at)
                .filter(|mark| matches!(mark, '(' | ')' | '[' | ']'))
        });
        let or = self.atoms.is(before, "or") && before > 0 && self.atoms.is_mark(before - 1, ',');
        let comma = (tail..head)
            .rev()
            .take(12)
            .find(|&at| self.atoms.is_mark(at, ','));
        let including = comma.is_some_and(|comma| self.atoms.has(comma + 1, Flag::Subset));
        let dashed = self.is_dash(tail)
            && (head..head + 12)
                .take_while(|&at| !self.atoms.is_mark(at, '.'))
                .any(|at| self.is_dash(at));
        matches!(opened, Some('(' | '[')) || or || including || dashed || self.is_placed(head)
    }

    /// A dash that opens or closes an aside: "nine people — six men and three women — died".
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let next = at + 1;
        matches!(self.atoms.mark(at), Some('—' | '–'))
            || self.atoms.is_mark(at, '-')
                && (self.atoms.is_mark(next, '-') || self.atoms.gap(at) && self.atoms.gap(next))
    }

    /// "in 14 districts": a number of places, that tells nothing of those counted before it.
    fn is_placed(&self, head: usize) -> bool {
        head > 0
            && self.atoms.is_any(
                head - 1,
                &["in", "across", "from", "at", "near", "on", "within"],
            )
    }

    /// "Houses destroyed: 146": a heading and its number.
    fn headed(&self, draft: &Draft) -> Option<Role> {
        let mark = draft
            .head
            .checked_sub(1)
            .filter(|&mark| self.atoms.is_mark(mark, ':') && mark < 8)?;
        (0..mark).find_map(|at| {
            self.atoms
                .word(at)
                .after
                .or(self.atoms.word(at).noun)
                .or(self.atoms.word(at).before)
        })
    }

    /// A noun such as "deaths" says it all; "casualties" and "bodies" leave room for another word.
    fn of_noun(noun: Role, before: Option<Role>, after: Option<Role>) -> Option<Role> {
        match noun {
            Role::Detained | Role::Displaced => after.or(before).or(Some(noun)),
            _ => Some(noun),
        }
    }

    /// Things are destroyed where people are killed.
    fn of_things(&self, draft: &Draft, role: Role) -> Role {
        let thing = draft
            .noun
            .is_some_and(|noun| self.atoms.has(noun.end - 1, Flag::Thing));
        let carried = |at: usize| self.atoms.is_any(at, &["swept", "washed"]);
        let swept = (draft.head.saturating_sub(3)..draft.head).any(carried)
            || (draft.tail..draft.tail + 8).any(carried);
        match role {
            Role::Killed | Role::Injured | Role::Missing if thing => Role::Destroyed,
            Role::Destroyed if !thing && self.atoms.has_near(draft.tail, "buried") => Role::Trapped,
            Role::Destroyed if !thing && swept => Role::Missing,
            role => role,
        }
    }

    /// The role that lies in the noun phrase: "31 deaths", "12 injured people".
    fn noun_role(&self, draft: &Draft) -> Option<Role> {
        let noun = draft.noun?;
        if let Some(role) = self.atoms.word(noun.end - 1).noun {
            return Some(role);
        }
        let of = self.atoms.is(noun.end, "of");
        let described = (noun.first..noun.end - 1).find_map(|at| {
            let word = self.atoms.word(at);
            word.after
                .filter(|_| !self.atoms.is_joint(at + 1) && !word.is(Flag::Thing))
        });
        described.filter(|_| !of || noun.plural)
    }

    /// A word in front that reaches the number: "killing at least 31", "the deaths of 12".
    fn before(&self, draft: &Draft, from: usize) -> Option<Role> {
        let mut at = draft.head;
        for _ in 0..7 {
            let before = at.checked_sub(1).filter(|&before| before >= from)?;
            let word = self.atoms.word(before);
            if let Some(role) = word.before {
                let with = role == Role::Destroyed
                    && (before..draft.head).any(|at| self.atoms.is(at, "with"));
                return if with {
                    self.inside(draft)
                } else {
                    self.accept_before(before, role)
                };
            }
            if !self.is_light(before) {
                return None;
            }
            at = before;
        }
        None
    }

    /// "collapsed with 48 workers inside": those inside can not leave.
    fn inside(&self, draft: &Draft) -> Option<Role> {
        self.atoms
            .is_any(draft.tail, &["inside", "below", "underground"])
            .then_some(Role::Trapped)
    }

    /// Some words carry a role only in one sense.
    fn accept_before(&self, at: usize, role: Role) -> Option<Role> {
        let word = |words: &[&str]| self.atoms.is_any(at, words);
        let next = |words: &[&str]| self.atoms.is_any(at + 1, words);
        if word(&["swept", "washed"]) {
            return next(&["away", "off"]).then_some(role);
        }
        if word(&["gunned", "mowed", "hacked"]) {
            return next(&["down", "to"]).then_some(role);
        }
        if word(&["cut"]) {
            return next(&["off"]).then_some(role);
        }
        // "the avalanche buried 17 skiers", not "we buried our dead"
        let slide = |at: usize| self.atoms.has(at, Flag::Slide);
        if word(&["buried", "burying"]) && (at.saturating_sub(6)..at).any(slide) {
            return Some(Role::Trapped);
        }
        if word(&["shot"]) {
            let down = next(&["down"]);
            return Some(if down { Role::Destroyed } else { role });
        }
        let was = at > 0
            && self
                .atoms
                .is_any(at - 1, &["was", "were", "been", "be", "is", "are", "being"]);
        if word(&[
            "lost", "lose", "loses", "losing", "claims", "claim", "claimed", "claiming", "loss",
        ]) {
            let near = at + 1..at + 8;
            let lives = near
                .clone()
                .any(|at| self.atoms.is_any(at, &["lives", "life"]));
            let own = !word(&["claims", "claim", "claimed", "claiming"])
                && near
                    .take_while(|&at| self.atoms.mark(at).is_none())
                    .any(|at| self.atoms.has(at, Flag::Fighter) || self.atoms.has(at, Flag::Thing));
            return (lives || own).then_some(role);
        }
        if word(&["remains", "toll"])
            || was && word(&["killed", "died", "injured", "wounded", "hurt", "dead"])
        {
            return None;
        }
        Some(role)
    }

    /// Words that stand between a verb and its number.
    fn is_light(&self, at: usize) -> bool {
        matches!(self.atoms.mark(at), Some('[' | '"' | '“' | '”'))
            || self.atoms.has(at, Flag::Adverb)
            || self.atoms.has(at, Flag::Light)
    }

    /// "killed the mayor and two guards": the number is the last of a list behind the word.
    fn listed(&self, draft: &Draft, from: usize) -> Option<Role> {
        let mut link = draft.head.checked_sub(1)?;
        while link > 0
            && self.atoms.is_any(
                link,
                &["the", "other", "another", "their", "his", "her", "its"],
            )
        {
            link -= 1;
        }
        let with = self.atoms.is(link, "with");
        let linked = self.atoms.is_mark(link, ',')
            || self.atoms.is_any(link, &["and", "with", "plus"])
            || self.atoms.is(link, "as") && self.atoms.is_any(link.wrapping_sub(1), &["well"]);
        if !linked {
            return None;
        }
        for at in (from.max(link.saturating_sub(REACH))..link).rev() {
            let word = self.atoms.word(at);
            if let Some(role) = word.before.filter(|_| !self.atoms.has(at, Flag::Toll)) {
                let after_was = !with && at > 0 && self.atoms.has(at - 1, Flag::Auxiliary);
                let taken = if with {
                    Some(role)
                } else {
                    self.accept_before(at, role)
                };
                return taken.filter(|_| role <= Role::Sick && !after_was);
            }
            let ends = word.is(Flag::Verb)
                || word.is(Flag::Boundary)
                || self
                    .atoms
                    .mark(at)
                    .is_some_and(|mark| matches!(mark, ';' | ':' | '.'));
            if ends && word.after.is_none() {
                return None;
            }
        }
        None
    }

    /// "the dead include seven children", "among the injured were two girls".
    fn among(&self, draft: &Draft, from: usize) -> Option<Role> {
        let verb = draft.head.checked_sub(1).filter(|&at| at >= from)?;
        if !self.atoms.is_any(
            verb,
            &[
                "are", "were", "is", "was", "include", "includes", "included",
            ],
        ) {
            return None;
        }
        let from = from.max(verb.saturating_sub(3));
        (from..verb).rev().find_map(|at| {
            let word = self.atoms.word(at);
            let led = at > 0 && self.atoms.is_any(at - 1, &["the", "those"]);
            word.noun.or(word.after).filter(|_| led)
        })
    }

    /// "four students hurt when", and not "four students died when".
    fn described(&self, at: usize) -> Option<Role> {
        let word = self.atoms.word(at);
        let active = self.atoms.is(at, "drowned") || word.before.is_none();
        word.after.filter(|_| !active)
    }

    /// "Of those killed, 1,800 were women", "The dead included the driver and three pupils": what the
    /// sentence sets out from.
    fn of_those(&self, draft: &Draft) -> Option<Role> {
        let the = |at: usize| self.atoms.is_any(at, &["the", "those"]);
        let of = self.atoms.is(0, "of") && the(1);
        let comma = (3..draft.head.min(12)).any(|at| self.atoms.is_mark(at, ','));
        let at = 1 + usize::from(self.atoms.is_any(0, &["of", "among"]));
        let listed = the(at - 1)
            && self.atoms.is_any(
                at + 1,
                &[
                    "include",
                    "includes",
                    "included",
                    "including",
                    "were",
                    "are",
                    "was",
                ],
            );
        let word = self.atoms.word(at);
        let role = word.noun.or(word.after.filter(|_| word.before.is_some()));
        role.filter(|_| of && comma || listed && !of)
    }

    /// "the death toll rose to 31", "the number of missing stands at 12".
    fn toll(&self, draft: &Draft, from: usize) -> Option<Role> {
        let from = from.min(draft.head).max(draft.head.saturating_sub(18));
        let toll = (from..draft.head).rev().find(|&at| {
            self.atoms.has(at, Flag::Toll) && !self.atoms.is_any(at, &["total"])
                || self.atoms.is_any(at, &["total"]) && self.atoms.is(at + 1, "number")
        })?;
        if draft.noun.is_some()
            && self.atoms.word(toll).before.is_none()
            && !self.names_people(draft)
        {
            return None;
        }
        let near = (toll.saturating_sub(2)..toll)
            .rev()
            .chain(toll + 1..(toll + 6).min(draft.head));
        let named = near
            .filter(|&at| !self.atoms.has(at, Flag::Setter))
            .find_map(|at| self.atoms.word(at).noun.or(self.atoms.word(at).after));
        let victims = draft
            .noun
            .is_some_and(|noun| self.atoms.is(noun.end - 1, "victims"));
        named
            .or(self.atoms.word(toll).before)
            .or(victims.then_some(Role::Killed))
    }

    fn names_people(&self, draft: &Draft) -> bool {
        draft.noun.is_none_or(|noun| {
            self.atoms
                .is_any(noun.end - 1, &["people", "persons", "victims", "person"])
        })
    }

    /// "12 soldiers and three civilians were killed", "killed 12 soldiers and three civilians".
    fn coordinate(&self, drafts: &mut [Draft]) {
        for index in (0..drafts.len().saturating_sub(1)).rev() {
            let (one, other) = (&drafts[index], &drafts[index + 1]);
            if one.role.is_none()
                && one.is_count()
                && other.is_count()
                && self.is_linked(one.tail, other.head)
            {
                drafts[index].role = other
                    .role
                    .filter(|&role| role <= Role::Destroyed)
                    .map(|role| self.of_things(&drafts[index], role));
            }
        }
        for index in 0..drafts.len() {
            let from = index.checked_sub(1).map_or(0, |before| drafts[before].tail);
            if drafts[index].role.is_none()
                && drafts[index].is_count()
                && drafts[index].per.is_none()
            {
                drafts[index].role = self
                    .listed(&drafts[index], from)
                    .map(|role| self.of_things(&drafts[index], role));
            }
        }
        for index in 1..drafts.len() {
            let (one, other) = (&drafts[index - 1], &drafts[index]);
            let linked = self.is_linked(one.tail, other.head)
                || other.elliptic
                    && other.part_of.is_none()
                    && !is_told_more(self.atoms, other.tail);
            let victims = other
                .noun
                .is_some_and(|noun| self.atoms.is_any(noun.end - 1, &["victims", "casualties"]));
            let linked = linked || victims && self.atoms.is(other.numeral.end, "of");
            if other.role.is_none() && other.is_count() && one.is_count() && linked {
                drafts[index].role = one
                    .role
                    .filter(|&role| role <= Role::Destroyed)
                    .map(|role| self.of_things(&drafts[index], role));
            }
            if drafts[index].role.is_none()
                && drafts[index].is_count()
                && let Some(whole) = drafts[index].part_of
            {
                drafts[index].role = drafts.get(whole).and_then(|whole| whole.role);
            }
        }
    }

    /// Whether only "and", commas and the like stand between two figures.
    fn is_linked(&self, from: usize, until: usize) -> bool {
        until >= from
            && until - from <= 4
            && until > from
            && (from..until).all(|at| {
                matches!(self.atoms.mark(at), Some(',' | '(' | '['))
                    || self.atoms.is_any(
                        at,
                        &[
                            "and", "or", "plus", "as", "well", "along", "the", "their", "another",
                            "also", "his", "her", "its",
                        ],
                    )
                    || self.atoms.is(at, "with")
                        && at > 0
                        && self.atoms.is_any(at - 1, &["along", "together"])
            })
    }
}

/// "21 of the 90 migrants survived": what is told is told of the part.
fn is_whole(drafts: &[Draft], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| drafts.get(before));
    before.is_some_and(|part| {
        drafts[index].head < part.tail
            && part.measure.is_none()
            && part.numeral.end < drafts[index].head
    })
}

/// Whether the sentence tells something else of those counted: "63 were still in the hills",
/// "three escaped", and not who they were: "six were from one family".
pub(super) fn is_told_more(atoms: &Atoms<'_>, tail: usize) -> bool {
    let verb = atoms.has(tail, Flag::Verb) && atoms.word(tail).after.is_none();
    verb || atoms.is_any(
        tail,
        &[
            "were", "was", "are", "have", "had", "will", "has", "is", "still",
        ],
    ) && !atoms.has(tail + 1, Flag::Told)
}
