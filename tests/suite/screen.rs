//! The reader without a terminal: keys go in, frames come out.

use std::collections::BTreeMap;

use nutgraf::analysis;
use nutgraf::briefing::{Briefing, Label, Outline, Quote, QuoteKind, SectionKind};
use nutgraf::document::{Article, Document, Span, Title};
use nutgraf::language::Lexicon;
use nutgraf::ui::{Action, App, Chord, Effect, Keymap, Loaded, Options, Theme, Topic};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use crate::ferry;

/// A reader with a screen to look at.
struct Reader {
    app: App,
    area: Rect,
    /// What the last key asked for.
    effect: Effect,
}

impl Reader {
    fn new(width: u16, height: u16, articles: Vec<Briefing>) -> Self {
        Self::with(Options::default(), width, height, articles)
    }

    fn with(options: Options, width: u16, height: u16, articles: Vec<Briefing>) -> Self {
        let keymap = Keymap::build(&BTreeMap::new()).unwrap();
        let app = App::new(options, keymap, Theme::default(), Outline::default());
        let area = Rect::new(0, 0, width, height);
        let mut reader = Self {
            app,
            area,
            effect: Effect::Nothing,
        };
        reader.app.resize(area);
        for (index, briefing) in articles.into_iter().enumerate() {
            reader = reader.load(Loaded::Briefing(index, Box::new(briefing)));
        }
        reader
    }

    fn load(mut self, loaded: Loaded) -> Self {
        self.app.load(loaded);
        self.app.resize(self.area);
        self
    }

    fn complete(mut self) -> Self {
        self.app.complete();
        self
    }

    /// The ferry alone.
    fn ferry(width: u16, height: u16) -> Self {
        Self::new(width, height, vec![ferry::briefing()])
    }

    fn press(mut self, keys: &str) -> Self {
        for key in Chord::parse(keys).unwrap().keys() {
            self.effect = self.app.press(*key);
            if self.effect == Effect::Stories {
                self.tell();
            }
        }
        self
    }

    /// Finds the stories, as the loop does when they are asked for.
    fn tell(&mut self) {
        let options = analysis::SummaryOptions::default();
        let stories = analysis::stories(&self.app.briefings(), &options);
        self.app.take_stories(stories);
    }

    fn resize(mut self, width: u16, height: u16) -> Self {
        self.area = Rect::new(0, 0, width, height);
        self.app.resize(self.area);
        self
    }

    fn frame(&self) -> Buffer {
        let mut buffer = Buffer::empty(self.area);
        (&self.app).render(self.area, &mut buffer);
        buffer
    }

    /// The rows of the screen, without the space at their ends.
    fn rows(&self) -> Vec<String> {
        let frame = self.frame();
        let row = |row: Rect| {
            let symbols = row.columns().map(|cell| frame[(cell.x, cell.y)].symbol());
            symbols.collect::<String>().trim_end().to_owned()
        };
        self.area.rows().map(row).collect()
    }

    fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// All letters that are shown in a manner, those of different rows with a space between.
    fn shown_as(&self, modifier: Modifier) -> String {
        let frame = self.frame();
        let row = |row: Rect| {
            let cells = row.columns().map(|cell| &frame[(cell.x, cell.y)]);
            let shown = cells.filter(|cell| cell.modifier.contains(modifier));
            shown.map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        let rows: Vec<String> = self
            .area
            .rows()
            .map(row)
            .filter(|row| !row.is_empty())
            .collect();
        rows.join(" ")
    }

    fn marked(&self) -> String {
        self.shown_as(Modifier::UNDERLINED)
    }

    fn status(&self) -> String {
        self.rows().pop().unwrap_or_default().trim().to_owned()
    }

    #[track_caller]
    fn shows(self, words: &str) -> Self {
        assert!(
            self.text().contains(words),
            "no '{words}' in\n{}",
            self.text()
        );
        self
    }

    #[track_caller]
    fn hides(self, words: &str) -> Self {
        assert!(
            !self.text().contains(words),
            "'{words}' in\n{}",
            self.text()
        );
        self
    }
}

#[test]
fn a_screen_of_120_by_36() {
    insta::assert_snapshot!(format!("{:?}", Reader::ferry(120, 36).frame()));
}

#[test]
fn a_screen_of_80_by_24() {
    let reader = Reader::ferry(80, 24).press("]q");
    insta::assert_snapshot!(format!("{:?}", reader.frame()));
}

#[test]
fn a_screen_of_40_by_12() {
    insta::assert_snapshot!(Reader::ferry(40, 12).press("g4").text());
}

#[test]
fn a_screen_of_200_by_50() {
    let articles = vec![ferry::briefing(), ferry::briefing()];
    let reader = Reader::new(200, 50, articles).press("g3 o w");
    insta::assert_snapshot!(reader.text());
}

#[test]
fn the_help_screen_names_every_action_that_has_a_key() {
    let help = Reader::ferry(100, 120).press("?").text();
    for info in Action::ALL.iter().filter(|info| !info.keys.is_empty()) {
        let first = info
            .help
            .split_once(':')
            .map_or(info.help, |(head, _)| head);
        assert!(help.contains(first), "no '{first}' in\n{help}");
        assert!(info.keys.iter().all(|key| help.contains(key)));
    }
}

#[test]
fn help_can_be_scrolled_and_searched() {
    let reader = Reader::ferry(80, 24)
        .press("?")
        .hides("draw the screen anew");
    let reader = reader.press("/ a n e w").shows("draw the screen anew");
    reader.press("enter q").hides("draw the screen anew");
    assert_eq!(
        Reader::ferry(30, 8).press("?").status(),
        "esc close  ? help"
    );
}

#[test]
fn a_key_for_the_panes_closes_what_lies_over_them() {
    let reader = Reader::ferry(80, 24)
        .press("? ]q")
        .hides("half a screen down");
    assert!(reader.marked().starts_with("We heard"), "{}", reader.text());
    Reader::ferry(120, 36)
        .press("g3 s")
        .shows("Whose quotes")
        .press("j j J")
        .hides("Whose quotes");
}

#[test]
fn enter_on_a_quote_marks_all_of_it_and_back_returns() {
    let reader = Reader::ferry(80, 24).press("g3 enter");
    let marked = reader.marked();
    assert!(marked.starts_with("We heard a bang and then"), "{marked}");
    assert!(marked.ends_with("where the vests were."), "{marked}");
    let reader = reader.press("ctrl-o").shows("Tomas Orel  said");
    assert_eq!(reader.marked(), "");
    assert!(reader.press("alt-o").marked().starts_with("We heard"));
}

#[test]
fn enter_on_a_figure_or_a_summary_line_marks_its_passage() {
    assert_eq!(Reader::ferry(120, 36).press("g4 enter").marked(), "48");
    let marked = Reader::ferry(120, 36).press("g2 j enter").marked();
    assert_eq!(marked, "The island council put the toll at 48.");
}

#[test]
fn quotes_and_figures_are_walked_in_the_order_they_are_shown() {
    let reader = Reader::ferry(120, 36).press("]f");
    assert_eq!(reader.marked(), "212");
    let reader = reader.press("]f ]f");
    assert_eq!(reader.marked(), "31");
    assert_eq!(reader.press("[f").marked(), "161");
    assert_eq!(
        Reader::ferry(120, 36).press("n n").marked(),
        "It should not have left,"
    );
    assert_eq!(Reader::ferry(120, 36).press("6]f").marked(), "");
}

#[test]
fn a_digit_goes_to_a_section_and_says_when_there_is_nothing_in_it() {
    let reader = Reader::ferry(60, 10).press("3");
    assert!(reader.rows()[1].contains("Casualties"), "{}", reader.text());
    let reader = Reader::ferry(60, 10).press("o 5").shows("5");
    reader
        .press("o 2")
        .shows("Background")
        .press("1 ]s")
        .shows("Background");
}

#[test]
fn a_count_repeats_and_a_leading_nought_begins_one() {
    let by_count = Reader::ferry(60, 10).press("5j").text();
    assert_eq!(by_count, Reader::ferry(60, 10).press("j j j j j").text());
    assert_eq!(
        Reader::ferry(60, 10).press("02j").text(),
        Reader::ferry(60, 10).press("j j").text()
    );
}

#[test]
fn a_resize_keeps_the_paragraph_at_the_top() {
    let reader = Reader::ferry(60, 10).press("4");
    let first = |reader: &Reader| reader.rows()[2].trim_start_matches([' ', '5']).to_owned();
    assert!(
        first(&reader).starts_with("An inquiry"),
        "{}",
        reader.text()
    );
    let reader = reader
        .resize(40, 10)
        .resize(90, 14)
        .resize(30, 8)
        .resize(60, 10);
    assert!(
        first(&reader).starts_with("An inquiry"),
        "{}",
        reader.text()
    );
}

#[test]
fn another_order_keeps_the_text_at_the_top() {
    let reader = Reader::ferry(60, 10).press("4 o");
    assert!(
        reader.text().contains("outlook  An inquiry"),
        "{}",
        reader.text()
    );
}

#[test]
fn search_counts_while_it_is_typed_and_escape_gives_it_up() {
    let reader = Reader::ferry(80, 24).press("/ t h e");
    assert!(reader.status().starts_with("/the"), "{}", reader.status());
    assert!(reader.status().ends_with("of 13"), "{}", reader.status());
    let reader = reader.press("z z");
    assert!(reader.status().ends_with("not here"), "{}", reader.status());
    let reader = reader.press("esc");
    assert!(!reader.status().contains("/the"));
}

#[test]
fn next_match_goes_round() {
    let reader = Reader::ferry(80, 24).press("/ i n q u i r y enter");
    reader
        .shows("/inquiry 1 of 1")
        .press("n")
        .shows("1 of 1")
        .press("esc")
        .hides("/inquiry");
}

#[test]
fn a_search_names_the_section_of_its_find_and_the_pane_it_was_made_in() {
    let reader = Reader::ferry(80, 24).press("/ t o l l enter");
    reader.shows("/toll 1 of 1 · Casualties");
    let reader = Reader::ferry(120, 36).press("g3 / q u i s t enter");
    reader
        .shows("/quist 1 of 1")
        .hides("1 of 1 in Quotes")
        .press("g4")
        .shows("/quist 1 of 1 in Quotes")
        .press("n")
        .shows("'quist' is not here")
        .press("g3")
        .shows("/quist 1 of 1");
}

#[test]
fn a_search_in_a_list_selects_the_item() {
    let reader = Reader::ferry(120, 36).press("g3 / q u i s t enter");
    reader.shows("2/3");
}

#[test]
fn quotes_are_filtered_by_speaker_and_escape_shows_all_again() {
    let reader = Reader::ferry(120, 36).press("s").shows("unknown speaker");
    let reader = reader.press("j j enter").shows("Mara Quist · 1/1");
    reader.press("esc").shows("1/3");
}

#[test]
fn a_claimant_whom_nothing_names_is_shown_as_unknown() {
    let article = Article {
        text: "She said 12 people had died.".to_owned(),
        ..Article::default()
    };
    let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let reader = Reader::new(120, 36, vec![briefing]).press("g4");
    let why = reader.shows("unknown claimant (“She”)").press("w");
    why.shows("“She” → unknown");
}

#[test]
fn two_whom_nothing_names_are_never_one_speaker() {
    let text = "“The ferry is late again,” she said.\n\n\
        At the other pier a train had stopped.\n\n\
        “Nobody has told us of a train,” she said.";
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let reader = Reader::new(120, 36, vec![briefing])
        .press("g3")
        .shows("unknown speaker (“she”)");
    let by_speaker = reader.press("o").shows("unknown speaker").shows("(“she”)");
    let chosen = by_speaker.press("s").shows("all speakers");
    chosen.press("j enter").shows("unknown · by speaker · 1/2");
}

#[test]
fn figures_are_filtered_by_role_and_sorted() {
    let reader = Reader::ferry(120, 36)
        .press("g4 s j enter")
        .shows("killed · 1/2");
    let reader = reader.press("esc o o").shows("by size · 1/4");
    let rows = reader.rows();
    let at = |words: &str| rows.iter().position(|row| row.contains(words)).unwrap();
    assert!(at("212 people") < at("161") && at("161") < at("48"));
}

#[test]
fn the_gravest_toll_of_the_event_leads_the_figures() {
    let rows = samples(120, 60).press("g4 z").rows();
    let at = |words: &str| rows.iter().position(|row| row.contains(words));
    assert!(at("Killed") < at("Missing") && at("Killed").is_some());
}

#[test]
fn figures_of_which_nothing_is_told_come_last() {
    let text = "A quake shook three villages on Monday, the ministry said.\n\
        Mara Dorn, who lives there, said it was loud.\n\
        Some 1,200 homes were destroyed.";
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let rows = Reader::new(80, 24, vec![briefing]).press("g4").rows();
    let at = |words: &str| rows.iter().position(|row| row.contains(words)).unwrap();
    assert!(at("Destroyed") < at("Other"), "{rows:?}");
}

#[test]
fn a_figure_stands_with_its_unit_and_with_what_it_measures() {
    samples(120, 60)
        .press("g4 z / h e a v y enter")
        .shows("six days of heavy rain")
        .hides("gave way at about");
    samples(120, 60)
        .press("g4 z / b u r i a l s enter")
        .shows("nine burials");
}

#[test]
fn a_unit_is_shown_as_the_article_writes_it() {
    let text = "The reservoirs of the Tamsin fell to 38 per cent of capacity on Monday.\n\
        The dam lost 120 litres a second, the council said, and the level fell by 11 basis points.";
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let reader = Reader::new(80, 24, vec![briefing]).press("g4");
    reader
        .shows("38 per cent of capacity")
        .shows("120 litres")
        .shows("11 basis points");
}

#[test]
fn a_pane_alone_says_how_the_others_come_back() {
    let reader = Reader::ferry(120, 36).press("g3 z").shows("z all panes");
    reader.press("z").hides("all panes");
}

#[test]
fn a_popup_covers_only_what_lies_under_it() {
    let articles = (0..4).map(|_| ferry::briefing()).collect();
    let reader = Reader::new(120, 36, articles).press("J J J");
    let list = |reader: &Reader| {
        let rows = reader.rows().into_iter();
        rows.filter(|row| row.ends_with("212 aboard")).count()
    };
    let before = list(&reader);
    assert_eq!(list(&reader.press("w").shows("─ Why ─")), before);
}

#[test]
fn conflicting_claims_stand_together_with_their_claimants() {
    let reader = Reader::ferry(120, 36).shows("people: 2 claims, 31 to 48");
    let rows = reader.rows();
    let bar = |words: &str| {
        let row = rows.iter().find(|row| row.contains(words)).unwrap();
        row.matches('━').count()
    };
    assert!(bar("│  at least 31") < bar("│  48 "));
    reader.shows("The coast guard").shows("The island council");
}

/// A number in words is the same number.
#[test]
fn claims_of_one_number_agree_however_they_write_it() {
    let article = Article {
        text: "A slide killed 23 people, the army said. Police said twenty-three people died."
            .to_owned(),
        ..Article::default()
    };
    let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let reader = Reader::new(120, 36, vec![briefing]).press("g4");
    reader.shows("people: 2 claims agree").hides("23 to");
}

#[test]
fn a_range_is_no_end_of_claims_but_its_own_ends_are() {
    let article = Article {
        text: "A slide killed 23 people, the army said. Police said between 40 and 60 people died."
            .to_owned(),
        ..Article::default()
    };
    let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let reader = Reader::new(120, 36, vec![briefing]).press("g4");
    let reader = reader.shows("people: 2 claims, 23 to 60");
    reader
        .shows("between 40 and 60  ━")
        .press("w")
        .shows("│  between 40 and 60   ");
}

#[test]
fn why_names_the_cues_of_the_marked_sentence_and_follows_the_mark() {
    let reader = Reader::ferry(120, 36).press("w").shows("+2.50  toll word");
    let reader = reader
        .shows("Announcement")
        .press(") )")
        .shows("ahead of announcement");
    reader.press("q").hides("toll word");
}

#[test]
fn why_tells_cues_for_and_against_apart_and_leaves_the_mark_in_sight() {
    let reader = Reader::ferry(120, 36).press("] q w");
    let marked = reader.marked();
    let reader = reader.shows("for background").shows("against background");
    assert!(!marked.is_empty());
    assert_eq!(reader.marked(), marked);
    let reader = Reader::ferry(80, 24).press("]q ]q ]q w");
    assert!(!reader.marked().is_empty(), "{}", reader.text());
}

/// The bundled articles: four outlets on one disaster, and others.
fn samples(width: u16, height: u16) -> Reader {
    Reader::new(width, height, sample_briefings())
}

fn sample_briefings() -> Vec<Briefing> {
    let brief =
        |article| analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let articles = nutgraf::source::samples().into_iter().map(brief);
    articles.collect()
}

#[test]
fn the_story_stands_in_the_place_of_the_text_and_leads_to_each_article() {
    let reader = samples(120, 50)
        .press("S")
        .shows("━ Story ━")
        .shows("4 articles on one event")
        .shows("Meridian Wire")
        .shows("Killed");
    let reader = reader.press("enter").shows("━ Text ━");
    assert!(!reader.marked().is_empty());
    let reader = reader.press("ctrl-o").shows("━ Story ━");
    reader
        .press("S")
        .shows("━ Text ━")
        .press("S q")
        .shows("━ Text ━");
}

#[test]
fn an_open_story_follows_what_is_loaded_and_keeps_the_place() {
    let mut briefings = sample_briefings();
    let late = briefings.split_off(3);
    let reader = Reader::new(90, 24, briefings).press("S");
    let reader = reader.shows("3 articles on one event").press("G k");
    let pointed = |reader: &Reader| {
        let rows = reader.rows().into_iter().enumerate();
        rows.filter(|(_, row)| row.starts_with('▌'))
            .collect::<Vec<_>>()
    };
    let before = pointed(&reader);
    assert!(before[0].1.contains(" 2 "), "{before:?}");
    assert!(!reader.app.is_behind());
    let mut reader = late
        .into_iter()
        .zip(3..)
        .fold(reader, |reader, (briefing, place)| {
            reader.load(Loaded::Briefing(place, Box::new(briefing)))
        });
    // Until the loop finds the time, what was found before is shown.
    assert!(reader.app.is_behind());
    assert_eq!(pointed(&reader), before);
    reader.tell();
    assert!(!reader.app.is_behind());
    assert_eq!(pointed(&reader), before);
    reader.press("gg").shows("4 articles on one event");
}

#[test]
fn a_story_that_was_none_becomes_one() {
    let mut briefings = sample_briefings();
    briefings.swap(1, 4);
    let late = briefings.split_off(2);
    let reader = Reader::new(90, 24, briefings).press("S");
    let mut reader = late.into_iter().zip(2..).fold(
        reader.shows("no other article"),
        |reader, (briefing, place)| reader.load(Loaded::Briefing(place, Box::new(briefing))),
    );
    reader.tell();
    reader.shows("4 articles on one event").press("S");
}

#[test]
fn what_is_left_out_is_told_until_the_next_key() {
    let left_out = |all| Loaded::LeftOut(all, "b.txt: there is no text in it".to_owned());
    let reader = Reader::ferry(80, 24).load(left_out(1));
    assert_eq!(reader.status(), "b.txt: there is no text in it");
    let reader = reader.load(left_out(3));
    assert_eq!(
        reader.status(),
        "3 left out, the last: b.txt: there is no text in it"
    );
    reader.press("j").hides("left out");
}

#[test]
fn an_article_alone_on_its_event_has_no_story() {
    samples(120, 36)
        .press("J J J J S")
        .shows("no other article here tells of this event");
    let reader = Reader::ferry(80, 24).press("S");
    assert_eq!(reader.status().trim(), "no other article has been read yet");
    let reader = reader.complete().press("S");
    assert_eq!(reader.status().trim(), "there is only one article");
}

#[test]
fn the_last_article_is_told_from_the_last_so_far() {
    let reader = samples(120, 36).press("J J J J J J J J");
    assert_eq!(
        reader.status().trim(),
        "that was the last article read so far"
    );
    let reader = reader.complete().press("J");
    assert_eq!(reader.status().trim(), "that was the last article");
}

#[test]
fn the_tolls_of_a_story_name_their_claimants_and_articles() {
    let reader = samples(90, 90).press("S");
    assert!(reader.rows()[0].contains("Story"), "{}", reader.text());
    let rows = reader.rows().join("\n");
    for words in ["58", "Anselm Kray", "1 Meridian Wire"] {
        assert!(rows.contains(words), "no '{words}' in\n{rows}");
    }
    let reader = reader.press("e");
    assert_eq!(reader.effect, Effect::ExportStory);
}

#[test]
fn a_pane_that_does_not_show_all_shows_where_it_is() {
    let thumb = |reader: &Reader| {
        let rows = reader.rows();
        rows.iter().position(|row| row.ends_with('▐'))
    };
    let reader = Reader::ferry(60, 10);
    assert_eq!(thumb(&reader), Some(1));
    assert!(thumb(&reader.press("G")) > Some(3));
    assert_eq!(thumb(&Reader::ferry(60, 100)), None);
}

#[test]
fn a_narrow_screen_keeps_labels_apart_from_the_text_and_shows_all_of_a_message() {
    let reader = Reader::ferry(40, 12).press("o");
    reader.shows(" ann KESTREL BAY");
    let rows = Reader::ferry(30, 12).press("x").rows();
    let said: Vec<&str> = rows[10..].iter().map(|row| row.trim()).collect();
    assert_eq!(said.join(" "), "'x' does nothing, ? lists the keys");
}

#[test]
fn the_smallest_screen_shows_the_focused_tab_and_a_line_of_why() {
    let reader = Reader::ferry(20, 6).press("g4");
    assert!(reader.rows()[0].contains("Figures"), "{}", reader.text());
    let reader = reader.press("w").shows("│  48").hides("1–0");
    reader.resize(20, 4).hides("1–0");
}

#[test]
fn the_number_of_a_paragraph_is_never_cut() {
    let many = 100_001;
    let text = "It rained.\n".repeat(many - 1) + &"and rained ".repeat(20);
    let last = Span::new(text.len() - 220, text.len() - 1);
    let label = Label {
        kind: Some(SectionKind::Background),
        ..Label::default()
    };
    let quote = Quote {
        span: last,
        kind: QuoteKind::Direct,
        group: 0,
        speaker: None,
        via: None,
        cue: Some(last),
    };
    let briefing = Briefing {
        document: Document::new(Article {
            text,
            ..Article::default()
        }),
        labels: vec![label; many],
        cues: std::sync::Arc::default(),
        summary: Vec::new(),
        quotes: vec![quote],
        figures: Vec::new(),
    };
    let reader = Reader::new(80, 24, vec![briefing]).press("G");
    let reader = reader.shows(" 100001  and rained").press("g3");
    reader.shows(" ¶100001").hides("…");
}

#[test]
fn what_does_not_fit_into_why_can_be_scrolled_to() {
    let reader = samples(80, 24).press("w");
    let before = reader.text();
    assert!(reader.status().contains("ctrl-d more"), "{before}");
    let reader = reader.press("ctrl-d");
    assert_ne!(reader.text(), before);
    assert_eq!(reader.press("ctrl-u").text(), before);
}

#[test]
fn why_leaves_some_of_the_text_in_sight() {
    let reader = Reader::ferry(40, 12).press("w");
    assert!(!reader.marked().is_empty(), "{}", reader.text());
}

#[test]
fn help_stands_in_two_columns_where_there_is_room() {
    let help = Reader::ferry(160, 60).press("?").text();
    let row = help.lines().find(|row| row.contains("Moving")).unwrap();
    assert!(row.contains("Panes"), "{help}");
}

#[test]
fn why_in_the_quotes_says_how_the_speaker_was_found() {
    let reader = Reader::ferry(120, 36).press("g3 j w");
    reader
        .shows("“she” → Mara Quist")
        .shows("subject of the word of speech");
}

#[test]
fn why_in_the_figures_shows_who_is_meant_and_where_that_is_told() {
    let text = "The Health Ministry met in Orsava on Monday.\nIt said 12 people had died.";
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
    let reader = Reader::new(120, 40, vec![briefing])
        .press("g4 w")
        .shows("“It” → Health Ministry")
        .shows("told in     ¶2 It said 12 people had died.")
        .shows("named in    ¶1 The Health Ministry met")
        .press("enter");
    assert_eq!(reader.marked(), "Health Ministry");
    let reader = reader.press("ctrl-o esc enter");
    assert_eq!(reader.marked(), "12");
}

#[test]
fn another_passage_is_offered_only_where_there_is_one() {
    let why = |text: &str| {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let briefing = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
        Reader::new(120, 40, vec![briefing]).press("g4 w")
    };
    why("The Health Ministry met in Orsava on Monday.\nIt said 12 people had died.")
        .shows("other passage");
    why("The Health Ministry said that 12 people had died.")
        .shows("told in")
        .hides("other passage");
}

#[test]
fn what_is_marked_or_selected_is_copied_word_for_word() {
    let copied = |keys: &str| match Reader::ferry(120, 36).press(keys).effect {
        Effect::Copy(words) => words,
        other => panic!("{other:?}"),
    };
    assert_eq!(copied("g3 j y"), "“It should not have left,” — Mara Quist");
    assert_eq!(copied("g4 y"), "The island council put the toll at 48.");
    assert_eq!(copied("]f y"), "212");
}

#[test]
fn the_head_of_a_chord_shows_what_may_follow() {
    Reader::ferry(80, 24)
        .press("]")
        .shows("q  next quote")
        .press("esc")
        .hides("q  next quote");
    Reader::ferry(80, 24)
        .press("] x")
        .shows("']x' does nothing");
}

#[test]
fn quit_goes_back_before_it_ends() {
    let reader = Reader::ferry(80, 24).press("g3 q");
    assert_eq!(reader.effect, Effect::Nothing);
    assert_eq!(reader.press("q").effect, Effect::Quit);
    let reader = Reader::ferry(120, 36).press("z q");
    assert_eq!(reader.effect, Effect::Nothing);
}

#[test]
fn articles_are_changed_by_key_and_from_the_list() {
    let mut second = ferry::briefing();
    second.quotes.clear();
    let articles = vec![ferry::briefing(), second];
    let reader = Reader::new(120, 36, articles)
        .shows("1/2")
        .press("J")
        .shows("nobody is quoted");
    reader
        .press("g5 k enter")
        .hides("nobody is quoted")
        .press("ctrl-o")
        .shows("nobody is quoted");
}

#[test]
fn an_article_that_is_still_read_has_its_place_in_the_list() {
    let reader = Reader::ferry(120, 36)
        .load(Loaded::Announced("Second".to_owned()))
        .load(Loaded::Announced("Third".to_owned()))
        .load(Loaded::Failed(2, "it can not be read".to_owned()));
    let reader = reader.shows("reading …").shows("could not be read");
    reader
        .press("J")
        .shows("reading …")
        .press("J")
        .shows("it can not be read");
}

#[test]
fn the_list_says_in_a_line_what_an_article_tells() {
    let articles = vec![ferry::briefing(), ferry::briefing()];
    Reader::new(80, 24, articles)
        .press("g5")
        .shows("KESTREL BAY (Harbour Wire) — A ferry with");
}

#[test]
fn a_deck_that_the_text_does_not_hold_stands_under_the_headline() {
    let article = |text: &str| Article {
        title: Title {
            text: "Ferry sinks".to_owned(),
            derived: false,
        },
        deck: Some("Owner held over repairs".to_owned()),
        text: text.to_owned(),
        ..Article::default()
    };
    let decks = |text: &str| {
        let briefing = analysis::brief(
            article(text),
            Lexicon::english(),
            &analysis::Options::default(),
        );
        let reader = Reader::new(120, 36, vec![briefing]);
        reader.text().matches("Owner held over repairs").count()
    };
    assert_eq!(decks("Nine people died."), 1);
    assert_eq!(decks("Owner held over repairs\n\nNine people died."), 1);
}

#[test]
fn without_articles_the_reader_says_so() {
    Reader::new(80, 24, Vec::new())
        .shows("there is nothing to read")
        .press("]q w y e")
        .shows("no");
}

/// What the mouse does at a column and a row.
fn mouse(mut reader: Reader, kind: MouseEventKind, column: u16, row: u16) -> Reader {
    reader.app.point(MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    });
    reader
}

