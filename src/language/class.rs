use serde::Deserialize;

/// A kind of word that the analysis looks for. The name in a lexicon file is the same, in
/// `snake_case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A verb that announces speech: "said".
    CueVerb,
    /// A weekday.
    Weekday,
    /// A month.
    Month,
    /// A verb that announces words only where quotation marks stand beside it: "called".
    WeakCue,
    /// A verb by which a figure is claimed: "shows".
    ClaimVerb,
    /// A noun for something said: "statement".
    CueNoun,
    /// A word that only stands before a name: "Mr".
    Honorific,
    /// An office or rank: "president".
    Title,
    /// Another noun for one person: "witness".
    RoleNoun,
    /// A noun for many people: "officials".
    GroupNoun,
    /// A noun for a thing that can not say anything, whatever its name: "bridge", "skull".
    MuteNoun,
    /// A noun that begins or ends the name of a body: "ministry".
    OrgNoun,
    /// A noun for something written: "report".
    DocumentNoun,
    /// An adjective of a country, party or faith: "Iranian".
    Demonym,
    /// A country, large city or state.
    Place,
    /// A man's given name, or a word for a man.
    Male,
    /// A woman's given name, or a word for a woman.
    Female,
    /// A small word inside a name: "bin".
    NameParticle,
    /// A word that opens a noun phrase: "the".
    Determiner,
    /// "of", "in", "against".
    Preposition,
    /// A word that opens a clause or ties two: "and", "while".
    Conjunction,
    /// "has", "would", "not".
    Auxiliary,
    /// A common verb that is not of speech: "met".
    Verb,
    /// A noun after an adjective or a name, a verb after many: "report".
    VerbNoun,
    /// A personal or relative pronoun.
    Pronoun,
    /// An adverb that may stand between subject and verb: "also".
    Adverb,
    /// A word that may stand with a capital and is no name: "Asked".
    NotName,
    /// A word that carries grammar, not content: "the", "of", "he".
    Function,
    /// An irregular verb in the past tense: "went".
    PastVerb,
    /// An irregular past participle: "taken".
    Participle,
    /// Harm to people, told as a verb: "killed", "injured".
    HarmVerb,
    /// Harm to people, told as a noun: "casualties", "deaths".
    HarmNoun,
    /// People who may come to harm: "residents", "passengers".
    PeopleNoun,
    /// Harm to things, told as a verb: "destroyed".
    DamageVerb,
    /// Things that may come to harm: "houses", "bridges".
    Structure,
    /// Words of courts and charges.
    LegalWord,
    /// Words of the criminal court that say nothing else: "convicted", "jury".
    TrialWord,
    /// What kills and destroys: "earthquake", "bombing".
    DisasterNoun,
    /// Words of sport: "goalkeeper", "semi-final".
    SportWord,
    /// Words of research: "scientists", "fossil".
    StudyWord,
    /// Words of results, prices and markets: "profit", "inflation".
    EconomyWord,
    /// Words of elections: "voters", "ballot".
    VoteWord,
    /// A verb in the past tense that tells no deed: "welcomed", "remained".
    NoDeed,
    /// Who or what acts in events: "rescuers", "court", "blaze".
    Actor,
    /// A number in words: "three", "dozens".
    NumberWord,
    /// A verb that only says, and tells nothing itself: "said".
    SayVerb,
    /// will, shall.
    WillVerb,
    /// would.
    WouldVerb,
    /// could, may, might.
    MayVerb,
    /// can.
    CanVerb,
    /// should, must, ought.
    ShouldVerb,
    /// is, are, am.
    IsVerb,
    /// was, were.
    WasVerb,
    /// has, have.
    HasVerb,
    /// had.
    HadVerb,
    /// A verb in the present tense: "remains".
    PresentVerb,
    /// A word that a figure may begin with or that denies one: "dozens", "a third", "none".
    FigureWord,
    /// A word that every article repeats: "the".
    StopWord,
    /// A word that makes a number an amount: "million".
    Magnitude,
    /// A word that, at the head of a sentence, points to one before it: "he", "this".
    LeaningWord,
    /// A word that ties a sentence to the one before: "but".
    Connective,
    /// A conjunction at which a new voice begins: "while".
    Contrast,
    /// A noun for a count that somebody keeps: "tally".
    CountNoun,
    /// A verb that claims a figure and announces no words: "spoke".
    TellingVerb,
    /// A verb that sets a count: "raised".
    SettingVerb,
    /// A verb of a count, whose doer stands behind "by": "put".
    GivenVerb,
    /// A word that opens a clause beside the main one: "which".
    AsideOpener,
    /// A word of grammar that may end a subject: "they".
    SubjectWord,
    /// A verb of speech whose object is what is claimed: "reported 12 deaths".
    ReportingVerb,
    /// A verb by which somebody passes on what another says: "citing".
    CitingVerb,
}

/// A set of classes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// Whether the class is in the set.
    #[inline]
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// Whether any of the classes is in the set.
    #[inline]
    #[must_use]
    pub fn has_any(self, classes: &[Class]) -> bool {
        self.meets(Self::of(classes))
    }

    /// The set of some classes.
    #[inline]
    #[must_use]
    pub const fn of(classes: &[Class]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < classes.len() {
            set |= 1 << classes[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// Whether the two sets share a class.
    #[inline]
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set with the class added.
    #[must_use]
    #[inline]
    pub fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u32)
    }

    /// The classes of either set.
    #[must_use]
    #[inline]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
