//! One value of an attribute.

use std::fmt;

use crate::pin::Timestamp;

/// A value; the absence of one is `Option::None` around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    Text(String),
    Flag(bool),
    Number(i64),
    Time(Timestamp),
}

impl From<&str> for Datum {
    fn from(text: &str) -> Self {
        Datum::Text(text.to_string())
    }
}

impl From<String> for Datum {
    fn from(text: String) -> Self {
        Datum::Text(text)
    }
}

impl From<bool> for Datum {
    fn from(flag: bool) -> Self {
        Datum::Flag(flag)
    }
}

impl From<i64> for Datum {
    fn from(number: i64) -> Self {
        Datum::Number(number)
    }
}

impl From<Timestamp> for Datum {
    fn from(time: Timestamp) -> Self {
        Datum::Time(time)
    }
}

/// Text, numbers and flags as they are compared with text; a time as its ticks.
impl fmt::Display for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Datum::Text(text) => f.write_str(text),
            Datum::Flag(true) => f.write_str("True"),
            Datum::Flag(false) => f.write_str("False"),
            Datum::Number(number) => write!(f, "{number}"),
            Datum::Time(time) => write!(f, "{}", time.ticks()),
        }
    }
}
