//! What the layers below the engine ask of it: calls back into scripts, and the world outside.

use super::{Member, Outcome, TypeRef, Value};
use crate::text::{Str, Symbol};

/// The engine as values, types and the formatter see it.
pub trait Env: std::any::Any {
    /// Calls a script block (or anything else that can be invoked) with arguments; its output as one value.
    fn invoke(&mut self, block: &Value, this: Option<&Value>, arguments: &[Value]) -> Outcome<Value>;

    /// The value of a calculated property: a block called for an item (`$_`), which the first error of any of its
    /// statements ends.
    fn evaluate(&mut self, block: &Value, item: &Value) -> Outcome<Value> {
        self.invoke(block, Some(item), &[])
    }

    /// Calls a script block in the caller's scope with `$_` set to an item.
    fn invoke_item(&mut self, block: &Value, item: &Value, arguments: &[Value]) -> Outcome<Value> {
        self.invoke(block, Some(item), arguments)
    }

    /// The value of `$object.name`; null where there is no such property.
    fn get_property(&mut self, object: &Value, name: Symbol) -> Outcome<Value>;

    /// Sets a property that exists; an error where it does not.
    fn set_property(&mut self, object: &Value, name: Symbol, value: Value) -> Outcome<()>;

    /// Whether there is such a property.
    fn has_property(&mut self, object: &Value, name: Symbol) -> bool;

    /// The names of the object's properties as `Select-Object *` lists them.
    fn property_names(&mut self, object: &Value) -> Vec<Str>;

    /// The object's type names, as `PSTypeNames` gives them.
    fn type_names(&mut self, object: &Value) -> Vec<Str>;

    /// Calls a method.
    fn call_method(&mut self, object: &Value, name: &str, arguments: &[Value]) -> Outcome<Value>;

    /// The properties that `Update-TypeData` says stand for an object of this type.
    fn default_display(&mut self, _object: &Value) -> Option<Vec<Str>> {
        None
    }

    /// A member that was added to the object's type, such as by `Update-TypeData`.
    fn type_member(&mut self, _object: &Value, _name: Symbol) -> Option<Member> {
        None
    }

    /// Whether the object has a method of this name that a script or the type's own table defines.
    fn has_method(&mut self, object: &Value, name: &str) -> bool;

    /// Makes an object of a type from constructor arguments; `None` where none of its constructors takes them.
    fn construct(&mut self, ty: &TypeRef, arguments: &[Value]) -> Option<Outcome<Value>>;

    /// Makes an object of a type by a constructor that takes a value of the argument's very type, as conversions do;
    /// `None` where there is none.
    fn construct_from(&mut self, ty: &TypeRef, argument: &Value) -> Option<Outcome<Value>> {
        self.construct(ty, std::slice::from_ref(argument))
    }

    /// Calls a static method; `None` where the type has none of that name that takes the arguments.
    fn call_static(&mut self, ty: &TypeRef, name: &str, arguments: &[Value]) -> Option<Outcome<Value>>;

    /// The type that a name stands for, as in a type literal.
    fn find_type(&mut self, name: &str) -> Option<TypeRef>;

    /// The name of the current culture, such as `en-US`; empty for the invariant one.
    fn culture_name(&self) -> Str;

    /// The value of a preference or automatic variable such as `OFS`, as the running script sees it.
    fn variable(&self, name: &str) -> Option<Value>;

    /// The moment now: 100 ns ticks since 0001-01-01, UTC.
    fn now_ticks(&self) -> i64;

    /// The id of the local time zone, such as `Europe/Paris`.
    fn time_zone(&self) -> Str;

    /// A random number, uniform over all of `u64`.
    fn random(&mut self) -> u64;

    /// An environment variable of the process as the shell sees it.
    fn environment(&self, name: &str) -> Option<Str>;

    /// The folder that relative paths start from.
    fn current_folder(&self) -> Str;

    /// Sets an environment variable, or removes it.
    fn set_environment(&mut self, _name: &str, _value: Option<Str>) {}

    /// All environment variables.
    fn environment_variables(&self) -> Vec<(Str, Str)> {
        Vec::new()
    }

    /// Writes text to the console, past the pipeline.
    fn write_console(&mut self, _text: &str, _to_errors: bool) {}

    /// Reads a line from the console; `None` at the end of input.
    fn read_console(&mut self) -> Option<Str> {
        None
    }

    /// Waits.
    fn sleep(&mut self, _milliseconds: u64) {}
}

#[cfg(test)]
pub(crate) use testing::TestEnv;

#[cfg(test)]
mod testing {
    use super::{Env, Outcome, Str, Symbol, TypeRef, Value};
    use crate::value::{Member, NativeType, convert, number::NumberKind, types};
    use std::collections::HashMap;

