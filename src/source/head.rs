//! What stands above the body of an article: headline, deck, byline, date; and its dateline.

mod byline;
mod dateline;
mod furniture;

pub(super) use self::dateline::{after_dateline, dateline};

use super::clean::clean_line;
use super::dates;
use super::paragraphs::{ends_sentence, is_bullet};
use crate::document::Published;

/// More lines than this are not a head any more.
const MOST_LINES: usize = 16;
/// A headline or deck that is longer is a paragraph.
const LONGEST_HEADLINE: usize = 200;
const LONGEST_DECK: usize = 300;

/// What the head of an article says.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) deck: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) dateline: Option<String>,
    pub(super) published: Option<Published>,
    pub(super) source: Option<String>,
    pub(super) url: Option<String>,
}

impl Head {
    /// Reads the head off the paragraphs and gives those of the body. One is always left. A deck also
    /// stands first in the body, for it may tell what nothing else does.
    pub(super) fn read(&mut self, mut paragraphs: Vec<String>) -> Vec<String> {
        let knew_deck = self.deck.is_some();
        let mut body = paragraphs.split_off(self.lines(&paragraphs));
        if let Some(deck) = self.deck.clone().filter(|_| !knew_deck) {
            body.insert(0, deck);
        }
        body
    }

    /// Takes what the paragraphs at the top say, and gives how many these are.
    fn lines(&mut self, paragraphs: &[String]) -> usize {
        let mut at = 0;
        while let [line, next, ..] = paragraphs.get(at..).unwrap_or_default() {
            let rest = paragraphs.get(at + 1..).unwrap_or_default();
            let has_body = rest.iter().any(|paragraph| ends_sentence(paragraph));
            let taken = at < MOST_LINES
                && (self.take_line(line, next)
                    || has_body && (self.is_furniture(line) || self.take_heading(line, next)));
            if !taken {
                break;
            }
            at += 1;
        }
        at
    }

    fn is_furniture(&self, line: &str) -> bool {
        furniture::is_furniture(line, self.title.is_none())
    }

    /// Takes a line whose own shape tells what it is.
    fn take_line(&mut self, line: &str, next: &str) -> bool {
        if self.take_field(line) {
            return true;
        }
        let parts: Vec<&str> = line.split(['|', '·', '•']).map(str::trim).collect();
        let known = |part: &&str| {
            is_head_line(part) || dates::says_only_when(part) || byline::is_role(part)
        };
        if let Some(published) = dates::date_line(line) {
            self.set_published(published);
            return true;
        }
        if is_head_line(parts.first().copied().unwrap_or_default()) && parts.iter().all(known) {
            for part in parts {
                self.take_part(part);
            }
            return true;
        }
        self.take_name(line, next) || self.take_lone_dateline(line)
    }

    fn take_part(&mut self, part: &str) {
        if let Some(published) = dates::date_line(part) {
            self.set_published(published);
        } else if let Some(name) = byline::byline(part) {
            self.add_byline(name);
        } else if byline::is_role(part) {
            self.add_byline(part);
        }
    }

    /// A name or a function without "By": only under a headline, and next to a date or a byline.
    fn take_name(&mut self, line: &str, next: &str) -> bool {
        let under_byline = self.byline.is_some() && byline::is_role(line);
        let above_date = self.title.is_some()
            && self.byline.is_none()
            && byline::is_name_line(line)
            && dates::date_line(next).is_some();
        if under_byline || above_date {
            self.add_byline(line);
        }
        under_byline || above_date
    }

    fn take_lone_dateline(&mut self, line: &str) -> bool {
        let takes = self.dateline.is_none() && dateline::is_lone(line);
        if takes {
            self.dateline = Some(line.to_owned());
        }
        takes
    }

    /// Takes a headline, or the deck under it.
    fn take_heading(&mut self, line: &str, next: &str) -> bool {
        let before_body = is_head_line(next) || dateline(next).is_some();
        if self.title.is_none() {
            let takes = is_headline(line, before_body);
            if takes {
                self.title = Some(line.to_owned());
            }
            return takes;
        }
        let takes = self.deck.is_none() && is_deck(line, before_body);
        if takes {
            self.deck = Some(clean_line(line));
        }
        takes
    }

    /// "Title: ...", "Author: ...": the fields that saved pages have on top.
    fn take_field(&mut self, line: &str) -> bool {
        let Some((key, value)) = line.split_once(": ") else {
            return false;
        };
        let known = matches!(
            key,
            "Title" | "Headline" | "Author" | "Byline" | "Date" | "Source" | "URL" | "Link"
        );
        known && self.set_field(&key.to_ascii_lowercase(), value)
    }

    /// Sets a field by its name in front matter; says whether the name is known.
    pub(super) fn set_field(&mut self, key: &str, value: &str) -> bool {
        let value = clean_line(value);
        let filled = Some(value.clone()).filter(|value| !value.is_empty());
        match key {
            "title" | "headline" => self.title = filled,
            "deck" | "subtitle" | "subhead" => self.deck = filled,
            "byline" | "author" | "authors" => {
                self.byline =
                    filled.map(|value| byline::byline(&value).unwrap_or(&value).to_owned());
            }
            "dateline" => self.dateline = filled,
            "published" | "date" => self.published = dates::published(&value),
            "source" => self.source = filled,
            "url" | "link" => self.url = filled,
            _ => return false,
        }
        true
    }

    fn set_published(&mut self, published: Published) {
        let better = self
            .published
            .as_ref()
            .is_none_or(|known| known.date.is_none());
        if better {
            self.published = Some(published);
        }
    }

    fn add_byline(&mut self, name: &str) {
        match &mut self.byline {
            Some(byline) => {
                byline.push_str(", ");
                byline.push_str(name);
            }
            None => self.byline = Some(name.to_owned()),
        }
    }
}

