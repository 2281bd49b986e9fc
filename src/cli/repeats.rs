//! Articles that come more than once, under whatever name.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::document::Article;
use crate::source::{Note, Place};

/// What is kept of an article to know it again.
pub(super) struct Seen {
    id: String,
    /// A hash of what makes it the article that it is, and the bytes of the text.
    content: (u64, usize),
}

impl Seen {
    /// Two outlets that print one report of an agency have an article each: what an article names for
    /// its source and its address tells it from others. The place of a file does not.
    pub(super) fn of(article: &Article) -> Self {
        let mut hasher = DefaultHasher::new();
        let source = article.names_source.then_some(&article.source);
        (&article.title.text, &article.text, source, &article.url).hash(&mut hasher);
        Self {
            id: article.id.clone(),
            content: (hasher.finish(), article.text.len()),
        }
    }
}

/// The articles so far, where each is to come only once.
#[derive(Default)]
pub(super) struct Repeats {
    /// For each article what it is called. `None` where all may come as often as they like.
    so_far: Option<HashMap<(u64, usize), String>>,
}

impl Repeats {
    pub(super) fn once() -> Self {
        Self {
            so_far: Some(HashMap::new()),
        }
    }

    pub(super) fn all() -> Self {
        Self::default()
    }

    /// Whether articles have to be known again.
    pub(super) fn looks(&self) -> bool {
        self.so_far.is_some()
    }

    /// What there is to say of an article that came before; nothing of any other, which is kept.
    pub(super) fn note(&mut self, seen: Seen) -> Option<Note> {
        let so_far = self.so_far.as_mut()?;
        if let Some(first) = so_far.get(&seen.content) {
            let words = format!("it is the article '{first}' again, which is read once");
            return Some(Note::new(&Place::new(&seen.id), words));
        }
        so_far.insert(seen.content, seen.id);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(id: &str, text: &str) -> Seen {
        Seen::of(&Article {
            id: id.to_owned(),
            text: text.to_owned(),
            ..Article::default()
        })
    }

    #[test]
    fn the_same_article_under_another_name_is_told_of() {
        let mut repeats = Repeats::once();
        assert_eq!(repeats.note(seen("a.txt", "Nine died.")), None);
        assert_eq!(repeats.note(seen("b.txt", "Ten died.")), None);
        let note = repeats.note(seen("c.txt", "Nine died."));
        let expected = "c.txt: it is the article 'a.txt' again, which is read once";
        assert_eq!(note.map(|note| note.to_string()).as_deref(), Some(expected));
    }

    #[track_caller]
    fn check_outlets(one: (&str, bool), other: (&str, bool), url: Option<&str>, again: bool) {
        let seen = |(source, names_source): (&str, bool), url: Option<&str>| {
            Seen::of(&Article {
                text: "Nine died.".to_owned(),
                source: source.to_owned(),
                names_source,
                url: url.map(str::to_owned),
                ..Article::default()
            })
        };
        let mut repeats = Repeats::once();
        assert_eq!(repeats.note(seen(one, Some("https://example.org/1"))), None);
        assert_eq!(repeats.note(seen(other, url)).is_some(), again);
    }

    #[test]
    fn one_report_in_two_outlets_is_two_articles() {
        let url = Some("https://example.org/1");
        check_outlets(("Courier", true), ("Gazette", true), url, false);
        check_outlets(("Courier", true), ("Courier", true), url, true);
        check_outlets(("Courier", true), ("Courier", true), None, false);
        check_outlets(("a.txt", false), ("b.txt", false), url, true);
    }

    #[test]
    fn where_all_may_come_nothing_is_said() {
        let mut repeats = Repeats::all();
        assert_eq!(repeats.note(seen("a.txt", "Nine died.")), None);
        assert_eq!(repeats.note(seen("c.txt", "Nine died.")), None);
    }
}
