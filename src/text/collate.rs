//! How strings compare: linguistically as .NET with ICU does, and ordinally.
//!
//! PowerShell compares linguistically by the invariant tailoring in `-eq`, `-lt` and their kin, `-contains`, `-in`,
//! `switch`, `Sort-Object`, `Compare-Object`, `Group-Object` and `-Unique`: `"a`u{ad}b" -eq 'ab'` and
//! `'é' -eq "e`u{301}"` hold, `'ß' -eq 'ss'` does not. Keys of tables and names of members, variables and commands
//! compare ordinally without regard to case.
//!
//! The order is white space, `_`, `-`, other punctuation, symbols, digits, letters; case, where it counts, comes last
//! and puts lower before upper. Control and zero-width characters do not exist for it. Ignoring case drops the third
//! level altogether, so that `①` equals `1`; .NET then sets width and kana apart by rules of its own, which
//! [`set_apart`] stands for.

use super::chars::to_upper_ordinal;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use std::cmp::Ordering;
use std::hash::Hasher;
use std::thread::LocalKey;

/// Whether case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseRule {
    Sensitive,
    Insensitive,
}

thread_local! {
    static SENSITIVE: Option<CollatorBorrowed<'static>> = collator(Strength::Tertiary);
    static INSENSITIVE: Option<CollatorBorrowed<'static>> = collator(Strength::Secondary);
}

/// The root collator, whose data is compiled in.
fn collator(strength: Strength) -> Option<CollatorBorrowed<'static>> {
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    CollatorBorrowed::try_new(CollatorPreferences::default(), options).ok()
}

/// The linguistic order of two strings, which is `String.Compare` with a culture.
pub fn compare(a: &str, b: &str, case: CaseRule) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    if a.is_ascii() && b.is_ascii() { compare_ascii(a, b, case) } else { compare_any(a, b, case) }
}

/// Whether two strings are linguistically equal.
pub fn equal(a: &str, b: &str, case: CaseRule) -> bool {
    compare(a, b, case) == Ordering::Equal
}

/// The order of two strings by UTF-16 unit.
pub fn compare_ordinal(a: &str, b: &str) -> Ordering {
    if a.is_ascii() || b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

/// The order of two strings by UTF-16 unit of their upper case.
pub fn compare_ordinal_ignore_case(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() {
        let upper = |text: &str| text.bytes().map(|b| b.to_ascii_uppercase()).collect::<Vec<u8>>();
        return upper(a).cmp(&upper(b));
    }
    let fold = |text: &str| -> String { text.chars().map(to_upper_ordinal).collect() };
    compare_ordinal(&fold(a), &fold(b))
}

/// Whether two strings are equal ordinally without regard to case.
pub fn equal_ordinal_ignore_case(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a.chars().map(to_upper_ordinal).eq(b.chars().map(to_upper_ordinal))
}

/// Feeds a hasher so that strings equal by [`equal_ordinal_ignore_case`] hash alike.
pub fn hash_ordinal_ignore_case(text: &str, state: &mut impl Hasher) {
    for c in text.chars() {
        state.write_u32(u32::from(to_upper_ordinal(c)));
    }
}

/// Whether comparison passes over an ASCII character.
pub(super) const fn is_ignorable_ascii(byte: u8) -> bool {
    matches!(byte, 0..=8 | 14..=31 | 127)
}

/// The primary weight of each ASCII character, zero for those that do not count.
const PRIMARY: [u8; 128] = {
    const ORDER: &[u8] = b"\t\n\x0b\x0c\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";
    let mut table = [0; 128];
    let mut weight = 1;
    let mut i = 0;
    while i < ORDER.len() {
        table[ORDER[i] as usize] = weight;
        weight += 1;
        i += 1;
    }
    let mut letter = b'a';
    while letter <= b'z' {
        table[letter as usize] = weight;
        table[letter.to_ascii_uppercase() as usize] = weight;
        weight += 1;
        letter += 1;
    }
    table
};

fn compare_ascii(a: &str, b: &str, case: CaseRule) -> Ordering {
    let weight = |byte: u8| PRIMARY.get(usize::from(byte)).copied().unwrap_or(0);
    let mut left = a.bytes().filter(|byte| weight(*byte) != 0);
    let mut right = b.bytes().filter(|byte| weight(*byte) != 0);
    let mut tie = Ordering::Equal;
    loop {
        match (left.next(), right.next()) {
            (None, None) => break,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(l), Some(r)) if l == r => {}
            (Some(l), Some(r)) => match weight(l).cmp(&weight(r)) {
                Ordering::Equal if tie == Ordering::Equal => tie = r.cmp(&l),
                Ordering::Equal => {}
                unequal => return unequal,
            },
        }
    }
    if case == CaseRule::Sensitive { tie } else { Ordering::Equal }
}

fn compare_any(a: &str, b: &str, case: CaseRule) -> Ordering {
    match case {
        CaseRule::Sensitive => collate(&SENSITIVE, a, b),
        CaseRule::Insensitive => match (set_apart(a), set_apart(b)) {
            (None, None) => collate(&INSENSITIVE, a, b),
            (left, right) => collate(&INSENSITIVE, left.as_deref().unwrap_or(a), right.as_deref().unwrap_or(b)),
        },
    }
}

fn collate(collator: &'static LocalKey<Option<CollatorBorrowed<'static>>>, a: &str, b: &str) -> Ordering {
    collator.with(|collator| collator.as_ref().map_or_else(|| compare_ordinal(a, b), |collator| collator.compare(a, b)))
}

