//! `Join-Path`: puts the parts of a path together.
use crate::cmdlets::prelude::*;
use crate::provider;

cmdlet! {
    /// Combines a path and a child path into a single path.
    ///
    /// ```powershell
    /// Join-Path /srv pins 2026 report.csv
    /// # /srv/pins/2026/report.csv
    /// ```
    pub struct JoinPath: "Join-Path", module "Microsoft.PowerShell.Management", output "System.String";

    /// The first parts; each is joined with the child.
    param path: Vec<Str>, alias "PSPath", mandatory, position 0, pipeline, by_name;
    /// The second part.
    param child_path: Vec<Str>, mandatory, position 1, by_name, allow_null, allow_empty_string, allow_empty_collection;
    /// Further parts.
    param additional_child_path: Vec<Str>, position 2, remaining, by_name, allow_null, allow_empty_string, allow_empty_collection;
    /// Resolves the joined path.
    param resolve: Switch;
    /// The ending that the path gets.
    param extension: Option<Str>;
}

impl Cmdlet for JoinPath {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        for base in self.path.clone() {
            let mut joined = base.to_string();
            for part in self.child_path.iter().chain(&self.additional_child_path) {
                joined = join(&joined, part);
            }
            if let Some(extension) = &self.extension {
                joined = with_extension(&joined, extension);
            }
            if *self.resolve {
                match provider::existing(cx.session, &joined, false) {
                    Ok(places) => {
                        for place in places {
                            cx.write(Value::Str(place.shown()))?;
                        }
                    }
                    Err(flow) => cx.report(flow)?,
                }
                continue;
            }
            cx.write(Value::from(joined))?;
        }
        Ok(())
    }
}

/// Two parts with one separator between them; back slashes become slashes.
pub fn join(base: &str, child: &str) -> String {
    let base = base.replace('\\', "/");
    let child = child.replace('\\', "/");
    let child = child.trim_start_matches('/');
    if base.is_empty() {
        return format!("/{child}");
    }
    if child.is_empty() {
        return if base.ends_with('/') { base } else { format!("{base}/") };
    }
    format!("{}/{child}", base.strip_suffix('/').unwrap_or(&base))
}

fn with_extension(path: &str, extension: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let dot = if extension.is_empty() || extension.starts_with('.') { "" } else { "." };
    match path.contains('/') {
        true => format!("{folder}/{stem}{dot}{extension}"),
        false => format!("{stem}{dot}{extension}"),
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn parts_meet_at_one_separator() {
        assert_eq!(join("/a/", "/b"), "/a/b");
        assert_eq!(join("a", "b\\c"), "a/b/c");
        assert_eq!(join("a", ""), "a/");
    }
}
