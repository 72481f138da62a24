//! `TextWriter`, `StreamWriter` and `StringWriter`, and the writers of the console.

use super::path_argument;
use super::stream::{self, Access, Mode, Stream};
use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::encoding::{self, EncodingObject};
use crate::types::format;
use crate::types::invoke::receiver;
use crate::types::string_builder::StringBuilder;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{known, object};
use crate::value::types::{NativeType, TypeRef};
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cell::RefCell;
use std::rc::Rc;

/// Where written text goes.
enum Target {
    Stream(Rc<Stream>, EncodingObject),
    Text(RefCell<String>),
    /// The console; the flag means its errors.
    Console(bool),
}

/// A writer of text.
pub struct Writer {
    ty: &'static NativeType,
    target: Target,
    new_line: RefCell<Str>,
}

impl Writer {
    fn to(ty: &'static NativeType, target: Target) -> Writer {
        Writer { ty, target, new_line: RefCell::new(Str::from("\n")) }
    }

    fn write(&self, env: &mut dyn Env, text: &str) -> Outcome<()> {
        match &self.target {
            Target::Stream(stream, encoding) => stream.write(&encoding.encode(text)),
            Target::Text(own) => {
                own.borrow_mut().push_str(text);
                Ok(())
            }
            Target::Console(errors) => {
                env.write_console(text, *errors);
                Ok(())
            }
        }
    }
}

impl Native for Writer {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(match &self.target {
            Target::Text(text) => Some(Str::from(text.borrow().as_str())),
            _ => None,
        })
    }
}

/// A `StreamWriter` of a file.
pub(super) fn to_file(path: &str, append: bool, encoding: EncodingObject) -> Outcome<Value> {
    let is_fresh = !append || std::fs::metadata(path).map_or(true, |metadata| metadata.len() == 0);
    let mode = if append { Mode::Append } else { Mode::Create };
    let stream = Rc::new(stream::file_stream(path, mode, Access::Write)?);
    if is_fresh {
        stream.write(encoding.mark())?;
    }
    Ok(Value::native(Writer::to(&known::STREAM_WRITER, Target::Stream(stream, encoding))))
}

static SYNC_TEXT_WRITER: NativeType = NativeType::class("System.IO.TextWriter+SyncTextWriter", &known::TEXT_WRITER);

/// The writer of the console's output, or of its errors.
pub fn to_console(errors: bool) -> Value {
    Value::native(Writer::to(&SYNC_TEXT_WRITER, Target::Console(errors)))
}

pub(super) static BASE: TypeTable = TypeTable {
    properties: &[
        Property::new("Encoding", "System.Text.Encoding", |_, this| {
            Ok(Value::native(match &receiver::<Writer>(this)?.target {
                Target::Stream(_, encoding) => *encoding,
                Target::Text(_) => EncodingObject::of(encoding::Form::Utf16),
                Target::Console(_) => EncodingObject { form: encoding::Form::Utf8, marks: false },
            }))
        }),
        Property::settable("NewLine", "string", new_line, set_new_line),
    ],
    methods: &[
        Method::new("void Close()", close),
        Method::new("void Dispose()", close),
        Method::new("void Flush()", flush),
        Method::new("void Write(char value)", write),
        Method::new("void Write(char[] buffer)", write),
        Method::new("void Write(bool value)", write),
        Method::new("void Write(int value)", write),
        Method::new("void Write(long value)", write),
        Method::new("void Write(double value)", write),
        Method::new("void Write(decimal value)", write),
        Method::new("void Write(string value)", write),
        Method::new("void Write(System.Object value)", write),
        Method::new("void Write(string format, System.Object arg0)", write_format),
        Method::new("void Write(string format, System.Object arg0, System.Object arg1)", write_format),
        Method::new(
            "void Write(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write_format,
        ),
        Method::new("void Write(string format, Params System.Object[] arg)", write_format),
        Method::new("void WriteLine()", write_line),
        Method::new("void WriteLine(char value)", write_line),
        Method::new("void WriteLine(char[] buffer)", write_line),
        Method::new("void WriteLine(bool value)", write_line),
        Method::new("void WriteLine(int value)", write_line),
        Method::new("void WriteLine(long value)", write_line),
        Method::new("void WriteLine(double value)", write_line),
        Method::new("void WriteLine(decimal value)", write_line),
        Method::new("void WriteLine(string value)", write_line),
        Method::new("void WriteLine(System.Object value)", write_line),
        Method::new("void WriteLine(string format, System.Object arg0)", write_line_format),
        Method::new("void WriteLine(string format, System.Object arg0, System.Object arg1)", write_line_format),
        Method::new(
            "void WriteLine(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write_line_format,
        ),
        Method::new("void WriteLine(string format, Params System.Object[] arg)", write_line_format),
    ],
    ..TypeTable::of(&known::TEXT_WRITER)
};

