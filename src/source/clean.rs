//! The one cleaning of text from outside.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

/// More marks than this on one letter are noise: no language stacks so many.
const MOST_MARKS: usize = 6;

/// Cleans a text of everything that is not there to be read.
///
/// - Escape sequences (colours, cursor movements, titles, links) go as a whole, then every other
///   control character. A string sequence that does not end on its line loses only its opening,
///   so it cannot swallow the article.
/// - Line ends of all kinds become `\n`, a tab becomes a space.
/// - Directional marks, zero-width characters and soft hyphens go; joiners stay where they join
///   letters of a script that needs them, or emoji.
/// - Variation selectors, tags, noncharacters and the fifth and later marks on a letter go.
/// - The C1 characters at the places of windows-1252's quotation marks and dashes become these: a
///   text holds them only when it was decoded as Latin-1 by mistake.
///
/// A clean text comes back as it is, byte for byte. Cleaning twice is cleaning once.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let Some(first) = text.char_indices().find(|&(_, c)| is_suspect(c)) else {
        return Cow::Borrowed(text);
    };
    // A mark can be one too many only by the letter and marks before it, all of which are clean.
    let (clean, rest) = text.split_at(first.0);
    let mut out = String::with_capacity(text.len());
    out.push_str(clean);
    scrub(rest, &mut out);
    if out == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(out)
    }
}

/// Cleans a text that is to stand on one line: white space of any kind becomes one space, and there
/// is none at the ends.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let text = clean(text);
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a character may stand anywhere in a clean text.
#[must_use]
pub fn is_clean(c: char) -> bool {
    !is_suspect(c) || (readable(c) == Some(c) && !is_joiner(c))
}

/// Whether a character may have to go or change.
fn is_suspect(c: char) -> bool {
    match c {
        '\n' | ' '..='~' => false,
        _ if c < '\u{a0}' => true,
        _ => is_invisible(c) || is_joiner(c) || is_mark(c) || matches!(c, '\u{2028}' | '\u{2029}'),
    }
}

fn scrub(text: &str, out: &mut String) {
    let mut marks = 0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let kept = match c {
            '\u{1b}' => {
                skip_escape(&mut rest);
                None
            }
            '\u{9b}' => {
                skip_control_sequence(&mut rest);
                None
            }
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => {
                skip_string(&mut rest);
                None
            }
            '\r' => {
                rest.next_if_eq(&'\n');
                Some('\n')
            }
            _ if is_joiner(c) => Some(c).filter(|_| joins(out.chars().next_back(), c, rest.peek())),
            _ if is_mark(c) && marks >= MOST_MARKS => None,
            _ => readable(c),
        };
        if let Some(c) = kept {
            marks = if is_mark(c) { marks + 1 } else { 0 };
            out.push(c);
        }
    }
}

/// What a single character becomes.
fn readable(c: char) -> Option<char> {
    match c {
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{80}' => Some('€'),
        '\u{91}' => Some('‘'),
        '\u{92}' => Some('’'),
        '\u{93}' => Some('“'),
        '\u{94}' => Some('”'),
        '\u{95}' => Some('•'),
        '\u{96}' => Some('–'),
        '\u{97}' => Some('—'),
        _ if c.is_control() || is_invisible(c) => None,
        _ => Some(c),
    }
}

/// After ESC: skips what belongs to the sequence (ECMA-48, sections 5.3 to 5.6).
fn skip_escape(rest: &mut Peekable<Chars<'_>>) {
    match rest.peek() {
        Some('[') => {
            rest.next();
            skip_control_sequence(rest);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            rest.next();
            skip_string(rest);
        }
        _ => {
            while rest.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            rest.next_if(|c| matches!(c, '0'..='~'));
        }
    }
}

/// After CSI: parameters, intermediates, and the byte that ends it.
fn skip_control_sequence(rest: &mut Peekable<Chars<'_>>) {
    while rest.next_if(|c| matches!(c, '0'..='?')).is_some() {}
    while rest.next_if(|c| matches!(c, ' '..='/')).is_some() {}
    rest.next_if(|c| matches!(c, '@'..='~'));
}

