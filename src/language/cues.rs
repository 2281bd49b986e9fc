//! What speaks for or against a section, and how much: data that a reader can look into.

mod entry;
mod marks;
mod phrases;
mod test;

use std::sync::Arc;

use serde::Deserialize;

use self::phrases::Phrases;
use super::words::{WordId, Words};

pub(super) use self::entry::{CueEntry, FollowEntry};
pub use self::marks::Marks;
pub use self::phrases::CueWord;
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
}

/// What a cue asks for besides its words.
#[derive(Debug, Clone, Copy)]
struct Asks {
    when: Tests,
    unless: Tests,
    place: Place,
    worded: bool,
}

/// What a test does to cues where it holds. Nearly all cues ask for one test, so that a sentence is put to
/// all cues of its tests at once.
#[derive(Debug, Default, Clone)]
struct Tested {
    /// The cues without words of which it is the last test that they ask for.
    filed: Marks,
    /// The cues that are not met where it holds.
    barred: Marks,
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

/// Some of the places.
#[derive(Debug, Default, Clone, Copy)]
struct Places(u8);

impl Places {
    fn add(&mut self, place: Place) {
        self.0 |= 1 << place as u8;
    }

    /// Whether one of them allows what `met` tells, which is asked only where there are some.
    #[inline]
    fn allow(self, met: impl FnOnce() -> Met) -> bool {
        self.0 != 0 && self.0 & Self::allowing(met()).0 != 0
    }

    /// The places that allow what was met.
    fn allowing(met: Met) -> Self {
        let all = [
            Place::Anywhere,
            Place::Start,
            Place::Quoted,
            Place::Reported,
        ];
        let mut places = Self::default();
        for place in all {
            places.0 |= u8::from(place.allows(met)) << place as u8;
        }
        places
    }
}

/// The sections that follow one another: announcement, background and outlook, in this order.
///
/// `[a][b]` is what section `a` weighs for a next sentence in section `b`.
pub type Follow = [[f32; 3]; 3];

/// All cues of a language.
#[derive(Debug, Default, Clone)]
pub struct Cues {
    all: Arc<Vec<Cue>>,
    /// For each cue what it asks for and what it weighs, side by side: both are read for each sentence.
    asks: Vec<Asks>,
    weights: Vec<Weights>,
    phrases: Phrases,
    /// The cues that have a weight for leaving out.
    skipping: Vec<usize>,
    /// Those of them that speak for it and have no words.
    wordless_skipping: Vec<usize>,
    /// For each test, by its number, what it does to cues.
    tested: Vec<Tested>,
    /// The tests that bar some cue.
    barring: Tests,
    /// The cues without words that ask for no test.
    untested: Marks,
    /// The cues that ask for more than they are filed under.
    asking: Marks,
    follow: Follow,
    follow_in_paragraph: Follow,
}

impl Cues {
    /// None yet, with room for the phrases of a language: for as many words as they have, each beginning
    /// told once.
    pub(super) fn with_room(steps: usize) -> Self {
        Self {
            phrases: Phrases::with_room(steps),
            ..Self::default()
        }
    }

