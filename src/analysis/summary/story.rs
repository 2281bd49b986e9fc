//! The lines that tell most of one event from several articles.

use std::cmp::Ordering;

use super::terms::{Term, Terms, cosine, real};
use super::weights::Weights;
use super::{Eligible, standing};
use crate::analysis::options::SummaryOptions;
use crate::analysis::stems::Stems;
use crate::briefing::{Briefing, SectionKind, SummaryLine};
use crate::document::{Document, TokenKind};
use crate::language::{Class, Lexicon};

/// A sentence of one of the articles.
struct Line {
    article: usize,
    sentence: usize,
    words: usize,
    score: f32,
}

/// Chooses lines from several articles on one event, the best first, each with the index of its
/// article. The first tells the event itself, where one of the articles has such a line. What the
/// articles agree on counts in place of position; another article gives the next line, unless all that
/// it has is beside the point. One article alone has its own summary.
#[must_use]
pub fn story_summary(
    briefings: &[&Briefing],
    options: &SummaryOptions,
) -> Vec<(usize, SummaryLine)> {
    if let [only] = briefings {
        let mut lines = only.summary.clone();
        lines.sort_by_key(|line| line.rank);
        return lines.into_iter().map(|line| (0, line)).collect();
    }
    let story = Story::new(briefings);
    let chosen = story.choose(options);
    let lines = (0..).zip(chosen).map(|(rank, line)| {
        let document = &briefings[line.article].document;
        let known = briefings[line.article].summary.iter();
        let known = known.clone().find(|known| known.sentence == line.sentence);
        let shown = SummaryLine {
            span: standing::shown(document, &document.sentences()[line.sentence]),
            sentence: line.sentence,
            rank,
            stands_for: known.and_then(|known| known.stands_for),
        };
        (line.article, shown)
    });
    lines.collect()
}

struct Story<'a> {
    briefings: &'a [&'a Briefing],
    terms: Vec<Terms>,
    /// For each stem what it weighs: how often it stands anywhere, times the share of the articles
    /// that have it; nothing when only one has it.
    agreed: Vec<f32>,
    weights: &'a Weights,
}

