//! The settings: the example, the commands, and the message for each mistake.

use std::path::{Path, PathBuf};
use std::{env, fs};

use nutgraf::config::{Config, EXAMPLE, check};
use toml::Table;

use super::program::Program;

#[test]
fn the_example_sets_every_setting_to_its_default() {
    let checked = check("config.example.toml", EXAMPLE);
    assert_eq!(checked.problems, []);
    assert_eq!(checked.config, Config::default());
    let named = paths(&toml::from_str(EXAMPLE).unwrap(), "");
    let all = paths(&Table::try_from(Config::default()).unwrap(), "");
    assert_eq!(named, all);
}

#[test]
fn the_example_says_something_of_every_setting() {
    let lines: Vec<&str> = EXAMPLE.lines().collect();
    for pair in lines.windows(2) {
        let is_setting = pair[1].contains(" = ") && !pair[1].starts_with('#');
        assert!(
            !is_setting || pair[0].starts_with("# "),
            "no comment above '{}'",
            pair[1]
        );
    }
}

/// The names of all settings in a table, sorted.
fn paths(table: &Table, above: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, value) in table {
        let path = format!("{above}{name}");
        match value.as_table() {
            Some(inner) if !inner.is_empty() => found.extend(paths(inner, &format!("{path}."))),
            _ => found.push(path),
        }
    }
    found.sort();
    found
}

#[test]
fn each_wrong_file_gives_its_message() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/configs/invalid");
    let mut cases = 0;
    for path in toml_files(&folder) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let program = Program::new();
        program.write(name, &fs::read_to_string(&path).unwrap());
        let message = program
            .run(&["config", "check", "--config", name])
            .fails_with(1);
        let answer = path.with_extension("message");
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&answer, &message).unwrap();
        }
        assert_eq!(message, fs::read_to_string(&answer).unwrap(), "{name}");
        cases += 1;
    }
    assert!(cases >= 17);
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "toml")
    });
    files.sort();
    files
}

#[test]
fn a_wrong_file_stops_every_command_that_reads_articles() {
    let program = Program::new();
    program.write("mine.toml", "[summary]\nlines = 3\n");
    for command in [&["export"][..], &["show", "quotes"], &["--plain"]] {
        let arguments = [command, &["--config", "mine.toml"]].concat();
        let message = program.run(&arguments).fails_with(1);
        assert!(
            message.contains("mine.toml:2:1: unknown setting 'lines'"),
            "{message}"
        );
    }
}

#[test]
fn a_file_that_is_named_must_be_there() {
    let program = Program::new();
    let message = program
        .run(&["config", "check", "--config", "no.toml"])
        .fails_with(1);
    assert_eq!(
        message,
        "nutgraf: the settings in 'no.toml' can not be read: no such file or directory\n"
    );
    program.run(&["config", "check"]).ok();
    let program = program.with("NUTGRAF_CONFIG", "no.toml");
    for arguments in [&["config", "check"][..], &["show", "summary"]] {
        let message = program.run(arguments).fails_with(1);
        assert!(
            message.contains("the settings in 'no.toml' can not"),
            "{message}"
        );
    }
}

#[test]
#[cfg(not(windows))]
fn the_file_is_looked_for_in_the_usual_places() {
    let home = Program::new();
    let usual = home.path(".config/nutgraf/config.toml");
    assert_eq!(
        home.run(&["config", "path"]).ok(),
        format!("{}\n", usual.display())
    );
    let xdg = Program::new().with("XDG_CONFIG_HOME", "/settings");
    assert_eq!(
        xdg.run(&["config", "path"]).ok(),
        "/settings/nutgraf/config.toml\n"
    );
    let named = Program::new().with("NUTGRAF_CONFIG", "/mine.toml");
    assert_eq!(named.run(&["config", "path"]).ok(), "/mine.toml\n");
    let stronger = named.run(&["config", "path", "--config", "here.toml"]);
    assert_eq!(stronger.ok(), "here.toml\n");
}

#[test]
#[cfg(not(windows))]
fn init_writes_the_example_and_never_over_another_file() {
    let program = Program::new();
    let file = ".config/nutgraf/config.toml";
    program.run(&["config", "init"]).ok();
    assert_eq!(program.read(file), EXAMPLE);
    program.run(&["config", "check"]).ok();
    program.write(file, "# mine\n");
    let message = program.run(&["config", "init"]).fails_with(1);
    assert!(
        message.ends_with("exists already, add '--force' to overwrite it\n"),
        "{message}"
    );
    assert_eq!(program.read(file), "# mine\n");
    program.run(&["config", "init", "--force"]).ok();
    assert_eq!(program.read(file), EXAMPLE);
}

