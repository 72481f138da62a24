//! `System.Uri`.

pub(super) mod builder;
mod escape;
mod parse;
mod punycode;

use super::arguments::{Arguments, string_array};
use super::fault;
use super::invoke::{assign, receiver};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{enums, exceptions, known, object};
use crate::text::Str;
use crate::value::types::TypeRef;
use crate::value::{EnumValue, Env, Flow, Native, Outcome, Value};
use parse::{HostKind, Parts, Problem, Shape};

/// A URI: an absolute one in its parts, or a relative one as its text.
#[derive(Clone)]
pub struct Uri {
    original: Str,
    parts: Option<Parts>,
    /// Whether the text was said to be escaped already.
    user_escaped: bool,
}

/// The members of `UriKind`.
const RELATIVE_OR_ABSOLUTE: i64 = 0;
const ABSOLUTE: i64 = 1;
const RELATIVE: i64 = 2;

impl Uri {
    /// Reads a URI of a kind.
    fn read(text: &str, kind: i64) -> Result<Uri, Problem> {
        let relative = || Uri { original: Str::from(text), parts: None, user_escaped: false };
        match parse::parse(text, kind == ABSOLUTE) {
            Ok(_) if kind == RELATIVE => Err(Problem::NoScheme),
            Ok(parts) => Ok(Uri { original: Str::from(text), parts: Some(parts), user_escaped: false }),
            Err(problem) if kind != ABSOLUTE && problem.allows_relative() => Ok(relative()),
            Err(problem) => Err(problem),
        }
    }

    fn absolute(&self) -> Outcome<&Parts> {
        self.parts
            .as_ref()
            .ok_or_else(|| fault::invalid_operation("This operation is not supported for a relative URI."))
    }

    fn of(parts: Parts) -> Uri {
        let original = Str::from(parts.absolute_uri());
        Uri { original, parts: Some(parts), user_escaped: false }
    }

    /// The text as it is shown.
    fn shown(&self) -> Str {
        let Some(parts) = &self.parts else { return self.original.clone() };
        Str::from(format!(
            "{}{}{}{}",
            parts.left(),
            escape::for_display(&parts.path),
            escape::for_display(&parts.query),
            escape::for_display(&parts.fragment)
        ))
    }

    /// Equal for URIs that are equal: the user and the fragment do not count.
    fn key(&self) -> Str {
        match &self.parts {
            Some(parts) => {
                let plain = Parts { user: String::new(), fragment: String::new(), ..parts.clone() };
                Str::from(plain.absolute_uri())
            }
            None => self.original.clone(),
        }
    }
}

impl Parts {
    fn is_default_port(&self) -> bool {
        self.port.is_none()
    }

    /// The port as a number, -1 where there is none.
    fn port_number(&self) -> i32 {
        self.port.or_else(|| parse::default_port(&self.scheme)).map_or(-1, i32::from)
    }

    /// The host, with the port where it is not that of the scheme.
    fn authority(&self) -> String {
        match self.port {
            Some(port) => format!("{}:{port}", self.host),
            None => self.host.clone(),
        }
    }

    fn user_prefix(&self) -> String {
        if self.user.is_empty() { String::new() } else { format!("{}@", self.user) }
    }

    fn scheme_part(&self) -> String {
        let separator = if matches!(self.shape, Shape::Mail | Shape::Opaque) { ":" } else { "://" };
        format!("{}{separator}", self.scheme)
    }

    /// Everything before the path.
    fn left(&self) -> String {
        let slash = if self.shape == Shape::Drive { "/" } else { "" };
        format!("{}{}{}{slash}", self.scheme_part(), self.user_prefix(), self.authority())
    }

    fn absolute_uri(&self) -> String {
        format!("{}{}{}{}", self.left(), self.path, self.query, self.fragment)
    }

    fn local_path(&self) -> String {
        let path = escape::unescape_data(&self.path);
        match self.shape {
            Shape::Drive => path.replace('/', "\\"),
            Shape::Share => format!(r"\\{}{}", self.host, path.replace('/', "\\")),
            _ => path,
        }
    }

    fn segments(&self) -> Vec<String> {
        let path = if self.shape == Shape::Drive { format!("/{}", self.path) } else { self.path.clone() };
        path.split_inclusive('/').map(str::to_string).collect()
    }

