//! `Resolve-Path`: what the wildcards of a path stand for.
use super::paths::{self, given};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Resolves the wildcard characters in a path, and displays the path contents.
    ///
    /// ```powershell
    /// (Resolve-Path /).Path
    /// # /
    /// ```
    pub struct ResolvePath: "Resolve-Path", alias "rvpa", default_set "Path", module "Microsoft.PowerShell.Management";

    /// The paths to resolve.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The paths to resolve, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// As paths relative to the current location.
    param relative: Switch;
    /// The location that relative paths start from.
    param relative_base_path: Option<Str>;
    /// Resolves hidden items too.
    param force: Switch;
}

impl Cmdlet for ResolvePath {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        for place in paths::existing(cx, names, literal)? {
            if *self.relative {
                let base = match &self.relative_base_path {
                    Some(base) => cx.session.full_path(base),
                    None => cx.session.folder.clone(),
                };
                let path = relative(&base, &place.path);
                cx.write(Value::from(path))?;
                continue;
            }
            let info = crate::engine::psobject::path_info_of(&place.shown());
            cx.write(info)?;
        }
        Ok(())
    }
}

/// A path as seen from a folder, `.` or `..` in front.
pub fn relative(base: &str, path: &str) -> String {
    let from: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut parts = vec![".."; from.len() - shared];
    if parts.is_empty() {
        parts.push(".");
    }
    parts.extend(to.get(shared..).unwrap_or_default());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_sibling_is_reached_over_the_parent() {
        assert_eq!(relative("/a/b", "/a/c/d"), "../c/d");
        assert_eq!(relative("/a", "/a/c"), "./c");
    }
}
