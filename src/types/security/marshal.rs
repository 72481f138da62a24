//! `System.Runtime.InteropServices.Marshal`, as far as scripts use it: to read a secret.

use super::secure_string::SecureString;
use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::table::{Method, TypeTable};
use crate::types::{fault, known};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;
use zeroize::{Zeroize, Zeroizing};

/// Memory outside the managed heap that holds a text.
struct Memory(RefCell<Zeroizing<String>>);

impl Native for Memory {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::INT_PTR)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(format!("{}", std::ptr::from_ref(self).addr()))))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    static_methods: &[
        Method::new("System.IntPtr SecureStringToBSTR(securestring s)", open),
        Method::new("System.IntPtr SecureStringToGlobalAllocAnsi(securestring s)", open),
        Method::new("System.IntPtr SecureStringToGlobalAllocUnicode(securestring s)", open),
        Method::new("System.IntPtr SecureStringToCoTaskMemUnicode(securestring s)", open),
        Method::new("string PtrToStringAnsi(System.IntPtr ptr)", read_bytes),
        Method::new("string PtrToStringAuto(System.IntPtr ptr)", read_bytes),
        Method::new("string PtrToStringBSTR(System.IntPtr ptr)", read),
        Method::new("string PtrToStringUni(System.IntPtr ptr)", read),
        Method::new("void ZeroFreeBSTR(System.IntPtr s)", free),
        Method::new("void ZeroFreeCoTaskMemUnicode(System.IntPtr s)", free),
        Method::new("void ZeroFreeGlobalAllocAnsi(System.IntPtr s)", free),
        Method::new("void ZeroFreeGlobalAllocUnicode(System.IntPtr s)", free),
    ],
    ..TypeTable::of(&known::MARSHAL)
};

fn open(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let secret = arguments.value(0);
    let Some(secret) = secret.downcast::<SecureString>() else { return Err(fault::argument_null("s")) };
    Ok(Value::native(Memory(RefCell::new(secret.reveal()))))
}

fn read(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let memory = arguments.value(0);
    let Some(memory) = memory.downcast::<Memory>() else { return Ok(Value::Null) };
    Ok(Value::from(memory.0.borrow().as_str()))
}

/// Two bytes make a character, of which the second is zero and ends the text after the first one.
fn read_bytes(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let whole = read(env, this, arguments)?;
    let first = whole.as_str().and_then(|text| text.chars().next());
    Ok(first.map_or(Value::from(""), |c| Value::from(c.to_string())))
}

fn free(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if let Some(memory) = arguments.value(0).downcast::<Memory>() {
        memory.0.borrow_mut().zeroize();
    }
    Ok(Value::Void)
}