/// After OSC, DCS and their kind: all up to the terminator. Where the line ends or another sequence
/// begins before one is found, nothing is skipped; that also keeps the search from starting over.
fn skip_string(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    while let Some(c) = ahead.next() {
        let ends = match c {
            '\u{7}' | '\u{9c}' => true,
            '\u{1b}' if ahead.next_if_eq(&'\\').is_some() => true,
            '\u{1b}' | '\n' | '\r' | '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}' => return,
            _ => false,
        };
        if ends {
            *rest = ahead;
            return;
        }
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a joiner does something between its neighbours.
fn joins(before: Option<char>, joiner: char, after: Option<&char>) -> bool {
    let (Some(before), Some(&after)) = (before, after) else {
        return false;
    };
    let emoji = joiner == '\u{200d}' && is_pictograph(before) && is_pictograph(after);
    emoji || has_joined_letters(before) && has_joined_letters(after)
}

/// Arabic and its relatives, the scripts of India and South-East Asia, Mongolian.
fn has_joined_letters(c: char) -> bool {
    let script = matches!(c,
        '\u{620}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{18aa}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    script && !is_invisible(c)
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// A mark that stands on the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters that show nothing, or that no text may hold.
fn is_invisible(c: char) -> bool {
    let formatting = matches!(c,
        // Soft hyphen, grapheme joiner, Arabic letter mark.
        '\u{ad}' | '\u{34f}' | '\u{61c}'
        // Fillers that are letters by name and blank on the screen.
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
        // Mongolian selectors.
        | '\u{180b}'..='\u{180f}'
        // Zero-width space, directional marks, overrides, isolates, invisible operators.
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        // Variation selectors: terminals disagree on the width of what they change.
        | '\u{fe00}'..='\u{fe0f}'
        // Byte order mark, annotations, object replacement.
        | '\u{feff}' | '\u{fff0}'..='\u{fffc}');
    // Noncharacters; planes 4 to 13, where nothing is assigned; tags and more selectors.
    let nothing = matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{40000}'..='\u{effff}')
        || u32::from(c) & 0xfffe == 0xfffe;
    formatting || nothing
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(clean(text), expected);
    }

    #[track_caller]
    fn check_unchanged(text: &str) {
        assert!(matches!(clean(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn clean_text_comes_back_as_it_is() {
        check_unchanged("");
        check_unchanged("“Nine,” she said — “or ten” of €3m in Ōtaki.\n\n  Two\u{a0}lines.\n");
    }

    #[test]
    fn colours_and_cursor_movements_go_whole() {
        check("a\u{1b}[31;1mred\u{1b}[0m b", "ared b");
        check("a\u{9b}2Jb\u{1b}(Bc\u{1b}cd", "abcd");
        check("\u{1b}[?25lhidden", "hidden");
    }

    #[test]
    fn titles_links_and_device_strings_go_whole() {
        check("a\u{1b}]0;owned\u{7}b", "ab");
        check(
            "\u{1b}]8;;http://x.example\u{1b}\\link\u{1b}]8;;\u{1b}\\",
            "link",
        );
        check("a\u{90}q#0\u{9c}b\u{1b}_app\u{1b}\\c", "abc");
    }

    #[test]
    fn a_string_that_does_not_end_on_its_line_swallows_nothing() {
        check(
            "\u{1b}]0;The ferry sank.\nNine died.",
            "0;The ferry sank.\nNine died.",
        );
    }

    #[test]
    fn a_string_ends_where_another_sequence_begins() {
        check("\u{1b}]a\u{1b}]0;owned\u{7}b", "ab");
        check("\u{9d}a\u{1b}[1mb\u{7}", "ab");
    }

    #[test]
    fn an_escape_at_the_end_is_harmless() {
        check("a\u{1b}", "a");
        check("a\u{1b}[", "a");
        check("a\u{1b}\u{1b}[1mb", "ab");
    }

    #[test]
    fn all_line_ends_become_one_kind() {
        check(
            "a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{c}g",
            "a\nb\nc\nd\ne\nf\ng",
        );
        check("a\tb", "a b");
    }

    #[test]
    fn control_characters_go() {
        check("\u{0}a\u{8}\u{7f}b\u{8e}", "ab");
    }

    #[test]
    fn quotation_marks_lost_to_latin_1_come_back() {
        check(
            "\u{93}It\u{92}s over\u{94} \u{97} she said",
            "“It’s over” — she said",
        );
    }

    #[test]
    fn directional_overrides_and_zero_width_characters_go() {
        check(
            "a\u{202e}b\u{2066}c\u{61c}d\u{200b}e\u{feff}f\u{2060}g\u{ad}h",
            "abcdefgh",
        );
        check("flag\u{e0067}\u{e007f}", "flag");
        check("x\u{fdd0}\u{ffff}\u{1fffe}y", "xy");
    }

    #[test]
    fn a_joiner_stays_only_where_it_joins() {
        check_unchanged("می\u{200c}خواهم");
        check_unchanged("क्\u{200d}ष");
        check_unchanged("👩\u{200d}🚒");
        check(
            "pass\u{200d}word and\u{200c} more\u{200d}",
            "password and more",
        );
    }

    #[test]
    fn selectors_of_variants_go() {
        check("⚠\u{fe0f} 1\u{fe0f}\u{20e3}", "⚠ 1\u{20e3}");
        check("🏳\u{fe0f}\u{200d}🌈", "🏳\u{200d}🌈");
    }

    #[test]
    fn a_heap_of_marks_is_cut() {
        check_unchanged("Nguye\u{302}\u{303}n");
        check(
            &format!("e{}x", "\u{301}".repeat(50)),
            &format!("e{}x", "\u{301}".repeat(6)),
        );
    }

    #[test]
    fn a_line_has_single_spaces_and_none_at_its_ends() {
        assert_eq!(
            clean_line(" By\r\n Mara\u{a0} \u{1b}[1mQuist\t"),
            "By Mara Quist"
        );
    }

    fn hostile() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "\u{1b}", "[", "]", "P", "\\", "0;", "m", "\u{7}", "\u{9b}", "\u{9c}", "\u{9d}", "\r",
            "\n", "\u{200d}", "\u{200c}", "👩", "ا", "क", "\u{94d}", "\u{fe0f}", "\u{301}",
            "\u{202e}", "\u{ffff}", "a", " ", "\t", "\u{85}", "\u{180b}", "\u{93}",
        ]);
        prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in prop_oneof![any::<String>(), hostile()]) {
            let once = clean(&text).into_owned();
            prop_assert!(matches!(clean(&once), Cow::Borrowed(_)), "{text:?} to {once:?}");
            let line = clean_line(&text);
            prop_assert_eq!(clean_line(&line), line);
        }

        #[test]
        fn nothing_that_a_terminal_obeys_is_left(text in prop_oneof![any::<String>(), hostile()]) {
            let cleaned = clean(&text);
            let bad = cleaned.chars().find(|&c| c != '\n' && c.is_control());
            prop_assert_eq!(bad, None);
        }

        #[test]
        fn printable_ascii_is_never_touched(text in "[ -~\n]{0,200}") {
            prop_assert!(matches!(clean(&text), Cow::Borrowed(_)));
        }
    }
}
