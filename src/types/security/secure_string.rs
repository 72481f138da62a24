//! `System.Security.SecureString`: a text that is never shown and is wiped when it is let go.

use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{fault, known};
use crate::value::types::TypeRef;
use crate::value::{Env, Flow, Native, Outcome, Value};
use std::cell::{Cell, RefCell};
use zeroize::{Zeroize, Zeroizing};

/// A secret text, in UTF-16 units.
pub struct SecureString {
    units: RefCell<Zeroizing<Vec<u16>>>,
    is_read_only: Cell<bool>,
    is_gone: Cell<bool>,
}

impl SecureString {
    /// A secret with a text.
    pub fn new(text: &str) -> SecureString {
        SecureString {
            units: RefCell::new(Zeroizing::new(text.encode_utf16().collect())),
            is_read_only: Cell::new(false),
            is_gone: Cell::new(false),
        }
    }

    /// A secret with a text as a value, which cannot be changed any more.
    pub fn value(text: &str) -> Value {
        let secret = SecureString::new(text);
        secret.is_read_only.set(true);
        Value::native(secret)
    }

    /// The text in the clear.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(String::from_utf16_lossy(&self.units.borrow()))
    }

    /// The number of UTF-16 units.
    pub fn len(&self) -> usize {
        self.units.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// # Errors
    /// `ObjectDisposedException` once it is let go.
    fn check(&self) -> Outcome<()> {
        match self.is_gone.get() {
            true => Err(fault::raise(
                &crate::types::exceptions::OBJECT_DISPOSED_EXCEPTION,
                "Cannot access a disposed object.\nObject name: 'System.Security.SecureString'.",
            )),
            false => Ok(()),
        }
    }

    /// Changes the units, which must be settable.
    fn change(&self, change: impl FnOnce(&mut Vec<u16>) -> Outcome<()>) -> Outcome<Value> {
        self.check()?;
        if self.is_read_only.get() {
            return Err(fault::invalid_operation("Instance is read-only."));
        }
        change(&mut self.units.borrow_mut())?;
        Ok(Value::Void)
    }
}

impl Native for SecureString {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::SECURE_STRING)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from("System.Security.SecureString")))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    accelerators: &["securestring"],
    properties: &[Property::new("Length", "int", |_, this| {
        let own = own(this)?;
        own.check()?;
        Ok(Value::Int(i32::try_from(own.len()).unwrap_or(i32::MAX)))
    })],
    methods: &[
        Method::new("void AppendChar(char c)", |_, this, arguments| {
            own(this)?.change(|units| {
                units.push(arguments.unit(0));
                Ok(())
            })
        }),
        Method::new("void Clear()", |_, this, _| {
            own(this)?.change(|units| {
                units.zeroize();
                Ok(())
            })
        }),
        Method::new("securestring Copy()", copy),
        Method::new("void Dispose()", |_, this, _| {
            let own = own(this)?;
            own.units.borrow_mut().zeroize();
            own.is_gone.set(true);
            Ok(Value::Void)
        }),
        Method::new("void InsertAt(int index, char c)", |_, this, arguments| {
            own(this)?.change(|units| {
                let at = place(arguments, units.len() + 1)?;
                units.insert(at, arguments.unit(1));
                Ok(())
            })
        }),
        Method::new("bool IsReadOnly()", |_, this, _| Ok(Value::Bool(own(this)?.is_read_only.get()))),
        Method::new("void MakeReadOnly()", |_, this, _| {
            own(this)?.is_read_only.set(true);
            Ok(Value::Void)
        }),
        Method::new("void RemoveAt(int index)", |_, this, arguments| {
            own(this)?.change(|units| {
                let at = place(arguments, units.len())?;
                units.remove(at);
                Ok(())
            })
        }),
        Method::new("void SetAt(int index, char c)", |_, this, arguments| {
            own(this)?.change(|units| {
                let at = place(arguments, units.len())?;
                if let Some(unit) = units.get_mut(at) {
                    *unit = arguments.unit(1);
                }
                Ok(())
            })
        }),
    ],
    constructors: &[Method::new("securestring new()", |_, _, _| Ok(Value::native(SecureString::new(""))))],
    ..TypeTable::of(&known::SECURE_STRING)
};

fn own(this: &Value) -> Outcome<&SecureString> {
    receiver::<SecureString>(this)
}

fn place(arguments: &[Value], end: usize) -> Outcome<usize> {
    usize::try_from(arguments.int(0)).ok().filter(|place| *place < end).ok_or_else(outside)
}

fn outside() -> Flow {
    fault::out_of_range("Index was out of range. Must be non-negative and less than the length of the string.", "index")
}

fn copy(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    own.check()?;
    Ok(Value::native(SecureString::new(&own.reveal())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::env::TestEnv;

    #[test]
    fn a_secret_shows_its_type_alone() {
        let secret = SecureString::new("4711");
        let shown = secret.text(&mut TestEnv::default());
        assert!(matches!(shown, Ok(Some(text)) if text == "System.Security.SecureString"));
        assert_eq!(secret.reveal().as_str(), "4711");
    }
}