#[test]
fn a_click_selects_what_is_under_it_and_the_wheel_scrolls() {
    let click = MouseEventKind::Down(MouseButton::Left);
    let reader = mouse(Reader::ferry(80, 24), click, 18, 0).shows("unknown speaker");
    mouse(reader, click, 5, 6).shows("2/3");
    let wide = Reader::ferry(120, 36);
    let row = wide
        .rows()
        .iter()
        .position(|row| row.contains("at least 31  ━"))
        .unwrap();
    mouse(wide, click, 80, u16::try_from(row).unwrap()).shows("━ 2/4 ━");
    let scrolled = mouse(Reader::ferry(60, 10), MouseEventKind::ScrollDown, 5, 5);
    assert_eq!(scrolled.text(), Reader::ferry(60, 10).press("j j j").text());
}

#[test]
fn a_second_click_jumps_and_the_name_of_a_pane_gives_it_the_focus() {
    let click = MouseEventKind::Down(MouseButton::Left);
    let reader = mouse(Reader::ferry(120, 36).press("g2"), click, 80, 2);
    assert!(reader.marked().contains("A ferry with 212 people"));
    let heads = reader.rows();
    let head = heads.iter().position(|row| row.contains("─ Quotes ─"));
    let head = u16::try_from(head.unwrap()).unwrap();
    let reader = mouse(reader, click, 80, head).shows("━ Quotes ━");
    assert!(reader.marked().contains("A ferry with 212 people"));
}

