//! Assignment, `++` and `--`, references.

use super::expression::nothing_as_null;
use crate::engine::Session;
use crate::engine::binder::attribute::Arguments;
use crate::engine::binder::check::{self, CheckContext};
use crate::engine::code::*;
use crate::engine::frame::Link;
use crate::engine::signature::Check;
use crate::engine::variable::{Constraint, Slot, Variable, VariableOptions};
use crate::syntax::ast::{AssignOperator, BinaryOperator};
use crate::text::Symbol;
use crate::value::{
    Array, Env, ErrorCategory, Fault, Flow, NativeType, Outcome, Value, arithmetic, convert, enumerate, error,
    operators,
};
use std::rc::Rc;

/// What assigning to a read-only variable throws.
pub static SESSION_STATE_UNAUTHORIZED: NativeType =
    NativeType::class("System.Management.Automation.SessionStateUnauthorizedAccessException", &SESSION_STATE_EXCEPTION);
pub static SESSION_STATE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.SessionStateException", &error::RUNTIME_EXCEPTION);

impl Session {
    pub(super) fn assign(&mut self, assign: &AssignCode) -> Outcome<Value> {
        match assign.operator {
            AssignOperator::Equals => {
                let value = self.eval(&assign.value)?;
                self.store(&assign.target, value.clone())?;
                Ok(value)
            }
            AssignOperator::QuestionQuestionEquals => {
                let old = self.load_lenient(&assign.target)?;
                if !old.is_null() {
                    return Ok(old);
                }
                let value = self.eval(&assign.value)?;
                self.store(&assign.target, value.clone())?;
                Ok(value)
            }
            operator => self.compound(&assign.target, operator, assign),
        }
    }

    fn compound(&mut self, target: &Target, operator: AssignOperator, assign: &AssignCode) -> Outcome<Value> {
        let right = &assign.value;
        if let Target::Slot(slot, name) = target {
            return self.compound_slot(*slot, *name, operator, assign);
        }
        if let Target::Member(member) = target {
            let object = self.eval(&member.object)?;
            let (_, symbol) = self.name_of(&member.name)?;
            let old = self.member_value(&object, symbol)?;
            let right = self.eval(right)?;
            let value = self.combine(operator, &old, &right)?;
            self.set_member_value(&object, symbol, value.clone())?;
            return Ok(value);
        }
        if let Target::Index(code) = target {
            let object = self.eval(&code.target)?;
            let index = self.eval(&code.index)?;
            let old = enumerate::index(self, &object, &index)?;
            let right = self.eval(right)?;
            let value = self.combine(operator, &old, &right)?;
            enumerate::set_index(self, &object, &index, value.clone())?;
            return Ok(value);
        }
        let old = self.load(target)?;
        let right = self.eval(right)?;
        let value = self.combine(operator, &old, &right)?;
        self.store(target, value.clone())?;
        Ok(value)
    }

    fn combine(&mut self, operator: AssignOperator, left: &Value, right: &Value) -> Outcome<Value> {
        match operator {
            AssignOperator::PlusEquals => arithmetic::add(self, left, right),
            AssignOperator::MinusEquals => arithmetic::subtract(self, left, right),
            AssignOperator::MultiplyEquals => arithmetic::multiply(self, left, right),
            AssignOperator::DivideEquals => operators::binary(self, BinaryOperator::Divide, left, right),
            AssignOperator::RemainderEquals => operators::binary(self, BinaryOperator::Rem, left, right),
            AssignOperator::Equals | AssignOperator::QuestionQuestionEquals => Ok(right.clone()),
        }
    }

