//! `Clear-Content`: empties files, which stay.
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::{Drive, io_fault, session_drive};

cmdlet! {
    /// Deletes the contents of an item, but does not delete the item.
    ///
    /// ```powershell
    /// Clear-Content log.txt
    /// ```
    pub struct ClearContent: "Clear-Content", alias "clc", default_set "Path",
        module "Microsoft.PowerShell.Management", should_process;

    /// The files to empty, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, by_name;
    /// The files to empty, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// Unused by the file system.
    param filter: Str;
    /// Names to empty among those that a wildcard stands for.
    param include: Vec<Str>;
    /// Names to leave out.
    param exclude: Vec<Str>;
    /// Empties read-only files too.
    param force: Switch;
}

impl Cmdlet for ClearContent {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        let places = paths::existing(cx, names, literal)?;
        for place in paths::sifted(places, &self.include, &self.exclude) {
            if !cx.should_process(&format!("Item: {}", place.shown()), "Clear Content")? {
                continue;
            }
            if place.drive != Drive::FileSystem {
                session_drive::set_content(cx.session, &place, Value::Null)?;
                continue;
            }
            if let Err(failure) = std::fs::File::create(&*place.path) {
                cx.error(io_fault("ClearContentError", ErrorCategory::WriteError, &place.path, &failure))?;
            }
        }
        Ok(())
    }
}
