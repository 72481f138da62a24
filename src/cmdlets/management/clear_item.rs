//! `Clear-Item`: empties an item of a session drive.
use super::paths::{self, given};
use super::set_item::not_supported;
use crate::cmdlets::prelude::*;
use crate::provider::{Drive, session_drive};

cmdlet! {
    /// Clears the contents of an item, but does not delete the item.
    ///
    /// ```powershell
    /// $region = 'EMEA'
    /// Clear-Item variable:region
    /// $null -eq $region
    /// # True
    /// ```
    pub struct ClearItem: "Clear-Item", alias "cli", default_set "Path", should_process,
        module "Microsoft.PowerShell.Management";

    /// The items to clear, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The items to clear, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// Clears read-only items too.
    param force: Switch;
    /// Unused by the drives here.
    param filter: Str;
    /// Names to clear.
    param include: Vec<Str>;
    /// Names to leave.
    param exclude: Vec<Str>;
}

impl Cmdlet for ClearItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        let places = paths::existing(cx, names, literal)?;
        for place in paths::sifted(places, &self.include, &self.exclude) {
            if place.drive == Drive::FileSystem {
                cx.error(not_supported())?;
                continue;
            }
            if !cx.should_process(&format!("Item: {}", place.path), "Clear Item")? {
                continue;
            }
            if let Err(flow) = session_drive::set_content(cx.session, &place, Value::Null) {
                cx.report(flow)?;
            }
        }
        Ok(())
    }
}
