//! Reads news articles and shows what they say: sections, summary, quotes with their speakers and
//! key figures with who claims them. Each of these is a span of the source text; nothing is invented.
//!
//! ```text
//! source ──► document ──► analysis ──► briefing ──► ui
//!                            ▲            └───────► export
//!                        language
//! ```
//!
//! A module uses only the modules before it in this picture; `tests/suite/architecture.rs` holds it
//! to that. `config` gathers the settings of the parts, and `cli` puts the parts together.

pub mod source;

pub mod document;

pub mod language;

pub mod briefing;

pub mod analysis;

pub mod export;

pub mod ui;

pub mod config;

pub mod cli;
