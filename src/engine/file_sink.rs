//! Output into a file, as `>` and `>>` write it: formatted as the host would show it.

use super::Session;
use super::pipeline::Sink;
use super::program::Bytes;
use crate::text::Str;
pub use crate::types::exceptions::{DIRECTORY_NOT_FOUND_EXCEPTION, IO_EXCEPTION, UNAUTHORIZED_ACCESS_EXCEPTION};
use crate::value::{ErrorCategory, Fault, Outcome, Value};
use std::cell::RefCell;
use std::fs::File;
use std::io::Write;
use std::rc::Rc;

/// Turns objects into lines of text; upper layers provide it, since formatting lies above the engine.
pub trait TextRenderer {
    /// The text of the objects so far ready, line ends included.
    fn feed(&mut self, session: &mut Session, value: Value) -> Outcome<String>;

    /// What is still held back.
    fn finish(&mut self, session: &mut Session) -> Outcome<String>;
}

/// Makes renderers; a service of the session.
pub struct RendererFactory(pub fn(&mut Session) -> Box<dyn TextRenderer>);

/// An open file that objects are written to; clones share it.
#[derive(Clone)]
pub struct FileSink(Rc<RefCell<Open>>);

struct Open {
    file: File,
    path: Str,
    renderer: Option<Box<dyn TextRenderer>>,
}

impl FileSink {
    /// Opens the file of a redirection, emptied unless it is appended to.
    pub fn open(session: &mut Session, path: &str, append: bool) -> Outcome<FileSink> {
        let path = session.full_path(path);
        let opened = match append {
            true => File::options().append(true).create(true).open(&*path),
            false => File::create(&*path),
        };
        let file = opened.map_err(|failure| open_failure(&path, &failure))?;
        let renderer = session.service::<RendererFactory>().map(|factory| (factory.0)(session));
        Ok(FileSink(Rc::new(RefCell::new(Open { file, path, renderer }))))
    }

    fn put(&self, bytes: &[u8]) -> Outcome {
        let mut open = self.0.borrow_mut();
        let path = open.path.clone();
        open.file.write_all(bytes).map_err(|failure| open_failure(&path, &failure).into())
    }

    fn take_renderer(&self) -> Option<Box<dyn TextRenderer>> {
        self.0.borrow_mut().renderer.take()
    }

    /// Writes what formatting held back.
    pub fn close(&mut self, session: &mut Session) -> Outcome {
        let Some(mut renderer) = self.take_renderer() else { return Ok(()) };
        let text = renderer.finish(session)?;
        self.put(text.as_bytes())
    }
}

impl Sink for FileSink {
    fn write(&mut self, session: &mut Session, value: Value) -> Outcome {
        if let Some(bytes) = value.downcast::<Bytes>() {
            return self.put(&bytes.0);
        }
        // The renderer can run script code, which may write to this very file.
        let Some(mut renderer) = self.take_renderer() else { return Ok(()) };
        let text = renderer.feed(session, value);
        self.0.borrow_mut().renderer = Some(renderer);
        self.put(text?.as_bytes())
    }
}

fn open_failure(path: &str, failure: &std::io::Error) -> Fault {
    let (exception, text) = match failure.kind() {
        std::io::ErrorKind::NotFound => {
            (&DIRECTORY_NOT_FOUND_EXCEPTION, format!("Could not find a part of the path '{path}'."))
        }
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::IsADirectory => {
            (&UNAUTHORIZED_ACCESS_EXCEPTION, format!("Access to the path '{path}' is denied."))
        }
        _ => (&IO_EXCEPTION, failure.to_string()),
    };
    Fault::new("FileOpenFailure", ErrorCategory::OpenError, text).of(exception).target(Value::from(path))
}
