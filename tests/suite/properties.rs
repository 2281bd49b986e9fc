//! What must hold for any text.

use nutgraf::analysis::{Options, brief};
use nutgraf::briefing::Briefing;
use nutgraf::document::{Article, Document, Span};
use nutgraf::language::Lexicon;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

fn article(text: &str) -> Article {
    Article {
        text: text.to_owned(),
        ..Article::default()
    }
}

fn briefing(text: &str) -> Briefing {
    brief(article(text), Lexicon::english(), &Options::default())
}

/// Text made of the pieces that the analysis looks at, glued in any order.
fn news_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("“"),
        Just("”"),
        Just("\""),
        Just("'"),
        Just("’"),
        Just("’s "),
        Just("‘"),
        Just("«"),
        Just("»"),
        Just(" said "),
        Just("according to "),
        Just("Mara Quist"),
        Just(" he "),
        Just("the minister "),
        Just("told Reuters "),
        Just("U.S. "),
        Just("Mr. "),
        Just("at least "),
        Just("31"),
        Just("6,854 "),
        Just("$1.2bn "),
        Just("two dozen "),
        Just("people were killed"),
        Just("killing "),
        Just("including "),
        Just("from 3 to 5 "),
        Just("on Tuesday"),
        Just("March 4, 2026"),
        Just("12-day "),
        Just("%"),
        Just(". "),
        Just(", "),
        Just("\n"),
        Just("\n\n"),
        Just("; "),
        Just(" — "),
        Just("..."),
        Just("é"),
        Just("日本"),
        Just("👩‍🚒"),
        Just("\u{301}"),
        Just("will "),
        Just("was expected to "),
        Just(":"),
        Just("("),
        Just(")"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The words of every golden text, in their order.
static GOLDEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let folders = ["figures", "quotes", "sections", "summary"];
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| root.join(folder).read_dir().unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let texts = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap());
    let texts: Vec<String> = texts.collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let told = lines.filter_map(|line| line.strip_prefix("| "));
    told.flat_map(|line| line.split(' ').map(str::to_owned))
        .collect()
});

