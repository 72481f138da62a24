//! Character classes and case mapping as `System.Char` and `System.String` give them.
//!
//! Classes follow the general category, with .NET's few additions. Case maps one character to one character: `ß` stays
//! `ß` in upper case. The invariant culture leaves the two dotless and dotted Turkish letters alone; other cultures map
//! them onto `I` and `i`. Ordinal comparison has a third mapping, in which nothing outside ASCII becomes ASCII.

use icu_properties::CodePointMapData;
pub use icu_properties::props::GeneralCategory as Category;

/// Which casing rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casing {
    /// `ToUpper()` and `ToLower()` in an English culture.
    Culture,
    /// `ToUpperInvariant()` and `ToLowerInvariant()`.
    Invariant,
}

/// The general category of a character.
pub fn category(c: char) -> Category {
    CodePointMapData::<Category>::new().get(c)
}

/// `Char.IsLetter`.
pub fn is_letter(c: char) -> bool {
    use Category::*;
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    matches!(category(c), UppercaseLetter | LowercaseLetter | TitlecaseLetter | ModifierLetter | OtherLetter)
}

/// `Char.IsDigit`: decimal digits of every script.
pub fn is_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { category(c) == Category::DecimalNumber }
}

/// `Char.IsNumber`: digits, letter numbers such as `Ⅳ` and other numbers such as `½`.
pub fn is_number(c: char) -> bool {
    use Category::*;
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    matches!(category(c), DecimalNumber | LetterNumber | OtherNumber)
}

/// `Char.IsLetterOrDigit`.
pub fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// `Char.IsWhiteSpace`, which is Unicode's White_Space property.
pub fn is_white_space(c: char) -> bool {
    c.is_whitespace()
}

/// `Char.IsControl`.
pub fn is_control(c: char) -> bool {
    c.is_control()
}

/// `Char.IsUpper`.
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { category(c) == Category::UppercaseLetter }
}

/// `Char.IsLower`.
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_lowercase() } else { category(c) == Category::LowercaseLetter }
}

/// `Char.IsPunctuation`.
pub fn is_punctuation(c: char) -> bool {
    use Category::*;
    matches!(
        category(c),
        ConnectorPunctuation
            | DashPunctuation
            | OpenPunctuation
            | ClosePunctuation
            | InitialPunctuation
            | FinalPunctuation
            | OtherPunctuation
    )
}

/// `Char.IsSymbol`.
pub fn is_symbol(c: char) -> bool {
    use Category::*;
    matches!(category(c), MathSymbol | CurrencySymbol | ModifierSymbol | OtherSymbol)
}

/// `Char.IsSeparator`: spaces and the line and paragraph separators, but no control character.
pub fn is_separator(c: char) -> bool {
    use Category::*;
    matches!(category(c), SpaceSeparator | LineSeparator | ParagraphSeparator)
}

/// Whether the character combines with the one before it.
pub fn is_mark(c: char) -> bool {
    use Category::*;
    !c.is_ascii() && matches!(category(c), NonspacingMark | SpacingMark | EnclosingMark)
}

/// What a regular expression's `\w` matches; characters beyond the basic plane are none.
pub fn is_word(c: char) -> bool {
    use Category::*;
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c <= '\u{FFFF}'
        && matches!(
            category(c),
            UppercaseLetter
                | LowercaseLetter
                | TitlecaseLetter
                | ModifierLetter
                | OtherLetter
                | NonspacingMark
                | DecimalNumber
                | ConnectorPunctuation
        )
}

/// The upper case of one character; one without a single upper-case form stays.
pub fn to_upper(c: char, casing: Casing) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_uppercase(),
        'ı' if casing == Casing::Invariant => c,
        _ => simple_upper(c),
    }
}

/// The lower case of one character.
pub fn to_lower(c: char, casing: Casing) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'İ' if casing == Casing::Invariant => c,
        'İ' => 'i',
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(single), None) => single,
                _ => c,
            }
        }
    }
}

/// The upper case that ordinal comparison without regard to case folds to; only ASCII folds to ASCII.
pub fn to_upper_ordinal(c: char) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_uppercase(),
        'ı' | 'ſ' => c,
        _ => simple_upper(c),
    }
}

