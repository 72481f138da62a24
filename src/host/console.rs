//! The host of the program: terminal, pipes and files.

use super::input;
use super::output::Output;
use super::reports;
use super::surroundings::Surroundings;
use super::transcript::{Facts, Transcript};
use super::typing::{self, Echo};
use crate::engine::Session;
use crate::engine::automatic::{DEBUG_RECORD, VERBOSE_RECORD, WARNING_RECORD};
use crate::engine::host::{Host, Progress, StreamKind};
use crate::engine::psobject::StreamRecord;
use crate::format::progress::ProgressBar;
use crate::format::{LineSink, Printer, Stream, Style, cells, message_line};
use crate::text::Str;
use crate::value::{ErrorRecord, Flow, Native, Outcome, TypeRef, Value, convert};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The ticks of 100 ns from the year 1 to the start of Unix time.
const UNIX_TICKS: i64 = 621_355_968_000_000_000;
/// How long a wait goes on without a look at Ctrl-C.
const SLICE: u64 = 50;
/// The status of a program whose reader went away, as a shell reports it.
const READER_GONE: i32 = 141;
/// Goes back to the start of the line and clears it.
const CLEAR_LINE: &str = "\r\x1b[K";

/// What the program and its user are connected by.
pub struct ConsoleHost {
    surroundings: Surroundings,
    /// Whether anybody may be asked.
    may_ask: bool,
    /// Whether what is read from a pipe is repeated in the output, as a terminal would do.
    echoes: Cell<bool>,
    output: RefCell<Output>,
    errors: RefCell<Output>,
    /// Prints the pipeline that runs; nested pipelines get their own while it is out.
    printer: RefCell<Option<Box<Printer>>>,
    /// The documents that were put aside for others.
    aside: RefCell<Vec<Option<Box<Printer>>>>,
    transcripts: RefCell<Vec<Transcript>>,
    command_line: String,
    history: RefCell<Vec<Str>>,
    interrupted: Arc<AtomicBool>,
    shows_progress: Cell<bool>,
}

impl ConsoleHost {
    pub fn new(surroundings: Surroundings, may_ask: bool, command_line: String) -> ConsoleHost {
        ConsoleHost {
            output: RefCell::new(Output::standard(surroundings.output_is_terminal)),
            errors: RefCell::new(Output::errors(surroundings.errors_are_terminal)),
            surroundings,
            may_ask,
            echoes: Cell::new(true),
            printer: RefCell::default(),
            aside: RefCell::default(),
            transcripts: RefCell::default(),
            command_line,
            history: RefCell::default(),
            interrupted: Arc::default(),
            shows_progress: Cell::new(false),
        }
    }

    pub fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    /// What a handler of Ctrl-C sets.
    pub fn interrupt_flag(&self) -> Arc<AtomicBool> {
        self.interrupted.clone()
    }

    /// Whether lines that are read from a pipe are repeated.
    pub fn set_echo(&self, on: bool) {
        self.echoes.set(on);
    }

    /// Notes a command for `Get-History`.
    pub fn remember(&self, command: &str) {
        self.history.borrow_mut().push(Str::from(command));
    }

    /// Writes a line to the transcripts alone.
    pub fn transcribe(&self, line: &str) {
        for transcript in self.transcripts.borrow_mut().iter_mut() {
            transcript.line(line);
        }
    }

    pub fn is_transcribing(&self) -> bool {
        !self.transcripts.borrow().is_empty()
    }

    /// Ends the document that is being printed, at the end of a pipeline.
    ///
    /// # Errors
    /// What formatting raises; `Exit` where nobody reads any more.
    pub fn finish(&self, session: &mut Session) -> Outcome {
        let Some(mut printer) = self.printer.borrow_mut().take() else { return Ok(()) };
        printer.finish(session, &mut Screen(self))?;
        self.check_reader()
    }

    /// Drops what a pipeline that was broken off had not printed yet.
    pub fn abandon(&self) {
        self.printer.borrow_mut().take();
        self.aside.borrow_mut().clear();
    }

    /// Hands on everything that was written.
    pub fn hand_on(&self) {
        self.hide_progress();
        self.output.borrow_mut().flush();
    }

    /// Writes a line to standard error.
    pub fn error_line(&self, text: &str) {
        self.put_error(text, true);
    }

    /// A parse error with its place in the source, for somebody who sits at the terminal.
    pub fn picture(&self, record: &ErrorRecord) -> Option<String> {
        if !self.surroundings.errors_are_terminal {
            return None;
        }
        reports::picture(record, self.width(), self.surroundings.coloured_errors())
    }

