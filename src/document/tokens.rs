use super::Span;

/// A word, number or mark of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its bytes. Never empty.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the apostrophes and hyphens inside ("O’Brien", "so-called"), the points of an
    /// acronym ("U.S.") and the digits of a name ("COVID-19", "G7").
    Word,
    /// Digits, with the separators between them ("6,854", "3.5").
    Number,
    /// The possessive ending of the word before: "’s", or a bare apostrophe after an s.
    Possessive,
    /// One character that is none of these: a mark, a symbol.
    Mark,
}

impl TokenKind {
    /// The kind of all tokens that look like this, which their letters tell.
    pub(crate) fn of(token: &str) -> Self {
        match first_kind(token.chars().next().unwrap_or(' ')) {
            Self::Mark if token.chars().nth(1).is_some() => Self::Possessive,
            kind => kind,
        }
    }
}

/// The kind of a token that begins with a character, when it is no possessive ending.
fn first_kind(first: char) -> TokenKind {
    if first.is_ascii_digit() {
        TokenKind::Number
    } else if !is_punctuation(first) && first.is_alphabetic() {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// Cuts a sentence into tokens and adds them to `tokens`.
pub(super) fn split_into(text: &str, sentence: Span, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes().get(..sentence.end()).unwrap_or_default();
    let mut at = sentence.start();
    while let Some(&byte) = bytes.get(at) {
        // Nearly all tokens are words, with one space behind them.
        if byte.is_ascii_alphabetic()
            && let Some(len) = plain_word_len(&bytes[at..])
        {
            let span = Span::new(at, at + len);
            let kind = TokenKind::Word;
            tokens.push(Token { span, kind });
            at += len + usize::from(bytes.get(at + len) == Some(&b' '));
        } else if byte == b' ' {
            at += 1;
        } else {
            at = token_at(text, at, sentence, tokens);
        }
    }
}

/// Adds the token that begins at a byte, unless white space does. Gives the byte behind it.
fn token_at(text: &str, at: usize, sentence: Span, tokens: &mut Vec<Token>) -> usize {
    let rest = &text[at..sentence.end()];
    let Some(first) = rest.chars().next() else {
        return sentence.end();
    };
    if first.is_whitespace() {
        return at + first.len_utf8();
    }
    let (len, kind) = match first_kind(first) {
        TokenKind::Number => (number_len(rest), TokenKind::Number),
        TokenKind::Word => (word_len(rest), TokenKind::Word),
        mark => possessive_after(rest, at, tokens).unwrap_or((first.len_utf8(), mark)),
    };
    tokens.push(Token {
        span: Span::new(at, at + len),
        kind,
    });
    at + len
}

/// The length of a possessive ending, right behind a word.
fn possessive_after(rest: &str, at: usize, tokens: &[Token]) -> Option<(usize, TokenKind)> {
    let word = tokens.last().filter(|it| it.kind == TokenKind::Word)?;
    let len = possessive_len(rest).filter(|_| word.span.end() == at)?;
    Some((len, TokenKind::Possessive))
}

/// The general punctuation of Unicode: curly marks, dashes, the ellipsis. No letter is among it, and to
/// ask for the range is quicker than to look a character up.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Digits, and a comma or point that has a digit on both sides.
fn number_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while digit(len) || (matches!(bytes.get(len), Some(b',' | b'.')) && digit(len + 1)) {
        len += 1;
    }
    len
}

/// "’s" with no letter after it.
fn possessive_len(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let apostrophe = chars.next().filter(|&c| is_apostrophe(c))?;
    chars.next().filter(|&c| c == 's')?;
    let ends = chars.next().is_none_or(|c| !c.is_alphanumeric());
    ends.then_some(apostrophe.len_utf8() + 1)
}

fn word_len(rest: &str) -> usize {
    if let Some(len) = acronym_len(rest) {
        return len;
    }
    let mut chars = rest.char_indices().peekable();
    let mut len = 0;
    while let Some((at, c)) = chars.next() {
        let inside = if is_hyphen(c) || is_apostrophe(c) {
            let goes_on = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            goes_on && !(is_apostrophe(c) && possessive_len(&rest[at..]).is_some())
        } else {
            is_word_char(c)
        };
        if !inside {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// How many plain letters and digits some bytes begin with.
fn count_plain(bytes: &[u8]) -> usize {
    let mut len = 0;
    while let Some(eight) = bytes[len..].first_chunk::<8>() {
        let others = others(u64::from_le_bytes(*eight));
        if others != 0 {
            return len + others.trailing_zeros() as usize / 8;
        }
        len += 8;
    }
    let plain = bytes[len..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric());
    len + plain.count()
}

/// The highest bit of each of eight bytes that is no plain letter or digit.
///
/// All eight are asked together: where a word ends is not to be foreseen, and to be wrong about it costs
/// more than to ask a few bytes in vain.
fn others(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGHEST: u64 = EACH << 7;
    // Of bytes below 128: to add what is lacking to 128 sets the highest bit, and never carries over.
    let at_least = |bytes: u64, least: u8| bytes + EACH * u64::from(128 - least);
    let within =
        |bytes: u64, first: u8, last: u8| at_least(bytes, first) & !at_least(bytes, last + 1);
    let low = bytes & !HIGHEST;
    let small = low | (EACH * u64::from(b' '));
    let plain = within(small, b'a', b'z') | within(low, b'0', b'9');
    (bytes | !plain) & HIGHEST
}

/// The length of a word of plain letters and digits, which nearly all are; nothing where what follows
/// may belong to the word as well.
fn plain_word_len(bytes: &[u8]) -> Option<usize> {
    let len = count_plain(bytes);
    let ends = match bytes.get(len) {
        None => true,
        Some(b'.') => len > 1,
        Some(b'-' | b'\'') => false,
        Some(byte) => byte.is_ascii(),
    };
    (ends && len > 0).then_some(len)
}

/// Letters, digits, and the marks that combine with a letter.
fn is_word_char(c: char) -> bool {
    !is_punctuation(c) && c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Two or more single letters, each with its point: "U.S.", "a.m.", "U.N".
fn acronym_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let pair = |at: usize| letter(at) && bytes.get(at + 1) == Some(&b'.');
    let mut len = 0;
    while pair(len) {
        len += 2;
    }
    let last = letter(len) && !bytes.get(len + 1).is_some_and(u8::is_ascii_alphanumeric);
    match (len, last) {
        (2.., true) => Some(len + 1),
        (4.., false) if !letter(len) => Some(len),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Vec::new();
        split_into(text, Span::new(0, text.len()), &mut tokens);
        let found: Vec<&str> = tokens.iter().map(|t| &text[t.span.range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_possessive_ending_stands_alone() {
        check("Iran’s envoy", &["Iran", "’s", "envoy"]);
        check("O’Brien's", &["O’Brien", "'s"]);
        check("don't", &["don't"]);
    }

    #[test]
    fn separators_belong_to_a_number_only_between_digits() {
        check("6,854, 3.5.", &["6,854", ",", "3.5", "."]);
        check("$1.2bn", &["$", "1.2", "bn"]);
        check("a 12-day war", &["a", "12", "-", "day", "war"]);
    }

    #[test]
    fn any_byte_ends_a_plain_word_unless_it_is_a_letter_or_digit() {
        for byte in 0..=u8::MAX {
            for place in 0..12 {
                let mut bytes = *b"aZ09zAmM5xqQ";
                bytes[place] = byte;
                let expected = if byte.is_ascii_alphanumeric() {
                    12
                } else {
                    place
                };
                assert_eq!(count_plain(&bytes), expected, "{byte} at {place}");
            }
        }
    }

    #[test]
    fn digits_inside_a_name_belong_to_it() {
        check("COVID-19 and G7", &["COVID-19", "and", "G7"]);
    }

    #[test]
    fn an_acronym_keeps_its_points() {
        check(
            "the U.S. and U.N. said",
            &["the", "U.S.", "and", "U.N.", "said"],
        );
        check("J. Smith", &["J", ".", "Smith"]);
    }

    #[test]
    fn marks_stand_alone() {
        check("“Go,” he", &["“", "Go", ",", "”", "he"]);
    }
}
