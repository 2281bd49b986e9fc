//! The speed of the analysis: bytes of text a second, on one core.
//!
//! ```text
//! cargo bench --bench brief
//! ```
//!
//! `whole_analysis` is all that is done for an article. The parts are timed beside it: `quotes_and_people`
//! with the look-up of words and the people that all finders share, the others on top of these.

use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nutgraf::analysis::{Options, brief, groundwork};
use nutgraf::document::{Article, Document};
use nutgraf::language::Lexicon;
use nutgraf::source;

/// The bundled samples, one after the other.
static ONE_READING: LazyLock<String> = LazyLock::new(|| {
    let texts: Vec<String> = source::samples()
        .into_iter()
        .map(|sample| sample.text)
        .collect();
    texts.join("\n\n")
});

fn main() {
    black_box(Lexicon::english());
    divan::main();
}

/// An article of about so many bytes, made of the bundled samples.
fn article(bytes: usize) -> Article {
    let repeats = bytes.div_ceil(ONE_READING.len());
    Article {
        text: vec![ONE_READING.as_str(); repeats].join("\n\n"),
        ..Article::default()
    }
}

/// A long read, and a text far longer than any article.
const SIZES: [usize; 2] = [20_000, 1_000_000];

#[divan::bench(args = SIZES)]
fn whole_analysis(bencher: Bencher<'_, '_>, bytes: usize) {
    let options = Options::default();
    bencher
        .with_inputs(|| article(bytes))
        .input_counter(|article| BytesCount::of_str(&article.text))
        .bench_values(|article| brief(article, Lexicon::english(), &options));
}

/// The bundled samples as what they are: articles of 2 to 6 kB, each read on its own.
#[divan::bench]
fn whole_analysis_of_short_articles(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bencher
        .with_inputs(source::samples)
        .input_counter(|samples| {
            BytesCount::new(samples.iter().map(|it| it.text.len()).sum::<usize>())
        })
        .bench_values(|samples| {
            let briefings = samples
                .into_iter()
                .map(|article| brief(article, Lexicon::english(), &options));
            briefings.collect::<Vec<_>>()
        });
}

#[divan::bench(args = SIZES)]
fn document(bencher: Bencher<'_, '_>, bytes: usize) {
    bencher
        .with_inputs(|| article(bytes))
        .input_counter(|article| BytesCount::of_str(&article.text))
        .bench_values(Document::new);
}

#[divan::bench(args = SIZES)]
fn quotes_and_people(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = Document::new(article(bytes));
    bencher
        .counter(BytesCount::of_str(document.text()))
        .bench_local(|| {
            groundwork(&document, Lexicon::english(), |ground| {
                black_box(ground.quotes())
            })
        });
}

#[divan::bench(args = SIZES)]
fn figures(bencher: Bencher<'_, '_>, bytes: usize) {
    let document = Document::new(article(bytes));
    groundwork(&document, Lexicon::english(), |ground| {
        let quotes = ground.quotes();
        bencher
            .counter(BytesCount::of_str(document.text()))
            .bench_local(|| ground.figures(&quotes));
    });
}

#[divan::bench(args = SIZES)]
fn sections(bencher: Bencher<'_, '_>, bytes: usize) {
    let options = Options::default().sections;
    let document = Document::new(article(bytes));
    groundwork(&document, Lexicon::english(), |ground| {
        let figures = ground.figures(&ground.quotes());
        bencher
            .counter(BytesCount::of_str(document.text()))
            .bench_local(|| ground.labels(&figures, &options));
    });
}

#[divan::bench(args = SIZES)]
fn summary(bencher: Bencher<'_, '_>, bytes: usize) {
    let options = Options::default();
    let document = Document::new(article(bytes));
    groundwork(&document, Lexicon::english(), |ground| {
        let figures = ground.figures(&ground.quotes());
        let labels = ground.labels(&figures, &options.sections);
        bencher
            .counter(BytesCount::of_str(document.text()))
            .bench_local(|| ground.summary(&labels, &options.summary));
    });
}