    /// `$x += …`. Numbers are added in their place; texts and arrays that nobody else holds grow in place, so that
    /// building them is linear. The result is nothing where it was made in place: a caller that wants it reads it.
    fn compound_slot(
        &mut self,
        slot: SlotId,
        name: Symbol,
        operator: AssignOperator,
        assign: &AssignCode,
    ) -> Outcome<Value> {
        if assign.is_plain {
            let right = self.eval(&assign.value)?;
            if self.combine_in_place(slot, operator, &right) {
                return Ok(Value::Void);
            }
            let left = self.own_value(slot, name)?;
            let value = self.combine(operator, &left, &right)?;
            self.set_slot(slot, name, value.clone())?;
            return Ok(value);
        }
        let left = self.own_value(slot, name)?;
        let right = self.eval(&assign.value)?;
        let is_same = self.own_value(slot, name)?.same_reference(&left);
        if is_same && operator == AssignOperator::PlusEquals && matches!(&left, Value::Str(_) | Value::Array(_)) {
            drop(left);
            if self.combine_in_place(slot, operator, &right) {
                return Ok(Value::Void);
            }
            let left = self.own_value(slot, name)?;
            let value = arithmetic::add(self, &left, &right)?;
            self.set_slot(slot, name, value.clone())?;
            return Ok(value);
        }
        let value = self.combine(operator, &left, &right)?;
        self.set_slot(slot, name, value.clone())?;
        Ok(value)
    }

    /// The value that a variable has in its own scope, which is what `$x += …` and `$x++` change: a variable of an outer
    /// scope counts as null there.
    fn own_value(&mut self, slot: SlotId, name: Symbol) -> Outcome<Value> {
        let own = match self.stack.get(self.base + slot.0 as usize) {
            Some(Slot::Local(value)) => Some(value.clone()),
            Some(Slot::Shared(variable)) => variable.get(),
            _ => None,
        };
        match own {
            Some(value) => Ok(value),
            None if self.strict().0 >= 1 => self.read_slot(slot, name),
            None => Ok(Value::Null),
        }
    }

    /// Changes the value of a slot in its place; false where the values or the variable do not allow that.
    fn combine_in_place(&mut self, slot: SlotId, operator: AssignOperator, right: &Value) -> bool {
        match self.stack.get_mut(self.base + slot.0 as usize) {
            Some(Slot::Local(held)) => change_in_place(held, operator, right),
            Some(Slot::Shared(variable)) if !variable.is_guarded() => {
                variable.change(|held| change_in_place(held, operator, right)).unwrap_or(false)
            }
            _ => false,
        }
    }

    /// Assigns to a slot of the current frame.
    #[inline]
    pub(crate) fn set_slot(&mut self, slot: SlotId, name: Symbol, value: Value) -> Outcome {
        match self.stack.get_mut(self.base + slot.0 as usize) {
            Some(Slot::Shared(variable)) => {
                if variable.is_guarded() {
                    let variable = variable.clone();
                    return self.write_variable(&variable, value);
                }
                variable.put(Some(value));
                Ok(())
            }
            Some(Slot::Local(place)) => {
                *place = value;
                Ok(())
            }
            Some(place) => {
                *place = Slot::Local(value);
                self.shadow_all_scope(slot, name)
            }
            None => Ok(()),
        }
    }

    /// A name that gets its first value here: a variable of an outer scope that spans all scopes is assigned instead,
    /// and a constant one refuses.
    #[inline]
    fn shadow_all_scope(&mut self, slot: SlotId, name: Symbol) -> Outcome {
        let Some(outer) = self.global.variables.borrow().get(&name).cloned() else { return Ok(()) };
        if !outer.options.get().all_scope {
            return Ok(());
        }
        let place = self.base + slot.0 as usize;
        let Some(Slot::Local(value)) = self.stack.get_mut(place).map(std::mem::take) else { return Ok(()) };
        if let Some(slot) = self.stack.get_mut(place) {
            *slot = Slot::Shared(outer.clone());
        }
        self.write_variable(&outer, value)
    }

    /// Writes a variable with all that it demands: options, type, attributes.
    pub fn write_variable(&mut self, variable: &Rc<Variable>, value: Value) -> Outcome {
        let VariableOptions { read_only, constant, .. } = variable.options.get();
        if read_only || constant {
            let name = variable.name.name();
            let text = format!("Cannot overwrite variable {name} because it is read-only or constant.");
            return Err(Fault::new("VariableNotWritable", ErrorCategory::WriteError, text)
                .of(&SESSION_STATE_UNAUTHORIZED)
                .target(Value::Str(name))
                .into());
        }
        let constraint = variable.constraint.borrow().clone();
        let value = match constraint {
            Some(constraint) => self.constrain(&constraint, value, variable.name)?,
            None => value,
        };
        variable.put(Some(value));
        Ok(())
    }

