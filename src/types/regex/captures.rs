//! `Match`, `Group` and `Capture` with their collections.

use crate::text::Str;
use crate::text::regex::{Match, Regex, Replacement, Span};
use crate::types::arguments::Arguments;
use crate::types::collections::list::List;
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{enumerator, fault, known, object, sequence};
use crate::value::error::NOT_SUPPORTED_EXCEPTION;
use crate::value::types::{NativeType, STRING, TypeRef};
use crate::value::{Env, Native, Outcome, Value, convert};
use std::rc::Rc;

/// A piece of a text that a match, a group or a capture is.
pub struct Captured {
    ty: &'static NativeType,
    text: Str,
    span: Option<Span>,
    name: Str,
    captures: Vec<Span>,
    /// The match with its expression, where this is a match.
    found: Option<(Rc<Regex>, Match)>,
}

/// A match as a value; without one it is the failed match.
pub fn match_value(regex: Option<Rc<Regex>>, text: Str, found: Option<Match>) -> Value {
    let span = found.as_ref().map(Match::span);
    let captures = found.as_ref().and_then(|found| found.groups.first()).map(|group| group.captures.clone());
    Value::native(Captured {
        ty: &known::MATCH,
        text,
        span,
        name: Str::from("0"),
        captures: captures.unwrap_or_default(),
        found: regex.zip(found),
    })
}

impl Captured {
    fn value(&self) -> Str {
        Str::from(self.span.map_or("", |span| span.value(&self.text)))
    }

    /// The index and length in UTF-16 units.
    fn units(&self) -> (usize, usize) {
        self.span.map_or((0, 0), |span| span.units(&self.text))
    }
}

impl Native for Captured {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.value()))
    }
}

/// Matches, groups or captures in a row; groups are also found by name.
struct Collection {
    ty: &'static NativeType,
    items: Vec<Value>,
}

/// A `MatchCollection`.
pub(super) fn match_collection(items: Vec<Value>) -> Value {
    Value::native(Collection { ty: &known::MATCH_COLLECTION, items })
}

impl Collection {
    fn named(&self, name: &str) -> Option<Value> {
        let has_name = |item: &&Value| item.downcast::<Captured>().is_some_and(|group| group.name == name);
        self.items.iter().find(has_name).cloned()
    }

    /// The group that took no part, which stands for every one that there is not.
    fn missing(&self) -> Value {
        let group = Captured {
            ty: &known::GROUP,
            text: Str::default(),
            span: None,
            name: Str::default(),
            captures: Vec::new(),
            found: None,
        };
        Value::native(group)
    }
}

impl Native for Collection {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.items.clone())
    }

    fn count(&self) -> Option<usize> {
        Some(self.items.len())
    }

    fn index(&self, env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        if *self.ty != known::GROUP_COLLECTION {
            return Some(sequence::at(env, &self.items, index));
        }
        if let Some(name) = index.as_str() {
            return Some(Ok(self.named(name).unwrap_or_else(|| self.missing())));
        }
        Some(convert::to_int(env, index).map(|number| {
            let number = number.to_string();
            self.items
                .iter()
                .zip(numbers_of(&self.items))
                .find(|(_, own)| *own == number)
                .map_or_else(|| self.missing(), |(item, _)| item.clone())
        }))
    }
}

/// The numbers of groups, which are their places.
fn numbers_of(items: &[Value]) -> impl Iterator<Item = String> + use<> {
    (0..items.len()).map(|place| place.to_string())
}

pub(super) static CAPTURE: TypeTable = TypeTable {
    properties: &[
        Property::new("Index", "int", index),
        Property::new("Length", "int", length),
        Property::new("Value", "string", value),
    ],
    methods: &[Method::new("string ToString()", object::to_string)],
    ..TypeTable::of(&known::CAPTURE)
};

pub(super) static GROUP: TypeTable = TypeTable {
    properties: &[
        Property::new("Success", "bool", success),
        Property::new("Name", "string", name),
        Property::new("Captures", "System.Text.RegularExpressions.CaptureCollection", captures),
    ],
    static_methods: &[Method::new(
        "System.Text.RegularExpressions.Group Synchronized(System.Text.RegularExpressions.Group inner)",
        synchronized,
    )],
    ..TypeTable::of(&known::GROUP)
};

pub(super) static MATCH: TypeTable = TypeTable {
    properties: &[Property::new("Groups", "System.Text.RegularExpressions.GroupCollection", groups)],
    methods: &[
        Method::new("System.Text.RegularExpressions.Match NextMatch()", next_match),
        Method::new("string Result(string replacement)", result),
    ],
    static_properties: &[StaticProperty::new("Empty", "System.Text.RegularExpressions.Match", |_| {
        Ok(match_value(None, Str::default(), None))
    })],
    static_methods: &[Method::new(
        "System.Text.RegularExpressions.Match Synchronized(System.Text.RegularExpressions.Match inner)",
        synchronized,
    )],
    ..TypeTable::of(&known::MATCH)
};

static COLLECTION_PROPERTIES: &[Property] = &[
    Property::new("Count", "int", count),
    Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(true))),
    Property::new("IsSynchronized", "bool", |_, _| Ok(Value::Bool(false))),
    Property::new("SyncRoot", "System.Object", |_, this| Ok(this.clone())),
];

