//! The name of a variable taken apart: `x`, `script:x`, `variable:global:x`, `env:PATH`.

/// A scope that a variable's name may begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedScope {
    Global,
    Local,
    Private,
    Script,
}

/// `VariablePath`: the parts of a variable's name as it is written after `$`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariablePath<'a> {
    /// The scope that the name asks for.
    pub scope: Option<NamedScope>,
    /// The drive, unless it is `variable:`; `using` in `$using:x` counts as one.
    pub drive: Option<&'a str>,
    /// The name without drive and scope.
    pub name: &'a str,
}

impl<'a> VariablePath<'a> {
    pub fn new(path: &'a str) -> VariablePath<'a> {
        let (rest, in_variable_drive) = match strip(path, "variable:") {
            Some(rest) => (rest, true),
            None => (path, false),
        };
        let scopes = [
            ("global:", NamedScope::Global),
            ("local:", NamedScope::Local),
            ("private:", NamedScope::Private),
            ("script:", NamedScope::Script),
        ];
        for (prefix, scope) in scopes {
            if let Some(name) = strip(rest, prefix) {
                return VariablePath { scope: Some(scope), drive: None, name };
            }
        }
        match rest.split_once(':') {
            _ if in_variable_drive => VariablePath { scope: None, drive: None, name: rest },
            Some(("", name)) => VariablePath { scope: None, drive: None, name },
            Some((drive, name)) => VariablePath { scope: None, drive: Some(drive), name },
            None => VariablePath { scope: None, drive: None, name: rest },
        }
    }

    /// Whether it names a variable without saying where.
    pub fn is_unscoped(&self) -> bool {
        self.scope.is_none() && self.drive.is_none()
    }
}

fn strip<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    let head = path.get(..prefix.len())?;
    if head.eq_ignore_ascii_case(prefix) { path.get(prefix.len()..) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_and_drives_are_told_apart() {
        let path = VariablePath::new("Script:x");
        assert_eq!((path.scope, path.drive, path.name), (Some(NamedScope::Script), None, "x"));
        assert_eq!(VariablePath::new("env:PATH").drive, Some("env"));
        assert_eq!(VariablePath::new("variable:global:x").scope, Some(NamedScope::Global));
        assert_eq!(VariablePath::new(":x").name, "x");
    }
}
