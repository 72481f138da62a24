//! Percent-encoding.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Characters that a URI may hold as they are without a meaning of their own.
fn is_unreserved(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~')
}

/// Characters that separate the parts of a URI.
fn is_reserved(c: char) -> bool {
    matches!(
        c,
        ':' | '/' | '?' | '#' | '[' | ']' | '@' | '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '='
    )
}

/// A byte as `%XX`.
pub(super) fn push_byte(out: &mut String, byte: u8) {
    out.push('%');
    out.push(char::from(HEX[usize::from(byte >> 4)]));
    out.push(char::from(HEX[usize::from(byte & 15)]));
}

fn push_char(out: &mut String, c: char) {
    let mut buffer = [0; 4];
    for byte in c.encode_utf8(&mut buffer).bytes() {
        push_byte(out, byte);
    }
}

/// The byte that `%XX` at the start of a text stands for.
pub(super) fn byte_at(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('%')?.get(..2)?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    u8::from_str_radix(digits, 16).ok()
}

/// `Uri.EscapeDataString`: everything but unreserved characters.
pub(super) fn escape_data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unreserved(c) { out.push(c) } else { push_char(&mut out, c) }
    }
    out
}

/// `Uri.EscapeUriString`: everything but unreserved and reserved characters.
pub(super) fn escape_uri(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unreserved(c) || is_reserved(c) { out.push(c) } else { push_char(&mut out, c) }
    }
    out
}

/// A part of a URI in its canonical form: what needs to be escaped is, what need not is not.
pub(super) fn canonical(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or("");
        match byte_at(rest) {
            Some(byte) if is_unreserved(char::from(byte)) => out.push(char::from(byte)),
            Some(byte) if byte >= 0x80 => push_byte(&mut out, byte),
            Some(_) => out.push_str(rest.get(..3).unwrap_or("")),
            None => {
                if is_unreserved(c) || is_reserved(c) {
                    out.push(c)
                } else {
                    push_char(&mut out, c)
                }
                rest = tail;
                continue;
            }
        }
        rest = rest.get(3..).unwrap_or("");
    }
    out
}

/// Decodes `%XX`, except where the result is reserved or no text.
pub(super) fn for_display(text: &str) -> String {
    decode(text, |c| !is_reserved(c) && c != '%' && c != '\\' && !c.is_control())
}

/// `Uri.UnescapeDataString`: decodes every `%XX` that stands for text.
pub(super) fn unescape_data(text: &str) -> String {
    decode(text, |_| true)
}

fn decode(text: &str, takes: fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c != '%' || byte_at(rest).is_none() {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or("");
            continue;
        }
        let mut bytes = Vec::new();
        let mut ahead = rest;
        while let Some(byte) = byte_at(ahead) {
            bytes.push(byte);
            ahead = ahead.get(3..).unwrap_or("");
        }
        for chunk in bytes.utf8_chunks() {
            for c in chunk.valid().chars() {
                let escaped = c.len_utf8() * 3;
                match takes(c) {
                    true => out.push(c),
                    false => out.push_str(rest.get(..escaped).unwrap_or("")),
                }
                rest = rest.get(escaped..).unwrap_or("");
            }
            let escaped = chunk.invalid().len() * 3;
            out.push_str(rest.get(..escaped).unwrap_or(""));
            rest = rest.get(escaped..).unwrap_or("");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unreserved_characters_stay_in_data() {
        assert_eq!(escape_data("a b&c/d?é'()*!~-_."), "a%20b%26c%2Fd%3F%C3%A9%27%28%29%2A%21~-_.");
    }

    #[test]
    fn the_canonical_form_decodes_what_need_not_be_escaped() {
        assert_eq!(canonical("/a%2Fb%41%7e%20c%c3%a4%zz"), "/a%2FbA~%20c%C3%A4%25zz");
    }

    #[test]
    fn what_is_shown_keeps_reserved_characters_escaped() {
        assert_eq!(for_display("/a%2Fb%20%C3%A4%zz"), "/a%2Fb ä%zz");
        assert_eq!(unescape_data("a%20b%26%C3%A9%zz%2"), "a b&é%zz%2");
    }
}