pub(super) static CAPTURES: TypeTable = TypeTable {
    properties: COLLECTION_PROPERTIES,
    methods: &[
        Method::new("void CopyTo(array array, int arrayIndex)", copy_to),
        Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Text.RegularExpressions.Capture Item(int i) {get;}", item),
    ],
    ..TypeTable::of(&known::CAPTURE_COLLECTION)
};

pub(super) static MATCHES: TypeTable = TypeTable {
    properties: COLLECTION_PROPERTIES,
    methods: &[
        Method::new("void CopyTo(array array, int arrayIndex)", copy_to),
        Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Text.RegularExpressions.Match Item(int i) {get;}", item),
    ],
    ..TypeTable::of(&known::MATCH_COLLECTION)
};

pub(super) static GROUPS: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", count),
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(true))),
        Property::new("IsSynchronized", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("Keys", "System.Collections.Generic.IEnumerable[string]", keys),
        Property::new("SyncRoot", "System.Object", |_, this| Ok(this.clone())),
        Property::new(
            "Values",
            "System.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Group]",
            |_, this| Ok(Value::native(List::read_only(TypeRef::Native(&known::GROUP), items(this)?))),
        ),
    ],
    methods: &[
        Method::new("bool ContainsKey(string key)", contains_key),
        Method::new("void CopyTo(array array, int arrayIndex)", copy_to),
        Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Text.RegularExpressions.Group Item(int groupnum) {get;}", item),
        Method::new("System.Text.RegularExpressions.Group Item(string groupname) {get;}", item),
        Method::new("bool TryGetValue(string key, [ref] System.Text.RegularExpressions.Group value)", try_get_value),
    ],
    ..TypeTable::of(&known::GROUP_COLLECTION)
};

fn own(this: &Value) -> Outcome<&Captured> {
    receiver::<Captured>(this)
}

fn index(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.units().0 as i32))
}

fn length(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.units().1 as i32))
}

fn value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Str(own(this)?.value()))
}

fn success(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(own(this)?.span.is_some()))
}

fn name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    // A missing group has no name, as .NET has it.
    Ok(if own.name.is_empty() { Value::Null } else { Value::Str(own.name.clone()) })
}

fn captures(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    let items = own
        .captures
        .iter()
        .map(|span| {
            Value::native(Captured {
                ty: &known::CAPTURE,
                text: own.text.clone(),
                span: Some(*span),
                name: Str::default(),
                captures: Vec::new(),
                found: None,
            })
        })
        .collect();
    Ok(Value::native(Collection { ty: &known::CAPTURE_COLLECTION, items }))
}

fn groups(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    let mut items = vec![this.clone()];
    if let Some((_, found)) = &own.found {
        items.extend(found.groups.iter().skip(1).map(|group| {
            Value::native(Captured {
                ty: &known::GROUP,
                text: own.text.clone(),
                span: group.span(),
                name: group.name.clone(),
                captures: group.captures.clone(),
                found: None,
            })
        }));
    }
    Ok(Value::native(Collection { ty: &known::GROUP_COLLECTION, items }))
}

fn synchronized(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(arguments.value(0))
}

fn next_match(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let Some((regex, found)) = &own.found else { return Ok(this.clone()) };
    let next = super::lifted(regex.find_next(&own.text, found))?;
    Ok(match_value(Some(regex.clone()), own.text.clone(), next))
}

fn result(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let Some((regex, found)) = &own.found else {
        return Err(fault::raise(&NOT_SUPPORTED_EXCEPTION, "Result cannot be called on a failed Match."));
    };
    let mut out = String::new();
    Replacement::new(regex, &arguments.needed_text(0, "replacement")?).expand(found, &own.text, &mut out);
    Ok(Value::from(out))
}

fn items(this: &Value) -> Outcome<Vec<Value>> {
    receiver::<Collection>(this).map(|collection| collection.items.clone())
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(items(this)?.len() as i32))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sequence::copy_to(items(this)?, &arguments.value(0), arguments.int(1))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator::over(items(this)?))
}

fn item(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let collection = receiver::<Collection>(this)?;
    if *collection.ty == known::GROUP_COLLECTION {
        return collection.index(env, &arguments.value(0)).unwrap_or(Ok(Value::Null));
    }
    let place = sequence::checked(arguments.int(0), collection.items.len())
        .map_err(|_| fault::out_of_range("Specified argument was out of the range of valid values.", "i"))?;
    Ok(collection.items.get(place).cloned().unwrap_or_default())
}

fn keys(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let names = items(this)?
        .iter()
        .filter_map(|item| item.downcast::<Captured>().map(|group| Value::Str(group.name.clone())))
        .collect();
    Ok(Value::native(List::read_only(TypeRef::Native(&STRING), names)))
}

fn contains_key(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(receiver::<Collection>(this)?.named(&arguments.text(0)).is_some()))
}

fn try_get_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let group = receiver::<Collection>(this)?.named(&arguments.text(0));
    let found = group.is_some();
    assign(env, arguments.get(1), group.unwrap_or_default())?;
    Ok(Value::Bool(found))
}
