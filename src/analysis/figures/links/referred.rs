//! What a number takes over from the figures before it.

use super::super::atoms::Atoms;
use super::super::changes::is_toll;
use super::super::draft::Draft;
use super::super::nouns;
use super::super::roles::is_excepted;
use super::super::tables::Flag;
use super::Links;
use super::is_governed;
use super::victims::{is_later_found, is_of_doers, is_the_number};
use crate::analysis::listed::Listed;
use crate::briefing::{Figure, Role};
use crate::document::Span;

impl Links<'_> {
    /// The last of the dead among the figures just before.
    pub(super) fn dead(&self) -> Option<&Figure> {
        let near = self.figures.iter().rev().take(6);
        near.into_iter().find(|before| before.role == Role::Killed)
    }

    /// "127 students and five teachers were taken", where others are held: by those who hold them.
    pub(super) fn taken(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        let held = |figure: &Figure| matches!(figure.role, Role::Detained | Role::Released);
        if !self.figures.iter().rev().take(5).any(held) {
            return None;
        }
        let verb = (draft.tail..draft.tail + 8)
            .take_while(|&at| atoms.is_word(at))
            .find(|&at| atoms.is(at, "taken"))?;
        let was = atoms.is_any(verb.checked_sub(1)?, &["were", "was", "been"]);
        let to = atoms.is_any(verb + 1, &["to", "into", "off", "aboard"]);
        (was && !to).then_some(Role::Detained)
    }

    /// "13 bodies were handed over. Six have yet to be identified": the dead, who are not missing.
    pub(super) fn identified(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        let unnamed = matches!(draft.role, Some(Role::Missing) | None)
            && draft.noun.is_none()
            && self.dead().is_some()
            && draft.is_count()
            && (draft.tail..draft.tail + 6)
                .any(|at| atoms.is_any(at, &["identified", "verified", "validated"]));
        let killed = |before: &Figure| before.role == Role::Killed;
        let mut near = self.figures.iter().rev().take(4);
        (unnamed && near.any(killed)).then_some(Role::Killed)
    }

    /// "The figure includes 6,365 children": of whatever the figure before was.
    pub(super) fn included(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        let verb = draft.head.checked_sub(1)?;
        let verb = Self::list_verb(atoms, verb).unwrap_or(verb);
        let figure = verb > 0
            && atoms.is_any(verb, &["includes", "included", "include"])
            && atoms.has(verb - 1, Flag::Toll);
        // "Among them were nine nurses."
        // "Among them, according to the director, are four patients."
        // "Among the victims were 44 pupils."
        let victims = atoms.is(1, "the") && atoms.is_any(2, &["victims", "casualties"]);
        let them = atoms.is(0, "among") && (atoms.is(1, "them") || victims);
        let next = 2 + usize::from(victims);
        let aside = || atoms.is_mark(next, ',') && atoms.is_mark(verb - 1, ',');
        let among = them
            && draft.is_count()
            && (verb == next || verb < 14 && aside())
            && atoms.is_any(verb, &["were", "are", "was"]);
        // "The victims, who included two foreign tourists"
        let victims = atoms.is_any(verb, &["included", "include"])
            && (verb.saturating_sub(4)..verb)
                .any(|at| atoms.is_any(at, &["victims", "casualties"]));
        if victims && let Some(dead) = self.dead() {
            return Some(dead.role);
        }
        if !figure && !among && !victims {
            return None;
        }
        let mut before = self.figures.iter().rev().take(3);
        before
            .find(|before| is_toll(before.role))
            .map(|before| before.role)
    }

    /// The verb that a list hangs on: "The victims include three Danes, two Finns and a guide".
    fn list_verb(atoms: &Atoms<'_>, link: usize) -> Option<usize> {
        if !atoms.is_mark(link, ',') && !atoms.is(link, "and") {
            return None;
        }
        let mut list = (link.saturating_sub(12)..link).rev().take_while(|&at| {
            atoms.is_word(at) && !atoms.has(at, Flag::Auxiliary) || atoms.is_mark(at, ',')
        });
        list.find(|&at| atoms.is_any(at, &["includes", "included", "include"]))
    }

    /// "12 soldiers were killed. The rebels spoke of 40 soldiers.": another number of the same.
    pub(super) fn repeated(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        const VERBS: Listed = Listed::of(&[
            "spoke",
            "said",
            "says",
            "reported",
            "counted",
            "claimed",
            "estimated",
            "put",
            "gave",
        ]);
        let noun = draft.noun.filter(|_| draft.is_count())?;
        let ends = atoms.mark(draft.tail).is_some() || atoms.kind(draft.tail).is_none();
        let verb =
            || (draft.head.saturating_sub(3)..draft.head).any(|at| atoms.is_listed(at, &VERBS));
        if !ends || !verb() {
            return None;
        }
        let last = atoms.text(noun.end - 1);
        let same = |before: &&Figure| {
            let counted = before.counted.map(|span| self.reading.document.slice(span));
            counted.is_some_and(|counted| counted.ends_with(last)) && is_toll(before.role)
        };
        let mut before = self.figures.iter().rev().take(3);
        before.find(same).map(|before| before.role)
    }

    /// "four of the dead lived there; the other two were in a pickup": the rest of those told of before.
    pub(super) fn rest(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<Role> {
        let rest = draft.head > 1
            && draft.noun.is_none()
            && draft.is_count()
            && atoms.is_any(draft.head - 1, &["other", "remaining"])
            && atoms.is(draft.head - 2, "the");
        if !rest {
            return None;
        }
        // "31 were brought out and five are dead; the other 16 are thought to be below"
        let thought = &["thought", "believed", "feared", "presumed"];
        if atoms.is(draft.tail, "are") && atoms.is_any(draft.tail + 1, thought) {
            return self.still_lost();
        }
        let of = draft.head > 2 && atoms.is(draft.head - 3, "of");
        let verbs = &["were", "are", "was", "came", "lived", "worked"];
        let was = atoms.is_any(draft.tail, verbs);
        let near = self.figures.iter().rev().take(3);
        near.filter(|_| of || was)
            .map(|before| before.role)
            .find(|&role| role <= Role::Detained)
    }

    /// "my son was not among the 18": those who were counted so before.
    pub(super) fn same(&self, atoms: &Atoms<'_>, draft: &Draft) -> Option<&Figure> {
        let known = &["the", "its", "their", "these", "those"];
        if !draft.elliptic || draft.head == 0 || !atoms.is_any(draft.head - 1, known) {
            return None;
        }
        let mut near = self.figures.iter().rev().take(12);
        near.find(|before| {
            is_toll(before.role)
                && (before.value.low() - draft.numeral.low).abs() < 1e-9
                && (before.value.high() - draft.numeral.high).abs() < 1e-9
        })
    }

    /// The figure before that a number leaves its noun and its role to: the whole of which it is a part.
    pub(super) fn referred(
        &self,
        atoms: &Atoms<'_>,
        draft: &Draft,
        base: usize,
        part_of: Option<usize>,
    ) -> Option<&Figure> {
        let others = || is_of_others(atoms, draft.head) || is_governed(atoms, draft.head);
        if draft.role.is_none() && others() {
            return None;
        }
        // "Searchers, 2,100 of them in all, used dogs"
        let themselves = draft.elliptic
            && draft.part_of.is_none()
            && draft.head > 1
            && atoms.is(draft.numeral.end, "of")
            && atoms.is_mark(draft.head - 1, ',')
            && nouns::is_plural(atoms, draft.head - 2)
            && self.figures.len() == base;
        // "Charges were filed against Amin Reth and three others": those beside him, and none of the dead
        let beside_name = self.figures.len() == base
            && draft.role.is_none()
            && atoms.is(draft.numeral.end, "others")
            && draft.head > 1
            && atoms.is(draft.head - 1, "and")
            && atoms.capital(draft.head - 2);
        if themselves || beside_name || is_of_doers(atoms, draft) {
            return None;
        }
        if let Some(same) = self.same(atoms, draft) {
            return Some(same);
        }
        let first = self.figures.len() == base;
        let near = || self.figures.iter().rev().take(3);
        // "37 died in blasts at two stations; the agency said 29"
        let ends = atoms.kind(draft.tail).is_none() || atoms.mark(draft.tail).is_some();
        let told = || draft.head > 0 && atoms.is_listed(draft.head - 1, &TELLING);
        let bare = draft.elliptic && draft.role.is_none() && ends && told();
        let toll = near().find(|before| bare && is_toll(before.role));
        let whole = part_of.and_then(|whole| self.figures.get(whole));
        let before = toll
            .or(whole.filter(|_| draft.elliptic))
            .or_else(|| near().find(|before| before.role != Role::Age))
            .filter(|_| !first || draft.elliptic)
            .filter(|before| !first || self.may_go_on(atoms, draft, before))?;
        let last = self.figures.last().filter(|_| first);
        let missing = last.is_some_and(|last| last.role == Role::Missing);
        // "the real figure was 60": of the dead, where there were dead
        let toll = || {
            let mut near = draft.head.saturating_sub(10)..draft.head;
            near.any(|at| atoms.has(at, Flag::Toll) && !(missing && is_the_number(atoms, at)))
        };
        // "12 were killed and 40 hurt. The hospital gave a figure of 15": of the first of the two
        let pair = |dead: &Figure| {
            let sentence = |span: Span| self.reading.document.sentence_at(span.start());
            first
                && matches!(before.role, Role::Injured | Role::Missing)
                && sentence(dead.span) == sentence(before.span)
        };
        let dead = self
            .dead()
            .filter(|dead| draft.elliptic && (toll() || pair(dead)));
        Some(dead.unwrap_or(before))
    }
}

