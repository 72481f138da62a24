//! PowerShell's wildcards: `*`, `?`, `[abc]`, `[a-z]` and the backtick that escapes them.
//!
//! A pattern without specials compares linguistically, one whose only special is a final `*` as a linguistic prefix;
//! every other pattern goes by UTF-16 unit, in which case is ignored by lower case. Matching takes at most the product
//! of the two lengths.

use super::chars::{self, Casing};
use super::collate::{self, CaseRule};
use super::search::{self, Comparison};
use std::fmt;

/// A compiled wildcard pattern.
#[derive(Clone, Debug)]
pub struct Wildcard {
    case: CaseRule,
    plan: Plan,
}

/// The cheapest way to match.
#[derive(Clone, Debug)]
enum Plan {
    All,
    Whole(Box<str>),
    Prefix(Box<str>),
    /// ASCII literals with a `*` before, after or around, folded to lower case where case does not count.
    Suffix(Box<str>),
    Contains(Box<str>),
    Elements(Box<[Element]>),
}

#[derive(Clone, Debug, PartialEq)]
enum Element {
    Unit(u16),
    Any,
    Star,
    Set(Box<[(u16, u16)]>),
}

/// A pattern that is none: `WildcardPatternException`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WildcardError {
    pattern: String,
}

impl WildcardError {
    /// The id of the error record that PowerShell makes of it.
    pub const ID: &str = "WildcardPattern_Invalid";
}

impl fmt::Display for WildcardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The specified wildcard character pattern is not valid: {}", self.pattern)
    }
}

impl std::error::Error for WildcardError {}

const SPECIALS: [char; 5] = ['*', '?', '[', ']', '`'];

impl Wildcard {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// An unclosed `[`, or a range in reverse order.
    pub fn new(pattern: &str, case: CaseRule) -> Result<Wildcard, WildcardError> {
        Ok(Wildcard { case, plan: Plan::new(pattern, case)? })
    }

    /// Whether the pattern covers the whole of `text`.
    pub fn is_match(&self, text: &str) -> bool {
        let ignore = self.case == CaseRule::Insensitive;
        match &self.plan {
            Plan::All => true,
            Plan::Whole(pattern) => collate::equal(text, pattern, self.case),
            Plan::Prefix(prefix) => search::starts_with(text, prefix, Comparison::linguistic(self.case)),
            Plan::Suffix(suffix) if text.is_ascii() => {
                let tail = text.len().checked_sub(suffix.len()).and_then(|at| text.get(at..));
                tail.is_some_and(|tail| if ignore { tail.eq_ignore_ascii_case(suffix) } else { tail == &**suffix })
            }
            Plan::Contains(part) if text.is_ascii() && !ignore => text.contains(&**part),
            Plan::Contains(part) if text.is_ascii() => {
                text.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
            }
            Plan::Suffix(suffix) => self.covers(text, &literal([Element::Star], suffix, [])),
            Plan::Contains(part) => self.covers(text, &literal([Element::Star], part, [Element::Star])),
            Plan::Elements(elements) => self.covers(text, elements),
        }
    }

    fn covers(&self, text: &str, elements: &[Element]) -> bool {
        let ignore = self.case == CaseRule::Insensitive;
        let units: Vec<u16> = text.encode_utf16().map(|unit| if ignore { lower_unit(unit) } else { unit }).collect();
        let (mut at, mut element) = (0, 0);
        let mut retry: Option<(usize, usize)> = None;
        loop {
            let step = match (elements.get(element), units.get(at)) {
                (Some(Element::Star), _) => {
                    retry = Some((element + 1, at));
                    element += 1;
                    continue;
                }
                (None, None) => return true,
                (_, None) => return false,
                (None, Some(_)) => false,
                (Some(Element::Any), Some(_)) => true,
                (Some(Element::Unit(wanted)), Some(unit)) => wanted == unit,
                (Some(Element::Set(ranges)), Some(unit)) => in_set(ranges, *unit, ignore),
            };
            if step {
                at += 1;
                element += 1;
                continue;
            }
            let Some((after, from)) = retry else { return false };
            retry = Some((after, from + 1));
            (element, at) = (after, from + 1);
        }
    }
}

