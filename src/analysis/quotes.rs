//! Quotations and who said them.

use super::attribution::Attribution;
use super::people::People;
use super::reading::Reading;
use crate::briefing::Quote;

pub(super) fn find(_: &Reading<'_>, _: &People, _: &[Attribution]) -> Vec<Quote> {
    Vec::new()
}
