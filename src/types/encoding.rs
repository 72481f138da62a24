//! `System.Text.Encoding` and its classes: text to bytes and back.

use super::arguments::{Arguments, byte_array, typed_array, whole};
use super::invoke::{receiver, type_of_call};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{fault, known, object};
use crate::value::error::ARGUMENT_EXCEPTION;
use crate::value::types::{CHAR, NativeType, TypeRef};
use crate::value::{Env, Native, Outcome, Value};

/// How text becomes bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Utf8,
    Utf16,
    Utf16BigEndian,
    Utf32,
    Ascii,
    Latin1,
}

/// An encoding; with a mark it writes one at the start of a file.
#[derive(Clone, Copy)]
pub struct EncodingObject {
    pub form: Form,
    pub marks: bool,
}

/// What .NET says of an encoding.
struct Facts {
    form: Form,
    ty: &'static NativeType,
    /// The names by which it is found; the first is `WebName`.
    names: &'static [&'static str],
    title: &'static str,
    code_page: i32,
    mark: &'static [u8],
}

static FACTS: [Facts; 6] = [
    Facts {
        form: Form::Utf8,
        ty: &known::UTF8_ENCODING,
        names: &[
            "utf-8",
            "unicode-1-1-utf-8",
            "unicode-2-0-utf-8",
            "x-unicode-1-1-utf-8",
            "x-unicode-2-0-utf-8",
            "utf8",
        ],
        title: "Unicode (UTF-8)",
        code_page: 65001,
        mark: &[0xEF, 0xBB, 0xBF],
    },
    Facts {
        form: Form::Utf16,
        ty: &known::UNICODE_ENCODING,
        names: &["utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2"],
        title: "Unicode",
        code_page: 1200,
        mark: &[0xFF, 0xFE],
    },
    Facts {
        form: Form::Utf16BigEndian,
        ty: &known::UNICODE_ENCODING,
        names: &["utf-16BE", "unicodefffe"],
        title: "Unicode (Big-Endian)",
        code_page: 1201,
        mark: &[0xFE, 0xFF],
    },
    Facts {
        form: Form::Utf32,
        ty: &known::UTF32_ENCODING,
        names: &["utf-32", "utf-32le", "ucs-4"],
        title: "Unicode (UTF-32)",
        code_page: 12000,
        mark: &[0xFF, 0xFE, 0, 0],
    },
    Facts {
        form: Form::Ascii,
        ty: &known::ASCII_ENCODING,
        names: &["us-ascii", "ascii", "ansi_x3.4-1968", "iso-ir-6", "iso646-us", "us", "cp367", "ibm367"],
        title: "US-ASCII",
        code_page: 20127,
        mark: &[],
    },
    Facts {
        form: Form::Latin1,
        ty: &known::LATIN1_ENCODING,
        names: &["iso-8859-1", "latin1", "iso8859-1", "iso_8859-1", "l1", "cp819", "ibm819"],
        title: "Western European (ISO)",
        code_page: 28591,
        mark: &[],
    },
];

impl EncodingObject {
    /// An encoding as its static property gives it, with a mark where it has one.
    pub const fn of(form: Form) -> EncodingObject {
        EncodingObject { form, marks: true }
    }

