//! `System.Char`.

use super::arguments::Arguments;
use super::invoke::assign;
use super::table::{Method, StaticProperty, TypeTable};
use super::{compare, enums, fault, object};
use crate::text::chars::{self, Casing};
use crate::value::error::FORMAT_EXCEPTION;
use crate::value::types::{CHAR, TypeRef};
use crate::value::{EnumValue, Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("bool Equals(char obj)", object::equals),
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(char value)", compare_to),
        Method::new("string ToString()", object::to_string),
        Method::new("string ToString(System.IFormatProvider provider)", object::to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "char", max_value),
        StaticProperty::new("MinValue", "char", min_value),
    ],
    static_methods: &[
        Method::new("bool IsAscii(char c)", is_ascii),
        Method::new("string ToString(char c)", text_of),
        Method::new("char Parse(string s)", parse),
        Method::new("bool TryParse(string s, [ref] char result)", try_parse),
        Method::new("bool IsAsciiLetter(char c)", is_ascii_letter),
        Method::new("bool IsAsciiLetterLower(char c)", is_ascii_letter_lower),
        Method::new("bool IsAsciiLetterUpper(char c)", is_ascii_letter_upper),
        Method::new("bool IsAsciiDigit(char c)", is_ascii_digit),
        Method::new("bool IsAsciiLetterOrDigit(char c)", is_ascii_letter_or_digit),
        Method::new("bool IsAsciiHexDigit(char c)", is_ascii_hex_digit),
        Method::new("bool IsAsciiHexDigitUpper(char c)", is_ascii_hex_digit_upper),
        Method::new("bool IsAsciiHexDigitLower(char c)", is_ascii_hex_digit_lower),
        Method::new("bool IsDigit(char c)", is_digit),
        Method::new("bool IsBetween(char c, char minInclusive, char maxInclusive)", is_between),
        Method::new("bool IsLetter(char c)", is_letter),
        Method::new("bool IsWhiteSpace(char c)", is_white_space),
        Method::new("bool IsUpper(char c)", is_upper),
        Method::new("bool IsLower(char c)", is_lower),
        Method::new("bool IsPunctuation(char c)", is_punctuation),
        Method::new("bool IsLetterOrDigit(char c)", is_letter_or_digit),
        Method::new("char ToUpper(char c, cultureinfo culture)", to_upper),
        Method::new("char ToUpper(char c)", to_upper),
        Method::new("char ToUpperInvariant(char c)", to_upper_invariant),
        Method::new("char ToLower(char c, cultureinfo culture)", to_lower),
        Method::new("char ToLower(char c)", to_lower),
        Method::new("char ToLowerInvariant(char c)", to_lower_invariant),
        Method::new("bool IsControl(char c)", is_control),
        Method::new("bool IsControl(string s, int index)", is_control),
        Method::new("bool IsDigit(string s, int index)", is_digit),
        Method::new("bool IsLetter(string s, int index)", is_letter),
        Method::new("bool IsLetterOrDigit(string s, int index)", is_letter_or_digit),
        Method::new("bool IsLower(string s, int index)", is_lower),
        Method::new("bool IsNumber(char c)", is_number),
        Method::new("bool IsNumber(string s, int index)", is_number),
        Method::new("bool IsPunctuation(string s, int index)", is_punctuation),
        Method::new("bool IsSeparator(char c)", is_separator),
        Method::new("bool IsSeparator(string s, int index)", is_separator),
        Method::new("bool IsSurrogate(char c)", is_surrogate),
        Method::new("bool IsSurrogate(string s, int index)", is_surrogate),
        Method::new("bool IsSymbol(char c)", is_symbol),
        Method::new("bool IsSymbol(string s, int index)", is_symbol),
        Method::new("bool IsUpper(string s, int index)", is_upper),
        Method::new("bool IsWhiteSpace(string s, int index)", is_white_space),
        Method::new("System.Globalization.UnicodeCategory GetUnicodeCategory(char c)", get_unicode_category),
        Method::new(
            "System.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)",
            get_unicode_category,
        ),
        Method::new("double GetNumericValue(char c)", get_numeric_value),
        Method::new("double GetNumericValue(string s, int index)", get_numeric_value),
        Method::new("bool IsHighSurrogate(char c)", is_high_surrogate),
        Method::new("bool IsHighSurrogate(string s, int index)", is_high_surrogate),
        Method::new("bool IsLowSurrogate(char c)", is_low_surrogate),
        Method::new("bool IsLowSurrogate(string s, int index)", is_low_surrogate),
        Method::new("bool IsSurrogatePair(string s, int index)", is_surrogate_pair),
        Method::new("bool IsSurrogatePair(char highSurrogate, char lowSurrogate)", is_surrogate_pair),
        Method::new("string ConvertFromUtf32(int utf32)", convert_from_utf32),
        Method::new("int ConvertToUtf32(char highSurrogate, char lowSurrogate)", convert_to_utf32),
        Method::new("int ConvertToUtf32(string s, int index)", convert_to_utf32),
    ],
    ..TypeTable::of(&CHAR)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Char(u16::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Char(0))
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    match (this, arguments.value(0)) {
        (Value::Char(a), Value::Char(b)) => Ok(Value::Int(i32::from(*a) - i32::from(b))),
        (_, Value::Null) => Ok(Value::Int(1)),
        _ => Err(compare::must_be(&TypeRef::Native(&CHAR))),
    }
}

