use std::ops::Range;

use crate::analysis::listed::Listed;
use crate::analysis::reading::{Form, Reading};
use crate::document::TokenKind;
use crate::language::{Class, Classes, Test, Tests};

/// What the verbs of a sentence tell.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Verbs {
    pub tests: Tests,
    /// The token of the telling verb: the full verb where an auxiliary has one after it.
    pub telling: Option<usize>,
}

/// What a finite verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finite {
    Said(Test),
    Tells(Test),
}

/// The auxiliaries, and what a main clause with one of them tells.
const AUXILIARIES: &[(Class, Test)] = &[
    (Class::WillVerb, Test::TellsWill),
    (Class::WouldVerb, Test::TellsWould),
    (Class::MayVerb, Test::TellsMay),
    (Class::CanVerb, Test::TellsCan),
    (Class::ShouldVerb, Test::TellsShould),
    (Class::IsVerb, Test::TellsIs),
    (Class::WasVerb, Test::TellsWas),
    (Class::HasVerb, Test::TellsHas),
    (Class::HadVerb, Test::TellsHad),
];

/// The classes of the auxiliaries.
const AUXILIARY: Classes = Classes::of(&[
    Class::WillVerb,
    Class::WouldVerb,
    Class::MayVerb,
    Class::CanVerb,
    Class::ShouldVerb,
    Class::IsVerb,
    Class::WasVerb,
    Class::HasVerb,
    Class::HadVerb,
]);

/// The classes of words that may be a finite verb.
const FINITE: Classes =
    Classes::of(&[Class::SayVerb, Class::PastVerb, Class::PresentVerb]).union(AUXILIARY);

/// The classes of words that may be a finite verb or open a clause.
const FINITE_OR_OPENER: Classes = FINITE.union(Classes::of(&[Class::AsideOpener]));

/// The classes of verbs that tell no deed.
const NO_DEED: Classes = Classes::of(&[Class::CueVerb, Class::NoDeed]);

/// How many tokens before its verb a subject is looked for.
const SUBJECT: usize = 8;

/// How many tokens after an auxiliary its full verb is looked for.
const REACH: usize = 4;

/// Looks for the telling verb: the first finite verb of a main clause that is no verb of speech.
pub(super) fn read(reading: &Reading<'_>, tokens: Range<usize>) -> Verbs {
    let mut found = Verbs::default();
    let (mut telling, mut fallback) = (None, None);
    let mut aside = false;
    // A comma after a clause beside the main one, or the second of two around an apposition: the
    // verb behind it is that of the main clause.
    let mut back = false;
    let mut after_comma = false;
    let mut commas = 0;
    for (at, form) in reading.forms_at(tokens.clone()) {
        back &= after_comma;
        after_comma = false;
        if !form.may_tell {
            continue;
        }
        // A mark that may tell ends a clause.
        if form.kind == TokenKind::Mark {
            after_comma = form.text == ",";
            commas += usize::from(after_comma);
            back |= after_comma && (fallback.is_some() || telling.is_none() && commas > 1);
            aside = false;
            continue;
        }
        aside |= telling.is_none() && opens_aside(reading, form, at, tokens.start);
        let verb = finite(reading, form, at, tokens.start);
        match verb.or_else(|| past_after(form, back)) {
            Some(Finite::Said(test)) => {
                found.tests.add(test);
                found.tests.add_if(telling.is_none(), Test::SaidFirst);
                aside = false;
            }
            Some(Finite::Tells(test)) if telling.is_some() => {
                found.tests.add_if(is_modal(test), Test::ModalLater);
            }
            Some(Finite::Tells(test)) if aside => {
                fallback = fallback.or(Some((at, test)));
                aside = false;
            }
            Some(Finite::Tells(Test::TellsPast)) if is_reduced(reading, at, tokens.end) => {}
            Some(Finite::Tells(test)) => telling = Some((at, test)),
            None => {}
        }
    }
    let Some((at, test)) = telling.or(fallback) else {
        found.tests.add(Test::TellsNothing);
        return found;
    };
    found.tests.add(test);
    let deed = test == Test::TellsPast && !reading.classes(at).meets(NO_DEED);
    found.tests.add_if(deed, Test::TellsDeed);
    if is_actor(reading, tokens.start.max(at.saturating_sub(SUBJECT))..at) {
        found.tests.add(Test::ActorTells);
    }
    found.telling = Some(full_verb(reading, at, test, tokens.end, &mut found.tests));
    found
}

/// Whether the subject that ends before a verb acts in events.
fn is_actor(reading: &Reading<'_>, subject: Range<usize>) -> bool {
    subject.rev().any(|at| reading.has(at, Class::Actor))
}

fn is_modal(test: Test) -> bool {
    matches!(test, Test::TellsWill | Test::TellsWould | Test::TellsMay)
}

