//! `TextReader`, `StreamReader` and `StringReader`.

use super::path_argument;
use super::stream::{self, Access, Mode, Stream};
use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::encoding::{self, EncodingObject, decode_marked};
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{exceptions, fault, known};
use crate::value::types::{NativeType, TypeRef};
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// A reader of text: over a stream, which is read when the first text is asked for, or over a text.
struct Reader {
    source: Option<(Rc<Stream>, EncodingObject)>,
    /// What is left, as UTF-16 units with the place in them; `None` before the first read and after closing.
    rest: RefCell<Option<(Vec<u16>, usize)>>,
    closed: std::cell::Cell<bool>,
}

impl Native for Reader {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(if self.source.is_some() { &known::STREAM_READER } else { &known::STRING_READER })
    }
}

impl Reader {
    fn of_text(text: &str) -> Reader {
        let rest = RefCell::new(Some((text.encode_utf16().collect(), 0)));
        Reader { source: None, rest, closed: std::cell::Cell::new(false) }
    }

    fn of_stream(stream: Rc<Stream>, encoding: EncodingObject) -> Reader {
        let source = Some((stream, encoding));
        Reader { source, rest: RefCell::default(), closed: std::cell::Cell::new(false) }
    }

    /// Runs `work` on the units and the place in them.
    fn with<T>(&self, work: impl FnOnce(&[u16], &mut usize) -> T) -> Outcome<T> {
        if self.closed.get() {
            return Err(fault::raise(&exceptions::OBJECT_DISPOSED_EXCEPTION, "Cannot read from a closed TextReader."));
        }
        if self.rest.borrow().is_none()
            && let Some((stream, encoding)) = &self.source
        {
            let text = decode_marked(&stream.read_rest()?, *encoding);
            self.rest.replace(Some((text.encode_utf16().collect(), 0)));
        }
        let mut rest = self.rest.borrow_mut();
        let (units, place) = rest.get_or_insert_with(Default::default);
        Ok(work(units, place))
    }
}

/// The reader of the console's input.
struct ConsoleReader {
    /// What was read of a line and not taken yet.
    rest: RefCell<VecDeque<u16>>,
}

impl ConsoleReader {
    /// Makes sure that something waits to be taken; false at the end of the input.
    fn fill(&self, env: &mut dyn Env) -> bool {
        if !self.rest.borrow().is_empty() {
            return true;
        }
        let Some(line) = env.read_console() else { return false };
        let mut rest = self.rest.borrow_mut();
        rest.extend(line.encode_utf16());
        rest.push_back(u16::from(b'\n'));
        true
    }

    fn line(&self, env: &mut dyn Env) -> Option<String> {
        if !self.fill(env) {
            return None;
        }
        let mut rest = self.rest.borrow_mut();
        let units: Vec<u16> =
            std::iter::from_fn(|| rest.pop_front().filter(|unit| *unit != u16::from(b'\n'))).collect();
        Some(String::from_utf16_lossy(&units))
    }
}

static SYNC_TEXT_READER: NativeType = NativeType::class("System.IO.SyncTextReader", &known::TEXT_READER);

impl Native for ConsoleReader {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&SYNC_TEXT_READER)
    }
}

/// The reader of the console's input.
pub(in crate::types) fn of_console() -> Value {
    Value::native(ConsoleReader { rest: RefCell::default() })
}

pub(super) static OF_CONSOLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int Peek()", |env, this, _| {
            let own = receiver::<ConsoleReader>(this)?;
            own.fill(env);
            Ok(Value::Int(own.rest.borrow().front().map_or(-1, |unit| i32::from(*unit))))
        }),
        Method::new("int Read()", |env, this, _| {
            let own = receiver::<ConsoleReader>(this)?;
            own.fill(env);
            Ok(Value::Int(own.rest.borrow_mut().pop_front().map_or(-1, i32::from)))
        }),
        Method::new("string ReadLine()", |env, this, _| {
            Ok(receiver::<ConsoleReader>(this)?.line(env).map(Value::from).unwrap_or_default())
        }),
        Method::new("string ReadToEnd()", |env, this, _| {
            let own = receiver::<ConsoleReader>(this)?;
            let mut text = String::new();
            while let Some(line) = own.line(env) {
                text.push_str(&line);
                text.push('\n');
            }
            Ok(Value::from(text))
        }),
        Method::new("void Close()", |_, _, _| Ok(Value::Void)),
        Method::new("void Dispose()", |_, _, _| Ok(Value::Void)),
    ],
    ..TypeTable::of(&SYNC_TEXT_READER)
};

/// A `StreamReader` of a file.
pub(super) fn of_file(path: &str, encoding: EncodingObject) -> Outcome<Value> {
    let stream = Rc::new(stream::file_stream(path, Mode::Open, Access::Read)?);
    Ok(Value::native(Reader::of_stream(stream, encoding)))
}