/// Sets full-width forms, half-width forms and katakana behind their plain form, or `None` where there are none.
///
/// The mark that is added weighs more than any other character, so that the form follows all that starts with the
/// plain character, and precedes the next character.
fn set_apart(text: &str) -> Option<String> {
    const MARK: char = '\u{FFFF}';
    const SMALL_KATAKANA: &str = "ァィゥェォッャュョヮヵヶ";
    if !text.chars().any(|c| plain_form(c).is_some()) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 3);
    for c in text.chars() {
        let mut plain = c;
        let mut marks = 0;
        while let Some(next) = plain_form(plain) {
            marks += if SMALL_KATAKANA.contains(plain) { 2 } else { 1 };
            plain = next;
        }
        out.push(plain);
        out.extend(std::iter::repeat_n(MARK, marks));
    }
    Some(out)
}

/// The character that a form differs from in width or kana only.
fn plain_form(c: char) -> Option<char> {
    const HALF_KATAKANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    const WIDE_SYMBOLS: &str = "¢£¬¯¦¥₩";
    const HALF_SYMBOLS: &str = "│←↑→↓■○";
    let code = u32::from(c);
    match c {
        '\u{30A1}'..='\u{30F6}' | '\u{30FD}'..='\u{30FE}' => char::from_u32(code - 0x60),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(code - 0xFEE0),
        '\u{FF61}'..='\u{FF9D}' => HALF_KATAKANA.chars().nth((code - 0xFF61) as usize),
        '\u{FFA1}'..='\u{FFBE}' => char::from_u32(code - 0xFFA1 + 0x3131),
        '\u{FFC2}'..='\u{FFC7}' => char::from_u32(code - 0xFFC2 + 0x314F),
        '\u{FFCA}'..='\u{FFCF}' => char::from_u32(code - 0xFFCA + 0x3155),
        '\u{FFD2}'..='\u{FFD7}' => char::from_u32(code - 0xFFD2 + 0x315B),
        '\u{FFDA}'..='\u{FFDC}' => char::from_u32(code - 0xFFDA + 0x3161),
        '\u{FFE0}'..='\u{FFE6}' => WIDE_SYMBOLS.chars().nth((code - 0xFFE0) as usize),
        '\u{FFE8}'..='\u{FFEE}' => HALF_SYMBOLS.chars().nth((code - 0xFFE8) as usize),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_ascii_path_agrees_with_the_collator(a in "[\\x00-\\x7f]{0,8}", b in "[\\x00-\\x7f]{0,8}") {
            for case in [CaseRule::Sensitive, CaseRule::Insensitive] {
                prop_assert_eq!(compare_ascii(&a, &b, case), compare_any(&a, &b, case));
            }
        }

        #[test]
        fn the_ascii_path_agrees_on_near_words(a in "[aAbB_-]{0,4}", b in "[aAbB_-]{0,4}") {
            for case in [CaseRule::Sensitive, CaseRule::Insensitive] {
                prop_assert_eq!(compare_ascii(&a, &b, case), compare_any(&a, &b, case));
            }
        }
    }

    #[test]
    fn recorded_comparisons() {
        use Ordering::{Equal, Greater, Less};
        let table = [
            ("ß", "ss", Greater, Greater),
            ("a\u{200d}b", "ab", Equal, Equal),
            ("é", "e\u{301}", Equal, Equal),
            ("a\0b", "ab", Equal, Equal),
            ("a", "A", Equal, Less),
            ("co-op", "coop", Less, Less),
            ("co-op", "co_op", Greater, Greater),
            ("ａ", "a", Greater, Greater),
            ("ａ", "á", Greater, Less),
            ("ａ", "az", Greater, Less),
            ("ａ", "b", Less, Less),
            ("Ａ", "ａ", Equal, Greater),
            ("Ｂa", "bb", Greater, Less),
            ("あ", "ア", Less, Less),
            ("ｱ", "ア", Greater, Greater),
            ("カ", "が", Greater, Less),
            ("ガ", "カ", Greater, Greater),
            ("ァ", "ア", Greater, Less),
            ("ゃ", "や", Equal, Less),
            ("ー", "-", Greater, Greater),
            ("K", "\u{212A}", Equal, Equal),
            ("İ", "i", Greater, Greater),
            ("ı", "I", Greater, Greater),
            ("ǆ", "ǅ", Equal, Less),
            ("Σ", "ς", Equal, Less),
            ("①", "1", Equal, Greater),
            ("ﬀ", "ff", Equal, Greater),
            ("a\u{a0}b", "a b", Equal, Greater),
            ("a\tb", "a b", Less, Less),
            ("ſ", "s", Greater, Greater),
            ("。", "｡", Less, Less),
            ("한", "하", Greater, Greater),
        ];
        for (a, b, insensitive, sensitive) in table {
            assert_eq!(compare(a, b, CaseRule::Sensitive), sensitive, "{a} {b} sensitive");
            assert_eq!(compare(a, b, CaseRule::Insensitive), insensitive, "{a} {b} insensitive");
        }
    }

    #[test]
    fn ordinal_comparison_folds_to_upper_case() {
        assert_eq!(compare_ordinal_ignore_case("a", "_"), Ordering::Less);
        assert_eq!(compare_ordinal("a", "_"), Ordering::Greater);
        assert!(equal_ordinal_ignore_case("ς", "Σ") && !equal_ordinal_ignore_case("\u{212A}", "k"));
        assert_eq!(compare_ordinal("\u{FFFD}", "😀"), Ordering::Greater);
    }
}
