//! The settings of all parts, as one file.
