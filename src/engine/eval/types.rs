//! Types in expressions: literals, `-is`, `-as`.

use crate::engine::Session;
use crate::engine::code::{Code, TypeCode};
use crate::value::{ErrorCategory, Fault, Outcome, TypeRef, Value, convert};

impl Session {
    /// The type that a literal names; looked up once where it is built in.
    pub(crate) fn type_of(&mut self, code: &TypeCode) -> Outcome<TypeRef> {
        if let Some(known) = &*code.known.borrow() {
            return Ok(known.clone());
        }
        let ty = self.resolve_type_name(&code.name)?;
        if !matches!(ty, TypeRef::Script(_)) {
            *code.known.borrow_mut() = Some(ty.clone());
        }
        Ok(ty)
    }

    /// The type on the right of `-is` and `-as`: a type, or its name.
    fn type_operand(&mut self, code: &Code) -> Outcome<TypeRef> {
        let value = self.eval(code)?;
        if let Value::Type(ty) = value.base() {
            return Ok((**ty).clone());
        }
        let name = convert::to_text(self, &value)?;
        match self.find_type_text(&name) {
            Some(ty) => Ok(ty),
            None => {
                let text = format!("Unable to find type [{name}].");
                Err(Fault::new("TypeNotFound", ErrorCategory::InvalidOperation, text).target(value).into())
            }
        }
    }

    pub(super) fn is_type(&mut self, pair: &(Code, Code), wanted: bool) -> Outcome<Value> {
        let value = self.eval(&pair.0)?;
        let ty = self.type_operand(&pair.1)?;
        Ok(Value::Bool(convert::is_type(&value, &ty) == wanted))
    }

    pub(super) fn as_type(&mut self, pair: &(Code, Code)) -> Outcome<Value> {
        let value = self.eval(&pair.0)?;
        let ty = self.type_operand(&pair.1)?;
        convert::as_operator(self, &value, &ty)
    }
}
