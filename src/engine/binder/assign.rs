//! Giving a value to a parameter: transformation, conversion, validation, and the record of it.

use super::Binding;
use super::check::{self, CheckContext};
use super::fault::{self, BindingFault};
use super::{coerce, implicit};
use crate::engine::Session;
use crate::engine::block::ScriptBlock;
use crate::engine::call::Call;
use crate::engine::host::StreamKind;
use crate::engine::runtime_parameter::RuntimeParameter;
use crate::engine::signature::{Check, Param};
use crate::syntax::Span;
use crate::text::Str;
use crate::types::exceptions::ARGUMENT_TRANSFORMATION_METADATA_EXCEPTION;
use crate::value::types::NativeKind;
use crate::value::{ErrorCategory, Exception, Flow, Outcome, TypeRef, Value, convert, types};
use std::rc::Rc;

/// What is given to a parameter.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub value: &'a Value,
    /// The text of a number token.
    pub token: Option<&'a Str>,
    pub span: Span,
}

impl<'a> Given<'a> {
    pub fn value(value: &'a Value) -> Given<'a> {
        Given { value, token: None, span: Span::default() }
    }
}

/// How a value comes to a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// By name: it is converted, and a script block may stand for a value of each object.
    Named,
    /// By position: the same, but first without a conversion.
    Position,
    PositionAsIs,
    /// From the pipeline, without and with a conversion; also what is collected from the rest.
    AsIs,
    Converted,
}

impl Mode {
    fn converts(self) -> bool {
        matches!(self, Mode::Named | Mode::Position | Mode::Converted)
    }

    fn may_be_delayed(self) -> bool {
        matches!(self, Mode::Named | Mode::Position | Mode::PositionAsIs)
    }
}

impl Binding {
    /// Gives a value to a parameter; false where it would have to be converted first.
    ///
    /// # Errors
    /// Those of conversion and validation.
    pub(super) fn assign(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        index: usize,
        given: Given,
        sets: u32,
        mode: Mode,
    ) -> Outcome<bool> {
        if mode.may_be_delayed() && self.delay(session, call, index, given, sets)? {
            return Ok(true);
        }
        let signature = self.signature.clone();
        let Some(param) = signature.params.get(index) else { return Ok(false) };
        let Some(value) = self.fitted(session, call, index, param, given, mode.converts())? else { return Ok(false) };
        let value = if param.slot.is_some() && matches!(value, Value::Void) { Value::Null } else { value };
        call.bind(param.symbol, value.clone());
        if let Some(runtime) = param.runtime.downcast::<RuntimeParameter>() {
            runtime.set(value.clone());
        }
        if let Some(place) = self.values.get_mut(index) {
            *place = Some(value);
        }
        self.take(index);
        Ok(true)
    }

    /// Takes a parameter off the list of those without a value and narrows the sets to its own.
    pub(super) fn take(&mut self, index: usize) {
        let sets = self.plan().params.get(index).map_or(0, |param| param.sets);
        if sets != 0 {
            self.sets &= sets;
        }
        if let Some(place) = self.unbound.iter().position(|unbound| *unbound == index) {
            self.unbound.remove(place);
        }
    }

    /// Sets aside a script block for a parameter that takes pipeline input but no script blocks.
    fn delay(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        index: usize,
        given: Given,
        sets: u32,
    ) -> Outcome<bool> {
        let takes_input = self.plan().params.get(index).is_some_and(|param| param.takes_input_in(sets));
        if !takes_input || given.value.downcast::<Rc<ScriptBlock>>().is_none() {
            return Ok(false);
        }
        let signature = self.signature.clone();
        let Some(param) = signature.params.get(index) else { return Ok(false) };
        if takes_script_block(&param.ty) {
            return Ok(false);
        }
        if !call.expects_input {
            let message = format!(
                "Cannot evaluate parameter '{}' because its argument is specified as a script block and there is no \
                 input. A script block cannot be evaluated without input.",
                param.name
            );
            let fault = BindingFault::new("ScriptBlockArgumentNoInput", message).category(ErrorCategory::MetadataError);
            return Err(fault.parameter(&param.name, Some(&param.ty)).at(given.span).raise(session, call));
        }
        self.delayed.push((index, given.value.clone()));
        call.bind(param.symbol, given.value.clone());
        self.take(index);
        Ok(true)
    }

