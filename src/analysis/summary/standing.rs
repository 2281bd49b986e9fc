//! Whether a sentence can be read without those around it.

use memchr::memchr3_iter;

use super::weights::Weights;
use crate::analysis::people::{Form, People};
use crate::analysis::reading::Reading;
use crate::briefing::Quote;
use crate::document::{Document, Sentence, Span, TokenKind};
use crate::language::{Class, Lexicon};

/// A pronoun at the head of a line is given a name only when that is at least so sure.
const SURE: u8 = 50;

/// The bytes of a sentence that are shown: without a dateline.
pub(super) fn shown(document: &Document, sentence: &Sentence) -> Span {
    match document.dateline() {
        Some(dateline) if sentence.span.contains(dateline) => {
            Span::new(dateline.end(), sentence.span.end()).trim(document.text())
        }
        _ => sentence.span,
    }
}

/// The pronoun that opens a sentence, and the name it stands for.
pub(super) fn stands_for(
    reading: &Reading<'_>,
    people: &People,
    sentence: &Sentence,
) -> Option<(Span, Span)> {
    let first = first_word(reading, sentence, false)?;
    let after = people
        .mentions
        .partition_point(|mention| mention.first_token < first);
    let mention = people.mentions.get(after)?;
    let known = mention.first_token == first
        && mention.form == Form::Pronoun
        && !mention.quoted
        && mention.confidence >= SURE;
    let entity = people.entities.get(mention.entity.filter(|_| known)?)?;
    let pronoun = reading.token(first)?.span;
    (entity.name.start() != pronoun.start()).then_some((pronoun, entity.name))
}

/// The first token of what is shown of a sentence, when it is a word; `quoted` goes over a mark that opens a
/// quotation.
fn first_word(reading: &Reading<'_>, sentence: &Sentence, quoted: bool) -> Option<usize> {
    let shown = shown(reading.document, sentence);
    let mut tokens = reading.document.tokens_in(shown);
    let first = tokens.next()?;
    let opens = matches!(reading.word(first), "\"" | "\u{201c}" | "\u{2018}" | "'");
    let first = if quoted && opens {
        tokens.next()?
    } else {
        first
    };
    (reading.token(first)?.kind == TokenKind::Word).then_some(first)
}

/// "A spokesman for the line rejected that.": what is rejected stands in another sentence.
fn ends_in_pronoun(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let marks = [".", "\"", "\u{201d}"];
    let last = sentence
        .tokens()
        .rev()
        .find(|&at| !marks.contains(&reading.word(at)));
    last.is_some_and(|last| reading.is_any(last, &["that", "this"]))
}

/// How much a sentence leans on the one before it.
pub(super) fn leaning(
    reading: &Reading<'_>,
    people: &People,
    sentence: &Sentence,
    weights: &Weights,
) -> f32 {
    let points = if ends_in_pronoun(reading, sentence) {
        weights.unknown_pronoun.value
    } else {
        0.0
    };
    let Some(first) = first_word(reading, sentence, true) else {
        return points;
    };
    let connective = reading.has(first, Class::Connective);
    let cost = points
        + if connective {
            weights.connective.value
        } else {
            0.0
        };
    let subject = first + usize::from(connective);
    if !reading.has(subject, Class::LeaningWord) {
        return cost;
    }
    let known = stands_for(reading, people, sentence).is_some();
    cost + if known {
        weights.known_pronoun.value
    } else {
        weights.unknown_pronoun.value
    }
}

/// Whether a sentence points out of itself with a pronoun: one that opens it, or "it", "he" and their
/// like before anything it could stand for, as in "Some 5,200 people live below it". Quotations speak
/// of what their speaker has in mind, and are left out.
pub(super) fn points_out(document: &Document, quotes: &[Quote], sentence: &Sentence) -> bool {
    let lexicon = Lexicon::english();
    let within = document.tokens_in(shown(document, sentence));
    let first = within.start;
    for index in within {
        let Some(token) = document.tokens().get(index) else {
            break;
        };
        if token.kind != TokenKind::Word || is_quoted(quotes, token.span) {
            continue;
        }
        let word = document.slice(token.span);
        let classes = lexicon.classes(word);
        let leans = classes.has(Class::LeaningWord);
        if leans && (index == first || classes.has(Class::Pronoun)) {
            return true;
        }
        let next = document.tokens().get(index + 1);
        let counts = next.is_some_and(|next| next.kind == TokenKind::Number);
        let named = word.starts_with(char::is_uppercase) && !classes.has(Class::StopWord);
        // "They" may stand for any number of things, and for the people that a number counts.
        if named || (classes.has(Class::Determiner) && !counts) {
            return false;
        }
    }
    false
}

/// The quotes in order that a span lies in, if there is one.
fn is_quoted(quotes: &[Quote], span: Span) -> bool {
    let after = quotes.partition_point(|quote| quote.span.end() < span.end());
    quotes
        .get(after)
        .is_some_and(|quote| quote.span.contains(span))
}

