//! The README's table of keys is made from the actions. `UPDATE_GOLDEN=1 cargo test readme` writes it.

use std::fmt::Write as _;
use std::{env, fs};

use nutgraf::ui::{Action, Topic};

const START: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->";

#[test]
fn the_table_of_keys_is_that_of_the_actions() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).unwrap();
    let (before, rest) = readme.split_once(START).expect("the README marks its keys");
    let (table, after) = rest
        .split_once(END)
        .expect("the README marks the end of its keys");
    let wanted = keys();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, format!("{before}{START}{wanted}{END}{after}")).unwrap();
    } else {
        assert_eq!(table, wanted, "the README's keys differ from the actions'");
    }
}

/// A table of all actions that have a key, under their topics.
fn keys() -> String {
    let mut out = "| keys | |\n| --- | --- |\n".to_owned();
    for topic in Topic::ALL {
        let _ = writeln!(out, "| **{}** | |", topic.title());
        let actions = Action::ALL.iter().filter(|info| info.topic == topic);
        for info in actions.filter(|info| !info.keys.is_empty()) {
            let keys: Vec<String> = info.keys.iter().map(|keys| format!("`{keys}`")).collect();
            let _ = writeln!(out, "| {} | {} |", keys.join(" "), info.help);
        }
    }
    out
}