impl Plan {
    fn new(pattern: &str, case: CaseRule) -> Result<Plan, WildcardError> {
        if pattern == "*" {
            return Ok(Plan::All);
        }
        match pattern.find(SPECIALS) {
            None => return Ok(Plan::Whole(pattern.into())),
            Some(at) if pattern.get(at..) == Some("*") => {
                return Ok(Plan::Prefix(pattern.get(..at).unwrap_or_default().into()));
            }
            Some(_) => {}
        }
        let mut elements = parse(pattern)?;
        if case == CaseRule::Insensitive {
            for element in &mut elements {
                if let Element::Unit(unit) = element {
                    *unit = lower_unit(*unit);
                }
            }
        }
        elements.dedup_by(|next, last| *next == Element::Star && *last == Element::Star);
        Ok(Plan::of(elements))
    }

    fn of(elements: Vec<Element>) -> Plan {
        match elements.as_slice() {
            [Element::Star] => Plan::All,
            [Element::Star, middle @ .., Element::Star] => match ascii(middle) {
                Some(part) if !part.is_empty() => Plan::Contains(part.into()),
                _ => Plan::Elements(elements.into()),
            },
            [Element::Star, rest @ ..] => match ascii(rest) {
                Some(suffix) => Plan::Suffix(suffix.into()),
                None => Plan::Elements(elements.into()),
            },
            _ => Plan::Elements(elements.into()),
        }
    }
}

/// The text of elements that are all ASCII literals.
fn ascii(elements: &[Element]) -> Option<String> {
    elements
        .iter()
        .map(|element| match element {
            Element::Unit(unit) => u8::try_from(*unit).ok().filter(u8::is_ascii).map(char::from),
            _ => None,
        })
        .collect()
}

fn literal<const A: usize, const B: usize>(before: [Element; A], text: &str, after: [Element; B]) -> Vec<Element> {
    before.into_iter().chain(text.encode_utf16().map(Element::Unit)).chain(after).collect()
}

fn parse(pattern: &str) -> Result<Vec<Element>, WildcardError> {
    let mut elements = Vec::new();
    let mut units = pattern.encode_utf16();
    let mut escaped = false;
    while let Some(unit) = units.next() {
        match char::from_u32(u32::from(unit)) {
            Some('`') if !escaped => {
                escaped = true;
                continue;
            }
            Some('*') if !escaped => elements.push(Element::Star),
            Some('?') if !escaped => elements.push(Element::Any),
            Some('[') if !escaped => {
                let set = bracket(&mut units).ok_or_else(|| WildcardError { pattern: pattern.to_owned() })?;
                elements.push(Element::Set(set));
            }
            _ => elements.push(Element::Unit(unit)),
        }
        escaped = false;
    }
    if escaped && pattern != "`" {
        elements.push(Element::Unit(u16::from(b'`')));
    }
    Ok(elements)
}

/// The ranges of a bracket whose `[` is read; `None` when it does not close or a range is in reverse order.
///
/// A `]` right behind the opening is a member. A dash makes a range only between two members and not when escaped.
fn bracket(units: &mut impl Iterator<Item = u16>) -> Option<Box<[(u16, u16)]>> {
    let mut members: Vec<(u16, bool)> = Vec::new();
    let (mut escaped, mut first) = (false, true);
    loop {
        let unit = units.next()?;
        let opening = std::mem::replace(&mut first, false);
        match u8::try_from(unit).unwrap_or(0) {
            b']' if !escaped && !opening => break,
            b'`' if !escaped => {
                escaped = true;
                continue;
            }
            byte => members.push((unit, byte == b'-' && !escaped)),
        }
        escaped = false;
    }
    let mut ranges = Vec::new();
    let mut rest = members.as_slice();
    while let Some(((low, _), tail)) = rest.split_first() {
        match tail {
            [(_, true), (high, _), after @ ..] => {
                if low > high {
                    return None;
                }
                ranges.push((*low, *high));
                rest = after;
            }
            _ => {
                ranges.push((*low, *low));
                rest = tail;
            }
        }
    }
    Some(ranges.into())
}

fn in_set(ranges: &[(u16, u16)], unit: u16, ignore_case: bool) -> bool {
    let contains = |unit: u16| ranges.iter().any(|(low, high)| (*low..=*high).contains(&unit));
    if !ignore_case {
        return contains(unit);
    }
    let upper =
        char::from_u32(u32::from(unit)).map_or(unit, |c| single_unit(chars::to_upper(c, Casing::Culture), unit));
    contains(unit) || contains(upper) || ranges.iter().any(|(low, high)| low == high && lower_unit(*low) == unit)
}

fn lower_unit(unit: u16) -> u16 {
    if let Ok(byte) = u8::try_from(unit)
        && byte.is_ascii()
    {
        return u16::from(byte.to_ascii_lowercase());
    }
    char::from_u32(u32::from(unit)).map_or(unit, |c| single_unit(chars::to_lower(c, Casing::Culture), unit))
}

