use crate::language::{Test, Tests};

/// Where in the report a sentence stands.
#[derive(Default)]
pub(super) struct Place {
    pub sentence: usize,
    /// Paragraphs so far, and the document's index of the last one.
    paragraphs: usize,
    paragraph: Option<usize>,
    opens: bool,
    pub after_quote: bool,
}

impl Place {
    /// The place of the lede.
    pub(super) fn at_top(paragraph: usize) -> Self {
        let mut place = Self::default();
        place.step(paragraph);
        place
    }

    pub(super) fn step(&mut self, paragraph: usize) {
        self.opens = self.paragraph != Some(paragraph);
        self.paragraph = Some(paragraph);
        self.paragraphs += usize::from(self.opens);
    }

    pub(super) fn tests(&self, sentences: usize) -> Tests {
        let mut tests = Tests::default();
        tests.add(match self.sentence {
            0 => Test::Lede,
            1 => Test::Second,
            2 => Test::Third,
            3 => Test::Fourth,
            4..6 => Test::Early,
            6..12 => Test::Middle,
            _ => Test::Late,
        });
        tests.add_if(self.sentence >= 24, Test::VeryLate);
        tests.add_if(self.sentence * 5 >= sentences * 4, Test::LastFifth);
        let closing = sentences > 4 && self.sentence + 2 >= sentences;
        tests.add_if(closing, Test::Closing);
        tests.add(if self.opens {
            Test::OpensParagraph
        } else {
            Test::ContinuesParagraph
        });
        match self.paragraphs {
            1 => tests.add(Test::FirstParagraph),
            2 => tests.add(Test::SecondParagraph),
            3 | 4 => tests.add(Test::ThirdParagraph),
            5..9 => tests.add(Test::FifthParagraph),
            _ => {}
        }
        tests.add_if(self.after_quote, Test::AfterQuote);
        tests
    }
}
