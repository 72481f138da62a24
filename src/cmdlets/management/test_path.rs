//! `Test-Path`: whether something is at a path.
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::{self, Drive};

cmdlet! {
    /// Determines whether all elements of a path exist.
    ///
    /// ```powershell
    /// Test-Path no-such-file.txt
    /// # False
    /// ```
    pub struct TestPath: "Test-Path", default_set "Path", module "Microsoft.PowerShell.Management", output "System.Boolean";

    /// The paths to test, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name, allow_null, allow_empty_collection, allow_empty_string;
    /// The paths to test, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name, allow_null, allow_empty_collection, allow_empty_string;
    /// Unused by the file system.
    param filter: Str;
    /// Names that count among those that a wildcard stands for.
    param include: Vec<Str>;
    /// Names that do not count.
    param exclude: Vec<Str>;
    /// What must be there: anything, a container, or a leaf.
    param path_type: Value, alias "Type", choices &["Any", "Container", "Leaf"];
    /// Tests only whether the path is well formed.
    param is_valid: Switch;
    /// Counts only what was changed after this moment.
    param newer_than: Option<Value>;
    /// Counts only what was changed before this moment.
    param older_than: Option<Value>;
}

impl Cmdlet for TestPath {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        if names.is_empty() {
            let text =
                "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')";
            return cx.error(Fault::new("NullPathNotPermitted", ErrorCategory::InvalidArgument, text));
        }
        let wanted = convert::to_text(cx.session, &self.path_type)?;
        for name in names {
            let found = match name.trim().is_empty() {
                true => false,
                false if *self.is_valid => !name.contains('\0'),
                false => self.is_there(cx, name, literal, &wanted)?,
            };
            cx.write(Value::Bool(found))?;
        }
        Ok(())
    }
}

impl TestPath {
    fn is_there(&self, cx: &mut Cx, name: &str, literal: bool, wanted: &str) -> Outcome<bool> {
        let places = match literal {
            true => provider::locate(cx.session, name).map(|place| vec![place]),
            false => provider::expand(cx.session, name),
        };
        let Ok(places) = places else { return Ok(false) };
        for place in paths::sifted(places, &self.include, &self.exclude) {
            let fits = place.exists(cx.session)
                && match &*wanted.to_ascii_lowercase() {
                    "container" => place.is_container(),
                    "leaf" => !place.is_container(),
                    _ => true,
                };
            if fits && self.is_in_time(cx, &place.path, place.drive)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_in_time(&self, cx: &mut Cx, path: &str, drive: Drive) -> Outcome<bool> {
        if drive != Drive::FileSystem || (self.newer_than.is_none() && self.older_than.is_none()) {
            return Ok(true);
        }
        let seconds = |value: &Value, cx: &mut Cx| -> Outcome<f64> {
            let ticks = cx.session.member_value(value, Symbol::new("Ticks"))?;
            Ok(convert::to_long(cx.session, &ticks)? as f64 / 1e7 - 62_135_596_800.0)
        };
        let changed = std::fs::metadata(path)
            .and_then(|facts| facts.modified())
            .ok()
            .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok())
            .map_or(0.0, |since| since.as_secs_f64());
        if let Some(limit) = &self.newer_than
            && changed <= seconds(limit, cx)?
        {
            return Ok(false);
        }
        match &self.older_than {
            Some(limit) => Ok(changed < seconds(limit, cx)?),
            None => Ok(true),
        }
    }
}