impl<'a> Story<'a> {
    fn new(briefings: &'a [&'a Briefing]) -> Self {
        let mut stems = Stems::default();
        let documents = briefings.iter().map(|briefing| &briefing.document);
        let terms: Vec<Terms> = documents
            .map(|document| {
                Terms::of(document, |index| {
                    stems.of_content(
                        Lexicon::english(),
                        document.slice(document.tokens()[index].span),
                    )
                })
            })
            .collect();
        let mut agreed = vec![0.0; stems.len()];
        for (stem, agreed) in agreed.iter_mut().enumerate() {
            let counts = terms.iter().filter_map(|terms| terms.counts.get(stem));
            let counts = counts.filter(|&&count| count > 0);
            let (articles, sum) = counts.fold((0, 0), |(articles, sum), &count| {
                (articles + 1, sum + count as usize)
            });
            if articles > 1 {
                *agreed = (1.0 + real(sum).ln()) * real(articles) / real(briefings.len());
            }
        }
        Self {
            briefings,
            terms,
            agreed,
            weights: Weights::built_in(),
        }
    }

    fn choose(&self, options: &SummaryOptions) -> Vec<Line> {
        let mut left = self.lines();
        let lead = left.iter().position(|line| self.tells_event(line));
        let lead = lead.filter(|_| options.sentences > 0);
        let mut chosen: Vec<Line> = lead.map(|at| left.remove(at)).into_iter().collect();
        let led = chosen.len();
        while chosen.len() < options.sentences {
            // Who asks for three lines is not given two long ones while there are good short ones.
            let good = left.iter().filter(|line| self.is_good(&chosen, line));
            let shortest = good.map(|line| line.words).min().unwrap_or(0);
            let kept_free = (options.sentences - chosen.len() - 1).saturating_mul(shortest);
            let best = |kept_free| self.best(&chosen, &left, kept_free, options);
            let Some(at) = best(kept_free).or_else(|| best(0)) else {
                break;
            };
            chosen.push(left.remove(at));
        }
        chosen[led..].sort_by(|a, b| b.score.total_cmp(&a.score));
        chosen
    }

    /// The place of the line that is worth most beside the chosen, of those that fit.
    fn best(
        &self,
        chosen: &[Line],
        left: &[Line],
        kept_free: usize,
        options: &SummaryOptions,
    ) -> Option<usize> {
        let fit = left.iter().enumerate();
        let fit = fit.filter(|(_, line)| self.fits(chosen, line, kept_free, options));
        let best = fit.max_by(|(_, a), (_, b)| {
            let worth = |line| self.worth_beside(chosen, line);
            // Of equals the first.
            worth(a).total_cmp(&worth(b)).then(Ordering::Greater)
        });
        best.map(|(at, _)| at)
    }

    /// Whether a line is worth the room that is kept for it.
    fn is_good(&self, chosen: &[Line], line: &Line) -> bool {
        self.worth_beside(chosen, line) >= self.weights.story_good.value
    }

    /// The score of a line, less for each line that its article gives already, and for what another
    /// line says.
    fn worth_beside(&self, chosen: &[Line], line: &Line) -> f32 {
        let same = chosen.iter().filter(|it| it.article == line.article);
        let terms = self.terms_of(line);
        let likeness = chosen.iter().map(|it| cosine(self.terms_of(it), terms));
        line.score
            - real(same.count()) * self.weights.story_again.value
            - likeness.fold(0.0, f32::max) * self.weights.story_likeness.value
    }

    /// Whether a line can lead the story: its article announces it, and it neither opens with what
    /// came before nor with a pronoun, whomever that stands for.
    fn tells_event(&self, line: &Line) -> bool {
        let labels = &self.briefings[line.article].labels;
        let kind = labels.get(line.sentence).and_then(|label| label.kind);
        kind == Some(SectionKind::Announcement)
            && !self.opens_in_past(line)
            && !self.points_out(line)
    }

    /// "When Ruiz took office in 2022, ...", "In 2022, ...".
    fn opens_in_past(&self, line: &Line) -> bool {
        let document = &self.briefings[line.article].document;
        let sentence = document.sentences().get(line.sentence);
        let shown = sentence.map_or("", |it| document.slice(standing::shown(document, it)));
        let mut words = shown.split([' ', ',']);
        let (first, second) = (words.next(), words.next());
        let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        match first {
            Some("When") => true,
            Some("In" | "Since" | "By") => second.is_some_and(year),
            _ => false,
        }
    }

    /// Whether a line may join the chosen: within the words allowed, some of which are to be kept
    /// free for others, and saying something else.
    fn fits(
        &self,
        chosen: &[Line],
        line: &Line,
        kept_free: usize,
        options: &SummaryOptions,
    ) -> bool {
        let words: usize = chosen.iter().map(|other| other.words).sum();
        let words = words.saturating_add(line.words).saturating_add(kept_free);
        let room = options.words == 0 || chosen.is_empty() || words <= options.words;
        let terms = self.terms_of(line);
        let alike =
            |other: &Line| cosine(self.terms_of(other), terms) > self.weights.story_alike.value;
        room && !chosen.iter().any(alike)
    }

    fn terms_of(&self, line: &Line) -> &[Term] {
        self.terms[line.article].of_sentence(line.sentence)
    }

    /// The best lines of each article, best first.
    fn lines(&self) -> Vec<Line> {
        const FEWEST_WORDS: usize = 8;
        const MOST_OF_ARTICLE: usize = 16;
        let mut lines = Vec::new();
        for (article, briefing) in self.briefings.iter().enumerate() {
            let document = &briefing.document;
            let eligible = Eligible::of(document, &briefing.labels, self.weights);
            let sentences = 0..document.sentences().len();
            let mut own: Vec<Line> = sentences
                .map(|sentence| self.line(article, sentence))
                .collect();
            own.retain(|line| line.words >= FEWEST_WORDS);
            own.sort_by(|a, b| {
                b.score
                    .total_cmp(&a.score)
                    .then(a.sentence.cmp(&b.sentence))
            });
            lines.extend(
                own.into_iter()
                    .filter(|line| eligible.has(line.sentence))
                    .take(MOST_OF_ARTICLE),
            );
        }
        let most = lines
            .iter()
            .map(|line| line.score)
            .fold(f32::MIN_POSITIVE, f32::max);
        lines.retain(|line| line.score >= self.weights.story_least.value * most);
        for line in &mut lines {
            line.score = line.score / most + self.beside_agreement(line);
        }
        lines.sort_by(|a, b| b.score.total_cmp(&a.score));
        lines
    }

    /// A line with the likeness to what the articles agree on as its score.
    fn line(&self, article: usize, sentence: usize) -> Line {
        let document = &self.briefings[article].document;
        let terms = self.terms[article].of_sentence(sentence);
        let score = terms
            .iter()
            .map(|term| term.weight * self.agreed[term.stem as usize])
            .sum();
        Line {
            article,
            sentence,
            words: words(document, sentence),
            score,
        }
    }

    /// What the place and the form of a line add.
    fn beside_agreement(&self, line: &Line) -> f32 {
        let document = &self.briefings[line.article].document;
        let Some(sentence) = document.sentences().get(line.sentence) else {
            return 0.0;
        };
        let body = document
            .sentences()
            .partition_point(|other| other.paragraph < document.body());
        let at = real(line.sentence.saturating_sub(body));
        let place = self.weights.story_position.value * (-at / self.weights.lede_fade.value).exp();
        let past = if self.opens_in_past(line) || self.is_background(line) {
            self.weights.story_past.value
        } else {
            0.0
        };
        let own = self.own(line).map_or(0.0, |_| self.weights.story_own.value);
        place - past - standing::flaw(document, sentence, self.weights) - self.leaning(line) + own
    }

    fn is_background(&self, line: &Line) -> bool {
        let labels = &self.briefings[line.article].labels;
        labels.get(line.sentence).and_then(|label| label.kind) == Some(SectionKind::Background)
    }

    fn points_out(&self, line: &Line) -> bool {
        let briefing = self.briefings[line.article];
        let sentence = &briefing.document.sentences()[line.sentence];
        standing::points_out(&briefing.document, &briefing.quotes, sentence)
    }

    /// What is taken from a line that can not be read without what stands around it in its article.
    fn leaning(&self, line: &Line) -> f32 {
        let briefing = self.briefings[line.article];
        let document = &briefing.document;
        let sentence = &document.sentences()[line.sentence];
        let named = self.own(line).is_some_and(|own| own.stands_for.is_some());
        let points_out = !named && self.points_out(line);
        let opened = sentence.tokens().next();
        let first = opened.and_then(|first| document.tokens().get(first));
        let tied = first.is_some_and(|token| {
            let word = document.slice(token.span);
            Lexicon::english().classes(word).has(Class::Connective)
        });
        let leans = points_out
            || tied
            || standing::is_unsigned(document, &briefing.quotes, sentence)
            || standing::is_open_ended(document, sentence)
            || document.slice(sentence.span).ends_with('?');
        if leans {
            self.weights.story_leaning.value
        } else {
            0.0
        }
    }

    /// The same line in the summary of its article.
    fn own(&self, line: &Line) -> Option<&'a SummaryLine> {
        let mut own = self.briefings[line.article].summary.iter();
        own.find(|own| own.sentence == line.sentence)
    }
}

