use std::ops::Range;

use super::place::{Place, REACH};
use crate::analysis::reading::{Form, Reading};
use crate::document::TokenKind;
use crate::language::{Class, Classes};

/// What some tokens hold: most rules need a word of a kind that most clauses do not have, and need not
/// walk through those.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Held {
    /// The classes of all.
    pub classes: Classes,
    /// Whether "that" and "according" are among them.
    pub that: bool,
    pub according: bool,
}

impl Held {
    fn add(&mut self, form: &Form<'_>) {
        self.classes = self.classes.union(form.classes);
        match form.text.len() {
            4 => self.that |= form.text.eq_ignore_ascii_case("that"),
            9 => self.according |= form.text.eq_ignore_ascii_case("according"),
            _ => {}
        }
    }
}

/// The tokens around the figures of a sentence. It grows from figure to figure in the order of the text, so
/// that no token is read for more than one of them.
#[derive(Debug, Default)]
pub(super) struct Stretch {
    /// The index of the sentence.
    sentence: usize,
    /// The first token, and the token behind the last.
    from: usize,
    until: usize,
    /// What the tokens hold, for all figures so far.
    pub held: Held,
    /// The tokens that clauses end at.
    borders: Vec<usize>,
}

impl Stretch {
    /// The tokens of the clause around a figure.
    pub(super) fn clause(&mut self, reading: &Reading<'_>, place: Place) -> Option<Range<usize>> {
        let sentence = reading.document.sentences().get(place.sentence)?;
        let limit = sentence.tokens().end.min(place.until + REACH);
        self.go_to(place);
        let known = self.borders.iter().rev().copied();
        let behind = known.take_while(|&at| at >= place.until).last();
        let behind = behind.or_else(|| self.read(reading, place.until, limit));
        let mut before = self.borders.iter().rev().copied();
        let before = before.find(|&at| at < place.from);
        let start = before.map_or(place.floor, |at| place.floor.max(at + 1));
        Some(start..behind.map_or(limit, |at| at.min(limit)))
    }

    /// Begins anew where what has been read is of no use for a figure.
    fn go_to(&mut self, place: Place) {
        let known = self.from..=self.until;
        if self.sentence != place.sentence || !known.contains(&place.floor) {
            self.sentence = place.sentence;
            (self.from, self.until) = (place.floor, place.floor);
            self.held = Held::default();
            self.borders.clear();
        }
    }

    /// Reads on as far as a border at this token or behind it, and not past the limit.
    fn read(&mut self, reading: &Reading<'_>, until: usize, limit: usize) -> Option<usize> {
        for (at, form) in reading.forms_at(self.until..limit) {
            self.until = at + 1;
            self.held.add(form);
            if is_border(reading, at, form) {
                self.borders.push(at);
                if at >= until {
                    return Some(at);
                }
            }
        }
        None
    }
}

/// Whether a clause ends at a token that is no part of it.
fn is_border(reading: &Reading<'_>, at: usize, form: &Form<'_>) -> bool {
    let all_but = || reading.is(at.wrapping_sub(1), "all");
    // "drowned while swimming": no clause of its own
    let doing = || reading.is(at, "while") && reading.word(at + 1).ends_with("ing");
    // "The ministry, however, puts": inside a clause
    let aside = || {
        let commas = reading.is(at.wrapping_sub(1), ",") && reading.is(at + 1, ",");
        commas && reading.is(at, "however")
    };
    form.kind == TokenKind::Mark && form.text == ";"
        || form.classes.has(Class::Contrast) && !all_but() && !doing() && !aside()
}
