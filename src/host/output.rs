//! Standard output and standard error: what is written is gathered and handed on in large pieces.
//!
//! A terminal gets each line at once. Everything else gets full buffers; whoever is about to read, wait, or start a
//! program hands the rest on first, so that nothing arrives out of order.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

/// How much is gathered.
const ROOM: usize = 64 * 1024;
/// How old the gathered text may become while a script works on.
const PATIENCE: Duration = Duration::from_millis(100);

/// One of the two.
pub struct Output {
    /// The descriptor itself: the standard library's own buffer would look for line ends in every write.
    file: Option<File>,
    gathered: Vec<u8>,
    is_terminal: bool,
    /// When the oldest gathered text was written.
    since: Option<Instant>,
    /// Nobody reads any more.
    is_closed: bool,
    /// Whether the last thing written ended a line.
    at_line_start: bool,
}

impl Output {
    pub fn standard(is_terminal: bool) -> Output {
        Output::new(io::stdout().as_fd().try_clone_to_owned().ok().map(File::from), is_terminal)
    }

    pub fn errors(is_terminal: bool) -> Output {
        Output::new(io::stderr().as_fd().try_clone_to_owned().ok().map(File::from), is_terminal)
    }

    fn new(file: Option<File>, is_terminal: bool) -> Output {
        Output { file, gathered: Vec::new(), is_terminal, since: None, is_closed: false, at_line_start: true }
    }

    /// Writes text and, if wanted, a line end.
    pub fn write(&mut self, text: &str, newline: bool) {
        if self.is_closed {
            return;
        }
        if self.gathered.is_empty() && !self.is_terminal {
            self.since = Some(now());
        }
        self.gathered.extend_from_slice(text.as_bytes());
        if newline {
            self.gathered.push(b'\n');
        }
        if let Some(last) = self.gathered.last() {
            self.at_line_start = *last == b'\n';
        }
        if self.is_terminal || self.gathered.len() >= ROOM {
            self.flush();
        }
    }

    /// Hands on what was gathered.
    pub fn flush(&mut self) {
        self.since = None;
        if self.gathered.is_empty() {
            return;
        }
        let written = self.file.as_mut().map(|file| file.write_all(&self.gathered));
        self.gathered.clear();
        if !matches!(written, Some(Ok(()))) {
            self.is_closed = true;
        }
    }

    /// Hands on what was gathered some time ago.
    pub fn flush_old(&mut self) {
        if self.since.is_some_and(|since| now().duration_since(since) > PATIENCE) {
            self.flush();
        }
    }

    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    pub fn at_line_start(&self) -> bool {
        self.at_line_start
    }

    /// Says that somebody else ended the line, such as a user with the enter key.
    pub fn line_was_ended(&mut self) {
        self.at_line_start = true;
    }
}

fn now() -> Instant {
    Instant::now()
}