/// Whether a line is a byline or a date, and nothing else.
pub(super) fn is_head_line(line: &str) -> bool {
    byline::byline(line).is_some() || dates::date_line(line).is_some()
}

/// Whether a paragraph reads as a headline: short and no sentence. What stands right above a byline
/// or a dateline may end as a sentence does.
pub(super) fn is_headline(line: &str, before_body: bool) -> bool {
    let words = line.split_whitespace().count();
    let fits = words >= 2 && line.chars().count() <= LONGEST_HEADLINE;
    let open = line.ends_with([',', ';', '—', '–', '-', ':']);
    fits && !open && dateline(line).is_none() && (before_body || !ends_statement(line))
}

/// Whether a paragraph below the headline reads as a deck. An item of a list is none: others follow it.
fn is_deck(line: &str, before_body: bool) -> bool {
    let words = line.split_whitespace().count();
    let fits = words >= 3 && line.chars().count() <= LONGEST_DECK && !is_bullet(line);
    fits && dateline(line).is_none() && (before_body || !ends_sentence(line))
}

/// A full stop that is not that of an abbreviation: "hope fades in the U.S." is a headline. A
/// question or a cry may be one too.
fn ends_statement(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    let acronym = last.len() > 2 && last.matches('.').count() >= 2 && !last.contains("..");
    let asks = line.ends_with(['?', '!']);
    ends_sentence(line) && !acronym && !asks
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        let paragraphs: Vec<String> = lines.lines().map(str::to_owned).collect();
        let mut head = Head::default();
        let body = head.read(paragraphs.clone());
        let kept = usize::from(head.deck.is_some());
        let taken = paragraphs.len() + kept - body.len();
        let published = head.published.map(|published| published.text);
        let fields = [head.title, head.deck, head.byline, head.dateline, published];
        let fields = fields.map(Option::unwrap_or_default).join(" / ");
        assert_eq!(format!("{taken}: {fields}"), expected);
    }

    #[test]
    fn headline_byline_and_date_stand_above_the_body() {
        check(
            "Nine dead as ferry sinks\nBy Mara Quist\n4 March 2026\nNine people died.",
            "3: Nine dead as ferry sinks /  / Mara Quist /  / 4 March 2026",
        );
    }

    #[test]
    fn a_deck_stands_under_the_headline() {
        check(
            "Nine dead as ferry sinks\nOwner held over missed repairs\nNine people died.",
            "2: Nine dead as ferry sinks / Owner held over missed repairs /  /  / ",
        );
        check(
            "Nine dead as ferry sinks\nThe owner is being held.\nBy Mara Quist\nNine people died.",
            "3: Nine dead as ferry sinks / The owner is being held. / Mara Quist /  / ",
        );
    }

    #[test]
    fn a_lede_is_no_headline() {
        check("Nine people died.\nThe ferry sank.", "0:  /  /  /  / ");
        check(
            "PORT HALDEN (Agency) — Nine people died\nThe ferry sank.",
            "0:  /  /  /  / ",
        );
    }

    #[test]
    fn byline_and_date_may_share_a_line() {
        check(
            "Nine dead as ferry sinks\nBy Mara Quist | 4 March 2026 | 3 min read\nNine people died.",
            "2: Nine dead as ferry sinks /  / Mara Quist /  / 4 March 2026",
        );
    }

    #[test]
    fn a_name_above_a_date_is_a_byline() {
        check(
            "Nine dead as ferry sinks\nMara Quist in Port Halden\n4 March 2026\nNine people died.",
            "3: Nine dead as ferry sinks /  / Mara Quist in Port Halden /  / 4 March 2026",
        );
    }

    #[test]
    fn a_function_under_the_byline_belongs_to_it() {
        check(
            "Nine dead as ferry sinks\nBY MARA QUIST\nHarbour Correspondent\nNine people died.",
            "3: Nine dead as ferry sinks /  / MARA QUIST, Harbour Correspondent /  / ",
        );
    }

    #[test]
    fn fields_of_a_saved_page_are_read() {
        check(
            "Title: Nine dead\nAuthor: Mara Quist\nDate: 2026-03-04\nNine people died.",
            "3: Nine dead /  / Mara Quist /  / 2026-03-04",
        );
    }

    #[test]
    fn a_deck_stands_first_in_the_body_too() {
        let paragraphs = [
            "Nine dead as ferry sinks",
            "Owner held over repairs",
            "By Mara Quist",
            "Nine died.",
        ];
        let body = Head::default().read(paragraphs.map(str::to_owned).to_vec());
        assert_eq!(body, ["Owner held over repairs", "Nine died."]);
    }

    #[test]
    fn an_item_of_a_list_is_no_deck() {
        check(
            "Floods: what we know\n* Nine are dead, the agency says\n* Two are missing\nThe agency said so.",
            "1: Floods: what we know /  /  /  / ",
        );
    }

    #[test]
    fn what_a_page_sets_around_the_head_is_no_part_of_it() {
        check(
            "Home | World | Sport\nSkip to main content\nBREAKING NEWS\nNine dead as ferry sinks\nBy Mara Quist\n@mquist\nPublished: 4 March 2026 at 08:14 GMT | Updated: 4 March 2026 at 11:02 GMT\n3 min read\nShare this article\nNine people died.",
            "9: Nine dead as ferry sinks /  / Mara Quist /  / 4 March 2026 at 08:14 GMT",
        );
    }

    #[test]
    fn one_paragraph_is_always_left_for_the_body() {
        check("By Mara Quist", "0:  /  /  /  / ");
        check("Nine dead as ferry sinks\nOwner held", "0:  /  /  /  / ");
    }
}
