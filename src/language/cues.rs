//! What speaks for or against a section, and how much: data that a reader can look into.

mod entry;
mod phrases;
mod test;

use std::sync::Arc;

use serde::Deserialize;

use self::phrases::Phrases;
use super::{Lexicon, LexiconError};

pub(super) use self::entry::{CueEntry, FollowEntry};
pub use self::phrases::WordId;
pub use self::test::{Test, Tests};

/// Something that a sentence may hold or be, and the sections that it speaks for.
#[derive(Debug, Clone)]
pub struct Cue {
    /// What it is called where a decision is explained.
    pub name: Arc<str>,
    /// Where it comes from.
    pub why: Arc<str>,
    /// What it weighs.
    pub weights: Weights,
    when: Tests,
    unless: Tests,
    place: Place,
    worded: bool,
}

/// What a cue weighs for each section: natural logarithms of odds, to be added up.
#[derive(Debug, Default, Clone, Copy, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// For the news itself.
    pub announcement: f32,
    /// For what came before, judgements included.
    pub background: f32,
    /// For what may come.
    pub outlook: f32,
    /// For somebody's judgement, against the rest of the background.
    pub reaction: f32,
    /// For deaths, injuries and damage of this event: these are casualties when the sum is above 0.
    pub casualties: f32,
    /// For what is no part of the report: it is left out when the sum is above 0.
    pub skip: f32,
}

/// Where in a sentence the words of a cue count.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    #[default]
    Anywhere,
    /// As its first words, a quotation mark left out.
    Start,
    /// Inside quotation marks.
    Quoted,
    /// Outside quotation marks.
    Reported,
}

/// Where a phrase was met.
#[derive(Debug, Clone, Copy)]
pub struct Met {
    /// Whether it opens the sentence.
    pub at_start: bool,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
}

impl Place {
    fn allows(self, met: Met) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Start => met.at_start,
            Self::Quoted => met.quoted,
            Self::Reported => !met.quoted,
        }
    }
}

/// The sections that follow one another: announcement, background and outlook, in this order.
///
/// `[a][b]` is what section `a` weighs for a next sentence in section `b`.
pub type Follow = [[f32; 3]; 3];

/// All cues of a language.
#[derive(Debug, Default, Clone)]
pub struct Cues {
    all: Vec<Cue>,
    phrases: Phrases,
    /// The cues that have a weight for leaving out.
    skipping: Vec<usize>,
    follow: Follow,
    follow_in_paragraph: Follow,
}

impl Cues {
    /// The cues for English, read once from the files built into the program.
    #[must_use]
    pub fn english() -> &'static Self {
        Lexicon::english().cues()
    }

    /// Adds the cues of a lexicon file. A cue whose name is known takes the place of that cue.
    ///
    /// # Errors
    ///
    /// When the text is not a lexicon file, or a cue could never be met; the message names the line.
    pub fn extend(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        let mut lexicon = Lexicon::of_cues(std::mem::take(self));
        let added = lexicon.add(file, text);
        *self = lexicon.into_cues();
        added
    }

    /// All cues; the index of one is what [`Cues::met`] tells.
    #[must_use]
    pub fn all(&self) -> &[Cue] {
        &self.all
    }

    /// What a section weighs for the next sentence of the report.
    #[must_use]
    pub fn follow(&self, same_paragraph: bool) -> &Follow {
        if same_paragraph {
            &self.follow_in_paragraph
        } else {
            &self.follow
        }
    }

    /// The number of a word in the phrases of the cues, whatever its case; 0 when it is in none.
    #[must_use]
    pub fn word(&self, word: &str) -> WordId {
        self.phrases.word(word)
    }

    /// Tells `found` the index of each cue with a phrase that starts at the first of the words.
    pub fn phrases_at(&self, words: &[WordId], met: Met, mut found: impl FnMut(usize)) {
        self.phrases.starting(words, |cue| {
            let allowed = self.all.get(cue).is_some_and(|it| it.place.allows(met));
            if allowed {
                found(cue);
            }
        });
    }

    /// The sum of what speaks for leaving a sentence out, before its place in the report is known.
    #[must_use]
    pub fn skip_sum(&self, tests: Tests, worded: &[usize]) -> f32 {
        let met = |&&cue: &&usize| -> bool {
            let worded_and_met = !self.all[cue].worded || worded.contains(&cue);
            worded_and_met && self.all[cue].holds(tests)
        };
        let skipping = self.skipping.iter().filter(met);
        skipping.map(|&cue| self.all[cue].weights.skip).sum()
    }

    /// The weights of some cues, added up.
    #[must_use]
    pub fn sum(&self, cues: &[usize]) -> Weights {
        let mut sum = Weights::default();
        for cue in cues.iter().filter_map(|&cue| self.all.get(cue)) {
            let weights = &cue.weights;
            sum.announcement += weights.announcement;
            sum.background += weights.background;
            sum.outlook += weights.outlook;
            sum.reaction += weights.reaction;
            sum.casualties += weights.casualties;
            sum.skip += weights.skip;
        }
        sum
    }

    /// Keeps of the cues whose words were met those whose tests hold, and adds the wordless ones.
    ///
    /// The indices are given in rising order, each once.
    pub fn met(&self, tests: Tests, worded: &mut Vec<usize>) {
        worded.sort_unstable();
        worded.dedup();
        worded.retain(|&cue| self.all[cue].holds(tests));
        let wordless = self.all.iter().enumerate();
        let wordless = wordless.filter(|(_, cue)| !cue.worded && cue.holds(tests));
        worded.extend(wordless.map(|(index, _)| index));
        worded.sort_unstable();
    }

    pub(super) fn add(&mut self, entry: CueEntry) {
        let name: Arc<str> = entry.name.into_inner().into();
        let known = self.all.iter().position(|cue| cue.name == name);
        let index = known.unwrap_or(self.all.len());
        self.phrases.forget(index);
        for words in &entry.words {
            self.phrases.add(words.get_ref(), index);
        }
        let cue = Cue {
            name,
            why: entry.why.into(),
            weights: entry.weights,
            when: entry.when.iter().copied().collect(),
            unless: entry.unless.iter().copied().collect(),
            place: entry.place,
            worded: !entry.words.is_empty(),
        };
        match self.all.get_mut(index) {
            Some(old) => *old = cue,
            None => self.all.push(cue),
        }
        let weighs = |&cue: &usize| self.all[cue].weights.skip.abs() > 0.0;
        self.skipping = (0..self.all.len()).filter(weighs).collect();
    }

    pub(super) fn set_follow(&mut self, entry: &FollowEntry) {
        let table = if entry.same_paragraph {
            &mut self.follow_in_paragraph
        } else {
            &mut self.follow
        };
        table[entry.after as usize] = [entry.announcement, entry.background, entry.outlook];
    }
}

