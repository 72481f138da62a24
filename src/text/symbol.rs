//! Interned names, equal when their case-folded texts are.
//!
//! A symbol remembers the spelling that came first; look-ups of variables, functions and members compare integers.

use super::Str;
use super::chars::to_upper_ordinal;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

/// A name without regard to case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

#[derive(Default)]
struct Interner {
    by_key: HashMap<Box<str>, Symbol>,
    spellings: Vec<Str>,
}

thread_local! {
    static INTERNER: RefCell<Interner> = RefCell::default();
}

/// Folds the case of `text` as .NET's ordinal comparison does: each character to its simple upper case.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    text.chars().map(fold_char).collect()
}

/// The simple upper case of one character, as ordinal comparison folds it.
pub fn fold_char(c: char) -> char {
    to_upper_ordinal(c)
}

/// Whether two texts are equal ordinally without regard to case.
pub fn same_name(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a.chars().map(fold_char).eq(b.chars().map(fold_char))
}

impl Symbol {
    /// The symbol of `name`, made on first sight.
    pub fn new(name: &str) -> Symbol {
        if let Some(known) = Symbol::known(name) {
            return known;
        }
        let key = fold(name);
        INTERNER.with_borrow_mut(|interner| {
            if let Some(known) = interner.by_key.get(key.as_str()) {
                return *known;
            }
            let symbol = Symbol(u32::try_from(interner.spellings.len()).unwrap_or(u32::MAX));
            interner.spellings.push(Str::from(name));
            interner.by_key.insert(key.into_boxed_str(), symbol);
            symbol
        })
    }

    /// The symbol of a short ASCII name that has been seen before, found without making a key of it.
    fn known(name: &str) -> Option<Symbol> {
        let mut buffer = [0; 48];
        let key = buffer.get_mut(..name.len()).filter(|_| name.is_ascii())?;
        key.copy_from_slice(name.as_bytes());
        key.make_ascii_uppercase();
        let key = str::from_utf8(key).ok()?;
        INTERNER.with_borrow(|interner| interner.by_key.get(key).copied())
    }

    /// The spelling in which the name was first seen.
    pub fn name(self) -> Str {
        INTERNER.with_borrow(|interner| interner.spellings.get(self.0 as usize).cloned().unwrap_or_default())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_count() {
        assert_eq!(Symbol::new("PinPolicy"), Symbol::new("pinPOLICY"));
        assert!(same_name("É", "é"));
        assert!(!same_name("ß", "ss"));
    }
}