/// `String.ToUpper`.
pub fn upper(text: &str, casing: Casing) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    text.chars().map(|c| to_upper(c, casing)).collect()
}

/// `String.ToLower`.
pub fn lower(text: &str, casing: Casing) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(|c| to_lower(c, casing)).collect()
}

/// `TextInfo.ToTitleCase`: each word starts with an upper-case letter; a word all in upper case is an acronym and stays.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if is_letter(first) { word_length(rest) } else { first.len_utf8() };
        let (word, tail) = rest.split_at(length);
        rest = tail;
        let acronym = word.chars().any(is_upper) && !word.chars().any(is_lower);
        if acronym && word.chars().nth(1).is_some() {
            out.push_str(word);
            continue;
        }
        out.push(to_title(first));
        let tail = word.get(first.len_utf8()..).unwrap_or_default();
        out.extend(tail.chars().map(|c| to_lower(c, Casing::Culture)));
    }
    out
}

/// The bytes of the word at the start: letters, and what does not separate words, such as an apostrophe or a digit.
fn word_length(text: &str) -> usize {
    text.char_indices().find(|(_, c)| separates_words(*c)).map_or(text.len(), |(at, _)| at)
}

fn separates_words(c: char) -> bool {
    use Category::*;
    c != '\''
        && !matches!(category(c), OtherNumber | LetterNumber | DecimalNumber | Format | ModifierSymbol)
        && !is_letter(c)
        && !is_mark(c)
        && !matches!(category(c), PrivateUse | Unassigned | Surrogate)
}

fn to_title(c: char) -> char {
    match c {
        'Ǆ'..='ǆ' => 'ǅ',
        'Ǉ'..='ǉ' => 'ǈ',
        'Ǌ'..='ǌ' => 'ǋ',
        'Ǳ'..='ǳ' => 'ǲ',
        _ => to_upper(c, Casing::Culture),
    }
}

fn simple_upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(single), None) => single,
        _ => greek_title(c).unwrap_or(c),
    }
}

/// Greek letters with iota subscript have a title-case form for their simple upper case.
fn greek_title(c: char) -> Option<char> {
    let offset = match c {
        '\u{1F80}'..='\u{1F87}' | '\u{1F90}'..='\u{1F97}' | '\u{1FA0}'..='\u{1FA7}' => 8,
        '\u{1FB3}' | '\u{1FC3}' | '\u{1FF3}' => 9,
        _ => return None,
    };
    char::from_u32(u32::from(c) + offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_maps_one_character_to_one() {
        assert_eq!(upper("ßŉaéiıİǆ", Casing::Culture), "ßŉAÉIIİǄ");
        assert_eq!(upper("ıᾳ", Casing::Invariant), "ıᾼ");
        assert_eq!(lower("ßİIΣΑΣ", Casing::Culture), "ßiiσασ");
        assert_eq!(lower("İ", Casing::Invariant), "İ");
    }

    #[test]
    fn only_ascii_folds_to_ascii_ordinally() {
        assert_eq!(to_upper_ordinal('ſ'), 'ſ');
        assert_eq!(to_upper_ordinal('ı'), 'ı');
        assert_eq!(to_upper_ordinal('é'), 'É');
    }

    #[test]
    fn classes_follow_the_general_category() {
        assert!(is_letter('ª') && is_letter('ǅ') && !is_letter('ⅰ'));
        assert!(is_digit('٣') && !is_digit('²') && is_number('²'));
        assert!(is_punctuation('_') && !is_punctuation('$') && is_symbol('$'));
        assert!(!is_separator('\n') && is_separator('\u{A0}'));
        assert!(is_word('\u{301}') && !is_word('\u{200D}') && !is_word('𝒜'));
    }

    #[test]
    fn title_case_keeps_acronyms() {
        assert_eq!(
            title("hello wORLD o'neil ABC ǆa 1st été x-ray foo_bar"),
            "Hello World O'neil ABC ǅa 1St Été X-Ray Foo_Bar"
        );
    }
}
