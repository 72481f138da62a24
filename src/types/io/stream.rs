//! `Stream`, `FileStream` and `MemoryStream`.

use super::{fault_of, on_file, path_argument};
use crate::text::Str;
use crate::types::arguments::{Arguments, byte_array, bytes_of};
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{exceptions, fault, known};
use crate::value::error::NOT_SUPPORTED_EXCEPTION;
use crate::value::types::TypeRef;
use crate::value::{Env, Flow, Native, Outcome, Value};
use std::cell::{Cell, RefCell};
use std::fs::{File, OpenOptions};
use std::io::{Cursor, Read, Seek, SeekFrom, Write};
use std::rc::Rc;

/// `System.IO.FileMode`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    CreateNew,
    Create,
    Open,
    OpenOrCreate,
    Truncate,
    Append,
}

impl Mode {
    pub(super) fn of(arguments: &[Value], place: usize) -> Mode {
        match arguments.number(place) {
            1 => Mode::CreateNew,
            2 => Mode::Create,
            3 => Mode::Open,
            5 => Mode::Truncate,
            6 => Mode::Append,
            _ => Mode::OpenOrCreate,
        }
    }
}

/// `System.IO.FileAccess`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Read,
    Write,
    Both,
}

impl Access {
    pub(super) fn of(arguments: &[Value], place: usize) -> Access {
        match arguments.number(place) {
            1 => Access::Read,
            2 => Access::Write,
            _ => Access::Both,
        }
    }
}

enum Store {
    Memory(Cursor<Vec<u8>>),
    File(File),
    Closed,
}

/// A stream of bytes.
pub struct Stream {
    /// The path of a file; `None` for memory.
    path: Option<Str>,
    access: Access,
    store: RefCell<Store>,
    fixed: Cell<bool>,
}

/// The stream as a value; readers and writers share it.
#[derive(Clone)]
pub struct StreamObject(pub Rc<Stream>);

impl Native for StreamObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(if self.0.path.is_some() { &known::FILE_STREAM } else { &known::MEMORY_STREAM })
    }
}

fn closed() -> Flow {
    fault::raise(&exceptions::OBJECT_DISPOSED_EXCEPTION, "Cannot access a closed Stream.")
}

impl Stream {
    /// A stream over bytes in memory.
    pub fn memory(bytes: Vec<u8>) -> Stream {
        let store = RefCell::new(Store::Memory(Cursor::new(bytes)));
        Stream { path: None, access: Access::Both, store, fixed: Cell::new(false) }
    }

    fn with<T>(&self, work: impl FnOnce(&mut dyn ReadWriteSeek) -> std::io::Result<T>) -> Outcome<T> {
        let mut store = self.store.borrow_mut();
        let result = match &mut *store {
            Store::Memory(cursor) => work(cursor),
            Store::File(file) => work(file),
            Store::Closed => return Err(closed()),
        };
        result.map_err(|error| fault_of(&error, self.path.as_deref().unwrap_or_default(), false))
    }

    /// Reads what is left.
    pub fn read_rest(&self) -> Outcome<Vec<u8>> {
        self.with(|store| {
            let mut bytes = Vec::new();
            store.read_to_end(&mut bytes)?;
            Ok(bytes)
        })
    }

    pub fn write(&self, bytes: &[u8]) -> Outcome<()> {
        if self.access == Access::Read {
            return Err(fault::raise(&NOT_SUPPORTED_EXCEPTION, "Stream does not support writing."));
        }
        self.with(|store| store.write_all(bytes))
    }

    pub fn flush(&self) -> Outcome<()> {
        self.with(|store| store.flush())
    }

    pub fn close(&self) {
        // What a stream in memory holds can be had after it is closed.
        let memory = matches!(&*self.store.borrow(), Store::Memory(_));
        if memory {
            self.fixed.set(true);
        } else {
            self.store.replace(Store::Closed);
        }
    }

    fn length(&self) -> Outcome<u64> {
        self.with(|store| {
            let place = store.stream_position()?;
            let end = store.seek(SeekFrom::End(0))?;
            store.seek(SeekFrom::Start(place))?;
            Ok(end)
        })
    }
}

trait ReadWriteSeek: Read + Write + Seek {}
impl<T: Read + Write + Seek> ReadWriteSeek for T {}

