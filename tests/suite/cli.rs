//! The commands, as a user and a script see them.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use serde_json::Value as Json;

use super::program::Program;

const STORY: &str = "Ferry runs aground off Marrow Point\n\nBy Ina Tarn\n\nA ferry ran aground off \
    Marrow Point on Tuesday.\n\n\"We heard a bang,\" said Mara Quist, the captain.\n";

fn with_story() -> Program {
    let program = Program::new();
    program.write("story.txt", STORY);
    program
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_short_help_names_every_command() {
    let help = Program::new().run(&["-h"]).ok();
    for command in ["export", "show", "config", "completions", "man"] {
        assert!(
            help.contains(&format!("\n  {command}")),
            "{command}:\n{help}"
        );
    }
}

#[test]
fn the_long_help_is_as_expected() {
    let program = Program::new();
    insta::assert_snapshot!("help", program.run(&["--help"]).ok());
    insta::assert_snapshot!("help_export", program.run(&["export", "--help"]).ok());
    insta::assert_snapshot!("help_show", program.run(&["show", "--help"]).ok());
}

#[test]
fn the_manual_tells_the_exit_status_and_has_a_page_for_every_command() {
    let program = Program::new();
    let page = program.run(&["man"]).ok();
    assert!(
        page.contains(".TH nutgraf 1") && page.contains("Exit status:"),
        "{page}"
    );
    for command in ["export", "show", "config", "completions", "man"] {
        let page = program.run(&["man", command]).ok();
        assert!(page.contains(&format!(".TH nutgraf-{command} 1")), "{page}");
    }
    let message = program.run(&["man", "exprot"]).fails_with(2);
    assert!(
        message.contains("there is no command 'exprot'"),
        "{message}"
    );
}

#[test]
fn there_are_completions_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = Program::new().run(&["completions", shell]).ok();
        assert!(
            script.contains("nutgraf") && script.contains("force"),
            "{shell}"
        );
    }
}