fn single_unit(c: char, or: u16) -> u16 {
    u16::try_from(u32::from(c)).unwrap_or(or)
}

/// Whether a pattern has an unescaped wildcard character, a lone `]` included.
pub fn contains_wildcards(pattern: &str) -> bool {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '*' | '?' | '[' | ']' => return true,
            '`' => _ = chars.next(),
            _ => {}
        }
    }
    false
}

/// Escapes what is special, so that the result matches `text` literally: `WildcardPattern.Escape`.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if SPECIALS.contains(&c) {
            out.push('`');
        }
        out.push(c);
    }
    out
}

/// Drops the backticks before wildcard characters and of doubled backticks: `WildcardPattern.Unescape`.
pub fn unescape(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut escaped = false;
    for c in pattern.chars() {
        if c == '`' && !escaped {
            escaped = true;
            continue;
        }
        if escaped && !matches!(c, '*' | '?' | '[' | ']' | '`') {
            out.push('`');
        }
        out.push(c);
        escaped = false;
    }
    if escaped {
        out.push('`');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(text: &str, pattern: &str, case: CaseRule) -> Option<bool> {
        Wildcard::new(pattern, case).ok().map(|wildcard| wildcard.is_match(text))
    }

    #[test]
    fn recorded_matches() {
        let table = [
            ("abc", "a*c", true, true),
            ("abc", "A?C", true, false),
            ("abc", "a[b-d]c", true, true),
            ("abc", "a[B]c", true, false),
            ("ab]", "ab]", true, true),
            ("]", "[]]", true, true),
            ("[", "[[]", true, true),
            ("-", "[a-]", true, true),
            ("-", "[-a]", true, true),
            ("-", "[a-c-e]", true, true),
            ("d", "[a-c-e]", false, false),
            ("a", "[`a]", true, true),
            ("]", "[`]]", true, true),
            ("-", "[a`-z]", true, true),
            ("b", "[a`-z]", false, false),
            ("a`", "a`", true, true),
            ("a", "a`", false, false),
            ("a", "`a", true, true),
            ("a`", "a``", true, true),
            ("İ", "i", false, false),
            ("\u{212A}", "k", true, false),
            ("é", "e\u{301}", true, true),
            ("a\u{200d}b", "ab", true, true),
            ("Σ", "ς", true, false),
            ("😀", "?", false, false),
            ("😀", "??", true, true),
            ("B", "[a-c]", true, false),
            ("_", "[A-z]", true, true),
            ("b", "[!a]", false, false),
            ("a\nb", "a*b", true, true),
            ("", "*", true, true),
            ("", "", true, true),
            ("a", "", false, false),
            ("a", "**", true, true),
            ("ab", "[a]]", false, false),
            ("a]", "[a]]", true, true),
            ("[a]", "`[a`]", true, true),
            ("K", "[k]", true, false),
            ("\u{212A}", "[j-l]", true, false),
            ("Alice Smith", "*smith", true, false),
            ("Alice Smith", "*E S*", true, false),
        ];
        for (text, pattern, insensitive, sensitive) in table {
            assert_eq!(like(text, pattern, CaseRule::Insensitive), Some(insensitive), "{text} -like {pattern}");
            assert_eq!(like(text, pattern, CaseRule::Sensitive), Some(sensitive), "{text} -clike {pattern}");
        }
    }

    #[test]
    fn broken_brackets_are_errors() {
        for pattern in ["a[", "[]", "[z-a]", "[a-", "[a`", "a[]c", "[a`]"] {
            assert!(like("x", pattern, CaseRule::Insensitive).is_none(), "{pattern}");
        }
        assert_eq!(
            Wildcard::new("a[", CaseRule::Sensitive).unwrap_err().to_string(),
            "The specified wildcard character pattern is not valid: a["
        );
    }

    #[test]
    fn many_stars_take_polynomial_time() {
        let text = "a".repeat(5000);
        assert_eq!(like(&text, &("*a".repeat(50) + "b?"), CaseRule::Sensitive), Some(false));
    }

    #[test]
    fn escapes() {
        assert_eq!(escape("a*[x]`"), "a`*`[x`]``");
        assert_eq!(unescape("a`*[x`]``b`c`"), "a*[x]`b`c`");
        assert!(contains_wildcards("a]") && contains_wildcards("a``*") && !contains_wildcards("a`*"));
    }
}