/// What stands right before a bare number that is told of those before.
const TELLING: Listed = Listed::of(&[
    "said", "says", "put", "gave", "gives", "reported", "counted", "only", "just", "listed",
    "tallied", "recorded",
]);

/// A gathering, or how many have room.
const CROWDS: Listed = Listed::of(&[
    "crowd",
    "turnout",
    "attendance",
    "audience",
    "capacity",
    "population",
]);

/// What says for how many there is room.
const ROOM: Listed = Listed::of(&[
    "rated",
    "built",
    "designed",
    "licensed",
    "licenced",
    "meant",
    "certified",
    "registered",
    "fit",
    "room",
    "space",
    "permit",
    "permits",
    "licence",
    "license",
    "seats",
    "beds",
]);

/// What says how many a place or a firm has.
const HAVING: Listed = Listed::of(&[
    "covers",
    "allows",
    "allowed",
    "permits",
    "carried",
    "carries",
    "carrying",
    "conveying",
    "ferrying",
    "transporting",
    "seats",
    "sleeps",
    "employs",
    "employed",
    "employing",
    "serves",
    "accommodates",
    "houses",
    "draws",
    "drew",
    "attracts",
    "attracted",
    "attended",
]);

/// What has a size of its own.
const SIZED: &[&str] = &[
    "village",
    "town",
    "hamlet",
    "city",
    "island",
    "population",
    "community",
];

