//! Finding text in text: `IndexOf`, `StartsWith`, `Contains`, `Replace` and their kin under every comparison of .NET.
//!
//! Results are byte ranges; [`units_before`] and [`byte_of_unit`] turn them into .NET's UTF-16 indices and back. A
//! linguistic match may be longer or shorter than what was sought, takes in characters that do not count, and never
//! splits a character from its combining marks.

use super::chars::{is_mark, to_upper_ordinal};
use super::collate::{self, CaseRule};
use std::cmp::Ordering;
use std::ops::Range;

/// `System.StringComparison`; the invariant culture compares as the current one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    Culture,
    CultureIgnoreCase,
    Ordinal,
    OrdinalIgnoreCase,
}

impl Comparison {
    /// The linguistic comparison with a case rule.
    pub const fn linguistic(case: CaseRule) -> Comparison {
        match case {
            CaseRule::Sensitive => Comparison::Culture,
            CaseRule::Insensitive => Comparison::CultureIgnoreCase,
        }
    }

    /// The order of two strings.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        match self {
            Comparison::Culture => collate::compare(a, b, CaseRule::Sensitive),
            Comparison::CultureIgnoreCase => collate::compare(a, b, CaseRule::Insensitive),
            Comparison::Ordinal => collate::compare_ordinal(a, b),
            Comparison::OrdinalIgnoreCase => collate::compare_ordinal_ignore_case(a, b),
        }
    }

    /// Whether two strings are equal.
    pub fn equal(self, a: &str, b: &str) -> bool {
        match self {
            Comparison::Ordinal => a == b,
            Comparison::OrdinalIgnoreCase => collate::equal_ordinal_ignore_case(a, b),
            _ => self.compare(a, b) == Ordering::Equal,
        }
    }

    /// The ordinal comparison that finds the same in these texts, when there is one.
    fn as_ordinal(self, text: &str, needle: &str) -> Option<Comparison> {
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii() && !collate::is_ignorable_ascii(byte));
        match self {
            Comparison::Ordinal | Comparison::OrdinalIgnoreCase => Some(self),
            Comparison::Culture if plain(needle) && plain(text) => Some(Comparison::Ordinal),
            Comparison::CultureIgnoreCase if plain(needle) && plain(text) => Some(Comparison::OrdinalIgnoreCase),
            _ => None,
        }
    }
}

/// The first place of `needle` at or after byte `from`.
pub fn find(text: &str, needle: &str, from: usize, comparison: Comparison) -> Option<Range<usize>> {
    let tail = text.get(from..)?;
    let found = match comparison.as_ordinal(tail, needle) {
        Some(Comparison::Ordinal) => tail.find(needle).map(|at| at..at + needle.len()),
        Some(_) => boundaries(tail).find_map(|at| folded_prefix(tail, at, needle)),
        None if does_not_count(needle, comparison) => Some(0..0),
        None => boundaries(tail).find_map(|at| linguistic_match(tail, at, needle, comparison)),
    }?;
    Some(found.start + from..found.end + from)
}

/// The last place of `needle` that ends at or before byte `to`.
pub fn find_last(text: &str, needle: &str, to: usize, comparison: Comparison) -> Option<Range<usize>> {
    let head = text.get(..to)?;
    match comparison.as_ordinal(head, needle) {
        Some(Comparison::Ordinal) => head.rfind(needle).map(|at| at..at + needle.len()),
        Some(_) => boundaries(head).rev().find_map(|at| folded_prefix(head, at, needle)),
        None if does_not_count(needle, comparison) => Some(head.len()..head.len()),
        None => boundaries(head).rev().find_map(|at| linguistic_match(head, at, needle, comparison)),
    }
}

/// Whether `text` contains `needle`.
pub fn contains(text: &str, needle: &str, comparison: Comparison) -> bool {
    find(text, needle, 0, comparison).is_some()
}

/// Whether `text` starts with `needle`.
pub fn starts_with(text: &str, needle: &str, comparison: Comparison) -> bool {
    match comparison.as_ordinal(text, needle) {
        Some(Comparison::Ordinal) => text.starts_with(needle),
        Some(_) => folded_prefix(text, 0, needle).is_some(),
        None if does_not_count(needle, comparison) => true,
        None => match_from(text, 0, needle, comparison).is_some(),
    }
}

