//! `System.Version` and `SemanticVersion` as values.

use super::arguments::Arguments;
use super::fault::{self, lift};
use super::invoke::{assign, receiver, type_of_call};
use super::table::{Method, Property, TypeTable};
use super::{known, object};
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

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Major", "int", major),
        Property::new("Minor", "int", minor),
        Property::new("Build", "int", build),
        Property::new("Revision", "int", revision),
        Property::new("MajorRevision", "short", major_revision),
        Property::new("MinorRevision", "short", minor_revision),
    ],
    methods: &[
        Method::new("System.Object Clone()", itself),
        Method::new("int CompareTo(System.Object version)", compare_version),
        Method::new("int CompareTo(version value)", compare_version),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("bool Equals(version obj)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", version_text),
        Method::new("string ToString(int fieldCount)", version_text),
    ],
    constructors: &[
        Method::new("version new(int major, int minor, int build, int revision)", new),
        Method::new("version new(int major, int minor, int build)", new),
        Method::new("version new(int major, int minor)", new),
        Method::new("version new(string version)", new),
        Method::new("version new()", new),
    ],
    static_methods: &[
        Method::new("version Parse(string input)", parse_version),
        Method::new("bool TryParse(string input, [ref] version result)", try_parse_version),
    ],
    ..TypeTable::of(&known::VERSION)
};

pub(super) static SEMANTIC: TypeTable = TypeTable {
    properties: &[
        Property::new("Major", "int", semantic_major),
        Property::new("Minor", "int", semantic_minor),
        Property::new("Patch", "int", patch),
        Property::new("PreReleaseLabel", "string", pre_release_label),
        Property::new("BuildLabel", "string", build_label),
    ],
    methods: &[
        Method::new("string ToString()", object::to_string),
        Method::new("int CompareTo(System.Object version)", compare_semantic),
        Method::new("int CompareTo(semver value)", compare_semantic),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("bool Equals(semver other)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
    ],
    constructors: &[
        Method::new("semver new(string version)", new),
        Method::new("semver new(int major, int minor, int patch, string preReleaseLabel, string buildLabel)", new),
        Method::new("semver new(int major, int minor, int patch, string label)", new),
        Method::new("semver new(int major, int minor, int patch)", new),
        Method::new("semver new(int major, int minor)", new),
        Method::new("semver new(int major)", new),
        Method::new("semver new(version version)", new),
    ],
    static_methods: &[
        Method::new("semver Parse(string version)", parse_semantic),
        Method::new("bool TryParse(string version, [ref] semver result)", try_parse_semantic),
        Method::new("int Compare(semver versionA, semver versionB)", compare_semantics),
    ],
    ..TypeTable::of(&known::SEMANTIC_VERSION)
};

fn own(this: &Value) -> Outcome<&text::Version> {
    Ok(&receiver::<Version>(this)?.0)
}

fn own_semantic(this: &Value) -> Outcome<&text::SemanticVersion> {
    Ok(&receiver::<SemanticVersion>(this)?.0)
}

fn major(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.major))
}

fn minor(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.minor))
}

fn build(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.build))
}

fn revision(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.revision))
}

fn major_revision(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int16((own(this)?.revision >> 16) as i16))
}

fn minor_revision(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int16((own(this)?.revision & 0xFFFF) as i16))
}

fn itself(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(this.clone())
}

fn compare_version(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if other.is_null() {
        return Ok(Value::Int(1));
    }
    match other.downcast::<Version>() {
        Some(other) => Ok(Value::Int(own(this)?.cmp(&other.0) as i32)),
        None => Err(fault::argument("Object must be of type Version.", "version")),
    }
}

fn version_text(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    if arguments.is_empty() {
        return Ok(Value::from(own.to_string()));
    }
    let count = usize::try_from(arguments.int(0)).unwrap_or(usize::MAX);
    lift(own.fields_text(count)).map(Value::from)
}

fn parse_version(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(text::Version::parse(&arguments.text(0))).map(|version| Value::native(Version(version)))
}