    fn facts(self) -> &'static Facts {
        let [first, ..] = &FACTS;
        FACTS.iter().find(|facts| facts.form == self.form).unwrap_or(first)
    }

    /// The bytes of a text, without a mark.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self.form {
            Form::Utf8 => text.as_bytes().to_vec(),
            Form::Utf16 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Form::Utf16BigEndian => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Form::Utf32 => text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
            Form::Ascii => narrow(text, 0x7F),
            Form::Latin1 => narrow(text, 0xFF),
        }
    }

    /// The text of bytes; what is none becomes U+FFFD.
    pub fn decode(self, bytes: &[u8]) -> String {
        match self.form {
            Form::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Form::Utf16 => wide(bytes, u16::from_le_bytes),
            Form::Utf16BigEndian => wide(bytes, u16::from_be_bytes),
            Form::Utf32 => bytes
                .chunks(4)
                .map(|part| {
                    let code = <[u8; 4]>::try_from(part).map(u32::from_le_bytes).unwrap_or(u32::MAX);
                    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                })
                .collect(),
            Form::Ascii => {
                bytes.iter().map(|b| if b.is_ascii() { char::from(*b) } else { char::REPLACEMENT_CHARACTER }).collect()
            }
            Form::Latin1 => bytes.iter().map(|b| char::from(*b)).collect(),
        }
    }

    /// The mark at the start of a file; empty where the encoding writes none.
    pub fn mark(self) -> &'static [u8] {
        if self.marks { self.facts().mark } else { &[] }
    }
}

/// One byte for each character up to a limit, a question mark for the others (two for a pair).
fn narrow(text: &str, limit: u16) -> Vec<u8> {
    text.encode_utf16().map(|unit| if unit <= limit { unit as u8 } else { b'?' }).collect()
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| <[u8; 2]>::try_from(pair).map(unit).unwrap_or(0xFFFD)).collect();
    String::from_utf16_lossy(&units)
}

/// The text of bytes, whose mark, where they have one, stands above the encoding.
pub fn decode_marked(bytes: &[u8], encoding: EncodingObject) -> String {
    let marks = [
        (Form::Utf32, &[0xFF_u8, 0xFE, 0, 0][..]),
        (Form::Utf8, &[0xEF, 0xBB, 0xBF]),
        (Form::Utf16, &[0xFF, 0xFE]),
        (Form::Utf16BigEndian, &[0xFE, 0xFF]),
    ];
    match marks.into_iter().find_map(|(form, mark)| Some((form, bytes.strip_prefix(mark)?))) {
        Some((form, rest)) => EncodingObject::of(form).decode(rest),
        None => encoding.decode(bytes),
    }
}

/// The encoding that an argument is; UTF-8 without a mark where it is none.
pub fn of_argument(arguments: &[Value], place: usize) -> EncodingObject {
    let given = arguments.get(place).and_then(|value| value.downcast::<EncodingObject>().copied());
    given.unwrap_or(EncodingObject { form: Form::Utf8, marks: false })
}

impl Native for EncodingObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.facts().ty)
    }

    fn content_key(&self) -> Option<crate::text::Str> {
        Some(crate::text::Str::from(format!("{:?} {}", self.form, self.marks)))
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&TABLE, &UTF8, &ASCII, &UNICODE, &UTF32];

