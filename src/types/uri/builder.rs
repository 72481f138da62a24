//! `System.UriBuilder`.

use super::parse::{self, Parts};
use super::{Uri, escape, refused};
use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{fault, known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;

/// The parts of a URI that is being put together, each as it was set.
#[derive(Clone)]
struct Fields {
    scheme: String,
    user: String,
    password: String,
    host: String,
    /// -1 where none is written.
    port: i32,
    path: String,
    query: String,
    fragment: String,
}

/// A builder.
pub struct UriBuilder(RefCell<Fields>);

impl Default for Fields {
    fn default() -> Fields {
        Fields {
            scheme: "http".into(),
            user: String::new(),
            password: String::new(),
            host: "localhost".into(),
            port: -1,
            path: "/".into(),
            query: String::new(),
            fragment: String::new(),
        }
    }
}

impl Fields {
    fn of(parts: &Parts) -> Fields {
        let (user, password) = parts.user.split_once(':').unwrap_or((&parts.user, ""));
        Fields {
            scheme: parts.scheme.clone(),
            user: user.to_string(),
            password: password.to_string(),
            host: parts.host.clone(),
            port: parts.port_number(),
            path: parts.path.clone(),
            query: parts.query.clone(),
            fragment: parts.fragment.clone(),
        }
    }

    fn text(&self) -> String {
        let separator = match self.scheme.as_str() {
            "mailto" | "urn" | "news" => ":",
            _ => "://",
        };
        let user = match (self.user.is_empty(), self.password.is_empty()) {
            (true, _) => String::new(),
            (false, true) => format!("{}@", self.user),
            (false, false) => format!("{}:{}@", self.user, self.password),
        };
        let port = if self.port < 0 || self.host.is_empty() { String::new() } else { format!(":{}", self.port) };
        let slash = if self.path.starts_with('/') || self.path.is_empty() || self.host.is_empty() { "" } else { "/" };
        format!(
            "{}{separator}{user}{}{port}{slash}{}{}{}",
            self.scheme, self.host, self.path, self.query, self.fragment
        )
    }

    fn uri(&self) -> Outcome<Uri> {
        Uri::read(&self.text(), super::ABSOLUTE).map_err(refused)
    }
}

impl Native for UriBuilder {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::URI_BUILDER)
    }

    /// The port of the scheme is written here, unless none was given.
    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.0.borrow().text())))
    }

    fn content_key(&self) -> Option<Str> {
        self.0.borrow().uri().ok().map(|uri| uri.key())
    }
}

pub(in crate::types) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable("Scheme", "string", |_, this| get(this, |own| own.scheme.clone()), set_scheme),
        Property::settable(
            "UserName",
            "string",
            |_, this| get(this, |own| own.user.clone()),
            |_, this, value| set(this, &value, |own, text| own.user = text),
        ),
        Property::settable(
            "Password",
            "string",
            |_, this| get(this, |own| own.password.clone()),
            |_, this, value| set(this, &value, |own, text| own.password = text),
        ),
        Property::settable(
            "Host",
            "string",
            |_, this| get(this, |own| own.host.clone()),
            |_, this, value| set(this, &value, |own, text| own.host = bracketed(text)),
        ),
        Property::settable(
            "Port",
            "int",
            |_, this| Ok(Value::Int(receiver::<UriBuilder>(this)?.0.borrow().port)),
            set_port,
        ),
        Property::settable(
            "Path",
            "string",
            |_, this| get(this, |own| own.path.clone()),
            |_, this, value| set(this, &value, |own, text| own.path = path_of(&text)),
        ),
        Property::settable(
            "Query",
            "string",
            |_, this| get(this, |own| own.query.clone()),
            |_, this, value| set(this, &value, |own, text| own.query = marked('?', text)),
        ),
        Property::settable(
            "Fragment",
            "string",
            |_, this| get(this, |own| own.fragment.clone()),
            |_, this, value| set(this, &value, |own, text| own.fragment = marked('#', text)),
        ),
        Property::new("Uri", "uri", |_, this| Ok(Value::native(receiver::<UriBuilder>(this)?.0.borrow().uri()?))),
    ],
    methods: &[
        Method::new("bool Equals(System.Object rparam)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", object::to_string),
    ],
    constructors: &[
        Method::new("System.UriBuilder new()", |_, _, _| Ok(value(Fields::default()))),
        Method::new("System.UriBuilder new(string uri)", new_of_text),
        Method::new("System.UriBuilder new(uri uri)", new_of_uri),
        Method::new("System.UriBuilder new(string schemeName, string hostName)", new),
        Method::new("System.UriBuilder new(string scheme, string host, int portNumber)", new),
        Method::new("System.UriBuilder new(string scheme, string host, int port, string pathValue)", new),
        Method::new("System.UriBuilder new(string scheme, string host, int port, string path, string extraValue)", new),
    ],
    ..TypeTable::of(&known::URI_BUILDER)
};

