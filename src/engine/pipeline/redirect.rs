//! Redirections: a stage whose streams go into its output, into files, or nowhere.
//!
//! While the stage runs, its streams lead into a queue; the queue is emptied into the output before each object that
//! the stage writes and at its end, so that the order is kept. Stages behind it run with the streams of before.

use super::{Sink, Stage};
use crate::engine::Session;
use crate::engine::code::{Code, RedirectionCode, RedirectionTarget};
use crate::engine::host::StreamKind;
use crate::engine::streams::{Streams, Target};
use crate::syntax::ast::StreamName;
use crate::value::{ErrorRecord, Outcome, Value, convert};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// What a redirected stream has written and nobody has taken yet.
type Queue = Rc<RefCell<VecDeque<Value>>>;

/// Where the parts of a stage's output go.
struct Plan {
    /// The streams that join the output.
    merged: Option<Queue>,
    merged_streams: Vec<StreamKind>,
    discarded: Vec<StreamKind>,
    /// Streams that go to files.
    files: Vec<(StreamKind, Queue, crate::engine::file_sink::FileSink)>,
    /// Output that goes to a file.
    output: Output,
}

enum Output {
    Pipeline,
    Discard,
    File(crate::engine::file_sink::FileSink),
}

const OTHERS: [StreamKind; 5] =
    [StreamKind::Error, StreamKind::Warning, StreamKind::Verbose, StreamKind::Debug, StreamKind::Information];

fn streams_of(name: StreamName) -> &'static [StreamKind] {
    match name {
        StreamName::All => &OTHERS,
        StreamName::Output => &[],
        StreamName::Error => &[StreamKind::Error],
        StreamName::Warning => &[StreamKind::Warning],
        StreamName::Verbose => &[StreamKind::Verbose],
        StreamName::Debug => &[StreamKind::Debug],
        StreamName::Information => &[StreamKind::Information],
    }
}

fn plan(session: &mut Session, redirections: &[RedirectionCode]) -> Outcome<Plan> {
    let mut plan = Plan {
        merged: None,
        merged_streams: Vec::new(),
        discarded: Vec::new(),
        files: Vec::new(),
        output: Output::Pipeline,
    };
    for redirection in redirections {
        let streams = streams_of(redirection.from);
        match &redirection.to {
            RedirectionTarget::Output => {
                plan.merged.get_or_insert_default();
                plan.merged_streams.extend(streams);
            }
            RedirectionTarget::File { path, append } => {
                let takes_output = matches!(redirection.from, StreamName::Output | StreamName::All);
                let path = session.eval(path)?;
                if path.is_null() {
                    plan.discarded.extend(streams);
                    if takes_output {
                        plan.output = Output::Discard;
                    }
                    continue;
                }
                let path = convert::to_text(session, &path)?;
                let sink = crate::engine::file_sink::FileSink::open(session, &path, *append)?;
                if takes_output {
                    plan.output = Output::File(sink);
                    if redirection.from == StreamName::All {
                        plan.merged.get_or_insert_default();
                        plan.merged_streams.extend(streams);
                    }
                } else {
                    for stream in streams {
                        plan.files.push((*stream, Rc::default(), sink.clone()));
                    }
                }
            }
        }
    }
    Ok(plan)
}

impl Plan {
    fn streams(&self, outer: &Streams) -> Streams {
        let mut streams = outer.clone();
        if let Some(queue) = &self.merged {
            for stream in &self.merged_streams {
                *streams.of(*stream) = Target::Queue(queue.clone());
            }
        }
        for stream in &self.discarded {
            *streams.of(*stream) = Target::Discard;
        }
        for (stream, queue, _) in &self.files {
            *streams.of(*stream) = Target::Queue(queue.clone());
        }
        streams
    }

    fn write(&mut self, session: &mut Session, value: Value, out: &mut dyn Sink) -> Outcome {
        match &mut self.output {
            Output::Pipeline => out.write(session, value),
            Output::Discard => Ok(()),
            Output::File(file) => file.write(session, value),
        }
    }

    /// Empties the queues into where they lead.
    fn drain(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        while let Some(value) = self.merged.as_ref().and_then(|queue| queue.borrow_mut().pop_front()) {
            if let (true, Some(extra)) = (value.downcast::<Rc<ErrorRecord>>().is_some(), value.extra()) {
                extra.change(|parts| parts.from_errors = true);
            }
            self.write(session, value, out)?;
        }
        for i in 0..self.files.len() {
            while let Some((value, mut file)) = self
                .files
                .get(i)
                .and_then(|(_, queue, file)| queue.borrow_mut().pop_front().map(|value| (value, file.clone())))
            {
                file.write(session, value)?;
            }
        }
        Ok(())
    }

    fn close(&mut self, session: &mut Session) -> Outcome {
        if let Output::File(file) = &mut self.output {
            file.close(session)?;
        }
        for (_, _, file) in &mut self.files {
            file.close(session)?;
        }
        Ok(())
    }

    /// Runs part of the stage with its streams redirected.
    fn during(
        &mut self,
        session: &mut Session,
        out: &mut dyn Sink,
        run: impl FnOnce(&mut Session, &mut dyn Sink) -> Outcome,
    ) -> Outcome {
        let outer = session.streams.clone();
        session.streams = self.streams(&outer);
        let result = run(session, &mut Redirected { plan: self, outer: outer.clone(), out });
        session.streams = outer;
        let drained = self.drain(session, out);
        result.and(drained)
    }
}

/// The output of a redirected stage.
struct Redirected<'a> {
    plan: &'a mut Plan,
    outer: Streams,
    out: &'a mut dyn Sink,
}

impl Sink for Redirected<'_> {
    fn write(&mut self, session: &mut Session, value: Value) -> Outcome {
        let inner = std::mem::replace(&mut session.streams, self.outer.clone());
        let result = self.plan.drain(session, self.out).and_then(|()| self.plan.write(session, value, self.out));
        session.streams = inner;
        result
    }
}

/// A stage with redirections.
struct RedirectedStage {
    inner: Box<dyn Stage>,
    plan: Plan,
}

/// Puts redirections around a stage; files are opened now.
pub fn wrap(session: &mut Session, stage: Box<dyn Stage>, codes: &[RedirectionCode]) -> Outcome<Box<dyn Stage>> {
    Ok(Box::new(RedirectedStage { inner: stage, plan: plan(session, codes)? }))
}

impl Stage for RedirectedStage {
    fn begin(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        let inner = &mut self.inner;
        self.plan.during(session, out, |session, out| inner.begin(session, out))
    }

    fn feed(&mut self, session: &mut Session, item: Value, out: &mut dyn Sink) -> Outcome {
        let inner = &mut self.inner;
        self.plan.during(session, out, |session, out| inner.feed(session, item, out))
    }

    fn end(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        let inner = &mut self.inner;
        self.plan.during(session, out, |session, out| inner.end(session, out))?;
        self.plan.close(session)
    }

    fn clean(&mut self, session: &mut Session, out: &mut dyn Sink) {
        self.inner.clean(session, out);
    }
}

/// The value of the expression at the head of a pipeline, its redirections applied.
pub fn expression_value(session: &mut Session, code: &Code, redirections: &[RedirectionCode]) -> Outcome<Value> {
    if redirections.is_empty() {
        return session.eval(code);
    }
    let mut plan = plan(session, redirections)?;
    let mut collected = super::Collect::default();
    plan.during(session, &mut collected, |session, out| session.write_code(code, out))?;
    plan.close(session)?;
    Ok(collected.into_value())
}
