use std::collections::BTreeMap;

use super::action::Action;
use super::keys::{self, Chord, Key};

/// Which keys do what.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<(Chord, Action)>,
}

/// Why keys can not be bound as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct KeymapError {
    /// The name of the action, as written in the settings.
    pub action: String,
    /// The chord, as written in the settings; `None` when the action itself is at fault.
    pub chord: Option<String>,
    /// What is wrong.
    pub problem: KeyProblem,
}

/// What is wrong with a binding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// No action has the name.
    #[error("there is no action '{0}', 'nutgraf config show' lists them")]
    UnknownAction(String),
    /// The text names no keys.
    #[error("'{0}' is not a key, write keys as 'x', 'gg', 'ctrl-d', 'alt-1', 'f1' or 'enter'")]
    NotAKey(String),
    /// Another action has the chord already.
    #[error("'{chord}' is already bound to '{other}', choose another key or bind that one to []")]
    Taken {
        /// The chord.
        chord: String,
        /// The name of the action that has it.
        other: &'static str,
    },
    /// The chord is the head of another, so that the other could never be finished.
    #[error("'{chord}' hides '{longer}' of '{other}', choose another key or bind that one to []")]
    Hides {
        /// The chord.
        chord: String,
        /// The longer chord.
        longer: String,
        /// The name of the action that has the longer one.
        other: &'static str,
    },
    /// Another chord is the head of this one, which could never be finished.
    #[error(
        "'{chord}' is hidden by '{head}' of '{other}', choose another key or bind that one to []"
    )]
    Hidden {
        /// The chord.
        chord: String,
        /// The shorter chord.
        head: String,
        /// The name of the action that has the shorter one.
        other: &'static str,
    },
    /// A terminal sends the same for it as for another key, or nothing.
    #[error("a terminal does not send '{0}' as a key of its own, choose another key")]
    NeverSent(String),
    /// No key would leave the reader.
    #[error("no key is left to leave the reader with, give 'quit' or 'leave' one")]
    NoWayOut,
}

/// What pressed keys amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    Action(Action),
    /// The head of at least one chord.
    Head,
    Nothing,
}

impl Default for Keymap {
    /// The keys of [`Action::ALL`].
    fn default() -> Self {
        let defaults = Action::ALL.iter().flat_map(|info| {
            let chords = info.keys.iter().filter_map(|text| Chord::parse(text));
            chords.map(|chord| (chord, info.action))
        });
        Self {
            bindings: defaults.collect(),
        }
    }
}

impl Keymap {
    /// The default keys, with those of some actions replaced: the name of an action and its chords.
    /// An empty list leaves an action without keys.
    ///
    /// # Errors
    ///
    /// When a name is no action's, a chord names no keys, or two actions could not be told apart.
    pub fn build(overrides: &BTreeMap<String, Vec<String>>) -> Result<Self, KeymapError> {
        let mut keymap = Self::default();
        let mut added = Vec::new();
        for (name, chords) in overrides {
            let action = Action::named(name).ok_or_else(|| KeymapError {
                action: name.clone(),
                chord: None,
                problem: KeyProblem::UnknownAction(name.clone()),
            })?;
            keymap.bindings.retain(|(_, bound)| *bound != action);
            for text in chords {
                let chord = chord(text).map_err(|problem| KeymapError {
                    action: name.clone(),
                    chord: Some(text.clone()),
                    problem,
                })?;
                added.push((chord, action, text));
            }
        }
        for (chord, action, text) in added {
            keymap.add(chord, action).map_err(|problem| KeymapError {
                action: action.name().to_owned(),
                chord: Some(text.clone()),
                problem,
            })?;
        }
        keymap.check_way_out(overrides)?;
        Ok(keymap)
    }

    /// Whether a key leaves the reader. If none does, one of the actions that should have been
    /// overridden.
    fn check_way_out(&self, overrides: &BTreeMap<String, Vec<String>>) -> Result<(), KeymapError> {
        let mut ways = WAYS_OUT.iter();
        if ways.any(|&action| self.chords(action).next().is_some()) {
            return Ok(());
        }
        let mut names = WAYS_OUT.iter().map(|action| action.name());
        let name = names.rfind(|&name| overrides.contains_key(name));
        Err(KeymapError {
            action: name.unwrap_or_default().to_owned(),
            chord: None,
            problem: KeyProblem::NoWayOut,
        })
    }

    fn add(&mut self, chord: Chord, action: Action) -> Result<(), KeyProblem> {
        for (bound, other) in &self.bindings {
            if let Some(problem) = conflict(&chord, bound, *other) {
                return Err(problem);
            }
        }
        self.bindings.push((chord, action));
        Ok(())
    }

    /// The chords of an action, the first the one to show.
    pub fn chords(&self, action: Action) -> impl Iterator<Item = &Chord> {
        let bound = self.bindings.iter();
        bound.filter_map(move |(chord, bound)| (*bound == action).then_some(chord))
    }

    /// The first chord of an action as a reader writes it; empty when it has none.
    #[must_use]
    pub fn shown(&self, action: Action) -> String {
        let first = self.chords(action).next();
        first.map_or_else(String::new, ToString::to_string)
    }

    /// What keys pressed one after the other amount to.
    pub(super) fn find(&self, pressed: &[Key]) -> Match {
        let mut head = false;
        for (chord, action) in &self.bindings {
            if chord.keys() == pressed {
                return Match::Action(*action);
            }
            head |= chord.keys().starts_with(pressed);
        }
        if head { Match::Head } else { Match::Nothing }
    }

