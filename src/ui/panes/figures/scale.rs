use super::lines::value_words;
use crate::briefing::{Briefing, Figure, Role};
use crate::document::Span;
use crate::ui::wrap;

/// The longest bar, in columns.
const LONGEST_BAR: u16 = 32;

/// The widest value beside a bar, in columns.
const WIDEST_VALUE: usize = 24;

/// A number in an order of its own, so that it can be sorted by.
#[derive(PartialEq)]
pub(super) struct Size(pub(super) f64);

impl Eq for Size {}

impl PartialOrd for Size {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Size {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

pub(super) fn top(figure: &Figure) -> f64 {
    figure.value.high()
}

/// What the bars of a claim are drawn by.
pub(in crate::ui::panes) struct Scale {
    /// The unit that all bars share.
    unit: Option<String>,
    largest: f64,
    /// What the line above the bars says is counted; it need not be said again.
    pub(super) counted: Option<Span>,
    /// The columns before a bar.
    pub(super) value_width: usize,
    longest: u16,
}

impl Scale {
    /// The scale of figures on one thing that can be set side by side, if there are two.
    pub(in crate::ui::panes) fn of(figures: &[(&Briefing, &Figure)], width: u16) -> Option<Self> {
        let (_, first) = figures.first()?;
        if first.role == Role::Age {
            return None;
        }
        let unit = measure(first);
        let whole = figures.iter().filter(|(_, figure)| measure(figure) == unit);
        let whole: Vec<&(&Briefing, &Figure)> = whole.collect();
        let largest = whole
            .iter()
            .map(|(_, figure)| top(figure))
            .fold(0.0, f64::max);
        if whole.len() < 2 || !largest.is_finite() || largest <= 0.0 {
            return None;
        }
        let widths = whole
            .iter()
            .map(|(briefing, figure)| wrap::columns(&value_words(briefing, figure)));
        let value_width = widths.max().unwrap_or(0).min(WIDEST_VALUE);
        let room = usize::from(width).saturating_sub(value_width + 2);
        let longest = LONGEST_BAR.min(u16::try_from(room).unwrap_or(u16::MAX));
        (longest >= 4).then_some(Self {
            unit,
            largest,
            counted: None,
            value_width,
            longest,
        })
    }

    /// The bar of a figure: the part that is sure, and the part up to the end of its range.
    pub(super) fn bar(&self, figure: &Figure) -> Option<(String, String)> {
        if figure.part_of.is_some() || measure(figure) != self.unit {
            return None;
        }
        let sure = self.columns(figure.value.low());
        let open = self.columns(top(figure)).saturating_sub(sure);
        // What is above nought is seen, however small it is beside the largest.
        let least = usize::from(top(figure) > 0.0);
        Some(("━".repeat(sure.max(least)), "╌".repeat(open)))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the share is between 0 and 1, and a cast from a float saturates"
    )]
    fn columns(&self, value: f64) -> usize {
        let share = (value / self.largest).clamp(0.0, 1.0);
        (share * f64::from(self.longest)).round() as usize
    }
}

/// The unit, where it measures something. What is counted may be called by many words.
fn measure(figure: &Figure) -> Option<String> {
    let counts = matches!(
        figure.role,
        Role::Killed
            | Role::Injured
            | Role::Missing
            | Role::Displaced
            | Role::Detained
            | Role::Released
            | Role::Rescued
            | Role::Trapped
            | Role::Sick
    );
    if counts { None } else { figure.unit.clone() }
}
