//! Abbreviations of news English, by what may follow their point.

/// No abbreviation has more letters and points.
const LONGEST: usize = 8;

/// None without points between its letters has more of them: "approx", "messrs".
const LONGEST_PLAIN: usize = 6;

/// A kind of word that is written with a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Never the last word of a sentence: "Dr.", "Lt.", "vs.".
    Title,
    /// Goes with a number after it: "No. 5".
    Number,
    /// A month or day: goes with a number, and seldom ends a sentence.
    Month,
    /// "a.m.", "p.m.": ends a sentence unless a zone or day follows.
    Clock,
    /// One capital letter.
    Initial,
    /// Ends a sentence only when the next word clearly begins one: "U.S.", "Inc.", "Jr.".
    Other,
}

impl Abbreviation {
    /// What a word before a point is; nothing when it is an ordinary word.
    pub(super) fn of(word: &str) -> Option<Self> {
        if word.is_empty() || word.len() > LONGEST {
            return None;
        }
        let mut chars = word.chars();
        if let (Some(letter), None) = (chars.next(), chars.next())
            && letter.is_uppercase()
        {
            return Some(Self::Initial);
        }
        if word.contains('.') {
            return Self::of_letters(word);
        }
        Self::of_short_word(word)
    }

    /// Letters with points between them: "U.S", "a.m", "Ph.D".
    fn of_letters(word: &str) -> Option<Self> {
        if has(&["a.m", "p.m", "A.M", "P.M"], word) {
            return Some(Self::Clock);
        }
        if has(&["e.g", "i.e"], word) {
            return Some(Self::Title);
        }
        let letters = word.split('.');
        let single = letters.clone().all(|part| part.chars().count() == 1);
        let pointed = has(&["Ph.D", "Ed.D", "Lt.Col", "Maj.Gen"], word);
        (pointed || single && word.starts_with(char::is_alphabetic)).then_some(Self::Other)
    }

    fn of_short_word(word: &str) -> Option<Self> {
        let mut buffer = [0; LONGEST_PLAIN];
        let lower = buffer.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        let lower = std::str::from_utf8(lower).ok()?;
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        let found = |list: &[&str]| list.binary_search(&lower).is_ok();
        match capital {
            true if found(TITLES) => Some(Self::Title),
            true if found(MONTHS) => Some(Self::Month),
            true if found(OTHERS) || has(STATES, word) => Some(Self::Other),
            true if found(NUMBERS) => Some(Self::Number),
            false if has(&["cf", "v", "vs", "viz"], lower) => Some(Self::Title),
            false if found(SMALL_NUMBERS) => Some(Self::Number),
            _ => None,
        }
    }
}

