//! Reading what is typed or piped in.

use rustyline::error::ReadlineError;
use rustyline::{Config, DefaultEditor};
use std::io::{BufRead, Read};
use std::sync::atomic::{AtomicBool, Ordering};

/// A line of standard input without its end; `None` where there are no more.
pub fn line() -> Option<String> {
    let mut bytes = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut bytes) {
        Ok(0) | Err(_) => None,
        Ok(_) => {
            let text = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            Some(String::from_utf8_lossy(text).into_owned())
        }
    }
}

/// All lines of standard input that are left.
pub fn lines() -> Vec<String> {
    let mut bytes = Vec::new();
    if std::io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return Vec::new();
    }
    String::from_utf8_lossy(&bytes).lines().map(str::to_string).collect()
}

/// A line typed at the terminal, with the keys of the line editor. Ctrl-C gives none and sets the flag.
pub fn edited(prompt: &str, interrupted: &AtomicBool) -> Option<String> {
    let config = Config::builder().auto_add_history(false).build();
    let mut editor = DefaultEditor::with_config(config).ok()?;
    match editor.readline(prompt) {
        Ok(line) => Some(line),
        Err(ReadlineError::Interrupted) => {
            interrupted.store(true, Ordering::Relaxed);
            None
        }
        Err(_) => None,
    }
}
