mod choice;

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

pub use self::choice::ThemeChoice;

/// The themes built into the program, the default one first.
const BUILT_IN: &[(&str, &str)] = &[
    (
        "terminal",
        include_str!("../../assets/themes/terminal.toml"),
    ),
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

/// What a part of the screen is, which decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThemeRole {
    /// Running text, and the ground of the screen.
    Text,
    /// What may be overlooked: numbers of paragraphs, notes, what is unsure.
    Dim,
    /// The headline of an article.
    Title,
    /// A heading in a pane.
    Heading,
    /// The section of that name: its heading and its label.
    Announcement,
    /// The section of that name.
    Background,
    /// The section of that name.
    Casualties,
    /// The section of that name.
    Outlook,
    /// The section of that name.
    Reaction,
    /// What stands inside quotation marks.
    Quote,
    /// Who said or claims something.
    Speaker,
    /// A figure in the text.
    Figure,
    /// The bar of a figure.
    Bar,
    /// The passage that was jumped to.
    Mark,
    /// What a search found.
    Hit,
    /// The find the search stands at.
    CurrentHit,
    /// The selected item of the focused pane.
    Selected,
    /// The sign beside the selected item and the marked passage.
    Pointer,
    /// Lines between panes, and the heads of panes without focus.
    Frame,
    /// The head of the focused pane.
    Focus,
    /// The focused pane among the tabs, where one pane is shown at a time.
    Tab,
    /// The line at the foot of the screen.
    Status,
    /// A key that is offered.
    Key,
    /// Something that went wrong.
    Error,
}

impl ThemeRole {
    /// All roles and their names in a theme file.
    pub const ALL: [(Self, &'static str); 24] = [
        (Self::Text, "text"),
        (Self::Dim, "dim"),
        (Self::Title, "title"),
        (Self::Heading, "heading"),
        (Self::Announcement, "announcement"),
        (Self::Background, "background"),
        (Self::Casualties, "casualties"),
        (Self::Outlook, "outlook"),
        (Self::Reaction, "reaction"),
        (Self::Quote, "quote"),
        (Self::Speaker, "speaker"),
        (Self::Figure, "figure"),
        (Self::Bar, "bar"),
        (Self::Mark, "mark"),
        (Self::Hit, "hit"),
        (Self::CurrentHit, "current-hit"),
        (Self::Selected, "selected"),
        (Self::Pointer, "pointer"),
        (Self::Frame, "frame"),
        (Self::Focus, "focus"),
        (Self::Tab, "tab"),
        (Self::Status, "status"),
        (Self::Key, "key"),
        (Self::Error, "error"),
    ];

    fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, other)| *other == name);
        found.map(|(role, _)| *role)
    }
}

/// How each part of the screen looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; ThemeRole::ALL.len()],
}

/// Why a theme can not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// There is no theme of the name.
    #[error("there is no theme '{name}', choose one of {}", Theme::names().collect::<Vec<_>>().join(", "))]
    UnknownTheme {
        /// The name.
        name: String,
    },
    /// There is no role of the name.
    #[error("there is no theme role '{role}', choose one of {}", role_names())]
    UnknownRole {
        /// The name.
        role: String,
    },
    /// A look has a word that is neither a colour nor a manner.
    #[error(
        "'{word}' in '{look}' is no look, write it as 'bold cyan', 'underlined', '#ffaf00 on black'"
    )]
    UnknownWord {
        /// The look, as written.
        look: String,
        /// The word at fault.
        word: String,
    },
}

impl Theme {
    /// The names of the themes of the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// A theme of the program with some of its roles changed.
    ///
    /// # Errors
    ///
    /// When there is no such theme or role, or a look can not be read.
    pub fn build(choice: &ThemeChoice) -> Result<Self, ThemeError> {
        let mut theme = Self::plain();
        theme.lay_over(&built_in(&choice.base)?)?;
        theme.lay_over(&choice.roles)?;
        Ok(theme)
    }

    /// The theme for a terminal that shows no colours: bold, underlined and reversed instead.
    #[must_use]
    pub fn monochrome() -> Self {
        let choice = ThemeChoice {
            base: "mono".to_owned(),
            roles: BTreeMap::new(),
        };
        Self::build(&choice).unwrap_or_else(|_| Self::plain())
    }

    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: ThemeRole) -> Style {
        self.styles[role as usize]
    }

    fn plain() -> Self {
        Self {
            styles: [Style::new(); ThemeRole::ALL.len()],
        }
    }

    fn lay_over(&mut self, looks: &BTreeMap<String, String>) -> Result<(), ThemeError> {
        for (name, look) in looks {
            self.styles[role(name)? as usize] = style(look)?;
        }
        Ok(())
    }
}

