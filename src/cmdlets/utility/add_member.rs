//! `Add-Member`: gives an object further members.
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::types::enums::PS_MEMBER_TYPES;
use crate::value::{EnumValue, Member, Members, OtherMember, PsObject, types};

cmdlet! {
    /// Adds custom properties and methods to an instance of a PowerShell object.
    ///
    /// ```powershell
    /// $user = [pscustomobject]@{ Pin = '4711' }
    /// $user | Add-Member -NotePropertyName Site -NotePropertyValue 'Rome'
    /// $user | Add-Member ScriptProperty Length { $this.Pin.Length } -PassThru | ForEach-Object { "$($_.Site) $($_.Length)" }
    /// # Rome 4
    /// ```
    pub struct AddMember: "Add-Member", default_set "TypeNameSet";

    /// The object to extend.
    param input_object: Value, set "MemberSet", mandatory, pipeline, set "TypeNameSet", mandatory, pipeline,
        set "NotePropertySingleMemberSet", mandatory, pipeline, set "NotePropertyMultiMemberSet", mandatory, pipeline;
    /// The sort of member.
    param member_type: Value, alias "Type", ty &PS_MEMBER_TYPES, set "MemberSet", mandatory, position 0;
    /// The member's name.
    param name: Str, set "MemberSet", mandatory, position 1;
    /// The value of a note, the block of a script member, the name behind an alias.
    param value: Option<Value>, set "MemberSet", position 2;
    /// The block that sets a script property, the type of an alias.
    param second_value: Option<Value>, set "MemberSet", position 3;
    /// A type name to put in front of the object's own.
    param type_name: Option<Str>, not_null_or_empty, set "TypeNameSet", mandatory, set "MemberSet",
        set "NotePropertySingleMemberSet", set "NotePropertyMultiMemberSet";
    /// Replaces a member of the same name.
    param force: Switch, set "MemberSet", set "NotePropertySingleMemberSet", set "NotePropertyMultiMemberSet";
    /// Writes the object.
    param pass_thru: Switch, set "MemberSet", set "TypeNameSet", set "NotePropertySingleMemberSet",
        set "NotePropertyMultiMemberSet";
    /// The name of a note.
    param note_property_name: Str, no_name_of &PS_MEMBER_TYPES, not_null_or_empty, set "NotePropertySingleMemberSet", mandatory, position 0;
    /// The value of a note.
    param note_property_value: Value, allow_null, set "NotePropertySingleMemberSet", mandatory, position 1;
    /// Notes by name.
    param note_property_members: Option<Rc<Table>>, not_null_or_empty, set "NotePropertyMultiMemberSet", mandatory,
        position 0;
}

impl Cmdlet for AddMember {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let object = carrier(std::mem::take(&mut self.input_object));
        if self.type_name.as_ref().is_some_and(|name| name.trim().is_empty()) {
            let text = "The TypeName parameter should not be null, empty, or contain only white spaces.";
            return Err(self.refuse(cx, "TypeNameShouldNotBeEmpty", text));
        }
        let added = match &*cx.parameter_set() {
            "NotePropertyMultiMemberSet" => self.add_notes(cx, &object)?,
            "NotePropertySingleMemberSet" => {
                let member = Member::Note(self.note_property_value.clone());
                self.add(cx, &object, self.note_property_name.clone(), member)?
            }
            "MemberSet" => {
                let member = self.member(cx)?;
                self.add(cx, &object, self.name.clone(), member)?
            }
            _ => true,
        };
        if !added {
            return Ok(());
        }
        if let Some(name) = self.type_name.clone() {
            let known = cx.session.find_type(&name).map(|ty| Str::from(ty.full_name()));
            let mut names = cx.session.type_names(&object);
            names.insert(0, known.unwrap_or(name));
            if let Some(extra) = object.extra() {
                extra.change(|parts| parts.type_names = Some(names));
            }
        }
        if *self.pass_thru { cx.write(object) } else { Ok(()) }
    }
}

/// The object itself where it can carry members, else a wrapper that can.
fn carrier(object: Value) -> Value {
    if object.extra().is_some() { object } else { Value::Object(Rc::new(PsObject::wrapping(object))) }
}

impl AddMember {
    fn refuse(&self, cx: &mut Cx, id: &str, text: impl Into<Str>) -> Flow {
        cx.stop(faults::invalid_operation(id, ErrorCategory::InvalidOperation, text))
    }

    fn add_notes(&self, cx: &mut Cx, object: &Value) -> Outcome<bool> {
        let mut added = false;
        for (key, value) in self.note_property_members.as_ref().map(|table| table.pairs()).unwrap_or_default() {
            let name = convert::to_text(cx.session, &key)?;
            if name.is_empty() {
                let text = "The name for a NoteProperty member should not be null or an empty string.";
                let id = "NotePropertyNameShouldNotBeNull";
                cx.error(faults::invalid_operation(id, ErrorCategory::InvalidOperation, text))?;
                continue;
            }
            added |= self.add(cx, object, name, Member::Note(value))?;
        }
        Ok(added)
    }

