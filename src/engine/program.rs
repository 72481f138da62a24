//! Programs of the system as stages of a pipeline: text in, lines of text out, the status in `$LASTEXITCODE`.
//!
//! A program is started when its first input comes, so that it works while those before it do. Two threads read what it
//! writes; the lines are handed on between inputs and after the last one. Between two programs the bytes pass as they
//! are.

mod arguments;
mod bytes;

pub use bytes::Bytes;

use super::Session;
use super::binder::Argument;
use super::call::Call;
use super::file_sink::{RendererFactory, TextRenderer};
use super::host::StreamKind;
use super::pipeline::{Sink, Stage};
use super::streams::{Preference, Target};
use crate::text::{Str, Symbol};
use crate::value::{
    ErrorCategory, ErrorRecord, Exception, Fault, Flow, Member, NativeType, Outcome, Value, convert, error,
};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStdin, Command as Process, Stdio};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};

pub static APPLICATION_FAILED: NativeType =
    NativeType::class("System.Management.Automation.ApplicationFailedException", &error::RUNTIME_EXCEPTION);
pub static NATIVE_COMMAND_EXIT_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.NativeCommandExitException", &error::RUNTIME_EXCEPTION);
pub static REMOTE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.RemoteException", &error::RUNTIME_EXCEPTION);

/// How much is read at once where lines do not count.
const CHUNK: usize = 64 * 1024;

/// What a program writes.
enum Piece {
    Line(Vec<u8>),
    Bytes(Vec<u8>),
    ErrorLine(String),
}

struct ProgramStage {
    path: Rc<Str>,
    arguments: Vec<String>,
    call: Rc<Call>,
    /// Turns objects into the text that the program reads.
    renderer: Option<Box<dyn TextRenderer>>,
    running: Option<Running>,
}

struct Running {
    child: Child,
    /// `None` once the program reads no more.
    input: Option<ChildStdin>,
    pieces: Receiver<Piece>,
    /// Whether a line of errors has been handed on.
    had_errors: bool,
}

impl Session {
    /// Makes the stage of a program.
    pub(super) fn program_stage(
        &mut self,
        path: Rc<Str>,
        call: Call,
        arguments: Vec<Argument>,
    ) -> Outcome<(Box<dyn Stage>, Rc<Call>)> {
        let call = Rc::new(call);
        let arguments = self.program_words(&call, arguments)?;
        let stage = ProgramStage { path, arguments, call: call.clone(), renderer: None, running: None };
        Ok((Box::new(stage), call))
    }
}

impl ProgramStage {
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    fn start(&mut self, session: &mut Session, out: &dyn Sink) -> Outcome {
        session.host().sync();
        let writes_bytes = self.call.passes_bytes.get();
        let output = match out {
            out if out.is_show() => Stdio::inherit(),
            out if out.is_discard() => Stdio::null(),
            _ => Stdio::piped(),
        };
        let errors = match &session.streams.error {
            Target::Host => Stdio::inherit(),
            Target::Discard => Stdio::null(),
            Target::Queue(_) => Stdio::piped(),
        };
        let input = if self.call.expects_input { Stdio::piped() } else { Stdio::inherit() };
        let mut child = Process::new(&**self.path)
            .args(&self.arguments)
            .env_clear()
            .envs(session.environment.iter().map(|(name, value)| (&**name, &**value)))
            .current_dir(&*session.folder)
            .stdin(input)
            .stdout(output)
            .stderr(errors)
            .spawn()
            .map_err(|failure| self.failed(&failure, &session.folder))?;
        let (sender, pieces) = channel();
        if let Some(pipe) = child.stdout.take() {
            let sender = sender.clone();
            std::thread::spawn(
                move || if writes_bytes { send_bytes(pipe, &sender) } else { send_lines(pipe, &sender) },
            );
        }
        if let Some(pipe) = child.stderr.take() {
            std::thread::spawn(move || send_error_lines(pipe, &sender));
        }
        let input = child.stdin.take();
        self.running = Some(Running { child, input, pieces, had_errors: false });
        Ok(())
    }

    fn failed(&self, failure: &std::io::Error, folder: &str) -> Fault {
        let reason = match failure.raw_os_error() {
            Some(_) => failure.to_string().split(" (os error").next().unwrap_or_default().to_string(),
            None => failure.to_string(),
        };
        let text = format!(
            "Program '{}' failed to run: An error occurred trying to start process '{}' with working directory \
             '{folder}'. {reason}{}.",
            self.name(),
            self.path,
            super::psobject::position_message(&self.call)
        );
        Fault::new("NativeCommandFailed", ErrorCategory::ResourceUnavailable, text).of(&APPLICATION_FAILED)
    }

    /// Writes text or bytes to the program; whether it still reads.
    fn put(&mut self, bytes: &[u8]) -> bool {
        let Some(running) = &mut self.running else { return false };
        let Some(input) = &mut running.input else { return false };
        let is_read = input.write_all(bytes).is_ok();
        if !is_read {
            running.input = None;
        }
        is_read
    }

    /// Hands on what the program has written so far.
    fn drain(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        while let Some(piece) = self.running.as_ref().and_then(|running| running.pieces.try_recv().ok()) {
            self.hand_on(session, piece, out)?;
        }
        Ok(())
    }