    /// The value as the parameter holds it; `None` where it would have to be converted and must not be.
    fn fitted(
        &self,
        session: &mut Session,
        call: &Rc<Call>,
        index: usize,
        param: &Param,
        given: Given,
        converts: bool,
    ) -> Outcome<Option<Value>> {
        let Some(plan) = self.plan().params.get(index) else { return Ok(None) };
        let mut value = match given.token {
            Some(token) if converts && reads_token(&param.ty) => Value::Str(token.clone()),
            _ => given.value.clone(),
        };
        if !plan.is_open {
            let may_be_null = plan.is_mandatory || plan.cannot_be_null;
            let transformed = transform(session, param, value, converts, self.signature.is_advanced, may_be_null);
            value = match transformed {
                Ok(value) => value,
                Err(flow) if !converts && convert::is_cast_failure(&flow) => return Ok(None),
                Err(flow) => return Err(transformation_fault(session, call, param, given, flow)),
            };
        }
        if converts {
            value = coerce::coerce(session, call, param, value, given.span)?;
        } else {
            match coerce::as_is(param, value) {
                Some(as_is) => value = as_is,
                None => return Ok(None),
            }
        }
        for check in &param.checks {
            if let Check::TypeName(name) = check
                && !value.is_null()
                && !check::has_type_name(session, &value, name)
            {
                return Err(other_type_name(session, call, param, name, given, converts));
            }
        }
        for check in &param.checks {
            self.validated(session, call, param, check, &value, given)?;
        }
        if plan.is_mandatory {
            refuse_empty(session, call, param, &value, given.span)?;
        }
        Ok(Some(value))
    }

    fn validated(
        &self,
        session: &mut Session,
        call: &Rc<Call>,
        param: &Param,
        check: &Check,
        value: &Value,
        given: Given,
    ) -> Outcome {
        match check::validate(session, check, value) {
            Err(flow @ Flow::Error(_)) => {
                let why = fault::message(&flow);
                let message = format!("Cannot validate argument on parameter '{}'. {why}", param.name);
                let fault = BindingFault::validation("ParameterArgumentValidationError", message)
                    .parameter(&param.name, Some(&param.ty))
                    .given(value)
                    .at(given.span)
                    .inner(fault::exception(&flow));
                Err(fault.raise(session, call))
            }
            other => other,
        }
    }

    /// Gives a parameter that was left out the value of its default expression: it is transformed and converted but
    /// not validated, and does not count as given. The value as the parameter holds it.
    ///
    /// # Errors
    /// Those of transformation and conversion.
    pub fn set_default(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        index: usize,
        value: Value,
    ) -> Outcome<Value> {
        let signature = self.signature.clone();
        let Some(param) = signature.params.get(index) else { return Ok(value) };
        let value = if matches!(value, Value::Void) { Value::Null } else { value };
        let has_default = param.default.is_some() || implicit::default_of(&param.ty).is_some();
        let is_open = self.plan().params.get(index).is_some_and(|param| param.is_open);
        let value = if is_open || !has_default {
            value
        } else {
            match transform(session, param, value.clone(), true, signature.is_advanced, false) {
                Ok(value) => coerce::coerce(session, call, param, value, Span::default())?,
                Err(flow) => {
                    let given = Given::value(&value);
                    return Err(transformation_fault(session, call, param, given, flow));
                }
            }
        };
        if self.defaults.len() < self.values.len() {
            self.defaults.resize(self.values.len(), None);
        }
        if let Some(place) = self.defaults.get_mut(index) {
            *place = Some(value.clone());
        }
        Ok(value)
    }

    /// Says which of the parameters that were given are obsolete.
    pub(super) fn warn_of_obsolete(&self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        for (param, value) in self.signature.params.iter().zip(&self.values) {
            if let (Some(why), Some(_)) = (&param.obsolete, value) {
                let text = format!("Parameter '{}' is obsolete. {why}", param.name);
                session.write_stream(StreamKind::Warning, Value::from(text), call)?;
            }
        }
        Ok(())
    }
}

/// Runs the transformations of a parameter, the conversion to the declared type among them.
fn transform(
    session: &mut Session,
    param: &Param,
    mut value: Value,
    converts: bool,
    is_advanced: bool,
    may_be_null: bool,
) -> Outcome<Value> {
    for check in &param.checks {
        match check {
            Check::Convert(ty) if converts => {
                value = coerce::convert_declared(session, &value, ty, is_advanced)?;
            }
            Check::Custom(attribute) if check::is_transformation(attribute) && (!value.is_null() || may_be_null) => {
                value = check::transformed(session, attribute, &value, CheckContext::Parameter)?;
            }
            _ => {}
        }
    }
    Ok(value)
}

