//! All tests that see the crate from outside, in one binary.
#![allow(clippy::unwrap_used, reason = "a test that can not go on fails")]

mod architecture;
mod cli;
mod config;
mod export;
mod ferry;
mod figures;
mod golden;
mod lists;
mod loading;
mod program;
mod properties;
mod readme;
mod screen;
#[cfg(unix)]
mod terminal;