static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("BodyName", "string", body_name),
        Property::new("EncodingName", "string", encoding_name),
        Property::new("HeaderName", "string", header_name),
        Property::new("WebName", "string", web_name),
        Property::new("WindowsCodePage", "int", windows_code_page),
        Property::new("IsBrowserDisplay", "bool", is_browser_display),
        Property::new("IsBrowserSave", "bool", is_browser_save),
        Property::new("IsMailNewsDisplay", "bool", is_mail_news_display),
        Property::new("IsMailNewsSave", "bool", is_mail_news_save),
        Property::new("IsSingleByte", "bool", is_single_byte),
        Property::new("IsReadOnly", "bool", is_read_only),
        Property::new("CodePage", "int", code_page),
    ],
    methods: &[
        Method::new("byte[] GetPreamble()", get_preamble),
        Method::new("System.Object Clone()", clone),
        Method::new("int GetByteCount(char[] chars)", get_byte_count),
        Method::new("int GetByteCount(string s)", get_byte_count),
        Method::new("int GetByteCount(char[] chars, int index, int count)", get_byte_count),
        Method::new("int GetByteCount(string s, int index, int count)", get_byte_count),
        Method::new("byte[] GetBytes(char[] chars)", get_bytes),
        Method::new("byte[] GetBytes(char[] chars, int index, int count)", get_bytes),
        Method::new("int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)", get_bytes),
        Method::new("byte[] GetBytes(string s)", get_bytes),
        Method::new("byte[] GetBytes(string s, int index, int count)", get_bytes),
        Method::new("int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)", get_bytes),
        Method::new("int GetCharCount(byte[] bytes)", get_char_count),
        Method::new("int GetCharCount(byte[] bytes, int index, int count)", get_char_count),
        Method::new("char[] GetChars(byte[] bytes)", get_chars),
        Method::new("char[] GetChars(byte[] bytes, int index, int count)", get_chars),
        Method::new("int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)", get_chars),
        Method::new("bool IsAlwaysNormalized()", is_always_normalized),
        Method::new("bool IsAlwaysNormalized(System.Text.NormalizationForm form)", is_always_normalized),
        Method::new("int GetMaxByteCount(int charCount)", get_max_byte_count),
        Method::new("int GetMaxCharCount(int byteCount)", get_max_char_count),
        Method::new("string GetString(byte[] bytes)", get_string),
        Method::new("string GetString(byte[] bytes, int index, int count)", get_string),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
    ],
    static_properties: &[
        StaticProperty::new("Default", "System.Text.Encoding", default),
        StaticProperty::new("ASCII", "System.Text.Encoding", ascii),
        StaticProperty::new("Latin1", "System.Text.Encoding", latin1),
        StaticProperty::new("Unicode", "System.Text.Encoding", unicode),
        StaticProperty::new("BigEndianUnicode", "System.Text.Encoding", big_endian_unicode),
        StaticProperty::new("UTF8", "System.Text.Encoding", utf8),
        StaticProperty::new("UTF32", "System.Text.Encoding", utf32),
    ],
    static_methods: &[
        Method::new(
            "byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)",
            convert,
        ),
        Method::new(
            "byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes, int index, int count)",
            convert,
        ),
        Method::new("System.Text.Encoding GetEncoding(int codepage)", get_encoding),
        Method::new(
            "System.Text.Encoding GetEncoding(int codepage, System.Text.EncoderFallback encoderFallback, System.Text.DecoderFallback decoderFallback)",
            get_encoding,
        ),
        Method::new("System.Text.Encoding GetEncoding(string name)", get_encoding),
        Method::new(
            "System.Text.Encoding GetEncoding(string name, System.Text.EncoderFallback encoderFallback, System.Text.DecoderFallback decoderFallback)",
            get_encoding,
        ),
        Method::new("System.Text.EncodingInfo[] GetEncodings()", get_encodings),
    ],
    ..TypeTable::of(&known::ENCODING)
};

static UTF8: TypeTable = TypeTable {
    constructors: &[
        Method::new("System.Text.UTF8Encoding new()", new),
        Method::new("System.Text.UTF8Encoding new(bool encoderShouldEmitUTF8Identifier)", new),
        Method::new(
            "System.Text.UTF8Encoding new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)",
            new,
        ),
    ],
    ..TypeTable::of(&known::UTF8_ENCODING)
};

static ASCII: TypeTable = TypeTable {
    constructors: &[Method::new("System.Text.ASCIIEncoding new()", new)],
    ..TypeTable::of(&known::ASCII_ENCODING)
};

static UNICODE: TypeTable = TypeTable {
    constructors: &[
        Method::new("System.Text.UnicodeEncoding new()", new),
        Method::new("System.Text.UnicodeEncoding new(bool bigEndian, bool byteOrderMark)", new),
    ],
    ..TypeTable::of(&known::UNICODE_ENCODING)
};

static UTF32: TypeTable = TypeTable {
    constructors: &[Method::new("System.Text.UTF32Encoding new()", new)],
    ..TypeTable::of(&known::UTF32_ENCODING)
};

fn own(this: &Value) -> Outcome<EncodingObject> {
    receiver::<EncodingObject>(this).copied()
}

fn value(form: Form) -> Outcome<Value> {
    Ok(Value::native(EncodingObject::of(form)))
}

fn web_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(*own(this)?.facts().names.first().unwrap_or(&"")))
}

