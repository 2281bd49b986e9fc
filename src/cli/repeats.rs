//! Articles that come more than once, under whatever name.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::document::Article;
use crate::source::{Note, Place};

/// What is kept of an article to know it again.
pub(super) struct Seen {
    id: String,
    /// A hash of title and text, and the bytes of the text.
    content: (u64, usize),
}

impl Seen {
    pub(super) fn of(article: &Article) -> Self {
        let mut hasher = DefaultHasher::new();
        (&article.title.text, &article.text).hash(&mut hasher);
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

    #[test]
    fn where_all_may_come_nothing_is_said() {
        let mut repeats = Repeats::all();
        assert_eq!(repeats.note(seen("a.txt", "Nine died.")), None);
        assert_eq!(repeats.note(seen("c.txt", "Nine died.")), None);
    }
}
