//! One condition: what a property name means, and what an operator makes of a value for it.

use std::fmt;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::{FilterValue, Order, Pattern, Predicate, Test};
use crate::pin::Timestamp;
use crate::store::{ATTRIBUTES, Attribute, DISABLED, Datum, Dn, Key, Kind, fold};

/// Whose properties a filter names. They differ in `Enabled`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Users of the product: `Enabled` is the product's.
    CsUser,
    /// All accounts as the product sees them: `Enabled` is the product's, absent for whom it was never enabled.
    CsAdUser,
    /// Accounts of the directory: `Enabled` is the account's own.
    AdUser,
}

/// What a name in a filter stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Attribute(Attribute),
    /// Whether logging on is possible.
    AccountEnabled,
    /// The same for all accounts.
    Constant(&'static str, Option<&'static str>),
}

/// Properties that have one value for every account of this directory.
const CONSTANTS: &[(&str, Option<&str>)] = &[
    ("AcpInfo", None),
    ("IsValid", Some("True")),
    ("ObjectCategory", Some("CN=Person")),
    ("ObjectState", Some("Unchanged")),
    ("OriginatorSid", None),
    ("OriginatingServer", None),
    ("TargetServerIfMoving", None),
    ("TenantId", Some("00000000-0000-0000-0000-000000000000")),
];

/// An operator of either filter language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Ordered(Order),
    Like,
    NotLike,
    AllBits,
    AnyBits,
}

impl Property {
    /// The property that a name stands for.
    pub(super) fn named(name: &str, view: View) -> Option<Property> {
        if view == View::AdUser && name.eq_ignore_ascii_case("Enabled") {
            return Some(Property::AccountEnabled);
        }
        if let Some(attribute) = Attribute::named(name) {
            return Some(Property::Attribute(attribute));
        }
        let constant = CONSTANTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(Property::Constant(constant.0, constant.1))
    }

    /// The known name that `name` most likely means.
    pub(super) fn nearest(name: &str) -> Option<&'static str> {
        let folded = fold(name);
        let names = || ATTRIBUTES.iter().map(|row| row.name).chain(CONSTANTS.iter().map(|(name, _)| *name));
        if let Some(tail) = names().find(|known| known.len() >= 4 && folded.ends_with(&fold(known))) {
            return Some(tail);
        }
        let (distance, near) = names().map(|known| (distance(&folded, &fold(known)), known)).min()?;
        (distance <= 1 + name.len() / 4).then_some(near)
    }

    /// The condition that the operator and the value make.
    ///
    /// # Errors
    /// A message when the property cannot be compared so.
    pub(super) fn condition(self, operator: Operator, value: &FilterValue) -> Result<Predicate, String> {
        match operator {
            Operator::NotEqual => Ok(self.condition(Operator::Equal, value)?.negated()),
            Operator::NotLike => Ok(self.condition(Operator::Like, value)?.negated()),
            operator => match self {
                Property::Attribute(attribute) => attribute_condition(attribute, operator, value),
                Property::AccountEnabled => {
                    let disabled = Predicate::Is(Attribute::UserAccountControl, Test::AllBits(DISABLED));
                    flag_condition("Enabled", operator, value, |flag| match flag {
                        Some(true) => disabled.clone().negated(),
                        Some(false) => disabled.clone(),
                        None => Predicate::never(),
                    })
                }
                Property::Constant(_, constant) => Ok(constant_condition(constant, operator, value)),
            },
        }
    }
}