    fn constrain(&mut self, constraint: &Constraint, value: Value, name: Symbol) -> Outcome<Value> {
        let value = nothing_as_null(value);
        match check::apply(self, &constraint.attributes, value, &name.name(), CheckContext::Variable) {
            Err(Flow::Error(record))
                if record.exception.type_ref().is_some_and(|ty| ty.native().is(&error::INVALID_CAST_EXCEPTION)) =>
            {
                // A typed variable transforms what it is given; a failure is one of metadata, not of a cast.
                Err(Fault::new("RuntimeException", ErrorCategory::MetadataError, record.exception_message())
                    .of(&crate::types::exceptions::ARGUMENT_TRANSFORMATION_METADATA_EXCEPTION)
                    .inner(record.exception.clone())
                    .into())
            }
            other => other,
        }
    }

    /// Stores a value in what can be assigned to.
    pub(super) fn store(&mut self, target: &Target, value: Value) -> Outcome {
        match target {
            Target::Slot(slot, name) => self.set_slot(*slot, *name, value),
            Target::Underbar => {
                self.frame_mut().underbar = Some(value);
                Ok(())
            }
            Target::Discard => Ok(()),
            Target::Scoped(variable) => self.store_scoped(variable, value),
            Target::Typed { ty, attributes, inner } => self.store_typed(ty.as_ref(), attributes, inner, value),
            Target::Member(member) => {
                let object = self.eval(&member.object)?;
                let (_, symbol) = self.name_of(&member.name)?;
                self.set_member_value(&object, symbol, nothing_as_null(value))
            }
            Target::StaticMember(member) => {
                let ty = self.eval(&member.ty)?;
                let (name, symbol) = self.name_of(&member.name)?;
                self.set_static_value(&ty, &name, symbol, nothing_as_null(value))
            }
            Target::Index(code) => {
                let object = self.eval(&code.target)?;
                let index = self.eval(&code.index)?;
                enumerate::set_index(self, &object, &index, nothing_as_null(value))
            }
            Target::List(targets) => self.store_list(targets, value),
            Target::Invalid => Err(Fault::new(
                "InvalidLeftHandSide",
                ErrorCategory::InvalidOperation,
                "The assignment expression is not valid. The input to an assignment operator must be an object that is \
                 able to accept assignments, such as a variable or a property.",
            )
            .into()),
        }
    }

    /// `$a, $b = …`: the last target takes all that is left.
    fn store_list(&mut self, targets: &[Target], value: Value) -> Outcome {
        let mut items = match enumerate::items_of(&value) {
            Some(items) => items.into_iter(),
            None => vec![nothing_as_null(value)].into_iter(),
        };
        for (i, target) in targets.iter().enumerate() {
            let part = if i + 1 == targets.len() {
                match items.len() {
                    0 => Value::Null,
                    1 => items.next().unwrap_or_default(),
                    _ => Value::array(items.by_ref().collect()),
                }
            } else {
                items.next().unwrap_or_default()
            };
            self.store(target, part)?;
        }
        Ok(())
    }

    fn store_scoped(&mut self, variable: &ScopedVariable, value: Value) -> Outcome {
        match variable.kind {
            ScopeName::Drive => self.write_drive(&variable.scope, &variable.name, value),
            ScopeName::Any | ScopeName::Using if &*variable.name == "_" => {
                self.frame_mut().underbar = Some(value);
                Ok(())
            }
            kind => {
                let scope = self.scope_of(kind);
                let cell = self.variable_in(&scope, variable.symbol);
                if kind == ScopeName::Private {
                    cell.options.set(VariableOptions { private: true, ..cell.options.get() });
                }
                self.write_variable(&cell, value)
            }
        }
    }

