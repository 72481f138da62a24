//! `System.Version` and `SemanticVersion` as values.

use crate::text::Str;
use crate::text::version as text;
use crate::value::{Env, Native, Outcome, TypeRef, Value};
use std::cmp::Ordering;

/// A `System.Version`.
pub struct Version(pub text::Version);

/// A `System.Management.Automation.SemanticVersion`.
pub struct SemanticVersion(pub text::SemanticVersion);

/// The version that a text stands for.
pub fn version(text: &str) -> Option<Value> {
    text::Version::parse(text).ok().map(|version| Value::native(Version(version)))
}

/// The semantic version that a text stands for.
pub fn semantic(text: &str) -> Option<Value> {
    text::SemanticVersion::parse(text).ok().map(|version| Value::native(SemanticVersion(version)))
}

impl Native for Version {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&super::known::VERSION)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.to_string().into()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(self.0.to_string().into())
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<Version>().map(|other| self.0.cmp(&other.0))
    }
}

impl Native for SemanticVersion {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&super::known::SEMANTIC_VERSION)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.to_string().into()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(self.0.to_string().into())
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<SemanticVersion>().map(|other| self.0.compare(&other.0).cmp(&0))
    }
}
