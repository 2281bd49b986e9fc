use serde_json::{Value as Json, json};

use crate::briefing::Briefing;

/// The briefing as a JSON value of schema `nutgraf.briefing/1`.
#[must_use]
pub fn to_json(briefing: &Briefing) -> Json {
    json!({ "schema": "nutgraf.briefing/1", "id": briefing.document.article().id })
}