#[test]
fn a_click_chooses_in_a_popup_or_closes_it() {
    let click = MouseEventKind::Down(MouseButton::Left);
    let open = || Reader::ferry(80, 24).press("g3 s").shows("Whose quotes");
    mouse(open(), click, 0, 0).hides("Whose quotes");
    let rows = open().rows();
    let row = rows.iter().position(|row| row.contains("│  Mara Quist"));
    let row = u16::try_from(row.unwrap()).unwrap();
    let reader = mouse(open(), click, 25, row).hides("Whose quotes");
    reader.hides("Tomas Orel").shows("Mara Quist");
}

#[test]
fn a_passage_of_a_section_that_is_not_shown_is_shown_as_written() {
    let mut outline = Outline::default();
    outline
        .sections
        .retain(|(kind, _)| *kind != SectionKind::Casualties);
    let app = App::new(
        Options::default(),
        Keymap::default(),
        Theme::default(),
        outline,
    );
    let reader = Reader {
        app,
        ..Reader::new(80, 24, Vec::new())
    };
    let reader = reader.load(Loaded::Briefing(0, Box::new(ferry::briefing())));
    let reader = reader.hides("put the toll at 48").press("g4 enter");
    assert_eq!(reader.shows("put the toll at 48").marked(), "48");
}

