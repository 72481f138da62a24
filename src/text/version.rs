//! `System.Version` and the language's `SemanticVersion`.

use super::number::{IntegerKind, NumberStyles, parse_integer};
use super::{Culture, Number, TextError};
use std::cmp::Ordering;
use std::fmt;

/// Two to four numbers; a missing one is -1, which is less than 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    pub major: i32,
    pub minor: i32,
    pub build: i32,
    pub revision: i32,
}

fn negative(subject: &str, value: i32, parameter: &str) -> TextError {
    TextError::out_of_range(format!(
        "{subject} ('{value}') must be a non-negative value. (Parameter '{parameter}')\nActual value was {value}."
    ))
}

impl Version {
    /// A version of two to four numbers.
    ///
    /// # Errors
    /// Negative numbers, and numbers too few or too many.
    pub fn new(numbers: &[i32]) -> Result<Version, TextError> {
        let names = ["major", "minor", "build", "revision"];
        for (name, value) in names.iter().zip(numbers) {
            if *value < 0 {
                return Err(negative(name, *value, name));
            }
        }
        Version::of(numbers)
    }

    fn of(numbers: &[i32]) -> Result<Version, TextError> {
        match *numbers {
            [major, minor] => Ok(Version { major, minor, build: -1, revision: -1 }),
            [major, minor, build] => Ok(Version { major, minor, build, revision: -1 }),
            [major, minor, build, revision] => Ok(Version { major, minor, build, revision }),
            _ => Err(TextError::argument("Version string portion was too short or too long. (Parameter 'input')")),
        }
    }

    /// Reads `major.minor[.build[.revision]]`.
    ///
    /// # Errors
    /// Wrong counts, parts that are no numbers, negative and too large parts.
    pub fn parse(text: &str) -> Result<Version, TextError> {
        let parts: Vec<&str> = text.split('.').collect();
        if !(2..=4).contains(&parts.len()) {
            return Version::of(&[]);
        }
        let mut numbers = Vec::with_capacity(parts.len());
        for part in parts {
            match parse_integer(part, IntegerKind::Int32, NumberStyles::INTEGER, Culture::invariant())? {
                Number::Int32(value @ 0..) => numbers.push(value),
                Number::Int32(value) => return Err(negative("input", value, "input")),
                _ => return Version::of(&[]),
            }
        }
        Version::of(&numbers)
    }

    /// How many numbers the version has.
    pub fn field_count(&self) -> usize {
        2 + usize::from(self.build >= 0) + usize::from(self.revision >= 0)
    }

    /// The first `count` numbers as text.
    ///
    /// # Errors
    /// More numbers than the version has.
    pub fn fields_text(&self, count: usize) -> Result<String, TextError> {
        let has = self.field_count();
        if count > has {
            let most = if count > 4 { 4 } else { has };
            return Err(TextError::argument(format!(
                "Argument must be between 0 and {most}. (Parameter 'fieldCount')"
            )));
        }
        let all = [self.major, self.minor, self.build, self.revision];
        Ok(all.iter().take(count).map(i32::to_string).collect::<Vec<_>>().join("."))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)?;
        for part in [self.build, self.revision] {
            if part >= 0 {
                write!(f, ".{part}")?;
            }
        }
        Ok(())
    }
}

/// `major.minor.patch[-label][+build]` by the rules of Semantic Versioning 2.0.
#[derive(Clone, Debug)]
pub struct SemanticVersion {
    pub major: i32,
    pub minor: i32,
    pub patch: i32,
    pub pre_release: Option<String>,
    pub build: Option<String>,
}

impl SemanticVersion {
    /// Reads a version; minor and patch may be left out.
    ///
    /// # Errors
    /// A `FormatException`.
    pub fn parse(text: &str) -> Result<SemanticVersion, TextError> {
        if text.is_empty() {
            return Err(TextError::format("version"));
        }
        SemanticVersion::read(text).ok_or_else(|| TextError::bad_number(""))
    }

    fn read(text: &str) -> Option<SemanticVersion> {
        let (rest, build) = split_label(text, '+');
        let (numbers, pre_release) = split_label(rest, '-');
        let numbers: Option<Vec<i32>> = numbers.split('.').map(plain_number).collect();
        let (major, minor, patch) = match *numbers? {
            [major] => (major, 0, 0),
            [major, minor] => (major, minor, 0),
            [major, minor, patch] => (major, minor, patch),
            _ => return None,
        };
        let labels_are_good = pre_release.is_none_or(is_pre_release) && build.is_none_or(is_build);
        labels_are_good.then(|| SemanticVersion {
            major,
            minor,
            patch,
            pre_release: pre_release.map(str::to_owned),
            build: build.map(str::to_owned),
        })
    }

