//! Recorded facts of PowerShell's formatting, printed through an environment without an engine.

use super::record::Record;
use super::request::ParameterKind;
use super::{FormatRequest, Formatter, LineSink, Printer, ShapeKind, Stream, Style};
use crate::text::{Str, Symbol};
use crate::types;
use crate::value::{
    Env, ErrorCategory, ErrorRecord, Fault, Member, Outcome, Table, TableKind, TypeRef, Value, error::Place,
};
use std::rc::Rc;

/// Knows notes and the properties of types; script blocks are not run.
struct NotesOnly;

impl Env for NotesOnly {
    fn invoke(&mut self, _: &Value, _: Option<&Value>, _: &[Value]) -> Outcome<Value> {
        Err(Fault::new("x", ErrorCategory::NotSpecified, "x").into())
    }

    fn get_property(&mut self, object: &Value, name: Symbol) -> Outcome<Value> {
        if let Some(Member::Note(value)) = object.extra().and_then(|extra| extra.member(name)) {
            return Ok(value);
        }
        types::get_property(self, object, name).unwrap_or(Ok(Value::Null))
    }

    fn set_property(&mut self, _: &Value, _: Symbol, _: Value) -> Outcome<()> {
        Ok(())
    }

    fn has_property(&mut self, object: &Value, name: Symbol) -> bool {
        self.property_names(object).iter().any(|own| Symbol::new(own) == name)
    }

    fn property_names(&mut self, object: &Value) -> Vec<Str> {
        let mut names: Vec<Str> = match object.base() {
            Value::Native(native) => types::property_names(&native.type_ref()).into_iter().map(Str::from).collect(),
            _ => Vec::new(),
        };
        names.extend(
            object
                .extra()
                .and_then(|extra| {
                    extra.read(|parts| parts.members.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>())
                })
                .unwrap_or_default(),
        );
        names
    }

    fn type_names(&mut self, object: &Value) -> Vec<Str> {
        let own = object.extra().and_then(|extra| extra.read(|parts| parts.type_names.clone()));
        own.flatten().unwrap_or_else(|| {
            let mut names: Vec<Str> = Vec::new();
            let mut ty = object.type_ref().map(|ty| ty.native());
            while let Some(native) = ty {
                names.push(native.name.into());
                ty = native.base;
            }
            names
        })
    }

    fn call_method(&mut self, _: &Value, _: &str, _: &[Value]) -> Outcome<Value> {
        Ok(Value::Null)
    }

    fn has_method(&mut self, _: &Value, _: &str) -> bool {
        false
    }

    fn construct(&mut self, _: &TypeRef, _: &[Value]) -> Option<Outcome<Value>> {
        None
    }

    fn call_static(&mut self, _: &TypeRef, _: &str, _: &[Value]) -> Option<Outcome<Value>> {
        None
    }

    fn find_type(&mut self, _: &str) -> Option<TypeRef> {
        None
    }

    fn culture_name(&self) -> Str {
        "en-US".into()
    }

