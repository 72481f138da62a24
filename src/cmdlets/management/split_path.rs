//! `Split-Path`: one part of a path.
use super::paths::{leaf, parent};
use crate::cmdlets::prelude::*;
use crate::provider;

cmdlet! {
    /// Returns the specified part of a path.
    ///
    /// ```powershell
    /// Split-Path /srv/pins/report.csv
    /// # /srv/pins
    /// Split-Path /srv/pins/report.csv -LeafBase
    /// # report
    /// ```
    pub struct SplitPath: "Split-Path", default_set "ParentSet", module "Microsoft.PowerShell.Management",
        output "System.String";

    /// The paths to split.
    param path: Vec<Str>, mandatory, position 0, pipeline, by_name, set "ParentSet", mandatory, position 0, pipeline, by_name, set "LeafSet", mandatory, position 0, pipeline, by_name, set "LeafBaseSet", mandatory, position 0, pipeline, by_name, set "ExtensionSet", mandatory, position 0, pipeline, by_name, set "QualifierSet", mandatory, position 0, pipeline, by_name, set "NoQualifierSet", mandatory, position 0, pipeline, by_name, set "IsAbsoluteSet", mandatory, position 0, pipeline, by_name;
    /// The paths to split, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPathSet", mandatory, by_name;
    /// The drive.
    param qualifier: Switch, set "QualifierSet", mandatory;
    /// All but the drive.
    param no_qualifier: Switch, set "NoQualifierSet", mandatory;
    /// All but the last part; the default.
    param parent: Switch, set "ParentSet";
    /// The last part.
    param leaf: Switch, set "LeafSet", mandatory;
    /// The last part without its ending.
    param leaf_base: Switch, set "LeafBaseSet", mandatory;
    /// The ending of the last part.
    param extension: Switch, set "ExtensionSet", mandatory;
    /// The parts of what the path resolves to.
    param resolve: Switch;
    /// Whether the path is absolute.
    param is_absolute: Switch, set "IsAbsoluteSet", mandatory;
}

impl Cmdlet for SplitPath {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let names = if self.literal_path.is_empty() { self.path.clone() } else { self.literal_path.clone() };
        for name in names {
            let mut all = vec![name.clone()];
            if *self.resolve {
                match provider::existing(cx.session, &name, !self.literal_path.is_empty()) {
                    Ok(places) => all = places.into_iter().map(|place| place.shown()).collect(),
                    Err(flow) => {
                        cx.report(flow)?;
                        continue;
                    }
                }
            }
            for path in all {
                if let Some(value) = self.part(cx, &path)? {
                    cx.write(value)?;
                }
            }
        }
        Ok(())
    }
}

impl SplitPath {
    fn part(&self, cx: &mut Cx, path: &str) -> Outcome<Option<Value>> {
        let plain = path.replace('\\', "/");
        let (drive, rest) = match plain.split_once(':') {
            Some((drive, rest)) if !drive.contains('/') && !drive.is_empty() => (Some(drive), rest),
            _ => (None, plain.as_str()),
        };
        if *self.is_absolute {
            return Ok(Some(Value::Bool(drive.is_some() || plain.starts_with('/'))));
        }
        if *self.qualifier {
            return match drive {
                Some(drive) => Ok(Some(Value::from(format!("{drive}:")))),
                None => {
                    let text = format!("Cannot parse path because path '{path}' does not have a qualifier specified.");
                    let fault = Fault::new("ParsePathFormatError", ErrorCategory::InvalidArgument, text)
                        .of(&crate::value::error::FORMAT_EXCEPTION)
                        .target(Value::from(path));
                    cx.error(fault)?;
                    Ok(None)
                }
            };
        }
        if *self.no_qualifier {
            return Ok(Some(Value::from(rest)));
        }
        let name = leaf(&plain);
        let dot = name.rfind('.');
        Ok(Some(match () {
            () if *self.leaf => Value::from(name),
            () if *self.leaf_base => Value::from(dot.and_then(|dot| name.get(..dot)).unwrap_or(name)),
            () if *self.extension => Value::from(dot.and_then(|dot| name.get(dot..)).unwrap_or("")),
            () if plain.trim_end_matches('/').is_empty() => Value::from(""),
            () => Value::Str(parent(&plain)),
        }))
    }
}
