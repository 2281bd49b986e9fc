//! "The death toll rose to 31": a number that says of itself what it counts.

use super::super::draft::Draft;
use super::super::tables::Flag;
use super::Roles;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// What moves a toll and tells nothing of what it is of.
const MOVING: Listed = Listed::of(&[
    "gone", "taken", "brought", "pushed", "led", "carried", "pulled", "slashed", "cut",
]);

impl Roles<'_> {
    /// "the death toll rose to 31", "the number of missing stands at 12".
    pub(super) fn toll(&self, draft: &Draft, from: usize) -> Option<Role> {
        if let Some(role) = self.put_at(draft) {
            return Some(role);
        }
        self.atoms.held.words.is(Flag::Toll).then_some(())?;
        let floor = |far: usize| from.min(draft.head).max(draft.head.saturating_sub(far));
        let is_toll = |&at: &usize| {
            self.atoms.has(at, Flag::Toll) && !self.atoms.is_any(at, &["total"])
                || self.atoms.is_any(at, &["total"]) && self.atoms.is(at + 1, "number")
        };
        // "The number of miners who died when a disused shaft caved in has risen to ten"
        // "The death toll from the collapse of a block in the city of Masra was lowered to 13"
        // "was cut on Tuesday to 39"
        let day = draft.head > 3 && self.atoms.has(draft.head - 2, Flag::Weekday);
        let moved = draft.head.saturating_sub(if day { 4 } else { 2 });
        let risen = draft.head > 1
            && self.atoms.is(draft.head - 1, "to")
            && (self.atoms.has(moved, Flag::Up)
                || self.atoms.has(moved, Flag::Down)
                || self.atoms.has(moved, Flag::Setter));
        let far = if risen { 30 } else { 18 };
        let toll = (floor(far)..draft.head).rev().find(is_toll)?;
        // "unclear about the number of those who died, with the police sticking to their figure of seven"
        let further = || (floor(40)..toll).rev().find(is_toll);
        self.of_toll(draft, toll).or_else(|| {
            let bare = draft.noun.is_none() && self.atoms.is(draft.head - 1, "of");
            self.of_toll(draft, further().filter(|_| bare)?)
        })
    }

    /// "puts last year's deaths on the road at 118": what a number is put at.
    fn put_at(&self, draft: &Draft) -> Option<Role> {
        let whole = draft.noun.is_none() && draft.numeral.low.fract() == 0.0;
        let at = draft.head.checked_sub(1).filter(|_| whole)?;
        let at = at - usize::from(at > 0 && self.atoms.is(at, "between"));
        if !self.atoms.is_any(at, &["at", "as"]) {
            return None;
        }
        let puts = &["put", "puts", "putting", "estimated", "estimates", "gave"];
        let put = (at.saturating_sub(14)..at)
            .rev()
            .take_while(|&at| self.atoms.mark(at).is_none())
            .find(|&at| self.atoms.is_any(at, puts))?;
        let rubble = &["rubble", "debris", "mud", "snow", "ruins"];
        let under = (put + 1..at).any(|at| {
            self.atoms.is(at, "under") && (at + 1..at + 4).any(|at| self.atoms.is_any(at, rubble))
        });
        if under {
            return Some(Role::Trapped);
        }
        let role = (put + 1..at).find_map(|at| self.atoms.word(at).noun)?;
        (role <= Role::Sick).then_some(role)
    }

    /// What the count at an atom is of.
    fn of_toll(&self, draft: &Draft, toll: usize) -> Option<Role> {
        // "lowered the death count to 17 inmates"
        let of_dead = toll > 0 && self.atoms.is_any(toll - 1, &["death", "casualty", "body"]);
        if draft.noun.is_some()
            && self.atoms.word(toll).before.is_none()
            && !of_dead
            && !self.names_people(draft)
        {
            return None;
        }
        if self.is_what_it_was_of(draft) {
            return None;
        }
        let near = (toll.saturating_sub(2)..toll)
            .rev()
            .take_while(|&at| self.atoms.mark(at).is_none())
            .chain(toll + 1..(toll + 8).min(draft.head));
        let clause = (toll + 1..(toll + 7).min(draft.head)).find(|&at| self.atoms.is(at, "who"));
        let died = clause.and_then(|who| {
            (who + 1..(who + 6).min(draft.head)).find_map(|at| {
                let word = self.atoms.word(at).after;
                word.and_then(|role| self.accept_after(at, role))
            })
        });
        if died.is_some() {
            return died;
        }
        let mut roles = near
            .filter(|&at| {
                // "have taken the toll to 318"
                !self.atoms.has(at, Flag::Setter) && !self.atoms.is_listed(at, &MOVING)
            })
            .filter_map(|at| self.atoms.word(at).noun.or_else(|| self.told_at(at)));
        let named = match roles.next() {
            // "the number of refugees killed rose to 14"
            Some(of @ (Role::Displaced | Role::Detained)) => {
                roles.find(|&role| role != of).or(Some(of))
            }
            named => named,
        };
        if let Some(role) = self.of_swept(toll) {
            return Some(role);
        }
        // "the number of people shot dead rose to 14"
        let dead = (toll + 1..(toll + 8).min(draft.head)).any(|at| {
            self.atoms.is(at, "shot") && self.atoms.is(at + 1, "dead")
                || self.atoms.is(at, "to") && self.atoms.is(at + 1, "death")
        });
        let named = if dead { Some(Role::Killed) } else { named };
        // "the toll from Friday's collapse of a hotel": what took lives
        let cause = self.atoms.is(toll, "toll") && self.atoms.is(toll + 1, "from");
        let named = named.filter(|&role| !cause || role != Role::Destroyed);
        let victims = draft
            .noun
            .is_some_and(|noun| self.atoms.is(noun.end - 1, "victims"));
        // "the number of barns lost"
        let things = named == Some(Role::Missing)
            && (toll + 1..toll + 6)
                .any(|at| self.atoms.has(at, Flag::Thing) && self.atoms.is(at + 1, "lost"));
        if things {
            return Some(Role::Destroyed);
        }
        named
            .or(self.atoms.word(toll).before)
            .or(victims.then_some(Role::Killed))
    }

    /// "the number of houses swept away", and of people.
    fn of_swept(&self, toll: usize) -> Option<Role> {
        let gone = &["swept", "washed", "carried"];
        let verb = (toll + 2..toll + 7)
            .find(|&at| self.atoms.is_any(at, gone) && self.atoms.is(at + 1, "away"))?;
        let thing = self.atoms.has(verb - 1, Flag::Thing);
        Some(if thing {
            Role::Destroyed
        } else {
            Role::Missing
        })
    }

    /// "the toll from the collision of two trains": what it was of, and not how high it is.
    pub(super) fn is_what_it_was_of(&self, draft: &Draft) -> bool {
        self.is_thing(draft)
            && draft.head > 1
            && self
                .atoms
                .is_any(draft.head - 1, &["of", "between", "with"])
            && !self.atoms.has(draft.head - 2, Flag::Toll)
            && self.atoms.word(draft.head - 2).noun.is_none()
    }

    fn names_people(&self, draft: &Draft) -> bool {
        draft.noun.is_none_or(|noun| {
            self.atoms
                .is_any(noun.end - 1, &["people", "persons", "victims", "person"])
        })
    }
}
