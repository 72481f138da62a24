//! `System.Net.WebUtility`: HTML and the encoding of forms.

use super::entities;
use crate::text::Str;
use crate::types::arguments::{Arguments, byte_array};
use crate::types::collections::name_value::NameValues;
use crate::types::known;
use crate::types::table::{Method, TypeTable};
use crate::value::types::NativeType;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    static_methods: &[
        Method::new("string HtmlEncode(string value)", |_, _, arguments| on_text(arguments, html_encode)),
        Method::new("string HtmlDecode(string value)", |_, _, arguments| on_text(arguments, html_decode)),
        Method::new("string UrlEncode(string value)", |_, _, arguments| {
            on_text(arguments, |text| url_encode(text.as_bytes()))
        }),
        Method::new("byte[] UrlEncodeToBytes(byte[] value, int offset, int count)", |_, _, arguments| {
            Ok(byte_array(url_encode(&part(arguments)).as_bytes()))
        }),
        Method::new("string UrlDecode(string encodedValue)", |_, _, arguments| {
            on_text(arguments, |text| String::from_utf8_lossy(&url_decode(text)).into_owned())
        }),
        Method::new("byte[] UrlDecodeToBytes(byte[] encodedValue, int offset, int count)", |_, _, arguments| {
            Ok(byte_array(&url_decode(&String::from_utf8_lossy(&part(arguments)))))
        }),
    ],
    ..TypeTable::of(&known::WEB_UTILITY)
};

/// `System.Web.HttpUtility`, whose form encoding writes its digits in lower case.
pub(super) static HTTP_UTILITY: TypeTable = TypeTable {
    static_methods: &[
        Method::new("string HtmlAttributeEncode(string s)", |_, _, arguments| on_text(arguments, html_encode)),
        Method::new("string HtmlDecode(string s)", |_, _, arguments| on_text(arguments, html_decode)),
        Method::new("string HtmlEncode(string s)", |_, _, arguments| on_text(arguments, html_encode)),
        Method::new("System.Collections.Specialized.NameValueCollection ParseQueryString(string query)", parse_query),
        Method::new("string UrlDecode(string str)", |_, _, arguments| {
            on_text(arguments, |text| String::from_utf8_lossy(&url_decode(text)).into_owned())
        }),
        Method::new("string UrlEncode(string str)", |_, _, arguments| on_text(arguments, lower_case_url_encode)),
        Method::new("string UrlPathEncode(string str)", |_, _, arguments| {
            on_text(arguments, |text| text.replace(' ', "%20"))
        }),
    ],
    ..TypeTable::of(&HTTP_UTILITY_TYPE)
};

static HTTP_UTILITY_TYPE: NativeType = NativeType::statics("System.Web.HttpUtility");

fn lower_case_url_encode(text: &str) -> String {
    let encoded = url_encode(text.as_bytes());
    let mut out = String::with_capacity(encoded.len());
    let mut digits = 0;
    for c in encoded.chars() {
        out.push(if digits > 0 { c.to_ascii_lowercase() } else { c });
        digits = if c == '%' { 2 } else { i32::max(digits - 1, 0) };
    }
    out
}

/// The names and values of a query.
fn parse_query(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let query = arguments.needed_text(0, "query")?;
    let decode = |text: &str| Str::from(String::from_utf8_lossy(&url_decode(text)).into_owned());
    let found = NameValues::default();
    for part in query.trim_start_matches('?').split('&').filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some((name, value)) => found.add(decode(name), Some(decode(value))),
            None => found.add(Str::default(), Some(decode(part))),
        }
    }
    Ok(Value::native(found))
}

/// Null stays null.
fn on_text(arguments: &[Value], work: fn(&str) -> String) -> Outcome<Value> {
    Ok(if arguments.is_null(0) { Value::Null } else { Value::from(work(&arguments.text(0))) })
}

fn part(arguments: &[Value]) -> Vec<u8> {
    let bytes = arguments.bytes(0);
    let offset = usize::try_from(arguments.int(1)).unwrap_or_default();
    let count = usize::try_from(arguments.int(2)).unwrap_or_default();
    bytes.into_iter().skip(offset).take(count).collect()
}

fn html_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '&' => out.push_str("&amp;"),
            '\u{A0}'..='\u{FF}' | '\u{10000}'.. => out.push_str(&format!("&#{};", u32::from(c))),
            other => out.push(other),
        }
    }
    out
}

fn html_decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(rest.get(..start).unwrap_or(""));
        rest = rest.get(start..).unwrap_or("");
        let name = rest.get(1..).and_then(|tail| tail.find([';', '&']).and_then(|end| tail.get(..=end)));
        match name.and_then(|name| name.strip_suffix(';')).and_then(entity) {
            Some((c, length)) => {
                out.push(c);
                rest = rest.get(length + 2..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = rest.get(1..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character between `&` and `;`, and how long its name is.
fn entity(name: &str) -> Option<(char, usize)> {
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = match hexadecimal {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')?
        }
        None => entities::character(name)?,
    };
    Some((c, name.len()))
}

fn url_encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for byte in bytes {
        match byte {
            b' ' => out.push('+'),
            b'-' | b'_' | b'.' | b'!' | b'*' | b'(' | b')' => out.push(char::from(*byte)),
            other if other.is_ascii_alphanumeric() => out.push(char::from(*other)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

fn url_decode(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match (first, digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                rest = tail.get(2..).unwrap_or(&[]);
                continue;
            }
            (b'+', _) => out.push(b' '),
            (other, _) => out.push(*other),
        }
        rest = tail;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_encoded_and_decoded() {
        assert_eq!(html_encode("<a>'&é\u{1F600}"), "&lt;a&gt;&#39;&amp;&#233;&#128512;");
        assert_eq!(html_decode("&lt;&eacute;&#233;&#xe9;&unknown;&amp;lt;&"), "<ééé&unknown;&lt;&");
    }

    #[test]
    fn forms_write_a_blank_as_a_plus() {
        assert_eq!(url_encode("a b&c/é~".as_bytes()), "a+b%26c%2F%C3%A9%7E");
        assert_eq!(url_decode("a+b%26%C3%A9%zz"), "a b&é%zz".as_bytes());
    }
}
