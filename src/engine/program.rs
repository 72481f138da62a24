//! Programs of the system as stages of a pipeline: text in, lines of text out, the status in `$LASTEXITCODE`.

use super::Session;
use super::binder::Argument;
use super::call::Call;
use super::file_sink::RendererFactory;
use super::host::StreamKind;
use super::pipeline::{Sink, Stage};
use super::streams::Target;
use crate::text::{Str, Symbol};
use crate::value::{
    ErrorCategory, ErrorRecord, Exception, Fault, NativeType, Outcome, Value, convert, enumerate, error,
};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command as Process, Stdio};
use std::rc::Rc;

pub static APPLICATION_FAILED: NativeType =
    NativeType::class("System.Management.Automation.ApplicationFailedException", &error::RUNTIME_EXCEPTION);
pub static REMOTE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.RemoteException", &error::RUNTIME_EXCEPTION);

struct ProgramStage {
    path: Rc<Str>,
    arguments: Vec<String>,
    call: Rc<Call>,
    input: String,
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
        let mut words = Vec::new();
        for argument in arguments {
            self.program_words(argument, &mut words)?;
        }
        Ok((Box::new(ProgramStage { path, arguments: words, call: call.clone(), input: String::new() }), call))
    }

    /// The words that one argument becomes on a command line.
    fn program_words(&mut self, argument: Argument, words: &mut Vec<String>) -> Outcome {
        if argument.token.as_deref() == Some("--%") {
            if let Some(Value::Str(rest)) = &argument.value {
                words.extend(rest.split_whitespace().map(str::to_string));
            }
            return Ok(());
        }
        let dashed = argument.name.as_ref().map(|name| format!("-{name}"));
        let Some(value) = argument.value else {
            words.extend(dashed);
            return Ok(());
        };
        if let Some(dashed) = dashed {
            let text = convert::to_text(self, &value)?;
            words.push(format!("{dashed}:{text}"));
            return Ok(());
        }
        if let Some(token) = argument.token {
            words.push(token.to_string());
            return Ok(());
        }
        match enumerate::items_of(&value) {
            Some(items) => {
                for item in items {
                    words.push(convert::to_text(self, &item)?.to_string());
                }
            }
            None if value.is_null() => {}
            None => {
                let text = convert::to_text(self, &value)?;
                match text.strip_prefix("~/") {
                    Some(rest) => {
                        let home = self.environment.get("HOME").cloned().unwrap_or_default();
                        words.push(format!("{home}/{rest}"));
                    }
                    None => words.push(text.to_string()),
                }
            }
        }
        Ok(())
    }
}

impl ProgramStage {
    fn start(&self, session: &Session, output: Stdio, errors: Stdio) -> std::io::Result<Child> {
        let input = if self.call.expects_input { Stdio::piped() } else { Stdio::inherit() };
        Process::new(&**self.path)
            .args(&self.arguments)
            .env_clear()
            .envs(session.environment.iter().map(|(name, value)| (&**name, &**value)))
            .current_dir(&*session.folder)
            .stdin(input)
            .stdout(output)
            .stderr(errors)
            .spawn()
    }

    fn failed(&self, failure: &std::io::Error) -> Fault {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path).to_string();
        let text = format!("Program '{name}' failed to run: {failure}");
        Fault::new("NativeCommandFailed", ErrorCategory::ResourceUnavailable, text).of(&APPLICATION_FAILED)
    }
}

impl Stage for ProgramStage {
    fn begin(&mut self, _session: &mut Session, _out: &mut dyn Sink) -> Outcome {
        Ok(())
    }

    fn feed(&mut self, session: &mut Session, item: Value, _out: &mut dyn Sink) -> Outcome {
        if let Value::Str(text) = item.base() {
            self.input.push_str(text);
            self.input.push('\n');
            return Ok(());
        }
        match session.service::<RendererFactory>() {
            Some(factory) => {
                let mut renderer = (factory.0)(session);
                self.input.push_str(&renderer.feed(session, item)?);
                self.input.push_str(&renderer.finish(session)?);
            }
            None => {
                self.input.push_str(&convert::to_text(session, &item)?);
                self.input.push('\n');
            }
        }
        Ok(())
    }

    fn end(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        session.host().sync();
        let is_shown = out.is_show() && self.call.length == 1;
        let errors_shown = matches!(session.streams.error, Target::Host);
        let output = if is_shown { Stdio::inherit() } else { Stdio::piped() };
        let errors = if errors_shown { Stdio::inherit() } else { Stdio::piped() };
        let mut child = self.start(session, output, errors).map_err(|failure| self.failed(&failure))?;
        // Input is written from a thread of its own, so that a program that writes before it has read all cannot block.
        let input = std::mem::take(&mut self.input);
        let writer = child.stdin.take().map(|mut pipe| {
            std::thread::spawn(move || {
                let _closed_early = pipe.write_all(input.as_bytes());
            })
        });
        let error_reader = child.stderr.take().map(|pipe| {
            std::thread::spawn(move || BufReader::new(pipe).lines().map_while(Result::ok).collect::<Vec<String>>())
        });
        let mut result = Ok(());
        if let Some(pipe) = child.stdout.take() {
            for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                result = out.write(session, Value::from(line.trim_end_matches('\r')));
                if result.is_err() {
                    break;
                }
            }
        }
        for line in error_reader.and_then(|reader| reader.join().ok()).unwrap_or_default() {
            let exception = Value::native(Exception::new(&REMOTE_EXCEPTION, line.clone()));
            let record =
                ErrorRecord::new(exception, "NativeCommandError", ErrorCategory::NotSpecified, Value::from(line));
            session.emit(StreamKind::Error, Value::native(Rc::new(record)))?;
        }
        if result.is_err() {
            let _already_gone = child.kill();
        }
        if let Some(writer) = writer {
            let _finished = writer.join();
        }
        let status = child.wait().map_err(|failure| self.failed(&failure))?;
        use std::os::unix::process::ExitStatusExt;
        let code = status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0));
        session.global.variable(Symbol::new("LASTEXITCODE")).put(Some(Value::Int(code)));
        if code != 0 {
            self.call.failed.set(true);
        }
        result
    }

    fn clean(&mut self, _session: &mut Session, _out: &mut dyn Sink) {}
}