#[test]
fn what_makes_no_sense_ends_with_status_2() {
    let program = with_story();
    for arguments in [
        &["export", "--format", "pdf"][..],
        &["export", "--frmat", "json"],
        &["export", "story.txt", "-o", "story.docx"],
        &["show", "everything"],
        &["show", "summary", "--why"],
        &["--from", "pdf"],
        &["--plain", "export"],
        &["--from", "text", "export"],
        &["completions", "dos"],
        &["config"],
    ] {
        let message = program.run(arguments).fails_with(2);
        assert!(!message.is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_can_not_be_read_is_named_and_the_rest_is_done() {
    let program = with_story();
    let run = program.run(&["show", "quotes", "gone.txt", "story.txt"]);
    assert!(run.out.contains("We heard a bang"), "{}", run.out);
    let message = run.fails_with(1);
    assert!(
        message.starts_with("nutgraf: gone.txt: there is no such file"),
        "{message}"
    );
}

#[test]
fn without_a_terminal_the_briefing_is_read_in_plain_lines() {
    let program = with_story();
    let plain = program.run(&["story.txt"]).ok();
    assert!(
        plain.starts_with("Ferry runs aground off Marrow Point\nBy Ina Tarn\n"),
        "{plain}"
    );
    assert!(!plain.contains('\u{1b}'));
    assert_eq!(program.run(&["--plain", "story.txt"]).ok(), plain);
    let text = program.run(&["export", "--format", "text", "story.txt"]);
    assert_eq!(text.ok(), plain);
}

#[test]
fn a_dash_and_from_read_standard_input() {
    let program = Program::new();
    let arguments = ["export", "--format", "json", "-"];
    let exported = json(&program.run_on(&arguments, STORY).ok());
    assert_eq!(exported["title"], "Ferry runs aground off Marrow Point");
    let arguments = ["export", "--format", "json", "--from", "text"];
    assert_eq!(json(&program.run_on(&arguments, STORY).ok()), exported);
}

#[test]
fn without_a_source_the_bundled_articles_are_read() {
    let shown = Program::new().run(&["export", "--format", "jsonl"]).ok();
    assert!(shown.lines().count() >= 5);
    assert!(
        shown
            .lines()
            .all(|line| !json(line)["quotes"].as_array().unwrap().is_empty())
    );
}

#[test]
fn one_article_is_an_object_and_several_are_an_array() {
    let program = with_story();
    let one = json(
        &program
            .run(&["export", "--format", "json", "story.txt"])
            .ok(),
    );
    assert_eq!(one["schema"], "nutgraf.briefing/1");
    program.write("other.txt", &STORY.replace("Tuesday", "Monday"));
    let arguments = ["export", "--format", "json", "story.txt", "other.txt"];
    let two = json(&program.run(&arguments).ok());
    assert_eq!((two.as_array().unwrap().len(), &two[0]), (2, &one));
}

#[test]
fn the_name_of_the_output_decides_the_format() {
    let program = with_story();
    program
        .run(&["export", "story.txt", "--output", "a.json"])
        .ok();
    assert_eq!(json(&program.read("a.json"))["byline"], "Ina Tarn");
    program
        .run(&["export", "story.txt", "--output", "a.md"])
        .ok();
    assert!(
        program
            .read("a.md")
            .starts_with("---\nnutgraf: briefing/1\n")
    );
    let arguments = ["export", "story.txt", "-o", "b.md", "-f", "json"];
    program.run(&arguments).ok();
    assert!(program.read("b.md").starts_with('{'));
}

#[test]
fn a_file_is_overwritten_only_by_force() {
    let program = with_story();
    program.write("a.md", "mine");
    let arguments = ["export", "story.txt", "-o", "a.md"];
    let message = program.run(&arguments).fails_with(1);
    assert_eq!(
        message,
        "nutgraf: 'a.md' exists already, add '--force' to overwrite it\n"
    );
    assert_eq!(program.read("a.md"), "mine");
    program.run(&[&arguments[..], &["--force"]].concat()).ok();
    assert!(program.read("a.md").starts_with("---\n"));
}

#[test]
fn when_nothing_can_be_read_no_file_comes_to_be() {
    let program = Program::new();
    program
        .run(&["export", "gone.txt", "-o", "a.json"])
        .fails_with(1);
    assert_eq!(program.names("."), [] as [&str; 0]);
}

#[test]
fn a_directory_gets_a_file_for_each_article() {
    let program = with_story();
    program.write(
        "second.txt",
        &STORY.replace("Marrow Point", "../the Øy/Pier"),
    );
    program.write("third.txt", &STORY.replace("Tuesday", "Monday"));
    let arguments = [
        "export",
        "story.txt",
        "second.txt",
        "third.txt",
        "-o",
        "out/",
        "-f",
        "json",
    ];
    program.run(&arguments).ok();
    let names = [
        "ferry-runs-aground-off-marrow-point-2.json",
        "ferry-runs-aground-off-marrow-point.json",
        "ferry-runs-aground-off-the-øy-pier.json",
    ];
    assert_eq!(program.names("out"), names);
    let message = program.run(&arguments).fails_with(1);
    assert_eq!(message.matches("exists already").count(), 3, "{message}");
}

#[test]
fn a_place_that_can_not_be_written_is_named() {
    let program = with_story();
    for (place, advice) in [
        ("no/where.md", "make it or choose another"),
        ("story.txt/where.md", "is a file, choose another"),
    ] {
        let message = program
            .run(&["export", "story.txt", "-o", place])
            .fails_with(1);
        let start = format!("nutgraf: '{place}' can not be written: ");
        assert!(message.starts_with(&start), "{message}");
        assert!(message.trim_end().ends_with(advice), "{message}");
    }
}

#[test]
fn a_view_that_is_not_named_shows_which_there_are() {
    let help = Program::new().run(&["show"]).fails_with(2);
    assert!(help.contains("summary, quotes, figures"), "{help}");
}

#[test]
fn what_comes_by_a_pipe_or_a_file_is_read_without_a_dash() {
    let program = Program::new();
    for command in [&["show", "sections"][..], &["--plain"], &["export"]] {
        let out = program.run_on(command, "A bridge closed on Monday.").ok();
        assert!(out.contains("A bridge closed on Monday"), "{out}");
    }
    program.write("bridge", "A bridge closed on Monday.");
    let mut command = program.command(&["show", "sections"]);
    let file = std::fs::File::open(program.path("bridge")).unwrap();
    let output = command.stdin(file).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("A bridge closed on Monday"), "{out}");
}

#[test]
fn a_pipe_that_nothing_comes_by_is_no_reason_for_the_bundled_articles() {
    let run = Program::new().run_on(&["show", "figures"], "");
    assert_eq!(run.out, "");
    let message = run.fails_with(1);
    assert!(message.contains("-: there is no text in it"), "{message}");
}

#[test]
fn a_pipe_that_nothing_comes_by_for_long_is_told_of_once() {
    let program = Program::new();
    let mut command = program.command(&["show", "sections"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let (told, waiting) = mpsc::channel::<()>();
    // A program that says nothing is to come to an end as well.
    let writer = std::thread::spawn(move || {
        let _ = waiting.recv_timeout(Duration::from_secs(30));
        stdin.write_all(b"A bridge closed on Monday.")
    });
    let mut err = BufReader::new(child.stderr.take().unwrap());
    let (mut first, mut rest) = (String::new(), String::new());
    err.read_line(&mut first).unwrap();
    drop(told);
    err.read_to_string(&mut rest).unwrap();
    writer.join().unwrap().unwrap();
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("A bridge closed on Monday"), "{out}");
    let message = "nutgraf: reading standard input, from which nothing has come yet\n";
    assert_eq!((&*first, &*rest), (message, ""));
}

#[test]
fn a_web_page_is_refused_and_the_rest_is_done() {
    let program = with_story();
    program.write("page.html", "<!DOCTYPE html>\n<p>A bridge closed.</p>\n");
    let run = program.run(&["--plain", "page.html", "story.txt"]);
    assert!(run.out.starts_with("Ferry runs aground"), "{}", run.out);
    let message = run.fails_with(1);
    let expected = "nutgraf: page.html: it is an HTML page, which is not read; save it as text";
    assert!(message.starts_with(expected), "{message}");
    program.write("page.json", "[{\"text\": \"A bridge closed.\"}]\n");
    let message = program.run(&["--plain", "page.json"]).fails_with(1);
    let remedy = "; write one object a line, or read it as it is with '--from text' (";
    assert!(message.contains(remedy), "{message}");
    let as_text = program.run(&["--plain", "--from", "text", "page.json", "page.html"]);
    assert!(as_text.ok().contains("A bridge closed."));
    let message = program
        .run_on(&["--plain", "-"], "<rss></rss>")
        .fails_with(1);
    assert!(
        message.starts_with("nutgraf: -: it is an RSS feed"),
        "{message}"
    );
}

#[test]
fn files_of_a_directory_that_are_not_read_are_told_of() {
    let program = with_story();
    std::fs::create_dir(program.path("reports")).unwrap();
    for name in ["a.txt", "b.html", "c.HTML", "d.rss", "e", ".f"] {
        program.write(&format!("reports/{name}"), STORY);
    }
    let run = program.run(&["show", "quotes", "reports"]);
    assert_eq!((run.status, run.err.lines().count()), (Some(0), 1));
    let expected = "nutgraf: reports: 4 files in it are not read (2 '.html', 1 '.rss', 1 without \
                    an ending); the known endings are '.txt',";
    assert!(run.err.starts_with(expected), "{}", run.err);
    assert!(run.err.contains("feeds and JSON"), "{}", run.err);
    assert!(run.err.ends_with("with '--from text'\n"), "{}", run.err);
}

#[test]
fn an_article_that_comes_twice_is_read_once() {
    let program = with_several();
    let post = program.read("post.txt");
    program.write("again.txt", &post);
    let run = program.run(&["show", "story", "post.txt", "again.txt", "wire.txt"]);
    assert_eq!(
        run.out.matches("killed: 31 people").count(),
        1,
        "{}",
        run.out
    );
    assert_eq!(run.status, Some(0));
    let note = "nutgraf: again.txt: it is the article 'post.txt' again, which is read once\n";
    assert_eq!(run.err, note);
    let lines = program.run(&["export", "-f", "jsonl", "post.txt", "again.txt"]);
    assert_eq!(lines.ok().lines().count(), 2);
}

#[test]
fn one_report_that_two_outlets_print_is_two_articles() {
    let program = Program::new();
    let line = |source: &str| {
        let text = "A ferry sank off Kestrel Bay on Tuesday. The coast guard said 31 people died.";
        format!("{{\"title\":\"Ferry sinks\",\"text\":\"{text}\",\"source\":\"{source}\"}}\n")
    };
    program.write("a.jsonl", &(line("Courier") + &line("Gazette")));
    let story = program.run(&["show", "story", "a.jsonl"]).ok();
    assert!(
        story.contains("Courier") && story.contains("Gazette"),
        "{story}"
    );
}

#[test]
fn several_articles_on_one_page_have_anchors_of_their_own() {
    let program = with_story();
    program.write("other.txt", &STORY.replace("Tuesday", "Monday"));
    let page = program
        .run(&["export", "-f", "markdown", "story.txt", "other.txt"])
        .ok();
    assert!(page.contains("<a id=\"a1-p1\"></a>") && page.contains("<a id=\"a2-p1\"></a>"));
    program.write("page.md", &page);
    let read = |source: &[&str]| {
        let arguments = [&["show", "quotes"], source].concat();
        program.run(&arguments).ok()
    };
    assert_eq!(read(&["page.md"]), read(&["story.txt", "other.txt"]));
}

fn lines(count: usize) -> String {
    let line = |number| format!("{{\"id\":\"{number}\",\"text\":\"It rained. {number} came.\"}}\n");
    (0..count).map(line).collect()
}

#[test]
fn a_stream_comes_out_in_its_order() {
    let arguments = ["export", "--from", "jsonl", "--format", "jsonl"];
    let out = Program::new().run_on(&arguments, &lines(2000)).ok();
    let ids: Vec<String> = out
        .lines()
        .map(|line| json(line)["id"].as_str().unwrap().to_owned())
        .collect();
    let expected: Vec<String> = (0..2000).map(|number| number.to_string()).collect();
    assert_eq!(ids, expected);
}

#[test]
fn a_broken_line_is_reported_with_its_number_and_the_rest_goes_on() {
    let input = format!("{}\n{{\"title\":\"x\"}}\nnot json\n{}", lines(1), lines(2));
    let arguments = ["export", "--from", "jsonl", "--format", "jsonl"];
    let run = Program::new().run_on(&arguments, &input);
    assert_eq!(run.out.lines().count(), 3);
    let message = run.fails_with(1);
    let reported: Vec<&str> = message.lines().map(|line| &line[..13]).collect();
    assert_eq!(reported, ["nutgraf: -:3:", "nutgraf: -:4:"]);
}

#[test]
fn a_file_of_lines_streams_as_standard_input_does() {
    let program = Program::new();
    program.write("a.jsonl", &lines(3));
    let from_file = program
        .run(&["export", "a.jsonl", "--format", "jsonl"])
        .ok();
    assert_eq!(from_file.lines().count(), 3);
    assert_eq!(json(from_file.lines().last().unwrap())["source"], "a.jsonl");
    let whole = program.run(&["export", "a.jsonl", "--format", "json"]).ok();
    assert_eq!(json(&whole).as_array().unwrap().len(), 3);
}

#[test]
fn a_closed_output_ends_the_program_quietly() {
    let program = Program::new();
    let mut command = program.command(&["export", "--from", "jsonl", "--format", "jsonl"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let line = lines(1);
    // Far more than fits into pipes and queues, and no end of the input after it.
    let writer =
        std::thread::spawn(
            move || {
                while std::io::Write::write_all(&mut stdin, line.as_bytes()).is_ok() {}
            },
        );
    stdout.read_exact(&mut [0; 100]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn every_view_can_be_shown() {
    let program = with_story();
    let quotes = program.run(&["show", "quotes", "story.txt"]).ok();
    assert!(
        quotes.contains("“We heard a bang,”") && quotes.ends_with("(paragraph 2)\n"),
        "{quotes}"
    );
    program.write("other.txt", &STORY.replace("Tuesday", "Monday"));
    let several = program
        .run(&["show", "quotes", "story.txt", "other.txt"])
        .ok();
    assert_eq!(
        several
            .matches("Ferry runs aground off Marrow Point\n\n")
            .count(),
        2
    );
    for view in ["summary", "sections", "figures"] {
        program.run(&["show", view, "story.txt"]).ok();
    }
    let why = program
        .run(&["show", "sections", "--why", "story.txt"])
        .ok();
    assert!(
        why.contains(": A ferry ran aground off Marrow Point on Tuesday.\n"),
        "{why}"
    );
}

#[test]
fn a_dateline_on_a_line_of_its_own_is_shown() {
    let program = Program::new();
    program.write(
        "dam.txt",
        "Dam bursts above Orsk\n\nORSK (Norwire)\n\nA dam burst above Orsk on Monday, the mayor \
         said.\n\nNobody was hurt.\n",
    );
    let plain = program.run(&["--plain", "dam.txt"]).ok();
    let head = "Dam bursts above Orsk\nORSK (Norwire)\nSource: dam.txt\n";
    assert!(plain.starts_with(head), "{plain}");
}

#[test]
fn a_deck_is_shown_and_its_toll_is_told() {
    let program = Program::new();
    program.write(
        "fire.txt",
        "Mayor resigns after fire\nSix people died in the fire, the mayor says\n\nTARN - The mayor \
         of Tarn resigned on Monday after a fire in a school.\n\nHe said that nobody had helped.\n",
    );
    let figures = program.run(&["show", "figures", "fire.txt"]).ok();
    assert!(figures.starts_with("killed: Six people"), "{figures}");
    let sections = program.run(&["show", "sections", "fire.txt"]).ok();
    assert!(
        sections.contains(": Six people died in the fire"),
        "{sections}"
    );
    let summary = program.run(&["show", "summary", "fire.txt"]).ok();
    assert!(
        summary.starts_with("The mayor of Tarn resigned"),
        "{summary}"
    );
    program.write(
        "fire.jsonl",
        "{\"title\":\"Mayor resigns\",\"deck\":\"Six died\",\"text\":\"He said so.\"}",
    );
    let plain = program.run(&["--plain", "fire.jsonl"]).ok();
    assert!(plain.starts_with("Mayor resigns\nSix died\n"), "{plain}");
}

/// Two outlets on one event, and an article on another.
fn with_several() -> Program {
    let program = Program::new();
    program.write(
        "post.txt",
        "Ferry sinks off Kestrel Bay\n\nA ferry sank off Kestrel Bay on Tuesday. The coast guard \
         said 31 people were killed.\n",
    );
    program.write(
        "wire.txt",
        "Divers search Kestrel Bay ferry\n\nDivers searched the ferry that sank off Kestrel Bay. \
         The island council said 48 people were killed.\n",
    );
    program.write(
        "bank.txt",
        "Central bank holds its rate\n\nThe bank kept its main rate at four per cent on Tuesday.\n",
    );
    program
}

#[test]
fn a_story_sets_the_tolls_of_its_articles_side_by_side() {
    let program = with_several();
    let sources = ["post.txt", "bank.txt", "wire.txt"];
    let shown = program
        .run(&[&["show", "story"], &sources[..]].concat())
        .ok();
    let killed: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("killed"))
        .collect();
    assert_eq!(killed.len(), 2, "{shown}");
    assert!(
        killed[0].starts_with("killed: 48 people, according to"),
        "{shown}"
    );
    assert!(killed[1].ends_with("(article 1, paragraph 1)"), "{shown}");
    assert!(!shown.contains("bank"), "{shown}");
    let told = program
        .run(&["show", "story", "--together", "post.txt", "bank.txt"])
        .ok();
    assert!(
        told.contains("article 2: Central bank holds its rate"),
        "{told}"
    );
}

#[test]
fn a_story_is_exported_in_every_format() {
    let program = with_several();
    let export = |more: &[&str]| {
        let arguments = [&["export", "--story", "post.txt", "wire.txt"], more].concat();
        program.run(&arguments)
    };
    let story = json(&export(&["-f", "json"]).ok());
    assert_eq!(story["schema"], "nutgraf.story/1");
    assert_eq!(story["tolls"][0]["figures"].as_array().unwrap().len(), 2);
    assert_eq!(export(&["-f", "jsonl"]).ok().lines().count(), 1);
    assert!(
        export(&["-f", "text"])
            .ok()
            .starts_with("2 articles on one event\n")
    );
    export(&["-o", "story.md"]).ok();
    assert!(program.read("story.md").contains("\n## Killed\n"));
    assert!(
        export(&["-o", "story.md"])
            .fails_with(1)
            .contains("--force")
    );
    export(&["-o", "out/"]).ok();
    assert_eq!(
        program.names("out"),
        ["story-ferry-sinks-off-kestrel-bay.md"]
    );
}

#[test]
fn where_there_is_no_story_it_is_said() {
    let program = with_several();
    let said = program
        .run(&["show", "story", "post.txt", "bank.txt"])
        .fails_with(1);
    assert!(
        said.contains("no two of the articles tell of one event"),
        "{said}"
    );
    program
        .run(&["show", "quotes", "--together", "post.txt"])
        .fails_with(2);
    program
        .run(&["export", "--together", "post.txt"])
        .fails_with(2);
}