fn attribute_condition(attribute: Attribute, operator: Operator, value: &FilterValue) -> Result<Predicate, String> {
    let name = attribute.name();
    let is = |test| Predicate::Is(attribute, test);
    if matches!(value, FilterValue::Null) || matches!(value, FilterValue::Text(text) if text.is_empty()) {
        // Texts are never stored empty, so that '' and $null select the same accounts.
        return Ok(match operator {
            Operator::Equal | Operator::Like => Predicate::absent(attribute),
            _ => Predicate::never(),
        });
    }
    match attribute.kind() {
        Kind::Flag => flag_condition(name, operator, value, |flag| match flag {
            Some(flag) => is(Test::Equals(Datum::Flag(flag))),
            None => Predicate::absent(attribute),
        }),
        Kind::Number => {
            let number = match value {
                FilterValue::Number(number) => Some(*number),
                other => other.to_string().trim().parse().ok(),
            };
            let number = number.ok_or_else(|| format!("{name} is a number, and \"{value}\" is none."))?;
            scalar(name, operator, Datum::Number(number)).map(is)
        }
        Kind::Time => {
            let time = match value {
                FilterValue::Time(time) => Some(*time),
                other => read_time(&other.to_string()),
            };
            let time = time.ok_or_else(|| {
                format!("{name} is a time, and \"{value}\" is none; write it as 2013-02-28 or 2013-02-28T17:30:00.")
            })?;
            scalar(name, operator, Datum::Time(time)).map(is)
        }
        Kind::Text | Kind::Guid | Kind::Dn | Kind::Policy => {
            let text = comparable(attribute.kind(), &value.to_string());
            if attribute == Attribute::DistinguishedName
                && operator == Operator::Equal
                && let Some(dn) = Dn::parse(&text)
            {
                return Ok(Predicate::Has(Key::Path, dn.path()));
            }
            Ok(is(match operator {
                Operator::Like => Test::Like(Pattern::with_wildcards(&text)),
                Operator::Ordered(order) => Test::Ordered(order, Datum::Text(fold(&text))),
                Operator::AllBits | Operator::AnyBits => return Err(format!("{name} is a text and has no bits.")),
                _ => Test::Equals(Datum::Text(fold(&text))),
            }))
        }
    }
}

fn scalar(name: &str, operator: Operator, datum: Datum) -> Result<Test, String> {
    Ok(match (operator, &datum) {
        (Operator::Ordered(order), _) => Test::Ordered(order, datum),
        (Operator::AllBits, Datum::Number(bits)) => Test::AllBits(*bits),
        (Operator::AnyBits, Datum::Number(bits)) => Test::AnyBits(*bits),
        (Operator::Like | Operator::AllBits | Operator::AnyBits, _) => {
            return Err(format!("{name} cannot be compared so; use -eq, -ne, -lt, -le, -gt or -ge."));
        }
        _ => Test::Equals(datum),
    })
}

fn flag_condition(
    name: &str,
    operator: Operator,
    value: &FilterValue,
    is: impl Fn(Option<bool>) -> Predicate,
) -> Result<Predicate, String> {
    let flag = match value {
        FilterValue::Null => None,
        FilterValue::Flag(flag) => Some(*flag),
        FilterValue::Number(number @ (0 | 1)) => Some(*number == 1),
        FilterValue::Text(text) if operator == Operator::Like => {
            let pattern = Pattern::with_wildcards(text);
            let fitting = [true, false].into_iter().filter(|flag| pattern.fits(if *flag { "true" } else { "false" }));
            return Ok(Predicate::Any(fitting.map(|flag| is(Some(flag))).collect()));
        }
        FilterValue::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
        FilterValue::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
        FilterValue::Text(text) if text.eq_ignore_ascii_case("$true") => Some(true),
        FilterValue::Text(text) if text.eq_ignore_ascii_case("$false") => Some(false),
        other => return Err(format!("{name} is $true or $false, and cannot be compared with \"{other}\".")),
    };
    match operator {
        Operator::Equal | Operator::Like => Ok(is(flag)),
        _ => Err(format!("{name} is $true or $false; use -eq or -ne.")),
    }
}