    /// All cues, to be shared; the index of one is what [`Cues::met`] tells.
    #[must_use]
    pub fn all(&self) -> &Arc<Vec<Cue>> {
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

    /// The number of a word as it is written, where that of its small letters is known.
    pub(super) fn number_of(&self, written: &str, number: WordId) -> WordId {
        self.phrases.number_of(written, number)
    }

    /// What a word is to the phrases, by its number.
    #[must_use]
    pub fn word(&self, number: WordId) -> CueWord {
        let place = |cue: usize| self.asks.get(cue).map(|asks| asks.place);
        let place = |cue| place(cue).unwrap_or_default();
        self.phrases.word(number, place)
    }

    /// Tells `found` the index of each cue with a phrase that starts with the first of the words.
    pub fn phrases_at(
        &self,
        words: impl Iterator<Item = WordId>,
        met: Met,
        mut found: impl FnMut(usize),
    ) {
        self.phrases.starting(words, |cue| {
            let allowed = self.asks.get(cue).is_some_and(|it| it.place.allows(met));
            if allowed {
                found(cue);
            }
        });
    }

    /// Whether what speaks for leaving a sentence out outweighs what speaks against it, before its place in
    /// the report is known.
    #[must_use]
    pub fn skips(&self, tests: Tests, worded: &[usize]) -> bool {
        let met = |cue: usize| -> bool {
            let asks = &self.asks[cue];
            asks.hold(tests) && (!asks.worded || worded.contains(&cue))
        };
        // Of most sentences nothing speaks for it: then the sum need not be known.
        let holds = |cue: &usize| self.asks[*cue].hold(tests);
        let speaks_for = |cue: &usize| self.weights[*cue].skip > 0.0 && holds(cue);
        if !worded.iter().any(speaks_for) && !self.wordless_skipping.iter().any(holds) {
            return false;
        }
        let all = self.skipping.iter().filter(|&&cue| met(cue));
        all.map(|&cue| self.weights[cue].skip).sum::<f32>() > 0.0
    }

    /// The weights of some cues, added up.
    #[must_use]
    pub fn sum(&self, cues: &[u16]) -> Weights {
        let mut sum = Weights::default();
        let weights = cues.iter().map(|&cue| self.weights.get(usize::from(cue)));
        for weights in weights.flatten() {
            sum.announcement += weights.announcement;
            sum.background += weights.background;
            sum.outlook += weights.outlook;
            sum.reaction += weights.reaction;
            sum.casualties += weights.casualties;
            sum.skip += weights.skip;
        }
        sum
    }

    /// The cues that are met, of those whose words were met and of the wordless ones: the indices of
    /// those whose tests hold, in rising order, each once.
    ///
    /// `met` is room to work in, which one call leaves to the next.
    #[must_use]
    pub fn met(&self, tests: Tests, worded: &[usize], met: &mut Marks) -> Vec<u16> {
        let held = tests.numbers().filter_map(|test| self.tested.get(test));
        met.clear(self.all.len());
        met.join(&self.untested);
        for &cue in worded {
            met.add(cue);
        }
        for tested in held {
            met.join(&tested.filed);
        }
        let barring = tests.both(self.barring).numbers();
        barring.for_each(|test| met.leave(&self.tested[test].barred));
        met.sift(&self.asking, |cue| self.asks[cue].hold(tests));
        met.rising()
    }

    /// Forgets where a cue is looked for.
    fn forget(&mut self, index: usize) {
        self.phrases.forget(index);
        for list in [&mut self.skipping, &mut self.wordless_skipping] {
            list.retain(|&cue| cue != index);
        }
        for tested in &mut self.tested {
            tested.filed.remove(index);
            tested.barred.remove(index);
        }
        self.untested.remove(index);
        self.asking.remove(index);
    }

    /// Notes down where a cue will be looked for.
    fn file(&mut self, index: usize, asks: Asks, weights: Weights) {
        if weights.skip.abs() > 0.0 {
            self.skipping.push(index);
        }
        if weights.skip > 0.0 && !asks.worded {
            self.wordless_skipping.push(index);
        }
        self.barring.join(asks.unless);
        for test in asks.unless.numbers() {
            self.tested(test).barred.add(index);
        }
        let last = asks.when.numbers().last();
        match last.filter(|_| !asks.worded) {
            Some(test) => self.tested(test).filed.add(index),
            None if asks.worded => {}
            None => self.untested.add(index),
        }
        if asks.when.numbers().count() > usize::from(!asks.worded) {
            self.asking.add(index);
        }
    }

    /// What a test does to cues, by its number.
    fn tested(&mut self, test: usize) -> &mut Tested {
        if test >= self.tested.len() {
            self.tested.resize(test + 1, Tested::default());
        }
        &mut self.tested[test]
    }

    /// Adds a cue, whose words are numbered among those of the language. One of a known name takes the place
    /// of the old one.
    pub(super) fn add<S: AsRef<str> + Into<Arc<str>>>(
        &mut self,
        entry: CueEntry<S>,
        known_words: &mut Words,
    ) {
        let name: Arc<str> = entry.name.into();
        let known = self.all.iter().position(|cue| cue.name == name);
        let index = known.unwrap_or(self.all.len());
        if known.is_some() {
            self.forget(index);
        }
        for words in &entry.words {
            self.phrases.add(words.as_ref(), index, known_words);
        }
        let asks = Asks {
            when: entry.when.iter().copied().collect(),
            unless: entry.unless.iter().copied().collect(),
            place: entry.place,
            worded: !entry.words.is_empty(),
        };
        self.file(index, asks, entry.weights);
        put(&mut self.asks, index, asks);
        put(&mut self.weights, index, entry.weights);
        let cue = Cue {
            name,
            why: entry.why.into(),
            weights: entry.weights,
        };
        put(Arc::make_mut(&mut self.all), index, cue);
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

/// Sets the item at an index, which may be the next one.
fn put<T>(all: &mut Vec<T>, index: usize, item: T) {
    match all.get_mut(index) {
        Some(old) => *old = item,
        None => all.push(item),
    }
}

impl Asks {
    /// Whether its tests hold; its words are another matter.
    fn hold(&self, tests: Tests) -> bool {
        tests.has_just(self.when, self.unless)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lexicon;

    const MINE: &str = r#"
[[cue]]
name = "slated for"
why = "a plan in the words of this paper"
words = ["is slated", "on the slate"]
weights = { outlook = 1.0 }
"#;

    fn lexicon(cues: &str) -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon.add("mine.toml", cues).unwrap();
        lexicon
    }

    fn met(lexicon: &Lexicon, text: &str) -> Vec<String> {
        let cues = lexicon.cues();
        let words = text.split(' ').map(|word| lexicon.look_up(word).1);
        let words: Vec<WordId> = words.collect();
        let mut found = Vec::new();
        for at in 0..words.len() {
            let place = Met {
                at_start: at == 0,
                quoted: false,
            };
            cues.phrases_at(words[at..].iter().copied(), place, |cue| found.push(cue));
        }
        let met = cues.met(Tests::default(), &found, &mut Marks::default());
        let names = met
            .iter()
            .map(|&cue| cues.all()[usize::from(cue)].name.to_string());
        names.collect()
    }

    #[test]
    fn a_cue_is_met_where_its_words_stand_in_order() {
        let cues = lexicon(MINE);
        assert_eq!(met(&cues, "the vote IS slated for May"), ["slated for"]);
        assert!(met(&cues, "slated it is").is_empty());
    }

    #[test]
    fn a_cue_of_a_known_name_takes_the_place_of_the_old_one() {
        let mut lexicon = lexicon(MINE);
        let other = MINE.replace("\"is slated\", ", "");
        lexicon.add("mine.toml", &other).unwrap();
        assert_eq!(lexicon.cues().all().len(), 1);
        assert!(met(&lexicon, "it is slated").is_empty());
    }

    #[track_caller]
    fn check_error(text: &str, expected: &str) {
        let error = Lexicon::default().add("mine.toml", text).unwrap_err();
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
        check_error(
            &MINE.replace("\nwords", "\nwhen = [\"moon\"]\nwords"),
            "moon",
        );
    }
}