/// Opens a file as a stream.
///
/// # Errors
/// The exceptions of .NET for files that are not there, are there or must not be opened.
pub fn open(path: &str, mode: Mode, access: Access) -> Outcome<Value> {
    file_stream(path, mode, access).map(|stream| Value::native(StreamObject(Rc::new(stream))))
}

pub(super) fn file_stream(path: &str, mode: Mode, access: Access) -> Outcome<Stream> {
    let mut options = OpenOptions::new();
    let writes = access != Access::Read;
    options.read(access != Access::Write).write(writes && mode != Mode::Append);
    match mode {
        Mode::CreateNew => options.create_new(true),
        Mode::Create => options.create(true).truncate(true),
        Mode::Open => &mut options,
        Mode::OpenOrCreate => options.create(writes),
        Mode::Truncate => options.truncate(true),
        Mode::Append => options.append(true).read(false).create(true),
    };
    let file = on_file(options.open(path), path)?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        let message = format!("Access to the path '{path}' is denied.");
        return Err(fault::raise(&exceptions::UNAUTHORIZED_ACCESS_EXCEPTION, message));
    }
    let access = if mode == Mode::Append { Access::Write } else { access };
    Ok(Stream { path: Some(Str::from(path)), access, store: RefCell::new(Store::File(file)), fixed: Cell::new(false) })
}

/// The stream that a value is.
pub(super) fn of_value(value: &Value) -> Outcome<Rc<Stream>> {
    receiver::<StreamObject>(value).map(|stream| stream.0.clone())
}