fn words(document: &Document, sentence: usize) -> usize {
    let tokens = document.sentences()[sentence].tokens();
    let tokens = document.tokens().get(tokens).unwrap_or_default();
    let words = tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    words.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, brief};
    use crate::document::Article;

    const FIRST: &str = "A ferry sank off Kestrel Bay on Tuesday and at least 14 people died.\n\n\
        The mayor was on holiday in the mountains with his family and his two dogs.";
    const SECOND: &str = "Our reporter had breakfast at the harbour of Kestrel Bay with the fishermen.\n\n\
        The ferry had failed two tests of its doors before it sank off Kestrel Bay, records show.";
    const THIRD: &str = "Divers searched the sunken ferry at Kestrel Bay for the eight people still missing.\n\n\
        Tickets for the theatre in Orrin can be had at the usual places from Friday on.";

    fn lines(texts: &[&str], options: &SummaryOptions) -> Vec<(usize, String)> {
        let briefing = |text: &&str| {
            let article = Article {
                text: (*text).to_owned(),
                ..Article::default()
            };
            brief(article, Lexicon::english(), &Options::default())
        };
        let briefings: Vec<Briefing> = texts.iter().map(briefing).collect();
        let all: Vec<&Briefing> = briefings.iter().collect();
        let lines = story_summary(&all, options).into_iter();
        let text =
            |article: usize, line: SummaryLine| all[article].document.slice(line.span).to_owned();
        lines
            .map(|(article, line)| (article, text(article, line)))
            .collect()
    }

    #[test]
    fn what_the_articles_agree_on_comes_first_and_each_article_gives_a_line() {
        let options = SummaryOptions {
            sentences: 3,
            words: 0,
        };
        let found = lines(&[FIRST, SECOND, THIRD], &options);
        let mut articles: Vec<usize> = found.iter().map(|(article, _)| *article).collect();
        articles.sort_unstable();
        assert_eq!(articles, [0, 1, 2]);
        assert!(
            found.iter().all(|(_, line)| line.contains("ferry")),
            "{found:?}"
        );
    }

    #[test]
    fn a_side_matter_gives_way_to_a_second_line_of_an_article() {
        let first = "A ferry sank off Kestrel Bay on Tuesday and at least 14 people died.\n\n\
            Divers searched the ferry at Kestrel Bay for eight people who are missing.";
        let second = "The ferry that sank off Kestrel Bay had failed two tests of its doors, records show.\n\n\
            Some 500 sailors of the bay live on it and on what it carries across every week.";
        let found = lines(&[first, second], &SummaryOptions::default());
        let leans = |(_, line): &(usize, String)| line.starts_with("Some 500");
        assert!(!found[..3].iter().any(leans), "{found:?}");
        assert!(
            found.iter().any(|(_, line)| line.starts_with("Divers")),
            "{found:?}"
        );
    }

    #[test]
    fn the_first_line_tells_the_event_and_not_what_came_before() {
        let past = "When Mayor Ana Ruiz took office in 2019, the ferry of Kestrel Bay and the doors of \
            the ferry were the first matter that the divers and the harbour office brought to her.\n\n\
            She let the ferry sail from Kestrel Bay after two tests.";
        let found = lines(&[past, SECOND, FIRST, THIRD], &SummaryOptions::default());
        assert!(found[0].1.starts_with("A ferry sank"), "{found:?}");
    }

    #[test]
    fn a_line_that_says_the_same_is_not_taken_twice() {
        let found = lines(&[FIRST, FIRST], &SummaryOptions::default());
        let firsts = found.iter().filter(|(_, line)| line.starts_with("A ferry"));
        assert_eq!(firsts.count(), 1);
    }

    #[test]
    fn no_article_and_no_line_are_no_summary() {
        assert!(lines(&[], &SummaryOptions::default()).is_empty());
        let none = SummaryOptions {
            sentences: 0,
            words: 0,
        };
        assert!(lines(&[FIRST, SECOND], &none).is_empty());
        assert!(lines(&["", " "], &SummaryOptions::default()).is_empty());
    }

    #[test]
    fn one_article_has_its_own_summary_best_line_first() {
        let found = lines(&[FIRST], &SummaryOptions::default());
        assert!(found[0].1.starts_with("A ferry"), "{found:?}");
    }
}