/// Writings that name those on board.
const LISTED: Listed = Listed::of(&["manifest", "manifests", "roster", "log", "logbook", "rota"]);

/// "put the number of passengers at 110", "the number on board at 187": not of those told of before.
pub(in super::super) fn is_of_others(atoms: &Atoms<'_>, head: usize) -> bool {
    // "put the crowd at 60,000"
    if (head.saturating_sub(5)..head).any(|at| atoms.is_listed(at, &CROWDS)) {
        return true;
    }
    // "rated for eight, the boat carried 10", "the manifest listed only 86"
    let room = head > 1 && atoms.is(head - 1, "for") && atoms.is_listed(head - 2, &ROOM);
    let carried = head > 0 && atoms.is_listed(head - 1, &HAVING);
    // "the evacuation of a village of 900"
    let sized = head > 1 && atoms.is(head - 1, "of") && atoms.is_any(head - 2, SIZED);
    // "its party numbered nine", "four others in the group of seven"
    let groups = &[
        "party", "group", "crew", "team", "family", "crowd", "convoy",
    ];
    let in_group = head > 3
        && atoms.is(head - 1, "of")
        && atoms.is(head - 3, "the")
        && atoms.is_any(head - 4, &["in", "from"]);
    let named = head > 1 && atoms.is_any(head - 2, groups);
    // "a crowd that had swelled, police said, to 8,000"
    let swelled =
        (head.saturating_sub(7)..head).any(|at| atoms.is_any(at, &["swelled", "swollen"]));
    let sized = sized || swelled || named && (atoms.is(head - 1, "numbered") || in_group);
    if room
        || carried
        || sized
        || (head.saturating_sub(4)..head).any(|at| atoms.is_listed(at, &LISTED))
    {
        return true;
    }
    let number = (head.saturating_sub(7)..head)
        .rev()
        .find(|&at| atoms.is(at, "number"));
    number.is_some_and(|number| {
        let harmed = |at: usize| {
            let word = atoms.word(at);
            word.noun.is_some()
                || word.after.is_some()
                || atoms.is_any(at, &["victims", "casualties", "people", "those"])
        };
        atoms.is_any(number + 1, &["of", "on", "aboard"]) && !(number + 2..head).any(harmed)
    })
}

