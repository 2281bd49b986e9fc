use super::{App, Entry};
use crate::ui::Loaded;
use crate::ui::view::View;

impl App {
    /// Takes what was loaded into the list. It is laid out with the next key or resize.
    pub fn load(&mut self, loaded: Loaded) {
        match loaded {
            Loaded::Announced(name) => self.entries.push(Entry::Pending(name)),
            Loaded::Briefing(index, briefing) => {
                let view = View::new(briefing, &self.outline);
                *self.entry_mut(index) = Entry::Ready(Box::new(view));
            }
            Loaded::Failed(index, why) => {
                let entry = self.entry_mut(index);
                let name = match entry {
                    Entry::Pending(name) | Entry::Failed(name, _) => std::mem::take(name),
                    Entry::Ready(_) => return,
                };
                *entry = Entry::Failed(name, why);
            }
            Loaded::LeftOut(1, why) => return self.complain(why),
            Loaded::LeftOut(all, why) => {
                return self.complain(format!("{all} left out, the last: {why}"));
            }
        }
        self.loaded += 1;
        self.stale = true;
    }

    /// Takes note that nothing more will come.
    pub fn complete(&mut self) {
        self.complete = true;
    }

    /// Says that there is no other article, or not yet.
    pub(super) fn say_alone(&mut self) {
        self.say(if self.complete {
            "there is only one article"
        } else {
            "no other article has been read yet"
        });
    }

    /// The entry at a place; the list grows up to it.
    pub(super) fn entry_mut(&mut self, index: usize) -> &mut Entry {
        while self.entries.len() <= index {
            self.entries.push(Entry::Pending(String::new()));
        }
        &mut self.entries[index]
    }
}