    pub static DAY_OF_WEEK: NativeType = NativeType::enumeration(
        "System.DayOfWeek",
        &[
            ("Sunday", 0),
            ("Monday", 1),
            ("Tuesday", 2),
            ("Wednesday", 3),
            ("Thursday", 4),
            ("Friday", 5),
            ("Saturday", 6),
        ],
    );

    pub static FILE_ATTRIBUTES: NativeType = NativeType::flags(
        "System.IO.FileAttributes",
        &[
            ("None", 0),
            ("ReadOnly", 1),
            ("Hidden", 2),
            ("System", 4),
            ("Directory", 16),
            ("Archive", 32),
            ("Device", 64),
            ("Normal", 128),
            ("Temporary", 256),
            ("SparseFile", 512),
            ("ReparsePoint", 1024),
            ("Compressed", 2048),
            ("Offline", 4096),
            ("NotContentIndexed", 8192),
            ("Encrypted", 16384),
            ("IntegrityStream", 32768),
            ("NoScrubData", 131_072),
        ],
    );

    /// An engine that knows variables, notes and the types of this layer, and runs nothing.
    #[derive(Default)]
    pub(crate) struct TestEnv {
        pub variables: HashMap<String, Value>,
    }

    impl Env for TestEnv {
        fn invoke(&mut self, _block: &Value, _this: Option<&Value>, _arguments: &[Value]) -> Outcome<Value> {
            Ok(Value::Void)
        }

        fn get_property(&mut self, object: &Value, name: Symbol) -> Outcome<Value> {
            match object.extra().and_then(|extra| extra.member(name)) {
                Some(Member::Note(value)) => Ok(value),
                _ => Ok(Value::Null),
            }
        }

        fn set_property(&mut self, object: &Value, name: Symbol, value: Value) -> Outcome<()> {
            if let Some(extra) = object.extra() {
                extra.change(|parts| parts.members.set(name.name(), Member::Note(value)));
            }
            Ok(())
        }

        fn has_property(&mut self, object: &Value, name: Symbol) -> bool {
            object.extra().and_then(|extra| extra.member(name)).is_some()
        }

        fn property_names(&mut self, object: &Value) -> Vec<Str> {
            let names = object.extra().and_then(|extra| {
                extra.read(|parts| parts.members.iter().map(|(name, _)| name.clone()).collect::<Vec<Str>>())
            });
            names.unwrap_or_default()
        }

        fn type_names(&mut self, object: &Value) -> Vec<Str> {
            object.type_ref().map(|ty| Str::from(ty.full_name())).into_iter().collect()
        }

        fn call_method(&mut self, object: &Value, _name: &str, _arguments: &[Value]) -> Outcome<Value> {
            convert::object_text(self, object).map(Value::Str)
        }

        fn has_method(&mut self, _object: &Value, _name: &str) -> bool {
            false
        }

        fn construct(&mut self, _ty: &TypeRef, _arguments: &[Value]) -> Option<Outcome<Value>> {
            None
        }

        fn call_static(&mut self, _ty: &TypeRef, _name: &str, _arguments: &[Value]) -> Option<Outcome<Value>> {
            None
        }

        fn find_type(&mut self, name: &str) -> Option<TypeRef> {
            if let Some(element) = name.strip_suffix("[]") {
                return self.find_type(element).map(TypeRef::array_of);
            }
            if let Some(inner) = name.strip_prefix("nullable[").and_then(|rest| rest.strip_suffix(']')) {
                let inner = self.find_type(inner)?;
                return Some(TypeRef::Generic(std::rc::Rc::new((&types::NULLABLE, vec![inner]))));
            }
            const KNOWN: [&NativeType; 10] = [
                &types::BOOLEAN,
                &types::STRING,
                &types::CHAR,
                &types::ARRAY,
                &types::HASHTABLE,
                &types::PS_OBJECT,
                &types::OBJECT,
                &types::TYPE,
                &DAY_OF_WEEK,
                &FILE_ATTRIBUTES,
            ];
            let name = match name {
                "int16" => "short",
                "uint16" => "ushort",
                "uint32" => "uint",
                "uint64" => "ulong",
                "single" => "float",
                other => other,
            };
            let numbers = NumberKind::ALL.into_iter().map(NumberKind::native);
            let is_named = |ty: &&'static NativeType| {
                let short = crate::value::type_name::accelerator(ty.name);
                ty.name == name || ty.short_name().eq_ignore_ascii_case(name) || short == Some(name)
            };
            numbers.chain(KNOWN).find(is_named).map(TypeRef::Native)
        }

        fn culture_name(&self) -> Str {
            "en-US".into()
        }

        fn variable(&self, name: &str) -> Option<Value> {
            self.variables.get(name).cloned()
        }

        fn now_ticks(&self) -> i64 {
            0
        }

        fn time_zone(&self) -> Str {
            "UTC".into()
        }

        fn random(&mut self) -> u64 {
            0
        }

        fn environment(&self, _name: &str) -> Option<Str> {
            None
        }

        fn current_folder(&self) -> Str {
            "/".into()
        }
    }
}
