//! From objects to lines of text.