fn body_name(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    web_name(env, this)
}

fn header_name(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    web_name(env, this)
}

fn encoding_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(own(this)?.facts().title))
}

fn code_page(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.facts().code_page))
}

fn windows_code_page(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(match own(this)?.form {
        Form::Ascii | Form::Latin1 => 1252,
        _ => 1200,
    }))
}

fn is_browser_display(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(matches!(own(this)?.form, Form::Utf8 | Form::Latin1)))
}

fn is_browser_save(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(matches!(own(this)?.form, Form::Utf8 | Form::Utf16 | Form::Latin1)))
}

fn is_mail_news_display(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(matches!(own(this)?.form, Form::Utf8 | Form::Latin1 | Form::Ascii)))
}

fn is_mail_news_save(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    is_mail_news_display(env, this)
}

fn is_single_byte(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(matches!(own(this)?.form, Form::Ascii | Form::Latin1)))
}

fn is_read_only(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(true))
}

fn get_preamble(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(byte_array(own(this)?.mark()))
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(own(this)?))
}

/// The text of the first argument, which is a `string` or a `char[]`, cut by an index and a count behind it.
fn text_argument(arguments: &[Value]) -> Outcome<String> {
    let units: Vec<u16> = match arguments.first().map(Value::base) {
        Some(Value::Str(text)) if arguments.len() == 1 => return Ok(text.to_string()),
        Some(Value::Str(text)) => text.units(),
        Some(Value::Array(array)) => {
            array.items.borrow().iter().filter_map(whole).filter_map(|unit| u16::try_from(unit).ok()).collect()
        }
        _ => return Err(fault::argument_null("s")),
    };
    if arguments.len() == 1 {
        return Ok(String::from_utf16_lossy(&units));
    }
    let range = usize::try_from(arguments.int(1)).ok().zip(usize::try_from(arguments.int(2)).ok());
    let part = range.and_then(|(start, count)| units.get(start..start.checked_add(count)?));
    part.map(String::from_utf16_lossy)
        .ok_or_else(|| fault::out_of_range("Index and count must refer to a location within the string.", "s"))
}

/// The bytes of the first argument, cut by an index and a count behind it.
fn byte_argument(arguments: &[Value]) -> Outcome<Vec<u8>> {
    if arguments.is_null(0) {
        return Err(fault::argument_null("bytes"));
    }
    let bytes = arguments.bytes(0);
    if arguments.len() == 1 {
        return Ok(bytes);
    }
    let range = usize::try_from(arguments.int(1)).ok().zip(usize::try_from(arguments.int(2)).ok());
    let part = range.and_then(|(start, count)| bytes.get(start..start.checked_add(count)?));
    part.map(<[u8]>::to_vec)
        .ok_or_else(|| fault::out_of_range("Index and count must refer to a location within the buffer.", "bytes"))
}

fn get_byte_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.encode(&text_argument(arguments)?).len() as i32))
}

fn get_bytes(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = text_argument(arguments.get(..arguments.len().min(3)).unwrap_or(&[]))?;
    let bytes = own(this)?.encode(&text);
    if arguments.len() < 5 {
        return Ok(byte_array(&bytes));
    }
    let count = bytes.len() as i32;
    let items = bytes.into_iter().map(Value::Byte).collect();
    super::sequence::copy_to(items, &arguments.value(3), arguments.int(4))?;
    Ok(Value::Int(count))
}

fn get_string(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(own(this)?.decode(&byte_argument(arguments)?)))
}

fn get_char_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.decode(&byte_argument(arguments)?).encode_utf16().count() as i32))
}

fn get_chars(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = byte_argument(arguments.get(..arguments.len().min(3)).unwrap_or(&[]))?;
    let units: Vec<Value> = own(this)?.decode(&bytes).encode_utf16().map(Value::Char).collect();
    if arguments.len() < 5 {
        return Ok(typed_array(&CHAR, units));
    }
    let count = units.len() as i32;
    super::sequence::copy_to(units, &arguments.value(3), arguments.int(4))?;
    Ok(Value::Int(count))
}

