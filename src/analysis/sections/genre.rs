use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::document::Sentence;
use crate::language::{Class, Classes, Test, Tests};

/// So many different words of a field, in headline and lede together, tell what a report is about.
const TELLING_WORDS: usize = 2;

/// The fields, and what a report is called that is from one.
const FIELDS: [(Class, Test); 5] = [
    (Class::LegalWord, Test::LegalReport),
    (Class::SportWord, Test::MatchReport),
    (Class::StudyWord, Test::StudyReport),
    (Class::EconomyWord, Test::EconomyReport),
    (Class::VoteWord, Test::VoteReport),
];

/// The classes of words that tell a field.
const TELLING: Classes = Classes::of(&[
    Class::LegalWord,
    Class::TrialWord,
    Class::SportWord,
    Class::StudyWord,
    Class::EconomyWord,
    Class::VoteWord,
]);

/// What field a report is from, by the words of its headline and its lede.
pub(super) fn tests(
    headline: Option<&Reading<'_>>,
    reading: &Reading<'_>,
    lede: Option<&Sentence>,
) -> Tests {
    let headline = headline.map(|it| (it, 0..it.document.tokens().len()));
    let lede = lede.map(|it| (reading, it.tokens()));
    let parts = [headline, lede];
    let mut tests = Tests::default();
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut scores = 0;
    for (reading, tokens) in parts.iter().flatten() {
        for at in tokens.clone() {
            let classes = reading.classes(at);
            if classes.meets(TELLING) {
                let fields = (0..)
                    .zip(FIELDS)
                    .filter(|(_, (class, _))| classes.has(*class));
                words.extend(fields.map(|(field, _)| (field, reading.word(at).to_lowercase())));
                tests.add_if(classes.has(Class::TrialWord), Test::LegalReport);
            }
        }
        scores += telling_scores(reading, tokens.clone());
    }
    words.sort_unstable();
    words.dedup();
    for (field, (_, test)) in (0..).zip(FIELDS) {
        let own = words.iter().filter(|(of, _)| *of == field).count();
        let scores = if test == Test::MatchReport { scores } else { 0 };
        tests.add_if(own + scores >= TELLING_WORDS, test);
    }
    tests
}

/// How much the scores tell of a match: one between two names ("Orsk 2-1 Denby") or several ("6-4, 7-5")
/// as much as two words, any other ("beat Denby 2-1") as much as one.
fn telling_scores(reading: &Reading<'_>, tokens: Range<usize>) -> usize {
    let small = |word: &str| word.len() <= 2 && word.parse::<u8>().is_ok();
    let dash = |at: usize| matches!(reading.word(at), "-" | "\u{2013}");
    let joined = |at: usize| {
        let parts = reading.word(at).split_once(['-', '\u{2013}']);
        parts.is_some_and(|(one, other)| small(one) && small(other))
    };
    let digit = |at: usize| reading.word(at).starts_with(|c: char| c.is_ascii_digit());
    let len = |at: usize| match () {
        () if !digit(at) => None,
        () if joined(at) => Some(1),
        () if small(reading.word(at)) && dash(at + 1) && small(reading.word(at + 2)) => Some(3),
        () => None,
    };
    let named = |at: usize, end: usize| {
        let before = at.checked_sub(1);
        before.is_some_and(|at| reading.is_capital(at)) && reading.is_capital(end)
    };
    let found = tokens.filter_map(|at| Some((at, at + len(at)?)));
    found.map(|(at, end)| 1 + usize::from(named(at, end))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reading::Forms;
    use crate::document::{Article, Document};
    use crate::language::Lexicon;

    #[track_caller]
    fn check(headline: &str, lede: &str, test: Test, expected: bool) {
        let document = |text: &str| {
            Document::new(Article {
                text: text.to_owned(),
                ..Article::default()
            })
        };
        let (headline, lede) = (document(headline), document(lede));
        let forms = Forms::of(&headline, Lexicon::english());
        let headline = Reading::new(&forms);
        let forms = Forms::of(&lede, Lexicon::english());
        let reading = Reading::new(&forms);
        let found = tests(Some(&headline), &reading, lede.sentences().first());
        assert_eq!(found.has(test), expected);
    }

    #[test]
    fn one_word_of_the_criminal_court_makes_a_report_of_a_trial_and_charge_alone_does_not() {
        let verdict = "A jury found the former mayor of Denby at fault on Friday.";
        check("Mayor took bribes", verdict, Test::LegalReport, true);
        let toll = "Denby will charge drivers from May after the council backed the charge.";
        check("City backs charge for cars", toll, Test::LegalReport, false);
    }

    #[test]
    fn two_different_words_make_a_report_of_a_match() {
        let lede = "Orsk United beat Denby 2-1 on Sunday to win the cup.";
        check("Late goal wins it for Orsk", lede, Test::MatchReport, true);
        check("Orsk go wild", lede, Test::MatchReport, true);
        let cup = "Orsk United danced on Sunday with the cup.";
        check("Orsk go wild", cup, Test::MatchReport, false);
        check("Orsk 2-1 Denby", lede, Test::MatchReport, true);
        let sets = "Maja Lind beat Irina Petrov 3-6, 7-5, 6-4 on Saturday.";
        check("Lind stuns Petrov", sets, Test::MatchReport, true);
        let vote = "The board voted 7-2 for the cut on Thursday.";
        check("Bank cuts its rate", vote, Test::MatchReport, false);
    }

    #[test]
    fn two_different_words_make_a_report_of_the_economy() {
        let lede = "Velm Motors raised its sales by a tenth in the third quarter.";
        check(
            "Velm Motors has a good autumn",
            lede,
            Test::EconomyReport,
            true,
        );
        check(
            "Velm Motors sells a yard",
            "It was sold.",
            Test::EconomyReport,
            false,
        );
    }

    #[test]
    fn two_different_words_make_a_report_of_an_election() {
        let lede = "Voters in Denby chose a new mayor on Sunday.";
        check("Denby election goes to Holm", lede, Test::VoteReport, true);
        check("Denby goes to Holm", lede, Test::VoteReport, false);
    }

    #[test]
    fn two_different_words_make_a_report_of_research() {
        let lede = "A skull found in a gravel pit belonged to an unknown species of bear.";
        check("Bear was new to science", lede, Test::StudyReport, true);
        check(
            "Skull, skull and skull",
            "A skull sat there.",
            Test::StudyReport,
            false,
        );
    }
}
