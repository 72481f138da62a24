//! One file per cmdlet.
