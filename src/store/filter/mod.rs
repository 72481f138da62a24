//! Filters: both languages become one tree of conditions, which a store runs as SQL or asks account by account.

mod condition;
mod ldap;
mod lexer;
mod opath;
mod pattern;
pub(super) mod sql;

use std::cmp::Ordering;
use std::fmt;

pub use condition::View;
pub use ldap::parse_ldap;
pub use opath::parse_filter;
pub use pattern::Pattern;

use super::dn::PATH_SEPARATOR;
use super::{Account, Attribute, Datum, Dn, Key, fold};
use crate::pin::Timestamp;

/// How deeply filters may be nested.
const MAX_DEPTH: usize = 64;

/// How many conditions a filter may have, so that its SQL stays within the database's limits.
const MAX_CONDITIONS: usize = 300;

/// A tree of conditions on accounts. Every condition is true or false, also on an absent attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Predicate {
    All(Vec<Predicate>),
    Any(Vec<Predicate>),
    Not(Box<Predicate>),
    Is(Attribute, Test),
    /// The account lies below the node with this path.
    Under(String),
    /// The account has this key.
    Has(Key, String),
}

/// A condition on one attribute. Absent attributes pass none of them. Texts are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    Present,
    Equals(Datum),
    Ordered(Order, Datum),
    Like(Pattern),
    /// All bits of the number are set.
    AllBits(i64),
    /// Some bit of the number is set.
    AnyBits(i64),
}

/// An ordering; texts are ordered by the code points of their folded forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Order {
    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Order::Less => ordering.is_lt(),
            Order::AtMost => ordering.is_le(),
            Order::Greater => ordering.is_gt(),
            Order::AtLeast => ordering.is_ge(),
        }
    }
}

impl Predicate {
    /// Fits every account.
    pub const fn always() -> Predicate {
        Predicate::All(Vec::new())
    }

    /// Fits no account.
    pub const fn never() -> Predicate {
        Predicate::Any(Vec::new())
    }

    /// Fits where this does not.
    #[must_use]
    pub fn negated(self) -> Predicate {
        Predicate::Not(Box::new(self))
    }

    /// Fits where both do.
    #[must_use]
    pub fn and(self, other: Predicate) -> Predicate {
        match self {
            Predicate::All(mut all) => {
                all.push(other);
                Predicate::All(all)
            }
            first => Predicate::All(vec![first, other]),
        }
    }

    /// The attribute has a value.
    pub const fn present(attribute: Attribute) -> Predicate {
        Predicate::Is(attribute, Test::Present)
    }

    /// The attribute has no value.
    pub fn absent(attribute: Attribute) -> Predicate {
        Predicate::present(attribute).negated()
    }

    /// The text attribute has this value, whatever its case.
    pub fn equals(attribute: Attribute, text: &str) -> Predicate {
        Predicate::Is(attribute, Test::Equals(Datum::Text(fold(text))))
    }

    /// The text attribute fits the pattern.
    pub const fn like(attribute: Attribute, pattern: Pattern) -> Predicate {
        Predicate::Is(attribute, Test::Like(pattern))
    }

    /// The account lies below `ancestor`, at any depth.
    pub fn under(ancestor: &Dn) -> Predicate {
        Predicate::Under(ancestor.path())
    }

    /// Persons enabled for the product, which is whom `Get-CsUser` shows.
    pub fn product_users() -> Predicate {
        Predicate::users().and(Predicate::present(Attribute::SipAddress))
    }

    /// Accounts of persons.
    pub fn users() -> Predicate {
        Predicate::equals(Attribute::ObjectClass, super::CLASS_USER)
    }

    /// Whether the account fits.
    pub fn fits(&self, account: &Account) -> bool {
        match self {
            Predicate::All(all) => all.iter().all(|one| one.fits(account)),
            Predicate::Any(any) => any.iter().any(|one| one.fits(account)),
            Predicate::Not(one) => !one.fits(account),
            Predicate::Is(attribute, test) => test.holds(account.get(*attribute)),
            Predicate::Under(path) => Key::Path.of(account).is_some_and(|own| {
                own.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with(PATH_SEPARATOR))
            }),
            Predicate::Has(key, value) => key.of(account).as_ref() == Some(value),
        }
    }
}

impl Test {
    fn holds(&self, value: Option<&Datum>) -> bool {
        let Some(value) = value else { return false };
        match (self, value) {
            (Test::Present, _) => true,
            (Test::Equals(Datum::Text(wanted)), Datum::Text(text)) => fold(text) == *wanted,
            (Test::Equals(wanted), value) => wanted == value,
            (Test::Ordered(order, Datum::Text(bound)), Datum::Text(text)) => order.holds(fold(text).cmp(bound)),
            (Test::Ordered(order, Datum::Number(bound)), Datum::Number(number)) => order.holds(number.cmp(bound)),
            (Test::Ordered(order, Datum::Time(bound)), Datum::Time(time)) => order.holds(time.cmp(bound)),
            (Test::Ordered(..), _) => false,
            (Test::Like(pattern), Datum::Text(text)) => pattern.fits(&fold(text)),
            (Test::Like(_), _) => false,
            (Test::AllBits(bits), Datum::Number(number)) => number & bits == *bits,
            (Test::AnyBits(bits), Datum::Number(number)) => number & bits != 0,
            (Test::AllBits(_) | Test::AnyBits(_), _) => false,
        }
    }
}

/// A value in a filter: what a literal or a variable stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterValue {
    Null,
    Text(String),
    Flag(bool),
    Number(i64),
    Time(Timestamp),
}

/// The value's text, as a string with a variable in it shows it.
impl fmt::Display for FilterValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FilterValue::Null => Ok(()),
            FilterValue::Text(text) => f.write_str(text),
            FilterValue::Flag(flag) => Datum::Flag(*flag).fmt(f),
            FilterValue::Number(number) => number.fmt(f),
            FilterValue::Time(time) => condition::write_time(*time, f),
        }
    }
}

/// A filter that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterFault {
    /// Where, in bytes from the beginning of the filter.
    pub offset: usize,
    pub message: String,
    /// What to do instead.
    pub hint: Option<String>,
}

impl FilterFault {
    fn new(offset: usize, message: impl Into<String>) -> Self {
        FilterFault { offset, message: message.into(), hint: None }
    }

    fn hinting(self, hint: impl Into<String>) -> Self {
        FilterFault { hint: Some(hint.into()), ..self }
    }
}

impl fmt::Display for FilterFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Invalid filter at position {}: {}", self.offset, self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for FilterFault {}