pub(super) static BASE: TypeTable = TypeTable {
    properties: &[
        Property::new("CanRead", "bool", |_, this| Ok(Value::Bool(own(this)?.access != Access::Write))),
        Property::new("CanSeek", "bool", |_, this| {
            own(this)?;
            Ok(Value::Bool(true))
        }),
        Property::new("CanTimeout", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("CanWrite", "bool", |_, this| Ok(Value::Bool(own(this)?.access != Access::Read))),
        Property::new("Length", "long", |_, this| Ok(Value::Long(own(this)?.length()? as i64))),
        Property::settable("Position", "long", position, set_position),
    ],
    methods: &[
        Method::new("void Close()", close),
        Method::new("void CopyTo(System.IO.Stream destination)", copy_to),
        Method::new("void Dispose()", close),
        Method::new("void Flush()", |_, this, _| {
            own(this)?.flush()?;
            Ok(Value::Void)
        }),
        Method::new("int Read(byte[] buffer, int offset, int count)", read),
        Method::new("int ReadByte()", read_byte),
        Method::new("long Seek(long offset, System.IO.SeekOrigin origin)", seek),
        Method::new("void SetLength(long value)", set_length),
        Method::new("void Write(byte[] buffer, int offset, int count)", write),
        Method::new("void WriteByte(byte value)", |_, this, arguments| {
            own(this)?.write(&[u8::try_from(arguments.int(0)).unwrap_or_default()])?;
            Ok(Value::Void)
        }),
    ],
    static_properties: &[StaticProperty::new("Null", "System.IO.Stream", |_| {
        Ok(Value::native(StreamObject(Rc::new(Stream::memory(Vec::new())))))
    })],
    ..TypeTable::of(&known::STREAM)
};

pub(super) static FILE: TypeTable = TypeTable {
    properties: &[Property::new("Name", "string", |_, this| {
        Ok(own(this)?.path.clone().map(Value::Str).unwrap_or_default())
    })],
    constructors: &[
        Method::new("System.IO.FileStream new(string path, System.IO.FileMode mode)", new_file),
        Method::new(
            "System.IO.FileStream new(string path, System.IO.FileMode mode, System.IO.FileAccess access)",
            new_file,
        ),
        Method::new(
            "System.IO.FileStream new(string path, System.IO.FileMode mode, System.IO.FileAccess access, \
             System.IO.FileShare share)",
            new_file,
        ),
    ],
    ..TypeTable::of(&known::FILE_STREAM)
};

pub(super) static MEMORY: TypeTable = TypeTable {
    properties: &[Property::new("Capacity", "int", |_, this| Ok(Value::Int(own(this)?.length()? as i32)))],
    methods: &[
        Method::new("byte[] GetBuffer()", to_array),
        Method::new("byte[] ToArray()", to_array),
        Method::new("void WriteTo(System.IO.Stream stream)", |_, this, arguments| {
            let bytes = all(&*own(this)?)?;
            of_value(&arguments.value(0))?.write(&bytes)?;
            Ok(Value::Void)
        }),
    ],
    constructors: &[
        Method::new("System.IO.MemoryStream new()", new_memory),
        Method::new("System.IO.MemoryStream new(int capacity)", new_memory),
        Method::new("System.IO.MemoryStream new(byte[] buffer)", new_memory),
        Method::new("System.IO.MemoryStream new(byte[] buffer, bool writable)", new_memory),
    ],
    ..TypeTable::of(&known::MEMORY_STREAM)
};

fn own(this: &Value) -> Outcome<Rc<Stream>> {
    of_value(this)
}

fn position(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    own(this)?.with(|store| store.stream_position()).map(|place| Value::Long(place as i64))
}

fn set_position(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let place = u64::try_from(std::slice::from_ref(&value).long(0))
        .map_err(|_| fault::out_of_range("Non-negative number required.", "value"))?;
    own(this)?.with(|store| store.seek(SeekFrom::Start(place)))?;
    Ok(())
}

fn close(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    own(this)?.close();
    Ok(Value::Void)
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = own(this)?.read_rest()?;
    of_value(&arguments.value(0))?.write(&bytes)?;
    Ok(Value::Void)
}

fn read(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Some(Value::Array(buffer)) = arguments.first() else { return Err(fault::argument_null("buffer")) };
    let start = usize::try_from(arguments.int(1)).unwrap_or(usize::MAX);
    let count = usize::try_from(arguments.int(2)).unwrap_or_default();
    if start.saturating_add(count) > buffer.len() {
        return Err(fault::raise(
            &crate::value::error::ARGUMENT_EXCEPTION,
            "Offset and length were out of bounds for the array or count is greater than the number of elements from \
             index to the end of the source collection.",
        ));
    }
    let mut bytes = vec![0; count];
    let got = own(this)?.with(|store| store.read(&mut bytes))?;
    for (slot, byte) in buffer.items.borrow_mut().iter_mut().skip(start).zip(bytes.iter().take(got)) {
        *slot = Value::Byte(*byte);
    }
    Ok(Value::Int(got as i32))
}

fn read_byte(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let mut byte = [0];
    let got = own(this)?.with(|store| store.read(&mut byte))?;
    Ok(Value::Int(if got == 0 { -1 } else { i32::from(byte[0]) }))
}

fn seek(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let offset = arguments.long(0);
    let target = match arguments.number(1) {
        0 => SeekFrom::Start(u64::try_from(offset).unwrap_or_default()),
        1 => SeekFrom::Current(offset),
        _ => SeekFrom::End(offset),
    };
    own(this)?.with(|store| store.seek(target)).map(|place| Value::Long(place as i64))
}

fn set_length(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let length = arguments.long(0).unsigned_abs();
    let mut store = own.store.borrow_mut();
    match &mut *store {
        Store::Memory(cursor) => cursor.get_mut().resize(usize::try_from(length).unwrap_or_default(), 0),
        Store::File(file) => on_file(file.set_len(length), own.path.as_deref().unwrap_or_default())?,
        Store::Closed => return Err(closed()),
    }
    Ok(Value::Void)
}

fn write(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = bytes_of(&arguments.items(0));
    let range = usize::try_from(arguments.int(1)).ok().zip(usize::try_from(arguments.int(2)).ok());
    let part = range.and_then(|(start, count)| bytes.get(start..start.checked_add(count)?)).ok_or_else(|| {
        fault::raise(
            &crate::value::error::ARGUMENT_EXCEPTION,
            "Offset and length were out of bounds for the array or count is greater than the number of elements from \
             index to the end of the source collection.",
        )
    })?;
    own(this)?.write(part)?;
    Ok(Value::Void)
}

/// All bytes of a stream in memory.
fn all(stream: &Stream) -> Outcome<Vec<u8>> {
    match &*stream.store.borrow() {
        Store::Memory(cursor) => Ok(cursor.get_ref().clone()),
        _ => Err(closed()),
    }
}

fn to_array(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    all(&*own(this)?).map(|bytes| byte_array(&bytes))
}

fn new_file(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    open(&path_argument(arguments, 0, "path")?, Mode::of(arguments, 1), Access::of(arguments, 2))
}

fn new_memory(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = match arguments.first() {
        Some(Value::Array(_)) => arguments.bytes(0),
        _ => Vec::new(),
    };
    Ok(Value::native(StreamObject(Rc::new(Stream::memory(bytes)))))
}
