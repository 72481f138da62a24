//! `System.Net.Mail.MailAddress`.

use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{fault, known, object};
use crate::value::error::FORMAT_EXCEPTION;
use crate::value::types::TypeRef;
use crate::value::{Env, Flow, Native, Outcome, Value};

/// An address, perhaps with a name to show.
pub struct MailAddress {
    display_name: Str,
    user: Str,
    host: Str,
}

/// Why a text is no address.
enum Problem {
    NoForm,
    Character(&'static str),
}

impl Problem {
    fn flow(&self) -> Flow {
        let message = match self {
            Problem::NoForm => "The specified string is not in the form required for an e-mail address.".to_string(),
            Problem::Character(what) => format!("An invalid character was found in the mail header: '{what}'."),
        };
        fault::raise(&FORMAT_EXCEPTION, message)
    }
}

impl MailAddress {
    fn parse(text: &str, display_name: Option<&str>) -> Result<MailAddress, Problem> {
        let text = without_comment(text.trim()).trim();
        let (shown, address) = match text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            Some((shown, address)) => (shown.trim(), address.trim()),
            None => split_loose(text),
        };
        let (user, host) = address.rsplit_once('@').ok_or(Problem::NoForm)?;
        if host.is_empty() {
            return Err(Problem::Character("@"));
        }
        check_user(user)?;
        check_host(host)?;
        let shown = shown.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(shown);
        let shown = display_name.filter(|name| !name.is_empty()).unwrap_or(shown);
        Ok(MailAddress { display_name: Str::from(shown), user: Str::from(user), host: Str::from(host) })
    }

    fn address(&self) -> String {
        format!("{}@{}", self.user, self.host)
    }

    fn written(&self) -> String {
        match self.display_name.is_empty() {
            true => self.address(),
            false => format!("\"{}\" <{}>", self.display_name, self.address()),
        }
    }
}

/// A text without a comment in parentheses at its end.
fn without_comment(text: &str) -> &str {
    match text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((rest, _)) => rest,
        None => text,
    }
}

/// A name and an address that stand side by side without brackets.
fn split_loose(text: &str) -> (&str, &str) {
    if text.starts_with('"') && text.find("\"@").is_some() {
        return ("", text);
    }
    match text.rsplit_once(char::is_whitespace) {
        Some((shown, address)) => (shown.trim(), address),
        None => ("", text),
    }
}

fn check_user(user: &str) -> Result<(), Problem> {
    if user.is_empty() {
        return Err(Problem::NoForm);
    }
    if user.len() > 1 && user.starts_with('"') && user.ends_with('"') {
        return Ok(());
    }
    if user.starts_with('.') {
        return Err(Problem::Character("."));
    }
    if user.contains("..") {
        return Err(Problem::Character(".."));
    }
    for (c, shown) in
        [('@', "@"), ('<', "<"), ('>', ">"), (',', ","), (';', ";"), (':', ":"), ('"', "\""), ('\\', "\\")]
    {
        if user.contains(c) {
            return Err(Problem::Character(shown));
        }
    }
    Ok(())
}

fn check_host(host: &str) -> Result<(), Problem> {
    if host.starts_with('[') && host.ends_with(']') {
        return Ok(());
    }
    if host.contains("..") {
        return Err(Problem::Character(".."));
    }
    if host.starts_with('.') || host.ends_with('.') {
        return Err(Problem::Character("."));
    }
    for (c, shown) in [(' ', " "), ('<', "<"), ('>', ">"), (',', ","), (';', ";"), (':', ":"), ('"', "\""), ('(', "(")]
    {
        if host.contains(c) {
            return Err(Problem::Character(shown));
        }
    }
    Ok(())
}

impl Native for MailAddress {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::MAIL_ADDRESS)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.written())))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.written().to_lowercase()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    accelerators: &["mailaddress"],
    properties: &[
        Property::new("DisplayName", "string", |_, this| Ok(Value::Str(own(this)?.display_name.clone()))),
        Property::new("User", "string", |_, this| Ok(Value::Str(own(this)?.user.clone()))),
        Property::new("Host", "string", |_, this| Ok(Value::Str(own(this)?.host.clone()))),
        Property::new("Address", "string", |_, this| Ok(Value::from(own(this)?.address()))),
    ],
    methods: &[
        Method::new("string ToString()", object::to_string),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
    ],
    constructors: &[
        Method::new("mailaddress new(string address)", new),
        Method::new("mailaddress new(string address, string displayName)", new),
        Method::new(
            "mailaddress new(string address, string displayName, System.Text.Encoding displayNameEncoding)",
            new,
        ),
    ],
    static_methods: &[
        Method::new("bool TryCreate(string address, [ref] mailaddress result)", try_create),
        Method::new("bool TryCreate(string address, string displayName, [ref] mailaddress result)", try_create),
    ],
    ..TypeTable::of(&known::MAIL_ADDRESS)
};

fn own(this: &Value) -> Outcome<&MailAddress> {
    receiver::<MailAddress>(this)
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.text(0);
    if text.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "address"));
    }
    let shown = arguments.text(1);
    MailAddress::parse(&text, Some(&shown)).map(Value::native).map_err(|problem| problem.flow())
}

fn try_create(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let shown = if arguments.len() > 2 { arguments.text(1) } else { Str::default() };
    let address = MailAddress::parse(&arguments.text(0), Some(&shown)).ok();
    let is_valid = address.is_some();
    assign(env, arguments.last(), address.map(Value::native).unwrap_or_default())?;
    Ok(Value::Bool(is_valid))
}

#[cfg(test)]
mod tests {
    use super::MailAddress;

    fn shown(text: &str) -> Option<String> {
        MailAddress::parse(text, None).ok().map(|address| address.written())
    }

    #[test]
    fn a_name_may_stand_in_front_of_the_address() {
        assert_eq!(shown("Joe Smith <joe@x.com>").as_deref(), Some("\"Joe Smith\" <joe@x.com>"));
        assert_eq!(shown("a b@c.d").as_deref(), Some("\"a\" <b@c.d>"));
        assert_eq!(shown("\"joe s\"@x.com").as_deref(), Some("\"joe s\"@x.com"));
        assert_eq!(shown("joe@x.com (c)").as_deref(), Some("joe@x.com"));
    }

    #[test]
    fn dots_must_stand_between_other_characters() {
        assert_eq!(shown(".joe@x.com"), None);
        assert_eq!(shown("joe@x..com"), None);
        assert_eq!(shown("joe.@x.com").as_deref(), Some("joe.@x.com"));
    }
}