/// Whether a token may be a finite verb, or open or end a clause. Most do none of it.
pub(in crate::analysis) fn may_tell(text: &str, kind: TokenKind, classes: Classes) -> bool {
    match kind {
        TokenKind::Word => {
            classes.meets(FINITE_OR_OPENER)
                || text.ends_with("ed")
                || text.eq_ignore_ascii_case("that")
        }
        TokenKind::Possessive => true,
        TokenKind::Mark => ends_clause(text),
        TokenKind::Number => false,
    }
}

fn ends_clause(mark: &str) -> bool {
    matches!(
        mark,
        "," | ";" | ":" | "\u{2014}" | "\u{2013}" | "\u{201d}" | "\u{201c}" | "\""
    )
}

/// A word that opens a clause beside the main one: its verb does not tell.
fn opens_aside(reading: &Reading<'_>, form: &Form<'_>, at: usize, first: usize) -> bool {
    if !form.classes.has(Class::Function) {
        return false;
    }
    if form.text.eq_ignore_ascii_case("that") {
        return at > first && !reading.has(at - 1, Class::CueVerb);
    }
    form.classes.has(Class::AsideOpener)
}

fn finite(reading: &Reading<'_>, form: &Form<'_>, at: usize, first: usize) -> Option<Finite> {
    let (word, classes) = (form.text, form.classes);
    if form.kind == TokenKind::Possessive {
        let is = at > first && reading.has(at - 1, Class::Function);
        return is.then_some(Finite::Tells(Test::TellsIs));
    }
    if form.kind != TokenKind::Word || !classes.meets(FINITE) && !word.ends_with("ed") {
        return None;
    }
    if word == "May" && at > first {
        return None;
    }
    if classes.has(Class::SayVerb) {
        let past = word.ends_with('d') || word.eq_ignore_ascii_case("wrote");
        return Some(Finite::Said(if past {
            Test::SaidPast
        } else {
            Test::SaidPresent
        }));
    }
    if classes.meets(AUXILIARY) {
        let auxiliary = AUXILIARIES.iter().find(|(class, _)| classes.has(*class));
        return auxiliary.map(|(_, test)| Finite::Tells(*test));
    }
    let past = classes.has(Class::PastVerb) || is_regular_past(word);
    if past && follows_subject(reading, at, first) {
        return Some(Finite::Tells(Test::TellsPast));
    }
    let present = classes.has(Class::PresentVerb) && follows_subject(reading, at, first);
    present.then_some(Finite::Tells(Test::TellsPresent))
}

/// "a model prepared for the health board suggests": a participle that describes the subject, whose own verb
/// stands behind it.
fn is_reduced(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    const LINKS: &[&str] = &["by", "for", "in", "from", "at", "on", "with", "near"];
    const OPENERS: &[&str] = &[
        "and", "but", "or", "as", "when", "while", "where", "after", "before", "because", "if",
    ];
    if !reading.is_any(at + 1, LINKS) {
        return false;
    }
    let near = (at + 2..end.min(at + 10)).take_while(|&next| {
        reading
            .token(next)
            .is_some_and(|it| it.kind == TokenKind::Word)
            && !reading.has(next, Class::AsideOpener)
            && !reading.is(next, "that")
            && !reading.is_any(next, OPENERS)
    });
    let mut behind = near.filter(|&next| reading.classes(next).meets(FINITE));
    behind.any(|next| {
        let plain = reading.classes(next).meets(AUXILIARY) || reading.has(next, Class::SayVerb);
        plain && !reading.has(next - 1, Class::Preposition)
            || reading.has(next, Class::PresentVerb) && follows_subject(reading, next, at)
    })
}

/// A verb in the past tense behind the comma that ends an aside.
fn past_after(form: &Form<'_>, back: bool) -> Option<Finite> {
    let past = || form.classes.has(Class::PastVerb) || is_regular_past(form.text);
    (back && past()).then_some(Finite::Tells(Test::TellsPast))
}

fn is_regular_past(word: &str) -> bool {
    // "freed" and "agreed", and not "need" or "indeed"
    const BARE: &[&str] = &[
        "speed", "indeed", "proceed", "succeed", "exceed", "breed", "bleed", "greed", "creed",
        "tweed",
    ];
    word.len() > 4
        && word.ends_with("ed")
        && !BARE.contains(&word)
        && !word.contains('-')
        && word.starts_with(|c: char| c.is_lowercase())
}

/// Whether the word before may end a subject, so that a verb here is finite.
fn follows_subject(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    if at == first {
        return false;
    }
    let before = reading.classes(at - 1);
    let word = reading.word(at - 1);
    if word == "May" && at - 1 > first {
        return true;
    }
    if before.has(Class::Function) {
        return before.has(Class::SubjectWord);
    }
    !before.meets(AUXILIARY) && word != "," && !word.eq_ignore_ascii_case("be")
}