pub(super) static OF_STREAM: TypeTable = TypeTable {
    properties: &[
        Property::settable("AutoFlush", "bool", |_, _| Ok(Value::Bool(false)), |_, _, _| Ok(())),
        Property::new("BaseStream", "System.IO.Stream", |_, this| {
            Ok(match &receiver::<Writer>(this)?.target {
                Target::Stream(stream, _) => Value::native(stream::StreamObject(stream.clone())),
                _ => Value::Null,
            })
        }),
    ],
    constructors: &[
        Method::new("System.IO.StreamWriter new(System.IO.Stream stream)", new),
        Method::new("System.IO.StreamWriter new(System.IO.Stream stream, System.Text.Encoding encoding)", new),
        Method::new("System.IO.StreamWriter new(string path)", new),
        Method::new("System.IO.StreamWriter new(string path, bool append)", new),
        Method::new("System.IO.StreamWriter new(string path, bool append, System.Text.Encoding encoding)", new),
    ],
    ..TypeTable::of(&known::STREAM_WRITER)
};

pub(super) static OF_TEXT: TypeTable = TypeTable {
    methods: &[
        Method::new("System.Text.StringBuilder GetStringBuilder()", get_string_builder),
        Method::new("string ToString()", object::to_string),
    ],
    constructors: &[Method::new("System.IO.StringWriter new()", |_, _, _| {
        Ok(Value::native(Writer::to(&known::STRING_WRITER, Target::Text(RefCell::default()))))
    })],
    ..TypeTable::of(&known::STRING_WRITER)
};

fn new_line(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Str(receiver::<Writer>(this)?.new_line.borrow().clone()))
}

fn set_new_line(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    receiver::<Writer>(this)?.new_line.replace(value.as_str().cloned().unwrap_or_default());
    Ok(())
}

fn close(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    if let Target::Stream(stream, _) = &receiver::<Writer>(this)?.target {
        stream.close();
    }
    Ok(Value::Void)
}

fn flush(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    if let Target::Stream(stream, _) = &receiver::<Writer>(this)?.target {
        stream.flush()?;
    }
    Ok(Value::Void)
}

/// The text of what is written: a `char[]` as its characters, everything else as its `ToString()`.
pub(crate) fn text_of(env: &mut dyn Env, value: &Value) -> Outcome<String> {
    if let Value::Array(array) = value
        && array.element.is_native(&crate::value::types::CHAR)
    {
        let units: Vec<u16> = array
            .items
            .borrow()
            .iter()
            .filter_map(|unit| if let Value::Char(unit) = unit { Some(*unit) } else { None })
            .collect();
        return Ok(String::from_utf16_lossy(&units));
    }
    Ok(convert::object_text(env, value)?.to_string())
}

/// The text of a composite format and its arguments.
pub(crate) fn formatted(env: &mut dyn Env, arguments: &[Value]) -> Outcome<String> {
    let items = match arguments.get(1..).unwrap_or(&[]) {
        [Value::Array(array)] => array.items.borrow().clone(),
        items => items.to_vec(),
    };
    let culture = convert::current_culture(env);
    format::composite(env, &arguments.text(0), &items, culture)
}

fn write(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = text_of(env, &arguments.value(0))?;
    receiver::<Writer>(this)?.write(env, &text)?;
    Ok(Value::Void)
}

fn write_format(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = formatted(env, arguments)?;
    receiver::<Writer>(this)?.write(env, &text)?;
    Ok(Value::Void)
}

fn line(env: &mut dyn Env, this: &Value, text: &str) -> Outcome<Value> {
    let writer = receiver::<Writer>(this)?;
    let end = writer.new_line.borrow().clone();
    writer.write(env, &format!("{text}{end}"))?;
    Ok(Value::Void)
}

fn write_line(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = if arguments.is_empty() { String::new() } else { text_of(env, &arguments.value(0))? };
    line(env, this, &text)
}

fn write_line_format(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = formatted(env, arguments)?;
    line(env, this, &text)
}

fn get_string_builder(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let text = convert::object_text(env, this)?;
    Ok(Value::native(StringBuilder::with_text(&text)))
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if let Some(Value::Str(_)) = arguments.first() {
        let path = path_argument(arguments, 0, "path")?;
        return to_file(&path, arguments.bool(1), encoding::of_argument(arguments, 2));
    }
    let encoding = encoding::of_argument(arguments, 1);
    let stream = stream::of_value(&arguments.value(0))?;
    Ok(Value::native(Writer::to(&known::STREAM_WRITER, Target::Stream(stream, encoding))))
}
