//! Conversion of an argument to a parameter's type: what fits as it is, what a declaration in a script converts, and
//! what a cmdlet's property takes.

use super::fault::BindingFault;
use crate::engine::Session;
use crate::engine::call::Call;
use crate::engine::signature::Param;
use crate::syntax::Span;
use crate::types::known::PS_REFERENCE;
use crate::value::error::{NOT_SUPPORTED_EXCEPTION, PS_INVALID_CAST_EXCEPTION};
use crate::value::number::NumberKind;
use crate::value::types::{self, is_value_type};
use crate::value::{Array, Exception, Fault, Flow, Outcome, SwitchParameter, TypeRef, Value, convert};
use std::rc::Rc;

/// Whether a value is of a type, as `Type.IsInstanceOfType` says.
pub(super) fn is_instance(value: &Value, ty: &TypeRef) -> bool {
    match (value.base(), ty) {
        (Value::Null | Value::Void, _) => false,
        (_, TypeRef::Native(native)) if std::ptr::eq(*native, &types::OBJECT) => true,
        (_, TypeRef::Native(native)) if std::ptr::eq(*native, &types::PS_OBJECT) => true,
        (Value::Array(array), TypeRef::Array(wanted)) => {
            array.rank() == wanted.1
                && (array.element == wanted.0 || (!is_value_type(&array.element) && array.element.is(&wanted.0)))
        }
        (Value::Array(_), TypeRef::Native(native)) => types::ARRAY.is(native),
        (_, TypeRef::Array(_)) => false,
        (base, TypeRef::Generic(generic)) if std::ptr::eq(generic.0, &types::NULLABLE) => {
            generic.1.first().is_some_and(|inner| base.type_ref().is_some_and(|own| own == *inner))
        }
        (base, ty) => base.type_ref().is_some_and(|own| own.is(ty)),
    }
}

/// The value where it fits without a conversion; a wrapper of extra members is taken off where only the value fits.
pub(super) fn as_is(param: &Param, value: Value) -> Option<Value> {
    if value.is_null() {
        let takes_null = !is_value_type(&param.ty) && !param.ty.is_native(&types::STRING);
        return takes_null.then_some(value);
    }
    if is_instance(&value, &param.ty) {
        let keeps_wrapper = param.ty.is_native(&types::OBJECT) || param.ty.is_native(&types::PS_OBJECT);
        return Some(if keeps_wrapper { value } else { value.base().clone() });
    }
    let TypeRef::Array(array) = &param.ty else { return None };
    let fits =
        |item: &Value| item.is_null() || item.base().type_ref().is_some_and(|own| own == array.0 || own.is(&array.0));
    let items = match list_items(&value) {
        Some(items) => items.iter().map(|item| item.base().clone()).collect(),
        None => vec![value.base().clone()],
    };
    items.iter().all(fits).then(|| Value::Array(Rc::new(Array::typed(array.0.clone(), items))))
}

/// The conversion that a type before a parameter or a variable of a script does.
///
/// # Errors
/// A failed conversion; a string in place of a boolean is one.
pub(super) fn convert_declared(
    session: &mut Session,
    value: &Value,
    ty: &TypeRef,
    is_advanced: bool,
) -> Outcome<Value> {
    let mut value = value;
    let referenced;
    let is_reference = value.base().type_ref().is_some_and(|own| own.native().is(&PS_REFERENCE));
    if ty.native().is(&PS_REFERENCE) {
        return if is_reference {
            Ok(value.clone())
        } else {
            Err(cast_fault("InvalidCastExceptionReferenceTypeExpected", "Reference type is expected in argument."))
        };
    }
    if is_reference {
        referenced = crate::value::Env::get_property(session, value, crate::text::Symbol::new("Value"))?;
        value = &referenced;
    }
    if is_advanced && ty.is_native(&types::STRING) && matches!(value.base(), Value::Array(_)) {
        return Err(cast_fault("InvalidCastFromAnyTypeToString", "Cannot convert value to type System.String."));
    }
    if is_boolean(ty) {
        refuse_no_boolean(value, ty)?;
    }
    if is_advanced
        && let Some(element) = element_of(ty)
        && is_boolean(&element)
    {
        match list_items(value) {
            Some(items) => items.iter().try_for_each(|item| refuse_no_boolean(item, &element))?,
            None => refuse_no_boolean(value, &element)?,
        }
    }
    if ty.is_native(&types::SWITCH_PARAMETER) {
        return Ok(match truth(value) {
            Some(truth) => SwitchParameter::value(truth),
            None => SwitchParameter::value(true),
        });
    }
    convert::convert(session, value, ty)
}

fn cast_fault(id: &'static str, message: &str) -> Flow {
    Fault::new(id, crate::value::ErrorCategory::InvalidArgument, message).of(&PS_INVALID_CAST_EXCEPTION).into()
}

/// `bool`, `switch` and `bool?`.
fn is_boolean(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Generic(generic) => {
            std::ptr::eq(generic.0, &types::NULLABLE)
                && generic.1.first().is_some_and(|inner| inner.is_native(&types::BOOLEAN))
        }
        other => other.is_native(&types::BOOLEAN) || other.is_native(&types::SWITCH_PARAMETER),
    }
}

fn refuse_no_boolean(value: &Value, ty: &TypeRef) -> Outcome {
    if truth(value).is_some() || (value.is_null() && !ty.is_native(&types::BOOLEAN)) {
        return Ok(());
    }
    let given = value.base().type_ref().map(|own| own.full_name()).unwrap_or_default();
    let wanted = match ty {
        TypeRef::Generic(_) => "System.Nullable`1[System.Boolean]".to_string(),
        other => other.full_name(),
    };
    let message = format!(
        "Cannot convert value \"{given}\" to type \"{wanted}\". Boolean parameters accept only Boolean values and \
         numbers, such as $True, $False, 1 or 0."
    );
    Err(cast_fault("InvalidCastExceptionUnsupportedParameterType", &message))
}

