//! The past event that figures belong to, and how far into its sentence it reaches.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::super::atoms::{Atom, Atoms, Kind};
use super::super::tables::{Flag, Numeric};
use crate::analysis::listed::Listed;
use crate::document::Span;

/// A sentence of another event may open with so many words: "But in 2019".
const OPENING: usize = 2;

/// Words that put a part of a sentence into another event than the article's own.
#[derive(Debug, Clone)]
pub(in super::super) struct PastEvent {
    pub span: Span,
    /// Whether the sentences behind may go on with it: not behind "17 % more than a year ago".
    pub lasts: bool,
    reach: Range<usize>,
}

impl PastEvent {
    /// Whether an atom is told of the event: "killed 12 people, the worst since a tremor in 1998 killed 300".
    pub(in super::super) fn reaches(&self, at: usize) -> bool {
        self.reach.contains(&at)
    }
}

/// The words of a sentence that put it, or a part of it, into another event than the article's own.
pub(in super::super) fn past_event(
    atoms: &Atoms<'_>,
    published: Option<NaiveDate>,
) -> Option<PastEvent> {
    if !atoms.held.digits && !atoms.held.words.is(Flag::PastWord) {
        return None;
    }
    let tells = |atom: &Atom<'_>| atom.kind == Kind::Digits || atom.word.is(Flag::PastWord);
    let mut may_tell = atoms.iter().filter(|(_, atom)| tells(atom));
    let (at, span) = may_tell.find_map(|(at, _)| Some((at, past_at(atoms, published, at)?)))?;
    let start = (0..at).rev().find(|&at| parts_before(atoms, at));
    let aside = start.is_some_and(|start| begins_aside(atoms, start));
    let end = (at + 1..atoms.len())
        .find(|&at| parts_behind(atoms, at) || aside && atoms.is_mark(at, ','));
    Some(PastEvent {
        span,
        lasts: start.is_none_or(|start| start < OPENING),
        reach: start.map_or(0, |start| start + 1)..end.unwrap_or(atoms.len()),
    })
}

/// Whether a sentence without a past event of its own may go on with the one before.
///
/// "Storms killed 30 last year. On Monday, a quake killed 12.", "The Red Cross has asked for 4 million": the
/// news again.
pub(in super::super) fn goes_on(atoms: &Atoms<'_>) -> bool {
    // "It has killed 300 people since."
    let same = atoms.is_any(0, &["it", "they", "this", "these", "those", "he", "she"]);
    let of_now = |at: usize| {
        atoms.has(at, Flag::Weekday)
            || !same
                && atoms.is_any(
                    at,
                    &[
                        "has",
                        "have",
                        "is",
                        "are",
                        "will",
                        "now",
                        "today",
                        "yesterday",
                    ],
                )
    };
    !(0..atoms.len()).any(of_now)
}

/// Whether a clause set between commas begins: ", whom residents reported to the council in 2024, said",
/// ", set up by lawmakers ousted in the 2021 coup, said".
fn begins_aside(atoms: &Atoms<'_>, at: usize) -> bool {
    let relative = atoms.is_any(at, &["who", "whom", "whose", "which", "where"]);
    let begun = atoms.is_listed(at, &BEGUN) || atoms.is(at, "set") && atoms.is(at + 1, "up");
    (relative || begun) && at > 0 && atoms.is_mark(at - 1, ',')
}

/// Whether what stands before an atom is told of the article's own event, and what stands behind it of another.
fn parts_before(atoms: &Atoms<'_>, at: usize) -> bool {
    let record = atoms.is_any(at, &["worst", "deadliest", "largest", "biggest"])
        && at > 1
        && atoms.is(at - 1, "the")
        && atoms.is_mark(at - 2, ',');
    let than = atoms.is(at, "than") && atoms.is_any(at + 1, &["in", "the", "last", "a"]);
    // "312 deaths, up from 90 a year before"
    let moved =
        |at: usize| atoms.is_any(at, &["up", "down", "percent", "cent"]) || atoms.is_mark(at, '%');
    let from = atoms.is_any(at, &["from", "on"]) && at > 0 && moved(at - 1);
    atoms.is_mark(at, ';')
        || atoms.is_any(
            at,
            &["since", "compared", "against", "unlike", "but", "while"],
        )
        || record
        || than
        || from
        || begins_aside(atoms, at)
}

/// Whether a clause of a day of its own begins: "and on Monday police shot four".
fn parts_behind(atoms: &Atoms<'_>, at: usize) -> bool {
    let day = |at: usize| atoms.has(at, Flag::Weekday) || atoms.is_any(at, &["today", "yesterday"]);
    atoms.is_mark(at, ';')
        || atoms.is_any(at, &["and", "but", "while"]) && (at + 1..at + 4).any(day)
}

/// How bodies and things begin.
const BEGUN: Listed = Listed::of(&[
    "built",
    "born",
    "founded",
    "formed",
    "established",
    "created",
    "completed",
    "opened",
    "dating",
    "elected",
    "married",
]);

/// Whether a year tells how old something is, or is an hour: "a 1998 model", "built in 1991", "(2059 GMT)".
fn tells_age(atoms: &Atoms<'_>, at: usize) -> bool {
    let begun = at > 1 && atoms.is_any(at - 1, &["in", "from"]) && atoms.is_listed(at - 2, &BEGUN);
    begun || atoms.is_any(at + 1, &["model", "vintage", "gmt", "utc"])
}

fn past_at(atoms: &Atoms<'_>, published: Option<NaiveDate>, at: usize) -> Option<Span> {
    let text = atoms.text(at);
    let digits = atoms.is_digits(at) && text.len() == 4;
    let year = if digits {
        text.parse::<i32>().ok()
    } else {
        None
    };
    let year = year.filter(|year| {
        atoms.is_digits(at) && atoms.barred(at) && text.len() == 4 && (1900..2100).contains(year)
    });
    if let Some(year) = year {
        let dated = at > 0 && (atoms.has(at - 1, Flag::Month) || atoms.is_mark(at - 1, ','));
        let other = match published {
            Some(published) => year != published.year(),
            None => !dated,
        };
        // "spared since 2011, when a storm left 140 dead": what is told is of that year
        let told = atoms.is_mark(at + 1, ',') && atoms.is(at + 2, "when");
        let since = at > 0 && atoms.is_any(at - 1, &["since", "until", "by"]) && !told;
        return (other && !since && !tells_age(atoms, at)).then(|| atoms.span(at));
    }
    let last = atoms.is_any(at, &["last", "previous"])
        && atoms.is_any(at + 1, &["year", "decade", "century"]);
    if last {
        return Some(atoms.span(at).join(atoms.span(at + 1)));
    }
    let ago = atoms.is_any(at, &["years", "year", "decades", "decade", "months"])
        && atoms.is_any(at + 1, &["ago", "earlier", "before"]);
    // "told us years ago" names no number of them
    let counted = at.checked_sub(1).filter(|&before| {
        atoms.is_digits(before)
            || atoms.numeric(before) != Numeric::None
            || atoms.is_any(before, &["a", "many", "several", "few", "some"])
    });
    ago.then(|| atoms.span(counted.unwrap_or(at)).join(atoms.span(at + 1)))
}
