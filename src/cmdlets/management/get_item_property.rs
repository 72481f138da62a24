//! `Get-ItemProperty`: the properties of an item.
use super::items;
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::Place;
use crate::types::exceptions::IO_EXCEPTION;

cmdlet! {
    /// Gets the properties of a specified item.
    ///
    /// ```powershell
    /// Set-Content pins.txt '123456' -NoNewline
    /// (Get-ItemProperty pins.txt -Name Length).Length
    /// # 6
    /// ```
    pub struct GetItemProperty: "Get-ItemProperty", alias "gp", default_set "Path",
        module "Microsoft.PowerShell.Management";

    /// The items, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The items, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// The properties; all of them by default.
    param name: Vec<Str>, alias "PSProperty", position 1;
    /// Unused by the file system.
    param filter: Str;
    /// Names of items to take.
    param include: Vec<Str>;
    /// Names of items to leave out.
    param exclude: Vec<Str>;
}

/// The value of a property of an item; the error where it has none of that name.
pub fn property(cx: &mut Cx, object: &Value, name: &str) -> Outcome<Option<Value>> {
    if cx.session.has_property(object, Symbol::new(name)) {
        return cx.session.get_property(object, Symbol::new(name)).map(Some);
    }
    let text = format!("The property {name} does not exist or was not found.");
    let fault = Fault::new("GetValueError", ErrorCategory::ReadError, text).of(&IO_EXCEPTION);
    cx.error(fault.target(Value::from(name)))?;
    Ok(None)
}

impl Cmdlet for GetItemProperty {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        let places = paths::existing(cx, names, literal)?;
        for place in paths::sifted(places, &self.include, &self.exclude) {
            self.read(cx, &place)?;
        }
        Ok(())
    }
}

impl GetItemProperty {
    fn read(&self, cx: &mut Cx, place: &Place) -> Outcome {
        let Some(item) = items::object(cx.session, place) else { return Ok(()) };
        if self.name.is_empty() {
            return cx.write(item);
        }
        let mut notes: Vec<(Str, Value)> = Vec::new();
        for name in &self.name {
            let listed = cx.session.property_names(&item);
            let fitting: Vec<Str> = match crate::text::wildcard::contains_wildcards(name) {
                true => listed.into_iter().filter(|each| paths::fits(name, each)).collect(),
                false => vec![listed.into_iter().find(|each| each.eq_ignore_ascii_case(name)).unwrap_or(name.clone())],
            };
            for name in fitting {
                if let Some(value) = property(cx, &item, &name)? {
                    notes.push((name, value));
                }
            }
        }
        if notes.is_empty() {
            return Ok(());
        }
        let picked = Value::object(notes.iter().map(|(name, value)| (&**name, value.clone())));
        let picked = items::noted(cx.session, picked, place);
        if let Some(extra) = picked.extra() {
            extra.change(|parts| parts.members.remove(Symbol::new("PSIsContainer")));
        }
        cx.write(picked)
    }
}
