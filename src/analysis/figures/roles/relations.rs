//! What the figures of one sentence, and the words that head it, tell of each other.

use super::super::atoms::Atoms;
use super::super::draft::Draft;
use super::super::nouns;
use super::super::tables::{Flag, Numeric};
use super::{REACH, Roles};
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Verbs by which a count is said to be at a number or beyond: "infections have passed 88,000".
const LEVELS: Listed = Listed::of(&[
    "reached",
    "reach",
    "passed",
    "pass",
    "topped",
    "top",
    "exceeded",
    "exceed",
    "surpassed",
    "surpass",
    "hit",
    "stood",
    "stands",
    "stand",
    "approached",
    "neared",
    "numbered",
    "number",
    "totalled",
    "totaled",
    "averaged",
    "averages",
]);

impl Roles<'_> {
    /// "killed the mayor and two guards": the number is the last of a list behind the word.
    pub(super) fn listed(&self, draft: &Draft, from: usize) -> Option<Role> {
        let mut link = draft.head.checked_sub(1)?;
        while link > 0
            && self.atoms.is_any(
                link,
                &["the", "other", "another", "their", "his", "her", "its"],
            )
        {
            link -= 1;
        }
        // "dug out with injuries and the other three escaped unhurt": a clause of its own
        if is_told_more(self.atoms, draft.tail) && !self.atoms.is(draft.tail, "who") {
            return None;
        }
        let with = self.atoms.is(link, "with");
        let linked = self.atoms.is_mark(link, ',')
            || self.atoms.is_any(link, &["and", "with", "plus"])
            || self.atoms.is(link, "as") && self.atoms.is_any(link.wrapping_sub(1), &["well"]);
        if !linked {
            return None;
        }
        // "trapped in a hotel with 150 guests": what the place has
        let placed = with
            && (link.saturating_sub(4)..link).any(|at| {
                self.atoms.is_any(at, &["in", "at", "on", "near", "into"])
                    && self.atoms.is_any(at + 1, &["a", "an"])
            });
        if placed {
            return None;
        }
        for at in (from.max(link.saturating_sub(REACH))..link).rev() {
            let word = self.atoms.word(at);
            // "bodies and 31 pools of blood": a noun has no things behind it
            let verb = word
                .before
                .filter(|_| word.noun.is_none() || self.is_of_people(draft));
            if let Some(role) = verb.filter(|_| !self.atoms.has(at, Flag::Toll)) {
                return self.listed_by(draft, link, at, role);
            }
            if let Some(role) = self.taken_along(at, link, draft) {
                return Some(role);
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

    /// What a verb in front of a list tells of those that the list goes on with.
    fn listed_by(&self, draft: &Draft, link: usize, verb: usize, role: Role) -> Option<Role> {
        let with = self.atoms.is(link, "with");
        // "have detained the owner and two engineers", "are holding"
        let active = self.atoms.is_any(
            verb.wrapping_sub(1),
            &["have", "has", "had", "to", "that", "which", "who"],
        ) || self.atoms.text(verb).ends_with("ing");
        let after_was = !with && !active && verb > 0 && self.atoms.has(verb - 1, Flag::Auxiliary);
        // "voted for the cut, with two members away": no one is cut off
        let taken = if with && !self.atoms.is_any(verb, &["cut", "shot"]) {
            Some(role)
        } else {
            self.accept_before(verb, role)
        };
        // "smashed cars and 1,750 roofs"
        let things = role == Role::Destroyed
            && self.is_thing(draft)
            && self.atoms.has(link.wrapping_sub(1), Flag::Thing);
        taken.filter(|_| (role <= Role::Sick || things) && !after_was)
    }

    /// "12 firefighters were among the 44 killed".
    pub(super) fn counted_among(&self, draft: &Draft) -> Option<Role> {
        // "her two sons, nine and 12, were among 17 pupils crushed"
        let aside = self.atoms.is_mark(draft.tail, ',');
        let close = || (draft.tail + 1..draft.tail + 9).find(|&at| self.atoms.is_mark(at, ','));
        let at = if aside {
            close().map_or(draft.tail, |close| close + 1)
        } else {
            draft.tail
        };
        let verb = self.atoms.is_any(at, &["were", "was", "are", "is"]);
        let among = at + 1;
        if !verb || !self.atoms.is(among, "among") {
            return None;
        }
        let inside = |&at: &usize| self.atoms.mark(at).is_none() || self.atoms.is_joint(at);
        let words = (among + 1..among + 9).take_while(inside);
        // "were among those who lost their lives"
        words.into_iter().find_map(|at| {
            let word = self.atoms.word(at);
            let told = word.after.and_then(|role| self.accept_after(at, role));
            self.idiom_after(at)
                .or(told)
                .or(word.after.filter(|_| word.noun.is_some()))
                .or(word.noun)
        })
    }

    /// "new cases fell to 60,975", "the rate of infection was put at 1.02": what moved, or what was measured.
    pub(super) fn moved(&self, draft: &Draft, from: usize) -> Option<Role> {
        let floor = from.max(draft.head.saturating_sub(9));
        let rate = || (floor..draft.head).any(|at| self.atoms.is_any(at, &["rate", "ratio"]));
        if draft.noun.is_none() && rate() {
            return Some(Role::Rate);
        }
        // "Infections went the other way, to 6,120"
        if let Some(role) = self.led_by_subject(draft, from) {
            return Some(role);
        }
        // "have passed 88,000": the verb may be read as a bound of the number
        let verb = (floor..draft.numeral.first).rev().find(|&at| {
            self.atoms.has(at, Flag::Up)
                || self.atoms.has(at, Flag::Down)
                || self.atoms.is_listed(at, &LEVELS)
        })?;
        let noun = (floor.max(verb.saturating_sub(3))..verb)
            .rev()
            .find(|&at| {
                !self.atoms.has(at, Flag::Auxiliary) && !self.atoms.has(at, Flag::Adverb)
            })?;
        let bare = draft.noun.is_none();
        // "arrivals at the crossing averaged 1,300"
        let placed = || {
            (floor..verb)
                .rev()
                .find(|&at| self.atoms.is_any(at, &["at", "in", "from", "across"]))
                .and_then(|at| self.atoms.word(at.checked_sub(1)?).noun)
        };
        let named = self.atoms.word(noun).noun.or_else(placed);
        let named = named.filter(|_| !self.is_of_guests(floor..draft.tail));
        // "the sick numbered 60"
        let group = || {
            let led = noun > 0 && self.atoms.is_any(noun - 1, &["the", "those"]);
            self.atoms.word(noun).after.filter(|_| led)
        };
        named.or_else(group).filter(|_| bare)
    }

    /// "Infections went the other way, to 6,120": what the sentence sets out from has moved to a number.
    fn led_by_subject(&self, draft: &Draft, from: usize) -> Option<Role> {
        const WENT: &[&str] = &["went", "moved", "crept", "edged", "shot"];
        let noun = (0..3).find(|&at| self.atoms.word(at).noun.is_some())?;
        let to = draft.head.checked_sub(1)?;
        let went = self.atoms.is_any(noun + 1, WENT) && self.atoms.is(to, "to") && from == 0;
        self.atoms
            .word(noun)
            .noun
            .filter(|_| went && draft.noun.is_none() && draft.head < 12)
    }

    /// "the dead include seven children", "among the injured were two girls".
    pub(super) fn among(&self, draft: &Draft, from: usize) -> Option<Role> {
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
    pub(super) fn described(&self, at: usize) -> Option<Role> {
        // "two of the four hikers reported missing"
        let reported = self
            .atoms
            .is_any(at, &["reported", "listed", "feared", "still", "believed"]);
        let at = at + usize::from(reported);
        let word = self.atoms.word(at);
        let active = self.atoms.is(at, "drowned") || word.before.is_none();
        word.after.filter(|_| !active)
    }

    /// "Of those killed, 1,800 were women", "The dead included the driver and three pupils": what the
    /// sentence sets out from.
    pub(super) fn of_those(&self, draft: &Draft) -> Option<Role> {
        // "The dead were brought to two hospitals"
        if self.is_placed(draft.head) {
            return None;
        }
        let the = |at: usize| self.atoms.is_any(at, &["the", "those"]);
        // "Most of the dead were labourers; four were policemen"
        let most = self.atoms.is_any(0, &["most", "many", "some", "several"])
            && self.atoms.is(1, "of")
            && the(2);
        if most && draft.noun.is_none() && is_identity(self.atoms, draft.tail) {
            return self.atoms.word(3).noun.or(self.atoms.word(3).after);
        }
        let of = self.atoms.is(0, "of") && the(1);
        // "Of those who died, 29 were children"
        if of && self.atoms.is(2, "who") && self.atoms.is_any(3, &["died", "perished"]) {
            return Some(Role::Killed);
        }
        let comma = (3..draft.head.min(12)).any(|at| self.atoms.is_mark(at, ','));
        let at = 1 + usize::from(self.atoms.is_any(0, &["of", "among"]));
        // "The dead on the ground included a mother and her three children"
        let included = || {
            (at + 1..at + 7)
                .take_while(|&at| self.atoms.is_word(at))
                .any(|at| self.atoms.is_any(at, &["include", "includes", "included"]))
        };
        // "Among the bodies laid out on the beach were those of 11 children"
        let led = self.atoms.is(0, "among") && the(1);
        let verb = || {
            (3..draft.head.min(14)).find(|&at| self.atoms.is_any(at, &["were", "are", "was", "is"]))
        };
        let among = led && verb().is_some_and(|verb| draft.head - verb <= 4);
        // "The dead have been identified as three Czechs and a guide"
        let identified = || {
            (at + 1..at + 6).any(|at| {
                self.atoms.is_any(at, &["identified", "named"]) && self.atoms.is(at + 1, "as")
            })
        };
        let listed = among
            || the(at - 1) && (included() || identified())
            || the(at - 1)
                && self.atoms.is_listed(
                    at + 1,
                    const {
                        &Listed::of(&[
                            "include",
                            "includes",
                            "included",
                            "including",
                            "comprise",
                            "comprised",
                            "were",
                            "are",
                            "was",
                        ])
                    },
                );
        // "Of the 27 dead, 19 drowned"
        let number = self.atoms.is_digits(at) || self.atoms.numeric(at) != Numeric::None;
        let word = self.atoms.word(at + usize::from(number));
        let role = word
            .noun
            .or(word.after.filter(|_| word.before.is_some() || of));
        role.filter(|_| of && comma || listed && !of || among)
    }
}

/// "21 of the 90 migrants survived": what is told is told of the part.
pub(super) fn is_whole(atoms: &Atoms<'_>, drafts: &[Draft], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| drafts.get(before));
    before.is_some_and(|part| {
        let (end, head) = (part.numeral.end, drafts[index].head);
        // "six of the eight aboard were saved"
        let partitive = end < head
            && head - end <= 3
            && atoms.is(end, "of")
            && (end + 1..head).all(|at| atoms.is_any(at, &["the", "those", "all"]));
        part.measure.is_none() && end < head && (head < part.tail || partitive)
    })
}

/// Whether the sentence tells something else of those counted: "63 were still in the hills",
/// "three escaped", and not who they were: "six were from one family".
pub(in super::super) fn is_told_more(atoms: &Atoms<'_>, tail: usize) -> bool {
    if nouns::is_reported(atoms, tail) {
        return false;
    }
    if is_speaking(atoms, tail) {
        return true;
    }
    // "nine others locked themselves in"
    if atoms.is_any(tail + 1, &["themselves", "himself", "herself"]) {
        return true;
    }
    // "26 had been aboard", "five who set out later"
    if atoms.is(tail, "who") || nouns::is_aboard(atoms, tail) {
        return true;
    }
    // "two came from Serrania": who they were
    if atoms.is_any(
        tail,
        &[
            "came", "come", "hailed", "belonged", "worked", "lived", "served",
        ],
    ) && atoms.is_any(tail + 1, &["from", "to", "for", "at", "in", "with"])
    {
        return false;
    }
    // "one dead, thousands without power"
    let supplies = &["power", "electricity", "water", "gas", "heating", "heat"];
    if atoms.is(tail, "without") && atoms.is_any(tail + 1, supplies) {
        return true;
    }
    if is_identity(atoms, tail) {
        return false;
    }
    // "80 of whom packed the court"
    let past = atoms.text(tail).ends_with("ed") && !atoms.has(tail, Flag::Auxiliary);
    let verb = (atoms.has(tail, Flag::Verb) || past && atoms.is_word(tail))
        && atoms.word(tail).after.is_none()
        || atoms.is(tail, "escaped");
    verb || atoms.is_listed(
        tail,
        const {
            &Listed::of(&[
                "were", "was", "are", "have", "had", "will", "has", "is", "still",
            ])
        },
    ) && !atoms.has(tail + 1, Flag::Told)
}

/// "killed 12, two officials said": those who tell it.
pub(super) fn is_speaking(atoms: &Atoms<'_>, tail: usize) -> bool {
    const SAYS: Listed = Listed::of(&[
        "said",
        "say",
        "told",
        "tell",
        "reported",
        "confirmed",
        "added",
        "announced",
        "wrote",
        "warned",
        "familiar",
        "briefed",
    ]);
    atoms.is_listed(tail, &SAYS)
}

/// "four were traffic policemen who collapsed on duty": who they were, which tells nothing new of them.
pub(super) fn is_identity(atoms: &Atoms<'_>, tail: usize) -> bool {
    let noun = (tail + 1..tail + 5)
        .take_while(|&at| {
            atoms.is_word(at) && atoms.word(at).after.is_none() && !atoms.has(at, Flag::Verb)
        })
        .find(|&at| nouns::is_plural(atoms, at));
    let person = |at: usize| {
        atoms.has(at, Flag::People)
            || atoms.has(at, Flag::Fighter)
            || atoms.text(at).ends_with("men")
    };
    atoms.is_any(tail, &["were", "are"])
        && noun.is_some_and(|noun| {
            person(noun)
                && (atoms.kind(noun + 1).is_none()
                    || atoms.mark(noun + 1).is_some()
                    || atoms.is_any(noun + 1, &["who", "from", "and", "of", "that"]))
        })
}
