//! Sets of characters: the classes of regular expressions.
//!
//! .NET matches UTF-16 units, so that no category but surrogate holds a character beyond the basic plane; the sets of
//! categories follow that, while a range or a negation holds such a character as a whole.

use crate::text::chars::{self, Casing, Category};
use icu_properties::CodePointMapData;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

/// A set of characters as sorted ranges that neither overlap nor touch, with a bit for each ASCII member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CharSet {
    ranges: Vec<(u32, u32)>,
    ascii: u128,
}

const LAST: u32 = 0x10_FFFF;
const LAST_BASIC: u32 = 0xFFFF;

impl CharSet {
    pub fn from_ranges(mut ranges: Vec<(u32, u32)>) -> CharSet {
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (low, high) in ranges {
            match merged.last_mut() {
                Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
                _ => merged.push((low, high)),
            }
        }
        let ascii = (0..128).filter(|c| in_ranges(&merged, *c)).fold(0, |bits, c| bits | 1 << c);
        CharSet { ranges: merged, ascii }
    }

    pub fn of(chars: &[char]) -> CharSet {
        CharSet::from_ranges(chars.iter().map(|c| (u32::from(*c), u32::from(*c))).collect())
    }

    pub fn contains(&self, c: char) -> bool {
        let code = u32::from(c);
        if code < 128 { self.ascii >> code & 1 == 1 } else { in_ranges(&self.ranges, code) }
    }

    /// Whether an ASCII byte is a member.
    pub fn contains_ascii(&self, byte: u8) -> bool {
        self.ascii >> (byte & 127) & 1 == 1
    }

    pub fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    pub fn negate(&self) -> CharSet {
        let mut out = Vec::with_capacity(self.ranges.len() + 1);
        let mut next = 0;
        for (low, high) in &self.ranges {
            if next < *low {
                out.push((next, low - 1));
            }
            next = high + 1;
        }
        if next <= LAST {
            out.push((next, LAST));
        }
        CharSet::from_ranges(out)
    }

    pub fn union(&self, other: &CharSet) -> CharSet {
        CharSet::from_ranges(self.ranges.iter().chain(&other.ranges).copied().collect())
    }

    pub fn subtract(&self, other: &CharSet) -> CharSet {
        self.negate().union(other).negate()
    }
}

fn in_ranges(ranges: &[(u32, u32)], code: u32) -> bool {
    let after = ranges.partition_point(|(low, _)| *low <= code);
    after.checked_sub(1).and_then(|i| ranges.get(i)).is_some_and(|(_, high)| code <= *high)
}

thread_local! {
    static WORD: Rc<CharSet> = Rc::new(categories(&WORD_CATEGORIES));
    static DIGIT: Rc<CharSet> = Rc::new(categories(&[Category::DecimalNumber]));
    static FOLDS: OnceCell<Folds> = const { OnceCell::new() };
}

const LETTERS: [Category; 5] = [
    Category::UppercaseLetter,
    Category::LowercaseLetter,
    Category::TitlecaseLetter,
    Category::ModifierLetter,
    Category::OtherLetter,
];

const WORD_CATEGORIES: [Category; 8] = [
    Category::UppercaseLetter,
    Category::LowercaseLetter,
    Category::TitlecaseLetter,
    Category::ModifierLetter,
    Category::OtherLetter,
    Category::NonspacingMark,
    Category::DecimalNumber,
    Category::ConnectorPunctuation,
];

