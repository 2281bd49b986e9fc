use std::collections::BTreeSet;
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

/// The place of a match among the fields.
const MATCH_FIELD: usize = 1;

/// The classes of words that tell a field.
const TELLING: Classes = Classes::of(&[
    Class::LegalWord,
    Class::TrialWord,
    Class::SportWord,
    Class::StudyWord,
    Class::EconomyWord,
    Class::VoteWord,
]);

/// A headline and lede that say too little are read with the sentences behind, up to this one.
const OPENING: usize = 5;

/// So many different words of sport, with the scores, tell in the opening of a report that it is of a match.
const TELLING_OPENING: usize = 4;

/// What field a report is from, by the words of its headline and its lede; a match also by its opening, since
/// such a report often begins with a scene.
pub(super) fn tests(
    headline: Option<&Reading<'_>>,
    reading: &Reading<'_>,
    sentences: &[Sentence],
) -> Tests {
    let mut found = Found::default();
    if let Some(headline) = headline {
        found.read(headline, 0..headline.document.tokens().len());
    }
    if let Some(lede) = sentences.first() {
        found.read(reading, lede.tokens());
    }
    let mut tests = found.tests;
    for (field, (_, test)) in (0..).zip(FIELDS) {
        tests.add_if(found.count(field, test) >= TELLING_WORDS, test);
    }
    let (field, sport) = (MATCH_FIELD, Test::MatchReport);
    if !tests.has(sport) && found.count(field, sport) > 0 {
        for sentence in sentences.iter().take(OPENING).skip(1) {
            found.read(reading, sentence.tokens());
        }
        tests.add_if(found.count(field, sport) >= TELLING_OPENING, sport);
    }
    tests
}

/// The words of the fields that were met.
#[derive(Default)]
struct Found {
    words: BTreeSet<(usize, String)>,
    scores: usize,
    tests: Tests,
}

impl Found {
    fn read(&mut self, reading: &Reading<'_>, tokens: Range<usize>) {
        for at in tokens.clone() {
            let classes = reading.classes(at);
            if classes.meets(TELLING) {
                let fields = (0..).zip(FIELDS);
                let fields = fields.filter(|(_, (class, _))| classes.has(*class));
                let words = fields.map(|(field, _)| (field, reading.word(at).to_lowercase()));
                self.words.extend(words);
                let trial = classes.has(Class::TrialWord);
                self.tests.add_if(trial, Test::LegalReport);
            }
        }
        self.scores += telling_scores(reading, tokens);
    }

    /// How many different words tell of a field; scores count with those of a match.
    fn count(&self, field: usize, test: Test) -> usize {
        let own = self.words.iter().filter(|(of, _)| *of == field).count();
        own + if test == Test::MatchReport {
            self.scores
        } else {
            0
        }
    }
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
        let found = tests(Some(&headline), &reading, lede.sentences());
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
    fn the_opening_of_a_report_that_begins_with_a_scene_tells_of_a_match() {
        let scene = "For 41 years the cup had been lifted in other towns. The drop goal gave Orsk a 19-16 win \
                     over the champions Denby. The crowd was over the fence. Denby had led 13-0 at half-time.";
        check("Orsk end a long wait", scene, Test::MatchReport, true);
        let none = scene.replace("the cup", "the prize");
        check("Orsk end a long wait", &none, Test::MatchReport, false);
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