impl Cue {
    /// Whether its tests hold; its words are another matter.
    fn holds(&self, tests: Tests) -> bool {
        tests.has_all(self.when) && !tests.has_any(self.unless)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINE: &str = r#"
[[cue]]
name = "slated for"
why = "a plan in the words of this paper"
words = ["is slated", "on the slate"]
weights = { outlook = 1.0 }
"#;

    fn met(cues: &Cues, text: &str) -> Vec<String> {
        let words: Vec<WordId> = text.split(' ').map(|word| cues.word(word)).collect();
        let mut found = Vec::new();
        for at in 0..words.len() {
            let place = Met {
                at_start: at == 0,
                quoted: false,
            };
            cues.phrases_at(&words[at..], place, |cue| found.push(cue));
        }
        cues.met(Tests::default(), &mut found);
        let names = found.iter().map(|&cue| cues.all()[cue].name.to_string());
        names.collect()
    }

    #[test]
    fn a_cue_is_met_where_its_words_stand_in_order() {
        let mut cues = Cues::default();
        cues.extend("mine.toml", MINE).unwrap();
        assert_eq!(met(&cues, "the vote IS slated for May"), ["slated for"]);
        assert!(met(&cues, "slated it is").is_empty());
    }

    #[test]
    fn a_cue_of_a_known_name_takes_the_place_of_the_old_one() {
        let mut cues = Cues::default();
        cues.extend("mine.toml", MINE).unwrap();
        let other = MINE.replace("\"is slated\", ", "");
        cues.extend("mine.toml", &other).unwrap();
        assert_eq!(cues.all().len(), 1);
        assert!(met(&cues, "it is slated").is_empty());
    }

    #[track_caller]
    fn check_error(text: &str, expected: &str) {
        let error = Cues::default().extend("mine.toml", text).unwrap_err();
        let message = error.to_string();
        assert!(message.contains(expected), "{message}");
    }

    #[test]
    fn a_cue_that_can_not_be_met_is_named_with_its_line() {
        let text = "\n[[cue]]\nname = \"empty\"\nwhy = \"\"\nweights = { outlook = 1.0 }\n";
        check_error(text, "mine.toml: line 3");
        check_error(text, "'empty'");
    }

    #[test]
    fn a_second_cue_of_one_name_is_named_with_its_line() {
        check_error(&format!("{MINE}{MINE}"), "line 9");
        check_error(&format!("{MINE}{MINE}"), "'slated for'");
    }

    #[test]
    fn a_weight_that_is_no_number_is_named_with_its_line() {
        check_error(&MINE.replace("1.0", "nan"), "line 3");
        check_error(&MINE.replace("1.0", "\"much\""), "line 6");
    }

    #[test]
    fn an_unknown_section_or_test_is_named_with_its_line() {
        check_error(&MINE.replace("outlook", "forecast"), "line 6");
        check_error(&MINE.replace("words", "when = [\"moon\"]\nwords"), "moon");
    }
}
