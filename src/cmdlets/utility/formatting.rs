//! What the cmdlets that lay out and print objects share.

use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::engine::file_sink::{RendererFactory, TextRenderer};
use crate::format::request::{Expansion, ParameterKind};
use crate::format::{FormatRequest, Formatter, LineSink, Printer, ShapeKind, Stream, Style};
use crate::value::error::SYSTEM_EXCEPTION;
use crate::value::{ErrorRecord, Exception, NativeType};

static INVALID_DATA_EXCEPTION: NativeType = NativeType::class("System.IO.InvalidDataException", &SYSTEM_EXCEPTION);

/// The parameters that all `Format-*` cmdlets have.
pub struct Shared<'a> {
    pub property: &'a [Value],
    pub group_by: &'a Value,
    pub view: &'a Str,
    pub show_error: Switch,
    pub display_error: Switch,
    pub force: Switch,
    pub expand: &'a Str,
}

impl Shared<'_> {
    /// Reads the parameters for a shape.
    ///
    /// # Errors
    /// Property arguments that cannot be read; a view and properties at once.
    pub fn request(&self, kind: ShapeKind) -> Outcome<FormatRequest> {
        if !self.view.is_empty() && !self.property.is_empty() {
            return Err(exclusive("FormatCannotSpecifyViewAndProperty", "View and Property"));
        }
        let group_by = match self.group_by {
            Value::Null | Value::Void => None,
            key => ParameterKind::GroupBy.parse(std::slice::from_ref(key))?.pop(),
        };
        Ok(FormatRequest {
            properties: ParameterKind::Shape(kind).parse(self.property)?,
            group_by,
            view: (!self.view.is_empty()).then(|| self.view.clone()),
            force: *self.force,
            show_error: *self.show_error,
            display_error: *self.display_error,
            expand: Expansion::parse(self.expand),
            ..FormatRequest::default()
        })
    }
}

/// The error for two parameters that exclude each other.
pub fn exclusive(id: &str, parameters: &str) -> Flow {
    let exception = Value::native(Exception::new(&INVALID_DATA_EXCEPTION, "Found invalid data while decoding."));
    let record = ErrorRecord::new(exception, id, ErrorCategory::InvalidArgument, Value::Null);
    record.details.replace(Some(format!("Cmdlet parameters {parameters} are mutually exclusive.").into()));
    Flow::Error(Rc::new(record))
}

/// A `Format-*` cmdlet at work.
pub struct Formatting(Formatter);

impl Formatting {
    pub fn new(cx: &mut Cx, kind: ShapeKind, request: FormatRequest) -> Formatting {
        Formatting(Formatter::shaped(kind, request, style(cx.session)))
    }

    pub fn feed(&mut self, cx: &mut Cx, object: &Value) -> Outcome {
        let mut records = Vec::new();
        let result = self.0.feed(cx.session, object, Stream::Output, &mut records);
        for record in records {
            cx.write(Value::native(record))?;
        }
        result
    }

    pub fn finish(&mut self, cx: &mut Cx) -> Outcome {
        let mut records = Vec::new();
        self.0.finish(&mut records);
        records.into_iter().try_for_each(|record| cx.write(Value::native(record)))
    }
}

/// The colours and the window of the session's host.
pub fn style(session: &Session) -> Style {
    let host = session.host();
    Style::of(session, host.is_coloured(), host.width())
}

/// Lines that wait to be passed on, since what makes them cannot reach the pipeline.
#[derive(Default)]
pub struct Lines(pub Vec<String>);

impl LineSink for Lines {
    fn line(&mut self, _stream: Stream, text: &str) -> Outcome {
        self.0.push(text.to_string());
        Ok(())
    }
}

/// Text that a printer writes.
#[derive(Default)]
struct Text(String);

impl LineSink for Text {
    fn line(&mut self, _stream: Stream, text: &str) -> Outcome {
        self.0.push_str(text);
        self.0.push('\n');
        Ok(())
    }
}

/// What makes the text of `>` and `>>`.
pub const FILE_RENDERER: RendererFactory = RendererFactory(|session| Box::new(FileText(file_printer(session, None))));

/// A printer of lines for a file.
pub fn file_printer(session: &Session, width: Option<usize>) -> Printer {
    let width = width.unwrap_or_else(|| session.host().width());
    Printer::new(width, Style { window: session.host().width(), ..Style::plain() })
}

struct FileText(Printer);

impl TextRenderer for FileText {
    fn feed(&mut self, session: &mut Session, value: Value) -> Outcome<String> {
        let mut text = Text::default();
        self.0.feed(session, &value, Stream::Output, &mut text)?;
        Ok(text.0)
    }

    fn finish(&mut self, session: &mut Session) -> Outcome<String> {
        let mut text = Text::default();
        self.0.finish(session, &mut text)?;
        Ok(text.0)
    }
}
