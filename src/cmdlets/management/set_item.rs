//! `Set-Item`: changes the value of an item of a session drive.
use super::items;
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::{Drive, session_drive};
use crate::types::exceptions::PS_NOT_SUPPORTED_EXCEPTION;

cmdlet! {
    /// Changes the value of an item to the value specified in the command.
    ///
    /// ```powershell
    /// Set-Item env:PIN_REGION 'EMEA'
    /// $env:PIN_REGION
    /// # EMEA
    /// ```
    pub struct SetItem: "Set-Item", alias "si", default_set "Path", should_process,
        module "Microsoft.PowerShell.Management";

    /// The items to change, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, by_name;
    /// The items to change, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// The new value.
    param value: Value, position 1, pipeline, by_name;
    /// Changes read-only items too.
    param force: Switch;
    /// Writes the items.
    param pass_thru: Switch;
    /// Unused by the drives here.
    param filter: Str;
    /// Names to change.
    param include: Vec<Str>;
    /// Names to leave.
    param exclude: Vec<Str>;
}

/// The error for what the file system's provider cannot do.
pub fn not_supported() -> Fault {
    let text = "Provider operation stopped because the provider does not support this operation.";
    Fault::new("NotSupported", ErrorCategory::NotImplemented, text).of(&PS_NOT_SUPPORTED_EXCEPTION)
}

impl Cmdlet for SetItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        let places = paths::named(cx, names, literal)?;
        for place in paths::sifted(places, &self.include, &self.exclude) {
            if place.drive == Drive::FileSystem {
                cx.error(not_supported())?;
                continue;
            }
            let shown = convert::to_text(cx.session, &self.value)?;
            if !cx.should_process(&format!("Item: {} Value: {shown}", place.path), "Set Item")? {
                continue;
            }
            if let Err(flow) = session_drive::set_content(cx.session, &place, self.value.clone()) {
                cx.report(flow)?;
                continue;
            }
            if *self.pass_thru {
                items::write(cx, &place)?;
            }
        }
        Ok(())
    }
}