/// "there were 70 of them in the boat", "the buoy, one of five,": none of those told of before.
pub(super) fn is_apart(atoms: &Atoms<'_>, head: usize) -> bool {
    let behind = |words: &[&str], first: &str| {
        head > 1 && atoms.is_any(head - 1, words) && atoms.is(head - 2, first)
    };
    behind(&["were", "are"], "there") || behind(&["of"], "one")
}

/// "40 were hurt. All but five have gone home": of whom the end is not told, so that they are what all were.
pub(super) fn excepted(atoms: &Atoms<'_>, draft: &Draft, before: Option<&Figure>) -> Option<Role> {
    if !is_excepted(atoms, draft.head) || draft.noun.is_some() {
        return None;
    }
    let mut role = before?.role;
    let homes = (draft.tail..draft.tail + 12)
        .any(|at| atoms.is_any(at, &["home", "homes", "houses", "return"]));
    if homes && role != Role::Detained {
        role = Role::Displaced;
    }
    Some(role).filter(|&role| is_open(role))
}

/// "five were taken to the infirmary; two are still there": what they were.
pub(super) fn stays(atoms: &Atoms<'_>, draft: &Draft, before: Option<&Figure>) -> Option<Role> {
    if before.is_some_and(|before| before.role == Role::Detained) && is_later_found(atoms, draft) {
        return Some(Role::Released);
    }
    let verb = draft.tail;
    let remain = atoms.is_any(verb, &["remain", "remained", "stay", "stayed"]);
    let still = atoms.is_any(verb, &["are", "were"]) && atoms.is(verb + 1, "still");
    let at = verb + 1 + usize::from(still);
    let there = atoms.is(at, "there") || atoms.is_any(at, &["at", "in"]) && atoms.capital(at + 1);
    let bare = draft.noun.is_none() && draft.is_count();
    let role = before.filter(|_| bare && there && (remain || still))?.role;
    Some(role).filter(|&role| is_open(role))
}

/// Whether what a role tells may end in another.
fn is_open(role: Role) -> bool {
    matches!(
        role,
        Role::Injured
            | Role::Sick
            | Role::Detained
            | Role::Trapped
            | Role::Missing
            | Role::Displaced
    )
}