/// Scraps of golden texts put behind one another: every construction that the rules know, cut where it was not meant to be.
fn spliced() -> impl Strategy<Value = String> {
    let scrap = (0..GOLDEN.len(), 1..6usize);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| {
        let words = scraps
            .iter()
            .flat_map(|&(at, count)| GOLDEN.iter().skip(at).take(count));
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![news_like(), spliced(), any::<String>(), "\\PC{0,200}"]
}

/// All spans that a briefing holds.
fn spans(briefing: &Briefing) -> Vec<Span> {
    let mut spans: Vec<Span> = briefing.summary.iter().map(|line| line.span).collect();
    for quote in &briefing.quotes {
        spans.push(quote.span);
        spans.extend(quote.cue);
        let speakers = quote.speaker.iter().chain(&quote.via);
        spans.extend(speakers.flat_map(|speaker| [speaker.name, speaker.mention]));
    }
    for figure in &briefing.figures {
        spans.push(figure.span);
        spans.extend(figure.counted);
        spans.extend(figure.qualifier.map(|qualifier| qualifier.span));
        spans.extend(
            figure
                .claimed_by
                .iter()
                .flat_map(|claimant| [claimant.name, claimant.mention]),
        );
    }
    spans
}

proptest! {
    #[test]
    fn the_parts_of_a_document_cover_its_text(text in any_text()) {
        let document = Document::new(article(&text));
        let mut at = 0;
        for sentence in document.sentences() {
            let paragraph = document.paragraphs()[sentence.paragraph];
            prop_assert!(paragraph.contains(sentence.span));
            let mut inside = sentence.span.start();
            for token in &document.tokens()[sentence.tokens()] {
                prop_assert!(!token.span.is_empty());
                prop_assert!(sentence.span.contains(token.span));
                prop_assert!(text[inside..token.span.start()].trim().is_empty());
                inside = token.span.end();
            }
            prop_assert!(text[inside..sentence.span.end()].trim().is_empty());
            prop_assert!(text[at..sentence.span.start()].trim().is_empty());
            at = sentence.span.end();
        }
        prop_assert!(text[at..].trim().is_empty());
    }

    #[test]
    fn every_item_is_a_piece_of_the_text(text in any_text()) {
        let briefing = briefing(&text);
        prop_assert_eq!(briefing.labels.len(), briefing.document.sentences().len());
        for span in spans(&briefing) {
            prop_assert!(!span.is_empty());
            prop_assert!(text.get(span.range()).is_some(), "{:?} is not in the text", span);
        }
    }

    #[test]
    fn the_same_text_gives_the_same_briefing(text in any_text()) {
        prop_assert_eq!(format!("{:?}", briefing(&text)), format!("{:?}", briefing(&text)));
    }

    /// A thread keeps the words that it has met. A new one has met none.
    #[test]
    fn what_was_read_before_changes_nothing(text in any_text(), before in any_text()) {
        let alone = || std::thread::spawn({
            let text = text.clone();
            move || format!("{:?}", briefing(&text))
        });
        let alone = alone().join().unwrap();
        let mut mine = Lexicon::english().clone();
        let list = "[[list]]\nclass = \"cue_verb\"\nwhy = \"\"\nwords = [\"people\", \"tuesday\"]\n";
        mine.add("mine.toml", list).unwrap();
        let _ = brief(article(&before), &mine, &Options::default());
        prop_assert_eq!(format!("{:?}", briefing(&text)), alone);
    }

    #[test]
    fn figures_do_not_overlap_and_point_at_figures(text in any_text()) {
        let briefing = briefing(&text);
        for (index, figure) in briefing.figures.iter().enumerate() {
            prop_assert!(figure.value.low() <= figure.value.high());
            let others = figure.part_of.iter().chain(&figure.superseded_by);
            prop_assert!(others.clone().all(|&other| other < briefing.figures.len() && other != index));
        }
        for pair in briefing.figures.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
    }

    #[test]
    fn what_is_left_out_of_the_report_gives_no_item(text in any_text(), links in 0..4_usize) {
        let links = "\n\nRelated: 40 killed in mine blast\n\nRelated: “It burst,” said Mara Quist\n\n\
                     A dam burst on Monday.".repeat(links);
        let briefing = briefing(&(text + &links));
        let told = |byte| {
            let sentence = briefing.document.sentence_at(byte);
            sentence.is_some_and(|at| briefing.labels[at].kind.is_some())
        };
        let report = briefing.labels.iter().any(|label| label.kind.is_some());
        let figures = briefing.figures.iter().map(|figure| figure.span);
        let quotes = briefing.quotes.iter().map(|quote| quote.span);
        let lines = briefing.summary.iter().map(|line| line.span);
        for span in figures.chain(quotes).chain(lines).filter(|_| report) {
            prop_assert!(told(span.start()) || told(span.end() - 1), "{:?}", span);
        }
    }

    #[test]
    fn quotes_stand_in_order_each_in_one_paragraph(text in any_text()) {
        let briefing = briefing(&text);
        for quote in &briefing.quotes {
            let paragraphs = briefing.document.paragraphs();
            prop_assert!(paragraphs.iter().any(|paragraph| paragraph.contains(quote.span)));
            let mention = quote.speaker.as_ref().map(|speaker| speaker.mention);
            prop_assert!(mention.is_none_or(|mention| !mention.overlaps(quote.span) || mention.start() == quote.span.start()));
        }
        for pair in briefing.quotes.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
    }
}

/// A text of one piece over and over, with no end of a sentence in it.
#[track_caller]
fn check_repeated(piece: &str) {
    const BYTES: usize = 100_000;
    let briefing = briefing(&piece.repeat(BYTES / piece.len()));
    assert!(spans(&briefing).iter().all(|span| span.end() <= BYTES));
}

#[test]
fn marks_without_end_come_to_an_end() {
    check_repeated("\"");
    check_repeated("“a ");
    check_repeated("'a ");
    check_repeated("“a\n");
    check_repeated("\"A b,\" said X, ");
    check_repeated("() ");
}

#[test]
fn names_and_cues_without_end_come_to_an_end() {
    check_repeated("Aa ");
    check_repeated("a's ");
    check_repeated("the a of ");
    check_repeated("said ");
    check_repeated("X: \"a\" ");
    check_repeated("officials said that he ");
    check_repeated("James Farmer said Farmer told Passenger Farmer ");
    check_repeated("the army base the police station of the crew ");
}

#[test]
fn numbers_and_claims_without_end_come_to_an_end() {
    check_repeated("fifty trillion and fifty billion and fifty million and fifty thousand and ");
    check_repeated("one hundred and thirty fifths and ");
    check_repeated("12 injured, 24-bed and three of them ");
    check_repeated("a 24-bed ");
    check_repeated("12 dead and 40 injured, raising the toll to 9, ");
    check_repeated("a report by X that 12 died, disputing a figure of 9, ");
    check_repeated("killed 12 people, the mayor, Ann Lund, said, ");
    check_repeated("the group that claimed the attack said 12 died, ");
    check_repeated("by Monday 40 of the cases rose to ");
    check_repeated("12 died, county news agency X said, ");
    check_repeated("the children were 4, 7, ");
    check_repeated("4, ");
    check_repeated("killed 12, two officials said, ");
    check_repeated("six people, including a boy, a woman and two men, ");
    check_repeated("said 12 men loyal to the king and 13 women of the court and ");
    check_repeated("put the toll put it at 12 at 13 ");
    check_repeated("nine of the dead were found and among the dead were 17 ");
    check_repeated("killing 12 and forcing hundreds and ");
    check_repeated("four adults in five four adults in ");
    check_repeated("one of the three of the four of ");
    check_repeated("148 people: 61 men, 20 women, 3 children: ");
    check_repeated("eight, not six, seven, not five, ");
    check_repeated("told the five-person jury it said it had nine more than on Monday, ");
    check_repeated(
        "the navy, which speaks of 5, which speaks of 6 still under the rubble at between 7 and ",
    );
}