#[test]
fn the_selection_is_seen_without_colour() {
    let app = App::new(
        Options::default(),
        Keymap::default(),
        Theme::monochrome(),
        Outline::default(),
    );
    let reader = Reader {
        app,
        ..Reader::new(120, 36, Vec::new())
    };
    let reader = reader.load(Loaded::Briefing(0, Box::new(ferry::briefing())));
    let reader = reader.press("g3").shows("▌ Tomas Orel");
    assert!(reader.shown_as(Modifier::BOLD).contains("We heard a bang"));
}

/// Keys that the reader knows, and some that it does not.
fn any_keys() -> impl Strategy<Value = Vec<String>> {
    let known: Vec<&str> = Action::ALL
        .iter()
        .flat_map(|info| info.keys)
        .copied()
        .collect();
    let known = prop::sample::select(known).prop_map(str::to_owned);
    let other = "[!-~]".prop_map(|key| key);
    prop::collection::vec(prop_oneof![4 => known, 1 => other], 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn drawing_never_panics(
        keys in any_keys(),
        sizes in prop::collection::vec((0_u16..220, 0_u16..70), 1..4),
        text in "\\PC{0,200}|([a-z “”]{0,60}[.\n]){0,12}",
    ) {
        let article = Article {
            title: Title { text: text.chars().take(40).collect(), derived: true },
            text,
            ..Article::default()
        };
        let other = analysis::brief(article, Lexicon::english(), &analysis::Options::default());
        let mut reader = Reader::new(sizes[0].0, sizes[0].1, vec![ferry::briefing(), other, ferry::briefing()]);
        for (index, key) in keys.iter().enumerate() {
            reader = reader.press(key);
            let (width, height) = sizes[index % sizes.len()];
            reader = reader.resize(width, height);
            reader.frame();
        }
        reader.resize(0, 0).frame();
    }
}

/// An article with next to nothing in it.
fn bare() -> Briefing {
    let article = Article {
        text: "Rain.".to_owned(),
        ..Article::default()
    };
    analysis::brief(article, Lexicon::english(), &analysis::Options::default())
}

#[test]
fn a_key_that_does_nothing_says_why() {
    let mut silent = Vec::new();
    for (width, height) in [(80, 24), (120, 36)] {
        for articles in [1, 2] {
            for place in ["g1", "g2", "g3", "g4", "g5", "S"] {
                for info in Action::ALL {
                    // Where the reader is already is seen.
                    let moving = matches!(info.topic, Topic::Move | Topic::Panes)
                        || matches!(info.action, Action::Cancel | Action::Section1);
                    let Some(keys) = info.keys.first().filter(|_| !moving) else {
                        continue;
                    };
                    let briefings = (0..articles).map(|_| bare()).collect();
                    let reader = Reader::new(width, height, briefings)
                        .press(place)
                        .press("k");
                    let before = reader.text();
                    let reader = reader.press(keys);
                    if reader.text() == before && reader.effect == Effect::Nothing {
                        silent.push(format!("{width} {articles} {place} {}", info.name));
                    }
                }
            }
        }
    }
    assert_eq!(silent, [""; 0]);
}
