use serde::Deserialize;

/// What can be asked of a sentence besides its words. The name in a lexicon file is the same, in
/// `snake_case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Any sentence: a cue with this test is what a section weighs from the start.
    Any,
    // Where it stands. What is skipped is not counted.
    /// The first sentence of the report.
    Lede,
    /// The second sentence.
    Second,
    /// The third sentence.
    Third,
    /// The fourth sentence.
    Fourth,
    /// The fifth and sixth sentence.
    Early,
    /// The seventh to the twelfth sentence.
    Middle,
    /// After the twelfth sentence.
    Late,
    /// After the twenty-fourth sentence.
    VeryLate,
    /// The last fifth of the report.
    LastFifth,
    /// The last two sentences of a report of more than four.
    Closing,
    /// The first of its paragraph.
    OpensParagraph,
    /// The second or a later one of its paragraph.
    ContinuesParagraph,
    /// In the first paragraph.
    FirstParagraph,
    /// In the second paragraph.
    SecondParagraph,
    /// In the third or fourth paragraph.
    ThirdParagraph,
    /// In the fifth to eighth paragraph.
    FifthParagraph,
    /// The report has at most eight sentences.
    ShortReport,
    /// The report has more than thirty sentences.
    LongReport,
    /// The headline itself, as the first paragraph of the text.
    Heading,
    // What it shares with headline and lede.
    /// There is no headline but the lede's own head.
    NoHeadline,
    /// No word of the headline.
    HeadlineNone,
    /// Up to a quarter of the words of the headline.
    HeadlineSome,
    /// More than a quarter, up to 45 in a hundred.
    HeadlineHalf,
    /// More than 45 in a hundred.
    HeadlineMost,
    /// More than 65 in a hundred.
    HeadlineAll,
    /// No word of the lede (the lede itself shares all).
    LedeNone,
    /// Up to 12 in a hundred of the words of the lede.
    LedeSome,
    /// More than 12, up to 25 in a hundred.
    LedeHalf,
    /// More than 25 in a hundred.
    LedeMost,
    /// Its telling verb is one of the headline's words, stems compared.
    HeadlineVerb,
    /// Its telling verb is one of the lede's words.
    LedeVerb,
    /// A word before its telling verb is one of the headline's.
    HeadlineSubject,
    /// A word after its telling verb is one of the headline's.
    HeadlineObject,
    /// A word of the headline that is no name here, and tells what is done or with what.
    HeadlineDeed,
    /// Two or more of them.
    HeadlineDeeds,
    /// Two or more words of the lede that are no names.
    LedeDeed,
    /// Four or more of them.
    LedeDeeds,
    /// A number of headline or lede.
    SharedNumber,
    /// The weekday of the lede.
    SameDay,
    /// The headline tells what is to come: "to close", "plans", "will".
    HeadlinePlans,
    /// The headline tells what somebody says: "says", "urges", a colon.
    HeadlineSays,
    /// The lede tells what is to come.
    LedePlans,
    /// The lede has few words of the headline: a story told from an example.
    StoryLede,
    /// The head of the report names the day of the news: a weekday in its first three sentences, or
    /// "yesterday" in the lede.
    DatedLede,
    // Quotation marks.
    /// No quoted word.
    QuoteNone,
    /// A few quoted words.
    QuoteShort,
    /// About half.
    QuoteHalf,
    /// Most of it or all.
    QuoteMost,
    /// It opens with a quotation mark.
    OpensQuote,
    /// A quotation that began before runs on.
    RunningQuote,
    /// The sentence before was mostly quoted.
    AfterQuote,
    /// It opens its paragraph in a few words, and the next sentence of the paragraph opens with a quotation mark.
    LeadsQuote,
    /// No quotation in the whole report.
    NoQuotesInReport,
    // The verb that tells: the first finite one of the main clause that is not "said".
    /// Somebody said or told it, in the past tense.
    SaidPast,
    /// Somebody says or tells it, in the present tense.
    SaidPresent,
    /// The main clause begins with a verb of speech: "he said that".
    SaidFirst,
    /// will, shall.
    TellsWill,
    /// would.
    TellsWould,
    /// could, may, might.
    TellsMay,
    /// can.
    TellsCan,
    /// should, must, ought.
    TellsShould,
    /// is, are, am.
    TellsIs,
    /// was, were.
    TellsWas,
    /// has, have.
    TellsHas,
    /// had.
    TellsHad,
    /// A full verb in the past tense.
    TellsPast,
    /// A full verb in the past tense that tells what was done: none of speech, judgement or state.
    TellsDeed,
    /// The subject of the telling verb are people or things that act in events: "rescuers",
    /// "the court".
    ActorTells,
    /// do, does, or a full verb in the present tense.
    TellsPresent,
    /// No finite verb was found.
    TellsNothing,
    /// A form of be with a past participle.
    Passive,
    /// A form of be with an -ing form.
    Progressive,
    /// has or have with a past participle.
    Perfect,
    /// A modal anywhere outside the telling verb: will, would, could, may, might.
    ModalLater,
    // Time.
    /// A year five or more before publication.
    YearLongAgo,
    /// A year one to four before publication.
    YearBefore,
    /// The year of publication.
    YearSame,
    /// A year to come.
    YearAhead,
    /// A month that lies before that of publication.
    MonthBefore,
    /// The month of publication, or one that is not dated.
    MonthSame,
    /// A month to come.
    MonthAhead,
    /// A day and month within four days of publication.
    DateNow,
    /// A day and month before that.
    DateBefore,
    /// A day and month to come.
    DateAhead,
    /// A weekday.
    Weekday,
    /// The weekday of publication or of the day before it.
    WeekdayNow,
    // Numbers and shape.
    /// A number in digits that is no year and no date.
    Number,
    /// Three or more of them.
    Numbers,
    /// A share in percent.
    Percent,
    /// An amount of money.
    Money,
    /// Up to eight words.
    VeryShort,
    /// Nine to fifteen words.
    Short,
    /// More than thirty words.
    Long,
    /// More than forty words.
    VeryLong,
    /// "PORT HALDEN, March 4 (Agency) -" at its head.
    Dateline,
    /// It ends without a full stop or other final mark.
    Unended,
    /// It ends with a question mark.
    Question,
    /// It stands in round brackets.
    Bracketed,
    /// A few words without an end mark, alone in their paragraph.
    Subhead,
    /// A subhead with a sentence or a list below it, which it heads.
    Heads,
    /// The credit of a picture follows it and ends their paragraph.
    Captioned,
    /// It ends with month, day and year.
    EndsDated,
    /// It ends with a colon.
    EndsColon,
    /// A bullet or dash at its head.
    Bullet,
    /// A capitalised name inside it.
    Named,
    /// Three or more capitalised words inside it.
    ManyNames,
    // Dead, hurt and damage.
    /// Deaths, injuries, missing or displaced are told with a number, or with "killed" and its like.
    Toll,
    /// A weaker sign of them.
    TollWeak,
    /// Damage to things is told.
    Damage,
    /// "No one was hurt", "no damage".
    TollNone,
    /// The headline or one of the first three sentences tells a toll or damage.
    TollReport,
    /// The headline tells it.
    TollHeadline,
    /// The headline tells that somebody died at an age: "dies at 88".
    Obituary,
    /// Words of the law: charged, trial, sentenced.
    Legal,
    /// Headline or lede hold a word of the criminal court, or two different words of the law.
    LegalReport,
    /// Headline and lede together hold two different words of sport.
    MatchReport,
    /// Headline and lede together hold two different words of research.
    StudyReport,
    /// Headline and lede together hold two different words of results, prices or markets.
    EconomyReport,
    /// Headline and lede together hold two different words of elections.
    VoteReport,
    /// A time that is over: "years ago", "last year", a year before.
    PastTime,
    /// will, would, could, may, might stand beside the toll.
    TollModal,
    /// A figure of the toll is of another event than the article's.
    TollElsewhere,
    /// The sentence before in the paragraph tells of a time that is over, and this one of no other.
    PastGoesOn,
    /// A past time in the lede: what is news about what was.
    LedePast,
}