/// What a boolean, a switch or a number says; `None` for everything else.
fn truth(value: &Value) -> Option<bool> {
    match value.base() {
        Value::Bool(b) => Some(*b),
        Value::Int(n) => Some(*n != 0),
        base => match base.downcast::<SwitchParameter>() {
            Some(switch) => Some(switch.0),
            None => NumberKind::of(base).and_then(|_| convert::as_double(base)).map(|n| n != 0.0),
        },
    }
}

/// A value as the parameter's type, as a cmdlet's property takes it.
///
/// # Errors
/// `CannotConvertArgument`, `CannotConvertArgumentNoMessage`.
pub(super) fn coerce(
    session: &mut Session,
    call: &Rc<Call>,
    param: &Param,
    value: Value,
    span: Span,
) -> Outcome<Value> {
    let mut cx = Coercion { session, call, param, span };
    cx.coerce(value, &param.ty)
}

struct Coercion<'a> {
    session: &'a mut Session,
    call: &'a Rc<Call>,
    param: &'a Param,
    span: Span,
}

impl Coercion<'_> {
    fn coerce(&mut self, value: Value, ty: &TypeRef) -> Outcome<Value> {
        if value.is_null() {
            return self.coerce_null(ty);
        }
        if is_instance(&value, ty) {
            return Ok(value);
        }
        if is_boolean(ty) {
            let Some(truth) = truth(&value) else {
                let given = value.base().type_ref().map(|own| own.full_name()).unwrap_or_default();
                return Err(self.cannot_convert(&value, ty, &given, "", Value::Null));
            };
            let is_switch = ty.is_native(&types::SWITCH_PARAMETER);
            return Ok(if is_switch { SwitchParameter::value(truth) } else { Value::Bool(truth) });
        }
        if let TypeRef::Array(array) = ty {
            let items = match list_items(&value) {
                Some(items) => items,
                None => vec![value],
            };
            let items = items.into_iter().map(|item| self.coerce(item, &array.0)).collect::<Outcome<Vec<Value>>>()?;
            return Ok(Value::Array(Rc::new(Array::typed(array.0.clone(), items))));
        }
        if !is_collection(ty) && !ty.is_enum() && list_items(&value).is_some() {
            let text = convert::object_text(self.session, value.base())?;
            let why = "Specified method is not supported.";
            let inner = Value::native(Exception::new(&NOT_SUPPORTED_EXCEPTION, why));
            return Err(self.cannot_convert(&value, ty, &text, why, inner));
        }
        match convert::convert(self.session, &value, ty) {
            Err(flow @ Flow::Error(_)) if convert::is_cast_failure(&flow) => {
                let why = super::fault::message(&flow);
                let message = format!("Cannot bind parameter '{}'. {why}", self.param.name);
                let fault = BindingFault::new("CannotConvertArgumentNoMessage", message)
                    .parameter(&self.param.name, Some(&self.param.ty))
                    .given(&value)
                    .at(self.span)
                    .inner(convert::cause(flow)?);
                Err(fault.raise(self.session, self.call))
            }
            other => other,
        }
    }

    fn coerce_null(&mut self, ty: &TypeRef) -> Outcome<Value> {
        if ty.is_native(&types::SWITCH_PARAMETER) {
            return Ok(SwitchParameter::value(true));
        }
        if ty.is_native(&types::BOOLEAN) {
            let message = format!("Cannot bind argument to parameter '{}' because it is null.", self.param.name);
            let fault = BindingFault::new("ParameterArgumentValidationErrorNullNotAllowed", message)
                .parameter(&self.param.name, Some(&self.param.ty))
                .at(self.span);
            return Err(fault.raise(self.session, self.call));
        }
        Ok(Value::Null)
    }

    fn cannot_convert(&mut self, value: &Value, ty: &TypeRef, text: &str, why: &str, inner: Value) -> Flow {
        let message = format!(
            "Cannot convert '{text}' to the type '{}' required by parameter '{}'. {why}",
            ty.full_name(),
            self.param.name
        );
        BindingFault::new("CannotConvertArgument", message)
            .parameter(&self.param.name, Some(&self.param.ty))
            .given(value)
            .at(self.span)
            .inner(inner)
            .raise(self.session, self.call)
    }
}

/// The items of an `IList`.
fn list_items(value: &Value) -> Option<Vec<Value>> {
    match value.base() {
        Value::Array(array) => Some(array.items.borrow().clone()),
        Value::Native(native) if native.type_ref().native().is(&types::I_LIST) => native.data().items(),
        _ => None,
    }
}

/// Whether a parameter of this type takes a list of values.
pub(super) fn is_collection(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Array(_) => true,
        TypeRef::Native(native) => native.is(&types::I_LIST) && !std::ptr::eq(*native, &types::I_LIST),
        TypeRef::Generic(_) => element_of(ty).is_some(),
        TypeRef::Script(_) => false,
    }
}

/// The type of the items of a collection type, where it says one.
pub(super) fn element_of(ty: &TypeRef) -> Option<TypeRef> {
    match ty {
        TypeRef::Array(array) => Some(array.0.clone()),
        TypeRef::Generic(generic) => {
            let is_collection = generic.0.is(&types::I_ENUMERABLE)
                && !generic.0.is(&types::I_DICTIONARY)
                && !matches!(generic.0.kind, crate::value::types::NativeKind::Interface)
                && generic.1.len() == 1;
            is_collection.then(|| generic.1.first().cloned()).flatten()
        }
        _ => None,
    }
}
