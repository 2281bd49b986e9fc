//! The speed of the analysis: bytes of text a second, on one core.
//!
//! ```text
//! cargo bench --bench brief
//! ```

use std::sync::LazyLock;

use divan::counter::BytesCount;
use nutgraf::analysis::{Options, brief};
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
    std::hint::black_box(Lexicon::english());
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
fn whole_analysis(bencher: divan::Bencher<'_, '_>, bytes: usize) {
    let options = Options::default();
    bencher
        .with_inputs(|| article(bytes))
        .input_counter(|article| BytesCount::of_str(&article.text))
        .bench_values(|article| brief(article, Lexicon::english(), &options));
}

#[divan::bench(args = SIZES)]
fn document(bencher: divan::Bencher<'_, '_>, bytes: usize) {
    bencher
        .with_inputs(|| article(bytes))
        .input_counter(|article| BytesCount::of_str(&article.text))
        .bench_values(Document::new);
}