impl Default for Theme {
    /// The first theme of the program, for a dark and a light ground alike.
    fn default() -> Self {
        Self::build(&ThemeChoice::default()).unwrap_or_else(|_| Self::plain())
    }
}

fn built_in(name: &str) -> Result<BTreeMap<String, String>, ThemeError> {
    let found = BUILT_IN.iter().find(|(other, _)| *other == name);
    let looks = found.and_then(|(_, text)| toml::from_str(text).ok());
    looks.ok_or_else(|| ThemeError::UnknownTheme {
        name: name.to_owned(),
    })
}

fn role(name: &str) -> Result<ThemeRole, ThemeError> {
    ThemeRole::named(name).ok_or_else(|| ThemeError::UnknownRole {
        role: name.to_owned(),
    })
}

fn style(look: &str) -> Result<Style, ThemeError> {
    parse_look(look).map_err(|word| ThemeError::UnknownWord {
        look: look.to_owned(),
        word,
    })
}

fn role_names() -> String {
    let names: Vec<&str> = ThemeRole::ALL.iter().map(|(_, name)| *name).collect();
    names.join(", ")
}

/// The style of a look such as "bold cyan on black", or the first word that means nothing.
fn parse_look(look: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut ground = false;
    for word in look.split_whitespace() {
        if word == "on" {
            ground = true;
        } else if let Some(modifier) = modifier(word) {
            style = style.add_modifier(modifier);
        } else {
            let color: Color = word.parse().map_err(|_| word.to_owned())?;
            style = if ground {
                style.bg(color)
            } else {
                style.fg(color)
            };
        }
    }
    Ok(style)
}

fn modifier(word: &str) -> Option<Modifier> {
    Some(match word {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underlined" => Modifier::UNDERLINED,
        "reversed" => Modifier::REVERSED,
        "crossed-out" => Modifier::CROSSED_OUT,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_of_the_program_names_every_role() {
        for (name, text) in BUILT_IN {
            let looks: BTreeMap<String, String> = toml::from_str(text).unwrap();
            let mut theme = Theme::plain();
            theme.lay_over(&looks).unwrap();
            for (_, role) in ThemeRole::ALL {
                assert!(looks.contains_key(role), "{name} has no '{role}'");
            }
        }
    }

    #[test]
    fn the_roles_stand_in_the_order_of_their_styles() {
        for (index, (role, _)) in ThemeRole::ALL.iter().enumerate() {
            assert_eq!(*role as usize, index);
        }
    }

    #[test]
    fn the_monochrome_theme_has_no_colour() {
        let theme = Theme::monochrome();
        for style in theme.styles {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert_ne!(theme.style(ThemeRole::CurrentHit), Style::new());
    }

    /// How bright one of the 256 colours is: its luminance, from 0 to 1.
    fn luminance(color: Color) -> f64 {
        let Color::Indexed(number @ 16..=231) = color else {
            panic!("{color:?} looks as each terminal likes");
        };
        let number = number - 16;
        let level = |step: u8| match step {
            0 => 0.0,
            step => f64::from(55 + 40 * step) / 255.0,
        };
        let linear = |step| ((level(step) + 0.055) / 1.055_f64).powf(2.4);
        let [red, green, blue] = [number / 36, number / 6 % 6, number % 6].map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn the_default_theme_can_be_read_on_black_and_on_white() {
        let theme = Theme::default();
        let plain = [
            ThemeRole::Text,
            ThemeRole::Quote,
            ThemeRole::Speaker,
            ThemeRole::Figure,
        ];
        for role in plain {
            assert_eq!(theme.style(role).fg, None, "{role:?}");
        }
        let grounded = |style: &&Style| style.bg.is_none();
        let colors = theme
            .styles
            .iter()
            .filter(grounded)
            .filter_map(|style| style.fg);
        for color in colors {
            let luminance = luminance(color);
            let (on_black, on_white) = ((luminance + 0.05) / 0.05, 1.05 / (luminance + 0.05));
            assert!(on_black > 4.3 && on_white > 4.3, "{color:?}");
        }
    }

    #[test]
    fn a_look_names_manners_and_colours() {
        let expected = Style::new().fg(Color::Cyan).bg(Color::Black);
        let expected = expected.add_modifier(Modifier::BOLD);
        assert_eq!(parse_look("bold cyan on black"), Ok(expected));
        assert_eq!(parse_look("bold cyanide"), Err("cyanide".to_owned()));
    }
}