pub(super) static BASE: TypeTable = TypeTable {
    methods: &[
        Method::new("void Close()", close),
        Method::new("void Dispose()", close),
        Method::new("int Peek()", peek),
        Method::new("int Read()", read),
        Method::new("int Read(char[] buffer, int index, int count)", read_block),
        Method::new("int ReadBlock(char[] buffer, int index, int count)", read_block),
        Method::new("string ReadLine()", read_line),
        Method::new("string ReadToEnd()", read_to_end),
    ],
    ..TypeTable::of(&known::TEXT_READER)
};

pub(super) static OF_STREAM: TypeTable = TypeTable {
    properties: &[
        Property::new("BaseStream", "System.IO.Stream", |_, this| {
            let source = receiver::<Reader>(this)?.source.as_ref();
            Ok(source.map(|(stream, _)| Value::native(stream::StreamObject(stream.clone()))).unwrap_or_default())
        }),
        Property::new("CurrentEncoding", "System.Text.Encoding", |_, this| {
            Ok(receiver::<Reader>(this)?
                .source
                .as_ref()
                .map(|(_, encoding)| Value::native(*encoding))
                .unwrap_or_default())
        }),
        Property::new("EndOfStream", "bool", |_, this| {
            receiver::<Reader>(this)?.with(|units, place| Value::Bool(*place >= units.len()))
        }),
    ],
    constructors: &[
        Method::new("System.IO.StreamReader new(System.IO.Stream stream)", new),
        Method::new("System.IO.StreamReader new(System.IO.Stream stream, System.Text.Encoding encoding)", new),
        Method::new("System.IO.StreamReader new(string path)", new),
        Method::new("System.IO.StreamReader new(string path, System.Text.Encoding encoding)", new),
    ],
    ..TypeTable::of(&known::STREAM_READER)
};

pub(super) static OF_TEXT: TypeTable = TypeTable {
    constructors: &[Method::new("System.IO.StringReader new(string s)", |_, _, arguments| {
        Ok(Value::native(Reader::of_text(&arguments.needed_text(0, "s")?)))
    })],
    ..TypeTable::of(&known::STRING_READER)
};

fn close(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let reader = receiver::<Reader>(this)?;
    reader.closed.set(true);
    if let Some((stream, _)) = &reader.source {
        stream.close();
    }
    Ok(Value::Void)
}

fn peek(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    receiver::<Reader>(this)?.with(|units, place| Value::Int(units.get(*place).map_or(-1, |unit| i32::from(*unit))))
}

fn read(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    receiver::<Reader>(this)?.with(|units, place| {
        let unit = units.get(*place).copied();
        *place += usize::from(unit.is_some());
        Value::Int(unit.map_or(-1, i32::from))
    })
}

fn read_block(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Some(Value::Array(buffer)) = arguments.first() else { return Err(fault::argument_null("buffer")) };
    let start = usize::try_from(arguments.int(1)).unwrap_or_default();
    let count = usize::try_from(arguments.int(2)).unwrap_or_default();
    receiver::<Reader>(this)?.with(|units, place| {
        let mut slots = buffer.items.borrow_mut();
        let taken: Vec<u16> = units.iter().skip(*place).take(count).copied().collect();
        for (slot, unit) in slots.iter_mut().skip(start).zip(&taken) {
            *slot = Value::Char(*unit);
        }
        *place += taken.len();
        Value::Int(taken.len() as i32)
    })
}

fn read_line(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    receiver::<Reader>(this)?.with(|units, place| {
        let rest = units.get(*place..).unwrap_or(&[]);
        if rest.is_empty() {
            return Value::Null;
        }
        let (carriage, feed) = (u16::from(b'\r'), u16::from(b'\n'));
        let end = rest.iter().position(|unit| *unit == carriage || *unit == feed);
        let line = rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest);
        let is_pair = end.is_some_and(|end| rest.get(end) == Some(&carriage) && rest.get(end + 1) == Some(&feed));
        *place += line.len() + usize::from(end.is_some()) + usize::from(is_pair);
        Value::Str(Str::from(String::from_utf16_lossy(line)))
    })
}

fn read_to_end(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    receiver::<Reader>(this)?.with(|units, place| {
        let rest = String::from_utf16_lossy(units.get(*place..).unwrap_or(&[]));
        *place = units.len();
        Value::from(rest)
    })
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let encoding = encoding::of_argument(arguments, 1);
    if let Some(Value::Str(_)) = arguments.first() {
        return of_file(&path_argument(arguments, 0, "path")?, encoding);
    }
    Ok(Value::native(Reader::of_stream(stream::of_value(&arguments.value(0))?, encoding)))
}
