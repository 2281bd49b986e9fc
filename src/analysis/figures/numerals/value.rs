//! The values of written digits.

/// Whether a text is digits only, and not more than so many.
pub(super) fn is_plain(text: &str, most: usize) -> bool {
    text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of digits with separators; `None` for what is no number ("192.168.1.2").
pub(super) fn parse_digits(text: &str) -> Option<f64> {
    if let Some(value) = parse_plain(text) {
        return Some(value);
    }
    let commas = text.bytes().filter(|&byte| byte == b',').count();
    let points = text.bytes().filter(|&byte| byte == b'.').count();
    if commas == 0 && points <= 1 {
        return text.parse().ok();
    }
    let (separator, decimal) = match (commas, points) {
        (1, 0) if !has_groups(text, ',') => (None, Some(',')),
        (_, 0) => (Some(','), None),
        (0, _) => (Some('.'), None),
        _ if text.rfind('.') > text.rfind(',') => (Some(','), Some('.')),
        _ => (Some('.'), Some(',')),
    };
    let (whole, part) = match decimal {
        Some(mark) => text.split_once(mark)?,
        None => (text, ""),
    };
    if separator.is_some_and(|mark| !has_groups(whole, mark)) || part.contains([',', '.']) {
        return None;
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{digits}.{part}0").parse().ok()
}

/// The value of a few digits alone, which most numbers are.
fn parse_plain(text: &str) -> Option<f64> {
    /// So few digits make a number of 32 bits.
    const MOST: usize = 9;
    if text.is_empty() || !is_plain(text, MOST) {
        return None;
    }
    let add = |value: u32, digit: u8| value * 10 + u32::from(digit - b'0');
    Some(f64::from(text.bytes().fold(0, add)))
}

/// Whether digits stand in groups of three, or of two and a last of three as in India.
pub(super) fn has_groups(text: &str, separator: char) -> bool {
    let Some((first, rest)) = text.split_once(separator) else {
        return false;
    };
    let (middle, last) = match rest.rsplit_once(separator) {
        Some((middle, last)) => (Some(middle), last),
        None => (None, rest),
    };
    let middle = middle.into_iter().flat_map(|it| it.split(separator));
    let mut lengths = middle.map(str::len);
    let second = lengths.next();
    last.len() == 3
        && (1..=3).contains(&first.len())
        && matches!(second, None | Some(2 | 3))
        && lengths.all(|len| Some(len) == second)
}

/// The value of a sign such as "½".
pub(super) fn fraction_sign(mark: char) -> Option<f64> {
    let (upper, lower) = match mark {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    Some(f64::from(upper) / f64::from(lower))
}
