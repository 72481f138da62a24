//! A host for tests: it keeps what is shown, asks nobody, and its clock and randomness stand still.

use crate::cmdlets;
use crate::cmdlets::utility::formatting::FILE_RENDERER;
use crate::engine::Session;
use crate::engine::host::{Host, StreamKind};
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Show;
use crate::format::{LineSink, Printer, Stream, Style, message_line};
use crate::text::Str;
use crate::value::{Outcome, Value, convert};
use indexmap::IndexMap;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// 2026-01-02 03:04:05, UTC.
const NOW: i64 = 639_029_342_450_000_000;
const WIDTH: usize = 120;

/// Keeps the lines of each stream.
#[derive(Default)]
pub struct CaptureHost {
    lines: RefCell<Vec<(Stream, String)>>,
    printer: RefCell<Option<Printer>>,
    /// What will be answered when somebody is asked.
    pub answers: RefCell<VecDeque<Str>>,
}

impl CaptureHost {
    /// A session on a host of this kind, with all cmdlets and an empty environment.
    pub fn session() -> Session {
        CaptureHost::default().into_session()
    }

    /// A session on this host.
    pub fn into_session(self) -> Session {
        let mut session = Session::new(Rc::new(self), cmdlets::REGISTRY, IndexMap::new(), Str::from("/"));
        session.provide(Rc::new(FILE_RENDERER));
        session
    }

    /// Runs a script in the global scope of a session; the lines that it shows, those of errors among them.
    pub fn run(session: &mut Session, script: &str) -> Vec<String> {
        let host = Rc::new(CaptureHost::default());
        let before = session.replace_host(host.clone());
        let result = session.parse_block(script, None).and_then(|block| {
            session.call_block(&block, Invocation { dotted: true, ..Invocation::default() }, &mut Show)
        });
        let result = result.and_then(|()| host.flush(session));
        if let Err(crate::value::Flow::Error(record)) = result {
            host.lines.borrow_mut().push((Stream::Error, record.message().to_string()));
        }
        session.replace_host(before);
        host.lines.take().into_iter().map(|(_, line)| line).collect()
    }

    fn feed(&self, session: &mut Session, value: &Value, stream: Stream) -> Outcome {
        let taken = self.printer.borrow_mut().take();
        let mut printer = taken.unwrap_or_else(|| Printer::console(WIDTH, None, Style::plain()));
        let result = printer.feed(session, value, stream, &mut Kept(self));
        self.printer.borrow_mut().get_or_insert(printer);
        result
    }
}

struct Kept<'a>(&'a CaptureHost);

impl LineSink for Kept<'_> {
    fn line(&mut self, stream: Stream, text: &str) -> Outcome {
        self.0.lines.borrow_mut().push((stream, text.to_string()));
        Ok(())
    }
}

impl Host for CaptureHost {
    fn show(&self, session: &mut Session, value: Value) -> Outcome {
        self.feed(session, &value, Stream::Output)
    }

    fn flush(&self, session: &mut Session) -> Outcome {
        let Some(mut printer) = self.printer.borrow_mut().take() else { return Ok(()) };
        printer.finish(session, &mut Kept(self))
    }

    fn show_record(&self, session: &mut Session, stream: StreamKind, record: &Value) -> Outcome {
        let stream = match stream {
            StreamKind::Error => return self.feed(session, record, Stream::Error),
            StreamKind::Warning => Stream::Warning,
            StreamKind::Verbose => Stream::Verbose,
            StreamKind::Debug => Stream::Debug,
            StreamKind::Information => Stream::Information,
        };
        let text = convert::to_text(session, record)?;
        self.lines.borrow_mut().push((stream, message_line(stream, &text, &Style::plain())));
        Ok(())
    }

    fn write(&self, _session: &mut Session, text: &str, _newline: bool) {
        self.lines.borrow_mut().push((Stream::Information, text.to_string()));
    }

    fn read_line(&self, _prompt: &str, _secret: bool) -> Option<Str> {
        self.answers.borrow_mut().pop_front()
    }

    fn is_interactive(&self) -> bool {
        !self.answers.borrow().is_empty()
    }

    fn width(&self) -> usize {
        WIDTH
    }

    fn height(&self) -> usize {
        24
    }

    fn now_ticks(&self) -> i64 {
        NOW
    }

    fn time_zone(&self) -> Str {
        Str::from("UTC")
    }

    fn culture_name(&self) -> Str {
        Str::from("en-US")
    }

    fn random(&self) -> u64 {
        4
    }

    fn sleep(&self, _milliseconds: u64) {}
}