fn try_parse_version(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let read = version(&arguments.text(0));
    let succeeded = read.is_some();
    assign(env, arguments.get(1), read.unwrap_or_default())?;
    Ok(Value::Bool(succeeded))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if type_of_call(this).native() == &known::SEMANTIC_VERSION {
        return new_semantic(arguments);
    }
    let made = match arguments {
        [] => text::Version::new(&[0, 0]),
        [Value::Str(text)] => text::Version::parse(text),
        numbers => {
            let numbers: Vec<i32> = (0..numbers.len()).map(|place| numbers.int(place)).collect();
            text::Version::new(&numbers)
        }
    };
    lift(made).map(|version| Value::native(Version(version)))
}

fn new_semantic(arguments: &[Value]) -> Outcome<Value> {
    let wrapped = |version: text::SemanticVersion| Value::native(SemanticVersion(version));
    if let Some(Value::Str(text)) = arguments.first() {
        return lift(text::SemanticVersion::parse(text)).map(wrapped);
    }
    if let Some(version) = arguments.value(0).downcast::<Version>() {
        let version = &version.0;
        if version.revision > 0 {
            return Err(fault::argument("Cannot convert a version with a revision.", "version"));
        }
        return Ok(wrapped(text::SemanticVersion {
            major: version.major,
            minor: version.minor,
            patch: version.build.max(0),
            pre_release: None,
            build: None,
        }));
    }
    let number = |place: usize, name: &str| match arguments.int(place) {
        number if number < 0 => Err(fault::argument(
            &format!(
                "Cannot process argument because the value of argument \"{name}\" is not valid. Change the value of the \"{name}\" argument and run the operation again."
            ),
            name,
        )),
        number => Ok(number),
    };
    let label = |place: usize| Some(arguments.text(place).to_string()).filter(|label| !label.is_empty());
    let (mut pre_release, mut build) = (label(3), label(4));
    if arguments.len() == 4
        && let Some((before, after)) = pre_release.as_deref().and_then(|label| label.split_once('+'))
    {
        (pre_release, build) = (Some(before.to_string()).filter(|label| !label.is_empty()), Some(after.to_string()));
    }
    let is_valid =
        pre_release.as_deref().is_none_or(text::is_pre_release) && build.as_deref().is_none_or(text::is_build);
    if !is_valid {
        return Err(fault::raise(&crate::value::error::FORMAT_EXCEPTION, "label"));
    }
    Ok(wrapped(text::SemanticVersion {
        major: number(0, "major")?,
        minor: number(1, "minor")?,
        patch: number(2, "patch")?,
        pre_release,
        build,
    }))
}

fn semantic_major(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own_semantic(this)?.major))
}

fn semantic_minor(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own_semantic(this)?.minor))
}

fn patch(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own_semantic(this)?.patch))
}

fn label(text: &Option<String>) -> Value {
    text.as_deref().map(Value::from).unwrap_or_default()
}

fn pre_release_label(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(label(&own_semantic(this)?.pre_release))
}

fn build_label(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(label(&own_semantic(this)?.build))
}

fn compare_semantic(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if other.is_null() {
        return Ok(Value::Int(1));
    }
    match other.downcast::<SemanticVersion>() {
        Some(other) => Ok(Value::Int(own_semantic(this)?.compare(&other.0))),
        None => Err(fault::argument("Object must be of type SemanticVersion.", "version")),
    }
}

fn compare_semantics(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.value(0), arguments.value(1));
    Ok(Value::Int(own_semantic(&a)?.compare(own_semantic(&b)?)))
}

fn parse_semantic(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(text::SemanticVersion::parse(&arguments.text(0))).map(|version| Value::native(SemanticVersion(version)))
}

fn try_parse_semantic(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let read = semantic(&arguments.text(0));
    let succeeded = read.is_some();
    assign(env, arguments.get(1), read.unwrap_or_default())?;
    Ok(Value::Bool(succeeded))
}