fn value(fields: Fields) -> Value {
    Value::native(UriBuilder(RefCell::new(fields)))
}

fn get(this: &Value, read: fn(&Fields) -> String) -> Outcome<Value> {
    Ok(Value::from(read(&receiver::<UriBuilder>(this)?.0.borrow())))
}

fn set(this: &Value, value: &Value, write: fn(&mut Fields, String)) -> Outcome<()> {
    let text = std::slice::from_ref(value).text(0);
    write(&mut receiver::<UriBuilder>(this)?.0.borrow_mut(), text.to_string());
    Ok(())
}

/// A query or fragment with its mark in front.
fn marked(mark: char, text: String) -> String {
    if text.is_empty() || text.starts_with(mark) { text } else { format!("{mark}{text}") }
}

fn path_of(text: &str) -> String {
    if text.is_empty() { "/".into() } else { escape::canonical(&text.replace('\\', "/")) }
}

/// An address of version 6 stands in brackets.
fn bracketed(host: String) -> String {
    if host.contains(':') && !host.starts_with('[') { format!("[{host}]") } else { host }
}

fn set_scheme(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let text = std::slice::from_ref(&value).text(0);
    let scheme = text.split(':').next().unwrap_or("").to_ascii_lowercase();
    if !parse::is_scheme(&scheme) && !scheme.is_empty() {
        return Err(fault::argument("Invalid URI: The URI scheme is not valid.", "value"));
    }
    receiver::<UriBuilder>(this)?.0.borrow_mut().scheme = scheme;
    Ok(())
}

fn checked_port(port: i32, parameter: &str) -> Outcome<i32> {
    if (-1..=65535).contains(&port) {
        return Ok(port);
    }
    Err(fault::out_of_range("Specified argument was out of the range of valid values.", parameter))
}

fn set_port(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let port = checked_port(std::slice::from_ref(&value).int(0), "value")?;
    receiver::<UriBuilder>(this)?.0.borrow_mut().port = port;
    Ok(())
}

/// A text without a scheme is taken as a host.
fn new_of_text(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "uriString")?;
    let uri = match parse::parse(&text, false) {
        Ok(parts) => Uri::of(parts),
        Err(problem) if problem.allows_relative() => {
            Uri::read(&format!("http://{text}"), super::ABSOLUTE).map_err(refused)?
        }
        Err(problem) => return Err(refused(problem)),
    };
    Ok(value(Fields::of(uri.absolute()?)))
}

fn new_of_uri(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let given = arguments.value(0);
    let Some(uri) = given.downcast::<Uri>() else { return Err(fault::argument_null("uri")) };
    match &uri.parts {
        Some(parts) => Ok(value(Fields::of(parts))),
        None => new_of_text(_env, _this, &[Value::Str(uri.original.clone())]),
    }
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut fields = Fields {
        scheme: arguments.text(0).to_lowercase(),
        host: bracketed(arguments.text(1).to_string()),
        ..Fields::default()
    };
    if arguments.len() > 2 {
        fields.port = checked_port(arguments.int(2), "port")?;
    }
    if arguments.len() > 3 {
        fields.path = path_of(&arguments.text(3));
    }
    if arguments.len() > 4 {
        let extra = arguments.text(4);
        let (query, fragment) = extra.split_at(extra.find('#').unwrap_or(extra.len()));
        if !extra.is_empty() && !extra.starts_with(['?', '#']) {
            return Err(fault::argument("Extra portion of URI not valid.", "extraValue"));
        }
        fields.query = query.to_string();
        fields.fragment = fragment.to_string();
    }
    Ok(value(fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_of_the_scheme_is_written_when_it_is_known() {
        let parts = parse::parse("http://h/p?q=1", false).expect("it is valid");
        assert_eq!(Fields::of(&parts).text(), "http://h:80/p?q=1");
        assert_eq!(Fields::default().text(), "http://localhost/");
    }
}
