//! The engine as the layers below see it.

use super::Session;
use super::binder::Argument;
use super::block::ScriptBlock;
use super::class;
use super::invoke::Invocation;
use super::pipeline::Collect;
use crate::text::{Str, Symbol};
use crate::types;
use crate::value::{Env, Member, OtherMember, Outcome, TypeRef, Value};
use std::rc::Rc;

impl Env for Session {
    fn invoke(&mut self, block: &Value, this: Option<&Value>, arguments: &[Value]) -> Outcome<Value> {
        let mut collected = Collect::default();
        let arguments: Vec<Argument> = arguments.iter().cloned().map(Argument::positional).collect();
        if let Some(block) = block.downcast::<Rc<ScriptBlock>>() {
            let block = block.clone();
            let how = Invocation { arguments, this: this.cloned(), underbar: this.cloned(), ..Invocation::default() };
            self.call_block(&block, how, &mut collected)?;
            return Ok(collected.into_value());
        }
        let (command, _) = self.command_from(block)?;
        self.run_command(command, arguments, None, &mut collected)?;
        Ok(collected.into_value())
    }

    fn evaluate(&mut self, block: &Value, item: &Value) -> Outcome<Value> {
        self.try_depth += 1;
        let result = self.invoke(block, Some(item), &[]);
        self.try_depth -= 1;
        result
    }

    fn invoke_item(&mut self, block: &Value, item: &Value, arguments: &[Value]) -> Outcome<Value> {
        let Some(block) = block.downcast::<Rc<ScriptBlock>>().cloned() else {
            return self.invoke(block, None, std::slice::from_ref(item));
        };
        let mut collected = Collect::default();
        let arguments = arguments.iter().cloned().map(Argument::positional).collect();
        let how = Invocation { arguments, underbar: Some(item.clone()), dotted: true, ..Invocation::default() };
        self.call_block(&block, how, &mut collected)?;
        Ok(collected.into_value())
    }

    fn get_property(&mut self, object: &Value, name: Symbol) -> Outcome<Value> {
        Ok(self.find_member_value(object, name)?.unwrap_or_default())
    }

    fn set_property(&mut self, object: &Value, name: Symbol, value: Value) -> Outcome<()> {
        self.set_member_value(object, name, value)
    }

    fn has_property(&mut self, object: &Value, name: Symbol) -> bool {
        if let Value::Table(table) = object.base()
            && table.get_text(&name.name()).is_some()
        {
            return true;
        }
        let text = name.name();
        self.property_names(object).iter().any(|own| crate::text::symbol::same_name(own, &text))
    }

    fn property_names(&mut self, object: &Value) -> Vec<Str> {
        let mut names: Vec<Str> = Vec::new();
        let mut add = |name: Str| {
            if !names.iter().any(|known| crate::text::symbol::same_name(known, &name)) {
                names.push(name);
            }
        };
        let mut carrier = Some(object);
        while let Some(value) = carrier {
            added_properties(value, &mut add);
            carrier = match value {
                Value::Object(custom) => custom.base(),
                _ => None,
            };
        }
        if !self.type_data.is_empty() {
            for ty in self.type_names(object) {
                if let Some(data) = self.type_data.get(&Symbol::new(&ty)) {
                    data.members
                        .iter()
                        .filter(|(_, member)| is_property(member))
                        .for_each(|(name, _)| add(name.clone()));
                }
            }
        }
        match object.base() {
            Value::Object(_) => {}
            Value::Instance(instance) => {
                class::visible_fields(instance).into_iter().for_each(&mut add);
                native_properties(object.base(), &mut add);
            }
            base => native_properties(base, &mut add),
        }
        names
    }

    fn type_names(&mut self, object: &Value) -> Vec<Str> {
        let mut carrier = object;
        loop {
            if let Some(names) =
                carrier.extra().and_then(|extra| extra.read(|parts| parts.type_names.clone())).flatten()
            {
                return names;
            }
            match carrier {
                Value::Object(custom) => match custom.base() {
                    Some(base) => carrier = base,
                    None => break,
                },
                _ => break,
            }
        }
        let mut names = Vec::new();
        let Some(ty) = object.type_ref() else { return names };
        let mut next = Some(ty.clone());
        while let Some(ty) = next {
            names.push(Str::from(ty.full_name()));
            next = match &ty {
                TypeRef::Native(native) => native.base.map(TypeRef::Native),
                TypeRef::Script(script) => match script.kind {
                    crate::value::types::ScriptKind::Enum { .. } => Some(TypeRef::Native(&crate::value::types::ENUM)),
                    _ => Some(script.base.get().cloned().unwrap_or(TypeRef::Native(&crate::value::types::OBJECT))),
                },
                TypeRef::Array(_) => Some(TypeRef::Native(&crate::value::types::ARRAY)),
                TypeRef::Generic(generic) => {
                    Some(generic.0.base.map_or(TypeRef::Native(&crate::value::types::OBJECT), TypeRef::Native))
                }
            };
        }
        names
    }

