//! `Get-Member`: lists the members of objects.
use crate::cmdlets::facts::{self, Facts};
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::engine::member_list::{Entry, Origin, members_of};
use crate::text::{CaseRule, Wildcard};
use crate::types::enums::{PS_MEMBER_TYPES, PS_MEMBER_VIEW_TYPES};
use crate::types::{Property, TypeTable};
use crate::value::{NativeType, types};

cmdlet! {
    /// Gets the properties and methods of objects.
    ///
    /// ```powershell
    /// [pscustomobject]@{ Pin = '4711' } | Get-Member -MemberType NoteProperty | ForEach-Object Definition
    /// # string Pin=4711
    /// ```
    pub struct GetMember: "Get-Member", alias "gm", types TABLES,
        output "Microsoft.PowerShell.Commands.MemberDefinition";

    /// The objects to look at; normally piped in.
    param input_object: Value, pipeline;
    /// The names of the members; wildcards may be used.
    param name: Vec<Str>, position 0, not_null_or_empty;
    /// The sorts of members.
    param member_type: Value, alias "Type", ty &PS_MEMBER_TYPES;
    /// Whether members of the type, added ones, or both are meant.
    param view: Value, ty &PS_MEMBER_VIEW_TYPES;
    /// Lists the static members of the type.
    param r#static: Switch;
    /// Lists hidden members too.
    param force: Switch;

    state seen: Vec<Str>;
}

static MEMBER_DEFINITION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.MemberDefinition", &types::OBJECT);
static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("TypeName", "string", |_, this| facts::get(this, 0)),
        Property::new("Name", "string", |_, this| facts::get(this, 1)),
        Property::new("MemberType", "System.Management.Automation.PSMemberTypes", |_, this| facts::get(this, 2)),
        Property::new("Definition", "string", |_, this| facts::get(this, 3)),
    ],
    ..TypeTable::of(&MEMBER_DEFINITION)
};
const TABLES: &[&TypeTable] = &[&TABLE];

impl Cmdlet for GetMember {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let object = std::mem::take(&mut self.input_object);
        if object.is_null() {
            return Ok(());
        }
        let static_type = self.r#static.then(|| match object.base() {
            Value::Type(ty) => TypeRef::clone(ty),
            other => other.type_ref().unwrap_or(TypeRef::Native(&types::OBJECT)),
        });
        let type_name = match &static_type {
            Some(ty) => Str::from(ty.full_name()),
            None => cx.session.type_names(&object).into_iter().next().unwrap_or_default(),
        };
        if self.seen.contains(&type_name) {
            return Ok(());
        }
        self.seen.push(type_name.clone());
        let mut members = match &static_type {
            Some(ty) => members_of(ty, true),
            None => cx.session.list_members(&object),
        };
        members.retain(|entry| self.is_wanted(entry));
        let any = [Str::from("*")];
        let names = if self.name.is_empty() { &any[..] } else { &self.name };
        for pattern in names {
            self.list(cx, &type_name, &members, pattern)?;
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        if !self.seen.is_empty() {
            return Ok(());
        }
        let text = "You must specify an object for the Get-Member cmdlet.";
        cx.error(faults::invalid_operation("NoObjectInGetMember", ErrorCategory::CloseError, text))
    }
}

impl GetMember {
    fn is_wanted(&self, entry: &Entry) -> bool {
        let number = |value: &Value, default: i64| match value.base() {
            Value::Enum(value) => value.value,
            _ => default,
        };
        let view = number(&self.view, 3);
        let in_view = match entry.origin {
            Origin::Instance | Origin::TypeData => view & 1 != 0,
            Origin::Type => view & 6 != 0,
        };
        in_view && number(&self.member_type, 16383) & entry.kind as i64 != 0 && (!entry.hidden || *self.force)
    }

    fn list(&self, cx: &mut Cx, type_name: &Str, members: &[Entry], pattern: &str) -> Outcome {
        let Ok(pattern) = Wildcard::new(pattern, CaseRule::Insensitive) else { return Ok(()) };
        let mut found: Vec<&Entry> = members.iter().filter(|entry| pattern.is_match(&entry.name)).collect();
        found.sort_by_key(|entry| (format!("{:?}", entry.kind), entry.name.to_uppercase()));
        for entry in found {
            let definition = cx.session.member_definition(entry)?;
            let values = vec![
                Value::Str(type_name.clone()),
                Value::Str(entry.name.clone()),
                entry.kind.value(),
                Value::Str(definition.clone()),
            ];
            cx.write(Facts::with_text(&MEMBER_DEFINITION, values, definition))?;
        }
        Ok(())
    }
}