    /// Ends all transcripts and hands on what is left.
    pub fn close(&self) {
        while self.transcripts.borrow().last().is_some() {
            if self.stop_transcript().is_err() {
                break;
            }
        }
        self.hand_on();
    }

    /// Starts a new line where something left one unfinished.
    pub fn start_line(&self) {
        let is_started = self.output.borrow().at_line_start();
        if !is_started {
            self.output.borrow_mut().write("", true);
        }
    }

    /// Says that the user ended the line that a prompt began.
    pub fn line_was_ended(&self) {
        self.output.borrow_mut().line_was_ended();
    }

    /// A line of a script on standard input; `None` at its end.
    pub fn read_script_line(&self) -> Option<String> {
        self.hand_on();
        let line = input::line()?;
        self.echo(&line);
        Some(line)
    }

    fn echo(&self, line: &str) {
        if self.echoes.get() {
            self.output.borrow_mut().write(line, true);
        }
    }

    fn style(&self, session: &Session) -> Style {
        let coloured = self.surroundings.coloured_output() || self.surroundings.coloured_errors();
        Style::of(session, coloured, self.width())
    }

    fn new_printer(&self, session: &Session) -> Box<Printer> {
        let (width, height) = self.surroundings.window();
        Box::new(Printer::console(width, Some(height), self.style(session)))
    }

    fn feed(&self, session: &mut Session, value: &Value, stream: Stream) -> Outcome {
        let taken = self.printer.borrow_mut().take();
        let mut printer = taken.unwrap_or_else(|| self.new_printer(session));
        let result = printer.feed(session, value, stream, &mut Screen(self));
        self.printer.borrow_mut().get_or_insert(printer);
        result?;
        self.check_reader()
    }

    /// Below an error at the prompt, what may help.
    fn hint(&self, session: &Session, record: &Value) {
        if !session.interactive || !self.surroundings.errors_are_terminal {
            return;
        }
        if let Some(hint) = record.downcast::<Rc<ErrorRecord>>().and_then(|record| reports::hint(session, record)) {
            self.put_error(&hint, true);
        }
    }

    fn check_reader(&self) -> Outcome {
        if self.output.borrow().is_closed() { Err(Flow::Exit(READER_GONE)) } else { Ok(()) }
    }

    fn put(&self, text: &str, newline: bool) {
        self.hide_progress();
        if !self.transcripts.borrow().is_empty() {
            self.transcripts.borrow_mut().iter_mut().for_each(|transcript| transcript.text(text, newline));
        }
        if self.surroundings.coloured_output() {
            self.output.borrow_mut().write(text, newline);
        } else {
            self.output.borrow_mut().write(&cells::strip(text), newline);
        }
    }

    fn put_error(&self, text: &str, newline: bool) {
        self.hand_on();
        self.transcripts.borrow_mut().iter_mut().for_each(|transcript| transcript.text(text, newline));
        let mut errors = self.errors.borrow_mut();
        if self.surroundings.coloured_errors() {
            errors.write(text, newline);
        } else {
            errors.write(&cells::strip(text), newline);
        }
        errors.flush();
    }

    fn hide_progress(&self) {
        if self.shows_progress.replace(false) {
            self.output.borrow_mut().write(CLEAR_LINE, false);
        }
    }
}

/// The lines of a printer on their way to the terminal.
struct Screen<'a>(&'a ConsoleHost);

impl LineSink for Screen<'_> {
    fn line(&mut self, stream: Stream, text: &str) -> Outcome {
        match stream {
            Stream::Error => self.0.put_error(text, true),
            _ => self.0.put(text, true),
        }
        Ok(())
    }
}

/// The stream whose record a value is, where it is a warning or its kin that was merged into the output.
fn stream_of(record: &StreamRecord) -> Stream {
    let TypeRef::Native(ty) = record.type_ref() else { return Stream::Output };
    match ty {
        ty if std::ptr::eq(ty, &WARNING_RECORD) => Stream::Warning,
        ty if std::ptr::eq(ty, &VERBOSE_RECORD) => Stream::Verbose,
        ty if std::ptr::eq(ty, &DEBUG_RECORD) => Stream::Debug,
        _ => Stream::Output,
    }
}

impl Host for ConsoleHost {
    fn show(&self, session: &mut Session, value: Value) -> Outcome {
        if let Some(record) = value.downcast::<StreamRecord>() {
            let line = message_line(stream_of(record), &record.message, &self.style(session));
            return self.feed(session, &Value::from(line), Stream::Output);
        }
        let was_merged = value.extra().and_then(|extra| extra.read(|parts| parts.from_errors)).unwrap_or(false);
        self.feed(session, &value, if was_merged { Stream::Error } else { Stream::Output })
    }