fn get_type_code(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(EnumValue::native(&enums::TYPE_CODE, 4))
}

fn text_of(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(String::from_utf16_lossy(&[arguments.unit(0)])))
}

/// The unit that the arguments mean: a character, or a text and an index in it.
fn unit(arguments: &[Value]) -> Outcome<u16> {
    match arguments.value(0) {
        Value::Char(unit) => Ok(unit),
        Value::Str(text) => usize::try_from(arguments.int(1))
            .ok()
            .and_then(|index| text.unit_at(index))
            .ok_or_else(|| fault::out_of_range("Specified argument was out of the range of valid values.", "index")),
        _ => Err(fault::argument_null("s")),
    }
}

/// The character of a unit; a surrogate stands for a private-use character, which is in no class.
fn class_char(unit: u16) -> char {
    char::from_u32(u32::from(unit)).unwrap_or('\u{e000}')
}

fn test(arguments: &[Value], holds: impl Fn(char) -> bool) -> Outcome<Value> {
    Ok(Value::Bool(holds(class_char(unit(arguments)?))))
}

fn test_unit(arguments: &[Value], holds: impl Fn(u16) -> bool) -> Outcome<Value> {
    Ok(Value::Bool(holds(unit(arguments)?)))
}

fn is_ascii(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii())
}

fn is_ascii_letter(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_alphabetic())
}

fn is_ascii_letter_lower(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_lowercase())
}

fn is_ascii_letter_upper(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_uppercase())
}

fn is_ascii_digit(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_digit())
}

fn is_ascii_letter_or_digit(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_alphanumeric())
}

fn is_ascii_hex_digit(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_hexdigit())
}

fn is_ascii_hex_digit_upper(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_hexdigit() && !c.is_ascii_lowercase())
}

fn is_ascii_hex_digit_lower(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, |c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase())
}

fn is_between(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool((arguments.unit(1)..=arguments.unit(2)).contains(&arguments.unit(0))))
}

fn is_digit(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_digit)
}

fn is_letter(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_letter)
}

fn is_letter_or_digit(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_letter_or_digit)
}

fn is_number(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_number)
}

fn is_white_space(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_white_space)
}

fn is_upper(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_upper)
}

fn is_lower(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_lower)
}

fn is_punctuation(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_punctuation)
}

fn is_symbol(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_symbol)
}

fn is_separator(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_separator)
}

fn is_control(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test(arguments, chars::is_control)
}

fn is_high(unit: u16) -> bool {
    (0xD800..0xDC00).contains(&unit)
}

fn is_low(unit: u16) -> bool {
    (0xDC00..0xE000).contains(&unit)
}

fn is_surrogate(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    // A text cannot hold a lone surrogate, but the units of its pairs are surrogates.
    test_unit(arguments, |unit| is_high(unit) || is_low(unit))
}

fn is_high_surrogate(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test_unit(arguments, is_high)
}

fn is_low_surrogate(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    test_unit(arguments, is_low)
}

fn is_surrogate_pair(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let first = unit(arguments)?;
    let second = match arguments.value(0) {
        Value::Str(text) => text.unit_at(arguments.int(1) as usize + 1).unwrap_or_default(),
        _ => arguments.unit(1),
    };
    Ok(Value::Bool(is_high(first) && is_low(second)))
}

fn to_upper(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(mapped(arguments, |c| chars::to_upper(c, Casing::Culture)))
}

fn to_upper_invariant(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(mapped(arguments, |c| chars::to_upper(c, Casing::Invariant)))
}

fn to_lower(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(mapped(arguments, |c| chars::to_lower(c, Casing::Culture)))
}

fn to_lower_invariant(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(mapped(arguments, |c| chars::to_lower(c, Casing::Invariant)))
}

