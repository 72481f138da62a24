//! `Get-ItemPropertyValue`: the values of an item's properties.
use super::get_item_property::property;
use super::items;
use super::paths::{self, given};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Gets the value for one or more properties of a specified item.
    ///
    /// ```powershell
    /// Set-Content pins.txt '123456' -NoNewline
    /// Get-ItemPropertyValue pins.txt -Name Length
    /// # 6
    /// ```
    pub struct GetItemPropertyValue: "Get-ItemPropertyValue", alias "gpv", default_set "Path",
        module "Microsoft.PowerShell.Management";

    /// The items, wildcards allowed.
    param path: Vec<Str>, set "Path", position 0, pipeline, by_name;
    /// The items, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// The properties.
    param name: Vec<Str>, alias "PSProperty", mandatory, position 1;
    /// Unused by the file system.
    param filter: Str;
    /// Names of items to take.
    param include: Vec<Str>;
    /// Names of items to leave out.
    param exclude: Vec<Str>;
}

impl Cmdlet for GetItemPropertyValue {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let here = [Str::from(".")];
        let (names, literal) = given(&self.path, &self.literal_path);
        let names = if names.is_empty() { &here[..] } else { names };
        let places = paths::existing(cx, names, literal)?;
        for place in paths::sifted(places, &self.include, &self.exclude) {
            let Some(item) = items::object(cx.session, &place) else { continue };
            for name in &self.name {
                if let Some(value) = property(cx, &item, name)? {
                    cx.write(value)?;
                }
            }
        }
        Ok(())
    }
}
