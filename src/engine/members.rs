//! Members: the properties and methods of any value, in PowerShell's order of search.
//!
//! Keys of a table, then members that were added to the object, then those that `Update-TypeData` gave its type, those
//! of a script class, those of the native type; a collection that has no such member gives those of its items.

use super::Session;
use super::block::ScriptBlock;
use super::class;
use super::script_cmdlet::{self, ScriptCmdlet};
use crate::text::{Str, Symbol};
use crate::types::{self, Hints};
use crate::value::{
    Env, ErrorCategory, Fault, Member, NativeType, OtherMember, Outcome, PsObject, TypeRef, Value, convert, enumerate,
    error,
};
use std::rc::Rc;

pub static PROPERTY_NOT_FOUND: NativeType =
    NativeType::class("System.Management.Automation.PropertyNotFoundException", &error::EXTENDED_TYPE_SYSTEM_EXCEPTION);

impl Session {
    /// `$object.name`.
    pub fn member_value(&mut self, object: &Value, name: Symbol) -> Outcome<Value> {
        if let Some(value) = self.find_member_value(object, name)? {
            return Ok(value);
        }
        if object.is_null() {
            if self.strict().0 >= 2 {
                return Err(self.property_not_found(name));
            }
            return Ok(if is_length(name) { Value::Int(0) } else { Value::Null });
        }
        let is_strict_scalar = self.strict().0 >= 2 && !matches!(object.base(), Value::Array(_));
        if !is_strict_scalar && let Some(value) = intrinsic(object, name) {
            return Ok(value);
        }
        if !matches!(object.base(), Value::Table(_)) && self.has_method(object, &name.name()) {
            let kind = super::member_list::MemberType::Method;
            return Ok(super::tables::member::method(object, &self.method_spelling(object, name), kind));
        }
        if let Some(items) = enumerate::items_of(object) {
            return self.member_of_items(items, name);
        }
        if self.strict().0 >= 2 && !matches!(object.base(), Value::Table(_)) {
            return Err(self.property_not_found(name));
        }
        if self.strict().0 >= 2 {
            return Err(self.property_not_found(name));
        }
        Ok(Value::Null)
    }

    /// The name of a method as its type spells it.
    fn method_spelling(&mut self, object: &Value, name: Symbol) -> Str {
        let text = name.name();
        let members = self.list_members(object);
        let own = members.into_iter().find(|entry| crate::text::symbol::same_name(&entry.name, &text));
        own.map_or(text, |entry| entry.name)
    }

    fn property_not_found(&self, name: Symbol) -> crate::value::Flow {
        let text =
            format!("The property '{}' cannot be found on this object. Verify that the property exists.", name.name());
        Fault::new("PropertyNotFoundStrict", ErrorCategory::NotSpecified, text).of(&PROPERTY_NOT_FOUND).into()
    }

    /// The members of the items of a collection, those that have one.
    fn member_of_items(&mut self, items: Vec<Value>, name: Symbol) -> Outcome<Value> {
        let mut values = Vec::new();
        let mut found = false;
        for item in items {
            let value = match self.find_member_value(&item, name)? {
                Some(value) => value,
                None => match enumerate::items_of(&item) {
                    Some(inner) => self.member_of_items(inner, name)?,
                    None => match intrinsic(&item, name) {
                        Some(value) => value,
                        None => continue,
                    },
                },
            };
            found = true;
            enumerate::unroll_into(value, &mut values);
        }
        if !found && self.strict().0 >= 2 {
            return Err(self.property_not_found(name));
        }
        if !found {
            return Ok(Value::Null);
        }
        Ok(match values.len() {
            1 => values.pop().unwrap_or_default(),
            _ => Value::array(values),
        })
    }

