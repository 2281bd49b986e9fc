//! Those of whom the same is told as of others, though words of their own part them from these.

use super::super::draft::Draft;
use super::super::phrase;
use super::super::tables::Flag;
use super::Roles;
use super::relations::is_told_more;
use crate::briefing::Role;

impl Roles<'_> {
    /// "was taken into custody along with three foremen", "was brought to hospital along with four
    /// children": what was done to those before "with".
    pub(super) fn taken_along(&self, at: usize, link: usize, draft: &Draft) -> Option<Role> {
        // "took the captain and six of his crew"
        if self.took_hostage(at, draft) {
            return Some(Role::Detained);
        }
        if !self.atoms.is(link, "with") {
            return None;
        }
        let idiom = || {
            let (role, last) = phrase::idiom_at(self.atoms, at)?;
            (last < link && link - last <= 2).then_some(role)
        };
        let along = at + 2 == link && self.atoms.is_any(at + 1, &["along", "together"]);
        let told = self.atoms.word(at).after.filter(|_| along);
        idiom()
            .or_else(|| self.accept_after(at, told?))
            .filter(|&role| role <= Role::Sick)
    }

    /// "killing two doctors, a nurse and six patients": singles stand between two numbers of a list.
    pub(super) fn is_listed_on(&self, one: &Draft, other: &Draft) -> bool {
        let plain = |at: usize| {
            let word = self.atoms.word(at);
            let single = &["a", "an", "the", "his", "her", "their", "its"];
            self.atoms.is_mark(at, ',')
                || self.atoms.is_any(at, single)
                || self.atoms.is_word(at)
                    && !word.is(Flag::Stop)
                    && !word.is(Flag::Verb)
                    && !word.is(Flag::Auxiliary)
                    && word.after.is_none()
                    && word.before.is_none()
        };
        let between = one.tail + 1..other.head.saturating_sub(1);
        let single = &["a", "an", "the", "his", "her", "their"];
        (2..9).contains(&between.len())
            && self.atoms.is_mark(one.tail, ',')
            && self.atoms.is_any(between.start, single)
            && self.atoms.is(between.end, "and")
            && !self.is_thing(one)
            && self.is_named_group(other)
            && between.clone().all(plain)
            && !is_told_more(self.atoms, other.tail)
    }

    /// "freed prisoners, 146 fighters for 38 soldiers": those who were let go in exchange.
    pub(super) fn is_traded(&self, one: &Draft, other: &Draft) -> bool {
        one.role == Some(Role::Released)
            && other.head == one.tail + 1
            && self.atoms.is(one.tail, "for")
            && self.is_of_people(one)
            && self.is_of_people(other)
    }

    /// "including nine farmers harvesting rice in Sona and four boys playing football": another of the
    /// parts that a list names, behind what those of the first were doing.
    pub(super) fn is_second_part(&self, one: &Draft, other: &Draft) -> bool {
        // "nine bakers queuing for flour, a doctor and 14 children"
        let single = |at: usize| {
            self.atoms.is_mark(at, ',')
                && self.atoms.is_any(at + 1, &["a", "an", "the", "his", "her"])
        };
        let plain = |at: usize| {
            let word = self.atoms.word(at);
            single(at)
                || self.atoms.is_word(at)
                    && !word.is(Flag::Auxiliary)
                    && !word.is(Flag::Boundary)
                    && word.after.is_none()
                    && word.before.is_none()
        };
        let between = one.tail..other.head.saturating_sub(1);
        let doing = self.atoms.text(one.tail).ends_with("ing");
        let them = one.head > 1
            && self.atoms.is(one.head - 1, "them")
            && self.atoms.is(one.head - 2, "among");
        one.part_of.is_some()
            && one.head > 0
            && (them || self.atoms.has(one.head - 1, Flag::Subset))
            && (doing || self.atoms.is_any(one.tail, &["in", "at", "from", "on"]))
            && (1..12).contains(&between.len())
            && self.atoms.is(between.end, "and")
            && !self.is_thing(one)
            && self.is_named_group(other)
            && between.clone().all(plain)
            && !is_told_more(self.atoms, other.tail)
    }

    /// People, or many of a kind that no list knows, with nothing told of them: "and six cooks."
    fn is_named_group(&self, draft: &Draft) -> bool {
        let ends = self.atoms.kind(draft.tail).is_none() || self.atoms.mark(draft.tail).is_some();
        draft
            .noun
            .is_some_and(|noun| noun.plural || self.is_of_people(draft))
            && !self.is_thing(draft)
            && (ends || self.is_of_people(draft))
    }

    /// "and the guide had": one more of the subject that opens the clause, of which the same is told.
    pub(super) fn is_had_by_both(&self, draft: &Draft, and: usize) -> bool {
        let opens = draft.head.checked_sub(1).is_none_or(|before| {
            self.atoms.mark(before).is_some()
                || self
                    .atoms
                    .is_any(before, &["said", "that", "says", "confirmed"])
        });
        let verb = and + 3;
        opens
            && and == draft.tail
            && self.atoms.is(and, "and")
            && self
                .atoms
                .is_any(and + 1, &["the", "their", "his", "her", "its"])
            && self.atoms.is_word(and + 2)
            && (self.atoms.is(verb, "had") || self.atoms.is(verb, "died"))
            && self.is_of_people(draft)
    }
}
