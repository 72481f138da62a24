//! `Get-Item`: the item at a path.
use super::items;
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::Drive;
use crate::types::io;

cmdlet! {
    /// Gets the item at the specified location.
    ///
    /// ```powershell
    /// (Get-Item /).FullName
    /// # /
    /// ```
    pub struct GetItem: "Get-Item", alias "gi", default_set "Path", module "Microsoft.PowerShell.Management";

    /// The items to get, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The items to get, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// A pattern of the file system for the names.
    param filter: Str;
    /// Names to get among those that a wildcard stands for.
    param include: Vec<Str>;
    /// Names to leave out.
    param exclude: Vec<Str>;
    /// Gets hidden items too.
    param force: Switch;
    /// Alternate streams, which the file system here does not have.
    param stream: Vec<Str>;
}

impl Cmdlet for GetItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        for name in names {
            let with_wildcards = !literal && crate::text::wildcard::contains_wildcards(name);
            let places = paths::existing(cx, std::slice::from_ref(name), literal)?;
            for place in paths::sifted(places, &self.include, &self.exclude) {
                let leaf = paths::leaf(&place.path);
                let is_hidden = place.drive == Drive::FileSystem && leaf.starts_with('.');
                if (with_wildcards && is_hidden && !*self.force)
                    || (!self.filter.is_empty() && !io::fits(&self.filter, leaf))
                {
                    continue;
                }
                items::write(cx, &place)?;
            }
        }
        Ok(())
    }
}