    /// The value of a member that the object itself has; `None` where it has none.
    pub fn find_member_value(&mut self, object: &Value, name: Symbol) -> Outcome<Option<Value>> {
        match object {
            Value::Null | Value::Void => return Ok(None),
            Value::Table(table) => {
                if let Some(value) = table.get_text(&name.name()) {
                    return Ok(Some(value));
                }
            }
            Value::Object(custom) => {
                if let Some(member) = custom.extra.member(name) {
                    return self.read_member(object, &member).map(Some);
                }
                if let Some(base) = custom.base().cloned() {
                    return self.find_member_value(&base, name);
                }
            }
            _ => {}
        }
        if !matches!(object, Value::Object(_))
            && let Some(extra) = object.extra()
            && let Some(member) = extra.member(name)
        {
            return self.read_member(object, &member).map(Some);
        }
        if let Some(member) = self.type_data_member(object, name) {
            return self.read_member(object, &member).map(Some);
        }
        if let Value::Instance(instance) = object
            && let Some(value) = class::get_field(instance, name)
        {
            return Ok(Some(value));
        }
        if let Some(cmdlet) = object.downcast::<ScriptCmdlet>() {
            return Ok(script_cmdlet::property(self, &cmdlet.0.clone(), name));
        }
        if let Value::Native(native) = object
            && let Some(value) = native.data().dynamic_property(&name.name())
        {
            return Ok(Some(value));
        }
        if let Some(value) = types::get_property(self, object, name) {
            return value.map(Some);
        }
        self.special_member(object, name)
    }