    fn store_typed(
        &mut self,
        ty: Option<&TypeCode>,
        attributes: &[Rc<AttributeCode>],
        inner: &Target,
        value: Value,
    ) -> Outcome {
        let mut checks = Vec::new();
        for attribute in attributes {
            checks.extend(self.attribute_check(attribute)?);
        }
        let ty = match ty {
            Some(code) => Some(self.type_of(code)?),
            None => None,
        };
        if let Some(ty) = &ty {
            checks.push(Check::Convert(ty.clone()));
        }
        let variable = match inner {
            Target::Slot(slot, name) => self.promote(*slot, *name),
            Target::Scoped(scoped) if scoped.kind != ScopeName::Drive => {
                let scope = self.scope_of(scoped.kind);
                self.variable_in(&scope, scoped.symbol)
            }
            other => {
                let value = check::apply(self, &checks, nothing_as_null(value), "", CheckContext::Variable)?;
                return self.store(other, value);
            }
        };
        let constraint = Rc::new(Constraint { ty, attributes: checks });
        let (value, name) = (nothing_as_null(value), variable.name.name());
        let value = check::apply(self, &constraint.attributes, value, &name, CheckContext::NewVariable)?;
        *variable.constraint.borrow_mut() = None;
        self.write_variable(&variable, value)?;
        *variable.constraint.borrow_mut() = Some(constraint);
        Ok(())
    }

    /// The value that a target holds now.
    pub(super) fn load(&mut self, target: &Target) -> Outcome<Value> {
        match target {
            Target::Slot(slot, name) => self.read_slot(*slot, *name),
            Target::Underbar => Ok(self.underbar()),
            Target::Scoped(variable) => {
                let value = match variable.kind {
                    ScopeName::Drive => return self.read_drive(&variable.scope, &variable.name),
                    ScopeName::Any | ScopeName::Using => self.lookup(variable.symbol),
                    kind => {
                        let scope = self.scope_of(kind);
                        self.value_in(&scope, variable.symbol)
                    }
                };
                Ok(value.unwrap_or_default())
            }
            Target::Typed { inner, .. } => self.load(inner),
            Target::Member(member) => {
                let object = self.eval(&member.object)?;
                let (_, symbol) = self.name_of(&member.name)?;
                self.member_value(&object, symbol)
            }
            Target::StaticMember(member) => {
                let ty = self.eval(&member.ty)?;
                let (_, symbol) = self.name_of(&member.name)?;
                self.static_value(&ty, symbol)
            }
            Target::Index(code) => {
                let object = self.eval(&code.target)?;
                let index = self.eval(&code.index)?;
                enumerate::index(self, &object, &index)
            }
            Target::List(targets) => {
                let mut values = Vec::with_capacity(targets.len());
                for target in targets {
                    values.push(self.load(target)?);
                }
                Ok(Value::array(values))
            }
            Target::Discard | Target::Invalid => Ok(Value::Null),
        }
    }

    fn load_lenient(&mut self, target: &Target) -> Outcome<Value> {
        if let Target::Slot(_, name) = target {
            return Ok(self.lookup(*name).unwrap_or_default());
        }
        let strict = std::mem::replace(&mut self.any_strict, false);
        let value = self.load(target);
        self.any_strict |= strict;
        value
    }

    pub(super) fn step(&mut self, target: &Target, up: bool, prefix: bool) -> Outcome<Value> {
        if let Target::Slot(slot, name) = target
            && let Some(n) = self.peek_int(&Code::Slot(*slot, *name))
            && let Some(next) = if up { n.checked_add(1) } else { n.checked_sub(1) }
        {
            self.set_slot(*slot, *name, Value::Int(next))?;
            return Ok(Value::Int(if prefix { next } else { n }));
        }
        let old = match target {
            Target::Slot(slot, name) => self.own_value(*slot, *name)?,
            other => self.load(other)?,
        };
        let new = if up { arithmetic::increment(self, &old)? } else { arithmetic::decrement(self, &old)? };
        self.store(target, new.clone())?;
        Ok(match (prefix, old) {
            (true, _) => new,
            (false, Value::Null | Value::Void) => Value::Int(0),
            (false, old) => old,
        })
    }