/// The verb that an auxiliary belongs to; adds how the two stand together.
fn full_verb(reading: &Reading<'_>, at: usize, test: Test, end: usize, tests: &mut Tests) -> usize {
    if matches!(test, Test::TellsPast | Test::TellsPresent) {
        return at;
    }
    let of_be = matches!(test, Test::TellsIs | Test::TellsWas);
    let mut been = of_be;
    for next in (at + 1..end).take(REACH) {
        let word = reading.word(next);
        if word.eq_ignore_ascii_case("be") || word.eq_ignore_ascii_case("been") {
            been = true;
            continue;
        }
        let participle = reading.has(next, Class::Participle) || is_regular_past(word);
        let ing = word.len() > 4 && word.ends_with("ing");
        if participle || ing {
            tests.add_if(participle && been, Test::Passive);
            tests.add_if(ing && been, Test::Progressive);
            let has = matches!(test, Test::TellsHas | Test::TellsHad);
            tests.add_if(has && (been || participle), Test::Perfect);
            return next;
        }
        if !passes_over(reading, next) {
            let bare = !of_be && !reading.has(next, Class::Function);
            return if bare { next } else { at };
        }
    }
    at
}

/// Adverbs between auxiliary and verb.
fn passes_over(reading: &Reading<'_>, at: usize) -> bool {
    const ADVERBS: Listed = Listed::of(&[
        "not", "also", "still", "now", "never", "always", "already", "since", "yet", "n't",
    ]);
    reading.word(at).ends_with("ly") || reading.is_listed(at, &ADVERBS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::Forms;
    use crate::document::{Article, Document};
    use crate::language::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &[Test], verb: &str) {
        let document = Document::new(Article {
            text: text.to_owned(),
            ..Article::default()
        });
        let forms = Forms::of(&document, Lexicon::english());
        let reading = Reading::new(&forms);
        let found = read(&reading, document.sentences()[0].tokens());
        assert_eq!(found.tests, expected.iter().copied().collect(), "{text}");
        assert_eq!(found.telling.map_or("", |at| reading.word(at)), verb);
    }

    #[test]
    fn a_past_tense_verb_after_its_subject_tells() {
        check(
            "The council closed the strait.",
            &[Test::TellsPast, Test::TellsDeed, Test::ActorTells],
            "closed",
        );
    }

    #[test]
    fn what_is_said_tells_and_not_that_it_is_said() {
        let tests = [Test::SaidPast, Test::SaidFirst, Test::TellsWill];
        check("She said the plant will close.", &tests, "close");
        let tests = [Test::SaidPast, Test::TellsWill];
        check("The plant will close, she said.", &tests, "close");
    }

    #[test]
    fn a_clause_beside_the_main_one_does_not_tell() {
        let text = "The ferry, which was built in Lomen, sank.";
        let tests = [Test::TellsPast, Test::TellsDeed, Test::ActorTells];
        check(text, &tests, "sank");
        let text = "When the gale came, ships fled.";
        check(text, &[Test::TellsPast, Test::TellsDeed], "fled");
    }

    #[test]
    fn the_verb_behind_an_apposition_tells() {
        let text = "The chairman, a farmer from Lomen, refused.";
        let tests = [Test::TellsPast, Test::TellsDeed];
        check(text, &tests, "refused");
        let text = "The lander, about the size of a car, came down on the plain.";
        check(text, &tests, "came");
    }

    #[test]
    fn a_participle_after_be_is_passive() {
        let tests = [Test::TellsWas, Test::Passive, Test::ActorTells];
        check("Two schools were closed.", &tests, "closed");
    }

    #[test]
    fn have_with_a_participle_is_perfect() {
        check(
            "Rates have risen.",
            &[Test::TellsHas, Test::Perfect],
            "risen",
        );
    }

    #[test]
    fn a_participle_that_describes_the_subject_does_not_tell() {
        let tests = [Test::TellsMay];
        check("A model made for the board may err.", &tests, "err");
        let text = "The ferry sank in a gale.";
        check(
            text,
            &[Test::TellsPast, Test::TellsDeed, Test::ActorTells],
            "sank",
        );
    }

    #[test]
    fn an_adjective_in_ed_is_no_verb() {
        check("The armed group in the hills.", &[Test::TellsNothing], "");
    }

    #[test]
    fn the_month_of_may_is_no_modal() {
        let tests = [Test::TellsPast, Test::TellsDeed];
        check("Sales in May rose.", &tests, "rose");
    }

    #[test]
    fn a_modal_of_a_later_clause_is_told_apart() {
        let tests = [Test::TellsPast, Test::TellsDeed, Test::ModalLater];
        check("It opened a line that could help.", &tests, "opened");
    }

    #[test]
    fn a_judgement_or_a_state_is_no_deed() {
        let tests = [Test::TellsPast, Test::ActorTells];
        check("Residents welcomed the decision.", &tests, "welcomed");
        check("The pier remained empty.", &[Test::TellsPast], "remained");
    }

    #[test]
    fn who_acts_in_the_event_may_stand_some_words_before_the_verb() {
        let tests = [Test::TellsPast, Test::TellsDeed, Test::ActorTells];
        check(
            "Divers from the base at Lomen searched.",
            &tests,
            "searched",
        );
        let far = "Divers from the old and very small base at Lomen searched.";
        check(far, &tests[..2], "searched");
    }
}
