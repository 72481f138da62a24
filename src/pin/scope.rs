//! The place where a policy stands: for everybody, for a site, or for the users that it is granted to.

use std::fmt;

/// A policy's identity, which is its scope with the name of the site or of the policy.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The one policy that governs whom no other does; printed `Global`.
    Global,
    /// Governs the users of a site's pools; printed `Site:Redmond`.
    Site(String),
    /// Governs the users it is granted to; printed `Tag:RedmondPinPolicy`.
    Tag(String),
}

/// A text that names no scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeFault {
    /// Nothing, or nothing after the prefix.
    Empty(String),
    /// A prefix other than `site:` and `tag:`.
    UnknownPrefix(String),
}

impl Scope {
    /// Reads `global`, `site:Redmond`, `tag:Name` or a bare name, in any case.
    ///
    /// # Errors
    /// An empty name, or a prefix that policies of users do not have.
    pub fn parse(text: &str) -> Result<Scope, ScopeFault> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("global") {
            return Ok(Scope::Global);
        }
        let (prefix, name) = match text.split_once(':') {
            Some((prefix, name)) => (prefix.trim(), name.trim()),
            None => ("tag", text),
        };
        if name.is_empty() {
            return Err(ScopeFault::Empty(text.to_string()));
        }
        if prefix.eq_ignore_ascii_case("site") {
            Ok(Scope::Site(name.to_string()))
        } else if prefix.eq_ignore_ascii_case("tag") {
            Ok(Scope::Tag(name.to_string()))
        } else {
            Err(ScopeFault::UnknownPrefix(prefix.to_string()))
        }
    }

    /// The name of the site or of the policy; empty for the global one.
    pub fn name(&self) -> &str {
        match self {
            Scope::Global => "",
            Scope::Site(name) | Scope::Tag(name) => name,
        }
    }

    /// The kind of scope as one word: `Global`, `Site` or `Tag`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Scope::Global => "Global",
            Scope::Site(_) => "Site",
            Scope::Tag(_) => "Tag",
        }
    }

    /// The printed form in lower case, the same for all spellings of one identity.
    pub fn key(&self) -> String {
        self.to_string().to_lowercase()
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Global => f.write_str("Global"),
            Scope::Site(name) => write!(f, "Site:{name}"),
            Scope::Tag(name) => write!(f, "Tag:{name}"),
        }
    }
}

impl fmt::Display for ScopeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScopeFault::Empty(text) => write!(f, "\"{text}\" names no policy."),
            ScopeFault::UnknownPrefix(prefix) => {
                write!(f, "A policy cannot stand at the scope \"{prefix}\": it is global, site:<name> or tag:<name>.")
            }
        }
    }
}

impl std::error::Error for ScopeFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_read() {
        assert_eq!(Scope::parse("GLOBAL"), Ok(Scope::Global));
        assert_eq!(Scope::parse("site:Redmond"), Ok(Scope::Site("Redmond".into())));
        assert_eq!(Scope::parse("Tag:P"), Scope::parse("P"));
        assert_eq!(Scope::parse("site:"), Err(ScopeFault::Empty("site:".into())));
        assert_eq!(Scope::parse("registrar:x"), Err(ScopeFault::UnknownPrefix("registrar".into())));
    }

    #[test]
    fn printed_with_capital() {
        assert_eq!(Scope::Site("Redmond".into()).to_string(), "Site:Redmond");
    }
}