/// Whether nearly all of a sentence is somebody's speech, so that it does not say whose.
pub(super) fn is_unsigned(document: &Document, quotes: &[Quote], sentence: &Sentence) -> bool {
    let shown = document.tokens_in(shown(document, sentence));
    let tokens = document.tokens().get(shown).unwrap_or_default();
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let mut beside = words.filter(|word| !is_quoted(quotes, word.span));
    // Whoever says it is named in two words at least: "he said".
    beside.nth(1).is_none()
}

/// Whether a sentence has no mark at its end: a caption or a heading rather than a sentence.
pub(super) fn is_open_ended(document: &Document, sentence: &Sentence) -> bool {
    let text = document.slice(sentence.span).trim_end();
    let letters = text.trim_end_matches(['”', '’', '"', '\'', ')', ']']);
    !letters.ends_with(['.', '!', '?', '…'])
}

/// What speaks against a sentence as a line: half a quotation, or one and no word of whose.
pub(super) fn flaw(document: &Document, sentence: &Sentence, weights: &Weights) -> f32 {
    let text = document.slice(sentence.span);
    if has_half_quote(text) || is_all_quote(text) {
        weights.half_quote.value
    } else {
        0.0
    }
}

/// Whether a text is one quotation and does not say whose: somebody else's words with no tag.
fn is_all_quote(text: &str) -> bool {
    let inner = text.strip_prefix(['"', '\u{201c}']);
    let inner = inner.and_then(|text| text.strip_suffix(['"', '\u{201d}']));
    inner.is_some_and(|inner| !inner.contains(['"', '\u{201c}', '\u{201d}']))
}

/// Whether a quotation mark of a text lacks its other half.
fn has_half_quote(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut straight, mut open) = (0, 0);
    // The straight mark, and the last bytes of the curly ones.
    for at in memchr3_iter(b'"', 0x9c, 0x9d, bytes) {
        match bytes.get(..=at) {
            Some([.., b'"']) => straight += 1,
            Some([.., 0xe2, 0x80, 0x9c]) => open += 1,
            Some([.., 0xe2, 0x80, 0x9d]) => open -= 1,
            _ => {}
        }
    }
    open != 0 || straight % 2 == 1
}

/// Whether a sentence is the publisher's and not the report's.
pub(super) fn is_boilerplate(document: &Document, sentence: &Sentence, weights: &Weights) -> bool {
    /// A longer sentence is never a note of the publisher's.
    const LONGEST_NOTE: usize = 1000;
    if sentence.span.len() > LONGEST_NOTE {
        return false;
    }
    weights.boilerplate.any_in(document.slice(sentence.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, brief};
    use crate::document::Article;

    #[test]
    fn a_quotation_mark_lacks_its_other_half_or_has_it() {
        for half in ["“No", "No”", "\"No", "“No” “never"] {
            assert!(has_half_quote(half), "{half}");
        }
        for whole in ["", "“No”", "\"No\" “never”", "It’s"] {
            assert!(!has_half_quote(whole), "{whole}");
        }
    }

    /// Checks something of the only sentence of a text.
    #[track_caller]
    fn check(text: &str, holds: fn(&Document, &[Quote], &Sentence) -> bool, expected: bool) {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let briefing = brief(article, Lexicon::english(), &Options::default());
        let sentences = briefing.document.sentences();
        assert_eq!(sentences.len(), 1, "{text}");
        let found = holds(&briefing.document, &briefing.quotes, &sentences[0]);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_pronoun_with_nothing_before_it_points_out_of_the_sentence() {
        for text in [
            "Some 2,300 families live above it and had to leave.",
            "They were asked to leave on Friday.",
            "This was the second accident in a year.",
        ] {
            check(text, points_out, true);
        }
    }

    #[test]
    fn a_pronoun_after_what_it_stands_for_does_not() {
        for text in [
            "The harbour office said it had closed the pier.",
            "Mara Quist said she had warned the council.",
            "Some 2,300 families live above the dam.",
            "Police said it was the second accident in a year.",
            "“It should not have left,” said Mara Quist, who heads the office.",
        ] {
            check(text, points_out, false);
        }
    }

    #[test]
    fn a_quotation_and_no_more_does_not_say_whose() {
        for all in ["“No one came.”", "\"No one came.\""] {
            assert!(is_all_quote(all), "{all}");
        }
        for other in [
            "“No,” she said.",
            "“No,” said Quist. “Never.”",
            "No one came.",
            "“",
        ] {
            assert!(!is_all_quote(other), "{other}");
        }
    }

    #[test]
    fn speech_that_does_not_say_whose_is_unsigned() {
        check(
            "“The pier was never safe at all,” said Mara Quist.",
            is_unsigned,
            false,
        );
        check("“The pier was never safe at all.”", is_unsigned, true);
        check("The pier was never safe at all.", is_unsigned, false);
    }

    #[test]
    fn a_caption_has_no_mark_at_its_end() {
        let open_ended = |document: &Document, _: &[Quote], sentence: &Sentence| {
            is_open_ended(document, sentence)
        };
        check("The pier at first light", open_ended, true);
        check("The pier lay under water.", open_ended, false);
        check("“The pier lay under water.”", open_ended, false);
    }
}
