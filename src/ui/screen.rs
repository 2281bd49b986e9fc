use ratatui::layout::Rect;

use super::panes::Pane;

/// Where everything stands on the screen.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Screen {
    /// The line with the headline, when there is room for one.
    pub header: Rect,
    /// The line with the names of the panes, when one is shown at a time.
    pub tabs: Rect,
    pub panes: Vec<PaneArea>,
    /// Lines between columns.
    pub rules: Vec<Rect>,
    pub status: Rect,
}

/// The place of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PaneArea {
    pub pane: Pane,
    /// The line with its name; empty when the tabs say it.
    pub head: Rect,
    pub body: Rect,
}

/// What the places depend on, besides the size of the terminal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub focus: Pane,
    /// Whether the story stands in the place of the text.
    pub story: bool,
    /// Only the focused pane.
    pub zoomed: bool,
    /// How many articles there are.
    pub articles: u16,
    /// From so many columns on, all panes are shown.
    pub wide: u16,
    /// No line of the text is longer.
    pub text_width: u16,
    /// The rows that the summary would like.
    pub summary_rows: u16,
    /// How many quotes and figures there are: the room is shared accordingly.
    pub quotes: u16,
    pub figures: u16,
}

/// Fewer rows do not hold several panes.
const FEWEST_ROWS: u16 = 16;

/// From so many columns on there are three columns of panes.
const THREE_COLUMNS: u16 = 170;

impl Shape {
    /// Whether all panes are shown.
    pub(super) fn is_wide(&self, area: Rect) -> bool {
        !self.zoomed && area.width >= self.wide && area.height >= FEWEST_ROWS
    }

    /// The places of everything.
    ///
    /// ```text
    /// headline                    1/5      Text  Summary  Quotes  Figures
    /// ━ Text ━━━━━━━━━━━┬─ Summary ──      KESTREL BAY — Four rescue boats
    /// KESTREL BAY — Four│ 1 Four rescue    left the harbour on Monday night
    /// rescue boats left ├─ Quotes ───      …
    /// the harbour       │ Mara Quist
    /// …                 ├─ Figures ──
    /// announcement 12 %        ? help      announcement 12 %        ? help
    /// ```
    pub(super) fn screen(&self, area: Rect) -> Screen {
        if self.is_wide(area) {
            self.all_panes(area)
        } else {
            self.one_pane(area)
        }
    }

    fn one_pane(&self, area: Rect) -> Screen {
        let [tabs, rest] = top_row(area, area.height >= 3);
        let [body, status] = bottom_row(rest, area.height >= 2);
        Screen {
            tabs,
            panes: vec![PaneArea {
                pane: self.focus,
                head: Rect::default(),
                body,
            }],
            status,
            ..Screen::default()
        }
    }

    fn all_panes(&self, area: Rect) -> Screen {
        let [header, rest] = top_row(area, true);
        let [rest, status] = bottom_row(rest, true);
        let text_room = self.text_width + 10;
        let left = (area.width * 3 / 5).min(text_room.max(area.width / 2));
        let first = if self.story { Pane::Story } else { Pane::Text };
        let mut columns = vec![(left, vec![first])];
        let right = area.width - left - 1;
        let several = self.articles > 1;
        if area.width >= THREE_COLUMNS {
            let middle = right / 2;
            columns.push((middle, vec![Pane::Summary, Pane::Quotes]));
            let mut last = vec![Pane::Figures];
            last.extend(several.then_some(Pane::Articles));
            columns.push((right - middle - 1, last));
        } else {
            let mut stack = vec![Pane::Summary, Pane::Quotes, Pane::Figures];
            stack.extend(several.then_some(Pane::Articles));
            columns.push((right, stack));
        }
        let mut screen = Screen {
            header,
            status,
            ..Screen::default()
        };
        self.place_columns(&mut screen, rest, &columns);
        screen
    }

    fn place_columns(&self, screen: &mut Screen, rest: Rect, columns: &[(u16, Vec<Pane>)]) {
        let mut x = rest.x;
        for (index, (width, panes)) in columns.iter().enumerate() {
            if index > 0 {
                screen.rules.push(Rect {
                    x,
                    width: 1,
                    ..rest
                });
                x += 1;
            }
            let column = Rect {
                x,
                width: *width,
                ..rest
            };
            self.stack(screen, column, panes);
            x += width;
        }
    }

    /// Panes above each other, each under a line with its name.
    fn stack(&self, screen: &mut Screen, column: Rect, panes: &[Pane]) {
        let heads = u16::try_from(panes.len()).unwrap_or(u16::MAX);
        let room = column.height.saturating_sub(heads);
        let mut y = column.y;
        for (pane, rows) in panes.iter().zip(self.shares(room, panes)) {
            let head = Rect {
                y,
                height: 1,
                ..column
            };
            let body = Rect {
                y: y + 1,
                height: rows,
                ..column
            };
            screen.panes.push(PaneArea {
                pane: *pane,
                head,
                body,
            });
            y += 1 + rows;
        }
    }

