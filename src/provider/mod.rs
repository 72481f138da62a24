//! The drives: file system, variables, environment, functions, aliases.