    fn hand_on(&mut self, session: &mut Session, piece: Piece, out: &mut dyn Sink) -> Outcome {
        match piece {
            Piece::Line(line) => {
                let line = String::from_utf8_lossy(&line);
                out.write(session, Value::from(line.trim_end_matches('\r')))
            }
            Piece::Bytes(bytes) => out.write(session, Value::native(Bytes(bytes))),
            Piece::ErrorLine(line) => {
                let begins =
                    self.running.as_mut().is_none_or(|running| !std::mem::replace(&mut running.had_errors, true));
                let id = if begins { "NativeCommandError" } else { "NativeCommandErrorMessage" };
                let exception = Value::native(Exception::new(&REMOTE_EXCEPTION, line.clone()));
                let record = ErrorRecord::new(exception, id, ErrorCategory::NotSpecified, Value::from(line));
                *record.activity.borrow_mut() = Some(Str::from(self.name()));
                session.emit(StreamKind::Error, Value::native(Rc::new(record)))
            }
        }
    }

    /// Waits for the program and takes its status.
    fn wait(&mut self, session: &mut Session) -> Outcome {
        let Some(mut running) = self.running.take() else { return Ok(()) };
        let status = running.child.wait().map_err(|failure| self.failed(&failure, &session.folder))?;
        let code = status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0));
        session.global.variable(Symbol::new("LASTEXITCODE")).put(Some(Value::Int(code)));
        if code == 0 {
            return Ok(());
        }
        self.call.failed.set(true);
        let wants_error = session.lookup(Symbol::new("PSNativeCommandUseErrorActionPreference")).unwrap_or_default();
        if session.is_true(&wants_error)? { self.raise(session, code) } else { Ok(()) }
    }

    /// The error that a status other than 0 is where `$PSNativeCommandUseErrorActionPreference` asks for it.
    fn raise(&self, session: &mut Session, code: i32) -> Outcome {
        let text = format!("Program \"{}\" ended with non-zero exit code: {code} (0x{code:02X}).", self.name());
        let exception = Exception::new(&NATIVE_COMMAND_EXIT_EXCEPTION, text);
        for (name, value) in [("ExitCode", Value::Int(code)), ("Path", Value::Str(Str::clone(&self.path)))] {
            exception.properties.borrow_mut().set(Str::from(name), Member::Note(value));
        }
        let target = Value::Str(Str::clone(&self.path));
        let id = "ProgramExitedWithNonZeroCode";
        let record = Rc::new(ErrorRecord::new(Value::native(exception), id, ErrorCategory::NotSpecified, target));
        match session.preference("ErrorActionPreference", Preference::Continue) {
            Preference::Ignore => Ok(()),
            Preference::Stop => {
                record.thrown.set(true);
                Err(Flow::Error(record))
            }
            Preference::SilentlyContinue => {
                session.add_error(&record);
                Ok(())
            }
            _ => {
                session.add_error(&record);
                session.show_error(&record)
            }
        }
    }

    /// The text of an object as the program reads it; objects that are no strings are laid out as they would be shown.
    fn render(&mut self, session: &mut Session, item: Value) -> Outcome<String> {
        if self.renderer.is_none() {
            let factory = session.service::<RendererFactory>();
            self.renderer = factory.map(|factory| (factory.0)(session));
        }
        match &mut self.renderer {
            Some(renderer) => renderer.feed(session, item),
            None => Ok(format!("{}\n", convert::to_text(session, &item)?)),
        }
    }
}

impl Stage for ProgramStage {
    fn begin(&mut self, _session: &mut Session, _out: &mut dyn Sink) -> Outcome {
        Ok(())
    }

    fn feed(&mut self, session: &mut Session, item: Value, out: &mut dyn Sink) -> Outcome {
        if self.running.is_none() {
            self.start(session, out)?;
        }
        let is_read = match item.downcast::<Bytes>() {
            Some(bytes) => self.put(&bytes.0),
            None => {
                let text = self.render(session, item)?;
                self.put(text.as_bytes())
            }
        };
        self.drain(session, out)?;
        if is_read { Ok(()) } else { Err(Flow::StopUpstream(0)) }
    }

    fn end(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        if self.running.is_none() {
            self.start(session, out)?;
        }
        if let Some(mut renderer) = self.renderer.take() {
            let text = renderer.finish(session)?;
            self.put(text.as_bytes());
        }
        if let Some(running) = &mut self.running {
            running.input = None;
        }
        while let Some(piece) = self.running.as_ref().and_then(|running| running.pieces.recv().ok()) {
            self.hand_on(session, piece, out)?;
        }
        self.wait(session)
    }

    fn clean(&mut self, session: &mut Session, _out: &mut dyn Sink) {
        let Some(running) = &mut self.running else { return };
        // Nobody wants what it would still write.
        let _already_gone = running.child.kill();
        if running.child.wait().is_ok() {
            session.global.variable(Symbol::new("LASTEXITCODE")).put(Some(Value::Int(-1)));
        }
        self.running = None;
    }
}

fn send_lines(pipe: impl Read, sender: &Sender<Piece>) {
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        if sender.send(Piece::Line(line)).is_err() {
            return;
        }
    }
}

fn send_bytes(mut pipe: impl Read, sender: &Sender<Piece>) {
    let mut chunk = vec![0; CHUNK];
    while let Ok(count @ 1..) = pipe.read(&mut chunk) {
        let bytes = chunk.get(..count).unwrap_or_default().to_vec();
        if sender.send(Piece::Bytes(bytes)).is_err() {
            return;
        }
    }
}

fn send_error_lines(pipe: impl Read, sender: &Sender<Piece>) {
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_string();
        if sender.send(Piece::ErrorLine(line)).is_err() {
            return;
        }
    }
}