    fn call_method(&mut self, object: &Value, name: &str, arguments: &[Value]) -> Outcome<Value> {
        self.invoke_method(object, name, arguments.to_vec())
    }

    fn default_display(&mut self, object: &Value) -> Option<Vec<Str>> {
        if self.type_data.is_empty() {
            return None;
        }
        let names = self.type_names(object);
        names
            .iter()
            .find_map(|name| self.type_data.get(&Symbol::new(name)).and_then(|data| data.default_display.clone()))
    }

    fn type_member(&mut self, object: &Value, name: Symbol) -> Option<Member> {
        self.type_data_member(object, name)
    }

    fn has_method(&mut self, object: &Value, name: &str) -> bool {
        let symbol = Symbol::new(name);
        let added = object.extra().and_then(|extra| extra.member(symbol));
        if let Some(Member::Other(other)) = added.or_else(|| self.type_data_member(object, symbol))
            && matches!(&*other, OtherMember::Method(_))
        {
            return true;
        }
        if let Value::Instance(instance) = object {
            if class::has_method(instance, name) {
                return true;
            }
            // What every object inherits is no method of the class's own.
            if instance.native_base().is_none() {
                return false;
            }
        }
        object.type_ref().is_some_and(|ty| types::has_method(&ty, name))
    }

    fn construct(&mut self, ty: &TypeRef, arguments: &[Value]) -> Option<Outcome<Value>> {
        match ty {
            TypeRef::Script(script) => Some(class::construct(self, script, arguments)),
            other => types::try_construct(self, other, arguments),
        }
    }

    fn construct_from(&mut self, ty: &TypeRef, argument: &Value) -> Option<Outcome<Value>> {
        match ty {
            TypeRef::Script(script) => class::construct_from(self, script, argument),
            other => types::construct_from(self, other, argument),
        }
    }

    fn call_static(&mut self, ty: &TypeRef, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
        if let TypeRef::Script(script) = ty
            && let Some(result) = class::call_static(self, script, name, arguments)
        {
            return Some(result);
        }
        if std::ptr::eq(ty.native(), &crate::value::types::SCRIPT_BLOCK)
            && name.eq_ignore_ascii_case("Create")
            && let [text] = arguments
        {
            let text = match crate::value::convert::to_text(self, text) {
                Ok(text) => text,
                Err(flow) => return Some(Err(flow)),
            };
            return Some(self.parse_block(&text, None).map(Value::native));
        }
        types::call_static(self, ty, name, arguments)
    }

    fn find_type(&mut self, name: &str) -> Option<TypeRef> {
        self.find_type_text(name)
    }

    fn culture_name(&self) -> Str {
        self.host().culture_name()
    }

    fn variable(&self, name: &str) -> Option<Value> {
        self.lookup(Symbol::new(name))
    }

    fn now_ticks(&self) -> i64 {
        self.host().now_ticks()
    }

    fn time_zone(&self) -> Str {
        self.host().time_zone()
    }

    fn random(&mut self) -> u64 {
        self.host().random()
    }

    fn environment(&self, name: &str) -> Option<Str> {
        self.environment.get(name).cloned()
    }

    fn current_folder(&self) -> Str {
        self.folder.clone()
    }

    fn set_environment(&mut self, name: &str, value: Option<Str>) {
        match value {
            Some(value) => {
                self.environment.insert(Str::from(name), value);
            }
            None => {
                self.environment.shift_remove(name);
            }
        }
    }

    fn environment_variables(&self) -> Vec<(Str, Str)> {
        self.environment.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    fn write_console(&mut self, text: &str, to_errors: bool) {
        let host = self.host();
        if to_errors {
            host.write_errors(text);
        } else {
            host.write(self, text, false);
        }
    }

    fn read_console(&mut self) -> Option<Str> {
        self.host().read_input()
    }

    fn sleep(&mut self, milliseconds: u64) {
        self.host().sleep(milliseconds);
    }
}

fn is_property(member: &Member) -> bool {
    match member {
        Member::Note(_) => true,
        Member::Other(other) => match &**other {
            OtherMember::Alias { .. } | OtherMember::Script { .. } => true,
            OtherMember::Guarded { hidden, .. } => !hidden,
            OtherMember::Method(_) | OtherMember::PropertySet(_) | OtherMember::MemberSet(_) => false,
        },
    }
}

fn added_properties(value: &Value, add: &mut dyn FnMut(Str)) {
    let names = value.extra().and_then(|extra| {
        extra.read(|parts| {
            let own = parts.members.iter().filter(|(_, member)| is_property(member));
            own.map(|(name, _)| name.clone()).collect::<Vec<_>>()
        })
    });
    names.into_iter().flatten().for_each(add);
}

fn native_properties(value: &Value, add: &mut dyn FnMut(Str)) {
    if let Value::Native(native) = value {
        let dynamic = native.data().dynamic_properties();
        if !dynamic.is_empty() {
            dynamic.into_iter().for_each(add);
            return;
        }
    }
    let Some(ty) = value.type_ref() else { return };
    types::property_names(&ty).into_iter().map(Str::from).for_each(add);
}
