use crate::analysis::attribution::Attribution;
use crate::analysis::people::People;
use crate::analysis::reading::Reading;
use crate::briefing::Quote;
use crate::document::Span;

/// So many tokens on either side of a figure are looked at.
pub(super) const REACH: usize = 40;

/// Where in the article a figure stands. It goes from figure to figure in the order of the text, which
/// saves a search of the whole article for each.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Place {
    /// The index of the sentence.
    pub sentence: usize,
    /// The first token of the figure, and the token behind it.
    pub from: usize,
    pub until: usize,
    /// The first token of the sentence, or one that is not too far before the figure.
    pub floor: usize,
    /// The index of the first mention that begins there or behind it.
    pub mention: usize,
    /// How many quotes begin before the figure, or with it.
    pub quotes: usize,
    /// How many attributions have a scope that begins before the figure, or with it.
    pub attributions: usize,
}

impl Place {
    /// Goes on to a figure that stands behind the last one.
    pub(super) fn go_to(
        &mut self,
        figure: Span,
        reading: &Reading<'_>,
        people: &People,
        quotes: &[Quote],
        sorted: &[&Attribution],
    ) {
        let start = figure.start();
        let sentences = reading.document.sentences();
        self.sentence = passed(sentences, self.sentence + 1, |it| it.span.start() <= start) - 1;
        let first = sentences
            .get(self.sentence)
            .map_or(0, |it| it.tokens().start);
        let tokens = reading.document.tokens_in(figure);
        (self.from, self.until) = (tokens.start, tokens.end);
        self.floor = tokens.start.saturating_sub(REACH).max(first);
        let floor = self.floor;
        self.mention = passed(&people.mentions, self.mention, |it| it.first_token < floor);
        self.quotes = passed(quotes, self.quotes, |it| it.span.start() <= start);
        self.attributions = passed(sorted, self.attributions, |it| it.scope.start() <= start);
    }
}

/// The first index from this one on of what is not yet passed.
fn passed<T>(all: &[T], from: usize, is_passed: impl Fn(&T) -> bool) -> usize {
    let rest = all.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|it| is_passed(it)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_is_counted_from_where_one_stands() {
        assert_eq!(passed(&[1, 4, 6, 9], 1, |&it| it < 7), 3);
        assert_eq!(passed(&[1, 4], 1, |&it| it < 3), 1);
        assert_eq!(passed(&[1, 4], 2, |&it| it < 9), 2);
    }
}
