//! How long a frame takes, and how long it takes to lay an article out for another width.

use divan::{Bencher, black_box};
use nutgraf::analysis::{Options as Analysis, brief};
use nutgraf::briefing::{Briefing, Outline};
use nutgraf::document::Article;
use nutgraf::language::Lexicon;
use nutgraf::ui::{App, Chord, Keymap, Loaded, Options, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

/// The frame of a large terminal.
const AREA: Rect = Rect::new(0, 0, 200, 60);

fn main() {
    divan::main();
}

/// The briefing of a text of some length in kilobytes.
fn briefing(kilobytes: usize) -> Briefing {
    let paragraph = "The harbour office said on Tuesday that at least 31 people were hurt when the \
        crane fell. “We heard it before we saw it,” said Mara Quist, who runs the ferry. The city \
        council put the figure at 48, and an inquiry is expected to open next week.\n";
    let article = Article {
        text: paragraph.repeat(kilobytes * 1000 / paragraph.len() + 1),
        ..Article::default()
    };
    brief(article, Lexicon::english(), &Analysis::default())
}

/// A reader that shows an article of so many kilobytes, after some keys.
fn reader(kilobytes: usize, keys: &str) -> App {
    let mut app = App::new(
        Options::default(),
        Keymap::default(),
        Theme::default(),
        Outline::default(),
    );
    app.load(Loaded::Briefing(0, Box::new(briefing(kilobytes))));
    app.resize(AREA);
    press(&mut app, keys);
    app
}

fn press(app: &mut App, keys: &str) {
    for key in Chord::parse(keys).iter().flat_map(Chord::keys) {
        app.press(*key);
    }
}

/// A frame of all panes.
#[divan::bench(args = [8, 1000])]
fn frame(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let app = reader(kilobytes, "ctrl-d");
    let mut buffer = Buffer::empty(AREA);
    bencher.bench_local(|| {
        buffer.reset();
        black_box(&app).render(AREA, &mut buffer);
    });
}

/// A frame with every match of a common word marked.
#[divan::bench(args = [8, 1000])]
fn frame_of_a_search(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let app = reader(kilobytes, "/ t h e enter");
    let mut buffer = Buffer::empty(AREA);
    bencher.bench_local(|| {
        buffer.reset();
        black_box(&app).render(AREA, &mut buffer);
    });
}

/// A key that scrolls.
#[divan::bench(args = [8, 1000])]
fn key(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let mut app = reader(kilobytes, "G");
    bencher.bench_local(|| press(&mut app, "k"));
}

/// Laying all panes out for another width.
#[divan::bench(args = [8, 1000])]
fn resize(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let mut app = reader(kilobytes, "");
    let mut narrow = false;
    bencher.bench_local(|| {
        narrow = !narrow;
        let width = if narrow { 180 } else { 200 };
        app.resize(Rect { width, ..AREA });
    });
}
