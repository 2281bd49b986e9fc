//! The lines of a stream, one at a time, in bounded memory.

use std::io::{self, BufRead, Read};

use super::super::decode;
use super::super::fault::Problem;
use super::{Fault, Place};

/// The longest line that is read, in bytes: 16 MiB, a book.
pub const MAX_LINE_BYTES: usize = 16 << 20;

/// A line of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, counted from 1, blank lines included.
    pub number: usize,
    /// Its text, without the line end.
    pub text: String,
    /// How many bytes of the stream it took, with its line end, for progress.
    pub bytes: usize,
}

/// The lines of a stream that are not blank. A line that is too long is reported and passed over
/// without being kept; when reading itself fails, that is the last thing reported.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    place: Place,
    number: usize,
    longest: usize,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `reader`; `place` is what faults name.
    pub fn new(reader: R, place: Place) -> Self {
        Self {
            reader,
            place,
            number: 0,
            longest: MAX_LINE_BYTES,
            ended: false,
        }
    }

    /// The next line, blank or not, and how long it was; nothing at the end.
    fn read(&mut self) -> io::Result<Option<(Vec<u8>, usize)>> {
        let mut line = Vec::new();
        let limit = self.longest as u64 + 1;
        let mut size = self
            .reader
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut line)?;
        if size == 0 {
            return Ok(None);
        }
        if size > self.longest && line.last() != Some(&b'\n') {
            size += skip_line(&mut self.reader)?;
        }
        Ok(Some((line, size)))
    }

    fn line(&self, mut bytes: Vec<u8>, size: usize) -> Result<Line, Fault> {
        let fault = |problem| Fault::new(&self.place.at(self.number), problem);
        while bytes.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
            bytes.pop();
        }
        if bytes.len() > self.longest {
            return Err(fault(Problem::LineTooLong(self.longest)));
        }
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => decode::decode(error.as_bytes()).map_err(fault)?,
        };
        Ok(Line {
            number: self.number,
            text: text
                .strip_prefix('\u{feff}')
                .map(str::to_owned)
                .unwrap_or(text),
            bytes: size,
        })
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Line, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            self.number += 1;
            match self.read() {
                Ok(Some((bytes, size))) => {
                    let line = self.line(bytes, size);
                    if line.as_ref().is_ok_and(|line| line.text.trim().is_empty()) {
                        continue;
                    }
                    return Some(line);
                }
                Ok(None) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    let problem = Problem::Unreadable(error.to_string().to_lowercase());
                    return Some(Err(Fault::new(&self.place.at(self.number), problem)));
                }
            }
        }
        None
    }
}

/// Passes over what is left of a line and says how many bytes that was.
fn skip_line(reader: &mut impl BufRead) -> io::Result<usize> {
    let mut skipped = 0;
    loop {
        let buffer = match reader.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let (used, done) = match memchr::memchr(b'\n', buffer) {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        reader.consume(used);
        skipped += used;
        if done {
            return Ok(skipped);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8], longest: usize) -> Vec<Result<(usize, String), String>> {
        let mut lines = Lines::new(io::BufReader::with_capacity(4, bytes), Place::new("-"));
        lines.longest = longest;
        let shown = lines.map(|line| match line {
            Ok(line) => Ok((line.number, line.text)),
            Err(fault) => Err(fault.to_string()),
        });
        shown.collect()
    }

    #[test]
    fn blank_lines_are_counted_and_passed_over() {
        let found = lines(b"\xef\xbb\xbfa\r\n\n \nb", 10);
        assert_eq!(found, [Ok((1, "a".to_owned())), Ok((4, "b".to_owned()))]);
    }

    #[test]
    fn a_line_that_is_too_long_is_reported_and_the_rest_is_read() {
        let found = lines(b"1234567890\n12345678901\n12345678901234567890\nb\n", 10);
        let fault = |number| {
            Err(format!(
                "-:{number}: the line is longer than 10 bytes; split the article"
            ))
        };
        let expected = [
            Ok((1, "1234567890".to_owned())),
            fault(2),
            fault(3),
            Ok((4, "b".to_owned())),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_bytes_of_all_lines_are_those_of_the_stream() {
        let stream = b"abc\r\nde\nf";
        let lines = Lines::new(&stream[..], Place::new("-"));
        let sum: usize = lines.map(|line| line.unwrap().bytes).sum();
        assert_eq!(sum, stream.len());
    }

    #[test]
    fn a_line_in_another_encoding_is_decoded() {
        assert_eq!(
            lines(b"{\"text\":\"caf\xe9\"}\n", 100),
            [Ok((1, "{\"text\":\"café\"}".to_owned()))]
        );
    }
}