    fn is_loopback(&self) -> bool {
        match self.kind {
            HostKind::Basic => self.scheme == "file" && self.host.is_empty(),
            HostKind::V4 => self.host.starts_with("127."),
            HostKind::V6 => self.host == "[::1]",
            _ => self.host == "localhost" || self.host == "loopback",
        }
    }

    fn bare_host(&self) -> &str {
        self.host.trim_start_matches('[').trim_end_matches(']')
    }
}

impl Native for Uri {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::URI)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.shown()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(self.key())
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&TABLE, &builder::TABLE];

static TABLE: TypeTable = TypeTable {
    accelerators: &["uri"],
    properties: &[
        Property::new("AbsolutePath", "string", |_, this| text_of(this, |parts| parts.path.clone())),
        Property::new("AbsoluteUri", "string", |_, this| text_of(this, Parts::absolute_uri)),
        Property::new("LocalPath", "string", |_, this| text_of(this, Parts::local_path)),
        Property::new("Authority", "string", |_, this| text_of(this, Parts::authority)),
        Property::new("HostNameType", "System.UriHostNameType", |_, this| {
            Ok(EnumValue::native(&enums::URI_HOST_NAME_TYPE, own(this)?.absolute()?.kind as i64))
        }),
        Property::new("IsDefaultPort", "bool", |_, this| flag(this, Parts::is_default_port)),
        Property::new("IsFile", "bool", |_, this| flag(this, |parts| parts.scheme == "file")),
        Property::new("IsLoopback", "bool", |_, this| flag(this, Parts::is_loopback)),
        Property::new("PathAndQuery", "string", |_, this| {
            text_of(this, |parts| format!("{}{}", parts.path, parts.query))
        }),
        Property::new("Segments", "string[]", |_, this| Ok(string_array(own(this)?.absolute()?.segments()))),
        Property::new("IsUnc", "bool", |_, this| flag(this, |parts| parts.shape == Shape::Share)),
        Property::new("Host", "string", |_, this| text_of(this, |parts| parts.host.clone())),
        Property::new("Port", "int", |_, this| Ok(Value::Int(own(this)?.absolute()?.port_number()))),
        Property::new("Query", "string", |_, this| text_of(this, |parts| parts.query.clone())),
        Property::new("Fragment", "string", |_, this| text_of(this, |parts| parts.fragment.clone())),
        Property::new("Scheme", "string", |_, this| text_of(this, |parts| parts.scheme.clone())),
        Property::new("OriginalString", "string", |_, this| Ok(Value::Str(own(this)?.original.clone()))),
        Property::new("DnsSafeHost", "string", |_, this| text_of(this, |parts| parts.bare_host().to_string())),
        Property::new("IdnHost", "string", |_, this| {
            text_of(this, |parts| match parts.kind {
                HostKind::Dns => punycode::to_ascii(&parts.host),
                _ => parts.bare_host().to_string(),
            })
        }),
        Property::new("IsAbsoluteUri", "bool", |_, this| Ok(Value::Bool(own(this)?.parts.is_some()))),
        Property::new("UserEscaped", "bool", |_, this| Ok(Value::Bool(own(this)?.user_escaped))),
        Property::new("UserInfo", "string", |_, this| text_of(this, |parts| parts.user.clone())),
    ],
    methods: &[
        Method::new("string GetLeftPart(System.UriPartial part)", get_left_part),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", object::to_string),
        Method::new("bool Equals(System.Object comparand)", equals),
        Method::new("bool Equals(uri other)", equals),
        Method::new("uri MakeRelativeUri(uri uri)", make_relative_uri),
        Method::new("string MakeRelative(uri toUri)", make_relative),
        Method::new("string GetComponents(System.UriComponents components, System.UriFormat format)", get_components),
        Method::new("bool IsWellFormedOriginalString()", |_, this, _| {
            Ok(Value::Bool(is_well_formed(&own(this)?.original, RELATIVE_OR_ABSOLUTE)))
        }),
        Method::new("bool IsBaseOf(uri uri)", is_base_of),
    ],
    constructors: &[
        Method::new("uri new(string uriString)", new),
        Method::new("uri new(string uriString, bool dontEscape)", new_escaped),
        Method::new("uri new(uri baseUri, string relativeUri, bool dontEscape)", new_relative),
        Method::new("uri new(string uriString, System.UriKind uriKind)", new),
        Method::new("uri new(uri baseUri, string relativeUri)", new_relative),
        Method::new("uri new(uri baseUri, uri relativeUri)", new_relative),
    ],
    static_properties: &[
        StaticProperty::new("UriSchemeFile", "string", |_| Ok(Value::from("file"))),
        StaticProperty::new("UriSchemeFtp", "string", |_| Ok(Value::from("ftp"))),
        StaticProperty::new("UriSchemeSftp", "string", |_| Ok(Value::from("sftp"))),
        StaticProperty::new("UriSchemeFtps", "string", |_| Ok(Value::from("ftps"))),
        StaticProperty::new("UriSchemeGopher", "string", |_| Ok(Value::from("gopher"))),
        StaticProperty::new("UriSchemeHttp", "string", |_| Ok(Value::from("http"))),
        StaticProperty::new("UriSchemeHttps", "string", |_| Ok(Value::from("https"))),
        StaticProperty::new("UriSchemeWs", "string", |_| Ok(Value::from("ws"))),
        StaticProperty::new("UriSchemeWss", "string", |_| Ok(Value::from("wss"))),
        StaticProperty::new("UriSchemeMailto", "string", |_| Ok(Value::from("mailto"))),
        StaticProperty::new("UriSchemeNews", "string", |_| Ok(Value::from("news"))),
        StaticProperty::new("UriSchemeNntp", "string", |_| Ok(Value::from("nntp"))),
        StaticProperty::new("UriSchemeSsh", "string", |_| Ok(Value::from("ssh"))),
        StaticProperty::new("UriSchemeTelnet", "string", |_| Ok(Value::from("telnet"))),
        StaticProperty::new("UriSchemeNetTcp", "string", |_| Ok(Value::from("net.tcp"))),
        StaticProperty::new("UriSchemeNetPipe", "string", |_| Ok(Value::from("net.pipe"))),
        StaticProperty::new("SchemeDelimiter", "string", |_| Ok(Value::from("://"))),
    ],
    static_methods: &[
        Method::new("System.UriHostNameType CheckHostName(string name)", check_host_name),
        Method::new("string HexEscape(char character)", hex_escape),
        Method::new("bool IsHexEncoding(string pattern, int index)", is_hex_encoding),
        Method::new("bool CheckSchemeName(string schemeName)", |_, _, arguments| {
            Ok(Value::Bool(parse::is_scheme(&arguments.text(0))))
        }),
        Method::new("bool IsHexDigit(char character)", |_, _, arguments| Ok(Value::Bool(digit(arguments).is_some()))),
        Method::new("int FromHex(char digit)", from_hex),
        Method::new("bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)", try_create),
        Method::new("bool TryCreate(uri baseUri, string relativeUri, [ref] uri result)", try_create_relative),
        Method::new("bool TryCreate(uri baseUri, uri relativeUri, [ref] uri result)", try_create_relative),
        Method::new("bool IsWellFormedUriString(string uriString, System.UriKind uriKind)", |_, _, arguments| {
            Ok(Value::Bool(is_well_formed(&arguments.text(0), arguments.number(1))))
        }),
        Method::new("string UnescapeDataString(string stringToUnescape)", |_, _, arguments| {
            Ok(Value::from(escape::unescape_data(&arguments.needed_text(0, "stringToUnescape")?)))
        }),
        Method::new("string EscapeUriString(string stringToEscape)", |_, _, arguments| {
            Ok(Value::from(escape::escape_uri(&arguments.needed_text(0, "stringToEscape")?)))
        }),
        Method::new("string EscapeDataString(string stringToEscape)", |_, _, arguments| {
            Ok(Value::from(escape::escape_data(&arguments.needed_text(0, "stringToEscape")?)))
        }),
        Method::new("bool op_Equality(uri uri1, uri uri2)", |env, _, arguments| {
            Ok(Value::Bool(super::compare::equals(env, &arguments.value(0), &arguments.value(1))?))
        }),
    ],
    ..TypeTable::of(&known::URI)
};

