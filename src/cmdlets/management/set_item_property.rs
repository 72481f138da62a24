//! `Set-ItemProperty`: changes properties of an item.
use super::items;
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::Place;
use crate::types::exceptions::IO_EXCEPTION;

cmdlet! {
    /// Creates or changes the value of a property of an item.
    ///
    /// ```powershell
    /// Set-Content pins.txt '123456'
    /// Set-ItemProperty pins.txt IsReadOnly $true
    /// (Get-Item pins.txt).IsReadOnly
    /// # True
    /// ```
    pub struct SetItemProperty: "Set-ItemProperty", alias "sp", default_set "propertyValuePathSet", should_process,
        module "Microsoft.PowerShell.Management";

    /// The items, wildcards allowed.
    param path: Vec<Str>, set "propertyValuePathSet", mandatory, position 0, by_name,
        set "propertyPSObjectPathSet", mandatory, position 0, by_name;
    /// The items, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "propertyValueLiteralPathSet", mandatory, by_name,
        set "propertyPSObjectLiteralPathSet", mandatory, by_name;
    /// The property.
    param name: Str, alias "PSProperty", set "propertyValuePathSet", mandatory, position 1, by_name,
        set "propertyValueLiteralPathSet", mandatory, position 1, by_name;
    /// Its value.
    param value: Value, set "propertyValuePathSet", mandatory, position 2, by_name, allow_null,
        set "propertyValueLiteralPathSet", mandatory, position 2, by_name, allow_null;
    /// An object whose properties are set.
    param input_object: Value, set "propertyPSObjectPathSet", mandatory, pipeline, by_name,
        set "propertyPSObjectLiteralPathSet", mandatory, pipeline, by_name;
    /// Writes the changed properties.
    param pass_thru: Switch;
    /// Changes read-only items too.
    param force: Switch;
    /// Unused by the file system.
    param filter: Str;
    /// Names of items to take.
    param include: Vec<Str>;
    /// Names of items to leave out.
    param exclude: Vec<Str>;
}

impl Cmdlet for SetItemProperty {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        let places = paths::existing(cx, names, literal)?;
        let changes: Vec<(Str, Value)> = match self.input_object.is_null() {
            true => vec![(self.name.clone(), self.value.clone())],
            false => {
                let mut changes = Vec::new();
                for name in cx.session.property_names(&self.input_object) {
                    let value = cx.session.get_property(&self.input_object, Symbol::new(&name))?;
                    changes.push((name, value));
                }
                changes
            }
        };
        for place in paths::sifted(places, &self.include, &self.exclude) {
            for (name, value) in &changes {
                self.change(cx, &place, name, value)?;
            }
        }
        Ok(())
    }
}

impl SetItemProperty {
    fn change(&self, cx: &mut Cx, place: &Place, name: &Str, value: &Value) -> Outcome {
        let Some(item) = items::object(cx.session, place) else { return Ok(()) };
        let kind = if place.is_container() { "Directory" } else { "File" };
        let shown = convert::to_text(cx.session, value)?;
        let target = format!("Item: {} Property: {name} Value: {shown}", place.path);
        if !cx.should_process(&target, &format!("Set Property {kind}"))? {
            return Ok(());
        }
        if !cx.session.has_property(&item, Symbol::new(name)) {
            let text = format!("The property {name} does not exist or was not found.");
            let fault = Fault::new("SetPropertyError", ErrorCategory::ReadError, text).of(&IO_EXCEPTION);
            return cx.error(fault.target(item));
        }
        if let Err(flow) = cx.session.set_property(&item, Symbol::new(name), value.clone()) {
            return cx.report(flow);
        }
        if *self.pass_thru {
            let value = cx.session.get_property(&item, Symbol::new(name))?;
            let picked = Value::object([(&**name, value)]);
            let picked = items::noted(cx.session, picked, place);
            if let Some(extra) = picked.extra() {
                extra.change(|parts| parts.members.remove(Symbol::new("PSIsContainer")));
            }
            cx.write(picked)?;
        }
        Ok(())
    }
}