    /// `PSObject`, `PSTypeNames` and their kin, which every object has.
    fn special_member(&mut self, object: &Value, name: Symbol) -> Outcome<Option<Value>> {
        let text = name.name();
        if !text.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("ps")) {
            return Ok(None);
        }
        Ok(match &*text.to_ascii_lowercase() {
            "psobject" => Some(super::psobject::view(object.clone())),
            "pstypenames" => Some(super::psobject::type_names(self, object)),
            "psbase" | "psadapted" | "psextended" => Some(object.base().clone()),
            _ => None,
        })
    }

    /// The member that `Update-TypeData` gave one of the object's type names.
    pub(crate) fn type_data_member(&mut self, object: &Value, name: Symbol) -> Option<Member> {
        if self.type_data.is_empty() {
            return None;
        }
        self.type_names(object)
            .iter()
            .find_map(|ty| self.type_data.get(&Symbol::new(ty)).and_then(|data| data.members.get(name).cloned()))
    }

    /// The value that a member gives for an object.
    pub fn read_member(&mut self, object: &Value, member: &Member) -> Outcome<Value> {
        let other = match member {
            Member::Note(value) => return Ok(value.clone()),
            Member::Other(other) => other.clone(),
        };
        match &*other {
            OtherMember::Alias { target, conversion } => {
                let value = self.member_value(object, Symbol::new(target))?;
                match conversion {
                    Some(ty) => convert::convert(self, &value, ty),
                    None => Ok(value),
                }
            }
            OtherMember::Script { getter, .. } => {
                let result = self.invoke(getter, Some(object), &[]);
                match result {
                    Ok(Value::Void) => Ok(Value::Null),
                    Err(crate::value::Flow::Error(record)) if !record.thrown.get() || self.try_depth > 0 => {
                        Err(crate::value::Flow::Error(record))
                    }
                    other => other,
                }
            }
            OtherMember::Guarded { value, .. } => Ok(value.borrow().clone()),
            OtherMember::Method(_) => Ok(super::psobject::method(self, object, member)),
            OtherMember::PropertySet(names) => Ok(Value::array(names.iter().cloned().map(Value::Str).collect())),
            OtherMember::MemberSet(members) => Ok(Value::Object(Rc::new(PsObject::with_members(members.clone())))),
        }
    }

    /// `$object.name = value`.
    pub fn set_member_value(&mut self, object: &Value, name: Symbol, value: Value) -> Outcome {
        if object.is_null() {
            let text = format!(
                "The property '{}' cannot be found on this object. Verify that the property exists and can be set.",
                name.name()
            );
            return Err(Fault::new("PropertyNotFound", ErrorCategory::InvalidOperation, text).into());
        }
        if let Value::Table(table) = object.base() {
            let extra = table.extra.member(name);
            if extra.is_none() {
                if table.read_only.get() {
                    return Err(
                        Fault::exception(&error::NOT_SUPPORTED_EXCEPTION, "Collection was of a fixed size.").into()
                    );
                }
                let spelled = match table.get_text(&name.name()) {
                    Some(_) => name.name(),
                    None => self.spelling(name),
                };
                table.set(Value::Str(spelled), value);
                return Ok(());
            }
        }
        if self.set_added_member(object, name, &value)? {
            return Ok(());
        }
        if let Some(member) = self.type_data_member(object, name) {
            return self.write_member(object, &member, name, value);
        }
        if let Value::Instance(instance) = object.base() {
            match class::set_field(self, instance, name, &value) {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(crate::value::Flow::Error(record)) => {
                    let text = format!("Exception setting \"{}\": \"{}\"", name.name(), record.exception_message());
                    return Err(Fault::new("ExceptionWhenSetting", ErrorCategory::NotSpecified, text)
                        .of(&types::exceptions::SET_VALUE_INVOCATION_EXCEPTION)
                        .inner(record.exception.clone())
                        .into());
                }
                Err(other) => return Err(other),
            }
        }
        if let Value::Native(native) = object.base() {
            let native = native.clone();
            if let Some(result) = native.data().set_dynamic_property(self, &name.name(), &value) {
                return result;
            }
        }
        if let Some(result) = types::set_property(self, object, name, value.clone()) {
            return result;
        }
        if let Some(items) = enumerate::items_of(object)
            && !items.is_empty()
        {
            for item in items {
                self.set_member_value(&item, name, value.clone())?;
            }
            return Ok(());
        }
        let text = format!(
            "The property '{}' cannot be found on this object. Verify that the property exists and can be set.",
            name.name()
        );
        Err(Fault::new("PropertyAssignmentException", ErrorCategory::InvalidOperation, text)
            .of(&error::RUNTIME_EXCEPTION)
            .into())
    }

    /// The spelling in which a name stands in the code that runs, so that new keys keep it.
    fn spelling(&self, name: Symbol) -> Str {
        name.name()
    }

    fn set_added_member(&mut self, object: &Value, name: Symbol, value: &Value) -> Outcome<bool> {
        let mut carrier = object;
        loop {
            if let Some(extra) = carrier.extra()
                && let Some(member) = extra.member(name)
            {
                match &member {
                    Member::Note(_) => {
                        extra.change(|parts| {
                            if let Some(place) = parts.members.get_mut(name) {
                                *place = Member::Note(value.clone());
                            }
                        });
                    }
                    Member::Other(_) => self.write_member(object, &member, name, value.clone())?,
                }
                return Ok(true);
            }
            match carrier {
                Value::Object(custom) if custom.base().is_some() => carrier = custom.base().unwrap_or(carrier),
                _ => return Ok(false),
            }
        }
    }

    fn write_member(&mut self, object: &Value, member: &Member, name: Symbol, value: Value) -> Outcome {
        let Member::Other(other) = member else { return Ok(()) };
        match &**other {
            OtherMember::Alias { target, .. } => self.set_member_value(object, Symbol::new(target), value),
            OtherMember::Script { setter: Some(setter), .. } => {
                self.invoke(setter, Some(object), &[value])?;
                Ok(())
            }
            OtherMember::Guarded { value: cell, read_only: false, .. } => {
                *cell.borrow_mut() = value;
                Ok(())
            }
            _ => {
                let text = format!("'{}' is a ReadOnly property.", name.name());
                Err(Fault::new("PropertyAssignmentException", ErrorCategory::InvalidOperation, text).into())
            }
        }
    }

    /// `$object.name(arguments)`.
    pub fn invoke_method(&mut self, object: &Value, name: &str, arguments: Vec<Value>) -> Outcome<Value> {
        self.invoke_method_with(object, name, arguments, Hints::NONE)
    }

    /// As [`Session::invoke_method`], for a call that says more of the overload that it wants.
    pub(crate) fn invoke_method_with(
        &mut self,
        object: &Value,
        name: &str,
        arguments: Vec<Value>,
        hints: Hints,
    ) -> Outcome<Value> {
        if object.is_null() {
            if let Some(result) = types::magic::on_collection(self, object, name, &arguments) {
                return result;
            }
            return Err(Fault::new(
                "InvokeMethodOnNull",
                ErrorCategory::InvalidOperation,
                "You cannot call a method on a null-valued expression.",
            )
            .into());
        }
        if let Some(result) = self.find_method(object, name, &arguments, hints) {
            return result;
        }
        if let Some(result) = types::magic::on_collection(self, object, name, &arguments) {
            return result;
        }
        if let Some(items) = enumerate::items_of(object)
            && !items.is_empty()
        {
            let mut values = Vec::new();
            for item in items {
                let value = self.invoke_method_with(&item, name, arguments.clone(), hints)?;
                enumerate::unroll_into(value, &mut values);
            }
            return Ok(enumerate::collapse(values));
        }
        let ty = object.type_ref().map_or_else(String::new, |ty| ty.full_name());
        let text = format!("Method invocation failed because [{ty}] does not contain a method named '{name}'.");
        Err(Fault::new("MethodNotFound", ErrorCategory::InvalidOperation, text).target(Value::from(name)).into())
    }

    /// A method that the object itself has.
    fn find_method(&mut self, object: &Value, name: &str, arguments: &[Value], hints: Hints) -> Option<Outcome<Value>> {
        let symbol = Symbol::new(name);
        let added = object.extra().and_then(|extra| extra.member(symbol));
        if let Some(member) = added.or_else(|| self.type_data_member(object, symbol))
            && let Member::Other(other) = &member
            && let OtherMember::Method(block) = &**other
        {
            let block = block.clone();
            return Some(self.invoke(&block, Some(object), arguments));
        }
        if let Value::Object(custom) = object
            && let Some(base) = custom.base().cloned()
        {
            return self.find_method(&base, name, arguments, hints);
        }
        if let Value::Instance(instance) = object
            && let Some(result) = class::call_method(self, instance, name, arguments)
        {
            return Some(result);
        }
        if let Some(cmdlet) = object.downcast::<ScriptCmdlet>()
            && let Some(result) = script_cmdlet::method(self, &cmdlet.0.clone(), name, arguments)
        {
            return Some(result);
        }
        if let Some(block) = object.downcast::<Rc<ScriptBlock>>() {
            let block = block.clone();
            if let Some(result) = super::psobject::block_method(self, &block, name, arguments) {
                return Some(result);
            }
        }
        types::call_method_with(self, object, name, arguments, hints)
    }

    /// `([Base]$this).Method()`: the base class's own method.
    pub(crate) fn invoke_method_as(
        &mut self,
        object: &Value,
        ty: &TypeRef,
        name: &str,
        arguments: Vec<Value>,
    ) -> Outcome<Value> {
        if let Value::Instance(instance) = object
            && let TypeRef::Script(class) = ty
            && let Some(result) = class::call_method_of(self, instance, class, name, &arguments)
        {
            return result;
        }
        let converted = convert::convert(self, object, ty)?;
        self.invoke_method(&converted, name, arguments)
    }

    /// `[type]::name`.
    pub(crate) fn static_value(&mut self, ty: &Value, symbol: Symbol) -> Outcome<Value> {
        let Value::Type(ty) = ty.base() else { return self.static_of_object(ty, symbol) };
        if let TypeRef::Script(class) = &**ty
            && let Some(value) = class::get_static(self, class, symbol)?
        {
            return Ok(value);
        }
        match types::get_static(self, ty, symbol) {
            Some(value) => value,
            None if types::has_static_method(ty, &symbol.name()) => {
                Ok(super::tables::member::static_method(ty, &symbol.name()))
            }
            None if self.strict().0 >= 2 => Err(self.property_not_found(symbol)),
            None => Ok(Value::Null),
        }
    }

    /// `$object::name` looks among the statics of the object's type.
    fn static_of_object(&mut self, object: &Value, symbol: Symbol) -> Outcome<Value> {
        match object.type_ref() {
            Some(ty) => self.static_value(&Value::Type(Rc::new(ty)), symbol),
            None => Ok(Value::Null),
        }
    }

    pub(crate) fn set_static_value(&mut self, ty: &Value, name: &Str, symbol: Symbol, value: Value) -> Outcome {
        let ty = match ty.base() {
            Value::Type(ty) => (**ty).clone(),
            other => match other.type_ref() {
                Some(ty) => ty,
                None => return self.set_member_value(other, symbol, value),
            },
        };
        if let TypeRef::Script(class) = &ty
            && class::set_static(self, class, symbol, &value)?
        {
            return Ok(());
        }
        match types::set_static(self, &ty, symbol, value) {
            Some(result) => result,
            None => {
                let text = format!(
                    "The property '{name}' cannot be found on this object. Verify that the property exists and can be set."
                );
                Err(Fault::new("PropertyAssignmentException", ErrorCategory::InvalidOperation, text).into())
            }
        }
    }

    /// `[type]::name(arguments)`.
    pub(crate) fn invoke_static(
        &mut self,
        ty: &Value,
        name: &str,
        arguments: Vec<Value>,
        hints: Hints,
    ) -> Outcome<Value> {
        let ty = match ty.base() {
            Value::Type(ty) => (**ty).clone(),
            other => match other.type_ref() {
                Some(ty) => ty,
                None => {
                    return Err(Fault::new(
                        "InvokeMethodOnNull",
                        ErrorCategory::InvalidOperation,
                        "You cannot call a method on a null-valued expression.",
                    )
                    .into());
                }
            },
        };
        if name.eq_ignore_ascii_case("new") {
            return match &ty {
                TypeRef::Script(_) => self.new_object(&ty, &arguments),
                other => types::construct_with(self, other, &arguments, hints),
            };
        }
        // A block is made by the parser, and the methods of a script's class have no overloads to choose from.
        let is_own = matches!(ty, TypeRef::Script(_)) || ty.is_native(&crate::value::types::SCRIPT_BLOCK);
        let is_plain = is_own || hints.casts.is_empty() && hints.generic.is_empty();
        let result = match is_plain {
            true => self.call_static(&ty, name, &arguments),
            false => types::call_static_with(self, &ty, name, &arguments, hints),
        };
        match result {
            Some(result) => result,
            None => {
                let text = format!(
                    "Method invocation failed because [{}] does not contain a method named '{name}'.",
                    ty.full_name()
                );
                Err(Fault::new("MethodNotFound", ErrorCategory::InvalidOperation, text)
                    .target(Value::from(name))
                    .into())
            }
        }
    }

    /// `[type]::new(arguments)`.
    pub fn new_object(&mut self, ty: &TypeRef, arguments: &[Value]) -> Outcome<Value> {
        match self.construct(ty, arguments) {
            Some(result) => result,
            None => {
                let text =
                    format!("Cannot find an overload for \"new\" and the argument count: \"{}\".", arguments.len());
                Err(Fault::new("MethodCountCouldNotFindBest", ErrorCategory::NotSpecified, text)
                    .of(&error::METHOD_EXCEPTION)
                    .into())
            }
        }
    }
}

/// `Count` and `Length`, which any single object has.
fn intrinsic(object: &Value, name: Symbol) -> Option<Value> {
    if !is_length(name) {
        return None;
    }
    match object.base() {
        Value::Table(_) => None,
        Value::Array(array) => Some(Value::Int(i32::try_from(array.len()).unwrap_or(i32::MAX))),
        _ => Some(Value::Int(1)),
    }
}

fn is_length(name: Symbol) -> bool {
    let text = name.name();
    text.eq_ignore_ascii_case("Count") || text.eq_ignore_ascii_case("Length")
}