fn own(this: &Value) -> Outcome<&Uri> {
    receiver::<Uri>(this)
}

fn text_of(this: &Value, get: fn(&Parts) -> String) -> Outcome<Value> {
    Ok(Value::from(get(own(this)?.absolute()?)))
}

fn flag(this: &Value, get: fn(&Parts) -> bool) -> Outcome<Value> {
    Ok(Value::Bool(get(own(this)?.absolute()?)))
}

fn refused(problem: Problem) -> Flow {
    fault::raise(&exceptions::URI_FORMAT_EXCEPTION, problem.message())
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let kind = if arguments.len() > 1 { arguments.number(1) } else { ABSOLUTE };
    let text = arguments.text(0);
    if arguments.is_null(0) {
        return Err(fault::argument_null("uriString"));
    }
    Ok(Value::native(Uri::read(&text, kind).map_err(refused)?))
}

/// `new(text, dontEscape)`
fn new_escaped(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "uriString")?;
    let mut uri = Uri::read(&text, ABSOLUTE).map_err(refused)?;
    if arguments.bool(1) {
        uri.user_escaped = true;
        if let Some(parts) = &mut uri.parts {
            for part in [&mut parts.path, &mut parts.query, &mut parts.fragment] {
                *part = escape::for_display(part);
            }
        }
    }
    Ok(Value::native(uri))
}