    fn flush(&self, session: &mut Session) -> Outcome {
        self.finish(session)?;
        self.hand_on();
        Ok(())
    }

    fn begin_document(&self) {
        let current = self.printer.borrow_mut().take();
        self.aside.borrow_mut().push(current);
    }

    fn end_document(&self) {
        if let Some(before) = self.aside.borrow_mut().pop() {
            *self.printer.borrow_mut() = before;
        }
    }

    fn sync(&self) {
        self.hand_on();
    }

    fn show_record(&self, session: &mut Session, stream: StreamKind, record: &Value) -> Outcome {
        let stream = match stream {
            StreamKind::Error => {
                self.feed(session, record, Stream::Error)?;
                self.hint(session, record);
                return Ok(());
            }
            StreamKind::Warning => Stream::Warning,
            StreamKind::Verbose => Stream::Verbose,
            StreamKind::Debug => Stream::Debug,
            StreamKind::Information => Stream::Information,
        };
        let text = convert::to_text(session, record)?;
        self.put(&message_line(stream, &text, &self.style(session)), true);
        self.check_reader()
    }

    fn write(&self, _session: &mut Session, text: &str, newline: bool) {
        self.put(text, newline);
    }

    fn read_line(&self, prompt: &str, secret: bool) -> Option<Str> {
        if !self.may_ask {
            return None;
        }
        if !self.surroundings.input_is_terminal {
            self.output.borrow_mut().write(prompt, false);
            self.hand_on();
            let line = input::line()?;
            self.echo(&line);
            return Some(Str::from(line));
        }
        self.hand_on();
        let echo = if secret { Echo::Stars } else { Echo::Plain };
        let answer = typing::read(prompt, echo, &self.interrupted);
        self.line_was_ended();
        if let Some(answer) = answer.as_ref().filter(|_| !secret) {
            self.transcribe(&format!("{prompt}{answer}"));
        }
        answer.map(Str::from)
    }

    fn read_input(&self) -> Option<Str> {
        self.hand_on();
        input::line().map(Str::from)
    }

    fn write_errors(&self, text: &str) {
        self.put_error(text, false);
    }

    fn is_interactive(&self) -> bool {
        self.may_ask
    }

    fn progress(&self, report: &Progress) {
        if !self.surroundings.coloured_output() {
            return;
        }
        self.hide_progress();
        if report.completed {
            self.output.borrow_mut().flush();
            return;
        }
        let bar = ProgressBar {
            activity: &report.activity,
            status: &report.status,
            percent: report.percent,
            seconds_remaining: report.seconds_remaining,
            indent: 0,
        };
        let line = bar.line(self.width().saturating_sub(1));
        self.output.borrow_mut().write(&line, false);
        self.shows_progress.set(true);
    }

    fn width(&self) -> usize {
        self.surroundings.window().0
    }

    fn height(&self) -> usize {
        self.surroundings.window().1
    }

    fn is_coloured(&self) -> bool {
        self.surroundings.coloured_output()
    }

    #[expect(clippy::disallowed_methods, reason = "the host is where the time comes from")]
    fn now_ticks(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        UNIX_TICKS + i64::try_from(since.as_nanos() / 100).unwrap_or_default()
    }

    fn time_zone(&self) -> Str {
        self.surroundings.zone()
    }

    fn culture_name(&self) -> Str {
        self.surroundings.culture()
    }

    fn random(&self) -> u64 {
        rand::random()
    }

    fn sleep(&self, milliseconds: u64) {
        self.output.borrow_mut().flush();
        let mut left = milliseconds;
        while left > 0 && !self.interrupted.load(Ordering::Relaxed) {
            let slice = left.min(SLICE);
            std::thread::sleep(Duration::from_millis(slice));
            left -= slice;
        }
    }

    fn start_transcript(&self, path: &str, append: bool, minimal: bool) -> Result<(), String> {
        let facts = Facts {
            surroundings: &self.surroundings,
            command_line: &self.command_line,
            now: self.now_ticks(),
            is_minimal: minimal,
        };
        let transcript = Transcript::start(path, append, &facts)?;
        self.transcripts.borrow_mut().push(transcript);
        Ok(())
    }

    fn stop_transcript(&self) -> Result<Str, String> {
        let last = self.transcripts.borrow_mut().pop();
        match last {
            Some(transcript) => transcript.end(self.now_ticks(), &self.surroundings),
            None => Err("The host is not currently transcribing.".to_string()),
        }
    }

    fn take_interrupt(&self) -> bool {
        self.output.borrow_mut().flush_old();
        self.interrupted.swap(false, Ordering::Relaxed)
    }

    fn history(&self) -> Vec<Str> {
        self.history.borrow().clone()
    }
}
