//! Calls through the whole path from a name to a result, in an environment without scripts.

use super::*;
use crate::text::{Str, Symbol};
use crate::value::types::TypeRef;
use crate::value::{Env, Fault, Flow, Outcome, Value, convert};

/// An environment that knows the types and nothing else.
pub(super) struct TypesOnly;

fn no_scripts() -> Flow {
    Fault::new("NoScripts", crate::value::ErrorCategory::NotImplemented, "There are no scripts here.").into()
}

impl Env for TypesOnly {
    fn invoke(&mut self, _block: &Value, _this: Option<&Value>, _arguments: &[Value]) -> Outcome<Value> {
        Err(no_scripts())
    }

    fn get_property(&mut self, object: &Value, name: Symbol) -> Outcome<Value> {
        get_property(self, object, name).unwrap_or(Ok(Value::Null))
    }

    fn set_property(&mut self, object: &Value, name: Symbol, value: Value) -> Outcome<()> {
        set_property(self, object, name, value).unwrap_or(Ok(()))
    }

    fn has_property(&mut self, object: &Value, name: Symbol) -> bool {
        object.type_ref().is_some_and(|ty| has_property(&ty, name))
    }

    fn property_names(&mut self, object: &Value) -> Vec<Str> {
        object.type_ref().map(|ty| property_names(&ty).into_iter().map(Str::from).collect()).unwrap_or_default()
    }

    fn type_names(&mut self, object: &Value) -> Vec<Str> {
        object.type_ref().map(|ty| vec![Str::from(ty.full_name())]).unwrap_or_default()
    }

    fn call_method(&mut self, object: &Value, name: &str, arguments: &[Value]) -> Outcome<Value> {
        call_method(self, object, name, arguments).unwrap_or(Ok(Value::Null))
    }

    fn has_method(&mut self, object: &Value, name: &str) -> bool {
        object.type_ref().is_some_and(|ty| has_method(&ty, name))
    }

    fn construct(&mut self, ty: &TypeRef, arguments: &[Value]) -> Option<Outcome<Value>> {
        try_construct(self, ty, arguments)
    }

    fn construct_from(&mut self, ty: &TypeRef, argument: &Value) -> Option<Outcome<Value>> {
        construct_from(self, ty, argument)
    }

    fn call_static(&mut self, ty: &TypeRef, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
        try_call_static(self, ty, name, arguments)
    }

    fn find_type(&mut self, name: &str) -> Option<TypeRef> {
        find_type(name)
    }

    fn culture_name(&self) -> Str {
        "en-US".into()
    }

    fn variable(&self, _name: &str) -> Option<Value> {
        None
    }

    fn now_ticks(&self) -> i64 {
        638_000_000_000_000_000
    }

    fn time_zone(&self) -> Str {
        "UTC".into()
    }

    fn random(&mut self) -> u64 {
        4
    }

    fn environment(&self, _name: &str) -> Option<Str> {
        None
    }

    fn current_folder(&self) -> Str {
        "/".into()
    }
}

/// What a value or an error says.
fn said(outcome: Option<Outcome<Value>>) -> String {
    match outcome {
        None => "no such method".to_string(),
        Some(Ok(value)) => convert::to_text(&mut TypesOnly, &value).map(|text| text.to_string()).unwrap_or_default(),
        Some(Err(Flow::Error(record))) => format!("{}: {}", record.full_id(), record.message()),
        Some(Err(_)) => "control flow".to_string(),
    }
}

/// The result of an instance method.
pub(super) fn method(this: impl Into<Value>, name: &str, arguments: &[Value]) -> String {
    said(call_method(&mut TypesOnly, &this.into(), name, arguments))
}

/// The result of a static method.
pub(super) fn on_type(ty: &str, name: &str, arguments: &[Value]) -> String {
    let ty = find_type(ty).unwrap_or(TypeRef::Native(&crate::value::types::VOID));
    said(call_static(&mut TypesOnly, &ty, name, arguments))
}