/// The URI that an argument gives relative to the base before it.
fn combined(arguments: &[Value]) -> Outcome<Result<Uri, Problem>> {
    let base = arguments.value(0);
    let Some(base) = base.downcast::<Uri>() else { return Err(fault::argument_null("baseUri")) };
    let Some(base) = &base.parts else {
        return Err(fault::out_of_range("The base URI cannot be a relative URI.", "baseUri"));
    };
    let relative = arguments.value(1);
    let text = match relative.downcast::<Uri>() {
        Some(uri) => uri.original.clone(),
        None => arguments.text(1),
    };
    Ok(parse::combine(base, &text).map(Uri::of))
}

fn new_relative(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(combined(arguments)?.map_err(refused)?))
}

fn try_create(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let made = match arguments.is_null(0) {
        true => Err(Problem::Empty),
        false => Uri::read(&arguments.text(0), arguments.number(1)),
    };
    give(env, made, arguments)
}

fn try_create_relative(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let made = combined(arguments).unwrap_or(Err(Problem::Empty));
    give(env, made, arguments)
}

fn give(env: &mut dyn Env, made: Result<Uri, Problem>, arguments: &[Value]) -> Outcome<Value> {
    let is_valid = made.is_ok();
    assign(env, arguments.get(2), made.map(Value::native).unwrap_or_default())?;
    Ok(Value::Bool(is_valid))
}

fn equals(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let key = own(this)?.key();
    let other = arguments.value(0);
    let same = match other.downcast::<Uri>() {
        Some(other) => other.key() == key,
        None if other.as_str().is_some() => {
            Uri::read(&arguments.text(0), RELATIVE_OR_ABSOLUTE).is_ok_and(|other| other.key() == key)
        }
        None => false,
    };
    Ok(Value::Bool(same))
}

fn get_left_part(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let parts = own(this)?.absolute()?;
    Ok(Value::from(match arguments.number(0) {
        0 => parts.scheme_part(),
        1 => match parts.shape {
            Shape::Authority | Shape::Share => parts.left(),
            _ => String::new(),
        },
        2 => format!("{}{}", parts.left(), parts.path),
        _ => format!("{}{}{}", parts.left(), parts.path, parts.query),
    }))
}

fn make_relative(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = arguments.value(0);
    let Some(target) = target.downcast::<Uri>() else { return Err(fault::argument_null("toUri")) };
    Ok(Value::Str(relative_to(own(this)?, target)?.original))
}

fn make_relative_uri(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = arguments.value(0);
    let Some(target) = target.downcast::<Uri>() else { return Err(fault::argument_null("uri")) };
    Ok(Value::native(relative_to(own(this)?, target)?))
}

/// The way from one URI to another.
fn relative_to(base: &Uri, target: &Uri) -> Outcome<Uri> {
    let (from, to) = (base.absolute()?, target.absolute()?);
    let is_near = from.scheme == to.scheme && from.host == to.host && from.port == to.port;
    if !is_near {
        return Ok(target.clone());
    }
    let shared = from.path.bytes().zip(to.path.bytes()).take_while(|(a, b)| a == b).count();
    let folder = from.path.get(..shared).and_then(|same| same.rfind('/')).map_or(0, |at| at + 1);
    let up = from.path.get(folder..).unwrap_or("").matches('/').count();
    let mut path = "../".repeat(up) + to.path.get(folder..).unwrap_or("");
    if path.is_empty() && from.path != to.path {
        path.push_str("./");
    }
    let text = format!("{path}{}{}", to.query, to.fragment);
    Ok(Uri { original: Str::from(text), parts: None, user_escaped: false })
}