    /// The rows of each pane of a column: the articles and the summary get what they need within
    /// bounds, the others share the rest.
    fn shares(&self, room: u16, panes: &[Pane]) -> Vec<u16> {
        let fixed = |pane: Pane| match pane {
            Pane::Articles => Some(self.articles.clamp(2, 6).min(room / 7)),
            Pane::Summary => Some(self.summary_rows.clamp(3, (room * 2 / 5).max(3))),
            _ => None,
        };
        let taken: u16 = panes.iter().filter_map(|&pane| fixed(pane)).sum();
        let free = room.saturating_sub(taken);
        let sharing: Vec<Pane> = panes
            .iter()
            .copied()
            .filter(|pane| fixed(*pane).is_none())
            .collect();
        let quotes = if sharing.len() > 1 {
            self.quote_share(free)
        } else {
            free
        };
        let share = |pane: Pane| match (fixed(pane), pane) {
            (Some(rows), _) => rows,
            (None, Pane::Figures) if sharing.len() > 1 => free - quotes,
            (None, _) => quotes,
        };
        let mut left = room;
        let mut rows = Vec::with_capacity(panes.len());
        for &pane in panes {
            let given = share(pane).min(left);
            left -= given;
            rows.push(given);
        }
        rows
    }

    /// Between two and three fifths for the quotes, by how many there are.
    fn quote_share(&self, free: u16) -> u16 {
        let (quotes, figures) = (u32::from(self.quotes) + 1, u32::from(self.figures) + 1);
        let share = u32::from(free) * quotes / (quotes + figures);
        let share = u16::try_from(share).unwrap_or(free);
        share.clamp(free * 2 / 5, (free * 3).div_ceil(5)).min(free)
    }
}

fn top_row(area: Rect, wanted: bool) -> [Rect; 2] {
    let rows = u16::from(wanted).min(area.height);
    [
        Rect {
            height: rows,
            ..area
        },
        Rect {
            y: area.y + rows,
            height: area.height - rows,
            ..area
        },
    ]
}

fn bottom_row(area: Rect, wanted: bool) -> [Rect; 2] {
    let rows = u16::from(wanted).min(area.height);
    [
        Rect {
            height: area.height - rows,
            ..area
        },
        Rect {
            y: area.bottom() - rows,
            height: rows,
            ..area
        },
    ]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shape(focus: Pane, zoomed: bool, articles: u16) -> Shape {
        Shape {
            focus,
            story: focus == Pane::Story,
            zoomed,
            articles,
            wide: 100,
            text_width: 80,
            summary_rows: 9,
            quotes: 11,
            figures: 5,
        }
    }

    #[test]
    fn a_wide_screen_shows_every_pane_and_a_narrow_one_the_focused() {
        let wide = shape(Pane::Text, false, 3).screen(Rect::new(0, 0, 120, 36));
        let panes: Vec<Pane> = wide.panes.iter().map(|area| area.pane).collect();
        assert_eq!(panes, Pane::ALL);
        let narrow = shape(Pane::Quotes, false, 3).screen(Rect::new(0, 0, 80, 24));
        assert_eq!(narrow.panes.len(), 1);
        assert_eq!(narrow.panes[0].body, Rect::new(0, 1, 80, 22));
    }

    #[test]
    fn the_list_of_articles_is_shown_only_when_there_are_several() {
        let one = shape(Pane::Text, false, 1).screen(Rect::new(0, 0, 200, 50));
        assert!(one.panes.iter().all(|area| area.pane != Pane::Articles));
    }

    proptest! {
        #[test]
        fn nothing_lies_outside_the_terminal_or_over_another(
            width in 0_u16..300, height in 0_u16..100, zoomed: bool, articles in 0_u16..9, rows in 0_u16..99
        ) {
            let area = Rect::new(0, 0, width, height);
            let shape = Shape { summary_rows: rows, ..shape(Pane::Text, zoomed, articles) };
            let screen = shape.screen(area);
            let mut places = vec![screen.header, screen.tabs, screen.status];
            places.extend(screen.panes.iter().flat_map(|pane| [pane.head, pane.body]));
            places.extend(&screen.rules);
            places.retain(|place| !place.is_empty());
            for (index, place) in places.iter().enumerate() {
                prop_assert_eq!(area.intersection(*place), *place);
                for other in &places[index + 1..] {
                    prop_assert!(!place.intersects(*other), "{:?} {:?}", place, other);
                }
            }
        }
    }
}
