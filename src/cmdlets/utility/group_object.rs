//! `Group-Object`: puts objects with the same values together.
use super::sort_key::{Entry, Keys, case_rule};
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::format::request::ParameterKind;
use crate::text::CaseRule;
use crate::types::{Property, TypeTable, fault, list};
use crate::value::{Native, NativeType, TableKey, types};
use std::cmp::Ordering;
use std::collections::HashMap;

cmdlet! {
    /// Groups objects that contain the same value for specified properties.
    ///
    /// ```powershell
    /// 'pin', 'key', 'policy' | Group-Object Length | ForEach-Object { "$($_.Name): $($_.Group)" }
    /// # 3: pin key
    /// # 6: policy
    /// ```
    pub struct GroupObject: "Group-Object", alias "group", types TABLES,
        output "System.Collections.Hashtable", output "Microsoft.PowerShell.Commands.GroupInfo";

    /// Leaves the members of the groups out.
    param no_element: Switch;
    /// Gives a hash table of the groups.
    param as_hash_table: Switch, alias "AHT", set "HashTable";
    /// Makes the keys of the hash table strings.
    param as_string: Switch, set "HashTable";
    /// The objects to group; normally piped in.
    param input_object: Value, pipeline;
    /// The properties to group by; a script block or a hash table computes one.
    param property: Vec<Value>, position 0;
    /// The culture of the comparison.
    param culture: Str;
    /// Tells upper and lower case apart.
    param case_sensitive: Switch;

    state keys: Option<Keys>;
    state entries: Vec<Entry>;
    state types: Vec<Option<TypeRef>>;
    state mixed: bool;
}

static GROUP_INFO: NativeType = NativeType::class("Microsoft.PowerShell.Commands.GroupInfo", &types::OBJECT);
static GROUP_INFO_NO_ELEMENT: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.GroupInfoNoElement", &GROUP_INFO);

/// `GroupInfo` and `GroupInfoNoElement`.
struct GroupInfo {
    name: Str,
    count: usize,
    group: Value,
    values: Vec<Option<Value>>,
    bare: bool,
}

impl Native for GroupInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(if self.bare { &GROUP_INFO_NO_ELEMENT } else { &GROUP_INFO })
    }
}

static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Values", "System.Collections.ArrayList", |_, this| {
            let values = of(this)?.values.iter().map(|value| value.clone().unwrap_or_default()).collect();
            Ok(list::array_list(values))
        }),
        Property::new("Count", "int", |_, this| Ok(Value::Int(i32::try_from(of(this)?.count).unwrap_or(i32::MAX)))),
        Property::new("Group", "System.Collections.ObjectModel.Collection[psobject]", |_, this| {
            Ok(of(this)?.group.clone())
        }),
        Property::new("Name", "string", |_, this| Ok(Value::Str(of(this)?.name.clone()))),
    ],
    ..TypeTable::of(&GROUP_INFO)
};
static BARE_TABLE: TypeTable = TypeTable::of(&GROUP_INFO_NO_ELEMENT);
const TABLES: &[&TypeTable] = &[&TABLE, &BARE_TABLE];

fn of(this: &Value) -> Outcome<&GroupInfo> {
    this.downcast::<GroupInfo>().ok_or_else(fault::null_reference)
}

/// A group in the making.
struct Group {
    first: Entry,
    objects: Vec<Value>,
}

impl Cmdlet for GroupObject {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let object = std::mem::take(&mut self.input_object);
        if object.is_null() {
            return Ok(());
        }
        if self.keys.is_none() {
            let mut keys = Keys::parse(cx, ParameterKind::Group, &self.property, std::slice::from_ref(&object))?;
            keys.expand(cx.session, std::slice::from_ref(&object));
            self.check(cx, &keys)?;
            self.keys = Some(keys);
        }
        let Some(keys) = &self.keys else { return Ok(()) };
        let entry = keys.entry(cx, object, self.entries.len())?;
        self.note_types(&entry);
        self.entries.push(entry);
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let Some(keys) = self.keys.take() else { return Ok(()) };
        let comparer = keys.comparer(true, case_rule(self.case_sensitive));
        let mut entries = std::mem::take(&mut self.entries);
        let groups = if self.mixed {
            self.in_order_of_input(cx, entries, &comparer)
        } else {
            let session = &mut *cx.session;
            entries.sort_by(|a, b| comparer.compare(session, a, b));
            in_order_of_values(cx, entries, &comparer)
        };
        if groups.is_empty() {
            return Ok(());
        }
        if *self.as_hash_table { self.write_table(cx, groups) } else { self.write_groups(cx, groups) }
    }
}

impl GroupObject {
    fn check(&self, cx: &mut Cx, keys: &Keys) -> Outcome {
        if *self.as_string && !*self.as_hash_table {
            let text = "The command cannot be run because the AsString parameter requires that you specify the \
                        AsHashtable parameter.";
            return Err(cx.stop(faults::argument("ArgumentException", text, "").target(Value::Bool(true))));
        }
        if *self.as_hash_table && !*self.as_string && (self.property.len() > 1 || keys.parameters.len() > 1) {
            let text = "The command cannot be run because using the AsHashTable parameter with more than one property \
                        requires adding the AsString parameter.";
            let target = Value::array(self.property.clone());
            return Err(cx.stop(faults::argument("ArgumentException", text, "").target(target)));
        }
        Ok(())
    }

