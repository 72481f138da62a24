//! The string type: shared UTF-8 that knows its UTF-16 length.
//!
//! .NET counts and indexes strings in UTF-16 units. Equal lengths in bytes and units mean ASCII, where an index is a
//! byte offset; other strings are walked. A lone surrogate cannot be held and becomes U+FFFD.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// An immutable string, cloned by bumping a count.
#[derive(Clone)]
pub struct Str(Rc<Inner>);

struct Inner {
    units: u32,
    text: String,
}

impl Str {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The length in UTF-16 units, which is what `.Length` says.
    pub fn utf16_len(&self) -> usize {
        self.0.units as usize
    }

    /// Whether every character is ASCII, so that UTF-16 indices are byte offsets.
    pub fn is_ascii(&self) -> bool {
        self.0.units as usize == self.0.text.len()
    }

    /// The UTF-16 unit at `index`, or `None` past the end.
    pub fn unit_at(&self, index: usize) -> Option<u16> {
        if self.is_ascii() {
            return self.0.text.as_bytes().get(index).map(|b| u16::from(*b));
        }
        self.0.text.encode_utf16().nth(index)
    }

    /// The UTF-16 units.
    pub fn units(&self) -> Vec<u16> {
        self.0.text.encode_utf16().collect()
    }

    /// The part of `length` UTF-16 units from `start`; `None` when it does not lie inside.
    pub fn slice(&self, start: usize, length: usize) -> Option<Str> {
        let end = start.checked_add(length)?;
        if self.is_ascii() {
            return self.0.text.get(start..end).map(Str::from);
        }
        let units = self.units();
        units.get(start..end).map(|part| Str::from(String::from_utf16_lossy(part)))
    }

    /// Appends `tail`; in place when nobody else holds this string, so that building a text piece by piece is linear.
    pub fn push_str(&mut self, tail: &Str) {
        let units = self.0.units.saturating_add(tail.0.units);
        match Rc::get_mut(&mut self.0) {
            Some(inner) => {
                inner.text.push_str(&tail.0.text);
                inner.units = units;
            }
            None => {
                let mut text = String::with_capacity((self.0.text.len() + tail.0.text.len()) * 3 / 2);
                text.push_str(&self.0.text);
                text.push_str(&tail.0.text);
                self.0 = Rc::new(Inner { units, text });
            }
        }
    }

    /// Whether both are the very same allocation.
    pub fn same(&self, other: &Str) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        Str(Rc::new(Inner { units: u32::try_from(units).unwrap_or(u32::MAX), text }))
    }
}

impl From<Box<str>> for Str {
    fn from(text: Box<str>) -> Self {
        text.into_string().into()
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        text.to_string().into()
    }
}

impl From<char> for Str {
    fn from(c: char) -> Self {
        Str::from(c.encode_utf8(&mut [0; 4]) as &str)
    }
}

impl Default for Str {
    fn default() -> Self {
        Str::from("")
    }
}

impl Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Str {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Str {}

impl PartialEq<str> for Str {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Str {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl std::hash::Hash for Str {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_astral_character_counts_as_two_units() {
        let text = Str::from("a😀b");
        assert_eq!(text.utf16_len(), 4);
        assert_eq!(text.slice(3, 1), Some(Str::from("b")));
        assert_eq!(text.slice(4, 1), None);
    }
}