#[test]
fn show_prints_what_is_in_force() {
    let program = Program::new();
    program.write(
        "mine.toml",
        "[summary]\nsentences = 5\n[keys]\ndown = \"ctrl-n\"\n",
    );
    let shown = program
        .run(&["config", "show", "--config", "mine.toml"])
        .ok();
    let checked = check("shown", &shown);
    assert_eq!(checked.problems, []);
    let mut expected = Config::default();
    expected.summary.sentences = 5;
    assert_eq!(checked.config.summary, expected.summary);
    assert!(shown.contains("down = [\"ctrl-n\"]"), "{shown}");
}

#[test]
fn the_settings_hold_for_an_export() {
    let program = Program::new();
    program.write("mine.toml", "[export]\nformat = \"json\"\n");
    let exported = program.run(&["export", "--config", "mine.toml"]).ok();
    assert!(exported.starts_with('['), "{exported}");
}

const CUES: &str = "[[cue]]\nname = \"quokka\"\nwhy = \"a word of mine\"\n\
    words = [\"the quokka\"]\nweights = { outlook = 99.0 }\n";

#[test]
fn cues_of_the_users_own_lie_beside_the_settings_and_count() {
    let program = Program::new();
    program.write(
        "story.txt",
        "A headline\n\nA bridge fell. Then the quokka came. It rained.\n",
    );
    program.write("mine.toml", "");
    let arguments = [
        "show",
        "sections",
        "--why",
        "--config",
        "mine.toml",
        "story.txt",
    ];
    let before = program.run(&arguments).ok();
    assert!(!before.contains("quokka\n") && !before.contains("outlook: Then the quokka"));
    program.write("cues.toml", CUES);
    let after = program.run(&arguments).ok();
    assert!(
        after.contains("outlook: Then the quokka came.\n  +99.00 for outlook: quokka ("),
        "{after}"
    );
    program
        .run(&["config", "check", "--config", "mine.toml"])
        .ok();
}

#[test]
fn a_bad_cue_is_named_with_its_line() {
    let program = Program::new();
    program.write("mine.toml", "");
    program.write("cues.toml", &CUES.replace("outlook", "forecast"));
    for arguments in [&["config", "check"][..], &["export"]] {
        let arguments = [arguments, &["--config", "mine.toml"]].concat();
        let message = program.run(&arguments).fails_with(1);
        assert!(
            message.contains("cues.toml:5:13: unknown setting"),
            "{message}"
        );
        assert!(message.contains("forecast"), "{message}");
    }
    program.write("cues.toml", &CUES.replace("99.0", "99999999999999999999"));
    let message = program.run(&["config", "check", "--config", "mine.toml"]);
    let message = message.fails_with(1);
    assert!(
        message.contains("'99999999999999999999', expected a number"),
        "{message}"
    );
}

#[test]
fn a_cue_with_words_that_a_terminal_obeys_is_refused() {
    let program = Program::new();
    program.write("mine.toml", "");
    let cues = CUES.replace("quokka", "quok\\u202eka");
    program.write("cues.toml", &cues);
    let arguments = ["show", "sections", "--why", "--config", "mine.toml"];
    let message = program.run(&arguments).fails_with(1);
    assert!(message.contains("cues.toml:2:8: there is"), "{message}");
    assert!(message.contains("cues.toml:4:10: there is"), "{message}");
}

#[test]
fn unsure_sentences_and_judgements_go_where_the_settings_say() {
    let program = Program::new();
    let shown = |settings: &str| {
        program.write("mine.toml", settings);
        let arguments = ["show", "sections", "--config", "mine.toml"];
        program.run(&arguments).ok()
    };
    let under = |text: &str, kind: &str| {
        let lines = text.lines().filter(|line| line.starts_with(kind));
        (
            lines
                .clone()
                .filter(|line| line.contains(" (unsure): "))
                .count(),
            lines.count(),
        )
    };
    let kept = shown("");
    let (unsure, all) = under(&kept, "");
    assert!(unsure > 0 && unsure < all);
    assert_eq!(under(&kept, "more"), (0, 0));
    assert_eq!(under(&kept, "reaction"), (0, 0));
    let apart = shown("[sections]\nunsure = \"more\"\nreaction = true\n");
    let (more, _) = under(&apart, "more");
    assert!(more > 0);
    assert_eq!(under(&apart, "").0, more);
    assert!(under(&apart, "reaction").1 > 0);
}

#[test]
fn sections_are_shown_as_the_settings_say() {
    let program = Program::new();
    program.write(
        "story.txt",
        "A headline\n\nA bridge fell. Then the quokka came. It rained.\n",
    );
    program.write("cues.toml", CUES);
    program.write(
        "mine.toml",
        "[sections]\norder = [\"outlook\"]\nhidden = [\"background\"]\nnames = { outlook = \"What is next\" }\n",
    );
    let page = program
        .run(&[
            "export",
            "--config",
            "mine.toml",
            "story.txt",
            "-f",
            "markdown",
        ])
        .ok();
    let headings: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .collect();
    let expected = [
        "Summary",
        "What is next",
        "Announcement",
        "Casualties",
        "Quotes",
        "Key figures",
        "Article",
    ];
    assert_eq!(headings, expected);
}