/// The tests that hold for a sentence.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tests(u128);

impl Tests {
    /// Whether the test holds.
    #[must_use]
    pub fn has(self, test: Test) -> bool {
        self.0 & (1 << test as u32) != 0
    }

    /// Whether all of the others hold.
    #[must_use]
    pub fn has_all(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// Whether at least one of the others holds.
    #[must_use]
    pub fn has_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether all of some hold and none of others: one question, for neither of two could be foreseen.
    pub(super) fn has_just(self, all: Self, none: Self) -> bool {
        (!self.0 & all.0) | (self.0 & none.0) == 0
    }

    /// The tests of both sets.
    pub(super) fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The numbers of the tests that hold, as they stand in [`Test`], in rising order.
    pub(super) fn numbers(self) -> impl Iterator<Item = usize> {
        // Half by half: a processor has no numbers of so many bits.
        let halves = [self.0, self.0 >> u64::BITS].map(|half| half & u128::from(u64::MAX));
        let halves = halves.map(|half| u64::try_from(half).unwrap_or_default());
        let [low, high] = halves.map(bits);
        low.chain(high.map(|bit| bit + u64::BITS as usize))
    }

    /// Adds a test that holds.
    pub fn add(&mut self, test: Test) {
        self.0 |= 1 << test as u32;
    }

    /// Adds the tests of another set.
    pub fn join(&mut self, others: Self) {
        self.0 |= others.0;
    }

    /// Adds a test when the condition holds.
    pub fn add_if(&mut self, holds: bool, test: Test) {
        // With no jump: whether it holds can not be foreseen.
        self.0 |= u128::from(holds) << test as u32;
    }
}

/// The numbers of the bits that are set, in rising order.
#[inline]
fn bits(mut left: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = left.trailing_zeros();
        left &= left.wrapping_sub(1);
        (next < u64::BITS).then_some(next as usize)
    })
}

impl FromIterator<Test> for Tests {
    fn from_iter<I: IntoIterator<Item = Test>>(tests: I) -> Self {
        let mut set = Self::default();
        tests.into_iter().for_each(|test| set.add(test));
        set
    }
}
