//! `StringDecorated`: a text with its colour sequences, and what is left without them.

use super::cells::strip;
use crate::text::Str;
use crate::types::enums::OUTPUT_RENDERING;
use crate::types::{Method, Property, TypeTable};
use crate::value::types::OBJECT;
use crate::value::{Env, Fault, Native, NativeType, Outcome, TypeRef, Value, convert, error};

static STRING_DECORATED: NativeType =
    NativeType::class("System.Management.Automation.Internal.StringDecorated", &OBJECT);

/// `OutputRendering.PlainText`.
const PLAIN_TEXT: i64 = 1;

pub static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("IsDecorated", "bool", |_, this| Ok(Value::Bool(text_of(this).contains('\x1b')))),
        Property::new("ContentLength", "int", |_, this| {
            let length = strip(&text_of(this)).encode_utf16().count();
            Ok(Value::Int(i32::try_from(length).unwrap_or(i32::MAX)))
        }),
    ],
    methods: &[
        Method::new("string ToString()", |_, this, _| Ok(Value::Str(text_of(this)))),
        Method::new("string ToString(System.Management.Automation.OutputRendering outputRendering)", rendered),
    ],
    constructors: &[Method::new("System.Management.Automation.Internal.StringDecorated new(string text)", new)],
    ..TypeTable::of(&STRING_DECORATED)
};

/// A text that may hold colour sequences.
struct StringDecorated(Str);

impl Native for StringDecorated {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&STRING_DECORATED)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.clone()))
    }
}

fn new(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = convert::to_text(env, arguments.first().unwrap_or(&Value::Null))?;
    Ok(Value::native(StringDecorated(text)))
}

fn text_of(this: &Value) -> Str {
    this.downcast::<StringDecorated>().map(|decorated| decorated.0.clone()).unwrap_or_default()
}

fn rendered(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = text_of(this);
    match arguments.first() {
        Some(Value::Enum(rendering)) if rendering.value == PLAIN_TEXT => Ok(Value::from(strip(&text).into_owned())),
        Some(Value::Enum(rendering))
            if rendering.value == 0 && std::ptr::eq(rendering.ty.native(), &OUTPUT_RENDERING) =>
        {
            let message = "OutputRendering is required to be either 'Ansi' or 'PlainText'.";
            Err(Fault::exception(&error::ARGUMENT_EXCEPTION, message).into())
        }
        _ => Ok(Value::Str(text)),
    }
}
