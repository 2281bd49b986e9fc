/// A number with a comma before each three digits of its whole part, as it is shown and exported.
#[must_use]
pub fn grouped(number: f64) -> String {
    let written = format!("{number}");
    let (sign, digits) = written
        .strip_prefix('-')
        .map_or(("", &*written), |digits| ("-", digits));
    let (whole, fraction) = digits
        .find('.')
        .map_or((digits, ""), |point| digits.split_at(point));
    if !whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return written;
    }
    let mut out = sign.to_owned();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[track_caller]
    fn check(value: f64, expected: &str) {
        assert_eq!(grouped(value), expected);
    }

    #[test]
    fn thousands_are_set_apart() {
        check(6854.0, "6,854");
        check(130_000.0, "130,000");
        check(1_200_000.5, "1,200,000.5");
        check(-1234.0, "-1,234");
        check(-1_234_567.5, "-1,234,567.5");
    }

    #[test]
    fn small_numbers_stay_as_they_are() {
        check(0.0, "0");
        check(999.0, "999");
        check(0.125, "0.125");
    }

    #[test]
    fn what_is_no_number_does_no_harm() {
        check(f64::NAN, "NaN");
        check(f64::NEG_INFINITY, "-inf");
    }
}
