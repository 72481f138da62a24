//! Reading what is piped in.

use std::io::{BufRead, Read};

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
