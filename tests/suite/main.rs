//! All tests that see the crate from outside, in one binary.

mod architecture;
mod golden;
mod loading;
mod properties;