    /// Adds a member unless there is one of that name; whether it was added.
    fn add(&self, cx: &mut Cx, object: &Value, name: Str, member: Member) -> Outcome<bool> {
        let symbol = Symbol::new(&name);
        let is_own = object.extra().is_some_and(|extra| extra.member(symbol).is_some());
        let is_table = matches!(object.base(), Value::Table(_));
        let exists = is_own
            || cx.session.has_method(object, &name)
            || cx.session.property_names(object).iter().any(|own| own.eq_ignore_ascii_case(&name))
            || !is_table && cx.session.find_member_value(object, symbol)?.is_some();
        if exists && !*self.force {
            let text = format!(
                "Cannot add a member with the name \"{name}\" because a member with that name already exists. To \
                 overwrite the member anyway, add the Force parameter to your command."
            );
            let fault = faults::invalid_operation("MemberAlreadyExists", ErrorCategory::InvalidOperation, text);
            let record = fault.target(object.clone()).record();
            super::property_key::target(cx.session, &record, object)?;
            cx.write_error(record)?;
            return Ok(false);
        }
        if let Some(extra) = object.extra() {
            extra.change(|parts| {
                parts.members.remove(symbol);
                parts.members.set(name, member);
            });
        }
        Ok(true)
    }

    fn member(&self, cx: &mut Cx) -> Outcome<Member> {
        let Value::Enum(kind) = self.member_type.base() else { return Ok(Member::Note(Value::Null)) };
        let name = EnumValue::clone(kind).name();
        if kind.value.count_ones() != 1 {
            let text = format!(
                "To add a member, only one member type can be specified. The member types specified are: \"{name}\""
            );
            return Err(self.refuse(cx, "WrongMemberCount", text));
        }
        let other = match &*name {
            "NoteProperty" => {
                self.no_second(cx, &name)?;
                return Ok(Member::Note(self.needed(cx)?));
            }
            "AliasProperty" => {
                let value = self.not_null(cx, &name)?;
                let target = convert::to_text(cx.session, &value)?;
                let conversion = match &self.second_value {
                    None => None,
                    Some(Value::Null) => {
                        let text = format!(
                            "The SecondValue parameter should not be null for a member of type \"{name}\". Specify a \
                             non-null value for the SecondValue parameter when adding members of this type."
                        );
                        return Err(self.refuse(cx, "Value2ShouldNotBeNull", text));
                    }
                    Some(ty) => match convert::convert(cx.session, ty, &TypeRef::Native(&types::TYPE))?.base() {
                        Value::Type(ty) => Some(TypeRef::clone(ty)),
                        _ => None,
                    },
                };
                OtherMember::Alias { target, conversion }
            }
            "ScriptProperty" => {
                let getter = self.needed(cx)?;
                let setter = self.second_value.clone().filter(|value| !value.is_null());
                if getter.is_null() && setter.is_none() {
                    let text = format!(
                        "Both Value and SecondValue parameters should not be null for a member of type \"{name}\". \
                         Specify a non-null value for one of the two parameters."
                    );
                    return Err(self.refuse(cx, "Value1AndValue2AreNotBothNull", text));
                }
                let getter = if getter.is_null() { getter } else { block(cx, &getter)? };
                let setter = setter.map(|setter| block(cx, &setter)).transpose()?;
                OtherMember::Script { getter, setter }
            }
            "ScriptMethod" => {
                self.no_second(cx, &name)?;
                let value = self.not_null(cx, &name)?;
                OtherMember::Method(block(cx, &value)?)
            }
            "PropertySet" => {
                self.no_second(cx, &name)?;
                let value = self.not_null(cx, &name)?;
                let items = enumerate::items_of(&value).unwrap_or_else(|| vec![value]);
                let names = items.iter().map(|item| convert::to_text(cx.session, item)).collect::<Outcome<Vec<_>>>()?;
                OtherMember::PropertySet(names)
            }
            "MemberSet" => {
                self.no_second(cx, &name)?;
                let mut members = Members::default();
                let value = self.value.clone().unwrap_or_default();
                for item in enumerate::items_of(&value).unwrap_or_default() {
                    crate::engine::tables::member::add_to(&item, &mut members);
                }
                OtherMember::MemberSet(members)
            }
            _ => {
                let text = format!(
                    "Cannot add a member with type \"{name}\". Specify a different type for the MemberTypes parameter."
                );
                return Err(self.refuse(cx, "CannotAddMemberType", text));
            }
        };
        Ok(Member::Other(Rc::new(other)))
    }

    /// The value, which has to be given.
    fn needed(&self, cx: &mut Cx) -> Outcome<Value> {
        match &self.value {
            Some(value) => Ok(value.clone()),
            None => {
                let text = "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.";
                let fault = Fault::new("InvalidOperation", ErrorCategory::InvalidOperation, text);
                Err(cx.stop(fault.of(&crate::types::exceptions::PS_INVALID_OPERATION_EXCEPTION)))
            }
        }
    }

    fn not_null(&self, cx: &mut Cx, kind: &str) -> Outcome<Value> {
        let value = self.needed(cx)?;
        if !value.is_null() {
            return Ok(value);
        }
        let text = format!(
            "The Value parameter should not be null for a member of type \"{kind}\". Specify a non-null value for the \
             Value parameter when adding members of this type."
        );
        Err(self.refuse(cx, "Value1ShouldNotBeNull", text))
    }

    fn no_second(&self, cx: &mut Cx, kind: &str) -> Outcome {
        if self.second_value.is_none() {
            return Ok(());
        }
        let text = format!(
            "The SecondValue parameter is not necessary for a member of type \"{kind}\", and should not be specified. \
             Do not specify the SecondValue parameter when you add members of this type."
        );
        Err(self.refuse(cx, "Value2ShouldNotBeSpecified", text))
    }
}

fn block(cx: &mut Cx, value: &Value) -> Outcome<Value> {
    convert::convert(cx.session, value, &TypeRef::Native(&types::SCRIPT_BLOCK))
}
