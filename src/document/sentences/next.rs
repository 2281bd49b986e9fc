//! What stands after a mark that may end a sentence.

use super::abbreviations::is_speech_verb;

/// The head of what follows.
#[derive(Debug)]
pub(super) struct Next<'a> {
    /// Whether a sentence can begin so: with a capital, a digit, a letter that has no case, or "...".
    pub begins: bool,
    /// The quotation marks and brackets that open before it.
    openers: &'a str,
    /// The first word, without its possessive ending.
    pub word: &'a str,
    /// What follows the word.
    pub after: &'a str,
}

impl<'a> Next<'a> {
    /// Reads the head of a text that has no white space at its start.
    pub(super) fn of(text: &'a str) -> Self {
        let head = text.trim_start_matches(is_opener);
        let openers = text.get(..text.len() - head.len()).unwrap_or_default();
        let word_end = head.find(|c: char| !c.is_alphanumeric());
        let (word, after) = head.split_at(word_end.unwrap_or(head.len()));
        let mut chars = head.chars();
        let first = chars.next();
        let begins = first.is_some_and(|first| match first {
            '…' | '•' | '$' | '£' | '€' | '#' | '@' => true,
            '.' => opens_quote(openers) || head.starts_with(".."),
            _ if first.is_lowercase() => word.chars().skip(1).take(2).any(char::is_uppercase),
            _ => first.is_alphanumeric(),
        });
        Self {
            begins,
            openers,
            word,
            after,
        }
    }

    /// Whether it is a number.
    pub(super) fn is_number(&self) -> bool {
        self.word.starts_with(char::is_numeric)
    }

    /// Whether a quotation mark opens before it.
    pub(super) fn is_quoted(&self) -> bool {
        opens_quote(self.openers)
    }

    /// Whether a bracket opens before it.
    pub(super) fn is_bracketed(&self) -> bool {
        self.openers.contains(['(', '['])
    }

    /// Whether the word has a capital and then small letters.
    pub(super) fn is_capitalised(&self) -> bool {
        let mut chars = self.word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    }

    /// Whether the word is one of those that have a capital only at the head of a sentence.
    pub(super) fn has_starter(&self) -> bool {
        let list = if self.word.len() > LONGEST_SHORT {
            LONG_STARTERS
        } else {
            STARTERS
        };
        list.binary_search(&self.word).is_ok()
    }

    /// Whether the word begins a sentence: also "Recently," and its like.
    pub(super) fn is_starter(&self) -> bool {
        self.has_starter()
            || self.after.starts_with(',') && self.word.ends_with("ly") && self.is_capitalised()
    }

    /// Whether a sentence begins here even after an abbreviation.
    pub(super) fn starts_surely(&self) -> bool {
        self.is_quoted() || self.is_starter()
    }

    /// Whether it is a name and a verb of speech, as after a question: "Mara Quist asked".
    pub(super) fn is_attribution(&self) -> bool {
        const MOST_NAMES: usize = 5;
        if self.is_quoted() || self.is_starter() {
            return false;
        }
        let words = self.after.split_ascii_whitespace().take(MOST_NAMES);
        for word in words {
            let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
            if is_speech_verb(letters) {
                return true;
            }
            if !letters.is_empty() && !letters.starts_with(char::is_uppercase) {
                return false;
            }
        }
        false
    }
}

fn opens_quote(openers: &str) -> bool {
    openers.contains(['"', '“', '‘', '\'', '«'])
}

/// Marks that may stand before the first word of a sentence.
fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '‘' | '’' | '\'' | '«' | '(' | '[' | '¿' | '¡' | '*' | '_'
    )
}

/// The words of [`STARTERS`] have no more letters.
const LONGEST_SHORT: usize = 8;

/// Words that seldom have a capital inside a sentence, sorted. Names of days and months are not
/// among them: "in the U.S. Monday".
const STARTERS: &[&str] = &[
    "A", "About", "After", "All", "Also", "Although", "Among", "An", "And", "Another", "Any",
    "Are", "As", "At", "Because", "Before", "Both", "But", "By", "Can", "Could", "Critics",
    "Despite", "Did", "Do", "Does", "During", "Each", "Earlier", "Either", "Even", "Every",
    "Everyone", "Experts", "Few", "For", "Four", "From", "Had", "Has", "Have", "He", "Her", "Here",
    "His", "How", "However", "I", "If", "In", "Indeed", "Instead", "Is", "It", "Its", "Just",
    "Last", "Later", "Let", "Many", "Maybe", "More", "Moreover", "Most", "Much", "My", "Neither",
    "Never", "Next", "No", "Nobody", "None", "Nor", "Not", "Nothing", "Now", "Of", "On", "Once",
    "One", "Only", "Or", "Other", "Others", "Our", "Over", "People", "Perhaps", "Please", "Police",
    "Rather", "Several", "She", "Should", "Since", "So", "Some", "Someone", "Soon", "Still",
    "Such", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though",
    "Three", "Through", "Thus", "To", "Today", "Two", "Under", "Unless", "Unlike", "Until", "Was",
    "We", "Were", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "Will",
    "With", "Within", "Without", "Would", "Yes", "Yet", "You", "Your",
];

/// The longer ones; sorted.
const LONG_STARTERS: &[&str] = &[
    "According",
    "Meanwhile",
    "Officials",
    "Residents",
    "Throughout",
    "Yesterday",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(STARTERS.is_sorted() && LONG_STARTERS.is_sorted());
        assert!(STARTERS.iter().all(|word| word.len() <= LONGEST_SHORT));
    }
}
