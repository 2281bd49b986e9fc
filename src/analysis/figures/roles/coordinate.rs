//! What several figures of a sentence share: a verb for all, a vote with two sides, a whole and its parts.

use super::super::draft::Draft;
use super::super::links::{is_governed, is_of_others};
use super::super::tables::Flag;
use super::Roles;
use super::relations::{is_speaking, is_told_more, is_whole};
use crate::analysis::listed::Listed;
use crate::briefing::Role;

impl Roles<'_> {
    /// "12 soldiers and three civilians were killed", "killed 12 soldiers and three civilians".
    pub(super) fn coordinate(&self, drafts: &mut [Draft]) {
        self.share_back(drafts);
        self.list(drafts);
        self.other_side(drafts);
        for index in 1..drafts.len() {
            self.share_on(drafts, index);
            self.part(drafts, index);
        }
    }

    /// "12 soldiers and three civilians were killed": what is told of the last is told of all.
    fn share_back(&self, drafts: &mut [Draft]) {
        for index in (0..drafts.len().saturating_sub(1)).rev() {
            let (one, other) = (&drafts[index], &drafts[index + 1]);
            if one.role.is_none()
                && one.part_of.is_none()
                && (index == 0 || !self.is_placed(one.head))
                && !self.atoms.is_any(one.head.wrapping_sub(2), &["according"])
                // "we have eight patients and two have gone home"
                && (other.noun.is_some() || self.atoms.is(other.numeral.end, "of") || one.noun.is_none())
                && one.is_count()
                && other.is_count()
                && !(self.atoms.is(other.numeral.end, "of")
                    && self.atoms.is_any(other.numeral.end + 1, &["them", "whom"])
                    && self.atoms.word(other.numeral.end + 2).after.is_some())
                && (self.is_linked(one.tail, other.head) || self.is_item(one, other))
            {
                drafts[index].role = other
                    .role
                    .filter(|&role| role <= Role::Destroyed)
                    .map(|role| self.of_things(&drafts[index], role));
                // "none of its nine passengers and three crew had survived"
                if drafts[index].role == Some(Role::Rescued) && self.is_none_of(&drafts[index]) {
                    drafts[index].role = Some(Role::Killed);
                    drafts[index + 1].role = Some(Role::Killed);
                }
            }
        }
    }

    /// "said 15 mutineers, eight soldiers loyal to the president and four civilians had died": one of a list
    /// that opens a clause, with words of its own behind it; "four judges, the bishop and two clerks were held".
    fn is_item(&self, one: &Draft, other: &Draft) -> bool {
        let single = |comma: usize| {
            self.atoms.is_mark(comma, ',')
                && self
                    .atoms
                    .is_any(comma + 1, &["the", "a", "an", "his", "her", "its", "their"])
        };
        let opens = one.head.checked_sub(1).is_none_or(|before| {
            self.atoms.is_mark(before, ',') || self.atoms.is_any(before, &["said", "that"])
        });
        let plain = |at: usize| {
            let word = self.atoms.word(at);
            self.atoms.is(at, "to")
                || single(at)
                || self.atoms.is_word(at)
                    && !word.is(Flag::Verb)
                    && !word.is(Flag::Auxiliary)
                    && word.after.is_none()
                    && word.before.is_none()
        };
        let between = one.tail..other.head.saturating_sub(1);
        opens
            && (1..7).contains(&between.len())
            && one.noun.is_some()
            && other.noun.is_some()
            && self.atoms.is(between.end, "and")
            && between.clone().all(plain)
    }

    /// "killed the mayor and two guards".
    fn list(&self, drafts: &mut [Draft]) {
        for index in 0..drafts.len() {
            let from = index.checked_sub(1).map_or(0, |before| {
                // "holding 11 ships and 260 sailors": the verb of both
                let before = &drafts[before];
                let both = before.role == Some(Role::Other)
                    && self.is_thing(before)
                    && self.is_linked(before.tail, drafts[index].head);
                if both {
                    before.head.saturating_sub(3)
                } else {
                    before.tail
                }
            });
            if drafts[index].role.is_none()
                && drafts[index].is_count()
                && drafts[index].per.is_none()
                && !self.atoms.is(drafts[index].head.wrapping_sub(1), "across")
            {
                drafts[index].role = self
                    .listed(&drafts[index], from)
                    .map(|role| self.of_things(&drafts[index], role));
            }
        }
    }

    /// "killed 12 soldiers and three civilians": what is told of the first is told of all.
    fn share_on(&self, drafts: &mut [Draft], index: usize) {
        let (one, other) = (&drafts[index - 1], &drafts[index]);
        let linked = self.is_linked(self.behind_aboard(self.behind_crew(one)), other.head)
            || other.elliptic
                && !is_of_others(self.atoms, other.head)
                && !is_governed(self.atoms, other.head)
                && other.part_of.is_none()
                && !is_told_more(self.atoms, other.tail);
        let linked = linked
            || self.is_gapped(one, other)
            || self.is_included(one, other)
            || self.is_traded(one, other)
            || self.is_second_part(one, other)
            || self.is_listed_on(one, other);
        let victims = other
            .noun
            .is_some_and(|noun| self.atoms.is_any(noun.end - 1, &["victims", "casualties"]));
        let linked = linked || victims && self.atoms.is(other.numeral.end, "of");
        // "spent the night in 1,250 relief camps"
        let place = other.head > 0
            && self
                .atoms
                .is_any(other.head - 1, &["in", "across", "within", "near"]);
        let whole = other.numeral.low.fract() == 0.0 && !place;
        // "consumed 11,000 acres of scrub, along with 140 houses"
        let land = one.role == Some(Role::Destroyed);
        let counts = other.is_count() && (one.is_count() || land);
        // "committed 12 murders and more than 100 burglaries": each noun tells its own
        let apart = other.noun.is_some()
            && one
                .noun
                .is_some_and(|noun| self.atoms.word(noun.end - 1).noun.is_some())
            && !self.is_of_people(other)
            && !self.is_thing(other);
        let linked = linked && !apart && !is_speaking(self.atoms, other.tail);
        if other.role.is_none() && counts && linked && whole {
            drafts[index].role = self
                .referred(drafts, index)
                .filter(|&role| role <= Role::Destroyed)
                .map(|role| self.of_things(&drafts[index], role));
        }
    }

    /// "sent back 145 rebels, and the rebels 75 soldiers": another did the same to others.
    fn is_gapped(&self, one: &Draft, other: &Draft) -> bool {
        let comma = usize::from(self.atoms.is_mark(one.tail, ','));
        let and = one.tail + comma;
        let doer = and + 1..other.head;
        let ends = self.atoms.kind(other.tail).is_none() || self.atoms.mark(other.tail).is_some();
        ends && self.atoms.is_any(and, &["and", "while"])
            && (2..=3).contains(&doer.len())
            && self.atoms.is(doer.start, "the")
            && doer.clone().skip(1).all(|at| {
                self.atoms.is_word(at)
                    && !self.atoms.has(at, Flag::Verb)
                    && !self.atoms.has(at, Flag::Stop)
                    && self.atoms.word(at).before.is_none()
                    && self.atoms.word(at).after.is_none()
            })
    }

    /// "six people, including a boy, a woman and two elderly people": only nouns stand between.
    fn is_included(&self, one: &Draft, other: &Draft) -> bool {
        let named = |at: usize| {
            let word = self.atoms.word(at);
            self.atoms.is_mark(at, ',')
                || self
                    .atoms
                    .is_any(at, &["and", "a", "an", "the", "his", "her", "their"])
                || self.atoms.is_word(at)
                    && !word.is(Flag::Stop)
                    && !word.is(Flag::Verb)
                    && word.after.is_none()
                    && word.before.is_none()
        };
        // "17 of the 31 tourists aboard, among them nine of one family"
        let tail = one.tail + usize::from(self.atoms.is(one.tail, "aboard"));
        let opened = self.atoms.is_mark(tail, ',') && self.atoms.has(tail + 1, Flag::Subset);
        let them = usize::from(self.atoms.is_any(tail + 2, &["them", "these", "whom"]));
        let list = tail + 2 + them..other.head;
        opened && list.start <= list.end && list.len() < 16 && list.clone().all(named)
    }

    /// "nineteen died at the scene and two on the way to hospital": the verb is that of the figure before.
    fn is_gapped_death(&self, one: &Draft, other: &Draft) -> bool {
        let before = other.head.wrapping_sub(1);
        let led = self.atoms.is(before, "and") || self.atoms.is_mark(before, ',');
        let died = || {
            (one.tail..other.head).any(|at| self.atoms.is_any(at, &["died", "perished", "killed"]))
        };
        let place = self.atoms.is_any(
            other.tail,
            &["on", "in", "at", "later", "after", "before", "while"],
        );
        let mut rest = (other.tail..other.tail + 10)
            .take_while(|&at| self.atoms.kind(at).is_some() && !self.atoms.is_mark(at, '.'));
        led && place
            && other.noun.is_none()
            && one.role == Some(Role::Killed)
            && matches!(other.role, None | Some(Role::Injured))
            && died()
            && !rest.any(|at| {
                self.atoms.has(at, Flag::Auxiliary) && !self.atoms.is(at, "to")
                    || self
                        .atoms
                        .is_any(at, &["injured", "wounded", "treated", "critical"])
            })
    }

    /// What is told of a whole is told of its parts.
    fn part(&self, drafts: &mut [Draft], index: usize) {
        // "70 shops were looted and 12 burned"
        let burned = drafts[index].elliptic
            && drafts[index].role == Some(Role::Injured)
            && drafts[index - 1].role == Some(Role::Destroyed)
            && self.is_thing(&drafts[index - 1]);
        if burned {
            drafts[index].role = Some(Role::Destroyed);
        }
        if self.is_gapped_death(&drafts[index - 1], &drafts[index]) {
            drafts[index].role = Some(Role::Killed);
        }
        let draft = &drafts[index];
        let whole = draft.part_of.and_then(|whole| drafts.get(whole)?.role);
        if !draft.is_count() || whole.is_none() {
            return;
        }
        let of = draft.numeral.end;
        let them = self.atoms.is(of, "of") && self.atoms.is_any(of + 1, &["them", "whom", "those"]);
        // "seized 70 pupils, 22 of whom escaped"
        let fled = (draft.tail..draft.tail + 3)
            .any(|at| self.atoms.is_any(at, &["escaped", "fled", "slipped"]));
        // "six deaths, two of them policemen beaten by a mob"
        let harmed = draft.role.is_some_and(|role| role <= Role::Sick);
        // "are held still, fewer than ten of whom are thought to be alive"
        let alive = || {
            let mut clause = (draft.tail..draft.tail + 8).take_while(|&at| self.atoms.is_word(at));
            clause
                .any(|at| self.atoms.is(at, "be") && self.atoms.is_any(at + 1, &["alive", "still"]))
        };
        let open = matches!(whole, Some(Role::Detained | Role::Missing | Role::Trapped));
        let role = match whole {
            _ if open && them && draft.role == Some(Role::Rescued) && alive() => whole,
            Some(Role::Detained) if fled => Some(Role::Released),
            Some(Role::Killed) if them && harmed => whole,
            _ => draft.role.or(whole),
        };
        drafts[index].role = role;
    }

    /// "by 188 votes to 171".
    fn other_side(&self, drafts: &mut [Draft]) {
        for index in 1..drafts.len() {
            let (one, other) = (&drafts[index - 1], &drafts[index]);
            let against = other.head == one.tail + 1
                && self.atoms.is_any(one.tail, &["to", "against"])
                && other.noun.is_none();
            if !against {
                continue;
            }
            let ballot = one
                .noun
                .is_some_and(|noun| self.atoms.has(noun.end - 1, Flag::Ballot));
            let cast =
                ballot || one.noun.is_none() && one.is_count() && self.is_of_vote(one, other);
            if cast && other.is_count() {
                drafts[index].role = Some(Role::Votes);
                drafts[index - 1].role = Some(Role::Votes);
            }
        }
    }

    /// "voted, by 71 to 58, for a levy", "carried 52 to 47 in the Senate".
    fn is_of_vote(&self, one: &Draft, other: &Draft) -> bool {
        const CARRIED: Listed =
            Listed::of(&["passed", "carried", "adopted", "defeated", "lost", "backed"]);
        const HOUSES: Listed = Listed::of(&[
            "parliament",
            "senate",
            "assembly",
            "house",
            "council",
            "lawmakers",
            "motion",
            "bill",
            "congress",
            "chamber",
            "favour",
            "favor",
            "lawmakers",
            "deputies",
        ]);
        let near =
            || (one.head.saturating_sub(10)..other.tail + 6).filter(|&at| at < self.atoms.len());
        let voted = near().any(|at| self.atoms.is_any(at, &["vote", "voted", "votes", "voting"]));
        let carried = || near().any(|at| self.atoms.is_listed(at, &CARRIED));
        let by = one.head > 0 && self.atoms.is(one.head - 1, "by");
        voted || carried() && (by || near().any(|at| self.atoms.is_listed(at, &HOUSES)))
    }

    /// "1,644 dead and 3,408 injured, raising its count from 1,002": the role of the figure before, or of
    /// the dead where the number stands apart from a pair of dead and hurt.
    fn referred(&self, drafts: &[Draft], index: usize) -> Option<Role> {
        let (one, other) = (&drafts[index - 1], &drafts[index]);
        let pair = matches!(one.role, Some(Role::Injured | Role::Missing))
            && !self.is_linked(one.tail, other.head)
            // "killed six soldiers and wounded 11 people, including four civilians"
            && !self.is_included(one, other)
            && drafts[index.saturating_sub(6)..index - 1]
                .iter()
                .any(|draft| draft.role == Some(Role::Killed));
        if pair {
            return Some(Role::Killed);
        }
        // "drowning 17 of the 31 tourists, among them nine members of a family"
        let whole = one.role.is_none() && index > 1 && is_whole(self.atoms, drafts, index - 1);
        one.role
            .or(if whole { drafts[index - 2].role } else { None })
    }

    /// "killing its four-member crew and nine people": the atom behind the group of so many.
    fn behind_crew(&self, one: &Draft) -> usize {
        let joint = self.atoms.is_joint(one.numeral.end);
        let group = joint
            && self
                .atoms
                .is_any(one.tail, &["crew", "family", "team", "patrol"]);
        one.tail + usize::from(group)
    }

    /// "killing all 26 on board and nine people on the ground": the atom behind "on board and".
    fn behind_aboard(&self, tail: usize) -> usize {
        let aboard = usize::from(self.atoms.is(tail, "aboard"));
        let on = 2 * usize::from(self.atoms.is(tail, "on") && self.atoms.is(tail + 1, "board"));
        let end = tail + aboard + on;
        if self.atoms.is(end, "and") { end } else { tail }
    }

    /// Whether only "and", commas and the like stand between two figures.
    fn is_linked(&self, from: usize, until: usize) -> bool {
        // "two members of parliament and five attackers"
        let of = self.atoms.is(from, "of")
            && self.atoms.is_word(from + 1)
            && self.atoms.is_any(from + 2, &["and", ","]);
        let from = from + 2 * usize::from(of);
        until >= from
            && until - from <= 4
            && until > from
            && (from..until).all(|at| {
                matches!(self.atoms.mark(at), Some(',' | '(' | '[' | '"' | '“' | '”'))
                    || self.atoms.is_listed(
                        at,
                        const {
                            &Listed::of(&[
                                "and", "or", "perhaps", "even", "possibly", "plus", "as", "well",
                                "along", "the", "their", "another", "also", "his", "her", "its",
                            ])
                        },
                    )
                    || self.atoms.is(at, "with")
                        && at > 0
                        && self.atoms.is_any(at - 1, &["along", "together"])
            })
    }
}
