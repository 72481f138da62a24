//! Types in expressions: literals, `-is`, `-as`.

use crate::engine::Session;
use crate::engine::code::{Code, TypeCode};
use crate::value::{Outcome, TypeRef, Value, convert, operators};

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

    pub(super) fn is_type(&mut self, pair: &(Code, Code), wanted: bool) -> Outcome<Value> {
        let value = self.eval(&pair.0)?;
        let ty = self.eval(&pair.1)?;
        Ok(Value::Bool(operators::is_operator(self, &value, &ty)? == wanted))
    }

    pub(super) fn as_type(&mut self, pair: &(Code, Code)) -> Outcome<Value> {
        let value = self.eval(&pair.0)?;
        let ty = self.eval(&pair.1)?;
        let ty = operators::type_operand(self, &ty)?;
        convert::as_operator(self, &value, &ty)
    }
}
