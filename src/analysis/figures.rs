//! Numbers that count or measure, and who claims them.

use super::attribution::Attribution;
use super::people::People;
use super::reading::Reading;
use crate::briefing::Figure;

pub(super) fn find(_: &Reading<'_>, _: &People, _: &[Attribution]) -> Vec<Figure> {
    Vec::new()
}