    /// `[ref]$x`: an object whose `Value` is the variable.
    pub(super) fn reference(&mut self, target: &Target) -> Outcome<Value> {
        let variable = match target {
            Target::Slot(slot, name) => match self.stack.get(self.base + slot.0 as usize) {
                Some(Slot::Local(_)) => self.promote(*slot, *name),
                Some(Slot::Shared(variable)) if variable.read(|value| value.is_some()) => variable.clone(),
                _ => match self.find_variable(*name) {
                    Some(found) => found,
                    None => {
                        let text = "[ref] cannot be applied to a variable that does not exist.";
                        return Err(Fault::new("NonExistingVariableReference", ErrorCategory::InvalidOperation, text)
                            .target(Value::Str(name.name()))
                            .into());
                    }
                },
            },
            Target::Scoped(scoped) if scoped.kind != ScopeName::Drive => {
                let scope = self.scope_of(scoped.kind);
                self.variable_in(&scope, scoped.symbol)
            }
            other => {
                let value = self.load(other)?;
                Rc::new(Variable::with_value(Symbol::new(""), value))
            }
        };
        Ok(Value::native(crate::types::reference::Reference::new(variable)))
    }

    /// Sets a variable by its text, with a scope before a colon if one is named, as `-OutVariable` and the like do.
    pub fn set_variable(&mut self, scope: &Link, name: Symbol, value: Value) -> Outcome {
        let variable = self.variable_in(scope, name);
        self.write_variable(&variable, value)
    }
}

impl crate::types::reference::ReferenceTarget for Variable {
    fn get(&self) -> Value {
        Variable::get(self).unwrap_or_default()
    }

    fn set(&self, env: &mut dyn Env, value: Value) -> Outcome<()> {
        let constraint = self.constraint.borrow().clone();
        let value = match constraint.as_ref().and_then(|constraint| constraint.ty.as_ref()) {
            Some(ty) => convert::convert(env, &value, ty)?,
            None => value,
        };
        self.put(Some(value));
        Ok(())
    }
}

/// Combines two values in the place of the first; false where that needs a new value or the rules of conversion.
#[inline]
fn change_in_place(held: &mut Value, operator: AssignOperator, right: &Value) -> bool {
    match (&mut *held, right) {
        (Value::Int(a), Value::Int(b)) => {
            let result = match operator {
                AssignOperator::PlusEquals => a.checked_add(*b),
                AssignOperator::MinusEquals => a.checked_sub(*b),
                AssignOperator::MultiplyEquals => a.checked_mul(*b),
                _ => None,
            };
            match result {
                Some(result) => {
                    *a = result;
                    true
                }
                None => false,
            }
        }
        (Value::Double(a), Value::Double(_) | Value::Int(_)) => {
            let b = match right {
                Value::Double(b) => *b,
                Value::Int(b) => f64::from(*b),
                _ => return false,
            };
            match operator {
                AssignOperator::PlusEquals => *a += b,
                AssignOperator::MinusEquals => *a -= b,
                AssignOperator::MultiplyEquals => *a *= b,
                AssignOperator::DivideEquals => *a /= b,
                _ => return false,
            }
            true
        }
        _ => operator == AssignOperator::PlusEquals && grow(held, right),
    }
}

/// Appends to a text or an array that nobody else holds; false where that cannot be done in place.
fn grow(held: &mut Value, right: &Value) -> bool {
    match (held, right) {
        (Value::Str(text), Value::Str(tail)) => {
            text.push_str(tail);
            true
        }
        (Value::Array(array), right) => {
            let Some(Array { items, element, dimensions, extra }) = Rc::get_mut(array) else { return false };
            if !element.is_native(&crate::value::types::OBJECT) || !dimensions.is_empty() || !extra.is_empty() {
                return false;
            }
            match enumerate::items_of(right) {
                Some(more) => items.get_mut().extend(more),
                None if matches!(right, Value::Void) => {}
                None => items.get_mut().push(right.clone()),
            }
            true
        }
        _ => false,
    }
}

impl Session {
    /// The check that an attribute on a variable or property stands for, if it is one.
    pub(crate) fn attribute_check(&mut self, code: &AttributeCode) -> Outcome<Option<Check>> {
        let mut positional = Vec::with_capacity(code.positional.len());
        for argument in &code.positional {
            positional.push(self.eval(argument)?);
        }
        let mut named = Vec::with_capacity(code.named.len());
        for (name, argument) in &code.named {
            named.push((name.clone(), self.eval(argument)?));
        }
        crate::engine::binder::attribute::check_of(self, &code.ty.text, Arguments { positional, named })
    }
}