/// Whether `text` ends with `needle`.
pub fn ends_with(text: &str, needle: &str, comparison: Comparison) -> bool {
    match comparison.as_ordinal(text, needle) {
        Some(Comparison::Ordinal) => text.ends_with(needle),
        Some(_) => {
            boundaries(text).rev().any(|at| folded_prefix(text, at, needle).is_some_and(|m| m.end == text.len()))
        }
        None if does_not_count(needle, comparison) => true,
        None => boundaries(text)
            .rev()
            .take(window(needle))
            .any(|at| text.get(at..).is_some_and(|tail| comparison.equal(tail, needle))),
    }
}

/// Replaces every place of `needle`; one that is empty or does not count replaces nothing.
pub fn replace(text: &str, needle: &str, with: &str, comparison: Comparison) -> String {
    if needle.is_empty() {
        return text.to_owned();
    }
    if comparison == Comparison::Ordinal {
        return text.replace(needle, with);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    while let Some(found) = find(text, needle, done, comparison) {
        if found.is_empty() {
            break;
        }
        out.push_str(text.get(done..found.start).unwrap_or_default());
        out.push_str(with);
        done = found.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The number of UTF-16 units before byte `at`.
pub fn units_before(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or(text);
    if head.is_ascii() { head.len() } else { head.chars().map(char::len_utf16).sum() }
}

/// The byte at which the UTF-16 unit `unit` starts; `None` past the end. A unit inside a pair belongs to the pair.
pub fn byte_of_unit(text: &str, unit: usize) -> Option<usize> {
    if text.is_ascii() {
        return (unit <= text.len()).then_some(unit);
    }
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > unit {
            return Some(at);
        }
    }
    (units == unit).then_some(text.len())
}

fn boundaries(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    (0..=text.len()).filter(|at| text.is_char_boundary(*at))
}

/// The match at `at` when the text there starts with `needle` ordinally without regard to case.
fn folded_prefix(text: &str, at: usize, needle: &str) -> Option<Range<usize>> {
    let mut rest = text.get(at..)?.chars();
    for wanted in needle.chars() {
        let c = rest.next()?;
        if c != wanted && to_upper_ordinal(c) != to_upper_ordinal(wanted) {
            return None;
        }
    }
    Some(at..text.len() - rest.as_str().len())
}

fn does_not_count(needle: &str, comparison: Comparison) -> bool {
    needle.is_empty() || comparison.equal(needle, "")
}

/// How many characters of text can at most equal the needle, not counting those that do not count.
fn window(needle: &str) -> usize {
    needle.chars().count() * 4 + 8
}

fn splits_no_character(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|tail| tail.chars().next());
    at == 0 || next.is_none_or(|c| !is_mark(c) || collate::equal(c.encode_utf8(&mut [0; 4]), "", CaseRule::Sensitive))
}

/// The match whose first counting character is at `at`.
fn linguistic_match(text: &str, at: usize, needle: &str, comparison: Comparison) -> Option<Range<usize>> {
    let first = text.get(at..)?.chars().next()?;
    let counts = !comparison.equal(first.encode_utf8(&mut [0; 4]), "");
    if !counts || !splits_no_character(text, at) {
        return None;
    }
    match_from(text, at, needle, comparison)
}

/// The shortest match from `at` on, with the joiners and marks behind it that do not count.
fn match_from(text: &str, at: usize, needle: &str, comparison: Comparison) -> Option<Range<usize>> {
    let tail = text.get(at..)?;
    let does_count = |c: char| !comparison.equal(c.encode_utf8(&mut [0; 4]), "");
    let mut counted = 0;
    let limit = window(needle);
    for (offset, c) in tail.char_indices() {
        if !does_count(c) {
            continue;
        }
        counted += 1;
        if counted > limit {
            break;
        }
        let end = offset + c.len_utf8();
        if splits_no_character(tail, end) && comparison.equal(tail.get(..end)?, needle) {
            let joined = tail.get(end..)?.chars().take_while(|c| !does_count(*c) && is_joined(*c));
            return Some(at..at + end + joined.map(char::len_utf8).sum::<usize>());
        }
    }
    None
}

/// Whether a character belongs to the one before it.
fn is_joined(c: char) -> bool {
    is_mark(c) || matches!(c, '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use Comparison::*;

    const ALL: [Comparison; 4] = [Culture, CultureIgnoreCase, Ordinal, OrdinalIgnoreCase];

    #[test]
    fn recorded_searches() {
        let table: [(&str, &str, [i32; 4], [i32; 4]); 18] = [
            ("hello World", "o", [4, 4, 4, 4], [7, 7, 7, 7]),
            ("hello World", "w", [-1, 6, -1, 6], [-1, 6, -1, 6]),
            ("abc", "", [0, 0, 0, 0], [3, 3, 3, 3]),
            ("", "a", [-1, -1, -1, -1], [-1, -1, -1, -1]),
            ("a\u{ad}bc", "bc", [2, 2, 2, 2], [2, 2, 2, 2]),
            ("a\u{ad}bc", "ab", [0, 0, -1, -1], [0, 0, -1, -1]),
            ("xe\u{301}y", "e", [-1, -1, 1, 1], [-1, -1, 1, 1]),
            ("xe\u{301}y", "é", [1, 1, -1, -1], [1, 1, -1, -1]),
            ("ab", "\u{ad}", [0, 0, -1, -1], [2, 2, -1, -1]),
            ("straße", "ss", [-1, -1, -1, -1], [-1, -1, -1, -1]),
            ("😀a😀", "a", [2, 2, 2, 2], [2, 2, 2, 2]),
            ("a\r\nb", "\n", [2, 2, 2, 2], [2, 2, 2, 2]),
            ("a\0b", "\0", [0, 0, 1, 1], [3, 3, 1, 1]),
            ("a\0b", "ab", [0, 0, -1, -1], [0, 0, -1, -1]),
            ("ﬀoo", "f", [-1, -1, -1, -1], [-1, -1, -1, -1]),
            ("ﬀoo", "ff", [-1, 0, -1, -1], [-1, 0, -1, -1]),
            ("\u{200d}a", "a", [1, 1, 1, 1], [1, 1, 1, 1]),
            ("ααΑ", "Α", [2, 0, 2, 0], [2, 2, 2, 2]),
        ];
        for (text, needle, first, last) in table {
            for (i, comparison) in ALL.into_iter().enumerate() {
                let unit = |found: Option<Range<usize>>| found.map_or(-1, |m| units_before(text, m.start) as i32);
                assert_eq!(unit(find(text, needle, 0, comparison)), first[i], "{text:?} {needle:?} {comparison:?}");
                let found = find_last(text, needle, text.len(), comparison);
                assert_eq!(unit(found), last[i], "last {text:?} {needle:?} {comparison:?}");
            }
        }
    }

    #[test]
    fn ends_take_in_what_does_not_count() {
        assert!(starts_with("\u{200d}a", "a", Culture) && !starts_with("\u{200d}a", "a", Ordinal));
        assert!(ends_with("a\u{200d}", "a", Culture) && !ends_with("a\u{200d}", "a", OrdinalIgnoreCase));
        assert!(starts_with("ABC", "ab", CultureIgnoreCase) && !starts_with("ABC", "ab", Culture));
        assert!(ends_with("ABC", "bc", OrdinalIgnoreCase) && ends_with("ABC", "", Ordinal));
        assert!(!starts_with("xe\u{301}", "xe", Culture) && ends_with("e\u{301}", "\u{301}", Culture));
    }

    #[test]
    fn replacements() {
        assert_eq!(replace("aXbx", "x", "<>", CultureIgnoreCase), "a<>b<>");
        assert_eq!(replace("a\u{200d}", "a", "<>", Culture), "<>");
        assert_eq!(replace("a\u{ad}", "a", "<>", Culture), "<>\u{ad}");
        assert_eq!(replace("a\u{200d}", "a", "<>", Ordinal), "<>\u{200d}");
        assert_eq!(replace("ab", "\u{ad}", "<>", Culture), "ab");
        assert_eq!(replace("ﬀoo", "ff", "<>", CultureIgnoreCase), "<>oo");
    }

    #[test]
    fn units_and_bytes_convert_both_ways() {
        assert_eq!(units_before("😀é", 4), 2);
        assert_eq!(byte_of_unit("😀é", 3), Some(6));
        assert_eq!(byte_of_unit("😀é", 1), Some(0));
        assert_eq!(byte_of_unit("😀é", 4), None);
    }
}
