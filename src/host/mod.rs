//! The doors: console, script, standard input; reports of errors.