fn constant_condition(constant: Option<&str>, operator: Operator, value: &FilterValue) -> Predicate {
    let fits = match (constant, value) {
        (None, FilterValue::Null) => operator == Operator::Equal,
        (Some(constant), value) if *value != FilterValue::Null => {
            let (constant, text) = (fold(constant), comparable(Kind::Guid, &value.to_string()));
            match operator {
                Operator::Equal => constant == fold(&text),
                Operator::Like => Pattern::with_wildcards(&text).fits(&constant),
                Operator::Ordered(order) => order.holds(constant.cmp(&fold(&text))),
                _ => false,
            }
        }
        _ => false,
    };
    if fits { Predicate::always() } else { Predicate::never() }
}

/// The text in the form in which values of the kind are stored.
fn comparable(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Guid => text.trim().trim_start_matches('{').trim_end_matches('}').to_string(),
        Kind::Dn => {
            Dn::parse(text).filter(|_| !text.contains('*')).map_or_else(|| text.to_string(), |dn| dn.to_string())
        }
        Kind::Policy => {
            let bare = text.get(..4).filter(|prefix| prefix.eq_ignore_ascii_case("tag:")).and_then(|_| text.get(4..));
            bare.unwrap_or(text).to_string()
        }
        _ => text.to_string(),
    }
}

/// Reads a date with or without a time, in ISO form, as the invariant culture writes it, or as LDAP does; UTC.
fn read_time(text: &str) -> Option<Timestamp> {
    const FORMS: &[&str] = &[
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%d %H:%M",
        "%m/%d/%Y %H:%M:%S",
        "%m/%d/%Y %I:%M:%S %p",
        "%m/%d/%Y %H:%M",
        "%Y%m%d%H%M%S%.f",
    ];
    let text = text.trim().trim_end_matches('Z');
    let moment = FORMS.iter().find_map(|form| DateTime::strptime(form, text).ok());
    let moment = moment.or_else(|| {
        let day = |form: &&str| jiff::civil::Date::strptime(form, text).ok();
        ["%Y-%m-%d", "%m/%d/%Y", "%Y%m%d"]
            .iter()
            .find_map(day)
            .map(|date| date.to_datetime(jiff::civil::Time::midnight()))
    })?;
    let nanoseconds = moment.to_zoned(TimeZone::UTC).ok()?.timestamp().as_nanosecond();
    let ticks = i64::try_from(nanoseconds / 100).ok()?;
    Timestamp::from_unix_seconds(0).ticks().checked_add(ticks).map(Timestamp::from_ticks)
}

/// Writes a time as [`read_time`] reads it.
pub(super) fn write_time(time: Timestamp, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let ticks = time.ticks().saturating_sub(Timestamp::from_unix_seconds(0).ticks());
    match jiff::Timestamp::from_nanosecond(i128::from(ticks) * 100) {
        Ok(timestamp) => write!(f, "{}", TimeZone::UTC.to_datetime(timestamp)),
        Err(_) => write!(f, "{}", time.ticks()),
    }
}

/// How many letters must be changed, added or left out to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut new = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&row, j) + usize::from(a != *b);
            new.push(replaced.min(at(&row, j + 1) + 1).min(at(&new, j) + 1));
        }
        row = new;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_names_have_a_neighbour() {
        assert_eq!(Property::nearest("RegistarPool"), Some("RegistrarPool"));
        assert_eq!(Property::nearest("ClientPinPolicy"), Some("PinPolicy"));
        assert_eq!(Property::nearest("Xyzzy"), None);
    }

    #[test]
    fn times_are_read_in_several_forms() {
        let day = Timestamp::from_unix_seconds(1_362_009_600);
        for text in ["2013-02-28", "02/28/2013", "2013-02-28T00:00:00Z", "02/28/2013 00:00:00", "20130228000000.0Z"] {
            assert_eq!(read_time(text), Some(day), "{text}");
        }
        assert_eq!(FilterValue::Time(day).to_string(), "2013-02-28T00:00:00");
        assert_eq!(read_time("soon"), None);
    }
}