fn is_base_of(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = arguments.value(0);
    let Some(target) = target.downcast::<Uri>() else { return Err(fault::argument_null("uri")) };
    let (Some(from), Some(to)) = (&own(this)?.parts, &target.parts) else { return Ok(Value::Bool(false)) };
    let folder = from.path.rfind('/').map_or("", |at| from.path.get(..=at).unwrap_or(""));
    let is = from.scheme == to.scheme
        && from.host == to.host
        && from.port == to.port
        && to.path.to_lowercase().starts_with(&folder.to_lowercase());
    Ok(Value::Bool(is))
}

fn get_components(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let parts = own(this)?.absolute()?;
    let wanted = arguments.number(0);
    let has = |flag: i64| wanted & flag != 0;
    let written = |text: &str| match arguments.number(1) {
        1 => text.to_string(),
        2 => escape::unescape_data(text),
        _ => escape::for_display(text),
    };
    let single = (wanted & 0x7F).count_ones() == 1 && !has(0x4000_0000);
    let mut out = String::new();
    if has(1) {
        out.push_str(&if single { parts.scheme.clone() } else { parts.scheme_part() });
    }
    if has(2) && !parts.user.is_empty() {
        out.push_str(&if single { parts.user.clone() } else { parts.user_prefix() });
    }
    if has(4) {
        out.push_str(&parts.host);
    }
    let port = parts.port.or_else(|| has(128).then(|| parse::default_port(&parts.scheme)).flatten());
    if (has(8) || has(128))
        && let Some(port) = port
    {
        out.push_str(&if single { port.to_string() } else { format!(":{port}") });
    }
    if has(16) {
        let path = written(&parts.path);
        out.push_str(if single { path.strip_prefix('/').unwrap_or(&path) } else { &path });
    }
    if has(32) {
        let query = written(&parts.query);
        out.push_str(if single { query.strip_prefix('?').unwrap_or(&query) } else { &query });
    }
    if has(64) {
        let fragment = written(&parts.fragment);
        out.push_str(if single { fragment.strip_prefix('#').unwrap_or(&fragment) } else { &fragment });
    }
    Ok(Value::from(out))
}

/// Whether a text is a URI that needs no further escaping.
fn is_well_formed(text: &str, kind: i64) -> bool {
    let Ok(uri) = Uri::read(text, kind) else { return false };
    let is_clean = |text: &str| {
        escape::escape_uri(&text.replace('%', "")).len() == text.replace('%', "").len()
            && text.match_indices('%').all(|(at, _)| text.get(at..).is_some_and(|rest| escape::byte_at(rest).is_some()))
    };
    match &uri.parts {
        Some(parts) => {
            let tail = text.split_once(&parts.host).map_or(text, |(_, tail)| tail);
            !text.contains('\\') && is_clean(tail) && parts.shape != Shape::Share && !text.contains("/../")
        }
        None => is_clean(text) && !text.contains('\\'),
    }
}

fn check_host_name(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.text(0);
    let kind = match text.parse::<std::net::Ipv6Addr>() {
        Ok(_) => HostKind::V6,
        Err(_) => parse::host_of(&text).map_or(HostKind::Unknown, |(_, kind)| kind),
    };
    Ok(EnumValue::native(&enums::URI_HOST_NAME_TYPE, kind as i64))
}

fn hex_escape(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Ok(byte) = u8::try_from(arguments.unit(0)) else {
        return Err(fault::raise(
            &crate::value::error::ARGUMENT_OUT_OF_RANGE_EXCEPTION,
            "Specified argument was out of the range of valid values. (Parameter 'character')",
        ));
    };
    let mut out = String::new();
    escape::push_byte(&mut out, byte);
    Ok(Value::from(out))
}

fn is_hex_encoding(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.text(0);
    let rest = usize::try_from(arguments.int(1)).ok().and_then(|at| text.get(at..));
    Ok(Value::Bool(rest.is_some_and(|rest| escape::byte_at(rest).is_some())))
}

fn digit(arguments: &[Value]) -> Option<u32> {
    char::from_u32(arguments.unit(0).into()).and_then(|c| c.to_digit(16))
}

fn from_hex(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    match digit(arguments) {
        Some(digit) => Ok(Value::Int(digit as i32)),
        None => Err(fault::argument("Value does not fall within the expected range.", "digit")),
    }
}