    /// The order as .NET gives it: 0 for equal versions, whose build labels do not count.
    pub fn compare(&self, other: &SemanticVersion) -> i32 {
        let numbers = (self.major, self.minor, self.patch).cmp(&(other.major, other.minor, other.patch));
        if numbers != Ordering::Equal {
            return numbers as i32;
        }
        match (&self.pre_release, &other.pre_release) {
            (None, None) => 0,
            (None, Some(_)) => 1,
            (Some(_), None) => -1,
            (Some(own), Some(others)) => compare_labels(own, others),
        }
    }

    /// The numbers alone as a `Version`.
    pub fn version(&self) -> Version {
        Version { major: self.major, minor: self.minor, build: self.patch, revision: -1 }
    }
}

impl PartialEq for SemanticVersion {
    fn eq(&self, other: &Self) -> bool {
        self.compare(other) == 0
    }
}

impl fmt::Display for SemanticVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)?;
        if let Some(label) = &self.pre_release {
            write!(f, "-{label}")?;
        }
        if let Some(label) = &self.build {
            write!(f, "+{label}")?;
        }
        Ok(())
    }
}

fn split_label(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, label)| (before, Some(label)))
}

fn plain_number(text: &str) -> Option<i32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

fn is_word(unit: &str) -> bool {
    !unit.is_empty() && unit.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Whether a label may stand behind the plus sign.
pub fn is_build(label: &str) -> bool {
    label.split('.').all(is_word)
}

/// Whether a label may stand behind the hyphen: numbers have no leading zeros.
pub fn is_pre_release(label: &str) -> bool {
    let padded = |unit: &str| unit.len() > 1 && unit.starts_with('0') && unit.bytes().all(|b| b.is_ascii_digit());
    label.split('.').all(|unit| is_word(unit) && !padded(unit))
}

/// Numbers come before words and compare by value, words by their characters.
fn compare_labels(own: &str, others: &str) -> i32 {
    for (a, b) in own.split('.').zip(others.split('.')) {
        let order = match (a.parse::<i32>(), b.parse::<i32>()) {
            (Ok(a), Ok(b)) => a.cmp(&b) as i32,
            (Ok(_), Err(_)) => -1,
            (Err(_), Ok(_)) => 1,
            (Err(_), Err(_)) => ordinal_difference(a, b),
        };
        if order != 0 {
            return order;
        }
    }
    own.split('.').count().cmp(&others.split('.').count()) as i32
}

/// `String.CompareOrdinal`: the difference of the first UTF-16 units that differ, else of the lengths.
fn ordinal_difference(a: &str, b: &str) -> i32 {
    let differing = a.encode_utf16().zip(b.encode_utf16()).find(|(a, b)| a != b);
    match differing {
        Some((a, b)) => i32::from(a) - i32::from(b),
        None => {
            let length = |text: &str| i32::try_from(text.encode_utf16().count()).unwrap_or(i32::MAX);
            length(a) - length(b)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_have_two_to_four_numbers() {
        assert_eq!(Version::parse("1.2.3.4").unwrap().to_string(), "1.2.3.4");
        assert_eq!(Version::parse(" 1. 02 ").unwrap().to_string(), "1.2");
        assert!(Version::parse("1.2").unwrap() < Version::parse("1.2.0").unwrap());
        assert_eq!(Version::parse("1").unwrap_err().exception, "System.ArgumentException");
        assert_eq!(Version::parse("1.").unwrap_err().message, "The input string '' was not in a correct format.");
        assert!(Version::parse("1.-2").unwrap_err().message.starts_with("input ('-2') must be a non-negative value."));
    }

    #[test]
    fn fields_are_counted() {
        let version = Version::parse("1.2.3").unwrap();
        assert_eq!(version.fields_text(2).unwrap(), "1.2");
        assert_eq!(
            version.fields_text(4).unwrap_err().message,
            "Argument must be between 0 and 3. (Parameter 'fieldCount')"
        );
    }

    #[test]
    fn semantic_versions_have_labels() {
        let version = SemanticVersion::parse("1.2-beta.1+a-b").unwrap();
        assert_eq!(version.to_string(), "1.2.0-beta.1+a-b");
        for bad in ["1.2.3.4", "1.2.3-", "1.2.3+", "a", "1.2.3-01", "1.2.3-be_ta", " 1.2.3"] {
            assert!(SemanticVersion::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn labels_order_numbers_before_words() {
        let compare =
            |a: &str, b: &str| SemanticVersion::parse(a).unwrap().compare(&SemanticVersion::parse(b).unwrap());
        assert_eq!(compare("1.0.0", "1.0.0-a"), 1);
        assert_eq!(compare("1.0.0-2", "1.0.0-10"), -1);
        assert_eq!(compare("1.0.0-1", "1.0.0-a"), -1);
        assert_eq!(compare("1.0.0-A", "1.0.0-a"), -32);
        assert_eq!(compare("1.0.0+a", "1.0.0+b"), 0);
    }
}
