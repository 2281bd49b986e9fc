//! The whole analysis of any text, cleaned or not.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::analysis::{Options, brief};
use nutgraf::document::Article;
use nutgraf::language::Lexicon;

fuzz_target!(|text: &str| {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let _ = brief(article, Lexicon::english(), &Options::default());
});