fn mapped(arguments: &[Value], map: impl Fn(char) -> char) -> Value {
    let unit = arguments.unit(0);
    let mapped = char::from_u32(u32::from(unit)).map(map).and_then(|c| u16::try_from(u32::from(c)).ok());
    Value::Char(mapped.unwrap_or(unit))
}

fn get_unicode_category(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    use icu_properties::props::GeneralCategory as Category;
    let unit = unit(arguments)?;
    if is_high(unit) || is_low(unit) {
        return Ok(EnumValue::native(&enums::UNICODE_CATEGORY, 16));
    }
    let number = match chars::category(class_char(unit)) {
        Category::UppercaseLetter => 0,
        Category::LowercaseLetter => 1,
        Category::TitlecaseLetter => 2,
        Category::ModifierLetter => 3,
        Category::OtherLetter => 4,
        Category::NonspacingMark => 5,
        Category::SpacingMark => 6,
        Category::EnclosingMark => 7,
        Category::DecimalNumber => 8,
        Category::LetterNumber => 9,
        Category::OtherNumber => 10,
        Category::SpaceSeparator => 11,
        Category::LineSeparator => 12,
        Category::ParagraphSeparator => 13,
        Category::Control => 14,
        Category::Format => 15,
        Category::Surrogate => 16,
        Category::PrivateUse => 17,
        Category::ConnectorPunctuation => 18,
        Category::DashPunctuation => 19,
        Category::OpenPunctuation => 20,
        Category::ClosePunctuation => 21,
        Category::InitialPunctuation => 22,
        Category::FinalPunctuation => 23,
        Category::OtherPunctuation => 24,
        Category::MathSymbol => 25,
        Category::CurrencySymbol => 26,
        Category::ModifierSymbol => 27,
        Category::OtherSymbol => 28,
        Category::Unassigned => 29,
    };
    Ok(EnumValue::native(&enums::UNICODE_CATEGORY, number))
}

/// The number that a digit or another number character stands for; -1 for every other.
fn get_numeric_value(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let c = class_char(unit(arguments)?);
    let value = match c {
        '¼' => 0.25,
        '½' => 0.5,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '²' => 2.0,
        '³' => 3.0,
        '¹' => 1.0,
        'Ⅰ'..='Ⅻ' => f64::from(u32::from(c) - u32::from('Ⅰ') + 1),
        'ⅰ'..='ⅻ' => f64::from(u32::from(c) - u32::from('ⅰ') + 1),
        '①'..='⑳' => f64::from(u32::from(c) - u32::from('①') + 1),
        _ if chars::is_digit(c) => f64::from(decimal_digit(c)),
        _ => -1.0,
    };
    Ok(Value::Double(value))
}

/// Digits of every script stand in runs of ten, from zero on.
fn decimal_digit(c: char) -> u32 {
    let mut value = 0;
    let mut code = u32::from(c);
    while value < 9 && char::from_u32(code.wrapping_sub(1)).is_some_and(chars::is_digit) {
        code -= 1;
        value += 1;
    }
    value
}

fn single_unit(text: &str) -> Option<u16> {
    let mut units = text.encode_utf16();
    match (units.next(), units.next()) {
        (Some(unit), None) => Some(unit),
        _ => None,
    }
}

fn parse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    single_unit(&arguments.needed_text(0, "s")?)
        .map(Value::Char)
        .ok_or_else(|| fault::raise(&FORMAT_EXCEPTION, "String must be exactly one character long."))
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let unit = single_unit(&arguments.text(0));
    assign(env, arguments.get(1), Value::Char(unit.unwrap_or_default()))?;
    Ok(Value::Bool(unit.is_some()))
}

fn convert_from_utf32(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    u32::try_from(arguments.int(0)).ok().and_then(char::from_u32).map(|c| Value::from(c.to_string())).ok_or_else(|| {
        fault::out_of_range(
            "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate \
             codepoint values (0x00d800 ~ 0x00dfff).",
            "utf32",
        )
    })
}

fn convert_to_utf32(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (first, second) = match arguments.value(0) {
        Value::Str(text) => {
            let index = usize::try_from(arguments.int(1)).unwrap_or(usize::MAX);
            let first = text.unit_at(index).ok_or_else(fault::bad_index)?;
            (first, text.unit_at(index + 1).unwrap_or_default())
        }
        _ => (arguments.unit(0), arguments.unit(1)),
    };
    let decoded = char::decode_utf16([first, second]).next().and_then(Result::ok);
    let code = decoded.map(u32::from).ok_or_else(|| {
        fault::out_of_range(
            "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.",
            "highSurrogate",
        )
    })?;
    Ok(Value::Int(code.cast_signed()))
}