#[test]
fn the_overload_that_suits_best_is_called() {
    assert_eq!(on_type("math", "Round", &[Value::Double(2.5)]), "2");
    assert_eq!(on_type("math", "Max", &[Value::from("1"), Value::Int(2)]), "2");
    assert_eq!(on_type("string", "Join", &[Value::from("-"), Value::array(vec![Value::Int(1), Value::Int(2)])]), "1-2");
    assert_eq!(method("a,b", "Split", &[Value::from(",")]), "a b");
    assert_eq!(method("abc", "Trim", &[Value::from("ac")]), "b");
}

#[test]
fn a_method_that_throws_says_what_was_called() {
    assert_eq!(
        on_type("int", "Parse", &[Value::from("x")]),
        "FormatException: Exception calling \"Parse\" with \"1\" argument(s): \"The input string 'x' was not in a \
         correct format.\""
    );
    assert_eq!(
        method("abc", "Substring", &[Value::from("x")]),
        "MethodArgumentConversionInvalidCastArgument: Cannot convert argument \"startIndex\", with value: \"x\", for \
         \"Substring\" to type \"System.Int32\": \"Cannot convert value \"x\" to type \"System.Int32\". Error: \"The \
         input string 'x' was not in a correct format.\"\""
    );
    assert_eq!(
        method("abc", "Substring", &[Value::Int(1), Value::Int(2), Value::Int(3)]),
        "MethodCountCouldNotFindBest: Cannot find an overload for \"Substring\" and the argument count: \"3\"."
    );
}

#[test]
fn a_reference_receives_the_result() {
    let cell = Value::native(reference::Reference::to_value(Value::Null));
    assert_eq!(on_type("int", "TryParse", &[Value::from("12"), cell.clone()]), "True");
    assert!(matches!(cell.downcast::<reference::Reference>().map(|r| r.get()), Some(Value::Int(12))));
    assert_eq!(
        on_type("int", "TryParse", &[Value::from("12"), Value::Int(0)]),
        "NonRefArgumentToRefParameterMsg: Argument: '2' should be a System.Management.Automation.PSReference. Use [ref]."
    );
}

/// An object that a constructor makes.
pub(super) fn made(ty: &str, arguments: &[Value]) -> Value {
    let ty = find_type(ty).unwrap_or(TypeRef::Native(&crate::value::types::VOID));
    construct(&mut TypesOnly, &ty, arguments).unwrap_or_default()
}

#[test]
fn the_items_of_a_list_are_of_its_type() {
    let list = made("System.Collections.Generic.List[int]", &[]);
    assert_eq!(method(list.clone(), "Add", &[Value::from("5")]), "");
    assert!(method(list.clone(), "Add", &[Value::from("x")]).contains("for \"Add\" to type \"System.Int32\""));
    assert_eq!(method(list, "ToArray", &[]), "5");
    let definitions = method_overloads(&made("Collections.Generic.List[int]", &[]).type_ref().unwrap(), "Add", false);
    assert_eq!(definitions, [Str::from("void Add(int item)")]);
}

#[test]
fn the_keys_of_a_dictionary_differ_by_case_unless_a_comparer_says_otherwise() {
    let name = "System.Collections.Generic.Dictionary[string,int]";
    let ignoring = get_static(&mut TypesOnly, &find_type("StringComparer").unwrap(), Symbol::new("OrdinalIgnoreCase"));
    for (dictionary, found) in
        [(made(name, &[]), "False"), (made(name, &[ignoring.unwrap().unwrap_or_default()]), "True")]
    {
        assert_eq!(method(dictionary.clone(), "Add", &[Value::from("Pin"), Value::Int(1)]), "");
        assert_eq!(method(dictionary, "ContainsKey", &[Value::from("PIN")]), found);
    }
}

#[test]
fn every_table_can_be_read() {
    for table in TABLES.iter().copied().flatten().copied().flatten() {
        let lists = [table.methods, table.constructors, table.static_methods];
        for method in lists.into_iter().flatten() {
            let parsed = signature::Signature::parse(method.signature);
            assert_eq!(parsed.name, overloads::method_name(method.signature), "{}", method.signature);
        }
        assert!(find_native(table.ty.name).is_some());
    }
}
