//! `Convert-Path`: the full path of the system.
use super::paths::{self, given};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Converts a path from a PowerShell path to a PowerShell provider path.
    ///
    /// ```powershell
    /// Convert-Path /
    /// # /
    /// ```
    pub struct ConvertPath: "Convert-Path", alias "cvpa", default_set "Path", module "Microsoft.PowerShell.Management",
        output "System.String";

    /// The paths to convert.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The paths to convert, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
}

impl Cmdlet for ConvertPath {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        for place in paths::existing(cx, names, literal)? {
            cx.write(Value::Str(place.path))?;
        }
        Ok(())
    }
}
