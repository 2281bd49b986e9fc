//! Words behind a number that tell what happened to those counted.

use super::super::atoms::Kind;
use super::super::draft::Draft;
use super::super::nouns;
use super::super::tables::{Flag, Numeric};
use super::relations::is_identity;
use super::{REACH, Roles};
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    /// A word behind that tells what happened: "31 people were killed", "12 dead".
    pub(super) fn after(&self, draft: &Draft, until: usize) -> Option<Role> {
        if draft.noun.is_none() && is_identity(self.atoms, draft.tail) || self.is_kin_of(draft) {
            return None;
        }
        let mut at = draft.tail;
        let end = until.min(draft.tail + REACH);
        while at < end {
            let word = self.atoms.word(at);
            if self.atoms.mark(at).is_some() {
                // "seven others, lightly hurt, were bandaged"
                if let Some(role) = self.described_between(draft, at) {
                    return Some(role);
                }
                at = self.behind_mark(draft, at, end)?;
                continue;
            }
            // "two cousins aged 4 and 5 were killed"
            if self.atoms.is_any(at, &["aged", "ages"]) && self.atoms.is_digits(at + 1) {
                at = self.behind_ages(at + 1);
                continue;
            }
            // "32 children were among the bodies"
            if self.atoms.is(at, "among") && self.atoms.is_any(at + 1, &["the", "those"]) {
                let named = self.atoms.word(at + 2);
                let role = named.noun.or(named.after);
                if let Some(role) = role.filter(|&role| role <= Role::Missing) {
                    return Some(role);
                }
            }
            if let Some(role) = self.idiom_told(draft, at, end) {
                return Some(role);
            }
            // "in a burnt-out car"
            let told = || {
                word.after
                    .filter(|_| !self.atoms.is_joint(at + 1))
                    .filter(|_| !self.is_told_of_other(draft.tail, at))
            };
            if let Some(role) = told().and_then(|role| self.accept_after(at, role)) {
                // "twenty-three sites shelter 31,600 people": those who are in them
                if role == Role::Displaced && self.is_active_place(draft, at) {
                    return Some(Role::Other);
                }
                let died = self.and_died(at, role);
                let later = died.or_else(|| self.told_later(draft, at, end, role));
                return (!self.did_it(draft, at, role)).then_some(later.unwrap_or(role));
            }
            // "two wells in a village that was flooded": one thing, and not those counted
            if self.is_of_single(draft, at) {
                return None;
            }
            if self.is_end(at) && !self.is_had_by_both(draft, at) {
                // "were sent back to their families": a verb with its idiom
                if word.is(Flag::Verb)
                    && let Some(role) = self.idiom_after(at + 1)
                {
                    return Some(self.of_idiom(draft, at + 1, role));
                }
                let next = self.behind_relative(draft.tail, at, end);
                at = next.or_else(|| self.second_predicate(at, end))?;
                continue;
            }
            if let Some(role) = self.forced_from_home(draft, at) {
                return Some(role);
            }
            at += 1;
        }
        None
    }

    /// "two residents who refused to go were found dead": what the main clause tells behind a clause
    /// that says which are meant.
    fn behind_relative(&self, tail: usize, at: usize, end: usize) -> Option<usize> {
        const MAIN: Listed =
            Listed::of(&["were", "was", "have", "had", "has", "are", "remain", "died"]);
        // "all nine passengers aboard a plane that went down in the hills were killed"
        let vehicle = || {
            self.atoms.is_any(tail, &["aboard", "on", "in"])
                && self.atoms.is_any(tail + 1, &["a", "an", "the"])
                && (tail + 3..at).any(|at| self.atoms.is_any(at, &["that", "which"]))
        };
        let many = self.atoms.is_any(tail, &["who", "that"]);
        if !many && !vehicle() {
            return None;
        }
        let clause = (at + 1..end).take_while(|&at| {
            self.atoms.mark(at).is_none()
                && !self.atoms.has(at, Flag::Boundary)
                && !self
                    .atoms
                    .is_any(at, &["and", "who", "that", "which", "they"])
        });
        clause
            .into_iter()
            // what is told of one vehicle is told with "was"
            .find(|&at| self.atoms.is_listed(at, &MAIN) && (many || self.is_of_many(at)))
    }

    /// "nine countries fight fires that have burned": what a clause with "that" tells of another noun.
    pub(super) fn is_told_of_other(&self, tail: usize, at: usize) -> bool {
        let that = (tail + 1..at).rev().take(4).find(|&at| {
            !self.atoms.has(at, Flag::Auxiliary) || self.atoms.is_any(at, &["that", "which"])
        });
        // "could reach 20,000 given the districts destroyed"
        let beside = at > tail + 1
            && self.atoms.is_any(at - 2, &["the", "these", "those"])
            && nouns::is_plural(self.atoms, at - 1)
            && self.atoms.word(at - 1).noun.is_none();
        // "searching for the last missing person": it describes another noun
        // but "2 million internally displaced people"
        let describes = (tail..at).any(|at| !self.atoms.text(at).ends_with("ly"))
            && self.atoms.is_any(
                at,
                &["missing", "injured", "wounded", "stranded", "displaced"],
            )
            && (self.atoms.has(at + 1, Flag::People) || self.atoms.is(at + 1, "person"))
            && !self.atoms.has(at - 1, Flag::Auxiliary);
        beside
            || describes
            || self.is_of_vehicle(tail, at)
            || self.is_others(at)
            || that.is_some_and(|that| {
                let other = that - 1;
                self.atoms.is_any(that, &["that", "which"])
                    && (self.atoms.is_word(other) || self.atoms.barred(other))
                    && !self.atoms.has(other, Flag::Auxiliary)
                    && !self.atoms.has(other, Flag::Stop)
                    && !self.atoms.has(other, Flag::Verb)
            })
    }

    /// "were on a bus swept from a bridge": what is told of the thing that they were in.
    fn is_of_vehicle(&self, tail: usize, at: usize) -> bool {
        let article = |back: usize| {
            at.checked_sub(back)
                .is_some_and(|at| self.atoms.is_any(at, &["a", "an"]))
        };
        let noun = (2..4).find(|&back| article(back));
        let on = noun.and_then(|back| at.checked_sub(back + 1));
        on.is_some_and(|on| {
            on > tail
                && self.atoms.is_any(on, &["on", "in", "aboard", "inside"])
                && self.atoms.is_any(on - 1, &["were", "are", "was"])
                && !self.atoms.has(at - 1, Flag::Auxiliary)
                && self.atoms.is_word(at - 1)
                && self.atoms.word(at).before.is_some()
        })
    }

    /// "300 volunteers searched for the missing": a group of its own.
    fn is_others(&self, at: usize) -> bool {
        const GROUPS: Listed = Listed::of(&[
            "dead",
            "injured",
            "wounded",
            "missing",
            "displaced",
            "sick",
            "ill",
            "trapped",
            "homeless",
            "stranded",
            "infected",
            "detained",
            "arrested",
        ]);
        at > 1
            && self.atoms.is_any(at - 1, &["the", "those"])
            && self.atoms.is_listed(at, &GROUPS)
            && !self.atoms.is_any(at - 2, &["among", "of", "were", "are"])
    }

    /// The atom to go on from behind a mark; `None` where the clause ends.
    fn behind_mark(&self, draft: &Draft, at: usize, end: usize) -> Option<usize> {
        // "from the army and the anti-government militias"
        if self.atoms.is_joint(at) && self.atoms.is_word(at + 1) {
            return Some(at + 2);
        }
        if self.is_dash(at) {
            let double = usize::from(self.atoms.is_mark(at + 1, '-'));
            let close = (at + 1 + double..end).find(|&at| self.is_dash(at))?;
            return Some(close + 1);
        }
        match self.atoms.mark(at)? {
            '(' | '[' => Some(self.behind_bracket(at, end) + 1),
            ',' if self.atoms.has(at + 1, Flag::Aside) => Some(self.behind_aside(at + 1, end) + 1),
            // "the remaining seven, who are believed to be trapped"
            ',' if self.is_of_them(draft, at) => Some(at + 2),
            ',' => self
                .behind_apposition(at, end)
                .or_else(|| self.behind_list(at, end))
                .filter(|&at| !self.is_of_single(draft, at)),
            '"' | '“' | '”' | '\'' | '-' | '‘' | '’' | ')' | ']' => Some(at + 1),
            _ => None,
        }
    }

    /// Whether what is told of those counted ends here.
    fn is_end(&self, at: usize) -> bool {
        let word = self.atoms.word(at);
        if self.atoms.is(at, "and") {
            let single = self
                .atoms
                .is_any(at + 1, &["a", "an", "his", "her", "their"]);
            return !single
                && self.atoms.word(at + 1).after.is_none()
                && !self.is_second_subject(at + 1);
        }
        if word.is(Flag::Boundary) {
            // "have since been released"
            let inside = self.atoms.is(at, "since")
                && at > 0
                && self.atoms.is_any(at - 1, &["have", "has", "had"]);
            // "listed 124 as out of contact"
            let told =
                self.atoms.word(at + 1).after.is_some() || self.idiom_after(at + 1).is_some();
            return !inside && !told;
        }
        word.is(Flag::Verb)
            && !word.is(Flag::Auxiliary)
            && !word.is(Flag::LightVerb)
            && word.after.is_none()
            // "12 cars on the lower deck were flooded"
            && !(at > 0 && self.atoms.is_any(at - 1, &["the", "a", "an"]))
    }

    /// "and family members were": another plural, of which the same is told.
    fn is_second_subject(&self, at: usize) -> bool {
        // "130 homes and the church were flattened": a verb of many behind one
        let joint = (at..at + 6)
            .take_while(|&at| {
                // "90 barns and the old chapel were"
                let plain = !self.atoms.has(at, Flag::Verb)
                    || self.atoms.is_any(at, &["old", "long", "high"]);
                let owner = self.atoms.kind(at) == Some(Kind::Possessive);
                (self.atoms.is_word(at) || owner)
                    && plain
                    && self.atoms.numeric(at) == Numeric::None
                    && (!self.atoms.has(at, Flag::Auxiliary) || self.is_of_many(at))
            })
            .find(|&at| self.is_of_many(at));
        if joint.is_some_and(|verb| verb > at && !nouns::is_plural(self.atoms, verb - 1)) {
            return true;
        }
        // "and the anti-government militants have"
        let joints = (at..at + 3).filter(|&at| self.atoms.is_joint(at)).count();
        (at..at + 4 + 2 * joints).any(|at| {
            nouns::is_plural(self.atoms, at)
                && self.atoms.is_listed(
                    at + 1,
                    const {
                        &Listed::of(&[
                            "were", "have", "had", "are", "died", "drowned", "remain", "fled",
                            "perished", "escaped",
                        ])
                    },
                )
        })
    }

    fn is_of_many(&self, at: usize) -> bool {
        self.atoms.is_any(at, &["were", "are", "have"])
    }

    /// Whether a verb is one of which those counted are the doers.
    fn did_it(&self, draft: &Draft, at: usize, role: Role) -> bool {
        // "left 11 more trapped 700 metres underground"
        let left = draft.head > 0 && self.atoms.is_any(draft.head - 1, &["left", "leaving"]);
        // "dropped food to 12 villages and evacuated 90 patients"
        let and = at > 0 && self.atoms.is(at - 1, "and");
        (role != Role::Displaced || and) && !left && self.is_active(draft.tail, at)
    }

    /// "12 rebels killed the mayor": those counted did it.
    fn is_active(&self, tail: usize, at: usize) -> bool {
        const BEING: Listed = Listed::of(&[
            "was",
            "were",
            "been",
            "be",
            "being",
            "are",
            "is",
            "got",
            "reported",
            "feared",
            "left",
            "confirmed",
            "presumed",
            "believed",
            "remain",
            "remained",
            "still",
            "listed",
            "had",
        ]);
        // "two officers who were on patrol ran in and killed a man": where they were, and then what they did
        let elsewhere = |being: usize| {
            self.atoms
                .is_any(being + 1, &["on", "in", "at", "aboard", "near", "from"])
                && (being + 2..at).any(|at| self.atoms.is(at, "and"))
        };
        // "killed “about 20 men”"
        let at_word = at;
        let at = at + usize::from(matches!(self.atoms.mark(at + 1), Some('"' | '“')));
        // "swept away two bridges"
        let particle = &["away", "down", "off", "up", "out"];
        let at = at + usize::from(self.atoms.is_any(at + 1, particle));
        // "said that two gunmen had killed 58 people"
        let number = self.atoms.is_digits(at + 1) || self.atoms.numeric(at + 1) != Numeric::None;
        let perfect = |being: usize| number && being + 1 == at_word && self.atoms.is(being, "had");
        let is_passive = |being: usize| {
            self.atoms.is_listed(being, &BEING) && !elsewhere(being) && !perfect(being)
        };
        let passive = (tail..at_word).any(is_passive);
        let object = self.atoms.is_listed(
            at + 1,
            const {
                &Listed::of(&[
                    "the", "a", "an", "his", "her", "their", "its", "at", "more", "about", "some",
                    "several", "dozens", "nearly", "another",
                ])
            },
        ) && !self.atoms.is(at + 1, "at")
            || self.atoms.is(at + 1, "at") && self.atoms.is(at + 2, "least")
            || self.atoms.is_digits(at + 1)
            || !matches!(self.atoms.numeric(at + 1), Numeric::None | Numeric::Part(_));
        // "trapped more than 800 metres below ground"
        let far = (at + 1..at + 6).any(|at| {
            self.atoms.has(at, Flag::UnitStart)
                && (self.atoms.is_digits(at - 1) || self.atoms.numeric(at - 1) != Numeric::None)
        });
        let object = object && !far;
        let transitive = self.atoms.word(at_word).before.is_some()
            && !self
                .atoms
                .is_any(at_word, &["lost", "lose", "loses", "missing"]);
        transitive && !passive && object
    }

    /// "forced 300 people out of their homes", "drove 40 families from their homes".
    fn forced_from_home(&self, draft: &Draft, at: usize) -> Option<Role> {
        let home = self.atoms.is_any(at, &["home", "homes", "houses"])
            || self.atoms.is(at, "from")
                && (at + 1..at + 5).any(|at| self.atoms.has(at, Flag::Refuge));
        let forced = || {
            (draft.head.saturating_sub(3)..at).any(|at| {
                self.atoms.is_listed(
                    at,
                    const {
                        &Listed::of(&[
                            "forced", "forcing", "force", "driven", "drove", "driving", "ordered",
                            "chased", "without", "left",
                        ])
                    },
                )
            })
        };
        let bare = self.atoms.is(at, "from");
        (home && (at > draft.tail || bare) && forced()).then_some(Role::Displaced)
    }

    pub(super) fn behind_aside(&self, at: usize, end: usize) -> usize {
        (at..end)
            .find(|&at| self.atoms.is_mark(at, ','))
            .unwrap_or(end)
    }

    pub(super) fn behind_bracket(&self, at: usize, end: usize) -> usize {
        (at..end)
            .find(|&at| matches!(self.atoms.mark(at), Some(')' | ']')))
            .unwrap_or(end)
    }
}