/// `\w`, or in ECMAScript its ASCII form with the dotted capital I that .NET adds.
pub(super) fn word(ecma: bool) -> Rc<CharSet> {
    if ecma {
        return Rc::new(ranges_of(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'), ('İ', 'İ')]));
    }
    WORD.with(Rc::clone)
}

/// `\d`.
pub(super) fn digit(ecma: bool) -> Rc<CharSet> {
    if ecma { Rc::new(ranges_of(&[('0', '9')])) } else { DIGIT.with(Rc::clone) }
}

/// `\s`.
pub(super) fn space(ecma: bool) -> Rc<CharSet> {
    if ecma {
        return Rc::new(ranges_of(&[('\t', '\r'), (' ', ' ')]));
    }
    Rc::new(ranges_of(&[
        ('\t', '\r'),
        (' ', ' '),
        ('\u{85}', '\u{85}'),
        ('\u{A0}', '\u{A0}'),
        ('\u{1680}', '\u{1680}'),
        ('\u{2000}', '\u{200A}'),
        ('\u{2028}', '\u{2029}'),
        ('\u{202F}', '\u{202F}'),
        ('\u{205F}', '\u{205F}'),
        ('\u{3000}', '\u{3000}'),
    ]))
}

fn ranges_of(ranges: &[(char, char)]) -> CharSet {
    CharSet::from_ranges(ranges.iter().map(|(low, high)| (u32::from(*low), u32::from(*high))).collect())
}

fn categories(wanted: &[Category]) -> CharSet {
    let data = CodePointMapData::<Category>::new();
    let mut ranges = Vec::new();
    for category in wanted {
        for range in data.iter_ranges_for_value(*category) {
            if *range.start() <= LAST_BASIC {
                ranges.push((*range.start(), (*range.end()).min(LAST_BASIC)));
            }
        }
        if *category == Category::Surrogate {
            ranges.push((LAST_BASIC + 1, LAST));
        }
    }
    CharSet::from_ranges(ranges)
}

/// The set of `\p{name}`: a general category, a group of them, or a block. Without regard to case the three cases of
/// letters are one.
pub(super) fn property(name: &str, ignore_case: bool) -> Option<CharSet> {
    use Category::*;
    if let Some(block_name) = name.strip_prefix("Is") {
        return super::blocks::block(block_name).map(|range| CharSet::from_ranges(vec![range]));
    }
    let wanted: &[Category] = match name {
        "Lu" | "Ll" | "Lt" if ignore_case => &[UppercaseLetter, LowercaseLetter, TitlecaseLetter],
        "Lu" => &[UppercaseLetter],
        "Ll" => &[LowercaseLetter],
        "Lt" => &[TitlecaseLetter],
        "Lm" => &[ModifierLetter],
        "Lo" => &[OtherLetter],
        "L" => &LETTERS,
        "Mn" => &[NonspacingMark],
        "Mc" => &[SpacingMark],
        "Me" => &[EnclosingMark],
        "M" => &[NonspacingMark, SpacingMark, EnclosingMark],
        "Nd" => &[DecimalNumber],
        "Nl" => &[LetterNumber],
        "No" => &[OtherNumber],
        "N" => &[DecimalNumber, LetterNumber, OtherNumber],
        "Pc" => &[ConnectorPunctuation],
        "Pd" => &[DashPunctuation],
        "Ps" => &[OpenPunctuation],
        "Pe" => &[ClosePunctuation],
        "Pi" => &[InitialPunctuation],
        "Pf" => &[FinalPunctuation],
        "Po" => &[OtherPunctuation],
        "P" => &[
            ConnectorPunctuation,
            DashPunctuation,
            OpenPunctuation,
            ClosePunctuation,
            InitialPunctuation,
            FinalPunctuation,
            OtherPunctuation,
        ],
        "Sm" => &[MathSymbol],
        "Sc" => &[CurrencySymbol],
        "Sk" => &[ModifierSymbol],
        "So" => &[OtherSymbol],
        "S" => &[MathSymbol, CurrencySymbol, ModifierSymbol, OtherSymbol],
        "Zs" => &[SpaceSeparator],
        "Zl" => &[LineSeparator],
        "Zp" => &[ParagraphSeparator],
        "Z" => &[SpaceSeparator, LineSeparator, ParagraphSeparator],
        "Cc" => &[Control],
        "Cf" => &[Format],
        "Cs" => &[Surrogate],
        "Co" => &[PrivateUse],
        "Cn" => &[Unassigned],
        "C" => &[Control, Format, Surrogate, PrivateUse, Unassigned],
        _ => return None,
    };
    Some(categories(wanted))
}

/// Characters that are equal without regard to case: those with the same lower case.
struct Folds {
    members: HashMap<char, Vec<char>>,
}

impl Folds {
    fn new() -> Folds {
        let mut members: HashMap<char, Vec<char>> = HashMap::new();
        for c in (0..=LAST_BASIC).filter_map(char::from_u32) {
            let lower = chars::to_lower(c, Casing::Culture);
            if lower != c {
                members.entry(lower).or_insert_with(|| vec![lower]).push(c);
            }
        }
        Folds { members }
    }
}

/// Calls `visit` with each class of characters that differ in case only and that meets the range.
fn each_fold(low: u32, high: u32, visit: &mut dyn FnMut(&[char])) {
    FOLDS.with(|folds| {
        let folds = folds.get_or_init(Folds::new);
        if low == high {
            let class = char::from_u32(low).and_then(|c| folds.members.get(&chars::to_lower(c, Casing::Culture)));
            if let Some(class) = class {
                visit(class);
            }
            return;
        }
        for class in folds.members.values() {
            if class.iter().any(|c| (low..=high).contains(&u32::from(*c))) {
                visit(class);
            }
        }
    });
}

/// Adds to each range the characters that differ from its own in case only.
///
/// The dotted capital I equals `i` only outside the invariant culture.
pub(super) fn add_case(ranges: &mut Vec<(u32, u32)>, invariant: bool) {
    let own = ranges.clone();
    let code = |c: char| (u32::from(c), u32::from(c));
    for (low, high) in own {
        let mut visit = |class: &[char]| {
            let dotted = invariant && class.contains(&'İ');
            let met = |c: char| (low..=high).contains(&u32::from(c));
            if dotted && !met('i') && !met('I') {
                return;
            }
            ranges.extend(class.iter().filter(|c| !dotted || **c != 'İ').map(|c| code(*c)));
        };
        if high < 128 {
            for byte in (low..=high).filter_map(|c| u8::try_from(c).ok()).filter(u8::is_ascii_alphabetic) {
                let (lower, upper) = (char::from(byte.to_ascii_lowercase()), char::from(byte.to_ascii_uppercase()));
                match lower {
                    'k' => visit(&[lower, upper, '\u{212A}']),
                    'i' => visit(&[lower, upper, 'İ']),
                    _ => visit(&[lower, upper]),
                }
            }
        } else {
            each_fold(low, high, &mut visit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(low: char, high: char, invariant: bool) -> CharSet {
        let mut ranges = vec![(u32::from(low), u32::from(high))];
        add_case(&mut ranges, invariant);
        CharSet::from_ranges(ranges)
    }

    #[test]
    fn sets_combine() {
        let letters = ranges_of(&[('a', 'z')]);
        let vowels = CharSet::of(&['a', 'e', 'i', 'o', 'u']);
        let consonants = letters.subtract(&vowels);
        assert!(consonants.contains('b') && !consonants.contains('e') && !consonants.contains('A'));
        assert!(letters.negate().contains('😀') && letters.negate().negate() == letters);
    }

    #[test]
    fn case_folds_by_lower_case() {
        assert!(folded('k', 'k', false).contains('\u{212A}') && folded('j', 'l', false).contains('\u{212A}'));
        assert!(folded('\u{212A}', '\u{212A}', false).contains('k'));
        assert!(folded('i', 'i', false).contains('İ') && !folded('h', 'j', true).contains('İ'));
        assert!(folded('σ', 'σ', false).contains('Σ') && !folded('σ', 'σ', false).contains('ς'));
        assert!(folded('ß', 'ß', false).contains('ẞ') && !folded('s', 's', false).contains('ſ'));
    }

    #[test]
    fn categories_end_with_the_basic_plane() {
        assert!(word(false).contains('é') && !word(false).contains('𝒜'));
        assert!(property("Cs", false).is_some_and(|set| set.contains('😀')));
        assert!(property("IsCyrillic", false).is_some_and(|set| set.contains('б')));
        assert!(property("Lu", true).is_some_and(|set| set.contains('a')));
        assert!(property("Latin", false).is_none());
    }
}
