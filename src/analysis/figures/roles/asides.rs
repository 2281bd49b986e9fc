//! Figures and phrases that stand beside what is told of a count, and end nothing of it.

use super::super::draft::Draft;
use super::super::nouns;
use super::super::numerals::Form;
use super::super::tables::{Flag, UnitKind};
use super::Roles;
use crate::analysis::listed::Listed;

impl Roles<'_> {
    /// Where the next figure begins that does not stand in brackets.
    pub(super) fn until(&self, drafts: &[Draft], index: usize) -> usize {
        let tail = drafts[index].tail;
        let aged = |next: &&Draft| next.measure.as_ref().is_some_and(|measure| measure.age);
        let later = drafts.iter().skip(index + 1).take(4).filter(|next| {
            !aged(next) && next.head >= tail && !self.is_passed_over(&drafts[index], next)
        });
        let next = later
            .map(|next| next.head)
            .find(|&head| !self.is_aside_figure(tail, head));
        next.unwrap_or(self.atoms.len())
    }

    /// Behind the ages of a few: "aged 4, 7 and 11".
    pub(super) fn behind_ages(&self, first: usize) -> usize {
        let tie =
            |at: usize| self.atoms.is_mark(at, ',') || self.atoms.is_any(at, &["and", "to", "or"]);
        // No family is longer.
        let last = (first..)
            .step_by(2)
            .take(10)
            .find(|&at| !(tie(at + 1) && self.atoms.is_digits(at + 2)));
        last.unwrap_or(first) + 1
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
        let goes_on = || {
            let told = &["were", "was", "have", "had", "died", "remain", "are"];
            let close = (head + 1..head + 9).find(|&at| self.atoms.is_mark(at, ','));
            close.is_some_and(|close| self.atoms.is_any(close + 1, told))
        };
        // "eight climbers, two with frostbite, had been winched off"
        let between = before >= tail && self.atoms.is_mark(before, ',') && goes_on();
        // "14 people including 10 poll workers died"
        // "32 workers, all but one of them women, were burned"
        let aside = comma.is_some_and(|comma| {
            self.atoms.has(comma + 1, Flag::Aside) && head - comma <= 5 && goes_on()
        });
        let including = comma.is_some_and(|comma| self.atoms.has(comma + 1, Flag::Subset))
            || self.atoms.is(tail, "including") && head - tail <= 3;
        // "eight members of one family were killed"
        let kin = self.atoms.is(before, "of")
            && self.atoms.is(head, "one")
            && self
                .atoms
                .is_any(head + 1, &["family", "household", "clan"]);
        let dashed = self.is_dash(tail)
            && (head..head + 12)
                .take_while(|&at| !self.atoms.is_mark(at, '.'))
                .any(|at| self.is_dash(at));
        matches!(opened, Some('(' | '['))
            || or
            || aside
            || including
            || between
            || dashed
            || kin
            || self.is_placed(head)
    }

    /// "31 people, members of a choir, were hurt": the comma whose next word is "were".
    pub(super) fn behind_apposition(&self, comma: usize, end: usize) -> Option<usize> {
        const TOLD: Listed = Listed::of(&[
            "was", "were", "is", "have", "had", "has", "took", "sought", "fled", "lost", "escaped",
            "died", "remain", "remained", "are", "survived", "drowned", "perished",
        ]);
        let told = |at: usize| self.atoms.is_listed(at, &TOLD);
        if told(comma + 1) {
            return Some(comma + 1);
        }
        // "two women, who had hidden under a seat, survived"
        let clause = self.atoms.is(comma + 1, "who");
        let closing = (comma + 1..end).take_while(|&at| {
            clause
                || !self.atoms.has(at, Flag::Auxiliary)
                || self.atoms.is_any(
                    at,
                    &["to", "some", "who", "that", "them", "all", "both", "said"],
                )
        });
        closing
            .skip(1)
            .find(|&at| self.atoms.is_mark(at, ',') && told(at + 1))
            .map(|at| at + 1)
    }

    /// "8,700 houses, farmland, roads and railway lines were damaged": the verb of all that is listed.
    pub(super) fn behind_list(&self, comma: usize, end: usize) -> Option<usize> {
        let told = |at: usize| self.atoms.is_any(at, &["were", "have", "had", "are"]);
        let verb = (comma + 2..end).find(|&at| told(at))?;
        let listed = |at: usize| {
            let word = self.atoms.word(at);
            let opens = &[
                "and", "the", "other", "a", "an", "his", "her", "its", "their",
            ];
            self.atoms.is_any(at, opens)
                || self.atoms.is_mark(at, ',')
                || self.atoms.is_word(at)
                    && !word.is(Flag::Stop)
                    && !word.is(Flag::Verb)
                    && word.after.is_none()
                    && word.before.is_none()
        };
        let two = (comma + 2..verb).any(|at| self.atoms.is(at, "and"));
        (two && (comma + 1..verb).all(listed)).then_some(verb)
    }

    /// A figure that ends nothing of what is told: an earlier value, a share between commas, the size of
    /// a group ("six of the party of 15 were brought down").
    fn is_passed_over(&self, draft: &Draft, next: &Draft) -> bool {
        // "six of the eight aboard were saved"
        let end = draft.numeral.end;
        let whole = next.head > end
            && next.head - end <= 3
            && next.noun.is_none()
            && self.atoms.is(end, "of");
        let group = next.noun.is_none()
            && next.head > 0
            && self.atoms.is(next.head - 1, "of")
            && nouns::is_size(self.atoms, next.numeral.first);
        // "30 people trapped for two days were found dead"
        let lasting = next.head > 0
            && self.atoms.is(next.head - 1, "for")
            && next
                .measure
                .is_some_and(|measure| measure.kind == UnitKind::Time && !measure.age);
        next.former
            || lasting
            || whole
            || group
            || self.is_share_aside(next)
            || self.is_load(draft, next)
    }

    /// "three boats with 700 men had not returned".
    fn is_load(&self, draft: &Draft, next: &Draft) -> bool {
        let with = next.head > 0 && self.atoms.is_any(next.head - 1, &["with", "carrying"]);
        with && next.head == draft.tail + 1 && self.is_vessel(draft)
    }

    /// "aged 6 to 59 months", "aged between six and 59 months".
    pub(super) fn is_behind_aged(&self, head: usize) -> bool {
        let light = &["between", "from", "under", "about"];
        let back = usize::from(head > 1 && self.atoms.is_any(head - 1, light));
        head > back && self.atoms.is_any(head - 1 - back, &["aged", "ages"])
    }

    /// "two more days": a unit of time behind a word of its own.
    pub(super) fn is_time(&self, draft: &Draft) -> bool {
        let noun = draft
            .noun
            .filter(|noun| noun.plural && noun.end - noun.first == 1);
        noun.is_some_and(|noun| {
            noun.first == draft.numeral.end + 1
                && self.atoms.has(noun.first - 1, Flag::Further)
                && self
                    .atoms
                    .is_any(noun.end - 1, &["hours", "days", "weeks", "months", "years"])
        })
    }

    /// "2.8 million people, one in ten of the population, have been displaced".
    fn is_share_aside(&self, next: &Draft) -> bool {
        let share = next.numeral.form == Form::Fraction
            || next
                .measure
                .is_some_and(|measure| measure.kind == UnitKind::Percent);
        share && next.head > 0 && self.atoms.is_mark(next.head - 1, ',')
    }

    /// "water to 300,000 people has been cut off": what is told is told of the water.
    pub(super) fn is_supplied(&self, draft: &Draft) -> bool {
        const SUPPLIES: Listed = Listed::of(&[
            "water",
            "power",
            "electricity",
            "gas",
            "supply",
            "supplies",
            "aid",
            "deliveries",
            "heating",
            "services",
        ]);
        draft.head > 1
            && self.atoms.is_any(draft.head - 1, &["to", "for"])
            && self.atoms.is_listed(draft.head - 2, &SUPPLIES)
    }

    /// A dash that opens or closes an aside: "nine people — six men and three women — died".
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let next = at + 1;
        matches!(self.atoms.mark(at), Some('—' | '–'))
            || self.atoms.is_mark(at, '-')
                && (self.atoms.is_mark(next, '-') || self.atoms.gap(at) && self.atoms.gap(next))
    }

    /// "in 14 districts": a number of places, that tells nothing of those counted before it.
    pub(super) fn is_placed(&self, head: usize) -> bool {
        // "the tally stands at 152 dead"
        const SET: Listed = Listed::of(&[
            "stands", "stood", "stand", "put", "puts", "remains", "remained", "standing",
        ]);
        if head > 1 && self.atoms.is(head - 1, "at") && self.atoms.is_listed(head - 2, &SET) {
            return false;
        }
        // "the commander insists on four dead"
        if head > 1
            && self
                .atoms
                .is_any(head - 2, &["insists", "insist", "insisted"])
        {
            return false;
        }
        head > 0
            && self.atoms.is_any(
                head - 1,
                &["in", "across", "from", "at", "near", "on", "within"],
            )
            || head > 1
                && self.atoms.is(head - 1, "to")
                && self.atoms.is_listed(
                    head - 2,
                    const {
                        &Listed::of(&[
                            "taken",
                            "brought",
                            "moved",
                            "sent",
                            "rushed",
                            "admitted",
                            "flown",
                            "airlifted",
                            "transferred",
                            "evacuated",
                        ])
                    },
                )
    }
}
