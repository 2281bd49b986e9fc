//! Names of files made from headlines.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

/// No name is longer, its ending left out. Every file system in use holds 140 bytes.
const LONGEST: usize = 100;

/// What to call a file when the headline has no letter.
const NAMELESS: &str = "article";

/// The names that Windows keeps for devices, whatever their ending.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// The names of the files in one directory, no two of them the same.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// The name of the file for a headline: its words in lower case, joined by hyphens.
    ///
    /// It holds letters, digits and hyphens only, of any script, so it stays in its directory on
    /// every system. A name given before gets a number behind it; the same headlines in the same
    /// order give the same names.
    pub fn name(&mut self, title: &str, extension: &str) -> String {
        let stem = stem(title);
        let mut name = format!("{stem}.{extension}");
        for number in 2.. {
            if self.taken.insert(name.clone()) {
                break;
            }
            name = format!("{stem}-{number}.{extension}");
        }
        name
    }
}

fn stem(title: &str) -> String {
    let lower = title.to_lowercase();
    let mut stem = String::new();
    let mut gap = false;
    for letter in lower.graphemes(true) {
        // Some letters take the next character to them, whatever it is.
        let is_word = !letter.contains(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
        if !is_word || !letter.starts_with(char::is_alphanumeric) {
            // An apostrophe belongs to its word: "mayor's" is "mayors".
            gap |= !matches!(letter, "'" | "’");
            continue;
        }
        let hyphen = usize::from(gap && !stem.is_empty());
        if stem.len() + hyphen + letter.len() > LONGEST {
            break;
        }
        stem.push_str(&"-"[..hyphen]);
        stem.push_str(letter);
        gap = false;
    }
    if stem.is_empty() {
        return NAMELESS.to_owned();
    }
    if is_device(&stem) {
        stem = format!("{stem}-{NAMELESS}");
    }
    stem
}

/// Whether Windows takes a name for a device: those above, `com1` to `com9` and `lpt1` to `lpt9`.
fn is_device(stem: &str) -> bool {
    let port = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    let one = |number: &str| number.chars().count() == 1 && number.starts_with(char::is_numeric);
    port.is_some_and(one) || DEVICES.contains(&stem)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, Names, stem};

    #[track_caller]
    fn check(title: &str, expected: &str) {
        assert_eq!(stem(title), expected);
    }

    #[test]
    fn words_are_joined_by_hyphens() {
        check(
            "Harbour fire: the mayor’s plan, in full",
            "harbour-fire-the-mayors-plan-in-full",
        );
    }

    #[test]
    fn letters_of_every_script_stay() {
        check("Über Łódź, 東京 и Київ", "über-łódź-東京-и-київ");
    }

    #[test]
    fn nothing_leads_out_of_the_directory() {
        check("../../etc/passwd", "etc-passwd");
        check(r"C:\windows\nul", "c-windows-nul");
        check("..", "article");
        check("", "article");
    }

    #[test]
    fn names_of_devices_get_a_word_more() {
        check("CON", "con-article");
        check("Lpt1", "lpt1-article");
        check("COM²", "com²-article");
        check("Common", "common");
    }

    #[test]
    fn names_are_cut_between_letters() {
        let stem = stem(&"é".repeat(200));
        assert!(stem.len() <= LONGEST && stem.chars().all(|letter| letter == 'é'));
    }

    #[test]
    fn a_name_given_before_gets_a_number() {
        let mut names = Names::default();
        let titles = ["Fire", "FIRE!", "fire 2", "Fire"];
        let given = titles.map(|title| names.name(title, "md"));
        assert_eq!(given, ["fire.md", "fire-2.md", "fire-2-2.md", "fire-3.md"]);
    }

    proptest! {
        #[test]
        fn any_title_gives_a_name_that_every_system_takes(titles in prop::collection::vec(any::<String>(), 1..8)) {
            let mut names = Names::default();
            let mut seen = std::collections::HashSet::new();
            for title in titles {
                let name = names.name(&title, "json");
                prop_assert!(name.len() <= LONGEST + 20);
                prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0', ' ']));
                prop_assert!(!name.starts_with(['.', '-']) && !name.contains(char::is_control));
                prop_assert!(seen.insert(name));
            }
        }
    }
}