fn has(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// The letters, digits and inner points that end at this byte; of a longer run only its end.
pub(super) fn word_before(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or_default();
    let chars = before.char_indices().rev().take(LONGEST + 2);
    let word = chars.take_while(|&(_, c)| c.is_alphanumeric() || c == '.');
    let start = word.last().map_or(end, |(at, _)| at);
    before.get(start..).unwrap_or_default()
}

/// Whether a name is written with a mark at its end: "Yahoo! News".
pub(super) fn is_name_with_mark(word: &str) -> bool {
    has(&["Yahoo", "Jeopardy", "Yum"], word)
}

/// Whether a word after "a.m." still tells the time.
pub(super) fn goes_with_clock(word: &str) -> bool {
    [CLOCK_WORDS, LONG_CLOCK_WORDS]
        .iter()
        .any(|list| list.binary_search(&word).is_ok())
}

/// Whether a word is a verb that announces speech.
pub(super) fn is_speech_verb(word: &str) -> bool {
    [SPEECH_VERBS, LONG_SPEECH_VERBS]
        .iter()
        .any(|list| list.binary_search(&word).is_ok())
}

/// What stands before a name. Ranks, offices, forms of address; sorted.
const TITLES: &[&str] = &[
    "adj", "adm", "ald", "amb", "asst", "atty", "brig", "capt", "cdr", "cmdr", "cmdt", "col",
    "comdr", "cpl", "cpt", "dep", "det", "dr", "drs", "ens", "fr", "gen", "gov", "govs", "hon",
    "insp", "lieut", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "mx",
    "pfc", "pres", "prof", "profs", "pte", "pvt", "rep", "reps", "rev", "revd", "sen", "sens",
    "sgt", "spc", "supt", "vs",
];

/// Months and days that are cut short; sorted. "May", "Sat." and "Sun." are words as well.
const MONTHS: &[&str] = &[
    "apr", "aug", "dec", "feb", "fri", "jan", "jul", "jun", "mar", "mon", "nov", "oct", "sep",
    "sept", "thu", "thur", "thurs", "tue", "tues",
];

/// What stands after a name, in an address, or for a state; sorted.
const OTHERS: &[&str] = &[
    "ala", "ariz", "ark", "assn", "assoc", "ave", "bldg", "blvd", "bros", "calif", "cia", "cie",
    "co", "colo", "conn", "corp", "cos", "del", "dept", "dist", "div", "esq", "est", "fla", "ft",
    "ga", "govt", "hwy", "ill", "inc", "ind", "intl", "jr", "kan", "ky", "ltd", "md", "mfg",
    "mich", "minn", "miss", "mo", "mont", "natl", "neb", "nev", "okla", "ont", "ore", "pa", "penn",
    "ph", "phd", "plc", "que", "rd", "sask", "sq", "sr", "st", "ste", "tenn", "tex", "twp", "univ",
    "va", "vt", "wis", "wyo",
];

/// States that are other words in capitals or small letters: "LA", "mass", "wash".
const STATES: &[&str] = &["La", "Mass", "Wash"];

/// What counts with a number after it, in capitals; sorted.
const NUMBERS: &[&str] = &[
    "apt", "art", "ch", "chap", "ext", "fig", "figs", "flt", "no", "nos", "op", "par", "pt", "rm",
    "rs", "rte", "sec", "vol", "vols",
];

/// The same in small letters, and units; sorted.
const SMALL_NUMBERS: &[&str] = &[
    "approx", "c", "ca", "ch", "fig", "ft", "nos", "p", "pp", "vol",
];

/// Zones, days and months; sorted.
const CLOCK_WORDS: &[&str] = &[
    "AEDT", "AEST", "April", "August", "BST", "CDT", "CEST", "CET", "CST", "CT", "Central",
    "December", "EDT", "EST", "ET", "Eastern", "February", "Friday", "GMT", "HKT", "IST", "JST",
    "January", "July", "June", "MDT", "MSK", "MST", "MT", "March", "May", "Monday", "Mountain",
    "November", "October", "PDT", "PKT", "PST", "PT", "Pacific", "Saturday", "Sunday", "Thursday",
    "Tuesday", "UTC",
];

/// The longer ones; sorted.
const LONG_CLOCK_WORDS: &[&str] = &["Greenwich", "September", "Wednesday"];

/// Verbs of speech that may follow a quoted question; sorted.
const SPEECH_VERBS: &[&str] = &[
    "added", "adds", "admitted", "argued", "asked", "asks", "began", "called", "cried", "declared",
    "demanded", "insisted", "joked", "laughed", "quipped", "recalled", "remarked", "replied",
    "said", "says", "screamed", "shouted", "told", "tweeted", "wondered", "writes", "wrote",
    "yelled",
];

/// The longer ones; sorted.
const LONG_SPEECH_VERBS: &[&str] = &["exclaimed", "explained", "responded", "whispered"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        let lists = [
            TITLES,
            MONTHS,
            OTHERS,
            NUMBERS,
            SMALL_NUMBERS,
            CLOCK_WORDS,
            LONG_CLOCK_WORDS,
            LONG_SPEECH_VERBS,
            SPEECH_VERBS,
        ];
        assert!(lists.iter().all(|list| list.is_sorted()));
    }

    #[test]
    fn the_word_before_a_point_keeps_its_inner_points() {
        assert_eq!(word_before("in the U.S.", 10), "U.S");
        assert_eq!(word_before("(Gen.", 4), "Gen");
    }
}