fn is_always_normalized(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let is_plain = arguments.is_empty() || arguments.number(0) == 1;
    Ok(Value::Bool(is_plain && matches!(own(this)?.form, Form::Ascii | Form::Latin1)))
}

fn get_max_byte_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = arguments.int(0).saturating_add(1);
    Ok(Value::Int(match own(this)?.form {
        Form::Utf8 => count.saturating_mul(3),
        Form::Utf16 | Form::Utf16BigEndian => count.saturating_mul(2),
        Form::Utf32 => count.saturating_mul(4),
        Form::Ascii | Form::Latin1 => count,
    }))
}

fn get_max_char_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = arguments.int(0);
    Ok(Value::Int(match own(this)?.form {
        Form::Utf8 => count.saturating_add(1),
        Form::Utf16 | Form::Utf16BigEndian => (count >> 1).saturating_add((count & 1) + 1),
        Form::Utf32 => (count / 2).saturating_add(2),
        Form::Ascii | Form::Latin1 => count,
    }))
}

fn default(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::native(EncodingObject { form: Form::Utf8, marks: false }))
}

fn ascii(_env: &mut dyn Env) -> Outcome<Value> {
    value(Form::Ascii)
}

fn latin1(_env: &mut dyn Env) -> Outcome<Value> {
    value(Form::Latin1)
}

fn unicode(_env: &mut dyn Env) -> Outcome<Value> {
    value(Form::Utf16)
}

fn big_endian_unicode(_env: &mut dyn Env) -> Outcome<Value> {
    value(Form::Utf16BigEndian)
}

fn utf8(_env: &mut dyn Env) -> Outcome<Value> {
    value(Form::Utf8)
}

fn utf32(_env: &mut dyn Env) -> Outcome<Value> {
    value(Form::Utf32)
}

fn convert(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (from, to) = (own(&arguments.value(0))?, own(&arguments.value(1))?);
    let bytes = byte_argument(arguments.get(2..).unwrap_or(&[]))?;
    Ok(byte_array(&to.encode(&from.decode(&bytes))))
}

fn get_encoding(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let found = match arguments.first() {
        Some(Value::Str(name)) => {
            FACTS.iter().find(|facts| facts.names.iter().any(|known| known.eq_ignore_ascii_case(name)))
        }
        _ => FACTS.iter().find(|facts| facts.code_page == arguments.int(0)),
    };
    if let Some(facts) = found {
        return value(facts.form);
    }
    Err(match arguments.first() {
        Some(Value::Str(name)) => fault::raise(
            &ARGUMENT_EXCEPTION,
            format!(
                "'{name}' is not a supported encoding name. For information on defining a custom encoding, see the \
                 documentation for the Encoding.RegisterProvider method. (Parameter 'name')"
            ),
        ),
        _ => fault::raise(
            &crate::value::error::NOT_SUPPORTED_EXCEPTION,
            format!(
                "No data is available for encoding {}. For information on defining a custom encoding, see the \
                 documentation for the Encoding.RegisterProvider method.",
                arguments.int(0)
            ),
        ),
    })
}

fn get_encodings(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let all = FACTS.iter().map(|facts| Value::native(EncodingObject::of(facts.form))).collect();
    Ok(typed_array(&known::ENCODING, all))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = type_of_call(this).native();
    let form = FACTS.iter().find(|facts| facts.ty == ty).map_or(Form::Utf8, |facts| facts.form);
    Ok(Value::native(match form {
        Form::Utf16 if arguments.bool(0) => EncodingObject { form: Form::Utf16BigEndian, marks: arguments.bool(1) },
        Form::Utf16 => EncodingObject { form, marks: arguments.is_empty() || arguments.bool(1) },
        Form::Utf8 => EncodingObject { form, marks: arguments.bool(0) },
        _ => EncodingObject::of(form),
    }))
}
