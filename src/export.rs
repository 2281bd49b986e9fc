//! Writing a briefing as text.

mod json;

pub use self::json::to_json;