    /// The keys that may follow those pressed, each with its action.
    pub(super) fn following(&self, pressed: &[Key]) -> Vec<(String, Action)> {
        let rest = self.bindings.iter().filter_map(|(chord, action)| {
            let rest = chord.keys().strip_prefix(pressed)?;
            (!rest.is_empty()).then(|| (keys::show(rest), *action))
        });
        rest.collect()
    }
}

/// The actions that leave the reader.
const WAYS_OUT: [Action; 2] = [Action::Quit, Action::Leave];

/// The chord that a text of the settings names.
fn chord(text: &str) -> Result<Chord, KeyProblem> {
    let chord = Chord::parse(text).ok_or_else(|| KeyProblem::NotAKey(text.to_owned()))?;
    if chord.keys().iter().any(|key| !key.is_sent()) {
        return Err(KeyProblem::NeverSent(text.to_owned()));
    }
    Ok(chord)
}

fn conflict(chord: &Chord, bound: &Chord, other: Action) -> Option<KeyProblem> {
    if chord == bound {
        return Some(KeyProblem::Taken {
            chord: chord.to_string(),
            other: other.name(),
        });
    }
    let is_head = |head: &Chord, of: &Chord| of.keys().starts_with(head.keys());
    if is_head(chord, bound) {
        return Some(KeyProblem::Hides {
            chord: chord.to_string(),
            longer: bound.to_string(),
            other: other.name(),
        });
    }
    is_head(bound, chord).then(|| KeyProblem::Hidden {
        chord: chord.to_string(),
        head: bound.to_string(),
        other: other.name(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(settings: &[(&str, &[&str])]) -> Result<Keymap, KeymapError> {
        let entry = |(name, chords): &(&str, &[&str])| {
            let chords = chords.iter().map(|&chord| chord.to_owned());
            ((*name).to_owned(), chords.collect())
        };
        Keymap::build(&settings.iter().map(entry).collect())
    }

    #[track_caller]
    fn check_refused(settings: &[(&str, &[&str])], message: &str) {
        assert_eq!(build(settings).unwrap_err().to_string(), message);
    }

    #[test]
    fn the_default_keys_do_not_conflict() {
        let all = Action::ALL.iter().map(|info| {
            let chords = info.keys.iter().map(|&key| key.to_owned()).collect();
            (info.name.to_owned(), chords)
        });
        Keymap::build(&all.collect()).unwrap();
    }

    #[test]
    fn every_default_key_can_be_read() {
        let defaults = Action::ALL.iter().flat_map(|info| info.keys);
        assert_eq!(defaults.count(), Keymap::default().bindings.len());
    }

    #[test]
    fn names_and_help_lines_are_told_apart() {
        for (index, info) in Action::ALL.iter().enumerate() {
            assert_eq!(Action::named(info.name), Some(info.action));
            let mut others = Action::ALL[index + 1..].iter();
            assert!(others.all(|other| other.help != info.help && other.action != info.action));
        }
    }

    #[test]
    fn an_override_replaces_all_keys_of_its_action() {
        let keymap = build(&[("down", &["ctrl-n"])]).unwrap();
        assert_eq!(keymap.shown(Action::Down), "ctrl-n");
        let j = Chord::parse("j").unwrap();
        assert_eq!(keymap.find(j.keys()), Match::Nothing);
    }

    #[test]
    fn an_empty_list_unbinds() {
        let keymap = build(&[("export", &[]), ("zoom", &["e"])]).unwrap();
        assert_eq!(keymap.shown(Action::Export), "");
        assert_eq!(keymap.shown(Action::Zoom), "e");
    }

    #[test]
    fn two_actions_can_trade_keys() {
        let keymap = build(&[("down", &["k"]), ("up", &["j"])]).unwrap();
        assert_eq!(keymap.shown(Action::Down), "k");
    }

    #[test]
    fn what_can_not_be_bound_is_refused() {
        check_refused(
            &[("dwn", &["x"])],
            "there is no action 'dwn', 'nutgraf config show' lists them",
        );
        check_refused(
            &[("down", &["hyper-x"])],
            "'hyper-x' is not a key, write keys as 'x', 'gg', 'ctrl-d', 'alt-1', 'f1' or 'enter'",
        );
        check_refused(
            &[("down", &["q"])],
            "'q' is already bound to 'quit', choose another key or bind that one to []",
        );
        check_refused(
            &[("down", &["g"])],
            "'g' hides 'gg' of 'top', choose another key or bind that one to []",
        );
        check_refused(
            &[("search", &["jj"])],
            "'jj' is hidden by 'j' of 'down', choose another key or bind that one to []",
        );
        check_refused(
            &[("down", &["ctrl-i"])],
            "a terminal does not send 'ctrl-i' as a key of its own, choose another key",
        );
    }

    #[test]
    fn some_key_must_leave_the_reader() {
        let message = "no key is left to leave the reader with, give 'quit' or 'leave' one";
        check_refused(&[("quit", &[]), ("leave", &[])], message);
        build(&[("quit", &[]), ("leave", &["f10"])]).unwrap();
    }

    #[test]
    fn the_head_of_a_chord_waits_for_the_rest() {
        let keymap = Keymap::default();
        let pressed = Chord::parse("]").unwrap();
        assert_eq!(keymap.find(pressed.keys()), Match::Head);
        let next: Vec<String> = keymap
            .following(pressed.keys())
            .into_iter()
            .map(|(rest, _)| rest)
            .collect();
        assert_eq!(next, ["q", "f", "s"]);
    }
}
