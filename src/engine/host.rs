//! What the engine asks of the program around it.

use super::Session;
use crate::text::Str;
use crate::value::{Outcome, Value};

/// The streams beside output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StreamKind {
    Error,
    Warning,
    Verbose,
    Debug,
    Information,
}

/// One report of `Write-Progress`.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    pub id: i32,
    pub parent: i32,
    pub activity: Str,
    pub status: Str,
    pub operation: Str,
    /// 0 to 100; negative where it is not known.
    pub percent: i32,
    pub seconds_remaining: i32,
    pub completed: bool,
}

/// A door through which the shell is used. Methods take `&self`, since showing an object can run script code that
/// writes to the host again.
pub trait Host {
    /// Formats and shows one object that reached the end of a pipeline.
    fn show(&self, session: &mut Session, value: Value) -> Outcome;

    /// Ends what `show` has begun: a table that waits for more rows is printed.
    fn flush(&self, session: &mut Session) -> Outcome;

    /// Puts what `show` has begun aside, so that a document of its own can be printed; `flush` ends that one and
    /// [`Host::end_document`] goes on with the other.
    fn begin_document(&self) {}

    fn end_document(&self) {}

    /// Hands on what was written so far, before a program writes to the same place; what `show` has begun stays begun.
    fn sync(&self) {}

    /// Shows a record of another stream: an error record, or the text of a warning and its kin.
    fn show_record(&self, session: &mut Session, stream: StreamKind, record: &Value) -> Outcome;

    /// Writes text as it is (`Write-Host`), after everything shown before.
    fn write(&self, session: &mut Session, text: &str, newline: bool);

    /// Reads a line; `None` at the end of input or where nobody can be asked.
    fn read_line(&self, prompt: &str, secret: bool) -> Option<Str>;

    /// A line of standard input, without asking anybody.
    fn read_input(&self) -> Option<Str> {
        None
    }

    /// Writes text to standard error as it is.
    fn write_errors(&self, _text: &str) {}

    /// Whether somebody can be asked.
    fn is_interactive(&self) -> bool;

    fn progress(&self, _report: &Progress) {}

    /// The width of a line in columns.
    fn width(&self) -> usize;

    /// The height of the window in lines.
    fn height(&self) -> usize;

    /// Whether colours are wanted.
    fn is_coloured(&self) -> bool {
        false
    }

    /// The moment now: 100 ns ticks since 0001-01-01, UTC.
    fn now_ticks(&self) -> i64;

    /// The id of the local time zone.
    fn time_zone(&self) -> Str;

    fn culture_name(&self) -> Str;

    /// A random number, uniform over all of `u64`.
    fn random(&self) -> u64;

    /// Waits.
    fn sleep(&self, milliseconds: u64);

    /// Begins a transcript of everything that is shown; a minimal header has nothing but the time.
    ///
    /// # Errors
    /// A message: this host writes none, or the file cannot be written.
    fn start_transcript(&self, _path: &str, _append: bool, _minimal: bool) -> Result<(), String> {
        Err("This host does not support transcription.".to_string())
    }

    /// Ends the last transcript; the path of its file.
    ///
    /// # Errors
    /// A message: there is none, or the file cannot be written.
    fn stop_transcript(&self) -> Result<Str, String> {
        Err("The host is not currently transcribing.".to_string())
    }

    /// Whether Ctrl-C was pressed since the last call.
    fn take_interrupt(&self) -> bool {
        false
    }

    /// The commands that were entered, oldest first.
    fn history(&self) -> Vec<Str> {
        Vec::new()
    }
}