    /// Keeps track of whether the values of each key are all of one type, which decides the order of the groups.
    fn note_types(&mut self, entry: &Entry) {
        let own: Vec<Option<TypeRef>> =
            entry.values.iter().map(|value| value.as_ref().and_then(|value| value.base().type_ref())).collect();
        if self.types.is_empty() {
            self.types = own;
            return;
        }
        for (known, own) in self.types.iter_mut().zip(own) {
            match (&*known, own) {
                (_, None) => {}
                (None, Some(own)) => *known = Some(own),
                (Some(known), Some(own)) => self.mixed |= *known != own,
            }
        }
    }

    fn in_order_of_input(&self, cx: &mut Cx, entries: Vec<Entry>, comparer: &super::sort_key::Comparer) -> Vec<Group> {
        let sensitive = case_rule(self.case_sensitive) == CaseRule::Sensitive;
        let mut groups: Vec<Group> = Vec::new();
        let mut known: HashMap<Vec<TableKey>, usize> = HashMap::new();
        for entry in entries {
            let key: Vec<TableKey> = entry
                .values
                .iter()
                .map(|value| value.as_ref().map_or(TableKey::Null, |value| TableKey::of(value, sensitive)))
                .collect();
            let place = known.get(&key).copied().or_else(|| {
                groups.iter().position(|group| comparer.compare(cx.session, &group.first, &entry) == Ordering::Equal)
            });
            let place = place.unwrap_or_else(|| {
                groups.push(Group { first: entry.clone(), objects: Vec::new() });
                groups.len() - 1
            });
            known.entry(key).or_insert(place);
            if let Some(group) = groups.get_mut(place) {
                group.objects.push(entry.object);
            }
        }
        groups
    }

    fn write_groups(&self, cx: &mut Cx, groups: Vec<Group>) -> Outcome {
        for group in groups {
            let info = GroupInfo {
                name: name_of(cx, &group.first.values)?,
                count: group.objects.len(),
                group: list::collection(match *self.no_element {
                    true => group.objects.into_iter().take(1).collect(),
                    false => group.objects,
                }),
                values: group.first.values,
                bare: *self.no_element,
            };
            cx.write(Value::native(info))?;
        }
        Ok(())
    }

    fn write_table(&self, cx: &mut Cx, groups: Vec<Group>) -> Outcome {
        let kind = if *self.case_sensitive { TableKind::SensitiveHashtable } else { TableKind::Hashtable };
        let table = Table::new(kind);
        for group in groups {
            let key = match *self.as_string {
                true => Value::Str(name_of(cx, &group.first.values)?),
                false => group.first.values.first().cloned().flatten().unwrap_or_default().base().clone(),
            };
            if table.contains(&key) || key.is_null() {
                let text = "The objects grouped by this property cannot be expanded because there is a key \
                            duplication. Provide a valid value for the property, and then try again.";
                let fault = Fault::new(text, ErrorCategory::InvalidArgument, text).of(&types::EXCEPTION);
                cx.error(fault)?;
                break;
            }
            table.set(key, list::collection(group.objects));
        }
        cx.write(Value::Table(Rc::new(table)))
    }
}

fn in_order_of_values(cx: &mut Cx, entries: Vec<Entry>, comparer: &super::sort_key::Comparer) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for entry in entries {
        match groups.last_mut() {
            Some(group) if comparer.compare(cx.session, &group.first, &entry) == Ordering::Equal => {
                group.objects.push(entry.object);
            }
            _ => groups.push(Group { first: entry.clone(), objects: vec![entry.object] }),
        }
    }
    groups
}

/// The texts of the values, joined by commas; of a collection its items in braces.
fn name_of(cx: &mut Cx, values: &[Option<Value>]) -> Outcome<Str> {
    let mut parts = Vec::with_capacity(values.len());
    for value in values.iter().flatten().filter(|value| !value.is_null()) {
        let is_wrapped = matches!(value, Value::Object(_));
        parts.push(match enumerate::items_of(value).filter(|_| !is_wrapped) {
            Some(items) => {
                let mut texts = Vec::with_capacity(items.len());
                for item in &items {
                    texts.push(text_of(cx, item)?);
                }
                format!("{{{}}}", texts.iter().map(Str::as_str).collect::<Vec<_>>().join(", "))
            }
            None => text_of(cx, value)?.to_string(),
        });
    }
    Ok(Str::from(parts.join(", ")))
}

fn text_of(cx: &mut Cx, value: &Value) -> Outcome<Str> {
    match value.base() {
        Value::Object(_) => convert::to_text(cx.session, value),
        _ => convert::object_text(cx.session, value),
    }
}