    fn variable(&self, _: &str) -> Option<Value> {
        None
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

    fn environment(&self, _: &str) -> Option<Str> {
        None
    }

    fn current_folder(&self) -> Str {
        "/".into()
    }
}

#[derive(Default)]
struct Lines(Vec<String>);

impl LineSink for Lines {
    fn line(&mut self, _: Stream, text: &str) -> Outcome {
        self.0.push(text.trim_end().to_string());
        Ok(())
    }
}

/// What `Out-Host` prints on 80 columns.
fn printed(values: &[Value]) -> Vec<String> {
    let mut lines = Lines::default();
    let mut printer = Printer::console(80, None, Style { window: 80, ..Style::plain() });
    for value in values {
        assert!(printer.feed(&mut NotesOnly, value, Stream::Output, &mut lines).is_ok());
    }
    assert!(printer.finish(&mut NotesOnly, &mut lines).is_ok());
    lines.0
}

/// What a `Format-*` cmdlet makes of objects, as the pipeline carries it.
fn formatted(kind: ShapeKind, request: FormatRequest, values: &[Value]) -> Vec<Value> {
    let mut formatter = Formatter::shaped(kind, request, Style::plain());
    let mut records = Vec::new();
    for value in values {
        assert!(formatter.feed(&mut NotesOnly, value, Stream::Output, &mut records).is_ok());
    }
    formatter.finish(&mut records);
    records.into_iter().map(Value::native).collect()
}

fn request(kind: ShapeKind, properties: &[&str]) -> FormatRequest {
    let arguments: Vec<Value> = properties.iter().map(|name| Value::from(*name)).collect();
    let properties = ParameterKind::Shape(kind).parse(&arguments).unwrap_or_default();
    FormatRequest { properties, ..FormatRequest::default() }
}

fn ab(a: impl Into<Value>, b: impl Into<Value>) -> Value {
    Value::object([("A", a.into()), ("B", b.into())])
}

#[test]
fn strings_and_numbers_print_as_text() {
    assert_eq!(printed(&["x".into(), 5.into(), Value::Null, 0.1.into(), true.into()]), ["x", "5", "0.1", "True"]);
}

#[test]
fn few_properties_make_a_table_between_blank_lines() {
    let rows = [ab(1, "x"), ab(22, "longer")];
    assert_eq!(printed(&rows), ["", " A B", " - -", " 1 x", "22 longer", ""]);
}

#[test]
fn doubles_have_the_cultures_digits_in_tables_only() {
    assert_eq!(printed(&[ab(1.0 / 3.0, 2.5)]), ["", "    A     B", "    -     -", "0.333 2.500", ""]);
    let list = formatted(ShapeKind::List, FormatRequest::default(), &[ab(1.0 / 3.0, f64::INFINITY)]);
    assert_eq!(printed(&list), ["", "A : 0.333333333333333", "B : ∞", ""]);
}

#[test]
fn five_properties_make_a_list() {
    let object = Value::object(["P", "Q", "R", "S", "Name"].map(|name| (name, Value::from(1))));
    assert_eq!(
        printed(std::slice::from_ref(&object)),
        ["", "P    : 1", "Q    : 1", "R    : 1", "S    : 1", "Name : 1", ""]
    );
    assert_eq!(printed(&[object.clone(), object]).len(), 13);
}

#[test]
fn strings_among_rows_wait_with_them() {
    let values = ["start".into(), ab(1, "x"), "between".into(), ab(2, "y"), "end".into()];
    assert_eq!(printed(&values), ["start", "", "A B", "- -", "1 x", "between", "2 y", "end", ""]);
}

#[test]
fn hash_tables_show_names_and_values() {
    let table = Table::new(TableKind::Ordered);
    table.set("Null".into(), Value::Null);
    table.set("Long".into(), Value::array((1..=6).map(Value::Int).collect()));
    let inner = Table::new(TableKind::Hashtable);
    inner.set("k".into(), Value::array(vec![1.into()]));
    table.set("Table".into(), Value::Table(Rc::new(inner)));
    assert_eq!(
        printed(&[Value::Table(Rc::new(table))]),
        [
            "",
            "Name                           Value",
            "----                           -----",
            "Null",
            "Long                           {1, 2, 3, 4…}",
            "Table                          {[k, System.Object[]]}",
            "",
        ]
    );
}

#[test]
fn objects_that_do_not_fit_an_open_document_become_lists() {
    let table = Table::new(TableKind::Hashtable);
    table.set("K".into(), 1.into());
    let lines = printed(&[Value::Table(Rc::new(table)), ab(1, 2)]);
    assert_eq!(
        lines,
        [
            "",
            "Name                           Value",
            "----                           -----",
            "K                              1",
            "",
            "A : 1",
            "B : 2",
            "",
            "",
        ]
    );
}

#[test]
fn format_records_print_again_and_again() {
    let records = formatted(ShapeKind::Table, request(ShapeKind::Table, &["b", "nope"]), &[ab(1, "x")]);
    assert_eq!(records.len(), 5);
    let once = ["", "B Nope", "- ----", "x", ""].map(|line| line.replace("Nope", "nope"));
    assert_eq!(printed(&records), once);
    let twice: Vec<Value> = records.iter().chain(&records).cloned().collect();
    assert_eq!(printed(&twice).len(), 10);
}

#[test]
fn objects_after_an_explicit_table_begin_a_document_of_their_own() {
    let mut values = formatted(ShapeKind::Table, FormatRequest::default(), &[ab(1, "x")]);
    values.push(ab(2, "y"));
    assert_eq!(printed(&values), ["", "A B", "- -", "1 x", "", "", "A B", "- -", "2 y", ""]);
}

#[test]
fn a_record_out_of_its_place_is_an_error() {
    let mut lines = Lines::default();
    let mut printer = Printer::console(80, None, Style::plain());
    let result = printer.feed(&mut NotesOnly, &Value::native(Record::GroupEnd), Stream::Output, &mut lines);
    let Err(crate::value::Flow::Error(record)) = result else { panic!("no error") };
    assert_eq!(&*record.id, "ConsoleLineOutputOutOfSequencePacket");
}

#[test]
fn groups_have_headings_and_tables_of_their_own() {
    let mut request = request(ShapeKind::Table, &["B"]);
    request.group_by = ParameterKind::GroupBy.parse(&["A".into()]).ok().and_then(|mut list| list.pop());
    let records = formatted(ShapeKind::Table, request, &[ab("x", 1), ab("X", 2), ab("y", 3)]);
    assert_eq!(printed(&records), ["", "   A: x", "", "B", "-", "1", "2", "", "   A: y", "", "B", "-", "3", ""]);
}

#[test]
fn wide_layouts_fill_rows() {
    let values = ["alpha", "beta", "gamma"].map(|name| Value::object([("Name", name.into())]));
    let records = formatted(ShapeKind::Wide, FormatRequest::default(), &values);
    assert_eq!(printed(&records), ["", "alpha                                   beta", "gamma", ""]);
    let sized = FormatRequest { auto_size: Some(true), ..FormatRequest::default() };
    let records = formatted(ShapeKind::Wide, sized, &values);
    assert_eq!(printed(&records).get(1).map(String::as_str), Some("alpha  beta   gamma"));
}

#[test]
fn custom_layouts_open_objects() {
    let object = Value::object([("Name", "web".into()), ("In", Value::object([("X", 1.into())]))]);
    let records = formatted(ShapeKind::Custom, FormatRequest::default(), &[object]);
    assert_eq!(
        printed(&records),
        [
            "",
            "class PSCustomObject",
            "{",
            "  Name = web",
            "  In =",
            "    class PSCustomObject",
            "    {",
            "      X = 1",
            "    }",
            "}",
            "",
            "",
        ]
    );
}

#[test]
fn errors_of_scripts_show_their_line() {
    let record = Fault::new("PathNotFound", ErrorCategory::ObjectNotFound, "Cannot find path '/nope'.").record();
    record.activity.replace(Some("Get-Item".into()));
    let value = Value::native(record.clone());
    assert_eq!(printed(std::slice::from_ref(&value)), ["Get-Item: Cannot find path '/nope'."]);
    let source = crate::syntax::Source::new(Some("/a.ps1".into()), "Get-Item /nope\n".into());
    record.place.replace(Some(Place { source, span: crate::syntax::Span::new(0, 14) }));
    let lines = [
        "Get-Item: /a.ps1:1",
        "Line |",
        "   1 |  Get-Item /nope",
        "     |  ~~~~~~~~~~~~~~",
        "     | Cannot find path '/nope'.",
    ];
    let mut shown = printed(&[value]);
    assert_eq!(shown.pop().as_deref(), Some(""));
    assert_eq!(shown, lines);
    assert_eq!(ErrorRecord::category_message(&record), "ObjectNotFound: (:) [Get-Item], RuntimeException");
}
