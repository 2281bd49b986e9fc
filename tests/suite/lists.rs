//! The lists of words in `assets`.

use std::fs;
use std::path::Path;

use toml::Value;

#[test]
fn no_list_holds_a_word_twice() {
    for folder in ["assets/lexicon/en", "assets/figures/en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let table: toml::Table = text.parse().unwrap();
            check(&Value::Table(table), &path.display().to_string());
        }
    }
}

#[track_caller]
fn check(value: &Value, place: &str) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                check(value, &format!("{place} {key}"));
            }
        }
        Value::Array(list) => {
            let mut words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            words.sort_unstable();
            let twice = words.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(twice, None, "{place}");
            for value in list.iter().filter(|value| !value.is_str()) {
                check(value, place);
            }
        }
        _ => {}
    }
}
