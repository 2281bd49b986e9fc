//! `nutgraf export`.

use std::io::{self, BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::thread;

use super::args;
use super::failure::Failure;
use super::stream::{self, Answer, Line};
use crate::analysis::{self, Options};
use crate::document::{Article, Title};
use crate::export;
use crate::language::Lexicon;

pub(super) fn run(args: &args::Export) -> Result<bool, Failure> {
    let stdin = BufReader::with_capacity(1 << 16, io::stdin());
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let format = args.format.unwrap_or(&export::FORMATS[1]);
    let clean = stream_lines(stdin, &mut out, format)?;
    out.flush().map_err(|error| Failure::stdout(&error))?;
    Ok(clean)
}

fn stream_lines(
    input: impl BufRead + Send,
    out: &mut impl Write,
    format: &export::Format,
) -> Result<bool, Failure> {
    let workers = thread::available_parallelism().map_or(1, Into::into);
    let options = Options::default();
    let work = |line: Line| {
        let article = article_of(&line)?;
        let briefing = analysis::brief(article, Lexicon::english(), &options);
        Ok((format.render)(&briefing))
    };
    let mut clean = true;
    let mut failure = None;
    let take = |answer: Answer<Result<String, String>>| match answer.result {
        Some(Ok(text)) => match out.write_all(text.as_bytes()) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failure = Some(Failure::stdout(&error));
                ControlFlow::Break(())
            }
        },
        Some(Err(message)) => {
            clean = false;
            eprintln!("nutgraf: line {}: {message}", answer.number);
            ControlFlow::Continue(())
        }
        None => ControlFlow::Continue(()),
    };
    let read = stream::in_order(input, workers, work, take);
    failure.map_or(Ok(()), Err)?;
    read.map_err(|error| Failure::io("standard input", &error))?;
    Ok(clean)
}

#[derive(serde::Deserialize)]
struct Record {
    #[serde(default)]
    id: String,
    #[serde(default)]
    title: String,
    text: String,
}

fn article_of(line: &Line) -> Result<Article, String> {
    let bytes = line.bytes.as_ref().ok_or("the line is too long")?;
    let record: Record = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    Ok(Article {
        id: record.id,
        title: Title {
            text: record.title,
            derived: false,
        },
        text: record.text,
        ..Article::default()
    })
}
