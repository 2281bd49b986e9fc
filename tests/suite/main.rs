//! All tests that see the crate from outside, in one binary.

mod architecture;
mod figures;
mod golden;
mod loading;
mod properties;