fn transformation_fault(session: &mut Session, call: &Rc<Call>, param: &Param, given: Given, flow: Flow) -> Flow {
    let Flow::Error(_) = &flow else { return flow };
    let why = fault::message(&flow);
    let cause = match convert::cause(flow) {
        Ok(exception) => exception,
        Err(flow) => return flow,
    };
    let inner = Exception::new(&ARGUMENT_TRANSFORMATION_METADATA_EXCEPTION, why.clone()).with_inner(cause);
    let message = format!("Cannot process argument transformation on parameter '{}'. {why}", param.name);
    BindingFault::transformation("ParameterArgumentTransformationError", message)
        .parameter(&param.name, Some(&param.ty))
        .given(given.value)
        .at(given.span)
        .inner(Value::native(inner))
        .raise(session, call)
}

fn other_type_name(
    session: &mut Session,
    call: &Rc<Call>,
    param: &Param,
    name: &Str,
    given: Given,
    converts: bool,
) -> Flow {
    const ID: &str = "MismatchedPSTypeName";
    let message = format!(
        "Cannot bind argument to parameter '{}', because PSTypeNames of the argument do not match the PSTypeName \
         required by the parameter: {name}.",
        param.name
    );
    // Without a conversion other parameters are tried, which only a plain error allows.
    let fault = if converts { BindingFault::transformation(ID, message) } else { BindingFault::new(ID, message) };
    fault
        .category(ErrorCategory::InvalidArgument)
        .parameter(&param.name, Some(&param.ty))
        .given(given.value)
        .at(given.span)
        .raise(session, call)
}

/// Whether a parameter takes script blocks as they are.
fn takes_script_block(ty: &TypeRef) -> bool {
    let takes = |ty: &TypeRef| ty.is_native(&types::OBJECT) || ty.is_native(&types::SCRIPT_BLOCK);
    takes(ty) || ty.is_native(&types::PS_OBJECT) || coerce::element_of(ty).is_some_and(|element| takes(&element))
}

/// Whether a number token is read as text for a parameter of this type: strings, lists of them, and classes that are
/// made from a text, such as versions.
fn reads_token(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Native(native) => {
            let takes_all = [&types::OBJECT, &types::PS_OBJECT, &types::ARRAY, &types::ENUM];
            matches!(native.kind, NativeKind::Class) && !takes_all.iter().any(|all| std::ptr::eq(*native, *all))
        }
        TypeRef::Array(array) => array.0.is_native(&types::STRING),
        _ => false,
    }
}

/// Refuses null, an empty string and an empty collection for a mandatory parameter.
fn refuse_empty(session: &mut Session, call: &Rc<Call>, param: &Param, value: &Value, span: Span) -> Outcome {
    let name = &param.name;
    let raise = |session: &mut Session, kind: &str, id: &'static str| {
        let message = format!("Cannot bind argument to parameter '{name}' because it is {kind}.");
        let fault = BindingFault::validation(id, message).parameter(name, Some(&param.ty)).given(value);
        Err(fault.at(span).raise(session, call))
    };
    const NULL: (&str, &str) = ("null", "ParameterArgumentValidationErrorNullNotAllowed");
    const TEXT: (&str, &str) = ("an empty string", "ParameterArgumentValidationErrorEmptyStringNotAllowed");
    if value.is_null() {
        let is_nullable_bool = matches!(&param.ty, TypeRef::Generic(generic)
            if std::ptr::eq(generic.0, &types::NULLABLE) && generic.1.first().is_some_and(|ty| ty.is_native(&types::BOOLEAN)));
        return if param.allow_null || is_nullable_bool { Ok(()) } else { raise(session, NULL.0, NULL.1) };
    }
    let is_empty_text = |value: &Value| value.as_str().is_some_and(|text| text.is_empty());
    if param.ty.is_native(&types::STRING) {
        return if is_empty_text(value) && !param.allow_empty_string { raise(session, TEXT.0, TEXT.1) } else { Ok(()) };
    }
    if !coerce::is_collection(&param.ty) {
        return Ok(());
    }
    let Some(items) = check::items_of(value) else { return Ok(()) };
    let element = coerce::element_of(&param.ty);
    if element.as_ref().is_none_or(|element| !types::is_value_type(element)) {
        for item in &items {
            if item.is_null() {
                if !param.allow_null {
                    return raise(session, NULL.0, NULL.1);
                }
            } else if element.as_ref().is_some_and(|ty| ty.is_native(&types::STRING))
                && is_empty_text(item)
                && !param.allow_empty_string
            {
                return raise(session, TEXT.0, TEXT.1);
            }
        }
    }
    if items.is_empty() && !param.allow_empty_collection {
        return match param.ty {
            TypeRef::Array(_) => {
                raise(session, "an empty array", "ParameterArgumentValidationErrorEmptyArrayNotAllowed")
            }
            _ => raise(session, "an empty collection", "ParameterArgumentValidationErrorEmptyCollectionNotAllowed"),
        };
    }
    Ok(())
}
